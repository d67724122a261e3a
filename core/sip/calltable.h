#pragma once
#include "core/base/clock.h"
#include "core/base/timerqueue.h"
#include "core/sip/dialogs.h"
#include "core/sip/transactions.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace gb {

using CallHandle = quint32; ///< never given twice; 0: none

/// What a user agent knows of a call.
struct SipCall
{
    struct Ack
    {
        QByteArray octets;
        Endpoint to;
    };

    DialogRole role = DialogRole::Uac;
    Endpoint peer, local;
    TransportKind transport = TransportKind::Udp;
    TransactionId invite; ///< null when it is over
    TransactionId bye;
    QByteArray request; ///< the INVITE that made it
    QByteArray callId, localTag, remoteTag;
    QByteArray contentType, body; ///< what we offered or answered
    QHash<QByteArray, Ack> acks;  ///< as UAC: of each 2xx, by its To tag
    bool provisional = false, cancelWanted = false, byeWanted = false;
    bool answered = false;  ///< the 2xx is sent, or was received
    bool confirmed = false; ///< as UAS: the first ACK was there
    bool over = false;      ///< Ended was told

    // The 2xx that waits for its ACK, of the INVITE or of a re-INVITE
    TransactionId success;
    QByteArray successOctets;
    quint32 successCSeq = 0;
    Duration interval{};
    static constexpr TimePoint never = TimePoint::max();
    TimePoint repeatAt = never, ackUntil = never;
    TimePoint tryingAt = never, limitAt = never, armedAt = never;
    TimePoint due() const { return std::min({repeatAt, ackUntil, tryingAt, limitAt}); }
    /// A 2xx goes out, which is repeated until its ACK, or for 64·T1.
    void awaitAck(TransactionId id, quint32 cseq, const QByteArray &octets, const SipTimers &timers, TimePoint now);
    /// None of its timers fires any more.
    void disarm() { repeatAt = ackUntil = tryingAt = limitAt = never; }
};

/// The calls of a user agent, found by handle, by transaction, and by Call-ID and local tag; and whose timer is next.
/// References hold while other calls come and go.
class CallTable
{
public:
    SipCall *find(CallHandle handle);
    /// Empty where there is none.
    QByteArray callId(CallHandle handle) const;
    std::size_t size() const { return m_calls.size(); }
    CallHandle of(TransactionId id) const { return m_ofTransaction.value(id, 0); }
    CallHandle of(std::string_view callId, std::string_view localTag) const;
    /// Of an INVITE that we have had by another way, RFC 3261 §8.2.2.2.
    bool hasMerged(const SipHead &invite) const;

    /// With its transaction, and its timers armed.
    CallHandle insert(SipCall call);
    void own(TransactionId id, CallHandle handle) { m_ofTransaction.insert(id, handle); }
    CallHandle disown(TransactionId id) { return m_ofTransaction.take(id); }
    /// A call that is over stays while its INVITE can still bring a 2xx, and its BYE an answer.
    void reap(CallHandle handle);

    /// Its timers are other ones.
    void arm(CallHandle handle);
    /// A call whose timer is due, to be armed again; 0: none.
    CallHandle takeDue(TimePoint now);
    std::optional<TimePoint> nextDeadline();

private:
    std::unordered_map<CallHandle, SipCall> m_calls;
    QHash<TransactionId, CallHandle> m_ofTransaction;
    QHash<Key128, CallHandle> m_ofLeg; ///< by Call-ID and local tag
    TimerQueue m_queue;
    CallHandle m_last = 0;
};

} // namespace gb
