#include "core/engine/analysis.h"

namespace gb {

Analysis::Analysis(HeartbeatPolicy policy)
    : m_devices(policy)
{
}

Trace Analysis::observe(Datagram datagram)
{
    Trace trace = m_tracer.trace(std::move(datagram));
    observe(trace);
    return trace;
}

void Analysis::observe(Trace &trace)
{
    m_flow.note(trace);
    trace.device = m_devices.observe(trace);
    m_flow.attribute(trace);
    count(trace);
    if (m_keepSummaries && m_messages.size() < maxUntaken) {
        if (m_messages.isEmpty())
            m_messages.reserve(m_lastMessages); // growing moves all of them
        summarise(trace, m_messages.emplaceBack());
    } else if (m_keepSummaries) {
        ++m_counters.unlisted;
    }
}

void Analysis::count(const Trace &trace)
{
    ++m_counters.messages;
    switch (trace.head.kind) {
    case SipKind::Request:
    case SipKind::Response:
        ++m_counters.sip;
        m_counters.malformed += trace.head.faults != 0 ? 1 : 0;
        break;
    case SipKind::NatKeepalive: ++m_counters.natKeepalives; break;
    case SipKind::NotSip:
        ++m_counters.notSip;
        ++m_counters.malformed;
        break;
    }
    switch (trace.copy.kind) {
    case RepeatKind::None: break;
    case RepeatKind::Retransmission: ++m_counters.retransmissions; break;
    case RepeatKind::Echo: ++m_counters.echoes; break;
    case RepeatKind::TcpRepeat: ++m_counters.tcpRepeats; break;
    case RepeatKind::Duplicate: ++m_counters.duplicates; break;
    case RepeatKind::ProxyCopy: ++m_counters.proxyCopies; break;
    }
}

void Analysis::advance(TimePoint now)
{
    m_flow.advance(now);
    m_devices.advance(now);
}

std::optional<TimePoint> Analysis::nextDeadline() const
{
    const auto device = m_devices.nextDeadline(), flow = m_flow.nextDeadline();
    return device && flow ? std::min(*device, *flow) : device ? device : flow;
}

bool Analysis::hasNews() const
{
    return !m_messages.isEmpty() || m_flow.hasNews() || m_devices.hasNews();
}

Batch Analysis::take(TimePoint now, bool devices)
{
    Batch batch;
    batch.now = now;
    m_lastMessages = std::min<qsizetype>(m_messages.size() + m_messages.size() / 4, 65'536);
    batch.messages.swap(m_messages);
    batch.awaited = m_flow.take();
    m_devices.collect(batch, devices);
    m_counters.unlisted += batch.untold;
    m_counters.unansweredRequests = m_flow.sums().unanswered;
    m_counters.unacknowledged = m_flow.sums().unacknowledged;
    batch.counters = m_counters;
    return batch;
}

} // namespace gb
