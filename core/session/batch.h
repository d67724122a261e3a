#pragma once
#include "core/devices/event.h"
#include "core/findings/finding.h"
#include "core/flow/awaited.h"
#include "core/flow/counters.h"
#include "core/flow/operation.h"
#include "core/flow/trace.h"
#include "core/record/mark.h"

#include <QList>
#include <QMetaType>

#include <memory>

namespace gb {

/// What happened since the batch before, in order within each list. The engine hands out one at least every 40 ms while
/// there is something.
struct Batch : DeviceNews
{
    TimePoint now{};
    QList<MessageSummary> messages;
    QList<Awaited> awaited;      ///< what did not come, or did after all; in the order in which it became so
    QList<Finding> findings;     ///< new ones and those that changed, each once, as they are now
    QList<Operation> operations; ///< the same of what was asked
    QList<Mark> marks;           ///< the engineer's, in the order in which they were set
    Counters counters;
    /// A span, or a moment, in which messages may be missing from the record.
    struct Hole
    {
        TimePoint from{}, to{};
    };
    QList<Hole> holes;     ///< that were found since the batch before
    bool doubtful = false; ///< the record has so many signs of missing messages that of none it can be said that it did
                           ///< not come

    bool empty() const
    {
        return messages.isEmpty() && awaited.isEmpty() && devices.isEmpty() && events.isEmpty() && gone.isEmpty()
            && findings.isEmpty() && operations.isEmpty() && marks.isEmpty() && holes.isEmpty() && !truth;
    }
};

using BatchPtr = std::shared_ptr<const Batch>;

} // namespace gb
