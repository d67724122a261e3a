#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gb {

/// What is wrong with a session description. Bits of Sdp::faults.
enum class SdpFault : std::uint8_t {
    Empty, ///< no octets where a body was announced
    Limit, ///< over one of the limits in SdpLimits; what is behind them is not read
    NulOctet,
    BareLineEnd, ///< lines end in LF or CR alone
    NotClosed,   ///< the last line has no end: Hikvision answers such an offer 415
    LineSyntax,  ///< a line that is no `x=value`, or a blank around its `=` (RFC 8866 §5)
    Duplicate,   ///< a line that may stand once stands twice; the first one counts
    Misplaced,   ///< a line that belongs to the session stands behind an m= line; y= and f= may stand anywhere
    Version,     ///< v= is not first, or not 0
    Origin,      ///< o= missing, or not its six fields
    SessionName, ///< s= missing
    Connection,  ///< a c= that is not its three fields
    Timing,      ///< a t= that is not two numbers
    Bandwidth,   ///< a b= without a colon or a number behind it
    Media,       ///< an m= without type, port from 0 to 65535 or protocol
    NoFormats,   ///< an m= that ends behind its protocol
    Attribute,   ///< an a= without a name, or a known one whose value cannot be read
    Ssrc,        ///< a y= that is not ten digits of which the first is 0 or 1 (GB/T 28181-2022 annex G)
    MediaInfo,   ///< an f= that does not begin with v/
    Count
};

/// Bounds on work for one description.
struct SdpLimits
{
    static constexpr std::size_t octets = 64 * 1024;
    static constexpr int lines = 512;
    static constexpr int media = 16;
    static constexpr int formats = 64; ///< of one m= line
};

/// What is asked for, from s=; GB/T 28181-2022 annex G. Talk is of 2016 and still used.
enum class SdpSession : std::uint8_t { Other, Play, Playback, Download, Talk };
enum class SdpDirection : std::uint8_t { None, SendRecv, SendOnly, RecvOnly, Inactive };
enum class SdpSetup : std::uint8_t { None, Active, Passive, ActPass, HoldConn }; ///< RFC 4145 §4

struct SdpLine
{
    std::string_view text;  ///< without its line end
    char type = '\0';       ///< '\0': no `x=`
    std::string_view value; ///< behind the `=`, as it stands
};

/// Goes through a description line by line; CR LF, LF and CR end a line, empty lines are passed over. At most
/// SdpLimits::octets are read.
class SdpLines
{
public:
    explicit SdpLines(std::string_view octets)
        : m_rest(octets.substr(0, SdpLimits::octets))
    {
    }
    bool next(SdpLine &line);
    bool bare() const { return m_bare; } ///< a line up to here ended in LF or CR alone
    bool open() const { return m_open; } ///< the last line has no end
    /// What was not read yet.
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
    bool m_bare = false, m_open = false;
};

struct SdpConnection
{
    std::string_view netType, addressType, address;
};

/// An m= line and what stands behind it.
struct SdpMedia
{
    std::string_view type;             ///< "video", "audio"
    std::optional<std::uint16_t> port; ///< 0: refused
    std::string_view protocol;         ///< "RTP/AVP", "TCP/RTP/AVP"
    std::string_view formats;          ///< apart by blanks
    int formatCount = 0;
    SdpConnection connection; ///< empty: that of the session holds
    SdpDirection direction = SdpDirection::None;
    SdpSetup setup = SdpSetup::None;
    std::string_view connectionAttribute; ///< a=connection: "new", "existing"
    std::string_view section;             ///< all its lines, without the m= line

    bool tcp() const { return protocol.starts_with("TCP/"); }
    /// A format by its place, 0 to formatCount - 1; empty outside.
    std::string_view format(int place) const;
    /// What a=rtpmap says of a format, "PS/90000"; empty where there is none.
    std::string_view rtpmap(std::string_view format) const;
    /// The value of the first attribute of that name; names compare with case (RFC 8866 §5.13).
    std::string_view attribute(std::string_view name, bool *present = nullptr) const;
};

/**
 * A session description, RFC 8866 with the y= and f= of GB/T 28181-2022 annex G, as views into its octets: they live as
 * long as the octets do. The reader never allocates and never fails: what is wrong is in `faults`, what is missing is
 * empty. Work is linear in the size and bounded by SdpLimits.
 */
struct Sdp
{
    std::string_view user, sessionId, sessionVersion; ///< of o=; the user is a device or channel ID
    SdpConnection origin;                             ///< of o=
    std::string_view name;                            ///< s= as it stands
    SdpSession session = SdpSession::Other;
    std::string_view uri;                        ///< u=: channel and type of a playback
    SdpConnection connection;                    ///< of the session
    std::optional<std::uint64_t> start, stop;    ///< t=: Unix seconds at GB/T 28181 devices, 0 0 live
    SdpDirection direction = SdpDirection::None; ///< of the session; holds where a medium has none
    std::array<SdpMedia, SdpLimits::media> media;
    int mediaCount = 0;
    std::string_view ssrc;                   ///< y=, blanks around it taken off
    std::optional<std::uint32_t> ssrcNumber; ///< y= as RTP has it; the device may use its own
    std::string_view mediaInfo;              ///< f=

    std::uint32_t faults = 0;
    std::string_view faultText; ///< the line that shows the first fault of a line

    bool has(SdpFault fault) const { return (faults >> static_cast<unsigned>(fault)) & 1U; }
    /// Where the medium is sent to: its own c= or that of the session.
    const SdpConnection &connectionOf(const SdpMedia &medium) const
    {
        return medium.connection.address.empty() ? connection : medium.connection;
    }
    bool history() const { return !ssrc.empty() && ssrc.front() == '1'; }
};

/// Reads a description. `octets` must outlive the result.
Sdp readSdp(std::string_view octets);

} // namespace gb
