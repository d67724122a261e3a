#include "app/terminationsignal.h"

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace gb {
namespace {

std::function<void()> theHandler;

#ifdef Q_OS_WIN
QObject *theContext = nullptr;

BOOL WINAPI consoleEvent(DWORD)
{
    QMetaObject::invokeMethod(
        theContext, [] { theHandler(); }, Qt::QueuedConnection);
    return TRUE;
}
#else
int ends[2] = {-1, -1};

void signalled(int)
{
    const char octet = 1; // all that a signal handler may do here
    [[maybe_unused]] const auto written = ::write(ends[0], &octet, 1);
}
#endif

} // namespace

void onTermination(QObject *context, std::function<void()> handler)
{
    theHandler = std::move(handler);
#ifdef Q_OS_WIN
    theContext = context;
    SetConsoleCtrlHandler(consoleEvent, TRUE);
#else
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return;
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [] {
        char octet = 0;
        [[maybe_unused]] const auto got = ::read(ends[1], &octet, 1);
        theHandler();
    });
    std::signal(SIGINT, signalled);
    std::signal(SIGTERM, signalled);
    if (std::signal(SIGHUP, signalled) == SIG_IGN) // the terminal was closed, but nohup wants that not to matter
        std::signal(SIGHUP, SIG_IGN);
#endif
}

} // namespace gb
