#include "core/capture/pcapngwriter.h"
#include "core/report/formats/all.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

class Pcap final : public FormatWriter
{
    QByteArray begin(const QString &) override { return PcapWriter::fileHeader(); }
    Written take(const CleanMessage &message) override { return {PcapWriter::packet(message.datagram), {}}; }
};

} // namespace

const Format pcap{"pcap", ".pcap", QT_TRANSLATE_NOOP("Format", "pcap \u2013 for older tools"),
    QT_TRANSLATE_NOOP("Format", "pcap"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<Pcap>(); }};

} // namespace gb::shelf
