#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gb {

enum class SipKind : std::uint8_t {
    Request,
    Response,
    NatKeepalive, ///< nothing, or only CR, LF or NUL octets: keeps a NAT mapping alive
    NotSip,
};

enum class SipMethod : std::uint8_t {
    None,
    Register,
    Message,
    Invite,
    Ack,
    Bye,
    Cancel,
    Options,
    Info,
    Subscribe,
    Notify,
    Other
};

/// What is wrong with a head. Bits of SipHead::faults; the order is that of a reader going down the message.
enum class HeadFault : std::uint8_t {
    StartLine,      ///< no method, URI or version where RFC 3261 §7.1/§7.2 wants them
    Version,        ///< not SIP/2.0
    Status,         ///< not three digits, or outside 100..699
    BareLf,         ///< lines end in LF alone
    NotClosed,      ///< the header section has no empty line
    Limit,          ///< over one of the limits in HeadLimits
    NulOctet,       ///< a NUL in the header section
    HeaderSyntax,   ///< a line without a colon, or a name that is no token
    Duplicate,      ///< a header that may stand once stands twice
    ViaMissing,     ///< no usable topmost Via: nowhere to answer to
    FromMissing,    ///< no From, or none with a user
    FromTagMissing, ///< From is there, its tag is not (RFC 3261 §8.1.1.3): as RFC 2543 had it
    ToMissing,
    CallIdMissing,
    CSeq,                 ///< missing, not a 32-bit number, or another method than the request's
    Contact,              ///< a Contact that cannot be read, or * where it may not stand
    Expires,              ///< not a 32-bit number
    ContentLength,        ///< not a number
    ContentLengthMissing, ///< over TCP, where there must be one (RFC 3261 §20.14); scanHead() knows no transport and
                          ///< never sets it
    BodyShort,            ///< fewer octets than Content-Length announces
    BodyLong,             ///< more octets than Content-Length announces; over UDP they are noise (RFC 3261 §18.3)
    ContentTypeMissing,   ///< a body without a type
    Count
};

/// Bounds on work for one message; what is over them is refused before anybody parses it (osip2 needs seconds for some
/// of it).
struct HeadLimits
{
    static constexpr std::size_t datagram = 65535;
    static constexpr std::size_t section = 16 * 1024; ///< octets of start line and headers
    static constexpr int lines = 256;
    static constexpr std::size_t line = 8 * 1024;
    static constexpr int separators = 64;                            ///< commas and semicolons of one header
    static constexpr std::size_t vias = 34;                          ///< as RFC 4475 §3.1.1.7 has, a valid message
    static constexpr std::size_t user = 255;                         ///< octets of a user part
    static constexpr std::size_t contactLines = 8, requireLines = 4; ///< that are kept; what stands in more of them is
                                                                     ///< not read
};

/// A URI in pieces; views into the message. Escapes are not decoded.
struct SipUri
{
    std::string_view text;
    std::string_view scheme;
    std::string_view user;
    std::string_view host;
    std::optional<std::uint16_t> port; ///< empty too where the port is no port; see portValid
    bool portValid = true;
    bool valid() const { return !scheme.empty() && !host.empty(); }
    bool isSip() const { return scheme == "sip" || isSipInCapitals(); } ///< sip or sips
    bool operator==(const SipUri &) const = default;

private:
    bool isSipInCapitals() const;
};

/// A From, To or Contact value: the URI inside, and the tag.
struct SipAddress
{
    std::string_view text;
    std::string_view displayName;
    SipUri uri;
    std::string_view parameters; ///< behind the URI, without the first semicolon
    std::string_view tag;
    bool operator==(const SipAddress &) const = default;
};

struct SipVia
{
    std::string_view text;      ///< the value as it stands
    std::string_view transport; ///< "UDP", "TCP"
    std::string_view host;      ///< sent-by
    std::optional<std::uint16_t> port;
    std::string_view branch;
    bool rport = false; ///< RFC 3581
    bool operator==(const SipVia &) const = default;
};

