#pragma once
#include "core/capture/packetdecoder.h"

namespace gb {

/// What a message of ICMP, `protocol` 1, or ICMPv6, 58, says of a datagram; kind None where it says nothing. `from`:
/// the address of its packet. Lengths are checked; that the datagram is quoted in part is usual.
IcmpError readIcmpError(int protocol, const IpAddress &from, std::string_view message);

} // namespace gb
