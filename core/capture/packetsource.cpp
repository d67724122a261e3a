#include "core/capture/packetsource.h"

#include "core/capture/fileformat.h"
#include "core/record/note.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace gb {
namespace {

constexpr quint32 sectionHeader = 0x0a0d0d0a, byteOrder = 0x1a2b3c4d; // the former reads the same from both sides
constexpr quint64 maxMicroseconds = quint64(1) << 53;
constexpr qint64 maxOffset = qint64(1) << 33; ///< seconds

quint64 powerOf10(int exponent)
{
    quint64 value = 1;
    while (exponent-- > 0)
        value *= 10;
    return value;
}

/// `resolution` as if_tsresol: a negative power of 10 or, with the highest bit, of 2.
quint64 toMicroseconds(quint64 stamp, quint8 resolution)
{
    int digits = resolution & 0x7f;
    if ((resolution & 0x80) == 0) {
        if (digits >= 6)
            return digits - 6 > 19 ? 0 : stamp / powerOf10(digits - 6);
        const quint64 factor = powerOf10(6 - digits);
        return stamp > maxMicroseconds / factor ? maxMicroseconds : stamp * factor;
    }
    if (digits > 63)
        return 0;
    const quint64 seconds = stamp >> digits;
    quint64 rest = stamp - (seconds << digits);
    if (constexpr int most = 43; digits > most) { // so that a million times as much fits
        rest >>= digits - most;
        digits = most;
    }
    return seconds > maxMicroseconds / 1'000'000 ? maxMicroseconds : seconds * 1'000'000 + (rest * 1'000'000 >> digits);
}

} // namespace

quint16 PacketSource::number16(const char *at) const
{
    return m_bigEndian ? qFromBigEndian<quint16>(at) : qFromLittleEndian<quint16>(at);
}

quint32 PacketSource::number32(const char *at) const
{
    return m_bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
}

quint64 PacketSource::number64(const char *at) const
{
    return m_bigEndian ? qFromBigEndian<quint64>(at) : qFromLittleEndian<quint64>(at);
}

PacketSource::Result PacketSource::broken(const QString &text)
{
    m_error = text;
    return Result::Broken;
}

/// Where fewer octets came than were asked for.
PacketSource::Result PacketSource::brokenOrEnd(qint64 got)
{
    if (!m_file.errorText().isEmpty())
        return broken(m_file.errorText());
    return got == 0 ? Result::End : broken(QCoreApplication::translate("Capture", "the file is truncated"));
}

/// Makes the rest that long, where the file has as much.
bool PacketSource::more(quint32 size)
{
    const auto kept = static_cast<qsizetype>(m_rest.size());
    QByteArray buffer;
    if (m_buffer.size() < static_cast<qsizetype>(size) || m_buffer.isEmpty() || !m_buffer.isDetached()) { // somebody
                                                                                                          // keeps what
                                                                                                          // stands in
                                                                                                          // it
        buffer.resize(std::max<qsizetype>(chunk, size));
        std::copy(m_rest.begin(), m_rest.end(), buffer.begin());
        m_buffer.swap(buffer);
    } else if (kept > 0) {
        std::memmove(m_buffer.data(), m_rest.data(), m_rest.size());
    }
    const qint64 got = m_file.read(m_buffer.data() + kept, m_buffer.size() - kept);
    m_fileEnded = got < m_buffer.size() - kept;
    m_rest = {m_buffer.constData(), static_cast<std::size_t>(kept + got)};
    return m_rest.size() >= size;
}

/// Takes the next octets as the block; how many there were.
qint64 PacketSource::take(quint32 size)
{
    if (m_rest.size() < size && !more(size)) {
        m_block = std::exchange(m_rest, {});
        m_taken += static_cast<qint64>(m_block.size());
        return static_cast<qint64>(m_block.size());
    }
    m_block = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    m_taken += size;
    return size;
}

/// Takes the next octets; false where there are not as many.
bool PacketSource::fill(quint32 size)
{
    if (take(size) == size)
        return true;
    broken(!m_file.errorText().isEmpty() ? m_file.errorText()
            : m_taken == 0 ? QCoreApplication::translate("Capture", "the file is empty: nothing was captured into it")
                           : QCoreApplication::translate("Capture", "the file is truncated"));
    return false;
}

bool PacketSource::open(const QString &path)
{
    m_error.clear();
    m_interfaces.clear();
    m_last = {};
    m_own = false;
    m_foreignNotes = 0;
    m_holes = {};
    m_holeStart = -1;
    m_fileEnded = m_toEnd = false;
    m_rest = {};
    m_taken = 0;
    if (!m_file.open(path) && m_file.errorText().isEmpty()) {
        m_error = QCoreApplication::translate("Capture", "cannot open the file");
        return false;
    }
    m_error = m_file.errorText();
    if (m_error.isEmpty() && readHeader())
        return true;
    m_error.prepend(QCoreApplication::translate("Capture", "not a capture file: "));
    return false;
}

