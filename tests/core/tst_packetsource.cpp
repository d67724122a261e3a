#include "core/capture/packetsource.h"
#include "tests/support/packets.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Capture files octet by octet: what libpcap's and Wireshark's formats allow, and what nobody should write.
class tst_PacketSource : public QObject
{
    Q_OBJECT
private slots:
    void formats_data();
    void formats();
    void interfacesDiffer();
    void times_data();
    void times();
    void broken_data();
    void broken();
    void readOnBehindDamage_data();
    void readOnBehindDamage();
    void everyOctetOfAHeaderDamaged_data();
    void everyOctetOfAHeaderDamaged();
    void aLongHole();
    void sentAsText();
    void compressed();
    void compressedInParts();
    void whatIsInflatedIsLimited();
    void damagedBehindGoodPackets();
    void placesInTheFile_data();
    void placesInTheFile();
    void overTheEndOfWhatIsReadAtOnce_data();
    void overTheEndOfWhatIsReadAtOnce();
    void aLongBlock();
    void aFileThatGrows();
    void openedAgain();

private:
    struct Read
    {
        QList<QByteArray> packets;
        QList<int> linkTypes;
        QList<TimePoint> times;
        QList<qint64> offsets;
        QList<quint32> interfaces;
        QString error;
    };
    Read read(const QByteArray &octets)
    {
        Read out;
        PacketSource source;
        const QString path = m_folder.filePath(QStringLiteral("file"));
        bool more = writeFile(path, octets) && source.open(path);
        while (more) {
            PacketSource::Packet packet;
            const PacketSource::Result result = source.next(packet);
            more = result == PacketSource::Result::Packet || result == PacketSource::Result::Nothing;
            if (result == PacketSource::Result::Packet) {
                out.packets << QByteArray(packet.octets.data(), static_cast<qsizetype>(packet.octets.size()));
                out.linkTypes << packet.linkType;
                out.times << packet.at;
                out.offsets << packet.offset;
                out.interfaces << packet.interface;
            }
        }
        out.error = source.errorText();
        return out;
    }

    QTemporaryDir m_folder;
};

/// Writes numbers in one octet order.
struct Order
{
    bool big = false;

    QByteArray n16(quint16 value) const { return big ? big16(value) : little32(value).left(2); }
    QByteArray n32(quint32 value) const { return big ? big32(value) : little32(value); }
    QByteArray n64(quint64 value) const
    {
        const auto high = static_cast<quint32>(value >> 32), low = static_cast<quint32>(value);
        return big ? n32(high) + n32(low) : n32(low) + n32(high);
    }
    QByteArray pcap(quint32 magic) const
    {
        return n32(magic) + n16(2) + n16(4) + QByteArray(8, '\0') + n32(65535) + n32(101);
    }
    QByteArray record(quint32 seconds, quint32 fraction, const QByteArray &octets, const QByteArray &more = {}) const
    {
        return n32(seconds) + n32(fraction) + n32(static_cast<quint32>(octets.size()))
            + n32(static_cast<quint32>(octets.size())) + more + octets;
    }
    QByteArray block(quint32 type, const QByteArray &body) const
    {
        const QByteArray padded = body + QByteArray(-body.size() & 3, '\0');
        const QByteArray length = n32(static_cast<quint32>(padded.size() + 12));
        return n32(type) + length + padded + length;
    }
    QByteArray section() const { return block(0x0a0d0d0a, n32(0x1a2b3c4d) + n16(1) + n16(0) + QByteArray(8, '\xff')); }
    QByteArray interface(quint16 linkType, const QByteArray &options = {}, quint32 snap = 0) const
    {
        return block(1, n16(linkType) + n16(0) + n32(snap) + options);
    }
    QByteArray option(quint16 code, const QByteArray &value) const
    {
        return n16(code) + n16(static_cast<quint16>(value.size())) + value + QByteArray(-value.size() & 3, '\0');
    }
    QByteArray packet(quint32 interface, quint64 stamp, const QByteArray &octets) const
    {
        const QByteArray size = n32(static_cast<quint32>(octets.size()));
        return block(6,
            n32(interface) + n32(static_cast<quint32>(stamp >> 32)) + n32(static_cast<quint32>(stamp)) + size + size
                + octets);
    }
};

