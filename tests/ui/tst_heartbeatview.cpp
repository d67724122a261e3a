#include "tests/support/manualclock.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatcanvas.h"
#include "ui/heartbeat/heartbeatchart.h"
#include "ui/heartbeat/heartbeatpanel.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/heartbeat/timeaxis.h"

#include <QScrollBar>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;

class tst_HeartbeatView : public QObject
{
    Q_OBJECT
private slots:
    void aGapIsMeasuredFromTheSignBefore();
    void decimationKeepsTheExtremes();
    void decimationLeavesFewPointsAlone();
    void offlineSpansFollowThePolicyOfNow();
    void stateSpansAgreeWithTheHistory_data();
    void stateSpansAgreeWithTheHistory();
    void missesAreMarkedWhereBeatsWereDue();
    void marksOfALongSilenceAreBounded();
    void theGraphHoldsLimitsGapsAndSilence();
    void thePolicyChangesOfTheWindowAreMarked();
    void theClockAndOurLinkAreMarked();
    void ticksStandOnRoundTimes_data();
    void ticksStandOnRoundTimes();
    void theStoreGathersAndIsBounded();
    void theChartSaysWhatItShows();
    void theChartJudgesAnewWithThePolicy();
    void stripRowsAreHit();
    void keysWalkTheStrip();
    void thousandDevicesScroll();
};

static const TimePoint start = test::ManualClock().now();
using Kind = HeartbeatHistory::Kind;

static HeartbeatHistory historyOf(const QList<std::pair<std::chrono::seconds, Kind>> &entries)
{
    HeartbeatHistory history;
    for (const auto &[at, kind] : entries)
        history.add(start + at, kind);
    return history;
}

/// Beats at 0, 60, 120, then silence until 360, then 420.
static HeartbeatHistory broken()
{
    return historyOf({{0s, Kind::Start}, {0s, Kind::Beat}, {60s, Kind::Beat}, {120s, Kind::Beat}, {360s, Kind::Beat},
        {420s, Kind::Beat}});
}

static QString idOf(int number)
{
    return QStringLiteral("3402000000132%1").arg(number, 7, 10, QLatin1Char('0'));
}

static Event beat(int device, std::chrono::seconds at)
{
    return BeatSeen{.device = idOf(device), .at = start + at, .kind = Kind::Beat, .sn = {}, .gap = {}};
}

void tst_HeartbeatView::aGapIsMeasuredFromTheSignBefore()
{
    const HeartbeatHistory history = historyOf({{0s, Kind::Start}, {5s, Kind::Beat}, {65s, Kind::Beat},
        {70s, Kind::Leave}, {500s, Kind::Beat}, {560s, Kind::Beat}});
    const QList<GapPoint> all = gapPoints(history, {start, start + 600s});
    QCOMPARE(all, (QList<GapPoint>{{start + 5s, 5}, {start + 65s, 60}, {start + 560s, 60}})); // who was away was not
                                                                                              // silent
    QCOMPARE(gapPoints(history, {start + 30s, start + 100s}), (QList<GapPoint>{{start + 5s, 5}, {start + 65s, 60}}));
    QVERIFY(gapPoints({}, {start, start + 600s}).isEmpty());
}

