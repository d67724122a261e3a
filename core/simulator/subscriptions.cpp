#include "core/simulator/subscriptions.h"

#include "core/message/headers.h"
#include "core/simulator/answers/answers.h"

#include <algorithm>

namespace gb {
namespace {

constexpr const char *kinds[] = {"Catalog", "Alarm", "MobilePosition", "PTZPosition"};

QString nameOf(int kind)
{
    return QString::fromLatin1(kinds[kind]);
}

QByteArray eventOf(std::string_view octets)
{
    const QList<QByteArray> values = headerValues(octets, "Event", 1) + headerValues(octets, "o", 1);
    return values.isEmpty() ? QByteArrayLiteral("presence") : values.constFirst().left(128);
}

} // namespace

QList<XmlElement> alarmElements(const DeviceModel &model, const SimulatedAlarm &alarm, TimePoint now)
{
    QList<XmlElement> out{{"AlarmPriority", alarm.priority}, {"AlarmMethod", alarm.method},
        {"AlarmTime", model.timeText(now)}, {"AlarmDescription", alarm.description}, {"Longitude", "113.93"},
        {"Latitude", "22.53"}};
    if (alarm.type > 0) {
        XmlElement info("Info", QList<XmlElement>{{"AlarmType", alarm.type}});
        if (alarm.method == 5 && alarm.type == 6) // an intrusion enters or leaves
            info.children << XmlElement{"AlarmTypeParam", QList<XmlElement>{{"EventType", 1}}};
        out << info;
    }
    return out;
}

Subscriptions::Outcome Subscriptions::subscribe(
    const SipHead &head, std::string_view octets, const XmlElement *body, TimePoint now)
{
    if (!head.to.tag.empty())
        return refresh(head, now);
    if (!body || body->name != u"Query")
        return {.status = 400};
    return begin(head, octets, *body, now);
}

Subscriptions::Outcome Subscriptions::begin(
    const SipHead &head, std::string_view octets, const XmlElement &body, TimePoint now)
{
    const QString command = body.textOf(u"CmdType");
    const auto *const kind = std::find_if(
        std::begin(kinds), std::end(kinds), [&](const char *one) { return command == QLatin1String(one); });
    const auto index = kind - std::begin(kinds);
    if (kind == std::end(kinds) || (static_cast<Kind>(index) == Kind::PtzPosition && !m_model.is2022()))
        return {.status = 489}; // Bad Event, RFC 6665 §8.3.2
    const QString id = body.textOf(u"DeviceID");
    if (id != m_model.identity.id && !m_model.catalogue.has(id))
        return {.status = 404};
    if (head.expires == 0U)
        return {.status = 481};
    if (m_all.size() >= maxSubscriptions)
        return {.status = 503};
    Subscription one{.kind = static_cast<Kind>(index), .localTag = newTag(), .event = eventOf(octets), .deviceId = id};
    const Dialog *const dialog = m_dialogs.weAnswered(head, octets, one.localTag, 200);
    if (!dialog)
        return {.status = 503};
    one.callId = dialog->callId;
    one.remoteTag = dialog->remoteTag;
    one.next = now;
    readQuery(one, body);
    m_all.push_back(one);
    m_line.tell({.kind = DeviceHappening::Kind::Subscribed, .command = command});
    return accepted(m_all.back(), head, now);
}

void Subscriptions::readQuery(Subscription &one, const XmlElement &body) const
{
    one.interval = std::chrono::seconds(std::clamp(body.intOf(u"Interval").value_or(5), 1, 86'400));
    one.leastPriority = body.intOf(u"StartAlarmPriority").value_or(0);
    one.mostPriority = body.intOf(u"EndAlarmPriority").value_or(0);
    one.methods = body.textOf(u"AlarmMethod").left(32).split(u'/', Qt::SkipEmptyParts);
    if (one.methods.contains(u"0"))
        one.methods.clear();
}

Subscriptions::Outcome Subscriptions::refresh(const SipHead &head, TimePoint now)
{
    const DialogVerdict verdict = m_dialogs.requestReceived(head);
    Subscription *const one = verdict.dialog ? find(*verdict.dialog) : nullptr;
    if (!one || verdict.refusal != 0)
        return {.status = one ? verdict.refusal : 481};
    one->next = std::min(one->next, now);
    return accepted(*one, head, now);
}

Subscriptions::Outcome Subscriptions::accepted(Subscription &one, const SipHead &head, TimePoint now) const
{
    const int seconds = static_cast<int>(
        std::min<quint32>(head.expires.value_or(usualExpires), static_cast<quint32>(longestExpires)));
    one.expires = now + std::chrono::seconds(seconds);
    const SipRequest request = m_line.newRequest("SUBSCRIBE", true);
    return {.toTag = one.localTag,
        .headers = "Expires: " + QByteArray::number(seconds) + "\r\nContact: <" + request.contact + ">\r\n"};
}

Subscriptions::Subscription *Subscriptions::find(const Dialog &dialog)
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Subscription &one) {
        return one.callId == dialog.callId && one.localTag == dialog.localTag && !one.ended;
    });
    return found == m_all.end() ? nullptr : &*found;
}

