#pragma once
#include "core/base/clock.h"
#include "core/base/endpoint.h"

#include <string_view>

namespace gb {

/// What a report of ICMP means, by whichever of its two versions.
enum class IcmpReason : quint8 {
    Port, ///< nobody listens there
    Host,
    Network,
    Prohibited, ///< by an administrator: a firewall or a router's list
    Protocol,
    TooBig,
    TimeExceeded,
    Other,
};
IcmpReason icmpReasonOf(bool v6, int type, int code);

/// What ICMP (RFC 792) or ICMPv6 (RFC 4443 §3) says became of a datagram.
struct IcmpError
{
    enum class Kind : quint8 { None, Unreachable, TooBig, TimeExceeded };

    Kind kind = Kind::None;
    bool v6 = false;           ///< it is ICMPv6
    quint8 type = 0, code = 0; ///< as ICMP or ICMPv6 has them; of Unreachable codes 3 and 4 mean that nobody listens at
                               ///< the port
    IpAddress reporter;
    Endpoint from, to; ///< of the datagram, as it was sent; ports are 0 where they are not quoted
    TransportKind transport = TransportKind::Udp;
    TimePoint at{};          ///< of the report
    quint32 length = 0;      ///< octets of the datagram, all of them; 0: not known
    std::string_view octets; ///< of the datagram, as many as are quoted: those of the packet, not a copy

    /// Nobody listens at `to`.
    bool isPortUnreachable() const { return icmpReasonOf(v6, type, code) == IcmpReason::Port; }
};

} // namespace gb
