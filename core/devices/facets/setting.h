#pragma once
#include "core/devices/facets/trackeddevice.h"
#include "core/flow/trace.h"

/// The heartbeat setting inside of a device.
namespace gb::setting {

/// As its ConfigDownload tells it, and as a platform's DeviceConfig wants it.
void note(TrackedDevice &device, const Trace &trace);

} // namespace gb::setting
