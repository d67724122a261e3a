#pragma once
#include "core/flow/operation.h"
#include "core/session/filteredmessages.h"

#include <QJsonObject>

namespace gb::cli {

/// What was asked for, and how many messages of all are shown.
QJsonObject filterObject(const WantedMessages &wanted, const FilteredMessages &filtered);
/// Those that have a message that is shown.
QList<Operation> shownOperations(QList<Operation> operations, const FilteredMessages &filtered);

} // namespace gb::cli
