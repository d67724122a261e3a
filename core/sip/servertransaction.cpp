#include "core/message/headers.h"
#include "core/sip/transactions.h"

// The server's side: RFC 3261 §17.2, figures 7 and 8, and RFC 6026 figure 5.

namespace gb {

Transactions::Result Transactions::receiveRequest(const Datagram &datagram, const SipHead &head)
{
    if (head.method == SipMethod::Ack)
        return receiveAck(head, datagram.at);
    const Key128 key = serverKey(head, head.methodText);
    const quint32 slot = m_table.find(key);
    return slot == Transaction::none ? create(datagram, head, key) : repeated(slot, datagram);
}

Transactions::Result Transactions::create(const Datagram &datagram, const SipHead &head, const Key128 &key)
{
    if (!makeRoom())
        return {Received::Overload, {}};
    const bool invite = head.method == SipMethod::Invite;
    const quint32 slot = m_table.insert(key, invite ? TransactionKind::InviteServer : TransactionKind::NonInviteServer,
        invite ? TransactionState::Proceeding : TransactionState::Trying, datagram.transport, datagram.from);
    if (invite && !hasCookie(head))
        m_table.alias(slot, oldAckKey(head));
    ++m_counters.created;
    return {Received::NewRequest, idOf(slot)};
}

Transactions::Result Transactions::repeated(quint32 slot, const Datagram &datagram)
{
    Transaction &transaction = m_table[slot];
    const TransactionId id = idOf(slot);
    ++m_counters.absorbed;
    // Trying has sent nothing yet; Confirmed and Accepted are silent: the ACK is there, or the TU repeats its 2xx
    const bool answers = transaction.state == TransactionState::Proceeding
        || transaction.state == TransactionState::Completed;
    if (!answers || transaction.octets.isEmpty())
        return {Received::Absorbed, id};
    if (transaction.peer.address == datagram.from.address)
        transaction.peer.port = datagram.from.port;
    ++m_counters.repeatsSent;
    if (!transmit(datagram.from, datagram.transport, transaction.octets))
        tellFailure(slot);
    return {Received::Absorbed, id};
}

Transactions::Result Transactions::receiveAck(const SipHead &head, TimePoint now)
{
    quint32 slot = m_table.find(serverKey(head, "INVITE"));
    if (slot == Transaction::none && !hasCookie(head)) {
        slot = m_table.find(oldAckKey(head));
        // §17.2.3: the To tag of an old ACK is that of the response
        if (slot != Transaction::none && !m_table[slot].octets.isEmpty()
            && scanHead(view(m_table[slot].octets)).to.tag != head.to.tag)
            slot = Transaction::none;
    }
    if (slot == Transaction::none)
        return {Received::Ack, {}}; // of a 2xx, whose ACK has a branch of its own: the TU knows its dialog
    Transaction &transaction = m_table[slot];
    const TransactionId id = idOf(slot);
    switch (transaction.state) {
    case TransactionState::Accepted: return {Received::Ack, id};
    case TransactionState::Completed:
        transaction.state = TransactionState::Confirmed;
        transaction.copyAt = Transaction::never;
        setEnd(transaction, SipTimer::I, transaction.transport == TransportKind::Tcp ? Duration{0} : m_timers.t4, now);
        arm(slot);
        return {Received::Absorbed, id};
    case TransactionState::Confirmed: ++m_counters.absorbed; return {Received::Absorbed, id};
    case TransactionState::Calling:
    case TransactionState::Trying:
    case TransactionState::Proceeding:
    case TransactionState::Terminated: break;
    }
    ++m_counters.strayAcks; // of nothing that was sent
    return {Received::Stray, id};
}

TransactionId Transactions::cancelled(const SipHead &cancel) const
{
    const quint32 slot = m_table.find(serverKey(cancel, "INVITE"));
    return slot == Transaction::none || m_table[slot].state == TransactionState::Terminated
        ? TransactionId{}
        : TransactionId{slot, m_table[slot].generation};
}

bool Transactions::respond(TransactionId id, int status, const QByteArray &octets, TimePoint now)
{
    if (!m_table.alive(id) || status < 100 || status > 699)
        return false;
    switch (m_table[id.slot].kind) {
    case TransactionKind::InviteServer: return respondToInvite(id.slot, status, octets, now);
    case TransactionKind::NonInviteServer: return respondToOther(id.slot, status, octets, now);
    case TransactionKind::InviteClient:
    case TransactionKind::NonInviteClient: break;
    }
    return false;
}

bool Transactions::respondToInvite(quint32 slot, int status, const QByteArray &octets, TimePoint now)
{
    Transaction &transaction = m_table[slot];
    const bool success = status >= 200 && status < 300;
    if (transaction.state == TransactionState::Accepted && success) {
        answer(slot, octets); // the TU repeats it until its ACK, RFC 3261 §13.3.1.4
        return true;
    }
    if (transaction.state != TransactionState::Proceeding)
        return false;
    if (status < 200) {
        store(transaction, octets);
    } else if (success) {
        transaction.state = TransactionState::Accepted;
        store(transaction, {});
        setEnd(transaction, SipTimer::L, m_timers.giveUp(), now);
        m_table.complete(slot);
    } else {
        transaction.state = TransactionState::Completed;
        store(transaction, octets);
        setCopies(transaction, now);
        setEnd(transaction, SipTimer::H, m_timers.giveUp(), now);
        m_table.complete(slot);
    }
    arm(slot);
    answer(slot, octets);
    return true;
}

bool Transactions::respondToOther(quint32 slot, int status, const QByteArray &octets, TimePoint now)
{
    Transaction &transaction = m_table[slot];
    if (transaction.state != TransactionState::Trying && transaction.state != TransactionState::Proceeding)
        return false; // §17.2.2: further final responses of the TU are discarded
    store(transaction, octets);
    if (status < 200) {
        transaction.state = TransactionState::Proceeding;
    } else {
        transaction.state = TransactionState::Completed;
        setEnd(transaction, SipTimer::J, transaction.transport == TransportKind::Tcp ? Duration{0} : m_timers.giveUp(),
            now);
        m_table.complete(slot);
        arm(slot);
    }
    answer(slot, octets);
    return true;
}

void Transactions::answer(quint32 slot, const QByteArray &octets)
{
    const Transaction &transaction = m_table[slot];
    if (!transmit(transaction.peer, transaction.transport, octets))
        tellFailure(slot);
}

} // namespace gb
