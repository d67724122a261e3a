#include "core/capture/links/layer.h"

#include <algorithm>

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Link, 239}}, keysPf[] = {{Space::Link, 117}};
constexpr int maxFields = 64;

/// Of Linux' packet filter: four octets, then fields in the order of the computer that captured; field 9 is the packet.
Opened open(const Layer &layer)
{
    std::string_view rest = layer.octets;
    if (rest.size() < 4)
        return damaged();
    rest.remove_prefix(4);
    for (int field = 0; field < maxFields && rest.size() >= 4; ++field) {
        std::size_t size = qFromLittleEndian<quint16>(rest.data());
        quint16 type = qFromLittleEndian<quint16>(rest.data() + 2);
        if ((type & 0xff) == 0 && type != 0) { // the other order
            size = big16(rest, 0);
            type = big16(rest, 2);
        }
        if (size < 4)
            return damaged();
        if (type == 9)
            return inside(Space::Link, linkRaw, rest.substr(4, size - 4)); // it may be cut
        if (size > rest.size())
            return damaged();
        rest.remove_prefix(std::min(rest.size(), (size + 3) / 4 * 4));
    }
    return other();
}

/// Of the packet filter of BSD: the first octet is the header's length, which is filled up to fours.
Opened openPf(const Layer &layer)
{
    if (layer.octets.empty())
        return damaged();
    return behind((octet(layer.octets, 0) + std::size_t{3}) / 4 * 4, Space::Link, linkRaw, layer.octets);
}

} // namespace

const Decoder nflog{.name = "NFLOG", .keys = keys, .open = open, .deeper = false};
const Decoder pflog{.name = "PFLOG", .keys = keysPf, .open = openPf};

} // namespace gb::links
