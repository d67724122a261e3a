#include "core/sip/transactions.h"

namespace gb {
namespace {

constexpr qsizetype blockOverhead = 32; ///< of a QByteArray's header and of malloc

qsizetype cost(const QByteArray &octets)
{
    return octets.isEmpty() ? 0 : octets.capacity() + blockOverhead;
}

/// A quint32 of µs holds 71 minutes; A doubles up to 64·T1 at most.
quint32 micros(Duration duration)
{
    return static_cast<quint32>(std::min<Duration::rep>(duration.count(), ~0U));
}

SipTimer copyTimer(TransactionKind kind)
{
    switch (kind) {
    case TransactionKind::InviteClient: return SipTimer::A;
    case TransactionKind::NonInviteClient: return SipTimer::E;
    case TransactionKind::InviteServer: return SipTimer::G;
    case TransactionKind::NonInviteServer: break;
    }
    return SipTimer::None;
}

} // namespace

Transactions::Transactions(TransactionUser &user, const SipTimers &timers)
    : Transactions(user, timers, Limits{})
{
}

Transactions::Transactions(TransactionUser &user, const SipTimers &timers, const Limits &limits)
    : m_user(user)
    , m_timers(timers)
    , m_limits(limits)
    , m_table(limits.chunkBits)
{
}

Transactions::Result Transactions::receive(const Datagram &datagram, const SipHead &head)
{
    advance(datagram.at);
    if (head.kind == SipKind::Response)
        return receiveResponse(datagram, head);
    if (head.answerable())
        return receiveRequest(datagram, head);
    ++m_counters.unusable;
    return {Received::Unusable, {}};
}

void Transactions::advance(TimePoint now)
{
    while (const TimerQueue::Entry *first = m_queue.first()) {
        if (first->at > now)
            return;
        const TimerQueue::Entry entry = *first;
        m_queue.pop();
        Transaction &transaction = m_table[entry.slot];
        if (transaction.generation != entry.generation || transaction.armedAt != entry.at)
            continue;
        transaction.armedAt = Transaction::never;
        fire(entry.slot, now);
    }
}

std::optional<TimePoint> Transactions::nextDeadline()
{
    while (const TimerQueue::Entry *first = m_queue.first()) {
        const TimerQueue::Entry entry = *first;
        Transaction &transaction = m_table[entry.slot];
        const bool counts = transaction.generation == entry.generation && transaction.armedAt == entry.at;
        if (counts && std::min(transaction.copyAt, transaction.endAt) <= entry.at)
            return entry.at;
        m_queue.pop();
        if (counts) {
            transaction.armedAt = Transaction::never;
            arm(entry.slot);
        }
    }
    return std::nullopt;
}

void Transactions::fire(quint32 slot, TimePoint now)
{
    const Transaction &transaction = m_table[slot];
    if (transaction.endAt <= now)
        return expire(slot);
    if (transaction.copyAt <= now)
        return copyAgain(slot, now);
    arm(slot); // what it was armed for is over, what it waits for is later
}

void Transactions::copyAgain(quint32 slot, TimePoint now)
{
    Transaction &transaction = m_table[slot];
    ++m_counters.repeatsSent;
    if (!transmit(transaction.peer, transaction.transport, transaction.octets)) {
        tellFailure(slot);
        if (transaction.state == TransactionState::Terminated)
            return;
    }
    // §17.1.2.2: T2 for every further copy once a 1xx was there
    const bool asked = transaction.kind == TransactionKind::NonInviteClient
        && transaction.state == TransactionState::Proceeding;
    const Duration interval = asked ? m_timers.t2
                                    : m_timers.next(copyTimer(transaction.kind), Duration(transaction.interval));
    transaction.interval = micros(interval);
    transaction.copyAt += interval;
    if (transaction.copyAt <= now)
        transaction.copyAt = now + interval; // nobody came by for long: one copy, not a burst of them
    arm(slot);
}

void Transactions::expire(quint32 slot)
{
    const TransactionId id = idOf(slot);
    const SipTimer timer = m_table[slot].endTimer;
    m_table[slot].state = TransactionState::Terminated;
    if (timer == SipTimer::B || timer == SipTimer::F || timer == SipTimer::H)
        m_user.timedOut(id, timer);
    terminate(slot);
}

void Transactions::terminate(quint32 slot)
{
    const TransactionId id = idOf(slot);
    m_octets -= cost(m_table[slot].octets);
    m_table.remove(slot);
    m_user.terminated(id);
}

void Transactions::abandon(TransactionId id)
{
    if (m_table.alive(id))
        terminate(id.slot);
}

TransactionState Transactions::state(TransactionId id) const
{
    return m_table.alive(id) ? m_table[id.slot].state : TransactionState::Terminated;
}

std::optional<TransactionKind> Transactions::kind(TransactionId id) const
{
    return m_table.alive(id) ? std::optional(m_table[id.slot].kind) : std::nullopt;
}

bool Transactions::makeRoom()
{
    const auto full = [this] { return m_table.size() >= m_limits.transactions || m_octets >= m_limits.octets; };
    while (full()) {
        const quint32 oldest = m_table.oldestComplete();
        if (oldest == Transaction::none)
            break;
        ++m_counters.evicted;
        terminate(oldest);
    }
    if (!full())
        return true;
    ++m_counters.refused;
    return false;
}

void Transactions::store(Transaction &transaction, const QByteArray &octets)
{
    m_octets -= cost(transaction.octets);
    // Writers reserve more than they write
    transaction.octets = octets.capacity() > octets.size() + 32 ? QByteArray(octets.constData(), octets.size())
                                                                : octets;
    m_octets += cost(transaction.octets);
}

bool Transactions::transmit(const Endpoint &to, TransportKind transport, const QByteArray &octets)
{
    const bool sent = m_user.send(to, transport, octets);
    m_counters.transportErrors += sent ? 0 : 1;
    return sent;
}

void Transactions::tellFailure(quint32 slot)
{
    Transaction &transaction = m_table[slot];
    const TransactionId id = idOf(slot);
    if (transaction.kind != TransactionKind::InviteServer) {
        // Gone with the next advance(), so that who just handed us a message still finds what it was about
        transaction.state = TransactionState::Terminated;
        transaction.copyAt = Transaction::never;
        transaction.endAt = TimePoint{};
        transaction.endTimer = SipTimer::None;
        arm(slot);
    }
    m_user.transportFailed(id);
}

void Transactions::setEnd(Transaction &transaction, SipTimer timer, Duration after, TimePoint now)
{
    transaction.endTimer = timer;
    transaction.endAt = now + after;
}

void Transactions::setCopies(Transaction &transaction, TimePoint now)
{
    if (transaction.transport == TransportKind::Tcp)
        return; // A, E and G are for transports that lose messages
    transaction.interval = micros(m_timers.t1);
    transaction.copyAt = now + m_timers.t1;
}

void Transactions::arm(quint32 slot)
{
    Transaction &transaction = m_table[slot];
    const TimePoint at = std::min(transaction.copyAt, transaction.endAt);
    if (at >= transaction.armedAt)
        return; // comes up earlier anyway, and is armed anew then
    transaction.armedAt = at;
    m_queue.push({at, slot, transaction.generation});
    if (m_queue.size() > 2 * m_table.size() + 64) {
        m_queue.prune([this](const TimerQueue::Entry &entry) {
            return m_table[entry.slot].generation != entry.generation || m_table[entry.slot].armedAt != entry.at;
        });
    }
}

} // namespace gb
