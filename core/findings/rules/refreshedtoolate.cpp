#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D19
void refreshedTooLate(const RuleInput &in, Verdicts &out)
{
    if (in.device.late && in.device.confirmedAt >= in.site.heardSince)
        out.raise(FindingCode::RefreshedTooLate,
            {QString::number(in.device.expires.count()), QString::number(in.device.late->count()), {}},
            {in.trace.number});
}

} // namespace gb::rules