void Subscriptions::queue(Subscription &one, QList<XmlElement> elements)
{
    if (one.waiting.size() >= maxWaiting)
        one.waiting.pop_front();
    one.waiting.push_back(std::move(elements));
}

/// In a NOTIFY SumNum and Num are those of that packet.
void Subscriptions::queueItems(Subscription &one, const QList<XmlElement> &items)
{
    XmlElement list("DeviceList", items);
    list.attributes.append({QStringLiteral("Num"), QString::number(items.size())});
    queue(one, {{"SumNum", items.size()}, list});
}

/// What is told because somebody subscribed: all nodes count as online but those that are reported.
void Subscriptions::greet(Subscription &one)
{
    one.greeted = true;
    if (one.kind != Kind::Catalog)
        return;
    QList<XmlElement> items;
    for (const qsizetype index : m_model.catalogue.offline(static_cast<qsizetype>(maxWaiting) * batch)) {
        items << m_model.catalogue.changed(index, CatalogueEvent::Off);
        if (items.size() == batch)
            queueItems(one, std::exchange(items, {}));
    }
    if (!items.isEmpty())
        queueItems(one, items);
}

QList<XmlElement> Subscriptions::place(const Subscription &one, TimePoint now) const
{
    const double way = static_cast<double>((now.time_since_epoch() / std::chrono::seconds(1)) % 3600) / 100'000;
    const auto number = [](double value) { return QString::number(value, 'f', 6); };
    const XmlElement longitude{"Longitude", number(113.93 + way)}, latitude{"Latitude", number(22.53)};
    const QList<XmlElement> motion{{"Speed", "3.6"}, {"Direction", "90"}, {"Altitude", "12"}};
    QList<XmlElement> out{{"Time", m_model.timeText(now)}};
    if (!m_model.is2022())
        return out << longitude << latitude << motion;
    XmlElement item("Item", QList<XmlElement>{{"DeviceID", one.deviceId}, {"CaptureTime", m_model.timeText(now)}});
    item.children << longitude << latitude << motion << XmlElement{"Height", "2"};
    XmlElement list("DeviceList", QList<XmlElement>{item});
    list.attributes.append({QStringLiteral("Num"), QStringLiteral("1")});
    return out << XmlElement{"SumNum", 1} << list;
}

/// What is to be told by its time, and when to look again.
void Subscriptions::due(Subscription &one, TimePoint now)
{
    one.next = never;
    if (one.kind == Kind::MobilePosition) {
        queue(one, place(one, now));
        one.next = now + one.interval;
    } else if (one.kind == Kind::PtzPosition) {
        UnitState *const unit = m_model.unit(one.deviceId);
        const PtzPosition is = unit ? unit->head.position(now) : PtzPosition{};
        if (!one.greeted || is != one.told)
            queue(one, answers::positionElements(is));
        one.told = is;
        one.next = now + std::chrono::seconds(1);
    }
    if (!one.greeted)
        greet(one);
    if (one.waiting.empty() && one.next == never && !one.ended)
        send(one, "active", nullptr, now); // RFC 6665 §4.2.1.2: at once, even where there is nothing to tell
}

