#include "core/capture/fragments.h"
#include "core/capture/pcapreader.h"
#include "tests/support/packets.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <random>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

class tst_Fragments : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_fragments = std::make_unique<Fragments>(); }
    void anyOrder_data();
    void anyOrder();
    void theTimeIsThatOfTheLast();
    void copiesAreNoOverlap();
    void overlapsAreRefused_data();
    void overlapsAreRefused();
    void numbersAreUsedAgain();
    void patienceEnds();
    void limitsOfADatagram();
    void limitsInAll();
    void aTunnelInPieces();
    void onlyTheStart();
    void onlyTheStartOfManyIsBounded();

private:
    std::optional<QByteArray> add(quint32 offset, const QByteArray &octets, bool more, quint32 id = 1, Duration at = {})
    {
        const QHostAddress from(QStringLiteral("10.0.0.2")), to(QStringLiteral("10.0.0.1"));
        const auto whole = m_fragments->add(
            {.from = from,
                .to = to,
                .id = id,
                .protocol = 17,
                .offset = offset,
                .more = more,
                .octets = {octets.constData(), static_cast<std::size_t>(octets.size())}},
            TimePoint(at));
        return whole ? std::optional(whole->octets) : std::nullopt;
    }
    static QList<Datagram> read(const QByteArrayList &packets, PacketCounts &counts)
    {
        QTemporaryDir folder;
        PcapReader reader;
        QList<Datagram> out;
        if (!writeFile(folder.filePath(QStringLiteral("a.pcap")), pcapOf(101, packets))
            || !reader.open(folder.filePath(QStringLiteral("a.pcap"))))
            return out;
        for (Datagram datagram; reader.next(datagram) == PcapReader::Result::Datagram;)
            out << datagram;
        counts = reader.counts();
        return out;
    }

    std::unique_ptr<Fragments> m_fragments;
};

void tst_Fragments::anyOrder_data()
{
    QTest::addColumn<bool>("v6");
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 20; ++seed)
        QTest::addRow("%s, %d", seed % 2 == 0 ? "IPv4" : "IPv6", seed) << (seed % 2 != 0) << seed;
}

void tst_Fragments::anyOrder()
{
    QFETCH(const bool, v6);
    QFETCH(const int, seed);
    const QByteArray message = optionsRequest(1, "UDP", QByteArray(19'000, 'x'));
    QByteArrayList packets = v6 ? fragments6(udp(message), 1448) : fragments4(udp(message), 1480);
    const qsizetype count = packets.size();
    std::minstd_rand random(static_cast<unsigned>(seed));
    std::shuffle(packets.begin(), packets.end(), random);
    PacketCounts counts;
    const QList<Datagram> read = tst_Fragments::read(packets, counts);
    QCOMPARE(read.size(), 1);
    QCOMPARE(read[0].octets, message);
    QCOMPARE(read[0].from.text(), v6 ? QStringLiteral("[fd00::2]:5060") : QStringLiteral("10.0.0.2:5060"));
    QCOMPARE(counts.fragments, static_cast<quint64>(count));
    QCOMPARE(counts.fragmentsLost, 0U);
}

void tst_Fragments::theTimeIsThatOfTheLast()
{
    const QByteArrayList pieces = fragments4(udp(QByteArray(5000, 'x')), 1480);
    PacketCounts counts;
    const QList<Datagram> read = tst_Fragments::read(pieces + QByteArrayList{ip4(17, udp("next"))}, counts);
    QCOMPARE(read.size(), 2);
    QCOMPARE(read[1].at - read[0].at, 1ms);
}

void tst_Fragments::copiesAreNoOverlap()
{
    QVERIFY(!add(0, "12345678", true));
    QVERIFY(!add(0, "12345678", true));
    QCOMPARE(add(8, "9", false), QByteArray("123456789"));
    QCOMPARE(m_fragments->counts().overlapping, 0U);
    QCOMPARE(m_fragments->memory(), 0);
}

void tst_Fragments::overlapsAreRefused_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<bool>("more");
    QTest::newRow("the same place, other octets") << 8 << QByteArray("abcdefgh") << true;
    QTest::newRow("the same place, shorter") << 8 << QByteArray("2345") << false;
    QTest::newRow("over the start") << 0 << QByteArray("0123456789abcdef") << true;
    QTest::newRow("over the end") << 8 << QByteArray("23456789abcdefgh") << true;
    QTest::newRow("behind the last") << 32 << QByteArray("abcdefgh") << true;
    QTest::newRow("another last one") << 40 << QByteArray("a") << false;
    QTest::newRow("a last one in the middle") << 16 << QByteArray("a") << false;
    QTest::newRow("up to the end, and more") << 16 << QByteArray("abcdefgh12345678") << true;
}

void tst_Fragments::overlapsAreRefused()
{
    QFETCH(const int, offset);
    QFETCH(const QByteArray, octets);
    QFETCH(const bool, more);
    QVERIFY(!add(8, "23456789", true));
    QVERIFY(!add(24, "last 8..", false));
    QVERIFY(!add(static_cast<quint32>(offset), octets, more));
    QCOMPARE(m_fragments->counts().overlapping, 1U);
    QVERIFY(!add(0, "01234567", true));
    QVERIFY(!add(16, "01234567", true)); // it would be whole, but for that
    m_fragments->finish();
    QCOMPARE(m_fragments->counts().lost, 5U);
    QCOMPARE(m_fragments->counts().whole, 0U);
    QCOMPARE(m_fragments->memory(), 0);
}

void tst_Fragments::numbersAreUsedAgain()
{
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!add(8, "9", false));
        QCOMPARE(add(0, "12345678", true), QByteArray("123456789"));
    }
    QCOMPARE(m_fragments->counts().whole, 3U);
    QCOMPARE(m_fragments->counts().lost, 0U);
}

