#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::EtherType, 0x88e7}};

/// IEEE 802.1ah, MAC in MAC: four octets of a service's tag, and the customer's frame.
Opened open(const Layer &layer)
{
    return behind(4, Space::Link, linkEthernet, layer.octets);
}

} // namespace

const Decoder pbb{.name = "MAC in MAC", .keys = keys, .open = open};

} // namespace gb::links
