#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

// libpcap's DLT_RAW is 12 or 14 on some systems
constexpr Key keys[] = {
    {Space::Link, 12}, {Space::Link, 14}, {Space::Link, linkRaw}, {Space::Link, 228}, {Space::Link, 229}};

Opened open(const Layer &layer)
{
    if (layer.octets.empty())
        return damaged();
    switch (octet(layer.octets, 0) >> 4) {
    case 4: return inside(Space::EtherType, typeIp4, layer.octets);
    case 6: return inside(Space::EtherType, typeIp6, layer.octets);
    default: return other();
    }
}

} // namespace

const Decoder raw{.name = "IP", .keys = keys, .open = open, .deeper = false};

} // namespace gb::links
