#pragma once
#include "core/devices/device.h"
#include "core/flow/trace.h"

namespace gb {

/// NoteCode::BodyLost of a MESSAGE from a device that came without its body; else none. Whoever sends one has something
/// to say: something on the way took it.
Note bodyLost(const Trace &trace);

} // namespace gb
