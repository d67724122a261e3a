#include "core/devices/heartbeat.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::chrono::seconds)

class tst_Heartbeat : public QObject
{
    Q_OBJECT
private slots:
    void silenceDecides_data();
    void silenceDecides();
    void theRegistrationCountsWhereNoBeatCame();
    void aRegistrationThatEndsFirstWins();
    void anotherPolicyJudgesThePast();
    void missesAreCounted_data();
    void missesAreCounted();
    void theMedianIgnoresRestarts();
    void theHistoryIsBounded();
};

static const TimePoint start = test::ManualClock().now();

static DeviceFacts registered()
{
    return {.phase = DeviceFacts::Phase::Registered,
        .phaseSince = start,
        .startedAt = start,
        .confirmedAt = start,
        .expires = 3600s,
        .lastBeat = start};
}

void tst_Heartbeat::silenceDecides_data()
{
    QTest::addColumn<std::chrono::seconds>("silence");
    QTest::addColumn<HeartbeatPolicy>("policy");
    QTest::addColumn<DeviceState>("state");
    const HeartbeatPolicy standard;
    QTest::newRow("just beaten") << 0s << standard << DeviceState::Online;
    QTest::newRow("within the tolerance of the next beat") << 65s << standard << DeviceState::Online;
    QTest::newRow("a tenth over the interval") << 66s << standard << DeviceState::Late;
    QTest::newRow("a second short of interval x count") << 179s << standard << DeviceState::Late;
    QTest::newRow("on the second") << 180s << standard << DeviceState::Offline;
    QTest::newRow("a second over") << 181s << standard << DeviceState::Offline;
    QTest::newRow("10 s x 2") << 20s << HeartbeatPolicy{10s, 2} << DeviceState::Offline;
    QTest::newRow("count 1: offline before late") << 60s << HeartbeatPolicy{60s, 1} << DeviceState::Offline;
}

void tst_Heartbeat::silenceDecides()
{
    QFETCH(const std::chrono::seconds, silence);
    QFETCH(const HeartbeatPolicy, policy);
    QFETCH(const DeviceState, state);
    const Verdict verdict = judge(registered(), policy, start + silence);
    QVERIFY(verdict.state == state);
    if (state == DeviceState::Offline) {
        QVERIFY(verdict.since == start + policy.allowance());
        QVERIFY(!verdict.next);
        QVERIFY(verdict.missedInARow >= policy.timeoutCount);
    } else {
        QVERIFY(verdict.next > start + silence); // the moment at which somebody must look again
    }
}

void tst_Heartbeat::theRegistrationCountsWhereNoBeatCame()
{
    DeviceFacts facts = registered();
    facts.lastBeat.reset();
    facts.confirmedAt = start + 100s; // a refresh is no heartbeat
    QVERIFY(judge(facts, {}, start + 179999999us).state == DeviceState::Late);
    QVERIFY(judge(facts, {}, start + 180s).state == DeviceState::Offline);
}

void tst_Heartbeat::aRegistrationThatEndsFirstWins()
{
    DeviceFacts facts = registered();
    facts.expires = 120s;
    QVERIFY(judge(facts, {}, start + 119s).state == DeviceState::Late);
    QVERIFY(judge(facts, {}, start + 120s).state == DeviceState::Lapsed);
    QVERIFY(judge(facts, {}, start + 500s).state == DeviceState::Lapsed);
}

void tst_Heartbeat::anotherPolicyJudgesThePast()
{
    HeartbeatHistory history;
    history.add(start, HeartbeatHistory::Kind::Start);
    for (const auto at : {5s, 65s, 125s, 305s})
        history.add(start + at, HeartbeatHistory::Kind::Beat);
    const TimePoint now = start + 330s;
    QCOMPARE(history.offlineSpans({60s, 3}, now), (QList<OfflineSpan>{{start + 305s, start + 305s}}));
    QCOMPARE(history.offlineSpans({60s, 4}, now), (QList<OfflineSpan>{}));
    QCOMPARE(history.offlineSpans({10s, 2}, now),
        (QList<OfflineSpan>{{start + 25s, start + 65s}, {start + 85s, start + 125s}, {start + 145s, start + 305s},
            {start + 325s, std::nullopt}}));
    history.add(now, HeartbeatHistory::Kind::Leave);
    QCOMPARE(history.offlineSpans({60s, 3}, now + 24h).size(), 1); // who said goodbye is not missed
}

void tst_Heartbeat::missesAreCounted_data()
{
    QTest::addColumn<std::chrono::seconds>("silence");
    QTest::addColumn<int>("misses");
    QTest::newRow("on time") << 60s << 0;
    QTest::newRow("jitter") << 65s << 0;
    QTest::newRow("a tenth late") << 66s << 1;
    QTest::newRow("one lost, the next on time") << 120s << 1;
    QTest::newRow("two lost") << 180s << 2;
}

void tst_Heartbeat::missesAreCounted()
{
    QFETCH(const std::chrono::seconds, silence);
    QFETCH(const int, misses);
    QCOMPARE(missesIn(silence, {}), misses);
    HeartbeatHistory history;
    history.add(start, HeartbeatHistory::Kind::Beat);
    history.add(start + silence, HeartbeatHistory::Kind::Beat);
    QCOMPARE(history.misses({}, start + silence + 1s), misses);
}

void tst_Heartbeat::theMedianIgnoresRestarts()
{
    HeartbeatHistory history;
    using Kind = HeartbeatHistory::Kind;
    for (const auto &[at, kind] : {std::pair{0s, Kind::Start}, {5s, Kind::Beat}, {65s, Kind::Beat}, {126s, Kind::Beat},
             {500s, Kind::Start}, {505s, Kind::Beat}, {564s, Kind::Beat}})
        history.add(start + at, kind);
    QVERIFY(history.medianInterval() == 60s);
    QCOMPARE(history.beats(), 5);
}

void tst_Heartbeat::theHistoryIsBounded()
{
    HeartbeatHistory history;
    for (int i = 0; i < 3 * HeartbeatHistory::capacity; ++i)
        history.add(start + std::chrono::seconds(i), HeartbeatHistory::Kind::Beat);
    QVERIFY(history.entries().size() <= HeartbeatHistory::capacity);
    QCOMPARE(history.entries().size() + history.forgotten(), 3 * HeartbeatHistory::capacity);
}

QTEST_GUILESS_MAIN(tst_Heartbeat)
#include "tst_heartbeat.moc"
