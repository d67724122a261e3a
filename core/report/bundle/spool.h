#pragma once
#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <memory>

class QFile;

namespace gb::bundle {

/// A member of a bundle while it is made: a file without a lasting name beside the target, so that memory holds none of
/// it. It is gone with this object, also where the program is ended, if the system has files without a name.
class Spool
{
public:
    /// `name`: of the member.
    explicit Spool(const char *name);
    ~Spool();
    Q_DISABLE_COPY_MOVE(Spool)

    bool open(const QString &folder);
    bool add(const QByteArray &octets);
    /// All is there; then it is read from its start.
    bool finish();
    /// The next octets, at most 64 KiB; empty at the end, or where it cannot be read: see errorText().
    QByteArray read();

    const char *name() const { return m_name; }
    qint64 size() const { return m_size; } ///< bytes
    QByteArray sha256() const { return m_hash.result().toHex(); }
    /// Why the last step failed; empty: it did not.
    QString errorText() const { return m_error; }

private:
    bool flush();
    bool fail(const QString &text);

    const char *m_name;
    std::unique_ptr<QFile> m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_waiting;
    qint64 m_size = 0, m_left = 0;
    QString m_error;
};

} // namespace gb::bundle
