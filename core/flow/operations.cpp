#include "core/flow/operations.h"

#include "core/base/octets.h"
#include "core/base/rollinghash.h"
#include "core/flow/commandtext.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <algorithm>

namespace gb {
namespace {

using State = Operation::State;
using Kind = Operation::Kind;

constexpr int maxAlike = 16; ///< operations with one CmdType and SN whose Responses are told apart
constexpr quint32 longestExpires = 7 * 86'400;

/// In the amendment of 2014 it was PersetQuery.
QString commandOf(const Manscdp &body)
{
    return body.cmdType == u"PersetQuery" ? QStringLiteral("PresetQuery") : body.cmdType.left(60);
}

quint64 keyOf(const Manscdp &body)
{
    return KeyHasher().add(commandOf(body).toStdString()).add(std::to_string(body.sn.value_or(-1))).key().a | 1;
}

quint64 callOf(const Trace &trace)
{
    return KeyHasher().add(trace.head.callId).key().a | 1;
}

/// GB/T 28181-2022 9.3.1 d and A.2.4: the rest has the SIP answer alone.
bool owesResponse(const Manscdp &body)
{
    static constexpr QStringView queries[] = {u"DeviceStatus", u"DeviceInfo", u"Catalog", u"RecordInfo",
        u"ConfigDownload", u"PresetQuery", u"HomePositionQuery", u"CruiseTrackListQuery", u"CruiseTrackQuery",
        u"PTZPosition", u"SDCardStatus"};
    static constexpr QStringView orders[] = {u"RecordCmd", u"GuardCmd", u"AlarmCmd", u"HomePosition", u"DeviceUpgrade"};
    const QString command = commandOf(body), order = body.detail.section(u' ', 0, 0);
    const auto isOneOf = [](const auto &list, const QString &name) {
        return std::find(std::begin(list), std::end(list), name) != std::end(list);
    };
    switch (body.root) {
    case ManscdpRoot::Query: return isOneOf(queries, command);
    case ManscdpRoot::Control: return command == u"DeviceConfig" || isOneOf(orders, order);
    case ManscdpRoot::Notify: return command == u"Broadcast";
    default: return false;
    }
}

/// Of SumNum items.
bool isList(const QString &name)
{
    return name == u"Catalog" || name == u"RecordInfo" || name == u"PresetQuery" || name == u"SDCardStatus";
}

bool begins(const Manscdp &body)
{
    return !body.cmdType.isEmpty()
        && (body.root == ManscdpRoot::Query || body.root == ManscdpRoot::Control
            || (body.root == ManscdpRoot::Notify && body.cmdType == u"Broadcast"));
}

/// The first word of Subscription-State, RFC 6665 §4.1.3.
bool isTerminated(const Trace &notify)
{
    const auto values = headerValues(view(notify.datagram.octets), "Subscription-State", 1);
    return values.value(0).split(';').value(0).trimmed().toLower() == "terminated";
}

} // namespace

const Operation *Operations::current() const
{
    const auto at = m_all.find(m_current);
    return m_current == 0 || at == m_all.end() ? nullptr : &at->second.operation;
}

QList<Operation> Operations::take()
{
    QList<Operation> changed;
    for (const quint64 request : std::exchange(m_news, {}))
        changed.append(m_all.at(request).operation);
    return changed;
}

QList<Operation> Operations::all() const
{
    QList<Operation> out;
    for (const auto &[request, entry] : m_all)
        out.append(entry.operation);
    return out;
}

std::optional<TimePoint> Operations::nextDeadline() const
{
    return m_deadlines.empty() ? std::nullopt : std::optional(m_deadlines.begin()->first);
}

Operations::Entry *Operations::of(quint64 message)
{
    const auto known = m_ofMessage.constFind(message);
    return known == m_ofMessage.cend() ? nullptr : &m_all.at(*known);
}

void Operations::note(const Trace &trace)
{
    advance(trace.datagram.at);
    m_current = 0;
    if (trace.isKeepalive())
        return;
    if (trace.datagram.cut || trace.datagram.fragment)
        lose(trace.datagram.at);
    if (trace.repeatOf != 0 || trace.isResponse()) {
        Entry *const entry = m_ofMessage.isEmpty() ? nullptr : of(trace.repeatOf != 0 ? trace.repeatOf : trace.answers);
        if (!entry)
            return;
        join(*entry, trace);
        if (trace.repeatOf == 0)
            answered(*entry, trace);
        else if (trace.isRequest() && trace.copy.kind == RepeatKind::Retransmission)
            entry->repeated = true;
        return;
    }
    const SipMethod method = trace.head.method; // none of what is no SIP
    if (method == SipMethod::Subscribe)
        return subscribe(trace);
    if (method == SipMethod::Notify)
        return notify(trace);
    if (method != SipMethod::Message || !trace.body)
        return;
    if (trace.body->broken() || trace.body->root == ManscdpRoot::Response)
        respond(trace);
    else if (begins(*trace.body))
        begin(trace);
}

Operations::Entry &Operations::add(const Trace &trace, Kind kind)
{
    if (m_all.size() >= maxKept)
        forget(m_all.begin());
    Entry &entry = m_all[trace.number];
    const std::string_view from = trace.head.from.uri.user;
    entry.operation = {.request = trace.number,
        .kind = kind,
        .what = commandText(trace),
        .device = trace.device,
        .ofDevice = !trace.device.isEmpty() && trace.device == printable(from),
        .at = trace.datagram.at,
        .since = trace.datagram.at};
    if (trace.body) {
        entry.operation.cmdType = printable(commandOf(*trace.body), 60);
        entry.operation.target = printable(trace.body->deviceId, 64);
        entry.operation.sn = trace.body->sn;
    }
    entry.to = trace.datagram.to.address;
    entry.by = trace.datagram.from.address;
    entry.repeated = trace.datagram.transport == TransportKind::Tcp;
    join(entry, trace);
    arm(entry, trace.datagram.at + answerPatience);
    return entry;
}

void Operations::begin(const Trace &trace)
{
    const Manscdp &body = *trace.body;
    Entry &entry = add(trace,
        body.root == ManscdpRoot::Query         ? Kind::Query
            : body.root == ManscdpRoot::Control ? Kind::Control
                                                : Kind::Notice);
    const quint64 key = keyOf(body);
    if (!body.sn || m_ofKey.count(key) >= maxAlike)
        return; // nobody could tell whose a Response is
    entry.key = key;
    m_ofKey.insert(key, trace.number);
    entry.owed = owesResponse(body);
    entry.isList = isList(commandOf(body));
    if (body.cmdType == u"ConfigDownload" && body.detail.contains(u'/')) // one Response for each type, A.2.4.7
        entry.operation.sum = body.detail.count(u'/') + 1;
}

/// Anew, or once more in its dialog.
void Operations::subscribe(const Trace &trace)
{
    const quint64 call = callOf(trace);
    Entry *entry = nullptr;
    if (const auto known = m_ofCall.constFind(call); known != m_ofCall.cend()) {
        entry = &m_all.at(*known);
        join(*entry, trace);
    } else {
        entry = &add(trace, Kind::Subscription);
        entry->call = call;
        m_ofCall.insert(call, trace.number);
        if (!entry->operation.cmdType.isEmpty())
            entry->operation.what = entry->operation.cmdType + QStringLiteral(" subscription");
    }
    entry->renewal = trace.number;
    entry->leaving = trace.head.expires == 0U;
    entry->expires = std::min(trace.head.expires.value_or(600), longestExpires); // 9.11.4
}

void Operations::notify(const Trace &trace)
{
    const auto known = m_ofCall.constFind(callOf(trace));
    if (known == m_ofCall.cend())
        return;
    Entry &entry = m_all.at(*known);
    join(entry, trace);
    ++entry.operation.parts;
    entry.operation.last = trace.number;
    if (isTerminated(trace))
        set(entry, State::Ended, trace);
}

void Operations::answered(Entry &entry, const Trace &trace)
{
    Operation &operation = entry.operation;
    const int status = trace.head.status;
    if (status < 200 || (trace.answers != operation.request && trace.answers != entry.renewal))
        return; // the 200 to a part of the Response
    if (trace.answers == operation.request) {
        operation.answer = trace.number;
        operation.status = status;
    }
    if (operation.kind == Kind::Subscription)
        return subscribed(entry, trace);
    if (status >= 300)
        return set(entry, State::Refused, trace);
    if (operation.parts > 0) // the Response was there ahead of it
        return;
    set(entry, entry.owed ? State::Accepted : State::Done, trace);
    if (entry.owed)
        arm(entry, trace.datagram.at + patience);
}

void Operations::subscribed(Entry &entry, const Trace &trace)
{
    if (entry.operation.state == State::Ended)
        return;
    if (trace.head.status >= 300)
        return set(entry, State::Refused, trace);
    const quint32 granted = std::min(trace.head.expires.value_or(entry.expires), longestExpires);
    if (entry.leaving || granted == 0)
        return set(entry, State::Ended, trace);
    set(entry, State::Active, trace);
    arm(entry, trace.datagram.at + std::chrono::seconds(granted));
}

static bool isWaiting(const Operation &operation)
{
    return operation.state == State::Asked || operation.state == State::Accepted || operation.state == State::Answering;
}

/// Of those that asked so the one that it fits best: a platform asks a recorder under the names of its channels, and
/// some devices answer under another name.
Operations::Entry *Operations::askedFor(const Trace &trace)
{
    Entry *best = nullptr;
    int most = 0;
    const auto [first, end] = std::as_const(m_ofKey).equal_range(keyOf(*trace.body));
    for (auto at = first; at != end; ++at) {
        Entry &entry = m_all.at(*at);
        const Operation &operation = entry.operation;
        // Two platforms count their SN from 1; of equal ones the first that waits was asked first
        const int fits = (operation.target == trace.body->deviceId ? 16 : 0)
            + (entry.to == trace.datagram.from.address ? 8 : 0)
            + (!trace.device.isEmpty() && trace.device == operation.device ? 4 : 0);
        const int better = fits == 0
            ? 0
            : fits + (entry.by == trace.datagram.to.address ? 2 : 0) + (entry.owed && isWaiting(operation) ? 1 : 0);
        if (better > most || (better == most && best && operation.request < best->operation.request)) {
            best = &entry;
            most = better;
        }
    }
    return best;
}

void Operations::respond(const Trace &trace)
{
    const Manscdp &body = *trace.body;
    Entry *const entry = body.sn ? askedFor(trace) : nullptr;
    if (!entry) {
        if (body.broken() || m_ofKey.contains(keyOf(body)))
            return lose(trace.datagram.at); // it may be what somebody waits for
        return noteOtherSn(trace);
    }
    Operation &operation = entry->operation;
    join(*entry, trace);
    if (operation.device.isEmpty())
        operation.device = trace.device; // a channel was asked under its own name
    ++operation.parts;
    operation.last = trace.number;
    operation.overTcp |= trace.datagram.transport == TransportKind::Tcp;
    operation.large |= trace.datagram.octets.size() > 1472;
    if (body.broken())
        return set(*entry, State::Unreadable, trace);
    if (entry->isList) {
        operation.sum = body.sumNum.value_or(operation.sum);
        operation.came += body.items;
    } else {
        ++operation.came;
    }
    if (body.result.compare(u"ERROR", Qt::CaseInsensitive) == 0)
        return set(*entry, State::ErrorResult, trace);
    if (operation.came >= operation.sum)
        return set(*entry, State::Done, trace);
    set(*entry, State::Answering, trace);
    arm(*entry, trace.datagram.at + partPatience);
}

/// Nobody asked with that SN. Who waits for a Response to the same command may have been meant.
void Operations::noteOtherSn(const Trace &trace)
{
    constexpr int most = 64;
    int looked = 0;
    const QString command = commandOf(*trace.body);
    for (auto at = m_all.rbegin(); at != m_all.rend() && looked < most; ++at, ++looked) {
        Operation &operation = at->second.operation;
        if (operation.state == State::Accepted && operation.cmdType == command
            && at->second.to == trace.datagram.from.address && operation.otherSn == 0) {
            operation.otherSn = trace.number;
            operation.strangeSn = trace.body->sn;
            return;
        }
    }
}

void Operations::join(Entry &entry, const Trace &trace)
{
    Operation &operation = entry.operation;
    m_current = operation.request;
    m_news.insert(operation.request);
    if (operation.messages.size() >= Operation::maxMessages || m_ofMessage.size() >= maxNumbers) {
        ++operation.more;
        return;
    }
    operation.messages.append(trace.number);
    m_ofMessage.insert(trace.number, operation.request);
}

void Operations::set(Entry &entry, State state, const Trace &by)
{
    entry.operation.state = state;
    entry.operation.by = by.number;
    entry.operation.since = by.datagram.at;
    arm(entry, TimePoint::max());
}

} // namespace gb
