#pragma once
#include "core/message/requestwriter.h"
#include "core/sip/calltable.h"

namespace gb {

enum class CallEvent : quint8 {
    Incoming,  ///< an INVITE: to be answered with ring(), accept() or reject()
    Ringing,   ///< a 1xx to our INVITE; more may follow
    Answered,  ///< the first 2xx to our INVITE, whose ACK is sent
    Confirmed, ///< the ACK of our first 2xx
    Modified,  ///< a re-INVITE of the peer, answered with the body that we had
    Ended,     ///< the last news of a call
};

enum class CallEnd : quint8 {
    None,
    Refused,   ///< 3xx to 6xx, ours or the peer's: see the status
    TimedOut,  ///< nobody answered
    Transport, ///< it could not be sent
    Cancelled, ///< by CANCEL, of either side
    PeerBye,
    OurBye,
    NoAck, ///< of our 2xx within 64·T1; the BYE is sent (RFC 3261 §13.3.1.4)
};

struct CallNews
{
    CallHandle call = 0;
    CallEvent event = CallEvent::Ended;
    CallEnd end = CallEnd::None;
    int status = 0;               ///< of the response that it is about; 0: none
    QByteArray contentType, body; ///< of the message that it is about
};

/// Who has the transports and the calls. callChanged() may call every function of the UserAgent but receive() and
/// advance(); send() may call none.
class UserAgentOwner
{
public:
    virtual ~UserAgentOwner() = default;
    /// False: the transport refused.
    virtual bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) = 0;
    virtual void callChanged(const CallNews &news) = 0;
};

/// An INVITE to be.
struct Invitation
{
    QByteArray uri;       ///< Request-URI and To, as `sip:34020000001320000001@10.0.0.9:5060`
    Endpoint destination; ///< names are not resolved: requests go where the peer is known to be
    Endpoint local;       ///< for Via and Contact
    TransportKind transport = TransportKind::Udp;
    QByteArray contentType, body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Subject of GB/T 28181 9.2.2.2, for one
};

/**
 * The core of a user agent for INVITE, RFC 3261 §9, §12 to §15, over transactions and dialogs of its own. Neither
 * sockets nor timers, as these.
 *
 * The 2xx is not the transaction's: as UAS the core repeats it, at T1, then doubling up to T2, over TCP too, until its
 * ACK; after 64·T1 it hangs up (§13.3.1.4). As UAC it sends the same ACK for every copy (§13.2.2.4). CANCEL waits for a
 * 1xx (§9.1); a 2xx that crosses it is acknowledged and hung up. An unanswered INVITE ends after `answerWithin`, for
 * its Proceeding state has no timer.
 */
class UserAgent final : private TransactionUser
{
public:
    static constexpr std::size_t maxCalls = 1000;
    static constexpr std::chrono::minutes answerWithin{3}; ///< as timer C; then CANCEL, or 480

    /// Since the start. Never reset. Absorbed repeats and such are the transactions' own: transactions().counters().
    struct Counters
    {
        quint64 strayAcks = 0, strayResponses = 0, lateAnswers = 0, merged = 0, unmatched = 0, repeated2xx = 0,
                repeatedAcks = 0, refusedCalls = 0;
    };

    /// `user`: of our From and Contact. `domain`: of our From.
    UserAgent(UserAgentOwner &owner, QByteArray user, QByteArray domain, const SipTimers &timers = {});

    /// False: not ours, and untouched: a request outside of a dialog other than INVITE, ACK, CANCEL and BYE, or a
    /// response to no request of ours (which is counted).
    bool receive(const Datagram &datagram, const SipHead &head);
    void advance(TimePoint now);
    std::optional<TimePoint> nextDeadline();

    /// 0: refused by the transport, or for want of room.
    CallHandle invite(const Invitation &invitation, TimePoint now);
    // Each returns whether the call was in a state for it.
    bool ring(CallHandle handle, TimePoint now);
    bool accept(CallHandle handle, const QByteArray &contentType, const QByteArray &body, TimePoint now);
    /// `status` 300 to 699.
    bool reject(CallHandle handle, int status, TimePoint now);
    /// Whatever that takes: CANCEL, 480 or BYE; of a 2xx without its ACK the BYE waits (§15).
    bool hangUp(CallHandle handle, TimePoint now);
    /// A request went out within that dialog that is none of this user agent's: its own go on behind that CSeq.
    void numberUsed(const Dialog &dialog) { m_dialogs.numberUsed(dialog); }

    /// Of a call that is not forgotten yet, else empty.
    QByteArray callId(CallHandle handle) const { return m_calls.callId(handle); }
    /// A request within a dialog of ours, or within one that was.
    bool owns(const SipHead &request) const { return m_calls.of(request.callId, request.to.tag) != 0; }
    std::size_t calls() const { return m_calls.size(); } ///< with those that are over and only absorb
    const Counters &counters() const { return m_counters; }
    const Transactions &transactions() const { return m_transactions; }
    const Dialogs &dialogs() const { return m_dialogs; }

private:
    // TransactionUser
    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override
    {
        return m_owner.send(to, transport, octets);
    }
    void timedOut(TransactionId id, SipTimer timer) override;
    void transportFailed(TransactionId id) override;
    void terminated(TransactionId id) override;

    // useragent.cpp
    SipCall *find(CallHandle handle) { return m_calls.find(handle); }
    void fire(CallHandle handle, TimePoint now);
    void end(CallHandle handle, CallEnd why, int status, const SipHead *message = nullptr);
    void tell(CallHandle handle, CallEvent event, const SipHead *message = nullptr, int status = 0);
    void sendBye(CallHandle handle, Dialog &dialog, const Endpoint &to, TimePoint now);
    bool bye(CallHandle handle, TimePoint now);

    // useragentclient.cpp
    void responseReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void inviteSucceeded(CallHandle handle, const Datagram &datagram, const SipHead &head);
    bool cancel(CallHandle handle, TimePoint now);

    // useragentserver.cpp
    void requestReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void inviteReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void cancelReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void byeReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void modifyReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void ackReceived(const SipHead &head, TimePoint now);
    void answer(TransactionId id, const Datagram &datagram, const SipHead &head, int status,
        const QByteArray &headers = {}, const QByteArray &tag = {});
    /// To the INVITE that made the call.
    bool answerInvite(SipCall &call, int status, TimePoint now);
    void awaitAck(CallHandle handle, TransactionId id, quint32 cseq, const QByteArray &octets, TimePoint now);

    UserAgentOwner &m_owner;
    const QByteArray m_user, m_domain;
    Transactions m_transactions;
    Dialogs m_dialogs;
    CallTable m_calls;
    Counters m_counters;
};

} // namespace gb
