#include "core/devices/servercontact.h"

#include "core/sip/timers.h"

#include <algorithm>

namespace gb {

void ServerContact::beat(TimePoint at, quint64 number)
{
    if (m_unanswered == 0) {
        m_first = number;
        m_firstAt = at;
    }
    m_unanswered = static_cast<quint16>(std::min(m_unanswered + 1, 0x7fff));
    m_last = number;
    m_lastAt = at;
}

void ServerContact::registering(TimePoint at, quint64 number, quint64 callId, const HeartbeatPolicy &policy)
{
    const auto shortId = static_cast<quint32>(callId);
    const bool anew = shortId != m_callId || m_unanswered >= policy.timeoutCount || m_refreshed;
    m_register = number;
    m_callId = shortId;
    if (m_unanswered == 0 || m_registeredAt != never)
        return;
    m_refreshed = 1;
    if (!anew)
        return;
    m_registeredAt = at;
    m_unansweredThen = m_unanswered & 0x7fff;
}

void ServerContact::answered(quint64 number, TimePoint at)
{
    if (number == 0 || (number != m_register && (number < m_first || number > m_last)))
        return;
    m_heardAt = at;
    m_registeredAt = never;
    m_unanswered = 0;
    m_unansweredThen = 0;
    m_refreshed = 0;
}

Duration ServerContact::patience(Duration interval, int count)
{
    return interval * count + std::max(2 * interval, SipTimers{}.giveUp());
}

/// A tenth is a difference between two settings, as for the heartbeat itself; what is less is its clock.
Duration ServerContact::pace(const HeartbeatPolicy &policy) const
{
    const Duration wanted = policy.interval,
                   own = m_unanswered > 1 ? (m_lastAt - m_firstAt) / (m_unanswered - 1) : wanted;
    return own > wanted + wanted / 10 ? own : wanted;
}

TimePoint ServerContact::expectedAt(const HeartbeatPolicy &policy) const
{
    return m_heardAt + pace(policy) * policy.timeoutCount;
}

TimePoint ServerContact::latest(const HeartbeatPolicy &policy) const
{
    return m_heardAt + patience(pace(policy), policy.timeoutCount);
}

ServerContact::Judgement ServerContact::judge(const HeartbeatPolicy &policy, TimePoint now) const
{
    if (m_heardAt == never)
        return Judgement::Unknown;
    if (m_registeredAt != never)
        return Judgement::Registered;
    if (now < latest(policy))
        return Judgement::Due;
    const Duration aWhile = pace(policy) * 3 / 2;
    if (m_unanswered >= policy.timeoutCount && m_lastAt + aWhile > latest(policy))
        return Judgement::Unnoticed;
    return m_unanswered > 0 && m_lastAt + aWhile > now ? Judgement::Due : Judgement::Stopped;
}

} // namespace gb
