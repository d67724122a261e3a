#pragma once
#include "core/net/datagram.h"
#include "core/record/note.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <optional>

namespace gb {

/**
 * Attempts to open a TCP connection for SIP, as a capture shows them: whether one is refused (RST), or is not answered.
 * Who gets an answer does not send his SYN again: several copies of one prove that none arrived. Pure: time is that of
 * the capture. Bounded; the oldest go first.
 */
class ConnectionAttempts
{
public:
    static constexpr std::size_t maxOpen = 4'096;   ///< attempts that are followed
    static constexpr qsizetype maxRefusing = 1'024; ///< ends that are told of until they accept
    static constexpr int unansweredCopies = 3;      ///< the usual timers send the third one 3 s behind the first
    static constexpr Duration leastGap = std::chrono::milliseconds(500); ///< between copies; what is closer was
                                                                         ///< captured twice

    /// A segment between ends that may speak SIP; `flags` as TcpFlag. What it shows, if that is new.
    std::optional<JournalNote> take(const Datagram &segment, quint8 flags);

private:
    struct Attempt
    {
        quint32 sequence = 0;
        TimePoint last{};
        int copies = 1;
        bool told = false;
    };
    using Key = std::pair<Endpoint, Endpoint>; ///< from whom, to whom

    std::optional<JournalNote> asked(const Datagram &segment);
    std::optional<JournalNote> answered(const Datagram &segment, quint8 flags);
    JournalNote tell(const Datagram &segment, const Endpoint &from, const Endpoint &to, notes::Connection::How how);

    QHash<Key, Attempt> m_open;
    std::deque<Key> m_inTurn;  ///< of m_open, in the order in which they began
    QSet<Endpoint> m_refusing; ///< that were told of
};

} // namespace gb
