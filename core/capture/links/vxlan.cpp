#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr std::size_t header = 8;
constexpr Key keys[] = {{Space::Udp, 4789}, {Space::Udp, 8472}}, // RFC 7348; Linux, before there was one
    keysGpe[] = {{Space::Udp, 4790}};

/// RFC 7348 §5; a group's policy (draft-smith-vxlan-group-policy) may stand in what is reserved there.
Opened open(const Layer &layer)
{
    const std::string_view data = layer.octets;
    const bool fits = data.size() >= header + 14 && (octet(data, 0) & 0x7f) == 0x08 && octet(data, 7) == 0
        && ((octet(data, 0) & 0x80) != 0 || (big32(data, 0) & 0xffffffU) == 0);
    return fits ? inside(Space::Link, linkEthernet, data.substr(header)) : notMine();
}

/// RFC draft-ietf-nvo3-vxlan-gpe §3: the fourth octet says what follows.
Opened openGpe(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < header || (octet(data, 0) & 0xf8) != 0x08 || big16(data, 1) != 0 || octet(data, 7) != 0)
        return notMine();
    const std::string_view rest = data.substr(header);
    if ((octet(data, 0) & 0x04) == 0) // as RFC 7348 has it
        return octet(data, 3) == 0 ? inside(Space::Link, linkEthernet, rest) : notMine();
    switch (octet(data, 3)) {
    case 1: return inside(Space::EtherType, typeIp4, rest);
    case 2: return inside(Space::EtherType, typeIp6, rest);
    case 3: return inside(Space::Link, linkEthernet, rest);
    case 4: return inside(Space::EtherType, 0x894f, rest);
    case 5: return inside(Space::EtherType, typeMpls, rest);
    default: return other();
    }
}

} // namespace

const Decoder vxlan{.name = "VXLAN", .keys = keys, .open = open};
const Decoder vxlanGpe{.name = "VXLAN-GPE", .keys = keysGpe, .open = openGpe};

} // namespace gb::links
