#include "core/findings/findings.h"
#include "core/message/deviceid.h"

/// The part of Findings that follows states and the allowances that they are judged by.
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

void Findings::stateChanged(const QString &device, DeviceState state, const Note &reason, TimePoint at)
{
    Dossier *const known = dossier(device);
    if (!known)
        return;
    Verdicts out(m_log, *known, device, at);
    if (state == DeviceState::Offline && reason.code == NoteCode::NeverBeaten)
        out.raise(FindingCode::NeverBeaten, neverBeaten(device, policyOf(device)),
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
    if (known->hushed || known->cutOff) {
        known->online = !gone; // no change that would count
        return;
    }
    known->noteState(!gone, at);
    flapping(device, *known, out);
    if (known->changes.size() >= 3)
        arm(at + flapWindow, {Wake::Flapping, device, 0});
}

void Findings::setPolicy(const HeartbeatPolicy &policy)
{
    m_site.policy = policy;
    for (const auto &one : std::as_const(m_dossiers))
        one->changes.clear(); // by another measure
}

void Findings::tellAllowances(TimePoint at)
{
    for (auto it = m_dossiers.constBegin(); it != m_dossiers.constEnd(); ++it) {
        if ((*it)->overdue)
            tellOverdue(it.key(), **it, Awaited::State::Pending); // by another policy
        Verdicts out(m_log, **it, it.key(), at);
        if (!out.isOpen(FindingCode::NeverBeaten))
            continue;
        if ((*it)->online.value_or(false))
            out.end(FindingCode::NeverBeaten); // not yet, by this measure
        else
            out.turn(FindingCode::NeverBeaten, FindingCode::NeverBeaten, neverBeaten(it.key(), policyOf(it.key())));
    }
}

void Findings::setOverrides(const HeartbeatOverrides &overrides)
{
    m_overrides = overrides;
    for (const auto &one : std::as_const(m_dossiers))
        one->changes.clear();
}

const HeartbeatPolicy &Findings::policyOf(const QString &id) const
{
    const auto own = m_overrides.constFind(id);
    return own == m_overrides.constEnd() ? m_site.policy : *own;
}

} // namespace gb
