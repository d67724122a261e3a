#include "core/capture/pcapngwriter.h"
#include "core/report/formats/all.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

class Pcapng final : public FormatWriter
{
    QByteArray begin(const QString &removed) override
    {
        const QString made = QStringLiteral("Exported by gbscope. IP, UDP and TCP headers are synthesised.");
        return PcapngWriter::fileHeader(QStringLiteral("gbscope"), removed.isEmpty() ? made : made + u' ' + removed);
    }
    Written take(const CleanMessage &message) override { return {PcapngWriter::packet(message.datagram), {}}; }
};

} // namespace

const Format pcapng{"pcapng", ".pcapng", QT_TRANSLATE_NOOP("Format", "pcapng \u2013 for Wireshark"),
    QT_TRANSLATE_NOOP("Format", "pcapng"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<Pcapng>(); }};

} // namespace gb::shelf
