#pragma once
#include "core/capture/packetdecoder.h"

#include <optional>

namespace gb {

/// What of the packets was no datagram.
struct PacketCounts
{
    quint64 packets = 0;
    quint64 other = 0;         ///< neither UDP nor TCP
    quint64 icmpErrors = 0;    ///< of the others: ICMP that tells of a datagram that did not arrive
    quint64 unknownLinks = 0;  ///< of the others: of a link type that is not known
    int unknownLink = -1;      ///< the first such link type
    quint64 fragments = 0;     ///< pieces of IP packets
    quint64 reassembled = 0;   ///< packets that were made of them
    quint64 fragmentsCut = 0;  ///< datagrams of which no more than the start is there
    quint64 fragmentsLost = 0; ///< pieces that came to nothing; at the end those are among them whose rest never came
    quint64 fragmentsOverlapping = 0; ///< packets refused because pieces contradicted each other
    quint64 damaged = 0;
    quint64 cut = 0;   ///< datagrams and segments of which the capture has only the start
    quint16 cutAt = 0; ///< the most octets of such a packet

    PacketCounts &operator+=(const PacketCounts &more);
};

/// UDP datagrams and TCP segments of captured packets, whether they come from a file or a network card. A datagram that
/// came in IP fragments has the time of the last one; where the last ones are missing its start has that of the first.
class PacketJoiner
{
public:
    /// `views`: the octets of a datagram are those of the packet where it came in one piece, and hold as long as the
    /// packet does.
    explicit PacketJoiner(bool views = false)
        : m_views(views)
    {
    }

    /// False where the packet is counted only. `linkType` as decodePacket; all of `datagram` is set.
    bool take(int linkType, TimePoint at, std::string_view packet, Datagram &datagram);
    /// The start of a datagram whose other fragments are missing; ahead of what was taken last, where that answers it.
    std::optional<Datagram> takeCut();
    /// No more will come: fragments that wait are lost.
    void finish();
    const PacketCounts &counts() const { return m_counts; }
    /// Of the segment that was taken last.
    quint8 tcpFlags() const { return m_detail.tcpFlags; }
    /// The packet that was given last is of a link type that nobody here knows.
    bool unknownLink() const { return m_detail.unknownLink; }
    /// Of the packet that was counted only: null where it is no such. Its octets hold as long as the packet does.
    const IcmpError *icmpError() const
    {
        return m_detail.icmp.kind == IcmpError::Kind::None ? nullptr : &m_detail.icmp;
    }

private:
    void countCut(std::size_t size, Datagram &datagram);
    void countOther(int linkType);
    void giveUpAnswered(const Datagram &datagram);
    PacketKind decode(int linkType, std::string_view packet, Datagram &datagram);

    bool m_views;
    PacketCounts m_counts;
    PacketDetail m_detail;
    Fragments m_fragments;
};

} // namespace gb
