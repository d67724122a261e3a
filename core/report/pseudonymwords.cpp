#include "core/message/charset.h"
#include "core/report/pseudonymmap.h"
#include "core/report/redactionescapes.h"
#include "core/report/saltedstream.h"

#include <cmath>

namespace gb {
namespace {

constexpr qsizetype longestKept = 256; ///< octets of a word that is kept in the map

/// Three octets each in UTF-8, two in GB 2312.
QByteArray letter(SaltedStream &stream)
{
    static constexpr char16_t letters[] = u"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳";
    return QString(QChar(letters[stream.below(static_cast<int>(std::size(letters)) - 1)])).toUtf8();
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

/// Octets of a character of UTF-8 that is not ASCII; 0 where none stands there.
qsizetype utf8Size(QByteArrayView text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    const qsizetype size = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (lead >= 0xf5 || size == 0 || text.size() < size)
        return 0;
    for (qsizetype i = 1; i < size; ++i) {
        if (!isContinuation(text[i]))
            return 0;
    }
    return size;
}

QByteArray otherCharacter(qsizetype size, SaltedStream &stream)
{
    switch (size) {
    case 2: return {"\xc3" + QByteArray(1, static_cast<char>(0xa0 + stream.below(23)))};
    case 4: return {"\xf0\xa0\x80" + QByteArray(1, static_cast<char>(0x80 + stream.below(16)))};
    default: return letter(stream);
    }
}

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char otherAscii(char c, SaltedStream &stream)
{
    return c >= '0' && c <= '9' ? stream.digit()
        : c >= 'a' && c <= 'z'  ? static_cast<char>('a' + stream.below(26))
        : c >= 'A' && c <= 'Z'  ? static_cast<char>('A' + stream.below(26))
                                : c;
}

/// Of XML or of a URI: what takes its place; it means another letter of its kind.
QByteArray otherEscape(QByteArrayView escape, const QByteArray &meant, SaltedStream &stream)
{
    if (meant.size() == 1 && !isAlnum(meant[0]) && static_cast<signed char>(meant[0]) >= 0)
        return escape.toByteArray();
    if (escape[0] == '%')
        return "%3" + QByteArray(1, stream.digit());
    if (escape.size() < 2 || escape[1] != '#')
        return escape.toByteArray();
    const QString other = QString::fromUtf8(
        meant.size() == 1 ? QByteArray(1, otherAscii(meant[0], stream)) : letter(stream));
    return "&#" + QByteArray::number(other[0].unicode()) + ';';
}

/// A text of UTF-8 whose last character was cut, and where.
qsizetype wholeUtf8(const QByteArray &text)
{
    for (qsizetype end = text.size(); end >= 0 && end + 3 >= text.size(); --end) {
        if (QByteArrayView(text).first(end).isValidUtf8())
            return end;
    }
    return -1;
}

} // namespace

QByteArray PseudonymMap::scrambled(const QByteArray &text, int attempt) const
{
    SaltedStream stream(m_salt, 'w', text, attempt);
    const std::string_view all(text.constData(), static_cast<std::size_t>(text.size()));
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const char c = text[i];
        const QByteArrayView rest = QByteArrayView(text).sliced(i);
        const std::string_view near = all.substr(static_cast<std::size_t>(i), 16);
        const redaction::Escape escape = c == '&' ? redaction::entityAt(near)
            : c == '%'                            ? redaction::percentAt(near)
                                                  : redaction::Escape();
        if (escape.size > 0) {
            const auto size = static_cast<qsizetype>(escape.size);
            out += otherEscape(rest.first(size), escape.text, stream);
            i += size;
        } else if (static_cast<signed char>(c) >= 0) {
            out += otherAscii(c, stream);
            ++i;
        } else if (const qsizetype size = utf8Size(rest); size > 0) {
            out += otherCharacter(size, stream);
            i += size;
        } else if (rest.size() > 1 && static_cast<unsigned char>(rest[1]) >= 0x40) { // in a text that is neither
            out += encodeGb18030(QString::fromUtf8(letter(stream)));
            i += 2;
        } else {
            out += c;
            ++i;
        }
    }
    return out;
}

QByteArray PseudonymMap::word(const QByteArray &text)
{
    if (const auto known = m_words.constFind(text); known != m_words.constEnd())
        return *known;
    QByteArray read = text, cut;
    bool gb = false;
    if (const qsizetype whole = wholeUtf8(text); whole >= 0) {
        read = text.left(whole);
        cut = text.mid(whole);
    } else if (const DecodedText decoded = decodeBody(text); decoded.used == Charset::Gb18030 && !decoded.invalid) {
        read = decoded.text.toUtf8();
        gb = true;
    }
    QByteArray made;
    for (int attempt = 0; attempt < 16; ++attempt) {
        made = scrambled(read, attempt);
        if (made != read && !m_wordsMade.contains(made))
            break;
    }
    const QByteArray out = (gb ? encodeGb18030(QString::fromUtf8(made)) : made) + cut;
    if (text.size() <= longestKept && m_words.size() < most) {
        m_words.insert(text, out);
        m_wordsMade.insert(made);
        m_wordsMade.insert(out);
    }
    return out;
}

QByteArray PseudonymMap::coordinate(const QByteArray &text)
{
    constexpr double mostDegrees = 180;
    bool number = false;
    const double degrees = text.toDouble(&number);
    if (!number || std::abs(degrees) > mostDegrees)
        return word(text);
    if (degrees == 0)
        return text;
    SaltedStream stream(m_salt, 'c', text);
    const qsizetype point = text.contains('.') ? text.indexOf('.') : text.size();
    QByteArray out = text;
    qsizetype whole = 0; // digits ahead of the point, from behind
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        if (text[i] < '0' || text[i] > '9')
            continue;
        const int place = i < point ? static_cast<int>(++whole) : 0;
        out[i] = static_cast<char>('0' + (place == 3 ? 1 : place == 2 ? stream.below(7) + 1 : stream.below(10)));
    }
    return out;
}

} // namespace gb
