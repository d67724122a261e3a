#pragma once
#include "core/capture/streams/unwrapper.h"
#include "core/capture/tcporder.h"
#include "core/net/streamframer.h"

#include <QHash>

#include <deque>
#include <list>
#include <vector>

namespace gb {

/**
 * Cuts the TCP connections of a capture into messages, each with its own place in the stream. Segments are put in order
 * first; where a gap does not close within the limits, or the other end acknowledged what is missing, the stream goes
 * on at the next segment that begins with a message, and what was lost is counted. A copy of a segment gives the
 * messages that are whole in it, so that TCP's repeats are seen; what else is in it was taken already. Of HEP and of
 * WebSocket the messages are what is in their frames; those of HEP are given out as they came, with the ends of the
 * connection.
 */
class ImporterTcp
{
public:
    static constexpr Duration patience = std::chrono::seconds(10); ///< with a gap, in the capture's time
    static constexpr qsizetype maxKept = 8 * 1024 * 1024;          ///< octets ahead of their turn, of all streams, as
                                                                   ///< TcpOrder::memory counts
    static constexpr qsizetype maxStreams = 20'000;

    struct Counts
    {
        quint64 skipped = 0;    ///< segments that are not signalling
        quint64 octetsLost = 0; ///< of streams with SIP: missing, or of a message whose start is missing
        quint64 unwrapped = 0;  ///< messages that came in frames of WebSocket, and packets of HEP
    };
    /// A direction of a connection whose octets are those of TLS: what is in them cannot be seen.
    struct Encrypted
    {
        Endpoint from, to;
        TimePoint first{};
        quint64 segments = 0;
    };
    static constexpr qsizetype maxEncrypted = 64; ///< directions that are told of

    /// `flags` as TcpFlag; `sipEnds`: what passes between these ends is SIP. Messages that became whole are behind
    /// `out`.
    void take(const Datagram &segment, quint8 flags, bool sipEnds, std::deque<Datagram> &out);
    /// Gaps that are older than `patience` are skipped.
    void advance(TimePoint now, std::deque<Datagram> &out);
    /// No more will come: what waits is taken as it is, in the order of time.
    void finish(std::deque<Datagram> &out);
    /// Of a segment with FIN or RST, ahead of take(): its sender ends the connection, and the last that passed on it
    /// were whole messages from the other end. Not told where a part of either direction is missing.
    bool leavesUnanswered(const Datagram &segment, quint8 flags) const;
    const Counts &counts() const { return m_counts; }
    /// In the order in which they were seen first; those of HTTPS' own port are not among them.
    const std::vector<Encrypted> &encrypted() const { return m_encrypted; }
    /// Octets that are kept ahead of their turn.
    qsizetype kept() const { return m_kept; }

private:
    using Key = std::pair<Endpoint, Endpoint>;
    /// One direction of a connection.
    struct Stream
    {
        TcpOrder order;
        StreamFramer framer;
        std::shared_ptr<streams::Unwrapper> unwrapper; ///< of a stream whose messages are in frames of something else
        Datagram last;          ///< segment without its octets, its sequence number that of its end
        bool lost = true;       ///< in the middle of something: until a message starts
        bool ordered = false;   ///< a message was seen, or may be expected
        bool encrypted = false; ///< TLS: nothing can be seen
        bool left = false;      ///< the other end has said that it sends no more
        bool onTrial = false;   ///< seen from its start on: the first octets tell whether it is SIP
        qsizetype kept = 0;     ///< as far as m_kept knows
        std::optional<std::list<Key>::iterator> gap;
    };
    using Place = QHash<Key, Stream>::iterator;

    void begin(const Datagram &segment, bool sipEnds);
    void add(const Key &key, const Datagram &segment, bool end, std::deque<Datagram> &out);
    void acknowledged(const Datagram &segment, std::deque<Datagram> &out);
    void reset(const Datagram &segment, std::deque<Datagram> &out);
    void takeInTurn(Stream &stream, std::optional<TimePoint> now, std::deque<Datagram> &out);
    void passCut(Stream &stream, const Datagram &piece, std::deque<Datagram> &out);
    void unwrap(Stream &stream, const Datagram &piece, std::deque<Datagram> &out);
    bool noteTls(const Datagram &segment);
    void feed(Stream &stream, const Datagram &piece, std::deque<Datagram> &out);
    void takeCopy(const Datagram &segment, std::deque<Datagram> &out);
    void skipGap(Stream &stream, std::deque<Datagram> &out);
    void settle(const Key &key, Stream &stream);
    void end(Place place, std::deque<Datagram> &out);
    void endAll(std::deque<Datagram> &out);
    static void takeUnfinished(Stream &stream, std::deque<Datagram> &out);
    static bool cut(StreamFramer &framer, quint32 end, Datagram message, std::deque<Datagram> &out);

    QHash<Key, Stream> m_streams;
    std::list<Key> m_gaps; ///< streams with something that waits; the one that waits longest is first
    qsizetype m_kept = 0;
    Counts m_counts;
    std::vector<Encrypted> m_encrypted;
};

} // namespace gb