void tst_Fragments::patienceEnds()
{
    QVERIFY(!add(0, "12345678", true, 1));
    QVERIFY(!add(0, "12345678", true, 2));
    QCOMPARE(add(8, "9", false, 1, 30s), QByteArray("123456789"));
    QVERIFY(!add(8, "9", false, 2, 30s + 1us));
    QCOMPARE(m_fragments->counts().lost, 1U);
    m_fragments->finish();
    QCOMPARE(m_fragments->counts().lost, 2U);
}

void tst_Fragments::limitsOfADatagram()
{
    for (quint32 i = 0; i < 63; ++i)
        QVERIFY(!add(i * 8, "12345678", true, 1));
    QVERIFY(add(63 * 8, "12345678", false, 1));
    for (quint32 i = 0; i < 64; ++i)
        QVERIFY(!add(i * 8, "12345678", true, 2));
    QVERIFY(!add(64 * 8, "12345678", false, 2));
    QVERIFY(!add(0, QByteArray(65528, 'x'), true, 3));
    QVERIFY(!add(65528, "12345678", false, 3)); // 65,536
    QVERIFY(add(65528, "1234567", false, 3));
    QVERIFY(!add(0, "1234567", true, 4)); // no multiple of 8
    QVERIFY(!add(0, {}, false, 5));
    m_fragments->finish();
    QCOMPARE(m_fragments->counts().whole, 2U);
    QCOMPARE(m_fragments->counts().lost, 65U + 1 + 2);
}

