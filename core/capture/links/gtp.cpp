#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Udp, 2152}};
constexpr int maxExtensions = 8;

/// 3GPP TS 29.281 §5.1, a packet of a mobile device: version 1, message 255.
Opened open(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < 8 || (octet(data, 0) & 0xf0) != 0x30 || octet(data, 1) != 255)
        return notMine();
    const bool isCut = big16(data, 2) + 8U > data.size();
    const std::string_view whole = data.substr(0, big16(data, 2) + 8U);
    if ((octet(data, 0) & 7) == 0)
        return isCut && !isIp(data.substr(8)) ? notMine() : behind(8, Space::Link, linkRaw, whole);
    std::size_t at = 12; // its last octet names an extension
    for (int extension = 0; whole.size() >= at && octet(whole, at - 1) != 0; ++extension) {
        if (whole.size() == at || octet(whole, at) == 0)
            return damaged();
        if (extension == maxExtensions)
            return other();
        at += octet(whole, at) * 4U;
    }
    if (isCut && (whole.size() < at || !isIp(whole.substr(at))))
        return notMine();
    return behind(at, Space::Link, linkRaw, whole);
}

} // namespace

const Decoder gtp{.name = "GTP-U", .keys = keys, .open = open};

} // namespace gb::links
