#include "core/site/cardtext.h"
#include "ui/site/cardwindow.h"
#include "ui/site/qrwindow.h"

#include <QCheckBox>
#include <QLocale>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::ui;

/// The camera card as a QR code: what it says, what it keeps to itself, and whether a stranger's reader can read it.
class tst_QrCode : public QObject
{
    Q_OBJECT
private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void theCardInWords();
    void theThreeCornersAreThere();
    void whatIsTooLongIsNoCode();
    void aReaderReadsIt_data();
    void aReaderReadsIt();
    void thePasswordWaitsForItsTick();
};

static CardInput input()
{
    CardInput input;
    input.serverId = QStringLiteral("34020000002000000001");
    input.domain = QStringLiteral("3402000000");
    input.address = IpAddress(0xc0a8010a);
    input.password = QStringLiteral("Geheim-7");
    input.deviceId = QStringLiteral("34020000001320000001");
    input.channelId = QStringLiteral("34020000001320000002");
    return input;
}

void tst_QrCode::theCardInWords()
{
    const QList<CardRow> rows = cameraCard(CameraVendor::Hikvision, input());
    const QString text = cardText(QStringLiteral("Camera card"), rows, false, false);
    for (const char *line : {"Camera card\n", "SIP Server ID: 34020000002000000001\n",
             "SIP Server Domain: 3402000000\n", "SIP Server Address: 192.168.1.10\n", "SIP Server Port: 5060\n",
             "SIP User Name: 34020000001320000001\n", "Heartbeat Cycle: 60\n", "Max. Heartbeat Timeout Times: 3\n"})
        QVERIFY2(text.contains(QLatin1String(line)), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("Geheim")));
    const QString chinese = cardText(QString(), rows, true, true);
    QCOMPARE(chinese.count(QStringLiteral("Geheim-7")), 1); // not once more to confirm it
    QVERIFY(chinese.contains(QStringLiteral("SIP服务器域: 3402000000")));
}

/// ISO/IEC 18004 6.3.3: 7 dark, 5 light, 3 dark, in three corners.
void tst_QrCode::theThreeCornersAreThere()
{
    const auto code = qrCode("gbscope");
    QVERIFY(code);
    QVERIFY(code->width >= 21 && (code->width - 17) % 4 == 0);
    const auto isFinder = [&](int left, int top) {
        bool is = true;
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < 7; ++column) {
                const int ring = std::max(std::abs(row - 3), std::abs(column - 3));
                is = is && code->isDark(left + column, top + row) == (ring != 2);
            }
        }
        return is;
    };
    QVERIFY(isFinder(0, 0) && isFinder(code->width - 7, 0) && isFinder(0, code->width - 7));
    QVERIFY(!isFinder(code->width - 7, code->width - 7));
    const QImage image = code->image(3);
    QCOMPARE(image.width(), (code->width + 8) * 3);
    QCOMPARE(image.pixelColor(11, 11), QColor(Qt::white)); // the quiet zone
    QCOMPARE(image.pixelColor(12, 12), QColor(Qt::black));
}

void tst_QrCode::whatIsTooLongIsNoCode()
{
    QVERIFY(!qrCode({}));
    QVERIFY(qrCode(QByteArray(2900, 'x')));
    QVERIFY(!qrCode(QByteArray(3000, 'x')));
}

void tst_QrCode::aReaderReadsIt_data()
{
    QTest::addColumn<int>("vendor");
    QTest::addColumn<bool>("chinese");
    for (int vendor = 0; vendor < cameraVendors; ++vendor) {
        QTest::addRow("%d in English", vendor) << vendor << false;
        QTest::addRow("%d in Chinese", vendor) << vendor << true;
    }
}

void tst_QrCode::aReaderReadsIt()
{
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
    if (reader.isEmpty())
        QSKIP("zbarimg is not installed: nobody reads the code back");
    QFETCH(const int, vendor);
    QFETCH(const bool, chinese);
    const QString text = cardText(
        QStringLiteral("摄像机参数卡"), cameraCard(static_cast<CameraVendor>(vendor), input()), chinese, true);
    const auto code = qrCode(text.toUtf8());
    QVERIFY(code);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("card.png"));
    QVERIFY(code->image(4).save(file));
    QProcess zbar;
    zbar.start(reader,
        {QStringLiteral("--raw"), QStringLiteral("-q"), QStringLiteral("-Sdisable"), QStringLiteral("-Sqrcode.enable"),
            file});
    QVERIFY(zbar.waitForFinished());
    QCOMPARE(QString::fromUtf8(zbar.readAllStandardOutput()).trimmed(), text.trimmed());
}

void tst_QrCode::thePasswordWaitsForItsTick()
{
    CardWindow card;
    CardSite site;
    site.server.address = QHostAddress(QStringLiteral("127.0.0.1"));
    site.server.password = QStringLiteral("Geheim-7");
    site.listening = true;
    card.setSite(site);
    card.show();
    QPushButton *button = nullptr;
    for (QPushButton *one : card.findChildren<QPushButton *>())
        button = one->text().contains(QStringLiteral("QR")) ? one : button;
    QVERIFY(button);
    button->click();
    auto *window = card.findChild<QrWindow *>();
    QVERIFY(window && window->isVisible());
    QVERIFY(window->text().contains(site.server.serverId) && !window->text().contains(site.server.password));
    auto *box = window->findChild<QCheckBox *>();
    box->setChecked(true);
    QVERIFY(window->text().contains(site.server.password));
    site.server.password.clear(); // another server
    card.setSite(site);
    QVERIFY(!box->isEnabled() && !box->isChecked());
    card.setVendor(CameraVendor::Dahua);
    QVERIFY(window->text().contains(QStringLiteral("Dahua")));
}

QTEST_MAIN(tst_QrCode)
#include "tst_qrcode.moc"
