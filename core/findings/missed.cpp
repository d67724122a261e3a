#include "core/findings/findings.h"

#include "core/findings/rules/rules.h"
#include "core/message/deviceid.h"

#include <algorithm>

/// The part of Findings about what does not come, and when that is known.
namespace gb {
namespace {

constexpr std::size_t maxTimers = 50'000;

} // namespace

/// Whoever repeats what is not answered, and did not repeat this, had the answer.
void Findings::missingOnce(const Awaited &awaited)
{
    const Dossier *const known = m_dossiers.value(awaited.device).get();
    m_quality.missing(known && known->repeats && known->isOwn(awaited.number));
    tellIncomplete(awaited.deadline, awaited.number);
}

void Findings::missing(const Awaited &awaited)
{
    if (awaited.state != Awaited::State::Missing || awaited.what == Awaited::What::Ack)
        return;
    if (awaited.unrepeated && isCapture())
        missingOnce(awaited);
    const auto call = m_channelCalls.find(awaited.number);
    const QString id = call == m_channelCalls.end() ? awaited.device : call->second;
    const auto place = m_dossiers.constFind(id);
    if (place == m_dossiers.constEnd())
        return;
    Dossier &dossier = **place;
    if (dossier.isRefused(awaited.number))
        return; // why it was not answered is known
    Verdicts out(m_log, dossier, id, awaited.deadline);
    for (std::size_t i = 0; i < dossier.attempts.size(); ++i) {
        const Dossier::Attempt &attempt = dossier.attempts[i];
        if (attempt.number == awaited.number && attempt.copies >= 4)
            out.raise(FindingCode::RegisterUnanswered, {QString::number(attempt.copies), {}, {}}, {attempt.number});
    }
    // Who has an answer does not repeat: where nothing was repeated over UDP the answers went past whoever captured
    const bool meant = m_site.live || dossier.beatOverTcp || (dossier.repeated & 1U) != 0;
    if (awaited.number == dossier.beat && meant)
        out.raise(FindingCode::BeatUnanswered, {}, {awaited.number});
    if (awaited.number == dossier.upperBeat && (m_site.live || dossier.upperBeatRepeated))
        out.raise(FindingCode::UpperBeatUnanswered, {dossier.upperBeatFrom.text(), {}, {}}, {awaited.number});
    if (awaited.number == dossier.request)
        out.raise(
            FindingCode::OtherViaAddress, {dossier.requestVia, dossier.registeredAt.toString(), {}}, {awaited.number});
    requestMissing(awaited, dossier, out);
}

/// D35, and its class.
void Findings::flapping(const QString &id, Dossier &dossier, Verdicts &out)
{
    const TimePoint now = out.now();
    std::size_t recent = 0;
    while (recent < dossier.changes.size() && now - dossier.changes[recent] <= flapWindow)
        ++recent;
    constexpr FindingCode classes[] = {FindingCode::FlapsTwoDevices, FindingCode::FlapsReboot,
        FindingCode::FlapsAddress, FindingCode::FlapsLate, FindingCode::Flaps};
    if (recent < 3)
        return out.end({classes[0], classes[1], classes[2], classes[3], classes[4]});
    const auto lately = [&](TimePoint at) { return at != TimePoint() && now - at <= flapWindow; };
    const Duration allowance = policyOf(id).allowance();
    const FindingCode code = out.isOpen(FindingCode::SharedId)                      ? FindingCode::FlapsTwoDevices
        : lately(dossier.rebootedAt)                                                ? FindingCode::FlapsReboot
        : lately(dossier.movedAt)                                                   ? FindingCode::FlapsAddress
        : dossier.longestGap > allowance && dossier.longestGap <= allowance * 3 / 2 ? FindingCode::FlapsLate
                                                                                    : FindingCode::Flaps;
    const bool isTold = out.isOpen(FindingCode::RefreshedTooLate) || out.isOpen(FindingCode::BeatsWhileLapsed);
    if (code == FindingCode::Flaps && dossier.longestGap <= allowance && isTold)
        return out.end({classes[0], classes[1], classes[2], classes[3], classes[4]}); // no heartbeat was late
    for (const FindingCode one : classes) {
        if (one != code)
            out.end(one);
    }
    const QString gap = secondsText(dossier.longestGap);
    out.raise(code,
        {QString::number(recent), gap, QString::number(std::chrono::floor<std::chrono::seconds>(allowance).count())},
        {dossier.beat});
}

void Findings::expect(const QStringList &ids, TimePoint now)
{
    for (auto it = m_timers.begin(); it != m_timers.end();)
        it = it->second.what == Wake::Expected ? m_timers.erase(it) : std::next(it);
    const QSet<QString> wanted(ids.begin(), ids.end());
    for (auto it = m_dossiers.constBegin(); it != m_dossiers.constEnd(); ++it) {
        if (!wanted.contains(it.key()))
            Verdicts(m_log, **it, it.key(), now).end(FindingCode::ExpectedSilent);
    }
    for (const QString &id : ids) {
        const auto known = m_dossiers.constFind(id);
        if (known == m_dossiers.constEnd()
            || ((*known)->sources[0].number == 0
                && !(*known)->open.test(static_cast<std::size_t>(FindingCode::ExpectedSilent))))
            arm(now + 3 * m_site.policy.interval, {Wake::Expected, id, 0});
    }
}

void Findings::cannotListen(bool taken, const QString &where, const QString &owner, TimePoint at)
{
    m_log.raise(taken ? FindingCode::PortTaken : FindingCode::AddressNotHere, {}, {where, owner, {}}, at, {});
}

void Findings::listens(const QString &where, TimePoint at)
{
    hearsAgain(at);
    m_log.end(FindingCode::PortTaken, {}, at, where);
    m_log.end(FindingCode::AddressNotHere, {}, at, where);
}

void Findings::hearsAgain(TimePoint at)
{
    if (std::exchange(m_isDeaf, false))
        m_site.heardSince = at;
}

void Findings::silentConnection(const QString &from, TimePoint at)
{
    m_log.raise(FindingCode::SilentConnection, {}, {from, {}, {}}, at, {});
}

void Findings::arm(TimePoint at, Timer timer)
{
    if (m_timers.size() < maxTimers)
        m_timers.emplace(at, std::move(timer));
}

void Findings::advance(TimePoint now)
{
    while (!m_timers.empty() && m_timers.begin()->first <= now) {
        const auto [at, timer] = *m_timers.begin();
        m_timers.erase(m_timers.begin());
        wake(timer, at);
    }
}

std::optional<TimePoint> Findings::nextDeadline() const
{
    return m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first);
}

