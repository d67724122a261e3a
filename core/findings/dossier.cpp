#include "core/findings/dossier.h"

#include "core/devices/registrationreason.h"
#include "core/flow/trace.h"
#include "core/message/deviceid.h"
#include "core/message/digest.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::chrono::seconds minute{60};
constexpr std::chrono::seconds defaultExpires{3600}; // RFC 3261 §10.2

quint64 fileOf(const Trace &trace)
{
    return quint64(1) << (trace.datagram.file % 64U);
}

} // namespace

quint64 Dossier::hashOf(std::string_view text)
{
    return KeyHasher().add(text).key().a;
}

Dossier::Invite *Dossier::invite(quint64 number) const
{
    for (std::size_t i = 0; invites && i < invites->size(); ++i) {
        if ((*invites)[i].number == number)
            return &(*invites)[i];
    }
    return nullptr;
}

Dossier::Invite *Dossier::inviteOf(const SipHead &head) const
{
    const quint64 callId = hashOf(head.callId);
    for (std::size_t i = 0; invites && i < invites->size(); ++i) {
        if ((*invites)[i].callId == callId && (*invites)[i].cseq == head.cseq)
            return &(*invites)[i];
    }
    return nullptr;
}

void Dossier::noteRegister(const Trace &trace, SharedTexts &texts)
{
    const SipHead &head = trace.head;
    const TimePoint at = trace.datagram.at;
    const Attempt *before = attempts.size() > 0 ? &attempts[0] : nullptr;
    const bool authorized = !head.authorization.empty();
    const bool goesOn = authorized && before && before->challenged();
    const quint64 callId = hashOf(head.callId);
    if (!goesOn) {
        late.reset();
        const bool registered = expires.count() > 0;
        const bool again = registered && at - confirmedAt < minute && beatAt < confirmedAt && expires > 2 * minute;
        fruitless = again ? fruitless + 1 : 0;
        // It was there: it beat, or goes on with the Call-ID that it had
        const bool there = beatAt > at - std::max<Duration>(expires, 2 * minute)
            || (before && before->callId == callId && head.cseq > before->cseq);
        if (registered && at > confirmedAt + expires && there)
            late = std::chrono::floor<std::chrono::seconds>(at - confirmedAt - expires);
        // By RFC 3261 10.2.4 CSeq rises as long as it runs
        const bool isAnew = before
            && (before->callId != callId || (head.cseq < before->cseq && at - before->at > minute / 6));
        if (registered && isAnew)
            restartedAt = at, runsOn = 0;
        cycles.add(at);
    }
    if (before && before->from.address != trace.datagram.from.address)
        isOneSeries = isNextInSeries(callId, head.cseq);
    const bool unheard = before && !authorized && !before->authorized && before->challenged()
        && before->copiesSince == 0;
    ignoredChallenges = authorized ? 0 : unheard ? ignoredChallenges + 1 : 0;
    if (!head.userAgent.empty())
        userAgent = texts.shared(printable(head.userAgent, 64));
    registeredAt = trace.datagram.to.address;
    if (authorized) {
        const DigestCredentials told = parseCredentials(head.authorization);
        proof.user = texts.shared(printable(told.username, 64));
        proof.realm = texts.shared(printable(told.realm, 64));
        const bool hasQop = !told.qop.empty() && !told.cnonce.empty() && !told.nc.empty();
        proof.isInForm = (challengeHasQop ? hasQop : !algorithm.isEmpty())
            && (algorithm.isEmpty() || algorithm.compare(printable(told.algorithm, 20), Qt::CaseInsensitive) == 0);
    }
    attempts.add({.number = trace.number,
        .at = at,
        .callId = callId,
        .from = trace.datagram.from,
        .to = trace.datagram.to.address,
        .expires = head.contactExpires ? head.contactExpires : head.expires,
        .cseq = head.cseq,
        .authorized = authorized,
        .files = fileOf(trace)});
}

static Dossier::Attempt *attemptOf(LastOf<Dossier::Attempt, 4> &attempts, quint64 number)
{
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        if (attempts[i].number == number || (number != 0 && attempts[i].hop == number))
            return &attempts[i];
    }
    return nullptr;
}

bool Dossier::isServer(const IpAddress &address) const
{
    for (std::size_t i = 0; i < servers.size(); ++i) {
        if (servers[i] == address)
            return true;
    }
    return false;
}