void tst_PacketSource::formats_data()
{
    QTest::addColumn<QByteArray>("octets");
    for (const bool big : {false, true}) {
        const Order o{big};
        const char *const name = big ? "big" : "little";
        QTest::addRow("pcap, %s", name) << o.pcap(0xa1b2c3d4) + o.record(5, 7, "one") + o.record(6, 8, "");
        QTest::addRow("nanoseconds, %s", name) << o.pcap(0xa1b23c4d) + o.record(5, 7999, "one") + o.record(6, 8000, "");
        QTest::addRow("long records, %s", name)
            << o.pcap(0xa1b2cd34) + o.record(5, 7, "one", "........") + o.record(6, 8, "", "........");
        const QByteArray ng = o.section() + o.interface(101);
        QTest::addRow("pcapng, %s", name) << ng + o.packet(0, 5'000'007, "one") + o.packet(0, 6'000'008, "");
        QTest::addRow("unknown blocks, %s", name) << o.section() + o.block(5, "....") + o.interface(101)
                + o.block(77, "") + o.packet(0, 5'000'007, "one") + o.packet(0, 6'000'008, "");
        QTest::addRow("names, statistics, secrets, custom, journal, %s", name) << ng
                + o.block(4, o.n16(1) + o.n16(8) + "\x01\x02\x03\x04host" + QByteArray(4, '\0'))
                + o.block(10, QByteArray("TLSK").left(4) + o.n32(4) + "keys") + o.packet(0, 5'000'007, "one")
                + o.block(0xbad, o.n32(32473) + "data") + o.block(0x40000bad, o.n32(32473) + "more")
                + o.block(9, "__REALTIME_TIMESTAMP=1\n") + o.packet(0, 6'000'008, "")
                + o.block(5, o.n32(0) + o.n32(0) + o.n32(7) + o.option(4, o.n64(2)) + o.n32(0));
        QTest::addRow("sections, %s", name) << ng + o.packet(0, 5'000'007, "one") + o.section() + o.interface(113)
                + o.interface(101) + o.packet(1, 6'000'008, "");
        QTest::addRow("obsolete block, %s", name) << ng
                + o.block(2, o.n16(0) + o.n16(9) + o.n32(0) + o.n32(5'000'007) + o.n32(3) + o.n32(3) + "one")
                + o.packet(0, 6'000'008, "");
        const Order other{!big};
        QTest::addRow("sections of both orders, %s", name) << ng + o.packet(0, 5'000'007, "one") + other.section()
                + other.interface(101) + other.packet(0, 6'000'008, "");
    }
}

void tst_PacketSource::formats()
{
    QFETCH(const QByteArray, octets);
    const Read file = read(octets);
    QCOMPARE(file.error, QString());
    QCOMPARE(file.packets, (QList<QByteArray>{"one", ""}));
    QCOMPARE(file.linkTypes, (QList<int>{101, 101}));
    QVERIFY(file.times == (QList<TimePoint>{TimePoint(5s + 7us), TimePoint(6s + 8us)}));
    QCOMPARE(read(gzipped(octets)).packets, file.packets);
}

void tst_PacketSource::interfacesDiffer()
{
    const Order o;
    const QByteArray simple = o.block(3, o.n32(10) + "0123"); // cut by the first interface's snap length
    const Read file = read(
        o.section() + o.interface(1, {}, 4) + o.interface(113) + o.packet(1, 5'000'000, "b") + simple);
    QCOMPARE(file.packets, (QList<QByteArray>{"b", "0123"}));
    QCOMPARE(file.linkTypes, (QList<int>{113, 1}));
    QVERIFY(file.times[1] == TimePoint(5s)); // it has none of its own
}

