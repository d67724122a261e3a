#include "core/net/socketcare.h"

#include <QNetworkProxy>

#include <algorithm>

#ifdef Q_OS_WIN
#include <mstcpip.h>
#include <winsock2.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/sock_diag.h>
#endif

namespace gb::socketcare {

#ifndef Q_OS_WIN
namespace {

bool set(qintptr descriptor, int level, int option, int value)
{
    return ::setsockopt(static_cast<int>(descriptor), level, option, &value, sizeof value) == 0;
}

} // namespace
#endif

bool noticeHalfOpen(qintptr descriptor, const GonePatience &patience)
{
    const int idle = static_cast<int>(patience.idle.count()), between = static_cast<int>(patience.between.count()),
              questions = patience.questions;
#if defined(Q_OS_WIN)
    tcp_keepalive wanted{1, static_cast<ULONG>(idle) * 1000, 0};
    wanted.keepaliveinterval = static_cast<ULONG>(between * 1000 * questions / 10); // Windows asks ten times
    DWORD unused = 0;
    return WSAIoctl(static_cast<SOCKET>(descriptor), SIO_KEEPALIVE_VALS, &wanted, sizeof wanted, nullptr, 0, &unused,
               nullptr, nullptr)
        == 0;
#else
    const int whole = static_cast<int>(patience.whole().count());
    bool done = set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
#if defined(TCP_KEEPIDLE)
    done = set(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, idle) && done;
#elif defined(TCP_KEEPALIVE)
    done = set(descriptor, IPPROTO_TCP, TCP_KEEPALIVE, idle) && done;
#endif
#ifdef TCP_KEEPINTVL
    done = set(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, between) && done;
    done = set(descriptor, IPPROTO_TCP, TCP_KEEPCNT, questions) && done;
#endif
#if defined(TCP_USER_TIMEOUT)
    done = set(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, whole * 1000) && done;
#elif defined(TCP_RXT_CONNDROPTIME)
    done = set(descriptor, IPPROTO_TCP, TCP_RXT_CONNDROPTIME, whole) && done;
#endif
    return done;
#endif
}

std::optional<quint64> dropped([[maybe_unused]] qintptr descriptor)
{
#if defined(Q_OS_LINUX) && defined(SO_MEMINFO)
    quint32 values[SK_MEMINFO_VARS]{};
    socklen_t size = sizeof values;
    if (::getsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_MEMINFO, values, &size) == 0
        && size > SK_MEMINFO_DROPS * sizeof(quint32))
        return values[SK_MEMINFO_DROPS];
#endif
    return std::nullopt;
}

std::size_t allowOpenFiles(std::size_t wanted)
{
#ifdef Q_OS_WIN
    return wanted; // as many as memory has room for
#else
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 256;
    const rlim_t aim = std::min<rlim_t>(wanted, limit.rlim_max);
    if (limit.rlim_cur < aim) {
        rlimit raised{aim, limit.rlim_max};
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    return static_cast<std::size_t>(std::min<rlim_t>(limit.rlim_cur, wanted));
#endif
}

void speakDirectly()
{
    QNetworkProxyFactory::setUseSystemConfiguration(false);
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

} // namespace gb::socketcare
