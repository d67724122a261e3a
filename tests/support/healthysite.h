#pragma once
#include "tests/support/answers.h"
#include "tests/support/packets.h"
#include "tests/support/site.h"

#include <algorithm>
#include <random>
#include <vector>

/// A capture of devices that do nothing wrong, packet by packet, for tests that damage it.
namespace gb::test {

/// One packet of a capture: an IPv4 packet in Ethernet.
struct SeenPacket
{
    Duration at{};
    int device = 0;
    bool fromDevice = false;
    QByteArray octets;
};

/**
 * Fifty devices and their platform for a quarter of an hour: registration with digest, refresh, heartbeats, catalogs of
 * several pages, DeviceInfo, alarms, a live view with its BYE. Twenty habits: `habit` says which of them have UDP or
 * TCP, qop, a short Expires, and whether the capture began in mid-site.
 */
class HealthySite
{
public:
    static constexpr int habits = 20, devices = 50;
    static constexpr std::chrono::seconds length{900}, interval{60};

    explicit HealthySite(int habit)
        : m_habit(habit)
        , m_random(static_cast<quint32>(habit) + 1)
        , m_streams(devices)
    {
        for (int device = 0; device < devices; ++device)
            live(device);
        const auto isEarlier = [](const SeenPacket &a, const SeenPacket &b) { return a.at < b.at; };
        std::stable_sort(m_said.begin(), m_said.end(), isEarlier);
        for (const SeenPacket &said : m_said)
            send(said);
        std::stable_sort(m_packets.begin(), m_packets.end(), isEarlier);
        if (beginsInMidSite()) {
            std::erase_if(m_packets, [](const SeenPacket &packet) { return packet.at < std::chrono::seconds(150); });
        }
    }

    const std::vector<SeenPacket> &packets() const { return m_packets; }
    static bool isAllTcp(int habit) { return habit % 3 == 1; }
    bool beginsInMidSite() const { return m_habit % 4 == 3; }

private:
    struct Stream
    {
        quint32 up = 1000, down = 500'000;
    };
    using Milliseconds = std::chrono::milliseconds;

    bool isTcp(int device) const { return isAllTcp(m_habit) || (m_habit % 3 == 2 && device % 2 == 1); }
    bool hasQop() const { return m_habit % 2 == 1; }
    int expires() const { return m_habit % 5 == 0 ? 600 : 3600; }
    int random(int below) { return static_cast<int>(m_random() % static_cast<quint32>(below)); }

    static QByteArray idOf(int device)
    {
        return "34020000001320" + QByteArray::number(device + 1).rightJustified(6, '0');
    }
    static QByteArray addressOf(int device) { return "10.0.1." + QByteArray::number(device + 10); }
    const QByteArray server = "34020000002000000001";

    static QByteArray ip(const QByteArray &payload, quint8 protocol, int device, bool up, quint16 number)
    {
        QByteArray packet = ip4(protocol, payload, number);
        const QByteArray near = QByteArray::fromHex("0a000001"),
                         far = QByteArray::fromHex("0a0001") + static_cast<char>(device + 10);
        packet.replace(10, 10, QByteArray(QByteArray(2, '\0') + (up ? far : near) + (up ? near : far)));
        quint32 sum = 0;
        for (int i = 0; i < 20; i += 2)
            sum += qFromBigEndian<quint16>(packet.constData() + i);
        packet.replace(10, 2, big16(static_cast<quint16>(~((sum & 0xffff) + (sum >> 16)))));
        return packet;
    }

    void say(Duration at, int device, bool up, const QByteArray &text) { m_said.push_back({at, device, up, text}); }

    /// The packets of a message; those of a TCP stream follow each other in the order of time.
    void send(const SeenPacket &said)
    {
        Duration at = said.at;
        const auto add = [&](quint8 protocol, const QByteArray &payload) {
            m_packets.push_back({at, said.device, said.fromDevice,
                ethernet(0x0800, ip(payload, protocol, said.device, said.fromDevice, ++m_number))});
            at += std::chrono::microseconds(120);
        };
        if (!isTcp(said.device))
            return add(17, udp(said.octets));
        Stream &stream = m_streams[static_cast<std::size_t>(said.device)];
        constexpr qsizetype segment = 1400;
        for (qsizetype place = 0; place < said.octets.size(); place += segment) {
            const QByteArray part = said.octets.mid(place, segment);
            quint32 &next = said.fromDevice ? stream.up : stream.down;
            add(6, tcp(part, next, Push | Ack, said.fromDevice ? stream.down : stream.up));
            next += static_cast<quint32>(part.size());
        }
    }

