#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {
    {Space::Link, linkEthernet}, {Space::EtherType, 0x6558}, // transparent Ethernet bridging, RFC 1701
};

Opened open(const Layer &layer)
{
    constexpr std::size_t header = 14;
    if (layer.octets.size() < header)
        return damaged();
    const quint16 type = big16(layer.octets, 12);
    const std::string_view rest = layer.octets.substr(header);
    return type <= 1500 ? openLlc(rest.substr(0, type)) : inside(Space::EtherType, type, rest);
}

} // namespace

const Decoder ethernet{.name = "Ethernet", .keys = keys, .open = open, .deeper = false};

} // namespace gb::links
