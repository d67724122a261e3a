#include "core/findings/rules/rules.h"
#include "core/flow/operations.h"

/// G90. Of a catalog D39 says so. A Response that comes late disproves it; one to the same command ends it.
void gb::rules::responseMissing(const OperationInput &in, Verdicts &out)
{
    const Operation &operation = in.operation;
    if (operation.cmdType == u"Catalog")
        return;
    if (operation.state == Operation::State::NoResponse) {
        in.odd.missing = operation.what;
        in.odd.missingOf = operation.request;
        const auto waited = std::chrono::duration_cast<std::chrono::seconds>(Operations::patience).count();
        return out.raise(FindingCode::ResponseMissing, {operation.what, QString::number(waited), {}},
            {operation.request, operation.answer});
    }
    if (operation.parts == 0 || operation.what != in.odd.missing)
        return;
    if (operation.request == in.odd.missingOf)
        out.withdraw({FindingCode::ResponseMissing});
    else
        out.end(FindingCode::ResponseMissing);
}
