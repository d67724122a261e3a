#include "core/message/sdp.h"

#include "core/message/siptext.h"

#include <algorithm>

namespace gb {

using namespace siptext;

namespace {

/// Takes the next word off; blanks part words, however many. By hand, as the ends of lines are found: a search for any
/// of several octets asks the library about each octet that it passes.
std::string_view word(std::string_view &rest)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const auto first = std::find_if_not(rest.begin(), rest.end(), isBlank),
               end = std::find_if(first, rest.end(), isBlank);
    const std::string_view taken(first, end);
    rest = {end, rest.end()};
    return taken;
}

std::size_t lineEnd(std::string_view text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n'; });
    return end == text.end() ? std::string_view::npos : static_cast<std::size_t>(end - text.begin());
}

SdpSession sessionOf(std::string_view name)
{
    static constexpr std::pair<std::string_view, SdpSession> names[] = {{"Play", SdpSession::Play},
        {"Playback", SdpSession::Playback}, {"Download", SdpSession::Download}, {"Talk", SdpSession::Talk}};
    for (const auto &[text, session] : names) {
        if (equalsNoCase(text, name))
            return session;
    }
    return SdpSession::Other;
}

SdpDirection directionOf(std::string_view name)
{
    return name == "sendrecv" ? SdpDirection::SendRecv
        : name == "sendonly"  ? SdpDirection::SendOnly
        : name == "recvonly"  ? SdpDirection::RecvOnly
        : name == "inactive"  ? SdpDirection::Inactive
                              : SdpDirection::None;
}

SdpSetup setupOf(std::string_view value)
{
    return value == "active"  ? SdpSetup::Active
        : value == "passive"  ? SdpSetup::Passive
        : value == "actpass"  ? SdpSetup::ActPass
        : value == "holdconn" ? SdpSetup::HoldConn
                              : SdpSetup::None;
}

bool readConnection(std::string_view text, SdpConnection &connection)
{
    connection = {word(text), word(text), word(text)};
    return !connection.address.empty() && word(text).empty();
}

class Reader
{
public:
    Reader(std::string_view octets, Sdp &sdp)
        : m_octets(octets)
        , m_sdp(sdp)
    {
    }

    void run()
    {
        if (m_octets.empty())
            return fault(SdpFault::Empty);
        if (m_octets.size() > SdpLimits::octets)
            fault(SdpFault::Limit);
        if (m_octets.substr(0, SdpLimits::octets).find('\0') != std::string_view::npos)
            fault(SdpFault::NulOctet);
        SdpLines lines(m_octets);
        SdpLine one;
        for (int count = 0; lines.next(one); ++count) {
            if (count == SdpLimits::lines) {
                fault(SdpFault::Limit, one.text);
                break;
            }
            if (count == 0 && one.type != 'v')
                fault(SdpFault::Version, one.text);
            line(one);
            if (m_medium) // its section grows as its lines come
                m_medium->section = {
                    m_sectionStart, static_cast<std::size_t>(one.text.data() + one.text.size() - m_sectionStart)};
        }
        if (lines.bare())
            fault(SdpFault::BareLineEnd);
        if (lines.open() && !m_sdp.has(SdpFault::Limit))
            fault(SdpFault::NotClosed);
        if (!seen('o'))
            fault(SdpFault::Origin);
        if (!seen('s'))
            fault(SdpFault::SessionName);
        if (!seen('v'))
            fault(SdpFault::Version);
    }

private:
    void fault(SdpFault fault, std::string_view text = {})
    {
        m_sdp.faults |= 1U << static_cast<unsigned>(fault);
        if (m_sdp.faultText.empty())
            m_sdp.faultText = text;
    }

    bool seen(char type) const { return (m_seen >> static_cast<unsigned>(type - 'a')) & 1U; }

    /// False for the second line of a type that may stand once.
    bool first(const SdpLine &line)
    {
        if (seen(line.type)) {
            fault(SdpFault::Duplicate, line.text);
            return false;
        }
        m_seen |= 1U << static_cast<unsigned>(line.type - 'a');
        return true;
    }

    /// The same of a line of the session, which may not stand behind m=.
    bool ofSession(const SdpLine &line)
    {
        if (m_medium)
            fault(SdpFault::Misplaced, line.text);
        return first(line);
    }

