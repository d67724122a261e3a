#include "tests/support/wire.h"

#include <QFile>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

using Kind = RepeatKind;

class tst_FlowLog : public QObject
{
    Q_OBJECT
private slots:
    void schedules_data();
    void schedules();
    void aCopyThatTheCaptureMissed();
    void everyT2BehindAProvisionalAnswer();
    void offTheSchedule_data();
    void offTheSchedule();
    void kindsOfRepeat_data();
    void kindsOfRepeat();
    void aCopyBehindTheAnswerIsNoDuplicate();
    void allIsCapturedTwice();
    void anAnswerIsRepeatedBecauseItsRequestIs();
    void aRefusalIsRepeatedByTimerG();
    void a2xxIsRepeatedByTheUserAgent();
    void anAckAnswersAnAnswer();
    void proxyCopies();
    void nothingIsRepeatedOverTcp();
    void whatNeverCame_data();
    void whatNeverCame();
    void lateButThere();
    void aProvisionalAnswerStopsTimerBNotF();
    void answersInTimeAreNoNews();
    void aHeartbeatIsCountedOnce();
    void theGoldenTimelineOfAHikvision();
    void aFloodIsBounded();
    void aFloodThatNobodyAnswersIsForgotten();
};

namespace {

Duration seconds(double value)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(value));
}

/// Requests that nobody answers, each of another transaction.
void flood(FlowLog &log, Tracer &tracer, TimePoint at, int count)
{
    for (int i = 0; i < count; ++i) {
        Trace trace = tracer.trace({.at = at,
            .octets = "MESSAGE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK"
                + QByteArray::number(tracer.count())
                + "\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:a@b>\r\nCall-ID: x\r\nCSeq: 1 MESSAGE\r\n\r\n"});
        log.note(trace);
    }
}

} // namespace

void tst_FlowLog::schedules_data()
{
    QTest::addColumn<SipTimer>("timer");
    QTest::addColumn<QList<double>>("due");
    const QList<double> capped{0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5};
    QTest::newRow("A") << SipTimer::A << QList<double>{0.5, 1.5, 3.5, 7.5, 15.5, 31.5};
    QTest::newRow("E") << SipTimer::E << capped;
    QTest::newRow("G") << SipTimer::G << capped;
}

void tst_FlowLog::schedules()
{
    QFETCH(const SipTimer, timer);
    QFETCH(const QList<double>, due);
    Wire wire;
    const auto send = [&] {
        return timer == SipTimer::A ? wire.request("INVITE")
            : timer == SipTimer::E  ? wire.keepalive()
                                    : wire.response(486, "INVITE");
    };
    if (timer == SipTimer::G)
        wire.request("INVITE");
    const Trace first = send();
    QCOMPARE(first.copy, CopyInfo{});
    double at = 0;
    int copy = 1;
    for (const double when : due) {
        wire.after(when - at + 0.011); // as it was measured: a little late
        at = when + 0.011;
        const Trace again = send();
        QCOMPARE(again.repeatOf, first.number);
        QVERIFY(again.copy.kind == Kind::Retransmission);
        QVERIFY(again.copy.timer == timer);
        QCOMPARE(again.copy.copy, ++copy);
        QCOMPARE(again.copy.due, seconds(when));
        QVERIFY(!again.copy.offSchedule);
    }
    wire.after(8);
    QVERIFY(send().copy.offSchedule); // it should have given up
}

void tst_FlowLog::aCopyThatTheCaptureMissed()
{
    Wire wire;
    wire.keepalive();
    wire.after(0.5).keepalive();
    const Trace third = wire.after(3.02).keepalive(); // the one at 1.5 s is missing
    QCOMPARE(third.copy.copy, 3);
    QCOMPARE(third.copy.due, seconds(3.5));
    QVERIFY(!third.copy.offSchedule);
}

void tst_FlowLog::everyT2BehindAProvisionalAnswer()
{
    Wire wire;
    wire.keepalive();
    wire.after(0.1).response(100, "MESSAGE");
    QCOMPARE(wire.after(0.4).keepalive().copy.due, seconds(0.5));
    for (double due = 4.5; due < 32; due += 4) {
        const Trace again = wire.after(4).keepalive();
        QCOMPARE(again.copy.due, seconds(due));
        QVERIFY(!again.copy.offSchedule);
    }
}

void tst_FlowLog::offTheSchedule_data()
{
    QTest::addColumn<double>("after");
    QTest::addColumn<bool>("off");
    QTest::newRow("on time") << 0.5 << false;
    QTest::newRow("30 % late") << 0.65 << false;
    QTest::newRow("more than that") << 0.651 << true;
    QTest::newRow("early") << 0.349 << true;
    QTest::newRow("each second") << 1.0 << true;
    QTest::newRow("at once") << 0.02 << true;
}

