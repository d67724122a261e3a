#pragma once
#include "core/findings/findingsbase.h"

#include <QSet>

namespace gb {

/// What many devices do together when they register.
class FleetWatch
{
public:
    explicit FleetWatch(FindingsBase &base)
        : m_base(base)
    {
    }

    /// D21: many that had been there begin anew at once.
    void restarted(const Dossier &dossier, Verdicts &out, quint64 number);
    /// D25: they all seem to come from a bridge's own address.
    void bridge(const RuleInput &in, Verdicts &out);
    void wake(TimePoint at);

private:
    FindingsBase &m_base;
    LastOf<TimePoint, 20> m_restarts; ///< of devices that had been there before
    QHash<IpAddress, QSet<QString>> m_gateways;
};

} // namespace gb
