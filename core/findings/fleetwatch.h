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
    /// G42: those whose heartbeats a server took are refused by it all at once. Each answer that takes one, or is the
    /// first that does not.
    void beatAnswered(const RuleInput &in, bool accepted, Verdicts &out);

private:
    /// What a server does with heartbeats since it refused one that it had taken just before.
    struct Refusing
    {
        TimePoint first{};
        QSet<QString> refused, accepted;
    };

    FindingsBase &m_base;
    LastOf<TimePoint, 20> m_restarts; ///< of devices that had been there before
    QHash<IpAddress, QSet<QString>> m_gateways;
    QHash<IpAddress, Refusing> m_refusing; ///< by server
};

} // namespace gb