    struct Text
    {
        QByteArray method, uri, from, to, callId;
        int cseq = 1;
        QByteArray more, type, body;
    };
    QByteArray requestOf(int device, bool up, const Text &t)
    {
        const QByteArray via = (isTcp(device) ? "TCP " : "UDP ") + (up ? addressOf(device) : QByteArray("10.0.0.1"));
        return t.method + ' ' + t.uri + " SIP/2.0\r\nVia: SIP/2.0/" + via + ":5060;rport;branch=z9hG4bK"
            + QByteArray::number(++m_branch) + "\r\nFrom: <sip:" + t.from + "@3402000000>;tag=f" + t.callId
            + "\r\nTo: <sip:" + t.to + "@3402000000>\r\nCall-ID: " + t.callId + "\r\nCSeq: "
            + QByteArray::number(t.cseq) + ' ' + t.method + "\r\nMax-Forwards: 70\r\nUser-Agent: IP Camera\r\n" + t.more
            + (t.type.isEmpty() ? QByteArray() : "Content-Type: " + t.type + "\r\n")
            + "Content-Length: " + QByteArray::number(t.body.size()) + "\r\n\r\n" + t.body;
    }
    /// A request and its answer, some milliseconds later; when that was.
    Duration exchange(Duration at, int device, bool up, const Text &text, const QByteArray &status = "200 OK",
        const QByteArray &more = {})
    {
        const QByteArray request = requestOf(device, up, text);
        say(at, device, up, request);
        at += Milliseconds(2 + random(30));
        say(at, device, !up, answerTo(request, status, more));
        return at + Milliseconds(1 + random(20));
    }

    Duration registers(Duration at, int device, int cseq)
    {
        const QByteArray uri = "sip:" + server + "@3402000000", id = idOf(device),
                         contact = "Contact: <sip:" + id + '@' + addressOf(device) + ":5060>\r\n",
                         time = "Expires: " + QByteArray::number(expires()) + "\r\n",
                         nonce = "n" + QByteArray::number(++m_branch), qop = hasQop() ? ",qop=\"auth\"" : QByteArray();
        Text text{.method = "REGISTER",
            .uri = uri,
            .from = id,
            .to = id,
            .callId = "r" + QByteArray::number(device) + "@camera",
            .cseq = cseq,
            .more = contact + time};
        at = exchange(at, device, true, text, "401 Unauthorized",
            "WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"" + nonce + "\",algorithm=MD5" + qop + "\r\n");
        text.cseq = cseq + 1;
        text.more += Site::authorization(id, nonce, "12345678", "3402000000",
            hasQop() ? QByteArray(",qop=auth,nc=00000001,cnonce=\"0a4f113b\"") : QByteArray());
        return exchange(at, device, true, text, "200 OK", contact + time + "Date: 2026-03-02T08:00:00.000\r\n");
    }

    Text manscdp(
        int device, bool up, const QByteArray &root, const QByteArray &command, int sn, const QByteArray &inner)
    {
        const QByteArray id = idOf(device);
        return {.method = "MESSAGE",
            .uri = up ? QByteArray("sip:" + server + "@3402000000")
                      : QByteArray("sip:" + id + '@' + addressOf(device) + ":5060"),
            .from = up ? id : server,
            .to = up ? server : id,
            .callId = "m" + QByteArray::number(++m_branch),
            .cseq = 20,
            .more = {},
            .type = "Application/MANSCDP+xml",
            .body = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<" + root + ">\r\n<CmdType>" + command
                + "</CmdType>\r\n<SN>" + QByteArray::number(sn) + "</SN>\r\n<DeviceID>" + id + "</DeviceID>\r\n" + inner
                + "</" + root + ">\r\n"};
    }

    void catalog(Duration at, int device, int sn)
    {
        at = exchange(at, device, false, manscdp(device, false, "Query", "Catalog", sn, {}));
        constexpr int pages = 3;
        for (int page = 0; page < pages; ++page) {
            const QByteArray channel = idOf(device).replace(10, 3, "131").replace(16, 1, QByteArray::number(page + 1));
            const QByteArray item = "<SumNum>3</SumNum>\r\n<DeviceList Num=\"1\">\r\n<Item>\r\n<DeviceID>" + channel
                + "</DeviceID>\r\n<Name>Camera</Name>\r\n<Manufacturer>M</Manufacturer>\r\n<Model>X</Model>\r\n"
                  "<Owner>O</Owner>\r\n<CivilCode>3402000000</CivilCode>\r\n<Address>A</Address>\r\n"
                  "<Parental>0</Parental>\r\n<ParentID>"
                + idOf(device)
                + "</ParentID>\r\n<SafetyWay>0</SafetyWay>\r\n<RegisterWay>1</RegisterWay>\r\n<Secrecy>0</Secrecy>\r\n"
                  "<Status>ON</Status>\r\n</Item>\r\n</DeviceList>\r\n";
            at = exchange(at + Milliseconds(20), device, true, manscdp(device, true, "Response", "Catalog", sn, item));
        }
    }

