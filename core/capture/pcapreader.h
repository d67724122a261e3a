#pragma once
#include "core/capture/packetjoiner.h"
#include "core/capture/packetsource.h"
#include "core/record/note.h"

#include <QString>

#include <map>

namespace gb {

/// Notes of a file that say nothing to this version.
struct NoteCounts
{
    quint64 unread = 0;      ///< ours, of a kind that is not known
    quint64 unknownKeys = 0; ///< of those that were read
    quint64 foreign = 0;     ///< of other programs

    NoteCounts &operator+=(const NoteCounts &more)
    {
        unread += more.unread;
        unknownKeys += more.unknownKeys;
        foreign += more.foreign;
        return *this;
    }
};

/// Reads the UDP datagrams and TCP segments of a pcap or pcapng file in its order, compressed by gzip or not.
class PcapReader
{
public:
    enum class Result : quint8 {
        Datagram, ///< or a TCP segment
        Skipped,  ///< a packet that is neither, or a block without one; step() alone says so
        End,
        Broken, ///< the rest cannot be read, or, at the end, packets of a link type that is not known could not:
                ///< errorText() says where and why
    };

    /// False with errorText() where it is no capture file. `number`: of the file among those that are read together.
    bool open(const QString &path, quint32 number = 0);
    Result next(Datagram &datagram);
    /// One packet at most: the way to read on a slice of time, whatever the file is made of. The octets of a UDP
    /// datagram hold until the next step.
    Result step(Datagram &datagram);
    /// In which the octets of the last step stand; a copy keeps them.
    const QByteArray &buffer() const { return m_source.buffer(); }
    QString errorText() const { return m_error; }
    /// What the last step brought where it was a note of ours; once.
    std::optional<JournalNote> takeNote() { return std::exchange(m_note, std::nullopt); }
    /// Every packet is a message of ours, and whole.
    bool isOwnRecord() const { return m_source.isOwn(); }
    const NoteCounts &noteCounts()
    {
        m_notes.foreign = m_source.foreignNotes();
        return m_notes;
    }
    /// Places that were passed over.
    const Holes &holes() const { return m_source.holes(); }
    const PacketCounts &counts() const { return m_packets.counts(); }
    /// Of the segment that was read last.
    quint8 tcpFlags() const { return m_packets.tcpFlags(); }
    /// Of the step that was Skipped: null where it was no such. Its octets hold until the next step.
    const IcmpError *icmpError() const { return m_isReport ? m_packets.icmpError() : nullptr; }
    /// Octets of the file behind us, for progress.
    qint64 position() const { return m_source.position(); }

private:
    static constexpr std::size_t maxUnknown = 16; ///< interfaces that are told

    Result end(Result result);
    Result take(const PacketSource::Packet &packet, Datagram &datagram);
    void place(const PacketSource::Packet &packet, Datagram &datagram) const;
    void identify(Datagram &datagram) const;
    bool giveWaiting(Datagram &datagram);
    void readNote(const PacketSource::Packet &packet);
    QString unknownText() const;

    PacketSource m_source;
    std::optional<JournalNote> m_note;
    NoteCounts m_notes;
    quint32 m_file = 0;
    std::optional<Datagram> m_held; ///< what was read last, behind the start of one that it answers
    quint32 m_interface = 0;        ///< of the last packet
    Result m_end = Result::End;     ///< to be told behind what waits
    bool m_isReport = false;        ///< the last step was a packet that may be one
    bool m_over = true;             ///< nothing more is read behind what could not be
    QString m_error;
    PacketJoiner m_packets;
    struct Unknown
    {
        int linkType = 0;
        quint64 packets = 0;
    };
    std::map<quint32, Unknown> m_unknown; ///< by interface
    bool m_moreUnknown = false;           ///< of others than those
};

} // namespace gb
