#pragma once
#include <QString>

#include <memory>

namespace gb {

namespace packed {
class Unpacker;
}

/// A file as it is or, where its first octets are those of gzip, zstd, lz4 or zip, what is in it; read from start to
/// end, and inflated as it is read.
class InflatingFile
{
public:
    static constexpr qint64 maxInflated = qint64(16) * 1024 * 1024 * 1024; ///< octets; a megabyte may hold a thousand
                                                                           ///< times as much
    static constexpr qint64 maxLost = 32 * 1024; ///< octets ahead of damage that cannot be told from it

    explicit InflatingFile(qint64 limit = maxInflated);
    ~InflatingFile();

    /// False with errorText() where it is of a kind that cannot be read, without where it cannot be opened.
    bool open(const QString &path);
    /// Goes on to the next file of an archive; false where there is none.
    bool next();
    /// Octets that were read: fewer than `size`, at most 1 GiB, at the end, or where errorText() is not empty.
    qint64 read(char *to, qint64 size);
    /// Why the rest cannot be read: damaged, cut off or over the limit.
    QString errorText() const { return m_error; }
    bool isCompressed() const;
    /// Octets of the file itself behind us, for progress.
    qint64 position() const;

private:
    qint64 readPiece(char *to, qint64 size);

    std::unique_ptr<packed::Unpacker> m_stream;
    const qint64 m_limit;
    qint64 m_inflated = 0;
    QString m_error;
};

} // namespace gb
