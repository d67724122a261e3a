#include "core/capture/importertcp.h"
#include "core/capture/packetdecoder.h"
#include "tests/support/packets.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// TCP connections as captures show them, segment by segment.
class tst_ImporterTcp : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void anyOrder_data();
    void anyOrder();
    void outOfOrderFromTheMiddleOn();
    void theFirstOctetsCount();
    void aGapThatClosesInTime();
    void aGapThatDoesNot();
    void aGapThatTheOtherEndKnowsNothingOf();
    void limitsOfADirection();
    void limitsInAll();
    void aConnectionStartsAnew_data();
    void aConnectionStartsAnew();
    void aResetFromNowhere();
    void theFirstLineInPieces();
    void sequenceNumbersBeginAnew();
    void aHeaderIsNoMessage();
    void otherTrafficIsNotKept();
    void otherTrafficBehindTwoGaps();
    void octetsOfTlsInABody();
    void tlsIsNamedInAnyOrder_data();
    void tlsIsNamedInAnyOrder();
    void theEndOfTheFile();

private:
    void send(const QByteArray &octets, quint32 sequence, Duration at = {}, int flags = Push | Ack, quint16 port = 5060)
    {
        Datagram segment{.at = TimePoint(at),
            .from = {QHostAddress(QStringLiteral("10.0.0.2")), port},
            .to = {QHostAddress(QStringLiteral("10.0.0.1")), port},
            .transport = TransportKind::Tcp,
            .octets = octets,
            .sequence = sequence};
        m_tcp->take(segment, static_cast<quint8>(flags), port == 5060, m_out);
    }
    void acknowledge(quint32 sequence, Duration at)
    {
        Datagram segment{.at = TimePoint(at),
            .from = {QHostAddress(QStringLiteral("10.0.0.1")), 5060},
            .to = {QHostAddress(QStringLiteral("10.0.0.2")), 5060},
            .transport = TransportKind::Tcp,
            .acknowledged = sequence};
        m_tcp->take(segment, TcpAck, true, m_out);
    }
    QByteArrayList texts() const
    {
        QByteArrayList out;
        for (const Datagram &message : m_out)
            out << message.octets;
        return out;
    }
    static QByteArray options(int cseq, qsizetype body = 0)
    {
        return optionsRequest(cseq, "TCP", QByteArray(body, '<'));
    }
    static quint32 behind(const QByteArray &octets, quint32 sequence = 1000)
    {
        return sequence + static_cast<quint32>(octets.size());
    }

    std::unique_ptr<ImporterTcp> m_tcp;
    std::deque<Datagram> m_out;
};

void tst_ImporterTcp::init()
{
    m_tcp = std::make_unique<ImporterTcp>();
    m_out.clear();
}

void tst_ImporterTcp::anyOrder_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<bool>("known");
    for (int seed = 0; seed < 10; ++seed) {
        QTest::addRow("5060, %d", seed) << seed << true;
        QTest::addRow("another port, %d", seed) << seed << false;
    }
}

