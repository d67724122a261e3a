#include "core/capture/hep.h"
#include "core/capture/importer.h"
#include "core/capture/packetdecoder.h"
#include "core/capture/pcapngwriter.h"
#include "core/capture/pcapreader.h"
#include "core/net/streamframer.h"
#include "core/report/exporter.h"
#include "core/report/redaction.h"
#include "tests/fuzz/harness.h"
#include "tests/fuzz/linktypes.h"
#include "tests/support/nexttrace.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <random>

namespace gb::fuzz {
namespace {

struct Cut
{
    QByteArray messages; ///< one behind the other, each with its size ahead
    bool broken = false;
    bool operator==(const Cut &) const = default;
};

/// Portions of 1 to `most` octets; 0: all at once.
Cut cut(std::string_view octets, std::size_t most)
{
    std::minstd_rand random(static_cast<unsigned>(octets.size() + most));
    StreamFramer framer;
    Cut result;
    qsizetype taken = 0;
    for (std::size_t at = 0; at < octets.size() && !result.broken;) {
        const std::size_t size = most == 0 ? octets.size() : 1 + random() % most;
        framer.append(bytes(octets.substr(at, size)));
        at = std::min(octets.size(), at + size);
        QByteArray message;
        StreamFramer::Result one{};
        while ((one = framer.next(message)) == StreamFramer::Result::Message || one == StreamFramer::Result::Junk) {
            taken += message.size();
            if (one == StreamFramer::Result::Junk)
                continue; // it may come in pieces
            const bool blank = std::all_of(
                message.begin(), message.end(), [](char c) { return c == '\r' || c == '\n'; });
            if (!blank) // the CR LFs of a keepalive may come in pieces
                result.messages += QByteArray::number(message.size()) + ' ' + message;
        }
        result.broken = one == StreamFramer::Result::Broken;
        require(framer.pending() <= StreamFramer::maxMessage + static_cast<qsizetype>(size),
            "a framer holds a message and a portion");
        require(result.broken || taken + framer.pending() == static_cast<qsizetype>(at), "no octet is lost");
    }
    return result;
}

const QString &folder()
{
    static const QTemporaryDir directory;
    static const QString path = directory.path();
    return path;
}

QString fileOf(const char *name, const QByteArray &octets)
{
    const QString path = folder() + u'/' + QString::fromLatin1(name);
    QFile file(path);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(octets) == octets.size(),
        "there is room for a file");
    return path;
}

constexpr qsizetype largest = 65535 - 20 - 8; ///< what UDP over IPv4 carries

} // namespace

void stream(std::string_view octets)
{
    const Cut whole = cut(octets, 0);
    const std::size_t least = octets.size() <= 2048 ? 1 : octets.size() / 256; // octet by octet only what is short
    for (const std::size_t most : {least, std::size_t{1500}})
        require(cut(octets, most) == whole, "the messages are the same however the octets arrive");
}

