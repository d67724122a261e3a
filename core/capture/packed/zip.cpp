#include "core/capture/fileformat.h"
#include "core/capture/packed/unpacker.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <vector>

namespace gb::packed {
namespace {

constexpr qint64 maxDirectory = 1024 * 1024; ///< octets
constexpr std::size_t maxEntries = 256;      ///< that are looked into
constexpr qint64 localHeader = 30, centralHeader = 46, endHeader = 22;
constexpr quint16 stored = 0, deflated = 8, encrypted = 1;

quint16 little16(const QByteArray &octets, qsizetype at)
{
    return qFromLittleEndian<quint16>(octets.constData() + at);
}

quint32 little32(const QByteArray &octets, qsizetype at)
{
    return qFromLittleEndian<quint32>(octets.constData() + at);
}

struct Entry
{
    QByteArray name;
    quint16 flags = 0, method = 0;
    quint32 crc = 0, packed = 0, header = 0; ///< header: where it is in the file
};

/// By the directory at the end of the file; zlib inflates what is in it, so that no further library is needed. Nothing
/// of what the directory says is believed: it is read within the file's bounds.
class Zip : public Unpacker
{
public:
    ~Zip() override { stop(); }
    Zip() = default;
    Q_DISABLE_COPY_MOVE(Zip)

    bool open(const QString &path)
    {
        m_file.setFileName(path);
        return m_file.open(QIODevice::ReadOnly) && readDirectory();
    }
    /// Leaves those that are captures; false where there are none.
    bool keepCaptures()
    {
        std::vector<Entry> captures;
        for (const Entry &entry : m_entries) {
            char first[16];
            QString error;
            m_entry = &entry;
            const qint64 got = start() ? read(first, sizeof first, error) : 0;
            if (isCaptureStart(QByteArray(first, std::max<qint64>(got, 0))))
                captures.push_back(entry);
        }
        m_entry = nullptr;
        m_entries.swap(captures);
        return next();
    }
    const std::vector<Entry> &entries() const { return m_entries; }

