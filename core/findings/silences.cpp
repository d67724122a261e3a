#include "core/findings/statewatch.h"

#include "core/devices/devicestore.h"
#include "core/findings/manners.h"
#include "core/findings/weighing.h"

/// The part of StateWatch about a device that beat and went silent, and what its return shows: G70 to G73.
namespace gb {
namespace {

constexpr qsizetype fewestTogether = 3; ///< and half of those that were online
constexpr qsizetype fewestAtOnce = 5;   ///< within one interval, and a tenth of them

QString whole(Duration duration)
{
    return QString::number(std::chrono::round<std::chrono::seconds>(duration).count());
}

/// How many heartbeats the device sent that did not come, by its own count; empty where it does not count one by one.
std::optional<qint64> sentMeanwhile(const HeartbeatTruth &truth, const HeartbeatPolicy &policy)
{
    const qsizetype last = truth.size() - 1;
    if (last < 2)
        return std::nullopt;
    const Beat &back = truth.at(last), &before = truth.at(last - 1), &earlier = truth.at(last - 2);
    const bool counted = back.has(Beat::HasSn) && before.has(Beat::HasSn) && earlier.has(Beat::HasSn);
    if (!counted || before.sn != earlier.sn + 1 || truth.gapOf(last - 1, policy).missed != 0
        || back.sn <= before.sn + 1)
        return std::nullopt;
    return qint64(back.sn) - before.sn - 1;
}

} // namespace

void StateWatch::wentSilent(const QString &id, Dossier &dossier, Verdicts &out)
{
    const DeviceSnapshot *const device = m_base.deviceOf(dossier);
    if (dossier.hushed || dossier.cutOff || dossier.silentSince || !device || !device->lastBeat)
        return;
    const TimePoint since = device->lastSeen.value_or(*device->lastBeat);
    if (m_addresses.closedByUs(device->address.address, since))
        return; // which is told
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(since.time_since_epoch()).count();
    dossier.silentSince = since;
    noteSilence(dossier, since);
    out.raise(FindingCode::WentSilent,
        {QString::number(ms), whole(m_base.policyOf(id).allowance()), device->address.address.toString()},
        {dossier.beat});
    manners::tellSuccessor(dossier, out);
    tellOverdue(id, dossier, Awaited::State::Missing);
    // By another policy nothing happened in the network, nor where it goes on as another one
    dossier.silentWithOthers = !m_judgingAnew && !out.isOpen(FindingCode::IdChanged);
    if (dossier.silentWithOthers)
        silentTogether(since, std::max<Duration>(m_base.policyOf(id).interval, dossier.usualGap), out);
    weighing::weigh(FindingCode::WentSilent, m_base, dossier, out);
    weighNeighbours(dossier, since, out.now());
}

void StateWatch::wakeLapsed(const QString &id, Dossier &dossier, Verdicts &out)
{
    const DeviceSnapshot *const device = m_base.deviceOf(dossier);
    const bool isSilent = device && device->verdict.state == DeviceState::Lapsed && device->lastSeen
        && out.now() - *device->lastSeen >= m_base.policyOf(id).allowance();
    if (isSilent)
        wentSilent(id, dossier, out);
}

void StateWatch::noteSilence(Dossier &dossier, TimePoint since)
{
    const ServerContact &contact = m_base.contactOf(dossier);
    const bool isAnswered = dossier.acceptedAt && *dossier.acceptedAt >= dossier.beatAt;
    const Dossier::Attempt *const attempt = dossier.attempts.size() > 0 ? &dossier.attempts[0] : nullptr;
    dossier.silence = {.since = since,
        .from = dossier.speaksFrom,
        .callId = attempt ? attempt->callId : 0,
        .cseq = attempt ? attempt->cseq : 0,
        .sn = dossier.sn,
        .isKnown = true,
        .lapsesAt = dossier.expires.count() > 0 ? dossier.confirmedAt + dossier.expires : TimePoint(),
        .unanswered = contact.heardAt() ? contact.unanswered() : 0,
        .refused = dossier.refusedInARow,
        .answered = isAnswered,
        .moved = dossier.movedAt != TimePoint(),
        .restarted = dossier.reboots.size() > 0};
}

/// What happened to it speaks for or against what was said of those beside it.
void StateWatch::weighNeighbours(const Dossier &dossier, TimePoint since, TimePoint now)
{
    constexpr int most = 64;
    const Duration spread = 2 * m_base.policyOf(dossier.id).interval;
    int weighed = 0;
    for (Dossier *const other : m_base.neighbours.of(dossier)) {
        if (other == &dossier || !other->silentSince || std::chrono::abs(*other->silentSince - since) > spread)
            continue;
        Verdicts out(m_base.log, *other, other->id, now);
        weighing::weigh(FindingCode::WentSilent, m_base, *other, out);
        if (++weighed == most)
            return;
    }
}

/// The flow shows what the findings say: a heartbeat that is due, and a silence.
void StateWatch::tellOverdue(const QString &id, Dossier &dossier, Awaited::State state)
{
    const bool waits = state == Awaited::State::Pending;
    if (dossier.beat == 0 || dossier.beatAt == TimePoint() || (waits && (dossier.hushed || dossier.cutOff))
        || (state == Awaited::State::Came && !dossier.overdue))
        return;
    dossier.overdue = waits;
    const HeartbeatPolicy &policy = m_base.policyOf(id);
    m_overdue.append({.number = dossier.beat,
        .what = Awaited::What::Heartbeat,
        .state = state,
        .timer = SipTimer::None,
        .since = dossier.beatAt,
        .deadline = dossier.beatAt + policy.allowance(),
        .behind = m_base.number,
        .intervals = policy.timeoutCount,
        .device = id});
}

/// At once: the last one was heard before the first one's next heartbeat was due. Those that end one by one, as when
/// somebody switches them off, are no outage of something that they have in common.
void StateWatch::silentTogether(TimePoint since, Duration interval, Verdicts &out)
{
    const TimePoint due = since + interval * 9 / 8;
    const bool joins = m_together.silent > 0 && since <= m_together.due && m_together.last <= due;
    if (!joins)
        m_together = {.first = since, .last = since, .due = due};
    m_together.first = std::min(m_together.first, since);
    m_together.last = std::max(m_together.last, since);
    m_together.due = std::min(m_together.due, due);
    m_together.most = std::max(m_together.most, ++m_together.silent);
    const qsizetype before = m_online + m_together.silent;
    const bool isHalf = m_together.silent >= fewestTogether && m_together.silent * 2 >= before;
    const bool isAtOnce = m_together.silent >= fewestAtOnce && m_together.silent * 10 >= before
        && m_together.last - m_together.first <= interval;
    if (!isHalf && !isAtOnce)
        return;
    m_together.told = true;
    out.raiseForSite(FindingCode::ManySilent,
        {{}, QString::number(m_together.silent), whole(m_together.last - m_together.first)}, {});
}

void StateWatch::cameBack(const QString &id, Dossier &dossier, Verdicts &out)
{
    if (!dossier.silentSince)
        return;
    const TimePoint since = *std::exchange(dossier.silentSince, std::nullopt);
    dossier.silence.isBack = true;
    dossier.silence.backAt = out.now();
    const bool isHole = m_base.isInHole(since + m_base.policyOf(id).allowance());
    if (isHole)
        out.withdraw({FindingCode::WentSilent});
    else
        out.end(FindingCode::WentSilent);
    const Duration spread = 2 * m_base.policyOf(id).interval;
    if (std::exchange(dossier.silentWithOthers, false) && m_together.silent > 0 && since >= m_together.first - spread
        && since <= m_together.last + spread) {
        --m_together.silent;
        if (m_together.told && m_together.silent * 2 <= m_together.most && isHole)
            m_base.log.withdraw(FindingCode::ManySilent, {}, out.now());
        else if (m_together.told && m_together.silent * 2 <= m_together.most)
            m_base.log.end(FindingCode::ManySilent, {}, out.now());
    }
    if (isHole)
        return; // what it did meanwhile is not known
    const HeartbeatTruth *const truth = m_base.devices.truth(id);
    if (dossier.hushed || dossier.cutOff || !truth || truth->size() == 0)
        return;
    if (dossier.restartedAt > since || truth->at(truth->size() - 1).has(Beat::Rebooted)) {
        out.raise(FindingCode::RestartedInSilence, {whole(out.now() - since), {}, {}},
            {dossier.attempts.size() > 0 ? dossier.attempts[0].number : 0});
        return;
    }
    const auto lost = sentMeanwhile(*truth, m_base.policyOf(id));
    if (!lost || truth->at(truth->size() - 1).at < since)
        return;
    const Beat &back = truth->at(truth->size() - 1), &before = truth->at(truth->size() - 2);
    const Duration interval = m_base.policyOf(id).interval;
    const auto quiet = m_base.quietAround(before.at + interval, back.at - interval);
    if (quiet && m_base.isCapture()) // nobody else was heard either
        return m_base.tellGap(quiet->first, quiet->second, out.now(), back.number);
    out.raise(FindingCode::BeatsLostOnWay,
        {QString::number(*lost), QString::number(before.sn), QString::number(back.sn)}, {before.number, back.number});
}

} // namespace gb
