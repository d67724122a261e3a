#include "core/capture/links/layer.h"

#include <array>
#include <bitset>
#include <utility>

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

/// Decoders by what names them. Asked several times a packet.
class Index
{
public:
    std::bitset<65536> ports;

    Index()
    {
        for (const Decoder *decoder : everyone) {
            for (const Key &key : decoder->keys) {
                const quint32 name = number(key.space, key.number);
                m_entries[place(name)] = {name, decoder};
                if (key.space == Space::Udp)
                    ports.set(key.number);
            }
        }
    }
    const Decoder *find(quint32 wanted) const { return m_entries[place(wanted)].second; }

private:
    using Entry = std::pair<quint32, const Decoder *>;

    /// Where it stands, or would.
    std::size_t place(quint32 wanted) const
    {
        std::size_t at = wanted * 0x9e3779b1U >> (32 - bits);
        while (m_entries[at].second && m_entries[at].first != wanted)
            at = (at + 1) % m_entries.size();
        return at;
    }

    static constexpr int bits = 9;
    std::array<Entry, std::size_t{1} << bits> m_entries{}; ///< far more than there are keys: a search is a look or two
};

const Index index; ///< the decoders that it is made of are constants, so they are there before it

bool isIp4(std::string_view octets)
{
    const std::size_t header = (octet(octets, 0) & 0xfU) * 4U;
    if (header < 20 || octets.size() < header || big16(octets, 2) < header)
        return false;
    quint32 sum = 0;
    for (std::size_t at = 0; at < header; at += 2)
        sum += big16(octets, at);
    return (sum & 0xffff) + (sum >> 16) == 0xffff
        || (big16(octets, 10) == 0 && big16(octets, 2) <= octets.size()); // a card may yet have to fill it in
}

bool isIp6(std::string_view octets)
{
    constexpr std::size_t header = 40;
    constexpr quint8 tcp = 6, udp = 17;
    if (octets.size() < header)
        return false;
    const quint8 next = octet(octets, 6);
    return big16(octets, 4) + header <= octets.size() || next == tcp || next == udp; // else it is cut
}

} // namespace

const Decoder *decoderOf(Space space, quint16 of)
{
    return index.find(number(space, of));
}

bool isTunnelPort(quint16 port)
{
    return index.ports[port];
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
    case 6: return isIp6(octets);
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
