#include "core/server/sipserver.h"

#include "core/message/deviceid.h"

#include <QScopedValueRollback>

namespace gb {

SipServer::SipServer(ServerConfig config, const SipTimers &timers)
    : m_registrar(std::move(config))
    , m_transactions(*this, timers)
{
}

bool SipServer::send(const Endpoint &to, TransportKind transport, const QByteArray &octets)
{
    if (!m_mute)
        m_out.append({to, transport, octets});
    return true; // a transport that fails is none of the transaction's business: a server has no other way to answer
}

void SipServer::terminated(TransactionId id)
{
    m_limited.remove(id);
}

bool SipServer::withhold(const Trace &trace, bool limited)
{
    const bool held = limited && !m_limit.allow(qHash(trace.datagram.from.address), trace.datagram.at);
    m_withheld += held ? 1 : 0;
    return held;
}

/// Whoever keeps failing to authenticate is neither answered nor listened to faster: what is not decided upon tells
/// him nothing. A retransmission is a new request then.
bool SipServer::mayGoOn(const Trace &trace)
{
    if (trace.head.method != SipMethod::Register)
        return true;
    const Registrar::Pace pace = m_registrar.paceOf(trace);
    const quint64 address = qHash(trace.datagram.from.address);
    const bool goes = pace == Registrar::Pace::Free
        || (pace == Registrar::Pace::Slow ? m_slowLimit : m_limit).allow(address, trace.datagram.at);
    m_withheld += goes ? 0 : 1;
    return goes;
}

QList<SipServer::Outgoing> SipServer::receive(const Trace &trace, TimePoint wall)
{
    m_out = advance(trace.datagram.at);
    const Endpoint &source = trace.datagram.from;
    if (isSilentTo(trace.head))
        return std::exchange(m_out, {});
    if (!trace.head.refusable() || source == trace.datagram.to || source.port == 0 || trace.datagram.unfinished)
        return std::exchange(m_out, {}); // an answer to ourselves would run in circles
    const qsizetype before = m_out.size();
    const Transactions::Result result = m_transactions.receive(trace.datagram, trace.head);
    switch (result.what) {
    case Received::NewRequest: requestReceived(result.id, trace, wall); break;
    case Received::Unusable: answerWithoutTransaction(trace, wall); break;
    case Received::Overload: ++m_withheld; break;
    case Received::Absorbed:
        m_registrar.repeated(trace);
        if (m_out.size() > before && withhold(trace, m_limited.contains(result.id)))
            m_out.resize(before);
        break;
    case Received::Ack:
    case Received::Response:
    case Received::Stray: break;
    }
    return std::exchange(m_out, {});
}

QList<SipServer::Outgoing> SipServer::advance(TimePoint now)
{
    m_transactions.advance(now);
    if (m_silence)
        m_out.removeIf([this](const Outgoing &one) {
            return isSilentTo(scanHead({one.octets.constData(), static_cast<std::size_t>(one.octets.size())}));
        });
    return std::exchange(m_out, {});
}

/// By From, which an answer has from its request.
bool SipServer::isSilentTo(const SipHead &head) const
{
    return m_silence && m_silence->covers(printable(head.from.uri.user));
}

void SipServer::requestReceived(TransactionId id, const Trace &trace, TimePoint wall)
{
    const TimePoint now = trace.datagram.at;
    if (!mayGoOn(trace))
        return m_transactions.abandon(id);
    Registrar::Answer answer = m_registrar.answer(trace, wall);
    if (trace.head.method == SipMethod::Cancel && m_transactions.cancelled(trace.head))
        answer = {}; // 200, whatever became of the INVITE: RFC 3261 §9.2
    if (answer.silent)
        return m_transactions.abandon(id);
    const bool invite = trace.head.method == SipMethod::Invite;
    if (invite && !answer.trusted) {
        // Timer G would send the refusal ten times more to whoever is named as its source: of a stranger's INVITE
        // nothing is kept (§8.2.7)
        m_transactions.abandon(id);
        if (!withhold(trace, answer.limited))
            m_out.append({trace.datagram.from, trace.datagram.transport, write(trace, std::move(answer))});
        return;
    }
    if (invite)
        m_transactions.respond(id, 100, writeReply(trace.head, trace.datagram.from, {.status = 100}), now);
    if (answer.limited)
        m_limited.insert(id);
    // Remembered even where it is held back: a retransmission is never decided upon anew, else each would be another
    // guess at the password
    const QScopedValueRollback mute(m_mute, withhold(trace, answer.limited));
    const int status = answer.reply.status;
    m_transactions.respond(id, status, write(trace, std::move(answer)), now);
}

/// What cannot be told apart from its copies: there is nothing that it could change.
void SipServer::answerWithoutTransaction(const Trace &trace, TimePoint wall)
{
    if (trace.head.method == SipMethod::Ack || !mayGoOn(trace))
        return;
    Registrar::Answer answer = m_registrar.answer(trace, wall);
    if (!answer.silent && !withhold(trace, answer.limited))
        m_out.append({trace.datagram.from, trace.datagram.transport, write(trace, std::move(answer))});
}

QByteArray SipServer::write(const Trace &trace, Registrar::Answer answer)
{
    // Random, and of a request always the same one, for what is answered without a transaction: RFC 3261 §8.2.7, §19.3
    answer.reply.toTag = QByteArrayLiteral("gbs-") + QByteArray::number(trace.transaction.a, 36);
    return writeReply(trace.head, trace.datagram.from, answer.reply);
}

} // namespace gb
