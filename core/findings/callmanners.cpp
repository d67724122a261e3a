#include "core/findings/manners.h"

/// The part about the calls to a device, and about who it is.
namespace gb {

void manners::callTaken(const Trace &answer, Dossier &dossier)
{
    Dossier::Invite *const one = answer.head.status / 100 == 2 ? dossier.invite(answer.answers) : nullptr;
    if (!one)
        return;
    one->taken = true;
    one->tag = Dossier::hashOf(answer.head.to.tag);
}

void manners::callEnded(const Trace &trace, Dossier &dossier)
{
    if (!dossier.invites || (trace.isResponse() && trace.head.status / 100 != 2))
        return;
    const quint64 callId = Dossier::hashOf(trace.head.callId);
    for (std::size_t i = 0; i < dossier.invites->size(); ++i) {
        Dossier::Invite &one = (*dossier.invites)[i];
        one.ended |= one.callId == callId;
    }
}

void manners::noteAgent(const Dossier::Attempt &attempt, Dossier &dossier)
{
    if (!attempt.accepted() || dossier.userAgent.isEmpty() || dossier.userAgent == dossier.registeredAgent)
        return;
    dossier.formerAgent = dossier.registeredAgent;
    dossier.registeredAgent = dossier.userAgent;
}

} // namespace gb
