#pragma once
#include "core/devices/event.h"
#include "core/devices/facets/trackeddevice.h"

#include <functional>

namespace gb {

class DeviceRows;

/// What is new of the devices, until somebody asks for it: events for the window, signs and changes of state for the
/// rules. Bounded: who does not ask loses events, which are counted.
class NewsLog
{
public:
    /// Over DeviceStore::maxUntaken they are counted only.
    void tell(Event event);
    /// Its row is another one now.
    void announce(TrackedDevice &device);
    void sign(Sign sign) { m_signs.push_back(std::move(sign)); }
    /// A sign that its row shows, too.
    void problem(TrackedDevice &device, Note note, TimePoint at, quint64 number);
    /// For the rules; and an event.
    void change(const StateChange &change);
    void changed(const QList<Party> &parties) { m_parties += parties; }
    /// It has no row any more.
    void forget(TrackedDevice *device);
    /// The same for many at once, where they have something new; who goes is forgotten then.
    void dropChanges(const std::function<bool(const TrackedDevice &)> &goes);

    void watch(const QString &id);
    /// Something of its heartbeats is new.
    void noteBeats(const TrackedDevice &device)
    {
        m_truthWanted = m_truthWanted || (!m_watched.isEmpty() && device.s.id == m_watched);
    }

    bool hasNoticed() const { return !m_signs.empty() || !m_stateChanges.empty(); }
    /// Empties what is there, and gives it room that it had before.
    void notice(std::vector<Sign> &signs, std::vector<StateChange> &changes);
    bool hasChangedDevices() const { return !m_changed.isEmpty(); }
    bool hasNews() const
    {
        return !m_changed.isEmpty() || !m_events.isEmpty() || !m_gone.isEmpty() || m_truthWanted
            || !m_parties.isEmpty();
    }
    void takeEvents(DeviceNews &news);
    /// All but the events; of at most so many devices.
    void take(DeviceNews &news, qsizetype devices, const DeviceRows &rows,
        const std::function<DeviceSnapshot(const TrackedDevice &)> &snapshotOf);

private:
    void takeTruth(DeviceNews &news, const DeviceRows &rows);

    QList<TrackedDevice *> m_changed;
    QList<Party> m_parties;
    QStringList m_gone;
    QList<Event> m_events;
    qsizetype m_lastEvents = 0; ///< room for as many as the last batch had
    quint64 m_untold = 0;
    std::vector<Sign> m_signs;
    std::vector<StateChange> m_stateChanges;
    QString m_watched;
    bool m_truthWanted = false;
};

} // namespace gb
