#include "core/capture/packetdecoder.h"

#include <QtEndian>

namespace gb {
namespace {

constexpr int maxDepth = 8; ///< tags, sessions and tunnels around a packet, in all
constexpr int maxExtensions = 8;

quint16 big16(std::string_view data, std::size_t at)
{
    return qFromBigEndian<quint16>(data.data() + at);
}

PacketKind udp(std::string_view data, Datagram &datagram, bool view)
{
    if (data.size() < 8)
        return PacketKind::Damaged;
    const std::size_t length = big16(data, 4);
    if (length < 8 || length > data.size())
        return PacketKind::Damaged;
    datagram.transport = TransportKind::Udp;
    datagram.from.port = big16(data, 0);
    datagram.to.port = big16(data, 2);
    const auto size = static_cast<qsizetype>(length - 8);
    datagram.octets = view ? QByteArray::fromRawData(data.data() + 8, size) : QByteArray(data.data() + 8, size);
    return PacketKind::Udp;
}

PacketKind tcp(std::string_view data, Datagram &datagram, quint8 &flags)
{
    if (data.size() < 20)
        return PacketKind::Damaged;
    const std::size_t header = (static_cast<uchar>(data[12]) >> 4) * 4U;
    if (header < 20 || header > data.size())
        return PacketKind::Damaged;
    flags = static_cast<quint8>(data[13]);
    datagram.transport = TransportKind::Tcp;
    datagram.from.port = big16(data, 0);
    datagram.to.port = big16(data, 2);
    datagram.sequence = qFromBigEndian<quint32>(data.data() + 4);
    datagram.acknowledged = qFromBigEndian<quint32>(data.data() + 8);
    datagram.octets = QByteArray(data.data() + header, static_cast<qsizetype>(data.size() - header));
    return PacketKind::Tcp;
}

/// Link layers, tags and tunnels down to UDP or TCP.
class Decoder
{
public:
    Decoder(Datagram &datagram, PacketDetail &detail, int depth = 0)
        : m_datagram(datagram)
        , m_detail(detail)
        , m_depth(depth)
    {
    }

    PacketKind ethernetType(quint16 type, std::string_view data);
    PacketKind ip(std::string_view data);
    PacketKind payload(int protocol, std::string_view data);

private:
    bool deeper() { return ++m_depth <= maxDepth; }
    PacketKind ip4(std::string_view data);
    PacketKind ip6(std::string_view data);
    PacketKind pppoe(std::string_view data);
    PacketKind fragment(quint32 id, int protocol, quint32 offset, bool more, std::string_view octets);

