#pragma once
#include "core/base/clock.h"

namespace gb {

/**
 * How long what came is read before others have their turn: timers, connections, wishes. What a message takes at most
 * comes on top, and what is done once behind it: so no turn of the engine takes 5 ms. A page of a catalog takes a fifth
 * of a millisecond.
 */
constexpr std::chrono::milliseconds readingTurn{2};

} // namespace gb
