#include "core/engine/importer.h"

#include <algorithm>

namespace gb {

void Importer::readOne()
{
    Datagram datagram;
    const PcapReader::Result read = m_reader.step(datagram);
    if (read == PcapReader::Result::Datagram) {
        m_sieve.take(std::move(datagram), m_reader.tcpFlags());
    } else if (read != PcapReader::Result::Skipped) {
        m_end = read;
        m_sieve.finish();
    }
}

std::optional<Trace> Importer::next(PcapReader::Result &result)
{
    result = PcapReader::Result::Datagram;
    std::optional<Datagram> message = m_sieve.next();
    if (!message && !m_end) {
        readOne();
        message = m_sieve.next();
    }
    if (!message) {
        result = m_end.value_or(result);
        return std::nullopt;
    }
    m_last = std::max(m_last, message->at);
    return m_analysis.observe(std::move(*message));
}

} // namespace gb
