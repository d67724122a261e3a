#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Ip, 47}, {Space::Udp, 4754}}; // RFC 2784; over UDP, RFC 8086
constexpr quint16 checksum = 0x8000, routing = 0x4000, key = 0x2000, sequence = 0x1000, acknowledgement = 0x0080;
constexpr quint16 typeErspan = 0x88be;

/// RFC 2784 and 2890; version 1, with PPP in it, is that of PPTP (RFC 2637 §4.1).
Opened open(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < 4)
        return layer.space == Space::Udp ? notMine() : damaged();
    const quint16 flags = big16(data, 0), version = flags & 7U, type = big16(data, 2);
    if (layer.space == Space::Udp && ((flags & ~(checksum | key | sequence)) != 0 || !isKnownType(type)))
        return notMine();
    if (version > 1 || (flags & routing) != 0)
        return other();
    std::size_t header = 4;
    header += (flags & checksum) != 0 ? 4 : 0;
    header += (flags & key) != 0 ? 4 : 0;
    header += (flags & sequence) != 0 ? 4 : 0;
    header += version == 1 && (flags & acknowledgement) != 0 ? 4 : 0;
    if (type == typeErspan && (flags & sequence) == 0)
        return behind(header, Space::Link, linkEthernet, data); // ERSPAN I has no header of its own
    return behind(header, Space::EtherType, type, data);
}

} // namespace

const Decoder gre{.name = "GRE", .keys = keys, .open = open};

} // namespace gb::links