void tst_ImporterTcp::anyOrder()
{
    QFETCH(const int, seed);
    QFETCH(const bool, known);
    const QByteArrayList messages{options(1, 19'000), options(2), options(3, 700), options(4)};
    const QByteArray stream = messages.join();
    std::vector<qsizetype> places;
    for (qsizetype at = 0; at < stream.size(); at += 1400)
        places.push_back(at);
    std::minstd_rand random(static_cast<unsigned>(seed));
    std::shuffle(places.begin(), places.end(), random);
    const quint16 port = known ? 5060 : 15060;
    send({}, 0xfffff000U, 0ms, Syn, port);
    Duration at = 0ms;
    for (const qsizetype place : places)
        send(stream.mid(place, 1400), 0xfffff001U + static_cast<quint32>(place), at += 1ms, Push | Ack, port);
    QCOMPARE(texts(), messages);
    quint32 sequence = 0xfffff001U;
    for (const Datagram &message : m_out) {
        QCOMPARE(message.sequence, sequence);
        sequence = behind(message.octets, sequence);
    }
    QCOMPARE(m_out.back().at, TimePoint(at)); // the last gap closed with the last segment, or that was the last message
    QCOMPARE(m_tcp->kept(), 0);
    QCOMPARE(m_tcp->counts().octetsLost, 0U);
}

void tst_ImporterTcp::outOfOrderFromTheMiddleOn()
{
    const QByteArray both = options(1, 2000) + options(2);
    send(both.mid(1400), 2400, 0ms); // nothing is known of this connection
    send(both.mid(700, 700), 1700, 1ms);
    send(both.left(700), 1000, 2ms);
    QCOMPARE(texts(), (QByteArrayList{options(1, 2000), options(2)}));
    QCOMPARE(m_out.front().sequence, 1000U);
}

void tst_ImporterTcp::theFirstOctetsCount()
{
    const QByteArray message = options(1, 300);
    const qsizetype size = message.size();
    send({}, 999, 0ms, Syn);
    send(message.mid(size - 200, 100), 1000 + static_cast<quint32>(size - 200));
    send(QByteArray(150, 'y'), 1000 + static_cast<quint32>(size - 250)); // 50 new ones ahead of those that are there
    send(message.left(size - 220) + QByteArray(220, 'z'), 1000);
    QCOMPARE(m_out.size(), 1U);
    QCOMPARE(m_out.front().octets,
        message.left(size - 250) + QByteArray(50, 'y') + QByteArray(100, '<') + QByteArray(100, 'z'));
}

void tst_ImporterTcp::aGapThatClosesInTime()
{
    send(options(1), 1000);
    send(options(3), behind(options(1) + options(2)), 1s);
    send({}, 1, 11s, Ack);
    QCOMPARE(m_out.size(), 1U);
    send(options(2), behind(options(1)), 11s);
    QCOMPARE(texts(), (QByteArrayList{options(1), options(2), options(3)}));
    QCOMPARE(m_out.back().at, TimePoint(11s));
    QCOMPARE(m_tcp->counts().octetsLost, 0U);
}

void tst_ImporterTcp::aGapThatDoesNot()
{
    const QByteArray second = options(2, 500);
    send(options(1) + second.left(300), 1000);
    send(second.mid(400), behind(options(1)) + 400, 1s);
    send(options(3), behind(options(1) + second), 2s);
    QCOMPARE(m_out.size(), 1U);
    m_tcp->advance(TimePoint(11s + 1us), m_out);
    QCOMPARE(texts(), (QByteArrayList{options(1), second.left(300), options(3)}));
    QVERIFY(m_out[1].unfinished);
    QCOMPARE(m_out[1].sequence, behind(options(1)));
    QCOMPARE(m_out[2].at, TimePoint(2s)); // when it was seen
    QCOMPARE(m_out[2].sequence, behind(options(1) + second));
    QCOMPARE(m_tcp->counts().octetsLost, 100U + static_cast<quint64>(second.size() - 400));
    send(options(2, 500), behind(options(1)), 12s); // late, but whole
    QCOMPARE(m_out.back().octets, second);
}

void tst_ImporterTcp::aGapThatTheOtherEndKnowsNothingOf()
{
    send(options(1), 1000);
    send(options(3), behind(options(1) + options(2)), 1ms);
    acknowledge(behind(options(1)), 2ms);
    QCOMPARE(m_out.size(), 1U); // it waits, too
    acknowledge(behind(options(1) + options(2) + options(3)), 3ms);
    QCOMPARE(texts(), (QByteArrayList{options(1), options(3)})); // who captured missed it
    QCOMPARE(m_tcp->counts().octetsLost, static_cast<quint64>(options(2).size()));
}

void tst_ImporterTcp::limitsOfADirection()
{
    send(options(1), 1000);
    quint32 at = behind(options(1)) + 7;
    for (int i = 2; i < 2 + TcpOrder::maxSegments; ++i) {
        send(options(i), at);
        at += static_cast<quint32>(options(i).size());
    }
    QCOMPARE(m_out.size(), 1U);
    send(options(100), at);
    QCOMPARE(m_out.size(), 2U + TcpOrder::maxSegments);
    QCOMPARE(m_tcp->counts().octetsLost, 7U);
    at += static_cast<quint32>(options(100).size()) + 9;
    const QByteArray large = options(101, 60'000);
    for (int i = 0; i < 4; ++i, at += static_cast<quint32>(large.size())) // 240,000
        send(large, at);
    QCOMPARE(m_out.size(), 2U + TcpOrder::maxSegments);
    send(large, at);
    QCOMPARE(m_out.size(), 7U + TcpOrder::maxSegments);
    QCOMPARE(m_tcp->kept(), 0);
    QCOMPARE(m_tcp->counts().octetsLost, 16U);
}

void tst_ImporterTcp::limitsInAll()
{
    const QByteArray large = options(2, 60'000);
    for (quint16 peer = 1; peer <= 200; ++peer) {
        Datagram segment{.from = {QHostAddress(QStringLiteral("10.0.0.2")), peer},
            .to = {QHostAddress(QStringLiteral("10.0.0.1")), 5060},
            .transport = TransportKind::Tcp,
            .octets = options(1),
            .sequence = 1000};
        m_tcp->take(segment, TcpAck, true, m_out);
        segment.octets = large;
        segment.sequence = behind(options(1)) + 5;
        m_tcp->take(segment, TcpAck, true, m_out);
        QVERIFY(m_tcp->kept() <= ImporterTcp::maxKept);
    }
    const auto fits = static_cast<quint64>(ImporterTcp::maxKept / (large.size() + TcpOrder::segmentCost));
    QCOMPARE(m_out.size(), 400 - fits);
    QCOMPARE(m_tcp->counts().octetsLost, 5 * (200 - fits));
    m_tcp->finish(m_out);
    QCOMPARE(m_out.size(), 400U);
    QCOMPARE(m_tcp->kept(), 0);
}

void tst_ImporterTcp::aConnectionStartsAnew_data()
{
    QTest::addColumn<int>("flags");
    QTest::newRow("SYN") << int(Syn);
    QTest::newRow("FIN") << (Fin | Ack);
    QTest::newRow("RST") << int(Rst);
}

void tst_ImporterTcp::aConnectionStartsAnew()
{
    QFETCH(const int, flags);
    const QByteArray message = options(1, 500);
    send(message.left(400), 1000);
    if (flags != Syn)
        send({}, 1400, 1s, flags);
    send({}, 1099, 2s, Syn); // numbers that the old one had
    QCOMPARE(m_out.size(), 1U);
    QVERIFY(m_out[0].unfinished);
    QCOMPARE(m_out[0].octets, message.left(400));
    QCOMPARE(m_out[0].sequence, 1000U);
    const QByteArray second = options(2, 500);
    send(second.left(400), 1100, 3s);
    send(second.mid(400), 1500, 3s);
    QCOMPARE(m_out.size(), 2U);
    QCOMPARE(m_out[1].octets, second);
    QCOMPARE(m_out[1].sequence, 1100U);
}

void tst_ImporterTcp::aResetFromNowhere()
{
    const QByteArray message = options(1, 500);
    send(message.left(400), 1000);
    send({}, 0x80000000U, 1s, Rst);
    send(message.mid(400), 1400, 2s);
    QCOMPARE(texts(), QByteArrayList{message});
}

void tst_ImporterTcp::theFirstLineInPieces()
{
    send({}, 999, 0ms, Syn);
    for (int i = 0; i < options(1).size(); ++i)
        send(options(1).mid(i, 1), 1000 + static_cast<quint32>(i));
    QCOMPARE(texts(), QByteArrayList{options(1)});
}

void tst_ImporterTcp::sequenceNumbersBeginAnew()
{
    const QByteArray message = options(1, 19'000);
    const quint32 start = 0xffffffffU - 5000;
    QByteArrayList expected;
    quint32 at = start;
    for (int round = 0; round < 3; ++round, expected << message) {
        for (qsizetype place = 0; place < message.size(); place += 1400, at += 1400)
            send(message.mid(place, 1400), at);
        at = behind(message, start + static_cast<quint32>(round * message.size()));
    }
    QCOMPARE(texts(), expected);
}

void tst_ImporterTcp::aHeaderIsNoMessage()
{
    const QByteArray message = options(1);
    send(message.mid(message.indexOf("Via")), 1000); // SIP/2.0 is in its first line
    send({}, behind(message), 1s, Fin | Ack);
    QVERIFY(m_out.empty());
}

void tst_ImporterTcp::otherTrafficIsNotKept()
{
    send({}, 999, 0ms, Syn, 80);
    send("GET / HTTP/1.1\r\n\r\n", 1000, 0ms, Ack, 80);
    for (quint32 i = 0; i < 100; ++i) {
        send(QByteArray(1400, 'x'), 5000 + i * 3000, 0ms, Ack, 80);
        QCOMPARE(m_tcp->kept(), 0);
    }
    QVERIFY(m_out.empty());
    QCOMPARE(m_tcp->counts().skipped, 101U);
    QCOMPARE(m_tcp->counts().octetsLost, 0U);
}

void tst_ImporterTcp::otherTrafficBehindTwoGaps()
{
    send({}, 999, 0ms, Syn, 80);
    send("<html>", 1100, 0ms, Ack, 80);
    send("</html>", 1200, 5s, Ack, 80);
    send(options(1), 1000, 11s); // another connection: the first gap is skipped, and what is behind it is no SIP
    send({}, 1300, 12s, Ack | Fin, 80);
    QCOMPARE(m_tcp->kept(), 0);
    send(options(2), behind(options(1)), 30s);
    QCOMPARE(texts(), (QByteArrayList{options(1), options(2)}));
    QCOMPARE(m_tcp->counts().skipped, 2U);
    QCOMPARE(m_tcp->counts().octetsLost, 0U); // nobody lost any signalling
}

void tst_ImporterTcp::octetsOfTlsInABody()
{
    const QByteArray body = QByteArray::fromHex("160303002a01").repeated(50), message = optionsRequest(1, "TCP", body);
    const qsizetype head = message.size() - body.size();
    send({}, 999, 0ms, Syn);
    send(message.mid(head + 60), behind(message.left(head + 60)), 1ms); // ahead of its turn
    send(message.left(head + 60), 1000, 2ms);
    QCOMPARE(texts(), QByteArrayList{message});
    QVERIFY(m_tcp->encrypted().empty());
    QCOMPARE(m_tcp->counts().skipped, 0U);
}

void tst_ImporterTcp::tlsIsNamedInAnyOrder_data()
{
    QTest::addColumn<quint16>("port");
    QTest::addColumn<bool>("opened");
    QTest::addColumn<bool>("swapped");
    for (const quint16 port : {quint16{5060}, quint16{5061}}) {
        QTest::addRow("%d, from its start on", port) << port << true << false;
        QTest::addRow("%d, from its start on, swapped", port) << port << true << true;
        QTest::addRow("%d, from its middle on", port) << port << false << false;
    }
}

void tst_ImporterTcp::tlsIsNamedInAnyOrder()
{
    QFETCH(const quint16, port);
    QFETCH(const bool, opened);
    QFETCH(const bool, swapped);
    const QByteArray hello = QByteArray::fromHex("1603010064") + QByteArray(100, 'h'),
                     data = QByteArray::fromHex("1703030064") + QByteArray(100, 'd');
    if (opened)
        send({}, 999, 0ms, Syn, port);
    send(swapped ? data : hello, swapped ? 1105 : 1000, 1ms, Ack, port);
    send(swapped ? hello : data, swapped ? 1000 : 1105, 2ms, Ack, port);
    send(data.mid(50), 5000, 3ms, Ack, port); // with a hole ahead of it
    send({}, 5055, 4ms, Ack | Fin, port);
    m_tcp->finish(m_out);
    QVERIFY(m_out.empty());
    QCOMPARE(m_tcp->encrypted().size(), 1U);
    QCOMPARE(m_tcp->counts().skipped, 3U);
    QCOMPARE(m_tcp->counts().octetsLost, 0U); // nobody can tell whether SIP was in them
    QCOMPARE(m_tcp->kept(), 0);
}

void tst_ImporterTcp::theEndOfTheFile()
{
    send(options(1), 1000, 1s);
    send(options(2).left(50), behind(options(1)) + 10, 3s);
    m_tcp->finish(m_out);
    QCOMPARE(m_out.size(), 2U);
    QVERIFY(m_out[1].unfinished);
    QVERIFY(m_out[1].atEnd && m_out[1].cut); // its rest may have come
    QCOMPARE(m_out[1].octets, options(2).left(50));
    QCOMPARE(m_out[1].sequence, behind(options(1)) + 10);
    QCOMPARE(m_tcp->counts().octetsLost, 10U);
}

QTEST_GUILESS_MAIN(tst_ImporterTcp)
#include "tst_importertcp.moc"
