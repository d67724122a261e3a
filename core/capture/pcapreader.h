#pragma once
#include "core/capture/packetdecoder.h"
#include "core/capture/packetsource.h"

#include <QString>

namespace gb {

/// What of a file was no datagram.
struct PacketCounts
{
    quint64 packets = 0;
    quint64 other = 0;     ///< neither UDP nor TCP
    quint64 fragments = 0; ///< pieces of IP packets
    quint64 reassembled = 0;          ///< packets that were made of them
    quint64 fragmentsLost = 0;        ///< pieces that came to nothing; at the end those are among them whose rest never came
    quint64 fragmentsOverlapping = 0; ///< packets refused because pieces contradicted each other
    quint64 damaged = 0;
};

/// Reads the UDP datagrams and TCP segments of a pcap or pcapng file in its order, compressed by gzip or not. A datagram that came in IP fragments has the time of the last one.
class PcapReader
{
public:
    enum class Result : quint8 {
        Datagram, ///< or a TCP segment
        Skipped,  ///< a packet that is neither, or a block without one; step() alone says so
        End,
        Broken, ///< the rest cannot be read: errorText() says where and why
    };

    /// False with errorText() where it is no capture file.
    bool open(const QString &path);
    Result next(Datagram &datagram);
    /// One packet at most: the way to read on a slice of time, whatever the file is made of.
    Result step(Datagram &datagram);
    QString errorText() const { return m_error; }
    const PacketCounts &counts() const { return m_counts; }
    /// Of the segment that was read last.
    quint8 tcpFlags() const { return m_detail.tcpFlags; }
    /// Octets of the file behind us, for progress.
    qint64 position() const { return m_source.position(); }

private:
    PacketKind decode(int linkType, std::string_view packet, Datagram &datagram);
    bool take(PacketKind kind);
    void end();

    PacketSource m_source;
    bool m_over = true; ///< nothing more is read behind what could not be
    QString m_error;
    PacketCounts m_counts;
    PacketDetail m_detail;
    Fragments m_fragments;
};

} // namespace gb
