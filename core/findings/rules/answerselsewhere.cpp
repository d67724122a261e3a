#include "core/findings/rules/rules.h"

namespace gb::rules {

void answersElsewhere(const RuleInput &in, Verdicts &out)
{
    const Dossier::Elsewhere &one = in.device.elsewhere;
    if (in.trace.copy.kind == RepeatKind::Retransmission && one.request != 0 && one.request == in.trace.repeatOf)
        out.raise(FindingCode::AnswersElsewhere, {one.asked.toString(), one.from.text(), {}},
            {in.trace.repeatOf, in.trace.number});
}

void answersHere(const RuleInput &in, Verdicts &out)
{
    if (in.device.elsewhere.request != in.trace.answers)
        out.end(FindingCode::AnswersElsewhere);
}

} // namespace gb::rules
