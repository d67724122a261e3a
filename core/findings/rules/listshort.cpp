#include "core/findings/rules/rules.h"

/// G94: recordings, presets, SD cards. Of a catalog D40 says so; of several ConfigTypes a device may not know one.
void gb::rules::listShort(const OperationInput &in, Verdicts &out)
{
    const Operation &operation = in.operation;
    if (operation.cmdType == u"Catalog" || operation.cmdType == u"ConfigDownload")
        return;
    if (operation.state == Operation::State::Incomplete) {
        in.odd.shortList = operation.what;
        in.odd.shortOf = operation.request;
        return out.raise(FindingCode::ListShort,
            {operation.what, QString::number(operation.came), QString::number(operation.sum)},
            {operation.request, operation.last});
    }
    if (operation.state != Operation::State::Done || operation.what != in.odd.shortList)
        return;
    if (operation.request == in.odd.shortOf)
        out.withdraw({FindingCode::ListShort});
    else
        out.end(FindingCode::ListShort);
}
