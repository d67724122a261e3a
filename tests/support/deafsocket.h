#pragma once
#include <QByteArray>
#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <linux/filter.h>
#include <sys/socket.h>
#endif

namespace gb::test {

/// From now on the system throws away each segment that comes for this socket, ahead of TCP: its other end hears
/// nothing of it any more. Needs no rights. Why it cannot be, or nothing.
inline QByteArray dropAllThatArrives(qintptr descriptor)
{
#ifdef Q_OS_LINUX
    sock_filter nothing{BPF_RET | BPF_K, 0, 0, 0};
    const sock_fprog program{1, &nothing};
    if (setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) == 0)
        return {};
    return "no filter of packets for users of this system";
#else
    Q_UNUSED(descriptor)
    return "filters of packets are Linux's";
#endif
}

} // namespace gb::test
