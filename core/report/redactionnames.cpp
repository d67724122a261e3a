#include "core/report/redactionnames.h"

#include "core/message/siptext.h"

#include <algorithm>

namespace gb::redaction {

using siptext::isBlank;
using siptext::lower;

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longestName = 64, longestTag = 2048, longestUser = 512;

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
        || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

std::size_t nameEnd(std::string_view text, std::size_t at)
{
    const std::size_t most = std::min(text.size(), at + longestName);
    while (at < most && (isNameChar(text[at]) || text[at] == ':'))
        ++at;
    return at;
}

class Finder
{
public:
    Finder(std::string_view text, const Found &found)
        : m_text(text)
        , m_found(found)
    {
    }

    void run()
    {
        line(0);
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            switch (m_text[i]) {
            case '<': tag(i); break;
            case ':':
                scheme(i);
                pair(i);
                break;
            case '=': pair(i); break;
            case '@': uri(i); break;
            case '\r':
            case '\n': line(i + 1); break;
            default: break;
            }
        }
    }

private:
    /// Without the blanks around it.
    void hide(std::size_t from, std::size_t to, SecretKind kind)
    {
        to = std::min(to, m_text.size());
        while (from < to && isBlank(m_text[from]))
            ++from;
        while (to > from && isBlank(m_text[to - 1]))
            --to;
        if (from < to)
            m_found(from, to, kind);
    }

    struct Value
    {
        std::size_t from = 0, to = 0, behind = 0;
    };

    /// A quoted string, or up to what `stops`. A quote that never closes is taken as the value's own.
    template<typename Stops>
    Value valueAt(std::size_t at, Stops stops) const
    {
        const bool escaped = m_text.substr(at, 2) == "\\\"";
        const std::size_t open = escaped ? at + 1 : at;
        if (open < m_text.size() && (m_text[open] == '"' || m_text[open] == '\'')) {
            const std::string_view rest = m_text.substr(open + 1, longestTag);
            for (std::size_t i = 0; i < rest.size(); ++i) {
                if (rest[i] == '\\' && !escaped && i + 1 < rest.size())
                    ++i;
                else if (rest[i] == m_text[open])
                    return {open + 1, open + 1 + i - (escaped && i > 0 ? 1 : 0), open + 2 + i};
                else if (rest[i] == '\n' && !(i + 1 < rest.size() && (rest[i + 1] == ' ' || rest[i + 1] == '\t')))
                    break; // a line that is not folded ends it
            }
        }
        std::size_t end = at;
        while (end < m_text.size() && !stops(end))
            ++end;
        return {at, end, end};
    }

    struct Tag
    {
        std::size_t behind = 0; ///< of '>'
        bool valid = false, closing = false, empty = false;
        bool secret = false; ///< the element's text is one
    };

    /// Reads a tag, tells of its attributes where `tell`.
    Tag readTag(std::size_t at, bool tell)
    {
        Tag tag;
        std::size_t i = skipBlanks(m_text, at + 1);
        if (i < m_text.size() && m_text[i] == '/') {
            tag.closing = true;
            i = skipBlanks(m_text, i + 1);
        }
        const std::size_t end = nameEnd(m_text, i);
        if (end == i)
            return tag;
        tag.secret = isSecretName(m_text.substr(i, end - i));
        const std::size_t most = std::min(m_text.size(), at + longestTag);
        Value values[8];
        std::size_t count = 0;
        bool named = false;
        for (i = end; i < most && m_text[i] != '>' && m_text[i] != '<';) {
            const std::size_t stop = nameEnd(m_text, i);
            if (stop == i) {
                tag.empty = m_text[i] == '/';
                ++i;
                continue;
            }
            const std::string_view name = m_text.substr(i, stop - i);
            i = skipBlanks(m_text, stop);
            tag.empty = false;
            if (i >= most || m_text[i] != '=')
                continue;
            const Value value = valueAt(skipBlanks(m_text, i + 1), [this](std::size_t p) {
                return isBlank(m_text[p]) || m_text[p] == '>' || m_text[p] == '<' || m_text.substr(p, 2) == "/>";
            });
            i = std::max(value.behind, i + 1);
            named = named || (isKeyName(name) && isSecretName(m_text.substr(value.from, value.to - value.from)));
            if (tell && isSecretName(name))
                hide(value.from, value.to, SecretKind::Password);
            else if (isValueName(name) && count < std::size(values))
                values[count++] = value;
        }
        tag.secret = tag.secret || (named && !tag.closing);
        for (std::size_t v = 0; tell && tag.secret && v < count; ++v)
            hide(values[v].from, values[v].to, SecretKind::Password);
        tag.valid = i < m_text.size() && m_text[i] == '>';
        tag.behind = tag.valid ? i + 1 : i;
        return tag;
    }

