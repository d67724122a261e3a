#include "core/engine/importer.h"

namespace gb {
namespace {

constexpr quint16 sipPort = 5060;
constexpr qsizetype maxEnds = 100'000, maxStreams = 20'000;

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

void Importer::takeSegment(const Datagram &segment)
{
    if (segment.octets.isEmpty())
        return; // an acknowledgement
    if (m_streams.size() >= maxStreams)
        m_streams.clear(); // each takes up its place again at its next message
    Stream &stream = m_streams[{segment.from, segment.to}];
    QByteArray octets = segment.octets;
    const auto ahead = static_cast<qint32>(segment.sequence - stream.next);
    if (stream.known && ahead < 0 && ahead > -0x100000) { // a copy, wholly or at its start
        if (-ahead >= octets.size())
            return takeCopy(segment);
        octets.remove(0, -ahead);
    } else if (!stream.known || ahead != 0) {
        stream.framer.reset();
        stream.lost = true;
    }
    stream.known = true;
    stream.next = segment.sequence + static_cast<quint32>(segment.octets.size());
    if (stream.lost && !looksLikeSip(octets)) {
        ++m_skipped;
        return;
    }
    stream.framer.append(octets);
    stream.lost = !cut(stream.framer, stream.next, segment);
}

void Importer::takeCopy(const Datagram &segment)
{
    if (!looksLikeSip(segment.octets)) {
        ++m_skipped;
        return;
    }
    StreamFramer framer;
    framer.append(segment.octets);
    const std::size_t before = m_messages.size();
    cut(framer, segment.sequence + static_cast<quint32>(segment.octets.size()), segment);
    m_skipped += m_messages.size() == before ? 1 : 0;
}

/// Takes out what is whole; false where the rest can never be. `end`: place in the stream behind all that the framer holds.
bool Importer::cut(StreamFramer &framer, quint32 end, Datagram message)
{
    for (;;) {
        message.sequence = end - static_cast<quint32>(framer.pending());
        const StreamFramer::Result result = framer.next(message.octets);
        if (result == StreamFramer::Result::NeedMore)
            return true;
        m_messages.push_back(message);
        if (result == StreamFramer::Result::Broken)
            return false;
    }
}

std::optional<Trace> Importer::next(PcapReader::Result &result)
{
    result = PcapReader::Result::Datagram;
    if (m_messages.empty()) {
        Datagram datagram;
        result = m_reader.next(datagram);
        if (result != PcapReader::Result::Datagram)
            return std::nullopt;
        if (datagram.transport == TransportKind::Tcp)
            takeSegment(datagram);
        else if (isSignalling(datagram))
            m_messages.push_back(std::move(datagram));
        else
            ++m_skipped;
    }
    if (m_messages.empty())
        return std::nullopt;
    Datagram message = std::move(m_messages.front());
    m_messages.pop_front();
    m_last = std::max(m_last, message.at);
    return m_analysis.observe(std::move(message));
}

} // namespace gb
