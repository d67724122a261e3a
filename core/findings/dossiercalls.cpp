#include "core/findings/dossier.h"
#include "core/flow/trace.h"

/// The part of a dossier about the calls to the device, and about who it is.
namespace gb {

void Dossier::noteCallTaken(const Trace &answer)
{
    if (answer.head.status / 100 != 2)
        return;
    Invite *const one = invite(answer.answers);
    if (!one)
        return;
    one->taken = true;
    one->tag = hashOf(answer.head.to.tag);
}

void Dossier::noteCallEnded(const Trace &trace)
{
    if (trace.isResponse() && trace.head.status / 100 != 2)
        return;
    const quint64 callId = hashOf(trace.head.callId);
    for (std::size_t i = 0; invites && i < invites->size(); ++i)
        (*invites)[i].ended |= (*invites)[i].callId == callId;
}

void Dossier::noteAgent(const Attempt &attempt)
{
    if (!attempt.accepted() || userAgent.isEmpty() || userAgent == registeredAgent)
        return;
    formerAgent = registeredAgent;
    registeredAgent = userAgent;
}

} // namespace gb
