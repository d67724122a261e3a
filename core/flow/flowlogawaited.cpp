#include "core/flow/flowlog.h"

/// The part of FlowLog that waits for answers and ACKs.
namespace gb {

void FlowLog::wait(Seen &seen, const Trace &trace, Awaited::What what, SipTimer timer)
{
    seen.freshPlace = m_freshGone + static_cast<quint32>(m_fresh.size());
    m_fresh.push_back({.since = trace.datagram.at,
        .transaction = trace.transaction,
        .number = trace.number,
        .what = what,
        .timer = timer,
        .udp = trace.datagram.transport == TransportKind::Udp,
        .device = {}});
}

void FlowLog::attribute(const Trace &trace)
{
    if (!m_fresh.empty() && m_fresh.back().number == trace.number)
        m_fresh.back().device = trace.device;
}

bool FlowLog::waits(const Seen &seen, Awaited::What what) const
{
    switch (what) {
    case Awaited::What::Response: return !seen.has(Provisional) && !seen.has(Final);
    case Awaited::What::FinalResponse: return !seen.has(Final);
    case Awaited::What::Ack:
    case Awaited::What::Heartbeat: break; // that one is no part of a transaction
    }
    return !seen.has(Acknowledged);
}

void FlowLog::came(Seen &seen, quint64 number, quint64 by, Awaited::What what)
{
    const quint32 place = seen.freshPlace - m_freshGone;
    if (place < m_fresh.size() && m_fresh[place].number == number)
        m_fresh[place].answered = true;
    if (!seen.has(Told))
        return;
    seen.set(Told, false);
    tell(
        {.since = seen.first, .transaction = {}, .number = number, .what = what, .timer = SipTimer::None, .device = {}},
        Awaited::State::Came, by);
}

void FlowLog::tell(const Waiting &waiting, Awaited::State state, quint64 by)
{
    if (static_cast<std::size_t>(m_news.size()) >= maxUntold) {
        ++m_sums.untold;
        return;
    }
    m_news.append({.number = waiting.number,
        .what = waiting.what,
        .state = state,
        .timer = waiting.timer,
        .since = waiting.since,
        .deadline = waiting.since + m_timers.giveUp(),
        .behind = m_last,
        .by = by,
        .device = waiting.device});
}

/// What waits for T1 now is told; most of it had its answer long ago.
void FlowLog::tellFresh(TimePoint now)
{
    while (!m_fresh.empty() && (m_fresh.front().since + m_timers.t1 <= now || m_fresh.size() > capacity)) {
        Seen *const seen = m_fresh.front().answered ? nullptr : m_seen.find(m_fresh.front().transaction);
        if (seen && waits(*seen, m_fresh.front().what) && m_namelessAt < m_fresh.front().since) {
            seen->set(Told);
            if (m_fresh.front().since + m_timers.giveUp() > now)
                tell(m_fresh.front(), Awaited::State::Pending);
            m_waiting.push_back(std::move(m_fresh.front()));
        }
        m_fresh.pop_front();
        ++m_freshGone;
    }
}

void FlowLog::advance(TimePoint now)
{
    tellFresh(now);
    while (!m_waiting.empty() && (m_waiting.front().since + m_timers.giveUp() <= now || m_waiting.size() > capacity)) {
        const Waiting waiting = std::move(m_waiting.front());
        m_waiting.pop_front();
        const Seen *const seen = m_seen.find(waiting.transaction);
        if (!seen || !waits(*seen, waiting.what))
            continue;
        if (m_namelessAt >= waiting.since) { // that may have been it
            tell(waiting, Awaited::State::Came, m_nameless);
            continue;
        }
        ++(waiting.what == Awaited::What::Ack ? m_sums.unacknowledged : m_sums.unanswered);
        tell(waiting, Awaited::State::Missing);
        if (!m_news.isEmpty())
            m_news.back().unrepeated = waiting.udp && waiting.what != Awaited::What::Ack && seen->copies.count <= 1;
    }
}

std::optional<TimePoint> FlowLog::nextDeadline() const
{
    std::optional<TimePoint> next;
    if (!m_fresh.empty())
        next = m_fresh.front().since + m_timers.t1;
    if (!m_waiting.empty())
        next = std::min(next.value_or(TimePoint::max()), m_waiting.front().since + m_timers.giveUp());
    return next;
}

void FlowLog::forget(TimePoint now)
{
    const Duration memory = m_timers.giveUp();
    const Duration soon = 2 * m_timers.t1; // nearly all are answered by then: they wait that long more, and need not be
                                           // moved
    while (!m_seen.empty() && (m_seen.front().since + memory + soon < now || m_seen.size() > capacity)) {
        const TimePoint since = m_seen.front().since;
        const Seen &seen = m_seen.front().value;
        // An answer that comes after all should find its request
        const bool missed = seen.has(Told) && seen.at + 2 * memory >= now;
        if (m_seen.size() <= capacity && (missed || (seen.at > since + soon && seen.at + memory >= now)))
            m_seen.moveFrontToBack(missed ? now : seen.at);
        else
            m_seen.popFront();
    }
    while (
        !m_inviteOrder.empty() && (m_inviteOrder.front().first + 3 * memory < now || m_inviteOrder.size() > capacity)) {
        m_invites.remove(m_inviteOrder.front().second);
        m_inviteOrder.pop_front();
    }
}

} // namespace gb
