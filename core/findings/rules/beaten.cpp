#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D30 is over with the first one. Somebody may have set it meanwhile; in a capture it rather came late, or the ones
/// before are not in it.
void beaten(const RuleInput &in, Verdicts &out)
{
    if (in.site.live)
        out.end(FindingCode::NeverBeaten);
    else if (out.mayStand(FindingCode::NeverBeaten))
        out.withdraw({FindingCode::NeverBeaten});
}

} // namespace gb::rules
