#include "tests/support/beatrounds.h"
#include "tests/support/saidof.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Records in which nothing is wrong with whom a rule might blame: each is one that a rule was wrong about.
class tst_HealthyKinds : public QObject
{
    Q_OBJECT
private slots:
    void aPauseOfTheOperatorIsNoGap();
    void slowHeartbeatsAreNoGap();
    void oneThatDiesIsNoGap();
    void subscribingIsNoQuery();
    void twoPlatformsAnswerForThemselves();
    void aHopFurtherIsNotElsewhere();
    void refusalsOfARefresh_data();
    void refusalsOfARefresh();
    void theAckOfAChannelsCall();
    void theAckOfAnotherCall();
    void cancelledAheadOfTheNextCall();
    void aServerOfBefore();
    void theLastCopyWasAnswered();
    void repeatsRegistersAlone();
    void twoServersOfACluster();
    void threeOfTen();
    void someComeBack();
    void theServerWasGone();
    void grantedByAnother();
    void itsOwnIntervalIsTheMeasure();

private:
    static Script::Request invite(Script &s, const QByteArray &callId = "call", const QByteArray &to = {})
    {
        Script::Request r = s.query({.method = "INVITE",
            .callId = callId,
            .more = "Subject: 34020000001310000001:0100000001,34020000002000000001:0\r\n"});
        if (!to.isEmpty())
            r.to = to;
        r.type = "application/sdp";
        r.body = "v=0\r\no=34020000001310000001 0 0 IN IP4 192.168.1.15\r\ns=Play\r\nc=IN IP4 192.168.1.15\r\nt=0 0\r\n"
                 "m=video 6000 RTP/AVP 96\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\ny=0100000001\r\n";
        return r;
    }
    static Script::Request ack(Script &s, const QByteArray &callId, const QByteArray &to = {})
    {
        Script::Request r = s.query({.method = "ACK", .callId = callId, .more = {}});
        if (!to.isEmpty())
            r.to = to;
        return r;
    }
    static quint64 takes(Script &s)
    {
        return s.answer(s.last, "200 OK", "Contact: <sip:34020000001320000001@192.168.1.64:5060>\r\n", true);
    }
    static void rounds(Script &s, int from, int to)
    {
        for (int sn = from; sn <= to; ++sn)
            beatRound(s, 3, sn, "200 OK");
    }
};

void tst_HealthyKinds::aPauseOfTheOperatorIsNoGap()
{
    Script s;
    asCapture(s);
    rounds(s, 1, 3);
    for (int i = 0; i < 360; ++i) { // somebody turns a camera
        s.wait(1s);
        s.ask(s.query(s.manscdp("Control", "DeviceControl", "<PTZCmd>A50F0102000000B7</PTZCmd>\r\n", i)));
        s.answer(s.last, "200 OK", {}, true);
    }
    rounds(s, 4, 20);
    QVERIFY2(!s.finding(FindingCode::RecordGap), qPrintable(saidOf(s)));
}

void tst_HealthyKinds::slowHeartbeatsAreNoGap()
{
    Script s;
    asCapture(s);
    s.note(notes::Policy{.interval = 120s, .timeoutCount = 3});
    for (int sn = 1; sn < 14; ++sn) {
        s.wait(60s);
        beatRound(s, 3, sn, "200 OK");
    }
    QVERIFY2(!s.finding(FindingCode::RecordGap), qPrintable(saidOf(s)));
}

/// One of four is not heard any more: that is the camera's, and the record is whole.
void tst_HealthyKinds::oneThatDiesIsNoGap()
{
    Script s;
    asCapture(s);
    for (int sn = 1; sn < 6; ++sn)
        beatRound(s, 4, sn, "200 OK");
    for (int i = 0; i < 300; ++i) {
        s.wait(1s);
        s.ask(s.query(s.manscdp("Control", "DeviceControl", "<PTZCmd>A50F0102000000B7</PTZCmd>\r\n", i)));
        s.answer(s.last, "200 OK", {}, true);
    }
    for (int sn = 6; sn < 12; ++sn)
        beatRound(s, 3, sn, "200 OK");
    QVERIFY2(!s.finding(FindingCode::RecordGap), qPrintable(saidOf(s)));
}

