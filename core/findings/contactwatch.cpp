#include "core/findings/contactwatch.h"

namespace gb {

void ContactWatch::note(const RuleInput &in, Dossier &dossier)
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

bool ContactWatch::isCutOff(const Dossier &dossier, TimePoint at) const
{
    return !m_link.isEmpty() && m_link.within(dossier.registeredAt, at, at) != nullptr;
}

/// It had an answer again; or, where answers are not seen, time enough to beat.
void ContactWatch::endCutOff(const RuleInput &in, bool isHeard, Dossier &dossier)
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

void ContactWatch::linkChanged(const LinkChange &change)
{
    m_link.note(change);
    if (!change.up)
        m_base.log.raise(FindingCode::OwnLinkDown, {}, {change.name, {}, {}}, change.at, {});
    else
        m_base.log.end(FindingCode::OwnLinkDown, {}, change.at, change.name);
    for (const auto &one : m_base.dossiers.all()) {
        if (!isCutOff(*one, change.at))
            continue;
        one->cutOff = true;
        one->hushedTo = m_base.number;
    }
}

/// One timer for a row of heartbeats that are not answered; each later one is looked at, too.
void ContactWatch::watchForRegister(const QString &id, const ServerContact &contact, TimePoint now)
{
    const HeartbeatPolicy &policy = m_base.policyOf(id);
    if (contact.unanswered() >= policy.timeoutCount && contact.judge(policy, now) == ServerContact::Judgement::Due
        && contact.latest(policy) > now)
        m_base.timers.arm(contact.latest(policy), {Wake::LostServer, id, 0});
}

void ContactWatch::setSilence(const std::optional<Silence> &silence)
{
    m_silence = silence;
    const auto &all = m_base.dossiers.all();
    for (auto it = all.constBegin(); silence && it != all.constEnd(); ++it)
        (*it)->hushed = (*it)->hushed || silence->covers(it.key());
}

void ContactWatch::wake(const QString &id, const Dossier &dossier, TimePoint at, Verdicts &out)
{
    const ServerContact &contact = m_base.contactOf(dossier);
    rules::lostServer(contact, m_base.policyOf(id), out);
    watchForRegister(id, contact, at);
}

} // namespace gb
