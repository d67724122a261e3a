#include "app/cli/echo.h"

#include "core/message/deviceid.h"

#include <QStringList>

#include <cstdio>

namespace gb::cli {

QString echoed(const QString &text)
{
    constexpr qsizetype most = 1024;
    return printable(text, most);
}

void complain(const QString &text)
{
    constexpr qsizetype mostOfALine = 1 << 20; // lines are ours; what is echoed in them was cut
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = printable(line, mostOfALine);
    QString all = lines.join(u'\n');
    if (!all.endsWith(u'\n'))
        all += u'\n';
    std::fputs(qPrintable(all), stderr);
}

QByteArray safeJson(const QByteArray &utf8)
{
    const auto isHarmful = [](char16_t c) { // JSON itself escapes what is below a blank
        return (c >= 0x7f && c <= 0x9f) || (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
            || (c >= 0x2066 && c <= 0x2069);
    };
    // What each of them begins with in UTF-8; three searches by the library are faster than a loop over the octets
    if (!utf8.contains('\x7f') && !utf8.contains('\xc2') && !utf8.contains('\xe2'))
        return utf8;
    QString out;
    for (const QChar c : QString::fromUtf8(utf8)) {
        if (isHarmful(c.unicode()))
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out.toUtf8();
}

} // namespace gb::cli
