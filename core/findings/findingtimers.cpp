#include "core/findings/findingtimers.h"

namespace gb {

void FindingTimers::arm(TimePoint at, FindingTimer timer)
{
    if (m_timers.size() < capacity)
        m_timers.emplace(at, std::move(timer));
}

void FindingTimers::drop(Wake what)
{
    for (auto it = m_timers.begin(); it != m_timers.end();)
        it = it->second.what == what ? m_timers.erase(it) : std::next(it);
}

std::optional<TimePoint> FindingTimers::first() const
{
    return m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first);
}

std::pair<TimePoint, FindingTimer> FindingTimers::take()
{
    const std::pair<TimePoint, FindingTimer> first = *m_timers.begin();
    m_timers.erase(m_timers.begin());
    return first;
}

} // namespace gb
