#include "core/findings/rules/rules.h"

namespace gb {
namespace {

constexpr std::size_t regular = 3; ///< heartbeats in time, and what happened is past

} // namespace

/// It has been regular since it came back.
void rules::recovered(const RuleInput &in, Verdicts &out)
{
    if (!out.isOpen(FindingCode::BeatsLostOnWay) && !out.isOpen(FindingCode::RestartedInSilence))
        return;
    const auto &gaps = in.device.gaps;
    for (std::size_t i = 0; i < regular; ++i) {
        if (i >= gaps.size() || gaps[i] > in.policy.interval * 3 / 2)
            return;
    }
    out.end({FindingCode::BeatsLostOnWay, FindingCode::RestartedInSilence});
}

} // namespace gb
