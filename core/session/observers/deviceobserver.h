#pragma once
#include "core/base/prefetch.h"
#include "core/record/note.h"
#include "core/session/batch.h"
#include "core/session/fold.h"

namespace gb {

/// Devices, their registrations and heartbeats.
class DeviceObserver
{
public:
    explicit DeviceObserver(Fold &fold)
        : m_fold(fold)
    {
    }
    void observe(Trace &trace)
    {
        trace.device = m_fold.devices.observe(trace);
        m_fold.flow.attribute(trace);
        m_fold.reached = m_fold.deliveries.note(trace, m_fold.devices.lastPlace());
        if (!m_fold.reached.empty())
            m_fold.devices.reached(m_fold.reached, trace.datagram.at);
    }
    void note(const JournalNote &note);
    void advance(TimePoint now) { m_fold.devices.advance(now); }
    std::optional<TimePoint> nextDeadline() const { return m_fold.devices.nextDeadline(); }
    bool hasNews() const { return m_fold.devices.hasNews(); }
    void report(Batch &batch, qsizetype devices) { m_fold.devices.collect(batch, devices); }
    void lookFarAhead(const Trace &trace) const
    {
        m_fold.devices.prefetchIndex(trace);
        prefetch(trace.head.from.uri.user.data());
    }
    std::optional<quint32> lookAhead(const Trace &trace) const { return m_fold.devices.prefetchDevice(trace); }
    void lookNearAhead(quint32 place) const { m_fold.devices.prefetchLists(place); }

private:
    Fold &m_fold;
};

} // namespace gb
