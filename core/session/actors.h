#pragma once
#include "core/session/actor.h"

#include <memory>
#include <vector>

namespace gb {

/// The actors of an engine, in the order in which they hear of things. `premises` outlives them.
std::vector<std::unique_ptr<Actor>> makeActors(Premises &premises);

} // namespace gb
