#include "core/capture/recordfile.h"

#include "core/base/platform.h"
#include "core/capture/filetarget.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace gb {
namespace {

constexpr int maxNumber = 9'999; ///< of files that have the same name

} // namespace

RecordFile::RecordFile() = default;

RecordFile::~RecordFile()
{
    close();
}

QString RecordFile::path() const
{
    return m_file ? m_file->fileName() : QString();
}

RecordFile::Made RecordFile::make(const QString &path, const QByteArray &header, QString *error)
{
    close();
    *error = filetarget::objection(path);
    if (!error->isEmpty())
        return Made::Never;
    const QString real = filetarget::canonical(path);
    for (int number = 1; number <= maxNumber; ++number) {
        bool taken = false;
        const Made made = make(filetarget::numbered(real, number), header, error, &taken);
        if (!taken)
            return made;
    }
    *error = QStringLiteral("the names up to %1 are taken").arg(filetarget::numbered(real, maxNumber));
    return Made::Never;
}

/// NewOnly: whatever is there is left alone, also what another program makes between the question and the answer. The
/// file comes ahead of its lock, which has no words for what is wrong with the disk.
RecordFile::Made RecordFile::make(const QString &name, const QByteArray &header, QString *error, bool *taken)
{
    *taken = QFileInfo::exists(name) || QFileInfo(name).isSymLink(); // its lock stays, too: it may tell of a session
    if (*taken)                                                      // that is unfinished
        return Made::Never;
    auto file = std::make_unique<QFile>(name);
    // It holds what devices sent, digests too
    if (!file->open(
            QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner)) {
        *error = file->errorString();
        *taken = QFileInfo::exists(name);
        return Made::NotNow;
    }
    auto lock = std::make_unique<QLockFile>(name + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // a session may run for days; that of a dead process is taken over
    const bool written = filetarget::writeAll(*file, header, error);
    if (written && lock->tryLock(0)) {
        m_file = std::move(file);
        m_lock = std::move(lock);
        return Made::Yes;
    }
    *taken = written && lock->error() == QLockFile::LockFailedError; // another gbscope was about to make it
    if (written && !*taken)
        *error = QStringLiteral("no lock file can be made beside it");
    file->remove(); // it is ours, and nothing is in it
    return Made::NotNow;
}

QString RecordFile::harm(qint64 octets) const
{
    if (!m_file)
        return {};
    if (platform::isDeleted(*m_file))
        return QStringLiteral("the file was deleted by another program");
    return m_file->size() < octets ? QStringLiteral("the file was cut short by another program") : QString();
}

void RecordFile::close()
{
    m_file.reset();
    m_lock.reset();
}

void RecordFile::remove()
{
    if (m_file)
        m_file->remove();
    close();
}

} // namespace gb
