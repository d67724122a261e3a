#include "core/devices/devicestore.h"
#include "core/findings/findings.h"

/// The part of Findings that knows whether a device hears of its server: D38, and what comes of a silence that is on
/// purpose.
namespace gb {

const ServerContact &Findings::contactOf(const Dossier &dossier) const
{
    static const ServerContact none;
    const DeviceSnapshot *const device = dossier.place ? m_devices.device(*dossier.place) : nullptr;
    return device && device->id == dossier.id ? device->contact : none; // another one may have its place by now
}

/// Ahead of the rules, which see the message that it is about.
void Findings::noteContact(const RuleInput &in, Dossier &dossier)
{
    const Trace &trace = in.trace;
    if (m_silence && m_silence->covers(in.id)) {
        dossier.hushed = true;
        dossier.hushedTo = trace.number;
    }
    if (trace.repeatOf != 0)
        return;
    if (trace.isKeepalive() && in.contact.lastUnanswered() == trace.number
        && in.contact.unanswered() == in.policy.timeoutCount)
        watchForRegister(in.id, in.contact, trace.datagram.at);
    const bool isHeard = trace.isResponse() && trace.head.status >= 200 && trace.head.status != 401
        && in.contact.heardAt() == trace.datagram.at;
    if (dossier.hushed && isHeard && trace.answers > dossier.hushedTo) {
        dossier.hushed = false;
        dossier.cycles.clear(); // nor has it been registering too often
    }
    if (dossier.cutOff)
        endCutOff(in, isHeard, dossier);
}

bool Findings::isCutOff(const Dossier &dossier, TimePoint at) const
{
    return !m_link.isEmpty() && m_link.within(dossier.registeredAt, at, at) != nullptr;
}

/// It had an answer again; or, where answers are not seen, time enough to beat.
void Findings::endCutOff(const RuleInput &in, bool isHeard, Dossier &dossier)
{
    const TimePoint at = in.trace.datagram.at;
    if (isCutOff(dossier, at)) {
        dossier.hushedTo = in.trace.number;
        return;
    }
    const bool answered = isHeard && in.trace.answers > dossier.hushedTo;
    if (!answered && m_link.within(dossier.registeredAt, at - in.policy.allowance(), at))
        return;
    dossier.cutOff = false;
    dossier.cycles.clear();
    dossier.repeated = 0; // it repeated what we could not hear
}

void Findings::linkChanged(const LinkChange &change)
{
    m_link.note(change);
    if (!change.up)
        m_log.raise(FindingCode::OwnLinkDown, {}, {change.name, {}, {}}, change.at, {});
    else
        m_log.end(FindingCode::OwnLinkDown, {}, change.at, change.name);
    for (const auto &one : std::as_const(m_dossiers)) {
        if (!isCutOff(*one, change.at))
            continue;
        one->cutOff = true;
        one->hushedTo = m_number;
    }
}

void Findings::clockJumped(const ClockJump &jump, bool ofPackets)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(jump.by).count();
    const QString sign = seconds > 0 ? QStringLiteral("+") : QString();
    m_log.raise(ofPackets ? FindingCode::TimeWentBack : FindingCode::ClockJumped, {},
        {{}, sign + QString::number(seconds), {}}, jump.at, {});
}

/// One timer for a row of heartbeats that are not answered; each later one is looked at, too.
void Findings::watchForRegister(const QString &id, const ServerContact &contact, TimePoint now)
{
    const HeartbeatPolicy &policy = policyOf(id);
    if (contact.unanswered() >= policy.timeoutCount && contact.judge(policy, now) == ServerContact::Judgement::Due
        && contact.latest(policy) > now)
        arm(contact.latest(policy), {Wake::LostServer, id, 0});
}

void Findings::setSilence(const std::optional<Silence> &silence)
{
    m_silence = silence;
    for (auto it = m_dossiers.constBegin(); silence && it != m_dossiers.constEnd(); ++it)
        (*it)->hushed = (*it)->hushed || silence->covers(it.key());
}

} // namespace gb
