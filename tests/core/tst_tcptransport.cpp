#include "core/net/socketcare.h"
#include "core/net/tcptransport.h"
#include "tests/support/deafsocket.h"
#include "tests/support/events.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

class tst_TcpTransport : public QObject
{
    Q_OBJECT
private slots:
    void aMessageThatNeverEndsIsCut();
    void answersGoTheWayBack();
    void whatCameAheadOfTheEndIsRead();
    void aFullBufferIsReadInTurns_data();
    void aFullBufferIsReadInTurns();
    void whoSaysNothingIsTold();
    void whoSaysNothingIsClosed();
    void whoSpokeStays();
    void theOldestSilentOneMakesRoom();
    void halfOpenOnesAreNoticed();
    void whoIsGoneWithoutAWordIsClosed_data();
    void whoIsGoneWithoutAWordIsClosed();
    void junkBetweenMessagesIsPassedOver_data();
    void junkBetweenMessagesIsPassedOver();
    void whoeverCloses_data();
    void whoeverCloses();
};

static const QByteArray whole = "OPTIONS sip:a@b SIP/2.0\r\nContent-Length: 0\r\n\r\n";

/// A transport that listens on loopback; where, and what it received.
struct Listening
{
    explicit Listening(std::chrono::milliseconds patience, std::size_t places = TcpTransport::maxConnections)
        : transport(clock, nullptr, patience, places)
    {
        QObject::connect(&transport, &TcpTransport::turnedAway, &transport,
            [this](const Endpoint &peer) { turnedAway.append(peer.port); });
        QObject::connect(&transport, &TcpTransport::received, &transport,
            [this](const Datagram &datagram) { received.append(datagram); });
        QTcpServer free; // a port that nobody has
        free.listen(QHostAddress::LocalHost, 0);
        port = free.serverPort();
        free.close();
        error = transport.listen(QHostAddress(QHostAddress::LocalHost), port, nullptr);
    }
    bool connects(QTcpSocket &socket)
    {
        socket.connectToHost(QHostAddress::LocalHost, port);
        const std::size_t before = transport.connections();
        if (!socket.waitForConnected())
            return false;
        letEventsComeUntil([&] { return transport.connections() > before; });
        return true;
    }
    ManualClock clock;
    TcpTransport transport;
    QList<Datagram> received;
    QList<quint16> turnedAway; ///< their ports
    quint16 port = 0;
    ListenError error = ListenError::Other;
};

