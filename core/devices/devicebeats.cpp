#include "core/base/rollinghash.h"
#include "core/devices/devicestore_p.h"
#include "core/message/headers.h"

#include <algorithm>

/// The part of DeviceStore that keeps the beats of a device one by one, and says by which policy it is judged.
namespace gb {

void DeviceStore::noteTraffic(Device &device, const Trace &trace)
{
    const TimePoint at = trace.datagram.at;
    if (trace.isResponse() && trace.repeatOf == 0 && trace.head.status >= 200
        && trace.head.from.uri.user == view(device.key))
        device.s.contact.answered(trace.answers, at);
    if (trace.isResponse() && trace.head.method == SipMethod::Message && trace.answers != 0)
        device.truth.answered(trace.answers, trace.head.status, trace.took.value_or(Duration::zero()));
    else if (trace.repeatOf != 0 && trace.isKeepalive())
        device.truth.copied(trace.repeatOf, trace.copy);
    if (trace.isRequest() && trace.datagram.from == device.s.address && trace.repeatOf == 0) {
        if (trace.body && !trace.body->deviceTime.isEmpty() && !trace.body->broken())
            device.truth.readClock(at, trace.body->deviceTime.toStdString());
        else if (!trace.head.date.empty())
            device.truth.readClock(at, trace.head.date);
    }
    if (trace.datagram.from == device.s.address || trace.datagram.to == device.s.address)
        device.truth.traffic(at);
    m_truthWanted = m_truthWanted || (!m_watched.isEmpty() && device.s.id == m_watched);
}

void DeviceStore::noteBeat(Device &device, const Trace &trace, bool counts, bool foreign)
{
    if (!m_portKeepers.isEmpty() && m_portKeepers.contains(trace.datagram.from))
        device.truth.keepsPortOpen();
    if (!foreign)
        device.s.contact.beat(trace.datagram.at, trace.number);
    device.truth.beat(
        {.at = trace.datagram.at,
            .number = trace.number,
            .sn = trace.body->sn,
            .cseq = trace.head.cseq,
            .callId = seededHash(trace.head.callId),
            .from = trace.datagram.from,
            .transport = trace.datagram.transport,
            .counts = counts,
            .foreign = foreign,
            .cutOff = device.truth.lastAt() < device.s.facts.heardSince
                || (!m_link.isEmpty()
                    && m_link.within(trace.datagram.to.address, device.truth.lastAt(), trace.datagram.at))},
        HeartbeatTruth::roomIn(m_devices.size()));
}

void DeviceStore::noteLink(const LinkChange &change)
{
    m_link.note(change);
    if (change.watched)
        tell(change);
    for (const auto &device : m_devices) { // whoever is late already says why
        if (device->s.verdict.state == DeviceState::Late || device->s.verdict.state == DeviceState::Offline)
            refresh(*device, change.at);
    }
}

/// Null where our own interfaces were up since its last sign of life.
const OwnLink::Loss *DeviceStore::lossSince(const Device &device, TimePoint now) const
{
    if (m_link.isEmpty())
        return nullptr;
    const DeviceFacts &facts = device.s.facts;
    const TimePoint sign = facts.lastBeat.value_or(facts.startedAt);
    const Duration allowance = device.s.policy.allowance();
    // What began when it had been silent for too long is no reason for that, nor is what has long been over
    const OwnLink::Loss *const loss = m_link.within(device.servedAt, sign, std::min(now, sign + allowance));
    return loss && loss->to && now - *loss->to >= allowance ? nullptr : loss;
}

void DeviceStore::noteOutage(Device &device, TimePoint silentFrom, TimePoint at)
{
    if (device.truth.total() == 0)
        return;
    const EndedSilence<Device *> silence{&device, device.truth.total() - 1};
    for (const EndedSilence<Device *> &one : m_outage.ended(silence, silentFrom, at, m_policy, m_registered))
        one.device->truth.markOutage(one.beat);
}

void DeviceStore::usePolicy(Device &device)
{
    const auto own = m_overrides.constFind(device.s.id);
    device.s.ownPolicy = own != m_overrides.constEnd();
    device.s.policy = device.s.ownPolicy ? *own : m_policy;
}

void DeviceStore::judgeAnew(Device &device, TimePoint now)
{
    usePolicy(device);
    device.misses = device.history.misses(device.s.policy, device.s.facts.lastBeat.value_or(device.s.facts.startedAt));
    m_truthWanted = m_truthWanted || device.s.id == m_watched;
    refresh(device, now);
}

void DeviceStore::setPolicy(const HeartbeatPolicy &policy, TimePoint now)
{
    advance(now); // what had passed had passed by the old one
    m_policy = policy;
    tell(PolicyChange{policy, now});
    for (const auto &device : m_devices)
        judgeAnew(*device, now);
}

void DeviceStore::setOverrides(const HeartbeatOverrides &overrides, TimePoint now)
{
    advance(now); // what had passed had passed by the old ones
    const HeartbeatOverrides before = std::exchange(m_overrides, {});
    for (auto one = overrides.constBegin(); one != overrides.constEnd() && m_overrides.size() < maxOverrides; ++one) {
        m_overrides.insert(one.key(), one.value());
        if (const auto old = before.constFind(one.key()); old == before.constEnd() || *old != one.value())
            tell(OverrideChange{one.key(), one.value(), now});
    }
    for (auto one = before.constBegin(); one != before.constEnd(); ++one) {
        if (!m_overrides.contains(one.key()))
            tell(OverrideChange{one.key(), std::nullopt, now});
    }
    for (const auto &device : m_devices) {
        const auto own = m_overrides.constFind(device->s.id);
        const bool has = own != m_overrides.constEnd();
        if (has != device->s.ownPolicy || (has && *own != device->s.policy))
            judgeAnew(*device, now);
    }
}

void DeviceStore::watch(const QString &id)
{
    m_watched = id;
    m_truthWanted = !id.isEmpty();
}

void DeviceStore::collectTruth(DeviceNews &news)
{
    if (!std::exchange(m_truthWanted, false))
        return;
    const HeartbeatTruth *const known = truth(m_watched);
    news.watched = m_watched;
    news.truth = known ? std::make_shared<const HeartbeatTruth>(*known) : std::make_shared<const HeartbeatTruth>();
}

const DeviceStore::Device *DeviceStore::byShownId(const QString &id) const
{
    const Device *device = at(view(id.toUtf8()));
    if (!device || device->s.id != id) { // a name whose octets are not fit to be shown
        const auto shown = std::find_if(
            m_devices.begin(), m_devices.end(), [&](const auto &one) { return one->s.id == id; });
        device = shown == m_devices.end() ? nullptr : shown->get();
    }
    return device;
}

const HeartbeatHistory *DeviceStore::history(const QString &id) const
{
    const Device *const device = byShownId(id);
    return device ? &device->history : nullptr;
}

const HeartbeatTruth *DeviceStore::truth(const QString &id) const
{
    const Device *const device = byShownId(id);
    return device ? &device->truth : nullptr;
}

} // namespace gb
