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

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

/// In no start line: control characters, and what is beyond ASCII.
bool isForeign(char c)
{
    return static_cast<uchar>(c) >= 0x7f || (static_cast<uchar>(c) < 0x20 && !isLineEnd(c));
}

/// Where in a line a start line begins, whatever stands ahead of it; npos where none does.
std::size_t startIn(std::string_view line)
{
    const std::size_t version = siptext::findSip(line);
    if (version == std::string_view::npos)
        return version;
    const auto digit = [&](std::size_t at) { return at < line.size() && std::isdigit(static_cast<uchar>(line[at])); };
    if (line.size() > version + 8 && line[version + 7] == ' ' && digit(version + 8))
        return version;
    if (version < 2 || line[version - 1] != ' ')
        return std::string_view::npos;
    const std::size_t blank = line.rfind(' ', version - 2);
    if (blank == std::string_view::npos || blank + 1 == version - 1)
        return std::string_view::npos;
    std::size_t method = blank;
    while (method > 0 && siptext::isToken(line.substr(method - 1, 1)))
        --method;
    return method == blank ? std::string_view::npos : method;
}

/// How much stands ahead of the method, by what CSeq calls it: octets of junk that are letters.
std::size_t aheadOfMethod(const SipHead &head)
{
    const bool ahead = head.kind == SipKind::Request && !head.cseqMethod.empty()
        && head.methodText.size() > head.cseqMethod.size() && head.methodText.ends_with(head.cseqMethod);
    return ahead ? head.methodText.size() - head.cseqMethod.size() : 0;
}

} // namespace

StreamFramer::Result StreamFramer::take(qsizetype size, QByteArray &message)
{
    message = m_buffer.left(size);
    m_buffer.remove(0, size);
    m_searched = m_whole = 0;
    return Result::Message;
}

StreamFramer::Result StreamFramer::passOver(qsizetype size, QByteArray &junk)
{
    if (m_junk + size > maxMessage)
        return broken(junk);
    m_junk += size;
    take(size, junk);
    return Result::Junk;
}

StreamFramer::Result StreamFramer::broken(QByteArray &message)
{
    message = takePending();
    return Result::Broken;
}

QByteArray StreamFramer::takePending()
{
    QByteArray octets = m_buffer.left(maxMessage);
    m_buffer.clear();
    m_searched = m_whole = m_junk = 0;
    return octets;
}

qsizetype StreamFramer::headEnd()
{
    const qsizetype from = std::max<qsizetype>(0, m_searched - 3);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", from);
    m_searched = m_buffer.size();
    return end < 0 ? -1 : end + 4;
}

/// Behind a message: passes over what begins no other one. What it decides does not depend on how the octets come.
StreamFramer::Result StreamFramer::resume(QByteArray &junk, bool &starts)
{
    constexpr auto most = static_cast<qsizetype>(HeadLimits::line);
    qsizetype at = 0;
    for (;;) {
        while (at < m_buffer.size() && (isForeign(m_buffer[at]) || isLineEnd(m_buffer[at])))
            ++at;
        const std::string_view rest(m_buffer.constData() + at, static_cast<std::size_t>(m_buffer.size() - at));
        const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size()));
        const bool whole = line.size() < rest.size();
        const bool tooLong = line.size() > HeadLimits::line;
        if (!whole && !tooLong)
            break;
        std::size_t start = tooLong ? std::string_view::npos : startIn(line);
        if (at == 0 && m_junk == 0 && whole && couldBeSip(m_buffer)
            && (start == std::string_view::npos || !siptext::startsWithSip(line.substr(start))))
            start = 0; // right behind a message: whatever is wrong with it is told of it
        if (start != std::string_view::npos) {
            at += static_cast<qsizetype>(start);
            starts = at == 0;
            break;
        }
        at += tooLong ? most : static_cast<qsizetype>(line.size()) + 1;
    }
    return at > 0 ? passOver(at, junk) : Result::NeedMore;
}

/// The head of a message that begins the buffer.
StreamFramer::Result StreamFramer::head(QByteArray &message)
{
    const qsizetype head = headEnd();
    if (head < 0)
        return m_buffer.size() > maxSection ? broken(message) : Result::NeedMore;
    if (head > maxSection) // ahead of all that it says: in portions it is never seen whole
        return broken(message);
    const SipHead scanned = scanHead({m_buffer.constData(), static_cast<std::size_t>(head)});
    if (const std::size_t ahead = m_spoke ? aheadOfMethod(scanned) : 0; ahead > 0)
        return passOver(static_cast<qsizetype>(ahead), message);
    // On a stream the length must be told (RFC 3261 §20.14); where it is not, no body is the only guess that keeps
    // the place
    const std::uint64_t length = scanned.contentLength.value_or(0);
    if (scanned.has(HeadFault::ContentLength) || scanned.has(HeadFault::Duplicate)
        || length > static_cast<std::uint64_t>(maxMessage - head))
        return broken(message);
    m_whole = head + static_cast<qsizetype>(length);
    return Result::Message;
}

StreamFramer::Result StreamFramer::next(QByteArray &message)
{
    if (m_buffer.isEmpty())
        return Result::NeedMore;
    if (m_whole == 0) {
        qsizetype blank = 0;
        while (blank < m_buffer.size() && isLineEnd(m_buffer[blank]))
            ++blank;
        if (blank > 0 && m_junk > 0) // among junk they count as such
            m_junk += blank;
        if (blank > 0)
            return m_junk > maxMessage ? broken(message) : take(blank, message);
        bool starts = false;
        if (m_spoke) {
            if (const Result result = resume(message, starts); !starts)
                return result;
        } else if (!couldBeSip(m_buffer)) {
            return broken(message);
        }
        if (const Result result = head(message); result != Result::Message)
            return result;
    }
    if (m_buffer.size() < m_whole)
        return Result::NeedMore;
    m_spoke = true;
    m_junk = 0;
    return take(m_whole, message);
}

} // namespace gb
