#include "core/base/rollinghash.h"
#include "core/devices/devicestore_p.h"

#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <algorithm>

/// The part of DeviceStore that knows who has a row: who came, who shall come, and who makes room.
namespace gb {

DeviceStore::Device *DeviceStore::create(const QByteArray &key, TimePoint now)
{
    auto device = std::make_unique<Device>();
    device->key = key;
    device->s.id = printable(std::string_view(key.constData(), static_cast<std::size_t>(key.size())));
    device->s.facts.phaseSince = now;
    device->turn = ++m_turn;
    usePolicy(*device);
    Device *const raw = device.get();
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

bool DeviceStore::makeRoom(const std::optional<IpAddress> &newcomer, TimePoint now)
{
    const std::optional<Row> first = m_expected < capacity ? firstToGo(newcomer) : std::nullopt;
    tellFull(first && first->held > share ? first->holder : IpAddress(), now);
    if (!first)
        return false;
    forget(first->item);
    std::erase_if(m_devices, [&](const auto &one) { return one.get() == first->item; });
    return true;
}

/// Who has spoken again makes room only where an address has more than its share, and the newcomer's has not.
std::optional<DeviceStore::Row> DeviceStore::firstToGo(const std::optional<IpAddress> &newcomer) const
{
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

/// Once for each address that has more than its share, as long as it is always the same.
void DeviceStore::tellFull(const IpAddress &holder, TimePoint now)
{
    if (m_toldFull && (holder.isNull() || *m_toldFull == holder))
        return;
    m_toldFull = holder;
    const QString whose = holder.isNull() ? QString() : holder.toString();
    m_signs.push_back({{}, {NoteCode::TooManyDevices, QString::number(capacity), whose}, now, 0});
}

void DeviceStore::settleStanding(Device &device)
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

void DeviceStore::leaveShare(Device &device)
{
    if (device.standing < Standing::Kept)
        m_shares[static_cast<std::size_t>(device.standing)].remove(device.turn, device.heldBy);
}

/// All that points to it.
void DeviceStore::forget(Device *device)
{
    if (device->s.lastSeen || device->isRegistered()) { // else it has asked nothing, and no time of it runs
        disarm(*device);
        m_pending.removeIf([device](auto it) { return it.value().device == device; });
        m_outage.forget(device);
    }
    if (device->changed)
        m_changed.removeOne(device);
    leaveShare(*device);
    m_gone.append(device->s.id);
    m_index.remove(seededHash(view(device->key)), device->place);
    m_places[device->place] = nullptr;
    m_freePlaces.push_back(device->place);
    m_lastFound = nullptr;
}

void DeviceStore::setExpected(const QList<ExpectedDevice> &devices, TimePoint since)
{
    QSet<QByteArray> listed;
    for (const ExpectedDevice &one : devices)
        listed.insert(one.id.toUtf8());
    for (const auto &device : m_devices) {
        if (!device->s.expected || listed.contains(device->key))
            continue;
        --m_expected;
        device->s.expected = false;
        device->s.name.clear();
        device->expectedAt.clear();
        if (device->s.lastSeen) // else its row goes
            settleStanding(*device);
        announce(*device);
    }
    forgetMissing();
    for (const ExpectedDevice &one : devices)
        expect(one, since != TimePoint{} ? since : m_firstAt.value_or(TimePoint{}));
}

/// Rows that only their place on the list had made.
void DeviceStore::forgetMissing()
{
    const auto isLeft = [](const auto &device) { return !device->s.expected && !device->s.lastSeen; };
    m_changed.removeIf(
        [&](Device *device) { return isLeft(device) && std::exchange(device->changed, false); }); // at once: there may
                                                                                                  // be ten thousand
    for (const auto &device : m_devices) {
        if (isLeft(device))
            forget(device.get());
    }
    std::erase_if(m_devices, isLeft);
}

void DeviceStore::expect(const ExpectedDevice &one, TimePoint since)
{
    const QByteArray key = one.id.toUtf8();
    Device *device = at(view(key));
    if (!device && m_devices.size() >= capacity && !makeRoom({}, since))
        return;
    const bool isNew = !device;
    if (isNew)
        device = create(key, since);
    m_expected += device->s.expected ? 0 : 1;
    device->s.expected = true;
    device->s.name = one.name;
    device->expectedAt = one.address;
    settleStanding(*device);
    if (isNew)
        tell(StateChange{device->s.id, DeviceState::NeverSeen, {NoteCode::NotComeYet, one.address, {}}, {},
            TransportKind::Udp, since});
    if (device->s.isMissing())
        refresh(*device, since);
    else
        announce(*device); // when it was last judged is later than `since`, maybe
}

/// The first message of a record tells since when those are waited for who were expected ahead of it.
void DeviceStore::startWaiting(TimePoint now)
{
    m_firstAt = now;
    for (const auto &device : m_devices) {
        if (device->s.facts.phaseSince == TimePoint{}) {
            device->s.facts.phaseSince = now;
            refresh(*device, now);
        }
    }
}

bool DeviceStore::isExpected(const QString &id) const
{
    const Device *const device = at(view(id.toUtf8()));
    return device && device->s.expected;
}

} // namespace gb
