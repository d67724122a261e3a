#include "core/capture/icmp.h"

#include <QtEndian>

#include <algorithm>

namespace gb {
namespace {

constexpr std::size_t icmpHeader = 8, udpHeader = 8;
constexpr int udp = 17, tcp = 6;

quint8 octet(std::string_view data, std::size_t at)
{
    return static_cast<quint8>(data[at]);
}

IcmpError::Kind kindOf(bool v6, quint8 type, quint8 code)
{
    using Kind = IcmpError::Kind;
    if (!v6) {
        constexpr quint8 fragmentationNeeded = 4;
        switch (type) {
        case 3: return code == fragmentationNeeded ? Kind::TooBig : Kind::Unreachable;
        case 11: return Kind::TimeExceeded;
        default: return Kind::None;
        }
    }
    switch (type) {
    case 1: return Kind::Unreachable;
    case 2: return Kind::TooBig;
    case 3: return Kind::TimeExceeded;
    default: return Kind::None;
    }
}

/// Extension headers of IPv6 (RFC 8200 §4). False of a fragment that is not the first.
bool passExtensions(int &protocol, std::string_view &inside)
{
    constexpr int hopByHop = 0, routing = 43, fragment = 44, options = 60, most = 8;
    for (int i = 0; i < most && inside.size() >= 8; ++i) {
        if (protocol != hopByHop && protocol != routing && protocol != fragment && protocol != options)
            break;
        if (protocol == fragment && (qFromBigEndian<quint16>(inside.data() + 2) & 0xfff8U) != 0)
            return false;
        const std::size_t size = protocol == fragment ? 8U : (octet(inside, 1) + 1U) * 8U;
        protocol = octet(inside, 0);
        inside.remove_prefix(std::min(size, inside.size()));
    }
    return true;
}

/// The ends of the datagram that is quoted, and what of it is. False where there is no whole IP header.
bool readQuoted(bool v6, std::string_view packet, IcmpError &error)
{
    const std::size_t least = v6 ? 40 : 20;
    if (packet.size() < least || octet(packet, 0) >> 4 != (v6 ? 6 : 4))
        return false;
    const std::size_t header = v6 ? least : (octet(packet, 0) & 0xfU) * 4U;
    if (header < least || packet.size() < header)
        return false;
    error.from.address = v6 ? IpAddress::v6(packet.data() + 8) : IpAddress::v4(packet.data() + 12);
    error.to.address = v6 ? IpAddress::v6(packet.data() + 24) : IpAddress::v4(packet.data() + 16);
    int protocol = octet(packet, v6 ? 6 : 9);
    std::string_view inside = packet.substr(header);
    const bool isFirst = v6 ? passExtensions(protocol, inside)
                            : (qFromBigEndian<quint16>(packet.data() + 6) & 0x1fffU) == 0;
    error.transport = protocol == tcp ? TransportKind::Tcp : TransportKind::Udp;
    if ((protocol != udp && protocol != tcp) || !isFirst || inside.size() < 4)
        return protocol == udp || protocol == tcp;
    error.from.port = qFromBigEndian<quint16>(inside.data());
    error.to.port = qFromBigEndian<quint16>(inside.data() + 2);
    if (protocol != udp || inside.size() < udpHeader)
        return true;
    const quint32 length = qFromBigEndian<quint16>(inside.data() + 4);
    error.length = length > udpHeader ? length - static_cast<quint32>(udpHeader) : 0;
    error.octets = inside.substr(udpHeader, error.length); // behind it may stand an extension, RFC 4884
    return true;
}

} // namespace

IcmpError readIcmpError(int protocol, const IpAddress &from, std::string_view message)
{
    if (message.size() < icmpHeader)
        return {};
    const bool v6 = protocol == 58;
    IcmpError error;
    error.v6 = v6;
    error.type = octet(message, 0);
    error.code = octet(message, 1);
    error.kind = kindOf(v6, error.type, error.code);
    error.reporter = from;
    if (error.kind == IcmpError::Kind::None || !readQuoted(v6, message.substr(icmpHeader), error))
        return {};
    return error;
}

} // namespace gb
