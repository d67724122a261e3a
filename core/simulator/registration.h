#pragma once
#include "core/simulator/deviceline.h"

#include <deque>

namespace gb {

/// Registration and heartbeat of a device, GB/T 28181-2022 9.1 and 9.6: digest by MD5, refresh ahead of its expiry,
/// retries, heartbeats, registering anew when as many of them as its timeout count were not answered.
class Registration
{
public:
    Registration(DeviceModel &model, DeviceLine &line);

    void start(TimePoint now);  ///< with a new Call-ID
    void renew(TimePoint now);  ///< registers at the next advance()
    void leave(TimePoint now);  ///< REGISTER with Expires 0, where it is registered
    void reboot(TimePoint now); ///< without a word; registers when it is up again
    void advance(TimePoint now);
    TimePoint deadline() const;
    /// A final response, or none. False: the transaction is not ours.
    bool answered(TransactionId id, const SipHead &head, TimePoint now);
    bool failed(TransactionId id, TimePoint now);

    bool isRegistered() const { return m_registered; }
    /// It hears nobody: not started, or restarting.
    bool isAway() const { return m_state == State::Off || m_state == State::Booting; }
    int heartbeats() const { return m_sn; }
    const QByteArray &callId() const { return m_callId; }

private:
    enum class State : quint8 { Off, Active, Leaving, Booting };
    static constexpr std::size_t mostBeats = 8; ///< that are waited for at once

    void sendRegister(const QByteArray &authorization, TimePoint now);
    void drop();
    void registerAnswered(const SipHead &head, TimePoint now);
    void registered(const SipHead &head, TimePoint now);
    void tryLater(TimePoint now);
    void takeTime(const SipHead &head, TimePoint now);
    void beat(TimePoint now);
    Duration nextGap() const;
    QByteArray credentials(const SipHead &challenge) const;

    DeviceModel &m_model;
    DeviceLine &m_line;
    State m_state = State::Off;
    QByteArray m_callId, m_beatCallId, m_tag, m_copy;
    quint32 m_cseq = 0;
    int m_sn = 0, m_unanswered = 0; ///< heartbeats: all, and without an answer in a row
    bool m_registered = false;
    bool m_tried = false; ///< the credentials of this REGISTER are out
    TransactionId m_register;
    std::deque<TransactionId> m_beats;
    TimePoint m_began{}; ///< this try
    TimePoint m_answerBy = never, m_registerAt = never, m_beatAt = never, m_copyAt = never;
};

} // namespace gb
