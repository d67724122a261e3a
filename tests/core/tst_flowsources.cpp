#include "tests/support/wire.h"

#include <QtTest>

#include <functional>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

using Kind = RepeatKind;

/// What several captures, or several network cards, saw of one message.
class tst_FlowSources : public QObject
{
    Q_OBJECT
private slots:
    void copiesOfAnotherSource_data();
    void copiesOfAnotherSource();
    void bothSourcesSawARetransmission();
    void answersSeenTwice();
    void anInviteSeenTwice();
};

void tst_FlowSources::copiesOfAnotherSource_data()
{
    QTest::addColumn<double>("after");
    QTest::addColumn<int>("source");
    QTest::addColumn<TransportKind>("transport");
    QTest::addColumn<quint32>("sequence");
    QTest::addColumn<int>("sn");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("at once") << 0.0 << 2 << TransportKind::Udp << 0U << 1 << Kind::Duplicate;
    QTest::newRow("250 ms") << 0.25 << 2 << TransportKind::Udp << 0U << 1 << Kind::Duplicate;
    QTest::newRow("over 250 ms") << 0.2501 << 2 << TransportKind::Udp << 0U << 1 << Kind::Retransmission;
    QTest::newRow("T1") << 0.5 << 2 << TransportKind::Udp << 0U << 1 << Kind::Retransmission;
    QTest::newRow("another body") << 0.02 << 2 << TransportKind::Udp << 0U << 2 << Kind::Retransmission;
    QTest::newRow("the same source") << 0.02 << 1 << TransportKind::Udp << 0U << 1 << Kind::Retransmission;
    QTest::newRow("TCP, the same octets of the stream")
        << 0.02 << 2 << TransportKind::Tcp << 1000U << 1 << Kind::Duplicate;
    QTest::newRow("TCP, the same octets, later") << 0.3 << 2 << TransportKind::Tcp << 1000U << 1 << Kind::TcpRepeat;
    QTest::newRow("TCP, the same source") << 0.02 << 1 << TransportKind::Tcp << 1000U << 1 << Kind::TcpRepeat;
}

void tst_FlowSources::copiesOfAnotherSource()
{
    QFETCH(const double, after);
    QFETCH(const int, source);
    QFETCH(const TransportKind, transport);
    QFETCH(const quint32, sequence);
    QFETCH(const int, sn);
    QFETCH(const Kind, kind);
    Wire wire;
    wire.transport = transport;
    wire.sequence = sequence;
    wire.source = 1;
    wire.keepalive();
    wire.source = static_cast<quint8>(source);
    const Trace copy = wire.after(after).keepalive(sn);
    QCOMPARE(copy.repeatOf, 1U);
    QCOMPARE(copy.copy.kind, kind);
    const Counters sums = wire.analysis.counters();
    QCOMPARE(sums.duplicates, kind == Kind::Duplicate ? 1U : 0U);
    QCOMPARE(sums.retransmissions, kind == Kind::Retransmission ? 1U : 0U);
}

/// One retransmission by timer E and two duplicates, whoever sees it first.
void tst_FlowSources::bothSourcesSawARetransmission()
{
    for (const bool swapped : {false, true}) {
        Wire wire;
        const auto seenBy = [&](quint8 source) {
            wire.source = source;
            return wire.keepalive();
        };
        seenBy(1);
        QCOMPARE(wire.after(0.02).keepalive().copy.kind, Kind::Retransmission); // of the same source it would be one
        wire.next();
        seenBy(1);
        wire.after(0.02);
        QCOMPARE(seenBy(2).copy.kind, Kind::Duplicate);
        wire.after(0.48);
        const Trace again = seenBy(swapped ? 2 : 1);
        QCOMPARE(again.copy.kind, Kind::Retransmission);
        QCOMPARE(again.copy.timer, SipTimer::E);
        QCOMPARE(again.copy.copy, 2);
        QVERIFY(!again.copy.offSchedule);
        wire.after(0.02);
        const Trace copy = seenBy(swapped ? 1 : 2);
        QCOMPARE(copy.copy.kind, Kind::Duplicate);
        QCOMPARE(copy.copy.copy, 2);
        wire.after(0.98);
        QCOMPARE(seenBy(1).copy.copy, 3);
        wire.after(0.02);
        QCOMPARE(seenBy(3).copy.kind, Kind::Duplicate); // any number of sources
        QCOMPARE(wire.analysis.counters().duplicates, 3U);
    }
}

/// 1 stands at the camera, 2 at the server.
void tst_FlowSources::answersSeenTwice()
{
    Wire wire;
    const auto at = [&](quint8 source) -> Wire & {
        wire.source = source;
        return wire;
    };
    at(1).keepalive();
    wire.after(0.02);
    at(2).keepalive();
    wire.after(0.001);
    const Trace answer = at(2).response(200, "MESSAGE");
    QCOMPARE(answer.copy.kind, Kind::None);
    wire.after(0.02);
    const Trace copy = at(1).response(200, "MESSAGE");
    QCOMPARE(copy.copy.kind, Kind::Duplicate);
    QCOMPARE(copy.repeatOf, answer.number);
    QCOMPARE(copy.answers, 1U);
    // It was lost behind the second capture: the request comes again, and its answer
    wire.after(0.459);
    QCOMPARE(at(1).keepalive().copy.timer, SipTimer::E);
    wire.after(0.02);
    QCOMPARE(at(2).keepalive().copy.kind, Kind::Duplicate);
    wire.after(0.001);
    QCOMPARE(at(2).response(200, "MESSAGE").copy.kind, Kind::Echo);
    wire.after(0.02);
    QCOMPARE(at(1).response(200, "MESSAGE").copy.kind, Kind::Duplicate);
    const Counters sums = wire.analysis.counters();
    QCOMPARE(sums.duplicates, 4U);
    QCOMPARE(sums.retransmissions, 1U);
    QCOMPARE(sums.echoes, 1U);
}

void tst_FlowSources::anInviteSeenTwice()
{
    Wire wire;
    const auto twice = [&](const std::function<Trace()> &send) {
        wire.source = 1;
        const Trace first = send();
        wire.after(0.002).source = 2;
        const Trace copy = send();
        return first.copy.kind == Kind::None && copy.copy.kind == Kind::Duplicate && copy.repeatOf == first.number;
    };
    QVERIFY(twice([&] { return wire.request("INVITE"); }));
    QVERIFY(twice([&] { return wire.response(100, "INVITE"); }));
    QVERIFY(twice([&] { return wire.response(180, "INVITE"); }));
    QVERIFY(twice([&] { return wire.response(200, "INVITE"); }));
    QVERIFY(twice([&] { return wire.request("ACK"); }));
    QVERIFY(wire.after(40).awaited().isEmpty());
    QCOMPARE(wire.analysis.counters().duplicates, 5U);
}

QTEST_GUILESS_MAIN(tst_FlowSources)
#include "tst_flowsources.moc"
