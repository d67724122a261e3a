#include "core/capture/packetdecoder.h"

#include <QtEndian>

namespace gb {
namespace {

constexpr int maxTags = 8;

quint16 big16(std::string_view data, std::size_t at)
{
    return qFromBigEndian<quint16>(data.data() + at);
}

PacketKind udp(std::string_view data, Datagram &datagram)
{
    if (data.size() < 8)
        return PacketKind::Damaged;
    const std::size_t length = big16(data, 4);
    if (length < 8 || length > data.size())
        return PacketKind::Damaged;
    datagram.transport = TransportKind::Udp;
    datagram.from.port = big16(data, 0);
    datagram.to.port = big16(data, 2);
    datagram.octets = QByteArray(data.data() + 8, static_cast<qsizetype>(length - 8));
    return PacketKind::Udp;
}

PacketKind tcp(std::string_view data, Datagram &datagram)
{
    if (data.size() < 20)
        return PacketKind::Damaged;
    const std::size_t header = (static_cast<uchar>(data[12]) >> 4) * 4U;
    if (header < 20 || header > data.size())
        return PacketKind::Damaged;
    datagram.transport = TransportKind::Tcp;
    datagram.from.port = big16(data, 0);
    datagram.to.port = big16(data, 2);
    datagram.sequence = qFromBigEndian<quint32>(data.data() + 4);
    datagram.acknowledged = qFromBigEndian<quint32>(data.data() + 8);
    datagram.octets = QByteArray(data.data() + header, static_cast<qsizetype>(data.size() - header));
    return PacketKind::Tcp;
}

PacketKind transport(int protocol, std::string_view data, Datagram &datagram)
{
    return protocol == 17 ? udp(data, datagram) : protocol == 6 ? tcp(data, datagram) : PacketKind::Other;
}

PacketKind ip4(std::string_view data, Datagram &datagram)
{
    if (data.size() < 20)
        return PacketKind::Damaged;
    const std::size_t header = (static_cast<uchar>(data[0]) & 0xfU) * 4U;
    const std::size_t total = big16(data, 2);
    if (header < 20 || total < header || total > data.size())
        return PacketKind::Damaged;
    if ((big16(data, 6) & 0x3fffU) != 0) // more fragments, or an offset
        return PacketKind::Fragment;
    datagram.from.address = QHostAddress(qFromBigEndian<quint32>(data.data() + 12));
    datagram.to.address = QHostAddress(qFromBigEndian<quint32>(data.data() + 16));
    return transport(data[9], data.substr(header, total - header), datagram);
}

PacketKind ip6(std::string_view data, Datagram &datagram)
{
    if (data.size() < 40)
        return PacketKind::Damaged;
    const std::size_t length = big16(data, 4);
    if (length + 40 > data.size())
        return PacketKind::Damaged;
    datagram.from.address = QHostAddress(reinterpret_cast<const quint8 *>(data.data() + 8));
    datagram.to.address = QHostAddress(reinterpret_cast<const quint8 *>(data.data() + 24));
    int next = static_cast<uchar>(data[6]);
    std::string_view rest = data.substr(40, length);
    for (int headers = 0; headers < maxTags; ++headers) {
        if (next == 17 || next == 6)
            return transport(next, rest, datagram);
        if (next == 44)
            return PacketKind::Fragment;
        if (next != 0 && next != 43 && next != 60) // hop-by-hop, routing, destination options
            return PacketKind::Other;
        if (rest.size() < 8)
            return PacketKind::Damaged;
        const std::size_t size = (static_cast<uchar>(rest[1]) + 1U) * 8U;
        if (size > rest.size())
            return PacketKind::Damaged;
        next = static_cast<uchar>(rest[0]);
        rest.remove_prefix(size);
    }
    return PacketKind::Other;
}

PacketKind ip(std::string_view data, Datagram &datagram)
{
    if (data.empty())
        return PacketKind::Damaged;
    switch (static_cast<uchar>(data[0]) >> 4) {
    case 4: return ip4(data, datagram);
    case 6: return ip6(data, datagram);
    default: return PacketKind::Other;
    }
}

PacketKind ethernet(std::string_view data, std::size_t typeAt, Datagram &datagram)
{
    for (int tags = 0; tags <= maxTags; ++tags, typeAt += 4) {
        if (data.size() < typeAt + 2)
            return PacketKind::Damaged;
        const quint16 type = big16(data, typeAt);
        if (type == 0x0800 || type == 0x86dd)
            return ip(data.substr(typeAt + 2), datagram);
        if (type != 0x8100 && type != 0x88a8 && type != 0x9100)
            return PacketKind::Other;
    }
    return PacketKind::Other;
}

} // namespace

PacketKind decodePacket(int linkType, std::string_view packet, Datagram &datagram)
{
    // Numbers of the LINKTYPE registry; libpcap's DLT_RAW is 12 or 14 on some systems.
    switch (linkType) {
    case 1: return ethernet(packet, 12, datagram);
    case 12:
    case 14:
    case 101:
    case 228:
    case 229: return ip(packet, datagram);
    case 0:
    case 108: return packet.size() < 4 ? PacketKind::Damaged : ip(packet.substr(4), datagram);
    case 113: return ethernet(packet, 14, datagram);                                              // Linux cooked
    case 276: return packet.size() < 20 ? PacketKind::Damaged : big16(packet, 0) == 0x0800 || big16(packet, 0) == 0x86dd ? ip(packet.substr(20), datagram) : PacketKind::Other;
    default: return PacketKind::Other;
    }
}

} // namespace gb
