#include "core/findings/rules/rules.h"

/// G92. When such a Response comes it is one that nobody asked for (G14); that it was meant for this is known when the
/// right one did not come.
void gb::rules::responseOtherSn(const OperationInput &in, Verdicts &out)
{
    const Operation &operation = in.operation;
    if (operation.state == Operation::State::OtherSn) {
        const FindingLog::Words words{operation.what, operation.sn ? QString::number(*operation.sn) : QString(),
            operation.strangeSn ? QString::number(*operation.strangeSn) : QString()};
        if (out.isOpen(FindingCode::AnswerUnasked))
            out.turn(FindingCode::AnswerUnasked, FindingCode::ResponseOtherSn, words, operation.request);
        else
            out.raise(FindingCode::ResponseOtherSn, words, {operation.request, operation.otherSn});
    } else if (operation.state == Operation::State::Done && operation.parts > 0) {
        out.end(FindingCode::ResponseOtherSn);
    }
}
