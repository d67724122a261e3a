#pragma once
#include <QString>

#include <memory>

/// How captures are packed: each way is a file here and a line of the list in unpacker.cpp.
namespace gb::packed {

/// Read from start to end; errors are told once.
class Unpacker
{
public:
    virtual ~Unpacker() = default;
    /// Octets that were read: fewer than `size` at the end, or where `error` is set.
    virtual qint64 read(char *to, qint64 size, QString &error) = 0;
    /// Octets of the file itself behind us, for progress.
    virtual qint64 position() const = 0;
    virtual bool isCompressed() const { return true; }
    /// Goes on to the next file of an archive; false where there is none.
    virtual bool next() { return false; }
};

/// Null where the file cannot be opened or, with `error`, not be unpacked.
std::unique_ptr<Unpacker> open(const QString &path, QString &error);

// By the first octets, each null where they are not its own; the first of the list that takes the file has it
std::unique_ptr<Unpacker> zip(const QString &path, const QByteArray &start, QString &error);
std::unique_ptr<Unpacker> zstd(const QString &path, const QByteArray &start, QString &error);
std::unique_ptr<Unpacker> lz4(const QString &path, const QByteArray &start, QString &error);
std::unique_ptr<Unpacker> textMode(const QString &path, const QByteArray &start, QString &error);
std::unique_ptr<Unpacker> text(const QString &path, const QByteArray &start, QString &error);
std::unique_ptr<Unpacker> gzip(const QString &path, const QByteArray &start, QString &error); ///< or not packed at all

} // namespace gb::packed
