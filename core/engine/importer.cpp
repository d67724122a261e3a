#include "core/engine/importer.h"

#include <algorithm>

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
        for (const Endpoint *end : {&datagram.from, &datagram.to}) {
            if (end->port != sipPort && m_sipEnds.size() < maxEnds) // the port tells by itself
                m_sipEnds.insert(*end);
        }
        return true;
    }
    return areSipEnds(datagram);
}

bool Importer::areSipEnds(const Datagram &datagram) const
{
    return datagram.from.port == sipPort || datagram.to.port == sipPort || (m_sipEnds.contains(datagram.from) && m_sipEnds.contains(datagram.to));
}

void Importer::readOne()
{
    Datagram datagram;
    const PcapReader::Result read = m_reader.step(datagram);
    if (read == PcapReader::Result::Skipped)
        return;
    if (read != PcapReader::Result::Datagram) {
        m_end = read;
        m_tcp.finish(m_messages);
        return;
    }
    if (datagram.transport == TransportKind::Tcp) {
        m_tcp.take(datagram, m_reader.tcpFlags(), areSipEnds(datagram), m_messages);
        return;
    }
    m_tcp.advance(datagram.at, m_messages);
    if (isSignalling(datagram)) {
        m_messages.push_back(std::move(datagram));
    } else {
        ++m_skipped;
    }
}

std::optional<Trace> Importer::next(PcapReader::Result &result)
{
    result = PcapReader::Result::Datagram;
    if (m_messages.empty() && !m_end)
        readOne();
    if (m_messages.empty()) {
        result = m_end.value_or(result);
        return std::nullopt;
    }
    Datagram message = std::move(m_messages.front());
    m_messages.pop_front();
    m_last = std::max(m_last, message.at);
    return m_analysis.observe(std::move(message));
}

} // namespace gb
