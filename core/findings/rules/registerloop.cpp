#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D21, the half that is one device's.
void registerLoop(const RuleInput &in, Verdicts &out)
{
    constexpr std::size_t most = 5;
    const auto &cycles = in.device.cycles;
    if (cycles.size() == most && cycles[0] - cycles[most - 1] <= std::chrono::seconds(60))
        out.raise(FindingCode::RegisterLoop, {QString::number(most), {}, {}},
            {in.device.attempts[in.device.attempts.size() - 1].number, in.trace.number});
    else
        out.end(FindingCode::RegisterLoop);
}

} // namespace gb::rules
