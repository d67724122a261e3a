#include "core/capture/pcapngwriter.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace gb {
namespace {

template<typename T>
void put(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
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

/// RFC 1071, over any number of pieces; only the last may have a length that is no multiple of 4.
class Checksum
{
public:
    void add(const char *octets, qsizetype size)
    {
        quint32 word = 0;
        for (; size >= 4; octets += 4, size -= 4) {
            std::memcpy(&word, octets, 4);
            m_sum += word;
        }
        word = 0;
        std::memcpy(&word, octets, static_cast<std::size_t>(size));
        m_sum += word;
    }
    /// In the octet order that it was summed in, that of this machine: stored as it is, it is right on any.
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

/// Writes into room that is there.
class Pen
{
public:
    explicit Pen(char *at)
        : m_at(at)
    {
    }

    char *at() const { return m_at; }
    template<typename T>
    void little(T value)
    {
        qToLittleEndian(value, m_at);
        m_at += sizeof value;
    }
    template<typename T>
    void big(T value)
    {
        qToBigEndian(value, m_at);
        m_at += sizeof value;
    }
    void octets(const void *data, qsizetype size)
    {
        std::memcpy(m_at, data, static_cast<std::size_t>(size));
        m_at += size;
    }
    void zeros(qsizetype count)
    {
        std::memset(m_at, 0, static_cast<std::size_t>(count));
        m_at += count;
    }
    void address(const IpAddress &address, bool v6)
    {
        const qsizetype size = v6 ? 16 : 4;
        if (static_cast<qsizetype>(address.octets().size()) == size) {
            octets(address.octets().data(), size);
        } else {
            zeros(v6 ? 10 : size); // the other end speaks IPv6, or this one is unknown
            if (v6) {
                big<quint16>(address.isV4() ? 0xffff : 0);
                big<quint32>(address.toV4());
            }
        }
    }

private:
    char *m_at;
};

constexpr qsizetype blockHeader = 28, flagsOption = 8, blockEnd = 8;
constexpr qsizetype udpHeader = 8, tcpHeader = 20, v4Header = 20, v6Header = 40;
constexpr quint8 udp = 17, tcp = 6;

qsizetype transportHeader(const Datagram &d)
{
    return d.transport == TransportKind::Tcp ? tcpHeader : udpHeader;
}

bool isV6(const Datagram &d)
{
    return d.from.address.isV6() || d.to.address.isV6();
}

/// Octets over what IP can carry are cut.
qsizetype payloadSize(const Datagram &d)
{
    return std::min<qsizetype>(d.octets.size(), 65535 - transportHeader(d) - v4Header);
}

/// Of a message that its capture cut: what the packet says of its length holds what is missing, too.
qsizetype missingIn(const Datagram &d)
{
    return std::min<qsizetype>(d.missing, 65535 - transportHeader(d) - v4Header - payloadSize(d));
}

qsizetype ipSize(const Datagram &d)
{
    return (isV6(d) ? v6Header : v4Header) + transportHeader(d) + payloadSize(d);
}

/// ipSize() octets.
void writeIpPacket(Pen &pen, const Datagram &d)
{
    const bool v6 = isV6(d);
    const bool isTcp = d.transport == TransportKind::Tcp;
    const quint8 protocol = isTcp ? tcp : udp;
    const qsizetype there = transportHeader(d) + payloadSize(d);
    const auto length = static_cast<quint16>(there + missingIn(d));
    char *const start = pen.at();
    if (v6) {
        pen.big<quint32>(0x60000000);
        pen.big<quint16>(length);
        pen.big<quint8>(protocol);
        pen.big<quint8>(64);
    } else {
        pen.big<quint16>(0x4500);
        pen.big<quint16>(static_cast<quint16>(length + v4Header));
        pen.big<quint32>(0x00004000); // identification 0, do not fragment
        pen.big<quint8>(64);
        pen.big<quint8>(protocol);
        pen.big<quint16>(0);
    }
    const char *const addresses = pen.at();
    pen.address(d.from.address, v6);
    pen.address(d.to.address, v6);
    char *const segment = pen.at();
    pen.big<quint16>(d.from.port);
    pen.big<quint16>(d.to.port);
    if (isTcp) {
        pen.big<quint32>(d.sequence);
        pen.big<quint32>(d.acknowledged);
        pen.big<quint16>(0x5018); // five words of header; PSH, ACK
        pen.big<quint16>(65535);
        pen.big<quint32>(0); // checksum, urgent pointer
    } else {
        pen.big<quint16>(length);
        pen.big<quint16>(0);
    }
    pen.octets(d.octets.constData(), payloadSize(d));
    if (!v6) {
        Checksum header;
        header.add(start, v4Header);
        const quint16 value = header.value();
        Pen(start + 10).octets(&value, sizeof value);
    }
    Checksum sum;
    sum.add(addresses, segment - addresses);
    const quint32 rest = qToBigEndian<quint32>(quint32(protocol) << 16 | length); // of the pseudo header; the two words
                                                                                  // of IPv6's sum up to the same
    sum.add(reinterpret_cast<const char *>(&rest), sizeof rest);
    sum.add(segment, there); // of what is cut it is wrong, as nothing can be right
    const quint16 value = sum.value() == 0 && !isTcp ? 0xffff : sum.value(); // RFC 768: 0 means none
    Pen(segment + (isTcp ? 16 : 6)).octets(&value, sizeof value);
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

qsizetype PcapngWriter::octetsAt(const Datagram &datagram)
{
    return blockHeader + ipSize(datagram) - payloadSize(datagram);
}

qsizetype PcapngWriter::octetsKept(const Datagram &datagram)
{
    return payloadSize(datagram);
}

QByteArray PcapngWriter::packet(const Datagram &datagram, const QString &comment)
{
    QByteArray out;
    append(out, datagram, comment);
    return out;
}

void PcapngWriter::append(QByteArray &out, const Datagram &datagram, const QString &comment)
{
    const auto stamp = static_cast<quint64>(datagram.at.time_since_epoch().count());
    const qsizetype size = ipSize(datagram);
    const qsizetype padding = -size & 3;
    QByteArray options;
    option(options, 1, comment.toUtf8());
    const qsizetype length = blockHeader + size + padding + flagsOption + options.size() + blockEnd;
    const qsizetype start = out.size();
    out.resize(start + length);
    Pen pen(out.data() + start);
    pen.little<quint32>(6);
    pen.little(static_cast<quint32>(length));
    pen.little<quint32>(0); // the one interface
    pen.little(static_cast<quint32>(stamp >> 32));
    pen.little(static_cast<quint32>(stamp));
    pen.little(static_cast<quint32>(size));
    pen.little(static_cast<quint32>(size + missingIn(datagram)));
    writeIpPacket(pen, datagram);
    pen.zeros(padding);
    pen.little<quint16>(2); // epb_flags: 1 inbound, 2 outbound
    pen.little<quint16>(4);
    pen.little<quint32>(datagram.direction == Direction::In ? 1 : 2);
    pen.octets(options.constData(), options.size());
    pen.little<quint32>(0); // end of options
    pen.little(static_cast<quint32>(length));
}

void PcapngWriter::appendNote(QByteArray &out, TimePoint at, const QByteArray &text)
{
    constexpr qsizetype piece = 65'000; // an option has at most 65,535 octets
    const auto stamp = static_cast<quint64>(at.time_since_epoch().count());
    QByteArray statistics;
    put<quint32>(statistics, 0); // the one interface
    put<quint32>(statistics, static_cast<quint32>(stamp >> 32));
    put<quint32>(statistics, static_cast<quint32>(stamp));
    for (qsizetype from = 0; from < text.size(); from += piece)
        option(statistics, 1, text.mid(from, piece));
    put<quint32>(statistics, 0);
    out.append(block(5, statistics));
}

PcapngWriter::Whole PcapngWriter::wholeBlocks(const QByteArray &blocks, qsizetype within)
{
    constexpr quint32 packetBlock = 6;
    constexpr qsizetype leastBlock = 12;
    Whole whole;
    within = std::min(within, blocks.size());
    while (within - whole.octets >= leastBlock) {
        const char *const block = blocks.constData() + whole.octets;
        const auto size = static_cast<qsizetype>(qFromLittleEndian<quint32>(block + 4));
        if (size < leastBlock || size > within - whole.octets)
            break;
        whole.packets += qFromLittleEndian<quint32>(block) == packetBlock ? 1 : 0;
        whole.octets += size;
    }
    return whole;
}

QByteArray PcapngWriter::ipPacket(const Datagram &datagram)
{
    QByteArray out(ipSize(datagram), Qt::Uninitialized);
    Pen pen(out.data());
    writeIpPacket(pen, datagram);
    return out;
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
    put<quint32>(out, static_cast<quint32>(ip.size() + missingIn(datagram)));
    return out + ip;
}

} // namespace gb