    static bool isKeyName(std::string_view name)
    {
        return equalsNoCase(name, "name") || equalsNoCase(name, "key") || equalsNoCase(name, "id")
            || equalsNoCase(name, "field") || equalsNoCase(name, "param");
    }
    static bool isValueName(std::string_view name)
    {
        return equalsNoCase(name, "value") || equalsNoCase(name, "val") || equalsNoCase(name, "v")
            || equalsNoCase(name, "text") || equalsNoCase(name, "content");
    }

    void tag(std::size_t at)
    {
        const Tag tag = readTag(at, true);
        const bool hidden = tag.behind >= m_gone.from && tag.behind < m_gone.to;
        if (tag.secret && !tag.closing && !(tag.valid && tag.empty) && !hidden)
            content(tag.behind);
    }

    /// All text up to where the element ends, or must have ended: in other elements, comments and CDATA, too.
    void content(std::size_t at)
    {
        for (int depth = 0; at < m_text.size();) {
            const std::size_t mark = std::min(m_text.find('<', at), m_text.size());
            hide(at, mark, SecretKind::Password);
            const std::string_view rest = m_text.substr(mark);
            if (rest.starts_with("<![CDATA[")) {
                at = until(mark + 9, "]]>");
                continue;
            }
            if (rest.starts_with("<!--")) {
                at = until(mark + 4, "-->");
                continue;
            }
            if (rest.starts_with("<?")) {
                at = until(mark + 2, "?>");
                continue;
            }
            const Tag tag = readTag(mark, false);
            if (!tag.valid) { // a '<' of the value's own, or the end
                at = mark + 1;
                continue;
            }
            if (tag.secret || (tag.closing && depth == 0))
                return;
            depth += tag.closing ? -1 : tag.empty ? 0 : 1;
            at = tag.behind;
        }
    }
    /// Hides up to `end`; the place behind it.
    std::size_t until(std::size_t at, std::string_view end)
    {
        const std::size_t stop = std::min(m_text.find(end, at), m_text.size());
        hide(at, stop, SecretKind::Password);
        m_gone = {.from = at, .to = stop};
        return stop == m_text.size() ? stop : stop + end.size();
    }

    /// The name ahead of '=' or ':', without blanks and quotes.
    std::string_view nameAhead(std::size_t at, bool &quoted) const
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

    void pair(std::size_t at)
    {
        bool quoted = false;
        const std::string_view name = nameAhead(at, quoted);
        if (name.size() < 2)
            return;
        const bool digest = isDigestSecret(name) && (quoted || m_text[at] == '=');
        if (!digest && !isSecretName(name))
            return;
        const std::size_t start = skipBlanks(m_text, at + 1);
        if (start < m_pairEnd) // a name in a value that is hidden already
            return;
        const Value value = valueAt(start, [this](std::size_t p) { return endsValue(p); });
        m_pairEnd = value.to;
        hide(value.from, value.to, digest ? SecretKind::Digest : SecretKind::Password);
    }
    /// An ampersand does only where another name follows it.
    bool endsValue(std::size_t at) const
    {
        const char c = m_text[at];
        if (c == '&') {
            const std::size_t end = nameEnd(m_text, at + 1);
            return end > at + 1 && end < m_text.size() && m_text[end] == '=';
        }
        return isBlank(c) || c == ',' || c == ';' || c == '<' || c == '>' || c == '"' || c == '}';
    }

