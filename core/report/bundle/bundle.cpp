#include "core/report/bundle/bundle.h"

#include "core/capture/filetarget.h"
#include "core/report/bundle/contents.h"
#include "core/report/bundle/zipwriter.h"
#include "core/report/page/gather.h"
#include "core/report/words/shownclock.h"

#include <algorithm>
#include <utility>

namespace gb {
namespace {

constexpr double reading = 0.9; ///< of the work

bool fail(const WholeFile &file, ExportResult &result)
{
    result.error = file.errorText();
    result.failed = file.errorPlace();
    if (result.error.isEmpty()) // it is not the disk
        result.error = QStringLiteral("the archive cannot be written");
    return false;
}

/// False where it must not go on; `result` says why.
bool gatherAll(const QStringList &from, const ReportOptions &options, const Progress &progress, Stages &stages,
    TimePoint made, bundle::Members &members, ExportResult &result)
{
    page::SiteReport report;
    report.made = made;
    bundle::Spool *const page = members.open("report.html"), *const findings = members.open("findings.json");
    bundle::MessageMembers messages(members);
    if (!page || !findings || !messages.begin(options.profile))
        return false;
    const Progress part = [&progress](double fraction) { return !progress || progress(reading * fraction); };
    const auto take = [&messages](const CleanMessage &message) { return messages.take(message); };
    if (!page::gather(from, options, part, stages, report, result, take))
        return false;
    result.messages = messages.count();
    return messages.end() && bundle::addPage(members, *page, report) && bundle::addFindings(members, *findings, report)
        && bundle::addEnvironment(members, {report, options, from.size(), messages.count()}) && members.finish()
        && bundle::addManifest(members) && members.finish();
}

/// The same.
bool pack(WholeFile &file, bundle::Members &members, TimePoint made, const Progress &progress, ExportResult &result)
{
    bundle::ZipWriter zip(file, wording::shownTime(made));
    qint64 all = 1, done = 0;
    for (const bundle::Spool &member : members.all())
        all += member.size();
    for (bundle::Spool &member : members.all()) {
        if (!zip.begin(member.name(), member.size()))
            return fail(file, result);
        for (QByteArray octets = member.read(); !octets.isEmpty(); octets = member.read()) {
            if (!zip.write(octets))
                return fail(file, result);
            done += octets.size();
            const double share = static_cast<double>(done) / static_cast<double>(all);
            if (progress && !progress(reading + (1 - reading) * share)) {
                result.cancelled = true;
                return false;
            }
        }
        if (!member.errorText().isEmpty())
            return members.fail(member);
        if (!zip.end())
            return fail(file, result);
    }
    return zip.finish() || fail(file, result);
}

} // namespace

bool isBundleName(const QString &to)
{
    return to.endsWith(u".zip", Qt::CaseInsensitive);
}

ExportResult writeBundle(
    const QStringList &from, const QString &to, const ReportOptions &options, const Progress &progress, BundleSeed seed)
{
    ExportResult result;
    if (filetarget::isAmong(from, to)) {
        result.error = QStringLiteral("a file cannot be reported into itself");
        return result;
    }
    WholeFile file;
    if (!file.open(to, options.replace)) { // before reading, which may take long
        fail(file, result);
        return result;
    }
    Stages stages(options.profile, options.passwords, std::move(seed.map));
    bundle::Members members(file.folder(), stages, result);
    if (gatherAll(from, options, progress, stages, seed.made, members, result)
        && pack(file, members, seed.made, progress, result) && !file.commit())
        fail(file, result);
    return result;
}

} // namespace gb
