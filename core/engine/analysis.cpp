#include "core/engine/analysis.h"

namespace gb {

Analysis::Analysis(HeartbeatPolicy policy)
    : m_devices(policy)
{
}

Trace Analysis::observe(Datagram datagram)
{
    Trace trace = m_tracer.trace(std::move(datagram));
    trace.device = m_devices.observe(trace);
    count(trace);
    if (m_keepSummaries && m_messages.size() < maxUntaken)
        m_messages.append(summarise(trace));
    else if (m_keepSummaries)
        ++m_counters.unlisted;
    return trace;
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
    // An answer that is repeated because its request was is one retransmission, not two.
    m_counters.retransmissions += trace.repeatOf != 0 && trace.isRequest() ? 1 : 0;
}

bool Analysis::hasNews() const
{
    return !m_messages.isEmpty() || m_devices.hasNews();
}

Batch Analysis::take(TimePoint now)
{
    Batch batch;
    batch.now = now;
    batch.messages.swap(m_messages);
    m_devices.collect(batch);
    m_counters.unlisted += batch.untold;
    batch.counters = m_counters;
    return batch;
}

} // namespace gb