void tst_TcpTransport::aMessageThatNeverEndsIsCut()
{
    Listening end(1ms);
    QVERIFY(end.error == ListenError::None);
    QTcpSocket slow, idle;
    for (QTcpSocket *socket : {&slow, &idle}) {
        socket->connectToHost(QHostAddress::LocalHost, end.port);
        QTRY_VERIFY(socket->state() == QAbstractSocket::ConnectedState);
    }
    QTRY_COMPARE(end.transport.connections(), 2U);
    idle.write(whole);
    slow.write(whole.left(20));
    QTRY_VERIFY(slow.state() == QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(end.received.size(), 2);
    QCOMPARE(end.received.at(0).octets, whole);
    QVERIFY(!end.received.at(0).unfinished);
    QCOMPARE(end.received.at(1).octets, whole.left(20)); // for the record
    QVERIFY(end.received.at(1).unfinished);
    QCOMPARE(end.transport.connections(), 1U); // who owes nothing may be silent
    QVERIFY(idle.state() == QAbstractSocket::ConnectedState);
}

void tst_TcpTransport::whoSaysNothingIsTold()
{
    Listening end(100ms);
    QSignalSpy silent(&end.transport, &TcpTransport::silent);
    QTcpSocket speaks, waits;
    for (QTcpSocket *socket : {&speaks, &waits}) {
        socket->connectToHost(QHostAddress::LocalHost, end.port);
        QVERIFY(socket->waitForConnected());
    }
    speaks.write(whole);
    QTRY_COMPARE(silent.size(), 1);
    QCOMPARE(silent.constFirst().constFirst().value<Endpoint>().port, waits.localPort());
    QCOMPARE(end.transport.connections(), 2U);
    speaks.disconnectFromHost(); // behind both of their times
    QTRY_COMPARE(end.transport.connections(), 1U);
    QCOMPARE(silent.size(), 1);
}

void tst_TcpTransport::whoSaysNothingIsClosed()
{
    Listening end(10s);
    QTcpSocket silent, keepsAlive, begins;
    for (QTcpSocket *socket : {&silent, &keepsAlive, &begins})
        QVERIFY(end.connects(*socket));
    const QList<quint16> ports{silent.localPort(), keepsAlive.localPort(), begins.localPort()};
    keepsAlive.write("\r\n\r\n"); // of a NAT mapping: no message
    begins.write(whole.left(20));
    QTRY_COMPARE(end.received.size(), 1);
    end.clock.advance(ConnectionGate::patience - 1ms);
    end.transport.closeOverdue();
    QCOMPARE(end.transport.connections(), 3U);
    end.clock.advance(1ms);
    end.transport.closeOverdue();
    QCOMPARE(end.transport.connections(), 0U);
    QCOMPARE(end.turnedAway, ports);
    for (QTcpSocket *socket : {&silent, &keepsAlive, &begins})
        QTRY_VERIFY(socket->state() == QAbstractSocket::UnconnectedState);
    QVERIFY(end.received.constLast().unfinished && end.received.constLast().octets == whole.left(20)); // for the record
}

void tst_TcpTransport::whoSpokeStays()
{
    Listening end(10s);
    std::vector<std::unique_ptr<QTcpSocket>> devices;
    for (int i = 0; i < 20; ++i) {
        devices.push_back(std::make_unique<QTcpSocket>());
        QVERIFY(end.connects(*devices.back()));
        devices.back()->write(whole);
    }
    QTRY_COMPARE(end.received.size(), 20);
    end.clock.advance(24h);
    end.transport.closeOverdue();
    QCOMPARE(end.transport.connections(), 20U);
    QVERIFY(end.turnedAway.isEmpty());
}

void tst_TcpTransport::theOldestSilentOneMakesRoom()
{
    Listening end(10s, 4);
    QTcpSocket device, silent[3], speaks, other, late;
    QVERIFY(end.connects(device));
    device.write(whole);
    QTRY_COMPARE(end.received.size(), 1);
    end.transport.registered(end.received.constFirst().from);
    QList<quint16> ports;
    for (QTcpSocket &one : silent) {
        QVERIFY(end.connects(one));
        ports.append(one.localPort());
    }
    for (QTcpSocket *one : {&speaks, &other}) {
        one->connectToHost(QHostAddress::LocalHost, end.port);
        QVERIFY(one->waitForConnected());
        one->write(whole);
        QTRY_COMPARE(end.received.size(), one == &speaks ? 2 : 3);
    }
    QCOMPARE(end.turnedAway, ports.mid(0, 2));
    // The third silent one, then who spoke and is no device; the device never
    for (int i = 0; i < 3; ++i) {
        QTcpSocket next;
        next.connectToHost(QHostAddress::LocalHost, end.port);
        QTRY_COMPARE(end.turnedAway.size(), 3 + i);
    }
    QCOMPARE(end.turnedAway.at(2), ports.at(2));
    QVERIFY(!end.turnedAway.contains(device.localPort()));
    QVERIFY(device.state() == QAbstractSocket::ConnectedState);
}

/// What the system does about it is its own; that it is asked to can be seen.
void tst_TcpTransport::halfOpenOnesAreNoticed()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QVERIFY(socket.waitForConnected());
    QVERIFY(!socket.socketOption(QAbstractSocket::KeepAliveOption).toBool());
    QVERIFY(socketcare::noticeHalfOpen(socket.socketDescriptor()));
    QVERIFY(socket.socketOption(QAbstractSocket::KeepAliveOption).toBool());
    QVERIFY(!socketcare::noticeHalfOpen(-1));
    QVERIFY(socketcare::allowOpenFiles(64) >= 64);
}

void tst_TcpTransport::whoIsGoneWithoutAWordIsClosed_data()
{
    QTest::addColumn<bool>("owesAnAnswer");
    QTest::newRow("idle: it is asked, and does not answer") << false;
    QTest::newRow("what was sent is never acknowledged") << true;
}

