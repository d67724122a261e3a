#include "core/capture/links/layer.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

namespace gb::links {

namespace {

#define GBSCOPE_DECODER(name) &name,
constexpr std::array everyone{
#include "core/capture/links/all.h"
};
#undef GBSCOPE_DECODER

constexpr quint32 number(Space space, quint16 number)
{
    return static_cast<quint32>(space) << 16 | number;
}

/// Decoders by what names them.
struct Index
{
    std::vector<std::pair<quint32, const Decoder *>> entries;
    std::bitset<65536> ports;

    Index()
    {
        for (const Decoder *decoder : everyone) {
            for (const Key &key : decoder->keys) {
                entries.emplace_back(number(key.space, key.number), decoder);
                if (key.space == Space::Udp)
                    ports.set(key.number);
            }
        }
        std::sort(entries.begin(), entries.end());
    }
};

const Index &index()
{
    static const Index made;
    return made;
}

bool isIp4(std::string_view octets)
{
    const std::size_t header = (octet(octets, 0) & 0xfU) * 4U;
    if (header < 20 || octets.size() < header || big16(octets, 2) < header || big16(octets, 2) > octets.size())
        return false;
    quint32 sum = 0;
    for (std::size_t at = 0; at < header; at += 2)
        sum += big16(octets, at);
    return (sum & 0xffff) + (sum >> 16) == 0xffff || big16(octets, 10) == 0; // a card may yet have to fill it in
}

} // namespace

const Decoder *decoderOf(Space space, quint16 of)
{
    const auto &entries = index().entries;
    const quint32 wanted = number(space, of);
    const auto found = std::lower_bound(
        entries.begin(), entries.end(), wanted, [](const auto &entry, quint32 value) { return entry.first < value; });
    return found != entries.end() && found->first == wanted ? found->second : nullptr;
}

bool isTunnelPort(quint16 port)
{
    return index().ports[port];
}

std::span<const Decoder *const> all()
{
    return everyone;
}

bool isKnownType(quint16 type)
{
    return type == typeIp4 || type == typeIp6 || decoderOf(Space::EtherType, type);
}

Opened openLlc(std::string_view octets)
{
    constexpr std::size_t header = 8;
    if (octets.size() < header)
        return octets.size() < 3 ? damaged() : other();
    // SNAP; the organization is zeros (RFC 1042) or that of tunnelled Ethernet (IEEE 802.1H)
    if (octets.substr(0, 3) != "\xaa\xaa\x03" || big16(octets, 3) != 0)
        return other();
    return octet(octets, 5) == 0 || octet(octets, 5) == 0xf8
        ? inside(Space::EtherType, big16(octets, 6), octets.substr(header))
        : other();
}

bool isIp(std::string_view octets)
{
    if (octets.size() < 20)
        return false;
    switch (octet(octets, 0) >> 4) {
    case 4: return isIp4(octets);
    case 6: return octets.size() >= 40 && big16(octets, 4) + std::size_t{40} <= octets.size();
    default: return false;
    }
}

bool isEthernet(std::string_view octets)
{
    constexpr std::size_t header = 14;
    if (octets.size() < header)
        return false;
    const quint16 type = big16(octets, 12);
    if (type == typeIp4 || type == typeIp6)
        return isIp(octets.substr(header));
    return isKnownType(type) || type == 0x0806 || type == 0x88cc; // ARP, LLDP
}

} // namespace gb::links
