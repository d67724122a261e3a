#include "core/report/redactionfinder_p.h"

/// Secrets behind a name: pairs of whatever syntax.
namespace gb::redaction {

std::string_view Finder::nameAhead(std::size_t at, bool &quoted) const
{
    constexpr std::size_t mostBlanks = 16;
    std::size_t end = at;
    while (end > 0 && at - end < mostBlanks && isBlank(m_text[end - 1]))
        --end;
    quoted = end > 0 && (m_text[end - 1] == '"' || m_text[end - 1] == '\'');
    if (quoted)
        end -= end > 1 && m_text[end - 2] == '\\' ? 2 : 1;
    std::size_t start = end;
    while (start > 0 && end - start < longestName && isNameChar(m_text[start - 1]))
        --start;
    return m_text.substr(start, end - start);
}

void Finder::pair(std::size_t at, std::size_t behind)
{
    bool quoted = false;
    const std::string_view name = nameAhead(at, quoted);
    if (name.empty())
        return;
    const std::size_t start = skipBlanks(m_text, behind);
    if (start < m_pairEnd) // a name in a value that is hidden already
        return;
    const bool digest = isDigestSecret(name) && (quoted || m_text[at] == '=');
    const bool said = start < m_saidEnd && isValueName(name), secret = isSecretName(name);
    if (!digest && !secret && !said && !isShortPassword(name, at)) {
        if (isKeyName(name))
            noteKey(start);
        return;
    }
    if (!digest && start < m_text.size() && (m_text[start] == '[' || m_text[start] == '{'))
        return brackets(start);
    Value value = valueAt(start, [&](std::size_t p) { return endsValue(p, digest); });
    if (!digest && value.from == start && value.behind == value.to)
        value.to = wholeLine(name, value.to);
    m_pairEnd = value.to;
    hide(value.from, value.to, digest ? SecretKind::Digest : SecretKind::Password);
}

std::size_t Finder::wholeLine(std::string_view name, std::size_t to) const
{
    const std::size_t begin = static_cast<std::size_t>(name.data() - m_text.data());
    const bool first = begin == 0 || isLineEnd(m_text[begin - 1]);
    if (!first || to >= m_text.size() || (m_text[to] != ' ' && m_text[to] != '\t'))
        return to;
    const std::size_t end = lineEnd(m_text, to, false);
    return m_text.substr(to, end - to).find_first_of("=:<>\"") == npos ? end : to;
}

void Finder::noteKey(std::size_t start)
{
    constexpr std::size_t soon = 512;
    const Value value = valueAt(
        start, [this, start](std::size_t p) { return p - start > longestName || endsValue(p, true); });
    if (value.to - value.from <= longestName && isSecretName(m_text.substr(value.from, value.to - value.from)))
        m_saidEnd = value.behind + soon;
}

bool Finder::isShortPassword(std::string_view name, std::size_t at) const
{
    constexpr std::size_t query = 256;
    if (!equalsNoCase(name, "p") || at < 2 || (m_text[at - 2] != '&' && m_text[at - 2] != '?'))
        return false;
    const std::string_view around = m_text.substr(at < query ? 0 : at - query, 2 * query);
    return around.find("?u=") != npos || around.find("&u=") != npos || containsNoCase(around, "user=")
        || containsNoCase(around, "username=");
}

void Finder::brackets(std::size_t at)
{
    int depth = 0;
    std::size_t end = at;
    bool quoted = false;
    for (; end < m_text.size(); ++end) {
        const char c = m_text[end];
        if (c == '\\')
            ++end;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{'))
            ++depth;
        else if (!quoted && (c == ']' || c == '}') && --depth == 0)
            break;
    }
    m_pairEnd = std::min(end, m_text.size());
    hide(at + 1, m_pairEnd, SecretKind::Password);
}

void Finder::said(std::size_t at)
{
    for (const std::string_view word : {" is ", " \xe6\x98\xaf ", " = ", " := "}) {
        if (m_text.substr(at).starts_with(word)) {
            bool quoted = false;
            const std::size_t from = at + word.size(),
                              end = std::min(m_text.find_first_of(" \t\r\n,.;\"", from), m_text.size());
            if (const std::string_view name = nameAhead(at, quoted);
                name.size() > 1 && isSecretName(name) && !isSaidOfSecrets(m_text.substr(from, end - from)))
                pair(at, from);
            return;
        }
    }
}

bool Finder::endsValue(std::size_t at, bool simple) const
{
    const char c = m_text[at];
    if (isBlank(c) || isLineEnd(c) || c == '<' || c == '>' || c == '"')
        return true;
    if (simple && (c == ',' || c == ';' || c == '}'))
        return true;
    if (c != '&' && c != ',' && c != ';' && c != '}')
        return false;
    std::size_t next = c == '&' ? at + 1 : skipBlanks(m_text, at + 1);
    if (next >= m_text.size() || isLineEnd(m_text[next]) || (c != '&' && next > at + 1))
        return true;
    if (c != '&' && (m_text[next] == '"' || m_text[next] == '\'' || m_text[next] == '}' || m_text[next] == ']'))
        return true;
    const std::size_t end = nameEnd(m_text, next);
    return end > next && end < m_text.size() && (m_text[end] == '=' || (c != '&' && m_text[end - 1] == ':'));
}

} // namespace gb::redaction