/// Its segments are dropped ahead of it, as where a cable was pulled: no FIN, no RST, no acknowledgement. The system's
/// own clock runs here; its patience is the only thing that is shortened.
void tst_TcpTransport::whoIsGoneWithoutAWordIsClosed()
{
    QFETCH(const bool, owesAnAnswer);
    Listening end(10s);
    end.transport.setGonePatience({.idle = 1s, .between = 1s, .questions = 1});
    QTcpSocket device, other;
    for (QTcpSocket *socket : {&device, &other}) {
        QVERIFY(end.connects(*socket));
        socket->write(whole);
    }
    QTRY_COMPARE(end.received.size(), 2);
    if (const QByteArray why = dropAllThatArrives(device.socketDescriptor()); !why.isEmpty())
        QSKIP(why.constData());
    if (owesAnAnswer)
        QVERIFY(
            !end.transport.send({QHostAddress(QHostAddress::LocalHost), device.localPort()}, whole).octets.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(end.transport.connections(), 1U, 60'000);
    QVERIFY(device.state() == QAbstractSocket::ConnectedState); // it knows nothing of it
    QVERIFY(end.turnedAway.isEmpty());
    QVERIFY(!end.transport.send({QHostAddress(QHostAddress::LocalHost), other.localPort()}, whole).octets.isEmpty());
    QTRY_COMPARE(other.bytesAvailable(), whole.size()); // whose other end answers stays
}

void tst_TcpTransport::answersGoTheWayBack()
{
    Listening end(10s);
    QTcpSocket device;
    device.connectToHost(QHostAddress::LocalHost, end.port);
    QTRY_VERIFY(device.state() == QAbstractSocket::ConnectedState);
    device.write(whole + whole);
    QTRY_COMPARE(end.received.size(), 2);
    QCOMPARE(end.received.at(0).octets, whole);
    QCOMPARE(end.received.at(1).sequence, end.received.at(0).sequence + static_cast<quint32>(whole.size()));
    const Datagram sent = end.transport.send(end.received.at(0).from, "SIP/2.0 200 OK\r\n\r\n");
    QCOMPARE(sent.acknowledged, 1U + 2U * static_cast<quint32>(whole.size()));
    QTRY_COMPARE(device.bytesAvailable(), sent.octets.size());
    device.disconnectFromHost();
    QTRY_COMPARE(end.transport.connections(), 0U);
    QVERIFY(end.transport.send(end.received.at(0).from, "late").octets.isEmpty());
}

void tst_TcpTransport::whatCameAheadOfTheEndIsRead()
{
    Listening end(10s);
    QTcpSocket device;
    device.connectToHost(QHostAddress::LocalHost, end.port);
    QTRY_VERIFY(device.state() == QAbstractSocket::ConnectedState);
    constexpr int count = 4000; // more than is read in one go
    device.write(whole.repeated(count) + whole.left(30));
    device.disconnectFromHost();
    QTRY_COMPARE(end.transport.connections(), 0U);
    QCOMPARE(end.received.size(), count + 1);
    QVERIFY(end.received.constLast().unfinished);
    QCOMPARE(end.received.constLast().octets, whole.left(30));
}

void tst_TcpTransport::aFullBufferIsReadInTurns_data()
{
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<bool>("closes");
    QTest::newRow("and stays") << false << false;
    QTest::newRow("and is gone at once") << true << false;
    QTest::newRow("and is not listened to any more") << false << true;
}

/// What takes long is not done for all that came in one go: timers and others come in between. Nothing is lost by it.
void tst_TcpTransport::aFullBufferIsReadInTurns()
{
    QFETCH(const bool, leaves);
    QFETCH(const bool, closes);
    constexpr int count = 200;
    Listening end(10s);
    int inTurn = 0, most = 0, between = 0;
    connect(&end.transport, &TcpTransport::received, this, [&] {
        most = std::max(most, ++inTurn);
        end.clock.advance(1ms);
    });
    connect(&end.transport, &TcpTransport::drained, this, [&] {
        inTurn = 0;
        QMetaObject::invokeMethod(
            this, [&] { between += end.received.size() < count ? 1 : 0; }, Qt::QueuedConnection);
    });
    QTcpSocket device;
    QVERIFY(end.connects(device));
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += "OPTIONS sip:" + QByteArray::number(i) + "@b SIP/2.0\r\nContent-Length: 0\r\n\r\n";
    device.write(all);
    if (leaves)
        device.disconnectFromHost();
    if (closes) {
        QTRY_VERIFY(end.received.size() > 3);
        end.transport.close(); // what came is told all the same
        QCOMPARE(end.received.size(), count);
    }
    QTRY_COMPARE(end.received.size(), count);
    for (int i = 0; i < count; ++i)
        QVERIFY(end.received[i].octets.startsWith(QByteArray("OPTIONS sip:" + QByteArray::number(i) + '@')));
    if (closes)
        return;
    QCOMPARE(most, 2); // of a millisecond each
    QVERIFY(between >= count / 2 - 2);
    QTRY_COMPARE(end.transport.connections(), leaves ? 0U : 1U);
}

void tst_TcpTransport::junkBetweenMessagesIsPassedOver_data()
{
    QTest::addColumn<QByteArray>("junk");
    QTest::newRow("octets") << QByteArray("\x01\x02", 2);
    QTest::newRow("zeros") << QByteArray(2, '\0');
    QTest::newRow("letters, which a message may begin with") << QByteArray("jaK");
}

/// The record has it as it is, and the connection stays.
void tst_TcpTransport::junkBetweenMessagesIsPassedOver()
{
    QFETCH(const QByteArray, junk);
    Listening end(1ms); // letters alone are waited with for so long
    QSignalSpy closed(&end.transport, &TcpTransport::closedUnread);
    QTcpSocket device;
    QVERIFY(end.connects(device));
    for (int i = 0; i < 3; ++i) {
        device.write(whole);
        QTRY_COMPARE(end.received.size(), 2 * i + 1);
        device.write(junk);
        QTRY_COMPARE(end.received.size(), 2 * i + 2);
        QCOMPARE(end.received.at(2 * i).octets, whole);
        QCOMPARE(end.received.at(2 * i + 1).octets, junk);
        QVERIFY(!end.received.at(2 * i + 1).unfinished);
    }
    QCOMPARE(end.transport.connections(), 1U);
    QVERIFY(device.state() == QAbstractSocket::ConnectedState && closed.isEmpty());
    QCOMPARE(end.received.at(4).sequence, 1U + 2U * static_cast<quint32>(whole.size() + junk.size()));
}

void tst_TcpTransport::whoeverCloses_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<bool>("unfinished");
    QTest::addColumn<bool>("spoke");
    QTest::newRow("another protocol") << QByteArray("GET / HTTP/1.1\r\n\r\n") << false << false;
    QTest::newRow("a length that is none") << whole + "OPTIONS sip:a@b SIP/2.0\r\nContent-Length: x\r\n\r\n"
                                           << false << true;
    QTest::newRow("a message that never ends") << whole + whole.left(30) << true << true;
}

/// If it is we, we say so, and why.
void tst_TcpTransport::whoeverCloses()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const bool, unfinished);
    QFETCH(const bool, spoke);
    Listening end(1ms);
    QSignalSpy closed(&end.transport, &TcpTransport::closedUnread);
    QTcpSocket device;
    QVERIFY(end.connects(device));
    const quint16 port = device.localPort();
    device.write(octets);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.constFirst().at(0).value<Endpoint>().port, port);
    QCOMPARE(closed.constFirst().at(1).toBool(), unfinished);
    QCOMPARE(closed.constFirst().at(2).toBool(), spoke);
    QCOMPARE(end.transport.connections(), 0U);
    QTcpSocket other;
    QVERIFY(end.connects(other));
    other.write(whole);
    other.disconnectFromHost();
    QTRY_COMPARE(end.transport.connections(), 0U);
    QCOMPARE(closed.size(), 1); // the other end did it
}

QTEST_GUILESS_MAIN(tst_TcpTransport)
#include "tst_tcptransport.moc"
