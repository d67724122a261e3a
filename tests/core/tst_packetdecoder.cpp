#include "core/capture/packetdecoder.h"
#include "tests/support/packets.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;

class tst_PacketDecoder : public QObject
{
    Q_OBJECT
private slots:
    void theWayToTheDatagram_data();
    void theWayToTheDatagram();
};

constexpr quint16 type4 = 0x0800, type6 = 0x86dd, tag = 0x8100, serviceTag = 0x88a8, session = 0x8864;

static QByteArray tagged(int tags, const QByteArray &ip)
{
    QByteArray packet = ip;
    quint16 type = type4;
    for (int i = 0; i < tags; ++i, type = i % 2 == 0 ? serviceTag : tag)
        packet = vlan(static_cast<quint16>(i + 1), type, packet);
    return ethernet(type, packet);
}

static QByteArray tunnels(int levels)
{
    QByteArray packet = ip4(17, udp("SIP"));
    for (int i = 0; i < levels; ++i)
        packet = ip4(4, packet);
    return packet;
}

void tst_PacketDecoder::theWayToTheDatagram_data()
{
    QTest::addColumn<int>("linkType");
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<PacketKind>("kind");
    QTest::addColumn<QString>("from");
    const QString v4 = QStringLiteral("10.0.0.2:5060"), v6 = QStringLiteral("[fd00::2]:5060");
    const QByteArray four = ip4(17, udp("SIP")), six = ip6(17, udp("SIP"));
    const auto cooked = [](quint16 type, const QByteArray &rest) -> QByteArray {
        return big16(0) + big16(1) + big16(6) + QByteArray(8, '\0') + big16(type) + rest;
    };
    const auto cooked2 = [](quint16 type, const QByteArray &rest) -> QByteArray {
        return big16(type) + QByteArray(18, '\0') + rest;
    };
    QTest::newRow("Ethernet") << 1 << ethernet(type4, four) << PacketKind::Udp << v4;
    QTest::newRow("Ethernet, IPv6") << 1 << ethernet(type6, six) << PacketKind::Udp << v6;
    QTest::newRow("Ethernet, padded") << 1 << ethernet(type4, four + QByteArray(18, '\0')) << PacketKind::Udp << v4;
    QTest::newRow("802.1Q") << 1 << tagged(1, four) << PacketKind::Udp << v4;
    QTest::newRow("802.1ad") << 1 << tagged(2, four) << PacketKind::Udp << v4;
    QTest::newRow("8 tags") << 1 << tagged(8, four) << PacketKind::Udp << v4;
    QTest::newRow("9 tags") << 1 << tagged(9, four) << PacketKind::Other << QString();
    QTest::newRow("a tag that is cut") << 1 << tagged(2, four).left(17) << PacketKind::Damaged << QString();
    QTest::newRow("ARP") << 1 << ethernet(0x0806, QByteArray(28, '\0')) << PacketKind::Other << QString();
    QTest::newRow("cooked") << 113 << cooked(type4, four) << PacketKind::Udp << v4;
    QTest::newRow("cooked, tagged") << 113 << cooked(tag, vlan(7, type6, six)) << PacketKind::Udp << v6;
    QTest::newRow("cooked 2") << 276 << cooked2(type6, six) << PacketKind::Udp << v6;
    QTest::newRow("cooked 2, tagged") << 276 << cooked2(tag, vlan(7, type4, four)) << PacketKind::Udp << v4;
    QTest::newRow("cooked 2, cut") << 276 << cooked2(type4, four).left(19) << PacketKind::Damaged << QString();
    QTest::newRow("raw IPv4") << 101 << four << PacketKind::Udp << v4;
    QTest::newRow("raw IPv6") << 101 << six << PacketKind::Udp << v6;
    QTest::newRow("loopback, little endian") << 0 << QByteArray::fromHex("02000000") + four << PacketKind::Udp << v4;
    QTest::newRow("loopback, big endian") << 108 << QByteArray::fromHex("0000001e") + six << PacketKind::Udp << v6;
    QTest::newRow("PPPoE, IPv4") << 1 << ethernet(session, pppoe(0x0021, four)) << PacketKind::Udp << v4;
    QTest::newRow("PPPoE, IPv6, padded") << 1 << ethernet(session, pppoe(0x0057, six) + QByteArray(9, '\0'))
                                         << PacketKind::Udp << v6;
    QTest::newRow("PPPoE behind a tag") << 1 << ethernet(tag, vlan(7, session, pppoe(0x0021, four))) << PacketKind::Udp
                                        << v4;
    QTest::newRow("PPPoE, LCP") << 1 << ethernet(session, pppoe(0xc021, QByteArray(8, '\0'))) << PacketKind::Other
                                << QString();
    QTest::newRow("PPPoE, cut ahead of the ports")
        << 1 << ethernet(session, pppoe(0x0021, four).chopped(8)) << PacketKind::Damaged << QString();
    QTest::newRow("PPPoE, length under the protocol")
        << 1 << ethernet(session, QByteArray::fromHex("1100000100010021") + four) << PacketKind::Damaged << QString();
    QTest::newRow("IP in IP") << 101 << ip4(4, four) << PacketKind::Udp << v4;
    QTest::newRow("6in4") << 101 << ip4(41, six) << PacketKind::Udp << v6;
    QTest::newRow("4in6") << 101 << ip6(4, four) << PacketKind::Udp << v4;
    QTest::newRow("6in6") << 101 << ip6(41, six) << PacketKind::Udp << v6;
    QTest::newRow("protocol 4 over IPv6 inside") << 101 << ip4(4, six) << PacketKind::Damaged << QString();
    QTest::newRow("one fragment of IPv6, RFC 6946") << 101 << fragments6(udp("SIP"), 1448)[0] << PacketKind::Udp << v6;
    QTest::newRow("8 tunnels") << 101 << tunnels(8) << PacketKind::Udp << v4;
    QTest::newRow("9 tunnels") << 101 << tunnels(9) << PacketKind::Other << QString();
    QTest::newRow("4 tags and 4 tunnels") << 1 << tagged(4, tunnels(4)) << PacketKind::Udp << v4;
    QTest::newRow("5 tags and 4 tunnels") << 1 << tagged(5, tunnels(4)) << PacketKind::Other << QString();
    QTest::newRow("a link type of its own") << 147 << four << PacketKind::Other << QString();
}

void tst_PacketDecoder::theWayToTheDatagram()
{
    QFETCH(const int, linkType);
    QFETCH(const QByteArray, packet);
    QFETCH(const PacketKind, kind);
    QFETCH(const QString, from);
    Datagram datagram;
    PacketDetail detail;
    QCOMPARE(
        decodePacket(linkType, {packet.constData(), static_cast<std::size_t>(packet.size())}, datagram, detail), kind);
    if (kind != PacketKind::Udp)
        return;
    QCOMPARE(datagram.octets, QByteArray("SIP"));
    QCOMPARE(datagram.from.text(), from);
}

QTEST_GUILESS_MAIN(tst_PacketDecoder)
#include "tst_packetdecoder.moc"