void tst_FlowLog::offTheSchedule()
{
    QFETCH(const double, after);
    QFETCH(const bool, off);
    Wire wire;
    wire.keepalive();
    QCOMPARE(wire.after(after).keepalive().copy.offSchedule, off);
}

void tst_FlowLog::kindsOfRepeat_data()
{
    QTest::addColumn<double>("after");
    QTest::addColumn<TransportKind>("transport");
    QTest::addColumn<quint32>("sequence");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<quint16>("copy");
    QTest::newRow("UDP, by timer E") << 0.5 << TransportKind::Udp << 0U << Kind::Retransmission << quint16(2);
    QTest::newRow("UDP, 5 ms") << 0.005 << TransportKind::Udp << 0U << Kind::Duplicate << quint16(1);
    QTest::newRow("UDP, over 5 ms") << 0.0051 << TransportKind::Udp << 0U << Kind::Retransmission << quint16(2);
    QTest::newRow("TCP, the same octets of the stream")
        << 0.3 << TransportKind::Tcp << 1000U << Kind::TcpRepeat << quint16(1);
    QTest::newRow("TCP, further on in the stream")
        << 0.5 << TransportKind::Tcp << 1500U << Kind::Retransmission << quint16(2);
    QTest::newRow("TCP, at once, further on")
        << 0.001 << TransportKind::Tcp << 1500U << Kind::Retransmission << quint16(2);
}

void tst_FlowLog::kindsOfRepeat()
{
    QFETCH(const double, after);
    QFETCH(const TransportKind, transport);
    QFETCH(const quint32, sequence);
    QFETCH(const Kind, kind);
    QFETCH(const quint16, copy);
    Wire wire;
    wire.transport = transport;
    wire.sequence = 1000;
    wire.keepalive();
    wire.sequence = sequence;
    const Trace again = wire.after(after).keepalive();
    QCOMPARE(again.repeatOf, 1U);
    QCOMPARE(again.copy.kind, kind);
    QCOMPARE(again.copy.copy, copy);
    const Counters sums = wire.analysis.counters();
    QCOMPARE(sums.retransmissions, kind == Kind::Retransmission ? 1U : 0U);
    QCOMPARE(sums.duplicates, kind == Kind::Duplicate ? 1U : 0U);
    QCOMPARE(sums.tcpRepeats, kind == Kind::TcpRepeat ? 1U : 0U);
}

/// Of a bond, or of a bridge and what hangs on it: the answers, too.
void tst_FlowLog::allIsCapturedTwice()
{
    Wire wire;
    QCOMPARE(wire.keepalive().copy.kind, Kind::None);
    QCOMPARE(wire.after(0.00001).keepalive().copy.kind, Kind::Duplicate);
    QCOMPARE(wire.after(0.01).response(200, "MESSAGE").copy.kind, Kind::None);
    QCOMPARE(wire.after(0.00001).response(200, "MESSAGE").copy.kind, Kind::Duplicate);
}

void tst_FlowLog::aCopyBehindTheAnswerIsNoDuplicate()
{
    Wire wire;
    wire.keepalive();
    wire.after(0.001).response(200, "MESSAGE");
    QCOMPARE(wire.after(0.001).keepalive().copy.kind, Kind::Retransmission); // it was sent again: an interface shows
                                                                             // its two copies before anybody answers
    QCOMPARE(wire.after(0.001).response(200, "MESSAGE").copy.kind, Kind::Echo);
    wire.next().keepalive();
    QCOMPARE(wire.after(0.001).keepalive().copy.kind, Kind::Duplicate);
    wire.after(0.001).response(200, "MESSAGE");
    const Trace again = wire.after(0.001).response(200, "MESSAGE");
    QCOMPARE(again.repeatOf, again.number - 1);
}

