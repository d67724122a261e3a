#pragma once
#include "app/cli/commandline.h"

namespace gb::cli {

/// Prints to stdout; errors to stderr. Returns an ExitStatus: Differs where something differs that is not new in each
/// message.
int compare(const CompareCommand &command);

} // namespace gb::cli
