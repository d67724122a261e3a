#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D30 is over with the first one.
void beaten(const RuleInput &, Verdicts &out)
{
    out.end(FindingCode::NeverBeaten);
}

} // namespace gb::rules