bool PacketSource::readHeader()
{
    if (!fill(4))
        return false;
    const QByteArray start(m_block.data(), static_cast<qsizetype>(std::min<std::size_t>(64, 4 + m_rest.size())));
    if (start.startsWith(QByteArrayLiteral("snoop\0\0\0")))
        return readSnoopHeader();
    for (const bool bigEndian : {false, true}) {
        m_bigEndian = bigEndian;
        const quint32 magic = number32(m_block.data());
        if (magic == sectionHeader) {
            m_format = Format::Pcapng;
            return fill(4) && readSection();
        }
        if (magic != 0xa1b2c3d4 && magic != 0xa1b23c4d && magic != 0xa1b2cd34)
            continue;
        m_format = magic == 0xa1b23c4d ? Format::Nanoseconds : Format::Pcap;
        m_recordHeader = magic == 0xa1b2cd34 ? 24 : 16; // a patched libpcap of 1999
        if (!fill(20))
            return false;
        m_linkType = static_cast<int>(number32(m_block.data() + 16) & 0x03ffffff); // above: about the frame's checksum
        m_recordHeader = likelyRecordHeader(m_recordHeader);
        if (number16(m_block.data()) == 2)
            return true;
        break;
    }
    const QString name = nameOfFormat(start);
    m_error = name.isEmpty() ? QCoreApplication::translate("Capture",
                  "its first bytes are those of none (pcap, pcapng, snoop, or these packed): "
                  "open it in Wireshark and save it as pcapng")
                             : name;
    return false;
}

/// A section header from its length on, whose octets are in the block: in which order they are stands behind them.
bool PacketSource::readSection()
{
    char lengthOctets[4];
    std::memcpy(lengthOctets, m_block.data() + m_block.size() - 4, sizeof lengthOctets);
    if (!fill(4))
        return false;
    const bool before = std::exchange(m_bigEndian, qFromBigEndian<quint32>(m_block.data()) == byteOrder);
    const quint32 length = number32(lengthOctets);
    if (number32(m_block.data()) != byteOrder || length < 28 || length % 4 != 0 || length > maxBlock) {
        m_bigEndian = before;
        m_error = QCoreApplication::translate("Capture", "a section header that cannot be read");
        return false;
    }
    m_interfaces.clear();
    m_own = false;
    if (!fill(length - 12))
        return false;
    if (number16(m_block.data()) != 1 || number32(m_block.data() + m_block.size() - 4) != length) {
        m_error = QCoreApplication::translate("Capture", "a section header that cannot be read");
        return false;
    }
    return true;
}

PacketSource::Result PacketSource::next(Packet &packet)
{
    if (!m_error.isEmpty())
        return Result::Broken;
    if (m_holeStart >= 0)
        return search();
    m_blockIsWhole = false;
    const qint64 start = m_taken;
    const Result result = readNext(packet);
    if (result == Result::Broken)
        return lost(start);
    return result == Result::End ? end() : result;
}

PacketSource::Result PacketSource::readNext(Packet &packet)
{
    switch (m_format) {
    case Format::Pcapng: return readBlock(packet);
    case Format::Snoop: return readSnoopRecord(packet);
    default: return readRecord(packet);
    }
}

/// An archive may hold several captures.
PacketSource::Result PacketSource::end()
{
    if (m_file.next()) {
        m_rest = {};
        m_interfaces.clear();
        return readHeader() ? Result::Nothing : Result::Broken;
    }
    m_toEnd = true;
    return m_holes.count > 0 ? broken(m_holes.text()) : Result::End;
}

PacketSource::Result PacketSource::readRecord(Packet &packet)
{
    if (const qint64 got = take(m_recordHeader); got != m_recordHeader)
        return brokenOrEnd(got);
    const char *const header = m_block.data();
    const std::chrono::seconds seconds(number32(header));
    const quint32 fraction = number32(header + 4), size = number32(header + 8);
    if (size > maxPacket)
        return broken(QCoreApplication::translate("Capture", "a packet of %1 bytes").arg(size));
    packet.linkType = m_linkType;
    packet.at = TimePoint(
        seconds + std::chrono::microseconds(m_format == Format::Nanoseconds ? fraction / 1000 : fraction));
    if (!fill(size))
        return Result::Broken;
    give(m_block, 0, packet);
    m_last = packet.at;
    return Result::Packet;
}

