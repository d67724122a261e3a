#include "tests/support/beatrounds.h"
#include "tests/support/saidof.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Kinds of captures in which the record itself disproves, or does not prove, what looks like a fault.
class tst_RecordTruth : public QObject
{
    Q_OBJECT
private slots:
    void oldBindingsInThe200();
    void heartbeatsThatAreTakenAllTheSame();
    void theClockOfTheCapture();
    void theClockOfTheDevice();
    void twoPlatformsCountFromOne();
    void oneAsksTwiceWithOneNumber();
    void whoIsADeviceItselfAsksBelow();
    void bothRegisterWithEachOther();
    void nobodyWasHeard();
    void othersWereHeard();
    void aSubscriptionAsksForTheCatalog();
    void aChannelIsCalledWhereItsRecorderIs();
    void numbersOfEachRegistration_data();
    void numbersOfEachRegistration();
    void answeredOnAnotherConnection();
    void restartsAsItWasTold();
    void holesOverTcp();
    void bothSidesOfAProxy();
    void aPlatformIsNoChannel();
    void aRecorderBreaksOffTheCallOfItsChannel();
    void oneGapIsToldOnce();
    void itRefusesAfterAPauseAgain();
    void anotherServerRefusesMeanwhile();

private:
    using S = Script;

    static void asks(S &s, int sn, const QByteArray &command = "DeviceInfo")
    {
        s.ask(s.query(s.manscdp("Query", command, {}, sn)));
        s.answer(s.last, "200 OK", {}, true);
    }
    static void responds(S &s, int sn)
    {
        s.send(s.manscdp("Response", "DeviceInfo", "<Result>OK</Result>\r\n", sn));
        s.answer(s.last, "200 OK");
    }
    static QByteArray local(const S &s, Duration off)
    {
        const auto at = std::chrono::floor<std::chrono::milliseconds>(s.clock.now() + off);
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC).addSecs(8 * 3600);
        return time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1();
    }
    /// The platform's 200 has its Date; then the device tells its own time.
    static void tellsTime(S &s, Duration platform, Duration device)
    {
        asCapture(s);
        s.send({});
        s.challenge();
        s.send({.cseq = 2, .more = "Expires: 3600\r\n" + S::credentials()});
        s.answer(s.last, "200 OK", "Date: " + local(s, platform) + "\r\n");
        s.ask(s.query(s.manscdp("Query", "DeviceStatus", {}, 3)));
        s.answer(s.last, "200 OK", {}, true);
        s.send(s.manscdp("Response", "DeviceStatus",
            "<Result>OK</Result>\r\n<DeviceTime>" + local(s, device) + "</DeviceTime>\r\n", 3));
    }
    /// Over UDP a question is sent again until timer F fires.
    static void insists(S &s, const S::Request &question)
    {
        const QByteArray text = s.text(question);
        for (const Duration gap : {Duration(0ms), Duration(500ms), Duration(1s), Duration(2s), Duration(4s)}) {
            s.wait(gap);
            s.see(text, false);
        }
    }
};

void tst_RecordTruth::oldBindingsInThe200()
{
    S s;
    asCapture(s);
    s.send({});
    s.challenge();
    s.send({.cseq = 2, .more = "Expires: 3600\r\n" + S::credentials()});
    s.answer(s.last, "200 OK",
        "Contact: <sip:34020000001320000001@192.168.1.9:5060>;expires=12,"
        " <sip:34020000001320000001@192.168.1.64:5060>;expires=3600\r\n");
    s.beats(5);
    QVERIFY2(!s.finding(FindingCode::BeatsWhileLapsed), qPrintable(saidOf(s)));
}

void tst_RecordTruth::heartbeatsThatAreTakenAllTheSame()
{
    for (const bool taken : {true, false}) {
        S s;
        asCapture(s);
        s.login({.more = "Expires: 300\r\n"});
        s.beats(4);
        for (int sn = 5; sn < 10; ++sn) {
            s.wait(60s);
            s.beat(sn, taken ? "200 OK" : "403 Forbidden");
        }
        const auto finding = s.finding(FindingCode::BeatsWhileLapsed);
        QVERIFY2(finding.has_value(), qPrintable(saidOf(s)));
        QCOMPARE(finding->likelihood(), taken ? Likelihood::Possible : Likelihood::Certain);
        QCOMPARE(wording::finding(*finding).cause.contains(u"was not captured"), taken);
    }
}

