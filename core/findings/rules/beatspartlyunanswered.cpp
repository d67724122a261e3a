#include "core/findings/rules/foundkind.h"
#include "core/findings/rules/rules.h"

#include <bit>

namespace gb {

const FoundKind foundBeatsPartlyUnanswered{
    .kind = {"G46", Severity::Warning, Likelihood::Likely, "GB/T 28181-2022 9.6"},
    .culprit = Culprit::Network,
    .title = QT_TRANSLATE_NOOP("finding", "Of its last %2 heartbeats %1 were not answered, one here and one there"),
    .cause = QT_TRANSLATE_NOOP("finding",
        "Those between them were answered, so both ends are there: packets are lost on the way, or the server has "
        "times "
        "in which it answers nothing."),
    .advice = QT_TRANSLATE_NOOP("finding",
        "Capture at the device and at the server at the same time: what the one has and the other has not was lost on "
        "the way. If all arrive, look at the server's load."),
    .ofSilence = true,
    .onAbsence = true};

/// G46
void rules::beatsPartlyUnanswered(const RuleInput &in, Verdicts &out)
{
    constexpr int several = 3;
    if (in.trace.head.status < 200)
        return;
    const Dossier &device = in.device;
    const int lost = std::popcount(device.unanswered);
    const unsigned told = device.unanswered | device.answered | 1U;
    if (lost == 0)
        return out.end(FindingCode::BeatsPartlyUnanswered);
    // A row of them is an outage, which is told; here each stands between two that were answered
    const bool single = (device.unanswered & (device.unanswered >> 1U)) == 0;
    if (lost >= several && single)
        out.raise(FindingCode::BeatsPartlyUnanswered,
            {QString::number(lost), QString::number(std::bit_width(told)), {}}, {in.trace.answers, in.trace.number});
}

} // namespace gb
