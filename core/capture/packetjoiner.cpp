#include "core/capture/packetjoiner.h"

#include "core/message/siphead.h"

#include <QtEndian>
#include <algorithm>

namespace gb {
namespace {

constexpr int udp = 17;
constexpr qsizetype udpHeader = 8;

std::string_view viewOf(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

/// Empty of what is no UDP.
std::optional<Datagram> datagramOf(const Fragments::Start &start)
{
    if (start.protocol != udp || start.octets.size() <= udpHeader)
        return std::nullopt;
    const char *const header = start.octets.constData();
    return Datagram{.at = start.at,
        .from = {start.from, qFromBigEndian<quint16>(header)},
        .to = {start.to, qFromBigEndian<quint16>(header + 2)},
        .octets = start.octets.mid(udpHeader),
        .cut = true,
        .fragment = true};
}

} // namespace

PacketCounts &PacketCounts::operator+=(const PacketCounts &more)
{
    packets += more.packets;
    other += more.other;
    icmpErrors += more.icmpErrors;
    unknownLinks += more.unknownLinks;
    unknownLink = unknownLink < 0 ? more.unknownLink : unknownLink;
    fragments += more.fragments;
    reassembled += more.reassembled;
    fragmentsCut += more.fragmentsCut;
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
        if (!m_fragments.isEmpty())
            giveUpAnswered(datagram);
        [[fallthrough]];
    case PacketKind::Tcp:
        if (datagram.cut && !datagram.fragment)
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

/// Whoever answers has had all of it: what is not here by now was not captured.
void PacketJoiner::giveUpAnswered(const Datagram &datagram)
{
    const std::string_view octets = viewOf(datagram.octets);
    if (!octets.starts_with("SIP/2.0 "))
        return;
    const SipHead answer = scanHead(octets);
    const auto isAsked = [&](const Fragments::Start &start) {
        const auto asked = datagramOf(start);
        if (!asked || asked->from.port != datagram.to.port || asked->to.port != datagram.from.port)
            return false;
        const SipHead head = scanHead(viewOf(asked->octets));
        return head.kind == SipKind::Request && !head.callId.empty() && head.callId == answer.callId
            && head.cseq == answer.cseq;
    };
    while (m_fragments.giveUp(datagram.to.address, datagram.from.address, isAsked)) { }
    m_counts.fragmentsLost = m_fragments.counts().lost;
}

std::optional<Datagram> PacketJoiner::takeCut()
{
    while (const auto start = m_fragments.takeStart()) {
        if (auto datagram = datagramOf(*start)) {
            ++m_counts.fragmentsCut;
            return datagram;
        }
    }
    return std::nullopt;
}

void PacketJoiner::finish()
{
    m_fragments.finish();
    m_counts.fragmentsLost = m_fragments.counts().lost;
}

} // namespace gb
