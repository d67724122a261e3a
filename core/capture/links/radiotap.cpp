#include "core/capture/links/layer.h"

#include <algorithm>

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Link, 127}}, keysPrism[] = {{Space::Link, 119}, {Space::Link, 163}},
              keysPpi[] = {{Space::Link, 192}};

/// What the card tells of a frame, ahead of it; its length is its third and fourth octet, little endian.
Opened open(const Layer &layer)
{
    if (layer.octets.size() < 8)
        return damaged();
    const std::size_t size = qFromLittleEndian<quint16>(layer.octets.data() + 2);
    return size < 8 || octet(layer.octets, 0) != 0 ? other() : behind(size, Space::Link, linkWifi, layer.octets);
}

/// Of older drivers: Prism, in the order of the computer that captured, or AVS.
Opened openPrism(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < 8)
        return damaged();
    if ((big32(data, 0) & 0xfffff000U) == 0x80211000U)
        return behind(std::max<std::size_t>(big32(data, 4), 8), Space::Link, linkWifi, data);
    if (layer.number == 163)
        return inside(Space::Link, linkWifi, data);
    constexpr std::size_t usual = 144;
    return behind(usual, Space::Link, linkWifi, data);
}

/// Per-packet information: its length as that of radiotap, and the link type of what follows.
Opened openPpi(const Layer &layer)
{
    if (layer.octets.size() < 8)
        return damaged();
    const std::size_t size = qFromLittleEndian<quint16>(layer.octets.data() + 2);
    const quint32 link = qFromLittleEndian<quint32>(layer.octets.data() + 4);
    return size < 8 || link > 0xffff ? other() : behind(size, Space::Link, static_cast<quint16>(link), layer.octets);
}

} // namespace

const Decoder radiotap{.name = "radiotap", .keys = keys, .open = open, .deeper = false};
const Decoder prism{.name = "Prism and AVS", .keys = keysPrism, .open = openPrism, .deeper = false};
const Decoder ppi{.name = "PPI", .keys = keysPpi, .open = openPpi};

} // namespace gb::links
