#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "tests/support/devices.h"
#include "ui/devices/devicepanel.h"
#include "ui/listen/addressbox.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/site/cardprint.h"
#include "ui/site/cardtable.h"
#include "ui/site/cardwindow.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/mainwindow.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPrinter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;

/// The camera card: what it shows, what it gives away, and what it says of IDs.
class tst_CardWindow : public QObject
{
    Q_OBJECT
private slots:
    void eachVendorsFields();
    void rowsAreCopied();
    void thePasswordWaitsToBeAskedFor();
    void thePrintTakesOnePage();
    void whatIsPrintedIsThere_data();
    void whatIsPrintedIsThere();
    void theAddressThatIsListenedOn();
    void idsAreProposedAndChecked();
    void whoCameIsNotInTheWay();
    void nothingThatCannotBe();
    void fromTheEmptyTable();
};

static CardSite site(const char *address = "127.0.0.1")
{
    CardSite site;
    site.server.address = QHostAddress(QString::fromLatin1(address));
    site.server.password = QStringLiteral("Geheim-7");
    site.listening = true;
    return site;
}

static QString valueOf(const CardWindow &card, const char *name)
{
    for (int row = 0; row < card.table()->rowCount(); ++row) {
        if (card.table()->item(row, CardTable::ChineseName)->text() == QString::fromUtf8(name))
            return card.table()->item(row, CardTable::Value)->text();
    }
    return {};
}

static bool says(const QWidget &parent, const char *text)
{
    const auto labels = parent.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->text().contains(QString::fromUtf8(text)); });
}

template<typename Widget>
static Widget *named(const QWidget &parent, const char *text)
{
    for (Widget *one : parent.findChildren<Widget *>()) {
        if (one->text() == QString::fromUtf8(text) || one->accessibleName() == QString::fromUtf8(text))
            return one;
    }
    return nullptr;
}

void tst_CardWindow::eachVendorsFields()
{
    CardWindow card;
    card.setSite(site());
    card.show();
    QCOMPARE(valueOf(card, "SIP用户名"), QStringLiteral("34020000001320000001"));
    card.setVendor(CameraVendor::Dahua);
    QCOMPARE(valueOf(card, "设备编号"), QStringLiteral("34020000001320000001"));
    QCOMPARE(valueOf(card, "SIP用户名"), QString());
    QVERIFY(says(card, "网络设置 → 平台接入 → 国标28181"));
    QCOMPARE(valueOf(card, "心跳周期"), QStringLiteral("60"));
    CardSite other = site();
    other.heartbeat = {std::chrono::seconds(30), 5};
    card.setSite(other);
    QCOMPARE(valueOf(card, "心跳周期"), QStringLiteral("30"));
    QCOMPARE(valueOf(card, "最大心跳超时次数"), QStringLiteral("5"));
}

void tst_CardWindow::rowsAreCopied()
{
    CardWindow card;
    card.setSite(site());
    card.setVendor(CameraVendor::Uniview);
    card.show();
    QClipboard *const clipboard = QGuiApplication::clipboard();
    card.table()->selectRow(1);
    QTest::keyClick(card.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard->text(), QStringLiteral("34020000002000000001"));
    auto *button = named<QToolButton>(card, "Copy: 视频通道ID");
    QVERIFY(button);
    button->click();
    QCOMPARE(clipboard->text(), QStringLiteral("34020000001310000001"));
    named<QPushButton>(card, "Copy &all")->click();
    QVERIFY(clipboard->text().startsWith(QStringLiteral("管理协议\tGB/T28181\n服务器ID\t34020000002000000001\n")));
    card.setSite(site()); // nothing new: what is selected stays
    QCOMPARE(card.table()->currentRow(), 8);
}

void tst_CardWindow::thePasswordWaitsToBeAskedFor()
{
    CardWindow card;
    card.setSite(site());
    card.show();
    const QString secret = QStringLiteral("Geheim-7");
    auto *eye = named<QToolButton>(card, "&Show the password");
    auto *copyAll = named<QPushButton>(card, "Copy &all");
    auto *print = named<QCheckBox>(card, "with the passw&ord");
    QVERIFY(!valueOf(card, "密码").contains(secret));
    copyAll->click();
    QVERIFY(!QGuiApplication::clipboard()->text().contains(secret));
    QVERIFY(!card.printText().contains(secret));
    eye->click();
    QCOMPARE(valueOf(card, "密码"), secret);
    QCOMPARE(valueOf(card, "密码确认"), secret);
    copyAll->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(secret));
    QVERIFY(!card.printText().contains(secret)); // shown is not printed
    print->click();
    QVERIFY(card.printText().contains(secret));
    QVERIFY(card.printText().contains(QStringLiteral("34020000001320000001")));
    CardSite open = site();
    open.server.password.clear();
    card.setSite(open);
    QVERIFY(!eye->isEnabled() && !print->isEnabled());
    QCOMPARE(valueOf(card, "密码"), QStringLiteral("–"));
    open.passwordKnown = false;
    card.setSite(open);
    QVERIFY(card.printText().contains(QStringLiteral("not known to this console")));
}

