#include "core/findings/weighing.h"

#include <algorithm>

namespace gb::weighing {
namespace {

using Cause = CauseCode;
using What = EvidenceCode;

QString number(qint64 value)
{
    return QString::number(value);
}

/// How it stood when it went silent.
void aheadOfSilence(const FindingsBase &base, const Dossier &dossier, Scales &scales)
{
    const Dossier::Silence &silence = dossier.silence;
    const HeartbeatPolicy &policy = base.policyOf(dossier.id);
    if (const TimePoint ends = silence.lapsesAt; ends != TimePoint()) {
        if (std::chrono::abs(ends - silence.since) <= policy.allowance())
            scales.put({What::RegistrationEnded, millisecondsText(ends)}, {Cause::Lapsed}, {});
        else if (ends > silence.since)
            scales.put({What::RegistrationHeld, millisecondsText(ends)}, {}, {Cause::Lapsed});
    }
    if (silence.refused > 0)
        scales.put({What::LastBeatsRefused, number(silence.refused)}, {Cause::Lapsed}, {});
    else if (silence.unanswered > 0)
        scales.put({What::LastBeatsUnanswered, number(silence.unanswered)}, {Cause::WayLost},
            {Cause::PowerLost, Cause::Crashed});
    else if (silence.answered)
        scales.put({What::LastBeatAnswered}, {}, {Cause::Lapsed});
    if (silence.moved)
        scales.put({What::MovedBefore}, {Cause::AddressMoved}, {});
    if (silence.restarted)
        scales.put({What::RestartedBefore, number(static_cast<qint64>(dossier.reboots.size()))}, {Cause::Crashed}, {});
}

/// What others saw of it meanwhile.
void duringSilence(const FindingsBase &base, const Dossier &dossier, Scales &scales)
{
    const Dossier::Silence &silence = dossier.silence;
    const Duration interval = base.policyOf(dossier.id).interval;
    const Neighbours::Count near = base.neighbours.count(dossier, silence.from.address, silence.since, interval);
    if (near.silent > 0)
        scales.put({What::NeighboursSilent, number(near.silent), near.where}, {Cause::PowerLost, Cause::WayLost},
            {Cause::Crashed, Cause::Lapsed});
    if (near.heard > 0)
        scales.put({What::NeighboursHeard, number(near.heard), near.where}, {Cause::Crashed}, {Cause::WayLost});
    for (const Dossier::Unreached &one : dossier.unreached) {
        if (one.end.address != silence.from.address)
            continue;
        if (one.code == FindingCode::DevicePortClosed)
            scales.put(
                {What::PortClosed, one.reporter.toString()}, {Cause::Crashed}, {Cause::PowerLost, Cause::WayLost});
        else if (one.code == FindingCode::NotReachable)
            scales.put(
                {What::HostUnreachable, one.reporter.toString()}, {Cause::PowerLost, Cause::WayLost}, {Cause::Lapsed});
    }
    for (std::size_t i = 0; i < dossier.strange.size(); ++i) {
        if (dossier.strange[i].at > silence.since)
            return scales.put({What::SpeaksElsewhere, dossier.strange[i].from.text()}, {Cause::AddressMoved}, {});
    }
    if (const auto *const next = dossier.successor.get(); next && !silence.isBack && dossier.spokeAt < next->at)
        scales.put({What::AddressTaken, next->id}, {Cause::AddressMoved}, {});
    if (silence.isBack)
        return;
    if (dossier.spokeAt > silence.since + interval)
        scales.put({What::AnswersWithoutBeats}, {Cause::Crashed, Cause::Lapsed}, {Cause::PowerLost, Cause::WayLost});
    else if (dossier.requests && dossier.requests->ignored > 0)
        scales.put({What::RequestsUnanswered, number(dossier.requests->ignored)}, {Cause::PowerLost, Cause::WayLost},
            {Cause::Lapsed});
}

/// What its return shows.
void behindSilence(const Dossier &dossier, Scales &scales)
{
    const Dossier::Silence &silence = dossier.silence;
    if (silence.backAt == TimePoint())
        return;
    const Endpoint &now = dossier.speaksFrom;
    if (now.address != silence.from.address)
        scales.put({What::BackElsewhere, silence.from.text(), now.text()}, {Cause::AddressMoved}, {});
    else
        scales.put({What::BackFromThere, now.address.toString()}, {}, {Cause::AddressMoved});
    const Dossier::Attempt *const attempt = dossier.attempts.size() > 0 ? &dossier.attempts[0] : nullptr;
    if (attempt && attempt->at >= silence.backAt && silence.callId != 0) {
        if (attempt->callId != silence.callId)
            scales.put({What::NewCallId}, {Cause::Crashed, Cause::PowerLost}, {});
        else if (attempt->cseq > silence.cseq)
            scales.put({What::SameCallId, number(silence.cseq), number(attempt->cseq)}, {Cause::WayLost},
                {Cause::Crashed, Cause::PowerLost});
    }
    if (dossier.beatAt < silence.backAt || !silence.sn || !dossier.sn || dossier.snStep != 1)
        return;
    constexpr qint64 start = 16, far = 10'000;
    const qint64 before = *silence.sn, behind = *dossier.sn;
    if (behind == before + 1)
        scales.put({What::SnStoodStill, number(before), number(behind)}, {},
            {Cause::Crashed, Cause::PowerLost, Cause::WayLost});
    else if (behind > before && behind - before < far)
        scales.put(
            {What::SnAsIfSent, number(before), number(behind)}, {Cause::WayLost}, {Cause::Crashed, Cause::PowerLost});
    else if (behind < before && behind <= start)
        scales.put(
            {What::SnAtStart, number(before), number(behind)}, {Cause::Crashed, Cause::PowerLost}, {Cause::WayLost});
}

} // namespace

CompetingCause *Scales::causeOf(CauseCode code)
{
    const auto found = std::find_if(
        m_causes.begin(), m_causes.end(), [code](const CompetingCause &one) { return one.code == code; });
    return found == m_causes.end() ? nullptr : &*found;
}

void Scales::put(Evidence evidence, Codes speaksFor, Codes speaksAgainst)
{
    for (const CauseCode code : speaksFor) {
        if (CompetingCause *const cause = causeOf(code))
            cause->speaksFor.append(evidence);
    }
    for (const CauseCode code : speaksAgainst) {
        if (CompetingCause *const cause = causeOf(code))
            cause->speaksAgainst.append(evidence);
    }
}

QList<CompetingCause> Scales::take()
{
    std::stable_sort(m_causes.begin(), m_causes.end(), [](const CompetingCause &a, const CompetingCause &b) {
        return a.speaksFor.size() - a.speaksAgainst.size() > b.speaksFor.size() - b.speaksAgainst.size();
    });
    return std::move(m_causes);
}

QList<CompetingCause> ofSilence(const FindingsBase &base, const Dossier &dossier)
{
    Scales scales{Cause::PowerLost, Cause::WayLost, Cause::Crashed, Cause::Lapsed, Cause::AddressMoved};
    aheadOfSilence(base, dossier, scales);
    duringSilence(base, dossier, scales);
    behindSilence(dossier, scales);
    return scales.take();
}

QList<CompetingCause> ofUnanswered(const FindingsBase &base, const Dossier &dossier, FindingCode code)
{
    Scales scales = base.isCapture()
        ? Scales{Cause::ServerGone, Cause::WayToServer, Cause::NotKnownThere, Cause::NotCaptured}
        : Scales{Cause::WayToServer, Cause::NotKnownThere};
    const auto answered = base.contactOf(dossier).heardAt();
    const bool isRow = code == FindingCode::LostServerUnnoticed; // of all since its last answer
    const TimePoint since = isRow ? answered.value_or(TimePoint()) : dossier.unansweredSince;
    if (since == TimePoint())
        return scales.take(); // it is not known which
    if (const ServerFacts *const server = base.serverOf(dossier.beatTo)) {
        const QString name = dossier.beatTo.toString();
        if (server->answeredOther(dossier.id) > since)
            scales.put({What::OthersAnswered, name}, {Cause::NotKnownThere, Cause::WayToServer}, {Cause::ServerGone});
        else if (server->unanswered > 1)
            scales.put(
                {What::NobodyAnswered, name, number(server->unanswered)}, {Cause::ServerGone}, {Cause::NotKnownThere});
    }
    if (const auto *const asked = dossier.requests ? &dossier.requests->last : nullptr;
        asked && asked->size() > 0 && (*asked)[0].at > since)
        scales.put({What::ServerAsked, (*asked)[0].what}, {Cause::NotKnownThere}, {Cause::ServerGone});
    if (!isRow && answered && *answered > since)
        scales.put({What::AnsweredSince}, {Cause::WayToServer}, {Cause::ServerGone});
    if (code == FindingCode::BeatUnanswered && dossier.insisted > 1)
        scales.put({What::Insisted, number(dossier.insisted)}, {}, {Cause::NotCaptured});
    if (base.isDoubtful)
        scales.put({What::RecordHasHoles}, {Cause::NotCaptured}, {});
    return scales.take();
}

QList<CompetingCause> ofServer(const FindingsBase &base, const IpAddress &address)
{
    Scales scales{Cause::ServerGone, Cause::WayToServer, Cause::NotCaptured};
    const ServerFacts *const server = base.serverOf(address);
    if (!server)
        return scales.take();
    if (server->unanswered > 1)
        scales.put({What::NobodyAnswered, address.toString(), number(server->unanswered)}, {Cause::ServerGone}, {});
    if (server->askedAt > server->answeredAt)
        scales.put({What::ServerAsked, server->asked}, {Cause::WayToServer}, {Cause::ServerGone});
    if (base.isDoubtful)
        scales.put({What::RecordHasHoles}, {Cause::NotCaptured}, {});
    return scales.take();
}

const Dossier::Codes &contested()
{
    static const Dossier::Codes all = [] {
        Dossier::Codes codes;
        for (const FindingCode code : {FindingCode::WentSilent, FindingCode::BeatUnanswered,
                 FindingCode::LostServerUnnoticed, FindingCode::WrongPassword, FindingCode::NoPasswordFits,
                 FindingCode::ChallengeIgnored, FindingCode::CatalogUnanswered, FindingCode::InviteUnanswered,
                 FindingCode::RequestUnanswered, FindingCode::ReconnectsOften})
            codes.set(static_cast<std::size_t>(code));
        return codes;
    }();
    return all;
}

void weigh(const Dossier::Codes &codes, const FindingsBase &base, const Dossier &dossier, Verdicts &out)
{
    const auto has = [&](FindingCode code) { return codes.test(static_cast<std::size_t>(code)); };
    if (has(FindingCode::WentSilent) && dossier.silence.isKnown)
        out.weigh(FindingCode::WentSilent, ofSilence(base, dossier));
    for (const FindingCode code : {FindingCode::BeatUnanswered, FindingCode::LostServerUnnoticed}) {
        if (has(code))
            out.weigh(code, ofUnanswered(base, dossier, code));
    }
    for (const FindingCode code :
        {FindingCode::WrongPassword, FindingCode::NoPasswordFits, FindingCode::ChallengeIgnored}) {
        if (has(code))
            out.weigh(code, ofRegistration(base, dossier, code));
    }
    for (const FindingCode code :
        {FindingCode::CatalogUnanswered, FindingCode::InviteUnanswered, FindingCode::RequestUnanswered}) {
        if (has(code))
            out.weigh(code, ofRequest(dossier, code));
    }
    if (has(FindingCode::MediaNothingArrives))
        out.weigh(FindingCode::MediaNothingArrives, ofMedia(dossier));
    if (has(FindingCode::ReconnectsOften))
        out.weigh(FindingCode::ReconnectsOften, ofReconnects(dossier));
}

} // namespace gb::weighing
