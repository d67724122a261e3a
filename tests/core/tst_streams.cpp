#include "core/capture/hep.h"
#include "core/capture/packetdecoder.h"
#include "core/capture/signallingsieve.h"
#include "tests/support/packets.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What carries SIP in frames of its own: HEP over UDP and TCP, WebSocket; and TLS, into which nobody sees.
class tst_Streams : public QObject
{
    Q_OBJECT
private slots:
    void hepOverUdp();
    void hepOfTwoAgents();
    void hepWithATimeOfItsOwn();
    void hepOverTcp_data();
    void hepOverTcp();
    void hepIsNotReadUnasked();
    void webSocket_data();
    void webSocket();
    void webSocketFromTheMiddleOn();
    void webSocketInFrames();
    void webSocketThatIsNone_data();
    void webSocketThatIsNone();
    void webSocketBehindAGap();
    void webSocketMessageThatIsCut_data();
    void webSocketMessageThatIsCut();
    void tls_data();
    void tls();

private:
    static Datagram segment(const QByteArray &octets, quint32 sequence, quint16 port = 8080)
    {
        return {.at = start,
            .from = {QHostAddress(QStringLiteral("10.0.0.2")), 40'000},
            .to = {QHostAddress(QStringLiteral("10.0.0.1")), port},
            .transport = TransportKind::Tcp,
            .octets = octets,
            .sequence = sequence};
    }
    static QList<Datagram> all(SignallingSieve &sieve)
    {
        QList<Datagram> out;
        while (auto message = sieve.next())
            out << *message;
        return out;
    }
    static QByteArrayList texts(SignallingSieve &sieve)
    {
        QByteArrayList out;
        for (const Datagram &message : all(sieve))
            out << message.octets;
        return out;
    }
    /// In pieces of that size; 0: at once.
    static void send(SignallingSieve &sieve, const QByteArray &octets, qsizetype piece, quint32 sequence = 1000)
    {
        for (qsizetype at = 0; at < octets.size(); at += piece == 0 ? octets.size() : piece)
            sieve.take(segment(octets.mid(at, piece == 0 ? -1 : piece), sequence + static_cast<quint32>(at)), TcpAck);
    }
    static QByteArray hep(int cseq, Duration off = {}, quint32 agent = 7)
    {
        return hep::write({.at = start + off,
                              .from = {QHostAddress(QStringLiteral("192.0.2.1")), 5060},
                              .to = {QHostAddress(QStringLiteral("192.0.2.2")), 5070},
                              .octets = optionsRequest(cseq)},
            agent);
    }
    static Datagram packet(const QByteArray &octets, quint16 port = 40'000)
    {
        return {.at = start,
            .from = {QHostAddress(QStringLiteral("10.0.0.2")), port},
            .to = {QHostAddress(QStringLiteral("10.0.0.1")), 9060},
            .octets = octets};
    }
    static QByteArray frame(const QByteArray &payload, int first = 0x81, bool isMasked = false)
    {
        QByteArray out(1, static_cast<char>(first));
        const char mask = isMasked ? '\x80' : '\0';
        if (payload.size() < 126)
            out += static_cast<char>(static_cast<char>(payload.size()) | mask);
        else
            out += QByteArray(1, static_cast<char>(126 | mask)) + big16(static_cast<quint16>(payload.size()));
        if (!isMasked)
            return out + payload;
        const QByteArray key = "k3y!";
        out += key;
        for (qsizetype i = 0; i < payload.size(); ++i)
            out += static_cast<char>(payload[i] ^ key[i % 4]);
        return out;
    }

    static constexpr TimePoint start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    const QByteArray m_get = "GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: "
                             "sip\r\n\r\n";
};

void tst_Streams::hepOverUdp()
{
    SignallingSieve sieve(true);
    sieve.take(packet(hep(1)), 0);
    sieve.take(packet("HEP3" + big16(12) + "damage"), 0);
    const QList<Datagram> messages = all(sieve);
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].octets, optionsRequest(1));
    QCOMPARE(messages[0].from.text(), QStringLiteral("192.0.2.1:5060"));
    QCOMPARE(messages[0].to.text(), QStringLiteral("192.0.2.2:5070"));
    QCOMPARE(sieve.hepCounts().messages, 1U);
    QCOMPARE(sieve.hepCounts().unread, 1U);
    QCOMPARE(sieve.skipped(), 1U);
}

