#pragma once
#include "core/base/clock.h"
#include "core/report/page/report.h"
#include "core/report/pseudonymmap.h"

namespace gb {

/// What two bundles of the same record differ in.
struct BundleSeed
{
    PseudonymMap map; ///< its salt
    TimePoint made = SystemClock().wall();
};

/// A target of this name is a bundle: *.zip.
bool isBundleName(const QString &to);

/// Writes the page of writeReport(), the messages that it is of as a capture, as text and as a ladder, devices and
/// findings as JSON, with what it was made, and a manifest, as one ZIP archive. One redaction and one map of pseudonyms
/// are behind all of it, and each piece of each member is looked through for what must not be written before it is
/// packed. Members stand in files without a lasting name beside the target until then: there must be room for them.
/// ExportResult::messages are those in the bundle. As of writeReport() else.
ExportResult writeBundle(const QStringList &from, const QString &to, const ReportOptions &options,
    const Progress &progress = {}, BundleSeed seed = {});

} // namespace gb
