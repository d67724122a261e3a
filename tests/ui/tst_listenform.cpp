#include "core/capture/hep.h"
#include "core/capture/livecapture.h"
#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "tests/support/ownnetwork.h"
#include "tests/support/site.h"
#include "ui/devices/devicepanel.h"
#include "ui/listen/listenform.h"
#include "ui/listen/serverform.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/mainwindow.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using ListenRole = ListenChoice::Role;

static QByteArray whyNot; ///< no network of our own

/// What a live window shall do, and what it says when it cannot.
class tst_ListenForm : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void eachRoleHasItsFields();
    void aChoiceComesBack();
    void theLoopbackIsOffered();
    void aCardThatIsGoneStaysChosen();
    void whatToTypeCanBeCopied();
    void aCaptureThatFailsShowsTheForm();
    void aCardIsWatched();
    void hepIsReceived();
    void aTakenHepPortIsNamed();
    void theLastRoleIsKept();

private:
    static QStringList shownTexts(const QWidget &form)
    {
        QStringList texts;
        for (const QLabel *label : form.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }
    static bool says(const QWidget &form, const QString &words) { return shownTexts(form).join(u'\n').contains(words); }
    /// The window's button for what it listens to.
    static QString listener(const MainWindow &window)
    {
        const auto buttons = window.findChildren<QToolButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *one) {
            return one->text().startsWith(QStringLiteral("HEP ")) || one->text().startsWith(QStringLiteral("Watching "))
                || one->text() == QStringLiteral("Not listening");
        });
        return found == buttons.end() ? QString() : (*found)->text();
    }
    std::unique_ptr<MainWindow> liveWindow()
    {
        auto window = std::make_unique<MainWindow>(*m_settings, m_languages,
            std::make_unique<LiveSession>(
                HeartbeatPolicy{}, m_folder->path(), m_folder->filePath(QStringLiteral("live.pcapng"))));
        window->show();
        return window;
    }
    static ListenChoice hep(quint16 port)
    {
        return {.role = ListenRole::Hep, .hep = {QHostAddress(QHostAddress::LocalHost), port}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    Languages m_languages;
};

void tst_ListenForm::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_languages.use(QStringLiteral("en"));
}

void tst_ListenForm::eachRoleHasItsFields()
{
    ListenForm form;
    form.show();
    const auto roles = form.findChildren<QRadioButton *>();
    QCOMPARE(roles.size(), 3);
    QVERIFY(roles.at(0)->isChecked());
    const auto visible = [&] {
        QStringList names;
        for (const QWidget *one : form.findChildren<QWidget *>()) {
            const bool field = qobject_cast<const QComboBox *>(one) || qobject_cast<const QAbstractSpinBox *>(one);
            if (field && one->isVisible())
                names << one->accessibleName();
        }
        names.sort();
        return names;
    };
    QCOMPARE(visible(),
        (QStringList{
            QStringLiteral("Heartbeat without registration"), QStringLiteral("Network card"), QStringLiteral("Port")}));
    roles.at(1)->click();
    QCOMPARE(visible(), QStringList{QStringLiteral("Network card to watch")});
    roles.at(2)->click();
    QCOMPARE(visible(), (QStringList{QStringLiteral("Address for HEP"), QStringLiteral("Port for HEP")}));
    QVERIFY(form.choice().role == ListenRole::Hep);
    QCOMPARE(form.choice().hep.port, 9060);
}

void tst_ListenForm::aChoiceComesBack()
{
    ListenForm form;
    ListenChoice choice{.role = ListenRole::Capture,
        .server = {.address = QHostAddress(QHostAddress::LocalHost),
            .port = 5070,
            .password = QStringLiteral("p"),
            .challengeVariants = false},
        .keepPassword = true,
        .interface = QStringLiteral("lo"),
        .hep = {QHostAddress(QStringLiteral("127.0.0.1")), 9061}};
    form.setChoice(choice);
    const ListenChoice back = form.choice();
    QVERIFY(back.role == ListenRole::Capture);
    QCOMPARE(back.interface, choice.interface);
    QVERIFY(back.hep == choice.hep);
    QCOMPARE(back.server.port, choice.server.port);
    QCOMPARE(back.server.password, choice.server.password);
    QVERIFY(back.keepPassword);
    QVERIFY(!back.server.challengeVariants);
    choice.server.challengeVariants = true;
    form.setChoice(choice);
    QVERIFY(form.choice().server.challengeVariants);
}

void tst_ListenForm::theLoopbackIsOffered()
{
    const QList<CaptureInterface> cards = captureInterfaces();
    const auto loopback = std::find_if(
        cards.begin(), cards.end(), [](const CaptureInterface &one) { return one.loopback; });
    if (loopback == cards.end())
        QSKIP("libpcap lists no loopback here");
    ListenForm form;
    form.findChildren<QRadioButton *>().at(1)->click();
    form.setChoice({.role = ListenRole::Capture, .interface = loopback->name});
    for (QComboBox *box : form.findChildren<QComboBox *>()) {
        if (box->accessibleName() == QStringLiteral("Network card to watch"))
            QVERIFY2(box->currentText().startsWith(loopback->name)
                    && box->currentText().contains(QStringLiteral("this computer only")),
                qPrintable(box->currentText()));
    }
    QCOMPARE(form.choice().interface, loopback->name);
}

