#pragma once
#include "core/message/headmarks.h"
#include "core/message/siptext.h"

namespace gb::siptext {

constexpr std::string_view between(const char *begin, const char *end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// Reads the values of headers from mark to mark. `Marks`: HeadMarks of the message that the values stand in, or
/// PlainMarks.
template<typename Marks>
class ValueReader
{
public:
    explicit ValueReader(Marks &marks)
        : m_marks(marks)
    {
    }

    SipUri uri(std::string_view text)
    {
        const char *end = text.data() + text.size();
        return uri(text.data(), end, false);
    }

    SipAddress address(std::string_view text)
    {
        SipAddress address;
        address.text = text;
        const char *start = text.data();
        const char *const end = start + text.size();
        if (!text.empty() && *start == '"') { // a quoted display name may hold anything, angle brackets too
            std::size_t quote = 1;
            while (quote < text.size() && text[quote] != '"')
                quote += text[quote] == '\\' ? 2 : 1;
            if (quote >= text.size())
                return address;
            address.displayName = text.substr(1, quote - 1);
            start += quote + 1;
        }
        const char *semicolon = end, *open = m_marks.next(start, end);
        for (; open != end && *open != '<'; open = m_marks.next(open + 1, end)) {
            if (*open == ';' && semicolon == end)
                semicolon = open;
        }
        if (open == end) { // addr-spec form: parameters belong to the header
            address.uri = uri(trimmed(between(start, semicolon)));
        } else {
            const char *close = end;
            const SipUri uri = this->uri(open + 1, close, true);
            if (close == end)
                return address;
            if (start == text.data())
                address.displayName = trimmed(between(start, open));
            address.uri = uri;
            semicolon = find(close + 1, end, ';');
        }
        if (semicolon != end) {
            address.parameters = between(semicolon + 1, end);
            address.tag = parameter(address.parameters, "tag");
        }
        return address;
    }

    SipVia via(std::string_view text)
    {
        SipVia via;
        via.text = text;
        const char *const end = text.data() + text.size(), *const semicolon = find(text.data(), end, ';');
        const std::string_view head = between(text.data(), semicolon);
        // sent-protocol LWS sent-by; blanks around the slashes are allowed, so the last slash ends the version
        constexpr std::string_view usual = "SIP/2.0/";
        const std::size_t slash = head.starts_with(usual) && head.find('/', usual.size()) == std::string_view::npos
            ? usual.size() - 1
            : head.rfind('/');
        if (slash == std::string_view::npos)
            return via;
        const std::string_view rest = trimmed(head.substr(slash + 1));
        via.transport = between(rest.data(), std::find_if(rest.data(), rest.data() + rest.size(), isBlank));
        const std::string_view sentBy = trimmed(rest.substr(via.transport.size()));
        bool portValid = true;
        hostPort(sentBy, find(sentBy.data(), sentBy.data() + sentBy.size(), ':'), via.host, via.port, portValid);
        if (semicolon != end) {
            const std::string_view parameters = between(semicolon + 1, end);
            via.branch = parameter(parameters, "branch");
            parameter(parameters, "rport", &via.rport);
        }
        return via;
    }

    std::string_view parameter(std::string_view parameters, std::string_view name, bool *present = nullptr)
    {
        const char *const end = parameters.data() + parameters.size();
        for (const char *start = parameters.data(); start < end;) {
            const char *equals = nullptr, *stop = m_marks.next(start, end);
            for (; stop != end && *stop != ';'; stop = m_marks.next(stop + 1, end)) {
                if (*stop == '=' && !equals)
                    equals = stop;
            }
            if (equalsNoCase(trimmed(between(start, equals ? equals : stop)), name)) {
                if (present)
                    *present = true;
                std::string_view value = equals ? trimmed(between(equals + 1, stop)) : std::string_view{};
                if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
                    value = value.substr(1, value.size() - 2);
                return value;
            }
            start = stop + 1;
        }
        if (present)
            *present = false;
        return {};
    }

    /// `mark`: one of the octets that are marks. `end` where there is none.
    const char *find(const char *from, const char *end, char mark)
    {
        const char *at = m_marks.next(from, end);
        while (at != end && *at != mark)
            at = m_marks.next(at + 1, end);
        return at;
    }

private:
    /// Up to `end`; where it stands `inBrackets` up to a `>`, whose place `end` becomes.
    SipUri uri(const char *begin, const char *&end, bool inBrackets)
    {
        SipUri uri;
        const char *scheme = nullptr, *host = begin;                 // behind the last of these
        const char *at = nullptr, *colon = nullptr, *tail = nullptr; // the first colon and the first of ; and ? of what
                                                                     // stands there
        const char *p = m_marks.next(begin, end);
        for (; p != end && !(inBrackets && *p == '>'); p = m_marks.next(p + 1, end)) {
            if (*p == ':') {
                if (!scheme)
                    host = (scheme = p) + 1;
                else if (!colon)
                    colon = p;
            } else if (*p == '@' && scheme && !at) {
                uri.user = between(host, colon ? colon : p); // no password in the identity
                host = (at = p) + 1;
                colon = tail = nullptr;
            } else if ((*p == ';' || *p == '?') && scheme && !tail) {
                tail = p;
            }
        }
        end = p;
        uri.text = between(begin, end);
        if (scheme)
            uri.scheme = between(begin, scheme);
        if (!isToken(uri.scheme))
            uri.scheme = {};
        if (!uri.isSip()) { // tel:, urn: … have no host
            uri.user = {};
            return uri;
        }
        const char *const hostEnd = tail ? tail : end;
        hostPort(between(host, hostEnd), colon && colon < hostEnd ? colon : hostEnd, uri.host, uri.port, uri.portValid);
        return uri;
    }

    /// `colon`: the first in `text`, or its end.
    void hostPort(std::string_view text, const char *colon, std::string_view &host, std::optional<std::uint16_t> &port,
        bool &valid)
    {
        const char *const end = text.data() + text.size();
        if (!text.empty() && text.front() == '[') { // IPv6 reference
            const std::size_t close = text.find(']');
            if (close == std::string_view::npos)
                return;
            host = text.substr(0, close + 1);
            colon = close + 1 < text.size() && text[close + 1] == ':' ? text.data() + close + 1 : end;
        } else {
            host = trimmed(between(text.data(), colon));
        }
        if (colon == end)
            return;
        port = toNumber<std::uint16_t>(trimmed(between(colon + 1, end)));
        valid = port.has_value() && *port != 0;
    }

    Marks &m_marks;
};

} // namespace gb::siptext
