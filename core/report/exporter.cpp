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

QByteArray fileHeader(const ExportOptions &options)
{
    const QString removed = options.withCredentials
        ? QString()
        : QStringLiteral(" Passwords, keys and what digests were made with were removed.");
    switch (options.format) {
    case ExportFormat::Pcapng:
        return PcapngWriter::fileHeader(QStringLiteral("gbscope"),
            QStringLiteral("Exported by gbscope. IP, UDP and TCP headers are synthesised.") + removed);
    case ExportFormat::Pcap: return PcapWriter::fileHeader();
    case ExportFormat::Text: break;
    }
    return QByteArrayLiteral("gbscope") + removed.toUtf8() + "\n\n";
}

QByteArray written(const CleanMessage &message, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pcapng: return PcapngWriter::packet(message.datagram);
    case ExportFormat::Pcap: return PcapWriter::packet(message.datagram);
    case ExportFormat::Text: break;
    }
    return messageAsText(message.summary, message.datagram.octets).toUtf8();
}

/// What a text says of a message without the heading, which is ours.
bool shows(const Redaction &redaction, const QByteArray &written, ExportFormat format)
{
    return format == ExportFormat::Text && redaction.shows(written.mid(written.indexOf('\n') + 1));
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

/// False where it must not go on; `result` says why.
bool write(
    WholeFile &file, const Trace &trace, const ExportOptions &options, Redaction &redaction, ExportResult &result)
{
    const CleanMessage message = options.withCredentials
        ? CleanMessage{.datagram = trace.datagram, .summary = summarise(trace)}
        : redaction.clean(trace);
    const QByteArray octets = written(message, options.format);
    if (message.left || (!options.withCredentials && shows(redaction, octets, options.format))) {
        result.error = QStringLiteral("a secret is left in message %1, so nothing was written").arg(trace.number);
        return false;
    }
    if (!file.write(octets)) {
        result.error = file.errorText();
        result.failed = file.errorPlace();
        return false;
    }
    ++result.messages;
    return true;
}

/// False where the files cannot be opened.
bool writeAll(WholeFile &file, const QStringList &from, const Progress &progress, const ExportOptions &options,
    Redaction &redaction, ExportResult &result)
{
    Reading reading({.summaries = false});
    if (!reading.open(from, progress))
        return isNotOpen(reading.importer(), result);
    while (const ReadAhead::Chunk *chunk = reading.next()) {
        for (std::size_t i = 0; i < chunk->count; ++i) {
            const Trace &trace = chunk->traces[i];
            ++result.of;
            if (wanted(trace, options) && !write(file, trace, options, redaction, result))
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
    WholeFile file;
    if (!file.open(to, options.replace)) { // before reading, which may take long
        result.error = file.errorText();
        result.failed = file.errorPlace();
        return result;
    }
    Redaction redaction(options.passwords);
    const double share = options.withCredentials ? 0 : learning;
    const auto part = [&progress](double start, double size) -> Progress {
        return [&progress, start, size](double fraction) { return !progress || progress(start + size * fraction); };
    };
    if (!options.withCredentials && !learn(redaction, from, part(0, share), result))
        return result;
    file.write(fileHeader(options));
    if (!writeAll(file, from, part(share, 1 - share), options, redaction, result))
        return result;
    result.secrets = redaction.counts();
    if (result.error.isEmpty() && !result.cancelled && !file.commit()) {
        result.error = file.errorText();
        result.failed = file.errorPlace();
    }
    return result;
}

} // namespace gb
