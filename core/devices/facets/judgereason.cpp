#include "core/devices/facets/delivery.h"
#include "core/devices/facets/judge.h"

#include <algorithm>

/// The reason for a state.
namespace gb {
namespace {

/// It beats, and its server does not take it; none where all is well. A single one without an answer may still get it.
Note beatsWithoutAnswer(const TrackedDevice &device)
{
    const int unanswered = device.s.contact.unanswered();
    if (unanswered > 1 && device.s.contact.heardAt())
        return {NoteCode::BeatsUnanswered, QString::number(unanswered), {}};
    qsizetype last = device.truth.size() - 1;
    if (last > 0 && device.truth.at(last).status == 0)
        --last; // it waits for its answer
    const int status = last < 0 ? 0 : device.truth.at(last).status;
    if (status >= 300 && status != 401 && status != 407)
        return {NoteCode::BeatsRefused, QString::number(status), {}};
    return {};
}

QString seconds(Duration duration)
{
    return QString::number(std::chrono::floor<std::chrono::seconds>(duration).count());
}

} // namespace

Note DeviceJudge::reasonFor(const TrackedDevice &device, TimePoint now) const
{
    const DeviceFacts &facts = device.s.facts;
    const DeviceState state = device.s.verdict.state;
    const auto unreached = device.unreached.empty() ? std::nullopt : delivery::reasonOf(device);
    if (m_deafSince && !m_isOver && (state == DeviceState::Online || state == DeviceState::Late))
        return {NoteCode::NotListening, {}, {}};
    switch (state) {
    case DeviceState::Online:
        if (device.implied)
            return device.sharedBy > 0 ? Note{NoteCode::BeatsForOthers, QString::number(device.sharedBy), {}}
                                       : Note{NoteCode::HeartbeatOnly, {}, {}};
        if (!facts.lastBeat && device.challenges.learnt)
            return {NoteCode::ChallengeLearnt, QString::number(static_cast<int>(device.challenges.form)), {}};
        if (const Note why = beatsWithoutAnswer(device); why.code != NoteCode::None)
            return why;
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
        if (facts.phase == DeviceFacts::Phase::Registering)
            return {
                NoteCode::NoneAnswered, QString::number(device.s.contact.unanswered()), QStringLiteral("registers")};
        return {device.s.contact.unanswered() > 0 ? NoteCode::BeatWaits : NoteCode::HeardOnly, {}, {}};
    case DeviceState::NotAnswered:
        if (unreached)
            return *unreached;
        return device.s.contact.unanswered() > 1
            ? Note{NoteCode::NoneAnswered, QString::number(device.s.contact.unanswered()), {}}
            : Note{NoteCode::BeatRepeated, {}, {}};
    case DeviceState::Registering:
        if (const NoteCode code = device.failure.code; unreached
            && (code == NoteCode::RegisterSeen || code == NoteCode::Challenged || code == NoteCode::CredentialsSent))
            return *unreached;
        break;
    case DeviceState::AuthFailed: break;
    case DeviceState::Unregistered: return device.failure.code == NoteCode::None ? device.s.problem : device.failure;
    }
    return device.failure;
}

} // namespace gb