void tst_Streams::hepOfTwoAgents()
{
    SignallingSieve sieve(true);
    sieve.take(packet(hep(1)), 0);
    sieve.take(packet(hep(1, 3ms, 8)), 0);
    sieve.take(packet(hep(2)), 0);
    const QList<Datagram> messages = all(sieve);
    QCOMPARE(messages.size(), 3);
    QVERIFY(messages[0].source != messages[1].source); // so that the second one is a copy and no repeat
    QCOMPARE(messages[0].source, messages[2].source);
}

void tst_Streams::hepWithATimeOfItsOwn()
{
    SignallingSieve sieve(true);
    sieve.take(packet(hep(1, -90s)), 0);
    sieve.take(packet(hep(2, -25h)), 0);
    sieve.take(packet(hep(3, 25h)), 0);
    const QList<Datagram> messages = all(sieve);
    QCOMPARE(messages.size(), 3);
    QVERIFY(messages[0].at == start - 90s);
    QVERIFY(messages[1].at == start && messages[2].at == start); // not believed
    QCOMPARE(sieve.hepCounts().atArrival, 2U);
}

static void pieces()
{
    QTest::addColumn<qsizetype>("piece");
    for (const int piece : {0, 1, 7, 400, 1400})
        QTest::addRow("%d", piece) << qsizetype(piece);
}

void tst_Streams::hepOverTcp_data()
{
    pieces();
}

void tst_Streams::hepOverTcp()
{
    QFETCH(const qsizetype, piece);
    if (piece > 0 && piece < 7)
        return; // who comes in the middle knows a packet by six octets
    SignallingSieve sieve(true);
    send(sieve, hep(1) + hep(2) + hep(3), piece);
    QCOMPARE(texts(sieve), (QByteArrayList{optionsRequest(1), optionsRequest(2), optionsRequest(3)}));
    QCOMPARE(sieve.hepCounts().messages, 3U);
}

void tst_Streams::hepIsNotReadUnasked()
{
    SignallingSieve sieve;
    sieve.take(packet(hep(1)), 0);
    send(sieve, hep(2), 0);
    QVERIFY(!sieve.next());
    QCOMPARE(sieve.skipped(), 2U);
}

void tst_Streams::webSocket_data()
{
    QTest::addColumn<qsizetype>("piece");
    QTest::addColumn<bool>("isMasked");
    for (const bool isMasked : {false, true}) {
        for (const int piece : {0, 1, 7, 400, 1400})
            QTest::addRow("%d, %s", piece, isMasked ? "masked" : "plain") << qsizetype(piece) << isMasked;
    }
}

void tst_Streams::webSocket()
{
    QFETCH(const qsizetype, piece);
    QFETCH(const bool, isMasked);
    SignallingSieve sieve;
    sieve.take(segment({}, 999), TcpSyn);
    const QByteArray octets = m_get + frame(optionsRequest(1), 0x81, isMasked) + frame("ping", 0x89, isMasked)
        + frame(optionsRequest(2), 0x82, isMasked);
    if (piece == 0 || piece >= m_get.size()) {
        send(sieve, octets, piece);
    } else { // its first segment tells
        send(sieve, m_get, 0);
        send(sieve, octets.mid(m_get.size()), piece, 1000 + static_cast<quint32>(m_get.size()));
    }
    QCOMPARE(texts(sieve), (QByteArrayList{optionsRequest(1), optionsRequest(2)}));
}

void tst_Streams::webSocketFromTheMiddleOn()
{
    SignallingSieve sieve;
    send(sieve, frame(optionsRequest(1), 0x81, true) + frame(optionsRequest(2), 0x81, true), 0);
    QCOMPARE(texts(sieve), (QByteArrayList{optionsRequest(1), optionsRequest(2)}));
}

void tst_Streams::webSocketInFrames()
{
    SignallingSieve sieve;
    const QByteArray text = optionsRequest(1);
    send(sieve,
        m_get + frame(text.left(50), 0x01) + frame("", 0x89) + frame(text.mid(50, 20), 0x00)
            + frame(text.mid(70), 0x80),
        0);
    QCOMPARE(texts(sieve), QByteArrayList{text});
}

void tst_Streams::webSocketThatIsNone_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("reserved bits") << frame("x", 0xf1);
    QTest::newRow("no such kind") << frame("x", 0x85);
    QTest::newRow("2^63 octets") << QByteArray::fromHex("81ff7fffffffffffffff00000000");
    QTest::newRow("a frame without end") << frame(QByteArray(60'000, 'x'), 0x01) + frame(QByteArray(60'000, 'x'), 0x00);
}

