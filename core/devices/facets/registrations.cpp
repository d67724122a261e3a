#include "core/devices/facets/registrations.h"

#include "core/base/rollinghash.h"
#include "core/devices/registrationreason.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::chrono::seconds defaultExpires{3600}; // RFC 3261 §10.2

} // namespace

void Registrations::observe(TrackedDevice &device, const Trace &trace)
{
    const SipHead &head = trace.head;
    if (trace.datagram.cut && (head.callIdLine.empty() || head.cseqLine.empty()))
        return; // nothing can be told to be its answer
    if (!head.gbVersion.empty())
        device.s.gbVersion = m_texts.shared(printable(head.gbVersion, 16));
    PendingRequest pending;
    pending.device = &device;
    pending.method = SipMethod::Register;
    pending.at = trace.datagram.at;
    pending.callId = seededHash(head.callId);
    pending.expires = head.contactExpires ? head.contactExpires : head.expires; // RFC 3261 §10.3 step 7
    pending.authorized = !head.authorization.empty();
    pending.source = trace.datagram.from;
    pending.cut = trace.datagram.cut;
    if (!isStranger(device, pending.source)) {
        device.s.contact.registering(pending.at, trace.number, pending.callId, device.s.policy);
        noteCredentials(device, trace);
    }
    if (pending.authorized)
        pending.wrong = reasonOfRefusal(head, device.s.id, device.challengedRealm);
    if (pending.wrong.code == NoteCode::WrongPassword) {
        pending.request = KnownPasswords::requestOf(trace);
        pending.nonce = device.challenges.use(seededHash(parseCredentials(head.authorization).nonce));
    } else if (pending.wrong.code == NoteCode::WrongUserName || pending.wrong.code == NoteCode::WrongRealm)
        KnownPasswords::noteMistaken(device, head);
    m_pending.remember(trace.number, std::move(pending));
    if (device.s.facts.phase == DeviceFacts::Phase::NeverSeen
        || device.s.facts.phase == DeviceFacts::Phase::Unregistered) {
        setPhase(device, DeviceFacts::Phase::Registering, trace.datagram.at);
        device.failure = {NoteCode::RegisterSeen, {}, {}};
    }
    const NoteCode so = device.failure.code;
    if (!trace.head.authorization.empty() && device.s.facts.phase == DeviceFacts::Phase::Registering
        && (so == NoteCode::RegisterSeen || so == NoteCode::Challenged))
        device.failure = {NoteCode::CredentialsSent, {}, {}};
}

/// Somebody speaks in its name from elsewhere, though it is there and well.
bool Registrations::isStranger(const TrackedDevice &device, const Endpoint &from)
{
    const DeviceState state = device.s.verdict.state;
    return device.isRegistered() && !device.implied && state == DeviceState::Online
        && from.address != device.s.address.address;
}

/// A new REGISTER without credentials, where a 401 is out, ignores it. A retransmission does not: it waits for an
/// answer that was lost.
void Registrations::noteCredentials(TrackedDevice &device, const Trace &trace)
{
    Challenges &challenges = device.challenges;
    if (!trace.head.authorization.empty() || trace.datagram.cut) // else they may stand where the capture cut
        challenges.ignored = 0;
    else if (challenges.unanswered && !challenges.lost && challenges.by == trace.datagram.to)
        challenges.ignored = std::min(challenges.ignored + 1, 1'000'000);
    challenges.unanswered = challenges.lost = false;
}

void Registrations::challenged(TrackedDevice &device, const PendingRequest &pending, const Trace &trace)
{
    constexpr int severalTimes = 2; // once may be a device that was switched off meanwhile
    Challenges &challenges = device.challenges;
    challenges.form = formOf(trace.head);
    challenges.by = trace.datagram.from;
    challenges.unanswered = !pending.authorized;
    const ChallengeForm first = challenges.first.value_or(challenges.form);
    challenges.first = first;
    Note note{pending.authorized ? NoteCode::StaleNonce : NoteCode::Challenged, {}, {}};
    if (challenges.ignored >= severalTimes) {
        const bool ours = first != ChallengeForm::Other && challenges.form != ChallengeForm::Other;
        challenges.varied |= ours && challenges.form != first;
        const int turn = (static_cast<int>(challenges.form) - static_cast<int>(first) + challengeForms) % challengeForms
            + 1;
        note = challenges.varied && ours ? Note{NoteCode::ChallengeVariant, QString::number(turn),
                   QString::number(static_cast<int>(challenges.form))}
                                         : Note{NoteCode::ChallengeIgnored, QString::number(challenges.ignored), {}};
        m_news.problem(device, note, trace.datagram.at, trace.number);
    }
    if (device.s.facts.phase == DeviceFacts::Phase::Registering)
        device.failure = note;
}

