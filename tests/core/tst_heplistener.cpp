#include "core/capture/heplistener.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// HEP as it comes to a port, over UDP and over TCP in whatever pieces.
class tst_HepListener : public QObject
{
    Q_OBJECT
private slots:
    void bothTransportsAtOnePort();
    void inPieces_data();
    void inPieces();
    void whatIsNoHepIsShown_data();
    void whatIsNoHepIsShown();
    void aPortThatIsTaken();
    void theQuietestMakesRoom();
};

namespace {

QByteArray packet(int number)
{
    Datagram message{.from = {QHostAddress(QStringLiteral("10.0.0.1")), 5060},
        .to = {QHostAddress(QStringLiteral("10.0.0.2")), 5060},
        .octets = "OPTIONS sip:a@b SIP/2.0\r\nCSeq: " + QByteArray::number(number) + " OPTIONS\r\n\r\n"};
    return hep::write(message, 1);
}

struct Hearing
{
    Hearing()
        : listener(clock)
    {
        QObject::connect(
            &listener, &HepListener::received, &listener, [this](const Datagram &one) { got.append(one); });
        QObject::connect(&listener, &HepListener::turnedAway, &listener,
            [this](const Endpoint &sender) { turnedAway.append(sender.port); });
        error = listener.listen({QHostAddress(QHostAddress::LocalHost), 0}, nullptr);
    }
    void connects(QTcpSocket &socket)
    {
        const std::size_t before = listener.connections();
        socket.connectToHost(QHostAddress::LocalHost, listener.local().port);
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QTRY_VERIFY(listener.connections() > before || !turnedAway.isEmpty());
    }
    test::ManualClock clock;
    HepListener listener;
    QList<Datagram> got;
    QList<quint16> turnedAway;
    ListenError error = ListenError::Other;
};

} // namespace

void tst_HepListener::bothTransportsAtOnePort()
{
    Hearing end;
    QVERIFY(end.error == ListenError::None);
    QTcpSocket tcp;
    QUdpSocket udp;
    end.connects(tcp);
    tcp.write(packet(1));
    QTRY_COMPARE(end.got.size(), 1);
    udp.writeDatagram(packet(2), QHostAddress::LocalHost, end.listener.local().port);
    QTRY_COMPARE(end.got.size(), 2);
    QCOMPARE(end.got[0].octets, packet(1));
    QVERIFY(end.got[0].transport == TransportKind::Tcp && end.got[0].from.port == tcp.localPort());
    QCOMPARE(end.got[1].octets, packet(2));
    QVERIFY(end.got[1].transport == TransportKind::Udp);
}

void tst_HepListener::inPieces_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {1, 3, 5, 6, 7, 100, 10'000})
        QTest::addRow("%lld octets", static_cast<long long>(size)) << size;
}

void tst_HepListener::inPieces()
{
    QFETCH(const qsizetype, size);
    QByteArray stream;
    for (int i = 0; i < 20; ++i)
        stream += packet(i);
    hep::Framer framer;
    std::deque<QByteArray> out;
    for (qsizetype at = 0; at < stream.size(); at += size)
        QVERIFY(framer.take(stream.mid(at, size), out));
    QCOMPARE(out.size(), 20U);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(out[static_cast<std::size_t>(i)], packet(i));
    QVERIFY(framer.pending().isEmpty());
}

void tst_HepListener::whatIsNoHepIsShown_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("rest"); ///< what is shown of it
    QTest::addColumn<bool>("closedByUs");
    QTest::newRow("SIP") << QByteArray("OPTIONS sip:a@b SIP/2.0\r\n") << QByteArray("OPTIONS sip:a@b SIP/2.0\r\n")
                         << true;
    QTest::newRow("a few octets") << QByteArray("GE") << QByteArray("GE") << true;
    QTest::newRow("junk behind a packet") << packet(1) + "HEP2 and more" << QByteArray("HEP2 and more") << true;
    QTest::newRow("a length that cannot be")
        << QByteArray("HEP3\0\2 and more", 15) << QByteArray("HEP3\0\2 and more", 15) << true;
    QTest::newRow("half a packet") << packet(1) + packet(2).left(50) << packet(2).left(50) << false;
    QTest::newRow("half a name") << QByteArray("HE") << QByteArray("HE") << false;
}

void tst_HepListener::whatIsNoHepIsShown()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, rest);
    QFETCH(const bool, closedByUs);
    Hearing end;
    QTcpSocket tcp;
    end.connects(tcp);
    tcp.write(sent);
    if (!closedByUs)
        tcp.disconnectFromHost();
    QTRY_COMPARE(end.listener.connections(), 0U);
    QVERIFY(!end.got.isEmpty());
    QCOMPARE(end.got.last().octets, rest);
    QVERIFY(end.got.last().unfinished);
    QCOMPARE(end.got.size(), sent.startsWith(packet(1)) ? 2 : 1);
}

void tst_HepListener::aPortThatIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    Hearing end;
    QString why;
    const ListenError error = end.listener.listen({QHostAddress(QHostAddress::LocalHost), other.serverPort()}, &why);
    QVERIFY(error == ListenError::PortTaken);
    QVERIFY(!why.isEmpty());
    QUdpSocket udp; // and nothing of it stays
    QVERIFY(udp.bind(QHostAddress::LocalHost, other.serverPort()));
}

void tst_HepListener::theQuietestMakesRoom()
{
    Hearing end;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (std::size_t i = 0; i < HepListener::maxConnections; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        end.connects(*sockets.back());
        end.clock.advance(1s);
    }
    sockets.front()->write(packet(1));
    QTRY_COMPARE(end.got.size(), 1);
    const quint16 quietest = sockets[1]->localPort(); // none any more once it is turned away
    QTcpSocket oneMore;
    end.connects(oneMore);
    QTRY_COMPARE(end.turnedAway, QList<quint16>{quietest});
    QCOMPARE(end.listener.connections(), HepListener::maxConnections);
}

QTEST_GUILESS_MAIN(tst_HepListener)
#include "tst_heplistener.moc"