void Subscriptions::send(Subscription &one, const QByteArray &state, const QList<XmlElement> *elements, TimePoint now)
{
    Dialog *const dialog = m_dialogs.find(view(one.callId), view(one.localTag), view(one.remoteTag));
    if (!dialog)
        return;
    SipRequest request = requestWithin(*dialog, "NOTIFY");
    const SipRequest own = m_line.newRequest("NOTIFY", true);
    request.sentBy = own.sentBy;
    request.transport = own.transport;
    request.contact = own.contact;
    request.headers = own.headers;
    const auto left = std::chrono::ceil<std::chrono::seconds>(std::max(one.expires - now, Duration{0})).count();
    request.headers.append({"Event", one.event});
    request.headers.append(
        {"Subscription-State", state == "active" ? "active;expires=" + QByteArray::number(left) : state});
    if (elements) {
        XmlElement root("Notify",
            QList<XmlElement>{
                {"CmdType", nameOf(static_cast<int>(one.kind))}, {"SN", nextSn()}, {"DeviceID", one.deviceId}});
        root.children += *elements;
        setBody(request, m_model, root);
    }
    one.waits = m_line.start(writeRequest(request), now);
}

void Subscriptions::notify(Subscription &one, TimePoint now)
{
    const QList<XmlElement> elements = std::move(one.waiting.front());
    one.waiting.pop_front();
    send(one, "active", &elements, now);
}

void Subscriptions::finish(Subscription &one, const char *reason, TimePoint now)
{
    one.ended = true;
    one.waiting.clear();
    m_line.abandon(one.waits);
    send(one, QByteArray("terminated;reason=") + reason, nullptr, now);
    m_dialogs.end(one.callId, one.localTag, one.remoteTag);
    m_line.tell({.kind = DeviceHappening::Kind::Unsubscribed, .command = nameOf(static_cast<int>(one.kind))});
}

void Subscriptions::advance(TimePoint now)
{
    for (Subscription &one : m_all) {
        if (!one.ended && one.expires <= now)
            finish(one, "timeout", now);
        if (!one.ended && one.next <= now)
            due(one, now);
        if (!one.ended && !one.waits && !one.waiting.empty())
            notify(one, now);
    }
    std::erase_if(m_all, [](const Subscription &one) { return one.ended; });
}

TimePoint Subscriptions::deadline() const
{
    TimePoint first = never;
    for (const Subscription &one : m_all) {
        first = std::min({first, one.expires, one.next});
        if (!one.waits && !one.waiting.empty())
            first = TimePoint{};
    }
    return first;
}

bool Subscriptions::answered(TransactionId id, const SipHead &head)
{
    const auto found = std::find_if(
        m_all.begin(), m_all.end(), [&](const Subscription &one) { return one.waits && one.waits == id; });
    if (found == m_all.end())
        return false;
    found->waits = {};
    if (m_dialogs.answered(found->callId, found->localTag, found->remoteTag, head) && head.status != 489)
        return true;
    m_line.tell({.kind = DeviceHappening::Kind::Unsubscribed, .command = nameOf(static_cast<int>(found->kind))});
    m_dialogs.end(found->callId, found->localTag, found->remoteTag);
    m_all.erase(found);
    return true;
}

bool Subscriptions::failed(TransactionId id)
{
    const auto found = std::find_if(
        m_all.begin(), m_all.end(), [&](const Subscription &one) { return one.waits && one.waits == id; });
    if (found == m_all.end())
        return false;
    m_dialogs.end(found->callId, found->localTag, found->remoteTag); // RFC 6665 §4.2.2: nobody is there
    m_all.erase(found);
    return true;
}

void Subscriptions::clear()
{
    for (const Subscription &one : m_all) {
        m_line.abandon(one.waits);
        m_dialogs.end(one.callId, one.localTag, one.remoteTag);
    }
    m_all.clear();
}

void Subscriptions::changed(qsizetype index, CatalogueEvent event)
{
    for (Subscription &one : m_all) {
        if (one.kind == Kind::Catalog)
            queueItems(one, {m_model.catalogue.changed(index, event)});
    }
}

bool Subscriptions::raise(const SimulatedAlarm &alarm, TimePoint now)
{
    bool told = false;
    for (Subscription &one : m_all) {
        const bool wanted = one.kind == Kind::Alarm && (one.leastPriority == 0 || alarm.priority >= one.leastPriority)
            && (one.mostPriority == 0 || alarm.priority <= one.mostPriority)
            && (one.methods.isEmpty() || one.methods.contains(QString::number(alarm.method)));
        if (wanted)
            queue(one, alarmElements(m_model, alarm, now));
        told = told || wanted;
    }
    return told;
}

} // namespace gb
