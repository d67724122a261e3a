#pragma once
#include <QByteArray>
#include <QFile>
#include <QProcess>

#ifdef Q_OS_LINUX
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace gb::test {

#ifdef Q_OS_LINUX
inline bool switchLoopbackOn()
{
    const int handle = socket(AF_INET, SOCK_DGRAM, 0);
    ifreq request{};
    qstrncpy(request.ifr_name, "lo", IFNAMSIZ);
    request.ifr_flags = IFF_UP | IFF_LOOPBACK | IFF_RUNNING;
    const bool done = handle >= 0 && ioctl(handle, SIOCSIFFLAGS, &request) == 0;
    close(handle);
    return done;
}
#endif

/**
 * Moves this process, and what it starts, into a network namespace of its own, with its loopback up, all rights there
 * and none anywhere else; needs no root where the system lets users have namespaces. Ahead of the first thread. Why it
 * cannot be, or nothing.
 */
inline QByteArray enterOwnNetwork()
{
#ifdef Q_OS_LINUX
    const auto write = [](const char *path, const QByteArray &text) {
        QFile file(QString::fromLatin1(path));
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
    };
    const QByteArray user = QByteArray::number(getuid()), group = QByteArray::number(getgid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return "no network namespace for users of this system: " + qt_error_string().toLocal8Bit();
    if (!write("/proc/self/setgroups", "deny") || !write("/proc/self/uid_map", "0 " + user + " 1")
        || !write("/proc/self/gid_map", "0 " + group + " 1"))
        return "the user namespace cannot be set up";
    return switchLoopbackOn() ? QByteArray() : "the loopback of the namespace cannot be switched on";
#else
    return "network namespaces are Linux's";
#endif
}

/// A program of the namespace that must succeed.
inline bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace gb::test
