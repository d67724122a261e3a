#pragma once
#include <QByteArray>

#include <string_view>

/// What stands for a letter in some notation, one place at a time.
namespace gb::redaction {

struct Escape
{
    std::size_t size = 0; ///< octets that it takes; 0: none stands here
    QByteArray text;      ///< what they mean
};

// Each of the text from its place on, which is not empty.

Escape entityAt(std::string_view rest);    ///< of XML, by number or name
Escape percentAt(std::string_view rest);   ///< of URIs
Escape backslashAt(std::string_view rest); ///< of JSON and C
Escape fullWidthAt(std::string_view rest); ///< letters of East Asian width, U+FF01 to U+FF5E
Escape markupAt(std::string_view rest);    ///< comments, and where CDATA begins: both sides of them are one text
Escape cdataEndAt(std::string_view rest);
Escape zeroAt(std::string_view rest);   ///< beside each octet of ASCII in UTF-32, and where somebody puts them
Escape quotedAt(std::string_view rest); ///< quoted-printable, RFC 2045 6.7
/// By its header, or by three octets in a row: "expires=3600" is not.
bool isQuoted(std::string_view text);

/// The letter with that number, as UTF-8.
QByteArray utf8Of(qint64 code);

} // namespace gb::redaction
