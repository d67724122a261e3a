#pragma once
#include <QtEndian>

#include <span>
#include <string_view>

/// What stands around an IP packet: link types, tags and tunnels. Each is a file here and a line of all.h.
namespace gb::links {

/// Whose numbers name what follows.
enum class Space : quint8 {
    Link,      ///< LINKTYPE of libpcap
    EtherType, ///< IEEE; up to 1500 it is a length, and LLC follows
    Ip,        ///< protocols of IP
    Udp,       ///< a port: what may be a tunnel, and may be none
    Ppp,       ///< protocols of PPP
    Within,    ///< what decoders here agree on: Inner
};

/// Numbers of Space::Within.
enum Inner : quint16 {
    SwappedWifi, ///< IEEE 802.11 with the two octets of its frame control in the wrong order, as some access points do
};

constexpr quint16 linkEthernet = 1, linkPpp = 9, linkRaw = 101, linkWifi = 105; ///< LINKTYPEs that others contain
constexpr quint16 typeIp4 = 0x0800, typeIp6 = 0x86dd, typeMpls = 0x8847;

struct Layer
{
    Space space;
    quint16 number;
    std::string_view octets;
};

enum class Verdict : quint8 {
    Inside,  ///< there is a layer inside
    Other,   ///< none that can hold a message: control frames, encrypted ones …
    NotMine, ///< of a UDP port: it is an ordinary datagram
    Damaged, ///< shorter than its own headers say
};

struct Opened
{
    Verdict verdict = Verdict::Other;
    Layer inside = {};
};

struct Key
{
    Space space;
    quint16 number;
};

/// One kind of layer. `open` looks at no more than its own headers and, where these do not name what is inside, at the
/// first octets of that; every length is checked against what is there.
struct Decoder
{
    const char *name;
    std::span<const Key> keys;
    Opened (*open)(const Layer &layer);
    bool deeper = true; ///< counts as one of the tags and tunnels around a packet
};

/// Null where nobody knows it.
const Decoder *decoderOf(Space space, quint16 number);
/// May be a tunnel, by its port; quick.
bool isTunnelPort(quint16 port);
std::span<const Decoder *const> all();
/// IP, or what a decoder opens.
bool isKnownType(quint16 etherType);

inline quint8 octet(std::string_view data, std::size_t at)
{
    return static_cast<quint8>(data[at]);
}
inline quint16 big16(std::string_view data, std::size_t at)
{
    return qFromBigEndian<quint16>(data.data() + at);
}
inline quint32 big32(std::string_view data, std::size_t at)
{
    return qFromBigEndian<quint32>(data.data() + at);
}
inline Opened inside(Space space, quint16 number, std::string_view octets)
{
    return {Verdict::Inside, {space, number, octets}};
}
inline Opened other()
{
    return {Verdict::Other};
}
inline Opened notMine()
{
    return {Verdict::NotMine};
}
inline Opened damaged()
{
    return {Verdict::Damaged};
}
/// What is behind a header of that many octets.
inline Opened behind(std::size_t header, Space space, quint16 number, std::string_view octets)
{
    return octets.size() < header ? damaged() : inside(space, number, octets.substr(header));
}

/// IEEE 802.2 with SNAP, ahead of an Ethernet type.
Opened openLlc(std::string_view octets);
/// A whole header of IPv4 with its checksum, or of IPv6, whose packet is as long as it says or was cut by whoever
/// captured it: for what has no better name.
bool isIp(std::string_view octets);
/// Two addresses and a type that somebody here knows: for what has no better name.
bool isEthernet(std::string_view octets);

#define GBSCOPE_DECODER(name) extern const Decoder name;
#include "core/capture/links/all.h"
#undef GBSCOPE_DECODER

} // namespace gb::links
