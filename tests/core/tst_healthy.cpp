#include "core/report/words/findingwords.h"
#include "tests/support/script.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What other checkers call a fault, and the standard does not: a camera that does it is well, and nothing is found.
class tst_Healthy : public QObject
{
    Q_OBJECT
private slots:
    void cameras_data();
    void cameras();
    void oldNonces_data();
    void oldNonces();
    void domainForms_data();
    void domainForms();
};

namespace {

using R = Script::Request;

void told(Script &s, const R &request)
{
    s.send(request);
    s.answer(s.last, "200 OK");
}

void asked(Script &s, const R &request)
{
    s.ask(s.query(request));
    s.answer(s.last, "200 OK", {}, true);
}

void registered(Script &s, const QByteArray &expires, const QByteArray &more = {})
{
    s.login({.more = "Expires: " + expires + "\r\n" + more});
}

QByteArray item(const QByteArray &id)
{
    return "<Item><DeviceID>" + id + "</DeviceID><Name>a</Name><Status>ON</Status></Item>";
}

void catalogOf(Script &s, const QByteArray &sum, const QByteArray &items)
{
    s.login();
    asked(s, s.manscdp("Query", "Catalog", {}, 21));
    told(s,
        s.manscdp("Response", "Catalog",
            "<SumNum>" + sum + "</SumNum><DeviceList Num=\"" + sum + "\">" + items + "</DeviceList>", 21));
}

void ptz(Script &s, const QByteArray &command)
{
    s.login();
    asked(s, s.manscdp("Control", "DeviceControl", "<PTZCmd>" + command + "</PTZCmd>"));
}

void alarm(Script &s, const QByteArray &method)
{
    s.login();
    told(s,
        s.manscdp("Notify", "Alarm",
            "<AlarmPriority>4</AlarmPriority><AlarmMethod>" + method
                + "</AlarmMethod><AlarmTime>2026-03-02T08:00:00</AlarmTime>"));
}

/// Live, or as a playback over TCP.
void call(Script &s, const QByteArray &session, const QByteArray &times, const QByteArray &protocol,
    const QByteArray &lines, const QByteArray &answered)
{
    s.login();
    const auto sdp = [&](const QByteArray &address, const QByteArray &direction, const QByteArray &more) -> QByteArray {
        return "v=0\r\no=34020000001310000001 0 0 IN IP4 " + address + "\r\ns=" + session + "\r\nc=IN IP4 " + address
            + "\r\nt=" + times + "\r\nm=video 6000 " + protocol + " 96\r\na=" + direction
            + "\r\na=rtpmap:96 PS/90000\r\n" + more + "y=1100000001\r\n";
    };
    R r = s.query({.method = "INVITE",
        .callId = "call",
        .more = "Subject: 34020000001310000001:1100000001,34020000002000000001:0\r\n"});
    r.type = "application/sdp";
    r.body = sdp("192.168.1.15", "recvonly", lines);
    s.ask(r);
    const QByteArray invite = s.last;
    s.answer(invite, "100 Trying", {}, true);
    s.answer(invite, "200 OK", "Contact: <sip:34020000001320000001@192.168.1.64:5060>\r\n", true, "application/sdp",
        sdp("192.168.1.64", "sendonly", answered));
    R ack = s.query({.method = "ACK", .callId = "call", .more = {}});
    ack.branch = "z9hG4bKack";
    s.ask(ack);
    s.wait(20s);
    R bye = s.query({.method = "BYE", .callId = "call", .cseq = 2, .more = {}});
    s.ask(bye);
    s.answer(s.last, "200 OK", {}, true);
}

struct Camera
{
    const char *name;
    void (*does)(Script &);
};

const Camera cameras[] = {
    {"Expires 86400, the standard's own value", [](Script &s) { registered(s, "86400"); }},
    {"Expires 7200", [](Script &s) { registered(s, "7200"); }},
    {"Expires 3600, the least", [](Script &s) { registered(s, "3600"); }},
    {"MD5 and the version of 2022", [](Script &s) { registered(s, "3600", "X-GB-Ver: 3.0\r\n"); }},
    {"MD5 and the version of 2016", [](Script &s) { registered(s, "3600", "X-GB-Ver: 2.0\r\n"); }},
    {"a heartbeat with an empty Info",
        [](Script &s) {
            s.login();
            told(s, s.beatRequest(1, "OK", Script::id, "<Info></Info>"));
        }},
    {"PTZ up, last byte 3D", [](Script &s) { ptz(s, "A50F01080080003D"); }},
    {"PTZ stop, last byte B5", [](Script &s) { ptz(s, "A50F0100000000B5"); }},
    {"PTZ right, last byte D5", [](Script &s) { ptz(s, "A50F01011F0000D5"); }},
    {"an alarm by phone", [](Script &s) { alarm(s, "1"); }},
    {"an alarm by device", [](Script &s) { alarm(s, "2"); }},
    {"an alarm by short message", [](Script &s) { alarm(s, "3"); }},
    {"an alarm by GPS", [](Script &s) { alarm(s, "4"); }},
    {"an alarm by video", [](Script &s) { alarm(s, "5"); }},
    {"an alarm of a device fault", [](Script &s) { alarm(s, "6"); }},
    {"another alarm", [](Script &s) { alarm(s, "7"); }},
    {"a channel that has the ID of its camera", [](Script &s) { catalogOf(s, "1", item(Script::id)); }},
    {"two channels, 131 and 132",
        [](Script &s) { catalogOf(s, "2", item("34020000001310000001") + item("34020000001320000009")); }},
    {"no recordings: SumNum 0 and no list",
        [](Script &s) {
            s.login();
            asked(s, s.manscdp("Query", "RecordInfo", {}, 22));
            told(s, s.manscdp("Response", "RecordInfo", "<SumNum>0</SumNum>", 22));
        }},
    {"Status in small letters",
        [](Script &s) {
            s.login();
            told(s, s.beatRequest(1, "ok"));
        }},
    {"heartbeats of 57 and 63 s",
        [](Script &s) {
            s.login();
            for (int i = 0; i < 4; ++i)
                s.beats(1, i % 2 == 0 ? 57s : 63s);
        }},
    {"live over UDP", [](Script &s) { call(s, "Play", "0 0", "RTP/AVP", {}, {}); }},
    {"live over TCP, passive",
        [](Script &s) {
            call(s, "Play", "0 0", "TCP/RTP/AVP", "a=setup:passive\r\na=connection:new\r\n",
                "a=setup:active\r\na=connection:new\r\n");
        }},
    {"a playback, its times in UTC",
        [](Script &s) { call(s, "Playback", "1772409600 1772413200", "RTP/AVP", {}, {}); }},
    {"a refresh under the same Call-ID",
        [](Script &s) {
            s.login();
            s.beats(2);
            s.login({.cseq = 3});
        }},
    {"OPTIONS that it does not know, and answers",
        [](Script &s) {
            s.login();
            s.ask(s.query({.method = "OPTIONS", .callId = "o", .more = {}}));
            s.answer(s.last, "405 Method Not Allowed", "Allow: INVITE, ACK, BYE, MESSAGE\r\n", true);
            s.wait(40s);
        }},
};

} // namespace

