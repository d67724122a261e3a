#pragma once
#include "core/capture/fragments.h"
#include "core/net/datagram.h"
#include "core/net/icmperror.h"

#include <QString>

#include <string_view>

namespace gb {

enum class PacketKind : quint8 {
    Udp,      ///< the datagram is filled
    Tcp,      ///< it holds the octets of a segment, with their sequence number; may be empty
    Other,    ///< whole, but neither: ARP, ICMP …; of some ICMP the detail tells more
    Fragment, ///< a piece of an IP packet: the detail tells which
    Damaged,  ///< its headers contradict each other, or are not all there
};

/// Of TCP, RFC 9293 §3.1.
enum TcpFlag : quint8 { TcpFin = 1, TcpSyn = 2, TcpRst = 4, TcpAck = 16 };

struct PacketDetail
{
    quint8 tcpFlags = 0;
    bool unknownLink = false; ///< nobody here knows the link type: the packet was not looked at
    bool views = false;       ///< a UDP datagram's octets shall be those of the packet, not a copy
    IpFragment fragment;      ///< its octets are those of the packet, not a copy
    IcmpError icmp;           ///< where the packet is Other
};

/**
 * Takes the UDP datagram, or the TCP segment, out of a captured packet; sets from, to and octets. Every length is
 * checked against what is there. Of a packet whose IP header tells of more than was captured, what is there is taken,
 * and is marked as cut; of its fragments only the first is. Link types, tags and tunnels are those of links/all.h, and
 * IP in IP; at most 8 tags and tunnels in all, more is Other. Where a tunnel goes over UDP both the port and the octets
 * must be its own.
 */
PacketKind decodePacket(int linkType, std::string_view packet, Datagram &datagram, PacketDetail &detail);
/// False: nothing can be said of such packets; they are Other.
bool isKnownLinkType(int linkType);
/// What the registry of link types calls the more frequent of those that are not known; empty for the others.
QString linkTypeName(int linkType);
/// The same for what fragments made whole; from and to have their addresses. `protocol` as an IP header names it;
/// `depth` of the fragment.
PacketKind decodePayload(int protocol, int depth, std::string_view payload, Datagram &datagram, PacketDetail &detail);

} // namespace gb
