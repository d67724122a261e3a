#include "core/net/connectiongate.h"
#include "tests/support/manualclock.h"

#include <QtTest>

#include <algorithm>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Which TCP connections have to go, and which never.
class tst_ConnectionGate : public QObject
{
    Q_OBJECT
private slots:
    void whoIsSilentHasHalfAMinute();
    void ofOneAddressTheOldestGo();
    void aThousandBehindOneAddress();
    void whoMakesRoom();
    void whoSpokeIsBehindTheSilent();
};

static Endpoint peer(quint32 address, int port)
{
    return {IpAddress(0x0a000000U + address), static_cast<quint16>(port)};
}

void tst_ConnectionGate::whoIsSilentHasHalfAMinute()
{
    ManualClock clock;
    ConnectionGate gate;
    QVERIFY(!gate.nextDeadline(clock.now()));
    gate.opened(peer(1, 1), clock.now());
    gate.opened(peer(2, 1), clock.now());
    gate.spoke(peer(2, 1));
    QVERIFY(gate.nextDeadline(clock.now()) && *gate.nextDeadline(clock.now()) <= clock.now() + ConnectionGate::grace);
    clock.advance(29s);
    QVERIFY(gate.overdue(clock.now()).empty());
    QVERIFY(gate.nextDeadline(clock.now()) == clock.now() + 1s);
    clock.advance(1s);
    QVERIFY(gate.overdue(clock.now()) == std::vector{peer(1, 1)});
    gate.closed(peer(1, 1));
    clock.advance(24h);
    QVERIFY(gate.overdue(clock.now()).empty()); // who spoke may wait for ever
    QVERIFY(!gate.nextDeadline(clock.now()));
}

void tst_ConnectionGate::ofOneAddressTheOldestGo()
{
    ManualClock clock;
    ConnectionGate gate;
    for (int i = 0; i < 20; ++i)
        gate.opened(peer(1, i + 1), clock.now());
    gate.opened(peer(2, 1), clock.now());
    clock.advance(ConnectionGate::grace - 1ms);
    QVERIFY(gate.overdue(clock.now()).empty()); // they had no time to begin
    clock.advance(1ms);
    const auto gone = gate.overdue(clock.now());
    QCOMPARE(gone.size(), 20 - ConnectionGate::share);
    for (std::size_t i = 0; i < gone.size(); ++i)
        QVERIFY(gone[i] == peer(1, static_cast<int>(i) + 1));
    for (const Endpoint &one : gone)
        gate.closed(one);
    QVERIFY(gate.overdue(clock.now()).empty());
    QCOMPARE(gate.silent(), ConnectionGate::share + 1);
}

void tst_ConnectionGate::aThousandBehindOneAddress()
{
    ManualClock clock;
    ConnectionGate gate;
    for (int i = 0; i < 1000; ++i) {
        gate.opened(peer(1, i + 1), clock.now());
        clock.advance(2ms);
    }
    QVERIFY(gate.overdue(clock.now()).empty());
    for (int i = 0; i < 1000; ++i)
        gate.spoke(peer(1, i + 1));
    clock.advance(1h);
    QVERIFY(gate.overdue(clock.now()).empty());
}

void tst_ConnectionGate::whoMakesRoom()
{
    ManualClock clock;
    ConnectionGate gate;
    QVERIFY(!gate.firstToGo());
    gate.opened(peer(2, 1), clock.now()); // the oldest, and alone
    for (int i = 0; i < 9; ++i)
        gate.opened(peer(1, i + 1), clock.now());
    QVERIFY(gate.firstToGo() == peer(1, 1)); // over its share
    gate.closed(peer(1, 1));
    QVERIFY(gate.firstToGo() == peer(2, 1)); // nobody is: the oldest
}

void tst_ConnectionGate::whoSpokeIsBehindTheSilent()
{
    ManualClock clock;
    ConnectionGate gate;
    for (int i = 0; i < 20; ++i) {
        gate.opened(peer(1, i + 1), clock.now());
        gate.spoke(peer(1, i + 1));
    }
    gate.registered(peer(1, 1));
    gate.opened(peer(2, 1), clock.now());
    QVERIFY(gate.firstToGo() == peer(2, 1));
    gate.closed(peer(2, 1));
    QVERIFY(gate.firstToGo() == peer(1, 2)); // a device's connection never
    for (int i = 1; i < 20; ++i)
        gate.registered(peer(1, i + 1));
    QVERIFY(!gate.firstToGo());
}

QTEST_GUILESS_MAIN(tst_ConnectionGate)
#include "tst_connectiongate.moc"
