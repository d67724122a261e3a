#include "core/findings/rules/rules.h"
#include "core/message/deviceid.h"

/// G96. A challenge is no refusal, and a call has D47. It ends when the same is taken.
void gb::rules::responseRefused(const OperationInput &in, Verdicts &out)
{
    const Operation &operation = in.operation;
    if (operation.state == Operation::State::Refused) {
        if (!in.trace || operation.status == 401 || operation.status == 407)
            return;
        in.odd.refused = operation.what;
        out.raise(FindingCode::ResponseRefused,
            {operation.what, QString::number(operation.status), printable(in.trace->head.reason, 60)},
            {operation.request, operation.answer});
    } else if (operation.status / 100 == 2 && operation.what == in.odd.refused) {
        out.end(FindingCode::ResponseRefused);
    }
}
