#include "core/report/exporter.h"
#include "core/session/reading.h"

#include "core/capture/importer.h"
#include "core/capture/pcapngwriter.h"
#include "core/capture/wholefile.h"
#include "core/message/charset.h"
#include "core/message/deviceid.h"

#include <QDateTime>
#include <QFileInfo>

namespace gb {
namespace {

constexpr quint64 stepsBetweenProgress = 1024;

bool wanted(const Trace &trace, const ExportOptions &options)
{
    return (options.devices.isEmpty() || options.devices.contains(trace.device))
        && (options.callIds.isEmpty() || options.callIds.contains(callIdText(trace.head.callId)));
}

bool isNotOpen(const Importer &importer, ExportResult &result)
{
    result.cancelled = importer.errorText().isEmpty();
    result.error = importer.errorText();
    return false;
}

/// What secrets there are anywhere in the files, so that they are found everywhere. False where it cannot be, or was
/// stopped; `result` says which.
bool learn(Redaction &redaction, const QStringList &from, const Progress &progress, ExportResult &result)
{
    Importer importer;
    if (!importer.open(from, progress))
        return isNotOpen(importer, result);
    PcapReader::Result read = PcapReader::Result::Datagram;
    for (quint64 step = 1; read == PcapReader::Result::Datagram; ++step) {
        if (const auto message = importer.next(read))
            redaction.learn(message->octets);
        if (step % stepsBetweenProgress == 0 && !progress(importer.progress())) {
            result.cancelled = true;
            return false;
        }
    }
    redaction.learned();
    return true;
}

QString whatIsRemoved(const ExportOptions &options)
{
    return options.withCredentials ? QString()
                                   : QStringLiteral("Passwords, keys and what digests were made with were removed.");
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
};

/// False where it must not go on; `result` says why.
bool write(
    const Target &target, const Trace &trace, const ExportOptions &options, Redaction &redaction, ExportResult &result)
{
    const CleanMessage message = options.withCredentials
        ? CleanMessage{.datagram = trace.datagram, .summary = summarise(trace)}
        : redaction.clean(trace);
    const Written written = target.format.take(message);
    if (message.left || (!options.withCredentials && redaction.shows(written.quoted))) {
        result.error = QStringLiteral("a secret is left in message %1, so nothing was written").arg(trace.number);
        return false;
    }
    if (!target.file.write(written.octets))
        return fail(target.file, result);
    ++result.messages;
    return true;
}

/// False where the files cannot be opened.
bool writeAll(const Target &target, const QStringList &from, const Progress &progress, const ExportOptions &options,
    Redaction &redaction, ExportResult &result)
{
    Reading reading({.summaries = false});
    if (!reading.open(from, progress))
        return isNotOpen(reading.importer(), result);
    while (const ReadAhead::Chunk *chunk = reading.next()) {
        for (std::size_t i = 0; i < chunk->count; ++i) {
            const Trace &trace = chunk->traces[i];
            ++result.of;
            if (wanted(trace, options) && !write(target, trace, options, redaction, result))
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

} // namespace

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
    constexpr double learning = 0.4; // of the work
    ExportResult result;
    if (std::any_of(from.begin(), from.end(),
            [&](const QString &file) { return QFileInfo::exists(file) && QFileInfo(file) == QFileInfo(to); })) {
        result.error = QStringLiteral("a file cannot be exported into itself");
        return result;
    }
    const Format *const format = formatOf(options.format);
    if (!format) {
        result.error = QStringLiteral("there is no such format");
        return result;
    }
    WholeFile file;
    if (!file.open(to, options.replace)) { // before reading, which may take long
        fail(file, result);
        return result;
    }
    Redaction redaction(options.passwords);
    const double share = options.withCredentials ? 0 : learning;
    const auto part = [&progress](double start, double size) -> Progress {
        return [&progress, start, size](double fraction) { return !progress || progress(start + size * fraction); };
    };
    if (!options.withCredentials && !learn(redaction, from, part(0, share), result))
        return result;
    const std::unique_ptr<FormatWriter> writer = format->make(options.how);
    file.write(writer->begin(whatIsRemoved(options)));
    if (!writeAll({file, *writer}, from, part(share, 1 - share), options, redaction, result))
        return result;
    result.secrets = redaction.counts();
    if (result.error.isEmpty() && !result.cancelled && (!file.write(writer->end()) || !file.commit()))
        fail(file, result);
    return result;
}

} // namespace gb
