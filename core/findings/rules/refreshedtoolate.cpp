#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D19
void refreshedTooLate(const RuleInput &in, Verdicts &out)
{
    // Who was refused, or not answered, in time comes again when the time is over: that is what the other finding is of
    if (in.device.late && !isHeldUp(out) && in.device.confirmedAt >= in.site.heardSince)
        out.raise(FindingCode::RefreshedTooLate,
            {QString::number(in.device.expires.count()), QString::number(in.device.late->count()), {}},
            {in.trace.number});
}

} // namespace gb::rules
