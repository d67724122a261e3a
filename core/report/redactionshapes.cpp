#include "core/report/redactionfinder_p.h"

/// Secrets that are known by their shape: in URIs, tables, SDP and signatures.
namespace gb::redaction {
namespace {

std::size_t findNoCase(std::string_view text, std::string_view lowerCase, std::size_t from)
{
    if (from >= text.size())
        return npos;
    const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), lowerCase.begin(),
        lowerCase.end(), [](char a, char b) { return lower(a) == b; });
    return found == text.end() ? npos : static_cast<std::size_t>(found - text.begin());
}

} // namespace

void Hider::hide(std::size_t from, std::size_t to, SecretKind kind) const
{
    to = std::min(to, m_text.size());
    while (from < to && isBlank(m_text[from]))
        ++from;
    while (to > from && isBlank(m_text[to - 1]))
        --to;
    if (from < to)
        m_found(from, to, kind);
}

std::size_t lineEnd(std::string_view text, std::size_t at, bool folded)
{
    for (std::size_t end = at;; ++end) {
        end = std::min(text.find_first_of("\r\n", end), text.size());
        std::size_t next = end;
        while (next < text.size() && next - end < 2 && isLineEnd(text[next]))
            ++next;
        if (!folded || next >= text.size() || (text[next] != ' ' && text[next] != '\t'))
            return end;
    }
}

void UriSecrets::scheme(std::size_t colon)
{
    const auto is = [&](std::string_view name) {
        return colon >= name.size() && equalsNoCase(m_text.substr(colon - name.size(), name.size()), name);
    };
    const bool slashes = m_text.substr(colon + 1, 2) == "//";
    if (!slashes && !is("sip") && !is("sips"))
        return;
    m_user = colon + (slashes ? 3 : 1);
    m_slashes = slashes;
    m_ats = 0;
}

void UriSecrets::at(std::size_t place)
{
    if (!schemeUri(place))
        bareUri(place);
}

bool UriSecrets::schemeUri(std::size_t at)
{
    constexpr int mostAts = 16; // of one URI
    if (m_user == npos || at < m_user)
        return false;
    if (at == m_user || at - m_user > longestUser || ++m_ats > mostAts)
        return true;
    const std::string_view ahead = m_text.substr(m_user, at - m_user);
    const std::size_t colon = ahead.find(':');
    if (ahead.find_first_of(m_slashes ? " \t\r\n<>\"" : " \t\r\n<>\"',") < ahead.size())
        return false;
    if (colon == npos || ahead.substr(0, colon).find('@') != npos)
        return true;
    const std::string_view password = ahead.substr(colon + 1);
    const std::size_t earlier = password.find('@');
    const std::size_t host = earlier == npos ? npos : password.find_first_of(m_slashes ? "/?#" : ";:/?", earlier);
    if (host != npos && host > earlier + 1) // where no host is between, that was no end of the user
        return true;                        // that one was the user's; this one is a parameter's
    m_hider.hide(m_user + colon + 1, at, SecretKind::UriPassword);
    return true;
}

void UriSecrets::bareUri(std::size_t at) const
{
    constexpr std::size_t longest = 256;
    constexpr std::string_view noUsers[] = {"mailto", "im", "pres", "xmpp", "acct", "tel", "urn", "cid", "mid", "data",
        "contact", "from", "to", "cc", "i", "url", "uri"};
    std::size_t from = at;
    while (
        from > 0 && at - from < longest && std::string_view(" \t\r\n<>\"'=,;()[]{}/|").find(m_text[from - 1]) == npos)
        --from;
    const std::string_view ahead = m_text.substr(from, at - from);
    const std::size_t colon = ahead.find(':');
    if (colon == npos || colon == 0 || colon + 1 == ahead.size())
        return;
    const std::string_view user = ahead.substr(0, colon);
    const bool letter = lower(user[0]) >= 'a' && lower(user[0]) <= 'z';
    if (!letter || !std::all_of(user.begin(), user.end(), isNameChar) || containsNoCase(user, "mail")
        || std::any_of(std::begin(noUsers), std::end(noUsers), [&](auto one) { return equalsNoCase(user, one); }))
        return;
    // A host: with a dot in it, and nothing else
    std::size_t end = at + 1;
    while (end < m_text.size() && end - at < longest
        && ((lower(m_text[end]) >= 'a' && lower(m_text[end]) <= 'z') || (m_text[end] >= '0' && m_text[end] <= '9')
            || m_text[end] == '.' || m_text[end] == '-'))
        ++end;
    const std::string_view host = m_text.substr(at + 1, end - at - 1);
    const bool v6 = end < m_text.size() && host.empty() && m_text[end] == '[';
    if (v6 || (host.find('.', 1) < host.size() - 1 && !isInId(from)))
        m_hider.hide(from + colon + 1, at, SecretKind::UriPassword);
}

