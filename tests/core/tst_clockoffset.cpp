#include "core/capture/clockoffset.h"
#include "tests/support/packets.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// How far two clocks are apart, from what both captures saw of one conversation.
class tst_ClockOffset : public QObject
{
    Q_OBJECT
private slots:
    void bothWaysTellTheTimeOnTheWay_data();
    void bothWaysTellTheTimeOnTheWay();
    void oneWayTellsTheOffsetWithTheWay();
    void nothingInCommonTellsNothing();
    void theSameCaptureIsNotApart();
    void mistakenOnesChangeNothing();
    void onlyTheFirstCopyCounts();
    void oneConversationCountsOnce();
    void memoryIsBounded();

private:
    static constexpr TimePoint start{std::chrono::hours(400'000)};

    /// Of a camera: `number` as optionsRequest.
    static Datagram message(int number, Duration at, bool back = false, quint8 camera = 2)
    {
        const Endpoint far{IpAddress(0x0a000000U + camera), 5060}, near{IpAddress(0x0a000001U), 5060};
        return {.at = start + at, .from = back ? near : far, .to = back ? far : near, .octets = optionsRequest(number)};
    }
};

void tst_ClockOffset::bothWaysTellTheTimeOnTheWay_data()
{
    QTest::addColumn<Duration>("ahead");
    QTest::addColumn<Duration>("way");
    QTest::newRow("3 s ahead, 20 ms") << Duration(3s) << Duration(20ms);
    QTest::newRow("3 s behind, 20 ms") << Duration(-3s) << Duration(20ms);
    QTest::newRow("a day, a satellite") << Duration(24h) << Duration(600ms);
    QTest::newRow("not at all") << Duration(0) << Duration(20ms);
    QTest::newRow("less than the way") << Duration(7ms) << Duration(20ms);
}

/// The reference stands at the camera, the other one at the server.
void tst_ClockOffset::bothWaysTellTheTimeOnTheWay()
{
    QFETCH(const Duration, ahead);
    QFETCH(const Duration, way);
    ClockOffset clock;
    for (int i = 0; i < 20; ++i) {
        clock.addReference(message(2 * i, i * 60s));
        clock.addReference(message(2 * i + 1, i * 60s + 2 * way + 1ms, true));
    }
    for (int i = 0; i < 20; ++i) {
        const Duration late(i * 7 % 5 * 100); // microseconds
        clock.add(message(2 * i, i * 60s + way + late + ahead));
        clock.add(message(2 * i + 1, i * 60s + way + 1ms + ahead - late, true));
    }
    QCOMPARE(clock.pairs(), 40U);
    QVERIFY(clock.estimate());
    QVERIFY(std::chrono::abs(*clock.estimate() - ahead) < 1ms);
}

void tst_ClockOffset::oneWayTellsTheOffsetWithTheWay()
{
    ClockOffset clock;
    clock.addReference(message(1, 0s));
    clock.add(message(1, 3s + 20ms));
    QVERIFY(clock.estimate() == std::optional(Duration(3020ms)));
    clock.addReference(message(2, 0s, false, 3)); // of a conversation with both ways there is more to learn
    clock.addReference(message(3, 0s, true, 3));
    clock.add(message(2, 3s + 30ms, false, 3));
    clock.add(message(3, 3s - 30ms, true, 3));
    QVERIFY(clock.estimate() == std::optional(Duration(3s)));
}

void tst_ClockOffset::nothingInCommonTellsNothing()
{
    ClockOffset clock;
    QVERIFY(!clock.estimate());
    clock.addReference(message(1, 0s));
    clock.add(message(2, 0s));
    QVERIFY(!clock.estimate());
    QCOMPARE(clock.pairs(), 0U);
}

void tst_ClockOffset::theSameCaptureIsNotApart()
{
    ClockOffset clock;
    for (int i = 0; i < 10; ++i)
        clock.addReference(message(i, i * 1s, i % 2 != 0));
    for (int i = 0; i < 10; ++i)
        clock.add(message(i, i * 1s, i % 2 != 0));
    QCOMPARE(clock.pairs(), 10U);
    QVERIFY(clock.estimate() == std::optional(Duration(0)));
}

void tst_ClockOffset::mistakenOnesChangeNothing()
{
    ClockOffset clock;
    for (int i = 0; i < 100; ++i)
        clock.addReference(message(i, i * 1s, i % 2 != 0, static_cast<quint8>(2 + i / 20)));
    for (int i = 0; i < 100; ++i) {
        const bool mistaken = i % 20 < 6 || i >= 80; // a third of each conversation, and all of one
        clock.add(message(
            i, i * 1s + (mistaken ? Duration(500ms) : Duration(2s)), i % 2 != 0, static_cast<quint8>(2 + i / 20)));
    }
    QVERIFY(clock.estimate() == std::optional(Duration(2s)));
}

void tst_ClockOffset::onlyTheFirstCopyCounts()
{
    ClockOffset clock;
    clock.addReference(message(1, 0s));
    clock.addReference(message(1, 500ms));
    clock.add(message(1, 2s));
    clock.add(message(1, 2500ms));
    QCOMPARE(clock.pairs(), 1U);
    QVERIFY(clock.estimate() == std::optional(Duration(2s)));
}

/// A busy one is no more right than others.
void tst_ClockOffset::oneConversationCountsOnce()
{
    ClockOffset clock;
    for (int i = 0; i < 1000; ++i)
        clock.addReference(message(i, 0s, i % 2 != 0, i < 900 ? 2 : static_cast<quint8>(3 + i % 10 / 2)));
    for (int i = 0; i < 1000; ++i)
        clock.add(message(i, i < 900 ? 9s : 1s, i % 2 != 0, i < 900 ? 2 : static_cast<quint8>(3 + i % 10 / 2)));
    QCOMPARE(clock.pairs(), 1000U);
    QVERIFY(clock.estimate() == std::optional(Duration(1s)));
}

void tst_ClockOffset::memoryIsBounded()
{
    ClockOffset clock;
    const auto many = static_cast<int>(ClockOffset::maxMessages);
    for (int i = 0; i < many + 10; ++i)
        clock.addReference({.at = start, .octets = QByteArray::number(i)});
    for (int i = 0; i < many + 10; ++i) {
        const Endpoint from{IpAddress(static_cast<quint32>(i)), 5060}; // each a conversation of its own
        clock.add({.at = start + (i < ClockOffset::maxConversations ? 1s : 5s),
            .from = from,
            .octets = QByteArray::number(i)});
    }
    QCOMPARE(clock.pairs(), static_cast<quint64>(many));
    QVERIFY(clock.estimate() == std::optional(Duration(1s))); // of the first ones, though most say 5 s
}

QTEST_GUILESS_MAIN(tst_ClockOffset)
#include "tst_clockoffset.moc"
