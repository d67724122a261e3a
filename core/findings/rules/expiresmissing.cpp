#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D18
void expiresMissing(const RuleInput &in, Verdicts &out)
{
    if (in.trace.head.expires || in.trace.head.contactExpires)
        out.end(FindingCode::ExpiresMissing);
    else
        out.raise(FindingCode::ExpiresMissing, {}, {in.trace.number});
}

} // namespace gb::rules
