#include "core/capture/sessionfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QRegularExpression>

namespace gb::sessionfolder {
namespace {

const QString ending = QStringLiteral(".pcapng");
const QString lockEnding = QStringLiteral(".lock");
const QString markEnding = QStringLiteral(".unfinished");

/// By the name: whoever copies a file makes its time another.
QDateTime beginOf(const QString &name)
{
    static const QRegularExpression ours(QStringLiteral("^(\\d{8}-\\d{6})(-\\d+)?[.]pcapng$"));
    const QRegularExpressionMatch match = ours.match(name);
    return match.hasMatch() ? QDateTime::fromString(match.captured(1), QStringLiteral("yyyyMMdd-HHmmss")) : QDateTime();
}

} // namespace

QString newFile(const QString &folder)
{
    const QDir dir(folder);
    dir.mkpath(QStringLiteral("."));
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = dir.filePath(stamp + ending);
    for (int i = 2; QFile::exists(name) || QFile::exists(name + lockEnding); ++i)
        name = dir.filePath(stamp + QStringLiteral("-%1").arg(i) + ending);
    return name;
}

QStringList unfinished(const QString &folder)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u'*' + ending + lockEnding}, QDir::Files)) {
        const QString file = dir.filePath(name.chopped(lockEnding.size()));
        QLockFile lock(file + lockEnding);
        lock.setStaleLockTime(0); // only a dead process makes it stale, however long it ran
        if (!lock.tryLock(0))
            continue;                  // another window records into it
        QFile mark(file + markEnding); // stays until somebody decides; the lock goes
        if (!mark.open(QIODevice::WriteOnly))
            return {file}; // a folder that cannot be written to: tell at least of this one
    }
    QStringList files;
    for (const QString &name : dir.entryList({u'*' + ending + markEnding}, QDir::Files, QDir::Name | QDir::Reversed)) {
        const QString file = dir.filePath(name.chopped(markEnding.size()));
        if (QFile::exists(file))
            files.append(file);
        else
            QFile::remove(file + markEnding);
    }
    return files;
}

QStringList tidy(const QString &folder, const Limits &limits, TimePoint now, qint64 room)
{
    QStringList removed;
    if (limits.days <= 0 && limits.megabytes <= 0)
        return removed;
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count());
    const qint64 most = std::max<qint64>(qint64(limits.megabytes) * 1024 * 1024 - room, 0);
    qint64 total = 0;
    const QFileInfoList files = QDir(folder).entryInfoList({u'*' + ending}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files) { // the newest first
        const QDateTime begin = beginOf(file.fileName());
        if (!begin.isValid() || file.isSymLink())
            continue;
        total += file.size();
        const bool over = (limits.megabytes > 0 && total > most)
            || (limits.days > 0 && begin.daysTo(today) > limits.days);
        const QString path = file.filePath();
        if (over && !QFile::exists(path + lockEnding) && !QFile::exists(path + markEnding) && QFile::remove(path))
            removed.append(path);
    }
    return removed;
}

void settle(const QString &file)
{
    QFile::remove(file + markEnding);
}

} // namespace gb::sessionfolder
