#pragma once
#include "core/report/page/report.h"
#include "core/report/page/sitereport.h"
#include "core/report/stages.h"

namespace gb::page {

/// Takes a message of the devices that the report is of, as it may be written; false stops.
using Messages = std::function<bool(const CleanMessage &)>;

/// Reads the files twice: what they tell, and then the messages that the page shows. False where it cannot be, or was
/// stopped; `result` says which. `stages`: new ones, which learn and clean. `messages`: takes all of them besides, in
/// their order, in the second reading; whoever stops it says why in `result`.
bool gather(const QStringList &files, const ReportOptions &options, const Progress &progress, Stages &stages,
    SiteReport &report, ExportResult &result, const Messages &messages = {});

} // namespace gb::page
