#pragma once
#include "core/devices/devicestore.h"
#include "core/findings/findings.h"
#include "core/flow/flowlog.h"
#include "core/flow/tracer.h"
#include "core/session/batch.h"

#include <array>
#include <span>

namespace gb {

/// What a record means: every datagram, live or imported, in or out, goes through here and nowhere else. No thread, no
/// clock, no socket.
class Analysis
{
public:
    static constexpr qsizetype maxUntaken = 200'000; ///< summaries that wait for take(); over it they are counted only

    explicit Analysis(HeartbeatPolicy policy = {});

    /// Notes a datagram; the trace is for whoever answers it.
    Trace observe(Datagram datagram);
    /// Notes a message that a Tracer elsewhere has numbered and read.
    void observe(Trace &trace);
    /// Notes messages that stand in a row, faster than one by one.
    void observe(std::span<Trace> traces);
    void advance(TimePoint now);
    /// When advance() has something to tell, as far as is known now.
    std::optional<TimePoint> nextDeadline() const;
    void setPolicy(const HeartbeatPolicy &policy, TimePoint now);
    void setOverrides(const HeartbeatOverrides &overrides, TimePoint now);
    /// What the console is where it is the platform itself; the policy in it is not looked at.
    void setSite(const SiteFacts &site);
    /// As Findings::setSilence.
    void setSilence(const std::optional<Silence> &silence) { m_findings.setSilence(silence); }

    /// As DeviceStore::setExpected; who stays silent is a finding.
    void setExpected(const QList<ExpectedDevice> &devices, TimePoint since);

    /// Our own network interface went down, or is back; a clock jumped. Told as events and findings.
    void linkChanged(const LinkChange &change);
    void clockJumped(const ClockJump &jump);

    DeviceStore &devices() { return m_devices; }
    const DeviceStore &devices() const { return m_devices; }
    Findings &findings() { return m_findings; }
    const Findings &findings() const { return m_findings; }
    const FlowLog &flow() const { return m_flow; }
    Counters &counters() { return m_counters; }
    const Counters &counters() const { return m_counters; }

    /// What is new since it was last asked; `devices` as of DeviceStore::collect().
    Batch take(TimePoint now, qsizetype devices = DeviceStore::everyDevice);
    bool hasNews() const;
    /// Off where nobody lists messages: then they are only counted.
    void keepSummaries(bool keep) { m_keepSummaries = keep; }

private:
    void count(const Trace &trace);
    void findAt(TimePoint now);
    void lookAhead(std::span<Trace> traces, std::size_t at);

    Tracer m_tracer;
    FlowLog m_flow;
    DeviceStore m_devices;
    Findings m_findings{m_devices};
    DeviceStore::Noticed m_noticed; ///< here, so that it keeps its room
    QList<Awaited> m_awaited;       ///< that rules have seen
    Counters m_counters;
    QList<MessageSummary> m_messages;
    qsizetype m_lastMessages = 0; ///< room for as many as the last batch had
    bool m_keepSummaries = true;
    static constexpr std::size_t toTrace = 40, toIndex = 24, toDevice = 14,
                                 toLists = 6;       ///< messages ahead, see DeviceStore::prefetchIndex()
    std::array<std::optional<quint32>, 32> m_ahead; ///< places of the devices of the messages that come next
    std::optional<TimePoint> m_firstAt;             ///< of the record
    QStringList m_expected;                         ///< IDs, until the record begins
};

} // namespace gb
