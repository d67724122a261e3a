#include "core/sip/transactiontable.h"

#include "core/message/siptext.h"

#include <algorithm>

namespace gb {
namespace {

enum class KeyKind : quint64 {
    Client = 1,
    Server,
    OldServer,
    OldAck
}; ///< so that a client's branch that comes back to us names no server transaction

KeyHasher hasher(KeyKind kind)
{
    return KeyHasher().add(static_cast<quint64>(kind));
}

/// Hosts compare without case (RFC 3261 §19.1.4); nearly all are addresses and have none.
KeyHasher &addHost(KeyHasher &hash, std::string_view host)
{
    if (std::none_of(host.begin(), host.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return hash.add(host);
    std::string lowered(host);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), siptext::lower);
    return hash.add(lowered);
}

} // namespace

bool hasCookie(const SipHead &head)
{
    return head.via.branch.starts_with("z9hG4bK");
}

Key128 clientKey(const SipHead &head)
{
    return hasher(KeyKind::Client).add(head.via.branch).add(head.cseqMethod).key();
}

Key128 serverKey(const SipHead &head, std::string_view method)
{
    if (hasCookie(head)) {
        // Request-URI, Call-ID and CSeq besides, which INVITE, ACK and CANCEL share, too: there are devices that never
        // change their branch, and a second request of theirs is no repeat
        KeyHasher hash
            = hasher(KeyKind::Server).add(head.via.branch).add(head.requestUri.text).add(head.callId).add(head.cseq);
        return addHost(hash, head.via.host).add(head.via.port.value_or(5060)).add(method).key();
    }
    KeyHasher hash = hasher(KeyKind::OldServer).add(head.requestUri.text).add(head.to.tag).add(head.from.tag);
    return hash.add(head.callId).add(head.cseq).add(method).add(head.via.text).key();
}

Key128 oldAckKey(const SipHead &head)
{
    return hasher(KeyKind::OldAck)
        .add(head.requestUri.text)
        .add(head.from.tag)
        .add(head.callId)
        .add(head.cseq)
        .add(head.via.text)
        .key();
}

std::size_t TransactionTable::memory() const
{
    // QHash: a span of 128 buckets has one octet for each, and a node of 24 for each that is taken, in steps
    const std::size_t index = static_cast<std::size_t>(m_index.capacity()) * 2 + m_size * 40;
    return m_chunks.size() * chunk() * sizeof(Transaction) + index;
}

quint32 TransactionTable::insert(
    const Key128 &key, TransactionKind kind, TransactionState state, TransportKind transport, const Endpoint &peer)
{
    if (m_free == Transaction::none) {
        const auto first = static_cast<quint32>(m_chunks.size()) * chunk();
        m_chunks.push_back(std::make_unique<Transaction[]>(chunk()));
        for (quint32 slot = first + chunk(); slot-- > first;) {
            (*this)[slot].newer = m_free;
            m_free = slot;
        }
    }
    const quint32 slot = m_free;
    Transaction &transaction = (*this)[slot];
    m_free = std::exchange(transaction.newer, Transaction::none);
    transaction.key = key;
    transaction.kind = kind;
    transaction.state = state;
    transaction.transport = transport;
    transaction.peer = peer;
    m_index.insert(key, slot);
    ++m_size;
    return slot;
}

void TransactionTable::alias(quint32 slot, const Key128 &key)
{
    if (m_index.contains(key))
        return; // of an INVITE that differs in nothing that the ACK repeats: the first one keeps it
    m_index.insert(key, slot);
    m_aliases.insert(slot, key);
    (*this)[slot].aliased = true;
}

void TransactionTable::remove(quint32 slot)
{
    Transaction &transaction = (*this)[slot];
    unlist(transaction);
    m_index.remove(transaction.key);
    if (transaction.aliased)
        m_index.remove(m_aliases.take(slot));
    const quint32 generation = transaction.generation + 1;
    transaction = {};
    transaction.generation = generation == 0 ? 1 : generation;
    transaction.newer = std::exchange(m_free, slot);
    --m_size;
}

void TransactionTable::complete(quint32 slot)
{
    Transaction &transaction = (*this)[slot];
    unlist(transaction);
    transaction.listed = true;
    transaction.older = std::exchange(m_newest, slot);
    if (transaction.older == Transaction::none)
        m_oldest = slot;
    else
        (*this)[transaction.older].newer = slot;
}

void TransactionTable::unlist(Transaction &transaction)
{
    if (!transaction.listed)
        return;
    (transaction.older == Transaction::none ? m_oldest : (*this)[transaction.older].newer) = transaction.newer;
    (transaction.newer == Transaction::none ? m_newest : (*this)[transaction.newer].older) = transaction.older;
    transaction.older = transaction.newer = Transaction::none;
    transaction.listed = false;
}

} // namespace gb