void tst_FlowLog::anAnswerIsRepeatedBecauseItsRequestIs()
{
    Wire wire;
    wire.keepalive();
    const Trace answer = wire.after(0.001).response(200, "MESSAGE");
    QCOMPARE(answer.answers, 1U);
    QCOMPARE(answer.took, std::optional(Duration(1ms)));
    wire.after(0.5).keepalive();
    const Trace again = wire.after(0.001).response(200, "MESSAGE");
    QCOMPARE(again.repeatOf, answer.number);
    QCOMPARE(again.answers, 1U);
    QCOMPARE(again.took, std::optional(Duration(502ms))); // since the first copy
    QCOMPARE(again.copy.kind, Kind::Echo);
    QVERIFY(!again.copy.offSchedule);
    const Trace alone = wire.after(2).response(200, "MESSAGE"); // nothing repeats it by a timer, RFC 3261 §17.2.2
    QCOMPARE(alone.copy.kind, Kind::Retransmission);
    QVERIFY(alone.copy.offSchedule);
    QCOMPARE(wire.analysis.counters().echoes, 1U);
    // Three copies before a slow server answers them one by one
    wire.next().keepalive();
    wire.after(0.5).keepalive();
    wire.after(1).keepalive();
    wire.after(0.1).response(200, "MESSAGE");
    QCOMPARE(wire.after(0.0001).response(200, "MESSAGE").copy.kind, Kind::Echo);
    QCOMPARE(wire.after(0.0001).response(200, "MESSAGE").copy.kind, Kind::Echo);
}

void tst_FlowLog::aRefusalIsRepeatedByTimerG()
{
    Wire wire;
    wire.request("INVITE");
    wire.after(0.01).response(100, "INVITE");
    const Trace refusal = wire.after(0.5).response(486, "INVITE");
    const Trace second = wire.after(0.5).response(486, "INVITE");
    QCOMPARE(second.repeatOf, refusal.number);
    QCOMPARE(second.copy,
        (CopyInfo{.kind = Kind::Retransmission, .timer = SipTimer::G, .copy = 2, .came = 500ms, .due = 500ms}));
    const Trace third = wire.after(1).response(486, "INVITE");
    QCOMPARE(third.copy,
        (CopyInfo{.kind = Kind::Retransmission, .timer = SipTimer::G, .copy = 3, .came = 1500ms, .due = 1500ms}));
    wire.after(0.1).request("INVITE");
    QCOMPARE(wire.after(0.001).response(486, "INVITE").copy.kind, Kind::Echo);
}

void tst_FlowLog::a2xxIsRepeatedByTheUserAgent()
{
    for (const TransportKind transport : {TransportKind::Udp, TransportKind::Tcp}) {
        Wire wire;
        wire.transport = transport;
        wire.request("INVITE");
        wire.after(1).response(200, "INVITE");
        wire.sequence = 7;
        const CopyInfo again = wire.after(0.5).response(200, "INVITE").copy;
        QCOMPARE(again.kind, Kind::Retransmission);
        QCOMPARE(again.timer, SipTimer::None);
        QVERIFY(!again.offSchedule); // RFC 3261 §13.3.1.4: over TCP, too
        if (transport == TransportKind::Udp)
            QCOMPARE(again.due, Duration(500ms));
    }
}

void tst_FlowLog::anAckAnswersAnAnswer()
{
    Wire wire;
    wire.request("INVITE");
    const Trace refusal = wire.after(0.1).response(404, "INVITE");
    QCOMPARE(wire.after(0.01).request("ACK").answers, refusal.number); // the INVITE's branch
    QCOMPARE(wire.last.took, std::optional(Duration(10ms)));
    const Trace again = wire.after(0.5).request("ACK");
    QCOMPARE(again.copy.kind, Kind::Echo);
    QVERIFY(!again.copy.offSchedule);
    wire.next().request("INVITE");
    const Trace ok = wire.after(0.1).response(200, "INVITE");
    wire.via = "Via: SIP/2.0/UDP 192.168.1.64:5060;branch=z9hG4bKother\r\n"; // a 2xx has its ACK with a branch of its
                                                                             // own
    QCOMPARE(wire.after(0.01).request("ACK").answers, ok.number);
    wire.after(40);
    QVERIFY(wire.awaited().isEmpty());
}

void tst_FlowLog::proxyCopies()
{
    Wire wire;
    const QByteArray own = wire.via;
    wire.request("MESSAGE");
    wire.via = "Via: SIP/2.0/UDP 192.168.1.9:5060;branch=z9hG4bKhop\r\n" + own;
    const Trace hop = wire.after(0.001).request("MESSAGE");
    QCOMPARE(hop.copy.kind, Kind::ProxyCopy);
    QCOMPARE(hop.repeatOf, 1U);
    const Trace there = wire.after(0.01).response(200, "MESSAGE");
    QCOMPARE(there.answers, hop.number);
    QCOMPARE(there.copy.kind, Kind::None);
    wire.via = own;
    const Trace back = wire.after(0.001).response(200, "MESSAGE");
    QCOMPARE(back.answers, 1U);
    QCOMPARE(back.copy.kind, Kind::ProxyCopy);
    QCOMPARE(back.repeatOf, there.number);
    QCOMPARE(wire.analysis.counters().proxyCopies, 2U);
    QCOMPARE(wire.analysis.counters().retransmissions, 0U);
    wire.after(40);
    QVERIFY(wire.awaited().isEmpty());
}

