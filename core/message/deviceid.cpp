#include "core/message/deviceid.h"

#include <algorithm>

namespace gb {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view id)
{
    return !id.empty() && std::all_of(id.begin(), id.end(), isDigit);
}

/// 6.101130049e+19
bool isSpreadsheetNumber(std::string_view id)
{
    const std::size_t e = id.find_first_of("eE");
    if (e == std::string_view::npos || e + 2 >= id.size() || id[e + 1] != '+')
        return false;
    const std::string_view mantissa = id.substr(0, e);
    return mantissa.size() > 1 && isDigit(mantissa[0]) && mantissa[1] == '.' && allDigits(id.substr(e + 2));
}

/// Characters that change how the text around them is drawn, or that end a line.
bool isUnprintable(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028 || c == 0x2029 || c == 0x200e || c == 0x200f;
}

} // namespace

IdFault faultOf(std::string_view id)
{
    if (id.empty())
        return IdFault::Empty;
    if (allDigits(id))
        return id.size() == 20 ? IdFault::None : IdFault::Length;
    return isSpreadsheetNumber(id) ? IdFault::Spreadsheet : IdFault::NotDigits;
}

int typeCodeOf(std::string_view id)
{
    if (faultOf(id) != IdFault::None)
        return -1;
    return (id[10] - '0') * 100 + (id[11] - '0') * 10 + (id[12] - '0');
}

IdType typeOf(std::string_view id)
{
    switch (const int code = typeCodeOf(id)) {
    case 111: return IdType::Dvr;
    case 112: return IdType::VideoServer;
    case 113: return IdType::Encoder;
    case 114: return IdType::Decoder;
    case 117: return IdType::AlarmController;
    case 118: return IdType::Nvr;
    case 130: return IdType::Hvr;
    case 131: return IdType::Camera;
    case 132: return IdType::Ipc;
    case 133: return IdType::Display;
    case 134: return IdType::AlarmInput;
    case 135:
    case 140: return IdType::AlarmOutput;
    case 136: return IdType::VoiceInput;
    case 137: return IdType::VoiceOutput;
    case 138: return IdType::Mobile;
    case 215: return IdType::BusinessGroup;
    case 216: return IdType::VirtualOrganisation;
    default:
        if (code >= 111 && code <= 199)
            return IdType::OtherDevice;
        if (code >= 200 && code <= 299)
            return IdType::Platform;
        return code >= 300 && code <= 499 ? IdType::User : IdType::Unknown;
    }
}

QString printable(std::string_view octets, qsizetype limit)
{
    const auto plain = [](char c) { return c >= ' ' && c <= '~'; };
    if (octets.size() <= static_cast<std::size_t>(limit) && std::all_of(octets.begin(), octets.end(), plain))
        return QString::fromLatin1(octets.data(), static_cast<qsizetype>(octets.size()));
    // One UTF-8 character takes at most 4 octets; a few more so that the ellipsis is told from an exact fit.
    const auto size = std::min<qsizetype>(static_cast<qsizetype>(octets.size()), limit * 4 + 4);
    return printable(QString::fromUtf8(octets.data(), size), limit);
}

QString printable(const QString &text, qsizetype limit)
{
    const auto isPlain = [](QChar c) { return !isUnprintable(c.unicode()); };
    if (text.size() <= limit && std::all_of(text.begin(), text.end(), isPlain))
        return text;
    QString shown;
    shown.reserve(std::min(text.size(), limit) + 1);
    qsizetype count = 0;
    for (const QChar c : text) {
        if (count++ == limit) {
            shown += QChar(0x2026);
            break;
        }
        const char16_t code = c.unicode();
        if (!isUnprintable(code))
            shown += c;
        else if (code < 0x100)
            shown += QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
        else
            shown += QStringLiteral("\\u{%1}").arg(code, 4, 16, QLatin1Char('0'));
    }
    return shown;
}

} // namespace gb
