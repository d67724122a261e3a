#pragma once
#include "core/findings/findingsbase.h"

#include <QSet>

namespace gb {

/// What many devices do together, or have done to them.
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
    enum class Answer : quint8 { Taken, RefusedFirst, RefusedAgain };
    /// G42: those whose heartbeats a server took are refused by it all at once. Each answer to a heartbeat that takes
    /// it, or says that the device is not known; RefusedFirst: just behind one that was taken.
    void beatAnswered(const RuleInput &in, Answer answer, Verdicts &out);
    /// G44: nobody's heartbeat is answered by a server. Each final answer to one, and each that has none.
    void answered(const IpAddress &server, TimePoint at);
    void unanswered(const Dossier &dossier, Verdicts &out);

private:
    /// Heartbeats behind its last answer to one.
    struct Unanswering
    {
        TimePoint answeredAt = TimePoint::min();
        QSet<QString> devices;
    };
    /// What a server does with heartbeats since it refused one that it had taken just before.
    struct Refusing
    {
        TimePoint first{}, last{};    ///< refusal
        QSet<QString> refused, taken; ///< devices; those that were refused are not among the taken ones
        QSet<QString> again;          ///< refused before, taken now
    };

    void taken(QHash<IpAddress, Refusing>::iterator known, const QString &id, Duration soon, TimePoint now);

    FindingsBase &m_base;
    LastOf<TimePoint, 20> m_restarts; ///< of devices that had been there before
    QHash<IpAddress, QSet<QString>> m_gateways;
    QHash<IpAddress, Refusing> m_refusing; ///< by server
    QHash<IpAddress, Unanswering> m_unanswering;
};

} // namespace gb
