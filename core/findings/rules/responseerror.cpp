#include "core/findings/rules/rules.h"

/// G91. It ends when the same is answered otherwise.
void gb::rules::responseError(const OperationInput &in, Verdicts &out)
{
    const Operation &operation = in.operation;
    if (operation.state == Operation::State::ErrorResult) {
        in.odd.error = operation.what;
        out.raise(
            FindingCode::ResponseError, {operation.what, operation.target, {}}, {operation.request, operation.last});
    } else if (operation.state == Operation::State::Done && operation.what == in.odd.error) {
        out.end(FindingCode::ResponseError);
    }
}