void tst_HeartbeatView::decimationKeepsTheExtremes()
{
    QList<GapPoint> points;
    for (int i = 0; i < 20'000; ++i)
        points.append({start + std::chrono::seconds(60 * i), 60 + (i % 7) * 0.01});
    points[7'777].seconds = 900;
    points[13'131].seconds = 0.5;
    const QList<GapPoint> kept = decimated(points);
    QVERIFY(kept.size() <= maxChartPoints);
    QVERIFY(kept.size() > maxChartPoints / 2);
    QVERIFY(kept.contains(points[7'777]));
    QVERIFY(kept.contains(points[13'131]));
    QVERIFY(
        std::is_sorted(kept.cbegin(), kept.cend(), [](const GapPoint &a, const GapPoint &b) { return a.at < b.at; }));
    QVERIFY(decimated(QList<GapPoint>(5000, points[0])).size() <= 2); // a burst in one microsecond
}

void tst_HeartbeatView::decimationLeavesFewPointsAlone()
{
    const QList<GapPoint> points = gapPoints(broken(), {start, start + 600s});
    QCOMPARE(decimated(points), points);
    QCOMPARE(decimated({}), QList<GapPoint>());
}

void tst_HeartbeatView::offlineSpansFollowThePolicyOfNow()
{
    const ChartWindow window{start + 310s, start + 600s};
    const auto span = [](auto from, auto to) { return StateSpan{start + from, start + to, DeviceState::Offline}; };
    QCOMPARE(offlineSpans(broken(), {60s, 3}, window), QList<StateSpan>{span(310s, 360s)}); // the next one begins with
                                                                                            // the end of the window
    QCOMPARE(offlineSpans(broken(), {60s, 5}, window), QList<StateSpan>());
    QCOMPARE(offlineSpans(broken(), {30s, 1}, window),
        (QList<StateSpan>{span(310s, 360s), span(390s, 420s), span(450s, 600s)}));
}

void tst_HeartbeatView::stateSpansAgreeWithTheHistory_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("count");
    QTest::newRow("60 x 3") << 60 << 3;
    QTest::newRow("30 x 2") << 30 << 2;
    QTest::newRow("60 x 1: offline ahead of late") << 60 << 1;
    QTest::newRow("1 x 1") << 1 << 1;
}

void tst_HeartbeatView::stateSpansAgreeWithTheHistory()
{
    QFETCH(const int, interval);
    QFETCH(const int, count);
    const HeartbeatPolicy policy{std::chrono::seconds(interval), count};
    const ChartWindow window{start, start + 700s};
    const QList<StateSpan> spans = stateSpans(broken(), policy, window);
    QCOMPARE(spans.constFirst().from, window.from);
    QCOMPARE(spans.constLast().to, window.to);
    QList<StateSpan> offline;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        QVERIFY(i == 0 || (spans[i].from == spans[i - 1].to && spans[i].state != spans[i - 1].state));
        if (spans[i].state == DeviceState::Offline)
            offline << spans[i];
    }
    QCOMPARE(offline, offlineSpans(broken(), policy, window));
}

void tst_HeartbeatView::missesAreMarkedWhereBeatsWereDue()
{
    const HeartbeatPolicy policy;
    const QList<TimePoint> marks = missMarks(broken(), policy, {start, start + 600s});
    QCOMPARE(marks, (QList<TimePoint>{start + 180s, start + 240s, start + 300s, start + 480s, start + 540s}));
    QCOMPARE(marks.size(), broken().misses(policy, start + 600s));
    QCOMPARE(missMarks(broken(), policy, {start + 250s, start + 430s}), QList<TimePoint>{start + 300s});
    HeartbeatHistory left = broken();
    left.add(start + 425s, Kind::Leave);
    QCOMPARE(missMarks(left, policy, {start, start + 1h}).size(), 3);
}

void tst_HeartbeatView::marksOfALongSilenceAreBounded()
{
    const HeartbeatPolicy everySecond{1s, 3};
    for (const Duration length : {Duration(1h), Duration(24h), Duration(24h) * 3650}) {
        const QList<TimePoint> marks = missMarks(broken(), everySecond, {start, start + length});
        QVERIFY(marks.size() > 100);
        QVERIFY(marks.size() <= maxMissMarks);
        QVERIFY(marks.constLast() > start + length / 2);
    }
}

void tst_HeartbeatView::theGraphHoldsLimitsGapsAndSilence()
{
    const HeartbeatPolicy policy;
    const auto topAt = [&](TimePoint now) { return heartbeatPicture(broken(), policy, {}, {now - 15min, now}).top; };
    QVERIFY(topAt(start + 121s) >= 180 * 1.15);
    QVERIFY(topAt(start + 430s) > 240);        // the gap of 240 s
    QVERIFY(topAt(start + 420s + 600s) > 600); // it is silent
    const auto picture = heartbeatPicture(broken(), policy, {}, {start + 300s, start + 500s});
    QCOMPARE(picture.silentFrom, start + 420s);
    HeartbeatHistory left = broken();
    left.add(start + 425s, Kind::Leave);
    QVERIFY(!heartbeatPicture(left, policy, {}, {start, start + 500s}).silentFrom);
}

void tst_HeartbeatView::thePolicyChangesOfTheWindowAreMarked()
{
    HeartbeatStore store;
    store.apply({PolicyChange{{30s, 2}, start + 10s}, PolicyChange{{30s, 2}, start + 20s},
        PolicyChange{{10s, 5}, start + 300s}});
    QCOMPARE(store.policyChanges(),
        (QList<PolicyMark>{{start + 10s, {60s, 3}, {30s, 2}}, {start + 300s, {30s, 2}, {10s, 5}}}));
    QCOMPARE(store.policy(), (HeartbeatPolicy{10s, 5}));
    const auto picture = heartbeatPicture({}, store.policy(), store.policyChanges(), {start, start + 60s});
    QCOMPARE(picture.policies, store.policyChanges().first(1));
    const TimePoint at = TimePoint(std::chrono::seconds(1'700'000'000)); // 22:13:20 UTC
    QCOMPARE(policyText({at, {60s, 3}, {30s, 2}}), QStringLiteral("60\u00d73 \u2192 30\u00d72 at 22:13:20"));
}

void tst_HeartbeatView::ticksStandOnRoundTimes_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("limit");
    QTest::addColumn<qint64>("step");
    QTest::newRow("15 min, wide") << qint64(900) << 16 << qint64(60);
    QTest::newRow("15 min, narrow") << qint64(900) << 4 << qint64(300);
    QTest::newRow("a day") << qint64(86'400) << 9 << qint64(10'800);
    QTest::newRow("a month") << qint64(86'400 * 30) << 10 << qint64(86'400 * 4);
    QTest::newRow("no length") << qint64(0) << 10 << qint64(1);
}

void tst_HeartbeatView::ticksStandOnRoundTimes()
{
    QFETCH(const qint64, length);
    QFETCH(const int, limit);
    QFETCH(const qint64, step);
    const TimePoint from(std::chrono::seconds(1'700'000'123));
    Duration found{};
    const QList<TimePoint> ticks = timeTicks({from, from + std::chrono::seconds(length)}, limit, &found);
    QCOMPARE(found, Duration(std::chrono::seconds(step)));
    QVERIFY(ticks.size() <= limit);
    QVERIFY(length == 0 || ticks.size() >= 2);
    for (const TimePoint tick : ticks)
        QVERIFY(tick.time_since_epoch() % found == Duration::zero() && tick >= from);
}

void tst_HeartbeatView::theStoreGathersAndIsBounded()
{
    HeartbeatStore store;
    QSignalSpy changed(&store, &HeartbeatStore::changed);
    store.apply({beat(2, 0s), beat(1, 1s), beat(2, 60s), StateChange{}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(store.ids(), (QStringList{idOf(1), idOf(2)}));
    QCOMPARE(store.history(idOf(2)).beats(), 2);
    QCOMPARE(store.firstEntry(), start);
    store.apply({StateChange{}});
    QCOMPARE(changed.size(), 1);
    QList<Event> changes;
    for (int i = 0; i < 3 * HeartbeatStore::maxPolicyChanges; ++i)
        changes << PolicyChange{{std::chrono::seconds(10 + i), 3}, start + std::chrono::seconds(i)};
    store.apply(changes);
    QCOMPARE(store.policyChanges().size(), HeartbeatStore::maxPolicyChanges);
    store.forget({idOf(2)});
    QCOMPARE(store.ids(), QStringList{idOf(1)});
    QVERIFY(store.history(idOf(2)).entries().isEmpty());
}

void tst_HeartbeatView::theClockAndOurLinkAreMarked()
{
    HeartbeatStore store;
    HeartbeatChart chart(&store);
    chart.resize(800, 160);
    chart.show();
    LinkChange lost;
    lost.name = QStringLiteral("eth0");
    lost.since = start + 30s;
    lost.at = start + 32s;
    store.apply({beat(1, 0s), beat(1, 60s), ClockJump{start + 45s, -3600s}, lost});
    chart.setDevice(idOf(1));
    chart.refresh(start + 90s);
    QTRY_COMPARE(chart.picture().record.size(), 2);
    const auto tipOf = [&](TimePoint at) { return chart.canvas()->tipAt(chart.canvas()->position(at, 0)); };
    QVERIFY2(tipOf(start + 45s).startsWith(QStringLiteral("clock -3600 s at ")), qPrintable(tipOf(start + 45s)));
    QVERIFY2(tipOf(start + 30s).startsWith(QStringLiteral("our link eth0 down at ")), qPrintable(tipOf(start + 30s)));
}

void tst_HeartbeatView::theChartSaysWhatItShows()
{
    HeartbeatStore store;
    HeartbeatChart chart(&store);
    chart.resize(800, 160);
    chart.show();
    QVERIFY(!chart.canvas()->message().isEmpty());
    store.apply({beat(1, 0s), beat(1, 60s)});
    chart.setDevice(idOf(1));
    chart.refresh(start + 90s);
    QTRY_COMPARE(chart.picture().points.size(), 1);
    QVERIFY(chart.canvas()->message().isEmpty());
    const QPointF point = chart.canvas()->position(start + 60s, 60);
    QVERIFY(chart.canvas()->tipAt(point + QPointF(2, 2)).contains(QStringLiteral("60.000")));
    QVERIFY(chart.canvas()->tipAt(point - QPointF(200, 30)).isEmpty());
    chart.setDevice(idOf(9));
    QTRY_VERIFY(chart.canvas()->message().contains(idOf(9)));
}

void tst_HeartbeatView::theChartJudgesAnewWithThePolicy()
{
    HeartbeatStore store;
    HeartbeatChart chart(&store);
    chart.resize(800, 160);
    chart.show();
    chart.setDevice(idOf(1));
    store.apply({beat(1, 0s), beat(1, 60s), beat(1, 120s)});
    chart.refresh(start + 130s);
    QTRY_COMPARE(chart.picture().points.size(), 2);
    QVERIFY(chart.picture().offline.isEmpty());
    store.apply({PolicyChange{{10s, 2}, start + 130s}});
    QTRY_COMPARE(chart.picture().offline.size(), 2);
    QCOMPARE(chart.picture().policies.size(), 1);
}

void tst_HeartbeatView::stripRowsAreHit()
{
    HeartbeatStore store;
    FleetStrip strip(&store);
    strip.resize(600, 200);
    strip.show();
    QVERIFY(strip.deviceAt({10, 5}).isEmpty());
    store.apply({beat(1, 0s), beat(2, 10s), beat(3, 20s)});
    strip.setNow(start + 100s);
    QCOMPARE(strip.rowHeight(), FleetStrip::maxRowHeight);
    QCOMPARE(strip.deviceAt(strip.rowRect(idOf(2)).center()), idOf(2));
    QCOMPARE(strip.deviceAt(strip.rowRect(idOf(3)).bottomLeft()), idOf(3));
    QVERIFY(strip.deviceAt(strip.rowRect(idOf(3)).bottomLeft() + QPoint(0, 1)).isEmpty());
    QVERIFY(!strip.rowRect(QStringLiteral("unknown")).isValid());
    QSignalSpy selected(&strip, &FleetStrip::selected);
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, strip.rowRect(idOf(2)).center());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].toString(), idOf(2));
    QVERIFY(strip.tipAt({strip.viewport()->width() - 12, strip.rowRect(idOf(1)).center().y()})
                .contains(QStringLiteral("late")));
}

void tst_HeartbeatView::keysWalkTheStrip()
{
    HeartbeatStore store;
    store.apply({beat(1, 0s), beat(2, 10s), beat(3, 20s)});
    HeartbeatPanel panel(&store);
    panel.setPage(HeartbeatPanel::FleetPage);
    panel.resize(600, 200);
    panel.show();
    QSignalSpy selected(&panel, &HeartbeatPanel::deviceSelected);
    QTest::keyClick(panel.fleet(), Qt::Key_Down);
    QTest::keyClick(panel.fleet(), Qt::Key_Down);
    QCOMPARE(panel.fleet()->current(), idOf(2));
    QTest::keyClick(panel.fleet(), Qt::Key_End);
    QTest::keyClick(panel.fleet(), Qt::Key_Down); // stays
    QCOMPARE(panel.fleet()->current(), idOf(3));
    QCOMPARE(selected.size(), 4);
    panel.setDevice(idOf(1));
    QCOMPARE(panel.fleet()->current(), idOf(1));
    QCOMPARE(selected.size(), 4); // only what the user does is announced
}

void tst_HeartbeatView::thousandDevicesScroll()
{
    HeartbeatStore store;
    QList<Event> events;
    for (int device = 0; device < 1000; ++device) {
        for (int minute = 0; minute < 100; ++minute)
            events << beat(device, std::chrono::seconds(60 * minute));
    }
    store.apply(events);
    FleetStrip strip(&store);
    strip.resize(800, 180);
    strip.show();
    strip.setSpan(ChartSpan::All);
    strip.setNow(start + 6000s);
    QCOMPARE(strip.rowHeight(), FleetStrip::labelledRowHeight);
    strip.setCurrent(idOf(999));
    QCOMPARE(strip.verticalScrollBar()->value(), strip.verticalScrollBar()->maximum());
    QVERIFY(strip.viewport()->rect().contains(strip.rowRect(idOf(999))));
    QCOMPARE(strip.deviceAt(strip.rowRect(idOf(998)).center()), idOf(998));
    QVERIFY(!strip.grab().isNull());
}

QTEST_MAIN(tst_HeartbeatView)
#include "tst_heartbeatview.moc"
