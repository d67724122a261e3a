#include "core/devices/facets/keepalives.h"

#include "core/base/rollinghash.h"
#include "core/devices/devicestore.h"
#include "core/message/headers.h"

#include <algorithm>

namespace gb {
namespace {

/// Faults that do not touch what a message means.
constexpr quint32 harmless = 1U << static_cast<unsigned>(HeadFault::BareLf)
    | 1U << static_cast<unsigned>(HeadFault::BodyLong) | 1U << static_cast<unsigned>(HeadFault::ContentTypeMissing)
    | 1U << static_cast<unsigned>(HeadFault::ContentLengthMissing)
    | 1U << static_cast<unsigned>(HeadFault::FromTagMissing);

/// By its SN a heartbeat from another address is the next one, and none of the last ones contradicts that: one device
/// over two ways, as far as is known.
bool countsOn(const HeartbeatTruth &truth, std::optional<qint64> sn)
{
    constexpr qsizetype looked = 8;
    const auto isNext = [&truth](qsizetype i) {
        const Beat &beat = truth.at(i), &before = truth.at(i - 1);
        return beat.has(Beat::HasSn) && before.has(Beat::HasSn) && beat.sn == before.sn + 1;
    };
    const qsizetype last = truth.size() - 1;
    if (last < 0 || !sn || !truth.at(last).has(Beat::HasSn) || quint32(*sn) != truth.at(last).sn + 1)
        return false;
    for (qsizetype i = last; i > 0 && i > last - looked; --i) {
        if (truth.at(i).place != truth.at(i - 1).place && !isNext(i))
            return false;
    }
    return true;
}

} // namespace

void Keepalives::observe(TrackedDevice &device, const Trace &trace)
{
    const TimePoint at = trace.datagram.at;
    const bool live = device.isRegistered() && device.s.verdict.state != DeviceState::Lapsed;
    const bool isElsewhere = trace.datagram.from.address != device.s.address.address;
    const bool isOwn = isElsewhere && countsOn(device.truth, trace.body->sn);
    if (live && !device.implied && isElsewhere && !isOwn) {
        note(device, trace, false, true);
        m_news.problem(device, {NoteCode::ForeignHeartbeat, trace.datagram.from.text(), device.s.address.text()}, at,
            trace.number);
        return;
    }
    // What may be refused counts when the answer says that it was not
    const bool clean = (trace.head.faults & ~harmless) == 0 && trace.head.requireLines.size() == 0
        && trace.head.requestUri.isSip();
    const bool counts = live && !device.implied && clean && device.reaches(trace.datagram.to) && !isElsewhere;
    note(device, trace, counts, false);
    if (counts) {
        followMove(device, trace);
        count(device, at, trace.body->sn);
        return;
    }
    PendingRequest pending;
    pending.device = &device;
    pending.method = SipMethod::Message;
    pending.at = at;
    pending.source = trace.datagram.from;
    pending.sn = trace.body->sn;
    pending.beat = true;
    m_pending.remember(trace.number, std::move(pending));
}

/// The same address, another port or transport: it is heard, and the answers go there.
void Keepalives::followMove(TrackedDevice &device, const Trace &trace)
{
    const Endpoint &from = trace.datagram.from;
    const TransportKind transport = trace.datagram.transport;
    if (transport != device.s.transport) {
        const auto place = [](TransportKind kind, const Endpoint &end) {
            return QString(transportName(kind) + u' ' + end.text());
        };
        m_news.problem(device,
            {NoteCode::TransportChanged, place(transport, from), place(device.s.transport, device.s.address)},
            trace.datagram.at, trace.number);
        device.s.transport = transport;
    } else if (from.port != device.s.address.port && transport == TransportKind::Udp) { // over TCP each connection has
                                                                                        // its own
        m_news.problem(
            device, {NoteCode::PortChanged, from.text(), device.s.address.text()}, trace.datagram.at, trace.number);
    }
    m_registrations.moveTo(device, from);
}

void Keepalives::noteUnread(TrackedDevice &device, TimePoint at)
{
    device.unread = true;
    if (device.isRegistered() && !device.history.entries().isEmpty() && device.history.entries().constLast().isThere())
        device.history.add(at, HeartbeatHistory::Kind::Unheard);
    device.s.facts.heardSince = std::max(device.s.facts.heardSince, at);
}

void Keepalives::notePortKeeper(const Endpoint &from)
{
    if (m_portKeepers.size() < DeviceStore::capacity)
        m_portKeepers.insert(from);
}

void Keepalives::answered(TrackedDevice &device, const PendingRequest &pending, const Trace &trace)
{
    if (!pending.beat)
        return;
    if (trace.head.status < 300)
        return imply(device, pending);
    if (device.isRegistered() && pending.source.address != device.s.address.address) {
        m_news.problem(device, {NoteCode::ForeignHeartbeat, pending.source.text(), device.s.address.text()},
            trace.datagram.at, trace.number);
        return;
    }
    if (device.s.registrations == 0 || !device.isRegistered()) {
        if (device.s.facts.phase == DeviceFacts::Phase::NeverSeen)
            m_registrations.setPhase(device, DeviceFacts::Phase::Unregistered, trace.datagram.at);
        m_news.problem(device, {NoteCode::UnregisteredHeartbeat, QString::number(trace.head.status), {}},
            trace.datagram.at, trace.number);
    }
}

void Keepalives::count(TrackedDevice &device, TimePoint at, std::optional<qint64> sn)
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
    device.history.add(at, HeartbeatHistory::Kind::Beat, m_rows.historyRoom());
    m_news.tell(BeatSeen{device.s.id, at, HeartbeatHistory::Kind::Beat, sn, gap});
}

