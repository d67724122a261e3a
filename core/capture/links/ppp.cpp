#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Link, linkPpp}, {Space::Link, 50}, {Space::Link, 166}, {Space::Link, 204},
    {Space::EtherType, 0x880b}},
              protocolKeys[] = {{Space::Ppp, 0x0021}, {Space::Ppp, 0x0057}, {Space::Ppp, 0x0281}, {Space::Ppp, 0x0031}},
              hdlcKeys[] = {{Space::Link, 104}};

/// RFC 1661 and 1662: the address and the protocol's first octet may be left out. Of LINKTYPE 166 and 204 the first
/// octet, or two, say the direction.
Opened open(const Layer &layer)
{
    std::string_view data = layer.octets;
    if (layer.space == Space::Link && layer.number == 204 && data.size() > 1)
        data.remove_prefix(1);
    if (data.size() < 2)
        return damaged();
    if (octet(data, 1) == 0x03 && (octet(data, 0) == 0xff || layer.number == 166))
        data.remove_prefix(2);
    if (data.size() < 2)
        return damaged();
    return (octet(data, 0) & 1) != 0 ? inside(Space::Ppp, octet(data, 0), data.substr(1))
                                     : inside(Space::Ppp, big16(data, 0), data.substr(2));
}

Opened openProtocol(const Layer &layer)
{
    switch (layer.number) {
    case 0x0021: return inside(Space::EtherType, typeIp4, layer.octets);
    case 0x0057: return inside(Space::EtherType, typeIp6, layer.octets);
    case 0x0281: return inside(Space::EtherType, typeMpls, layer.octets);
    default: break;
    }
    // RFC 3518, bridging: flags, the kind of network (1: IEEE 802.3), and the frame
    if (layer.octets.size() < 2)
        return damaged();
    return octet(layer.octets, 1) == 1 ? inside(Space::Link, linkEthernet, layer.octets.substr(2)) : other();
}

/// Cisco's HDLC names what follows as Ethernet does.
Opened openHdlc(const Layer &layer)
{
    return layer.octets.size() < 4 ? damaged()
                                   : inside(Space::EtherType, big16(layer.octets, 2), layer.octets.substr(4));
}

} // namespace

const Decoder ppp{.name = "PPP", .keys = keys, .open = open, .deeper = false};
const Decoder pppProtocols{.name = "PPP's protocols", .keys = protocolKeys, .open = openProtocol, .deeper = false};
const Decoder hdlc{.name = "Cisco HDLC", .keys = hdlcKeys, .open = openHdlc, .deeper = false};

} // namespace gb::links