void tst_HealthyKinds::subscribingIsNoQuery()
{
    Script s;
    s.login();
    s.ask(s.catalogSubscription());
    s.answer(s.last, "200 OK", "Expires: 3600\r\n", true);
    s.wait(60s);
    QVERIFY2(!s.finding(FindingCode::CatalogNoResponse), qPrintable(saidOf(s)));
}

/// It registered with another one last, and repeats a heartbeat to the first, which answers.
void tst_HealthyKinds::twoPlatformsAnswerForThemselves()
{
    Script s;
    asCapture(s);
    s.login();
    const Endpoint first = s.platform;
    s.platform.address = IpAddress(0xc0a80909U);
    s.login({.callId = "other"});
    s.platform = first;
    s.wait(10s);
    s.send(s.beatRequest());
    const QByteArray beat = s.last;
    s.answer(beat, "200 OK");
    s.wait(500ms);
    s.see(beat);
    QVERIFY(s.finding(FindingCode::BeatRepeated));
    QVERIFY2(!s.finding(FindingCode::AnswersElsewhere), qPrintable(saidOf(s)));
}

/// Captured at two places, the answer first has the address from behind NAT.
void tst_HealthyKinds::aHopFurtherIsNotElsewhere()
{
    Script s;
    asCapture(s);
    s.login();
    s.send(s.beatRequest());
    const QByteArray beat = s.last;
    s.wait(600ms);
    const Endpoint outer = s.platform;
    s.platform.address = IpAddress(0xac110002U);
    s.answer(beat, "200 OK");
    s.platform = outer;
    s.see(s.last, false);
    s.wait(1ms);
    s.see(beat);
    QVERIFY2(!s.finding(FindingCode::AnswersElsewhere), qPrintable(saidOf(s)));
}

void tst_HealthyKinds::refusalsOfARefresh_data()
{
    QTest::addColumn<int>("refreshes");
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("ofTheCallId");
    QTest::newRow("the first refresh is not taken") << 0 << QByteArray("3600") << QByteArray("400 Bad Request") << true;
    QTest::newRow("others were") << 2 << QByteArray("3600") << QByteArray("404 Not Found") << false;
    QTest::newRow("it leaves") << 0 << QByteArray("0") << QByteArray("400 Bad Request") << false;
    QTest::newRow("trouble") << 0 << QByteArray("3600") << QByteArray("503 Service Unavailable") << false;
    QTest::newRow("too short") << 0 << QByteArray("3600") << QByteArray("423 Interval Too Brief") << false;
}

void tst_HealthyKinds::refusalsOfARefresh()
{
    QFETCH(const int, refreshes);
    QFETCH(const QByteArray, expires);
    QFETCH(const QByteArray, status);
    QFETCH(const bool, ofTheCallId);
    Script s;
    int cseq = 1;
    for (int i = 0; i <= refreshes; ++i, cseq += 2) {
        s.login({.cseq = cseq});
        s.wait(60s);
    }
    s.send({.cseq = cseq, .more = "Expires: " + expires + "\r\n"});
    s.answer(s.last, status);
    const auto finding = s.finding(FindingCode::RegistrationRefused);
    QVERIFY(finding);
    QCOMPARE(!finding->c.isEmpty(), ofTheCallId);
}

void tst_HealthyKinds::theAckOfAChannelsCall()
{
    const QByteArray channel = "34020000001310000001";
    Script s;
    s.login();
    s.ask(invite(s, "call", channel));
    takes(s);
    const QByteArray ok = s.last;
    s.ask(ack(s, "call", channel));
    for (const auto pause : {500ms, 1000ms}) {
        s.wait(pause);
        s.see(ok);
    }
    int told = 0;
    for (const Finding &one : s.analysis.findings().log().all()) {
        if (one.code != FindingCode::OkRepeated)
            continue;
        ++told;
        QVERIFY2(!wording::finding(one).cause.contains(QStringLiteral("No ACK")), qPrintable(saidOf(s)));
    }
    QCOMPARE(told, 1);
}

