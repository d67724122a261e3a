#include "core/simulator/simulateddevice.h"

#include <algorithm>

namespace gb {

SimulatedDevice::SimulatedDevice(SimulatedDeviceOwner &owner, DeviceIdentity identity,
    std::shared_ptr<const DeviceBehaviour> behaviour, const SipTimers &timers)
    : m_owner(owner)
    , m_model(std::move(identity), std::move(behaviour))
    , m_transactions(*this, timers, limits)
    , m_registration(m_model, *this)
    , m_mailbox(m_model, *this)
    , m_subscriptions(m_model, *this)
    , m_toTag(newTag())
{
}

void SimulatedDevice::start(TimePoint now)
{
    m_now = now;
    m_registration.start(now);
    if (m_model.behaviour->alarmEvery > 0)
        m_alarmAt = now + std::chrono::seconds(m_model.behaviour->alarmEvery);
}

void SimulatedDevice::stop(TimePoint now)
{
    m_now = now;
    m_mailbox.clear();
    m_subscriptions.clear();
    m_delayed.clear();
    m_pictures.reset();
    m_alarmAt = never;
    if (m_calls)
        m_calls->stop(now);
    m_registration.leave(now);
}

void SimulatedDevice::receive(const Datagram &datagram, const SipHead &head)
{
    m_now = datagram.at;
    if (datagram.from.address != m_model.identity.server.address) {
        ++m_counters.foreign;
        return;
    }
    if (m_registration.isAway() || receiveCall(datagram, head))
        return;
    const Transactions::Result result = m_transactions.receive(datagram, head);
    switch (result.what) {
    case Received::NewRequest: requestReceived(result.id, datagram, head); break;
    case Received::Response:
        if (head.status >= 200)
            answered(result.id, head, datagram.at);
        break;
    case Received::Overload: ++m_counters.refused; break;
    case Received::Unusable: ++m_counters.unusable; break;
    case Received::Absorbed:
    case Received::Ack:
    case Received::Stray: break;
    }
}

/// INVITE and what belongs to it, in transactions of their own.
bool SimulatedDevice::receiveCall(const Datagram &datagram, const SipHead &head)
{
    const SipMethod method = head.method; // of a response that of its request
    const bool invites = head.kind == SipKind::Request && method == SipMethod::Invite;
    if (!m_calls && invites && m_owner.mediaLines())
        m_calls = std::make_unique<DeviceCalls>(m_model, static_cast<DeviceLine &>(*this), *m_owner.mediaLines(),
            [this](auto &to, auto transport, auto &octets) { return send(to, transport, octets); });
    const bool call = invites || method == SipMethod::Ack || method == SipMethod::Cancel || method == SipMethod::Bye;
    return m_calls && call && m_calls->receive(datagram, head);
}

void SimulatedDevice::answered(TransactionId id, const SipHead &head, TimePoint now)
{
    m_transactions.abandon(id); // thousands of pages need no timer K: a repeated answer is a stray one
    if (m_registration.answered(id, head, now) || m_mailbox.answered(id, head, now))
        return;
    if (m_subscriptions.answered(id, head))
        m_subscriptions.advance(now);
}

void SimulatedDevice::failed(TransactionId id)
{
    if (m_registration.failed(id, m_now) || m_mailbox.failed(id))
        return;
    m_subscriptions.failed(id);
}

void SimulatedDevice::advance(TimePoint now)
{
    m_now = now;
    m_transactions.advance(now);
    for (const Delayed &one : m_delayed) {
        if (one.at <= now)
            m_transactions.respond(one.id, one.status, one.octets, now);
    }
    std::erase_if(m_delayed, [now](const Delayed &one) { return one.at <= now; });
    work(now);
}

void SimulatedDevice::work(TimePoint now)
{
    if (m_pictures)
        m_pictures->advance(now);
    m_mailbox.advance(now);
    m_registration.advance(now);
    m_subscriptions.advance(now);
    if (m_calls)
        m_calls->advance(now);
    if (m_alarmAt > now)
        return;
    m_alarmAt = now + std::chrono::seconds(m_model.behaviour->alarmEvery);
    raiseAlarm({}, now);
}

std::optional<TimePoint> SimulatedDevice::nextDeadline()
{
    TimePoint first = std::min(
        {m_registration.deadline(), m_mailbox.deadline(), m_subscriptions.deadline(), m_alarmAt});
    for (const Delayed &one : m_delayed)
        first = std::min(first, one.at);
    if (m_calls)
        first = std::min(first, m_calls->deadline());
    if (m_pictures)
        first = std::min(first, m_pictures->deadline());
    if (const auto timer = m_transactions.nextDeadline())
        first = std::min(first, *timer);
    return first == never ? std::nullopt : std::optional(first);
}

bool SimulatedDevice::raiseAlarm(const SimulatedAlarm &alarm, TimePoint now)
{
    constexpr int ofDevice = 2;
    m_now = now;
    UnitState *const itself = m_model.unit(m_model.identity.id);
    if (!isRegistered() || !itself || (itself->alarmed && alarm.method == ofDevice))
        return false;
    itself->alarmed = itself->alarmed || alarm.method == ofDevice;
    ++m_counters.alarms;
    tell({.kind = DeviceHappening::Kind::Alarm});
    if (m_subscriptions.raise(alarm, now)) {
        m_subscriptions.advance(now);
        return true;
    }
    XmlElement root("Notify",
        QList<XmlElement>{{"CmdType", "Alarm"}, {"SN", m_subscriptions.nextSn()},
            {"DeviceID", alarm.id.isEmpty() ? m_model.identity.id : alarm.id}});
    root.children += alarmElements(m_model, alarm, now);
    m_mailbox.add(root, now);
    m_mailbox.advance(now);
    return true;
}

void SimulatedDevice::switchChannel(qsizetype channel, bool on, TimePoint now)
{
    if (channel < 0 || channel >= m_model.catalogue.channels() || m_model.catalogue.isOn(channel) == on)
        return;
    m_now = now;
    m_model.catalogue.setOn(channel, on);
    m_subscriptions.changed(m_model.catalogue.channelIndex(channel), on ? CatalogueEvent::On : CatalogueEvent::Off);
    m_subscriptions.advance(now);
}

bool SimulatedDevice::send(const Endpoint &to, TransportKind transport, const QByteArray &octets)
{
    return to.address == m_model.identity.server.address && m_owner.send(to, transport, octets);
}

void SimulatedDevice::timedOut(TransactionId id, SipTimer)
{
    failed(id);
}

void SimulatedDevice::transportFailed(TransactionId id)
{
    failed(id);
}

SipRequest SimulatedDevice::newRequest(const char *method, bool toServer) const
{
    const DeviceIdentity &identity = m_model.identity;
    const DeviceBehaviour &behaviour = *m_model.behaviour;
    const QByteArray id = identity.id.toLatin1(), server = identity.serverId.toLatin1();
    const QByteArray domain = identity.domain.toLatin1(), here = identity.local.text().toLatin1();
    const QByteArray own = id + '@' + (behaviour.addressInFrom ? here : domain);
    SipRequest request{.method = method, .uri = "sip:" + server + '@' + domain};
    request.from = "<sip:" + own + '>';
    request.to = toServer ? "<sip:" + server + '@' + domain + '>' : request.from;
    request.callId = newCallId();
    request.sentBy = identity.local;
    request.transport = behaviour.transport;
    request.contact = "sip:" + id + '@' + here
        + (behaviour.transport == TransportKind::Tcp ? QByteArrayLiteral(";transport=TCP") : QByteArray());
    if (!behaviour.userAgent.isEmpty())
        request.headers.append({"User-Agent", behaviour.userAgent.toUtf8()});
    return request;
}

TransactionId SimulatedDevice::start(const QByteArray &request, TimePoint now)
{
    return m_transactions.start(request, m_model.identity.server, m_model.behaviour->transport, now);
}

void SimulatedDevice::abandon(TransactionId id)
{
    if (id)
        m_transactions.abandon(id);
}

void SimulatedDevice::sendAgain(const QByteArray &octets)
{
    send(m_model.identity.server, m_model.behaviour->transport, octets);
}

void SimulatedDevice::tell(const DeviceHappening &news)
{
    m_owner.happened(news);
}

} // namespace gb
