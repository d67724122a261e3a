#include "core/base/platform.h"

#include <QDir>
#include <QSet>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace gb::platform {

bool waitReadable(qintptr handle, std::chrono::milliseconds patience)
{
#ifdef Q_OS_WIN
    return WaitForSingleObject(reinterpret_cast<HANDLE>(handle), static_cast<DWORD>(patience.count())) == WAIT_OBJECT_0;
#else
    pollfd one{static_cast<int>(handle), POLLIN, 0};
    return ::poll(&one, 1, static_cast<int>(patience.count())) > 0 && (one.revents & POLLIN) != 0;
#endif
}

QString portOwner(quint16 port)
{
#ifdef Q_OS_LINUX
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    QSet<QByteArray> sockets; // their inodes
    for (const char *table : {"udp", "udp6", "tcp", "tcp6"}) {
        QFile file(QStringLiteral("/proc/net/") + QLatin1String(table));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QByteArrayList fields = line.simplified().split(' ');
            const bool waits = fields.value(3) == "07" || fields.value(3) == "0A"; // UDP; TCP that listens
            if (fields.value(1).endsWith(wanted) && waits)
                sockets.insert("socket:[" + fields.value(9) + ']');
        }
    }
    const QStringList processes = sockets.isEmpty()
        ? QStringList()
        : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString &process : processes) {
        const QString folder = QStringLiteral("/proc/") + process;
        const QStringList files = QDir(folder + QStringLiteral("/fd"))
                                      .entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
        for (const QString &one : files) {
            const QString target = QFile::symLinkTarget(folder + QStringLiteral("/fd/") + one);
            if (!sockets.contains(target.mid(target.lastIndexOf(u'/') + 1).toLatin1()))
                continue;
            QFile name(folder + QStringLiteral("/comm"));
            return name.open(QIODevice::ReadOnly)
                ? QStringLiteral("%1 (pid %2)").arg(QString::fromUtf8(name.readAll().trimmed()), process)
                : QString();
        }
    }
#else
    Q_UNUSED(port)
#endif
    return {};
}

bool isDeleted(const QFile &file)
{
#ifdef Q_OS_WIN
    Q_UNUSED(file)
    return false;
#else
    struct stat found
    {
    };
    return ::fstat(file.handle(), &found) == 0 && found.st_nlink == 0;
#endif
}

void syncToDisk(QFile &file)
{
#ifdef Q_OS_WIN
    FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())));
#else
    ::fsync(file.handle());
#endif
}

void releaseFreeMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace gb::platform
