#include "core/capture/packetdecoder.h"

#include "core/capture/icmp.h"
#include "core/capture/links/layer.h"

#include <QtEndian>

#include <algorithm>
#include <optional>

namespace gb {
namespace {

constexpr int maxDepth = 8; ///< tags, sessions and tunnels around a packet, in all
constexpr int maxExtensions = 8;
constexpr int maxSteps = 32; ///< layers, with those that are no tags and no tunnels

quint16 big16(std::string_view data, std::size_t at)
{
    return qFromBigEndian<quint16>(data.data() + at);
}

void markCut(Datagram &datagram, std::size_t missing)
{
    datagram.cut = missing > 0;
    datagram.missing = static_cast<quint16>(std::min<std::size_t>(missing, 0xffff));
}

PacketKind tcp(std::string_view data, Datagram &datagram, quint8 &flags, std::size_t missing)
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
    markCut(datagram, missing);
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

    PacketKind follow(links::Layer layer);
    PacketKind payload(int protocol, std::string_view data);

private:
    bool deeper() { return ++m_depth <= maxDepth; }
    PacketKind ip4(std::string_view data);
    PacketKind ip6(std::string_view data);
    PacketKind udp(std::string_view data);
    std::optional<PacketKind> tunnel(std::string_view octets);
    PacketKind fragment(quint32 id, int protocol, quint32 offset, bool more, std::string_view octets);

    Datagram &m_datagram;
    PacketDetail &m_detail;
    int m_depth;
    std::size_t m_missing = 0; ///< octets that the innermost IP packet should have, and that were not captured
};

PacketKind Decoder::ip4(std::string_view data)
{
    if (data.size() < 20 || static_cast<uchar>(data[0]) >> 4 != 4)
        return PacketKind::Damaged;
    const std::size_t header = (static_cast<uchar>(data[0]) & 0xfU) * 4U;
    const std::size_t said = big16(data, 2), total = said == 0 ? data.size() : said; // 0: the card was to fill it in
    if (header < 20 || total < header || header > data.size())
        return PacketKind::Damaged;
    m_missing = total - std::min(total, data.size());
    m_datagram.from.address = IpAddress::v4(data.data() + 12);
    m_datagram.to.address = IpAddress::v4(data.data() + 16);
    const int protocol = static_cast<uchar>(data[9]);
    const std::string_view inside = data.substr(header, total - header);
    const quint32 place = big16(data, 6);
    const quint32 offset = (place & 0x1fffU) * 8;
    const bool more = (place & 0x2000U) != 0;
    if (m_missing > 0 && offset != 0)
        return PacketKind::Damaged; // it has no head, and would leave a hole
    return (more && m_missing == 0) || offset != 0 ? fragment(big16(data, 4), protocol, offset, more, inside)
                                                   : payload(protocol, inside);
}

PacketKind Decoder::ip6(std::string_view data)
{
    if (data.size() < 40 || static_cast<uchar>(data[0]) >> 4 != 6)
        return PacketKind::Damaged;
    const std::size_t length = big16(data, 4);
    m_missing = length + 40 - std::min(length + 40, data.size());
    m_datagram.from.address = IpAddress::v6(data.data() + 8);
    m_datagram.to.address = IpAddress::v6(data.data() + 24);
    return payload(static_cast<uchar>(data[6]), data.substr(40, length));
}

/// A datagram or, where its port and its octets say so, what is in a tunnel.
PacketKind Decoder::udp(std::string_view data)
{
    if (data.size() < 8)
        return PacketKind::Damaged;
    const std::size_t length = big16(data, 4);
    if (length < 8 || (length > data.size() && m_missing == 0))
        return PacketKind::Damaged;
    m_datagram.from.port = big16(data, 0);
    m_datagram.to.port = big16(data, 2);
    const std::string_view octets = data.substr(8, length - 8);
    const std::size_t missing = length - 8 - octets.size();
    if (links::isTunnelPort(m_datagram.to.port) || links::isTunnelPort(m_datagram.from.port)) {
        if (const auto kind = tunnel(octets))
            return *kind;
    }
    m_datagram.transport = TransportKind::Udp;
    markCut(m_datagram, missing);
    const auto size = static_cast<qsizetype>(octets.size());
    m_datagram.octets = m_detail.views ? QByteArray::fromRawData(octets.data(), size) : QByteArray(octets.data(), size);
    return PacketKind::Udp;
}

/// Nothing where it is none. Senders choose the other port as they like.
std::optional<PacketKind> Decoder::tunnel(std::string_view octets)
{
    for (const quint16 port : {m_datagram.to.port, m_datagram.from.port}) {
        const links::Decoder *const decoder = links::decoderOf(links::Space::Udp, port);
        const links::Opened opened = decoder ? decoder->open({links::Space::Udp, port, octets}) : links::notMine();
        switch (opened.verdict) {
        case links::Verdict::NotMine: break;
        case links::Verdict::Damaged: return PacketKind::Damaged;
        case links::Verdict::Other: return PacketKind::Other;
        case links::Verdict::Inside: return deeper() ? follow(opened.inside) : PacketKind::Other;
        }
    }
    return std::nullopt;
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
        case 17: return udp(data);
        case 6: return tcp(data, m_datagram, m_detail.tcpFlags, m_missing);
        case 4: return deeper() ? ip4(data) : PacketKind::Other;  // RFC 2003
        case 41: return deeper() ? ip6(data) : PacketKind::Other; // RFC 4213, RFC 2473
        case 1:
        case 58:
            m_detail.icmp = readIcmpError(protocol, m_datagram.from.address, data);
            m_detail.icmp.at = m_datagram.at;
            return PacketKind::Other;
        case 51: // AH, RFC 4302, is longer by other units
            if (data.size() < 12 || data.size() < (static_cast<uchar>(data[1]) + 2U) * 4U)
                return PacketKind::Damaged;
            protocol = static_cast<uchar>(data[0]);
            data.remove_prefix((static_cast<uchar>(data[1]) + 2U) * 4U);
            continue;
        case 44:
        case 0:
        case 43:
        case 60: break; // fragment, hop-by-hop, routing, destination options
        default: return follow({links::Space::Ip, static_cast<quint16>(protocol), data});
        }
        if (data.size() < 8)
            return PacketKind::Damaged;
        const std::size_t size = protocol == 44 ? 8U : (static_cast<uchar>(data[1]) + 1U) * 8U;
        if (size > data.size())
            return PacketKind::Damaged;
        const quint32 place = big16(data, 2);
        if (protocol == 44 && m_missing > 0 && (place & 0xfff8U) != 0)
            return PacketKind::Damaged;
        if (protocol == 44 && m_missing == 0 && (place & 0xfff9U) != 0) // else a packet of one fragment, RFC 6946
            return fragment(qFromBigEndian<quint32>(data.data() + 4), static_cast<uchar>(data[0]), place & 0xfff8U,
                (place & 1U) != 0, data.substr(size));
        protocol = static_cast<uchar>(data[0]);
        data.remove_prefix(size);
    }
    return PacketKind::Other;
}

