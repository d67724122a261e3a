#include "ui/settings/recentstate.h"

#include "ui/settings/appsettings.h"

#include <QByteArrayList>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <array>

namespace gb::ui {
namespace {

using All = QHash<QString, RecentState>;

const QString place = QStringLiteral("recent-states");

/// A line each: devices, messages, scope of the filter, its text, path; the last two with percent signs for what is not
/// plain. What cannot be read is left out.
All read(const AppSettings &settings)
{
    All all;
    for (const QByteArray &line : settings.layout(place).left(256 * 1024).split('\n')) {
        const QByteArrayList parts = line.split(' ');
        if (parts.size() != 5)
            continue;
        std::array<bool, 3> isNumber{};
        const RecentState state{parts[0].toLongLong(&isNumber[0]), parts[1].toLongLong(&isNumber[1]),
            {QString::fromUtf8(QByteArray::fromPercentEncoding(parts[3])), parts[2].toInt(&isNumber[2])}};
        if (std::all_of(isNumber.begin(), isNumber.end(), [](bool is) { return is; }) && state.devices >= -1
            && state.messages >= -1)
            all.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(parts[4])), state);
    }
    return all;
}

QString nameOf(const QString &file)
{
    return QFileInfo(file).absoluteFilePath();
}

} // namespace

RecentState recentState(const AppSettings &settings, const QString &file)
{
    return read(settings).value(nameOf(file));
}

void saveRecentState(AppSettings &settings, const QString &file, const RecentState &state)
{
    All all = read(settings);
    all.insert(nameOf(file), state);
    QByteArray lines;
    for (const QString &one : settings.recentFiles()) {
        const auto known = all.constFind(one);
        if (known != all.cend())
            lines += QByteArray::number(known->devices) + ' ' + QByteArray::number(known->messages) + ' '
                + QByteArray::number(known->filter.scope) + ' ' + known->filter.text.toUtf8().toPercentEncoding() + ' '
                + one.toUtf8().toPercentEncoding() + '\n';
    }
    settings.setLayout(place, lines);
}

} // namespace gb::ui
