#include "ui/ladder/laddersteps.h"

namespace gb::ui {

qsizetype messageRowFrom(const FlowRows &rows, qsizetype row, int direction)
{
    while (row >= 0 && row < rows.count() && !rows.row(row).isMessageOrFold())
        row += direction;
    return row < rows.count() ? row : -1;
}

qsizetype nextProblemRow(const FlowRows &rows, qsizetype row, int direction)
{
    for (row += direction; row >= 0 && row < rows.count(); row += direction) {
        const FlowRow &candidate = rows.row(row);
        if (candidate.isMessageOrFold() && !candidate.open && rows.entry(candidate.first).isProblem())
            return row;
    }
    return -1;
}

qsizetype openFoldAround(const FlowRows &rows, qsizetype row)
{
    const quint32 match = rows.row(row).first;
    while (row > 0 && !rows.row(row).isFold())
        --row;
    const FlowRow fold = rows.row(row);
    return fold.isFold() && fold.open && match < fold.first + fold.count ? row : -1;
}

qsizetype rowWaitingAt(const FlowRows &rows, qsizetype row)
{
    const FlowRow missing = rows.row(row);
    const bool awaited = missing.kind == FlowRow::Kind::Missing || missing.kind == FlowRow::Kind::Pending;
    return awaited ? rows.rowShowing(rows.awaited(missing).number) : -1;
}

} // namespace gb::ui
