#pragma once
#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <zlib.h>

/// ZIP archives as they are read by who knows nothing of how ours are written: simple, strict, all in memory.
namespace gb::test {

struct ZipMember
{
    QByteArray name, content;
    bool operator==(const ZipMember &) const = default;
};

/// Empty where anything is not as the format wants it: sizes, sums, the directory and the heads of members.
inline QList<ZipMember> zipMembers(const QByteArray &zip)
{
    const auto number16 = [&](qsizetype at) { return qFromLittleEndian<quint16>(zip.constData() + at); };
    const auto number32 = [&](qsizetype at) {
        return static_cast<qsizetype>(qFromLittleEndian<quint32>(zip.constData() + at));
    };
    const qsizetype end = zip.size() - 22; // no comment behind it
    if (end < 0 || zip.mid(end, 4) != "PK\5\6")
        return {};
    QList<ZipMember> out;
    qsizetype at = number32(end + 16);
    if (at + number32(end + 12) != end)
        return {};
    for (int left = number16(end + 10); left > 0; --left) {
        if (zip.mid(at, 4) != "PK\1\2")
            return {};
        const qsizetype packed = number32(at + 20), size = number32(at + 24), head = number32(at + 42);
        const QByteArray name = zip.mid(at + 46, number16(at + 28));
        const qsizetype start = head + 30 + number16(head + 26) + number16(head + 28);
        if (zip.mid(head, 4) != "PK\3\4" || zip.mid(head + 30, number16(head + 26)) != name || number16(head + 6) != 0
            || zip.mid(head + 14, 12) != zip.mid(at + 16, 12) || number16(at + 10) != Z_DEFLATED)
            return {};
        QByteArray content(size + 1, Qt::Uninitialized), source = zip.mid(start, packed);
        z_stream stream{};
        stream.next_in = reinterpret_cast<Bytef *>(source.data());
        stream.avail_in = static_cast<uInt>(source.size());
        stream.next_out = reinterpret_cast<Bytef *>(content.data());
        stream.avail_out = static_cast<uInt>(content.size());
        const bool whole = inflateInit2(&stream, -MAX_WBITS) == Z_OK && inflate(&stream, Z_FINISH) == Z_STREAM_END
            && static_cast<qsizetype>(stream.total_out) == size;
        inflateEnd(&stream);
        content.resize(size);
        const auto sum = crc32(0, reinterpret_cast<const Bytef *>(content.constData()), static_cast<uInt>(size));
        if (!whole || static_cast<qsizetype>(sum) != number32(at + 16))
            return {};
        out.append({name, content});
        at += 46 + number16(at + 28) + number16(at + 30) + number16(at + 32);
    }
    return at == end ? out : QList<ZipMember>();
}

} // namespace gb::test
