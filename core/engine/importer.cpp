#include "core/engine/importer.h"

namespace gb {
namespace {

constexpr quint16 sipPort = 5060;
constexpr qsizetype maxEnds = 100'000;

bool looksLikeSip(const QByteArray &octets)
{
    const std::string_view text = trimmed({octets.constData(), static_cast<std::size_t>(std::min<qsizetype>(octets.size(), 1024))});
    return text.substr(0, text.find('\n')).find("SIP/") != std::string_view::npos;
}

} // namespace

bool Importer::isSignalling(const Datagram &datagram)
{
    if (looksLikeSip(datagram.octets)) {
        if (m_sipEnds.size() < maxEnds) {
            m_sipEnds.insert(datagram.from);
            m_sipEnds.insert(datagram.to);
        }
        return true;
    }
    return datagram.from.port == sipPort || datagram.to.port == sipPort || (m_sipEnds.contains(datagram.from) && m_sipEnds.contains(datagram.to));
}

std::optional<Trace> Importer::next(PcapReader::Result &result)
{
    Datagram datagram;
    result = m_reader.next(datagram);
    if (result != PcapReader::Result::Datagram)
        return std::nullopt;
    if (!isSignalling(datagram)) {
        ++m_skipped;
        return std::nullopt;
    }
    m_last = std::max(m_last, datagram.at);
    return m_analysis.observe(std::move(datagram));
}

} // namespace gb
