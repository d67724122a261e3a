#include "core/report/exporter.h"
#include "core/session/reading.h"

#include "core/capture/filetarget.h"
#include "core/capture/importer.h"
#include "core/capture/pcapngwriter.h"
#include "core/capture/wholefile.h"
#include "core/message/charset.h"
#include "core/message/deviceid.h"
#include "core/report/overview.h"
#include "core/report/stages.h"

#include <QDateTime>

#include <algorithm>

namespace gb {
namespace {

constexpr quint64 stepsBetweenProgress = 1024;

/// What is written of what is read.
struct Choice
{
    const ExportOptions &options;
    FilteredMessages filtered; ///< where there is a filter
};

bool wanted(const Trace &trace, const Choice &choice)
{
    const ExportOptions &options = choice.options;
    const std::vector<quint64> &numbers = options.numbers;
    return (numbers.empty() || std::binary_search(numbers.begin(), numbers.end(), trace.number))
        && (options.wanted.text.isEmpty() || choice.filtered.shows(trace.number))
        && (options.devices.isEmpty() || options.devices.contains(trace.device))
        && (options.callIds.isEmpty() || options.callIds.contains(callIdText(trace.head.callId)));
}

bool isNotOpen(const Importer &importer, ExportResult &result)
{
    result.cancelled = importer.errorText().isEmpty();
    result.error = importer.errorText();
    return false;
}

/// What there is anywhere in the files, so that it is found everywhere. False where it cannot be, or was stopped;
/// `result` says which.
bool learn(Stages &stages, const QStringList &from, const Progress &progress, ExportResult &result)
{
    Importer importer;
    if (!importer.open(from, progress))
        return isNotOpen(importer, result);
    PcapReader::Result read = PcapReader::Result::Datagram;
    for (quint64 step = 1; read == PcapReader::Result::Datagram; ++step) {
        if (const auto message = importer.next(read))
            stages.learn(*message);
        if (step % stepsBetweenProgress == 0 && !progress(importer.progress())) {
            result.cancelled = true;
            return false;
        }
    }
    stages.learned();
    return true;
}

bool fail(const WholeFile &file, ExportResult &result)
{
    result.error = file.errorText();
    result.failed = file.errorPlace();
    return false;
}

/// Where it goes, and how.
struct Target
{
    WholeFile &file;
    FormatWriter &format;
    ExportPreview *preview; ///< null: none is wanted
};

struct Places
{
    static Places of(const Stages &stages)
    {
        return {stages.redaction.counts().all(), stages.pseudonyms.counts().places};
    }
    quint64 secrets = 0, identities = 0;
};

void note(
    ExportPreview &preview, const Trace &trace, const CleanMessage &message, const Places &before, const Places &after)
{
    if (before.secrets == after.secrets && before.identities == after.identities)
        return;
    if (++preview.changedTotal <= ExportPreview::mostChanged)
        preview.changed.append({trace.number, after.secrets - before.secrets, after.identities - before.identities,
            trace.datagram.octets.left(ExportPreview::mostOctets),
            message.datagram.octets.left(ExportPreview::mostOctets)});
}

/// False where it must not go on; `result` says why.
bool write(const Target &target, const Trace &trace, Stages &stages, ExportResult &result)
{
    const Places before = target.preview ? Places::of(stages) : Places();
    const CleanMessage message = stages.clean(trace);
    if (target.preview)
        note(*target.preview, trace, message, before, Places::of(stages));
    const Written written = target.format.take(message);
    const char *const ofMessage = stages.left(message), *const left = ofMessage ? ofMessage : stages.left(written);
    if (left) {
        result.error = QStringLiteral("%1 is left in message %2, so nothing was written")
                           .arg(QLatin1String(left))
                           .arg(trace.number);
        return false;
    }
    if (!target.file.write(written.octets))
        return fail(target.file, result);
    ++result.messages;
    return true;
}

/// False where the files cannot be opened.
bool writeAll(const Target &target, const QStringList &from, const Progress &progress, const Choice &choice,
    Stages &stages, ExportResult &result)
{
    Reading reading({.summaries = false});
    if (!reading.open(from, progress))
        return isNotOpen(reading.importer(), result);
    while (const ReadAhead::Chunk *chunk = reading.next()) {
        for (std::size_t i = 0; i < chunk->count; ++i) {
            const Trace &trace = chunk->traces[i];
            ++result.of;
            if (wanted(trace, choice) && !write(target, trace, stages, result))
                return true;
        }
        reading.analysis().take(chunk->last, 0); // the events are not asked for here
        if (!progress(chunk->progress)) {
            result.cancelled = true;
            return true;
        }
    }
    result.broken = reading.importer().errorText();
    return true;
}

/// False where the files cannot be opened, or it was stopped; `result` says which.
bool choose(Choice &choice, const QStringList &from, const Progress &progress, ExportResult &result)
{
    choice.filtered = filteredMessages(from, choice.options.wanted, {}, progress);
    result.gaveUp = choice.filtered.gaveUp;
    result.notLookedAt = choice.filtered.forgotten;
    result.cancelled = choice.filtered.cancelled;
    result.error = choice.filtered.error;
    return !result.cancelled && result.error.isEmpty();
}

void finish(const Target &target, const Stages &stages, ExportResult &result)
{
    const QByteArray end = target.format.end();
    if (stages.pseudonyms.showsNumbers(end))
        result.error = QStringLiteral("what has a pseudonym is left, so nothing was written");
    else if (!target.file.write(end) || !target.file.commit())
        fail(target.file, result);
}

/// Why it cannot be; empty: it can. `format`: of the options, null where there is none.
QString objection(const ExportOptions &options, const Format *format)
{
    if (!format)
        return QStringLiteral("there is no such format");
    if (format->tell && !options.callIds.isEmpty())
        return QStringLiteral("this format is of devices, not of single dialogs");
    if (format->tell && !options.numbers.empty())
        return QStringLiteral("this format is of devices, not of single messages");
    if (format->tell && !options.wanted.text.isEmpty())
        return QStringLiteral("this format is of devices, not of messages that a filter chooses");
    return {};
}

/// As exportCapture() tells, into a file that is open. `preview`: null where none is wanted.
ExportResult exportTo(WholeFile &file, const QStringList &from, const ExportOptions &options, const Format &format,
    const Progress &progress, ExportPreview *preview)
{
    constexpr double learning = 0.4, choosing = 0.3; // of the work
    ExportResult result;
    Stages stages(options.profile, options.passwords);
    if (format.tell) {
        writeOverview(from, options, progress, format, file, stages, result);
        return result;
    }
    const double chosen = options.wanted.text.isEmpty() ? 0 : choosing,
                 share = options.profile == Profile::None ? 0 : learning;
    const auto part = [&progress](double start, double size) -> Progress {
        return [&progress, start, size](double fraction) { return !progress || progress(start + size * fraction); };
    };
    Choice choice{options, {}};
    if (chosen > 0 && !choose(choice, from, part(0, chosen), result))
        return result;
    if (options.profile != Profile::None && !learn(stages, from, part(chosen, share * (1 - chosen)), result))
        return result;
    const double done = chosen + share * (1 - chosen);
    const std::unique_ptr<FormatWriter> writer = format.make(options.how);
    const Target target{file, *writer, preview};
    file.write(writer->begin(whatIsRemoved(options.profile)));
    if (!writeAll(target, from, part(done, 1 - done), choice, stages, result))
        return result;
    result.secrets = stages.redaction.counts();
    result.identities = stages.pseudonyms.counts();
    if (result.error.isEmpty() && !result.cancelled)
        finish(target, stages, result);
    return result;
}

} // namespace

QString whatIsRemoved(Profile profile)
{
    switch (profile) {
    case Profile::OwnSite: return QStringLiteral("Passwords, keys and what digests were made with were removed.");
    case Profile::Vendor:
        return QStringLiteral("Passwords, keys and what digests were made with were removed. Addresses, IDs, names and "
                              "places are pseudonyms (profile: vendor).");
    case Profile::Public:
        return QStringLiteral("Passwords, keys and what digests were made with were removed. Addresses, IDs, names and "
                              "places are pseudonyms; vendor, model and firmware are gone (profile: public).");
    case Profile::None: break;
    }
    return QStringLiteral("CONTAINS SECRETS: nothing was removed.");
}

QString messageAsText(const MessageSummary &m, const QByteArray &octets)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(m.at.time_since_epoch()).count();
    QString text = QStringLiteral("#%1  %2  %3 \u2192 %4  %5  %6")
                       .arg(m.number)
                       .arg(QDateTime::fromMSecsSinceEpoch(millis).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                           m.from.text(), m.to.text(), transportName(m.transport), arrowLabel(m));
    if (m.repeatOf != 0)
        text += QStringLiteral("  \u21bb #%1").arg(m.repeatOf);
    text += u'\n';
    for (const QString &line : decodeBody(octets).text.split(u'\n'))
        text += u"    " + printable(line.endsWith(u'\r') ? line.chopped(1) : line, 16384) + u'\n';
    return text + u'\n';
}

ExportResult exportCapture(
    const QStringList &from, const QString &to, const ExportOptions &options, const Progress &progress)
{
    ExportResult result;
    const Format *const format = formatOf(options.format);
    result.error = filetarget::isAmong(from, to) ? QStringLiteral("a file cannot be exported into itself")
                                                 : objection(options, format);
    if (!result.error.isEmpty())
        return result;
    WholeFile file;
    if (!file.open(to, options.replace)) { // before reading, which may take long
        fail(file, result);
        return result;
    }
    return exportTo(file, from, options, *format, progress, nullptr);
}

ExportPreview previewExport(const QStringList &from, const ExportOptions &options, const Progress &progress)
{
    ExportPreview preview;
    const Format *const format = formatOf(options.format);
    preview.result.error = objection(options, format);
    if (!preview.result.error.isEmpty())
        return preview;
    WholeFile file;
    file.countOnly();
    preview.result = exportTo(file, from, options, *format, progress, &preview);
    preview.octets = file.position();
    return preview;
}

} // namespace gb
