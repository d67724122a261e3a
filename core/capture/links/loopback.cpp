#include "core/capture/links/layer.h"

namespace gb::links {
namespace {

constexpr Key keys[] = {{Space::Link, 0}, {Space::Link, 108}, {Space::Link, 109}};

/// The family's number differs from system to system, the version of IP does not. 109: of IPsec's interface, with two
/// more words.
Opened open(const Layer &layer)
{
    return behind(layer.number == 109 ? 12 : 4, Space::Link, linkRaw, layer.octets);
}

} // namespace

const Decoder loopback{.name = "BSD loopback", .keys = keys, .open = open, .deeper = false};

} // namespace gb::links
