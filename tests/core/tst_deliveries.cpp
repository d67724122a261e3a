#include "core/report/words/findingwords.h"
#include "core/report/words/wording.h"
#include "tests/support/icmp.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What the network says did not arrive: which message it was, what follows from it for the device, and when it is
/// over.
class tst_Deliveries : public QObject
{
    Q_OBJECT
private slots:
    void reasons_data();
    void reasons();
    void aServerThatIsGone();
    void aRegistrationThatIsRefused();
    void whatIsAnsweredAfterAllCounts();
    void aReportBehindTheAnswer();
    void oneOfTwoServers();
    void bothServers();
    void whichMessage_data();
    void whichMessage();
    void whatNobodySent();
    void anAnswerThatDoesNotArrive();
    void whereNoAnswerIsSeen();
    void aRouterSaysSo();
    void aFloodIsBounded();
    void credentialsAreNotQuoted();

private:
    static DeviceSnapshot device(const Script &s)
    {
        const QList<DeviceSnapshot> all = s.analysis.devices().snapshots();
        return all.isEmpty() ? DeviceSnapshot() : all.constFirst();
    }
    /// Those that follow from nothing.
    static QStringList roots(const Script &s)
    {
        QStringList out;
        for (const Finding &one : s.analysis.findings().log().all()) {
            if (one.because == 0 && !one.over)
                out << QString::fromLatin1(one.kind().rule);
        }
        out.sort();
        return out;
    }
    /// A heartbeat by timer E, each copy of which comes back.
    static void refusedBeat(Script &s, int sn)
    {
        s.send(s.beatRequest(sn));
        s.wait(1ms);
        refuse(s);
        Duration gap = 500ms, all = 1ms;
        for (int copy = 1; copy < 11; ++copy) {
            s.wait(gap - 1ms);
            s.again();
            s.wait(1ms);
            refuse(s);
            all += gap;
            gap = std::min<Duration>(2 * gap, 4s);
        }
        s.wait(60s - all);
    }
};

void tst_Deliveries::reasons_data()
{
    QTest::addColumn<bool>("v6");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *name, bool v6, int type, int code, IcmpReason reason) {
        QTest::newRow(name) << v6 << type << code << static_cast<int>(reason);
    };
    row("port", false, 3, 3, IcmpReason::Port);
    row("host", false, 3, 1, IcmpReason::Host);
    row("network", false, 3, 0, IcmpReason::Network);
    row("protocol", false, 3, 2, IcmpReason::Protocol);
    row("too big", false, 3, 4, IcmpReason::TooBig);
    row("prohibited", false, 3, 13, IcmpReason::Prohibited);
    row("host prohibited", false, 3, 10, IcmpReason::Prohibited);
    row("time", false, 11, 0, IcmpReason::TimeExceeded);
    row("of no code that is known", false, 3, 77, IcmpReason::Other);
    row("port, IPv6", true, 1, 4, IcmpReason::Port);
    row("address, IPv6", true, 1, 3, IcmpReason::Host);
    row("no route, IPv6", true, 1, 0, IcmpReason::Network);
    row("prohibited, IPv6", true, 1, 1, IcmpReason::Prohibited);
    row("too big, IPv6", true, 2, 0, IcmpReason::TooBig);
    row("time, IPv6", true, 3, 0, IcmpReason::TimeExceeded);
}

void tst_Deliveries::reasons()
{
    QFETCH(const bool, v6);
    QFETCH(const int, type);
    QFETCH(const int, code);
    QTEST(static_cast<int>(icmpReasonOf(v6, type, code)), "reason");
}

