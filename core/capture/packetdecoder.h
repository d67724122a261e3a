#pragma once
#include "core/net/datagram.h"

#include <string_view>

namespace gb {

enum class PacketKind : quint8 {
    Udp,      ///< the datagram is filled
    Tcp,      ///< it holds the octets of a segment, with their sequence number; may be empty
    Other,    ///< whole, but neither: ARP, ICMP …
    Fragment, ///< a piece of an IP packet
    Damaged,  ///< shorter than its own headers say
};

/**
 * Takes the UDP datagram, or the TCP segment, out of a captured packet; sets from, to and octets. Every length is checked against what is there.
 * Link types: Ethernet, Linux cooked and cooked 2, raw IP, BSD loopback. On the way: VLAN tags, PPPoE sessions, IP in IP, 6in4; at most 8 of them in all, more is Other.
 */
PacketKind decodePacket(int linkType, std::string_view packet, Datagram &datagram);

} // namespace gb
