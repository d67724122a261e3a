#include "core/devices/devicestore_p.h"
#include "core/message/headers.h"
#include "core/message/siphead.h"

#include <algorithm>

/// The part of DeviceStore that knows who registered ahead of this start.
namespace gb {

void DeviceStore::noteKept(const QList<KeptRegistration> &kept, TimePoint at)
{
    advance(at);
    for (const KeptRegistration &one : kept) {
        const QByteArray key = one.id.toUtf8();
        if (key.isEmpty() || key.size() > static_cast<qsizetype>(HeadLimits::user) || one.left.count() <= 0)
            continue;
        Device *device = find(view(key));
        if (device && device->isRegistered() && !device->implied)
            continue;
        if (!device && m_devices.size() >= capacity && !makeRoom(one.address.address, at))
            continue;
        if (!device)
            device = create(key, at);
        keep(*device, one, at);
        refresh(*device, at);
    }
}

void DeviceStore::keep(Device &device, const KeptRegistration &kept, TimePoint at)
{
    moveTo(device, kept.address);
    setPhase(device, DeviceFacts::Phase::Registered, at);
    device.s.transport = kept.transport;
    DeviceFacts &facts = device.s.facts;
    facts.kept = true;
    facts.startedAt = facts.confirmedAt = at - kept.ago;
    facts.expires = kept.ago + kept.left;
    facts.heardSince = at; // its allowance begins now: what it sent before, nobody could hear
    facts.lastBeat.reset();
    device.implied = false;
    device.failure = {};
    device.s.registeredSince = facts.startedAt;
    device.history.add(at, HeartbeatHistory::Kind::Start, historyRoom());
    device.truth.started(at, kept.address);
    tell(BeatSeen{device.s.id, at, HeartbeatHistory::Kind::Start, {}, {}});
}

qsizetype DeviceStore::keptSilent() const
{
    return std::count_if(m_devices.begin(), m_devices.end(), [](const auto &device) { return device->s.facts.kept; });
}

} // namespace gb