void tst_RecordTruth::theClockOfTheCapture()
{
    S s;
    tellsTime(s, 300s, 301s);
    QVERIFY2(!s.finding(FindingCode::ClockOff), qPrintable(saidOf(s)));
}

void tst_RecordTruth::theClockOfTheDevice()
{
    S s;
    tellsTime(s, 0s, 301s);
    QVERIFY2(s.finding(FindingCode::ClockOff).has_value(), qPrintable(saidOf(s)));
}

void tst_RecordTruth::twoPlatformsCountFromOne()
{
    S s;
    asCapture(s);
    s.login();
    const Endpoint first = s.platform, second = endpoint("192.168.9.9", 5060);
    asks(s, 1);
    s.platform = second;
    asks(s, 1);
    responds(s, 1);
    s.platform = first;
    responds(s, 1);
    s.wait(60s);
    QVERIFY2(!s.finding(FindingCode::ResponseMissing), qPrintable(saidOf(s)));
    s.platform = second;
    asks(s, 2);
    s.wait(60s);
    QVERIFY2(s.finding(FindingCode::ResponseMissing).has_value(), qPrintable(saidOf(s)));
}

void tst_RecordTruth::oneAsksTwiceWithOneNumber()
{
    S s;
    asCapture(s);
    s.login();
    asks(s, 1);
    asks(s, 1);
    responds(s, 1);
    responds(s, 1);
    s.wait(60s);
    QVERIFY2(!s.finding(FindingCode::ResponseMissing), qPrintable(saidOf(s)));
}

/// A platform between two others.
void tst_RecordTruth::whoIsADeviceItselfAsksBelow()
{
    S s;
    asCapture(s);
    s.login();
    s.beats(2);
    const Endpoint below = s.device, own = s.platform;
    s.device = own;
    s.platform = endpoint("10.9.9.9", 5060);
    s.login({.user = S::serverId, .callId = "up"});
    s.device = below;
    s.platform = own;
    insists(s, s.query(s.manscdp("Query", "DeviceInfo", {})));
    s.wait(60s);
    QVERIFY2(
        s.finding(FindingCode::RequestUnanswered) || s.finding(FindingCode::RequestIgnored), qPrintable(saidOf(s)));
}

void tst_RecordTruth::bothRegisterWithEachOther()
{
    S s;
    asCapture(s);
    s.login();
    const Endpoint one = s.device, other = s.platform;
    s.device = other;
    s.platform = one;
    s.login({.user = S::serverId, .to = S::serverId, .callId = "back"});
    s.device = one;
    s.platform = other;
    s.beats(3);
    insists(s, s.query(s.manscdp("Query", "DeviceInfo", {})));
    s.wait(60s);
    s.beat(4);
    const auto finding = s.finding(FindingCode::RequestIgnored);
    QVERIFY2(finding.has_value(), qPrintable(saidOf(s)));
    QCOMPARE(finding->device, QString::fromLatin1(S::id));
}

/// One device, and nothing at all in between: the record may have a gap there.
void tst_RecordTruth::nobodyWasHeard()
{
    S s;
    asCapture(s);
    s.login();
    s.beats(5);
    s.wait(480s);
    s.wait(60s);
    s.beat(15);
    QVERIFY2(!s.finding(FindingCode::BeatsLostOnWay), qPrintable(saidOf(s)));
    QVERIFY2(s.finding(FindingCode::RecordGap).has_value(), qPrintable(saidOf(s)));
}

