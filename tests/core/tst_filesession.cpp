#include "core/capture/pcapngwriter.h"
#include "core/session/filesession.h"
#include "tests/support/outcomes.h"
#include "tests/support/site.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

class tst_FileSession : public QObject
{
    Q_OBJECT
private slots:
    void everyDeviceArrivesThoughTheyComeInPortions();
    void whatIsNoPlainSipIsTold_data();
    void whatIsNoPlainSipIsTold();
};

/// More than a batch carries: all of them are told, when the file is read and whenever something concerns all.
void tst_FileSession::everyDeviceArrivesThoughTheyComeInPortions()
{
    constexpr int many = 2500;
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("fleet.pcap")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(PcapWriter::fileHeader());
    Site site;
    Datagram datagram;
    datagram.at = site.clock.now();
    datagram.from = {QHostAddress(QStringLiteral("192.168.1.64")), 5060};
    datagram.to = {QHostAddress(QStringLiteral("192.168.1.15")), 5060};
    for (int i = 0; i < many; ++i) {
        const QByteArray id = "3402000000132" + QByteArray::number(1'000'000 + i);
        datagram.octets = site.registerText({.id = id, .callId = id});
        file.write(PcapWriter::packet(datagram));
    }
    file.close();

    FileSession session({file.fileName()}, {});
    QHash<QString, HeartbeatPolicy> seen;
    qsizetype largest = 0;
    connect(&session, &Session::batch, this, [&](const BatchPtr &batch) {
        for (const DeviceSnapshot &device : batch->devices)
            seen.insert(device.id, device.policy);
        largest = std::max(largest, batch->devices.size());
    });
    Outcomes<outcome::Loaded> loaded(session);
    session.send(wish::Load{});
    QVERIFY(!loaded.isEmpty() || loaded.wait());
    QCOMPARE(seen.size(), many);
    QVERIFY2(largest < many, qPrintable(QString::number(largest)));

    seen.clear();
    const HeartbeatPolicy other{.interval = 7s, .timeoutCount = 2};
    session.send(wish::SetPolicy{other});
    QTRY_COMPARE(seen.size(), many);
    for (const HeartbeatPolicy &policy : std::as_const(seen))
        QCOMPARE(policy, other);
}

void tst_FileSession::whatIsNoPlainSipIsTold_data()
{
    QTest::addColumn<QString>("towards");       ///< of the first TLS connection
    QTest::addColumn<QList<quint64>>("counts"); ///< TLS, HEP, ICMP errors, cut
    QTest::addColumn<quint64>("hepWithOwnTime");
    QTest::newRow("18b-tls.pcap") << QStringLiteral(":5061") << QList<quint64>{2, 0, 0, 0} << quint64(0);
    QTest::newRow("17b-hep-over-tcp.pcap") << QString() << QList<quint64>{0, 16, 0, 0} << quint64(16);
    QTest::newRow("02-icmp-register.pcap") << QString() << QList<quint64>{0, 0, 33, 0} << quint64(0);
    QTest::newRow("09a-snap96.pcap") << QString() << QList<quint64>{0, 0, 0, 16} << quint64(0);
}

void tst_FileSession::whatIsNoPlainSipIsTold()
{
    QFETCH(const QString, towards);
    QFETCH(const QList<quint64>, counts);
    QFETCH(const quint64, hepWithOwnTime);
    FileSession session(
        {QStringLiteral(GBSCOPE_TEST_DATA "/field2/") + QString::fromLatin1(QTest::currentDataTag())}, {});
    Counters counters;
    connect(&session, &Session::batch, this, [&](const BatchPtr &batch) { counters = batch->counters; });
    Outcomes<outcome::Loaded> loaded(session);
    session.send(wish::Load{});
    QVERIFY(!loaded.isEmpty() || loaded.wait());
    const outcome::Loaded &what = loaded.constFirst();
    QCOMPARE(what.encrypted.isEmpty(), towards.isEmpty());
    QVERIFY(towards.isEmpty() || what.encrypted.constFirst().second.text().endsWith(towards)
        || what.encrypted.constFirst().first.text().endsWith(towards));
    QCOMPARE(what.hepMessages - what.hepAtArrival, hepWithOwnTime);
    QCOMPARE(
        (QList<quint64>{counters.encrypted, counters.hepMessages, counters.icmpErrors, counters.cutPackets}), counts);
}

QTEST_GUILESS_MAIN(tst_FileSession)
#include "tst_filesession.moc"
