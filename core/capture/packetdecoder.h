#pragma once
#include "core/capture/fragments.h"
#include "core/net/datagram.h"

#include <string_view>

namespace gb {

enum class PacketKind : quint8 {
    Udp,      ///< the datagram is filled
    Tcp,      ///< it holds the octets of a segment, with their sequence number; may be empty
    Other,    ///< whole, but neither: ARP, ICMP …
    Fragment, ///< a piece of an IP packet: the detail tells which
    Damaged,  ///< shorter than its own headers say
};

/// Of TCP, RFC 9293 §3.1.
enum TcpFlag : quint8 { TcpFin = 1, TcpSyn = 2, TcpRst = 4, TcpAck = 16 };

struct PacketDetail
{
    quint8 tcpFlags = 0;
    bool unknownLink = false; ///< nobody here knows the link type: the packet was not looked at
    bool views = false;       ///< a UDP datagram's octets shall be those of the packet, not a copy
    IpFragment fragment;      ///< its octets are those of the packet, not a copy
};

/**
 * Takes the UDP datagram, or the TCP segment, out of a captured packet; sets from, to and octets. Every length is
 * checked against what is there. Link types: Ethernet, Linux cooked and cooked 2, raw IP, BSD loopback. On the way:
 * VLAN tags, PPPoE sessions, IP in IP, 6in4; at most 8 of them in all, more is Other.
 */
PacketKind decodePacket(int linkType, std::string_view packet, Datagram &datagram, PacketDetail &detail);
/// The same for what fragments made whole; from and to have their addresses. `protocol` as an IP header names it;
/// `depth` of the fragment.
PacketKind decodePayload(int protocol, int depth, std::string_view payload, Datagram &datagram, PacketDetail &detail);

} // namespace gb
