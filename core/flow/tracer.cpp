#include "core/flow/tracer.h"

#include "core/flow/flowlog.h"
#include "core/message/cuthead.h"

namespace gb {

std::string_view payloadOf(const SipHead &head, const Datagram &datagram)
{
    if (!head.body.empty() || head.bodyOctets == 0 || datagram.transport != TransportKind::Udp
        || !head.has(HeadFault::BodyLong))
        return head.body;
    const std::string_view octets(datagram.octets.constData(), static_cast<std::size_t>(datagram.octets.size()));
    const std::string_view rest = octets.substr(octets.size() - head.bodyOctets);
    return trimmed(rest).starts_with('<') ? rest : head.body;
}

/// Of a body whose end was not captured: that it is a heartbeat stands at its start, whatever else is told behind.
static void readCut(std::optional<Manscdp> &body)
{
    if (body && body->isKeepalive())
        body->faults = 0;
    else
        body.reset();
}

Trace Tracer::trace(Datagram datagram)
{
    Trace made;
    trace(std::move(datagram), made);
    return made;
}

void Tracer::trace(Datagram datagram, Trace &trace)
{
    trace.number = ++m_count;
    trace.repeatOf = trace.answers = 0;
    trace.copy = {};
    trace.took.reset();
    trace.transaction = {};
    trace.device.clear();
    trace.body.reset();
    trace.otherBody = false;
    trace.bodyHash = 0;
    trace.fromHash = 0;
    trace.datagram = std::move(datagram);
    const QByteArray &octets = trace.datagram.octets;
    const std::string_view all(octets.constData(), static_cast<std::size_t>(octets.size()));
    if (trace.datagram.cut)
        trace.head = scanCutHead(all);
    else
        m_layouts.scan(all, trace.head);
    const SipHead &head = trace.head;
    if (head.kind != SipKind::Request && head.kind != SipKind::Response)
        return;
    if (trace.datagram.transport == TransportKind::Tcp && !trace.datagram.cut && !head.contentLength
        && !head.has(HeadFault::ContentLength) && !head.has(HeadFault::NotClosed))
        trace.head.faults |= 1U << static_cast<unsigned>(HeadFault::ContentLengthMissing);
    trace.transaction = transactionKey(head);
    trace.fromHash = seededHash(head.from.uri.user);
    if (!head.body.empty())
        trace.bodyHash = static_cast<quint32>(seededHash(head.body));
    if (trace.isRequest()) {
        const std::string_view payload = payloadOf(head, trace.datagram);
        if (!payload.empty() && (trimmed(payload).starts_with('<') || head.method == SipMethod::Message))
            trace.body = parseManscdp(QByteArray::fromRawData(payload.data(), static_cast<qsizetype>(payload.size())));
        if (trace.body && trace.body->isKeepalive() && head.method != SipMethod::Message)
            trace.body->faults |= 1U << static_cast<unsigned>(ManscdpFault::KeepaliveMethod);
        if (trace.datagram.cut)
            readCut(trace.body);
    }
}

} // namespace gb
