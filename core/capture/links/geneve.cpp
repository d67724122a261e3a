#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Udp, 6081}};

/// RFC 8926 §3.4: version 0, no bit set in what is reserved, and a type that we know.
Opened open(const Layer &layer)
{
    constexpr std::size_t header = 8;
    const std::string_view data = layer.octets;
    if (data.size() < header || octet(data, 0) >> 6 != 0 || (octet(data, 1) & 0x3f) != 0 || octet(data, 7) != 0)
        return notMine();
    const quint16 type = big16(data, 2);
    if (!isKnownType(type))
        return other();
    return behind(header + (octet(data, 0) & 0x3fU) * 4U, Space::EtherType, type, data);
}

} // namespace

const Decoder geneve{.name = "Geneve", .keys = keys, .open = open};

} // namespace gb::links