bool UriSecrets::isInId(std::size_t at) const
{
    constexpr std::string_view ids[] = {
        "call-id", "i", "in-reply-to", "replaces", "target-dialog", "message-id", "content-id", "join"};
    std::size_t begin = at;
    while (begin > 0 && at - begin < longestName && !isLineEnd(m_text[begin - 1]))
        --begin;
    const std::string_view line = m_text.substr(begin, at - begin);
    const std::string_view name = trimmed(line.substr(0, std::min(line.find(':'), line.size())));
    return std::any_of(std::begin(ids), std::end(ids), [&](auto one) { return equalsNoCase(name, one); });
}

void TableSecrets::line(std::size_t at)
{
    const std::string_view text = m_hider.text();
    const std::string_view line = text.substr(at, std::min(text.find_first_of("\r\n", at), text.size()) - at);
    if (m_column == 0 || line.empty())
        return readHeading(line);
    std::size_t from = 0;
    for (int column = 1; column < m_column && from != npos; ++column) {
        from = line.find(m_separator, from);
        from = from == npos ? npos : from + 1;
    }
    if (from == npos)
        m_column = 0;
    else
        m_hider.hide(at + from, at + std::min(line.find(m_separator, from), line.size()), SecretKind::Password);
}

void TableSecrets::readHeading(std::string_view line)
{
    m_column = line.empty() ? m_column : 0;
    constexpr std::size_t longestHeading = 2048;
    if (line.size() > longestHeading || line.find_first_of("=<:{") != npos)
        return;
    const std::size_t first = line.find_first_of(",;\t|");
    if (first == npos)
        return;
    m_separator = line[first];
    int column = 0;
    for (std::size_t from = 0; from <= line.size();) {
        const std::size_t stop = std::min(line.find(m_separator, from), line.size());
        std::string_view name = trimmed(line.substr(from, stop - from));
        if (name.size() > 1 && (name.front() == '"' || name.front() == '\''))
            name = name.substr(1, name.size() - 2);
        ++column;
        if (name.find(' ') == npos && isSecretName(name)) {
            m_column = column;
            return;
        }
        from = stop + 1;
    }
}

void findMediaKey(const Hider &hider, std::size_t at, std::size_t value, bool isKey)
{
    const std::size_t end = lineEnd(hider.text(), at, false);
    const std::string_view line = hider.text().substr(at, end - at);
    value = std::min(value, line.size());
    if (isKey) {
        const std::size_t colon = line.find(':');
        if (!equalsNoCase(trimmed(line.substr(value)), "prompt"))
            hider.hide(at + (colon == npos ? value : colon + 1), end, SecretKind::MediaKey);
        return;
    }
    const std::size_t colon = std::max(std::min(line.find(':'), line.size()), value);
    const std::string_view name = trimmed(line.substr(value, colon - value));
    if (equalsNoCase(name, "crypto")) {
        for (std::size_t key = findNoCase(line, "inline:", colon); key != npos;
             key = findNoCase(line, "inline:", key + 7))
            hider.hide(
                at + key + 7, at + std::min(line.find_first_of("|; \t", key), line.size()), SecretKind::MediaKey);
    } else if (equalsNoCase(name, "key-mgmt")) {
        const std::size_t blank = line.find_first_of(" \t", skipBlanks(line, colon + 1));
        hider.hide(at + (blank == npos ? colon + 1 : blank), end, SecretKind::MediaKey);
    } else if (equalsNoCase(name, "key") || equalsNoCase(name, "ice-pwd") || isSecretName(name)) {
        hider.hide(at + colon + 1, end, SecretKind::MediaKey);
    }
}

void findSignature(const Hider &hider, std::size_t at)
{
    const std::string_view text = hider.text();
    const auto isDigit = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '+' || c == '/'
            || c == '-' || c == '_';
    };
    if (at > 0 && isDigit(text[at - 1]))
        return;
    const std::string_view rest = text.substr(at, 160);
    // A sequence of 68 to 72 octets that begins with an integer of 32 or 33
    const bool base64 = rest.size() > 6 && rest.starts_with("ME") && rest.substr(3, 2) == "CI"
        && std::string_view("QUYcg").find(rest[2]) != npos;
    const bool hex = rest.size() > 8 && rest.starts_with("304") && rest[3] >= '4' && rest[3] <= '8'
        && (rest.substr(4, 4) == "0220" || rest.substr(4, 4) == "0221");
    if (!base64 && !hex)
        return;
    std::size_t size = 0;
    while (size < rest.size() && isDigit(rest[size]))
        ++size;
    if (base64 ? size >= 92 && size <= 100 : size >= 140 && size <= 148)
        hider.hide(at, at + size, SecretKind::Credentials);
}

} // namespace gb::redaction
