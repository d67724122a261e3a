#include "core/session/observers/totals.h"

namespace gb {

void Totals::observe(Trace &trace)
{
    Counters &counters = m_fold.counters;
    ++counters.messages;
    switch (trace.head.kind) {
    case SipKind::Request:
    case SipKind::Response:
        ++counters.sip;
        counters.malformed += trace.head.faults != 0 && !trace.datagram.cut ? 1 : 0;
        break;
    case SipKind::NatKeepalive: ++counters.natKeepalives; break;
    case SipKind::NotSip:
        ++counters.notSip;
        ++counters.malformed; // cut or not: the counts are subtracted from one another
        break;
    }
    switch (trace.copy.kind) {
    case RepeatKind::None: break;
    case RepeatKind::Retransmission: ++counters.retransmissions; break;
    case RepeatKind::Echo: ++counters.echoes; break;
    case RepeatKind::TcpRepeat: ++counters.tcpRepeats; break;
    case RepeatKind::Duplicate: ++counters.duplicates; break;
    case RepeatKind::ProxyCopy: ++counters.proxyCopies; break;
    }
}

void Totals::note(const JournalNote &note)
{
    Counters &counters = m_fold.counters;
    if (const auto *closed = note.as<notes::ConnectionClosed>(); closed && closed->why == u"silent")
        counters.closedConnections += note.count;
    if (note.as<notes::Icmp>()) {
        counters.reported += m_fold.undelivered ? 1 : 0;
        counters.reportsOfOthers += note.count - (m_fold.undelivered ? 1 : 0);
    }
    const auto *const dropped = note.as<notes::Dropped>();
    if (!dropped)
        return;
    switch (dropped->what) {
    case notes::Dropped::What::Unrecorded: counters.unrecorded += dropped->amount; break;
    case notes::Dropped::What::Unmirrored: counters.unmirrored += dropped->amount; break;
    case notes::Dropped::What::Captured: counters.captureDropped += dropped->amount; break;
    case notes::Dropped::What::Withheld: counters.unanswered += dropped->amount; break;
    case notes::Dropped::What::NotSignalling: counters.notSignalling += dropped->amount; break;
    }
}

void Totals::report(Batch &batch, qsizetype)
{
    Counters &counters = m_fold.counters;
    counters.unlisted += batch.untold;
    counters.unansweredRequests = m_fold.flow.sums().unanswered;
    counters.unacknowledged = m_fold.flow.sums().unacknowledged;
    batch.counters = counters;
}

} // namespace gb
