#include "ui/heartbeat/heartbeatseries.h"

#include "core/report/words/shownclock.h"

#include <algorithm>
#include <cmath>

namespace gb::ui {
namespace {

using namespace std::chrono_literals;
using Kind = HeartbeatHistory::Kind;
using Entry = HeartbeatHistory::Entry;

/// The last entry at or ahead of `at`, or the first one.
QList<Entry>::const_iterator signBefore(const QList<Entry> &entries, TimePoint at)
{
    const auto found = std::lower_bound(
        entries.cbegin(), entries.cend(), at, [](const Entry &entry, TimePoint time) { return entry.at() < time; });
    return found == entries.cbegin() ? found : std::prev(found);
}

void addSpan(QList<StateSpan> &spans, const ChartWindow &window, StateSpan span)
{
    span.from = std::max(span.from, window.from);
    span.to = std::min(span.to, window.to);
    if (span.from >= span.to)
        return;
    if (!spans.isEmpty() && spans.constLast().state == span.state && spans.constLast().to == span.from)
        spans.last().to = span.to;
    else
        spans.append(span);
}

struct MissMarker
{
    const ChartWindow &window;
    Duration interval;
    QList<TimePoint> marks{};

    /// Marks the beats missed after `from`, the first one that lies in the window first.
    void add(TimePoint from, int missed)
    {
        const Duration apart = window.length() / maxMissMarks;
        const std::int64_t step = std::max<std::int64_t>(1, (apart + interval - Duration(1)) / interval);
        std::int64_t k = from >= window.from
            ? 1
            : std::max<std::int64_t>(1, (window.from - from + interval - Duration(1)) / interval);
        for (; k <= missed && marks.size() < maxMissMarks; k += step) {
            const TimePoint due = from + k * interval;
            if (due > window.to)
                return;
            if (marks.isEmpty() || due - marks.constLast() >= apart)
                marks.append(due);
        }
    }
};

} // namespace

ChartWindow windowOf(ChartSpan span, TimePoint now, std::optional<TimePoint> first)
{
    const TimePoint start = std::min<TimePoint>(first.value_or(now), now - 1min);
    // A session that is younger than the span fills the width all the same
    switch (span) {
    case ChartSpan::QuarterHour: return {std::max<TimePoint>(start, now - 15min), now};
    case ChartSpan::Hour: return {std::max<TimePoint>(start, now - 1h), now};
    case ChartSpan::SixHours: return {std::max<TimePoint>(start, now - 6h), now};
    case ChartSpan::Day: return {std::max<TimePoint>(start, now - 24h), now};
    case ChartSpan::All: break;
    }
    return {start, now};
}

QList<GapPoint> gapPoints(const HeartbeatHistory &history, const ChartWindow &window)
{
    const QList<Entry> &entries = history.entries();
    QList<GapPoint> points;
    for (auto entry = signBefore(entries, window.from); entry != entries.cend() && entry->at() <= window.to; ++entry) {
        if (entry != entries.cbegin() && entry->kind() == Kind::Beat && std::prev(entry)->isThere())
            points.append({entry->at(), inSeconds(entry->at() - std::prev(entry)->at())});
    }
    return points;
}

QList<GapPoint> decimated(const QList<GapPoint> &points, qsizetype limit)
{
    Q_ASSERT(limit >= 2);
    if (points.size() <= limit)
        return points;
    const qsizetype buckets = limit / 2;
    const Duration whole = points.constLast().at - points.constFirst().at + Duration(1);
    const auto bucketOf = [&](const GapPoint &point) {
        return (point.at - points.constFirst().at).count() / ((whole.count() + buckets - 1) / buckets);
    };
    const auto isSmaller = [](const GapPoint &a, const GapPoint &b) { return a.seconds < b.seconds; };
    QList<GapPoint> kept;
    kept.reserve(limit);
    for (auto begin = points.cbegin(); begin != points.cend();) {
        const auto end = std::find_if(
            begin, points.cend(), [&](const GapPoint &point) { return bucketOf(point) != bucketOf(*begin); });
        const auto [low, high] = std::minmax_element(begin, end, isSmaller);
        kept.append(*std::min(low, high));
        if (low != high)
            kept.append(*std::max(low, high));
        begin = end;
    }
    return kept;
}

QList<StateSpan> offlineSpans(const HeartbeatHistory &history, const HeartbeatPolicy &policy, const ChartWindow &window)
{
    return cutToWindow(history.offlineSpans(policy, window.to), window);
}

QList<StateSpan> cutToWindow(const QList<OfflineSpan> &spans, const ChartWindow &window)
{
    QList<StateSpan> cut;
    for (const OfflineSpan &span : spans)
        addSpan(cut, window, {span.from, span.to.value_or(window.to), DeviceState::Offline});
    return cut;
}

QList<TimePoint> missMarks(const HeartbeatHistory &history, const HeartbeatPolicy &policy, const ChartWindow &window)
{
    const QList<Entry> &entries = history.entries();
    MissMarker marker{window, policy.interval};
    for (auto entry = signBefore(entries, window.from); entry != entries.cend() && entry->at() < window.to; ++entry) {
        const auto next = std::next(entry);
        if (!entry->isThere() || (next != entries.cend() && next->kind() != Kind::Beat))
            continue; // as HeartbeatHistory::misses() counts: who starts anew or says good-bye has missed nothing
        marker.add(entry->at(), missesIn((next == entries.cend() ? window.to : next->at()) - entry->at(), policy));
    }
    return marker.marks;
}

QList<StateSpan> stateSpans(const HeartbeatHistory &history, const HeartbeatPolicy &policy, const ChartWindow &window)
{
    const QList<Entry> &entries = history.entries();
    const Duration lateAfter = Duration(policy.interval) + Duration(policy.interval) / 10; // the tolerance of
                                                                                           // missesIn()
    QList<StateSpan> spans;
    for (auto entry = signBefore(entries, window.from); entry != entries.cend() && entry->at() < window.to; ++entry) {
        const TimePoint until = std::next(entry) == entries.cend() ? window.to : std::next(entry)->at();
        if (!entry->isThere()) {
            addSpan(spans, window,
                {entry->at(), until, entry->kind() == Kind::Leave ? DeviceState::Unregistered : DeviceState::Unknown});
            continue;
        }
        const TimePoint offlineAt = std::min<TimePoint>(until, entry->at() + policy.allowance());
        const TimePoint lateAt = std::min<TimePoint>(offlineAt, entry->at() + lateAfter);
        addSpan(spans, window, {entry->at(), lateAt, DeviceState::Online});
        addSpan(spans, window, {lateAt, offlineAt, DeviceState::Late});
        addSpan(spans, window, {offlineAt, until, DeviceState::Offline});
    }
    return spans;
}

HeartbeatPicture heartbeatPicture(const HeartbeatHistory &history, const HeartbeatPolicy &policy,
    const QList<PolicyMark> &changes, const ChartWindow &window)
{
    HeartbeatPicture picture;
    const QList<GapPoint> points = gapPoints(history, window);
    picture.points = decimated(points);
    picture.offline = offlineSpans(history, policy, window);
    picture.misses = missMarks(history, policy, window);
    std::copy_if(changes.cbegin(), changes.cend(), std::back_inserter(picture.policies),
        [&window](const PolicyMark &mark) { return mark.at >= window.from && mark.at <= window.to; });
    picture.top = inSeconds(policy.allowance()) * 1.15;
    for (const GapPoint &point : points) {
        if (point.at >= window.from)
            picture.top = std::max(picture.top, point.seconds * 1.05);
    }
    if (!history.entries().isEmpty() && history.entries().constLast().isThere()) {
        picture.silentFrom = history.entries().constLast().at();
        picture.top = std::max(picture.top, inSeconds(window.to - *picture.silentFrom) * 1.05);
    }
    return picture;
}

QList<RecordMark> cutToWindow(const QList<RecordMark> &marks, const ChartWindow &window)
{
    QList<RecordMark> out;
    std::copy_if(marks.cbegin(), marks.cend(), std::back_inserter(out),
        [&window](const RecordMark &mark) { return mark.at >= window.from && mark.at <= window.to; });
    return out;
}

QList<TimePoint> timeTicks(const ChartWindow &window, int limit, Duration *step)
{
    constexpr Duration steps[] = {
        1s, 2s, 5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h};
    *step = steps[std::size(steps) - 1];
    for (const Duration candidate : steps) {
        if (window.length() / candidate < limit) {
            *step = candidate;
            break;
        }
    }
    while (window.length() / *step >= limit && limit > 0)
        *step *= 2;
    QList<TimePoint> ticks;
    if (window.length() <= Duration::zero() || limit <= 0)
        return ticks;
    const Duration offset = std::chrono::seconds(wording::shownTime(window.from).offsetFromUtc());
    const Duration local = window.from.time_since_epoch() + offset;
    TimePoint tick = TimePoint((local + *step - Duration(1)) / *step * *step - offset);
    for (; tick <= window.to; tick += *step)
        ticks.append(tick);
    return ticks;
}

QList<double> gapTicks(double top, int limit)
{
    constexpr double steps[] = {
        1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 21600, 43200, 86400};
    double step = steps[std::size(steps) - 1];
    for (const double candidate : steps) {
        if (top / candidate <= limit) {
            step = candidate;
            break;
        }
    }
    while (top / step > std::max(limit, 1))
        step *= 2;
    QList<double> ticks;
    for (int i = 0; i * step <= top; ++i)
        ticks.append(i * step);
    return ticks;
}

} // namespace gb::ui