/// Lines of one message, as places in it: a quarter of the room of views, for heads are cleared and pass from thread to
/// thread by the million.
template<std::size_t Count>
class HeadLines
{
public:
    /// False where there is no room, or where it stands behind HeadLimits::datagram. An empty one is none.
    bool add(std::string_view octets, std::string_view line)
    {
        if (line.empty())
            return true;
        const auto at = static_cast<std::size_t>(line.data() - octets.data());
        if (m_size == Count || at + line.size() > HeadLimits::datagram)
            return false;
        m_octets = octets.data();
        m_places[m_size++] = {static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(line.size())};
        return true;
    }
    std::size_t size() const { return m_size; }
    /// The same lines of another message, which has them at the same places.
    void move(const char *octets) { m_octets = m_size == 0 ? nullptr : octets; }
    std::string_view operator[](std::size_t index) const
    {
        return {m_octets + m_places[index].at, m_places[index].size};
    }

    bool operator==(const HeadLines &) const = default;

private:
    struct Place
    {
        std::uint16_t at, size;
        bool operator==(const Place &) const = default;
    };
    const char *m_octets = nullptr;
    std::uint16_t m_size = 0;
    std::array<Place, Count> m_places{};
};

/**
 * What a single pass over a message finds, as views into its octets: they live as long as the octets do.
 * The scan never allocates, never fails: what is wrong is in `faults`, what is missing is empty. Work is linear in the
 * size and bounded by HeadLimits.
 */
struct SipHead
{
    SipKind kind = SipKind::NotSip;
    SipMethod method = SipMethod::None; ///< of a request; of a response the method of its CSeq
    std::string_view startLine;
    std::string_view methodText;
    SipUri requestUri;
    int status = 0; ///< 100..699, or 0
    std::string_view reason;

    SipVia via; ///< topmost
    int viaCount = 0;
    HeadLines<HeadLimits::vias> viaLines; ///< whole lines in order, for the answer
    SipAddress from, to, contact;
    std::string_view fromLine, toLine, callIdLine, cseqLine; ///< whole lines, for the answer
    int contactCount = 0;
    HeadLines<HeadLimits::contactLines> contactLines; ///< values, each with one Contact or a list of them; see
                                                      ///< nextValue()
    bool contactStar = false;
    HeadLines<HeadLimits::requireLines> requireLines; ///< values of Require, RFC 3261 §20.32
    std::string_view callId;
    std::uint32_t cseq = 0;
    std::string_view cseqMethod;
    std::optional<std::uint32_t> expires;        ///< header
    std::optional<std::uint32_t> contactExpires; ///< parameter of the first Contact, which wins (RFC 3261 §10.3)
    std::string_view contentType, userAgent, authorization, date, gbVersion, wwwAuthenticate, subject;
    std::optional<std::uint64_t> contentLength;
    std::string_view body;      ///< at most contentLength octets
    std::size_t bodyOctets = 0; ///< that arrived behind the head

    std::uint32_t faults = 0;
    std::string_view faultText; ///< the line that shows the first syntax fault

    bool has(HeadFault fault) const { return (faults >> static_cast<unsigned>(fault)) & 1U; }
    /// There is a Via to echo: it can be refused, and what else it lacks the refusal lacks, too (RFC 4475 §3.3.1).
    bool refusable() const { return kind == SipKind::Request && !via.host.empty(); }
    /// It names a transaction besides.
    bool answerable() const { return refusable() && !callIdLine.empty() && !cseqLine.empty(); }
    bool operator==(const SipHead &) const = default; ///< views by what they show
};

/// Reads the head of one message. `octets` must outlive the result. Of many, see HeadLayouts.
SipHead scanHead(std::string_view octets);

/// Cuts a URI, without the angle brackets.
SipUri parseUri(std::string_view text);

/// A parameter of a `;name=value` list without its quotes; empty where it is not there. Names compare without case.
std::string_view parameter(std::string_view parameters, std::string_view name, bool *present = nullptr);
/// Of a 200 to REGISTER: the expires of its Contact; of several, which are all bindings of the address (RFC 3261 §10.3
/// step 8), the longest, as which one is the asker's is not known here: it may last shorter, so that nothing is said
/// too early. Else Expires; empty where it has neither.
std::optional<std::uint32_t> grantedExpires(const SipHead &head);

/// Takes the next value off a comma-separated list, trimmed. Commas in quotes and in angle brackets part nothing.
std::string_view nextValue(std::string_view &list);

bool equalsNoCase(std::string_view a, std::string_view b);
/// Without blanks and line ends around it.
constexpr std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace gb
