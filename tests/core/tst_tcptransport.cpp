#include "core/net/tcptransport.h"

#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

class tst_TcpTransport : public QObject
{
    Q_OBJECT
private slots:
    void aMessageThatNeverEndsIsCut();
    void answersGoTheWayBack();
    void whatCameAheadOfTheEndIsRead();
    void whoSaysNothingIsTold();
};

static const QByteArray whole = "OPTIONS sip:a@b SIP/2.0\r\nContent-Length: 0\r\n\r\n";

/// A transport that listens on loopback; where, and what it received.
struct Listening
{
    explicit Listening(std::chrono::milliseconds patience)
        : transport(clock, nullptr, patience)
    {
        QObject::connect(&transport, &TcpTransport::received, &transport,
            [this](const Datagram &datagram) { received.append(datagram); });
        QTcpServer free; // a port that nobody has
        free.listen(QHostAddress::LocalHost, 0);
        port = free.serverPort();
        free.close();
        error = transport.listen(QHostAddress(QHostAddress::LocalHost), port, nullptr);
    }
    SystemClock clock;
    TcpTransport transport;
    QList<Datagram> received;
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

QTEST_GUILESS_MAIN(tst_TcpTransport)
#include "tst_tcptransport.moc"