void packet(std::string_view octets)
{
    if (octets.empty())
        return;
    const std::string_view data = octets.substr(1);
    Datagram datagram;
    PacketDetail detail;
    const PacketKind kind = decodePacket(
        linkTypes[static_cast<unsigned char>(octets[0]) % std::size(linkTypes)], data, datagram, detail);
    if (kind != PacketKind::Udp && kind != PacketKind::Tcp)
        return;
    require(
        (kind == PacketKind::Tcp) == (datagram.transport == TransportKind::Tcp), "the transport is that of the packet");
    require(datagram.octets.size() + 28 <= static_cast<qsizetype>(data.size())
            && data.find(view(datagram.octets)) != std::string_view::npos,
        "the octets are those of the packet");
    require(!datagram.from.address.isNull() && !datagram.to.address.isNull(), "a packet has two ends");
    // What was read can be recorded and read again
    const QByteArray written = PcapngWriter::ipPacket(datagram);
    Datagram again;
    require(decodePacket(PcapngWriter::linkTypeRaw, view(written), again, detail) == kind,
        "a packet that was written is of its kind");
    require(again.from == datagram.from && again.to == datagram.to && again.sequence == datagram.sequence,
        "a packet that was written has its ends");
    require(datagram.octets.startsWith(again.octets)
            && (again.octets.size() == datagram.octets.size() || datagram.octets.size() > 65'000),
        "a packet that was written has its octets");
}

static std::size_t inflatedSize(const QString &path)
{
    InflatingFile file;
    std::size_t size = 0;
    if (!file.open(path)) // half of an archive is none
        return size;
    QByteArray buffer(65536, Qt::Uninitialized);
    do {
        while (const qint64 got = file.read(buffer.data(), buffer.size()))
            size += static_cast<std::size_t>(got);
    } while (file.next());
    return size;
}

/// Where a message stands in one piece.
static void requirePlace(const Datagram &message, const QList<QByteArray> &files)
{
    require(message.file < files.size(), "a message is of one of the files");
    const QByteArray &file = files[message.file];
    require(
        message.place < 0 || message.place + message.octets.size() <= file.size(), "a message stands within its file");
    require(message.place < 0
            || view(file).substr(
                   static_cast<std::size_t>(message.place), static_cast<std::size_t>(message.octets.size()))
                == view(message.octets),
        "a message is what stands in its file");
}

/// `files`: what is in `paths`. `size`: octets of it all when inflated.
static void importAll(const QStringList &paths, const QList<QByteArray> &files, std::size_t size)
{
    Analysis analysis;
    Importer importer;
    if (!importer.open(paths)) {
        require(!importer.errorText().isEmpty(), "a refusal says why");
        return;
    }
    PcapReader::Result result = PcapReader::Result::Datagram;
    std::size_t octets = 0;
    while (result == PcapReader::Result::Datagram) {
        if (const auto trace = nextTrace(importer, analysis, result)) {
            octets += static_cast<std::size_t>(trace->datagram.octets.size());
            requirePlace(trace->datagram, files);
        }
        analysis.take(importer.last());
    }
    require(octets <= size, "no more octets come out than went in");
    require((result == PcapReader::Result::Broken) != importer.errorText().isEmpty(), "a break says why");
    require(importer.sources().size() == static_cast<std::size_t>(paths.size()), "each file is told of");
}

/// Each half, with the start of the whole ahead of the second one, is a file, as are the same octets twice.
static void importTwo(const QString &path, const QByteArray &octets, std::size_t size)
{
    importAll({path, path}, {octets, octets}, 2 * size);
    const qsizetype start = std::min<qsizetype>(octets.size(), octets.startsWith("\n\r\r\n") ? 48 : 24),
                    half = std::max(start, octets.size() / 2);
    const QList<QByteArray> halves{octets.left(half), octets.left(start) + octets.mid(half)};
    const QStringList paths{fileOf("first.pcap", halves[0]), fileOf("second.pcap", halves[1])};
    importAll(paths, halves, inflatedSize(paths[0]) + inflatedSize(paths[1]));
}

static void viewAll(const QString &path, const QByteArray &octets)
{
    PcapReader reader;
    require(reader.open(path), "what was opened can be opened");
    Datagram datagram;
    PcapReader::Result result{};
    while ((result = reader.step(datagram)) == PcapReader::Result::Datagram || result == PcapReader::Result::Skipped) {
        if (result == PcapReader::Result::Datagram)
            requirePlace(datagram, {octets});
    }
}

void pcap(std::string_view octets)
{
    const QString path = fileOf("in.pcap", bytes(octets));
    PcapReader reader;
    if (!reader.open(path)) {
        require(!reader.errorText().isEmpty(), "a refusal says why");
        return;
    }
    const std::size_t size = inflatedSize(path);
    quint64 datagrams = 0;
    Datagram datagram;
    PcapReader::Result result{};
    while ((result = reader.next(datagram)) == PcapReader::Result::Datagram) {
        ++datagrams;
        require(datagram.octets.size() <= static_cast<qsizetype>(size), "a datagram is no longer than its file");
    }
    const PacketCounts &counts = reader.counts();
    require(counts.packets + counts.reassembled + counts.fragmentsCut
            == datagrams + counts.other + counts.fragments + counts.damaged,
        "every packet is counted once");
    require(counts.packets * 16 <= size, "no packet comes from nowhere");
    require(reader.position() <= static_cast<qint64>(octets.size()), "the place is within the file");
    require((result == PcapReader::Result::Broken) != reader.errorText().isEmpty(), "a break says why");
    require(
        counts.fragmentsLost <= counts.fragments && counts.reassembled * 2 <= counts.fragments - counts.fragmentsLost,
        "a packet is made of two fragments at least, each used once");
    require(reader.next(datagram) != PcapReader::Result::Datagram, "the end stays the end");
    const QByteArray file = bytes(octets);
    viewAll(path, file);
    importAll({path}, {file}, size);
    importTwo(path, file, size);
}

void exporter(std::string_view octets)
{
    Datagram datagram;
    datagram.at = TimePoint(std::chrono::seconds(1'772'409'600));
    datagram.from = {QHostAddress(QStringLiteral("192.168.1.64")), 5060};
    datagram.to = {QHostAddress(QStringLiteral("192.168.1.15")), 5060};
    datagram.octets = bytes(octets.substr(0, static_cast<std::size_t>(largest)));
    const QString from = fileOf(
        "export.pcapng", PcapngWriter::fileHeader(QStringLiteral("fuzz"), {}) + PcapngWriter::packet(datagram));
    const QString to = folder() + QStringLiteral("/exported");
    const bool mirrored = hep::isPacket(datagram.octets); // what is in it is exported, if there is something
    for (const char *const format : {"pcapng", "pcap"}) {
        const ExportResult result = exportCapture({from}, to, {.format = format, .replace = true});
        require(result.error.isEmpty() && result.messages == result.of && (mirrored ? result.of <= 1 : result.of == 1),
            "one in, one out");
        if (mirrored)
            continue;
        PcapReader reader;
        Datagram read;
        require(reader.open(to) && reader.next(read) == PcapReader::Result::Datagram, "an export can be read");
        require(read.from == datagram.from && read.to == datagram.to && read.at == datagram.at,
            "an export keeps ends and time");
        require(read.octets == withoutSecrets(datagram.octets).left(largest), "an export holds the redacted octets");
    }
    require(exportCapture({from}, to, {.format = "text", .replace = true}).error.isEmpty(), "a text can be written");
    QFile text(to);
    require(text.open(QIODevice::ReadOnly), "a text can be read");
    const QByteArray written = text.readAll();
    require(std::none_of(
                written.begin(), written.end(), [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == 0x7f; }),
        "a text holds no control characters");
}

} // namespace gb::fuzz
