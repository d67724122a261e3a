#pragma once
#include "core/net/datagram.h"

#include <map>
#include <optional>

namespace gb {

/**
 * Puts the segments of one direction of a TCP connection in the order of their octets (RFC 9293 §3.4). Pure; what comes
 * ahead of its turn is kept until the gap closes or is skipped. Of octets that come twice the first ones count. How
 * long a gap is waited for, and how much is kept in all, is the owner's affair.
 */
class TcpOrder
{
public:
    static constexpr qsizetype maxOctets = 256 * 1024; ///< that are kept
    static constexpr qsizetype maxSegments = 64;
    static constexpr qsizetype segmentCost = 256; ///< what memory() counts for each, besides its octets
    static constexpr qint64 reach = 1024 * 1024;  ///< octets ahead or behind; a segment farther away belongs to
                                                  ///< something else

    enum class Turn : quint8 {
        Open,      ///< take() has it when its turn comes
        Copy,      ///< all its octets were had
        Elsewhere, ///< out of reach: not taken
    };

    /// The stream begins, or goes on, here: octets ahead of it are of no use. Before that, segments are kept and none
    /// is taken.
    void start(quint32 sequence);
    bool started() const { return m_started; }
    /// `end`: the segment has a FIN.
    Turn add(const Datagram &segment, bool end);
    /// The next octets; their time is that of their own segment.
    std::optional<Datagram> take();
    /// Goes on at the first segment that is kept; octets that are missing ahead of it. Not started: forgets that
    /// segment, 0.
    quint64 skip();
    /// Another segment is one too many.
    bool full() const { return m_octets > maxOctets || waiting() > maxSegments; }
    qsizetype waiting() const { return static_cast<qsizetype>(m_pieces.size()); }
    qsizetype memory() const { return m_octets + waiting() * segmentCost; }
    /// When the oldest that is kept came; only where something is.
    TimePoint since() const;
    /// The other end has the octets up to this one, and so the gap's: whoever captured lost them, and they will not
    /// come again.
    bool isGapAcknowledged(quint32 acknowledged) const;
    bool isNear(quint32 sequence) const { return !m_started || std::abs(ahead(sequence)) <= reach; }
    /// Nothing is missing ahead of it, and nothing of it was had; of a stream that has not started, any.
    bool isNext(quint32 sequence) const { return !m_started || ahead(sequence) == 0; }
    /// All octets up to a FIN were taken.
    bool ended() const { return m_end && m_next >= *m_end; }

private:
    using Pieces = std::map<quint64, Datagram>;

    qint64 ahead(quint32 sequence) const { return static_cast<qint32>(sequence - static_cast<quint32>(m_next)); }
    void keep(const Datagram &segment, quint64 begin, quint64 from, quint64 to);
    Datagram remove(Pieces::iterator piece);

    quint64 m_next = 0; ///< the octet to come; counts on where sequence numbers begin anew
    Pieces m_pieces;    ///< by the place of their first octet; none overlaps another
    qsizetype m_octets = 0;
    std::optional<quint64> m_end;
    bool m_started = false;
};

} // namespace gb
