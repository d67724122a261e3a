#pragma once
#include "tests/support/packets.h"

#include <functional>

/// What stands around packets, octet by octet as its document has it: one of each kind that links/all.h opens.
namespace gb::test {

struct Tunnel
{
    const char *name;
    quint32 linkType;
    std::function<QByteArray(const QByteArray &ip4)> around; ///< the whole frame
    const char *tshark = ""; ///< what tshark has to be told for it; "-": it does not know it by itself
};

namespace tunnels {

inline QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

inline QByteArray frame(const QByteArray &ip)
{
    return ethernet(0x0800, ip);
}

/// In a UDP datagram to that port, in a frame.
inline QByteArray overUdp(quint16 port, const QByteArray &payload)
{
    return frame(ip4(17, udp(payload, 50'000, port)));
}

inline QByteArray gre(quint16 flags, quint16 type, const QByteArray &payload)
{
    return ip4(47, big16(flags) + big16(type) + payload);
}

inline QByteArray snap(quint16 type, const QByteArray &payload)
{
    return hex("aaaa03000000") + big16(type) + payload;
}

/// A frame of data; `control`: its first two octets.
inline QByteArray wifi(const char *control, const QByteArray &more, const QByteArray &payload)
{
    return hex(control) + hex("0000020000000001020000000002020000000003") + hex("1000") + more + payload;
}

inline QByteArray wifiFrame(const QByteArray &ip)
{
    return wifi("0801", {}, snap(0x0800, ip));
}

inline QByteArray swappedWifiFrame(const QByteArray &ip)
{
    return wifi("0108", {}, snap(0x0800, ip));
}

inline QByteArray radiotap(const QByteArray &frame)
{
    return hex("0000080000000000") + frame;
}

inline QByteArray several(const QByteArray &ip)
{
    const QByteArray inside = snap(0x0800, ip);
    return wifi(
        "8801", hex("8000"), hex("020000000001020000000002") + big16(static_cast<quint16>(inside.size())) + inside);
}

inline QByteArray nflog(const QByteArray &ip)
{
    const auto field = [](quint16 type, const QByteArray &value) -> QByteArray {
        return little32(static_cast<quint32>(value.size() + 4) | quint32{type} << 16) + value
            + QByteArray(-value.size() & 3, '\0');
    };
    return hex("02000000") + field(1, hex("08000300")) + field(10, QByteArray("gb", 3)) + field(9, ip);
}

inline QByteArray gtp(quint8 flags, const QByteArray &more, const QByteArray &ip)
{
    return QByteArray(1, static_cast<char>(flags)) + hex("ff") + big16(static_cast<quint16>(more.size() + ip.size()))
        + hex("00000001") + more + ip;
}

/// IEEE 802.3 with LLC.
inline QByteArray withLength(const QByteArray &ip)
{
    return ethernet(static_cast<quint16>(ip.size() + 8), snap(0x0800, ip));
}

constexpr quint16 label = 0x0001;

inline QByteArray labels(const QByteArray &payload)
{
    return hex("0001004000020140") + payload; // the second is the last
}

} // namespace tunnels

inline QList<Tunnel> everyTunnel()
{
    using namespace tunnels;
    using Octets = const QByteArray &;
    return {
        {"802.3 with LLC", 1, withLength},
        {"802.1ad", 1, [](Octets ip) -> QByteArray { return ethernet(0x88a8, vlan(1, 0x8100, vlan(2, 0x0800, ip))); }},
        {"VN-tag", 1, [](Octets ip) -> QByteArray { return ethernet(0x8926, hex("00000000") + big16(0x0800) + ip); }},
        {"802.1BR", 1,
            [](Octets ip) -> QByteArray { return ethernet(0x893f, hex("000000010000") + big16(0x0800) + ip); }},
        {"TrustSec", 1,
            [](Octets ip) -> QByteArray { return ethernet(0x8909, hex("010100010001") + big16(0x0800) + ip); }},
        {"MAC in MAC", 1, [](Octets ip) -> QByteArray { return ethernet(0x88e7, hex("00000001") + frame(ip)); }},
        {"cooked, VLAN inside", 113,
            [](Octets ip) -> QByteArray { return hex("00000001000602000000000100008100") + vlan(7, 0x0800, ip); }},
        {"cooked 2, VLAN inside", 276,
            [](Octets ip) -> QByteArray {
                return hex("8100000000000001000100060200000000010000") + vlan(7, 0x0800, ip);
            }},
        {"PPPoE", 1, [](Octets ip) -> QByteArray { return ethernet(0x8864, pppoe(0x0021, ip)); }},
        {"PPP", 9, [](Octets ip) -> QByteArray { return hex("ff030021") + ip; }},
        {"PPP without an address", 9, [](Octets ip) -> QByteArray { return hex("0021") + ip; }},
        {"Cisco HDLC", 104, [](Octets ip) -> QByteArray { return hex("0f000800") + ip; }},
        {"GRE, IP", 1, [](Octets ip) -> QByteArray { return frame(gre(0, 0x0800, ip)); }},
        {"GRE, Ethernet", 1, [](Octets ip) -> QByteArray { return frame(gre(0, 0x6558, frame(ip))); }},
        {"GRE, key and sequence", 1,
            [](Octets ip) -> QByteArray { return frame(gre(0x3000, 0x0800, hex("0000000700000001") + ip)); }},
        {"GRE, checksum", 1,
            [](Octets ip) -> QByteArray { return frame(gre(0xb000, 0x0800, hex("000000000000000700000001") + ip)); }},
        {"GRE, PPP", 1,
            [](Octets ip) -> QByteArray {
                return frame(
                    gre(0x3001, 0x880b, big16(static_cast<quint16>(ip.size() + 4)) + hex("000100000001ff030021") + ip));
            }},
        {"GRE in UDP", 1, [](Octets ip) -> QByteArray { return overUdp(4754, hex("00000800") + ip); }},
        {"ERSPAN I", 1, [](Octets ip) -> QByteArray { return frame(gre(0, 0x88be, frame(ip))); }},
        {"ERSPAN II", 1,
            [](Octets ip) -> QByteArray {
                return frame(gre(0x1000, 0x88be, hex("000000071000000500000000") + frame(ip)));
            }},
        {"ERSPAN III", 1,
            [](Octets ip) -> QByteArray {
                return frame(gre(0x1000, 0x22eb, hex("00000007200000050000000000000000") + frame(ip)));
            }},
        {"ERSPAN III with a platform", 1,
            [](Octets ip) -> QByteArray {
                return frame(gre(0x1000, 0x22eb, hex("000000072000000500000000000000011000000000000000") + frame(ip)));
            }},
        {"MPLS, IP", 1, [](Octets ip) -> QByteArray { return ethernet(0x8847, labels(ip)); }},
        {"MPLS, Ethernet with a control word", 1,
            [](Octets ip) -> QByteArray { return ethernet(0x8847, labels(hex("00000000") + frame(ip))); }, "-"},
        {"MPLS, Ethernet", 1, [](Octets ip) -> QByteArray { return ethernet(0x8847, labels(frame(ip))); }, "-"},
        {"MPLS in UDP", 1, [](Octets ip) -> QByteArray { return overUdp(6635, labels(ip)); }},
        {"EtherIP", 1, [](Octets ip) -> QByteArray { return frame(ip4(97, hex("3000") + frame(ip))); }},
        {"TZSP", 1, [](Octets ip) -> QByteArray { return overUdp(37008, hex("01000001000a01d501") + frame(ip)); }},
        {"TZSP, 802.11", 1, [](Octets ip) -> QByteArray { return overUdp(37008, hex("0100001201") + wifiFrame(ip)); }},
        {"VXLAN", 1, [](Octets ip) -> QByteArray { return overUdp(4789, hex("0800000000000700") + frame(ip)); }},
        {"VXLAN on the port of Linux", 1,
            [](Octets ip) -> QByteArray { return overUdp(8472, hex("0800000000000700") + frame(ip)); }, "-"},
        {"VXLAN with a group", 1,
            [](Octets ip) -> QByteArray { return overUdp(4789, hex("8800000500000700") + frame(ip)); }},
        {"VXLAN-GPE, IP", 1, [](Octets ip) -> QByteArray { return overUdp(4790, hex("0c00000100000700") + ip); }},
        {"VXLAN-GPE, NSH", 1,
            [](Octets ip) -> QByteArray {
                return overUdp(4790, hex("0c00000400000700") + hex("0fc6020100000100") + QByteArray(16, 0) + ip);
            }},
        {"Geneve", 1, [](Octets ip) -> QByteArray { return overUdp(6081, hex("0000655800000700") + frame(ip)); }},
        {"Geneve with an option", 1,
            [](Octets ip) -> QByteArray { return overUdp(6081, hex("02000800000007000102800100000000") + ip); }},
        {"GTP-U", 1, [](Octets ip) -> QByteArray { return overUdp(2152, gtp(0x30, {}, ip)); }},
        {"GTP-U with an extension", 1,
            [](Octets ip) -> QByteArray { return overUdp(2152, gtp(0x34, hex("0000008501000900"), ip)); }},
        {"L2TP", 1, [](Octets ip) -> QByteArray { return overUdp(1701, hex("000200010001ff030021") + ip); }},
        {"L2TP with a length", 1,
            [](Octets ip) -> QByteArray {
                return overUdp(
                    1701, hex("4002") + big16(static_cast<quint16>(ip.size() + 12)) + hex("00010001ff030021") + ip);
            }},
        {"L2TPv3 in UDP", 1, [](Octets ip) -> QByteArray { return overUdp(1701, hex("0003000000000007") + frame(ip)); },
            "-"},
        {"L2TPv3 with a cookie", 1,
            [](Octets ip) -> QByteArray { return frame(ip4(115, hex("0000000712345678") + frame(ip))); }, "-"},
        {"IP in IP", 101, [](Octets ip) -> QByteArray { return ip4(4, ip); }},
        {"802.11", 105, wifiFrame},
        {"802.11 with QoS", 105, [](Octets ip) -> QByteArray { return wifi("8801", hex("0000"), snap(0x0800, ip)); }},
        {"802.11 with four addresses", 105,
            [](Octets ip) -> QByteArray { return wifi("0803", hex("020000000004"), snap(0x0800, ip)); }},
        {"802.11, several in one", 105, several},
        {"radiotap", 127, [](Octets ip) -> QByteArray { return radiotap(wifiFrame(ip)); }},
        {"radiotap, filled up to fours", 127,
            [](Octets ip) -> QByteArray {
                return hex("0000090002000000") + hex("20") + wifi("8801", hex("0000") + hex("0000"), snap(0x0800, ip));
            }},
        {"Prism", 119,
            [](Octets ip) -> QByteArray {
                return little32(0x44) + little32(144) + QByteArray(136, '\0') + wifiFrame(ip);
            }},
        {"PPI", 192, [](Octets ip) -> QByteArray { return hex("0000080069000000") + wifiFrame(ip); }},
        {"CAPWAP", 1,
            [](Octets ip) -> QByteArray { return overUdp(5247, hex("0010030000000000") + swappedWifiFrame(ip)); },
            "capwap.swap_fc:TRUE"},
        {"CAPWAP, 802.3", 1,
            [](Octets ip) -> QByteArray { return overUdp(5247, hex("0010020000000000") + frame(ip)); }},
        {"NFLOG", 239, nflog},
        {"PFLOG", 117,
            [](Octets ip) -> QByteArray {
                return hex("3d020000") + QByteArray("em0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16) + QByteArray(44, '\0') + ip;
            }},
        {"loopback", 0, [](Octets ip) -> QByteArray { return hex("02000000") + ip; }},
        {"raw", 101, [](Octets ip) -> QByteArray { return ip; }},
        {"VLAN, VXLAN, VLAN, GRE, ERSPAN", 1,
            [](Octets ip) -> QByteArray {
                const QByteArray inner = gre(0x1000, 0x88be, hex("000000071000000500000000") + frame(ip));
                const QByteArray vxlan = udp(
                    hex("0800000000000700") + ethernet(0x8100, vlan(3, 0x0800, inner)), 50'000, 4789);
                return ethernet(0x8100, vlan(2, 0x0800, ip4(17, vxlan)));
            }},
        {"TZSP in Geneve in MPLS", 1,
            [](Octets ip) -> QByteArray {
                const QByteArray tzsp = ip4(17, udp(hex("0100000101") + frame(ip), 50'000, 37008));
                const QByteArray geneve = ip4(17, udp(hex("0000655800000700") + frame(tzsp), 50'000, 6081));
                return ethernet(0x8847, labels(geneve));
            }},
    };
}

} // namespace gb::test
