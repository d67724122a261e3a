#include "core/findings/rules/rules.h"

namespace gb::rules {
namespace {

/// The last heartbeat was, ahead of this message.
bool isAnswered(const RuleInput &in)
{
    return in.device.acceptedAt && *in.device.acceptedAt >= in.device.beatAt;
}

} // namespace

/// D32: by now the answer was lost, or takes long.
void beatRepeated(const RuleInput &in, Verdicts &out)
{
    if (in.trace.repeatOf == in.device.beat && in.trace.copy.kind == RepeatKind::Retransmission
        && !in.device.isRefused(in.trace.repeatOf))
        out.raise(FindingCode::BeatRepeated,
            {QString::number(in.trace.copy.copy), isAnswered(in) ? QStringLiteral("answered") : QString(), {}},
            {in.trace.repeatOf, in.trace.number});
}

/// D32: it was repeated, and here is its answer.
void beatAnsweredLate(const RuleInput &in, Verdicts &out)
{
    constexpr Duration soon = std::chrono::milliseconds(500); // T1: it may answer the copy, and the first one was lost
    if (in.device.beatCopies > 1 && !isAnswered(in) && out.isOpen(FindingCode::BeatRepeated)
        && (in.trace.datagram.at - in.device.beatCopyAt >= soon || in.site.live))
        out.turn(FindingCode::BeatRepeated, FindingCode::BeatRepeated,
            {QString::number(in.device.beatCopies), secondsText(in.trace.datagram.at - in.device.beatAt), {}},
            in.trace.number);
}

/// That one had to be repeated is over when three came without a copy, and this is the next one.
void beatUndisturbed(const RuleInput &in, Verdicts &out)
{
    if ((in.device.repeated & 0xeU) == 0)
        out.end(FindingCode::BeatRepeated);
}

} // namespace gb::rules
