#include "core/findings/statewatch.h"

#include "core/findings/findings.h"
#include "core/message/deviceid.h"

namespace gb {
namespace {

/// Some firmwares send no heartbeats under the ID of a platform.
FindingLog::Words neverBeaten(const QString &id, const HeartbeatPolicy &policy)
{
    const std::string octets = id.toStdString();
    return {QString::number(std::chrono::floor<std::chrono::seconds>(policy.allowance()).count()),
        typeOf(octets) == IdType::Platform ? id.mid(10, 3) : QString(), {}};
}

} // namespace

void StateWatch::changed(const QString &device, DeviceState state, const Note &reason, TimePoint at)
{
    Dossier *const known = m_base.dossiers.of(device);
    if (!known)
        return;
    Verdicts out(m_base.log, *known, device, at);
    if (state == DeviceState::Offline && reason.code == NoteCode::NeverBeaten)
        out.raise(FindingCode::NeverBeaten, neverBeaten(device, m_base.policyOf(device)),
            {known->attempts.size() > 0 ? known->attempts[0].answer : 0});
    const bool gone = state == DeviceState::Offline || state == DeviceState::Lapsed;
    tellOverdue(device, *known, state == DeviceState::Late ? Awaited::State::Pending : Awaited::State::Came);
    if (!gone)
        cameBack(device, *known, out);
    if (!gone && state != DeviceState::Online)
        return;
    m_online += (gone ? 0 : 1) - (known->online.value_or(false) ? 1 : 0);
    if (state == DeviceState::Offline && reason.code == NoteCode::HeartbeatsStopped)
        wentSilent(device, *known, out);
    else if (state == DeviceState::Lapsed && known->beatAt != TimePoint())
        m_base.timers.arm(known->beatAt + m_base.policyOf(device).allowance(), {Wake::Lapsed, device, known->beat});
    if (known->hushed || known->cutOff) {
        known->online = !gone; // no change that would count
        return;
    }
    known->noteState(!gone, at);
    flapping(device, *known, out);
    if (known->changes.size() >= 3)
        m_base.timers.arm(at + Findings::flapWindow, {Wake::Flapping, device, 0});
}

/// D35, and its class.
void StateWatch::flapping(const QString &id, Dossier &dossier, Verdicts &out)
{
    const TimePoint now = out.now();
    std::size_t recent = 0;
    while (recent < dossier.changes.size() && now - dossier.changes[recent] <= Findings::flapWindow)
        ++recent;
    constexpr FindingCode classes[] = {FindingCode::FlapsTwoDevices, FindingCode::FlapsReboot,
        FindingCode::FlapsAddress, FindingCode::FlapsLate, FindingCode::Flaps};
    if (recent < 3)
        return out.end({classes[0], classes[1], classes[2], classes[3], classes[4]});
    const auto lately = [&](TimePoint at) { return at != TimePoint() && now - at <= Findings::flapWindow; };
    const Duration allowance = m_base.policyOf(id).allowance();
    if (dossier.beatAt != TimePoint()) // the heartbeat that ends it is not noted yet
        dossier.longestGap = std::max(dossier.longestGap, now - dossier.beatAt);
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

void StateWatch::setPolicy(const HeartbeatPolicy &policy)
{
    m_base.site.policy = policy;
    for (const auto &one : m_base.dossiers.all())
        one->changes.clear(); // by another measure
}

void StateWatch::setOverrides(const HeartbeatOverrides &overrides)
{
    m_base.overrides = overrides;
    for (const auto &one : m_base.dossiers.all())
        one->changes.clear();
}

void StateWatch::tellAllowances(TimePoint at)
{
    const auto &all = m_base.dossiers.all();
    for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
        if ((*it)->overdue)
            tellOverdue(it.key(), **it, Awaited::State::Pending); // by another policy
        Verdicts out(m_base.log, **it, it.key(), at);
        if (!out.isOpen(FindingCode::NeverBeaten))
            continue;
        if ((*it)->online.value_or(false))
            out.end(FindingCode::NeverBeaten); // not yet, by this measure
        else
            out.turn(
                FindingCode::NeverBeaten, FindingCode::NeverBeaten, neverBeaten(it.key(), m_base.policyOf(it.key())));
    }
}

} // namespace gb
