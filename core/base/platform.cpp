#include "core/base/platform.h"

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <poll.h>
#include <unistd.h>
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

void syncToDisk(QFile &file)
{
#ifdef Q_OS_WIN
    FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())));
#else
    ::fsync(file.handle());
#endif
}

} // namespace gb::platform
