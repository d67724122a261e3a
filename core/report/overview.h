#pragma once
#include "core/report/exporter.h"

namespace gb {

class Stages;
class WholeFile;

/// Writes a format that tells what is known at the end of the files. `result` says how it went.
void writeOverview(const QStringList &from, const ExportOptions &options, const Progress &progress,
    const Format &format, WholeFile &file, Stages &stages, ExportResult &result);

} // namespace gb
