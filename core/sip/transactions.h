#pragma once
#include "core/base/timerqueue.h"
#include "core/message/siphead.h"
#include "core/net/datagram.h"
#include "core/sip/timers.h"
#include "core/sip/transactiontable.h"

#include <optional>

namespace gb {

/// The TU of RFC 3261 §5 and the transport below, as the transaction layer sees them. No call may lead back into
/// receive() or advance(); start(), respond() and abandon() are fine, but not from within send().
class TransactionUser
{
public:
    virtual ~TransactionUser() = default;
    /// Hands octets to the transport. False: it refused them (§17.1.4, §17.2.4).
    virtual bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) = 0;
    /// Timer B, F or H ran out: no answer, or no ACK. terminated() follows.
    virtual void timedOut(TransactionId id, SipTimer timer) = 0;
    /// A repeat could not be sent. Of a client transaction, and of a server one that is no INVITE, terminated()
    /// follows; the INVITE server transaction goes on (RFC 6026 §7.1).
    virtual void transportFailed(TransactionId id) = 0;
    /// The last that is heard of it.
    virtual void terminated(TransactionId id) = 0;
};

/// What a message was to the transaction layer.
enum class Received : quint8 {
    NewRequest, ///< begins a server transaction: the TU answers it
    Absorbed,   ///< a repeat, or the ACK of a failure: all that it needs was done
    Ack,        ///< for the TU: of a 2xx. Its id, where it has one, is that of the INVITE in Accepted
    Response,   ///< for the TU: of the client transaction `id`
    Stray,      ///< a response, or an ACK, that belongs to nothing (§18.1.2, RFC 6026 §8.9): dropped
    Overload,   ///< a new request for which there is no room: nothing was kept, the TU may answer 503 or stay silent
    Unusable,   ///< no SIP, or nothing that could be answered
};

/**
 * Client and server transactions, RFC 3261 §17 with the Accepted state of RFC 6026. Neither sockets nor timers:
 * messages come in by receive(), time by advance(), and what goes out leaves by the TransactionUser, so that every
 * schedule can be read off a test.
 *
 * Responses go to where the request came from, whatever its Via says. A repeat from another port of that address is a
 * NAT that gave a new one: answers follow it. A repeat from another address is answered there, once.
 *
 * Bounded in number and in octets; over that the oldest completed server transactions go first. At most 0.7 kB for one
 * that holds an answer of 450 octets.
 */
class Transactions
{
public:
    struct Limits
    {
        std::size_t transactions = 100'000;
        qsizetype octets = 64 * 1024 * 1024; ///< of the messages that are kept to be sent again
        unsigned chunkBits = 8;              ///< room is made for 2^n at once: 0 to 16
    };
    struct Result
    {
        Received what = Received::Unusable;
        TransactionId id;
    };
    /// Since the start. Never reset.
    struct Counters
    {
        quint64 created = 0, repeatsSent = 0, absorbed = 0, strayResponses = 0, strayAcks = 0, evicted = 0, refused = 0,
                unusable = 0, transportErrors = 0;
    };

    /// The TU gives 100 to an INVITE that it will not have answered by then, §17.2.1.
    static constexpr std::chrono::milliseconds tryingWithin{200};

    explicit Transactions(TransactionUser &user, const SipTimers &timers = {});
    Transactions(TransactionUser &user, const SipTimers &timers, const Limits &limits);

    /// One message from the network. `head` is that of its octets. Runs what was due before it.
    Result receive(const Datagram &datagram, const SipHead &head);

    /// Sends a request, INVITE or not, and cares for it until the final response. Null where its branch does not begin
    /// with the cookie or is in use, where it is an ACK, where the transport refuses it, or where there is no room.
    TransactionId start(const QByteArray &request, const Endpoint &to, TransportKind transport, TimePoint now);
    /// Sends a response of the TU. False where the id is stale or the state has had its final response; nothing is sent
    /// then. `status` is that of the octets, 100 to 699.
    bool respond(TransactionId id, int status, const QByteArray &octets, TimePoint now);
    /// Ends it without a word, as §9.1 has it for a cancelled INVITE that nobody answers.
    void abandon(TransactionId id);

    /// Runs what is due. Linear in that.
    void advance(TimePoint now);
    /// When advance() has something to do; empty where nothing is.
    std::optional<TimePoint> nextDeadline();

    /// Terminated, too, for an id that is stale.
    TransactionState state(TransactionId id) const;
    std::optional<TransactionKind> kind(TransactionId id) const;
    /// The INVITE server transaction that a CANCEL means, §9.2. Null where there is none.
    TransactionId cancelled(const SipHead &cancel) const;

    std::size_t size() const { return m_table.size(); }
    const Counters &counters() const { return m_counters; }
    const SipTimers &timers() const { return m_timers; }
    /// What all of it takes, by the capacity of its parts; the overhead of malloc is estimated at 16 octets a block.
    std::size_t memory() const { return m_table.memory() + m_queue.octets() + static_cast<std::size_t>(m_octets); }

private:
    // clienttransaction.cpp
    Result receiveResponse(const Datagram &datagram, const SipHead &head);
    Result inviteAnswered(quint32 slot, const Datagram &datagram, const SipHead &head);
    Result requestAnswered(quint32 slot, const SipHead &head, TimePoint now);
    void acknowledge(quint32 slot);
    // servertransaction.cpp
    Result receiveRequest(const Datagram &datagram, const SipHead &head);
    Result create(const Datagram &datagram, const SipHead &head, const Key128 &key);
    Result repeated(quint32 slot, const Datagram &datagram);
    Result receiveAck(const SipHead &head, TimePoint now);
    bool respondToInvite(quint32 slot, int status, const QByteArray &octets, TimePoint now);
    bool respondToOther(quint32 slot, int status, const QByteArray &octets, TimePoint now);
    void answer(quint32 slot, const QByteArray &octets);

    bool makeRoom();
    TransactionId idOf(quint32 slot) const { return {slot, m_table[slot].generation}; }
    void store(Transaction &transaction, const QByteArray &octets);
    /// False: refused, and counted. Told to the TU by tellFailure().
    bool transmit(const Endpoint &to, TransportKind transport, const QByteArray &octets);
    void tellFailure(quint32 slot);
    void setEnd(Transaction &transaction, SipTimer timer, Duration after, TimePoint now);
    void setCopies(Transaction &transaction, TimePoint now);
    void arm(quint32 slot);
    void fire(quint32 slot, TimePoint now);
    void copyAgain(quint32 slot, TimePoint now);
    void expire(quint32 slot);
    void terminate(quint32 slot);

    TransactionUser &m_user;
    const SipTimers m_timers;
    const Limits m_limits;
    TransactionTable m_table;
    TimerQueue m_queue;
    qsizetype m_octets = 0;
    Counters m_counters;
};

} // namespace gb
