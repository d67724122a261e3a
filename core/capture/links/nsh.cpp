#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::EtherType, 0x894f}};

/// RFC 8300 §2.2.
Opened open(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < 8)
        return damaged();
    const std::size_t size = (octet(data, 1) & 0x3fU) * 4U;
    if (octet(data, 0) >> 6 != 0 || size < 8)
        return other();
    switch (octet(data, 3)) {
    case 1: return behind(size, Space::EtherType, typeIp4, data);
    case 2: return behind(size, Space::EtherType, typeIp6, data);
    case 3: return behind(size, Space::Link, linkEthernet, data);
    case 5: return behind(size, Space::EtherType, typeMpls, data);
    default: return other();
    }
}

} // namespace

const Decoder nsh{.name = "NSH", .keys = keys, .open = open};

} // namespace gb::links
