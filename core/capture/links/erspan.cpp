#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys2[] = {{Space::EtherType, 0x88be}}, keys3[] = {{Space::EtherType, 0x22eb}};

Opened open2(const Layer &layer)
{
    constexpr std::size_t header = 8;
    if (layer.octets.size() < header)
        return damaged();
    return octet(layer.octets, 0) >> 4 == 1 ? inside(Space::Link, linkEthernet, layer.octets.substr(header)) : other();
}

/// draft-foschiano-erspan §4.3: with the last bit set another 8 octets follow.
Opened open3(const Layer &layer)
{
    constexpr std::size_t header = 12, more = 8;
    const std::string_view data = layer.octets;
    if (data.size() < header)
        return damaged();
    if (octet(data, 0) >> 4 != 2)
        return other();
    const int frame = octet(data, 10) >> 2 & 0x1f; // 0: Ethernet, 2: IP
    const std::size_t size = header + ((octet(data, 11) & 1) != 0 ? more : 0);
    if (frame == 0)
        return behind(size, Space::Link, linkEthernet, data);
    return frame == 2 ? behind(size, Space::Link, linkRaw, data) : other();
}

} // namespace

const Decoder erspan2{.name = "ERSPAN II", .keys = keys2, .open = open2};
const Decoder erspan3{.name = "ERSPAN III", .keys = keys3, .open = open3};

} // namespace gb::links
