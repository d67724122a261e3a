#pragma once
#include "core/net/datagram.h"

#include <QByteArray>

namespace gb {

/**
 * Blocks of a pcapng file (IETF draft-ietf-opsawg-pcapng), little endian, link type RAW IP (101), one interface,
 * microseconds. IP, UDP and TCP headers are synthesised around the octets with valid checksums: they were not captured,
 * and the section comment says so.
 */
class PcapngWriter
{
public:
    static constexpr quint16 linkTypeRaw = 101;

    /// Section header and interface description: the start of every file.
    static QByteArray fileHeader(const QString &application, const QString &comment);
    /// An enhanced packet block; `comment` may be empty.
    static QByteArray packet(const Datagram &datagram, const QString &comment = {});
    /// The same behind what `out` holds.
    static void append(QByteArray &out, const Datagram &datagram, const QString &comment = {});
    /// A note of the record behind what `out` holds, as comments of an interface statistics block: other readers count
    /// it as no packet.
    static void appendNote(QByteArray &out, TimePoint at, const QByteArray &text);
    /// Where the datagram's octets stand in such a block, from its start; and how many of them.
    static qsizetype octetsAt(const Datagram &datagram);
    static qsizetype octetsKept(const Datagram &datagram);
    /// Of blocks that begin in front: those that are whole within so many octets, and how many of them hold a packet.
    struct Whole
    {
        qsizetype octets = 0;
        quint64 packets = 0;
    };
    static Whole wholeBlocks(const QByteArray &blocks, qsizetype within);
    /// The IP packet alone. Octets over what IP can carry are cut; no datagram from a socket is that long.
    static QByteArray ipPacket(const Datagram &datagram);
};

/// The older format for tools that read no pcapng.
class PcapWriter
{
public:
    static QByteArray fileHeader();
    static QByteArray packet(const Datagram &datagram);
};

} // namespace gb
