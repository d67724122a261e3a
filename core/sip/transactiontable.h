#pragma once
#include "core/base/clock.h"
#include "core/base/rollinghash.h"
#include "core/message/siphead.h"
#include "core/net/datagram.h"
#include "core/sip/timers.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <vector>

namespace gb {

/// The four machines of RFC 3261 §17.
enum class TransactionKind : quint8 { InviteClient, NonInviteClient, InviteServer, NonInviteServer };
/// The states of their figures 5 to 8; Accepted is that of RFC 6026.
enum class TransactionState : quint8 { Calling, Trying, Proceeding, Completed, Confirmed, Accepted, Terminated };

/// Names a transaction for as long as it lives; later it names nothing, even where its slot has another tenant. Null:
/// generation 0.
struct TransactionId
{
    quint32 slot = 0, generation = 0;
    explicit operator bool() const { return generation != 0; }
    bool operator==(const TransactionId &) const = default;
};

inline size_t qHash(const TransactionId &id, size_t seed = 0) noexcept
{
    return qHashMulti(seed, id.slot, id.generation);
}

/// One transaction. Of what it might have to send again it keeps one message: a client its request, then the ACK of a
/// failure; a server its latest response.
struct Transaction
{
    static constexpr TimePoint never = TimePoint::max();
    static constexpr quint32 none = ~0U;

    Key128 key;
    QByteArray octets;
    TimePoint copyAt = never;  ///< timer A, E or G
    TimePoint endAt = never;   ///< what `endTimer` names
    TimePoint armedAt = never; ///< its entry in the queue that counts
    Endpoint peer;
    quint32 interval = 0; ///< µs between the last two copies
    quint32 generation = 1;
    quint32 older = none, newer = none; ///< among the completed ones of servers; free slots: `newer` is the next one
    TransactionKind kind = TransactionKind::NonInviteServer;
    TransactionState state = TransactionState::Terminated;
    TransportKind transport = TransportKind::Udp;
    SipTimer endTimer = SipTimer::None;
    bool listed = false;  ///< among the completed ones
    bool aliased = false; ///< has a second key, for the ACK of RFC 2543

    bool isServer() const { return kind == TransactionKind::InviteServer || kind == TransactionKind::NonInviteServer; }
    bool isInvite() const { return kind == TransactionKind::InviteClient || kind == TransactionKind::InviteServer; }
};

/// RFC 3261 §17.1.3: branch and the method of CSeq.
Key128 clientKey(const SipHead &head);
/// RFC 3261 §17.2.3 for a request of this method, and stricter; with what RFC 2543 has for a branch without the cookie.
Key128 serverKey(const SipHead &head, std::string_view method);
/// Of an INVITE of RFC 2543 and its ACK: all that they share. The ACK's To tag is our response's, and compared there.
Key128 oldAckKey(const SipHead &head);
bool hasCookie(const SipHead &head);

/// Slots of transactions that never move, the index over their keys, and the completed server transactions by age.
class TransactionTable
{
public:
    /// Room is made for 2^chunkBits at once: a laptop's worth of simulated devices has a table each.
    explicit TransactionTable(unsigned chunkBits = 8)
        : m_bits(chunkBits)
    {
    }

    Transaction &operator[](quint32 slot) { return m_chunks[slot >> m_bits][slot & (chunk() - 1)]; }
    const Transaction &operator[](quint32 slot) const { return m_chunks[slot >> m_bits][slot & (chunk() - 1)]; }
    std::size_t size() const { return m_size; }
    std::size_t memory() const;

    /// Transaction::none where there is none.
    quint32 find(const Key128 &key) const { return m_index.value(key, Transaction::none); }
    bool alive(TransactionId id) const
    {
        return id && id.slot < m_chunks.size() * chunk() && (*this)[id.slot].generation == id.generation
            && (*this)[id.slot].state != TransactionState::Terminated;
    }

    quint32 insert(
        const Key128 &key, TransactionKind kind, TransactionState state, TransportKind transport, const Endpoint &peer);
    void alias(quint32 slot, const Key128 &key);
    void remove(quint32 slot);

    void complete(quint32 slot);
    /// Transaction::none where no server transaction is complete.
    quint32 oldestComplete() const { return m_oldest; }

private:
    quint32 chunk() const { return 1U << m_bits; }
    void unlist(Transaction &transaction);

    unsigned m_bits;
    std::vector<std::unique_ptr<Transaction[]>> m_chunks;
    QHash<Key128, quint32> m_index;
    QHash<quint32, Key128> m_aliases;
    std::size_t m_size = 0;
    quint32 m_free = Transaction::none, m_oldest = Transaction::none, m_newest = Transaction::none;
};

} // namespace gb
