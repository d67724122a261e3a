#pragma once
#include "core/report/page/report.h"
#include "core/report/page/sitereport.h"

namespace gb::page {

/// Reads the files twice: what they tell, and then the messages that the page shows. False where it cannot be, or was
/// stopped; `result` says which. `pseudonyms`: new ones, which are learnt and used.
bool gather(const QStringList &files, const ReportOptions &options, const Progress &progress, Pseudonyms &pseudonyms,
    SiteReport &report, ExportResult &result);

} // namespace gb::page
