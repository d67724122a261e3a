#include "core/report/exporter.h"
#include "core/session/nexttrace.h"

#include "core/capture/importer.h"
#include "core/capture/pcapngwriter.h"
#include "core/capture/wholefile.h"
#include "core/message/charset.h"
#include "core/message/deviceid.h"
#include "core/report/redactor.h"

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
    const QString removed = options.withCredentials ? QString()
                                                    : QStringLiteral(" The digests' response and cnonce were removed.");
    switch (options.format) {
    case ExportFormat::Pcapng:
        return PcapngWriter::fileHeader(QStringLiteral("gbscope"),
            QStringLiteral("Exported by gbscope. IP, UDP and TCP headers are synthesised.") + removed);
    case ExportFormat::Pcap: return PcapWriter::fileHeader();
    case ExportFormat::Text: break;
    }
    return QByteArrayLiteral("gbscope") + removed.toUtf8() + "\n\n";
}

QByteArray record(const Trace &trace, const ExportOptions &options)
{
    Datagram datagram = trace.datagram;
    if (!options.withCredentials)
        datagram.octets = withoutCredentials(datagram.octets);
    switch (options.format) {
    case ExportFormat::Pcapng: return PcapngWriter::packet(datagram);
    case ExportFormat::Pcap: return PcapWriter::packet(datagram);
    case ExportFormat::Text: break;
    }
    return messageAsText(summarise(trace), datagram.octets).toUtf8();
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
    ExportResult result;
    Analysis analysis;
    analysis.keepSummaries(false);
    Importer importer;
    if (std::any_of(from.begin(), from.end(),
            [&](const QString &file) { return QFileInfo::exists(file) && QFileInfo(file) == QFileInfo(to); })) {
        result.error = QStringLiteral("a file cannot be exported into itself");
        return result;
    }
    WholeFile file;
    const auto fail = [&] {
        result.error = file.errorText();
        result.failed = file.errorPlace();
        return result;
    };
    if (!file.open(to, options.replace)) // before reading, which may take long
        return fail();
    if (!importer.open(from, progress)) {
        result.cancelled = importer.errorText().isEmpty();
        result.error = importer.errorText();
        return result;
    }
    file.write(fileHeader(options));
    PcapReader::Result read = PcapReader::Result::Datagram;
    for (quint64 step = 1; read == PcapReader::Result::Datagram; ++step) {
        const auto trace = nextTrace(importer, analysis, read);
        if (step % stepsBetweenProgress == 0) {
            analysis.take(importer.last()); // the events are not asked for here
            result.cancelled = progress && !progress(importer.progress());
        }
        if (result.cancelled)
            return result;
        if (!trace)
            continue;
        ++result.of;
        if (!wanted(*trace, options))
            continue;
        if (!file.write(record(*trace, options)))
            return fail();
        ++result.messages;
    }
    result.broken = importer.errorText();
    return file.commit() ? result : fail();
}

} // namespace gb
