#include "core/capture/resync.h"

#include "core/capture/packetsource.h"

#include <QCoreApplication>
#include <QtEndian>

namespace gb {
namespace {

constexpr quint32 sectionHeader = 0x0a0d0d0a, byteOrder = 0x1a2b3c4d;
constexpr quint32 month = 31 * 24 * 3600; ///< seconds; farther from the last packet is none

} // namespace

void Holes::add(qint64 offset, qint64 size, const QString &why)
{
    if (count++ == 0) {
        firstOffset = offset;
        firstBytes = size;
        firstWhy = why;
    }
    bytes += size;
}

QString Holes::text() const
{
    if (count == 0)
        return {};
    QString text = QCoreApplication::translate("Capture", "%1 bytes unreadable at offset %2 (%3)")
                       .arg(firstBytes)
                       .arg(firstOffset)
                       .arg(firstWhy);
    if (count > 1)
        text += QCoreApplication::translate("Capture", ", %1 bytes at %2 places in all").arg(bytes).arg(count);
    text += QCoreApplication::translate("Capture", "; what stands behind them was read");
    return text;
}

quint32 Resync::number(std::string_view octets, std::size_t at) const
{
    return isBigEndian ? qFromBigEndian<quint32>(octets.data() + at) : qFromLittleEndian<quint32>(octets.data() + at);
}

std::size_t Resync::reach() const
{
    return isPcapng ? maxBlock + 12 : PacketSource::maxPacket + 2 * recordHeader;
}

bool Resync::isNear(quint32 seconds) const
{
    return seconds != 0 && (!last || (seconds > *last ? seconds - *last : *last - seconds) <= month);
}

/// RFC 1761.
std::optional<std::size_t> Resync::snoopAt(std::string_view octets) const
{
    const quint32 sent = number(octets, 0), size = number(octets, 4), whole = number(octets, 8);
    const bool fits = size > 0 && size <= sent && sent <= 0x7fffffff && size <= PacketSource::maxPacket
        && whole >= recordHeader + size && whole <= recordHeader + size + 8;
    return fits && isNear(number(octets, 16)) && number(octets, 20) < 1'000'000 ? std::optional<std::size_t>(whole)
                                                                                : std::nullopt;
}

bool Resync::begin(std::string_view octets) const
{
    int records = 0;
    for (; records < 2 && !octets.empty(); ++records) {
        const auto size = recordAt(octets);
        if (!size)
            return false;
        octets.remove_prefix(std::min(octets.size(), *size));
    }
    return records > 0;
}

/// Octets of the record that begins here, if one does.
std::optional<std::size_t> Resync::recordAt(std::string_view octets) const
{
    if (octets.size() < recordHeader)
        return std::nullopt;
    if (isSnoop)
        return snoopAt(octets);
    if (!isNear(number(octets, 0)))
        return std::nullopt;
    const quint32 fraction = number(octets, 4), size = number(octets, 8), whole = number(octets, 12);
    if (fraction >= 1'000'000'000 || size == 0 || size > PacketSource::maxPacket || whole < size || whole > 0x7fffffff)
        return std::nullopt;
    return recordHeader + size;
}

std::optional<std::size_t> Resync::blockAt(std::string_view octets) const
{
    if (octets.size() < 12)
        return std::nullopt;
    const quint32 type = number(octets, 0), length = number(octets, 4);
    const bool isKnown = (type >= 1 && type <= 10) || type == 0xbad || type == 0x40000bad || type == sectionHeader;
    if (!isKnown || length < 12 || length % 4 != 0 || length > maxBlock || length > octets.size()
        || number(octets, length - 4) != length)
        return std::nullopt;
    if (type == sectionHeader && (length < 28 || number(octets, 8) != byteOrder))
        return std::nullopt;
    return length;
}

std::optional<std::size_t> Resync::sizeOf(std::string_view octets) const
{
    return isPcapng ? blockAt(octets) : recordAt(octets);
}

std::optional<std::size_t> Resync::find(std::string_view octets, bool isEnd) const
{
    const std::size_t most = isEnd ? octets.size() : octets.size() - std::min(octets.size(), reach());
    for (std::size_t at = 0; at < most; ++at) {
        const auto size = sizeOf(octets.substr(at));
        if (!size || at + *size > octets.size())
            continue;
        const std::string_view next = octets.substr(at + *size);
        // A block has its length at both ends; a record of pcap has no such proof
        if ((isEnd && next.empty()) || isPcapng || recordAt(next))
            return at;
    }
    return std::nullopt;
}

QString Resync::textModeHint()
{
    return QCoreApplication::translate("Capture",
        "; the line ends are those of a transfer in text mode (FTP's ASCII mode), which spoils a "
        "capture: transfer it in binary mode");
}

bool Resync::looksLikeTextMode(std::string_view octets)
{
    std::size_t feeds = 0, doubled = 0;
    for (std::size_t at = octets.find('\n'); at != std::string_view::npos; at = octets.find('\n', at + 1)) {
        if (at == 0)
            continue;
        if (octets[at - 1] != '\r')
            return false;
        ++feeds;
        doubled += at > 1 && octets[at - 2] == '\r' ? 1 : 0;
    }
    return feeds >= 8 && doubled > 0;
}

} // namespace gb