void tst_FlowLog::nothingIsRepeatedOverTcp()
{
    Wire wire;
    wire.transport = TransportKind::Tcp;
    wire.sequence = 1;
    wire.keepalive();
    wire.sequence = 600;
    const CopyInfo again = wire.after(0.5).keepalive().copy;
    QCOMPARE(again, (CopyInfo{.kind = Kind::Retransmission, .copy = 2, .came = 500ms, .offSchedule = true}));
    bool told = false;
    for (const Finding &finding : wire.analysis.take(wire.clock.now()).findings)
        told = told || (finding.code == FindingCode::RepeatsOverTcp && finding.messages == QList<quint64>{2});
    QVERIFY(told);
}

void tst_FlowLog::whatNeverCame_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status"); // 0: no answer
    QTest::addColumn<Awaited::What>("what");
    QTest::addColumn<SipTimer>("timer");
    QTest::newRow("INVITE, B") << QByteArray("INVITE") << 0 << Awaited::What::Response << SipTimer::B;
    QTest::newRow("MESSAGE, F") << QByteArray("MESSAGE") << 0 << Awaited::What::FinalResponse << SipTimer::F;
    QTest::newRow("MESSAGE with 100, F") << QByteArray("MESSAGE") << 100 << Awaited::What::FinalResponse << SipTimer::F;
    QTest::newRow("486 without ACK, H") << QByteArray("INVITE") << 486 << Awaited::What::Ack << SipTimer::H;
    QTest::newRow("200 without ACK, L") << QByteArray("INVITE") << 200 << Awaited::What::Ack << SipTimer::L;
}

void tst_FlowLog::whatNeverCame()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, status);
    QFETCH(const Awaited::What, what);
    QFETCH(const SipTimer, timer);
    for (const TransportKind transport : {TransportKind::Udp, TransportKind::Tcp}) { // B, F and H run over TCP, too
        Wire wire;
        wire.transport = transport;
        wire.enroll();
        const quint64 first = wire.last.number + 1;
        wire.request(method);
        if (status != 0)
            wire.after(0.1).response(status, method);
        const bool ack = what == Awaited::What::Ack;
        const TimePoint since = ack ? wire.clock.now() : wire.clock.now() - (status == 0 ? 0ms : 100ms);
        wire.clock.advance(since + 500ms - 1us - wire.clock.now());
        QVERIFY(wire.awaited().isEmpty());
        wire.clock.advance(1us);
        QList<Awaited> news = wire.awaited();
        QCOMPARE(news.size(), 1);
        QCOMPARE(news.at(0).state, Awaited::State::Pending);
        QCOMPARE(news.at(0).what, what);
        QCOMPARE(news.at(0).timer, timer);
        QCOMPARE(news.at(0).number, ack ? first + 1 : first);
        QCOMPARE(news.at(0).deadline, since + 32s);
        QCOMPARE(news.at(0).device, QStringLiteral("34020000001320000001"));
        QCOMPARE(*wire.analysis.nextDeadline(), since + 32s);
        wire.clock.advance(since + 32s - 1us - wire.clock.now());
        QVERIFY(wire.awaited().isEmpty());
        wire.clock.advance(1us);
        news = wire.awaited();
        QCOMPARE(news.size(), 1);
        QCOMPARE(news.at(0).state, Awaited::State::Missing);
        QCOMPARE(news.at(0).behind, wire.last.number);
        QCOMPARE(wire.analysis.take({}).counters.unansweredRequests, ack ? 0U : 1U);
        QCOMPARE(wire.analysis.take({}).counters.unacknowledged, ack ? 1U : 0U);
        wire.after(100);
        QVERIFY(wire.awaited().isEmpty());
    }
}

void tst_FlowLog::lateButThere()
{
    Wire wire;
    wire.keepalive();
    wire.after(1);
    QCOMPARE(wire.awaited().size(), 1);
    wire.after(1).response(200, "MESSAGE");
    QList<Awaited> news = wire.awaited();
    QCOMPARE(news.size(), 1);
    QCOMPARE(news.at(0).state, Awaited::State::Came);
    QCOMPARE(news.at(0).by, 2U);
    wire.next().keepalive();
    wire.after(50);
    QCOMPARE(wire.awaited().constLast().state, Awaited::State::Missing);
    QCOMPARE(wire.after(5).response(200, "MESSAGE").answers, 3U); // behind timer F it still finds its request
    news = wire.awaited();
    QCOMPARE(news.size(), 1);
    QCOMPARE(news.at(0).state, Awaited::State::Came);
}

