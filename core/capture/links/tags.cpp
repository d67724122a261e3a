#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr quint16 vnTag = 0x8926, eTag = 0x893f, metadata = 0x8909;
constexpr Key keys[] = {
    {Space::EtherType, 0x8100}, // IEEE 802.1Q
    {Space::EtherType, 0x88a8}, // IEEE 802.1ad
    {Space::EtherType, 0x9100}, {Space::EtherType, 0x9200}, {Space::EtherType, 0x9300},
    {Space::EtherType, vnTag},    // of Cisco's fabric extenders
    {Space::EtherType, eTag},     // IEEE 802.1BR
    {Space::EtherType, metadata}, // of Cisco's TrustSec
};

/// Octets of a tag, with the type of what follows as the last two.
std::size_t sizeOf(quint16 type)
{
    switch (type) {
    case vnTag: return 6;
    case eTag:
    case metadata: return 8;
    default: return 4;
    }
}

Opened open(const Layer &layer)
{
    const std::size_t size = sizeOf(layer.number);
    if (layer.octets.size() < size)
        return damaged();
    const quint16 type = big16(layer.octets, size - 2);
    const std::string_view rest = layer.octets.substr(size);
    return type <= 1500 ? openLlc(rest.substr(0, type)) : inside(Space::EtherType, type, rest);
}

} // namespace

const Decoder tags{.name = "VLAN tags", .keys = keys, .open = open};

} // namespace gb::links