void tst_Streams::webSocketThatIsNone()
{
    QFETCH(const QByteArray, octets);
    SignallingSieve sieve;
    const QByteArray whole = m_get + octets;
    send(sieve, whole, 0);
    send(sieve, frame(optionsRequest(1)), 0, 1000 + static_cast<quint32>(whole.size())); // it begins anew
    QCOMPARE(texts(sieve), QByteArrayList{optionsRequest(1)});
}

void tst_Streams::webSocketBehindAGap()
{
    SignallingSieve sieve;
    send(sieve, m_get, 0);
    Datagram later = segment(frame(optionsRequest(1)), 5000);
    later.at += 1s;
    sieve.take(later, TcpAck);
    Datagram last = later;
    last.at += 20s;
    last.sequence += static_cast<quint32>(later.octets.size());
    last.octets = frame(optionsRequest(2));
    sieve.take(last, TcpAck);
    sieve.finish();
    QCOMPARE(texts(sieve), (QByteArrayList{optionsRequest(1), optionsRequest(2)}));
}

void tst_Streams::webSocketMessageThatIsCut_data()
{
    QTest::addColumn<bool>("masked");
    QTest::addColumn<QByteArray>("ahead"); ///< a frame of the same message
    QTest::addColumn<bool>("snapped");
    QTest::newRow("a segment is missing") << false << QByteArray() << false;
    QTest::newRow("masked") << true << QByteArray() << false;
    QTest::newRow("in its second frame") << true << optionsRequest(1).left(40) << false;
    QTest::newRow("cut by snap length") << false << QByteArray() << true;
}

/// What was captured of it is used, and it is said that the rest is missing.
void tst_Streams::webSocketMessageThatIsCut()
{
    QFETCH(const bool, masked);
    QFETCH(const QByteArray, ahead);
    QFETCH(const bool, snapped);
    constexpr qsizetype there = 70;
    SignallingSieve sieve;
    send(sieve, m_get, 0);
    const QByteArray first = ahead.isEmpty() ? QByteArray() : frame(ahead, 0x01, masked);
    const QByteArray second = frame(optionsRequest(1).mid(ahead.size()), ahead.isEmpty() ? 0x81 : 0x80, masked);
    const qsizetype header = second.size() - (optionsRequest(1).size() - ahead.size());
    const quint32 place = 1000 + static_cast<quint32>(m_get.size());
    Datagram piece = segment(first + second.left(header + there), place);
    piece.cut = snapped;
    piece.missing = snapped ? static_cast<quint16>(second.size() - header - there) : quint16{0};
    sieve.take(piece, TcpAck);
    Datagram next = segment(frame(optionsRequest(2)), place + static_cast<quint32>(first.size() + second.size()));
    next.at += 1s;
    sieve.take(next, TcpAck);
    sieve.finish();
    const QList<Datagram> messages = all(sieve);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].octets, optionsRequest(1).left(ahead.size() + there));
    QVERIFY(messages[0].cut && messages[0].unfinished);
    QCOMPARE(messages[1].octets, optionsRequest(2));
    QVERIFY(!messages[1].cut && !messages[1].unfinished);
}

void tst_Streams::tls_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<int>("port");
    QTest::newRow("from the start") << int(TcpSyn) << 5061;
    QTest::newRow("from the middle on") << 0 << 5061;
    QTest::newRow("on SIP's port") << 0 << 5060;
    QTest::newRow("on SIP's port, from the start") << int(TcpSyn) << 5060;
}

void tst_Streams::tls()
{
    QFETCH(const int, flags);
    QFETCH(const int, port);
    SignallingSieve sieve;
    const auto to = static_cast<quint16>(port);
    if (flags != 0)
        sieve.take(segment({}, 999, to), static_cast<quint8>(flags));
    const QByteArray record = QByteArray::fromHex("1603010200") + QByteArray(512, '\x07');
    sieve.take(segment(record.left(300), 1000, to), TcpAck);
    sieve.take(segment(record.mid(300), 1300, to), TcpAck);
    sieve.take(segment(QByteArray::fromHex("1703030010") + QByteArray(16, '\x55'), 1517, to), TcpAck);
    sieve.finish();
    QCOMPARE(texts(sieve), QByteArrayList());
    QCOMPARE(sieve.encrypted().size(), 1U);
    QCOMPARE(sieve.encrypted()[0].to.port, to);
    QCOMPARE(sieve.tcpOctetsLost(), 0U);
}

QTEST_GUILESS_MAIN(tst_Streams)
#include "tst_streams.moc"
