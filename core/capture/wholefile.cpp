#include "core/capture/wholefile.h"

#include "core/base/platform.h"
#include "core/capture/filetarget.h"

#include <QFileInfo>
#include <QLockFile>

namespace gb {
namespace {

constexpr qsizetype writeAt = 256 * 1024;
constexpr int maxNumber = 99; ///< of exports to one name at a time

} // namespace

WholeFile::WholeFile() = default;

WholeFile::~WholeFile()
{
    if (m_file)
        m_file->remove();
}

bool WholeFile::fail(const QString &text, const QString &place)
{
    m_error = text.left(1).toLower() + text.mid(1);
    m_place = place;
    return false;
}

bool WholeFile::open(const QString &target, bool replace)
{
    m_replace = replace;
    if (const QString why = filetarget::objection(target); !why.isEmpty())
        return fail(why, target);
    m_target = filetarget::canonical(target);
    m_folder = QFileInfo(m_target).path();
    if (!mayReplace())
        return false;
    for (int number = 1; number <= maxNumber; ++number) {
        const QString name = filetarget::numbered(m_target + QStringLiteral(".part"), number);
        if (openPart(name))
            return true;
        const bool isTaken = QFileInfo::exists(name) || QFileInfo(name).isSymLink();
        const QString why = m_file ? m_file->errorString() : QString();
        m_file.reset(); // it is not ours
        m_lock.reset();
        if (!isTaken)
            return fail(why, m_folder);
    }
    return fail(QStringLiteral("the names for the file while it is written are taken"), m_folder);
}

/// False where it is another's. Only what has a lock of a process that is gone was left by one of us.
bool WholeFile::openPart(const QString &name)
{
    const QString lock = name + QStringLiteral(".lock");
    const bool wasLocked = QFileInfo::exists(lock);
    if (!wasLocked && QFileInfo::exists(name))
        return false;
    m_lock = std::make_unique<QLockFile>(lock);
    m_lock->setStaleLockTime(0);
    const bool isLocked = m_lock->tryLock(0);
    if (!isLocked && m_lock->error() == QLockFile::LockFailedError)
        return false;
    if (isLocked && wasLocked)
        QFile::remove(name);
    m_file = std::make_unique<QFile>(name); // its error is told where there can be no lock
    return m_file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered);
}

bool WholeFile::mayReplace()
{
    if (!QFileInfo::exists(m_target))
        return true;
    if (!m_replace)
        return fail(QStringLiteral("this file exists; it is left as it is"), m_target);
    const QString name = m_target + QStringLiteral(".lock");
    if (!QFileInfo::exists(name))
        return true;
    QLockFile lock(name);
    lock.setStaleLockTime(0);
    qint64 process = 0;
    QString host, program;
    if (lock.getLockInfo(&process, &host, &program) && !lock.tryLock(0))
        return fail(QStringLiteral("another gbscope records into this file"), m_target);
    return true;
}

bool WholeFile::write(const QByteArray &octets)
{
    if (m_counts) {
        m_counted += octets.size();
        return true;
    }
    m_waiting += octets;
    return m_waiting.size() < writeAt || flush();
}

bool WholeFile::seek(qint64 place)
{
    return flush() && (m_file->seek(place) || fail(m_file->errorString(), m_folder));
}

bool WholeFile::flush()
{
    QString why;
    if (!filetarget::writeAll(*m_file, m_waiting, &why))
        return fail(why, m_folder);
    m_waiting.resize(0);
    return true;
}

bool WholeFile::commit()
{
    if (m_counts)
        return true;
    if (!flush())
        return false;
    platform::syncToDisk(*m_file);
    QString why;
    if (m_replace && QFileInfo::exists(m_target)) {
        m_file->setPermissions(QFile::permissions(m_target));
        m_file->close();
        if (!mayReplace() || !filetarget::replace(m_file->fileName(), m_target, &why))
            return why.isEmpty() ? false : fail(why, m_target);
    } else {
        m_file->close();
        if (!m_file->rename(m_target)) // never over a file that came meanwhile
            return fail(m_file->errorString(), m_target);
    }
    m_file.reset();
    m_lock.reset();
    return true;
}

} // namespace gb
