#include "core/findings/rules/rules.h"

#include "core/message/sdp.h"

/// D51
void gb::rules::noSetup(const RuleInput &in, const Sdp &sdp, Verdicts &out)
{
    const Dossier::Invite *const offer = in.device.invite(in.trace.answers);
    if (!offer || in.trace.datagram.cut)
        return;
    if (offer->tcp && sdp.mediaCount > 0 && sdp.media[0].setup == SdpSetup::None)
        out.raise(FindingCode::NoSetup, {}, {offer->number, in.trace.number});
    else
        out.end(FindingCode::NoSetup);
}
