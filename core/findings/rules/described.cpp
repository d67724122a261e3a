#include "core/findings/rules/rules.h"

#include "core/message/sdp.h"

/// The description that a device answers with is read once for all rules of it.
void gb::rules::described(const RuleInput &in, Verdicts &out)
{
    if (in.trace.repeatOf != 0 || in.trace.head.status / 100 != 2 || in.trace.head.body.empty())
        return;
    const Sdp sdp = readSdp(in.trace.head.body);
    for (const auto rule : {mediaAddress, passwordInSdp, ssrcDiffers, noSetup, sdpTimeShifted})
        rule(in, sdp, out);
}
