#pragma once
#include "core/base/prefetch.h"
#include "core/session/fold.h"

namespace gb {

/// Transactions as they were seen. What never came is told by FindingObserver, behind the rules.
class FlowObserver
{
public:
    explicit FlowObserver(Fold &fold)
        : m_flow(fold.flow)
    {
    }
    void observe(Trace &trace) { m_flow.note(trace); }
    void advance(TimePoint now) { m_flow.advance(now); }
    std::optional<TimePoint> nextDeadline() const { return m_flow.nextDeadline(); }
    bool hasNews() const { return m_flow.hasNews(); }
    void lookFarAhead(const Trace &trace) const
    {
        m_flow.prefetch(trace);
        prefetch(trace.head.callId.data());
    }

private:
    FlowLog &m_flow;
};

} // namespace gb
