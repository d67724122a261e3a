#include "core/findings/rules/rules.h"

#include <algorithm>

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
    const auto rhythm = in.device.rhythm(regular);
    if (!rhythm)
        return;
    for (std::size_t i = 0; i < regular; ++i) { // by its own interval, where that is longer
        if (gaps[i] > std::max<Duration>(in.policy.interval, *rhythm) * 3 / 2)
            return;
    }
    out.end({FindingCode::BeatsLostOnWay, FindingCode::RestartedInSilence});
}

} // namespace gb