void Dossier::noteServer(const IpAddress &address)
{
    if (servers.size() > 0 && servers[0] == address)
        return;
    const LastOf<IpAddress, 4> before = servers;
    servers.clear();
    for (std::size_t i = before.size(); i-- > 0;) {
        if (before[i] != address)
            servers.add(before[i]);
    }
    servers.add(address);
}

void Dossier::noteBeatCopy(const Trace &trace)
{
    if (trace.copy.kind == RepeatKind::ProxyCopy && trace.repeatOf == beat)
        beatHop = trace.number;
    if (trace.copy.kind != RepeatKind::Retransmission)
        return;
    repeatsBeat = true;
    if (trace.repeatOf != beat)
        return;
    repeated |= 1;
    beatCopyAt = trace.datagram.at;
    beatCopies = static_cast<quint16>(trace.copy.copy);
}

void Dossier::noteAnswerer(const Trace &trace)
{
    const bool ofBeat = trace.answers == beat;
    IpAddress asked = ofBeat ? beatTo : IpAddress();
    for (std::size_t i = 0; !ofBeat && i < attempts.size(); ++i) {
        if (attempts[i].number == trace.answers)
            asked = attempts[i].to;
    }
    if (trace.answers == 0 || asked.isNull())
        return;
    if (trace.datagram.from.address != asked && trace.repeatOf == 0)
        elsewhere = {trace.answers, asked, trace.datagram.from};
    else if (trace.datagram.from.address == asked && elsewhere.request == trace.answers)
        elsewhere = {}; // a capture may see it at two places
}

void Dossier::noteUnseenChallenge()
{
    if (attempts.size() < 2 || !attempts[0].authorized || attempts[1].authorized || attempts[1].status != 0
        || attempts[0].callId != attempts[1].callId)
        return;
    unseenChallenge = attempts[1].number;
    unseenSince = attempts[0].at;
}

bool Dossier::missesChallenge(TimePoint now)
{
    constexpr Duration patience = std::chrono::seconds(10); // a capture may be out of order
    if (unseenChallenge == 0 || now - unseenSince < patience)
        return false;
    unseenChallenge = 0;
    return true;
}

bool Dossier::isOwn(quint64 number) const
{
    bool isAttempt = false;
    for (std::size_t i = 0; i < attempts.size(); ++i)
        isAttempt |= attempts[i].number == number;
    return isAttempt || beat == number;
}

Dossier::Requests::One *Dossier::requestOf(quint64 number) const
{
    for (std::size_t i = 0; requests && i < requests->last.size(); ++i) {
        if (requests->last[i].number == number)
            return &requests->last[i];
    }
    return nullptr;
}

bool Dossier::repeats(quint64 number) const
{
    return number == beat ? repeatsBeat : isOwn(number) && repeatsRegister;
}

Dossier::Attempt *Dossier::noteRegisterCopy(const Trace &trace)
{
    Attempt *const attempt = attemptOf(attempts, trace.repeatOf);
    if (attempt)
        (attempt->status == 0 ? attempt->files : attempt->filesSince) |= fileOf(trace);
    if (attempt && trace.copy.kind == RepeatKind::ProxyCopy)
        attempt->hop = trace.number;
    if (attempt && trace.copy.kind == RepeatKind::Retransmission) {
        ++attempt->copies;
        repeatsRegister = true;
        attempt->copiesSince += attempt->status != 0 ? 1 : 0;
    }
    return attempt;
}

void Dossier::noteAnswerCopy(const Trace &trace)
{
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        if (attempts[i].answer == trace.repeatOf)
            attempts[i].answerFiles |= fileOf(trace);
    }
}

