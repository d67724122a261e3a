#pragma once
#include "core/ladder/messagelog.h"

namespace gb {

/// Which other message is worth a look beside one.
enum class Counterpart : quint8 {
    Retry,       ///< the request that was challenged, and the one with credentials (RFC 3261 §22.2)
    LastGood,    ///< the same step where the same device succeeded: earlier, else later
    Previous,    ///< the same kind of message before, of the same device in the same direction
    OtherDevice, ///< the same step at another device, the nearest one
};

/// Two messages to compare, what the other is compared with first.
struct CounterpartFound
{
    quint64 first = 0, second = 0; ///< numbers; 0: there is none
    bool isLater = false;          ///< that with which it is compared came later
    bool isCut = false;            ///< not all of the record was looked at: there may be one farther away

    bool isThere() const { return first != 0; }
};

constexpr qsizetype counterpartsLooked = 500'000; ///< rows of the log, in each direction

/**
 * For a row of the log, or for the request of an answer where a retry is wanted. Of a step that succeeded a message was
 * answered by 2xx; of a challenged one its retry was. What the record does not show is no success.
 */
CounterpartFound counterpartOf(const MessageLog &log, qsizetype row, Counterpart wanted);

} // namespace gb