void Keepalives::imply(TrackedDevice &device, const PendingRequest &pending)
{
    const int names = m_registrations.countAt(pending.source)
        - (device.isRegistered() && device.s.address == pending.source ? 1 : 0);
    if (!device.isRegistered() || device.s.verdict.state == DeviceState::Lapsed) {
        m_registrations.moveTo(device, pending.source);
        m_registrations.setPhase(device, DeviceFacts::Phase::Registered, pending.at);
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
    count(device, pending.at, pending.sn);
    if (device.implied && device.sharedBy > 0)
        m_news.problem(device, {NoteCode::BeatsForOthers, QString::number(device.sharedBy), {}}, pending.at, 0);
}

void Keepalives::noteTraffic(TrackedDevice &device, const Trace &trace)
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
    m_news.noteBeats(device);
}

void Keepalives::noteHeard(TrackedDevice &device, const Trace &trace)
{
    DeviceFacts &facts = device.s.facts;
    if (facts.phase != DeviceFacts::Phase::NeverSeen && facts.phase != DeviceFacts::Phase::Registering)
        return;
    facts.heard = facts.heard || device.s.lastSeen.has_value();
    const int beats = device.s.contact.unanswered();
    const bool again = trace.copy.kind == RepeatKind::Retransmission && trace.isKeepalive();
    facts.notAnswered = !device.s.contact.heardAt() && (facts.notAnswered || beats > 1 || (beats == 1 && again));
}

void Keepalives::note(TrackedDevice &device, const Trace &trace, bool counts, bool foreign)
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
                || (!m_judge.link().isEmpty()
                    && m_judge.link().within(trace.datagram.to.address, device.truth.lastAt(), trace.datagram.at))},
        HeartbeatTruth::roomIn(m_rows.count()));
}

void Keepalives::noteOutage(TrackedDevice &device, TimePoint silentFrom, TimePoint at)
{
    if (device.truth.total() == 0)
        return;
    const EndedSilence<TrackedDevice *> silence{&device, device.truth.total() - 1};
    for (const EndedSilence<TrackedDevice *> &one :
        m_outage.ended(silence, silentFrom, at, m_judge.policy(), m_registrations.count()))
        one.device->truth.markOutage(one.beat);
}

void Keepalives::takeBack(TrackedDevice &device, const Undelivered &message)
{
    const Beat *const beat = device.truth.undelivered(message.number);
    if (!beat)
        return;
    PendingRequest pending;
    pending.device = &device;
    pending.method = SipMethod::Message;
    pending.at = beat->at;
    pending.source = message.from;
    pending.sn = beat->has(Beat::HasSn) ? std::optional<qint64>(beat->sn) : std::nullopt;
    pending.beat = true;
    DeviceFacts &facts = device.s.facts;
    if (facts.lastBeat != beat->at || !device.history.takeBack(beat->at))
        return;
    m_news.tell(BeatUndone{device.s.id, beat->at});
    const auto &entries = device.history.entries();
    const auto isBeat = [](const HeartbeatHistory::Entry &one) { return one.kind() == HeartbeatHistory::Kind::Beat; };
    facts.lastBeat = entries.isEmpty() || !isBeat(entries.constLast()) ? std::nullopt
                                                                       : std::optional(entries.constLast().at());
    const auto last = std::find_if(entries.crbegin(), entries.crend(), isBeat);
    device.s.lastBeat = last == entries.crend() ? std::nullopt : std::optional(last->at());
    const bool two = entries.size() > 1 && facts.lastBeat && isBeat(entries[entries.size() - 2]);
    device.s.lastGap = two ? *facts.lastBeat - entries[entries.size() - 2].at() : Duration::zero();
    const TimePoint before = std::max(facts.lastBeat.value_or(facts.startedAt), facts.heardSince);
    device.misses -= missesIn(pending.at - before, device.s.policy); // as count() added them
    m_pending.remember(message.number, std::move(pending));
}

} // namespace gb