void tst_FlowLog::aProvisionalAnswerStopsTimerBNotF()
{
    Wire wire;
    wire.request("INVITE");
    wire.after(0.1).response(180, "INVITE");
    wire.after(170);
    QVERIFY(wire.awaited().isEmpty()); // RFC 3261 §17.1.1.2: it may ring for long
}

void tst_FlowLog::answersInTimeAreNoNews()
{
    Wire wire;
    for (int i = 0; i < 100; ++i) {
        wire.next().keepalive(i);
        wire.after(0.3).response(200, "MESSAGE");
        wire.after(59.7);
    }
    QVERIFY(wire.awaited().isEmpty());
}

void tst_FlowLog::aHeartbeatIsCountedOnce()
{
    Wire wire;
    wire.enroll();
    const QByteArray own = wire.via;
    wire.keepalive();
    wire.after(0.001).keepalive();
    wire.after(0.5).keepalive();
    wire.via = "Via: SIP/2.0/UDP 192.168.1.9:5060;branch=z9hG4bKhop\r\n" + own;
    wire.after(0.001).keepalive();
    wire.response(200, "MESSAGE");
    wire.via = own;
    wire.after(0.001).response(200, "MESSAGE");
    QCOMPARE(wire.analysis.devices().snapshots().constFirst().beats, 1);
}

/// field/003: 11 copies by timer E, T1 0.5 s, T2 4 s; heartbeats 5 s behind the registration, then every 60 s; a new
/// registration at 245 s.
void tst_FlowLog::theGoldenTimelineOfAHikvision()
{
    QFile file(QStringLiteral(GBSCOPE_TEST_DATA "/field/003-hikvision-unanswered-keepalive-timing.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<double> times;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.startsWith("13:09:") || line.startsWith("13:10:"))
            times << line.mid(3, 2).toInt() * 60 + line.mid(6, 9).toDouble();
    }
    QCOMPARE(times.size(), 11);
    Wire wire;
    const SipTimers timers;
    for (int i = 0; i < times.size(); ++i) {
        if (i > 0)
            wire.after(times.at(i) - times.at(i - 1));
        const CopyInfo copy = wire.keepalive(14237).copy;
        if (i == 0)
            continue;
        QCOMPARE(copy.kind, Kind::Retransmission);
        QCOMPARE(copy.timer, SipTimer::E);
        QCOMPARE(copy.copy, i + 1);
        QCOMPARE(copy.due, timers.due(SipTimer::E, i + 1));
        QVERIFY(!copy.offSchedule);
    }
    wire.after(1);
    const QList<Awaited> news = wire.awaited();
    QCOMPARE(news.size(), 2);
    QCOMPARE(news.at(1).state, Awaited::State::Missing);
    QCOMPARE(news.at(1).timer, SipTimer::F);
    QCOMPARE(news.at(1).deadline - news.at(1).since, Duration(32s));
    QCOMPARE(news.at(1).behind, 11U);
    QCOMPARE(wire.analysis.counters().retransmissions, 10U);
}

void tst_FlowLog::aFloodIsBounded()
{
    FlowLog log;
    Tracer tracer;
    Wire wire;
    flood(log, tracer, wire.clock.now(), int(FlowLog::capacity) + 1000);
    wire.after(1);
    log.advance(wire.clock.now());
    QVERIFY(static_cast<std::size_t>(log.take().size()) <= FlowLog::maxUntold);
    QVERIFY(log.sums().untold > 0); // what nobody could be told is counted
    wire.after(60);
    log.advance(wire.clock.now());
    QVERIFY(log.sums().unanswered >= FlowLog::capacity - 1000);
    QVERIFY(!log.nextDeadline());
}

/// What was told to wait is kept for an answer that comes late, but not over the capacity: else nothing would ever make
/// room.
void tst_FlowLog::aFloodThatNobodyAnswersIsForgotten()
{
    FlowLog log;
    Tracer tracer;
    Wire wire;
    flood(log, tracer, wire.clock.now(), int(FlowLog::capacity) + 1);
    wire.after(1);
    flood(log, tracer, wire.clock.now(), 2);
    QVERIFY(log.size() <= FlowLog::capacity + 1);
}

QTEST_GUILESS_MAIN(tst_FlowLog)
#include "tst_flowlog.moc"