    /// Remembers where the user part of a URI may begin.
    void scheme(std::size_t colon)
    {
        const auto is = [&](std::string_view name) {
            return colon >= name.size() && equalsNoCase(m_text.substr(colon - name.size(), name.size()), name);
        };
        const bool slashes = m_text.substr(colon + 1, 2) == "//";
        if (!slashes && !is("sip") && !is("sips"))
            return;
        m_user = colon + (slashes ? 3 : 1);
        m_ats = 0;
    }
    /// A password ahead of this '@'.
    void uri(std::size_t at)
    {
        constexpr int mostAts = 4; // of one URI
        if (m_user == npos || at <= m_user || at - m_user > longestUser || ++m_ats > mostAts)
            return;
        const std::string_view ahead = m_text.substr(m_user, at - m_user);
        const std::size_t colon = ahead.find(':');
        if (colon == npos || ahead.substr(0, colon).find('@') != npos
            || ahead.find_first_of(" \t\r\n<>\"',") < ahead.size())
            return;
        const std::string_view password = ahead.substr(colon + 1);
        const std::size_t earlier = password.find('@');
        if (earlier != npos && password.substr(earlier).find_first_of(";:/?") != npos)
            return; // that one was the user's; this one is a parameter's
        hide(m_user + colon + 1, at, SecretKind::UriPassword);
    }

    /// Up to where the line ends; `folded`: and those that go on with it.
    std::size_t lineEnd(std::size_t at, bool folded) const
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

    void line(std::size_t at)
    {
        const std::string_view rest = m_text.substr(at, longestName + 8);
        if (rest.starts_with("k=") || rest.starts_with("a="))
            return media(at);
        const std::size_t end = nameEnd(m_text, at);
        const std::string_view all = m_text.substr(at, end - at);
        std::size_t colon = all.find(':');
        const std::string_view name = all.substr(0, colon);
        colon = colon == npos ? skipBlanks(m_text, end) : at + colon;
        if (name.empty() || colon >= m_text.size() || m_text[colon] != ':')
            return;
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
    /// Of a header that no standard names, or of nothing like a header; no challenge.
    static bool isOwnName(std::string_view name)
    {
        if (equalsNoCase(name, "www-authenticate") || equalsNoCase(name, "proxy-authenticate"))
            return false;
        return containsNoCase(name, "auth") || (name.size() > 2 && lower(name[0]) == 'x' && name[1] == '-')
            || containsNoCase(name, "token");
    }

    void media(std::size_t at)
    {
        const std::size_t end = lineEnd(at, false);
        const std::string_view line = m_text.substr(at, end - at);
        if (line.starts_with("k=")) {
            const std::size_t colon = line.find(':');
            if (!equalsNoCase(trimmed(line.substr(2)), "prompt"))
                hide(at + (colon == npos ? 2 : colon + 1), end, SecretKind::MediaKey);
            return;
        }
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string_view name = trimmed(line.substr(2, colon - 2));
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
    static std::size_t findNoCase(std::string_view text, std::string_view lowerCase, std::size_t from)
    {
        if (from >= text.size())
            return npos;
        const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), lowerCase.begin(),
            lowerCase.end(), [](char a, char b) { return lower(a) == b; });
        return found == text.end() ? npos : static_cast<std::size_t>(found - text.begin());
    }

    std::string_view m_text;
    const Found &m_found;
    std::size_t m_user = npos; ///< of the last URI
    int m_ats = 0;             ///< behind it
    Value m_gone;              ///< a comment or the like that is hidden: nothing in it is looked at twice
    std::size_t m_pairEnd = 0; ///< likewise of the last pair
};

} // namespace

void findNamed(std::string_view text, const Found &found)
{
    Finder(text, found).run();
}

} // namespace gb::redaction
