#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Udp, 37008}};

quint16 linkOf(quint16 protocol)
{
    switch (protocol) {
    case 1: return linkEthernet;
    case 18: return linkWifi;
    case 119: return 119; // Prism
    case 127: return 127; // radiotap
    default: return 0xffff;
    }
}

/// TaZmen Sniffer Protocol, as routers of MikroTik send it: four octets, then fields up to the one with number 1.
Opened open(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < 5 || octet(data, 0) != 1 || octet(data, 1) > 1)
        return notMine();
    for (std::size_t at = 4; at < data.size();) {
        const quint8 field = octet(data, at);
        if (field == 1)
            return inside(Space::Link, linkOf(big16(data, 2)), data.substr(at + 1));
        if (field != 0 && at + 1 == data.size())
            break;
        at += field == 0 ? 1 : 2 + std::size_t{octet(data, at + 1)};
    }
    return notMine();
}

} // namespace

const Decoder tzsp{.name = "TZSP", .keys = keys, .open = open};

} // namespace gb::links
