#include "core/net/socketcare.h"

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

namespace gb::socketcare {
namespace {

/// In seconds: 105 in all, and as long for what was sent.
constexpr int idle = 60, between = 15, probes = 3, unacknowledged = idle + between * probes;

#ifndef Q_OS_WIN
bool set(qintptr descriptor, int level, int option, int value)
{
    return ::setsockopt(static_cast<int>(descriptor), level, option, &value, sizeof value) == 0;
}
#endif

} // namespace

bool noticeHalfOpen(qintptr descriptor)
{
#if defined(Q_OS_WIN)
    tcp_keepalive wanted{1, idle * 1000, between * 1000}; // Windows asks ten times
    wanted.keepaliveinterval = between * 1000 * probes / 10;
    DWORD unused = 0;
    return WSAIoctl(static_cast<SOCKET>(descriptor), SIO_KEEPALIVE_VALS, &wanted, sizeof wanted, nullptr, 0, &unused,
               nullptr, nullptr)
        == 0;
#else
    bool done = set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
#if defined(TCP_KEEPIDLE)
    done = set(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, idle) && done;
#elif defined(TCP_KEEPALIVE)
    done = set(descriptor, IPPROTO_TCP, TCP_KEEPALIVE, idle) && done;
#endif
#ifdef TCP_KEEPINTVL
    done = set(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, between) && done;
    done = set(descriptor, IPPROTO_TCP, TCP_KEEPCNT, probes) && done;
#endif
#if defined(TCP_USER_TIMEOUT)
    done = set(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, unacknowledged * 1000) && done;
#elif defined(TCP_RXT_CONNDROPTIME)
    done = set(descriptor, IPPROTO_TCP, TCP_RXT_CONNDROPTIME, unacknowledged) && done;
#endif
    return done;
#endif
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

} // namespace gb::socketcare
