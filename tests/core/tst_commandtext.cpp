#include "core/flow/commandtext.h"
#include "core/session/analysis.h"
#include "tests/support/siptraffic.h"

#include <QtTest>

using namespace gb;
using gb::test::RequestText;

/// What stands on the arrow of a request says what it is about.
class tst_CommandText : public QObject
{
    Q_OBJECT
private slots:
    void arrows_data();
    void arrows();
    void orders_data();
    void orders();
};

static QByteArray body(const char *root, const char *command, const char *more = "")
{
    return QByteArray("<?xml version=\"1.0\"?><") + root + "><CmdType>" + command
        + "</CmdType><SN>17</SN><DeviceID>34020000001320000001</DeviceID>" + more + "</" + root + ">";
}

void tst_CommandText::arrows_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *label, const char *method, const QByteArray &text) {
        QTest::newRow(label) << QByteArray(method) << text;
    };
    row("MESSAGE \u00b7 Keepalive SN 17", "MESSAGE", body("Notify", "Keepalive", "<Status>OK</Status>"));
    row("MESSAGE \u00b7 Keepalive query SN 17", "MESSAGE", body("Query", "Keepalive"));
    row("INFO \u00b7 Keepalive? SN 17", "INFO", body("Notify", "Keepalive", "<Status>OK</Status>"));
    row("MESSAGE \u00b7 Catalog query SN 17", "MESSAGE", body("Query", "Catalog"));
    row("MESSAGE \u00b7 Catalog 2/32 SN 17", "MESSAGE",
        body("Response", "Catalog",
            "<SumNum>32</SumNum><DeviceList Num=\"2\"><Item><DeviceID>1</DeviceID></Item><Item/></DeviceList>"));
    row("MESSAGE \u00b7 DeviceInfo response SN 17", "MESSAGE", body("Response", "DeviceInfo", "<Result>OK</Result>"));
    row("NOTIFY \u00b7 Catalog notify SN 17", "NOTIFY", body("Notify", "Catalog"));
    row("MESSAGE \u00b7 Alarm video SN 17", "MESSAGE", body("Notify", "Alarm", "<AlarmMethod>5</AlarmMethod>"));
    row("MESSAGE \u00b7 Alarm SN 17", "MESSAGE", body("Notify", "Alarm", "<AlarmMethod>x</AlarmMethod>"));
    row("MESSAGE \u00b7 PTZ left SN 17", "MESSAGE",
        body("Control", "DeviceControl", "<PTZCmd>A50F010280000037</PTZCmd><Info/>"));
    row("MESSAGE \u00b7 PTZCmd SN 17", "MESSAGE", body("Control", "DeviceControl", "<PTZCmd>0</PTZCmd>"));
    row("MESSAGE \u00b7 TeleBoot SN 17", "MESSAGE", body("Control", "DeviceControl", "<TeleBoot>Boot</TeleBoot>"));
    row("MESSAGE \u00b7 DeviceControl SN 17", "MESSAGE", body("Control", "DeviceControl"));
    row("MESSAGE \u00b7 DeviceConfig BasicParam SN 17", "MESSAGE",
        body("Control", "DeviceConfig", "<BasicParam><Name>a</Name></BasicParam>"));
    const QByteArray head = "v=0\r\no=34020000001320000001 0 0 IN IP4 10.0.0.1\r\n",
                     rest = "c=IN IP4 10.0.0.1\r\nt=0 0\r\n";
    row("INVITE \u00b7 Play TCP passive SSRC 0102008913", "INVITE",
        head + "s=Play\r\n" + rest
            + "m=video 30000 TCP/RTP/AVP 96\r\na=setup:passive\r\na=recvonly\r\ny=0102008913\r\n");
    row("INVITE \u00b7 Playback SSRC 1102008913", "INVITE",
        head + "s=Playback\r\n" + rest + "m=video 30000 RTP/AVP 96\r\ny=1102008913\r\n");
    row("INVITE", "INVITE", {});
}

void tst_CommandText::arrows()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    const QByteArray type = body.startsWith('v') ? "Content-Type: application/sdp\r\n"
        : body.isEmpty()                         ? ""
                                                 : "Content-Type: Application/MANSCDP+xml\r\n";
    Analysis analysis;
    const Trace trace = analysis.observe(
        test::incoming(TimePoint(), RequestText{.method = method, .extra = type, .body = body}.text()));
    QCOMPARE(arrowLabel(summarise(trace)), QString::fromUtf8(QTest::currentDataTag()));
}

/// Checked codes of GB/T 28181-2022 A.3.
void tst_CommandText::orders_data()
{
    QTest::addColumn<QString>("text");
    const std::pair<const char *, const char *> rows[] = {{"A50F010180000036", "right"}, {"A50F010280000037", "left"},
        {"A50F01080080003D", "up"}, {"A50F010400800039", "down"}, {"A50F01094060005E", "right up"},
        {"A50F011000007035", "zoom in"}, {"A50F0129406030AE", "right up zoom out"}, {"A50F0100000000B5", "stop"},
        {"A50F01480080007D", "iris close"}, {"A50F014280000077", "focus near"}, {"A50F0140000000F5", "focus stop"},
        {"A50F01820005003C", "preset 5 call"}, {"A50F01880100003E", "cruise 1 start"}, {"A50F01890100003F", "scan 1"},
        {"A50F018C01000042", "switch 1 on"}, {"", ""}, {"A50F01", ""}, {"B50F010180000036", ""},
        {"A50F01FF00000000", ""}, {"A50F0101800000zz", ""}};
    for (const auto &[hex, text] : rows)
        QTest::newRow(hex) << QString::fromUtf8(text);
}

void tst_CommandText::orders()
{
    QTEST(ptzText(QString::fromUtf8(QTest::currentDataTag())), "text");
}

QTEST_APPLESS_MAIN(tst_CommandText)
#include "tst_commandtext.moc"
