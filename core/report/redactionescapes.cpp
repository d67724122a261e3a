#include "core/report/redactionescapes.h"

#include "core/message/siptext.h"
#include "core/report/redactionviews.h"

#include <QString>

#include <algorithm>

namespace gb::redaction {
namespace {

constexpr std::size_t longestEscape = 12; ///< &#x0010ffff;

int hexDigit(char c)
{
    return c >= '0' && c <= '9' ? c - '0'
        : c >= 'a' && c <= 'f'  ? c - 'a' + 10
        : c >= 'A' && c <= 'F'  ? c - 'A' + 10
                                : -1;
}

/// Digits of a number; -1 where they are none.
qint64 number(std::string_view digits, int base)
{
    qint64 value = 0;
    for (const char c : digits) {
        const int digit = hexDigit(c);
        if (digit < 0 || digit >= base)
            return -1;
        value = std::min<qint64>(value * base + digit, 0x110000);
    }
    return digits.empty() || value >= 0x110000 ? -1 : value;
}

} // namespace

QByteArray utf8Of(qint64 code)
{
    const auto unicode = static_cast<char32_t>(code);
    return code < 0x80 ? QByteArray(1, static_cast<char>(code)) : QString::fromUcs4(&unicode, 1).toUtf8();
}

Escape entityAt(std::string_view rest)
{
    const std::size_t end = rest.substr(0, longestEscape).find(';');
    if (rest.front() != '&' || end == std::string_view::npos || end < 2)
        return {};
    const std::string_view name = rest.substr(1, end - 1);
    if (name.front() == '#') {
        const bool hex = name.size() > 1 && siptext::lower(name[1]) == 'x';
        const qint64 code = number(name.substr(hex ? 2 : 1), hex ? 16 : 10);
        return code < 0 ? Escape() : Escape{end + 1, utf8Of(code)};
    }
    constexpr std::pair<std::string_view, char> names[] = {
        {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto &[known, c] : names) {
        if (equalsNoCase(name, known))
            return {end + 1, QByteArray(1, c)};
    }
    return {};
}

Escape percentAt(std::string_view rest)
{
    if (rest.front() != '%' || rest.size() < 3 || hexDigit(rest[1]) < 0 || hexDigit(rest[2]) < 0)
        return {};
    return {3, QByteArray(1, static_cast<char>(hexDigit(rest[1]) * 16 + hexDigit(rest[2])))};
}

Escape backslashAt(std::string_view rest)
{
    if (rest.front() != '\\' || rest.size() < 2)
        return {};
    const std::size_t digits = rest[1] == 'u' ? 4 : rest[1] == 'x' ? 2 : 0;
    if (rest.size() >= 4 && rest[1] >= '0' && rest[1] <= '3') { // octal
        const qint64 code = number(rest.substr(1, 3), 8);
        return code <= 0 ? Escape() : Escape{4, QByteArray(1, static_cast<char>(code))};
    }
    if (digits == 0)
        return rest[1] == '"' || rest[1] == '\\' || rest[1] == '/' ? Escape{2, QByteArray(1, rest[1])} : Escape();
    const qint64 code = rest.size() < 2 + digits ? -1 : number(rest.substr(2, digits), 16);
    return code < 0 ? Escape() : Escape{2 + digits, utf8Of(code)};
}

Escape fullWidthAt(std::string_view rest)
{
    if (rest.size() < 3 || (rest[1] != '\xbc' && rest[1] != '\xbd'))
        return {};
    const int code = (static_cast<uchar>(rest[1]) - 0xbc) * 64 + (static_cast<uchar>(rest[2]) - 0x80);
    return code < 1 || code > 0x5e ? Escape() : Escape{3, QByteArray(1, static_cast<char>(code + 0x20))};
}

Escape markupAt(std::string_view rest)
{
    if (rest.starts_with("<![CDATA["))
        return {9, {}};
    if (!rest.starts_with("<!--"))
        return {};
    const std::size_t end = rest.find("-->", 4);
    return end == std::string_view::npos ? Escape() : Escape{end + 3, {}};
}

Escape zeroAt(std::string_view)
{
    return {1, {}};
}

Escape cdataEndAt(std::string_view rest)
{
    return rest.starts_with("]]>") ? Escape{3, {}} : Escape();
}

Escape quotedAt(std::string_view rest)
{
    if (rest.starts_with("=\r\n"))
        return {3, {}};
    if (rest.starts_with("=\n"))
        return {2, {}};
    if (rest.size() < 3 || hexDigit(rest[1]) < 0 || hexDigit(rest[2]) < 0)
        return {};
    return {3, QByteArray(1, static_cast<char>(hexDigit(rest[1]) * 16 + hexDigit(rest[2])))};
}

bool isQuoted(std::string_view text)
{
    if (containsNoCase(text, "quoted-printable"))
        return true;
    for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
        const auto is = [&](std::size_t place) {
            return place < text.size() && text[place] == '=' && quotedAt(text.substr(place)).size == 3;
        };
        if (is(at) && is(at + 3) && is(at + 6))
            return true;
    }
    return false;
}

} // namespace gb::redaction
