#pragma once
#include <QByteArray>
#include <QFile>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>
#endif

namespace gb::test {

/**
 * Gives this process, and what it starts, a mount namespace of its own: what it mounts nobody else sees. Needs no root
 * where the system lets users have namespaces. Ahead of the first thread. Why it cannot be, or nothing.
 */
inline QByteArray enterOwnMounts()
{
#ifdef Q_OS_LINUX
    const auto write = [](const char *path, const QByteArray &text) {
        QFile file(QString::fromLatin1(path));
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
    };
    const QByteArray user = QByteArray::number(getuid()), group = QByteArray::number(getgid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return "no mount namespace for users of this system: " + qt_error_string().toLocal8Bit();
    return write("/proc/self/setgroups", "deny") && write("/proc/self/uid_map", "0 " + user + " 1")
            && write("/proc/self/gid_map", "0 " + group + " 1")
        ? QByteArray()
        : "the user namespace cannot be set up";
#else
    return "mount namespaces are Linux's";
#endif
}

/// Lays a file system of so many octets over a folder. Why it cannot be, or nothing.
inline QByteArray mountSmallDisk(const QString &folder, qint64 octets)
{
#ifdef Q_OS_LINUX
    const QByteArray size = "size=" + QByteArray::number(octets);
    if (mount("none", QFile::encodeName(folder).constData(), "tmpfs", 0, size.constData()) == 0)
        return {};
    return "no small disk can be mounted: " + qt_error_string().toLocal8Bit();
#else
    Q_UNUSED(folder)
    Q_UNUSED(octets)
    return "mount namespaces are Linux's";
#endif
}

/// Nothing can be written there any more, by whoever it is.
inline bool makeReadOnly(const QString &folder)
{
#ifdef Q_OS_LINUX
    return mount("none", QFile::encodeName(folder).constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
#else
    Q_UNUSED(folder)
    return false;
#endif
}

inline void unmountSmallDisk(const QString &folder)
{
#ifdef Q_OS_LINUX
    umount2(QFile::encodeName(folder).constData(), MNT_DETACH);
#else
    Q_UNUSED(folder)
#endif
}

} // namespace gb::test