Dossier::Attempt *Dossier::noteRegisterAnswer(const Trace &trace, SharedTexts &texts)
{
    Attempt *const attempt = attemptOf(attempts, trace.answers);
    if (!attempt || trace.head.status < 200)
        return nullptr;
    attempt->status = static_cast<quint16>(trace.head.status);
    if (attempt->number == unseenChallenge)
        unseenChallenge = 0;
    attempt->answer = trace.number;
    attempt->answeredAt = trace.datagram.at;
    attempt->contactless = trace.head.contact.text.empty();
    attempt->answerFiles = fileOf(trace);
    if (attempt->challenged()) {
        challengeHasQop = !challengeParameter(trace.head, "qop").empty();
        const std::string_view named = challengeParameter(trace.head, "algorithm");
        challengeHasAlgorithm = !named.empty();
        algorithm = named.empty() || equalsNoCase(named, "MD5") ? QString() : printable(named, 20);
        realm = texts.shared(printable(challengeParameter(trace.head, "realm"), 64));
        proof.challenge = !algorithm.isEmpty() ? texts.shared(algorithm)
            : challengeHasQop                  ? QStringLiteral("qop")
            : challengeHasAlgorithm            ? QString()
                                               : QStringLiteral("no algorithm");
    }
    if (!attempt->accepted())
        return attempt;
    if (attempt->authorized)
        proof.takenAt = trace.datagram.at;
    const auto told = grantedExpires(trace.head);
    const auto granted = told ? told : attempt->expires;
    const bool leaves = attempt->expires == 0U || granted == 0U;
    if (attempt->expires == 0U && expires.count() > 0)
        leave = {.number = attempt->number,
            .at = trace.datagram.at,
            .away = true,
            .times = leave.times,
            .logins = leave.logins,
            .last = leave.last,
            .all = leave.all};
    if (!leaves && accepted.callId != attempt->callId)
        accepted = {attempt->number, attempt->callId, attempt->at, attempt->cseq, 0, attempt->authorized};
    else if (!leaves)
        ++accepted.refreshes;
    expires = attempt->expires == 0U ? std::chrono::seconds(0)
        : granted                    ? std::chrono::seconds(*granted)
                                     : defaultExpires;
    if (restartedAt > confirmedAt) // a refresh is no new start
        gaps.clear();
    confirmedAt = trace.datagram.at;
    home = attempt->from.address;
    if (!leaves)
        noteServer(attempt->to);
    return attempt;
}

bool Dossier::isStranger(const Trace &trace) const
{
    return online.value_or(false) && expires.count() > 0 && !home.isNull() && trace.datagram.from.address != home
        && !continues(trace);
}

void Dossier::noteStranger(const Trace &trace)
{
    const SipHead &head = trace.head;
    if (trace.isKeepalive())
        runsOn = -1;
    strange.add({.number = trace.number,
        .at = trace.datagram.at,
        .callId = hashOf(head.callId),
        .from = trace.datagram.from,
        .to = trace.datagram.to.address,
        .expires = head.contactExpires ? head.contactExpires : head.expires,
        .cseq = head.cseq,
        .authorized = !head.authorization.empty()});
}

Dossier::Attempt *Dossier::strangerOf(const Trace &answer)
{
    for (std::size_t i = 0; i < strange.size(); ++i) {
        if (strange[i].number == answer.answers && answer.answers != 0)
            return &strange[i];
    }
    return nullptr;
}

void Dossier::adopt(const Attempt &attempt, const Trace &answer)
{
    if (attempts.size() > 0 && attempts[0].callId != attempt.callId)
        restartedAt = attempt.at;
    isOneSeries = isNextInSeries(attempt.callId, attempt.cseq);
    runsOn = 0;
    ignoredChallenges = 0;
    registeredAt = answer.datagram.from.address;
    cycles.add(attempt.at);
    attempts.add(attempt);
}

void Dossier::noteState(bool isOnline, TimePoint at)
{
    if (online && *online != isOnline) {
        if (changes.size() > 0 && at - changes[0] > std::chrono::minutes(10))
            longestGap = {};
        changes.add(at);
    }
    online = isOnline;
}

void Dossier::noteUpperBeat(const Trace &trace)
{
    if (trace.repeatOf == 0) {
        upperBeat = trace.number;
        upperBeatFrom = trace.datagram.from;
        upperBeatRepeated = false;
    } else if (trace.repeatOf == upperBeat && trace.copy.kind == RepeatKind::Retransmission) {
        upperBeatRepeated = true;
    }
}

void Dossier::loseThread()
{
    attempts.clear();
    strange.clear();
    cycles.clear();
    gaps.clear();
    beat = request = upperBeat = 0;
    beatAt = confirmedAt = restartedAt = {};
    expires = std::chrono::seconds(0);
    late.reset();
    sn.reset();
    invites.reset();
    repeated = unanswered = answered = 0;
    isReconnected = false;
    reconnects.clear();
    runsOn = 0;
    portTurns = 0;
    other = {};
    ignoredChallenges = fruitless = refusedInARow = 0;
}

} // namespace gb
