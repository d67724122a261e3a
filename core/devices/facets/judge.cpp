#include "core/devices/facets/judge.h"

#include "core/devices/devicestore.h"
#include "core/devices/facets/delivery.h"

#include <algorithm>

namespace gb {

void DeviceJudge::usePolicy(TrackedDevice &device) const
{
    const auto own = m_overrides.constFind(device.s.id);
    device.s.ownPolicy = own != m_overrides.constEnd();
    device.s.policy = device.s.ownPolicy ? *own : m_policy;
}

void DeviceJudge::judgeAnew(TrackedDevice &device, TimePoint now)
{
    usePolicy(device);
    device.misses = device.history.misses(device.s.policy, device.s.facts.lastBeat.value_or(device.s.facts.startedAt));
    m_news.noteBeats(device);
    refresh(device, now);
}

void DeviceJudge::setPolicy(const HeartbeatPolicy &policy, TimePoint now)
{
    advance(now); // what had passed had passed by the old one
    m_policy = policy;
    m_news.tell(PolicyChange{policy, now});
    for (const auto &device : m_rows.all())
        judgeAnew(*device, now);
}

void DeviceJudge::setOverrides(const HeartbeatOverrides &overrides, TimePoint now)
{
    advance(now); // what had passed had passed by the old ones
    const HeartbeatOverrides before = std::exchange(m_overrides, {});
    for (auto one = overrides.constBegin();
         one != overrides.constEnd() && m_overrides.size() < DeviceStore::maxOverrides; ++one) {
        m_overrides.insert(one.key(), one.value());
        if (const auto old = before.constFind(one.key()); old == before.constEnd() || *old != one.value())
            m_news.tell(OverrideChange{one.key(), one.value(), now});
    }
    for (auto one = before.constBegin(); one != before.constEnd(); ++one) {
        if (!m_overrides.contains(one.key()))
            m_news.tell(OverrideChange{one.key(), std::nullopt, now});
    }
    for (const auto &device : m_rows.all()) {
        const auto own = m_overrides.constFind(device->s.id);
        const bool has = own != m_overrides.constEnd();
        if (has != device->s.ownPolicy || (has && *own != device->s.policy))
            judgeAnew(*device, now);
    }
}

/// Null where our own interfaces were up since its last sign of life.
const OwnLink::Loss *DeviceJudge::lossSince(const TrackedDevice &device, TimePoint now) const
{
    if (m_link.isEmpty())
        return nullptr;
    const DeviceFacts &facts = device.s.facts;
    const TimePoint sign = facts.lastBeat.value_or(facts.startedAt);
    const Duration allowance = device.s.policy.allowance();
    // What began when it had been silent for too long is no reason for that, nor is what has long been over
    const OwnLink::Loss *const loss = m_link.within(device.servedAt, sign, std::min(now, sign + allowance));
    return loss && loss->to && now - *loss->to >= allowance ? nullptr : loss;
}

void DeviceJudge::refresh(TrackedDevice &device, TimePoint now)
{
    const Verdict before = device.s.verdict;
    device.s.verdict = judge(device.s.facts, device.s.policy, m_deafSince ? std::min(now, *m_deafSince) : now);
    device.s.misses = device.misses;
    const DeviceFacts::Phase phase = device.s.facts.phase;
    const bool counted = phase != DeviceFacts::Phase::NeverSeen
        && (phase != DeviceFacts::Phase::Registering || !device.s.facts.notAnswered);
    device.s.beats = counted ? device.history.beats() : device.s.contact.unanswered();
    if (device.standing != device.standingNow())
        m_rows.settleStanding(device);
    const DeviceState state = device.s.verdict.state;
    Note reason = reasonFor(device, now);
    if (reason.code == NoteCode::OwnLinkDown) { // how long that is a reason
        const OwnLink::Loss *const loss = lossSince(device, now);
        if (std::optional<TimePoint> &next = device.s.verdict.next; loss && loss->to)
            next = std::min(next.value_or(TimePoint::max()), *loss->to + device.s.policy.allowance());
    }
    const bool failedAnew = state == DeviceState::AuthFailed && reason != device.s.reason;
    // That it is there is told with its row: until it has had time to be answered there is nothing to say
    const bool isNews = state != before.state && state != DeviceState::Unknown;
    if (isNews || failedAnew) {
        const bool byTime = state == DeviceState::Late || state == DeviceState::Offline || state == DeviceState::Lapsed;
        const StateChange change{
            device.s.id, state, reason, device.s.address, device.s.transport, byTime ? device.s.verdict.since : now};
        m_news.change(change);
    } else if (reason.code == NoteCode::ChallengeVariant && reason != device.s.reason) {
        // Each form once a round
        m_news.tell(StateChange{device.s.id, state, reason, device.s.address, device.s.transport, now});
    }
    device.s.reason = std::move(reason);
    schedule(device);
    m_news.announce(device);
}

void DeviceJudge::noteLink(const LinkChange &change)
{
    m_link.note(change);
    if (change.watched)
        m_news.tell(change);
    for (const auto &device : m_rows.all()) { // whoever is late already says why
        if (device->s.verdict.state == DeviceState::Late || device->s.verdict.state == DeviceState::Offline)
            refresh(*device, change.at);
    }
}

void DeviceJudge::noteListening(bool on, TimePoint at)
{
    m_isOver = m_isOver && !on;
    if (on != m_deafSince.has_value())
        return;
    if (!on)
        advance(at); // what had passed had passed
    const TimePoint from = on ? *std::exchange(m_deafSince, std::nullopt) : *(m_deafSince = at);
    for (const auto &one : m_rows.all()) {
        TrackedDevice &device = *one;
        const DeviceState state = device.s.verdict.state;
        if (!device.isRegistered() || (state != DeviceState::Online && state != DeviceState::Late))
            continue;
        if (on && at > from)
            noteUnheard(device, from, at);
        refresh(device, at);
    }
}

/// A hole, not a silence.
void DeviceJudge::noteUnheard(TrackedDevice &device, TimePoint from, TimePoint to)
{
    device.history.add(from, HeartbeatHistory::Kind::Unheard, m_rows.historyRoom());
    device.history.add(to, HeartbeatHistory::Kind::Start, m_rows.historyRoom());
    device.s.facts.heardSince = to;
}

void DeviceJudge::noteHole(TimePoint from, TimePoint to)
{
    if (m_deafSince || to <= from)
        return;
    advance(from); // what had passed had passed
    for (const auto &one : m_rows.all()) {
        TrackedDevice &device = *one;
        const Verdict &verdict = device.s.verdict;
        const bool isIn = verdict.state == DeviceState::Online || verdict.state == DeviceState::Late
            || (verdict.state == DeviceState::Offline && verdict.since > from);
        if (!device.isRegistered() || !isIn)
            continue;
        noteUnheard(device, from, to);
        refresh(device, to);
    }
}

void DeviceJudge::noteClockBack(TimePoint from, TimePoint to)
{
    const Duration by = to - from;
    m_at = to;
    if (m_deafSince)
        return;
    for (const auto &one : m_rows.all()) {
        TrackedDevice &device = *one;
        DeviceFacts &facts = device.s.facts;
        for (TimePoint *const at : {&facts.phaseSince, &facts.startedAt, &facts.confirmedAt, &facts.heardSince})
            *at += *at == TimePoint() ? Duration::zero() : by;
        if (facts.lastBeat)
            *facts.lastBeat += by;
        if (device.isRegistered() && !device.history.entries().isEmpty()
            && device.history.entries().constLast().isThere())
            noteUnheard(device, from, to);
        refresh(device, to);
    }
}

void DeviceJudge::noteEnd(TimePoint at)
{
    noteListening(false, at);
    m_isOver = true;
    for (const auto &device : m_rows.all()) {
        if (device->s.reason.code == NoteCode::NotListening)
            refresh(*device, at);
    }
}

void DeviceJudge::advance(TimePoint now)
{
    m_at = std::max(m_at, now);
    if (m_deafSince)
        return;
    while (const DeviceDeadlines::Deadline *const first = m_deadlines.first()) {
        const TimePoint at = first->at;
        if (at > now)
            break;
        TrackedDevice *const device = m_deadlines.take();
        if (!device)
            continue;
        const auto next = device->s.verdict.next;
        if (next && *next > at)
            schedule(*device);
        else if (next)
            refresh(*device, at);
    }
}

std::optional<TimePoint> DeviceJudge::nextDeadline() const
{
    const DeviceDeadlines::Deadline *const first = m_deafSince ? nullptr : m_deadlines.first();
    return first ? std::optional(first->at) : std::nullopt;
}

} // namespace gb
