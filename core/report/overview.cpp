#include "core/report/overview.h"

#include "core/capture/wholefile.h"
#include "core/report/page/gather.h"

namespace gb {
namespace {

/// What must not be written; null: nothing. All that is quoted was cleaned as a whole, so names are looked for, too.
const char *leftIn(const Written &piece, const Stages &stages)
{
    const char *const left = stages.left(piece);
    return !left && stages.pseudonyms.shows(piece.quoted) ? "what has a pseudonym" : left;
}

} // namespace

void writeOverview(const QStringList &from, const ExportOptions &options, const Progress &progress,
    const Format &format, WholeFile &file, Stages &stages, ExportResult &result)
{
    ReportOptions how;
    how.devices = options.devices;
    how.passwords = options.passwords;
    how.profile = options.profile;
    page::SiteReport report;
    quint64 messages = 0;
    const auto count = [&messages](const CleanMessage &) { return ++messages > 0; };
    const Progress going = [&progress](double fraction) { return !progress || progress(fraction); };
    if (!page::gather(from, how, going, stages, report, result, count))
        return;
    result.messages = messages;
    const auto take = [&](const Written &piece) {
        if (const char *const left = leftIn(piece, stages))
            result.error = QStringLiteral("%1 is left, so nothing was written").arg(QLatin1String(left));
        else if (!file.write(piece.octets))
            result.error = file.errorText(), result.failed = file.errorPlace();
        return result.error.isEmpty();
    };
    result.entries = format.tell(report, take);
    if (result.error.isEmpty() && !file.commit()) {
        result.error = file.errorText();
        result.failed = file.errorPlace();
    }
}

} // namespace gb
