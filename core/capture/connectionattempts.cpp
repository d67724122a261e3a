#include "core/capture/connectionattempts.h"

#include "core/capture/packetdecoder.h"

namespace gb {

std::optional<JournalNote> ConnectionAttempts::take(const Datagram &segment, quint8 flags)
{
    if ((flags & TcpSyn) != 0 && (flags & (TcpAck | TcpRst)) == 0)
        return asked(segment);
    return (flags & (TcpSyn | TcpRst)) != 0 && (flags & TcpAck) != 0 && !m_open.isEmpty() ? answered(segment, flags)
                                                                                          : std::nullopt;
}

std::optional<JournalNote> ConnectionAttempts::asked(const Datagram &segment)
{
    const Key key{segment.from, segment.to};
    const auto known = m_open.find(key);
    if (known == m_open.end() || known->sequence != segment.sequence) {
        if (known == m_open.end())
            m_inTurn.push_back(key);
        m_open.insert(key, {.sequence = segment.sequence, .last = segment.at});
        while (m_inTurn.size() > maxOpen) {
            m_open.remove(m_inTurn.front());
            m_inTurn.pop_front();
        }
        return std::nullopt;
    }
    if (segment.at - known->last < leastGap)
        return std::nullopt;
    known->last = segment.at;
    if (++known->copies < unansweredCopies || std::exchange(known->told, true))
        return std::nullopt;
    return tell(segment, segment.from, segment.to, notes::Connection::How::NotAnswered);
}

std::optional<JournalNote> ConnectionAttempts::answered(const Datagram &segment, quint8 flags)
{
    const auto known = m_open.find({segment.to, segment.from});
    if (known == m_open.end() || segment.acknowledged != known->sequence + 1)
        return std::nullopt;
    const bool refused = (flags & TcpRst) != 0;
    known->sequence = segment.acknowledged; // whatever follows is another matter
    if (refused)
        return tell(segment, segment.to, segment.from, notes::Connection::How::Refused);
    return m_refusing.remove(segment.from)
        ? std::optional(tell(segment, segment.to, segment.from, notes::Connection::How::Accepted))
        : std::nullopt;
}

JournalNote ConnectionAttempts::tell(
    const Datagram &segment, const Endpoint &from, const Endpoint &to, notes::Connection::How how)
{
    if (how != notes::Connection::How::Accepted && m_refusing.size() < maxRefusing)
        m_refusing.insert(to);
    return {segment.at, notes::Connection{.how = how, .from = from.text(), .to = to.text()}};
}

} // namespace gb
