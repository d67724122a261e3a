#pragma once
#include "core/devices/facets/registrations.h"
#include "core/devices/outage.h"
#include "core/flow/deliveries.h"

#include <QSet>

namespace gb {

/// Which heartbeats count, and what they show: misses, gaps, outages; kept one by one in the device's own history.
class Keepalives
{
public:
    Keepalives(DeviceRows &rows, NewsLog &news, const DeviceJudge &judge, Registrations &registrations,
        PendingRequests &pending)
        : m_rows(rows)
        , m_news(news)
        , m_judge(judge)
        , m_registrations(registrations)
        , m_pending(pending)
    {
    }

    void observe(TrackedDevice &device, const Trace &trace);
    void answered(TrackedDevice &device, const PendingRequest &pending, const Trace &trace);
    /// An empty datagram, which keeps a port open.
    void notePortKeeper(const Endpoint &from);
    /// Its capture cut it, so it may have been a heartbeat: up to here none is missed.
    static void noteUnread(TrackedDevice &device, TimePoint at);
    /// Each message of a device, for what its heartbeats are compared with.
    void noteTraffic(TrackedDevice &device, const Trace &trace);
    /// Something came from it. Its heartbeats have had time to be answered when the next one comes, or a copy.
    static void noteHeard(TrackedDevice &device, const Trace &trace);
    /// The heartbeat was counted as it was sent, and did not arrive. Answered after all it counts again.
    void takeBack(TrackedDevice &device, const Undelivered &message);
    void forget(TrackedDevice *device) { m_outage.forget(device); }

private:
    void followMove(TrackedDevice &device, const Trace &trace);
    void count(TrackedDevice &device, TimePoint at, std::optional<qint64> sn);
    void imply(TrackedDevice &device, const PendingRequest &pending);
    void note(TrackedDevice &device, const Trace &trace, bool counts, bool foreign);
    void noteOutage(TrackedDevice &device, TimePoint silentFrom, TimePoint at);

    DeviceRows &m_rows;
    NewsLog &m_news;
    const DeviceJudge &m_judge;
    Registrations &m_registrations;
    PendingRequests &m_pending;
    QSet<Endpoint> m_portKeepers; ///< that sent empty datagrams
    OutageWatch<TrackedDevice *> m_outage;
};

} // namespace gb
