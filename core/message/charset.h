#pragma once
#include <QByteArray>
#include <QString>

namespace gb {

enum class Charset : quint8 { Utf8, Gb18030, Utf16 };

/// How a text was encoded.
struct TextSource
{
    QString declared; ///< of the XML declaration, as it stands; empty where there is none
    Charset used = Charset::Utf8;
    bool wrongDeclaration = false; ///< the declaration names another family than the octets are in
    bool invalid = false;          ///< some octets are no text in either; they became U+FFFD
    bool unknown = false; ///< it is in an encoding, or calls itself by one, that no reader here has: EBCDIC, UTF-32, a
                          ///< name that nobody knows; the text is a guess (XML 1.0 §4.3.3: a fatal error)
};

struct DecodedText : TextSource
{
    QString text;
};

/**
 * The text of a MANSCDP body, whatever it calls itself. GB/T 28181-2016 recommends GB 2312, -2022 wants GB 18030;
 * devices label UTF-8 as GB2312 and the reverse. A byte order mark decides, then validity as UTF-8 (GB text is next to
 * never valid UTF-8), then GB 18030, of which GB 2312 and GBK are parts. UTF-16 without a mark shows by its first
 * character (XML 1.0 appendix F).
 */
DecodedText decodeBody(const QByteArray &octets);

/// Text in GB 18030, of which GB 2312 is the part that old devices know. A Qt without that codec keeps ASCII, and
/// writes
/// '?' for the rest.
QByteArray encodeGb18030(const QString &text);

} // namespace gb
