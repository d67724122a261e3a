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

} // namespace gb::cli
