#pragma once
#include "core/findings/addresswatch.h"
#include "core/flow/awaited.h"

namespace gb {

/// Follows states and the allowances that they are judged by: who went silent, alone or with others, what his return
/// shows, and who comes and goes: D35.
class StateWatch
{
public:
    StateWatch(FindingsBase &base, const AddressWatch &addresses)
        : m_base(base)
        , m_addresses(addresses)
    {
    }

    void changed(const QString &device, DeviceState state, const Note &reason, TimePoint at);
    /// Its registration had lapsed ahead of its allowance for heartbeats, which is over now.
    void wakeLapsed(const QString &id, Dossier &dossier, Verdicts &out);
    void flapping(const QString &id, Dossier &dossier, Verdicts &out);
    /// What becomes of states now comes of another policy, and of nothing in the network.
    void setJudgingAnew(bool on) { m_judgingAnew = on; }
    void setPolicy(const HeartbeatPolicy &policy);
    void setOverrides(const HeartbeatOverrides &overrides);
    void tellAllowances(TimePoint at);
    void forget(const Dossier &dossier) { m_online -= dossier.online.value_or(false) ? 1 : 0; }
    bool hasOverdue() const { return !m_overdue.isEmpty(); }
    QList<Awaited> takeOverdue() { return std::exchange(m_overdue, {}); }

private:
    void wentSilent(const QString &id, Dossier &dossier, Verdicts &out);
    void cameBack(const QString &id, Dossier &dossier, Verdicts &out);
    void noteSilence(Dossier &dossier, TimePoint since);
    void weighNeighbours(const Dossier &dossier, TimePoint since, TimePoint now);
    void silentTogether(TimePoint since, Duration interval, Verdicts &out);
    void tellOverdue(const QString &id, Dossier &dossier, Awaited::State state);

    /// Devices whose silences began together.
    struct Together
    {
        TimePoint first{}, last{}; ///< was heard
        TimePoint due{};           ///< the first heartbeat that did not come
        qsizetype silent = 0, most = 0;
        bool told = false;
    };
    FindingsBase &m_base;
    const AddressWatch &m_addresses;
    Together m_together;
    QList<Awaited> m_overdue; ///< not taken yet
    bool m_judgingAnew = false;
    qsizetype m_online = 0; ///< dossiers
};

} // namespace gb