void tst_PacketSource::times_data()
{
    QTest::addColumn<int>("resolution");
    QTest::addColumn<quint64>("stamp");
    QTest::addColumn<qint64>("microseconds");
    QTest::newRow("seconds") << 0 << quint64(5) << qint64(5'000'000);
    QTest::newRow("milliseconds") << 3 << quint64(5'001) << qint64(5'001'000);
    QTest::newRow("nanoseconds") << 9 << quint64(5'000'001'999) << qint64(5'000'001);
    QTest::newRow("1/1024 s") << 0x8a << quint64(5 * 1024 + 512) << qint64(5'500'000);
    QTest::newRow("2^-60 s") << 0xbc << (quint64(5) << 60 | quint64(1) << 59) << qint64(5'500'000);
    QTest::newRow("10^-127 s") << 127 << ~quint64(0) << qint64(0);
    QTest::newRow("2^-127 s") << 0xff << ~quint64(0) << qint64(0);
    QTest::newRow("seconds without end") << 0 << ~quint64(0) << qint64(1) * (qint64(1) << 53);
    QTest::newRow("microseconds without end") << 6 << ~quint64(0) << qint64(1) * (qint64(1) << 53);
}

void tst_PacketSource::times()
{
    QFETCH(const int, resolution);
    QFETCH(const quint64, stamp);
    QFETCH(const qint64, microseconds);
    const Order o;
    const QByteArray unit = o.option(9, QByteArray(1, static_cast<char>(resolution)));
    const Read file = read(o.section() + o.interface(101, unit) + o.interface(101, unit + o.option(14, o.n64(100)))
        + o.packet(0, stamp, "a") + o.packet(1, stamp, "b"));
    QCOMPARE(file.times.size(), 2);
    QCOMPARE(qint64(file.times[0].time_since_epoch().count()), microseconds);
    QCOMPARE(qint64(file.times[1].time_since_epoch().count()), microseconds + 100'000'000);
}

void tst_PacketSource::broken_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("says");
    const Order o;
    const QByteArray pcap = o.pcap(0xa1b2c3d4) + o.record(5, 7, "one"),
                     ng = o.section() + o.interface(101) + o.packet(0, 5'000'007, "one");
    QTest::newRow("a record's header is cut") << pcap + "1234"
                                              << "truncated";
    QTest::newRow("a record is cut") << pcap + o.record(5, 7, "two").chopped(1) << "truncated";
    QTest::newRow("a record of 262,145") << pcap + o.record(5, 7, QByteArray(262'145, 'x')) << "262145";
    QTest::newRow("a block's header is cut") << ng + "1234"
                                             << "truncated";
    QTest::newRow("a block is cut") << ng + o.packet(0, 5, "two").chopped(1) << "truncated";
    QTest::newRow("a block of 0") << ng + o.n32(6) + o.n32(0) << "a block of 0 bytes";
    QTest::newRow("a block of 13") << ng + o.n32(6) + o.n32(13) + QByteArray(5, '\0') << "13";
    QTest::newRow("a block of 4 GB") << ng + o.n32(6) + o.n32(0xfffffffc) << "4294967292";
    QTest::newRow("two lengths") << ng + o.n32(7) + o.n32(12) + o.n32(16) << "two lengths";
    QTest::newRow("no such interface") << ng + o.packet(1, 5, "two") << "not described";
    QTest::newRow("interfaces end with their section") << ng + o.section() + o.packet(0, 5, "two") << "not described";
    QTest::newRow("a packet over its block")
        << ng + o.block(6, QByteArray(8, '\0').prepend(o.n32(0)) + o.n32(5) + o.n32(5) + "two.")
        << "a packet of 5 bytes";
    QTest::newRow("a packet block too short") << ng + o.block(6, QByteArray(16, '\0')) << "too short";
    QTest::newRow("an interface too short") << ng + o.block(1, QByteArray(4, '\0')) << "too short";
    QTest::newRow("an option over its block") << ng + o.interface(101, o.n16(9) + o.n16(5) + "abcd") << "option";
    QTest::newRow("too many interfaces") << ng + o.interface(101).repeated(65'536) << "65536 interfaces";
    QTest::newRow("a section of another order")
        << ng + o.n32(0x0a0d0d0a) + o.n32(28) + "1234" + QByteArray(16, '\0') << "section";
}

void tst_PacketSource::broken()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const QString, says);
    const Read file = read(octets);
    QCOMPARE(file.packets, QList<QByteArray>{"one"}); // what stands ahead of it is taken
    QVERIFY2(file.error.contains(says), qPrintable(file.error));
}

void tst_PacketSource::readOnBehindDamage_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("says");
    for (const bool big : {false, true}) {
        const Order o{big};
        const char *const name = big ? "big" : "little";
        const QByteArray pcap = o.pcap(0xa1b2c3d4) + o.record(5'000, 7, "one"),
                         ng = o.section() + o.interface(101) + o.packet(0, 5'000'007, "one");
        const QByteArray records = o.record(5'001, 7, "two") + o.record(5'002, 7, "three"),
                         blocks = o.packet(0, 5'000'008, "two") + o.packet(0, 5'000'009, "three");
        const auto snoop = [](quint32 seconds, const QByteArray &octets) -> QByteArray {
            const auto size = static_cast<quint32>(octets.size()), whole = (24 + size + 3) / 4 * 4;
            return big32(size) + big32(size) + big32(whole) + big32(0) + big32(seconds) + big32(7) + octets
                + QByteArray(static_cast<qsizetype>(whole - 24 - size), '\0');
        };
        if (big)
            QTest::addRow("octets between records of snoop") << "snoop" + QByteArray(3, '\0') + big32(2) + big32(4)
                    + snoop(5'000, "one") + QByteArray(33, '\xff') + snoop(5'001, "two")
                    + snoop(5'002, "three") << "33 bytes unreadable at offset 44";
        QTest::addRow("octets between records, %s", name)
            << pcap + QByteArray(33, '\xff') + records << "33 bytes unreadable at offset 43";
        QTest::addRow("octets between blocks, %s", name) << ng + QByteArray(33, '\xff')
                + blocks << QStringLiteral("33 bytes unreadable at offset %1").arg(ng.size());
        QTest::addRow("a record's size, %s", name) << pcap + o.n32(5'000) + o.n32(7) + o.n32(0xffffffff) + o.n32(4)
                + "lost" + records << "20 bytes unreadable at offset 43 (a packet of 4294967295 bytes)";
        QTest::addRow("a record longer than the file, %s", name) << pcap + o.n32(5'000) + o.n32(7) + o.n32(99'999)
                + o.n32(99'999) + "lost" + records << "20 bytes unreadable at offset 43 (the file is truncated)";
        QTest::addRow("a block of 0, %s", name)
            << ng + o.n32(6) + o.n32(0) + QByteArray(32, 'x') + blocks << "a block of 0 bytes";
        QTest::addRow("two lengths, %s", name)
            << ng + o.n32(6) + o.n32(16) + "lost" + o.n32(20) + blocks << "two lengths";
        QTest::addRow("a block longer than the file, %s", name)
            << ng + o.n32(6) + o.n32(4'000) + QByteArray(32, 'x') + blocks << "the file is truncated";
        QTest::addRow("no such interface, %s", name) << ng + o.packet(3, 5, "lost") + blocks << "not described";
        QTest::addRow("a packet over its block, %s", name)
            << ng + o.block(6, QByteArray(8, '\0').prepend(o.n32(0)) + o.n32(5) + o.n32(5) + "two.") + blocks
            << "a packet of 5 bytes";
        QTest::addRow("a section's length, %s", name)
            << ng + o.n32(0x0a0d0d0a) + o.n32(8) + o.n32(0x1a2b3c4d) + QByteArray(16, '\0') + blocks << "section";
    }
}

/// A damaged record is not the end; what could not be read is told with its place.
void tst_PacketSource::readOnBehindDamage()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const QString, says);
    const Read file = read(octets);
    QCOMPARE(file.packets, (QList<QByteArray>{"one", "two", "three"}));
    QVERIFY2(file.error.contains(says) && file.error.contains(QStringLiteral("bytes unreadable at offset")),
        qPrintable(file.error));
    for (qsizetype i = 0; i < file.packets.size(); ++i)
        QCOMPARE(octets.mid(file.offsets[i], file.packets[i].size()), file.packets[i]);
}

void tst_PacketSource::everyOctetOfAHeaderDamaged_data()
{
    QTest::addColumn<bool>("ng");
    QTest::newRow("pcap") << false;
    QTest::newRow("pcapng") << true;
}

/// Whatever stands in the header of the third packet of five: the first two, and the last one, are read; of pcap the
/// fourth may be lost with it.
void tst_PacketSource::everyOctetOfAHeaderDamaged()
{
    QFETCH(const bool, ng);
    const Order o;
    const auto packet = [&](int i) {
        const QByteArray octets = "octets of packet " + QByteArray::number(i);
        return ng ? o.packet(0, 5'000'000 + static_cast<quint64>(i), octets)
                  : o.record(1'700'000'000, static_cast<quint32>(i), octets);
    };
    QByteArray whole = ng ? o.section() + o.interface(101) : o.pcap(0xa1b2c3d4);
    const QByteArray ahead = whole + packet(1) + packet(2);
    whole = ahead + packet(3) + packet(4) + packet(5);
    for (int at = 0; at < (ng ? 28 : 16); ++at) {
        for (const int bits : {0x01, 0x80, 0xff}) {
            QByteArray octets = whole;
            octets[ahead.size() + at] = static_cast<char>(octets[ahead.size() + at] ^ bits);
            const Read file = read(octets);
            QVERIFY(file.packets.size() >= 3 && file.packets.size() <= 5);
            QVERIFY(file.packets.contains("octets of packet 2"));
            QVERIFY2(file.packets.constLast().startsWith("octets of packet 5"),
                qPrintable(QStringLiteral("octet %1 by %2").arg(at).arg(bits)));
        }
    }
}

/// Longer than what is looked at at once; and octets that look like headers all over cost no more than others.
void tst_PacketSource::aLongHole()
{
    const Order o;
    const QByteArray pcap = o.pcap(0xa1b2c3d4) + o.record(0x01010101, 7, "one");
    const QByteArray records = o.record(0x01010102, 7, "two") + o.record(0x01010103, 7, "three");
    for (const char octet : {'\xff', '\x01'}) {
        const Read file = read(
            pcap + o.n32(0).repeated(2) + o.n32(0xffffffff) + o.n32(4) + QByteArray(5'000'000, octet) + records);
        QCOMPARE(file.packets, (QList<QByteArray>{"one", "two", "three"}));
        QVERIFY2(
            file.error.startsWith(QStringLiteral("5000016 bytes unreadable at offset 43")), qPrintable(file.error));
    }
}

void tst_PacketSource::sentAsText()
{
    const Order o;
    QByteArray octets = o.pcap(0xa1b2c3d4);
    for (quint32 i = 0; i < 20; ++i)
        octets += o.record(1'700'000'000 + i, 0, "OPTIONS sip:a@b SIP/2.0\r\nVia: x\r\n\r\n");
    octets.replace("\n", "\r\n");
    const Read file = read(octets);
    QVERIFY2(!file.packets.isEmpty() && file.error.contains(QStringLiteral("text mode")), qPrintable(file.error));
}

void tst_PacketSource::compressed()
{
    const Order o;
    const QByteArray octets = o.pcap(0xa1b2c3d4) + o.record(5, 7, "one");
    QByteArray squeezed = gzipped(octets);
    QVERIFY(read(squeezed.chopped(9)).error.contains(QStringLiteral("truncated")));
    squeezed[squeezed.size() - 6] = static_cast<char>(~squeezed[squeezed.size() - 6]); // its checksum
    QVERIFY(read(squeezed).error.contains(QStringLiteral("damaged")));
    QVERIFY(read(gzipped("no capture, but twenty-four octets")).error.startsWith(QStringLiteral("not a capture file")));
}

void tst_PacketSource::compressedInParts()
{
    const Order o;
    const Read file = read(
        gzipped(o.pcap(0xa1b2c3d4) + o.record(5, 7, "one")) + gzipped(o.record(6, 8, "two"))); // RFC 1952 §2.2
    QCOMPARE(file.error, QString());
    QCOMPARE(file.packets, (QList<QByteArray>{"one", "two"}));
}

void tst_PacketSource::whatIsInflatedIsLimited()
{
    const QString path = m_folder.filePath(QStringLiteral("bomb"));
    QVERIFY(writeFile(path, gzipped(QByteArray(100'000, '\0'))));
    QByteArray to(1000, Qt::Uninitialized);
    InflatingFile file(5000);
    QVERIFY(file.open(path));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(file.read(to.data(), to.size()), 1000);
    QCOMPARE(file.read(to.data(), to.size()), 0);
    QVERIFY(file.errorText().contains(QStringLiteral("5000")));
    QVERIFY(writeFile(path, QByteArray(100'000, '\0'))); // what is no longer than it looks may be as long as it is
    InflatingFile plain(5000);
    QVERIFY(plain.open(path));
    for (int i = 0; i < 100; ++i)
        QCOMPARE(plain.read(to.data(), to.size()), 1000);
    QCOMPARE(plain.read(to.data(), to.size()), 0);
    QCOMPARE(plain.errorText(), QString());
    QCOMPARE(plain.position(), 100'000);
}

/// What can be inflated ahead of the damage counts, as of a file that is not compressed; up to one piece of what is
/// inflated at once.
void tst_PacketSource::damagedBehindGoodPackets()
{
    const Order o;
    QByteArray octets = o.pcap(0xa1b2c3d4);
    for (quint32 i = 0; i < 500; ++i)
        octets += o.record(i, 0, QByteArray(400, static_cast<char>(i)));
    QByteArray squeezed = gzipped(octets);
    squeezed[squeezed.size() - 6] = static_cast<char>(~squeezed[squeezed.size() - 6]); // its checksum
    const Read file = read(squeezed);
    QVERIFY(file.error.contains(QStringLiteral("damaged")));
    QVERIFY2(
        file.packets.size() >= 500 - InflatingFile::maxLost / 416, qPrintable(QString::number(file.packets.size())));
}

/// `count` packets of sizes that differ, of pcap or, by turns of two interfaces, of pcapng.
static QByteArray manyPackets(bool ng, int count, QByteArrayList &packets)
{
    const Order o;
    QByteArray octets = ng ? o.section() + o.interface(101) + o.interface(101) : o.pcap(0xa1b2c3d4);
    for (int i = 0; i < count; ++i) {
        packets << QByteArray(i * 7919 % 3001, static_cast<char>('a' + i % 26)) + QByteArray::number(i);
        octets += ng ? o.packet(static_cast<quint32>(i % 2), static_cast<quint64>(i), packets.constLast())
                     : o.record(0, static_cast<quint32>(i), packets.constLast());
    }
    return octets;
}

void tst_PacketSource::placesInTheFile_data()
{
    QTest::addColumn<bool>("ng");
    QTest::newRow("pcap") << false;
    QTest::newRow("pcapng") << true;
}

void tst_PacketSource::placesInTheFile()
{
    QFETCH(const bool, ng);
    QByteArrayList packets;
    const QByteArray octets = manyPackets(ng, 2000, packets); // three times what is read at once
    QVERIFY(octets.size() > 2 * PacketSource::chunk);
    const Read file = read(octets);
    QCOMPARE(file.error, QString());
    QCOMPARE(file.packets, packets);
    for (qsizetype i = 0; i < packets.size(); ++i) {
        QCOMPARE(octets.mid(file.offsets[i], packets[i].size()), packets[i]);
        QCOMPARE(file.interfaces[i], ng ? static_cast<quint32>(i % 2) : 0U);
    }
    const Read squeezed = read(gzipped(octets));
    QCOMPARE(squeezed.packets, packets);
    QVERIFY(std::all_of(squeezed.offsets.begin(), squeezed.offsets.end(), [](qint64 offset) { return offset == -1; }));
}

void tst_PacketSource::overTheEndOfWhatIsReadAtOnce_data()
{
    QTest::addColumn<bool>("ng");
    QTest::addColumn<int>("before"); ///< octets from the second packet's header to the end of the first megabyte
    for (const bool ng : {false, true}) {
        for (const int before : {-4, 0, 1, 3, 4, 7, 8, 9, 12, 15, 16, 17, 20, 27, 28, 29, 31, 32, 35, 36, 40})
            QTest::addRow("%s, %d", ng ? "pcapng" : "pcap", before) << ng << before;
    }
}

void tst_PacketSource::overTheEndOfWhatIsReadAtOnce()
{
    QFETCH(const bool, ng);
    QFETCH(const int, before);
    if (ng && before % 4 != 0)
        return; // its blocks begin at fours
    const Order o;
    QByteArray octets = ng ? o.section() + o.interface(101) : o.pcap(0xa1b2c3d4);
    const qsizetype around = ng ? 32 : 16;
    qsizetype left = PacketSource::chunk - before - octets.size();
    QByteArrayList packets;
    for (; left > 0; left -= packets.constLast().size() + around) {
        packets << QByteArray(left > 250'000 ? 100'000 : left > 200'000 ? left - 100'000 - around : left - around, 'x');
        octets += ng ? o.packet(0, 1, packets.constLast()) : o.record(0, 1, packets.constLast());
    }
    QCOMPARE(octets.size(), PacketSource::chunk - before);
    packets << "abcd"
            << "efgh";
    octets += ng ? o.packet(0, 1, "abcd") + o.packet(0, 1, "efgh") : o.record(0, 1, "abcd") + o.record(0, 1, "efgh");
    const Read file = read(octets);
    QCOMPARE(file.error, QString());
    QCOMPARE(file.packets, packets);
    for (qsizetype i = 0; i < packets.size(); ++i)
        QCOMPARE(octets.mid(file.offsets[i], packets[i].size()), packets[i]);
}

void tst_PacketSource::aLongBlock()
{
    const Order o;
    const QByteArray start = o.section() + o.interface(101) + o.packet(0, 1, "one");
    const QByteArray octets = start + o.block(77, QByteArray(PacketSource::maxBlock - 12, 'x')) + o.packet(0, 2, "two")
        + o.block(77, QByteArray(5'000'000, 'y')) + o.packet(0, 2, "three");
    const Read file = read(octets);
    QCOMPARE(file.error, QString());
    QCOMPARE(file.packets, (QList<QByteArray>{"one", "two", "three"}));
    QCOMPARE(octets.mid(file.offsets[1], 3), QByteArray("two"));
    QCOMPARE(octets.mid(file.offsets[2], 5), QByteArray("three"));
    const Read longer = read(start + o.block(77, QByteArray(PacketSource::maxBlock, 'x')));
    QVERIFY2(longer.error.contains(QStringLiteral("a block of")), qPrintable(longer.error));
}

void tst_PacketSource::aFileThatGrows()
{
    const Order o;
    const QString path = m_folder.filePath(QStringLiteral("growing"));
    QVERIFY(writeFile(path, o.pcap(0xa1b2c3d4) + o.record(1, 0, "one")));
    PacketSource source;
    PacketSource::Packet packet;
    QVERIFY(source.open(path));
    QCOMPARE(source.next(packet), PacketSource::Result::Packet);
    QCOMPARE(source.next(packet), PacketSource::Result::End);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append) && file.write(o.record(2, 0, "two")) > 0 && file.flush());
    QCOMPARE(source.next(packet), PacketSource::Result::End); // it was what it was
}

void tst_PacketSource::openedAgain()
{
    const Order o;
    const QString path = m_folder.filePath(QStringLiteral("again"));
    QVERIFY(writeFile(path, o.section() + o.interface(101) + o.interface(101) + o.packet(1, 1, "one")));
    PacketSource source;
    PacketSource::Packet packet;
    QVERIFY(source.open(path));
    while (source.next(packet) != PacketSource::Result::Packet) { }
    QCOMPARE(packet.interface, 1U);
    QVERIFY(writeFile(path, o.pcap(0xa1b2c3d4) + o.record(1, 0, "two")));
    QVERIFY(source.open(path));
    QCOMPARE(source.next(packet), PacketSource::Result::Packet);
    QCOMPARE(std::string(packet.octets), std::string("two"));
    QCOMPARE(packet.interface, 0U);
    QCOMPARE(packet.offset, 40);
}

QTEST_GUILESS_MAIN(tst_PacketSource)
#include "tst_packetsource.moc"