    void information(Duration at, int device, int sn)
    {
        at = exchange(at, device, false, manscdp(device, false, "Query", "DeviceInfo", sn, {}));
        exchange(at, device, true,
            manscdp(device, true, "Response", "DeviceInfo", sn,
                "<Result>OK</Result>\r\n<Manufacturer>M</Manufacturer>\r\n<Model>X</Model>\r\n"
                "<Firmware>V1</Firmware>\r\n<Channel>1</Channel>\r\n"));
    }

    void liveView(Duration at, int device)
    {
        const QByteArray id = idOf(device), channel = QByteArray(id).replace(10, 3, "131"), ssrc = "0100000001";
        const auto sdp = [&](const QByteArray &owner, const QByteArray &address,
                             const QByteArray &direction) -> QByteArray {
            return "v=0\r\no=" + owner + " 0 0 IN IP4 " + address + "\r\ns=Play\r\nc=IN IP4 " + address
                + "\r\nt=0 0\r\nm=video 30000 RTP/AVP 96\r\na=" + direction + "\r\na=rtpmap:96 PS/90000\r\ny=" + ssrc
                + "\r\n";
        };
        Text text{.method = "INVITE",
            .uri = "sip:" + channel + '@' + addressOf(device) + ":5060",
            .from = server,
            .to = channel,
            .callId = "i" + QByteArray::number(++m_branch),
            .cseq = 1,
            .more = "Contact: <sip:" + server + "@10.0.0.1:5060>\r\nSubject: " + channel + ":0" + ssrc + ',' + server
                + ":0\r\n",
            .type = "APPLICATION/SDP",
            .body = sdp(server, "10.0.0.1", "recvonly")};
        const QByteArray invite = requestOf(device, false, text);
        say(at, device, false, invite);
        say(at + Milliseconds(10), device, true, answerTo(invite, "100 Trying"));
        say(at + Milliseconds(80), device, true,
            answerTo(invite, "200 OK", "Contact: <sip:" + channel + '@' + addressOf(device) + ":5060>\r\n",
                sdp(channel, addressOf(device), "sendonly")));
        text.method = "ACK";
        text.type.clear();
        text.body.clear();
        text.more.clear();
        const auto inDialog = [](QByteArray request) { return request.replace(">\r\nCall-ID", ">;tag=t\r\nCall-ID"); };
        say(at + Milliseconds(90), device, false, inDialog(requestOf(device, false, text)));
        text.method = "BYE";
        text.cseq = 2;
        const QByteArray bye = inDialog(requestOf(device, false, text));
        say(at + std::chrono::seconds(30), device, false, bye);
        say(at + std::chrono::seconds(30) + Milliseconds(15), device, true, answerTo(bye, "200 OK"));
    }

    void live(int device)
    {
        const Duration start = Milliseconds(100 + random(40'000));
        Duration at = registers(start, device, 1);
        for (Duration refresh = start + std::chrono::seconds(expires() / 2); refresh < length;
             refresh += std::chrono::seconds(expires() / 2))
            registers(refresh, device, 3 + static_cast<int>(refresh / std::chrono::seconds(100)) * 2);
        const Duration first = at + Milliseconds(500 + random(50'000));
        int sn = 1;
        for (Duration beat = first; beat < length; beat += interval, ++sn)
            exchange(beat + Milliseconds(random(400)), device, true,
                manscdp(device, true, "Notify", "Keepalive", sn, "<Status>OK</Status>\r\n"));
        const int asked = 1000 + device;
        catalog(at + std::chrono::seconds(60 + random(100)), device, asked);
        information(at + std::chrono::seconds(200 + random(100)), device, asked + 500);
        if (device % 3 == 0)
            liveView(at + std::chrono::seconds(320 + random(200)), device);
        if (device % 4 == 0)
            catalog(at + std::chrono::seconds(560 + random(200)), device, asked + 1000);
    }

    const int m_habit;
    std::mt19937 m_random;
    std::vector<Stream> m_streams;
    std::vector<SeenPacket> m_said; ///< messages
    std::vector<SeenPacket> m_packets;
    quint64 m_branch = 0;
    quint16 m_number = 0;
};

} // namespace gb::test
