#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Link, linkWifi}, {Space::Within, SwappedWifi}};
constexpr std::string_view snap = "\xaa\xaa\x03";

/// Behind the header of a frame of data; some cards fill it up to fours.
std::string_view body(std::string_view data, std::size_t header)
{
    const std::size_t padded = (header + 3) / 4 * 4;
    const bool isPadded = padded != header && data.substr(header, 3) != snap && data.size() > padded
        && data.substr(padded, 3) == snap;
    return data.substr(isPadded ? padded : header);
}

/// IEEE 802.11 §9.2: a frame of data that is not encrypted. Of several in one (A-MSDU) the first.
Opened open(const Layer &layer)
{
    const std::string_view data = layer.octets;
    if (data.size() < 24)
        return data.size() < 2 ? damaged() : other(); // those of control are short
    const std::size_t first = layer.space == Space::Within ? 1 : 0;
    const quint8 kind = octet(data, first), flags = octet(data, 1 - first);
    constexpr quint8 isData = 0x08, hasNone = 0x40, isQos = 0x80, toAndFrom = 0x03, encrypted = 0x40, order = 0x80;
    if ((kind & 0x0f) != isData || (kind & hasNone) != 0 || (flags & encrypted) != 0)
        return other();
    std::size_t header = 24;
    header += (flags & toAndFrom) == toAndFrom ? 6 : 0; // the fourth address
    const std::size_t qos = header;
    if ((kind & isQos) != 0)
        header += (flags & order) != 0 ? 6 : 2;
    if (data.size() < header)
        return damaged();
    const bool several = (kind & isQos) != 0 && (octet(data, qos) & 0x80) != 0;
    if (!several)
        return openLlc(body(data, header));
    const std::string_view frame = data.substr(header);
    return frame.size() < 14 ? damaged() : openLlc(frame.substr(14, big16(frame, 12)));
}

} // namespace

const Decoder wifi{.name = "IEEE 802.11", .keys = keys, .open = open, .deeper = false};

} // namespace gb::links