void tst_RecordTruth::othersWereHeard()
{
    S s;
    asCapture(s);
    s.login();
    s.beats(5);
    for (int i = 0; i < 9; ++i) {
        s.wait(60s);
        s.see("OPTIONS sip:x@10.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.2;branch=z9hG4bKo" + QByteArray::number(i)
            + "\r\nFrom: <sip:a@h>;tag=1\r\nTo: <sip:x@h>\r\nCall-ID: o\r\nCSeq: 1 OPTIONS\r\nContent-Length: "
              "0\r\n\r\n");
    }
    s.beat(15);
    QVERIFY2(s.finding(FindingCode::BeatsLostOnWay).has_value(), qPrintable(saidOf(s)));
    QVERIFY2(!s.finding(FindingCode::RecordGap), qPrintable(saidOf(s)));
}

void tst_RecordTruth::aSubscriptionAsksForTheCatalog()
{
    const QByteArray recorder = "34020000001180000001";
    for (const bool subscribed : {true, false}) {
        S s;
        asCapture(s);
        s.login({.user = recorder, .to = recorder, .contact = "sip:" + recorder + "@192.168.1.64:5060"});
        if (subscribed) {
            S::Request r = s.catalogSubscription();
            r.to = recorder;
            s.ask(r);
            s.answer(s.last, "200 OK", "Expires: 600\r\n", true);
        }
        for (int sn = 1; sn < 8; ++sn) {
            s.wait(60s);
            S::Request beat = s.beatRequest(sn, "OK", recorder);
            beat.user = recorder;
            s.send(beat);
            s.answer(s.last, "200 OK");
        }
        QVERIFY2(s.finding(FindingCode::CatalogNotAsked).has_value() != subscribed, qPrintable(saidOf(s)));
    }
}

/// What is heard of the recorder behind the call shows that the way is open.
void tst_RecordTruth::aChannelIsCalledWhereItsRecorderIs()
{
    S s;
    asCapture(s);
    s.login();
    s.beats(2);
    S::Request call = s.query({.method = "INVITE", .callId = "call"});
    call.to = "34020000001310000001";
    call.uri = "sip:34020000001310000001@192.168.1.64:5060";
    insists(s, call);
    s.wait(40s);
    QVERIFY2(s.finding(FindingCode::InviteUnanswered) || s.finding(FindingCode::InviteIgnored), qPrintable(saidOf(s)));
    s.beat(3);
    QVERIFY2(s.finding(FindingCode::InviteIgnored).has_value(), qPrintable(saidOf(s)));
    QVERIFY2(!s.finding(FindingCode::InviteUnanswered), qPrintable(saidOf(s)));
}

void tst_RecordTruth::numbersOfEachRegistration_data()
{
    QTest::addColumn<QByteArray>("last"); ///< how the last heartbeat of each registration is answered
    QTest::addColumn<int>("pause");       ///< seconds behind it
    QTest::addColumn<bool>("boots");
    QTest::addColumn<bool>("tcp");
    QTest::addColumn<bool>("said");
    QTest::newRow("it is gone each time") << QByteArray("200 OK") << 95 << false << false << true;
    QTest::newRow("the rhythm is kept") << QByteArray("200 OK") << 60 << false << false << false;
    QTest::newRow("it was refused") << QByteArray("403 Forbidden") << 95 << false << false << false;
    QTest::newRow("it was not answered") << QByteArray() << 95 << false << false << false;
    QTest::newRow("it was asked to") << QByteArray("200 OK") << 95 << true << false << false;
    QTest::newRow("of each connection") << QByteArray("200 OK") << 95 << false << true << false;
}

/// SN that begin at their start show a restart only where nothing else explains them.
void tst_RecordTruth::numbersOfEachRegistration()
{
    QFETCH(const QByteArray, last);
    QFETCH(const int, pause);
    QFETCH(const bool, boots);
    QFETCH(const bool, tcp);
    QFETCH(const bool, said);
    S s;
    asCapture(s);
    if (tcp)
        s.transport = TransportKind::Tcp;
    for (int registration = 0; registration < 5; ++registration) {
        s.login({.callId = QByteArray::number(registration)});
        for (int sn = 1; sn < 4; ++sn) {
            s.wait(sn == 1 ? std::chrono::seconds(5) : 60s);
            s.send(s.beatRequest(sn));
            if (sn < 3 || !last.isEmpty())
                s.answer(s.last, sn == 3 ? last : QByteArray("200 OK"));
        }
        if (boots) {
            s.ask(s.query(s.manscdp("Control", "DeviceControl", "<TeleBoot>Boot</TeleBoot>\r\n")));
            s.answer(s.last, "200 OK", {}, true);
        }
        s.wait(std::chrono::seconds(pause - 5));
    }
    QVERIFY2(s.finding(FindingCode::RestartsOften).has_value() == said, qPrintable(saidOf(s)));
}

