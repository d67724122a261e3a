#pragma once
#include "app/cli/commandline.h"

namespace gb::cli {

/// Print to stdout; errors to stderr. Return an ExitStatus.
int analyze(const AnalyzeCommand &command);
int exportFile(const ExportCommand &command);
/// Writes a page about captures.
int reportFile(const ReportCommand &command);

} // namespace gb::cli
