#include "core/capture/links/layer.h"

#include <optional>

namespace gb::links {
namespace {

constexpr std::size_t maxLabels = 16;
constexpr Key keys[] = {{Space::EtherType, typeMpls}, {Space::EtherType, 0x8848}, {Space::Link, 219}, {Space::Ip, 137}},
              keysUdp[] = {{Space::Udp, 6635}};

/// What is behind the last label.
std::optional<std::string_view> bottom(std::string_view data)
{
    for (std::size_t label = 0; label < maxLabels && data.size() >= 4; ++label) {
        const bool last = (octet(data, 2) & 1) != 0;
        data.remove_prefix(4);
        if (last)
            return data;
    }
    return std::nullopt;
}

/// RFC 3032. Nothing says what is inside (RFC 4928 §2): IP by its version and length, else Ethernet with the control
/// word of RFC 4448 §4.6, or without.
Opened open(const Layer &layer)
{
    const auto data = bottom(layer.octets);
    if (!data || data->empty())
        return layer.octets.size() < maxLabels * 4 ? damaged() : other();
    if (isIp(*data))
        return inside(Space::Link, linkRaw, *data);
    constexpr std::size_t word = 4;
    if (octet(*data, 0) >> 4 == 0 && data->size() > word && isEthernet(data->substr(word)))
        return inside(Space::Link, linkEthernet, data->substr(word));
    if (isEthernet(*data))
        return inside(Space::Link, linkEthernet, *data);
    const int version = octet(*data, 0) >> 4;
    return version == 4 || version == 6 ? inside(Space::Link, linkRaw, *data) : other();
}

/// RFC 7510. A port alone is no proof, and a label may be any octets: only a whole IP packet is one.
Opened openUdp(const Layer &layer)
{
    const auto data = bottom(layer.octets);
    return data && isIp(*data) ? inside(Space::Link, linkRaw, *data) : notMine();
}

} // namespace

const Decoder mpls{.name = "MPLS", .keys = keys, .open = open};
const Decoder mplsUdp{.name = "MPLS in UDP", .keys = keysUdp, .open = openUdp};

} // namespace gb::links