/// Its heartbeats do not arrive: it is offline, and one thing is said.
void tst_Deliveries::aServerThatIsGone()
{
    Script s;
    s.login();
    s.beats(3);
    const auto last = device(s).lastBeat;
    s.wait(60s);
    for (int sn = 4; sn < 12; ++sn)
        refusedBeat(s, sn);
    const DeviceSnapshot now = device(s);
    QCOMPARE(now.verdict.state, DeviceState::Offline);
    QCOMPARE(now.verdict.since, *last + 180s);
    QCOMPARE(now.reason, (Note{NoteCode::NothingListens, QStringLiteral("192.168.1.15:5060"), {}}));
    QVERIFY(wording::sentence(now, s.clock.now()).contains(QStringLiteral("nothing listens at 192.168.1.15:5060")));
    QCOMPARE(now.beats, 3);
    QCOMPARE(now.lastBeat, last);
    QCOMPARE(s.analysis.devices().history(now.id)->misses(now.policy, s.clock.now()), 8);
    QCOMPARE(roots(s), QStringList{QStringLiteral("G80")});
    const auto finding = s.finding(FindingCode::ServerPortClosed);
    QCOMPARE(finding->kind().likelihood, Likelihood::Certain);
    QCOMPARE(wording::finding(*finding).title,
        QStringLiteral("Nothing listens at 192.168.1.15:5060 (ICMP port unreachable)"));
    QCOMPARE(finding->count, 88U);
    QVERIFY(!s.finding(FindingCode::BeatUnanswered) && !s.finding(FindingCode::BeatRepeated));
    QVERIFY(!s.finding(FindingCode::Flaps) && !s.finding(FindingCode::FlapsLate));
    QCOMPARE(s.finding(FindingCode::LostServerUnnoticed)->because, finding->id);
    QCOMPARE(s.analysis.counters().reported, 88U);
    // And it comes back
    s.send(s.beatRequest(12));
    s.answer(s.last, "200 OK");
    QCOMPARE(device(s).verdict.state, DeviceState::Online);
    QCOMPARE(device(s).beats, 4);
    QVERIFY(s.finding(FindingCode::ServerPortClosed)->over);
    s.beats(2);
    QCOMPARE(device(s).beats, 6);
    QVERIFY(roots(s).isEmpty());
}

void tst_Deliveries::aRegistrationThatIsRefused()
{
    Script s;
    for (int i = 0; i < 3; ++i) {
        s.send({});
        refuse(s);
        for (int copy = 0; copy < 6; ++copy) {
            s.wait(4s);
            s.again();
            refuse(s);
        }
        s.wait(36s);
    }
    QCOMPARE(roots(s), QStringList{QStringLiteral("G80")});
    QCOMPARE(device(s).verdict.state, DeviceState::Registering);
    QCOMPARE(device(s).reason.code, NoteCode::NothingListens);
}

void tst_Deliveries::whatIsAnsweredAfterAllCounts()
{
    Script s;
    s.login();
    s.beat(1);
    s.wait(60s);
    s.send(s.beatRequest(2));
    const TimePoint sent = s.clock.now();
    refuse(s);
    QCOMPARE(device(s).beats, 1);
    s.wait(500ms);
    s.again();
    s.answer(s.last, "200 OK");
    QCOMPARE(device(s).beats, 2);
    QCOMPARE(*device(s).lastBeat, sent);
    QVERIFY(s.finding(FindingCode::ServerPortClosed)->over);
    s.wait(60s);
    s.send(s.beatRequest(3)); // counts at once again
    QCOMPARE(device(s).beats, 3);
    QCOMPARE(device(s).verdict.state, DeviceState::Online);
}

/// Somebody was there: an early report that was overtaken, or one about a copy.
void tst_Deliveries::aReportBehindTheAnswer()
{
    Script s;
    s.login();
    s.send(s.beatRequest(1));
    const notes::Icmp late = icmpAbout(s.last, s.device, s.platform, {});
    s.answer(s.last, "200 OK");
    s.note(late);
    QVERIFY(s.analysis.findings().log().all().isEmpty());
    QCOMPARE(device(s).beats, 1);
    QCOMPARE(s.analysis.counters().reported, 1U);
}

/// The same device at two platforms, one of which is gone.
void tst_Deliveries::oneOfTwoServers()
{
    Script s;
    s.login();
    const Endpoint here = s.platform, there = endpoint("10.9.8.7", 5060);
    for (int minute = 0; minute < 6; ++minute) {
        s.wait(30s);
        s.platform = there;
        s.send(s.beatRequest(100 + minute));
        refuse(s, {.reporter = "10.9.8.7"});
        s.wait(30s);
        s.platform = here;
        s.beat(minute + 1);
    }
    const auto finding = s.finding(FindingCode::ServerPortClosed);
    QVERIFY(finding && !finding->over);
    QCOMPARE(finding->a, QStringLiteral("10.9.8.7:5060"));
    QCOMPARE(device(s).verdict.state, DeviceState::Online);
    QCOMPARE(device(s).reason.code, NoteCode::Beating);
    QCOMPARE(device(s).beats, 6);
    s.platform = there;
    s.beat(7);
    QVERIFY(s.finding(FindingCode::ServerPortClosed)->over);
}

