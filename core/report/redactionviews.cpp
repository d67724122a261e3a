#include "core/report/redactionviews.h"

#include "core/message/siptext.h"
#include "core/report/inflate.h"
#include "core/report/redactionescapes.h"

#include <QChar>
#include <QString>

#include <algorithm>

namespace gb::redaction {
namespace {

constexpr std::size_t shortestBase64 = 16;

/// Gathers a reading octet by octet.
class Builder
{
public:
    explicit Builder(const View &parent)
        : m_parent(parent)
    {
        m_view.depth = parent.depth + 1;
        m_view.unit = parent.unit;
        m_view.isWhole = parent.isWhole;
        m_view.whole = parent.whole;
        m_view.text.reserve(parent.text.size());
    }
    void setUnit(Unit unit) { m_view.unit = unit; }
    void add(char c, std::size_t from, std::size_t to)
    {
        m_view.text.append(c);
        if (!m_view.isWhole)
            m_view.map.push_back(m_parent.span(from, to));
    }
    void add(const QByteArray &text, std::size_t from, std::size_t to)
    {
        for (const char c : text)
            add(c, from, to);
    }
    View take() { return std::move(m_view); }

private:
    const View &m_parent;
    View m_view;
};

/// Without text where nothing is escaped.
View unescaped(const View &view, char mark, Escape (*at)(std::string_view))
{
    const std::string_view text = view.octets();
    bool any = false;
    for (std::size_t i = text.find(mark); !any && i != std::string_view::npos; i = text.find(mark, i + 1))
        any = at(text.substr(i)).size != 0;
    if (!any)
        return {};
    Builder out(view);
    for (std::size_t i = 0; i < text.size();) {
        const Escape escape = text[i] == mark ? at(text.substr(i)) : Escape();
        if (escape.size == 0)
            out.add(text[i], i, i + 1);
        else
            out.add(escape.text, i, i + escape.size);
        i += std::max<std::size_t>(escape.size, 1);
    }
    return out.take();
}

/// Without text where no two octets in a row look like UTF-16 of ASCII.
View utf16(const View &view, Unit unit, std::size_t first)
{
    const std::string_view text = view.octets();
    const std::size_t zero = unit == Unit::Utf16Little ? 1 : 0;
    const auto isAscii = [&](std::size_t i) { return text[i + zero] == 0 && text[i + 1 - zero] != 0; };
    std::size_t most = 0, row = 0;
    for (std::size_t i = first; i + 1 < text.size() && most < 3; i += 2) {
        row = isAscii(i) ? row + 1 : 0;
        most = std::max(most, row);
    }
    if (most < 3)
        return {};
    Builder out(view);
    out.setUnit(unit);
    for (std::size_t i = first; i + 1 < text.size(); i += 2) {
        const auto high = static_cast<unsigned char>(text[i + zero]),
                   low = static_cast<unsigned char>(text[i + 1 - zero]);
        const auto code = static_cast<qint64>(high * 256 + low);
        const bool pair = code >= 0xd800 && code < 0xe000; // half a character; no name and no markup is written so
        out.add(pair ? QByteArray("\xef\xbf\xbd") : utf8Of(code), i, i + 2);
    }
    return out.take();
}

int base64Digit(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A'
        : c >= 'a' && c <= 'z'  ? c - 'a' + 26
        : c >= '0' && c <= '9'  ? c - '0' + 52
        : c == '+' || c == '-'  ? 62
        : c == '/' || c == '_'  ? 63
                                : -1;
}

/// Places of the digits from `from` on, over line ends behind long lines.
std::vector<quint32> base64Run(std::string_view text, std::size_t from)
{
    constexpr std::size_t longLine = 40;
    std::vector<quint32> places;
    std::size_t line = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (base64Digit(text[i]) >= 0) {
            places.push_back(static_cast<quint32>(i));
            ++line;
            continue;
        }
        const std::size_t ends = text.substr(i, 2) == "\r\n" ? 2 : text[i] == '\n' ? 1 : 0;
        if (ends == 0 || line < longLine || i + ends >= text.size() || base64Digit(text[i + ends]) < 0)
            break;
        line = 0;
        i += ends - 1;
    }
    return places;
}

bool looksLikeText(std::string_view text)
{
    if (text.find("\x1f\x8b\x08") != std::string_view::npos || text.substr(0, 2) == "\xff\xfe"
        || text.substr(0, 2) == "\xfe\xff")
        return true;
    const auto odd = std::count_if(text.begin(), text.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return (u < ' ' && c != '\r' && c != '\n' && c != '\t' && c != 0) || u == 0x7f;
    });
    return static_cast<std::size_t>(odd) * 16 <= text.size();
}