void tst_ListenForm::aCardThatIsGoneStaysChosen()
{
    ListenForm form;
    form.setChoice({.role = ListenRole::Capture, .interface = QStringLiteral("usb77")});
    form.show();
    QCOMPARE(form.choice().interface, QStringLiteral("usb77"));
}

void tst_ListenForm::whatToTypeCanBeCopied()
{
    ListenForm form;
    form.show();
    const QString command = QStringLiteral("sudo setcap cap_net_raw+ep /usr/bin/gbscope");
    form.setProblem(QStringLiteral("It needs a capability."), command);
    QVERIFY(says(form, QStringLiteral("It needs a capability.")));
    for (QPushButton *button : form.findChildren<QPushButton *>()) {
        if (button->accessibleName() == QStringLiteral("Copy the command")) {
            QVERIFY(button->isVisible());
            button->click();
            QCOMPARE(QGuiApplication::clipboard()->text(), command);
            form.setProblem({});
            QVERIFY(!button->isVisible());
            return;
        }
    }
    QFAIL("there is no button");
}

void tst_ListenForm::aCaptureThatFailsShowsTheForm()
{
    const auto window = liveWindow();
    window->startOnce({.role = ListenRole::Capture, .interface = QStringLiteral("usb77")});
    auto *form = window->findChild<ListenForm *>();
    QTRY_VERIFY(says(*form, QStringLiteral("no network card \"usb77\""))
        || says(*form, QStringLiteral("Capturing on usb77 needs"))); // without permission the system does not say
    QVERIFY(form->isVisible());
    QCOMPARE(listener(*window), QStringLiteral("Not listening"));
    QVERIFY(!window->findChild<Commands *>()->action(QStringLiteral("capture.stop"))->isEnabled());
}

void tst_ListenForm::aCardIsWatched()
{
    if (!whyNot.isEmpty())
        QSKIP(whyNot.constData());
    const auto window = liveWindow();
    window->startOnce({.role = ListenRole::Capture, .interface = QStringLiteral("lo")});
    QTRY_COMPARE(listener(*window), QStringLiteral("Watching lo"));
    QVERIFY(window->windowTitle().startsWith(QStringLiteral("lo ")));
    QVERIFY(!window->findChild<ListenForm *>()->isVisible());
    Site site;
    QUdpSocket camera, server; // others than us
    QVERIFY(server.bind(QHostAddress::LocalHost, 0));
    camera.writeDatagram(site.registerText({}), QHostAddress(QHostAddress::LocalHost), server.localPort());
    auto *devices = window->findChild<DevicePanel *>();
    QTRY_COMPARE(devices->model()->rowCount(), 1);
    window->startOnce(hep(0)); // another role ends it
    QTRY_VERIFY(listener(*window).startsWith(QStringLiteral("HEP 127.0.0.1:")));
}

void tst_ListenForm::hepIsReceived()
{
    const auto window = liveWindow();
    auto *form = window->findChild<ListenForm *>();
    window->startOnce(hep(0));
    QTRY_VERIFY(listener(*window).startsWith(QStringLiteral("HEP 127.0.0.1:")));
    QVERIFY(!form->isVisible());
    QVERIFY(window->windowTitle().startsWith(QStringLiteral("HEP 127.0.0.1:")));
    const auto port = static_cast<quint16>(listener(*window).section(u':', -1).toUInt());
    Site site;
    QUdpSocket sender;
    sender.writeDatagram(
        hep::write(
            {.at = site.clock.now(), .from = site.camera, .to = site.server, .octets = site.registerText({})}, 1),
        QHostAddress(QHostAddress::LocalHost), port);
    auto *devices = window->findChild<DevicePanel *>();
    QTRY_COMPARE(devices->model()->rowCount(), 1);
    window->findChild<Commands *>()->action(QStringLiteral("capture.stop"))->trigger();
    QTRY_COMPARE(listener(*window), QStringLiteral("Not listening"));
}

void tst_ListenForm::aTakenHepPortIsNamed()
{
    QUdpSocket holder;
    QVERIFY(holder.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    const auto window = liveWindow();
    window->startOnce(hep(holder.localPort()));
    QTRY_VERIFY(says(*window->findChild<ListenForm *>(), QStringLiteral("where HEP is sent")));
}

void tst_ListenForm::theLastRoleIsKept()
{
    ServerConfig server;
    server.address = QHostAddress(QHostAddress::LocalHost);
    server.port = 5071;
    m_settings->setChoice({.role = ListenRole::Server, .server = server});
    m_settings->setChoice({.role = ListenRole::Capture, .interface = QStringLiteral("eth7")});
    const ListenChoice card = m_settings->choice();
    QVERIFY(card.role == ListenRole::Capture);
    QCOMPARE(card.interface, QStringLiteral("eth7"));
    QCOMPARE(card.server.port, 5071); // for when it is the server again
    m_settings->setChoice(hep(9999));
    QVERIFY(m_settings->choice().role == ListenRole::Hep);
    QVERIFY(m_settings->choice().hep == hep(9999).hep);
    QCOMPARE(m_settings->choice().interface, QStringLiteral("eth7"));
}

int main(int argc, char *argv[])
{
    whyNot = enterOwnNetwork(); // ahead of the threads of a QApplication
    QApplication app(argc, argv);
    tst_ListenForm test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_listenform.moc"
