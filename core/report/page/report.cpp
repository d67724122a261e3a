#include "core/report/page/report.h"

#include "core/base/clock.h"
#include "core/capture/wholefile.h"
#include "core/report/page/gather.h"
#include "core/report/page/page.h"

#include <QFileInfo>

#include <algorithm>

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
    if (std::any_of(from.begin(), from.end(),
            [&](const QString &file) { return QFileInfo::exists(file) && QFileInfo(file) == QFileInfo(to); })) {
        result.error = QStringLiteral("a file cannot be reported into itself");
        return result;
    }
    WholeFile file;
    if (!file.open(to, options.replace)) // before reading, which may take long
        return failed(file, result);
    page::SiteReport report;
    report.made = SystemClock().wall();
    Pseudonyms pseudonyms(options.profile);
    if (!page::gather(from, options, progress, pseudonyms, report, result))
        return result;
    const QByteArray page = page::html(report).toUtf8();
    if (pseudonyms.showsNumbers(page)) {
        result.error = QStringLiteral("what has a pseudonym is left, so nothing was written");
        return result;
    }
    if (!file.write(page) || !file.commit())
        return failed(file, result);
    return result;
}

} // namespace gb
