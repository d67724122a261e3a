#include "ui/settings/recentcounts.h"

#include "ui/settings/appsettings.h"

#include <QFileInfo>
#include <QHash>

namespace gb::ui {
namespace {

using All = QHash<QString, RecentCounts>;

const QString place = QStringLiteral("recent-counts");

/// A line each: devices, messages, path. What cannot be read is left out.
All read(const AppSettings &settings)
{
    All all;
    for (const QByteArray &line : settings.layout(place).left(64 * 1024).split('\n')) {
        const qsizetype first = line.indexOf(' '), second = line.indexOf(' ', first + 1);
        if (first < 0 || second < 0)
            continue;
        bool isFirst = false, isSecond = false;
        const RecentCounts counts{
            line.left(first).toLongLong(&isFirst), line.mid(first + 1, second - first - 1).toLongLong(&isSecond)};
        if (isFirst && isSecond && counts.devices >= 0 && counts.messages >= 0)
            all.insert(QString::fromUtf8(line.mid(second + 1)), counts);
    }
    return all;
}

QString nameOf(const QString &file)
{
    return QFileInfo(file).absoluteFilePath();
}

} // namespace

RecentCounts recentCounts(const AppSettings &settings, const QString &file)
{
    return read(settings).value(nameOf(file));
}

void saveRecentCounts(AppSettings &settings, const QString &file, const RecentCounts &counts)
{
    All all = read(settings);
    all.insert(nameOf(file), counts);
    QByteArray lines;
    for (const QString &one : settings.recentFiles()) {
        if (const RecentCounts known = all.value(one); known.devices >= 0)
            lines += QByteArray::number(known.devices) + ' ' + QByteArray::number(known.messages) + ' ' + one.toUtf8()
                + '\n';
    }
    settings.setLayout(place, lines);
}

} // namespace gb::ui
