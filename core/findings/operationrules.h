#pragma once
#include "core/findings/findingsbase.h"

namespace gb {

/// What is asked of devices, as a whole: G90 to G96. `trace`: the message that made it so; null: time.
void judgeOperation(const Operation &operation, const Trace *trace, TimePoint at, FindingsBase &base);

} // namespace gb
