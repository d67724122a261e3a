#pragma once
#include "core/capture/pcapreader.h"
#include "core/engine/analysis.h"
#include "core/engine/signallingsieve.h"

namespace gb {

/// Reads a capture into an Analysis; of a file that holds more than signalling, only that.
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
    quint64 skipped() const { return m_sieve.skipped(); }
    /// Octets of SIP over TCP that are missing, or belong to a message whose start is.
    quint64 tcpOctetsLost() const { return m_sieve.tcpOctetsLost(); }
    TimePoint last() const { return m_last; }

private:
    void readOne();

    Analysis &m_analysis;
    PcapReader m_reader;
    SignallingSieve m_sieve;
    std::optional<PcapReader::Result> m_end;
    TimePoint m_last{};
};

} // namespace gb
