#include "core/session/analysis.h"

#include "core/base/prefetch.h"
#include "core/ladder/messagelog.h"

namespace gb {

static_assert(MessageLog::maxCapacity + Analysis::maxUntaken + OddMessages::chunkSize <= OddMessages::places,
    "as many may be odd as there are until the oldest go");

Analysis::Analysis(HeartbeatPolicy policy)
    : m_devices(policy)
{
    m_findings.setSite({.policy = policy});
}

Trace Analysis::observe(Datagram datagram)
{
    Trace trace = m_tracer.trace(std::move(datagram));
    observe(trace);
    return trace;
}

void Analysis::observe(Trace &trace)
{
    if (!m_firstAt) {
        m_firstAt = trace.datagram.at;
        if (!m_expected.isEmpty())
            m_findings.expect(std::exchange(m_expected, {}), *m_firstAt);
    }
    m_flow.note(trace);
    trace.device = m_devices.observe(trace);
    m_flow.attribute(trace);
    findAt(trace.datagram.at);
    m_findings.observe(trace, m_devices.lastPlace());
    count(trace);
    if (m_keepSummaries && m_messages.size() < maxUntaken) {
        if (m_messages.isEmpty())
            m_messages.reserve(m_lastMessages); // growing moves all of them
        summarise(trace, m_messages.emplaceBack());
    } else if (m_keepSummaries) {
        ++m_counters.unlisted;
    }
}

void Analysis::observe(std::span<Trace> traces)
{
    for (std::size_t i = 0; i < traces.size(); ++i) {
        lookAhead(traces, i);
        observe(traces[i]);
    }
}

/// What another thread wrote is as far away as what was written long ago.
void Analysis::lookAhead(std::span<Trace> traces, std::size_t at)
{
    if (at + toTrace < traces.size())
        prefetch(&traces[at + toTrace], sizeof(Trace));
    if (at + toIndex < traces.size()) {
        const Trace &trace = traces[at + toIndex];
        m_devices.prefetchIndex(trace);
        m_flow.prefetch(trace);
        prefetch(trace.head.from.uri.user.data());
        prefetch(trace.head.callId.data());
    }
    std::optional<quint32> &place = m_ahead[(at + toDevice) % m_ahead.size()];
    place.reset();
    if (at + toDevice < traces.size())
        place = m_devices.prefetchDevice(traces[at + toDevice]);
    if (const std::optional<quint32> near = m_ahead[(at + toLists) % m_ahead.size()];
        near && at >= toDevice - toLists) {
        m_devices.prefetchLists(*near);
        m_findings.prefetchDossier(*near);
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

/// The rules hear what the others made of the last message, or of time, before they see the message.
void Analysis::findAt(TimePoint now)
{
    m_devices.notice(m_noticed);
    for (const Sign &sign : m_noticed.signs)
        m_findings.notice(sign);
    for (const StateChange &change : m_noticed.changes)
        m_findings.stateChanged(change.device, change.state, change.reason, change.at);
    if (m_flow.hasNews()) {
        const QList<Awaited> news = m_flow.take();
        for (const Awaited &awaited : news)
            m_findings.missing(awaited);
        if (m_awaited.size() < maxUntaken)
            m_awaited += news;
        else
            m_counters.unlisted += static_cast<quint64>(news.size());
    }
    m_findings.advance(now);
}

void Analysis::advance(TimePoint now)
{
    m_flow.advance(now);
    m_devices.advance(now);
    findAt(now);
}

void Analysis::setPolicy(const HeartbeatPolicy &policy, TimePoint now)
{
    m_devices.setPolicy(policy, now);
    findAt(now);
    m_findings.setPolicy(policy);
}

void Analysis::setOverrides(const HeartbeatOverrides &overrides, TimePoint now)
{
    m_devices.setOverrides(overrides, now);
    m_findings.setOverrides(overrides);
    findAt(now);
}

void Analysis::setSite(const SiteFacts &site)
{
    SiteFacts facts = site;
    facts.policy = m_devices.policy();
    m_findings.setSite(facts);
}

void Analysis::setExpected(const QList<ExpectedDevice> &devices, TimePoint since)
{
    m_devices.setExpected(devices, since);
    m_expected.clear();
    for (const ExpectedDevice &one : devices)
        m_expected.append(one.id);
    if (since != TimePoint{} || m_firstAt)
        m_findings.expect(std::exchange(m_expected, {}), since != TimePoint{} ? since : *m_firstAt);
}

void Analysis::linkChanged(const LinkChange &change)
{
    advance(change.up ? change.at : change.since); // what had passed by then had passed with the link
    m_findings.linkChanged(change);
    m_devices.noteLink(change);
    findAt(change.at);
}

void Analysis::clockJumped(const ClockJump &jump)
{
    m_devices.noteClockJump(jump);
    m_findings.clockJumped(jump);
}

std::optional<TimePoint> Analysis::nextDeadline() const
{
    std::optional<TimePoint> first;
    for (const auto &one : {m_devices.nextDeadline(), m_flow.nextDeadline(), m_findings.nextDeadline()}) {
        if (one && (!first || *one < *first))
            first = one;
    }
    return first;
}

bool Analysis::hasNews() const
{
    return !m_messages.isEmpty() || !m_awaited.isEmpty() || m_flow.hasNews() || m_devices.hasNews()
        || m_findings.log().hasNews();
}

Batch Analysis::take(TimePoint now, qsizetype devices)
{
    Batch batch;
    batch.now = now;
    m_lastMessages = std::min<qsizetype>(m_messages.size() + m_messages.size() / 4, 65'536);
    batch.messages.swap(m_messages);
    findAt(now);
    batch.awaited = std::exchange(m_awaited, {});
    batch.findings = m_findings.log().take();
    m_devices.collect(batch, devices);
    m_counters.unlisted += batch.untold;
    m_counters.unansweredRequests = m_flow.sums().unanswered;
    m_counters.unacknowledged = m_flow.sums().unacknowledged;
    for (const QString &id : std::as_const(batch.gone))
        m_findings.forget(id);
    batch.counters = m_counters;
    return batch;
}

} // namespace gb