/// All runs of it, one behind the other with a line end between them.
View base64(const View &view)
{
    const std::string_view text = view.octets();
    Builder out(view);
    bool any = false;
    for (std::size_t i = 0; i < text.size();) {
        if (base64Digit(text[i]) < 0) {
            ++i;
            continue;
        }
        const std::vector<quint32> places = base64Run(text, i);
        i = places.back() + 1;
        if (places.size() < shortestBase64)
            continue;
        QByteArray decoded;
        for (std::size_t p = 0; p + 1 < places.size(); ++p) { // octet p/4*3+p%4 of digits p and p+1
            const int a = base64Digit(text[places[p]]), b = base64Digit(text[places[p + 1]]);
            const std::size_t of = p % 4;
            if (of < 3)
                decoded.append(static_cast<char>(of == 0 ? a << 2 | b >> 4 : of == 1 ? a << 4 | b >> 2 : a << 6 | b));
        }
        if (!looksLikeText({decoded.constData(), static_cast<std::size_t>(decoded.size())}))
            continue;
        any = true;
        for (qsizetype o = 0; o < decoded.size(); ++o) {
            const std::size_t digit = static_cast<std::size_t>(o / 3 * 4 + o % 3);
            out.add(decoded[o], places[digit], places[digit + 1] + 1);
        }
        out.add('\n', places.back(), places.back());
    }
    View made = any ? out.take() : View();
    return made;
}

/// Value of Content-Encoding in what may be a head, lower case; empty where there is none.
std::string_view encodingNamed(std::string_view text)
{
    const std::size_t end = std::min({text.find("\r\n\r\n"), text.find("\n\n"), text.size()});
    for (std::size_t at = 0; at < end;) {
        const std::size_t stop = std::min(text.find('\n', at), end);
        const std::string_view line = text.substr(at, stop - at);
        const std::size_t colon = line.find(':');
        const std::string_view name = colon == std::string_view::npos ? std::string_view()
                                                                      : trimmed(line.substr(0, colon));
        if (equalsNoCase(name, "content-encoding") || equalsNoCase(name, "e"))
            return trimmed(line.substr(colon + 1));
        at = stop + 1;
    }
    return {};
}

/// Where a compressed text may begin, and how it is packed.
struct Packed
{
    std::size_t at = 0;
    Packing packing = Packing::Gzip;
};

std::vector<Packed> packedPlaces(std::string_view text)
{
    constexpr std::size_t most = 16;
    std::vector<Packed> places;
    for (std::size_t at = text.find("\x1f\x8b\x08"); at != std::string_view::npos && places.size() < most;
         at = text.find("\x1f\x8b\x08", at + 1))
        places.push_back({at, Packing::Gzip});
    const bool deflate = containsNoCase(text.substr(0, 16 * 1024), "deflate");
    const auto bodyAt = [&](std::size_t at) {
        if (at + 2 > text.size())
            return;
        const auto a = static_cast<unsigned char>(text[at]), b = static_cast<unsigned char>(text[at + 1]);
        if ((a & 0x0f) == 8 && a >> 4 <= 7 && (a * 256 + b) % 31 == 0)
            places.push_back({at, Packing::Zlib});
        else if (deflate)
            places.push_back({at, Packing::Raw});
    };
    bodyAt(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos && places.size() < 2 * most;
         at = text.find('\n', at + 1)) {
        const std::size_t next = text.substr(at + 1, 2) == "\r\n" ? at + 3
            : text.substr(at + 1, 1) == "\n"                      ? at + 2
                                                                  : 0;
        if (next != 0)
            bodyAt(next);
    }
    return places;
}

