#pragma once
#include "core/devices/facets/newslog.h"
#include "core/flow/trace.h"

/// What is odd in a message of a device.
namespace gb::oddities {

/// Its head and its body, each thing for itself.
void note(TrackedDevice &device, const Trace &trace, NewsLog &news);

} // namespace gb::oddities