void Registrations::answered(TrackedDevice &device, const PendingRequest &pending, const Trace &trace)
{
    if (trace.head.status < 300) {
        m_passwords.accepted(pending.request, trace.datagram.at);
        return registered(device, pending, trace);
    }
    if (isStranger(device, pending.source))
        return; // that somebody else is refused says nothing about the device
    const bool challenge = trace.head.status == 401 || trace.head.status == 407,
               old = pending.nonce == Challenges::Nonce::Old;
    if (challenge) {
        const std::string_view realm = challengeParameter(trace.head, "realm");
        m_passwords.noteRealm(realm);
        device.challengedRealm = m_texts.shared(printable(realm, 64));
        device.challenges.sent(seededHash(challengeParameter(trace.head, "nonce")));
        device.challenges.old |= old;
    }
    if (challenge && (!pending.authorized || old || isStale(trace.head)))
        return challenged(device, pending, trace);
    refused(device, pending, trace);
}

void Registrations::refused(TrackedDevice &device, const PendingRequest &pending, const Trace &trace)
{
    const int status = trace.head.status;
    const bool credentials = pending.authorized && (status == 401 || status == 403 || status == 407);
    const auto told = m_passwords.takeTold(device, trace.datagram.at);
    const bool isTold = credentials && told;
    const bool guess = !isTold && credentials && !pending.request.octets.isEmpty()
        && m_passwords.mayGuess(trace.datagram.at);
    const Note why = isTold ? *told
        : guess             ? m_passwords.whichPassword(device, pending.request, pending.wrong)
        : credentials       ? pending.reason()
                            : Note{NoteCode::Rejected, QString::number(status), printable(trace.head.reason, 60)};
    if (guess && why != pending.wrong)
        m_passwords.keep({device.s.id, why, false, trace.datagram.at});
    device.failure = why;
    device.judgedByRecord = isTold;
    device.refused = credentials ? pending.request : RefusedRequest{};
    const DeviceState state = device.s.verdict.state;
    const bool inForce = device.isRegistered() && (state == DeviceState::Online || state == DeviceState::Late);
    if (!inForce && device.s.facts.phase != DeviceFacts::Phase::AuthFailed && (credentials || status == 403))
        setPhase(device, DeviceFacts::Phase::AuthFailed, trace.datagram.at);
    m_news.problem(device, why, trace.datagram.at, trace.number);
}

