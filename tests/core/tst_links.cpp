#include "core/base/octets.h"
#include "core/capture/links/layer.h"
#include "core/capture/packetdecoder.h"
#include "core/capture/packetjoiner.h"
#include "tests/fuzz/linktypes.h"
#include "tests/support/tunnels.h"

#include <QtTest>

#include <set>

using namespace gb;
using namespace gb::test;

/// Tags, tunnels and link types, one by one; that tshark agrees, tst_captures tests.
class tst_Links : public QObject
{
    Q_OBJECT
private slots:
    void whatIsInside_data();
    void whatIsInside();
    void cutAnywhere_data();
    void cutAnywhere();
    void everyDecoderIsTried();
    void keysAreUnique();
    void onTheirPortsToo_data();
    void onTheirPortsToo();
    void nestingIsBounded();
    void aLinkTypeThatIsNotKnown();
    void icmp_data();
    void icmp();

private:
    static PacketKind decode(int linkType, const QByteArray &packet, Datagram &datagram)
    {
        PacketDetail detail;
        return decodePacket(linkType, view(packet), datagram, detail);
    }
};

static void tunnelRows()
{
    QTest::addColumn<int>("linkType");
    QTest::addColumn<QByteArray>("packet");
    for (const Tunnel &tunnel : everyTunnel())
        QTest::newRow(tunnel.name) << static_cast<int>(tunnel.linkType)
                                   << tunnel.around(ip4(17, udp(optionsRequest(1), 5070, 5060)));
}

/// tests/fuzz/seeds.sh: each packet becomes a seed of the fuzzers.
static void writeSeed(int linkType, const QByteArray &packet)
{
    const QString folder = qEnvironmentVariable("GBSCOPE_SEEDS");
    if (folder.isEmpty())
        return;
    const auto index = std::find(std::begin(fuzz::linkTypes), std::end(fuzz::linkTypes), linkType)
        - std::begin(fuzz::linkTypes);
    QString name = QString::fromLatin1(QTest::currentDataTag()).toLower();
    name.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
    QVERIFY(writeFile(folder + u'/' + name + u".dat", QByteArray(1, static_cast<char>(index)) + packet));
}

void tst_Links::whatIsInside_data()
{
    tunnelRows();
}

void tst_Links::whatIsInside()
{
    QFETCH(const int, linkType);
    QFETCH(const QByteArray, packet);
    Datagram datagram;
    QCOMPARE(decode(linkType, packet, datagram), PacketKind::Udp);
    QCOMPARE(datagram.octets, optionsRequest(1));
    QCOMPARE(datagram.from.text(), QStringLiteral("10.0.0.2:5070"));
    QCOMPARE(datagram.to.text(), QStringLiteral("10.0.0.1:5060"));
    writeSeed(linkType, packet);
}

void tst_Links::cutAnywhere_data()
{
    tunnelRows();
}

/// Never read past the end (the sanitizers see it); a message is whole, or marked as cut.
void tst_Links::cutAnywhere()
{
    QFETCH(const int, linkType);
    QFETCH(const QByteArray, packet);
    for (qsizetype size = 0; size < packet.size(); ++size) {
        const QByteArray cut(packet.constData(), size);
        Datagram datagram;
        if (decode(linkType, cut, datagram) == PacketKind::Udp)
            QVERIFY(datagram.octets == optionsRequest(1) || datagram.cut || !datagram.octets.startsWith("OPTIONS"));
    }
}

/// Who adds a decoder adds a row to everyTunnel().
void tst_Links::everyDecoderIsTried()
{
    std::set<std::pair<links::Space, quint16>> tried;
    for (const Tunnel &tunnel : everyTunnel()) {
        const QByteArray packet = tunnel.around(ip4(17, udp("x")));
        links::Layer layer{links::Space::Link, static_cast<quint16>(tunnel.linkType), view(packet)};
        for (int step = 0; step < 32; ++step) {
            tried.emplace(layer.space, layer.number);
            if (layer.space == links::Space::EtherType && layer.number == links::typeIp4) { // a tunnel goes over it
                const auto protocol = static_cast<quint8>(layer.octets[9]);
                const std::string_view rest = layer.octets.substr(20);
                layer = protocol == 17 ? links::Layer{links::Space::Udp, links::big16(rest, 2), rest.substr(8)}
                                       : links::Layer{links::Space::Ip, protocol, rest};
                continue;
            }
            const links::Decoder *const decoder = links::decoderOf(layer.space, layer.number);
            const links::Opened opened = decoder ? decoder->open(layer) : links::other();
            if (opened.verdict != links::Verdict::Inside)
                break;
            layer = opened.inside;
        }
    }
    for (const links::Decoder *decoder : links::all()) {
        const bool isTried = std::any_of(decoder->keys.begin(), decoder->keys.end(), [&](const links::Key &key) {
            return tried.contains({key.space, key.number});
        });
        QVERIFY2(isTried, decoder->name);
    }
}

