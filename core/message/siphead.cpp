#include "core/message/headnames.h"
#include "core/message/headscanner.h"
#include "core/message/valuereader.h"

#include <algorithm>

namespace gb {

using namespace headnames;
using namespace siptext;

namespace {

class Scanner
{
public:
    Scanner(std::string_view octets, const HeadMarks &marks, SipHead &head, HeadNotes *notes)
        : m_octets(octets)
        , m_marks(marks)
        , m_head(head)
        , m_notes(notes)
    {
    }

    void run()
    {
        if (std::all_of(m_octets.begin(), m_octets.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; })) {
            m_head.kind = SipKind::NatKeepalive;
            return;
        }
        if (m_octets.size() > HeadLimits::datagram)
            fault(HeadFault::Limit);
        while (m_at < m_octets.size() && (m_octets[m_at] == '\r' || m_octets[m_at] == '\n'))
            ++m_at; // RFC 3261 §7.5: empty lines ahead of the start line are ignored
        m_start = m_at;
        if (!startLine(nextLine()))
            return;
        headers();
        required();
        readBody(m_octets, m_head);
    }

private:
    void note(std::initializer_list<std::string_view> values)
    {
        if (m_notes)
            m_notes->values.insert(m_notes->values.end(), values);
    }
    void note(std::string_view HeadNotes::*number, std::string_view text)
    {
        if (m_notes)
            m_notes->*number = text;
    }

    void fault(HeadFault fault, std::string_view text = {})
    {
        m_head.faults |= 1U << static_cast<unsigned>(fault);
        if (m_head.faultText.empty())
            m_head.faultText = text;
    }

    /// The next line with its folded continuations, without its line end.
    std::string_view nextLine()
    {
        const char *const start = m_octets.data() + m_at, *const end = m_octets.data() + m_octets.size();
        for (const char *from = start;;) {
            const char *const feed = m_marks.feed(from);
            if (feed == end) {
                m_at = m_octets.size();
                m_closed = false;
                return between(start, end);
            }
            const bool returned = feed != m_octets.data() && feed[-1] == '\r';
            if (!returned)
                fault(HeadFault::BareLf);
            from = feed + 1;
            const char *const lineEnd = returned && feed != start ? feed - 1 : feed;
            const bool folded = lineEnd != start && from != end && (*from == ' ' || *from == '\t');
            if (!folded) {
                m_at = static_cast<std::size_t>(from - m_octets.data());
                return between(start, lineEnd);
            }
        }
    }

    bool startLine(std::string_view line)
    {
        m_head.startLine = line;
        if (line.size() > HeadLimits::line)
            fault(HeadFault::Limit);
        if (startsWithSip(line)) {
            m_head.kind = SipKind::Response;
            const std::size_t blank = line.find(' ');
            if (!equalsNoCase(line.substr(0, blank), "SIP/2.0"))
                fault(HeadFault::Version, line);
            const std::string_view rest = blank == std::string_view::npos ? std::string_view{} : line.substr(blank + 1);
            const std::size_t end = rest.find(' ');
            const std::string_view code = rest.substr(0, end);
            const auto status = toNumber<int>(code);
            if (code.size() == 3 && status && *status >= 100 && *status <= 699)
                m_head.status = *status;
            else
                fault(HeadFault::Status, line);
            if (end != std::string_view::npos)
                m_head.reason = rest.substr(end + 1);
            note({m_head.reason});
            return true;
        }
        const std::string_view whole = line;
        while (line.ends_with(' '))
            line.remove_suffix(1);
        const std::size_t first = line.find(' ');
        const std::size_t last = line.rfind(' ');
        const bool shaped = first != std::string_view::npos && last > first;
        const std::string_view version = shaped ? line.substr(last + 1) : std::string_view{};
        if (!startsWithSip(version))
            return false; // HTTP, RTP, STUN, noise
        m_head.kind = SipKind::Request;
        m_head.methodText = line.substr(0, first);
        m_head.method = methodOf(m_head.methodText);
        m_head.requestUri = m_values.uri(line.substr(first + 1, last - first - 1));
        note({m_head.requestUri.user, m_head.requestUri.host});
        if (!isToken(m_head.methodText) || !canBeAsked(m_head.requestUri) || line.size() < whole.size())
            fault(HeadFault::StartLine, whole);
        if (!equalsNoCase(version, "SIP/2.0"))
            fault(HeadFault::Version, line);
        return true;
    }

