#include "core/report/redactionfinder_p.h"

/// Secrets that a line tells of. And the walk over all.
namespace gb::redaction {

void Finder::run()
{
    line(0);
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        if (isLineEnd(m_text[i]) || isBlank(m_text[i]) || m_text[i] == '<' || m_text[i] == '>')
            m_uris.end(); // no URI goes over them
        switch (m_text[i]) {
        case '<': tag(i); break;
        case ':':
            m_uris.scheme(i);
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
        case '@': m_uris.at(i); break;
        case 'M':
        case '3': findSignature(m_hider, i); break;
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

void Finder::line(std::size_t at)
{
    const std::string_view rest = m_text.substr(at, longestName + 8);
    if (const std::size_t equals = skipBlanks(rest, 1); rest.size() > 1 && equals < rest.size() && rest[equals] == '='
        && (lower(rest[0]) == 'k' || lower(rest[0]) == 'a'))
        return findMediaKey(m_hider, at, equals + 1, lower(rest[0]) == 'k');
    m_table.line(at);
    const std::size_t end = nameEnd(m_text, at);
    const std::string_view all = m_text.substr(at, end - at);
    std::size_t colon = all.find(':');
    const std::string_view name = all.substr(0, colon);
    colon = colon == npos ? skipBlanks(m_text, end) : at + colon;
    if (name.empty() || colon >= m_text.size() || m_text[colon] != ':')
        return words(all, end);
    if (isSecretName(name)) {
        hide(colon + 1, lineEnd(m_text, colon + 1, true), SecretKind::Password);
        return;
    }
    if (!isOwnName(name))
        return;
    const std::size_t stop = lineEnd(m_text, colon + 1, true), word = skipBlanks(m_text, colon + 1);
    std::size_t behind = nameEnd(m_text, word);
    if (word >= stop || !isOpenScheme(m_text.substr(word, behind - word)))
        return;
    while (behind < stop && (isBlank(m_text[behind]) || m_text[behind] == ','))
        ++behind;
    hide(behind, stop, SecretKind::Credentials);
}

void Finder::words(std::string_view name, std::size_t at)
{
    const std::size_t end = lineEnd(m_text, at, false), from = skipBlanks(m_text, at);
    if (from == at || from >= end || !isSecretName(name))
        return;
    const std::string_view word = trimmed(m_text.substr(from, end - from));
    const bool one = word.find_first_of(" \t<>=:") == npos;
    if (one && !isSaidOfSecrets(word))
        hide(from, end, SecretKind::Password);
}

bool Finder::isOwnName(std::string_view name)
{
    if (equalsNoCase(name, "www-authenticate") || equalsNoCase(name, "proxy-authenticate"))
        return false;
    return containsNoCase(name, "auth") || (name.size() > 2 && lower(name[0]) == 'x' && name[1] == '-')
        || containsNoCase(name, "token");
}

void findNamed(std::string_view text, const Found &found)
{
    Finder(text, found).run();
}

} // namespace gb::redaction
