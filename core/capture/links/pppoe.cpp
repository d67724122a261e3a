#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::EtherType, 0x8864}, {Space::Link, 51}};

/// RFC 2516 §4, session stage.
Opened open(const Layer &layer)
{
    constexpr std::size_t header = 6, protocol = 2;
    const std::string_view data = layer.octets;
    if (data.size() < header + protocol)
        return damaged();
    const std::size_t length = big16(data, 4);
    if (length < protocol)
        return damaged();
    return inside(Space::Ppp, big16(data, header), data.substr(header + protocol, length - protocol)); // it may be cut
}

} // namespace

const Decoder pppoe{.name = "PPPoE", .keys = keys, .open = open};

} // namespace gb::links
