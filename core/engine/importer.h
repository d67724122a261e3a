#pragma once
#include "core/capture/pcapreader.h"
#include "core/engine/analysis.h"
#include "core/engine/importertcp.h"

#include <QSet>

#include <deque>

#include <functional>

namespace gb {

/**
 * Reads a capture into an Analysis. Of a file that holds more than signalling only that is taken: what is SIP, and whatever else passes between ends that speak SIP or on
 * port 5060. TCP streams are put in order and cut into messages.
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
    quint64 skipped() const { return m_skipped + m_tcp.counts().skipped; }
    /// Octets of SIP over TCP that are missing, or belong to a message whose start is.
    quint64 tcpOctetsLost() const { return m_tcp.counts().octetsLost; }
    TimePoint last() const { return m_last; }

private:
    bool isSignalling(const Datagram &datagram);
    bool areSipEnds(const Datagram &datagram) const;
    void readOne();

    Analysis &m_analysis;
    PcapReader m_reader;
    QSet<Endpoint> m_sipEnds;
    ImporterTcp m_tcp;
    std::deque<Datagram> m_messages; ///< of the last packet
    std::optional<PcapReader::Result> m_end;
    quint64 m_skipped = 0;
    TimePoint m_last{};
};

} // namespace gb
