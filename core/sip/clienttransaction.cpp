#include "core/message/headers.h"
#include "core/message/requestwriter.h"
#include "core/sip/transactions.h"

// The client's side: RFC 3261 §17.1, figures 5 and 6, and RFC 6026 figure 3.

namespace gb {

TransactionId Transactions::start(const QByteArray &request, const Endpoint &to, TransportKind transport, TimePoint now)
{
    const SipHead head = scanHead(view(request));
    if (!head.answerable() || head.method == SipMethod::Ack || !hasCookie(head))
        return {};
    const Key128 key = clientKey(head);
    if (m_table.find(key) != Transaction::none || !makeRoom() || !transmit(to, transport, request))
        return {};
    const bool invite = head.method == SipMethod::Invite;
    const quint32 slot = m_table.insert(key, invite ? TransactionKind::InviteClient : TransactionKind::NonInviteClient,
        invite ? TransactionState::Calling : TransactionState::Trying, transport, to);
    Transaction &transaction = m_table[slot];
    ++m_counters.created;
    store(transaction, request);
    setCopies(transaction, now);
    setEnd(transaction, invite ? SipTimer::B : SipTimer::F, m_timers.giveUp(), now);
    arm(slot);
    return idOf(slot);
}

Transactions::Result Transactions::receiveResponse(const Datagram &datagram, const SipHead &head)
{
    const quint32 slot = head.status == 0 || head.via.branch.empty() ? Transaction::none
                                                                     : m_table.find(clientKey(head));
    if (slot == Transaction::none) {
        ++m_counters.strayResponses;
        return {Received::Stray, {}};
    }
    return m_table[slot].kind == TransactionKind::InviteClient ? inviteAnswered(slot, datagram, head)
                                                               : requestAnswered(slot, head, datagram.at);
}

Transactions::Result Transactions::inviteAnswered(quint32 slot, const Datagram &datagram, const SipHead &head)
{
    Transaction &transaction = m_table[slot];
    const TransactionId id = idOf(slot);
    const bool provisional = head.status < 200, success = !provisional && head.status < 300;
    switch (transaction.state) {
    case TransactionState::Calling:
    case TransactionState::Proceeding:
        transaction.copyAt = transaction.endAt = Transaction::never; // A and B are timers of Calling alone
        transaction.endTimer = SipTimer::None;
        if (provisional) {
            transaction.state = TransactionState::Proceeding;
        } else if (success) {
            transaction.state = TransactionState::Accepted;
            store(transaction, {});
            setEnd(transaction, SipTimer::M, m_timers.giveUp(), datagram.at);
        } else {
            transaction.state = TransactionState::Completed;
            store(transaction, writeFailureAck(transaction.octets, head));
            setEnd(transaction, SipTimer::D, transaction.transport == TransportKind::Tcp ? Duration{0} : m_timers.d,
                datagram.at);
            acknowledge(slot);
        }
        arm(slot);
        return {Received::Response, id};
    case TransactionState::Accepted:
        if (success)
            return {Received::Response, id}; // each copy, and each fork's, has its ACK from the TU
        break;
    case TransactionState::Completed:
        if (!provisional && !success) {
            ++m_counters.repeatsSent;
            acknowledge(slot);
        }
        break;
    case TransactionState::Trying:
    case TransactionState::Confirmed:
    case TransactionState::Terminated: break;
    }
    ++m_counters.absorbed;
    return {Received::Absorbed, id};
}

void Transactions::acknowledge(quint32 slot)
{
    const Transaction &transaction = m_table[slot];
    if (!transmit(transaction.peer, transaction.transport, transaction.octets))
        tellFailure(slot);
}

Transactions::Result Transactions::requestAnswered(quint32 slot, const SipHead &head, TimePoint now)
{
    Transaction &transaction = m_table[slot];
    const TransactionId id = idOf(slot);
    if (transaction.state != TransactionState::Trying && transaction.state != TransactionState::Proceeding) {
        ++m_counters.absorbed;
        return {Received::Absorbed, id};
    }
    if (head.status < 200) {
        transaction.state = TransactionState::Proceeding;
        return {Received::Response, id};
    }
    transaction.state = TransactionState::Completed;
    transaction.copyAt = Transaction::never;
    store(transaction, {});
    setEnd(transaction, SipTimer::K, transaction.transport == TransportKind::Tcp ? Duration{0} : m_timers.t4, now);
    arm(slot);
    return {Received::Response, id};
}

} // namespace gb
