#include "core/message/charset.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace gb {
namespace {

QString declaredEncoding(const QByteArray &octets)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["'])"));
    return pattern.match(QString::fromLatin1(octets.left(256))).captured(1);
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

DecodedText decodeBody(const QByteArray &octets)
{
    DecodedText result;
    result.declared = declaredEncoding(octets);
    if (octets.startsWith("\xff\xfe") || octets.startsWith("\xfe\xff")) {
        QStringDecoder decoder(octets.startsWith("\xff\xfe") ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        result.text = decoder.decode(octets.mid(2));
        result.used = Charset::Utf16;
        result.invalid = decoder.hasError();
        return result;
    }
    const bool mark = octets.startsWith("\xef\xbb\xbf");
    QStringDecoder utf8(QStringDecoder::Utf8);
    result.text = utf8.decode(mark ? octets.mid(3) : octets);
    const bool saysGb = result.declared.startsWith(QLatin1String("gb"), Qt::CaseInsensitive);
    if (!utf8.hasError()) {
        result.wrongDeclaration = saysGb && !isAscii(octets);
        return result;
    }
    result.used = Charset::Gb18030;
    result.text = decodeGb18030(octets, &result.invalid);
    result.wrongDeclaration = !result.declared.isEmpty() && !saysGb;
    return result;
}

} // namespace gb