    /// A Request-URI has no blanks and, where it is of our scheme, no bare IPv6 address and no headers (RFC 3261
    /// §19.1.1). Devices without a domain leave the host out.
    static bool canBeAsked(const SipUri &uri)
    {
        if (uri.scheme.empty() || uri.text.find(' ') != std::string_view::npos)
            return false;
        if (!uri.isSip() || uri.host.empty())
            return true;
        const std::string_view rest = uri.text.substr(
            static_cast<std::size_t>(uri.host.data() - uri.text.data()) + uri.host.size());
        const std::string_view port = rest.substr(0, findEither(rest, ';', '?'));
        return std::count(port.begin(), port.end(), ':') < 2 && rest.find('?') == std::string_view::npos;
    }

    void headers()
    {
        for (int lines = 0; m_at < m_octets.size(); ++lines) {
            const std::size_t before = m_at;
            const std::string_view line = nextLine();
            if (line.empty() && m_closed) {
                m_head.bodyOctets = m_octets.size() - m_at;
                checkNul(before);
                return;
            }
            if (lines >= HeadLimits::lines || line.size() > HeadLimits::line || m_at - m_start > HeadLimits::section)
                fault(HeadFault::Limit);
            header(line);
        }
        checkNul(m_octets.size());
        fault(HeadFault::NotClosed);
    }

    void checkNul(std::size_t end)
    {
        if (!m_marks.maybeZeros())
            return;
        const std::string_view section = m_octets.substr(m_start, end - m_start);
        for (std::size_t at = section.find('\0'); at != std::string_view::npos; at = section.find('\0', at + 1)) {
            if (at == 0 || section[at - 1] != '\\') // a quoted pair may hold one, RFC 3261 §25.1
                return fault(HeadFault::NulOctet);
        }
    }

    void header(std::string_view line)
    {
        const char *const end = line.data() + line.size(), *const colon = m_values.find(line.data(), end, ':');
        if (colon == end)
            return fault(HeadFault::HeaderSyntax, line);
        const std::string_view name = trimmed(between(line.data(), colon));
        const Name known = nameOf(name);
        if ((known == Name::Other && !isToken(name)) || isBlank(line.front()))
            return fault(HeadFault::HeaderSyntax, line);
        const std::string_view value = trimmed(between(colon + 1, end));
        if (line.size() > HeadLimits::line) {
            // Of a Via that is far too long the start still tells where the refusal goes; nothing else of such a line
            // is read.
            if (known == Name::Via && m_head.viaLines.size() == 0)
                via(line.substr(0, 1024), value.substr(0, 1000));
            return;
        }
        if (value.size() > HeadLimits::separators && std::count_if(value.begin(), value.end(), [](char c) {
                return c == ',' || c == ';';
            }) > HeadLimits::separators)
            fault(HeadFault::Limit, line.substr(0, 80)); // it is refused; what routes the refusal is read all the same
        switch (known) {
        case Name::Via: return via(line, value);
        case Name::From: return single(m_head.fromLine, line, [&] { address(m_head.from, value); });
        case Name::To: return single(m_head.toLine, line, [&] { address(m_head.to, value); });
        case Name::CallId: return single(m_head.callIdLine, line, [&] { note({m_head.callId = value}); });
        case Name::CSeq: return single(m_head.cseqLine, line, [&] { cseq(value); });
        case Name::Contact: return contact(value);
        case Name::Expires: return expires(value);
        case Name::ContentLength: return contentLength(value);
        case Name::ContentType: return single(m_head.contentType, value, [] {});
        case Name::UserAgent: return note({m_head.userAgent = value});
        case Name::Authorization:
            if (!m_head.authorization.empty() && !std::exchange(m_forProxy, false))
                fault(HeadFault::Duplicate, line.substr(0, 80));
            return note({m_head.authorization = value});
        case Name::ProxyAuthorization: // of a 407; the registrar's own go first
            m_forProxy = m_head.authorization.empty();
            return note({m_forProxy ? m_head.authorization = value : value});
        case Name::Date: return note({m_head.date = value});
        case Name::GbVersion: return note({m_head.gbVersion = value});
        case Name::WwwAuthenticate: return note({m_head.wwwAuthenticate = value});
        case Name::ProxyAuthenticate:
            return note({m_head.wwwAuthenticate.empty() ? m_head.wwwAuthenticate = value : value});
        case Name::Subject: return note({m_head.subject = value});
        case Name::Require: m_head.requireLines.add(m_octets, value); return;
        case Name::Other: return note({value});
        }
    }

