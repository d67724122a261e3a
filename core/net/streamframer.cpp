#include "core/net/streamframer.h"

#include "core/message/siptext.h"

#include <cctype>

namespace gb {
namespace {

constexpr qsizetype maxSection = static_cast<qsizetype>(HeadLimits::section);

/// Judges a start line that is there in part as it does the whole one: what arrives with it changes nothing.
bool couldBeSip(const QByteArray &buffer)
{
    if (!std::isalpha(static_cast<uchar>(buffer.front())))
        return false;
    const qsizetype feed = buffer.indexOf('\n');
    const qsizetype size = feed < 0 ? buffer.size() : feed;
    return size <= static_cast<qsizetype>(HeadLimits::line)
        && (feed < 0
            || siptext::findSip({buffer.constData(), static_cast<std::size_t>(size)}) != std::string_view::npos);
}

} // namespace

StreamFramer::Result StreamFramer::take(qsizetype size, QByteArray &message)
{
    message = m_buffer.left(size);
    m_buffer.remove(0, size);
    m_searched = m_whole = 0;
    return Result::Message;
}

StreamFramer::Result StreamFramer::broken(QByteArray &message)
{
    message = takePending();
    return Result::Broken;
}

QByteArray StreamFramer::takePending()
{
    QByteArray octets = m_buffer.left(maxMessage);
    reset();
    return octets;
}

qsizetype StreamFramer::headEnd()
{
    const qsizetype from = std::max<qsizetype>(0, m_searched - 3);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", from);
    m_searched = m_buffer.size();
    return end < 0 ? -1 : end + 4;
}

StreamFramer::Result StreamFramer::next(QByteArray &message)
{
    if (m_buffer.isEmpty())
        return Result::NeedMore;
    if (m_whole == 0) {
        qsizetype blank = 0;
        while (blank < m_buffer.size() && (m_buffer[blank] == '\r' || m_buffer[blank] == '\n'))
            ++blank;
        if (blank > 0)
            return take(blank, message);
        if (!couldBeSip(m_buffer))
            return broken(message);
        const qsizetype head = headEnd();
        if (head < 0)
            return m_buffer.size() > maxSection ? broken(message) : Result::NeedMore;
        const SipHead scanned = scanHead({m_buffer.constData(), static_cast<std::size_t>(head)});
        // On a stream the length must be told (RFC 3261 §20.14); where it is not, no body is the only guess that keeps
        // the place
        const std::uint64_t length = scanned.contentLength.value_or(0);
        if (head > maxSection || scanned.has(HeadFault::ContentLength) || scanned.has(HeadFault::Duplicate)
            || length > static_cast<std::uint64_t>(maxMessage - head))
            return broken(message);
        m_whole = head + static_cast<qsizetype>(length);
    }
    return m_buffer.size() < m_whole ? Result::NeedMore : take(m_whole, message);
}

} // namespace gb
