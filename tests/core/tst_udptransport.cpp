#include "core/net/udptransport.h"
#include "core/session/livesession.h"
#include "tests/support/manualclock.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;

/// What the system tells of our own datagrams: over loopback, where a closed port answers at once.
class tst_UdpTransport : public QObject
{
    Q_OBJECT
private slots:
    void aClosedPortIsTold_data();
    void aClosedPortIsTold();
    void aFullBufferIsReadInTurns();
    void theEngineTells();
};

/// What takes long is not done for all that wait at once: timers and other sockets come in between.
void tst_UdpTransport::aFullBufferIsReadInTurns()
{
    test::ManualClock clock;
    UdpTransport transport(clock);
    QCOMPARE(transport.listen(QHostAddress(QHostAddress::LocalHost), 0, nullptr), ListenError::None);
    int received = 0, turns = 0, inTurn = 0, most = 0, outOfOrder = 0, between = 0;
    connect(&transport, &UdpTransport::received, this, [&](const Datagram &datagram) {
        outOfOrder += datagram.octets.toInt() == received + 10 ? 0 : 1;
        ++received;
        most = std::max(most, ++inTurn);
        clock.advance(std::chrono::milliseconds(1));
    });
    connect(&transport, &UdpTransport::drained, this, [&] {
        ++turns;
        inTurn = 0;
        QMetaObject::invokeMethod(
            this, [&] { between += received < 40 ? 1 : 0; }, Qt::QueuedConnection);
    });
    QUdpSocket sender;
    for (int i = 0; i < 40; ++i)
        QCOMPARE(sender.writeDatagram(
                     QByteArray::number(i + 10), QHostAddress(QHostAddress::LocalHost), transport.local().port),
            2);
    QTRY_COMPARE(received, 40);
    QCOMPARE(most, 2); // of a millisecond each
    QVERIFY(turns >= 20);
    QCOMPARE(outOfOrder, 0);
    QVERIFY(between >= 18);
}

void tst_UdpTransport::aClosedPortIsTold_data()
{
    QTest::addColumn<QHostAddress>("bind");
    QTest::addColumn<QHostAddress>("to");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost) << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6) << QHostAddress(QHostAddress::LocalHostIPv6);
    QTest::newRow("any address, IPv6") << QHostAddress(QHostAddress::Any) << QHostAddress(QHostAddress::LocalHostIPv6);
    QTest::newRow("any address of IPv4") << QHostAddress(QHostAddress::AnyIPv4)
                                         << QHostAddress(QHostAddress::LocalHost);
}

/// And nothing else suffers: neither what is sent to others next, nor what they send.
void tst_UdpTransport::aClosedPortIsTold()
{
#ifndef Q_OS_LINUX
    QSKIP("this system does not tell");
#endif
    QFETCH(const QHostAddress, bind);
    QFETCH(const QHostAddress, to);
    QUdpSocket there, probe;
    if (!there.bind(to, 0) || !probe.bind(to, 0))
        QSKIP("no such address here");
    const quint16 closed = probe.localPort();
    probe.close();
    test::ManualClock clock;
    UdpTransport transport(clock);
    QCOMPARE(transport.listen(bind, 0, nullptr), ListenError::None);
    QList<IcmpError> told;
    QByteArrayList quoted, received;
    connect(&transport, &UdpTransport::undelivered, this, [&](const IcmpError &error) {
        told << error;
        quoted << QByteArray(error.octets.data(), static_cast<qsizetype>(error.octets.size()));
    });
    connect(&transport, &UdpTransport::received, this, [&](const Datagram &datagram) { received << datagram.octets; });
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!transport.send({to, closed}, "OPTIONS sip:x SIP/2.0\r\n\r\n").octets.isEmpty());
        QVERIFY(!transport.send({to, there.localPort()}, "to somebody").octets.isEmpty());
    }
    QTRY_VERIFY(!told.isEmpty());
    QVERIFY(told[0].isPortUnreachable());
    QCOMPARE(told[0].to, (Endpoint{to, closed}));
    QCOMPARE(told[0].from, (Endpoint{to, transport.local().port}));
    QCOMPARE(told[0].reporter, IpAddress(to));
    QCOMPARE(told[0].v6, to.protocol() == QAbstractSocket::IPv6Protocol);
    QCOMPARE(quoted[0], QByteArray("OPTIONS sip:x SIP/2.0\r\n\r\n"));
    there.writeDatagram("hello", to, transport.local().port);
    QTRY_COMPARE(received, QByteArrayList{"hello"});
    for (int i = 0; i < 5; ++i) { // all of them got there
        QTRY_VERIFY(there.hasPendingDatagrams());
        there.readDatagram(nullptr, 0);
    }
}

/// A device that is gone from its port: what the engine asks it comes back, and that is a finding.
void tst_UdpTransport::theEngineTells()
{
#ifndef Q_OS_LINUX
    QSKIP("this system does not tell");
#endif
    LiveSession session(LiveOptions{.policy = {}, .batchMilliseconds = 0});
    quint16 port = 0;
    QList<Finding> findings;
    DeviceSnapshot device;
    session.when<outcome::Listening>(this, [&](const outcome::Listening &where) { port = where.endpoint.port; });
    connect(&session, &Session::batch, this, [&](const BatchPtr &batch) {
        findings += batch->findings;
        if (!batch->devices.isEmpty())
            device = batch->devices.constLast();
    });
    ServerConfig config;
    config.address = QHostAddress::LocalHost;
    config.port = 0;
    session.send(wish::Listen{config});
    QTRY_VERIFY(port != 0);
    const QHostAddress host(QHostAddress::LocalHost);
    QUdpSocket camera;
    QVERIFY(camera.bind(host, 0));
    camera.writeDatagram(test::Site().registerText({}), host, port);
    QTRY_COMPARE(device.verdict.state, DeviceState::Online);
    const QString where = Endpoint{IpAddress(host), camera.localPort()}.text();
    camera.close();
    session.send(wish::ReadConfig{device.id});
    const auto told = [&] {
        return std::find_if(findings.cbegin(), findings.cend(),
            [](const Finding &one) { return one.code == FindingCode::DevicePortClosed; });
    };
    QTRY_VERIFY(told() != findings.cend());
    QCOMPARE(told()->a, where);
    QCOMPARE(told()->device, device.id);
    QCOMPARE(told()->messages.size(), 1);
}

QTEST_GUILESS_MAIN(tst_UdpTransport)
#include "tst_udptransport.moc"
