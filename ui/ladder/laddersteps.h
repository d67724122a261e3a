#pragma once
#include "core/ladder/flowrows.h"

namespace gb::ui {

// Where the keys and the mouse lead from a row; -1 where nowhere. `row` may be one ahead of the first or behind the
// last.

/// From `row` on in `direction`, +1 or -1: the next one that is a message or a fold.
qsizetype messageRowFrom(const FlowRows &rows, qsizetype row, int direction);
/// The next problem behind `row`, in `direction`.
qsizetype nextProblemRow(const FlowRows &rows, qsizetype row, int direction);
/// The open fold in which a row stands, or that it is.
qsizetype openFoldAround(const FlowRows &rows, qsizetype row);
/// Of what did not come: the row of the message that it would follow; -1 where that is hidden, and of a gap.
qsizetype rowWaitingAt(const FlowRows &rows, qsizetype row);

} // namespace gb::ui
