#include "core/session/filesession.h"
#include "tests/support/livewindow.h"
#include "tests/support/packets.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/deviceview.h"
#include "ui/findings/findingspanel.h"
#include "ui/heartbeat/policycontrols.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/listen/listenform.h"
#include "ui/listen/serverform.h"
#include "ui/message/messageview.h"
#include "ui/workspace/commands.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;

/// What a newcomer sees without touching anything, and what his first keys and clicks do.
class tst_FirstLook : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void theWorstDeviceIsChosen();
    void whoeverWasFasterIsLeftAlone();
    void aFindingBringsItsDevice();
    void aFileOpensAtItsStart();
    void aCaptureWithoutSipSaysWhatIsInIt();
    void aMessageOfAnotherDeviceSaysSo();
    void theKeyboardStartsAmongTheDevices();
    void escapeClearsThenLeaves();
    void aNumberCountsWhileItIsTyped();
    void theFormShowsWhatRuns();
    void nothingInTheFormMovesWithTheChoice();
    void theButtonOfALowFormIsInSight();
    void aLowFormHasTheRoom();
    void aPaneCollapsesToItsTitle();
    void lowWindowsShareAPlace();
    void aLowWindowIsNoWiderThanTheScreen_data() { aSmallWindowIsEnough_data(); }
    void aLowWindowIsNoWiderThanTheScreen();
    void aSmallWindowIsEnough_data();
    void aSmallWindowIsEnough();

private:
    static inline const QString wrongId = QStringLiteral("34020000001320000009");
    VirtualDeviceConfig wrong(const Endpoint &server) const
    {
        VirtualDeviceConfig config = camera(server, Behaviour::WrongPassword);
        config.id = wrongId;
        return config;
    }
    static QString messageFacts(const MainWindow &window)
    {
        QStringList texts;
        for (const QLabel *label : window.findChild<MessageView *>()->findChildren<QLabel *>()) {
            if (label->isVisibleTo(&window))
                texts += label->text();
        }
        return texts.join(u'\n');
    }
};

void tst_FirstLook::theWorstDeviceIsChosen()
{
    QString file;
    {
        const auto window = liveWindow();
        const Endpoint server = listen(*window);
        VirtualDevice fine(camera(server)), refused(wrong(server));
        QVERIFY(fine.start() && refused.start());
        auto *devices = window->findChild<DevicePanel *>();
        QTRY_COMPARE(devices->selectedIds(), QStringList{wrongId});
        auto *message = window->findChild<MessageView *>();
        QTRY_VERIFY(message->hasMessage() && message->shownText().contains(wrongId));
        QCOMPARE(window->findChild<FlowPanel *>()->rows()->filter().devices, QStringList{wrongId});
        const QString first = message->shownText();
        const int beats = devices->model()->device(cameraId)->beats;
        QTRY_VERIFY(devices->model()->device(cameraId)->beats > beats + 2);
        QCOMPARE(message->shownText(), first);                      // news choose nothing
        QVERIFY(!window->findChild<LadderView *>()->isFollowing()); // and push it out of sight neither
        QCOMPARE(devices->selectedIds(), QStringList{wrongId});
        window->close();
    }
    MainWindow window(*m_settings, m_languages,
        std::make_unique<FileSession>(
            QStringList{m_folder->filePath(QStringLiteral("live.pcapng"))}, HeartbeatPolicy{}));
    window.show();
    QTRY_COMPARE(window.findChild<DevicePanel *>()->selectedIds(), QStringList{wrongId});
    QTRY_VERIFY(window.findChild<MessageView *>()->shownText().contains(wrongId));
}

