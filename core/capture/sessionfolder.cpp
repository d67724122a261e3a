#include "core/capture/sessionfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>

namespace gb::sessionfolder {
namespace {

const QString ending = QStringLiteral(".pcapng");
const QString lockEnding = QStringLiteral(".lock");
const QString markEnding = QStringLiteral(".unfinished");

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

void settle(const QString &file)
{
    QFile::remove(file + markEnding);
}

} // namespace gb::sessionfolder