PacketSource::Result PacketSource::readBlock(Packet &packet)
{
    if (const qint64 got = take(8); got != 8)
        return brokenOrEnd(got);
    const quint32 type = number32(m_block.data());
    if (type == sectionHeader) {
        return readSection() ? Result::Nothing : Result::Broken;
    }
    const quint32 length = number32(m_block.data() + 4);
    if (length < 12 || length % 4 != 0 || length > maxBlock)
        return broken(QCoreApplication::translate("Capture", "a block of %1 bytes").arg(length));
    if (!fill(length - 8))
        return Result::Broken;
    if (number32(m_block.data() + m_block.size() - 4) != length)
        return broken(QCoreApplication::translate("Capture", "a block with two lengths"));
    m_blockIsWhole = true;
    return takeBlock(type, m_block.substr(0, length - 12), packet);
}

PacketSource::Result PacketSource::takeBlock(quint32 type, std::string_view body, Packet &packet)
{
    switch (type) {
    case 1: return takeInterface(body);
    case 2: // obsolete
    case 6:
        if (body.size() < 20)
            return broken(QCoreApplication::translate("Capture", "a packet block that is too short"));
        return takePacket(type == 2 ? number16(body.data()) : number32(body.data()),
            quint64(number32(body.data() + 4)) << 32 | number32(body.data() + 8), number32(body.data() + 12),
            body.substr(20), packet);
    case 3: return takeSimplePacket(body, packet);
    case 5: return takeStatistics(body, packet);
    case 9: // systemd's journal: whatever it tells, it is not ours
        ++m_foreignNotes;
        return Result::Nothing;
    default: return Result::Nothing;
    }
}

PacketSource::Result PacketSource::takePacket(
    std::size_t number, quint64 stamp, quint32 size, std::string_view rest, Packet &packet)
{
    if (number >= m_interfaces.size())
        return broken(QCoreApplication::translate("Capture", "a packet of an interface that is not described"));
    if (size > maxPacket || size > rest.size())
        return broken(QCoreApplication::translate("Capture", "a packet of %1 bytes").arg(size));
    const Interface &interface = m_interfaces[number];
    const quint64 microseconds = std::min(toMicroseconds(stamp, interface.resolution), maxMicroseconds);
    packet.linkType = interface.linkType;
    packet.at = TimePoint(std::chrono::microseconds(microseconds)
        + std::chrono::seconds(std::clamp(interface.offset, -maxOffset, maxOffset)));
    give(rest.substr(0, size), static_cast<quint32>(number), packet);
    packet.outbound = m_own && isOutbound(rest.substr(std::min<std::size_t>(rest.size(), (size + 3U) / 4 * 4)));
    m_last = packet.at;
    return Result::Packet;
}

/// epb_flags, where they stand first.
bool PacketSource::isOutbound(std::string_view options) const
{
    return options.size() >= 8 && number16(options.data()) == 2 && number16(options.data() + 2) == 4
        && (number32(options.data() + 4) & 3U) == 2;
}

/// Ours carry a note in their comments; statistics of other programs have nothing to say here.
PacketSource::Result PacketSource::takeStatistics(std::string_view body, Packet &packet)
{
    if (body.size() < 12 || number32(body.data()) >= m_interfaces.size())
        return Result::Nothing;
    const Interface &interface = m_interfaces[number32(body.data())];
    const quint64 stamp = quint64(number32(body.data() + 4)) << 32 | number32(body.data() + 8);
    std::string_view options = body.substr(12);
    m_note.clear();
    bool comment = false;
    while (options.size() >= 4 && number16(options.data()) != 0) {
        const quint16 code = number16(options.data()), size = number16(options.data() + 2);
        const std::size_t whole = 4 + (size + 3U) / 4 * 4;
        if (whole > options.size())
            break;
        if (code == 1 && m_note.size() + size <= notetext::maxNote) {
            m_note.append(options.data() + 4, size);
            comment = true;
        }
        options.remove_prefix(whole);
    }
    if (!m_note.startsWith(QByteArrayView(notetext::marker.data(), notetext::marker.size()))) {
        m_foreignNotes += comment ? 1 : 0;
        return Result::Nothing;
    }
    packet.at = TimePoint(
        std::chrono::microseconds(std::min(toMicroseconds(stamp, interface.resolution), maxMicroseconds))
        + std::chrono::seconds(std::clamp(interface.offset, -maxOffset, maxOffset)));
    packet.octets = {m_note.constData(), static_cast<std::size_t>(m_note.size())};
    return Result::Note;
}

/// `octets`: within the block.
void PacketSource::give(std::string_view octets, quint32 interface, Packet &packet) const
{
    packet.octets = octets;
    packet.interface = interface;
    packet.offset = m_file.isCompressed()
        ? -1
        : m_taken - static_cast<qint64>(m_block.data() + m_block.size() - octets.data());
}

} // namespace gb
