#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Udp, 5247}};

/// RFC 5415 §4.3, data that are not encrypted. A fragment of one is not put together.
Opened open(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < 8 || octet(data, 0) != 0)
        return notMine();
    const std::size_t header = (octet(data, 1) >> 3) * 4U;
    const quint8 binding = octet(data, 2) >> 1 & 0x1f, flags = octet(data, 3);
    constexpr quint8 isFragment = 0x80, isNative = 0x01, wifi = 1;
    if (header < 8 || header > data.size() || (flags & 7) != 0)
        return notMine();
    if ((flags & isFragment) != 0)
        return other();
    const std::string_view frame = data.substr(header);
    if ((octet(data, 2) & isNative) == 0)
        return inside(Space::Link, linkEthernet, frame);
    if (binding > wifi || frame.size() < 2)
        return other();
    const bool isSwapped = (octet(frame, 0) & 0x0f) != 0x08 && (octet(frame, 1) & 0x0f) == 0x08; // a frame of data
    return isSwapped ? inside(Space::Within, SwappedWifi, frame) : inside(Space::Link, linkWifi, frame);
}

} // namespace

const Decoder capwap{.name = "CAPWAP", .keys = keys, .open = open};

} // namespace gb::links