void tst_CardWindow::thePrintTakesOnePage()
{
    CardInput input;
    input.serverId = QStringLiteral("34020000002000000001");
    input.domain = QStringLiteral("3402000000");
    input.password = QString(32, u'W');
    input.deviceId = input.channelId = idOf(1);
    for (int vendor = 0; vendor < cameraVendors; ++vendor) {
        const auto which = static_cast<CameraVendor>(vendor);
        const auto page = cardDocument(
            QStringLiteral("Camera card"), vendorPage(which).path, cameraCard(which, input), true);
        page->setPageSize(QSizeF(642, 971)); // A4 within 2 cm, at 96 dots an inch
        QCOMPARE(page->pageCount(), 1);
    }
}

void tst_CardWindow::whatIsPrintedIsThere_data()
{
    QTest::addColumn<int>("vendor");
    QTest::addColumn<bool>("withPassword");
    for (int vendor = 0; vendor < cameraVendors; ++vendor) {
        for (const bool with : {false, true})
            QTest::addRow("vendor %d, %s the password", vendor, with ? "with" : "without") << vendor << with;
    }
}

/// On paper: a PDF of one page, and what is drawn on it.
void tst_CardWindow::whatIsPrintedIsThere()
{
    QFETCH(const int, vendor);
    QFETCH(const bool, withPassword);
    CardWindow card;
    card.setSite(site("192.0.2.15"));
    card.setVendor(static_cast<CameraVendor>(vendor));
    card.show();
    for (QCheckBox *box : card.findChildren<QCheckBox *>())
        box->setChecked(withPassword);
    const QString text = card.printText();
    QCOMPARE(text.contains(QStringLiteral("Geheim-7")), withPassword);
    for (int row = 0; row < card.table()->rowCount(); ++row) {
        QVERIFY(text.contains(card.table()->item(row, CardTable::ChineseName)->text()));
        const QString value = card.table()->item(row, CardTable::Value)->text();
        QVERIFY2(text.contains(value) || value.contains(QChar(0x2022)), qPrintable(value)); // dots hide the password on
                                                                                            // the screen
    }

    QTemporaryDir folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("card.pdf")));
    printer.setPageSize(QPageSize(QPageSize::A4));
    card.printTo(printer);
    QFile file(printer.outputFileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-") && pdf.contains("%%EOF"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
    QVERIFY(pdf.contains("/Type /Font")); // letters, not a picture of them
    QVERIFY2(pdf.size() > 8'000, qPrintable(QString::number(pdf.size())));

    QImage paper(642, 971, QImage::Format_RGB32);
    paper.fill(Qt::white);
    const auto page = cardDocument(QStringLiteral("Camera card"), {},
        {{.chinese = QStringLiteral("SIP\u670d\u52a1\u5668\u5730\u5740"),
            .english = QStringLiteral("Server"),
            .value = QStringLiteral("192.0.2.15")}},
        withPassword);
    page->setPageSize(paper.size());
    QPainter painter(&paper);
    page->drawContents(&painter);
    painter.end();
    int ink = 0;
    for (int y = 0; y < paper.height(); ++y) {
        for (int x = 0; x < paper.width(); ++x)
            ink += qGray(paper.pixel(x, y)) < 100 ? 1 : 0;
    }
    QVERIFY2(ink > 500, qPrintable(QString::number(ink))); // black on white, whatever the window's colours
}

void tst_CardWindow::theAddressThatIsListenedOn()
{
    CardWindow card;
    card.show();
    auto *box = card.findChild<AddressBox *>();
    card.setSite(site("192.0.2.15")); // not there now: a cable may be out
    QCOMPARE(valueOf(card, "SIP服务器地址"), QStringLiteral("192.0.2.15"));
    QVERIFY(says(card, "port 5060, UDP and TCP"));
    QVERIFY(box->findData(QStringLiteral("0.0.0.0")) < 0);
    box->setCurrentIndex(box->findData(QStringLiteral("127.0.0.1")));
    QCOMPARE(valueOf(card, "SIP服务器地址"), QStringLiteral("127.0.0.1"));
    QVERIFY(says(card, "listens on 192.0.2.15 only"));
    card.setSite(site("192.0.2.15"));
    QCOMPARE(valueOf(card, "SIP服务器地址"), QStringLiteral("127.0.0.1")); // the engineer's choice stays
    card.setSite(site("0.0.0.0"));
    QVERIFY(valueOf(card, "SIP服务器地址") != u"0.0.0.0");
    CardSite idle = site();
    idle.listening = false;
    card.setSite(idle);
    QVERIFY(says(card, "not listening as a server"));
}

void tst_CardWindow::idsAreProposedAndChecked()
{
    CardWindow card;
    CardSite one = site();
    one.inUse = {idOf(1)};
    one.expected = {idOf(2)};
    card.setSite(one);
    card.show();
    auto *device = named<QLineEdit>(card, "Device ID"), *channel = named<QLineEdit>(card, "Channel ID");
    QCOMPARE(device->text(), idOf(3));
    QCOMPARE(channel->text(), QStringLiteral("34020000001310000003"));
    QVERIFY(says(card, "Both IDs are free."));
    named<QPushButton>(card, "&Next device")->click();
    QCOMPARE(device->text(), idOf(4));
    QCOMPARE(channel->text(), QStringLiteral("34020000001310000004"));
    const auto type = [&](const QString &id) {
        device->selectAll();
        QTest::keyClicks(device, id);
    };
    type(idOf(1));
    QVERIFY(says(card, "The device ID is in use by a device that is here."));
    type(idOf(3));
    QVERIFY(says(card, "was given to another camera just now"));
    type(idOf(2));
    QVERIFY(says(card, "is on the list of expected devices"));
    QCOMPARE(channel->text(), QStringLiteral("34020000001310000002"));
    QCOMPARE(valueOf(card, "SIP用户名"), idOf(2));
    type(QStringLiteral("3402"));
    QVERIFY(says(card, "does not have 20 digits"));
    auto *kind = card.findChildren<QComboBox *>().constLast();
    kind->setCurrentIndex(1);
    QCOMPARE(device->text(), QStringLiteral("34020000001180000001"));
}

void tst_CardWindow::whoCameIsNotInTheWay()
{
    CardWindow card;
    card.setSite(site());
    card.show();
    QVERIFY(says(card, "Both IDs are free."));
    CardSite come = site();
    come.inUse = {idOf(1)};
    card.setSite(come);
    QVERIFY(says(card, "The device is here: 34020000001320000001."));
    QVERIFY(!says(card, "in use"));
    QCOMPARE(valueOf(card, "SIP用户名"), idOf(1)); // not another one while its channel is typed
    named<QPushButton>(card, "&Next device")->click();
    QCOMPARE(valueOf(card, "SIP用户名"), idOf(2));
}

void tst_CardWindow::nothingThatCannotBe()
{
    CardWindow card;
    CardSite broken = site();
    broken.server.serverId = QStringLiteral("<b>3402</b>");
    broken.server.domain = QStringLiteral("<img src=x>");
    card.setSite(broken);
    card.show();
    QCOMPARE(valueOf(card, "SIP服务器域"), QStringLiteral("<img src=x>"));
    QVERIFY(card.printText().contains(QStringLiteral("<img src=x>"))); // text, not markup
    QVERIFY(says(card, "The device ID is empty."));
}

void tst_CardWindow::fromTheEmptyTable()
{
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("s.ini")));
    Languages languages;
    MainWindow window(settings, languages,
        std::make_unique<LiveSession>(
            settings.heartbeat(), folder.path(), folder.filePath(QStringLiteral("live.pcapng"))));
    window.show();
    Endpoint where;
    connect(&window, &MainWindow::listening, &window, [&](const Endpoint &endpoint) { where = endpoint; });
    ServerConfig config;
    config.address = QHostAddress(QHostAddress::LocalHost);
    config.port = 0;
    config.password = QStringLiteral("Geheim-7");
    window.listenOnce(config);
    QTRY_VERIFY(where.port != 0);
    auto *button = named<QPushButton>(*window.findChild<DevicePanel *>(), "In the vendor's terms…");
    QTRY_VERIFY(button && button->isVisible());
    button->click();
    auto *card = window.findChild<CardWindow *>();
    QVERIFY(card && card->isVisible());
    QVERIFY(!card->isModal());
    QCOMPARE(valueOf(*card, "SIP服务器端口"), QString::number(where.port));
    QCOMPARE(valueOf(*card, "SIP服务器地址"), QStringLiteral("127.0.0.1"));
    card->close();
    window.findChild<Commands *>()->action(QStringLiteral("devices.card"))->trigger();
    QVERIFY(card->isVisible());
    window.findChild<Commands *>()->action(QStringLiteral("capture.stop"))->trigger();
    QTRY_VERIFY(says(*card, "not listening as a server"));
    MainWindow file(settings, languages,
        std::make_unique<FileSession>(QStringList{folder.filePath(QStringLiteral("none"))}, settings.heartbeat()));
    QVERIFY(!file.findChild<Commands *>()->action(QStringLiteral("devices.card")));
}

QTEST_MAIN(tst_CardWindow)
#include "tst_cardwindow.moc"