    void line(const SdpLine &line)
    {
        switch (line.type) {
        case '\0': return fault(SdpFault::LineSyntax, line.text);
        case 'v': return version(line);
        case 'o': return origin(line);
        case 's': return name(line);
        case 'u':
            if (ofSession(line))
                m_sdp.uri = trimmed(line.value);
            return;
        case 'c': return connection(line);
        case 'b': return bandwidth(line);
        case 't': return timing(line);
        case 'm': return medium(line);
        case 'a': return attribute(line);
        case 'y': return ssrc(line);
        case 'f': return mediaInfo(line);
        default: return; // i, e, p, r, z, k and those of makers
        }
    }

    void version(const SdpLine &line)
    {
        if (ofSession(line) && trimmed(line.value) != "0")
            fault(SdpFault::Version, line.text);
    }

    void origin(const SdpLine &line)
    {
        if (!ofSession(line))
            return;
        std::string_view rest = line.value;
        m_sdp.user = word(rest);
        m_sdp.sessionId = word(rest);
        m_sdp.sessionVersion = word(rest);
        if (!readConnection(rest, m_sdp.origin))
            fault(SdpFault::Origin, line.text);
    }

    void name(const SdpLine &line)
    {
        if (!ofSession(line))
            return;
        m_sdp.name = line.value;
        m_sdp.session = sessionOf(trimmed(line.value));
    }

    void connection(const SdpLine &line)
    {
        SdpConnection &connection = m_medium ? m_medium->connection : m_sdp.connection;
        if (!connection.netType.empty()) // a medium may have several, of multicast layers
            return m_medium ? void() : fault(SdpFault::Duplicate, line.text);
        if (!readConnection(line.value, connection))
            fault(SdpFault::Connection, line.text);
    }

    void bandwidth(const SdpLine &line)
    {
        const std::size_t colon = line.value.find(':');
        if (colon == std::string_view::npos || colon == 0
            || !toNumber<std::uint64_t>(trimmed(line.value.substr(colon + 1))))
            fault(SdpFault::Bandwidth, line.text);
    }

    void timing(const SdpLine &line)
    {
        if (m_medium)
            fault(SdpFault::Misplaced, line.text);
        if (seen('t'))
            return; // RFC 8866 §5.9 allows several; GB/T 28181 has one
        first(line);
        std::string_view rest = line.value;
        m_sdp.start = toNumber<std::uint64_t>(word(rest));
        m_sdp.stop = toNumber<std::uint64_t>(word(rest));
        if (!m_sdp.start || !m_sdp.stop || !word(rest).empty())
            fault(SdpFault::Timing, line.text);
    }

    void medium(const SdpLine &line)
    {
        if (m_sdp.mediaCount == SdpLimits::media) {
            m_medium = &m_beyond; // its lines belong to nobody that is shown
            *m_medium = {};
            m_sectionStart = line.text.data() + line.text.size();
            return fault(SdpFault::Limit, line.text);
        }
        m_medium = &m_sdp.media[static_cast<std::size_t>(m_sdp.mediaCount++)];
        m_sectionStart = line.text.data() + line.text.size();
        std::string_view rest = line.value;
        m_medium->type = word(rest);
        std::string_view port = word(rest);
        port = port.substr(0, port.find('/')); // "49170/2": two ports from there
        m_medium->port = toNumber<std::uint16_t>(port);
        m_medium->protocol = word(rest);
        if (!m_medium->port || m_medium->protocol.empty())
            fault(SdpFault::Media, line.text);
        rest = trimmed(rest);
        m_medium->formats = rest;
        while (!word(rest).empty()) {
            if (m_medium->formatCount == SdpLimits::formats) {
                fault(SdpFault::Limit, line.text.substr(0, 80));
                break;
            }
            ++m_medium->formatCount;
        }
        if (m_medium->formatCount == 0)
            fault(SdpFault::NoFormats, line.text);
    }

