#include "core/devices/facets/devicerows.h"

#include "core/base/prefetch.h"
#include "core/base/rollinghash.h"
#include "core/devices/devicestore.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <algorithm>

namespace gb {

qsizetype DeviceRows::historyRoom() const
{
    return m_shortHistories ? DeviceStore::shortHistory(static_cast<qsizetype>(count())) : HeartbeatHistory::capacity;
}

TrackedDevice *DeviceRows::at(std::string_view id) const
{
    const auto place = m_index.find(seededHash(id), [&](quint32 one) { return view(m_places[one]->key) == id; });
    return place ? m_places[*place] : nullptr;
}

TrackedDevice *DeviceRows::find(std::string_view id)
{
    // An answer mostly comes right behind its request, and a look into the index costs a walk through memory that is in
    // no cache
    if (!m_lastFound || view(m_lastFound->key) != id)
        m_lastFound = at(id);
    return m_lastFound;
}

const TrackedDevice *DeviceRows::byShownId(const QString &id) const
{
    const TrackedDevice *device = at(view(id.toUtf8()));
    if (!device || device->s.id != id) { // a name whose octets are not fit to be shown
        const auto shown = std::find_if(
            m_devices.begin(), m_devices.end(), [&](const auto &one) { return one->s.id == id; });
        device = shown == m_devices.end() ? nullptr : shown->get();
    }
    return device;
}

TrackedDevice *DeviceRows::create(const QByteArray &key, TimePoint now)
{
    auto device = std::make_unique<TrackedDevice>();
    device->key = key;
    device->s.id = printable(std::string_view(key.constData(), static_cast<std::size_t>(key.size())));
    device->s.facts.phaseSince = now;
    device->turn = ++m_turn;
    TrackedDevice *const raw = device.get();
    m_devices.push_back(std::move(device));
    if (m_freePlaces.empty()) {
        m_freePlaces.push_back(static_cast<quint32>(m_places.size()));
        m_places.push_back(nullptr);
    }
    raw->place = m_freePlaces.back();
    m_freePlaces.pop_back();
    m_places[raw->place] = raw;
    m_index.insert(seededHash(view(raw->key)), raw->place);
    return raw;
}

void DeviceRows::forget(TrackedDevice *device)
{
    leaveShare(*device);
    m_index.remove(seededHash(view(device->key)), device->place);
    m_places[device->place] = nullptr;
    m_freePlaces.push_back(device->place);
    m_lastFound = nullptr;
}

void DeviceRows::settleStanding(TrackedDevice &device)
{
    const Standing standing = device.standingNow();
    if (device.standing == standing)
        return;
    leaveShare(device);
    device.standing = standing;
    device.heldBy = device.s.address.address;
    if (standing < Standing::Kept)
        m_shares[static_cast<std::size_t>(standing)].add(device.turn, device.heldBy, &device);
}

void DeviceRows::leaveShare(TrackedDevice &device)
{
    if (device.standing < Standing::Kept)
        m_shares[static_cast<std::size_t>(device.standing)].remove(device.turn, device.heldBy);
}

/// Who has spoken again makes room only where an address has more than its share, and the newcomer's has not.
std::optional<DeviceRows::Row> DeviceRows::firstToGo(const std::optional<IpAddress> &newcomer) const
{
    constexpr qsizetype share = DeviceStore::share;
    const auto &[heard, claimed, proven] = m_shares;
    for (const auto *const shares : {&heard, &claimed}) {
        if (const std::optional<Row> first = shares->firstOfMost(); first && first->held > share)
            return first;
    }
    for (const auto *const shares : {&heard, &claimed}) {
        if (const std::optional<Row> first = shares->first())
            return first;
    }
    const std::optional<Row> first = proven.firstOfMost();
    return first && first->held > share && newcomer && proven.heldBy(*newcomer) < share ? first : std::nullopt;
}

void DeviceRows::prefetchIndex(const Trace &trace) const
{
    m_index.prefetch(trace.fromHash);
}

/// Whom a message most likely belongs to. Nobody has compared the IDs: that would be the walk that this is to spare.
std::optional<quint32> DeviceRows::prefetchDevice(const Trace &trace) const
{
    auto place = m_index.likely(trace.fromHash);
    if (!place) // a platform speaks to it
        place = m_index.likely(seededHash(trace.head.to.uri.user));
    if (place)
        prefetch(m_places[*place], m_places[*place]->warmOctets());
    return place;
}

void DeviceRows::prefetchLists(quint32 place) const
{
    const TrackedDevice *const device = inPlace(place);
    if (!device)
        return; // it was forgotten since
    prefetch(device->key.constData());
    prefetch(device->s.id.constData());
    device->history.prefetchEnd();
    device->truth.prefetchEnd();
}

} // namespace gb
