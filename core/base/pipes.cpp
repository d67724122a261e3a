#include "core/base/pipes.h"

#include <QByteArray>
#include <QString>

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#endif

namespace gb::pipes {

Outcome write(Stream stream, const QByteArray &octets)
{
    for (qsizetype done = 0; done < octets.size();) {
#ifdef Q_OS_WIN
        const auto written = ::_write(
            static_cast<int>(stream), octets.constData() + done, static_cast<unsigned>(octets.size() - done));
#else
        const auto written = ::write(
            static_cast<int>(stream), octets.constData() + done, static_cast<std::size_t>(octets.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) { // whoever shares it made it so
            pollfd one{static_cast<int>(stream), POLLOUT, 0};
            ::poll(&one, 1, -1);
            continue;
        }
#endif
        if (written < 0)
            return errno == EPIPE || errno == EINVAL ? Outcome::Gone : Outcome::Refused; // Windows says EINVAL
        done += written;
    }
    return Outcome::Written;
}

QString lossText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Written: break;
    case Outcome::Refused:
        return QStringLiteral("The output could not be written to its end: the disk behind standard output is full, "
                              "or fails.");
    case Outcome::Gone: return QStringLiteral("The output was not read to its end: whoever read it is gone.");
    }
    return {};
}

bool isReaderGone(Stream stream)
{
#ifdef Q_OS_WIN
    Q_UNUSED(stream)
    return false; // told by the next write()
#else
    pollfd one{static_cast<int>(stream), POLLOUT, 0};
    return ::poll(&one, 1, 0) > 0 && (one.revents & POLLERR) != 0;
#endif
}

void surviveClosedReaders()
{
#ifndef Q_OS_WIN
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void holdStandardStreams()
{
#ifndef Q_OS_WIN
    for (int handle = 0; handle <= 2; ++handle) {
        if (::fcntl(handle, F_GETFD) < 0 && errno == EBADF)
            ::open("/dev/null", O_RDWR); // gets the lowest number that is free: this one
    }
#endif
}

} // namespace gb::pipes
