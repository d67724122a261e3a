#include "core/capture/packetjoiner.h"

#include <algorithm>

namespace gb {

PacketCounts &PacketCounts::operator+=(const PacketCounts &more)
{
    packets += more.packets;
    other += more.other;
    icmpErrors += more.icmpErrors;
    unknownLinks += more.unknownLinks;
    unknownLink = unknownLink < 0 ? more.unknownLink : unknownLink;
    fragments += more.fragments;
    reassembled += more.reassembled;
    fragmentsLost += more.fragmentsLost;
    fragmentsOverlapping += more.fragmentsOverlapping;
    damaged += more.damaged;
    cut += more.cut;
    cutAt = std::max(cutAt, more.cutAt);
    return *this;
}

bool PacketJoiner::take(int linkType, TimePoint at, std::string_view packet, Datagram &datagram)
{
    ++m_counts.packets;
    datagram = Datagram{};
    datagram.at = at;
    switch (decode(linkType, packet, datagram)) {
    case PacketKind::Udp:
    case PacketKind::Tcp:
        if (datagram.cut)
            countCut(packet.size(), datagram);
        return true;
    case PacketKind::Other: countOther(linkType); break;
    case PacketKind::Damaged: ++m_counts.damaged; break;
    case PacketKind::Fragment: break; // counted as it came
    }
    return false;
}

void PacketJoiner::countCut(std::size_t size, Datagram &datagram)
{
    datagram.cutAt = static_cast<quint16>(std::min<std::size_t>(size, 0xffff));
    ++m_counts.cut;
    m_counts.cutAt = std::max(m_counts.cutAt, datagram.cutAt);
}

void PacketJoiner::countOther(int linkType)
{
    ++m_counts.other;
    m_counts.icmpErrors += icmpError() ? 1 : 0;
    if (isKnownLinkType(linkType))
        return;
    ++m_counts.unknownLinks;
    m_counts.unknownLink = m_counts.unknownLink < 0 ? linkType : m_counts.unknownLink;
}

/// Fragments wait for the rest of their packet, which may be a fragment again where it comes out of a tunnel.
PacketKind PacketJoiner::decode(int linkType, std::string_view packet, Datagram &datagram)
{
    QByteArray whole;
    m_detail.views = m_views;
    m_detail.unknownLink = false;
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
        m_detail.views = false;
        kind = decodePayload(
            made->protocol, depth, {whole.constData(), static_cast<std::size_t>(whole.size())}, datagram, m_detail);
    }
    return kind;
}

void PacketJoiner::finish()
{
    m_fragments.finish();
    m_counts.fragmentsLost = m_fragments.counts().lost;
}

} // namespace gb
