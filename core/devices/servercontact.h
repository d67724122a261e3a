#pragma once
#include "core/devices/heartbeat.h"

namespace gb {

/**
 * What a device has of its server, and what it does where that is gone: when it had the last answer, what it sent
 * since, and whether it registered anew, as GB/T 28181-2022 9.6 wants it once as many heartbeats as its timeout count
 * were not answered. Facts; judge() says what follows from them.
 */
class ServerContact
{
public:
    enum class Judgement : std::uint8_t {
        Unknown,    ///< no answer to it was ever seen: the record may hold one direction only
        Due,        ///< it may still register in time
        Registered, ///< it noticed
        Unnoticed,  ///< it goes on beating, and its time to register is over
        Stopped,    ///< it sends no heartbeats any more: nothing can be said
    };

    /// First copies. `number` rises from message to message.
    void beat(TimePoint at, quint64 number);
    /// `callId`: a hash. A REGISTER under the old one may be a mere refresh: it counts where the device must think us
    /// lost, or when the next one comes.
    void registering(TimePoint at, quint64 number, quint64 callId, const HeartbeatPolicy &policy);
    /// A final answer to the message of that number; whatever it says, somebody is there.
    void answered(quint64 number, TimePoint at);

    std::optional<TimePoint> heardAt() const { return m_heardAt == never ? std::nullopt : std::optional(m_heardAt); }
    int unanswered() const { return m_unanswered; }     ///< heartbeats since
    quint64 firstUnanswered() const { return m_first; } ///< messages
    quint64 lastUnanswered() const { return m_last; }
    /// The REGISTER by which it shows that it noticed.
    std::optional<TimePoint> registeredAt() const
    {
        return m_registeredAt == never ? std::nullopt : std::optional(m_registeredAt);
    }
    int unansweredThen() const { return m_unansweredThen; }

    /// When it should give the server up, about; and when it must have registered. N × T, and (N + 2) × T behind the
    /// last answer; of short intervals N × T and timer F, for a transaction may wait that long (RFC 3261 §17.1.2.2).
    /// Where its own interval is longer than the policy's it counts. Only where there was an answer.
    TimePoint expectedAt(const HeartbeatPolicy &policy) const;
    TimePoint latest(const HeartbeatPolicy &policy) const;
    Judgement judge(const HeartbeatPolicy &policy, TimePoint now) const;

    /// From an answer to latest().
    static Duration patience(const HeartbeatPolicy &policy) { return patience(policy.interval, policy.timeoutCount); }

private:
    static Duration patience(Duration interval, int count);
    Duration pace(const HeartbeatPolicy &policy) const;

    static constexpr TimePoint never{};

    // A line of memory, for a heartbeat touches it
    TimePoint m_heardAt = never, m_registeredAt = never;
    TimePoint m_firstAt{}, m_lastAt{}; ///< of the unanswered heartbeats
    quint64 m_first = 0, m_last = 0, m_register = 0;
    quint32 m_callId = 0;
    quint16 m_unanswered = 0; ///< stays at 32,767
    quint16 m_unansweredThen : 15 = 0;
    quint16 m_refreshed : 1 = 0; ///< a REGISTER came that may be a mere refresh
};

static_assert(sizeof(ServerContact) == 64);

} // namespace gb
