#pragma once
#include "core/engine/batch.h"
#include "ui/heartbeat/heartbeatseries.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace gb::ui {

/// The heartbeats of all devices as the window knows them, and the policy that judges them. Bounded: see HeartbeatHistory and maxPolicyChanges.
class HeartbeatStore final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxPolicyChanges = 200; ///< the oldest go first

    explicit HeartbeatStore(QObject *parent = nullptr);

    /// Takes in BeatSeen and PolicyChange; the other events are nothing to it.
    void apply(const QList<Event> &events);
    /// Drops devices that had to make room.
    void forget(const QStringList &ids);
    /// The policy at the start of the record. It judges, but is no change.
    void setPolicy(const HeartbeatPolicy &policy);
    /// Another record begins: no device, no policy change.
    void clear();

    /// Empty for a device that is unknown. Valid until the next call that changes something.
    const HeartbeatHistory &history(const QString &id) const;
    const QStringList &ids() const { return m_ids; } ///< sorted, so that rows keep their places
    /// Of all devices; empty while there is none.
    std::optional<TimePoint> firstEntry() const;
    const HeartbeatPolicy &policy() const { return m_policy; }
    const QList<PolicyMark> &policyChanges() const { return m_changes; } ///< oldest first

signals:
    /// At most once for each call above.
    void changed();

private:
    bool take(const Event &event);

    QHash<QString, HeartbeatHistory> m_histories;
    QStringList m_ids;
    HeartbeatPolicy m_policy;
    QList<PolicyMark> m_changes;
};

} // namespace gb::ui
