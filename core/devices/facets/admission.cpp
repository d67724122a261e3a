#include "core/devices/facets/admission.h"

#include "core/devices/devicestore.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <algorithm>

namespace gb {

TrackedDevice *Admission::findOrCreate(std::string_view id, const Trace &trace)
{
    if (id.empty() || id.size() > HeadLimits::user)
        return nullptr;
    if (TrackedDevice *known = m_rows.find(id))
        return known;
    const TimePoint now = trace.datagram.at;
    if (m_rows.count() >= static_cast<std::size_t>(DeviceStore::capacity)
        && !makeRoom(trace.datagram.from.address, now))
        return nullptr;
    TrackedDevice *const raw = create(bytes(id), now);
    if (faultOf(id) != IdFault::None)
        m_news.problem(*raw, {NoteCode::OddId, raw->s.id, {}}, now, trace.number);
    return raw;
}

TrackedDevice *Admission::create(const QByteArray &key, TimePoint now)
{
    TrackedDevice *const device = m_rows.create(key, now);
    m_judge.usePolicy(*device);
    return device;
}

bool Admission::makeRoom(const std::optional<IpAddress> &newcomer, TimePoint now)
{
    const std::optional<DeviceRows::Row> first = m_expected < DeviceStore::capacity ? m_rows.firstToGo(newcomer)
                                                                                    : std::nullopt;
    tellFull(first && first->held > DeviceStore::share ? first->holder : IpAddress(), now);
    if (!first)
        return false;
    forget(first->item);
    m_rows.erase(first->item);
    return true;
}

/// Once for each address that has more than its share, as long as it is always the same.
void Admission::tellFull(const IpAddress &holder, TimePoint now)
{
    if (m_toldFull && (holder.isNull() || *m_toldFull == holder))
        return;
    m_toldFull = holder;
    const QString whose = holder.isNull() ? QString() : holder.toString();
    m_news.sign({{}, {NoteCode::TooManyDevices, QString::number(DeviceStore::capacity), whose}, now, 0});
}

/// All that points to it.
void Admission::forget(TrackedDevice *device)
{
    if (device->s.lastSeen || device->isRegistered()) { // else it has asked nothing, and no time of it runs
        m_judge.disarm(*device);
        m_pending.forget(device);
        m_keepalives.forget(device);
    }
    m_news.forget(device);
    m_rows.forget(device);
}

void Admission::retract(TrackedDevice *device)
{
    if (device->isRegistered()) // only by heartbeats that were answered
        m_registrations.setPhase(*device, DeviceFacts::Phase::Unregistered, m_judge.at());
    forget(device);
    m_rows.erase(device);
}

void Admission::setExpected(const QList<ExpectedDevice> &devices, TimePoint since)
{
    QSet<QByteArray> listed;
    for (const ExpectedDevice &one : devices)
        listed.insert(one.id.toUtf8());
    for (const auto &device : m_rows.all()) {
        if (!device->s.expected || listed.contains(device->key))
            continue;
        --m_expected;
        device->s.expected = false;
        device->s.name.clear();
        device->expectedAt.clear();
        if (device->s.lastSeen) // else its row goes
            m_rows.settleStanding(*device);
        m_news.announce(*device);
    }
    forgetMissing();
    for (const ExpectedDevice &one : devices)
        expect(one, since != TimePoint{} ? since : m_firstAt.value_or(TimePoint{}));
}

/// Rows that only their place on the list had made.
void Admission::forgetMissing()
{
    const auto isLeft = [](const TrackedDevice &device) { return !device.s.expected && !device.s.lastSeen; };
    m_news.dropChanges(isLeft);
    for (const auto &device : m_rows.all()) {
        if (isLeft(*device))
            forget(device.get());
    }
    m_rows.eraseIf([&isLeft](const auto &one) { return isLeft(*one); });
}

void Admission::expect(const ExpectedDevice &one, TimePoint since)
{
    const QByteArray key = one.id.toUtf8();
    TrackedDevice *device = m_rows.at(view(key));
    if (!device && m_rows.count() >= static_cast<std::size_t>(DeviceStore::capacity) && !makeRoom({}, since))
        return;
    const bool isNew = !device;
    if (isNew)
        device = create(key, since);
    m_expected += device->s.expected ? 0 : 1;
    device->s.expected = true;
    device->s.name = one.name;
    device->expectedAt = one.address;
    m_rows.settleStanding(*device);
    if (isNew)
        m_news.tell(StateChange{device->s.id, DeviceState::NeverSeen, {NoteCode::NotComeYet, one.address, {}}, {},
            TransportKind::Udp, since});
    if (device->s.isMissing())
        m_judge.refresh(*device, since);
    else
        m_news.announce(*device); // when it was last judged is later than `since`, maybe
}

void Admission::startWaiting(TimePoint now)
{
    m_firstAt = now;
    for (const auto &device : m_rows.all()) {
        if (device->s.facts.phaseSince == TimePoint{}) {
            device->s.facts.phaseSince = now;
            m_judge.refresh(*device, now);
        }
    }
}

void Admission::noteKept(const QList<KeptRegistration> &kept, TimePoint at)
{
    m_judge.advance(at);
    for (const KeptRegistration &one : kept) {
        const QByteArray key = one.id.toUtf8();
        if (key.isEmpty() || key.size() > static_cast<qsizetype>(HeadLimits::user) || one.left.count() <= 0)
            continue;
        TrackedDevice *device = m_rows.find(view(key));
        if (device && device->isRegistered() && !device->implied)
            continue;
        if (!device && m_rows.count() >= static_cast<std::size_t>(DeviceStore::capacity)
            && !makeRoom(one.address.address, at))
            continue;
        if (!device)
            device = create(key, at);
        m_registrations.keep(*device, one, at);
        m_judge.refresh(*device, at);
    }
}

} // namespace gb