    bool next() override
    {
        const std::size_t number = m_entry ? static_cast<std::size_t>(m_entry - m_entries.data()) + 1 : 0;
        if (number >= m_entries.size())
            return false;
        m_entry = &m_entries[number];
        return start();
    }
    qint64 read(char *to, qint64 size, QString &error) override
    {
        const qint64 got = m_isRunning ? inflateSome(to, size, error) : readStored(to, size, error);
        m_crc = static_cast<quint32>(crc32(m_crc, reinterpret_cast<const Bytef *>(to), static_cast<uInt>(got)));
        if (got < size && error.isEmpty() && m_crc != m_entry->crc)
            error = QCoreApplication::translate("Capture", "the compressed data are damaged");
        return got;
    }
    qint64 position() const override { return m_file.pos(); }

private:
    bool readDirectory()
    {
        const qint64 tail = std::min<qint64>(m_file.size(), endHeader + 65535);
        m_file.seek(m_file.size() - tail);
        const QByteArray octets = m_file.read(tail);
        const qsizetype at = octets.lastIndexOf(QByteArrayLiteral("PK\5\6"));
        if (at < 0 || octets.size() - at < endHeader)
            return false;
        m_file.seek(little32(octets, at + 16));
        QByteArray directory = m_file.read(std::min<qint64>(little32(octets, at + 12), maxDirectory));
        while (m_entries.size() < maxEntries && directory.startsWith("PK\1\2") && directory.size() >= centralHeader) {
            const qsizetype name = little16(directory, 28),
                            whole = centralHeader + name + little16(directory, 30) + little16(directory, 32);
            m_entries.push_back({directory.mid(centralHeader, name), little16(directory, 8), little16(directory, 10),
                little32(directory, 16), little32(directory, 20), little32(directory, 42)});
            directory.remove(0, whole);
        }
        return true;
    }
    bool start()
    {
        stop();
        m_crc = 0;
        m_left = 0;
        const bool isReadable = (m_entry->method == stored || m_entry->method == deflated)
            && (m_entry->flags & encrypted) == 0 && m_file.seek(m_entry->header);
        const QByteArray header = isReadable ? m_file.read(localHeader) : QByteArray();
        if (header.size() < localHeader || !header.startsWith("PK\3\4")
            || !m_file.seek(m_entry->header + localHeader + little16(header, 26) + little16(header, 28)))
            return false;
        m_left = m_entry->packed;
        m_stream = {};
        m_isRunning = m_entry->method == deflated && inflateInit2(&m_stream, -MAX_WBITS) == Z_OK;
        return m_isRunning || m_entry->method == stored;
    }
    void stop()
    {
        if (std::exchange(m_isRunning, false))
            inflateEnd(&m_stream);
    }
    qint64 readStored(char *to, qint64 size, QString &error)
    {
        const qint64 wanted = std::min(size, m_left), got = std::max<qint64>(m_file.read(to, wanted), 0);
        m_left -= got;
        if (got < wanted)
            error = QCoreApplication::translate("Capture", "the compressed data are truncated");
        return got;
    }
    qint64 inflateSome(char *to, qint64 size, QString &error)
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(to);
        m_stream.avail_out = static_cast<uInt>(size);
        int code = Z_OK;
        while (m_stream.avail_out > 0 && code == Z_OK) {
            if (m_stream.avail_in == 0) {
                const qint64 got = std::max<qint64>(
                    m_file.read(m_buffer, std::min<qint64>(sizeof m_buffer, m_left)), 0);
                m_left -= got;
                m_stream.next_in = reinterpret_cast<Bytef *>(m_buffer);
                m_stream.avail_in = static_cast<uInt>(got);
            }
            code = inflate(&m_stream, Z_NO_FLUSH);
        }
        if (code == Z_BUF_ERROR)
            error = QCoreApplication::translate("Capture", "the compressed data are truncated");
        else if (code != Z_OK && code != Z_STREAM_END)
            error = QCoreApplication::translate("Capture", "the compressed data are damaged");
        return size - static_cast<qint64>(m_stream.avail_out);
    }

    QFile m_file;
    std::vector<Entry> m_entries;
    const Entry *m_entry = nullptr;
    qint64 m_left = 0; ///< packed octets of the entry
    quint32 m_crc = 0;
    z_stream m_stream{};
    bool m_isRunning = false;
    char m_buffer[16 * 1024];
};

/// What an archive without captures is, by the names in it.
QString describe(const std::vector<Entry> &entries)
{
    const auto has = [&](const char *start) {
        return std::any_of(
            entries.begin(), entries.end(), [&](const Entry &entry) { return entry.name.startsWith(start); });
    };
    if (has("word/"))
        return QCoreApplication::translate("Capture", "this is a Word document");
    if (has("xl/"))
        return QCoreApplication::translate("Capture", "this is an Excel workbook");
    if (has("ppt/"))
        return QCoreApplication::translate("Capture", "this is a PowerPoint presentation");
    const bool isLocked = std::any_of(
        entries.begin(), entries.end(), [](const Entry &entry) { return (entry.flags & encrypted) != 0; });
    return isLocked ? QCoreApplication::translate("Capture", "this is a ZIP archive with a password: unpack it first")
                    : QCoreApplication::translate("Capture", "this is a ZIP archive without captures");
}

} // namespace

std::unique_ptr<Unpacker> zip(const QString &path, const QByteArray &start, QString &error)
{
    if (!start.startsWith("PK\3\4") && !start.startsWith("PK\5\6"))
        return nullptr;
    auto archive = std::make_unique<Zip>();
    if (!archive->open(path)) {
        error = QCoreApplication::translate(
            "Capture", "this is a ZIP archive, and its directory cannot be read: get the file again");
        return nullptr;
    }
    const std::vector<Entry> entries = archive->entries();
    if (archive->keepCaptures())
        return archive;
    error = describe(entries);
    return nullptr;
}

} // namespace gb::packed
