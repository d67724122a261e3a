#include "core/sip/siptext.h"

#include <algorithm>
#include <array>

namespace gb {
namespace siptext {

bool isToken(std::string_view text)
{
    static constexpr auto allowed = [] {
        std::array<bool, 256> table{};
        for (int c = 0; c < 256; ++c) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            table[static_cast<std::size_t>(c)] = letter || (c >= '0' && c <= '9') || (c < 128 && std::string_view("-.!%*_+`'~").find(static_cast<char>(c)) != std::string_view::npos);
        }
        return table;
    }();
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return allowed[static_cast<unsigned char>(c)]; });
}

namespace {

void splitHostPort(std::string_view text, std::string_view &host, std::optional<std::uint16_t> &port, bool *valid)
{
    std::size_t colon = std::string_view::npos;
    if (!text.empty() && text.front() == '[') { // IPv6 reference
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos)
            return;
        host = text.substr(0, close + 1);
        colon = close + 1 < text.size() && text[close + 1] == ':' ? close + 1 : std::string_view::npos;
    } else {
        colon = text.find(':');
        host = trimmed(text.substr(0, colon));
    }
    if (colon == std::string_view::npos)
        return;
    port = toNumber<std::uint16_t>(trimmed(text.substr(colon + 1)));
    if (valid)
        *valid = port.has_value() && *port != 0;
}

} // namespace

SipAddress parseAddress(std::string_view text)
{
    SipAddress address;
    address.text = text;
    std::size_t start = 0;
    if (!text.empty() && text.front() == '"') { // a quoted display name may hold anything, angle brackets too
        start = 1;
        while (start < text.size() && text[start] != '"')
            start += text[start] == '\\' ? 2 : 1;
        if (start >= text.size())
            return address;
        address.displayName = text.substr(1, start - 1);
        ++start;
    }
    const std::size_t open = text.find('<', start);
    if (open == std::string_view::npos) { // addr-spec form: parameters belong to the header
        const std::size_t semicolon = text.find(';', start);
        address.uri = parseUri(trimmed(text.substr(start, semicolon == std::string_view::npos ? semicolon : semicolon - start)));
        if (semicolon != std::string_view::npos)
            address.parameters = text.substr(semicolon + 1);
    } else {
        const std::size_t close = text.find('>', open);
        if (close == std::string_view::npos)
            return address;
        if (start == 0)
            address.displayName = trimmed(text.substr(0, open));
        address.uri = parseUri(text.substr(open + 1, close - open - 1));
        const std::size_t semicolon = text.find(';', close);
        if (semicolon != std::string_view::npos)
            address.parameters = text.substr(semicolon + 1);
    }
    address.tag = parameter(address.parameters, "tag");
    return address;
}

bool hasEmptyValue(std::string_view list)
{
    for (;;) {
        const std::size_t comma = list.find(',');
        const std::string_view value = trimmed(list.substr(0, comma));
        if (value.empty() || value.front() == ';')
            return true;
        if (comma == std::string_view::npos)
            return false;
        list.remove_prefix(comma + 1);
    }
}

SipVia parseVia(std::string_view text)
{
    SipVia via;
    via.text = text;
    const std::size_t semicolon = text.find(';');
    const std::string_view head = text.substr(0, semicolon);
    // sent-protocol LWS sent-by; blanks around the slashes are allowed, so the last slash ends the version
    const std::size_t slash = head.rfind('/');
    if (slash == std::string_view::npos)
        return via;
    const std::string_view rest = trimmed(head.substr(slash + 1));
    const auto blank = std::find_if(rest.begin(), rest.end(), isBlank);
    via.transport = rest.substr(0, static_cast<std::size_t>(blank - rest.begin()));
    bool portValid = true;
    splitHostPort(trimmed(rest.substr(via.transport.size())), via.host, via.port, &portValid);
    if (semicolon != std::string_view::npos) {
        const std::string_view parameters = text.substr(semicolon + 1);
        via.branch = parameter(parameters, "branch");
        parameter(parameters, "rport", &via.rport);
    }
    return via;
}

} // namespace siptext

using namespace siptext;

bool equalsNoCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return x == y || lower(x) == lower(y); });
}

std::string_view nextValue(std::string_view &list)
{
    bool quoted = false, bracketed = false;
    std::size_t end = 0;
    for (; end < list.size(); ++end) {
        const char c = list[end];
        if (quoted) {
            end += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"' && !bracketed) {
            quoted = true;
        } else if (c == '<' || c == '>') {
            bracketed = c == '<';
        } else if (c == ',' && !bracketed) {
            break;
        }
    }
    const std::string_view value = trimmed(list.substr(0, end));
    list = end < list.size() ? list.substr(end + 1) : std::string_view{};
    return value;
}

std::string_view parameter(std::string_view parameters, std::string_view name, bool *present)
{
    while (!parameters.empty()) {
        const std::size_t semicolon = parameters.find(';');
        const std::string_view one = trimmed(parameters.substr(0, semicolon));
        const std::size_t equals = one.find('=');
        if (equalsNoCase(trimmed(one.substr(0, equals)), name)) {
            if (present)
                *present = true;
            std::string_view value = equals == std::string_view::npos ? std::string_view{} : trimmed(one.substr(equals + 1));
            if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
                value = value.substr(1, value.size() - 2);
            return value;
        }
        if (semicolon == std::string_view::npos)
            break;
        parameters.remove_prefix(semicolon + 1);
    }
    if (present)
        *present = false;
    return {};
}

bool SipUri::isSip() const
{
    return equalsNoCase(scheme, "sip") || equalsNoCase(scheme, "sips");
}

SipUri parseUri(std::string_view text)
{
    SipUri uri;
    uri.text = text;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return uri;
    uri.scheme = text.substr(0, colon);
    if (!isToken(uri.scheme)) {
        uri.scheme = {};
        return uri;
    }
    std::string_view rest = text.substr(colon + 1);
    if (!uri.isSip())
        return uri; // tel:, urn: … have no host
    const std::size_t at = rest.find('@');
    if (at != std::string_view::npos) {
        uri.user = rest.substr(0, at);
        uri.user = uri.user.substr(0, uri.user.find(':')); // no password in the identity
        rest.remove_prefix(at + 1);
    }
    splitHostPort(rest.substr(0, findEither(rest, ';', '?')), uri.host, uri.port, &uri.portValid);
    return uri;
}

} // namespace gb