void tst_Links::keysAreUnique()
{
    std::set<std::pair<links::Space, quint16>> seen;
    for (const links::Decoder *decoder : links::all()) {
        for (const links::Key &key : decoder->keys) {
            QVERIFY2(seen.emplace(key.space, key.number).second, decoder->name);
            QCOMPARE(links::decoderOf(key.space, key.number), decoder);
        }
    }
}

void tst_Links::onTheirPortsToo_data()
{
    QTest::addColumn<quint16>("port");
    for (const links::Decoder *decoder : links::all()) {
        for (const links::Key &key : decoder->keys) {
            if (key.space == links::Space::Udp)
                QTest::addRow("%s, %d", decoder->name, key.number) << key.number;
        }
    }
}

/// A port is no proof: SIP and other people's datagrams stay what they are.
void tst_Links::onTheirPortsToo()
{
    QFETCH(const quint16, port);
    const QByteArrayList payloads{optionsRequest(1), "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 10.0.0.2\r\n\r\n",
        "\r\n" + optionsRequest(2), "sip/2.0 100 Trying\r\n\r\n",
        "REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\n\r\n", "\r\n\r\n", rtp(7, 0, QByteArray(160, '\x7f')),
        QByteArray(4, '\0'), QByteArray()};
    for (const QByteArray &payload : payloads) {
        for (const bool back : {false, true}) {
            Datagram datagram;
            const QByteArray packet = ethernet(
                0x0800, ip4(17, udp(payload, back ? port : quint16{5060}, back ? quint16{5060} : port)));
            QCOMPARE(decode(1, packet, datagram), PacketKind::Udp);
            QCOMPARE(datagram.octets, payload);
        }
    }
}

