#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D04, the half that is the network's, and D07; two copies behind the 401, for one may have crossed it.
void challengeNotReceived(const RuleInput &in, Verdicts &out)
{
    for (std::size_t i = 0; i < in.device.attempts.size(); ++i) {
        const Dossier::Attempt &attempt = in.device.attempts[i];
        if (attempt.number != in.trace.repeatOf || !attempt.challenged() || attempt.copiesSince < 2)
            continue;
        out.raise(FindingCode::ChallengeNotReceived,
            {QString::number(attempt.copiesSince), attempt.answerLostBetween() ? QStringLiteral("both") : QString(),
                {}},
            {attempt.number, attempt.answer, in.trace.number});
        const quint16 port = attempt.from.port;
        if (port == 6081 || port == 6784 || port == 4789 || port == 8472) // Geneve, Weave, VXLAN
            out.raise(FindingCode::OverlayPort, {QString::number(port), {}, {}}, {attempt.number, in.trace.number});
    }
}

} // namespace gb::rules
