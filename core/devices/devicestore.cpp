#include "core/devices/bodyloss.h"
#include "core/devices/devicestore_p.h"

#include "core/base/rollinghash.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <algorithm>
#include <span>

namespace gb {
namespace {

constexpr std::size_t maxPending = 20'000;

/// Faults that do not touch what a message means.
constexpr quint32 harmless = 1U << static_cast<unsigned>(HeadFault::BareLf)
    | 1U << static_cast<unsigned>(HeadFault::BodyLong) | 1U << static_cast<unsigned>(HeadFault::ContentTypeMissing)
    | 1U << static_cast<unsigned>(HeadFault::ContentLengthMissing)
    | 1U << static_cast<unsigned>(HeadFault::FromTagMissing);

/// A view that lookups take, as long as the text lives.
QByteArray unowned(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

DeviceStore::DeviceStore(HeartbeatPolicy policy)
    : m_policy(policy)
{
}

DeviceStore::~DeviceStore() = default;

DeviceStore::Device *DeviceStore::at(std::string_view id) const
{
    const auto place = m_index.find(seededHash(id), [&](quint32 one) { return view(m_places[one]->key) == id; });
    return place ? m_places[*place] : nullptr;
}

const DeviceSnapshot *DeviceStore::device(quint32 place) const
{
    const Device *const there = place < m_places.size() ? m_places[place] : nullptr;
    return there ? &there->s : nullptr;
}

const DeviceSnapshot *DeviceStore::device(const QString &id) const
{
    const Device *const there = byShownId(id);
    return there ? &there->s : nullptr;
}

DeviceStore::Device *DeviceStore::find(std::string_view id)
{
    // An answer mostly comes right behind its request, and a look into the index costs a walk through memory that is in
    // no cache
    if (!m_lastFound || view(m_lastFound->key) != id)
        m_lastFound = at(id);
    return m_lastFound;
}

DeviceStore::Device *DeviceStore::findOrCreate(std::string_view id, const Trace &trace)
{
    if (id.empty() || id.size() > HeadLimits::user)
        return nullptr;
    if (Device *known = find(id))
        return known;
    const TimePoint now = trace.datagram.at;
    if (m_devices.size() >= capacity && !makeRoom(trace.datagram.from.address, now))
        return nullptr;
    Device *const raw = create(bytes(id), now);
    if (faultOf(id) != IdFault::None)
        problem(*raw, {NoteCode::OddId, raw->s.id, {}}, now, trace.number);
    return raw;
}

bool DeviceStore::isServer(std::string_view id) const
{
    return typeOf(id) == IdType::Platform || m_servers.contains(unowned(id));
}

/// A heartbeat is a device's, whatever its ID says, unless it goes down to who registers with its sender.
bool DeviceStore::isFromAbove(const Trace &trace) const
{
    const SipHead &head = trace.head;
    const std::string_view from = head.from.uri.user;
    if (from == head.to.uri.user)
        return false;
    return (isServer(from) && !trace.isKeepalive()) || m_roster.isBelow(trace.datagram.to, trace.datagram.from);
}

/// Whether the roster has to hear of it. Nearly all messages are heartbeats that go where the one before them went, and
/// say what that said.
bool DeviceStore::tellsRoles(const Trace &trace)
{
    const Datagram &datagram = trace.datagram;
    if (!trace.isKeepalive() || trace.repeatOf != 0 || trace.head.viaCount > 1 || trace.head.faults != 0
        || datagram.direction == Direction::Out)
        return true;
    Device *const device = find(trace.head.from.uri.user);
    if (!device)
        return true;
    if (device->toldInRound == m_rosterRound && device->beatsFrom == datagram.from && device->beatsTo == datagram.to)
        return false;
    device->toldInRound = m_rosterRound;
    device->beatsFrom = datagram.from;
    device->beatsTo = datagram.to;
    return true;
}

DeviceStore::Device *DeviceStore::deviceOf(const Trace &trace)
{
    const SipHead &head = trace.head;
    if (trace.isResponse()) {
        const auto pending = m_pending.constFind(trace.answers);
        if (pending != m_pending.constEnd() && trace.answers != 0)
            return pending->device;
    }
    const std::string_view from = head.from.uri.user;
    if (Device *const known = find(from))
        return known;
    // What a platform sends names the device in To. A channel of a recorder has no row of its own.
    if (head.method != SipMethod::Register && isFromAbove(trace))
        return find(head.to.uri.user);
    if (!trace.isRequest() || head.has(HeadFault::Duplicate) || head.has(HeadFault::FromMissing))
        return nullptr; // who it is from is not certain: nobody comes into being by it
    if (head.method == SipMethod::Register)
        return findOrCreate(from.empty() ? head.contact.uri.user : from, trace);
    const bool isUnread = trace.datagram.cut && faultOf(from) == IdFault::None;
    return (trace.body || isUnread) && head.method == SipMethod::Message ? findOrCreate(from, trace) : nullptr;
}

QString DeviceStore::observe(const Trace &trace)
{
    m_lastPlace.reset();
    if (trace.head.kind == SipKind::NatKeepalive && m_portKeepers.size() < capacity)
        m_portKeepers.insert(trace.datagram.from);
    if (!trace.isRequest() && !trace.isResponse())
        return {};
    if (m_deafSince)
        noteListening(true, trace.datagram.at);
    advance(trace.datagram.at);
    if (m_roster.count() + 2 > Roster::capacity || m_roster.relations() >= Roster::maxRelations)
        ++m_rosterRound; // it makes room: what it forgets has to be told again
    if (tellsRoles(trace) && m_roster.observe(trace)) {
        retract(trace.datagram.from);
        retract(trace.datagram.to);
    }
    learnPlatform(trace);
    if (!m_firstAt)
        startWaiting(trace.datagram.at);
    Device *const device = deviceOf(trace);
    if (!device)
        return atItsAddress(trace);
    m_lastPlace = device->place;
    if (trace.isRequest()) {
        observeRequest(*device, trace);
    } else if ((trace.repeatOf == 0 || trace.copy.kind == RepeatKind::ProxyCopy) && trace.head.status >= 200) {
        if (m_pending.contains(trace.answers)) {
            const Pending request = m_pending.take(trace.answers);
            observeAnswer(*device, request, trace);
        }
    }
    noteTraffic(*device, trace);
    noteHeard(*device, trace);
    refresh(*device, trace.datagram.at);
    return device->s.id;
}

void DeviceStore::observeRequest(Device &device, const Trace &trace)
{
    const SipHead &head = trace.head;
    if (trace.body && trace.repeatOf == 0)
        observeSetting(device, trace);
    if (head.from.uri.user != view(device.key) && !head.from.uri.user.empty())
        return; // the platform speaks to it
    device.s.lastSeen = trace.datagram.at;
    device.servedAt = trace.datagram.to.address;
    faults(device, trace);
    if (trace.otherBody)
        problem(device, {NoteCode::OtherBodyInRetransmission, {}, {}}, trace.datagram.at, trace.number);
    if (trace.copy.kind == RepeatKind::Retransmission && trace.datagram.transport == TransportKind::Tcp)
        problem(device, {NoteCode::RepeatedOverTcp, methodName(head.methodText), {}}, trace.datagram.at, trace.number);
    if (trace.copy.kind == RepeatKind::Retransmission && head.method == SipMethod::Register)
        device.challenges.lost = true;
    if (trace.repeatOf != 0)
        return;
    if (!head.userAgent.empty() && device.s.userAgent.isEmpty())
        device.s.userAgent = m_texts.shared(printable(head.userAgent, 64));
    if (!device.isRegistered()) {
        device.s.address = trace.datagram.from;
        device.s.transport = trace.datagram.transport;
    }
    if (head.method == SipMethod::Register)
        observeRegister(device, trace);
    else if (trace.isKeepalive() && head.method == SipMethod::Message)
        observeKeepalive(device, trace);
    else if (trace.datagram.cut && head.method == SipMethod::Message)
        observeUnread(device, trace.datagram.at);
}

/// Its capture cut it, so it may have been a heartbeat: up to here none is missed.
void DeviceStore::observeUnread(Device &device, TimePoint at)
{
    device.unread = true;
    device.s.facts.heardSince = std::max(device.s.facts.heardSince, at);
}

void DeviceStore::observeKeepalive(Device &device, const Trace &trace)
{
    const TimePoint at = trace.datagram.at;
    const bool live = device.isRegistered() && device.s.verdict.state != DeviceState::Lapsed;
    if (live && !device.implied && trace.datagram.from.address != device.s.address.address) {
        noteBeat(device, trace, false, true);
        problem(device, {NoteCode::ForeignHeartbeat, trace.datagram.from.text(), device.s.address.text()}, at,
            trace.number);
        return;
    }
    // What may be refused counts when the answer says that it was not
    const bool clean = (trace.head.faults & ~harmless) == 0 && trace.head.requireLines.size() == 0
        && trace.head.requestUri.isSip();
    const bool counts = live && !device.implied && clean && device.reaches(trace.datagram.to);
    noteBeat(device, trace, counts, false);
    if (counts) {
        followMove(device, trace);
        countBeat(device, at, trace.body->sn);
        return;
    }
    Pending pending;
    pending.device = &device;
    pending.method = SipMethod::Message;
    pending.at = at;
    pending.source = trace.datagram.from;
    pending.sn = trace.body->sn;
    pending.beat = true;
    remember(trace.number, std::move(pending));
}

/// The same address, another port or transport: it is heard, and the answers go there.
void DeviceStore::followMove(Device &device, const Trace &trace)
{
    const Endpoint &from = trace.datagram.from;
    const TransportKind transport = trace.datagram.transport;
    if (transport != device.s.transport) {
        const auto place = [](TransportKind kind, const Endpoint &end) {
            return QString(transportName(kind) + u' ' + end.text());
        };
        problem(device,
            {NoteCode::TransportChanged, place(transport, from), place(device.s.transport, device.s.address)},
            trace.datagram.at, trace.number);
        device.s.transport = transport;
    } else if (from.port != device.s.address.port && transport == TransportKind::Udp) { // over TCP each connection has
                                                                                        // its own
        problem(device, {NoteCode::PortChanged, from.text(), device.s.address.text()}, trace.datagram.at, trace.number);
    }
    moveTo(device, from);
}

void DeviceStore::remember(quint64 number, Pending pending)
{
    m_pending.insert(number, std::move(pending));
    m_pendingOrder.push_back(number);
    while (m_pendingOrder.size() > maxPending) {
        m_pending.remove(m_pendingOrder.front());
        m_pendingOrder.pop_front();
    }
}

void DeviceStore::observeAnswer(Device &device, const Pending &pending, const Trace &trace)
{
    if (pending.method == SipMethod::Register)
        return registrationAnswered(device, pending, trace);
    if (!pending.beat)
        return;
    if (trace.head.status < 300)
        return impliedBeat(device, pending);
    if (device.s.registrations == 0 || !device.isRegistered()) {
        if (device.s.facts.phase == DeviceFacts::Phase::NeverSeen)
            setPhase(device, DeviceFacts::Phase::Unregistered, trace.datagram.at);
        problem(device, {NoteCode::UnregisteredHeartbeat, QString::number(trace.head.status), {}}, trace.datagram.at,
            trace.number);
    }
}

void DeviceStore::countBeat(Device &device, TimePoint at, std::optional<qint64> sn)
{
    const Duration gap = device.s.facts.lastBeat ? at - *device.s.facts.lastBeat : Duration::zero();
    const TimePoint before = std::max(
        device.s.facts.lastBeat.value_or(device.s.facts.startedAt), device.s.facts.heardSince);
    const int missed = missesIn(at - before, device.s.policy);
    device.misses += missed;
    if (missed > 0)
        noteOutage(device, before, at);
    device.s.facts.kept = false;
    device.s.facts.lastBeat = at;
    device.s.lastBeat = at;
    device.s.lastGap = gap;
    device.history.add(at, HeartbeatHistory::Kind::Beat, historyRoom());
    tell(BeatSeen{device.s.id, at, HeartbeatHistory::Kind::Beat, sn, gap});
}

void DeviceStore::impliedBeat(Device &device, const Pending &pending)
{
    const int names = m_registeredAt.value(pending.source).count
        - (device.isRegistered() && device.s.address == pending.source ? 1 : 0);
    if (!device.isRegistered() || device.s.verdict.state == DeviceState::Lapsed) {
        moveTo(device, pending.source);
        setPhase(device, DeviceFacts::Phase::Registered, pending.at);
        device.implied = true;
        device.failure = {};
        device.s.facts.startedAt = pending.at;
        device.s.facts.confirmedAt = pending.at;
        device.s.facts.expires = std::chrono::seconds(0);
        device.s.facts.lastBeat.reset();
        device.s.registeredSince.reset();
    }
    if (device.implied && names > device.sharedBy)
        device.sharedBy = names;
    countBeat(device, pending.at, pending.sn);
    if (device.implied && device.sharedBy > 0)
        problem(device, {NoteCode::BeatsForOthers, QString::number(device.sharedBy), {}}, pending.at, 0);
}

void DeviceStore::setPhase(Device &device, DeviceFacts::Phase phase, TimePoint at)
{
    const bool was = device.isRegistered();
    device.s.facts.phase = phase;
    device.s.facts.phaseSince = at;
    if (was == device.isRegistered())
        return;
    countRegistered(device.s.address, device, was ? -1 : 1);
    m_registered += was ? -1 : 1;
    if (was)
        device.s.registeredSince.reset();
}

void DeviceStore::announce(Device &device)
{
    if (!std::exchange(device.changed, true))
        m_changed.append(&device);
}

qsizetype DeviceStore::pending() const
{
    return m_pending.size();
}

QList<DeviceSnapshot> DeviceStore::snapshots() const
{
    QList<DeviceSnapshot> all;
    for (const auto &device : m_devices)
        all.append(snapshotOf(*device));
    return all;
}

void DeviceStore::tell(Event event)
{
    if (m_events.size() >= maxUntaken) {
        ++m_untold;
        return;
    }
    if (m_events.isEmpty())
        m_events.reserve(m_lastEvents); // growing moves all of them
    m_events.append(std::move(event));
}

void DeviceStore::notice(Noticed &noticed)
{
    noticed.signs.clear();
    noticed.changes.clear();
    noticed.signs.swap(m_signs);
    noticed.changes.swap(m_stateChanges);
}

void DeviceStore::collect(DeviceNews &news, qsizetype devices)
{
    news.untold = std::exchange(m_untold, 0);
    m_lastEvents = std::min<qsizetype>(m_events.size() + m_events.size() / 4, 16'384);
    news.events = std::exchange(m_events, {});
    if (devices == 0)
        return;
    settleRoles();
    news.parties = std::exchange(m_parties, {});
    const qsizetype count = std::min(devices, m_changed.size());
    news.devices.reserve(news.devices.size() + count);
    for (Device *device : std::span(m_changed.constBegin(), m_changed.constBegin() + count)) {
        device->changed = false;
        news.devices.append(snapshotOf(*device));
    }
    m_changed.remove(0, count);
    news.gone += m_gone;
    m_gone.clear();
    collectTruth(news);
}

} // namespace gb
