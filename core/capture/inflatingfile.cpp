#include "core/capture/inflatingfile.h"

#include "core/capture/packed/unpacker.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb {

InflatingFile::InflatingFile(qint64 limit)
    : m_limit(limit)
{
}

InflatingFile::~InflatingFile() = default;

bool InflatingFile::open(const QString &path)
{
    m_inflated = 0;
    m_stream = packed::open(path, m_error);
    return m_stream != nullptr;
}

bool InflatingFile::next()
{
    return m_stream && m_error.isEmpty() && m_stream->next();
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
    const qint64 got = m_stream->read(to, size, m_error);
    m_inflated += got;
    if (m_inflated > m_limit && isCompressed()) {
        m_error = QCoreApplication::translate("Capture", "more than %1 bytes when inflated").arg(m_limit);
        return 0;
    }
    return got;
}

bool InflatingFile::isCompressed() const
{
    return m_stream && m_stream->isCompressed();
}

qint64 InflatingFile::position() const
{
    return m_stream ? m_stream->position() : 0;
}

} // namespace gb