/// Layer by layer, down to IP.
PacketKind Decoder::follow(links::Layer layer)
{
    using namespace links;
    for (int step = 0; step < maxSteps; ++step) {
        if (layer.space == Space::EtherType && layer.number == typeIp4)
            return ip4(layer.octets);
        if (layer.space == Space::EtherType && layer.number == typeIp6)
            return ip6(layer.octets);
        const links::Decoder *const decoder = decoderOf(layer.space, layer.number);
        if (!decoder)
            return PacketKind::Other;
        if (decoder->deeper && !deeper())
            return PacketKind::Other;
        const Opened opened = decoder->open(layer);
        switch (opened.verdict) {
        case Verdict::Inside: layer = opened.inside; break;
        case Verdict::Damaged: return PacketKind::Damaged;
        case Verdict::Other:
        case Verdict::NotMine: return PacketKind::Other;
        }
    }
    return PacketKind::Other;
}

} // namespace

PacketKind decodePacket(int linkType, std::string_view packet, Datagram &datagram, PacketDetail &detail)
{
    constexpr std::size_t header = 14; // of Ethernet, which is what most are
    detail.icmp.kind = IcmpError::Kind::None;
    detail.unknownLink = false;
    Decoder decoder(datagram, detail);
    if (linkType == links::linkEthernet && packet.size() >= header
        && qFromBigEndian<quint16>(packet.data() + 12) == links::typeIp4)
        return decoder.follow({links::Space::EtherType, links::typeIp4, packet.substr(header)});
    if (!isKnownLinkType(linkType)) {
        detail.unknownLink = true;
        return PacketKind::Other;
    }
    return decoder.follow({links::Space::Link, static_cast<quint16>(linkType), packet});
}

bool isKnownLinkType(int linkType)
{
    return linkType >= 0 && linkType <= 0xffff && links::decoderOf(links::Space::Link, static_cast<quint16>(linkType));
}

QString linkTypeName(int linkType)
{
    if (linkType >= 147 && linkType <= 162)
        return QStringLiteral("reserved for private use");
    switch (linkType) {
    case 187:
    case 201:
    case 251:
    case 254:
    case 255: return QStringLiteral("Bluetooth");
    case 186:
    case 189:
    case 220:
    case 249:
    case 288: return QStringLiteral("USB");
    case 195:
    case 230:
    case 283: return QStringLiteral("IEEE 802.15.4");
    case 190:
    case 227: return QStringLiteral("CAN bus");
    case 252: return QStringLiteral("exported by Wireshark");
    case 253: return QStringLiteral("Netlink");
    case 270: return QStringLiteral("LoRa");
    default: return {};
    }
}

PacketKind decodePayload(int protocol, int depth, std::string_view payload, Datagram &datagram, PacketDetail &detail)
{
    return Decoder(datagram, detail, depth).payload(protocol, payload);
}

} // namespace gb
