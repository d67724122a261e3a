#include "core/message/charsetchoice.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <string_view>

namespace gb {
namespace {

QString declaredEncoding(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(<\?xml[^>]{0,200}encoding\s*=\s*["']([^"'<>]{1,40})["'])"));
    return pattern.match(text.left(256)).captured(1);
}

/// Names, or their beginnings with a "*" behind them, of encodings in which ASCII is ASCII, and of UTF-16.
bool isKnown(const QString &name)
{
    static constexpr const char *names[] = {"utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "gb2312*", "gbk*",
        "gb18030*", "gb_2312-80", "gb_1988-80", "x-gbk", "euc-cn", "cp936", "ms936", "936", "windows-*", "cp125*",
        "iso-8859-*", "iso8859-*", "latin1", "big5*", "shift_jis", "sjis", "euc-jp", "euc-kr", "koi8-r", "utf-16*",
        "utf16*", "iso-10646-ucs-2", "ucs-2"};
    const QString lower = name.toLower();
    return lower.isEmpty() || std::any_of(std::begin(names), std::end(names), [&](const char *one) {
        const QLatin1String known(one);
        return known.endsWith(u'*') ? lower.startsWith(known.chopped(1)) : lower == known;
    });
}

bool isUtf16(const QString &name)
{
    return name.startsWith(QLatin1String("utf-16"), Qt::CaseInsensitive)
        || name.startsWith(QLatin1String("utf16"), Qt::CaseInsensitive)
        || name.endsWith(QLatin1String("ucs-2"), Qt::CaseInsensitive);
}

/// What the first octets show of encodings that nobody here reads; empty where they show none.
QString foreignEncoding(const QByteArray &octets)
{
    if (octets.startsWith("\x4c\x6f\xa7\x94")) // "<?xm"
        return QStringLiteral("EBCDIC");
    static constexpr std::string_view wide[] = {
        {"\0\0\0<", 4}, {"<\0\0\0", 4}, {"\0\0\xfe\xff", 4}, {"\xff\xfe\0\0", 4}};
    const std::string_view begin(octets.constData(), static_cast<std::size_t>(std::min<qsizetype>(octets.size(), 4)));
    return std::find(std::begin(wide), std::end(wide), begin) == std::end(wide) ? QString() : QStringLiteral("UTF-32");
}

bool isAscii(const QByteArray &octets)
{
    return std::all_of(octets.begin(), octets.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

QString decodeGb18030(const QByteArray &octets, bool *invalid)
{
    // ICU gives GB18030 on Linux, MSYS2 and vcpkg. A Qt without it keeps what is ASCII and marks the rest, which is
    // told as invalid.
    QStringDecoder decoder("GB18030");
    if (!decoder.isValid()) {
        QString text = QString::fromLatin1(octets);
        for (QChar &c : text) {
            if (c.unicode() > 0x7f)
                c = QChar(QChar::ReplacementCharacter);
        }
        *invalid = true;
        return text;
    }
    const QString text = decoder.decode(octets);
    *invalid = decoder.hasError() || text.contains(QChar(QChar::ReplacementCharacter));
    return text;
}

} // namespace

/// UTF-16 by its byte order mark or its first character; nothing where it is none.
static bool decodeUtf16(const QByteArray &octets, DecodedText &result)
{
    const bool marked = octets.startsWith("\xff\xfe") || octets.startsWith("\xfe\xff");
    const bool little = marked ? octets.startsWith('\xff') : octets.startsWith(QByteArrayView("<\0", 2));
    if (!marked && !little && !octets.startsWith(QByteArrayView("\0<", 2)))
        return false;
    QStringDecoder decoder(little ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    result.text = decoder.decode(octets.mid(marked ? 2 : 0));
    result.used = Charset::Utf16;
    result.invalid = decoder.hasError();
    result.declared = declaredEncoding(result.text);
    result.unknown = !isKnown(result.declared);
    result.wrongDeclaration = !result.unknown && !result.declared.isEmpty() && !isUtf16(result.declared);
    return true;
}

DecodedText decodeBody(const QByteArray &octets)
{
    DecodedText result;
    const QString foreign = foreignEncoding(octets);
    if (foreign.isEmpty() && decodeUtf16(octets, result))
        return result;
    result.declared = foreign.isEmpty() ? declaredEncoding(QString::fromLatin1(octets.left(256))) : foreign;
    result.unknown = !foreign.isEmpty() || !isKnown(result.declared);
    const bool mark = octets.startsWith("\xef\xbb\xbf");
    QStringDecoder utf8(QStringDecoder::Utf8);
    result.text = utf8.decode(mark ? octets.mid(3) : octets);
    const bool saysGb = result.declared.startsWith(QLatin1String("gb"), Qt::CaseInsensitive);
    if (!utf8.hasError()) {
        result.wrongDeclaration = (saysGb && !isAscii(octets)) || isUtf16(result.declared);
        return result;
    }
    result.used = Charset::Gb18030;
    result.text = decodeGb18030(octets, &result.invalid);
    result.wrongDeclaration = !result.declared.isEmpty() && !saysGb;
    return result;
}

DecodedText decodeBody(const QByteArray &octets, std::optional<Charset> wanted)
{
    if (!wanted)
        return decodeBody(octets);
    const Charset charset = *wanted;
    DecodedText result;
    result.used = charset;
    result.declared = declaredEncoding(QString::fromLatin1(octets.left(256)));
    if (charset == Charset::Gb18030) {
        result.text = decodeGb18030(octets, &result.invalid);
        return result;
    }
    const bool big = octets.startsWith("\xfe\xff") || octets.startsWith(QByteArrayView("\0<", 2));
    QStringDecoder decoder(charset == Charset::Utf8 ? QStringDecoder::Utf8
            : big                                   ? QStringDecoder::Utf16BE
                                                    : QStringDecoder::Utf16LE);
    result.text = decoder.decode(octets);
    result.invalid = decoder.hasError();
    return result;
}

QByteArray encodeGb18030(const QString &text)
{
    QStringEncoder encoder("GB18030");
    if (encoder.isValid())
        return encoder.encode(text);
    QByteArray ascii;
    for (QChar c : text)
        ascii += c < u'\x80' ? static_cast<char>(c.unicode()) : '?';
    return ascii;
}

} // namespace gb
