#pragma once
#include "core/flow/operation.h"

/// Words for what is asked and what came of it, in the window and on the command line. Plain text, never markup;
/// without a full stop at the end.
namespace gb::wording {

/// "Catalog query, SN 7".
QString operationName(const Operation &operation);
/// "done after 1.2 s: 32 of 32", "no Response within 15 s".
QString operationState(const Operation &operation);
/// How it stands in a few words, for a column: "no Response".
QString operationBrief(Operation::State state);
/// How many there are, and how many of each state: "12: 9 done, 2 without a Response, 1 ERROR".
QString operationSummary(const QList<Operation> &operations);

} // namespace gb::wording