    Datagram &m_datagram;
    PacketDetail &m_detail;
    int m_depth;
};

PacketKind Decoder::ip4(std::string_view data)
{
    if (data.size() < 20 || static_cast<uchar>(data[0]) >> 4 != 4)
        return PacketKind::Damaged;
    const std::size_t header = (static_cast<uchar>(data[0]) & 0xfU) * 4U;
    const std::size_t total = big16(data, 2);
    if (header < 20 || total < header || total > data.size())
        return PacketKind::Damaged;
    m_datagram.from.address = IpAddress::v4(data.data() + 12);
    m_datagram.to.address = IpAddress::v4(data.data() + 16);
    const int protocol = static_cast<uchar>(data[9]);
    const std::string_view inside = data.substr(header, total - header);
    const quint32 place = big16(data, 6);
    const quint32 offset = (place & 0x1fffU) * 8;
    const bool more = (place & 0x2000U) != 0;
    return more || offset != 0 ? fragment(big16(data, 4), protocol, offset, more, inside) : payload(protocol, inside);
}

PacketKind Decoder::ip6(std::string_view data)
{
    if (data.size() < 40 || static_cast<uchar>(data[0]) >> 4 != 6)
        return PacketKind::Damaged;
    const std::size_t length = big16(data, 4);
    if (length + 40 > data.size())
        return PacketKind::Damaged;
    m_datagram.from.address = IpAddress::v6(data.data() + 8);
    m_datagram.to.address = IpAddress::v6(data.data() + 24);
    return payload(static_cast<uchar>(data[6]), data.substr(40, length));
}

PacketKind Decoder::fragment(quint32 id, int protocol, quint32 offset, bool more, std::string_view octets)
{
    m_detail.fragment = {.from = m_datagram.from.address,
        .to = m_datagram.to.address,
        .id = id,
        .protocol = protocol,
        .depth = m_depth,
        .offset = offset,
        .more = more,
        .octets = octets};
    return PacketKind::Fragment;
}

/// What an IP header says follows it; extension headers of IPv6 (RFC 8200 §4) are passed over.
PacketKind Decoder::payload(int protocol, std::string_view data)
{
    for (int headers = 0; headers <= maxExtensions; ++headers) {
        switch (protocol) {
        case 17: return udp(data, m_datagram, m_detail.views);
        case 6: return tcp(data, m_datagram, m_detail.tcpFlags);
        case 4: return deeper() ? ip4(data) : PacketKind::Other;  // RFC 2003
        case 41: return deeper() ? ip6(data) : PacketKind::Other; // RFC 4213, RFC 2473
        case 44:
        case 0:
        case 43:
        case 60: break; // fragment, hop-by-hop, routing, destination options
        default: return PacketKind::Other;
        }
        if (data.size() < 8)
            return PacketKind::Damaged;
        const std::size_t size = protocol == 44 ? 8U : (static_cast<uchar>(data[1]) + 1U) * 8U;
        if (size > data.size())
            return PacketKind::Damaged;
        if (const quint32 place = big16(data, 2); protocol == 44 && (place & 0xfff9U) != 0) // else a packet of one
                                                                                            // fragment, RFC 6946
            return fragment(qFromBigEndian<quint32>(data.data() + 4), static_cast<uchar>(data[0]), place & 0xfff8U,
                (place & 1U) != 0, data.substr(size));
        protocol = static_cast<uchar>(data[0]);
        data.remove_prefix(size);
    }
    return PacketKind::Other;
}

PacketKind Decoder::ip(std::string_view data)
{
    if (data.empty())
        return PacketKind::Damaged;
    switch (static_cast<uchar>(data[0]) >> 4) {
    case 4: return ip4(data);
    case 6: return ip6(data);
    default: return PacketKind::Other;
    }
}

/// RFC 2516 §4, session stage; only IPv4 and IPv6 of PPP.
PacketKind Decoder::pppoe(std::string_view data)
{
    constexpr std::size_t header = 6, protocol = 2;
    if (data.size() < header + protocol)
        return PacketKind::Damaged;
    const std::size_t length = big16(data, 4);
    if (length < protocol || header + length > data.size())
        return PacketKind::Damaged;
    const std::string_view inside = data.substr(header + protocol, length - protocol);
    switch (big16(data, header)) {
    case 0x0021: return ip4(inside);
    case 0x0057: return ip6(inside);
    default: return PacketKind::Other;
    }
}

/// `data`: what stands behind the type.
PacketKind Decoder::ethernetType(quint16 type, std::string_view data)
{
    for (;;) {
        switch (type) {
        case 0x0800:
        case 0x86dd: return ip(data);
        case 0x8864: return deeper() ? pppoe(data) : PacketKind::Other;
        case 0x8100: // IEEE 802.1Q
        case 0x88a8: // IEEE 802.1ad
        case 0x9100: break;
        default: return PacketKind::Other;
        }
        if (!deeper())
            return PacketKind::Other;
        if (data.size() < 4)
            return PacketKind::Damaged;
        type = big16(data, 2);
        data.remove_prefix(4);
    }
}

} // namespace

PacketKind decodePacket(int linkType, std::string_view packet, Datagram &datagram, PacketDetail &detail)
{
    Decoder decoder(datagram, detail);
    const auto behind = [&](std::size_t typeAt, std::size_t header) {
        return packet.size() < header ? PacketKind::Damaged
                                      : decoder.ethernetType(big16(packet, typeAt), packet.substr(header));
    };
    // Numbers of the LINKTYPE registry; libpcap's DLT_RAW is 12 or 14 on some systems.
    switch (linkType) {
    case 1: return behind(12, 14);
    case 113: return behind(14, 16); // Linux cooked
    case 276: return behind(0, 20);  // Linux cooked, version 2
    case 12:
    case 14:
    case 101:
    case 228:
    case 229: return decoder.ip(packet);
    case 0: // BSD loopback: the family's number differs from system to system, the version of IP does not
    case 108: return packet.size() < 4 ? PacketKind::Damaged : decoder.ip(packet.substr(4));
    default: detail.unknownLink = true; return PacketKind::Other;
    }
}

PacketKind decodePayload(int protocol, int depth, std::string_view payload, Datagram &datagram, PacketDetail &detail)
{
    return Decoder(datagram, detail, depth).payload(protocol, payload);
}

} // namespace gb
