#include "core/capture/hep.h"

#include <QtEndian>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

class tst_Hep : public QObject
{
    Q_OBJECT
private slots:
    void theSpecificationsExample();
    void thereAndBack_data();
    void thereAndBack();
    void broken_data();
    void broken();
    void everyCutIsSurvived();
    void clocksOfOthers();
    void clocksThatAgree();
    void messagesOverTcpHaveTheirPlaces();

private:
    static Datagram message(const char *from = "192.168.1.64", const char *to = "192.168.1.15",
        TransportKind transport = TransportKind::Udp)
    {
        return {.at = TimePoint(std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 123456us),
            .from = {QHostAddress(QString::fromLatin1(from)), 5060},
            .to = {QHostAddress(QString::fromLatin1(to)), 5061},
            .transport = transport,
            .octets = "REGISTER sip:a@b SIP/2.0\r\n\r\n"};
    }
};

/// The packet of the HEP3 document (sipcapture/HEP, docs/HEP3NetworkProtocolSpecification), with a shorter payload.
void tst_Hep::theSpecificationsExample()
{
    const QByteArray packet = QByteArray::fromHex("48455033"
                                                  "0071"
                                                  "0000"
                                                  "0001"
                                                  "0007"
                                                  "02"
                                                  "0000"
                                                  "0002"
                                                  "0007"
                                                  "11"
                                                  "0000"
                                                  "0003"
                                                  "000a"
                                                  "d4ca0001"
                                                  "0000"
                                                  "0004"
                                                  "000a"
                                                  "52743a52"
                                                  "0000"
                                                  "0007"
                                                  "0008"
                                                  "2ea2"
                                                  "0000"
                                                  "0008"
                                                  "0008"
                                                  "13c4"
                                                  "0000"
                                                  "0009"
                                                  "000a"
                                                  "4e49820d"
                                                  "0000"
                                                  "000a"
                                                  "000a"
                                                  "0001d4c0"
                                                  "0000"
                                                  "000b"
                                                  "0007"
                                                  "01"
                                                  "0000"
                                                  "000c"
                                                  "000a"
                                                  "000000e4"
                                                  "0000"
                                                  "000f"
                                                  "0014"
                                                  "494e56495445207369703a626f62");
    hep::Problem problem{};
    const auto read = hep::read(packet, &problem);
    QVERIFY2(read, QByteArray::number(static_cast<int>(problem)).constData());
    QCOMPARE(read->from, (Endpoint{QHostAddress(QStringLiteral("212.202.0.1")), 11938}));
    QCOMPARE(read->to, (Endpoint{QHostAddress(QStringLiteral("82.116.58.82")), 5060}));
    QVERIFY(read->transport == TransportKind::Udp);
    QVERIFY(read->at == TimePoint(1313440269s + 120000us));
    QCOMPARE(read->octets, QByteArray("INVITE sip:bob"));
    QCOMPARE(hep::write(*read, 228), packet);
}

void tst_Hep::thereAndBack_data()
{
    QTest::addColumn<Datagram>("sent");
    QTest::newRow("UDP, IPv4") << message();
    QTest::newRow("TCP, IPv4") << message("10.0.0.1", "10.0.0.2", TransportKind::Tcp);
    QTest::newRow("UDP, IPv6") << message("2001:db8::1", "2001:db8::2");
    Datagram large = message();
    large.octets = QByteArray(65'000, 'x');
    QTest::newRow("65,000 octets") << large;
}

void tst_Hep::thereAndBack()
{
    QFETCH(const Datagram, sent);
    hep::Problem problem{};
    const auto read = hep::read(hep::write(sent, 7), &problem);
    QVERIFY(read);
    QVERIFY(read->at == sent.at && read->transport == sent.transport);
    QCOMPARE(read->from, sent.from);
    QCOMPARE(read->to, sent.to);
    QCOMPARE(read->octets, sent.octets);
}

void tst_Hep::broken_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<hep::Problem>("problem");
    const QByteArray good = hep::write(message(), 1);
    const auto with = [&good](qsizetype at, const QByteArray &octets) {
        return QByteArray(good).replace(at, octets.size(), octets);
    };
    QTest::newRow("nothing") << QByteArray() << hep::Problem::NotHep;
    QTest::newRow("SIP on the HEP port") << QByteArray("REGISTER sip:a@b SIP/2.0\r\n") << hep::Problem::NotHep;
    QTest::newRow("HEP2") << QByteArray("\x02\x10\x02\x11", 4) << hep::Problem::NotHep;
    QTest::newRow("longer than the packet") << with(4, QByteArray("\xff\xff", 2)) << hep::Problem::Truncated;
    QTest::newRow("length 0") << with(4, QByteArray("\0\0", 2)) << hep::Problem::Truncated;
    QTest::newRow("a chunk of length 0") << with(10, QByteArray("\0\0", 2)) << hep::Problem::Truncated;
    QTest::newRow("a chunk longer than the packet") << with(10, QByteArray("\x7f\xff", 2)) << hep::Problem::Truncated;
    QTest::newRow("an address of 3 octets") << QByteArray("HEP3\0\x0f\0\0\0\3\0\x09xyz", 15) << hep::Problem::NoEnds;
    QTest::newRow("no chunk") << QByteArray("HEP3\0\6", 6) << hep::Problem::NoEnds;
    QByteArray rtcp = good;
    rtcp[rtcp.indexOf(QByteArray("\0\0\0\x0b\0\7", 6)) + 6] = 5;
    QTest::newRow("RTCP") << rtcp << hep::Problem::OtherKind;
    QByteArray zipped = good;
    zipped[zipped.indexOf(QByteArray("\0\0\0\x0f", 4)) + 3] = 0x10;
    QTest::newRow("compressed") << zipped << hep::Problem::NoPayload;
}

