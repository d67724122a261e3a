#include "core/capture/pcapreader.h"

namespace gb {

bool PcapReader::open(const QString &path)
{
    m_counts = {};
    m_fragments = {};
    m_over = false;
    const bool opened = m_source.open(path);
    m_error = m_source.errorText();
    return opened;
}

PcapReader::Result PcapReader::next(Datagram &datagram)
{
    Result result = Result::Skipped;
    while (result == Result::Skipped)
        result = step(datagram);
    return result;
}

PcapReader::Result PcapReader::step(Datagram &datagram)
{
    if (m_over)
        return Result::End;
    PacketSource::Packet packet;
    switch (m_source.next(packet)) {
    case PacketSource::Result::Nothing: return Result::Skipped;
    case PacketSource::Result::End: end(); return Result::End;
    case PacketSource::Result::Broken:
        end();
        m_error = QStringLiteral("broken at packet %1: ").arg(m_counts.packets + 1) + m_source.errorText();
        return Result::Broken;
    case PacketSource::Result::Packet: break;
    }
    ++m_counts.packets;
    datagram = Datagram{};
    datagram.at = packet.at;
    return take(decode(packet.linkType, packet.octets, datagram)) ? Result::Datagram : Result::Skipped;
}

void PcapReader::end()
{
    m_over = true;
    m_fragments.finish();
    m_counts.fragmentsLost = m_fragments.counts().lost;
}

/// Fragments wait for the rest of their packet, which may be a fragment again where it comes out of a tunnel.
PacketKind PcapReader::decode(int linkType, std::string_view packet, Datagram &datagram)
{
    QByteArray whole;
    PacketKind kind = decodePacket(linkType, packet, datagram, m_detail);
    while (kind == PacketKind::Fragment) {
        ++m_counts.fragments;
        const int depth = m_detail.fragment.depth;
        auto made = m_fragments.add(m_detail.fragment, datagram.at);
        m_counts.fragmentsLost = m_fragments.counts().lost;
        m_counts.fragmentsOverlapping = m_fragments.counts().overlapping;
        if (!made)
            break;
        ++m_counts.reassembled;
        whole = std::move(made->octets);
        kind = decodePayload(made->protocol, depth, {whole.constData(), static_cast<std::size_t>(whole.size())}, datagram, m_detail);
    }
    return kind;
}

/// False where it is counted only.
bool PcapReader::take(PacketKind kind)
{
    switch (kind) {
    case PacketKind::Udp:
    case PacketKind::Tcp: return true;
    case PacketKind::Other: ++m_counts.other; break;
    case PacketKind::Damaged: ++m_counts.damaged; break;
    case PacketKind::Fragment: break; // counted as it came
    }
    return false;
}

} // namespace gb