void tst_HealthyKinds::theAckOfAnotherCall()
{
    Script s;
    s.login();
    s.ask(invite(s, "one"));
    takes(s);
    const QByteArray ok = s.last;
    s.ask(ack(s, "another"));
    s.wait(500ms);
    s.see(ok);
    QVERIFY2(wording::finding(*s.finding(FindingCode::OkRepeated)).cause.contains(QStringLiteral("No ACK")),
        qPrintable(saidOf(s)));
}

/// The user switches to another stream: the 487 of the first call comes behind the INVITE of the second.
void tst_HealthyKinds::cancelledAheadOfTheNextCall()
{
    Script s;
    s.login();
    s.ask(invite(s, "one"));
    const QByteArray first = s.last;
    s.ask(s.query({.method = "CANCEL", .callId = "one", .more = {}}));
    s.ask(invite(s, "two"));
    s.answer(first, "487 Request Terminated", {}, true);
    QVERIFY2(!s.finding(FindingCode::InviteRefused), qPrintable(saidOf(s)));
}

/// It is registered with both, and the one that it beats to is gone.
void tst_HealthyKinds::aServerOfBefore()
{
    Script s;
    asCapture(s);
    const Endpoint first = s.platform;
    s.login();
    s.beats(2);
    s.platform.address = IpAddress(0xc0a80909U);
    s.login({.callId = "other"});
    s.platform = first;
    for (int sn = 3; sn < 8; ++sn) {
        s.wait(60s);
        s.send(s.beatRequest(sn));
    }
    QVERIFY2(!s.finding(FindingCode::BeatsElsewhere), qPrintable(saidOf(s)));
}

/// 4 ms behind the copy: it may well be that the first one was lost.
void tst_HealthyKinds::theLastCopyWasAnswered()
{
    Script s;
    asCapture(s);
    s.login();
    s.send(s.beatRequest());
    const QByteArray beat = s.last;
    s.wait(500ms);
    s.see(beat);
    s.wait(4ms);
    s.answer(beat, "200 OK");
    const auto finding = s.finding(FindingCode::BeatRepeated);
    QVERIFY(finding);
    QCOMPARE(QLatin1StringView(wording::culpritCode(*finding)), QLatin1StringView("network"));
}

void tst_HealthyKinds::repeatsRegistersAlone()
{
    Script s;
    asCapture(s);
    s.send({});
    s.wait(500ms);
    s.again();
    s.login({.callId = "next"});
    s.beats(2);
    for (int sn = 3; sn < 8; ++sn) { // its server is gone, and it never sends a MESSAGE twice
        s.wait(60s);
        s.send(s.beatRequest(sn));
    }
    QVERIFY2(!s.finding(FindingCode::RecordIncomplete), qPrintable(saidOf(s)));
}

/// One refuses three and takes nobody, the other one refuses one and takes another.
void tst_HealthyKinds::twoServersOfACluster()
{
    Script s;
    asCapture(s);
    const auto speak = [&s](int number, quint32 server, int sn, const QByteArray &end) {
        s.platform.address = IpAddress(0xc0a80900U + server);
        beatOf(s, number, sn, end);
    };
    for (int sn = 1; sn < 5; ++sn) {
        s.wait(60s);
        for (int number = 1; number <= 5; ++number) {
            const bool ofA = number <= 3, refused = sn > 2 && number != 5;
            speak(number, ofA ? 1 : 2, sn, refused ? "403 Forbidden" : "200 OK");
        }
    }
    const auto root = s.finding(FindingCode::ManyRefused);
    QVERIFY2(root && !root->over, qPrintable(saidOf(s)));
    QCOMPARE(root->a, QStringLiteral("192.168.9.1"));
    for (const Finding &one : s.analysis.findings().log().all()) {
        if (one.code == FindingCode::RefusedAfterAccepted)
            QCOMPARE(one.because == root->id, !one.device.endsWith(u'4'));
    }
}