void tst_RecordTruth::answeredOnAnotherConnection()
{
    S s;
    asCapture(s);
    s.transport = TransportKind::Tcp;
    s.login();
    const QByteArray question = s.text(s.query(s.manscdp("Query", "DeviceInfo", {})));
    s.see(question, false);
    using How = notes::Connection::How;
    s.note(notes::Connection{How::Closed, s.device.text(), s.platform.text()});
    QVERIFY2(s.finding(FindingCode::DeviceBreaksOff).has_value(), qPrintable(saidOf(s)));
    s.device.port = 40'000;
    s.answer(question, "200 OK", {}, true);
    QVERIFY2(!s.finding(FindingCode::DeviceBreaksOff), qPrintable(saidOf(s)));
}

void tst_RecordTruth::restartsAsItWasTold()
{
    S s;
    asCapture(s);
    s.transport = TransportKind::Tcp;
    s.login();
    s.ask(s.query(s.manscdp("Control", "DeviceControl", "<TeleBoot>Boot</TeleBoot>\r\n")));
    s.note(notes::Connection{notes::Connection::How::Reset, s.device.text(), s.platform.text()});
    s.wait(40s);
    QVERIFY2(
        !s.finding(FindingCode::DeviceBreaksOff) && !s.finding(FindingCode::RequestUnanswered), qPrintable(saidOf(s)));
}

/// What was not captured may have been the answer.
void tst_RecordTruth::holesOverTcp()
{
    for (const bool hole : {false, true}) {
        S s;
        asCapture(s);
        s.transport = TransportKind::Tcp;
        s.login();
        s.wait(60s);
        s.send(s.beatRequest(1));
        s.wait(40s);
        QVERIFY2(s.finding(FindingCode::BeatUnanswered).has_value(), qPrintable(saidOf(s)));
        if (hole) {
            const QByteArray answer = s.text({.method = "OPTIONS", .callId = "o"});
            s.analysis.observe({.at = s.clock.now(),
                .from = s.device,
                .to = s.platform,
                .transport = TransportKind::Tcp,
                .octets = answer,
                .sequence = 1000});
            s.analysis.observe({.at = s.clock.now(),
                .from = s.device,
                .to = s.platform,
                .transport = TransportKind::Tcp,
                .octets = s.text({.method = "OPTIONS", .callId = "p"}),
                .sequence = 1500 + static_cast<quint32>(answer.size())});
        }
        QVERIFY2(s.finding(FindingCode::BeatUnanswered).has_value() != hole, qPrintable(saidOf(s)));
    }
}

/// Answers are to what the proxy has passed on; the record has all of it.
void tst_RecordTruth::bothSidesOfAProxy()
{
    S s;
    asCapture(s);
    const Endpoint device = s.device, proxy = endpoint("192.168.1.2", 5060), server = s.platform;
    const auto leg = [&](const Endpoint &from, const Endpoint &to, const QByteArray &octets) {
        s.wait(1ms);
        s.device = from;
        s.platform = to;
        s.see(octets);
    };
    const auto passed = [&](const QByteArray &octets) {
        QByteArray out = octets;
        return out.insert(out.indexOf("Via:"),
            "Via: SIP/2.0/UDP 192.168.1.2:5060;branch=z9hG4bKp" + QByteArray::number(s.branches) + "\r\n");
    };
    const auto exchange = [&](const S::Request &request, const QByteArray &status, const QByteArray &more = {}) {
        const QByteArray first = s.text(request), second = passed(first);
        leg(device, proxy, first);
        leg(proxy, server, second);
        s.device = proxy;
        s.platform = server;
        s.wait(1ms);
        s.answer(second, status, more);
        s.device = device;
        s.platform = proxy;
        s.wait(1ms);
        s.answer(first, status, more);
    };
    exchange({}, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"3402000000\",algorithm=MD5,nonce=\"n\"\r\n");
    exchange({.cseq = 2, .more = "Expires: 3600\r\n" + S::credentials()}, "200 OK");
    for (int sn = 1; sn < 8; ++sn) {
        s.wait(60s);
        exchange(s.beatRequest(sn), "200 OK");
    }
    QCOMPARE(saidOf(s), QString());
}

