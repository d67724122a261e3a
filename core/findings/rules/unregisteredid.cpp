#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D15, D16 where no registration was seen that would show it.
void unregisteredId(const RuleInput &in, Verdicts &out)
{
    if (in.device.attempts.size() > 0)
        return;
    idForm(in, out);
    idType(in, out);
}

} // namespace gb::rules
