#pragma once
#include "core/base/placeindex.h"
#include "core/devices/event.h"
#include "ui/heartbeat/heartbeatseries.h"

#include <QObject>
#include <QStringList>

namespace gb::ui {

/// A policy that is tried upon the past, and changes nothing.
struct HeartbeatTrial
{
    HeartbeatPolicy policy;
    QString device; ///< it alone; empty: all that have no policy of their own
    bool operator==(const HeartbeatTrial &) const = default;
};

/// The heartbeats of all devices as the window knows them, and the policies that judge them. Bounded: see
/// HeartbeatHistory and maxPolicyChanges.
class HeartbeatStore final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxPolicyChanges = 200; ///< the oldest go first
    static constexpr qsizetype maxRecordMarks = 500;   ///< the same

    explicit HeartbeatStore(QObject *parent = nullptr);

    /// Takes in BeatSeen, PolicyChange, OverrideChange, ClockJump and LinkChange; the other events are nothing to it.
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
    /// Its own, or the common one.
    HeartbeatPolicy policyOf(const QString &id) const { return m_overrides.value(id, m_policy); }
    bool hasOwnPolicy(const QString &id) const { return m_overrides.contains(id); }
    void setTrial(const std::optional<HeartbeatTrial> &trial);
    /// What is tried upon this device; empty: nothing.
    std::optional<HeartbeatPolicy> trialOf(const QString &id) const;
    const QList<PolicyMark> &policyChanges() const { return m_changes; }   ///< oldest first
    const QList<RecordMark> &recordMarks() const { return m_recordMarks; } ///< as they came

signals:
    /// At most once for each call above.
    void changed();
    /// Another policy is in force, for all or for one.
    void policiesChanged();

private:
    bool take(const Event &event, quint64 hash);
    bool takeMark(const Event &event);
    bool isPolicy(const Event &event) const;

    struct Named
    {
        QString id;
        HeartbeatHistory history;
    };
    static constexpr std::size_t toIndex = 12, toHistory = 8, toEnd = 4; ///< events ahead whose memory is asked for

    std::optional<quint32> placeOf(const QString &id, quint64 hash) const;
    void lookAhead(const std::vector<quint64> &hashes, std::size_t at) const;

    std::vector<Named> m_histories; ///< in no order
    PlaceIndex m_index;             ///< of them, by ID
    QStringList m_ids;
    HeartbeatPolicy m_policy;
    QList<PolicyMark> m_changes;
    QList<RecordMark> m_recordMarks;
    HeartbeatOverrides m_overrides;
    std::optional<HeartbeatTrial> m_trial;
};

} // namespace gb::ui