/// It refuses to talk with the device: that is no refusal of a device.
void tst_RecordTruth::aPlatformIsNoChannel()
{
    S s;
    asCapture(s);
    s.login();
    s.beats(2);
    s.send({.method = "INVITE", .to = S::serverId, .callId = "talk", .more = {}});
    s.answer(s.last, "488 Not Acceptable Here");
    QVERIFY2(!s.finding(FindingCode::InviteRefused), qPrintable(saidOf(s)));
}

/// A channel has no address of its own; the device ends the connection from where it listens.
void tst_RecordTruth::aRecorderBreaksOffTheCallOfItsChannel()
{
    S s;
    asCapture(s);
    s.transport = TransportKind::Tcp;
    s.login();
    s.beats(1);
    s.device.port = 5061; // that it named in Contact, as the case may be
    S::Request call = s.query({.method = "INVITE", .callId = "call"});
    call.to = "34020000001310000001";
    s.ask(call);
    s.note(notes::Connection{notes::Connection::How::Closed, s.device.text(), s.platform.text()});
    QVERIFY2(s.finding(FindingCode::DeviceBreaksOff).has_value(), qPrintable(saidOf(s)));
    QVERIFY2(!s.finding(FindingCode::ServerBreaksOff), qPrintable(saidOf(s)));
}

void tst_RecordTruth::oneGapIsToldOnce()
{
    S s;
    asCapture(s);
    for (int sn = 1; sn < 6; ++sn)
        beatRound(s, 4, sn, "200 OK");
    s.wait(600s);
    beatRound(s, 4, 17, "200 OK");
    const auto gap = s.finding(FindingCode::RecordGap);
    QVERIFY2(gap.has_value(), qPrintable(saidOf(s)));
    QCOMPARE(gap->count, 1U);
}

/// That it refused them once more is no proof that it had not.
void tst_RecordTruth::itRefusesAfterAPauseAgain()
{
    S s;
    asCapture(s);
    beatRound(s, 4, 1, "200 OK");
    beatRound(s, 4, 2, "200 OK");
    beatRound(s, 4, 3, "403 Forbidden");
    QVERIFY2(s.finding(FindingCode::ManyRefused).has_value(), qPrintable(saidOf(s)));
    s.wait(240s);
    beatRound(s, 4, 8, "403 Forbidden");
    beatRound(s, 4, 9, "200 OK");
    const auto finding = s.finding(FindingCode::ManyRefused);
    QVERIFY2(finding.has_value(), qPrintable(saidOf(s)));
    QVERIFY(finding->over);
}

void tst_RecordTruth::anotherServerRefusesMeanwhile()
{
    S s;
    asCapture(s);
    const Endpoint first = s.platform;
    beatRound(s, 4, 1, "200 OK");
    beatRound(s, 4, 2, "200 OK");
    beatRound(s, 4, 3, "403 Forbidden");
    s.platform.address = IpAddress(0xc0a80909U);
    s.wait(300s);
    beatOf(s, 7, 1, "200 OK");
    s.wait(60s);
    beatOf(s, 7, 2, "200 OK");
    s.wait(60s);
    beatOf(s, 7, 3, "403 Forbidden");
    s.platform = first;
    beatRound(s, 4, 9, "200 OK");
    const auto finding = s.finding(FindingCode::ManyRefused);
    QVERIFY2(finding && finding->over, qPrintable(saidOf(s)));
}

QTEST_GUILESS_MAIN(tst_RecordTruth)
#include "tst_recordtruth.moc"
