#include "core/devices/heartbeat.h"

#include <algorithm>
#include <array>

namespace gb {
namespace {

/// GB/T 28181 names no tolerance; a tenth of the interval keeps a healthy device's jitter from looking like a miss.
Duration grace(const HeartbeatPolicy &policy)
{
    return Duration(policy.interval) / 10;
}

} // namespace

TimePoint lateAt(TimePoint lastSign, const HeartbeatPolicy &policy)
{
    return lastSign + Duration(policy.interval) + grace(policy);
}

int missesIn(Duration silence, const HeartbeatPolicy &policy)
{
    const Duration overdue = silence - grace(policy);
    if (overdue < Duration(policy.interval))
        return 0;
    const auto misses = overdue / Duration(policy.interval);
    return static_cast<int>(std::min<std::int64_t>(misses, std::numeric_limits<int>::max()));
}

std::optional<TimePoint> lapsesAt(const DeviceFacts &facts)
{
    if (facts.phase != DeviceFacts::Phase::Registered || facts.expires.count() == 0)
        return std::nullopt;
    return std::max(facts.confirmedAt, facts.heardSince) + facts.expires;
}

Verdict judge(const DeviceFacts &facts, const HeartbeatPolicy &policy, TimePoint now)
{
    Verdict verdict;
    verdict.since = facts.phaseSince;
    switch (facts.phase) {
    case DeviceFacts::Phase::NeverSeen:
        verdict.state = facts.notAnswered ? DeviceState::NotAnswered
            : facts.heard                 ? DeviceState::Unknown
                                          : DeviceState::NeverSeen;
        return verdict;
    case DeviceFacts::Phase::Registering: // who beats has registered, as far as he knows: the answers are not here
        verdict.state = facts.notAnswered ? DeviceState::Unknown : DeviceState::Registering;
        return verdict;
    case DeviceFacts::Phase::AuthFailed: verdict.state = DeviceState::AuthFailed; return verdict;
    case DeviceFacts::Phase::Unregistered: verdict.state = DeviceState::Unregistered; return verdict;
    case DeviceFacts::Phase::Registered: break;
    }
    const TimePoint lastSign = std::max(facts.lastBeat.value_or(facts.startedAt), facts.heardSince);
    const TimePoint offlineAt = lastSign + policy.allowance();
    const TimePoint lapsedAt = lapsesAt(facts).value_or(TimePoint::max());
    const TimePoint overdueAt = lateAt(lastSign, policy);
    verdict.missedInARow = missesIn(now - lastSign, policy);
    if (now >= std::min(offlineAt, lapsedAt)) {
        verdict.state = offlineAt <= lapsedAt ? DeviceState::Offline : DeviceState::Lapsed;
        verdict.since = std::min(offlineAt, lapsedAt);
        if (verdict.state == DeviceState::Offline)
            verdict.missedInARow = std::max(verdict.missedInARow, policy.timeoutCount);
        return verdict;
    }
    if (facts.kept) { // that it is still there is not known before it is heard
        verdict.state = DeviceState::Unknown;
        verdict.missedInARow = 0;
        verdict.next = std::min(offlineAt, lapsedAt);
        return verdict;
    }
    if (now >= overdueAt) {
        verdict.state = DeviceState::Late;
        verdict.since = overdueAt;
        verdict.next = std::min(offlineAt, lapsedAt);
        return verdict;
    }
    verdict.state = DeviceState::Online;
    verdict.since = facts.startedAt;
    verdict.next = std::min({overdueAt, offlineAt, lapsedAt});
    return verdict;
}

void HeartbeatHistory::add(TimePoint at, Kind kind, qsizetype room)
{
    if (m_entries.size() >= room) { // a tenth at once, so that the move is paid seldom
        const qsizetype oldest = m_entries.size() - room + room / 10;
        m_entries.remove(0, oldest);
        m_forgotten += oldest;
    }
    if (!m_entries.isEmpty() && at < m_entries.constLast().at())
        at = m_entries.constLast().at();          // captures can be out of order; a history is not
    if (m_entries.size() == m_entries.capacity()) // not twice as many: of ten thousand devices the empty half is much
        m_entries.reserve(m_entries.size() + m_entries.size() / 4 + 6);
    m_entries.append(Entry(at, kind));
    m_beats += kind == Kind::Beat ? 1 : 0;
}

bool HeartbeatHistory::takeBack(TimePoint at)
{
    if (m_entries.isEmpty() || m_entries.constLast().kind() != Kind::Beat || m_entries.constLast().at() != at)
        return false;
    m_entries.removeLast();
    --m_beats;
    return true;
}

Duration HeartbeatHistory::medianInterval() const
{
    return medianBehind(m_entries.cbegin());
}

Rhythm HeartbeatHistory::rhythmSince(TimePoint since) const
{
    const auto first = std::upper_bound(
        m_entries.cbegin(), m_entries.cend(), since, [](TimePoint at, const Entry &entry) { return at < entry.at(); });
    return {.beats = static_cast<int>(
                std::count_if(first, m_entries.cend(), [](const Entry &entry) { return entry.kind() == Kind::Beat; })),
        .interval = medianBehind(first)};
}

/// Of the gaps whose both ends stand from `first` on.
Duration HeartbeatHistory::medianBehind(QList<Entry>::const_iterator first) const
{
    std::array<Duration, 101> gaps;
    std::size_t count = 0;
    for (qsizetype i = m_entries.size() - 1; i > first - m_entries.cbegin() && count < gaps.size(); --i) {
        if (m_entries[i].kind() == Kind::Beat && m_entries[i - 1].kind() == Kind::Beat)
            gaps[count++] = m_entries[i].at() - m_entries[i - 1].at();
    }
    if (count == 0)
        return Duration::zero();
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(gaps.begin(), middle, gaps.begin() + static_cast<std::ptrdiff_t>(count));
    return *middle;
}

QList<OfflineSpan> HeartbeatHistory::offlineSpans(const HeartbeatPolicy &policy, TimePoint now) const
{
    QList<OfflineSpan> spans;
    const Duration allowance = policy.allowance();
    bool registered = false;
    TimePoint last{};
    for (const Entry &entry : m_entries) {
        if (registered && entry.at() - last >= allowance)
            spans.append({last + allowance, entry.at()});
        registered = entry.isThere();
        last = entry.at();
    }
    if (registered && now - last >= allowance)
        spans.append({last + allowance, std::nullopt});
    return spans;
}

void HeartbeatHistory::addLapse(TimePoint from, TimePoint to)
{
    if (m_lapses.size() >= maxLapses)
        m_lapses.removeFirst();
    m_lapses.append({from, to});
}

QList<AwaySpan> HeartbeatHistory::awaySpans(const HeartbeatPolicy &policy, TimePoint now) const
{
    QList<AwaySpan> all;
    for (const OfflineSpan &span : offlineSpans(policy, now))
        all.append({span.from, span.to, AwaySpan::Why::Silent});
    for (const OfflineSpan &span : m_lapses)
        all.append({span.from, span.to, AwaySpan::Why::Lapsed});
    std::optional<TimePoint> left;
    for (const Entry &entry : m_entries) {
        if (left && entry.kind() != Kind::Leave)
            all.append({*left, entry.at(), AwaySpan::Why::Left});
        left = entry.kind() != Kind::Leave ? std::nullopt : left ? left : std::optional(entry.at());
    }
    if (left)
        all.append({*left, std::nullopt, AwaySpan::Why::Left});
    std::stable_sort(all.begin(), all.end(), [](const AwaySpan &a, const AwaySpan &b) { return a.from < b.from; });
    QList<AwaySpan> spans;
    for (const AwaySpan &span : std::as_const(all)) {
        if (spans.isEmpty() || (spans.constLast().to && span.from > *spans.constLast().to))
            spans.append(span);
        else if (spans.constLast().to)
            spans.last().to = span.to ? std::optional(std::max(*spans.constLast().to, *span.to)) : std::nullopt;
    }
    return spans;
}

qint64 HeartbeatHistory::misses(const HeartbeatPolicy &policy, TimePoint now) const
{
    qint64 misses = 0;
    bool registered = false;
    TimePoint last{};
    for (const Entry &entry : m_entries) {
        if (registered && entry.kind() == Kind::Beat)
            misses += missesIn(entry.at() - last, policy);
        registered = entry.isThere();
        last = entry.at();
    }
    if (registered)
        misses += missesIn(now - last, policy);
    return misses;
}

} // namespace gb
