#include "core/flow/tracer.h"

namespace gb {

Key128 transactionKey(const SipHead &head)
{
    KeyHasher hash;
    hash.add(head.via.branch).add(head.via.host).add(head.via.port.value_or(0)).add(head.cseqMethod).add(head.callId).add(head.cseq);
    if (!head.via.branch.starts_with("z9hG4bK")) // RFC 2543 (RFC 3261 §17.2.3): the branch tells nothing
        hash.add(head.from.tag);
    return hash.key();
}

std::string_view payloadOf(const SipHead &head, const Datagram &datagram)
{
    if (!head.body.empty() || head.bodyOctets == 0 || datagram.transport != TransportKind::Udp || !head.has(HeadFault::BodyLong))
        return head.body;
    const std::string_view octets(datagram.octets.constData(), static_cast<std::size_t>(datagram.octets.size()));
    const std::string_view rest = octets.substr(octets.size() - head.bodyOctets);
    return trimmed(rest).starts_with('<') ? rest : head.body;
}

Trace Tracer::trace(Datagram datagram)
{
    Trace trace;
    trace.number = ++m_count;
    trace.datagram = std::move(datagram);
    const QByteArray &octets = trace.datagram.octets;
    trace.head = scanHead({octets.constData(), static_cast<std::size_t>(octets.size())});
    const SipHead &head = trace.head;
    if (head.kind != SipKind::Request && head.kind != SipKind::Response)
        return trace;
    forget(trace.datagram.at);
    trace.transaction = transactionKey(head);
    if (trace.isRequest()) {
        // CSeq and Request-URI may lie; what is no transaction is no repeat of one
        if (head.answerable())
            compare(trace.transaction, trace);
        const std::string_view payload = payloadOf(head, trace.datagram);
        if (!payload.empty() && (trimmed(payload).starts_with('<') || head.method == SipMethod::Message))
            trace.body = parseManscdp(QByteArray(payload.data(), static_cast<qsizetype>(payload.size())));
        return trace;
    }
    compareAnswer(trace);
    return trace;
}

void Tracer::compareAnswer(Trace &trace)
{
    const SipHead &head = trace.head;
    const Key128 key = KeyHasher().add(trace.transaction.a).add(trace.transaction.b).add(static_cast<quint64>(head.status)).add(head.to.tag).key();
    const auto request = m_seen.find(trace.transaction);
    if (request == m_seen.end())
        return compare(key, trace);
    trace.answers = request->number;
    if (request->answer == 0) { // nearly every request has one answer: half of the memory, and half of the way to it
        request->answer = trace.number;
        request->answerIs = key.a;
    } else if (request->answerIs == key.a) {
        trace.repeatOf = request->answer;
    } else {
        return compare(key, trace);
    }
    request->at = std::max(request->at, trace.datagram.at);
}

void Tracer::compare(const Key128 &key, Trace &trace)
{
    const TimePoint now = trace.datagram.at;
    const quint64 body = KeyHasher().add(trace.head.body).key().a;
    Seen &seen = m_seen[key];
    if (seen.number == 0) {
        seen = {trace.number, now, body};
        m_order.emplace_back(now, key);
        return;
    }
    seen.at = std::max(seen.at, now);
    trace.repeatOf = seen.number;
    trace.otherBody = seen.body != body;
}

void Tracer::forget(TimePoint now)
{
    while (!m_order.empty() && (m_order.front().first + memory < now || m_order.size() > capacity)) {
        const auto [since, key] = m_order.front();
        m_order.pop_front();
        const auto seen = m_seen.constFind(key);
        if (seen == m_seen.constEnd())
            continue;
        if (seen->at > since && seen->at + memory >= now && m_order.size() <= capacity)
            m_order.emplace_back(seen->at, key); // a copy came since: its time starts anew
        else
            m_seen.erase(seen);
    }
}

} // namespace gb
