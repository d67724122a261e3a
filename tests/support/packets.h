#pragma once
#include "core/base/clock.h"

#include <QByteArray>
#include <QFile>
#include <QtEndian>

/// Packets and capture files octet by octet, as other people's programs and networks make them. Addresses: 10.0.0.2 and
/// fd00::2 send to 10.0.0.1 and fd00::1.
namespace gb::test {

inline QByteArray big16(quint16 value)
{
    const quint16 big = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
}

inline QByteArray big32(quint32 value)
{
    const quint32 big = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
}

inline QByteArray little32(quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&little), sizeof little);
}

inline QByteArray udp(const QByteArray &payload, quint16 from = 5060, quint16 to = 5060)
{
    return big16(from) + big16(to) + big16(static_cast<quint16>(payload.size() + 8)) + big16(0) + payload;
}

/// Of G.711, 20 ms each; `type`: 0, or 101 for an event of RFC 4733.
inline QByteArray rtp(int number, quint8 type, const QByteArray &payload)
{
    return QByteArray(1, '\x80') + static_cast<char>(type) + big16(static_cast<quint16>(number))
        + big32(static_cast<quint32>(number) * 160) + big32(4711) + payload;
}

enum TcpFlag : quint8 { Fin = 1, Syn = 2, Rst = 4, Push = 8, Ack = 16 };

inline QByteArray tcp(const QByteArray &payload, quint32 sequence, int flags = Push | Ack, quint32 acknowledged = 1,
    quint16 from = 5060, quint16 to = 5060)
{
    return big16(from) + big16(to) + big32(sequence) + big32(acknowledged) + big16(static_cast<quint16>(0x5000 | flags))
        + big16(65535) + big32(0) + payload;
}

/// `place`: flags and offset of a fragment, as they stand in the header. `back`: from 10.0.0.1 to 10.0.0.2.
inline QByteArray ip4(quint8 protocol, const QByteArray &payload, quint16 id = 0, quint16 place = 0, bool back = false)
{
    const QByteArray far = QByteArray::fromHex("0a000002"), near = QByteArray::fromHex("0a000001");
    QByteArray header = big16(0x4500) + big16(static_cast<quint16>(payload.size() + 20)) + big16(id) + big16(place)
        + char(64) + static_cast<char>(protocol) + big16(0) + (back ? near + far : far + near);
    quint32 sum = 0;
    for (int i = 0; i < 20; i += 2)
        sum += qFromBigEndian<quint16>(header.constData() + i);
    header.replace(10, 2, big16(static_cast<quint16>(~((sum & 0xffff) + (sum >> 16)))));
    return header + payload;
}

inline QByteArray ip6(quint8 next, const QByteArray &payload)
{
    const QByteArray far = QByteArray::fromHex("fd000000000000000000000000000002"),
                     near = QByteArray::fromHex("fd000000000000000000000000000001");
    return big32(0x60000000) + big16(static_cast<quint16>(payload.size())) + static_cast<char>(next) + char(64) + far
        + near + payload;
}

/// The packets of one datagram, in order: each but the last carries `size` octets, a multiple of 8.
inline QByteArrayList fragments4(const QByteArray &payload, qsizetype size, quint16 id = 1, quint8 protocol = 17)
{
    QByteArrayList out;
    for (qsizetype at = 0; at < payload.size(); at += size)
        out << ip4(protocol, payload.mid(at, size), id,
            static_cast<quint16>(at / 8 | (at + size < payload.size() ? 0x2000 : 0)));
    return out;
}

inline QByteArrayList fragments6(const QByteArray &payload, qsizetype size, quint32 id = 1, quint8 next = 17)
{
    QByteArrayList out;
    for (qsizetype at = 0; at < payload.size(); at += size)
        out << ip6(44,
            QByteArray() + static_cast<char>(next) + '\0'
                + big16(static_cast<quint16>(at | (at + size < payload.size() ? 1 : 0))) + big32(id)
                + payload.mid(at, size));
    return out;
}

inline QByteArray ethernet(quint16 type, const QByteArray &payload)
{
    return QByteArray::fromHex("020000000001020000000002") + big16(type) + payload;
}

/// What stands behind an Ethernet type: the tag and the type of what follows.
inline QByteArray vlan(quint16 id, quint16 type, const QByteArray &payload)
{
    return big16(id) + big16(type) + payload;
}

inline QByteArray pppoe(quint16 protocol, const QByteArray &payload)
{
    return QByteArray::fromHex("11000001") + big16(static_cast<quint16>(payload.size() + 2)) + big16(protocol)
        + payload;
}

inline QByteArray pcapHeader(quint32 linkType)
{
    return QByteArray::fromHex("d4c3b2a102000400") + QByteArray(8, '\0') + little32(262144) + little32(linkType);
}

/// `at`: since 2026-03-02.
inline QByteArray pcapRecord(Duration at, const QByteArray &packet)
{
    const auto stamp
        = (TimePoint(std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}) + at).time_since_epoch().count();
    const auto size = static_cast<quint32>(packet.size());
    return little32(static_cast<quint32>(stamp / 1'000'000)) + little32(static_cast<quint32>(stamp % 1'000'000))
        + little32(size) + little32(size) + packet;
}

/// A millisecond apart.
inline QByteArray pcapOf(quint32 linkType, const QByteArrayList &packets)
{
    QByteArray out = pcapHeader(linkType);
    for (qsizetype i = 0; i < packets.size(); ++i)
        out += pcapRecord(std::chrono::milliseconds(i), packets[i]);
    return out;
}

/// RFC 1952; zlib's own format has other ends.
inline QByteArray gzipped(const QByteArray &octets)
{
    quint32 crc = ~0U;
    for (const char octet : octets) {
        crc ^= static_cast<uchar>(octet);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320U : 0U);
    }
    const QByteArray zlib = qCompress(octets);
    return QByteArray::fromHex("1f8b08000000000000ff") + zlib.mid(6, zlib.size() - 10) + little32(~crc)
        + little32(static_cast<quint32>(octets.size()));
}

inline bool writeFile(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size();
}

/// A request; each `cseq` is a transaction of its own.
inline QByteArray optionsRequest(int cseq, const QByteArray &transport = "UDP", const QByteArray &body = {})
{
    const QByteArray number = QByteArray::number(cseq);
    return "OPTIONS sip:s@d SIP/2.0\r\nVia: SIP/2.0/" + transport + " 10.0.0.2:5060;branch=z9hG4bK" + number
        + "\r\nFrom: <sip:a@d>;tag=1\r\nTo: <sip:s@d>\r\nCall-ID: c" + number + "\r\nCSeq: " + number + " OPTIONS\r\n"
        + (body.isEmpty() ? "" : "Content-Type: text/plain\r\n") + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

} // namespace gb::test
