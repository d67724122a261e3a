#include "core/devices/facets/deviceroles.h"

#include "core/message/deviceid.h"
#include "core/message/headers.h"

namespace gb {
namespace {

constexpr qsizetype maxServers = 16;

/// A view that lookups take, as long as the text lives.
QByteArray unowned(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

bool DeviceRoles::observe(const Trace &trace)
{
    if (m_roster.count() + 2 > Roster::capacity || m_roster.relations() >= Roster::maxRelations)
        ++m_round; // it makes room: what it forgets has to be told again
    return tellsRoles(trace) && m_roster.observe(trace);
}

bool DeviceRoles::isServer(std::string_view id) const
{
    return typeOf(id) == IdType::Platform || m_servers.contains(unowned(id));
}

bool DeviceRoles::isFromAbove(const Trace &trace) const
{
    const SipHead &head = trace.head;
    const std::string_view from = head.from.uri.user;
    if (from == head.to.uri.user)
        return false;
    return (isServer(from) && !trace.isKeepalive()) || m_roster.isBelow(trace.datagram.to, trace.datagram.from);
}

bool DeviceRoles::isAskedBelow(const Trace &trace) const
{
    const Datagram &datagram = trace.datagram;
    if (!trace.isRequest() || trace.head.method == SipMethod::Register || trace.isKeepalive()
        || !m_roster.isBelow(datagram.to, datagram.from))
        return false;
    const bool asks = trace.head.method == SipMethod::Invite || trace.head.method == SipMethod::Subscribe
        || (trace.body && (trace.body->root == ManscdpRoot::Query || trace.body->root == ManscdpRoot::Control));
    return asks || !m_roster.isBelow(datagram.from, datagram.to);
}

/// Whether the roster has to hear of it. Nearly all messages are heartbeats that go where the one before them went, and
/// say what that said.
bool DeviceRoles::tellsRoles(const Trace &trace)
{
    const Datagram &datagram = trace.datagram;
    if (!trace.isKeepalive() || trace.repeatOf != 0 || trace.head.viaCount > 1 || trace.head.faults != 0
        || datagram.direction == Direction::Out)
        return true;
    TrackedDevice *const device = m_rows.find(trace.head.from.uri.user);
    if (!device)
        return true;
    if (device->toldInRound == m_round && device->beatsFrom == datagram.from && device->beatsTo == datagram.to)
        return false;
    device->toldInRound = m_round;
    device->beatsFrom = datagram.from;
    device->beatsTo = datagram.to;
    return true;
}

void DeviceRoles::learnPlatform(const Trace &trace)
{
    if (!trace.isRequest() || m_servers.size() >= maxServers)
        return;
    const SipHead &head = trace.head;
    const bool asks = trace.body && (trace.body->root == ManscdpRoot::Query || trace.body->root == ManscdpRoot::Control)
        && m_rows.find(head.to.uri.user);
    if (head.method != SipMethod::Register && !asks)
        return;
    const std::string_view id = asks ? head.from.uri.user : head.requestUri.user,
                           other = asks ? head.to.uri.user : head.from.uri.user;
    if (!id.empty() && id != other && id.size() <= HeadLimits::user)
        m_servers.insert(bytes(id));
}

TrackedDevice *DeviceRoles::wrongRowAt(const Endpoint &top) const
{
    if (!m_roster.isTop(top))
        return nullptr;
    const Party *const party = m_roster.at(top);
    TrackedDevice *const device = party->id.isEmpty() ? nullptr : m_rows.at(view(party->id.toUtf8()));
    if (!device || device->s.address != top || device->s.expected || device->s.registrations > 0
        || device->s.facts.phase == DeviceFacts::Phase::Registering
        || device->s.facts.phase == DeviceFacts::Phase::AuthFailed)
        return nullptr;
    return device;
}

void DeviceRoles::settle()
{
    const QList<Party> changed = m_roster.settle();
    for (const Party &party : changed) {
        TrackedDevice *const device = party.id.isEmpty() ? nullptr : m_rows.at(view(party.id.toUtf8()));
        if (device && device->s.address == party.endpoint)
            m_news.announce(*device);
    }
    m_news.changed(changed);
}

DeviceSnapshot DeviceRoles::snapshotOf(const TrackedDevice &device) const
{
    DeviceSnapshot s = device.s;
    s.medianInterval = device.history.medianInterval(); // here, not with every heartbeat: it costs as much as all else
    if (const Party *const party = m_roster.at(s.address, device.party)) {
        s.party = *party;
        s.party.typeCode = typeCodeOf(view(device.key));
        s.party.role = m_roster.roleOf(*party, s.party.typeCode);
    }
    return s;
}

} // namespace gb
