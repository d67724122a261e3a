#pragma once
#include "core/message/siptext.h"
#include "core/report/redactionnames.h"

#include <algorithm>
#include <utility>

/// Behind findNamed(): one walk over a text. Its parts stand in redactionnames.cpp (lines), redactionmarkup.cpp (XML),
/// redactionpairs.cpp and redactionshapes.cpp (URIs, tables, SDP, signatures); nobody else includes it.
namespace gb::redaction {

using siptext::isBlank;
using siptext::lower;

inline constexpr auto npos = std::string_view::npos;
inline constexpr std::size_t longestName = 1024, longestTag = 4096, longestUser = 4096;
inline constexpr std::string_view wideColon = "\xef\xbc\x9a", wideColonGb = "\xa3\xba"; // of UTF-8 and GB 18030

inline bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

inline bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
        || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

inline std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

inline std::size_t nameEnd(std::string_view text, std::size_t at)
{
    const std::size_t most = std::min(text.size(), at + longestName);
    while (at < most && (isNameChar(text[at]) || text[at] == ':'))
        ++at;
    return at;
}

/// A text, and who hears of its secrets.
class Hider
{
public:
    Hider(std::string_view text, const Found &found)
        : m_text(text)
        , m_found(found)
    {
    }

    std::string_view text() const { return m_text; }
    /// Without the blanks around it.
    void hide(std::size_t from, std::size_t to, SecretKind kind) const;

private:
    std::string_view m_text;
    const Found &m_found;
};

/// Passwords in URIs, and in what people write like them.
class UriSecrets
{
public:
    explicit UriSecrets(const Hider &hider)
        : m_hider(hider)
        , m_text(hider.text())
    {
    }

    /// Remembers where the user part of a URI may begin.
    void scheme(std::size_t colon);
    /// A password ahead of this '@'.
    void at(std::size_t place);
    /// Here is something that no URI goes over.
    void end() { m_user = npos; }

private:
    /// False where no scheme is ahead of it.
    bool schemeUri(std::size_t at);
    /// user:password@192.0.2.1, as people write it.
    void bareUri(std::size_t at) const;
    /// "Call-ID: 12:ab@192.0.2.1" has no password in it.
    bool isInId(std::size_t at) const;

    const Hider &m_hider;
    std::string_view m_text;
    std::size_t m_user = npos; ///< of the last URI
    bool m_slashes = false;    ///< of it
    int m_ats = 0;             ///< behind it
};

/// A table of which a column is called a secret: "user,password" and what stands in that column below it.
class TableSecrets
{
public:
    explicit TableSecrets(const Hider &hider)
        : m_hider(hider)
    {
    }

    /// A line begins.
    void line(std::size_t at);

private:
    void readHeading(std::string_view line);

    const Hider &m_hider;
    int m_column = 0;       ///< of a table that has secrets; from 1, 0: none
    char m_separator = ','; ///< of it
};

/// A signature of GB 35114, by its shape: SM2 or ECDSA as DER, in base64 or hex.
void findSignature(const Hider &hider, std::size_t at);
/// Keys of a line of SDP. `value`: of the line, behind '='.
void findMediaKey(const Hider &hider, std::size_t at, std::size_t value, bool isKey);
/// Where a line ends; `folded`: and those that go on with it.
std::size_t lineEnd(std::string_view text, std::size_t at, bool folded);

class Finder
{
public:
    Finder(std::string_view text, const Found &found)
        : m_text(text)
        , m_hider(text, found)
    {
    }

    void run();

private:
    void hide(std::size_t from, std::size_t to, SecretKind kind) const { m_hider.hide(from, to, kind); }

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
        std::string_view name;
        std::size_t behind = 0; ///< of '>'
        bool valid = false, closing = false, empty = false;
        bool secret = false; ///< the element's text is one
    };

    /// Reads a tag, tells of its attributes where `tell`.
    Tag readTag(std::size_t at, bool tell);

    static bool isKeyName(std::string_view name);
    static bool isValueName(std::string_view name);

    void tag(std::size_t at);

    /// What a DTD has a name for is shown wherever that name stands.
    void entity(std::size_t at);

    /// The text ahead of a closing tag: its opening one may be in a message that was cut, or is none.
    void orphan(std::size_t at) { hide(std::exchange(m_textFrom, at), at, SecretKind::Password); }

    /// <Name>Password</Name>: the next element has it.
    void named(std::size_t at);

    /// <Password/><Value>...: what is called a value right behind an empty element of that name.
    void emptied(const Tag &tag);

    /// All text up to where the element ends, or must have ended: in other elements, comments and CDATA, too.
    void content(std::size_t at);
    /// An element with that name begins ahead of this place.
    bool wasOpened(std::string_view name, std::size_t at);
    /// Hides up to `end`; the place behind it.
    std::size_t until(std::size_t at, std::string_view end);

    /// The name ahead of '=' or ':', without blanks and quotes.
    std::string_view nameAhead(std::size_t at, bool &quoted) const;

    void pair(std::size_t at) { pair(at, at + 1); }
    /// A name ends ahead of `at`; its value begins behind `behind`.
    void pair(std::size_t at, std::size_t behind);
    /// Of a line "password = ..." all that follows, unless there is another pair.
    std::size_t wholeLine(std::string_view name, std::size_t to) const;
    /// "name":"password": what is called a value soon behind it is one.
    void noteKey(std::size_t start);
    /// ?u=admin&p=...
    bool isShortPassword(std::string_view name, std::size_t at) const;
    /// All of a list or an object of JSON.
    void brackets(std::size_t at);
    /// "password is X", and the same in Chinese without a blank is found at its own place.
    void said(std::size_t at);
    /// What separates values does so only where another name follows: a password may have it, too.
    bool endsValue(std::size_t at, bool simple) const;

    void line(std::size_t at);
    /// "password X" alone in its line; not "password wrong".
    void words(std::string_view name, std::size_t at);

    /// Of a header that no standard names, or of nothing like a header; no challenge.
    static bool isOwnName(std::string_view name);

    std::string_view m_text;
    Hider m_hider;
    UriSecrets m_uris{m_hider};
    TableSecrets m_table{m_hider};
    std::size_t m_textFrom = 0; ///< behind the last tag, or the head of a message
    int m_searches = 0;         ///< for what a tag closes
    std::size_t m_saidEnd = 0;  ///< up to there a value belongs to a name that was said
    Value m_gone;               ///< a comment or the like that is hidden: nothing in it is looked at twice
    std::size_t m_pairEnd = 0;  ///< likewise of the last pair
};

} // namespace gb::redaction