    void attribute(const SdpLine &line)
    {
        const std::size_t colon = line.value.find(':');
        const std::string_view name = trimmed(line.value.substr(0, colon));
        const std::string_view value = colon == std::string_view::npos ? std::string_view{}
                                                                       : trimmed(line.value.substr(colon + 1));
        if (name.empty())
            return fault(SdpFault::Attribute, line.text);
        if (const SdpDirection direction = directionOf(name); direction != SdpDirection::None) {
            SdpDirection &slot = m_medium ? m_medium->direction : m_sdp.direction;
            if (slot != SdpDirection::None)
                return fault(SdpFault::Duplicate, line.text);
            slot = direction;
        } else if (name == "rtpmap") {
            std::string_view rest = value;
            if (word(rest).empty() || word(rest).empty())
                fault(SdpFault::Attribute, line.text);
        } else if (m_medium && name == "setup") {
            m_medium->setup = setupOf(value);
            if (m_medium->setup == SdpSetup::None)
                fault(SdpFault::Attribute, line.text);
        } else if (m_medium && name == "connection") {
            m_medium->connectionAttribute = value;
        }
    }

    void ssrc(const SdpLine &line)
    {
        if (!first(line))
            return;
        m_sdp.ssrc = trimmed(line.value);
        const bool digits = std::all_of(
            m_sdp.ssrc.begin(), m_sdp.ssrc.end(), [](char c) { return c >= '0' && c <= '9'; });
        m_sdp.ssrcNumber = toNumber<std::uint32_t>(m_sdp.ssrc);
        if (m_sdp.ssrc.size() != 10 || !digits || m_sdp.ssrc.front() > '1' || m_sdp.ssrc.size() != line.value.size())
            fault(SdpFault::Ssrc, line.text);
    }

    void mediaInfo(const SdpLine &line)
    {
        if (!first(line))
            return;
        m_sdp.mediaInfo = trimmed(line.value);
        if (!m_sdp.mediaInfo.empty() && !m_sdp.mediaInfo.starts_with("v/"))
            fault(SdpFault::MediaInfo, line.text);
    }

    std::string_view m_octets;
    Sdp &m_sdp;
    SdpMedia *m_medium = nullptr; ///< null: in the session's part
    SdpMedia m_beyond;            ///< what is over SdpLimits::media
    const char *m_sectionStart = nullptr;
    std::uint32_t m_seen = 0; ///< a bit a letter
};

} // namespace

bool SdpLines::next(SdpLine &line)
{
    for (;;) {
        if (m_rest.empty())
            return false;
        const std::size_t end = lineEnd(m_rest);
        line.text = m_rest.substr(0, end);
        m_open = end == std::string_view::npos;
        if (m_open) {
            m_rest = {};
        } else {
            const bool pair = m_rest.substr(end, 2) == "\r\n";
            m_bare = m_bare || !pair;
            m_rest.remove_prefix(end + (pair ? 2 : 1));
        }
        if (!line.text.empty())
            break;
    }
    const bool typed = line.text.size() >= 2 && line.text[0] >= 'a' && line.text[0] <= 'z' && line.text[1] == '=';
    line.type = typed ? line.text[0] : '\0';
    line.value = typed ? line.text.substr(2) : std::string_view{};
    return true;
}

std::string_view SdpMedia::format(int place) const
{
    std::string_view rest = formats, one;
    if (place < 0 || place >= formatCount)
        return {};
    for (int i = 0; i <= place; ++i)
        one = word(rest);
    return one;
}

std::string_view SdpMedia::attribute(std::string_view name, bool *present) const
{
    SdpLines lines(section);
    SdpLine line;
    while (lines.next(line)) {
        const std::size_t colon = line.value.find(':');
        if (line.type == 'a' && trimmed(line.value.substr(0, colon)) == name) {
            if (present)
                *present = true;
            return colon == std::string_view::npos ? std::string_view{} : trimmed(line.value.substr(colon + 1));
        }
    }
    if (present)
        *present = false;
    return {};
}

std::string_view SdpMedia::rtpmap(std::string_view format) const
{
    SdpLines lines(section);
    SdpLine line;
    while (lines.next(line)) {
        if (line.type != 'a' || !line.value.starts_with("rtpmap:"))
            continue;
        std::string_view rest = line.value.substr(7);
        if (word(rest) == format)
            return trimmed(rest);
    }
    return {};
}

Sdp readSdp(std::string_view octets)
{
    Sdp sdp;
    Reader(octets, sdp).run();
    return sdp;
}

} // namespace gb
