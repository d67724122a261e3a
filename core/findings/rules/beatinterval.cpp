#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D31: by the middle one of the last gaps, so that one beat that was lost says nothing.
void beatInterval(const RuleInput &in, Verdicts &out)
{
    constexpr std::size_t several = 3;
    if (in.device.gaps.size() < several || out.isOpen(FindingCode::BeatsForOthers))
        return;
    const Duration median = in.device.usualGap, wanted = in.policy.interval, set = in.device.wantedInterval;
    if (!in.site.live && std::chrono::abs(median - set) <= set / 10) // as its own platform wants it
        return out.end({FindingCode::BeatsSlower, FindingCode::BeatsFaster});
    const bool slower = median > wanted + wanted / 10, faster = median < wanted - wanted / 10;
    const auto raise = [&](FindingCode code) {
        if (const bool news = out.isNews(median); !news && out.isOpen(code))
            return out.again(code, in.trace.number);
        out.raise(code,
            {secondsText(median), QString::number(in.policy.interval.count()), secondsText(in.policy.allowance())},
            {in.trace.number});
    };
    if (slower)
        raise(FindingCode::BeatsSlower);
    else
        out.end(FindingCode::BeatsSlower);
    if (faster)
        raise(FindingCode::BeatsFaster);
    else
        out.end(FindingCode::BeatsFaster);
}

} // namespace gb::rules
