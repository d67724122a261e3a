#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Ip, 97}};

/// RFC 3378 §3.
Opened open(const Layer &layer)
{
    return behind(2, Space::Link, linkEthernet, layer.octets);
}

} // namespace

const Decoder etherIp{.name = "EtherIP", .keys = keys, .open = open};

} // namespace gb::links
