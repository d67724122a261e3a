#include "core/report/redactionfinder_p.h"

/// Secrets that a line tells of: headers, SDP, tables. And the walk over all.
namespace gb::redaction {

void Finder::run()
{
    line(0);
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        if (isLineEnd(m_text[i]) || isBlank(m_text[i]) || m_text[i] == '<' || m_text[i] == '>')
            m_user = npos; // no URI goes over them
        switch (m_text[i]) {
        case '<': tag(i); break;
        case ':':
            scheme(i);
            pair(i);
            break;
        case '=':
            if (i + 1 < m_text.size() && m_text[i + 1] == '>')
                break; // an arrow
            pair(i);
            break;
        case '>':
            m_textFrom = i + 1;
            if (i > 0 && (m_text[i - 1] == '-' || m_text[i - 1] == '='))
                pair(i - 1, i + 1);
            break;
        case ' ': said(i); break;
        case '\xef':
        case '\xa3':
            for (const std::string_view colon : {wideColon, wideColonGb}) {
                if (m_text.substr(i).starts_with(colon))
                    pair(i, i + colon.size());
            }
            break;
        case '@': uri(i); break;
        case 'M':
        case '3': signature(i); break;
        case '\r':
        case '\n':
            if (m_text.substr(0, i + 1).ends_with("\r\n\r\n"))
                m_textFrom = i + 1;
            line(i + 1);
            break;
        default: break;
        }
    }
}

void Finder::hide(std::size_t from, std::size_t to, SecretKind kind)
{
    to = std::min(to, m_text.size());
    while (from < to && isBlank(m_text[from]))
        ++from;
    while (to > from && isBlank(m_text[to - 1]))
        --to;
    if (from < to)
        m_found(from, to, kind);
}

std::size_t Finder::lineEnd(std::size_t at, bool folded) const
{
    for (std::size_t end = at;; ++end) {
        end = std::min(m_text.find_first_of("\r\n", end), m_text.size());
        std::size_t next = end;
        while (next < m_text.size() && next - end < 2 && isLineEnd(m_text[next]))
            ++next;
        if (!folded || next >= m_text.size() || (m_text[next] != ' ' && m_text[next] != '\t'))
            return end;
    }
}

void Finder::line(std::size_t at)
{
    const std::string_view rest = m_text.substr(at, longestName + 8);
    if (const std::size_t equals = skipBlanks(rest, 1); rest.size() > 1 && equals < rest.size() && rest[equals] == '='
        && (lower(rest[0]) == 'k' || lower(rest[0]) == 'a'))
        return media(at, equals + 1, lower(rest[0]) == 'k');
    table(at);
    const std::size_t end = nameEnd(m_text, at);
    const std::string_view all = m_text.substr(at, end - at);
    std::size_t colon = all.find(':');
    const std::string_view name = all.substr(0, colon);
    colon = colon == npos ? skipBlanks(m_text, end) : at + colon;
    if (name.empty() || colon >= m_text.size() || m_text[colon] != ':')
        return words(all, end);
    if (isSecretName(name)) {
        hide(colon + 1, lineEnd(colon + 1, true), SecretKind::Password);
        return;
    }
    if (!isOwnName(name))
        return;
    const std::size_t stop = lineEnd(colon + 1, true), word = skipBlanks(m_text, colon + 1);
    std::size_t behind = nameEnd(m_text, word);
    if (word >= stop || !isOpenScheme(m_text.substr(word, behind - word)))
        return;
    while (behind < stop && (isBlank(m_text[behind]) || m_text[behind] == ','))
        ++behind;
    hide(behind, stop, SecretKind::Credentials);
}

void Finder::words(std::string_view name, std::size_t at)
{
    const std::size_t end = lineEnd(at, false), from = skipBlanks(m_text, at);
    if (from == at || from >= end || !isSecretName(name))
        return;
    const std::string_view word = trimmed(m_text.substr(from, end - from));
    const bool one = word.find_first_of(" \t<>=:") == npos;
    if (one && !isSaidOfSecrets(word))
        hide(from, end, SecretKind::Password);
}

void Finder::table(std::size_t at)
{
    const std::size_t end = std::min(m_text.find_first_of("\r\n", at), m_text.size());
    const std::string_view line = m_text.substr(at, end - at);
    if (m_column > 0 && !line.empty()) {
        std::size_t from = 0;
        for (int column = 1; column < m_column && from != npos; ++column) {
            from = line.find(m_separator, from);
            from = from == npos ? npos : from + 1;
        }
        if (from == npos)
            m_column = 0;
        else
            hide(at + from, at + std::min(line.find(m_separator, from), line.size()), SecretKind::Password);
        return;
    }
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

bool Finder::isOwnName(std::string_view name)
{
    if (equalsNoCase(name, "www-authenticate") || equalsNoCase(name, "proxy-authenticate"))
        return false;
    return containsNoCase(name, "auth") || (name.size() > 2 && lower(name[0]) == 'x' && name[1] == '-')
        || containsNoCase(name, "token");
}

void Finder::media(std::size_t at, std::size_t value, bool isKey)
{
    const std::size_t end = lineEnd(at, false);
    const std::string_view line = m_text.substr(at, end - at);
    value = std::min(value, line.size());
    if (isKey) {
        const std::size_t colon = line.find(':');
        if (!equalsNoCase(trimmed(line.substr(value)), "prompt"))
            hide(at + (colon == npos ? value : colon + 1), end, SecretKind::MediaKey);
        return;
    }
    const std::size_t colon = std::max(std::min(line.find(':'), line.size()), value);
    const std::string_view name = trimmed(line.substr(value, colon - value));
    if (equalsNoCase(name, "crypto")) {
        for (std::size_t key = findNoCase(line, "inline:", colon); key != npos;
             key = findNoCase(line, "inline:", key + 7))
            hide(at + key + 7, at + std::min(line.find_first_of("|; \t", key), line.size()), SecretKind::MediaKey);
    } else if (equalsNoCase(name, "key-mgmt")) {
        const std::size_t blank = line.find_first_of(" \t", skipBlanks(line, colon + 1));
        hide(at + (blank == npos ? colon + 1 : blank), end, SecretKind::MediaKey);
    } else if (equalsNoCase(name, "key") || equalsNoCase(name, "ice-pwd") || isSecretName(name)) {
        hide(at + colon + 1, end, SecretKind::MediaKey);
    }
}

void Finder::signature(std::size_t at)
{
    const auto isDigit = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '+' || c == '/'
            || c == '-' || c == '_';
    };
    if (at > 0 && isDigit(m_text[at - 1]))
        return;
    const std::string_view rest = m_text.substr(at, 160);
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
        hide(at, at + size, SecretKind::Credentials);
}

std::size_t Finder::findNoCase(std::string_view text, std::string_view lowerCase, std::size_t from)
{
    if (from >= text.size())
        return npos;
    const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), lowerCase.begin(),
        lowerCase.end(), [](char a, char b) { return lower(a) == b; });
    return found == text.end() ? npos : static_cast<std::size_t>(found - text.begin());
}

void findNamed(std::string_view text, const Found &found)
{
    Finder(text, found).run();
}

} // namespace gb::redaction
