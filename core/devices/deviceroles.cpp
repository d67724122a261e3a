#include "core/devices/devicestore_p.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"

/// The part of DeviceStore that asks the roster who is who.
namespace gb {

/// Something came from it. Its heartbeats have had time to be answered when the next one comes, or a copy.
void DeviceStore::noteHeard(Device &device, const Trace &trace)
{
    DeviceFacts &facts = device.s.facts;
    if (facts.phase != DeviceFacts::Phase::NeverSeen)
        return;
    facts.heard = facts.heard || device.s.lastSeen.has_value();
    const int beats = device.s.contact.unanswered();
    const bool again = trace.copy.kind == RepeatKind::Retransmission && trace.isKeepalive();
    facts.notAnswered = !device.s.contact.heardAt() && (facts.notAnswered || beats > 1 || (beats == 1 && again));
}

/// Who turned out to stand above all the others has no row among them: it is nobody that should register here.
void DeviceStore::retract(const Endpoint &top)
{
    if (!m_roster.isTop(top))
        return;
    const Party *const party = m_roster.at(top);
    Device *const device = party->id.isEmpty() ? nullptr : at(view(party->id.toUtf8()));
    if (!device || device->s.address != top || device->s.expected || device->s.registrations > 0
        || device->s.facts.phase == DeviceFacts::Phase::Registering
        || device->s.facts.phase == DeviceFacts::Phase::AuthFailed)
        return;
    if (device->isRegistered()) // only by heartbeats that were answered
        setPhase(*device, DeviceFacts::Phase::Unregistered, m_at);
    forget(device);
    std::erase_if(m_devices, [device](const auto &one) { return one.get() == device; });
}

void DeviceStore::settleRoles()
{
    const QList<Party> changed = m_roster.settle();
    for (const Party &party : changed) {
        Device *const device = party.id.isEmpty() ? nullptr : at(view(party.id.toUtf8()));
        if (device && device->s.address == party.endpoint)
            announce(*device);
    }
    m_parties += changed;
}

DeviceSnapshot DeviceStore::snapshotOf(const Device &device) const
{
    DeviceSnapshot s = device.s;
    s.medianInterval = device.history.medianInterval(); // here, not with every heartbeat: it costs as much as all else
    if (const Party *const party = m_roster.at(s.address)) {
        s.party = *party;
        s.party.typeCode = typeCodeOf(view(device.key));
        s.party.role = m_roster.roleOf(*party, s.party.typeCode);
    }
    return s;
}

} // namespace gb