void tst_Hep::broken()
{
    QFETCH(const QByteArray, packet);
    QFETCH(const hep::Problem, problem);
    hep::Problem got{};
    QVERIFY(!hep::read(packet, &got));
    QCOMPARE(got, problem);
}

void tst_Hep::everyCutIsSurvived()
{
    const QByteArray good = hep::write(message(), 1);
    for (qsizetype size = 0; size < good.size(); ++size) {
        hep::Problem problem{};
        QVERIFY(!hep::read(good.left(size), &problem));
        QVERIFY(problem != hep::Problem::None);
    }
}

void tst_Hep::clocksOfOthers()
{
    hep::Merger merger;
    const TimePoint arrived{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 10h};
    const Endpoint sender{QHostAddress(QStringLiteral("10.0.0.9")), 40000};
    QList<Duration> told;
    const auto fit = [&](Duration saw, Duration delay) {
        Datagram one = message();
        one.at = arrived - 8h + saw; // its clock is eight hours behind
        if (const auto news = merger.fit(one, sender, arrived + saw + delay))
            told.append(*news);
        return one.at - arrived;
    };
    QCOMPARE(fit(0s, 0ms), Duration(0));
    QCOMPARE(fit(500ms, 40ms), Duration(500ms)); // the sender saw it half a second later: the network's delay does not
                                                 // blur that
    QCOMPARE(fit(60s, 900ms), Duration(60s));
    QCOMPARE(fit(61s, 1200ms), Duration(62200ms)); // its clock was set
    QCOMPARE(told, (QList<Duration>{8h, 8h + 1200ms}));
    Datagram ahead = message();
    ahead.at = arrived + 1h;
    merger.fit(ahead, {QHostAddress(QStringLiteral("10.0.0.8")), 1}, arrived);
    QVERIFY(ahead.at == arrived); // never later than it came
}

/// A clock that agrees is taken at its word, though the message took its time.
void tst_Hep::clocksThatAgree()
{
    hep::Merger merger;
    const TimePoint arrived{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 10h};
    const Endpoint sender{QHostAddress(QStringLiteral("10.0.0.9")), 40000};
    const auto fit = [&](Duration told) {
        Datagram one = message();
        one.at = arrived + told;
        const auto news = merger.fit(one, sender, arrived);
        return std::pair(one.at - arrived, news);
    };
    const std::optional<Duration> none;
    QVERIFY(fit(-4s) == std::pair(Duration(-4s), none));
    QVERIFY(fit(-100ms) == std::pair(Duration(-100ms), none));
    QVERIFY(fit(2s) == std::pair(Duration(0), none)); // never later than it came
    QVERIFY(fit(-7s) == std::pair(Duration(0), std::optional(Duration(7s))));
    QVERIFY(fit(-7500ms) == std::pair(Duration(-500ms), none)); // as far off as before
    QVERIFY(fit(-1s) == std::pair(Duration(-1s), none));        // and well again
}

void tst_Hep::messagesOverTcpHaveTheirPlaces()
{
    hep::Merger merger;
    const Endpoint sender{QHostAddress(QStringLiteral("10.0.0.9")), 40000};
    Datagram first = message("10.0.0.1", "10.0.0.2", TransportKind::Tcp), second = first,
             back = message("10.0.0.2", "10.0.0.1", TransportKind::Tcp);
    for (Datagram *one : {&first, &second, &back})
        merger.fit(*one, sender, one->at);
    QCOMPARE(first.sequence, 1U);
    QCOMPARE(second.sequence, 1U + static_cast<quint32>(first.octets.size()));
    QCOMPARE(back.sequence, 1U);
}

QTEST_GUILESS_MAIN(tst_Hep)
#include "tst_hep.moc"
