#include "core/capture/packed/unpacker.h"

#include <QFile>
#include <QFileInfo>

namespace gb::packed {
namespace {

using Open = std::unique_ptr<Unpacker> (*)(const QString &, const QByteArray &, QString &);

constexpr Open everyone[] = {
    zip, zstd, lz4, textMode, text,
    gzip, // the last one: it takes anything
};

/// What comes through a pipe can be read but once.
QByteArray startOf(const QString &path)
{
    constexpr qint64 enough = 64;
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(enough) : QByteArray();
}

} // namespace

std::unique_ptr<Unpacker> open(const QString &path, QString &error)
{
    error.clear();
    const QByteArray start = startOf(path);
    for (const Open open : everyone) {
        auto unpacker = open(path, start, error);
        if (unpacker || !error.isEmpty())
            return unpacker;
    }
    return nullptr;
}

} // namespace gb::packed