    template<typename Read>
    void single(std::string_view &slot, std::string_view line, Read read)
    {
        if (!slot.empty())
            return fault(HeadFault::Duplicate, line.substr(0, 80)); // the first one stays: one reader, one verdict
        slot = line;
        read();
    }

    void address(SipAddress &into, std::string_view value)
    {
        into = m_values.address(value);
        note({into.uri.user, into.uri.host, into.tag});
    }

    /// Most values have none, which a search tells faster than a count.
    static std::ptrdiff_t commasIn(std::string_view value)
    {
        const std::size_t first = value.find(',');
        return first == std::string_view::npos
            ? 0
            : std::count(value.begin() + static_cast<std::ptrdiff_t>(first), value.end(), ',');
    }

    void via(std::string_view line, std::string_view value)
    {
        if (!m_head.viaLines.add(m_octets, line))
            return fault(HeadFault::Limit);
        const auto commas = commasIn(value);
        m_head.viaCount += 1 + static_cast<int>(commas);
        if (commas > 0 && hasEmptyValue(value))
            fault(HeadFault::HeaderSyntax, line.substr(0, 80));
        if (m_head.viaLines.size() == 1) {
            m_head.via = m_values.via(trimmed(value.substr(0, value.find(','))));
            note({m_head.via.host, m_head.via.branch});
        }
    }

    void cseq(std::string_view value)
    {
        const auto blank = std::find_if(value.begin(), value.end(), isBlank);
        const std::string_view text = value.substr(0, static_cast<std::size_t>(blank - value.begin()));
        const auto number = toNumber<std::uint32_t>(text);
        note(&HeadNotes::cseq, text);
        m_head.cseqMethod = trimmed(value.substr(static_cast<std::size_t>(blank - value.begin())));
        if (!number || *number > 0x7fffffffU || m_head.cseqMethod.empty()) // RFC 3261 §8.1.1.5: less than 2**31
            fault(HeadFault::CSeq, m_head.cseqLine);
        else
            m_head.cseq = *number;
        if (m_head.kind == SipKind::Response)
            m_head.method = methodOf(m_head.cseqMethod);
        else if (m_head.cseqMethod != m_head.methodText)
            fault(HeadFault::CSeq, m_head.cseqLine);
    }

    void contact(std::string_view value)
    {
        if (m_head.contactStar || (value == "*" && m_head.contactCount > 0))
            fault(HeadFault::Contact, value);
        const auto commas = commasIn(value);
        m_head.contactCount += 1 + static_cast<int>(commas);
        if (value == "*") {
            m_head.contactStar = true;
            return;
        }
        m_head.contactLines.add(m_octets, value);
        if (!m_head.contact.text.empty())
            return;
        std::string_view list = value;
        address(m_head.contact, commas == 0 ? value : nextValue(list));
        const SipUri &uri = m_head.contact.uri;
        const bool bare = uri.text.data() == m_head.contact.text.data(); // RFC 3261 §20: with a ? in it, a URI stands
                                                                         // in brackets
        if (!uri.valid() || !uri.portValid || !uri.isSip() || (bare && uri.text.find('?') != std::string_view::npos))
            fault(HeadFault::Contact, value.substr(0, 80));
        bool present = false;
        const std::string_view seconds = m_values.parameter(m_head.contact.parameters, "expires", &present);
        if (present) {
            m_head.contactExpires = toNumber<std::uint32_t>(seconds);
            if (!m_head.contactExpires)
                fault(HeadFault::Expires, value.substr(0, 80));
        }
    }

