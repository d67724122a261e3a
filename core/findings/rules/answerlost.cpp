#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D22, the half that is the network's.
void answerLost(const RuleInput &in, Verdicts &out)
{
    const auto repeated = [&](const Dossier::Attempt &attempt) {
        return attempt.number == in.trace.repeatOf && attempt.accepted() && attempt.copiesSince >= 2;
    };
    for (std::size_t i = 0; i < in.device.attempts.size(); ++i) {
        if (repeated(in.device.attempts[i]))
            out.raise(FindingCode::AnswerLost,
                {QString::number(in.device.attempts[i].copiesSince),
                    in.device.attempts[i].answerLostBetween() ? QStringLiteral("both") : QString(), {}},
                {in.device.attempts[i].answer, in.trace.number});
    }
}

} // namespace gb::rules
