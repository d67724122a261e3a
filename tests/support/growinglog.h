#pragma once
#include "core/ladder/groups/messagegroups.h"
#include "tests/support/traffic.h"

namespace gb::test {

/// A log with its groups, which takes in what the traffic has.
struct GrowingLog
{
    MessageLog log;
    OperationBook book;
    MessageGroups groups{log, book};
    Traffic traffic;

    GrowingLog() { log.setNow(traffic.now, true); }
    /// Of those that it has it takes none.
    void take(const QList<Awaited> &awaited = {}) { log.append(traffic.messages, awaited); }
};

} // namespace gb::test