void tst_Deliveries::bothServers()
{
    Script s;
    s.login();
    const Endpoint here = s.platform, there = endpoint("10.9.8.7", 5060);
    for (const Endpoint &one : {there, here}) {
        s.platform = one;
        s.send(s.beatRequest(1));
        refuse(s);
    }
    QCOMPARE(s.finding(FindingCode::ServerPortClosed)->a, QStringLiteral("10.9.8.7:5060, 192.168.1.15:5060"));
    s.wait(500ms);
    s.again();
    s.answer(s.last, "200 OK");
    QVERIFY(!s.finding(FindingCode::ServerPortClosed)->over);
    s.platform = there;
    s.beat(2);
    QVERIFY(s.finding(FindingCode::ServerPortClosed)->over);
}

void tst_Deliveries::whichMessage_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("quoted");
    QTest::addColumn<int>("longer"); ///< octets that it is said to be longer
    QTest::addColumn<bool>("known");
    const QByteArray from = "192.168.1.64", to = "192.168.1.15";
    QTest::newRow("quoted") << from << to << 500 << 0 << true;
    QTest::newRow("all of it") << from << to << 5000 << 0 << true;
    QTest::newRow("eight octets of UDP") << from << to << 0 << 0 << true;
    QTest::newRow("in the middle of a line") << from << to << 90 << 0 << true;
    QTest::newRow("eight octets of another one") << from << to << 0 << 7 << false;
    QTest::newRow("a NAT left the inner addresses") << QByteArray("203.0.113.9") << to << 500 << 0 << true;
    QTest::newRow("a NAT ahead of the server") << from << QByteArray("10.0.0.5") << 500 << 0 << true;
    QTest::newRow("the ends, and another transaction") << from << to << -1 << 0 << false;
    QTest::newRow("other ends, eight octets") << QByteArray("203.0.113.9") << to << 0 << 0 << false;
}

void tst_Deliveries::whichMessage()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const int, quoted);
    QFETCH(const int, longer);
    QFETCH(const bool, known);
    Script s;
    s.login();
    const quint64 number = s.send(s.beatRequest(1));
    QByteArray octets = s.last;
    if (quoted < 0)
        octets.replace("Call-ID: beat", "Call-ID: BEAT"); // as long
    notes::Icmp note = icmpAbout(octets, endpoint(from.constData(), 5060), endpoint(to.constData(), 5060),
        {.quoted = quoted < 0 ? 500 : quoted});
    note.octets += static_cast<quint64>(longer);
    s.note(note);
    const auto finding = s.finding(FindingCode::ServerPortClosed);
    QCOMPARE(finding.has_value(), known);
    QCOMPARE(s.analysis.counters().reportsOfOthers, known ? 0U : 1U);
    if (!known)
        return;
    QCOMPARE(finding->messages, QList<quint64>{number});
    QCOMPARE(finding->a, QStringLiteral("192.168.1.15:5060")); // as the record has it
}

/// It is counted, and nobody is to blame.
void tst_Deliveries::whatNobodySent()
{
    Script s;
    s.login();
    s.beat(1);
    Script other;
    other.branches = 500;
    s.note(icmpAbout(other.text({.callId = "unseen"}), s.device, s.platform, {}));
    s.note(notes::Icmp{}); // of a file that somebody made up
    s.note(notes::Icmp{.from = QStringLiteral("nowhere"), .to = QStringLiteral("::1"), .lines = {QStringLiteral("x")}});
    QVERIFY(s.analysis.findings().log().all().isEmpty());
    QCOMPARE(s.analysis.counters().reportsOfOthers, 3U);
    QCOMPARE(s.analysis.counters().reported, 0U);
    s.send(s.beatRequest(2));
    s.wait(40s);
    refuse(s); // nobody waits that long
    QCOMPARE(s.analysis.counters().reportsOfOthers, 4U);
}