void tst_FirstLook::whoeverWasFasterIsLeftAlone()
{
    const auto window = liveWindow();
    const Endpoint server = listen(*window);
    VirtualDevice fine(camera(server)), refused(wrong(server));
    QVERIFY(fine.start());
    auto *devices = window->findChild<DevicePanel *>();
    QTRY_COMPARE(devices->model()->rowCount(), 1);
    QTest::mouseClick(devices->view()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(refused.start());
    QTRY_VERIFY(devices->model()->device(wrongId)
        && devices->model()->device(wrongId)->verdict.state == DeviceState::AuthFailed);
    const int beats = devices->model()->device(cameraId)->beats;
    QTRY_VERIFY(devices->model()->device(cameraId)->beats > beats + 1);
    QCOMPARE(devices->selectedIds(), QStringList{cameraId});
}

/// Of whom the findings speak, the table, the ladder and the message are, too.
void tst_FirstLook::aFindingBringsItsDevice()
{
    const auto window = liveWindow();
    const Endpoint server = listen(*window);
    VirtualDevice fine(camera(server)), refused(wrong(server));
    QVERIFY(fine.start() && refused.start());
    auto *devices = window->findChild<DevicePanel *>();
    auto *findings = window->findChild<FindingsPanel *>();
    QTRY_COMPARE(devices->selectedIds(), QStringList{wrongId});
    devices->view()->select({cameraId});
    QTRY_COMPARE(window->findChild<FlowPanel *>()->rows()->filter().devices, QStringList{cameraId});
    QVERIFY(!findings->current() || findings->current()->device == cameraId);
    int row = 0;
    while (row < findings->model()->rowCount() && findings->model()->at(row)->device != wrongId)
        ++row;
    const QRect place = findings->view()->visualRect(findings->model()->index(row, 2));
    QVERIFY(place.isValid());
    QTest::mouseClick(findings->view()->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(devices->selectedIds(), QStringList{wrongId});
    QCOMPARE(findings->current()->device, wrongId);
    QCOMPARE(window->findChild<FlowPanel *>()->rows()->filter().devices, QStringList{wrongId});
    QTRY_VERIFY(window->findChild<MessageView *>()->shownText().contains(wrongId));
}

void tst_FirstLook::aFileOpensAtItsStart()
{
    {
        const auto window = liveWindow();
        VirtualDevice device(camera(listen(*window)));
        QVERIFY(device.start());
        auto *devices = window->findChild<DevicePanel *>();
        QTRY_VERIFY(devices->model()->rowCount() == 1 && devices->model()->device(cameraId)->beats >= 5);
        window->close();
    }
    MainWindow window(*m_settings, m_languages,
        std::make_unique<FileSession>(
            QStringList{m_folder->filePath(QStringLiteral("live.pcapng"))}, HeartbeatPolicy{}));
    window.resize(1100, 420);
    window.show();
    auto *flow = window.findChild<FlowPanel *>();
    flow->rows()->setFolding(FlowRows::Folding::Off);
    QTRY_VERIFY(flow->rows()->matches() >= 12);
    QTRY_COMPARE(window.findChild<DevicePanel *>()->model()->rowCount(), 1);
    QVERIFY(flow->ladder()->verticalScrollBar()->maximum() > 0);
    QCOMPARE(flow->ladder()->verticalScrollBar()->value(), 0);
    QVERIFY(flow->switches().constFirst()->isHidden()); // nothing comes that could be followed
}

void tst_FirstLook::aCaptureWithoutSipSaysWhatIsInIt()
{
    const QString file = m_folder->filePath(QStringLiteral("dns.pcap"));
    QByteArrayList packets(3, test::ip4(17, test::udp("asked", 40000, 53)));
    packets << test::ip4(1, "ping");
    QVERIFY(test::writeFile(file, test::pcapOf(101, packets)));
    MainWindow window(*m_settings, m_languages, std::make_unique<FileSession>(QStringList{file}, HeartbeatPolicy{}));
    window.show();
    auto *ladder = window.findChild<FlowPanel *>()->ladder();
    QTRY_VERIFY2(ladder->emptyText().startsWith(
                     QStringLiteral("No SIP message is in its 4 packets; 1 of them are neither UDP nor TCP.")),
        qPrintable(ladder->emptyText()));
}

void tst_FirstLook::aMessageOfAnotherDeviceSaysSo()
{
    const auto window = liveWindow();
    const Endpoint server = listen(*window);
    VirtualDevice fine(camera(server)), refused(wrong(server));
    QVERIFY(fine.start() && refused.start());
    auto *devices = window->findChild<DevicePanel *>();
    QTRY_COMPARE(devices->selectedIds(), QStringList{wrongId});
    QTRY_VERIFY(window->findChild<MessageView *>()->hasMessage());
    QVERIFY(!messageFacts(*window).contains(QStringLiteral("another device")));
    devices->select({cameraId});
    QVERIFY2(messageFacts(*window).contains(QStringLiteral("This message is of another device: ") + wrongId),
        qPrintable(messageFacts(*window)));
    devices->select({wrongId});
    QVERIFY(!messageFacts(*window).contains(QStringLiteral("another device")));
    auto *flow = window->findChild<FlowPanel *>();
    flow->setFilterText(QStringLiteral("nothing has this"));
    QTRY_VERIFY(messageFacts(*window).contains(QStringLiteral("The filter hides this message"))); // its text is read
    const auto buttons = window->findChild<MessageView *>()->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 1);
    buttons.constFirst()->click();
    QVERIFY(flow->rows()->filter().isEmpty() && flow->ladder()->currentRow() >= 0);
    QVERIFY(!messageFacts(*window).contains(QStringLiteral("The filter hides")));
}

void tst_FirstLook::theKeyboardStartsAmongTheDevices()
{
    const auto window = liveWindow();
    QApplication::setActiveWindow(window.get());
    QVERIFY(window->isActiveWindow());
    VirtualDevice device(camera(listen(*window)));
    auto *devices = window->findChild<DevicePanel *>();
    QTRY_VERIFY(QApplication::focusWidget() && devices->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(device.start());
    QTRY_COMPARE(devices->model()->rowCount(), 1);
    QTRY_COMPARE(QApplication::focusWidget(), devices->view());
    QTest::keyClick(devices->view(), Qt::Key_Slash);
    auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(filter && devices->isAncestorOf(filter) && filter->text().isEmpty());
}

void tst_FirstLook::escapeClearsThenLeaves()
{
    const auto window = liveWindow();
    QApplication::setActiveWindow(window.get());
    QVERIFY(window->isActiveWindow());
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    QTRY_COMPARE(window->findChild<DevicePanel *>()->model()->rowCount(), 1);
    auto *flow = window->findChild<FlowPanel *>();
    auto *text = flow->findChild<QLineEdit *>();
    text->setFocus();
    QTest::keyClicks(text, QStringLiteral("/nb"));
    QTRY_COMPARE(flow->rows()->filter().text, QStringLiteral("/nb"));
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(text->text().isEmpty() && text->hasFocus());
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(flow->ladder()->hasFocus());
    QTest::keyClick(flow->ladder(), Qt::Key_Escape);
    QVERIFY(window->isVisible());
}

/// 300 ms after the last digit, without Enter.
void tst_FirstLook::aNumberCountsWhileItIsTyped()
{
    PolicyControls controls;
    QSignalSpy spy(&controls, &PolicyControls::policyChanged);
    auto *box = controls.findChildren<QSpinBox *>().constFirst();
    auto *line = box->findChild<QLineEdit *>();
    auto *pause = box->findChild<QTimer *>(QStringLiteral("typing"));
    QVERIFY(pause && pause->isSingleShot() && pause->interval() == 300);
    line->setSelection(0, 2);
    QTest::keyClicks(line, QStringLiteral("12"));
    QVERIFY(spy.isEmpty() && pause->isActive());
    QTest::keyClicks(line, QStringLiteral("0"));
    QMetaObject::invokeMethod(pause, "timeout");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(controls.policy().interval, 120s);
    QCOMPARE(line->text(), QStringLiteral("120 s"));
    QCOMPARE(line->cursorPosition(), 3);
    QStringList texts;
    for (const QLabel *label : controls.findChildren<QLabel *>())
        texts += label->text();
    QVERIFY(texts.contains(QStringLiteral("= offline after 6 min")));
    line->setSelection(0, 3); // who takes the old number away is not done
    QTest::keyClick(line, Qt::Key_Delete);
    QMetaObject::invokeMethod(pause, "timeout");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(line->text(), QStringLiteral(" s"));
}

void tst_FirstLook::theFormShowsWhatRuns()
{
    const auto window = liveWindow();
    auto *form = window->findChild<ListenForm *>();
    const auto leave = [form] {
        for (QPushButton *button : form->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Leave it as it is"))
                return button;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    QVERIFY(leave() && leave()->isHidden()); // there is nothing to go back to
    const Endpoint server = listen(*window, QStringLiteral("geheim01"));
    QTRY_VERIFY(!form->isVisible());
    window->findChild<Commands *>()->run(QStringLiteral("capture.listen"));
    QVERIFY(form->isVisible() && leave()->isVisible());
    QCOMPARE(form->choice().server.port, server.port);
    QCOMPARE(form->choice().server.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(form->choice().server.password, QStringLiteral("geheim01"));
    QTest::keyClick(form, Qt::Key_Escape);
    QVERIFY(!form->isVisible() && window->isVisible());
    window->findChild<Commands *>()->run(QStringLiteral("capture.listen"));
    leave()->click();
    QVERIFY(!form->isVisible());
}

void tst_FirstLook::nothingInTheFormMovesWithTheChoice()
{
    ListenForm form;
    form.resize(700, 640);
    form.show();
    const auto roles = form.findChildren<QRadioButton *>();
    QCOMPARE(roles.size(), 3);
    const QPoint first = roles.at(0)->pos(), last = roles.at(2)->pos();
    for (QRadioButton *role : roles) {
        role->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(roles.at(0)->pos(), first);
        QCOMPARE(roles.at(2)->pos(), last);
    }
}

void tst_FirstLook::theButtonOfALowFormIsInSight()
{
    ListenForm form;
    form.resize(700, 260);
    form.show();
    QPushButton *listen = nullptr;
    for (QPushButton *button : form.findChildren<QPushButton *>())
        listen = button->isDefault() ? button : listen;
    QVERIFY(listen && listen->isVisible());
    for (QRadioButton *role : form.findChildren<QRadioButton *>()) {
        role->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(listen->visibleRegion().boundingRect().size(), listen->size());
    }
}

static int widthOf(const MainWindow &window, const char *pane)
{
    return window.findChild<QDockWidget *>(QLatin1String(pane))->width();
}

/// On a screen of 960 x 540 as on others: what has nothing to say yet gives way.
void tst_FirstLook::aLowFormHasTheRoom()
{
    const auto window = liveWindow();
    window->resize(956, 500);
    QCoreApplication::processEvents();
    const auto *form = window->findChild<ListenForm *>();
    QVERIFY(form->isVisible());
    int least = 0, is = 0;
    for (const QDockWidget *dock : window->findChildren<QDockWidget *>()) {
        if (window->dockWidgetArea(const_cast<QDockWidget *>(dock)) != Qt::BottomDockWidgetArea)
            continue;
        least = std::max(least, dock->minimumSizeHint().height());
        is = std::max(is, dock->visibleRegion().isEmpty() ? 0 : dock->height());
    }
    QVERIFY(is > 0);
    QVERIFY2(is <= least + 2, qPrintable(QStringLiteral("%1 %2").arg(is).arg(least)));
}

void tst_FirstLook::aPaneCollapsesToItsTitle()
{
    {
        const auto window = liveWindow();
        listen(*window);
        auto *message = window->findChild<QDockWidget *>(QStringLiteral("message"));
        QTest::mouseDClick(message->titleBarWidget(), Qt::LeftButton, {}, QPoint(20, 5));
        QTRY_VERIFY(widthOf(*window, "message") < 40 && message->isVisible());
        auto *findings = window->findChild<QDockWidget *>(QStringLiteral("findings"));
        QTest::mouseDClick(findings->titleBarWidget(), Qt::LeftButton, {}, QPoint(20, 5));
        QTRY_VERIFY(findings->height() < 40);
        window->close();
    }
    const auto again = liveWindow();
    QTRY_VERIFY(widthOf(*again, "message") < 40);
    auto *message = again->findChild<QDockWidget *>(QStringLiteral("message"));
    QTest::mouseDClick(message->titleBarWidget(), Qt::LeftButton, {}, QPoint(5, 60));
    QTRY_VERIFY(widthOf(*again, "message") > 150 && message->widget()->isVisible());
}

void tst_FirstLook::lowWindowsShareAPlace()
{
    const auto window = liveWindow();
    listen(*window);
    auto *message = window->findChild<QDockWidget *>(QStringLiteral("message"));
    QVERIFY(window->tabifiedDockWidgets(message).isEmpty());
    window->resize(1000, 540);
    QTRY_COMPARE(window->tabifiedDockWidgets(message).size(), 4); // of heartbeats, operations, findings, list
    const int height = window->findChild<DevicePanel *>()->height();
    QVERIFY2(height > 540 / 3, qPrintable(QString::number(height))); // a third of the window
    window->resize(1000, 740);
    QTRY_VERIFY(window->tabifiedDockWidgets(message).isEmpty());
    QVERIFY(message->isVisible());
}

/// From the start, as on a laptop with a scale of 200 %.
void tst_FirstLook::aLowWindowIsNoWiderThanTheScreen()
{
    QFETCH(const QString, language);
    m_languages.use(language);
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    MainWindow window(*m_settings, m_languages,
        std::make_unique<LiveSession>(
            m_settings->heartbeat(), m_folder->path(), m_folder->filePath(QStringLiteral("live.pcapng"))));
    window.resize(screen.width() - 8, 508);
    window.show();
    QCoreApplication::processEvents();
    QCOMPARE(window.height(), 508);
    const int most = std::max(screen.width(), window.minimumSizeHint().width());
    QVERIFY2(window.width() <= most, qPrintable(QString::number(window.width())));
    window.close();
    MainWindow again(*m_settings, m_languages,
        std::make_unique<LiveSession>(
            m_settings->heartbeat(), m_folder->path(), m_folder->filePath(QStringLiteral("again.pcapng"))));
    again.resize(screen.width() - 8, 508);
    again.show();
    QCoreApplication::processEvents();
    QVERIFY2(again.width() <= most, qPrintable(QString::number(again.width())));
    QCOMPARE(again.tabifiedDockWidgets(again.findChild<QDockWidget *>(QStringLiteral("findings"))).size(), 4);
}

void tst_FirstLook::aSmallWindowIsEnough_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN");
}

/// Half of 1920x1080, and of 1366 by 768 less a panel at 150 %.
void tst_FirstLook::aSmallWindowIsEnough()
{
    QFETCH(const QString, language);
    m_languages.use(language);
    const auto window = liveWindow();
    QVERIFY2(window->minimumSizeHint().width() < 900 && window->minimumSizeHint().height() <= 480,
        qPrintable(QStringLiteral("form: %1 x %2")
                       .arg(window->minimumSizeHint().width())
                       .arg(window->minimumSizeHint().height())));
    listen(*window);
    QVERIFY2(window->minimumSizeHint().width() < 900 && window->minimumSizeHint().height() <= 480,
        qPrintable(
            QStringLiteral("%1 x %2").arg(window->minimumSizeHint().width()).arg(window->minimumSizeHint().height())));
}

QTEST_MAIN(tst_FirstLook)
#include "tst_firstlook.moc"
