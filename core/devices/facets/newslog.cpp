#include "core/devices/facets/newslog.h"

#include "core/devices/devicestore.h"
#include "core/devices/facets/devicerows.h"

#include <algorithm>
#include <span>

namespace gb {

void NewsLog::tell(Event event)
{
    if (m_events.size() >= DeviceStore::maxUntaken) {
        ++m_untold;
        return;
    }
    if (m_events.isEmpty())
        m_events.reserve(m_lastEvents); // growing moves all of them
    m_events.append(std::move(event));
}

void NewsLog::announce(TrackedDevice &device)
{
    if (!std::exchange(device.changed, true))
        m_changed.append(&device);
}

void NewsLog::problem(TrackedDevice &device, Note note, TimePoint at, quint64 number)
{
    device.s.problem = note;
    device.s.problemAt = at;
    m_signs.push_back({device.s.id, std::move(note), at, number});
    announce(device);
}

void NewsLog::change(const StateChange &change)
{
    m_stateChanges.push_back(change);
    tell(change);
}

void NewsLog::forget(TrackedDevice *device)
{
    if (device->changed)
        m_changed.removeOne(device);
    m_gone.append(device->s.id);
}

/// At once: there may be ten thousand.
void NewsLog::dropChanges(const std::function<bool(const TrackedDevice &)> &goes)
{
    m_changed.removeIf([&](TrackedDevice *device) { return goes(*device) && std::exchange(device->changed, false); });
}

void NewsLog::watch(const QString &id)
{
    m_watched = id;
    m_truthWanted = !id.isEmpty();
}

void NewsLog::notice(std::vector<Sign> &signs, std::vector<StateChange> &changes)
{
    signs.clear();
    changes.clear();
    signs.swap(m_signs);
    changes.swap(m_stateChanges);
}

void NewsLog::takeEvents(DeviceNews &news)
{
    news.untold = std::exchange(m_untold, 0);
    m_lastEvents = std::min<qsizetype>(m_events.size() + m_events.size() / 4, 16'384);
    news.events = std::exchange(m_events, {});
}

void NewsLog::take(DeviceNews &news, qsizetype devices, const DeviceRows &rows,
    const std::function<DeviceSnapshot(const TrackedDevice &)> &snapshotOf)
{
    news.parties = std::exchange(m_parties, {});
    const qsizetype count = std::min(devices, m_changed.size());
    news.devices.reserve(news.devices.size() + count);
    for (TrackedDevice *device : std::span(m_changed.constBegin(), m_changed.constBegin() + count)) {
        device->changed = false;
        news.devices.append(snapshotOf(*device));
    }
    m_changed.remove(0, count);
    news.gone += m_gone;
    m_gone.clear();
    takeTruth(news, rows);
}

void NewsLog::takeTruth(DeviceNews &news, const DeviceRows &rows)
{
    if (!std::exchange(m_truthWanted, false))
        return;
    const TrackedDevice *const known = rows.byShownId(m_watched);
    news.watched = m_watched;
    news.truth = known ? std::make_shared<const HeartbeatTruth>(known->truth)
                       : std::make_shared<const HeartbeatTruth>();
}

} // namespace gb