/// The device does not listen where it sends from: what follows is not told by itself.
void tst_Deliveries::anAnswerThatDoesNotArrive()
{
    Script s;
    for (int i = 0; i < 4; ++i) {
        s.send({.callId = "r" + QByteArray::number(i)});
        const QByteArray request = s.last;
        for (int copy = 0; copy < 4; ++copy) {
            s.see(request);
            s.challenge();
            refuse(s, {.reporter = "192.168.1.64"});
            s.wait(4s);
        }
        s.wait(20s);
    }
    QCOMPARE(roots(s), QStringList{QStringLiteral("G81")});
    QCOMPARE(s.finding(FindingCode::DevicePortClosed)->a, QStringLiteral("192.168.1.64:5060"));
    QVERIFY(!s.finding(FindingCode::DevicePortClosed)->over);
    QCOMPARE(device(s).reason.code, NoteCode::NothingListens);
}

/// One direction alone was captured: once nothing comes back any more heartbeats count again.
void tst_Deliveries::whereNoAnswerIsSeen()
{
    Script s;
    s.login();
    for (int sn = 1; sn <= 6; ++sn) {
        s.wait(60s);
        s.send(s.beatRequest(sn));
        if (sn == 1)
            refuse(s);
    }
    QVERIFY(s.finding(FindingCode::ServerPortClosed)->over);
    QCOMPARE(device(s).verdict.state, DeviceState::Online);
    QVERIFY(device(s).beats >= 3);
}

void tst_Deliveries::aRouterSaysSo()
{
    Script s;
    s.login();
    s.send(s.beatRequest(1));
    refuse(s, {.code = 13, .reporter = "192.168.1.1"});
    const auto finding = s.finding(FindingCode::NotReachable);
    QVERIFY(finding);
    const QString title = wording::finding(*finding).title;
    QVERIFY2(title.contains(QStringLiteral("192.168.1.15:5060")) && title.contains(QStringLiteral("192.168.1.1 "))
            && title.contains(QStringLiteral("prohibited")),
        qPrintable(title));
    QVERIFY(!s.finding(FindingCode::ServerPortClosed));
    s.wait(200s);
    QCOMPARE(device(s).reason.code, NoteCode::NotReached);
    const QString words = wording::note(device(s).reason);
    QVERIFY2(words.contains(QStringLiteral("prohibited")) && words.contains(QStringLiteral("192.168.1.15:5060")),
        qPrintable(words));
}

/// Whoever makes up ends and devices takes no more memory than is set apart, and what is forgotten is only counted.
void tst_Deliveries::aFloodIsBounded()
{
    Deliveries deliveries;
    Tracer tracer;
    Script s;
    const int many = static_cast<int>(Deliveries::maxUnreached) + 100;
    int told = 0;
    for (int i = 0; i < many; ++i) {
        const Endpoint to{IpAddress(0x0a000000U + static_cast<quint32>(i)), 5060};
        const QByteArray octets = s.text({.callId = QByteArray::number(i)});
        Trace trace = tracer.trace({.at = s.clock.now(), .from = s.device, .to = to, .octets = octets});
        deliveries.note(trace, 0);
        told += deliveries.report(icmpAbout(octets, s.device, to, {}), s.clock.now()) ? 1 : 0;
    }
    QCOMPARE(told, static_cast<int>(Deliveries::maxUnreached));
}

void tst_Deliveries::credentialsAreNotQuoted()
{
    Script s;
    const QByteArray octets = s.text({.more = Script::credentials()});
    const notes::Icmp note = icmpAbout(octets, s.device, s.platform, {.quoted = 5000});
    QVERIFY(!note.lines.join(u'\n').contains(QStringLiteral("response=")));
    QCOMPARE(note.lines.size(), 5);
    quint64 unknown = 0;
    const QByteArray text = notetext::write({s.clock.now(), note});
    const auto again = notetext::read(view(text), s.clock.now(), unknown);
    QVERIFY(again && again->as<notes::Icmp>());
    QCOMPARE(again->as<notes::Icmp>()->lines, note.lines);
    QCOMPARE(icmpnote::headOf(*again->as<notes::Icmp>()), icmpnote::headOf(note));
    QCOMPARE(again->as<notes::Icmp>()->octets, static_cast<quint64>(octets.size()));
    const QByteArray odd = s.text({.callId = "a\xff\x01"}); // what cannot be told as it is names nothing
    QVERIFY(icmpAbout(odd, s.device, s.platform, {}).lines.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Deliveries)
#include "tst_deliveries.moc"
