#pragma once
#include "core/findings/findingsbase.h"
#include "core/flow/deliveries.h"

/// What did not arrive: G80 to G82, and what was broken off: G85. See Findings.
namespace gb::notdelivered {

void undelivered(const Undelivered &message, TimePoint at, FindingsBase &base);
void brokenOff(const BrokenOff &request, TimePoint at, FindingsBase &base);
void reached(const QString &device, const Endpoint &end, TimePoint at, FindingsBase &base);

} // namespace gb::notdelivered
