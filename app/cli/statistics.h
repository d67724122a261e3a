#pragma once
#include "app/cli/commandline.h"

namespace gb::cli {

/// Prints counts and times of the messages that the filter shows, as the window's statistics have them; errors to
/// stderr. Returns an ExitStatus.
int statistics(const AnalyzeCommand &command);

} // namespace gb::cli
