#include "core/net/datagram.h"

#include <QTest>

using namespace gb;

class tst_IpAddress : public QObject
{
    Q_OBJECT
private slots:
    void dottedNumbersAreRead_data();
    void dottedNumbersAreRead();
    void roundTrip_data();
    void roundTrip();
    void mappedIsPlain();
    void nullIsNoAddress();
    void differentThingsDiffer();
};

void tst_IpAddress::roundTrip_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("loopback");
    QTest::addColumn<bool>("any");
    QTest::newRow("IPv4") << "192.168.1.64" << false << false;
    QTest::newRow("IPv4 loopback") << "127.0.0.99" << true << false;
    QTest::newRow("IPv4 any") << "0.0.0.0" << false << true;
    QTest::newRow("broadcast") << "255.255.255.255" << false << false;
    QTest::newRow("IPv6") << "2001:db8::17" << false << false;
    QTest::newRow("IPv6 loopback") << "::1" << true << false;
    QTest::newRow("IPv6 any") << "::" << false << true;
    QTest::newRow("link-local with its interface") << "fe80::1%7" << false << false;
}

void tst_IpAddress::roundTrip()
{
    QFETCH(const QString, text);
    const QHostAddress host(text);
    const IpAddress address(host);
    QCOMPARE(address.toString(), text);
    QCOMPARE(QHostAddress(address), host);
    QTEST(address.isLoopback(), "loopback");
    QTEST(address.isAny(), "any");
    QCOMPARE(address.isV6(), text.contains(u':'));
    QCOMPARE(address.isV4(), !text.contains(u':'));
    const auto octets = address.octets();
    QCOMPARE(octets.size(), address.isV4() ? 4U : 16U);
    const IpAddress again = address.isV4() ? IpAddress::v4(octets.data()) : IpAddress::v6(octets.data());
    QCOMPARE(again == address, !text.contains(u'%')); // which interface is no part of the octets
    QCOMPARE((Endpoint{address, 5060}.text()),
        (address.isV6() ? QStringLiteral("[%1]:5060") : QStringLiteral("%1:5060")).arg(text));
}

void tst_IpAddress::mappedIsPlain()
{
    QCOMPARE(IpAddress(QHostAddress(QStringLiteral("::ffff:10.0.0.9"))), IpAddress(0x0a000009));
}

void tst_IpAddress::nullIsNoAddress()
{
    const IpAddress none;
    QVERIFY(none.isNull() && !none.isAny() && !none.isV4() && !none.isV6() && !none.isLoopback());
    QVERIFY(QHostAddress(none).isNull());
    QVERIFY(IpAddress(QHostAddress()).isNull());
    QVERIFY(none.octets().empty());
}

void tst_IpAddress::differentThingsDiffer()
{
    // The same octets, another family or interface: another address
    const IpAddress null, any4(QHostAddress(QHostAddress::AnyIPv4)), any6(QHostAddress(QHostAddress::AnyIPv6));
    QVERIFY(null != any4 && any4 != any6 && null != any6);
    QVERIFY(
        IpAddress(QHostAddress(QStringLiteral("fe80::1%1"))) != IpAddress(QHostAddress(QStringLiteral("fe80::1%2"))));
    QCOMPARE(qHash(IpAddress(0x0a000009)), qHash(IpAddress(QHostAddress(QStringLiteral("10.0.0.9")))));
}

void tst_IpAddress::dottedNumbersAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("address");
    for (const char *text : {"0.0.0.0", "10.1.200.3", "255.255.255.255", "192.168.100.64"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text : {"", ".", "1", "1.2.3", "1.2.3.", "1.2.3.4.", "1.2.3.4.5", "256.1.1.1", "1.2.3.999",
             "1.2.3.0004", "01.2.3.4", "-1.2.3.4", " 1.2.3.4", "1.2.3.4 ", "a.b.c.d", "1..2.3", "::1", "camera"})
        QTest::newRow(qPrintable(QStringLiteral("no: '%1'").arg(QLatin1String(text)))) << QByteArray(text) << false;
}

void tst_IpAddress::dottedNumbersAreRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, address);
    const IpAddress read = IpAddress::fromDotted({text.constData(), static_cast<std::size_t>(text.size())});
    QCOMPARE(read.isV4(), address);
    if (address) {
        QCOMPARE(read, IpAddress(QHostAddress(QString::fromLatin1(text))));
        QCOMPARE(read.toString(), QString::fromLatin1(text));
    } else {
        QVERIFY(read.isNull());
    }
}

QTEST_GUILESS_MAIN(tst_IpAddress)
#include "tst_ipaddress.moc"
