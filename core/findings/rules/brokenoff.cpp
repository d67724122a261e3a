#include "core/findings/rules/rules.h"

/// G85 is over: what was asked on a connection that was ended then is answered now.
void gb::rules::answeredAgain(const RuleInput &in, Verdicts &out)
{
    using Of = Dossier::BrokenOff;
    if (in.device.brokenOff == (in.trace.head.method == SipMethod::Register ? Of::Register : Of::Beat))
        out.end(FindingCode::ServerBreaksOff);
}
