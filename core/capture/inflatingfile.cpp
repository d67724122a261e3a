#include "core/capture/inflatingfile.h"

#include <QFile>

#include <zlib.h>

#include <algorithm>

namespace gb {
namespace {

constexpr unsigned bufferSize = InflatingFile::maxLost / 2; ///< zlib inflates into twice as much, and drops it where
                                                            ///< damage shows

} // namespace

struct InflatingFile::Stream
{
    gzFile file;

    ~Stream() { gzclose_r(file); }
};

InflatingFile::InflatingFile(qint64 limit)
    : m_limit(limit)
{
}

InflatingFile::~InflatingFile() = default;

bool InflatingFile::open(const QString &path)
{
#ifdef Q_OS_WIN
    const gzFile file = gzopen_w(reinterpret_cast<const wchar_t *>(path.utf16()), "rb");
#else
    const gzFile file = gzopen(QFile::encodeName(path).constData(), "rb");
#endif
    if (!file)
        return false;
    gzbuffer(file, bufferSize);
    m_stream.reset(new Stream{file});
    m_inflated = 0;
    m_error.clear();
    return true;
}

qint64 InflatingFile::read(char *to, qint64 size)
{
    if (!m_stream)
        return 0;
    const qint64 most = isCompressed() ? maxLost : size; // at once
    qint64 sum = 0, got = most;
    while (sum < size && got == most && m_error.isEmpty()) {
        got = readPiece(to + sum, std::min(most, size - sum));
        sum += got;
    }
    return sum;
}

qint64 InflatingFile::readPiece(char *to, qint64 size)
{
    const int got = gzread(m_stream->file, to, static_cast<unsigned>(size));
    if (got < size) {
        int code = Z_OK;
        gzerror(m_stream->file, &code);
        if (code == Z_BUF_ERROR)
            m_error = QStringLiteral("the compressed data are truncated");
        else if (code == Z_ERRNO)
            m_error = QStringLiteral("the file cannot be read");
        else if (code != Z_OK && code != Z_STREAM_END)
            m_error = QStringLiteral("the compressed data are damaged");
    }
    m_inflated += std::max(got, 0);
    if (m_inflated > m_limit && isCompressed()) {
        m_error = QStringLiteral("more than %1 octets when inflated").arg(m_limit);
        return 0;
    }
    return std::max(got, 0);
}

bool InflatingFile::isCompressed() const
{
    return m_stream && gzdirect(m_stream->file) == 0;
}

qint64 InflatingFile::position() const
{
    return m_stream ? std::max<qint64>(0, gzoffset(m_stream->file)) : 0;
}

} // namespace gb
