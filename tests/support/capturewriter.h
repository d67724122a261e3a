#pragma once
#include "core/base/clock.h"
#include "tests/support/packets.h"

#include <QByteArrayList>

#include <array>

/// Conversations as a capture file, message by message.
namespace gb::test {

/// A message as its sender writes it, and what tells it from others.
struct SipText
{
    QByteArray start; ///< "MESSAGE sip:... SIP/2.0", "SIP/2.0 200 OK"
    QByteArray callId;
    QByteArray cseq; ///< "20 MESSAGE"
    QByteArray branch;
    QByteArray device = "34020000001320000001";
    QByteArray toTag;
    QByteArray extra; ///< whole lines
    QByteArray body;
    QByteArray transport = "UDP";
    QByteArray lineEnd = "\r\n";
    bool length = true; ///< has a Content-Length

    QByteArray text() const
    {
        QByteArray head = start + "\r\nVia: SIP/2.0/" + transport + " 10.0.0.2:5060;branch=z9hG4bK" + branch
            + "\r\nFrom: <sip:" + device + "@3402000000>;tag=a\r\nTo: <sip:" + device + "@3402000000>"
            + (toTag.isEmpty() ? QByteArray() : ";tag=" + toTag) + "\r\nCall-ID: " + callId + "\r\nCSeq: " + cseq
            + "\r\nMax-Forwards: 70\r\n" + extra
            + (length ? "Content-Length: " + QByteArray::number(body.size()) + "\r\n" : QByteArray()) + "\r\n";
        if (lineEnd != "\r\n")
            head.replace("\r\n", lineEnd);
        return head + body;
    }
    /// As the lists that are compared have it.
    QByteArray line() const { return start + " | " + callId + " | " + cseq; }
};

/// Each `cseq` of a Call-ID is a transaction of its own.
inline SipText request(const QByteArray &method, const QByteArray &callId, int cseq = 1)
{
    const QByteArray number = QByteArray::number(cseq);
    return {.start = method + " sip:34020000002000000001@3402000000 SIP/2.0",
        .callId = callId,
        .cseq = number + ' ' + method,
        .branch = callId + '-' + number + method};
}

/// `status` with its reason: "200 OK".
inline SipText answer(
    const SipText &request, const QByteArray &status, const QByteArray &extra = {}, const QByteArray &body = {})
{
    SipText out = request;
    out.start = "SIP/2.0 " + status;
    out.toTag = status.startsWith("100") ? QByteArray() : QByteArray("t");
    out.extra = extra;
    out.body = body;
    return out;
}

/// The ACK of a 2xx is a transaction of its own, that of a refusal belongs to the INVITE (RFC 3261 §13.2.2.4,
/// §17.1.1.3).
inline SipText ackOf(const SipText &invite, bool refused)
{
    SipText out = request("ACK", invite.callId, invite.cseq.left(invite.cseq.indexOf(' ')).toInt());
    out.branch = refused ? invite.branch : out.branch;
    out.toTag = "t";
    out.transport = invite.transport;
    out.device = invite.device;
    return out;
}

inline QByteArray manscdp(const QByteArray &content, const QByteArray &charset = "GB2312")
{
    return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\r\n" + content + "\r\n";
}

inline SipText withXml(SipText message, const QByteArray &body)
{
    message.extra = "Content-Type: Application/MANSCDP+xml\r\n";
    message.body = body;
    return message;
}

/// Packets between 10.0.0.2, who calls, and 10.0.0.1, a millisecond apart where nothing else is said.
class Capture
{
public:
    /// `octets` between the frame and the IP packet, such as another IP header; `wrap` makes a frame of an IP packet.
    using Wrap = QByteArray (*)(const QByteArray &ip);
    static QByteArray inEthernet(const QByteArray &ip) { return ethernet(0x0800, ip); }

    explicit Capture(Wrap wrap = inEthernet, quint32 linkType = 1)
        : m_wrap(wrap)
        , m_octets(pcapHeader(linkType))
    {
    }

    void at(Duration at) { m_at = at; }
    void wait(Duration by) { m_at += by; }
    void packet(const QByteArray &ip)
    {
        m_octets += pcapRecord(m_at, m_wrap(ip));
        m_at += std::chrono::milliseconds(1);
    }

    /// Over UDP or TCP, as it says. `cut`: octets of a TCP segment at most.
    void say(const SipText &message, bool back = false, qsizetype cut = 1400)
    {
        if (message.transport == "TCP")
            stream(message.text(), back, cut);
        else
            packet(ip4(17, udp(message.text()), 0, 0, back));
        heard(message);
    }
    /// What is in the packets: a reader has to find these, in this order.
    void heard(const SipText &message) { m_messages << message.line(); }
    const QByteArrayList &messages() const { return m_messages; }
    const QByteArray &octets() const { return m_octets; }

    /// `first`: number of the SYN; of another connection it is another one.
    void open(quint32 first)
    {
        m_next = {first + 1, first + 500'001};
        packet(segment({}, first, Syn, false));
        packet(segment({}, first + 500'000, Syn | Ack, true));
        packet(segment({}, first + 1, Ack, false));
    }
    void stream(const QByteArray &octets, bool back = false, qsizetype cut = 1400)
    {
        for (qsizetype at = 0; at < octets.size(); at += cut)
            packet(next(octets.mid(at, cut), back));
    }
    /// The next one of the stream, for packet() to take in whatever order.
    QByteArray next(const QByteArray &octets, bool back = false)
    {
        quint32 &place = m_next[back];
        const QByteArray out = segment(octets, place, Push | Ack, back);
        place += static_cast<quint32>(octets.size());
        return out;
    }
    void close()
    {
        packet(segment({}, m_next[0], Fin | Ack, false));
        packet(segment({}, m_next[1], Fin | Ack, true));
    }

private:
    QByteArray segment(const QByteArray &octets, quint32 place, int flags, bool back) const
    {
        return ip4(6, tcp(octets, place, flags, m_next[!back]), 0, 0, back);
    }

    Wrap m_wrap;
    QByteArray m_octets;
    QByteArrayList m_messages;
    Duration m_at{};
    std::array<quint32, 2> m_next{};
};

/// A pcapng of two interfaces, Ethernet and raw IP, that took the packets in turn.
inline QByteArray pcapngOfTwo(const QByteArrayList &ipPackets)
{
    const auto block = [](quint32 type, const QByteArray &body) -> QByteArray {
        const QByteArray size = little32(static_cast<quint32>(body.size() + 12));
        return little32(type) + size + body + size;
    };
    QByteArray out = block(0x0a0d0d0a, QByteArray::fromHex("4d3c2b1a01000000") + QByteArray(8, '\xff'));
    for (const quint32 linkType : {1U, 101U})
        out += block(1, little32(linkType) + little32(262144));
    quint64 stamp = 1'772'409'600'000'000; // 2026-03-02, microseconds
    for (qsizetype i = 0; i < ipPackets.size(); ++i, stamp += 1000) {
        const QByteArray packet = i % 2 == 0 ? ethernet(0x0800, ipPackets[i]) : ipPackets[i];
        const QByteArray size = little32(static_cast<quint32>(packet.size()));
        out += block(6,
            little32(i % 2) + little32(static_cast<quint32>(stamp >> 32)) + little32(static_cast<quint32>(stamp)) + size
                + size + packet + QByteArray(-packet.size() & 3, '\0'));
    }
    return out;
}

} // namespace gb::test
