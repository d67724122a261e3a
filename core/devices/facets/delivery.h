#pragma once
#include "core/devices/facets/trackeddevice.h"
#include "core/flow/deliveries.h"

/// What of a device's messages, and of those to it, does not arrive.
namespace gb::delivery {

void noteUnreached(TrackedDevice &device, const Undelivered &message);
void noteReached(TrackedDevice &device, const std::vector<Endpoint> &ends);
/// Why it is not well; empty where all arrives as far as is known.
std::optional<Note> reasonOf(const TrackedDevice &device);

} // namespace gb::delivery
