#include "core/simulator/media/rtppackets.h"

#include <QtEndian>

namespace gb {
namespace {

void add16(QByteArray &out, quint16 value)
{
    char octets[2];
    qToBigEndian(value, octets);
    out.append(octets, 2);
}

void add32(QByteArray &out, quint32 value)
{
    char octets[4];
    qToBigEndian(value, octets);
    out.append(octets, 4);
}

} // namespace

QList<QByteArray> RtpPackets::packets(const QByteArray &payload, quint32 timestamp)
{
    QList<QByteArray> out;
    for (qsizetype at = 0; at < payload.size(); at += mostOfPacket) {
        const QByteArray part = payload.mid(at, mostOfPacket);
        const bool last = at + mostOfPacket >= payload.size();
        QByteArray packet;
        packet.reserve(12 + part.size());
        packet.append(static_cast<char>(0x80));
        packet.append(static_cast<char>((last ? 0x80 : 0) | m_payloadType));
        add16(packet, m_sequence++);
        add32(packet, m_base + timestamp);
        add32(packet, m_ssrc);
        packet.append(part);
        out.append(packet);
        ++m_packets;
        m_octets += static_cast<quint64>(part.size());
    }
    return out;
}

QByteArray RtpPackets::senderReport(TimePoint wall, quint32 timestamp) const
{
    constexpr qint64 from1900 = 2'208'988'800;
    const qint64 micros = wall.time_since_epoch().count();
    QByteArray out("\x80\xc8", 2);
    add16(out, 6);
    add32(out, m_ssrc);
    add32(out, static_cast<quint32>(micros / 1'000'000 + from1900));
    add32(out, static_cast<quint32>((static_cast<quint64>(micros % 1'000'000) << 32) / 1'000'000));
    add32(out, m_base + timestamp);
    add32(out, static_cast<quint32>(m_packets));
    add32(out, static_cast<quint32>(m_octets));
    out.append("\x81\xca", 2); // SDES
    add16(out, 3);
    add32(out, m_ssrc);
    out.append("\x01\x05"
               "video\0",
        8); // CNAME, and the end of the list
    return out;
}

QByteArray rtcpBye(quint32 ssrc)
{
    QByteArray out("\x81\xcb\0\1", 4);
    add32(out, ssrc);
    return out;
}

QByteArray framed(const QByteArray &packet, bool dollar)
{
    QByteArray out(dollar ? QByteArray("$\0", 2) : QByteArray());
    add16(out, static_cast<quint16>(packet.size()));
    return out + packet;
}

} // namespace gb