void Findings::wake(const Timer &timer, TimePoint at)
{
    if (timer.what == Wake::PowerReturned) {
        if (at - m_restarts[0] >= std::chrono::minutes(1))
            m_log.end(FindingCode::PowerReturned, {}, at);
        return;
    }
    Dossier *const known = timer.what == Wake::Expected ? dossier(timer.device) : m_dossiers.value(timer.device).get();
    if (!known)
        return;
    Verdicts out(m_log, *known, timer.device, at);
    switch (timer.what) {
    case Wake::CatalogAnswer:
        if (known->catalog && known->catalog->number == timer.number && known->catalog->sum < 0
            && !known->catalog->isCut)
            out.raise(FindingCode::CatalogNoResponse, {}, {timer.number, known->catalog->answer});
        break;
    case Wake::CatalogParts:
        if (known->catalog && known->catalog->last == timer.number)
            judgeCatalog(*known, out);
        break;
    case Wake::CatalogAsked:
        if (!known->catalogAsked && known->online.value_or(false))
            out.raise(FindingCode::CatalogNotAsked,
                {QString::number(std::chrono::floor<std::chrono::seconds>(askPatience).count()), {}, {}},
                {timer.number});
        break;
    case Wake::Flapping: flapping(timer.device, *known, out); break;
    case Wake::Expected:
        if (const Duration wait = 3 * m_site.policy.interval; m_isDeaf)
            arm(at + wait, timer);
        else if (at < m_site.heardSince + wait && known->sources[0].number == 0)
            arm(m_site.heardSince + wait, timer);
        else if (!m_link.isEmpty() && m_link.within({}, at - 3 * m_site.policy.interval, at)) // it could not have been
                                                                                              // heard
            arm(at + 3 * m_site.policy.interval, timer);
        else if (known->sources[0].number == 0)
            out.raise(FindingCode::ExpectedSilent, {QString::number(3 * m_site.policy.interval.count()), {}, {}}, {});
        break;
    case Wake::LostServer:
        rules::lostServer(contactOf(*known), policyOf(timer.device), out);
        watchForRegister(timer.device, contactOf(*known), at);
        break;
    case Wake::Left: stayedAway(*known, timer.number, out); break;
    case Wake::PowerReturned: break;
    }
}

} // namespace gb
