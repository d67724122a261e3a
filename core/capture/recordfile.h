#pragma once
#include <QString>

#include <memory>

class QFile;
class QLockFile;

namespace gb {

/// A file of a session on the disk, and the lock beside it. A file that exists is never written to.
class RecordFile
{
public:
    RecordFile();
    ~RecordFile(); ///< as close()

    enum class Made : quint8 {
        Yes,
        NotNow, ///< the disk does not let us, as far as it is known: it may later
        Never,  ///< nothing may be written there
    };
    /// Makes a new file that begins with `header`: of that name, or, where something is in the way, of the next free
    /// one: today-2.pcapng. Symbolic links are followed. Where that fails nothing is left behind.
    Made make(const QString &path, const QByteArray &header, QString *error);
    bool isOpen() const { return m_file != nullptr; }
    void swap(RecordFile &other) noexcept
    {
        m_file.swap(other.m_file);
        m_lock.swap(other.m_lock);
    }
    QString path() const;
    /// While it is open.
    QFile &file() { return *m_file; }
    /// What another program did to it, whose first `octets` we wrote: it was deleted, or cut. Empty where it is whole.
    QString harm(qint64 octets) const;
    void close();
    /// Nothing of it is left.
    void remove();

private:
    Made make(const QString &name, const QByteArray &header, QString *error, bool *taken);

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace gb