    void expires(std::string_view value)
    {
        if (m_head.expires || m_head.has(HeadFault::Expires))
            return fault(HeadFault::Duplicate, value);
        m_head.expires = toNumber<std::uint32_t>(value);
        note(&HeadNotes::expires, value);
        if (!m_head.expires)
            fault(HeadFault::Expires, value.substr(0, 80));
    }

    void contentLength(std::string_view value)
    {
        if (m_head.contentLength || m_head.has(HeadFault::ContentLength))
            return fault(HeadFault::Duplicate, value.substr(0, 80));
        m_head.contentLength = toNumber<std::uint64_t>(value);
        note(&HeadNotes::contentLength, value);
        if (!m_head.contentLength)
            fault(HeadFault::ContentLength, value.substr(0, 80));
    }

    void required()
    {
        if (m_head.via.host.empty())
            fault(HeadFault::ViaMissing);
        if (m_head.from.uri.host.empty() || m_head.from.uri.user.size() > HeadLimits::user)
            fault(HeadFault::FromMissing);
        else if (m_head.from.tag.empty())
            fault(HeadFault::FromTagMissing);
        if (m_head.to.uri.host.empty())
            fault(HeadFault::ToMissing);
        if (m_head.callId.empty())
            fault(HeadFault::CallIdMissing);
        if (m_head.cseqLine.empty())
            fault(HeadFault::CSeq);
        const bool leaves = m_head.expires.value_or(1) == 0 || m_head.contactExpires.value_or(1) == 0;
        if (m_head.contactStar && m_head.method == SipMethod::Register && m_head.kind == SipKind::Request && !leaves)
            fault(HeadFault::Contact); // RFC 3261 §10.2.2
    }

    std::string_view m_octets;
    const HeadMarks &m_marks;
    ValueReader<const HeadMarks> m_values{m_marks};
    std::size_t m_at = 0, m_start = 0;
    bool m_closed = true, m_forProxy = false; ///< the credentials so far are for a proxy
    SipHead &m_head;
    HeadNotes *m_notes;
};

} // namespace

void readHead(std::string_view octets, const HeadMarks &marks, SipHead &head, HeadNotes *notes)
{
    head = SipHead{};
    Scanner(octets, marks, head, notes).run();
}

void readBody(std::string_view octets, SipHead &head)
{
    const auto fault = [&head](HeadFault one) { head.faults |= 1U << static_cast<unsigned>(one); };
    head.body = octets.substr(octets.size() - head.bodyOctets);
    if (head.contentLength) {
        if (*head.contentLength > head.bodyOctets)
            fault(HeadFault::BodyShort);
        else if (*head.contentLength < head.bodyOctets)
            fault(HeadFault::BodyLong);
        head.body = head.body.substr(0, std::min<std::uint64_t>(*head.contentLength, head.bodyOctets));
    }
    if (!head.body.empty() && head.contentType.empty())
        fault(HeadFault::ContentTypeMissing);
}

SipHead scanHead(std::string_view octets)
{
    SipHead head;
    Scanner(octets, HeadMarks(octets), head, nullptr).run();
    return head;
}

std::optional<std::uint32_t> grantedExpires(const SipHead &head)
{
    std::optional<std::uint32_t> longest = head.contactExpires;
    std::size_t seen = 0;
    for (std::size_t line = 0; head.contactCount > 1 && line < head.contactLines.size(); ++line) {
        std::string_view values = head.contactLines[line];
        for (; !values.empty() && seen < HeadLimits::contactLines; ++seen) {
            const auto one = toNumber<std::uint32_t>(parameter(parseAddress(nextValue(values)).parameters, "expires"));
            if (one && *one > longest.value_or(0))
                longest = one;
        }
    }
    return longest ? longest : head.expires;
}

} // namespace gb
