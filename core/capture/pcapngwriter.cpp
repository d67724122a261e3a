#include "core/capture/pcapngwriter.h"

#include <QtEndian>

namespace gb {
namespace {

template<typename T>
void put(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

template<typename T>
void putBig(QByteArray &out, T value)
{
    const T big = qToBigEndian(value);
    out.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void pad(QByteArray &out)
{
    while (out.size() % 4 != 0)
        out.append('\0');
}

void option(QByteArray &out, quint16 code, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    const QByteArray cut = value.left(65535);
    put<quint16>(out, code);
    put<quint16>(out, static_cast<quint16>(cut.size()));
    out.append(cut);
    pad(out);
}

QByteArray block(quint32 type, QByteArray body)
{
    pad(body);
    QByteArray out;
    const auto length = static_cast<quint32>(body.size() + 12);
    out.reserve(static_cast<qsizetype>(length));
    put<quint32>(out, type);
    put<quint32>(out, length);
    out.append(body);
    put<quint32>(out, length);
    return out;
}

/// RFC 1071, over any number of pieces; only the last may have an odd length.
class Checksum
{
public:
    void add(const QByteArray &octets)
    {
        const auto *data = reinterpret_cast<const uchar *>(octets.constData());
        qsizetype i = 0;
        for (; i + 1 < octets.size(); i += 2)
            m_sum += static_cast<quint32>(data[i] << 8 | data[i + 1]);
        if (i < octets.size())
            m_sum += static_cast<quint32>(data[i] << 8);
    }
    quint16 value() const
    {
        quint64 sum = m_sum;
        while (sum >> 16)
            sum = (sum & 0xffff) + (sum >> 16);
        return static_cast<quint16>(~sum);
    }

private:
    quint64 m_sum = 0;
};

QByteArray addressOctets(const QHostAddress &address, bool v6)
{
    QByteArray out;
    if (v6) {
        const Q_IPV6ADDR octets = address.toIPv6Address();
        out.append(reinterpret_cast<const char *>(octets.c), 16);
    } else {
        putBig<quint32>(out, address.toIPv4Address());
    }
    return out;
}

QByteArray udpSegment(const Datagram &d, const QByteArray &pseudo, const QByteArray &octets)
{
    const auto length = static_cast<quint16>(octets.size() + 8);
    QByteArray segment;
    segment.reserve(length);
    putBig<quint16>(segment, d.from.port);
    putBig<quint16>(segment, d.to.port);
    putBig<quint16>(segment, length);
    putBig<quint16>(segment, 0);
    segment.append(octets);
    Checksum sum;
    sum.add(pseudo);
    sum.add(segment);
    const quint16 value = sum.value() == 0 ? 0xffff : sum.value(); // RFC 768: 0 means none
    qToBigEndian(value, segment.data() + 6);
    return segment;
}

} // namespace

QByteArray PcapngWriter::fileHeader(const QString &application, const QString &comment)
{
    QByteArray section;
    put<quint32>(section, 0x1a2b3c4d);
    put<quint16>(section, 1);
    put<quint16>(section, 0);
    put<quint64>(section, ~quint64(0)); // section length not known
    option(section, 1, comment.toUtf8());
    option(section, 4, application.toUtf8());
    put<quint32>(section, 0); // end of options
    QByteArray interface;
    put<quint16>(interface, linkTypeRaw);
    put<quint16>(interface, 0);
    put<quint32>(interface, 0); // no snap length
    option(interface, 2, QByteArrayLiteral("gbscope"));
    option(interface, 9, QByteArray(1, 6)); // microseconds
    put<quint32>(interface, 0);
    return block(0x0a0d0d0a, section) + block(1, interface);
}

QByteArray PcapngWriter::packet(const Datagram &datagram, const QString &comment)
{
    const QByteArray ip = ipPacket(datagram);
    const auto stamp = static_cast<quint64>(datagram.at.time_since_epoch().count());
    QByteArray body;
    body.reserve(ip.size() + 48);
    put<quint32>(body, 0);
    put<quint32>(body, static_cast<quint32>(stamp >> 32));
    put<quint32>(body, static_cast<quint32>(stamp));
    put<quint32>(body, static_cast<quint32>(ip.size()));
    put<quint32>(body, static_cast<quint32>(ip.size()));
    body.append(ip);
    pad(body);
    QByteArray flags; // epb_flags: 1 inbound, 2 outbound
    put<quint32>(flags, datagram.direction == Direction::In ? 1 : 2);
    option(body, 2, flags);
    option(body, 1, comment.toUtf8());
    put<quint32>(body, 0);
    return block(6, body);
}

QByteArray PcapngWriter::ipPacket(const Datagram &d)
{
    const bool v6 = d.from.address.protocol() == QAbstractSocket::IPv6Protocol || d.to.address.protocol() == QAbstractSocket::IPv6Protocol;
    const QByteArray source = addressOctets(d.from.address, v6);
    const QByteArray target = addressOctets(d.to.address, v6);
    const QByteArray octets = d.octets.left(65535 - 8 - 20);
    const auto length = static_cast<quint16>(octets.size() + 8);
    constexpr quint8 udp = 17;
    QByteArray pseudo = source + target;
    if (v6) {
        putBig<quint32>(pseudo, length);
        putBig<quint32>(pseudo, udp);
    } else {
        putBig<quint16>(pseudo, udp);
        putBig<quint16>(pseudo, length);
    }
    QByteArray packet;
    packet.reserve(length + 40);
    if (v6) {
        putBig<quint32>(packet, 0x60000000);
        putBig<quint16>(packet, length);
        packet.append(static_cast<char>(udp));
        packet.append(static_cast<char>(64));
    } else {
        putBig<quint16>(packet, 0x4500);
        putBig<quint16>(packet, static_cast<quint16>(length + 20));
        putBig<quint32>(packet, 0x00004000); // identification 0, do not fragment
        putBig<quint16>(packet, static_cast<quint16>(64 << 8 | udp));
        putBig<quint16>(packet, 0);
    }
    packet += source + target;
    if (!v6) {
        Checksum sum;
        sum.add(packet);
        qToBigEndian(sum.value(), packet.data() + 10);
    }
    return packet + udpSegment(d, pseudo, octets);
}

QByteArray PcapWriter::fileHeader()
{
    QByteArray out;
    put<quint32>(out, 0xa1b2c3d4);
    put<quint16>(out, 2);
    put<quint16>(out, 4);
    put<quint64>(out, 0);
    put<quint32>(out, 262144);
    put<quint32>(out, PcapngWriter::linkTypeRaw);
    return out;
}

QByteArray PcapWriter::packet(const Datagram &datagram)
{
    const QByteArray ip = PcapngWriter::ipPacket(datagram);
    const auto stamp = datagram.at.time_since_epoch().count();
    QByteArray out;
    put<quint32>(out, static_cast<quint32>(stamp / 1'000'000));
    put<quint32>(out, static_cast<quint32>(stamp % 1'000'000));
    put<quint32>(out, static_cast<quint32>(ip.size()));
    put<quint32>(out, static_cast<quint32>(ip.size()));
    return out + ip;
}

} // namespace gb
