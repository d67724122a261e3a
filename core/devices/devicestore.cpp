#include "core/devices/devicestore.h"

#include "core/devices/facets/delivery.h"
#include "core/devices/facets/devicefacets.h"
#include "core/devices/facets/oddities.h"
#include "core/devices/facets/setting.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <algorithm>

namespace gb {

DeviceStore::DeviceStore(HeartbeatPolicy policy)
    : m_facets(std::make_unique<Facets>(policy))
{
}

DeviceStore::~DeviceStore() = default;

TrackedDevice *DeviceStore::deviceOf(const Trace &trace)
{
    const SipHead &head = trace.head;
    if (trace.isResponse()) {
        if (const PendingRequest *const pending = m_facets->pending.find(trace.answers))
            return pending->device;
    }
    const std::string_view from = head.from.uri.user;
    if (m_facets->roles.isAskedBelow(trace))
        return m_facets->rows.find(head.to.uri.user); // though it may be a device of a platform above itself
    if (TrackedDevice *const known = m_facets->rows.find(from))
        return known;
    // What a platform sends names the device in To. A channel of a recorder has no row of its own.
    if (head.method != SipMethod::Register && m_facets->roles.isFromAbove(trace))
        return m_facets->rows.find(head.to.uri.user);
    if (!trace.isRequest() || head.has(HeadFault::Duplicate) || head.has(HeadFault::FromMissing))
        return nullptr; // who it is from is not certain: nobody comes into being by it
    if (head.method == SipMethod::Register)
        return m_facets->admission.findOrCreate(from.empty() ? head.contact.uri.user : from, trace);
    const bool isUnread = trace.datagram.cut && faultOf(from) == IdFault::None;
    return (trace.body || isUnread) && head.method == SipMethod::Message ? m_facets->admission.findOrCreate(from, trace)
                                                                         : nullptr;
}

QString DeviceStore::observe(const Trace &trace)
{
    Facets &f = *m_facets;
    m_lastPlace.reset();
    if (trace.head.kind == SipKind::NatKeepalive)
        f.keepalives.notePortKeeper(trace.datagram.from);
    if (!trace.isRequest() && !trace.isResponse())
        return {};
    if (f.judge.isDeaf())
        noteListening(true, trace.datagram.at);
    advance(trace.datagram.at);
    if (f.roles.observe(trace)) {
        for (const Endpoint &end : {trace.datagram.from, trace.datagram.to}) {
            if (TrackedDevice *const wrong = f.roles.wrongRowAt(end))
                f.admission.retract(wrong);
        }
    }
    f.roles.learnPlatform(trace);
    f.admission.noteTime(trace.datagram.at);
    TrackedDevice *const device = deviceOf(trace);
    if (!device)
        return f.registrations.atItsAddress(trace);
    m_lastPlace = device->place;
    if (trace.isRequest())
        observeRequest(*device, trace);
    else if ((trace.repeatOf == 0 || trace.copy.kind == RepeatKind::ProxyCopy) && trace.head.status >= 200)
        observeAnswer(*device, trace);
    f.keepalives.noteTraffic(*device, trace);
    Keepalives::noteHeard(*device, trace);
    f.judge.refresh(*device, trace.datagram.at);
    return device->s.id;
}

void DeviceStore::observeRequest(TrackedDevice &device, const Trace &trace)
{
    const SipHead &head = trace.head;
    if (trace.body && trace.repeatOf == 0)
        setting::note(device, trace);
    if (head.from.uri.user != view(device.key) && !head.from.uri.user.empty())
        return; // the platform speaks to it
    device.s.lastSeen = trace.datagram.at;
    device.servedAt = trace.datagram.to.address;
    oddities::note(device, trace, m_facets->news);
    if (trace.otherBody)
        m_facets->news.problem(device, {NoteCode::OtherBodyInRetransmission, {}, {}}, trace.datagram.at, trace.number);
    if (trace.copy.kind == RepeatKind::Retransmission && trace.datagram.transport == TransportKind::Tcp)
        m_facets->news.problem(
            device, {NoteCode::RepeatedOverTcp, methodName(head.methodText), {}}, trace.datagram.at, trace.number);
    if (trace.copy.kind == RepeatKind::Retransmission && head.method == SipMethod::Register)
        device.challenges.lost = true;
    if (trace.repeatOf != 0)
        return;
    if (!head.userAgent.empty() && device.s.userAgent.isEmpty())
        device.s.userAgent = m_facets->texts.shared(printable(head.userAgent, 64));
    if (!device.isRegistered()) {
        device.s.address = trace.datagram.from;
        device.s.transport = trace.datagram.transport;
    }
    if (head.method == SipMethod::Register)
        m_facets->registrations.observe(device, trace);
    else if (trace.isKeepalive() && head.method == SipMethod::Message)
        m_facets->keepalives.observe(device, trace);
    else if (trace.datagram.cut && head.method == SipMethod::Message)
        Keepalives::noteUnread(device, trace.datagram.at);
}

void DeviceStore::observeAnswer(TrackedDevice &device, const Trace &trace)
{
    if (!m_facets->pending.find(trace.answers))
        return;
    const PendingRequest request = m_facets->pending.take(trace.answers);
    if (request.method == SipMethod::Register)
        m_facets->registrations.answered(device, request, trace);
    else
        m_facets->keepalives.answered(device, request, trace);
}

void DeviceStore::undelivered(const Undelivered &message, TimePoint at)
{
    TrackedDevice *const device = message.place ? m_facets->rows.inPlace(*message.place) : nullptr;
    if (!device)
        return;
    advance(at); // what had passed had passed
    m_facets->keepalives.takeBack(*device, message);
    delivery::noteUnreached(*device, message);
    m_facets->judge.refresh(*device, at);
}

void DeviceStore::reached(const std::vector<Endpoint> &ends, TimePoint at)
{
    TrackedDevice *const device = m_lastPlace ? m_facets->rows.inPlace(*m_lastPlace) : nullptr;
    if (!device || device->unreached.empty())
        return;
    delivery::noteReached(*device, ends);
    m_facets->judge.refresh(*device, at);
}

void DeviceStore::collect(DeviceNews &news, qsizetype devices)
{
    m_facets->news.takeEvents(news);
    if (devices == 0)
        return;
    settleRoles();
    m_facets->news.take(news, devices, m_facets->rows,
        [this](const TrackedDevice &device) { return m_facets->roles.snapshotOf(device); });
}

QList<DeviceSnapshot> DeviceStore::snapshots() const
{
    QList<DeviceSnapshot> all;
    for (const auto &device : m_facets->rows.all())
        all.append(m_facets->roles.snapshotOf(*device));
    return all;
}

const DeviceSnapshot *DeviceStore::device(quint32 place) const
{
    const TrackedDevice *const there = m_facets->rows.inPlace(place);
    return there ? &there->s : nullptr;
}

const DeviceSnapshot *DeviceStore::device(const QString &id) const
{
    const TrackedDevice *const there = m_facets->rows.byShownId(id);
    return there ? &there->s : nullptr;
}

const HeartbeatHistory *DeviceStore::history(const QString &id) const
{
    const TrackedDevice *const device = m_facets->rows.byShownId(id);
    return device ? &device->history : nullptr;
}

const HeartbeatTruth *DeviceStore::truth(const QString &id) const
{
    const TrackedDevice *const device = m_facets->rows.byShownId(id);
    return device ? &device->truth : nullptr;
}

bool DeviceStore::isExpected(const QString &id) const
{
    const TrackedDevice *const device = m_facets->rows.at(view(id.toUtf8()));
    return device && device->s.expected;
}

qsizetype DeviceStore::keptSilent() const
{
    const auto &all = m_facets->rows.all();
    return std::count_if(all.begin(), all.end(), [](const auto &device) { return device->s.facts.kept; });
}

void DeviceStore::keepShortHistories()
{
    m_facets->rows.keepShortHistories();
}

void DeviceStore::prefetchIndex(const Trace &trace) const
{
    m_facets->rows.prefetchIndex(trace);
}

std::optional<quint32> DeviceStore::prefetchDevice(const Trace &trace) const
{
    return m_facets->rows.prefetchDevice(trace);
}

void DeviceStore::prefetchLists(quint32 place) const
{
    m_facets->rows.prefetchLists(place);
}

void DeviceStore::setPolicy(const HeartbeatPolicy &policy, TimePoint now)
{
    m_facets->judge.setPolicy(policy, now);
}

const HeartbeatPolicy &DeviceStore::policy() const
{
    return m_facets->judge.policy();
}

void DeviceStore::setOverrides(const HeartbeatOverrides &overrides, TimePoint now)
{
    m_facets->judge.setOverrides(overrides, now);
}

const HeartbeatOverrides &DeviceStore::overrides() const
{
    return m_facets->judge.overrides();
}

void DeviceStore::watch(const QString &id)
{
    m_facets->news.watch(id);
}

void DeviceStore::setKnownPasswords(const QByteArray &own, const QList<QByteArray> &others)
{
    m_facets->passwords.set(own, others);
}

bool DeviceStore::compareRefused(int most, TimePoint now)
{
    return m_facets->passwords.compareRefused(most, now);
}

std::vector<PasswordVerdict> DeviceStore::takeVerdicts()
{
    return m_facets->passwords.takeVerdicts();
}

void DeviceStore::judged(const PasswordVerdict &verdict)
{
    m_facets->passwords.judged(verdict);
}

void DeviceStore::setExpected(const QList<ExpectedDevice> &devices, TimePoint since)
{
    m_facets->admission.setExpected(devices, since);
}

void DeviceStore::noteLink(const LinkChange &change)
{
    m_facets->judge.noteLink(change);
}

void DeviceStore::noteListening(bool on, TimePoint at)
{
    m_facets->judge.noteListening(on, at);
}

void DeviceStore::noteHole(TimePoint from, TimePoint to)
{
    m_facets->judge.noteHole(from, to);
}

void DeviceStore::noteClockBack(TimePoint from, TimePoint to)
{
    m_facets->judge.noteClockBack(from, to);
}

void DeviceStore::noteKept(const QList<KeptRegistration> &kept, TimePoint at)
{
    m_facets->admission.noteKept(kept, at);
}

void DeviceStore::noteEnd(TimePoint at)
{
    m_facets->judge.noteEnd(at);
}

void DeviceStore::noteClockJump(const ClockJump &jump)
{
    m_facets->news.tell(jump);
}

void DeviceStore::advance(TimePoint now)
{
    m_facets->judge.advance(now);
}

std::optional<TimePoint> DeviceStore::nextDeadline() const
{
    return m_facets->judge.nextDeadline();
}

std::size_t DeviceStore::deadlines() const
{
    return m_facets->judge.deadlines();
}

qsizetype DeviceStore::pending() const
{
    return m_facets->pending.count();
}

qsizetype DeviceStore::count() const
{
    return static_cast<qsizetype>(m_facets->rows.count());
}

const Roster &DeviceStore::roster() const
{
    return m_facets->roles.roster();
}

void DeviceStore::settleRoles()
{
    m_facets->roles.settle();
}

bool DeviceStore::hasChangedDevices() const
{
    return m_facets->news.hasChangedDevices();
}

bool DeviceStore::hasNoticed() const
{
    return m_facets->news.hasNoticed();
}

void DeviceStore::notice(Noticed &noticed)
{
    m_facets->news.notice(noticed.signs, noticed.changes);
}

bool DeviceStore::hasNews() const
{
    return m_facets->news.hasNews() || m_facets->roles.roster().hasNews();
}

} // namespace gb
