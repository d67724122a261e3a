#pragma once
#include <QtGlobal>

#include <cstdint>
#include <string_view>

namespace gb {

/// What is wrong with a packet of RTP. Bits of RtpHeader::faults.
enum class RtpFault : std::uint8_t {
    Short,     ///< fewer than its 12 octets: nothing else of the header holds
    Version,   ///< not 2: it is no RTP
    Csrc,      ///< its list of sources is longer than the packet
    Extension, ///< its header extension is longer than the packet
    Padding,   ///< more padding than there is payload, or a padding of 0
    Empty,     ///< no payload
    Count
};

/// A packet of RTP, RFC 3550 §5.1. Views into the packet: they live as long as its octets do.
struct RtpHeader
{
    quint8 payloadType = 0; ///< 0 to 127
    bool marker = false;
    quint16 sequence = 0;
    quint32 timestamp = 0; ///< in units of the payload's clock: 90 kHz of PS (GB/T 28181-2022 annex C)
    quint32 ssrc = 0;
    std::string_view payload; ///< without extension and padding
    quint8 faults = 0;

    bool has(RtpFault fault) const { return (faults >> static_cast<unsigned>(fault)) & 1U; }
    /// It can be counted as RTP, whatever its payload is.
    bool isRtp() const { return !has(RtpFault::Short) && !has(RtpFault::Version); }
};

/// Reads a packet; never fails, see RtpHeader::faults. Constant work.
RtpHeader readRtp(std::string_view packet);

/// RTCP by its version and packet type (192 to 223), RFC 5761 §4; compound packets by their first.
bool isRtcp(std::string_view packet);

/// The first packet of RTCP in a compound one, RFC 3550 §6.4.
struct RtcpHeader
{
    enum class Type : quint8 { Other, SenderReport, ReceiverReport, Bye };
    Type type = Type::Other;
    quint32 ssrc = 0; ///< of the sender; 0 where the packet is too short for one
};
RtcpHeader readRtcp(std::string_view packet);

} // namespace gb