void Registrations::registered(TrackedDevice &device, const PendingRequest &pending, const Trace &trace)
{
    const SipHead &head = trace.head;
    const TimePoint at = trace.datagram.at;
    const auto told = grantedExpires(head);
    const auto granted = told ? told : pending.expires;
    const bool unknown = !granted && (pending.cut || trace.datagram.cut); // it may stand where the capture cut
    const auto expires = granted ? std::chrono::seconds(*granted) : unknown ? std::chrono::seconds(0) : defaultExpires;
    if (pending.expires == 0U || (expires.count() == 0 && !unknown)) {
        setPhase(device, DeviceFacts::Phase::Unregistered, at);
        const bool isRefused = pending.expires != 0U; // it did not ask to leave
        device.failure = isRefused
            ? Note{NoteCode::Rejected, QString::number(trace.head.status), QStringLiteral("OK, Expires: 0")}
            : Note{NoteCode::SaidGoodbye, {}, {}};
        if (isRefused)
            m_news.problem(device, Note(device.failure), at, trace.number);
        device.history.add(at, HeartbeatHistory::Kind::Leave, m_rows.historyRoom());
        m_news.tell(BeatSeen{device.s.id, at, HeartbeatHistory::Kind::Leave, {}, {}});
        return;
    }
    const DeviceState state = device.s.verdict.state;
    const bool refreshes = device.isRegistered() && !device.implied && device.callId == pending.callId
        && (state == DeviceState::Online || state == DeviceState::Late);
    if (const auto lapsed = lapsesAt(device.s.facts); lapsed && *lapsed < at && !device.implied)
        device.history.addLapse(*lapsed, at);
    ++device.s.registrations;
    device.authenticated |= pending.authorized && device.challenges.first.has_value();
    device.challenges.learnt = device.challenges.learnsNow(pending.authorized);
    if (!refreshes) {
        setPhase(device, DeviceFacts::Phase::Registered, at);
        device.s.facts.startedAt = at;
        device.s.facts.lastBeat.reset();
        device.s.registeredSince = at;
        device.history.add(at, HeartbeatHistory::Kind::Start, m_rows.historyRoom());
        device.truth.started(at, pending.source);
        m_news.tell(BeatSeen{device.s.id, at, HeartbeatHistory::Kind::Start, {}, {}});
    }
    if (!refreshes && device.challenges.learnt)
        m_news.problem(device,
            {NoteCode::ChallengeLearnt, QString::number(static_cast<int>(device.challenges.form)), {}}, at,
            trace.number);
    device.challenges.ignored = 0;
    device.challenges.old = false;
    device.implied = device.s.facts.kept = false;
    device.callId = pending.callId;
    device.failure = {};
    device.refused = {};
    device.s.facts.confirmedAt = at;
    device.s.facts.expires = expires;
    moveTo(device, pending.source);
    device.s.transport = trace.datagram.transport;
}

void Registrations::keep(TrackedDevice &device, const KeptRegistration &kept, TimePoint at)
{
    moveTo(device, kept.address);
    setPhase(device, DeviceFacts::Phase::Registered, at);
    device.s.transport = kept.transport;
    DeviceFacts &facts = device.s.facts;
    facts.kept = true;
    facts.startedAt = facts.confirmedAt = at - kept.ago;
    facts.expires = kept.ago + kept.left;
    facts.heardSince = at; // its allowance begins now: what it sent before, nobody could hear
    facts.lastBeat.reset();
    device.implied = false;
    device.failure = {};
    device.s.registeredSince = facts.startedAt;
    device.history.add(at, HeartbeatHistory::Kind::Start, m_rows.historyRoom());
    device.truth.started(at, kept.address);
    m_news.tell(BeatSeen{device.s.id, at, HeartbeatHistory::Kind::Start, {}, {}});
}

void Registrations::setPhase(TrackedDevice &device, DeviceFacts::Phase phase, TimePoint at)
{
    const bool was = device.isRegistered();
    device.s.facts.phase = phase;
    device.s.facts.phaseSince = at;
    if (was == device.isRegistered())
        return;
    count(device.s.address, device, was ? -1 : 1);
    m_registered += was ? -1 : 1;
    if (was)
        device.s.registeredSince.reset();
}

void Registrations::moveTo(TrackedDevice &device, const Endpoint &address)
{
    if (device.isRegistered() && device.s.address != address) {
        count(device.s.address, device, -1);
        count(address, device, 1);
    }
    device.s.address = address;
}

void Registrations::count(const Endpoint &at, const TrackedDevice &device, int change)
{
    Registered &here = m_registeredAt[at];
    here.count += change;
    here.places ^= device.place;
    if (here.count <= 0)
        m_registeredAt.remove(at);
}

QString Registrations::atItsAddress(const Trace &trace) const
{
    if (trace.head.method == SipMethod::Register)
        return {};
    for (const Endpoint &end : {trace.datagram.from, trace.datagram.to}) {
        const Registered here = m_registeredAt.value(end);
        if (const TrackedDevice *const there = here.count == 1 ? m_rows.inPlace(here.places) : nullptr)
            return there->s.id;
    }
    return {};
}

} // namespace gb
