#include "core/capture/sessionfolder.h"
#include "core/session/engine.h"

#include <QFileInfo>

namespace gb {

/// The record becomes a row of files of an eighth of the limits each; what is over them is removed whenever one ends.
void Engine::divideRecord(const QString &path, const sessionfolder::Limits &limits)
{
    constexpr qint64 megabyte = 1024 * 1024;
    SessionFile::Parts parts;
    parts.octets = limits.megabytes * megabyte / 8;
    if (limits.days > 0)
        parts.age = std::chrono::hours(24) * limits.days / 8;
    const QString folder = QFileInfo(path).absolutePath();
    parts.next = [folder] { return sessionfolder::newFile(folder); };
    parts.ended = [folder, limits, room = parts.octets] {
        sessionfolder::tidy(folder, limits, SystemClock().wall(), room);
    };
    m_ledger.file().divide(std::move(parts));
}

} // namespace gb