void tst_HealthyKinds::threeOfTen()
{
    Script s;
    asCapture(s);
    beatRound(s, 9, 1, "200 OK");
    beatRound(s, 9, 2, "200 OK");
    beatRound(s, 3, 3, "403 Forbidden");
    for (int number = 4; number <= 9; ++number) // right behind
        beatOf(s, number, 3, "200 OK");
    QVERIFY2(!s.finding(FindingCode::ManyRefused), qPrintable(saidOf(s)));
    const auto own = s.finding(FindingCode::RefusedAfterAccepted);
    QVERIFY(own);
    QCOMPARE(own->because, 0U);
}

void tst_HealthyKinds::someComeBack()
{
    Script s;
    asCapture(s);
    beatRound(s, 4, 1, "200 OK");
    beatRound(s, 4, 2, "200 OK");
    beatRound(s, 4, 3, "403 Forbidden");
    QVERIFY(s.finding(FindingCode::ManyRefused));
    for (int sn = 4; sn < 9; ++sn)
        beatRound(s, 2, sn, "200 OK");
    QVERIFY2(s.finding(FindingCode::ManyRefused)->over, qPrintable(saidOf(s)));
}

/// 25 devices that it did not answer begin anew: that was no power.
void tst_HealthyKinds::theServerWasGone()
{
    for (const bool server : {false, true}) {
        Script s;
        asCapture(s);
        const auto all = [&s](const auto &act) {
            for (int number = 0; number < 25; ++number) {
                const QByteArray id = "340200000013200001" + QByteArray::number(10 + number);
                s.device.address = IpAddress(0xc0a80140U + static_cast<quint32>(number));
                act(id, number);
            }
        };
        const auto beat = [&s](const QByteArray &id, bool answered) {
            Script::Request request = s.beatRequest(1, "OK", id);
            request.user = id;
            s.send(request);
            if (answered)
                s.answer(s.last, "200 OK");
        };
        all([&](const QByteArray &id, int number) {
            s.login({.user = id, .callId = "a" + QByteArray::number(number)});
        });
        for (int i = 0; i < 3; ++i) {
            s.wait(60s);
            all([&](const QByteArray &id, int) { beat(id, true); });
        }
        for (int i = 0; i < 3; ++i) {
            s.wait(60s);
            if (server)
                all([&](const QByteArray &id, int) { beat(id, false); });
        }
        s.wait(100s);
        all([&](const QByteArray &id, int number) {
            s.login({.user = id, .callId = "b" + QByteArray::number(number)});
        });
        QCOMPARE(s.finding(FindingCode::PowerReturned).has_value(), !server);
    }
}

/// The one that it beats to granted a day, the other one five minutes.
void tst_HealthyKinds::grantedByAnother()
{
    Script s;
    asCapture(s);
    const Endpoint first = s.platform;
    s.login({.more = "Expires: 86400\r\n"});
    s.platform.address = IpAddress(0xc0a80909U);
    s.login({.callId = "other", .more = "Expires: 300\r\n"});
    s.platform = first;
    s.beats(10);
    QVERIFY2(!s.finding(FindingCode::BeatsWhileLapsed), qPrintable(saidOf(s)));
}

/// It beats every 100 s; after a silence it is regular again.
void tst_HealthyKinds::itsOwnIntervalIsTheMeasure()
{
    Script s;
    s.login();
    for (int sn = 1; sn < 5; ++sn) {
        s.wait(100s);
        s.beat(sn);
    }
    s.wait(400s);
    s.beat(8);
    QVERIFY(s.finding(FindingCode::BeatsLostOnWay));
    for (int sn = 9; sn < 16; ++sn) {
        s.wait(100s);
        s.beat(sn);
    }
    QVERIFY2(s.finding(FindingCode::BeatsLostOnWay)->over, qPrintable(saidOf(s)));
}

QTEST_GUILESS_MAIN(tst_HealthyKinds)
#include "tst_healthykinds.moc"