void tst_Fragments::limitsInAll()
{
    constexpr int count = 100;
    for (quint32 id = 0; id < count; ++id) {
        QVERIFY(!add(0, QByteArray(60'000, 'x'), true, id));
        QVERIFY(m_fragments->memory() <= Fragments::maxMemory);
    }
    QVERIFY(add(60'000, "last", false, count - 1)); // the youngest is there
    QVERIFY(!add(60'000, "last", false, 0));        // the oldest is not
    for (quint32 id = 0; id < 100'000; ++id) {
        QVERIFY(!add(8, "x", false, 1000 + id));
        QVERIFY(m_fragments->memory() <= Fragments::maxMemory);
    }
    m_fragments->finish();
    QCOMPARE(m_fragments->counts().lost, 99U + 1 + 100'000);
}

void tst_Fragments::aTunnelInPieces()
{
    const QByteArray inside = ip4(17, udp(QByteArray(3000, 'x')));
    PacketCounts counts;
    const QList<Datagram> read = tst_Fragments::read(fragments4(inside, 1480, 1, 4), counts);
    QCOMPARE(read.size(), 1);
    QCOMPARE(read[0].octets.size(), 3000);
    // In pieces within pieces
    QByteArrayList packets;
    for (const QByteArray &piece : fragments4(udp(QByteArray(3000, 'x')), 1480))
        packets += fragments4(piece, 800, static_cast<quint16>(packets.size() + 1), 4);
    const QList<Datagram> again = tst_Fragments::read(packets, counts);
    QCOMPARE(again.size(), 1);
    QCOMPARE(again[0].octets.size(), 3000);
    QCOMPARE(counts.fragmentsLost, 0U);
}

/// A filter by port lets the first fragment pass: it is there ahead of its answer, and so is each that nobody answers.
void tst_Fragments::onlyTheStart()
{
    const auto first = [](int cseq, quint16 id) {
        return fragments4(udp(optionsRequest(cseq, "UDP", QByteArray(3000, 'x'))), 1480, id)[0];
    };
    const QByteArray ok
        = "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 10.0.0.2:5060;branch=z9hG4bK2\r\nFrom: <sip:a@d>;tag=1\r\n"
          "To: <sip:s@d>;tag=2\r\nCall-ID: c2\r\nCSeq: 2 OPTIONS\r\nContent-Length: 0\r\n\r\n";
    PacketCounts counts;
    const QList<Datagram> read = tst_Fragments::read(
        {first(1, 1), first(2, 2), ip4(17, udp(ok), 9, 0, true), ip4(17, udp(optionsRequest(3)))}, counts);
    QCOMPARE(read.size(), 4);
    QVERIFY(read[0].octets.startsWith("OPTIONS") && read[0].octets.contains("CSeq: 2 "));
    QVERIFY(read[0].cut && read[0].fragment && read[0].place < 0);
    QCOMPARE(read[0].octets.size(), 1472);
    QCOMPARE(read[0].from.text(), QStringLiteral("10.0.0.2:5060"));
    QVERIFY(read[1].octets.startsWith("SIP/2.0 200") && !read[1].cut);
    QVERIFY(read[1].at - read[0].at == 1ms);
    QVERIFY(read[2].octets.contains("CSeq: 3 ") && !read[2].cut);
    QVERIFY(read[3].octets.contains("CSeq: 1 ") && read[3].cut); // the file's end
    QCOMPARE(counts.fragmentsCut, 2U);
    QCOMPARE(counts.fragmentsLost, 2U);
    // An answer to something else, and what is between others, proves nothing: the rest may still come
    QByteArrayList pieces = fragments4(udp(optionsRequest(5, "UDP", QByteArray(3000, 'x'))), 1480);
    pieces.insert(1, ip4(17, udp(ok), 9, 0, true));
    pieces.insert(2, ip4(17, udp(ok)));
    const QList<Datagram> whole = tst_Fragments::read(pieces, counts);
    QCOMPARE(whole.size(), 3);
    QVERIFY(whole[2].octets.contains("CSeq: 5 ") && !whole[2].cut && whole[2].octets.size() > 3000);
    QCOMPARE(counts.fragmentsCut, 0U);
}

void tst_Fragments::onlyTheStartOfManyIsBounded()
{
    for (quint32 id = 1; id <= 20'000; ++id) {
        add(0, QByteArray(8, 'x'), true, id);
        QVERIFY(m_fragments->memory() <= Fragments::maxMemory);
    }
    add(8, QByteArray(8, 'y'), true, 70'000); // not the start
    m_fragments->finish();
    std::size_t starts = 0;
    while (m_fragments->takeStart())
        ++starts;
    QCOMPARE(starts, std::min<std::size_t>(20'000, Fragments::maxStarts));
}

QTEST_GUILESS_MAIN(tst_Fragments)
#include "tst_fragments.moc"
