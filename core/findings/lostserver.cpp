#include "core/base/rollinghash.h"
#include "core/findings/findings.h"

/// The part of Findings that knows whether a device hears of its server: D38, and what comes of a silence that is on purpose.
namespace gb {

/// Ahead of the rules, which see the message that it is about.
void Findings::noteContact(const Trace &trace, const QString &id, Dossier &dossier)
{
    const bool silenced = m_silence && m_silence->covers(id);
    if (silenced) {
        dossier.hushed = true;
        dossier.hushedTo = trace.number;
    }
    const std::string_view from = trace.head.from.uri.user;
    if (trace.repeatOf != 0 || id != QLatin1String(from.data(), static_cast<qsizetype>(from.size())))
        return;
    ServerContact &contact = dossier.contact;
    const TimePoint at = trace.datagram.at;
    const HeartbeatPolicy &policy = policyOf(id);
    if (trace.isResponse()) {
        if (trace.head.status < 200)
            return;
        contact.answered(trace.answers, at);
        if (dossier.hushed && trace.answers > dossier.hushedTo && trace.head.status != 401 && contact.heardAt() == at) {
            dossier.hushed = false;
            dossier.cycles.clear(); // nor has it been registering too often
        }
    } else if (trace.head.method == SipMethod::Register) {
        contact.registering(at, trace.number, seededHash(trace.head.callId), policy);
    } else if (trace.isKeepalive() && (dossier.attempts.size() == 0 || dossier.attempts[0].from.address == trace.datagram.from.address)) {
        contact.beat(at, trace.number);
        if (contact.unanswered() == policy.timeoutCount)
            watchForRegister(id, dossier, at);
    }
}

/// One timer for a row of heartbeats that are not answered; each later one is looked at, too.
void Findings::watchForRegister(const QString &id, const Dossier &dossier, TimePoint now)
{
    const HeartbeatPolicy &policy = policyOf(id);
    if (dossier.contact.unanswered() >= policy.timeoutCount && dossier.contact.judge(policy, now) == ServerContact::Judgement::Due && dossier.contact.latest(policy) > now)
        arm(dossier.contact.latest(policy), {Wake::LostServer, id, 0});
}

void Findings::setSilence(const std::optional<Silence> &silence)
{
    m_silence = silence;
    for (auto it = m_dossiers.constBegin(); silence && it != m_dossiers.constEnd(); ++it)
        (*it)->hushed = (*it)->hushed || silence->covers(it.key());
}

} // namespace gb