void tst_Healthy::cameras_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<bool>("live");
    int place = 0;
    for (const Camera &camera : ::cameras) {
        QTest::addRow("%s", camera.name) << place << true;
        QTest::addRow("captured: %s", camera.name) << place << false;
        ++place;
    }
}

void tst_Healthy::cameras()
{
    QFETCH(const int, place);
    QFETCH(const bool, live);
    Script script;
    if (!live)
        script.note(notes::Site{.live = false});
    ::cameras[place].does(script);
    script.beats(2);
    const auto devices = script.analysis.devices().snapshots();
    QVERIFY(!devices.isEmpty() && devices.constFirst().verdict.state == DeviceState::Online);
    const QList<Finding> found = script.analysis.findings().log().all();
    QVERIFY2(found.isEmpty(),
        found.isEmpty() ? ""
                        : qPrintable(QLatin1String(found.constFirst().kind().rule) + u' '
                            + wording::finding(found.constFirst()).title));
}

/// Credentials of an earlier challenge, whose 401 does not say stale=true.
void tst_Healthy::oldNonces_data()
{
    QTest::addColumn<QString>("steps");    ///< l: login; o: a refresh with the old nonce, w: with the new one: both
                                           ///< refused
    QTest::addColumn<FindingCode>("code"); ///< Count: none
    QTest::newRow("a refresh with the credentials of the last login") << "lolol" << FindingCode::Count;
    QTest::newRow("begun in mid-site: the challenge is not in the record") << "ol" << FindingCode::Count;
    QTest::newRow("refused with the new one as well") << "low" << FindingCode::WrongPassword;
    QTest::newRow("the old one again") << "loo" << FindingCode::NonceReused;
}

void tst_Healthy::oldNonces()
{
    QFETCH(const QString, steps);
    QFETCH(const FindingCode, code);
    Script script;
    int cseq = 1;
    for (const QChar step : steps) {
        if (step == u'l') {
            script.login({.cseq = cseq++});
        } else {
            const QByteArray credentials = Script::credentials();
            script.send({.cseq = cseq,
                .more = "Expires: 3600\r\n"
                    + (step == u'o' ? credentials : QByteArray(credentials).replace("\"n\"", "\"o\""))});
            script.challenge(R"(realm="3402000000",algorithm=MD5,nonce="o")");
        }
        ++cseq;
        script.beats(10);
    }
    const QList<Finding> all = script.analysis.findings().log().all();
    QCOMPARE(all.size(), code == FindingCode::Count ? 0 : 1);
    QCOMPARE(all.isEmpty() ? FindingCode::Count : all.constFirst().code, code);
}

/// What may stand for the domain (GB/T 28181-2022 6.1.2).
void tst_Healthy::domainForms_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("said");
    QTest::newRow("domain") << QByteArray("3402000000") << false;
    QTest::newRow("its own address") << QByteArray("192.168.1.64:5060") << false;
    QTest::newRow("the platform's address") << QByteArray("192.168.1.15:5060") << false;
    QTest::newRow("another address") << QByteArray("10.9.9.9:5060") << true;
    QTest::newRow("the domain in spvmn.cn") << QByteArray("3402000000.spvmn.cn") << false;
    QTest::newRow("another in spvmn.cn") << QByteArray("4401000000.spvmn.cn") << true;
}

void tst_Healthy::domainForms()
{
    QFETCH(const QByteArray, host);
    QFETCH(const bool, said);
    Script script;
    script.login({.host = host});
    QCOMPARE(script.finding(FindingCode::OtherDomainForm).has_value(), said);
    QVERIFY(!script.finding(FindingCode::WrongDomain));
}

QTEST_GUILESS_MAIN(tst_Healthy)
#include "tst_healthy.moc"