void tst_Links::nestingIsBounded()
{
    using namespace tunnels;
    QByteArray ip = ip4(17, udp(optionsRequest(1)));
    Datagram datagram;
    for (int level = 1; level <= 9; ++level) {
        ip = ip4(17, udp(hex("0800000000000700") + frame(ip), 50'000, 4789));
        QCOMPARE(decode(1, frame(ip), datagram), level <= 8 ? PacketKind::Udp : PacketKind::Other);
    }
    QByteArray deep;
    for (int i = 0; i < 20'000; ++i)
        deep += hex("81000001");
    QCOMPARE(decode(1, ethernet(0x8100, deep.mid(2)), datagram), PacketKind::Other);
    QCOMPARE(decode(192, hex("00000800c0000000").repeated(8'000), datagram), PacketKind::Other);
    QCOMPARE(decode(1, ethernet(0x8847, hex("00010040").repeated(10'000)), datagram), PacketKind::Other);
}

void tst_Links::aLinkTypeThatIsNotKnown()
{
    QVERIFY(isKnownLinkType(1) && isKnownLinkType(113) && isKnownLinkType(127));
    QVERIFY(!isKnownLinkType(147) && !isKnownLinkType(-1) && !isKnownLinkType(0x10001));
    QCOMPARE(linkTypeName(201), QStringLiteral("Bluetooth"));
    PacketJoiner joiner;
    Datagram datagram;
    QVERIFY(!joiner.take(147, {}, "octets", datagram));
    QCOMPARE(joiner.counts().unknownLinks, 1U);
    QCOMPARE(joiner.counts().other, 1U);
    QCOMPARE(joiner.counts().unknownLink, 147);
}

void tst_Links::icmp_data()
{
    using Kind = IcmpError::Kind;
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("to");
    const QByteArray sent = ip4(17, udp("SIP octets", 5070, 5060)), sent6 = ip6(17, udp("SIP octets", 5070, 5060));
    const auto report = [](const char *head, const QByteArray &quoted) {
        return ip4(1, QByteArray::fromHex(head) + quoted, 0, 0, true);
    };
    const QString end = QStringLiteral("10.0.0.1:5060"), end6 = QStringLiteral("[fd00::1]:5060");
    QTest::newRow("port") << report("0303000000000000", sent) << int(Kind::Unreachable) << 3 << end;
    QTest::newRow("host") << report("0301000000000000", sent) << int(Kind::Unreachable) << 1 << end;
    QTest::newRow("eight octets of it") << report("0303000000000000", sent.left(28)) << int(Kind::Unreachable) << 3
                                        << end;
    QTest::newRow("too big") << report("0304000000000000", sent) << int(Kind::TooBig) << 4 << end;
    QTest::newRow("time") << report("0b00000000000000", sent) << int(Kind::TimeExceeded) << 0 << end;
    QTest::newRow("a cut header") << report("0303000000000000", sent.left(19)) << int(Kind::None) << 0 << QString();
    QTest::newRow("a ping") << report("0800000000000000", sent) << int(Kind::None) << 0 << QString();
    QTest::newRow("port, IPv6") << ip6(58, QByteArray::fromHex("0104000000000000") + sent6) << int(Kind::Unreachable)
                                << 4 << end6;
    const QByteArray port = report("0303000000000000", sent);
    QTest::newRow("in a VLAN") << ethernet(0x8100, vlan(7, 0x0800, port)) << int(Kind::Unreachable) << 3 << end;
    QTest::newRow("in two VLANs") << ethernet(0x88a8, vlan(7, 0x8100, vlan(8, 0x0800, port))) << int(Kind::Unreachable)
                                  << 3 << end;
    QTest::newRow("eight octets of it, IPv6")
        << ip6(58, QByteArray::fromHex("0104000000000000") + sent6.left(48)) << int(Kind::Unreachable) << 4 << end6;
    const QByteArray pieces6 = fragments6(udp(QByteArray(3000, 'x'), 5070, 5060), 1448)[0];
    QTest::newRow("of a first fragment, IPv6")
        << ip6(58, QByteArray::fromHex("0104000000000000") + pieces6.left(200)) << int(Kind::Unreachable) << 4 << end6;
    const QByteArray first = fragments4(udp(QByteArray(3000, 'x'), 5070, 5060), 1480)[0];
    QTest::newRow("of a first fragment") << report("0303000000000000", first.left(548)) << int(Kind::Unreachable) << 3
                                         << end;
    QTest::newRow("in a tunnel") << ip4(4, report("0303000000000000", sent)) << int(Kind::Unreachable) << 3 << end;
}

void tst_Links::icmp()
{
    QFETCH(const QByteArray, packet);
    QFETCH(const int, kind);
    PacketJoiner joiner;
    Datagram datagram;
    const TimePoint at{std::chrono::seconds(7)};
    const bool isFrame = packet.startsWith('\2'); // the first octet of its address
    QVERIFY(!joiner.take(isFrame ? 1 : 101, at, view(packet), datagram));
    const IcmpError *const error = joiner.icmpError();
    QCOMPARE(error ? int(error->kind) : 0, kind);
    QCOMPARE(joiner.counts().icmpErrors, error ? 1U : 0U);
    QCOMPARE(joiner.counts().other, 1U);
    if (!error)
        return;
    QTEST(int(error->code), "code");
    QTEST(error->to.text(), "to");
    QCOMPARE(error->from.port, quint16{5070});
    QVERIFY(error->length == 10 || error->length == 3000); // of the whole datagram
    QVERIFY(error->at == at && error->transport == TransportKind::Udp);
    QCOMPARE(error->isPortUnreachable(), kind == int(IcmpError::Kind::Unreachable) && error->code >= 3);
    joiner.take(101, at, view(ip4(17, udp("SIP"))), datagram);
    QVERIFY(!joiner.icmpError()); // that of another packet
}

QTEST_GUILESS_MAIN(tst_Links)
#include "tst_links.moc"