void addInflated(Views &views, const View &view, std::size_t &room)
{
    const std::string_view text = view.octets();
    for (const Packed &packed : packedPlaces(text)) {
        Inflated inflated = inflate(text.substr(packed.at), packed.packing, std::min(maxInflated, room));
        const Span whole = view.span(packed.at, packed.at + inflated.used);
        if (inflated.tooLong) {
            views.unreadable.push_back(view.span(packed.at, text.size()));
            continue;
        }
        if (inflated.text.isEmpty())
            continue;
        room -= static_cast<std::size_t>(inflated.text.size());
        View made;
        made.text = std::move(inflated.text);
        made.isWhole = true;
        made.whole = whole;
        made.depth = view.depth + 1;
        views.all.push_back(std::move(made));
    }
}

/// A body in an encoding that nobody here can read.
void addUnknownEncoding(Views &views, const View &view)
{
    const std::string_view text = view.octets(), encoding = encodingNamed(text);
    constexpr std::string_view known[] = {"", "gzip", "x-gzip", "deflate", "identity"};
    if (std::any_of(
            std::begin(known), std::end(known), [&](std::string_view one) { return equalsNoCase(one, encoding); }))
        return;
    const std::size_t crlf = text.find("\r\n\r\n"), lf = text.find("\n\n");
    const std::size_t body = crlf < lf ? crlf + 4 : lf != std::string_view::npos ? lf + 2 : text.size();
    if (body < text.size())
        views.unreadable.push_back(view.span(body, text.size()));
}

} // namespace

Span View::span(std::size_t from, std::size_t to) const
{
    if (isWhole)
        return whole;
    if (from >= to)
        return {};
    if (map.empty())
        return {static_cast<quint32>(from), static_cast<quint32>(to)};
    return {map[from].from, map[to - 1].to};
}

bool containsNoCase(std::string_view text, std::string_view lowerCase)
{
    return std::search(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(), [](char a, char b) {
        return siptext::lower(a) == b;
    }) != text.end();
}

Views viewsOf(const QByteArray &message)
{
    Views views;
    views.all.push_back({});
    views.all.front().text = message;
    addUnknownEncoding(views, views.all.front());
    std::size_t room = maxOctets;
    const auto add = [&](View &&made) {
        const auto size = static_cast<std::size_t>(made.text.size());
        if (size == 0 || size > room)
            return;
        room -= size;
        views.all.push_back(std::move(made));
    };
    for (std::size_t i = 0; i < views.all.size(); ++i) {
        if (views.all[i].depth >= maxDepth)
            continue;
        const View &view = views.all[i]; // a deque grows and leaves it where it is
        add(unescaped(view, '&', entityAt));
        add(unescaped(view, '%', percentAt));
        add(unescaped(view, '\\', backslashAt));
        add(unescaped(view, '\xef', fullWidthAt));
        add(unescaped(view, '<', markupAt));
        if (view.depth > 0) // behind markupAt
            add(unescaped(view, ']', cdataEndAt));
        if (isQuoted(view.octets()))
            add(unescaped(view, '=', quotedAt));
        add(base64(view));
        if (view.unit == Unit::Octet && view.text.contains('\0')) {
            if (i == 0)
                add(unescaped(view, '\0', zeroAt));
            for (const Unit unit : {Unit::Utf16Little, Unit::Utf16Big}) {
                add(utf16(view, unit, 0));
                add(utf16(view, unit, 1));
            }
        }
        addInflated(views, view, room);
    }
    return views;
}

} // namespace gb::redaction
