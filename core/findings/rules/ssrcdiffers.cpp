#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"
#include "core/message/sdp.h"

/// D50
void gb::rules::ssrcDiffers(const RuleInput &in, const Sdp &sdp, Verdicts &out)
{
    const Dossier::Invite *const offer = in.device.invite(in.trace.answers);
    if (!offer || in.trace.datagram.cut)
        return;
    bool differs = false;
    if (!offer->ssrc.isEmpty() && sdp.ssrcNumber) {
        bool number = false;
        const quint64 offered = offer->ssrc.toULongLong(&number);
        differs = number && offered != *sdp.ssrcNumber;
    }
    if (differs)
        out.raise(
            FindingCode::SsrcDiffers, {offer->ssrc, printable(sdp.ssrc, 20), {}}, {offer->number, in.trace.number});
    else
        out.end(FindingCode::SsrcDiffers);
}
