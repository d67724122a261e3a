#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Udp, 1701}}, keysIp[] = {{Space::Ip, 115}};
constexpr quint16 control = 0x8000, length = 0x4000, sequence = 0x0800, offset = 0x0200;

/// RFC 3931 §4.1: behind the session's number stand a cookie of 0, 4 or 8 octets and perhaps a word of the sublayer;
/// only the two ends know which. A frame tells itself.
Opened openSession(std::string_view data, Verdict none)
{
    for (const std::size_t ahead : {4U, 8U, 12U, 16U}) {
        if (data.size() <= ahead)
            break;
        const std::string_view rest = data.substr(ahead);
        if (isEthernet(rest))
            return inside(Space::Link, linkEthernet, rest);
        if (isIp(rest))
            return inside(Space::Link, linkRaw, rest);
        if (rest.substr(0, 2) == "\xff\x03")
            return inside(Space::Link, linkPpp, rest);
    }
    return {none};
}

/// PPP, with an address or without, ahead of IP.
bool startsWithIp(std::string_view data)
{
    if (data.substr(0, 2) == "\xff\x03")
        data.remove_prefix(2);
    return data.size() > 2 && isIp(data.substr(2));
}

/// RFC 2661 §3.1.
Opened openVersion2(std::string_view data)
{
    const quint16 flags = big16(data, 0);
    std::size_t header = 6U + ((flags & length) != 0 ? 2U : 0U) + ((flags & sequence) != 0 ? 4U : 0U);
    const bool isCut = (flags & length) != 0 && data.size() >= 4 && big16(data, 2) > data.size();
    if ((flags & offset) != 0) {
        if (data.size() < header + 2)
            return damaged();
        header += 2U + big16(data, header);
    }
    if (isCut && (data.size() < header || !startsWithIp(data.substr(header))))
        return notMine();
    return behind(header, Space::Link, linkPpp, data);
}

Opened open(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < 8)
        return notMine();
    const quint16 flags = big16(data, 0);
    if ((flags & (control | 0x34f0U)) != 0) // a control message, or bits that are reserved
        return notMine();
    switch (flags & 0xf) {
    case 2: return openVersion2(data);
    case 3: return flags == 3 && big16(data, 2) == 0 ? openSession(data.substr(4), Verdict::NotMine) : notMine();
    default: return notMine();
    }
}

Opened openIp(const Layer &layer)
{
    if (layer.octets.size() < 4)
        return damaged();
    return big32(layer.octets, 0) == 0 ? other() : openSession(layer.octets, Verdict::Other); // 0: control
}

} // namespace

const Decoder l2tp{.name = "L2TP", .keys = keys, .open = open};
const Decoder l2tpIp{.name = "L2TPv3", .keys = keysIp, .open = openIp};

} // namespace gb::links
