#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Link, 113}}, keys2[] = {{Space::Link, 276}};

/// `type`: as Linux names it. Numbers below the Ethernet types are its own: 1 and 4 are IEEE 802.2.
Opened follow(quint16 type, std::string_view octets)
{
    switch (type) {
    case 1:
    case 4: return openLlc(octets);
    default: return inside(Space::EtherType, type, octets);
    }
}

Opened open(const Layer &layer)
{
    constexpr std::size_t header = 16;
    return layer.octets.size() < header ? damaged() : follow(big16(layer.octets, 14), layer.octets.substr(header));
}

Opened open2(const Layer &layer)
{
    constexpr std::size_t header = 20;
    return layer.octets.size() < header ? damaged() : follow(big16(layer.octets, 0), layer.octets.substr(header));
}

} // namespace

const Decoder cooked{.name = "Linux cooked", .keys = keys, .open = open, .deeper = false};
const Decoder cooked2{.name = "Linux cooked, version 2", .keys = keys2, .open = open2, .deeper = false};

} // namespace gb::links
