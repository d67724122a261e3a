#include "core/report/page/report.h"

#include "core/base/clock.h"
#include "core/capture/filetarget.h"
#include "core/capture/wholefile.h"
#include "core/report/page/gather.h"
#include "core/report/page/page.h"

namespace gb {
namespace {

ExportResult failed(const WholeFile &file, ExportResult result)
{
    result.error = file.errorText();
    result.failed = file.errorPlace();
    return result;
}

} // namespace

ExportResult writeReport(
    const QStringList &from, const QString &to, const ReportOptions &options, const Progress &progress)
{
    ExportResult result;
    if (filetarget::isAmong(from, to)) {
        result.error = QStringLiteral("a file cannot be reported into itself");
        return result;
    }
    WholeFile file;
    if (!file.open(to, options.replace)) // before reading, which may take long
        return failed(file, result);
    page::SiteReport report;
    report.made = SystemClock().wall();
    Stages stages(options.profile, options.passwords);
    if (!page::gather(from, options, progress, stages, report, result))
        return result;
    const QByteArray page = page::html(report).toUtf8();
    if (const char *const left = stages.left(Written{page, {}})) {
        result.error = QStringLiteral("%1 is left, so nothing was written").arg(QLatin1String(left));
        return result;
    }
    if (!file.write(page) || !file.commit())
        return failed(file, result);
    return result;
}

} // namespace gb
