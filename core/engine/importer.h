#pragma once
#include "core/capture/pcapreader.h"
#include "core/engine/analysis.h"
#include "core/net/streamframer.h"

#include <QHash>
#include <QSet>

#include <deque>

#include <functional>

namespace gb {

/**
 * Reads a capture into an Analysis. Of a file that holds more than signalling only that is taken: what is SIP, and whatever else passes between ends that speak SIP or on
 * port 5060. TCP segments are cut into messages, each with its own place in the stream; behind a gap the stream goes on at the next segment that starts with a message.
 * A copy of a segment gives the messages that are whole in it, so that TCP's repeats are seen; what else is in it was taken already.
 */
class Importer
{
public:
    explicit Importer(Analysis &analysis)
        : m_analysis(analysis)
    {
    }

    bool open(const QString &path) { return m_reader.open(path); }
    /// Null where the datagram is not signalling; `result` as PcapReader::next.
    std::optional<Trace> next(PcapReader::Result &result);
    const PcapReader &reader() const { return m_reader; }
    /// Datagrams that are not signalling.
    quint64 skipped() const { return m_skipped; }
    TimePoint last() const { return m_last; }

private:
    /// One direction of a TCP connection.
    struct Stream
    {
        StreamFramer framer;
        quint32 next = 0; ///< sequence number of the octet to come
        bool known = false;
        bool lost = false; ///< in the middle of something: until a message starts
    };

    bool isSignalling(const Datagram &datagram);
    void takeSegment(const Datagram &segment);
    void takeCopy(const Datagram &segment);
    bool cut(StreamFramer &framer, quint32 end, Datagram message);

    Analysis &m_analysis;
    PcapReader m_reader;
    QSet<Endpoint> m_sipEnds;
    QHash<std::pair<Endpoint, Endpoint>, Stream> m_streams;
    std::deque<Datagram> m_messages; ///< of the last segment
    quint64 m_skipped = 0;
    TimePoint m_last{};
};

} // namespace gb
