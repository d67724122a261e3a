#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D20
void unregisterUndone(const RuleInput &in, Verdicts &out)
{
    if (in.device.attempts.size() < 2)
        return;
    const Dossier::Attempt &before = in.device.attempts[1], &now = in.device.attempts[0];
    if (now.authorized && now.callId == before.callId && before.challenged() && before.expires == 0U
        && now.expires.value_or(0) > 0)
        out.raise(FindingCode::UnregisterUndone, {QString::number(*now.expires), {}, {}}, {before.number, now.number});
}

} // namespace gb::rules
