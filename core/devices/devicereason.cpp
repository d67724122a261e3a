#include "core/devices/bodyloss.h"
#include "core/devices/devicestore_p.h"

#include "core/message/deviceid.h"

#include <algorithm>

/// The part of DeviceStore that says why: what is odd in a message, and the reason for a state.
namespace gb {
namespace {

/// These have a note of their own.
bool breaks(ManscdpFault fault)
{
    return fault == ManscdpFault::Empty || fault == ManscdpFault::TooLarge || fault == ManscdpFault::Doctype
        || fault == ManscdpFault::Syntax || fault == ManscdpFault::TrailingContent;
}

QString seconds(Duration duration)
{
    return QString::number(std::chrono::floor<std::chrono::seconds>(duration).count());
}

} // namespace

void DeviceStore::faults(Device &device, const Trace &trace)
{
    if (trace.datagram.cut)
        return; // the capture's fault
    const TimePoint at = trace.datagram.at;
    const Note lost = bodyLost(trace);
    device.bodyless = (lost.code == NoteCode::BodyLost || device.bodyless) && !trace.isKeepalive();
    if (lost.code == NoteCode::BodyLost)
        problem(device, lost, at, trace.number);
    for (int fault = 0; trace.head.faults != 0 && fault < static_cast<int>(HeadFault::Count); ++fault) {
        const auto one = static_cast<HeadFault>(fault);
        const bool told = lost.code == NoteCode::BodyLost
            && (one == HeadFault::BodyShort || one == HeadFault::BodyLong);
        if (trace.head.has(one) && !told)
            problem(device, {NoteCode::MalformedMessage, QString::number(fault), printable(trace.head.faultText, 80)},
                at, trace.number);
    }
    if (!trace.body)
        return;
    const TextSource &source = trace.body->source;
    bodyFaults(device, trace);
    if (trace.body->has(ManscdpFault::Encoding))
        return;
    if (trace.body->broken())
        problem(device, {NoteCode::BrokenBody, QString::number(std::max<qint64>(0, trace.body->errorOffset)), {}}, at,
            trace.number);
    else if (source.wrongDeclaration)
        problem(device,
            {NoteCode::WrongCharset, printable(source.declared, 20),
                source.used == Charset::Utf8        ? QStringLiteral("UTF-8")
                    : source.used == Charset::Utf16 ? QStringLiteral("UTF-16")
                                                    : QStringLiteral("GB18030")},
            at, trace.number);
    if (trace.isKeepalive() && !trace.body->status.isEmpty() && trace.body->status != QLatin1String("OK"))
        problem(device, {NoteCode::BadStatus, printable(trace.body->status, 20), {}}, at, trace.number);
}

/// What of a body can be read and is not as the standard wants it, each thing for itself. What breaks it is told by
/// faults().
void DeviceStore::bodyFaults(Device &device, const Trace &trace)
{
    const Manscdp &body = *trace.body;
    // Of several odd things it is not known which of them it shows
    const quint32 odd = body.faults >> static_cast<unsigned>(ManscdpFault::Encoding);
    const bool one = (odd & (odd - 1)) == 0;
    const auto shows = [&](int fault) {
        return one && fault >= static_cast<int>(ManscdpFault::Encoding) ? printable(body.odd, 60) : QString();
    };
    for (int fault = 0; body.faults != 0 && fault < static_cast<int>(ManscdpFault::Count); ++fault) {
        const auto kind = static_cast<ManscdpFault>(fault);
        if (body.has(kind) && !breaks(kind))
            problem(device, {NoteCode::OddBody, QString::number(fault), shows(fault)}, trace.datagram.at, trace.number);
    }
}

void DeviceStore::problem(Device &device, Note note, TimePoint at, quint64 number)
{
    device.s.problem = note;
    device.s.problemAt = at;
    m_signs.push_back({device.s.id, std::move(note), at, number});
    announce(device);
}

Note DeviceStore::reasonFor(const Device &device, TimePoint now) const
{
    const DeviceFacts &facts = device.s.facts;
    const DeviceState state = device.s.verdict.state;
    const auto unreached = device.unreached.empty() ? std::nullopt : notReached(device);
    if (m_deafSince && !m_isOver && (state == DeviceState::Online || state == DeviceState::Late))
        return {NoteCode::NotListening, {}, {}};
    switch (state) {
    case DeviceState::Online:
        if (device.implied)
            return device.sharedBy > 0 ? Note{NoteCode::BeatsForOthers, QString::number(device.sharedBy), {}}
                                       : Note{NoteCode::HeartbeatOnly, {}, {}};
        if (!facts.lastBeat && device.challenges.learnt)
            return {NoteCode::ChallengeLearnt, QString::number(static_cast<int>(device.challenges.form)), {}};
        return {facts.lastBeat || device.unread ? NoteCode::Beating : NoteCode::Registered, {}, {}};
    case DeviceState::Late:
        if (const OwnLink::Loss *loss = lossSince(device, now))
            return {NoteCode::OwnLinkDown, loss->name, {}};
        if (unreached)
            return *unreached;
        return {NoteCode::HeartbeatOverdue,
            seconds(now - std::max(facts.lastBeat.value_or(facts.startedAt), facts.heardSince)),
            QString::number(device.s.policy.interval.count())};
    case DeviceState::Offline:
        if (const OwnLink::Loss *loss = lossSince(device, now))
            return {NoteCode::OwnLinkDown, loss->name, {}};
        if (device.bodyless && device.s.lastSeen && now - *device.s.lastSeen <= device.s.policy.allowance())
            return {NoteCode::BodyLost, {}, {}};
        if (unreached)
            return *unreached;
        return {facts.lastBeat || device.unread ? NoteCode::HeartbeatsStopped : NoteCode::NeverBeaten,
            seconds(device.s.policy.allowance()),
            QStringLiteral("%1 s \u00d7 %2").arg(device.s.policy.interval.count()).arg(device.s.policy.timeoutCount)};
    case DeviceState::Lapsed: return {NoteCode::RegistrationLapsed, QString::number(facts.expires.count()), {}};
    case DeviceState::NeverSeen:
        return device.s.isMissing() ? Note{NoteCode::NotComeYet, device.expectedAt, {}} : device.failure;
    case DeviceState::Unknown:
        if (facts.kept)
            return {NoteCode::RegisteredBefore, {}, {}};
        if (unreached)
            return *unreached;
        return {device.s.contact.unanswered() > 0 ? NoteCode::BeatWaits : NoteCode::HeardOnly, {}, {}};
    case DeviceState::NotAnswered:
        if (unreached)
            return *unreached;
        return device.s.contact.unanswered() > 1
            ? Note{NoteCode::NoneAnswered, QString::number(device.s.contact.unanswered()), {}}
            : Note{NoteCode::BeatRepeated, {}, {}};
    case DeviceState::Registering:
        if (const NoteCode code = device.failure.code;
            unreached && (code == NoteCode::RegisterSeen || code == NoteCode::Challenged))
            return *unreached;
        break;
    case DeviceState::AuthFailed: break;
    case DeviceState::Unregistered: return device.failure.code == NoteCode::None ? device.s.problem : device.failure;
    }
    return device.failure;
}

void DeviceStore::refresh(Device &device, TimePoint now)
{
    const Verdict before = device.s.verdict;
    device.s.verdict = judge(device.s.facts, device.s.policy, m_deafSince ? std::min(now, *m_deafSince) : now);
    device.s.misses = device.misses;
    const bool counted = device.s.facts.phase != DeviceFacts::Phase::NeverSeen;
    device.s.beats = counted ? device.history.beats() : device.s.contact.unanswered();
    if (device.standing != device.standingNow())
        settleStanding(device);
    const DeviceState state = device.s.verdict.state;
    Note reason = reasonFor(device, now);
    if (reason.code == NoteCode::OwnLinkDown) { // how long that is a reason
        const OwnLink::Loss *const loss = lossSince(device, now);
        if (std::optional<TimePoint> &next = device.s.verdict.next; loss && loss->to)
            next = std::min(next.value_or(TimePoint::max()), *loss->to + device.s.policy.allowance());
    }
    const bool failedAnew = state == DeviceState::AuthFailed && reason != device.s.reason;
    // That it is there is told with its row: until it has had time to be answered there is nothing to say
    const bool isNews = state != before.state && state != DeviceState::Unknown;
    if (isNews || failedAnew) {
        const bool byTime = state == DeviceState::Late || state == DeviceState::Offline || state == DeviceState::Lapsed;
        const StateChange change{
            device.s.id, state, reason, device.s.address, device.s.transport, byTime ? device.s.verdict.since : now};
        m_stateChanges.push_back(change);
        tell(change);
    } else if (reason.code == NoteCode::ChallengeVariant && reason != device.s.reason) {
        tell(StateChange{device.s.id, state, reason, device.s.address, device.s.transport, now}); // each form once a
                                                                                                  // round
    }
    device.s.reason = std::move(reason);
    schedule(device);
    announce(device);
}

} // namespace gb
