#include "core/simulator/simulateddevice.h"

#include "core/base/octets.h"
#include "core/message/deviceid.h"
#include "core/message/replywriter.h"
#include "core/simulator/answers/answers.h"

// What a simulated device does with requests

namespace gb {
namespace {

constexpr const char allowed[] = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, MESSAGE, SUBSCRIBE, NOTIFY";

bool mayBeXml(const SipHead &head)
{
    const QByteArray type = bytes(head.contentType.substr(0, 64)).toLower();
    return type.contains("xml") || trimmed(head.body).starts_with('<');
}

} // namespace

void SimulatedDevice::requestReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    ++m_counters.requests;
    switch (head.method) {
    case SipMethod::Message: return messageReceived(id, datagram, head);
    case SipMethod::Subscribe: return subscribeReceived(id, datagram, head);
    case SipMethod::Options:
        return reply(
            id, datagram, head, 200, QByteArray("Allow: ") + allowed + "\r\nAccept: Application/MANSCDP+xml\r\n");
    case SipMethod::Invite: return reply(id, datagram, head, 488);
    case SipMethod::Bye:
    case SipMethod::Cancel:
    case SipMethod::Info:
    case SipMethod::Notify: return reply(id, datagram, head, 481);
    default: return reply(id, datagram, head, 405, QByteArray("Allow: ") + allowed + "\r\n");
    }
}

void SimulatedDevice::reply(TransactionId id, const Datagram &datagram, const SipHead &head, int status,
    const QByteArray &headers, const QByteArray &tag, Duration delay)
{
    const QByteArray name = m_model.behaviour->userAgent.toUtf8();
    const QByteArray agent = name.isEmpty() ? QByteArray() : "User-Agent: " + name + "\r\n";
    const QByteArray octets = writeReply(head, datagram.from,
        {.status = status,
            .reason = status == 489 ? QByteArrayLiteral("Bad Event") : QByteArray(),
            .toTag = tag.isEmpty() ? m_toTag : tag,
            .headers = headers + agent});
    if (delay == Duration{})
        m_transactions.respond(id, status, octets, datagram.at);
    else if (m_delayed.size() < maxDelayed)
        m_delayed.push_back({datagram.at + delay, id, status, octets});
}

void SimulatedDevice::messageReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    if (!head.body.empty() && !mayBeXml(head))
        return reply(id, datagram, head, 415, "Accept: Application/MANSCDP+xml\r\n");
    const QByteArray octets = bytes(head.body);
    const std::optional<XmlElement> body = readXml(octets);
    const Manscdp envelope = body ? parseManscdp(octets) : Manscdp{};
    if (!body || envelope.root == ManscdpRoot::None || envelope.cmdType.isEmpty() || !envelope.sn)
        return reply(id, datagram, head, 400);
    if (envelope.root == ManscdpRoot::Response) // to an alarm
        return reply(id, datagram, head, 200);
    asked(id, datagram, head, *body, envelope);
}

void SimulatedDevice::asked(
    TransactionId id, const Datagram &datagram, const SipHead &head, const XmlElement &body, const Manscdp &envelope)
{
    const bool broadcast = envelope.cmdType == u"Broadcast";
    const Inquiry inquiry{.root = envelope.root,
        .cmdType = envelope.cmdType,
        .sn = *envelope.sn,
        .deviceId = broadcast ? body.textOf(u"TargetID").left(64) : envelope.deviceId,
        .body = body,
        .now = datagram.at};
    Answer answer = answers::answerTo(m_model, inquiry, m_counters.requests);
    tell({.kind = DeviceHappening::Kind::Asked,
        .status = answer.heard ? answer.status : 0,
        .command = printable(envelope.cmdType, 40)});
    if (!answer.heard)
        return m_transactions.abandon(id);
    if (answer.status > 0)
        reply(id, datagram, head, answer.status, {}, {}, answer.statusDelay);
    act(std::move(answer), datagram.at);
}

void SimulatedDevice::act(Answer answer, TimePoint now)
{
    const Deed deed = answer.status < 300 ? answer.deed : Deed::None;
    if (answer.later && answer.status < 300)
        m_mailbox.add(answer.later->second, now + answer.later->first);
    const std::optional<SnapshotOrder> pictures = answer.status < 300 ? answer.snapshot : std::nullopt;
    if (answer.owed && answer.list && m_model.behaviour->stalePage && answer.cmdType == u"Catalog" && answer.sn > 1) {
        Answer stale = answer; // a page of the query before, which nobody awaits any more
        --stale.sn;
        stale.list->total = std::min(stale.list->total, stale.list->perPage);
        m_mailbox.add(std::move(stale), now);
    }
    if (answer.owed)
        m_mailbox.add(std::move(answer), now);
    if (pictures && !m_pictures)
        m_pictures = std::make_unique<DevicePictures>(m_model, m_mailbox, m_owner.pictureLines());
    if (pictures)
        m_pictures->add(*pictures, now);
    if (deed == Deed::Boot) {
        m_mailbox.clear();
        m_pictures.reset();
        m_subscriptions.clear();
        m_delayed.clear();
        m_calls.reset();
        m_registration.reboot(now);
    } else if (deed == Deed::RegisterAnew) {
        m_registration.renew(now);
    }
    work(now);
}

void SimulatedDevice::subscribeReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    const std::optional<XmlElement> body = head.body.empty() ? std::nullopt : readXml(bytes(head.body));
    const Subscriptions::Outcome outcome = m_subscriptions.subscribe(
        head, view(datagram.octets), body ? &*body : nullptr, datagram.at);
    reply(id, datagram, head, outcome.status, outcome.headers, outcome.toTag);
    m_subscriptions.advance(datagram.at);
}

} // namespace gb
