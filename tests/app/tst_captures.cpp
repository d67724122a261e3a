#include "tests/support/capturewriter.h"
#include "tests/support/packets.h"
#include "tests/support/serverprocess.h"
#include "tests/support/tunnels.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb::test;
using namespace std::chrono_literals;

/// Captures of any kind: gbscope-cli takes the SIP messages that tshark sees.
class tst_Captures : public QObject
{
    Q_OBJECT
private slots:
    void linkTypes_data();
    void linkTypes();
    void tunnels_data();
    void tunnels();
    void cleanupTestCase();
    void aCatalogueInFragments_data();
    void aCatalogueInFragments();
    void tcpStreams_data();
    void tcpStreams();
    void compressed_data();
    void compressed();
    void writtenByOthers_data();
    void writtenByOthers();
    void unknownLinkTypes_data();
    void unknownLinkTypes();
    void impossibleTimes_data();
    void impossibleTimes();
    void timeThatGoesBack();

private:
    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(ServerProcess::patience);
        return process.readAllStandardOutput();
    }
    static QJsonObject messages(const QString &file)
    {
        return QJsonDocument::fromJson(run(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), file}))
            .object()[u"messages"]
            .toObject();
    }
    struct Told
    {
        QJsonObject json;
        QByteArray error;
        int status = -1;
    };
    static Told analyze(const QString &file)
    {
        QProcess process;
        process.start(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), file});
        process.waitForFinished(ServerProcess::patience);
        return {QJsonDocument::fromJson(process.readAllStandardOutput()).object(), process.readAllStandardError(),
            process.exitCode()};
    }
    static QJsonArray findings(const QJsonObject &json, const QString &rule)
    {
        QJsonArray out;
        for (const QJsonValue &one : json[u"findings"].toArray()) {
            if (one[u"rule"] == rule)
                out.append(one);
        }
        return out;
    }
    /// A frame may hold several: each has its Call-ID.
    static qsizetype tsharksMessages(const QString &file, const QString &option = {})
    {
        const QByteArray out = run(QStringLiteral("tshark"),
            (option.isEmpty() ? QStringList() : QStringList{QStringLiteral("-o"), option})
                + QStringList{QStringLiteral("-r"), file, QStringLiteral("-o"),
                    QStringLiteral("tcp.reassemble_out_of_order:TRUE"), QStringLiteral("-Y"), QStringLiteral("sip"),
                    QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-E"),
                    QStringLiteral("occurrence=a"), QStringLiteral("-E"), QStringLiteral("aggregator=;"),
                    QStringLiteral("-e"), QStringLiteral("sip.Call-ID")});
        return out.count('\n') + out.count(';');
    }
    QString file(const QByteArray &octets)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.cap").arg(++m_files));
        return writeFile(path, octets) ? path : QString();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    QStringList m_table; ///< of tunnels
};

/// 90 channels: 19 KB.
static QByteArray catalogue(const QByteArray &transport = "UDP")
{
    QByteArray body = "<?xml "
                      "version=\"1.0\"?>\r\n<Response><CmdType>Catalog</CmdType><SN>1</"
                      "SN><DeviceID>34020000001320000001</DeviceID><SumNum>90</SumNum><DeviceList Num=\"90\">\r\n";
    for (int i = 1; i <= 90; ++i)
        body += "<Item><DeviceID>3402000000131" + QByteArray::number(i).rightJustified(7, '0')
            + "</DeviceID><Name>Camera</Name><Manufacturer>A</Manufacturer><Model>B</Model><Owner>O</"
              "Owner><CivilCode>3402</CivilCode><Parental>0</Parental><ParentID>34020000001320000001</"
              "ParentID><Status>ON</Status></Item>\r\n";
    body += "</DeviceList></Response>\r\n";
    return "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/" + transport
        + " 10.0.0.2:5060;branch=z9hG4bKcatalogue\r\nFrom: <sip:34020000001320000001@3402000000>;tag=1\r\n"
          "To: <sip:34020000002000000001@3402000000>\r\nCall-ID: catalogue\r\nCSeq: 1 MESSAGE\r\nMax-Forwards: "
          "70\r\nContent-Type: Application/MANSCDP+xml\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void tst_Captures::linkTypes_data()
{
    QTest::addColumn<quint32>("linkType");
    QTest::addColumn<QByteArray>("ahead"); ///< of the IP packet
    QTest::newRow("Ethernet") << 1U << ethernet(0x0800, {});
    QTest::newRow("802.1ad, 802.1Q") << 1U << ethernet(0x88a8, vlan(1, 0x8100, vlan(2, 0x0800, {})));
    QTest::newRow("cooked") << 113U << QByteArray::fromHex("00000001000602000000000100000800");
    QTest::newRow("cooked 2") << 276U << QByteArray::fromHex("0800000000000001000100060200000000010000");
    QTest::newRow("raw") << 101U << QByteArray();
    QTest::newRow("loopback") << 0U << QByteArray::fromHex("02000000");
    QTest::newRow("IP in IP") << 101U << QByteArray();
    QTest::newRow("PPPoE") << 1U << QByteArray();
}

void tst_Captures::linkTypes()
{
    QFETCH(const quint32, linkType);
    QFETCH(const QByteArray, ahead);
    QByteArrayList packets;
    for (int i = 1; i <= 3; ++i) {
        QByteArray packet = ip4(17, udp(optionsRequest(i)));
        if (QTest::currentDataTag() == QByteArray("IP in IP"))
            packet = ip4(4, packet);
        else if (QTest::currentDataTag() == QByteArray("PPPoE"))
            packet = ethernet(0x8864, pppoe(0x0021, packet));
        packets << ahead + packet;
    }
    const QString path = file(pcapOf(linkType, packets));
    QCOMPARE(messages(path)[u"sip"].toInt(), 3);
    QCOMPARE(tsharksMessages(path), 3);
}

void tst_Captures::tunnels_data()
{
    QTest::addColumn<quint32>("linkType");
    QTest::addColumn<QByteArrayList>("packets");
    QTest::addColumn<QString>("tshark");
    for (const Tunnel &tunnel : everyTunnel()) {
        QByteArrayList packets;
        for (int i = 1; i <= 3; ++i)
            packets << tunnel.around(ip4(17, udp(optionsRequest(i))));
        QTest::newRow(tunnel.name) << tunnel.linkType << packets << QString::fromLatin1(tunnel.tshark);
    }
}

void tst_Captures::tunnels()
{
    QFETCH(const quint32, linkType);
    QFETCH(const QByteArrayList, packets);
    QFETCH(const QString, tshark);
    const QString path = file(pcapOf(linkType, packets));
    const int read = messages(path)[u"sip"].toInt();
    const bool compares = tshark != u"-";
    const qsizetype others = compares ? tsharksMessages(path, tshark) : 0;
    m_table << QStringLiteral("%1 %2 %3")
                   .arg(QString::fromLatin1(QTest::currentDataTag()), -42)
                   .arg(read, 7)
                   .arg(compares ? QString::number(others) : QStringLiteral("-"), 7);
    QCOMPARE(read, 3);
    if (compares)
        QCOMPARE(others, 3);
}

/// Messages of three that each reader finds; "-": tshark does not know it by itself.
void tst_Captures::cleanupTestCase()
{
    if (!m_table.isEmpty())
        qInfo("%-42s %7s %7s\n%s", "of three messages in", "gbscope", "tshark", qPrintable(m_table.join(u'\n')));
}

void tst_Captures::aCatalogueInFragments_data()
{
    QTest::addColumn<bool>("v6");
    QTest::newRow("IPv4") << false;
    QTest::newRow("IPv6") << true;
}

void tst_Captures::aCatalogueInFragments()
{
    QFETCH(const bool, v6);
    const QByteArray answer = catalogue();
    QVERIFY(answer.size() > 19'000);
    QByteArrayList pieces = v6 ? fragments6(udp(answer), 1448) : fragments4(udp(answer), 1480);
    std::swap(pieces[2], pieces[5]);
    QByteArrayList lost = v6 ? fragments6(udp(answer), 1448, 2) : fragments4(udp(answer), 1480, 2);
    lost.removeAt(3);
    const auto whole = [&](int cseq) {
        return v6 ? ip6(17, udp(optionsRequest(cseq))) : ip4(17, udp(optionsRequest(cseq)));
    };
    const QString path = file(pcapOf(101, QByteArrayList{whole(1)} + pieces + lost + QByteArrayList{whole(2)}));
    const QJsonObject seen = messages(path);
    QCOMPARE(seen[u"sip"].toInt(), 4); // with the start of the one that has a hole
    QCOMPARE(seen[u"fragments_cut"].toInt(), 1);
    QCOMPARE(seen[u"malformed"].toInt(), 0);
    QCOMPARE(tsharksMessages(path), 3);
    QCOMPARE(seen[u"fragments"].toInt(), pieces.size() + lost.size());
    QCOMPARE(seen[u"reassembled"].toInt(), 1);
    QCOMPARE(seen[u"fragments_lost"].toInt(), lost.size());
    const QString text = m_folder.filePath(QStringLiteral("catalogue.txt"));
    run(QStringLiteral(GBSCOPE_CLI),
        {QStringLiteral("export"), path, QStringLiteral("-o"), text, QStringLiteral("--format"),
            QStringLiteral("text")});
    QFile exported(text);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    // Each channel, and those in the start of the message that has a hole
    QByteArray start;
    for (const QByteArray &piece : lost.mid(0, 3))
        start += piece.mid(v6 ? 48 : 20);
    QCOMPARE(exported.readAll().count("<DeviceID>3402000000131"), 90 + start.count("<DeviceID>3402000000131"));
}

void tst_Captures::tcpStreams_data()
{
    QTest::addColumn<QByteArrayList>("packets");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("lost");
    const QByteArray answer = catalogue("TCP"), next = optionsRequest(2, "TCP"), third = optionsRequest(3, "TCP");
    const auto segment = [](const QByteArray &octets, qsizetype at, int flags = Push | Ack) {
        return ip4(6, tcp(octets, static_cast<quint32>(1001 + at), flags));
    };
    QByteArrayList writes{segment({}, -1, Syn)};
    for (qsizetype at = 0; at < answer.size(); at += 1400)
        writes << segment(answer.mid(at, 1400), at);
    writes << segment(next, answer.size()) << segment({}, answer.size() + next.size(), Fin | Ack);
    QTest::newRow("a catalogue in writes of 1400") << writes << 2 << 0;
    QByteArrayList mixed = writes;
    std::swap(mixed[2], mixed[4]);
    std::swap(mixed[3], mixed[5]);
    QTest::newRow("out of order") << mixed << 2 << 0;
    QByteArrayList three{writes[0], segment(next.mid(200), 200), segment(next.mid(100, 100), 100),
        segment(next.left(100), 0), segment(third, next.size())};
    QTest::newRow("three out of order, a good one") << three << 2 << 0;
    QTest::newRow("two in a segment") << QByteArrayList{writes[0], segment(next + third, 0)} << 2 << 0;
    QTest::newRow("CR LF CR LF between them") << QByteArrayList{writes[0], segment(next, 0),
        segment("\r\n\r\n", next.size()), segment(third, next.size() + 4)}
                                              << 2 << 0;
    QTest::newRow("a connection after the other") << QByteArrayList{segment({}, -1, Syn), segment(next, 0),
        segment({}, next.size(), Rst), segment({}, 499'999, Syn), segment(third, 500'000)}
                                                  << 2 << 0;
    QTest::newRow("a gap") << QByteArrayList{writes[0], segment(next, 0), segment(third, next.size() + 100)} << 2
                           << 100;
}

void tst_Captures::tcpStreams()
{
    QFETCH(const QByteArrayList, packets);
    QFETCH(const int, count);
    QFETCH(const int, lost);
    const QString path = file(pcapOf(101, packets));
    const QJsonObject seen = messages(path);
    QCOMPARE(seen[u"sip"].toInt(), count);
    QCOMPARE(seen[u"malformed"].toInt(), 0);
    QCOMPARE(seen[u"tcp_octets_lost"].toInt(), lost);
    if (lost == 0) // behind a gap tshark shows nothing
        QCOMPARE(tsharksMessages(path), count);
}

void tst_Captures::compressed_data()
{
    QTest::addColumn<QByteArray>("octets");
    const QByteArrayList packets{ip4(17, udp(optionsRequest(1))), ip4(17, udp(optionsRequest(2)))};
    const QString plain = file(pcapOf(101, packets)), converted = m_folder.filePath(QStringLiteral("converted.pcapng"));
    run(QStringLiteral("editcap"), {QStringLiteral("-F"), QStringLiteral("pcapng"), plain, converted}); // Wireshark's
                                                                                                        // own blocks
    QFile pcapng(converted);
    QVERIFY(pcapng.open(QIODevice::ReadOnly));
    const QByteArray blocks = pcapng.readAll();
    QTest::newRow("pcap") << gzipped(pcapOf(101, packets));
    QTest::newRow("pcapng, not compressed") << blocks;
    QTest::newRow("pcapng") << gzipped(blocks);
}

void tst_Captures::compressed()
{
    QFETCH(const QByteArray, octets);
    const QString path = file(octets); // its name says nothing
    QCOMPARE(messages(path)[u"sip"].toInt(), 2);
    QCOMPARE(tsharksMessages(path), 2);
}

void tst_Captures::writtenByOthers_data()
{
    QTest::addColumn<bool>("isRead");
    for (const char *format :
        {"pcap", "pcapng", "nsecpcap", "modpcap", "nokiapcap", "rh6_1pcap", "suse6_3pcap", "snoop"})
        QTest::newRow(format) << true;
    for (const char *format : {"5views", "k12text", "lanalyzer", "netmon1", "netmon2", "nettl", "ngsniffer",
             "ngwsniffer_1_1", "ngwsniffer_2_0", "observer", "visual"})
        QTest::newRow(format) << false;
}

/// All that Wireshark writes of packets: read, or named with the way out.
void tst_Captures::writtenByOthers()
{
    QFETCH(const bool, isRead);
    QByteArrayList packets;
    for (int i = 1; i <= 12; ++i)
        packets << ethernet(0x0800, ip4(17, udp(optionsRequest(i))));
    const QString plain = file(pcapOf(1, packets)), path = m_folder.filePath(QStringLiteral("converted"));
    QFile::remove(path);
    run(QStringLiteral("editcap"), {QStringLiteral("-F"), QString::fromLatin1(QTest::currentDataTag()), plain, path});
    if (!QFile::exists(path))
        QSKIP("this Wireshark does not write it");
    const Told told = analyze(path);
    QCOMPARE(told.status, isRead ? 0 : 1);
    QCOMPARE(told.json[u"messages"][u"sip"].toInt(), isRead ? 12 : 0);
    QCOMPARE(told.error.contains("save it as pcapng with Wireshark"), !isRead);
}

static QByteArray pcapng(const QByteArrayList &blocks)
{
    const auto block = [](quint32 type, const QByteArray &body) -> QByteArray {
        const QByteArray padded = body + QByteArray(-body.size() & 3, '\0'),
                         size = little32(static_cast<quint32>(padded.size() + 12));
        return little32(type) + size + padded + size;
    };
    QByteArray out = block(0x0a0d0d0a, QByteArray::fromHex("4d3c2b1a01000000") + QByteArray(8, '\xff'));
    for (const QByteArray &one : blocks)
        out += block(one.startsWith('I') ? 1 : 6, one.mid(1));
    return out;
}

static QByteArray interfaceOf(quint32 linkType, const QByteArray &options = {})
{
    return 'I' + little32(linkType) + little32(262144) + options;
}

static QByteArray packetOf(quint32 interface, quint64 stamp, const QByteArray &packet)
{
    const QByteArray size = little32(static_cast<quint32>(packet.size()));
    return 'P' + little32(interface) + little32(static_cast<quint32>(stamp >> 32))
        + little32(static_cast<quint32>(stamp)) + size + size + packet;
}

constexpr quint64 march = 1'772'409'600'000'000; // 2026-03-02, microseconds

void tst_Captures::unknownLinkTypes_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<int>("sip");
    QTest::addColumn<QByteArray>("says");
    const QByteArray packet = ip4(17, udp(optionsRequest(1)));
    QTest::newRow("pcap") << pcapOf(147, {packet, packet}) << 0
                          << QByteArray("link type 147 (reserved for private use) is not known");
    QTest::newRow("one of two interfaces")
        << pcapng({interfaceOf(148), interfaceOf(101), packetOf(0, march, packet), packetOf(1, march, packet)}) << 1
        << QByteArray("link type 148 (reserved for private use) is not known: 1 packets of interface 0");
    QTest::newRow("one that took nothing")
        << pcapng({interfaceOf(148), interfaceOf(101), packetOf(1, march, packet)}) << 1 << QByteArray();
    QTest::newRow("none") << pcapOf(101, {packet}) << 1 << QByteArray();
}

void tst_Captures::unknownLinkTypes()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const int, sip);
    QFETCH(const QByteArray, says);
    const Told told = analyze(file(octets));
    QCOMPARE(told.json[u"messages"][u"sip"].toInt(), sip);
    QCOMPARE(told.status, says.isEmpty() ? 0 : 1);
    QVERIFY2(told.error.contains(says), told.error.constData());
    QVERIFY(says.isEmpty() || told.json[u"error"].toString().contains(QString::fromLatin1(says)));
}

void tst_Captures::impossibleTimes_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<bool>("impossible");
    const auto resolution = [](char value) -> QByteArray {
        return QByteArray::fromHex("09000100") + value + QByteArray(3, '\0');
    };
    const auto offset = [](qint64 seconds) -> QByteArray {
        return QByteArray::fromHex("0e000800") + little32(static_cast<quint32>(seconds))
            + little32(static_cast<quint32>(seconds >> 32));
    };
    QTest::newRow("as it should be") << QByteArray() << false;
    QTest::newRow("an hour's offset") << offset(3600) << false;
    QTest::newRow("nanoseconds, says the file") << resolution(9) << true;
    QTest::newRow("milliseconds, says the file") << resolution(3) << true;
    QTest::newRow("2^-60 s") << resolution('\xbc') << true;
    QTest::newRow("10^-127 s") << resolution(127) << true;
    QTest::newRow("back to 1970") << offset(-1'772'000'000) << true;
    QTest::newRow("ahead of all") << offset(qint64(1) << 62) << true;
    QTest::newRow("behind all") << offset(-(qint64(1) << 62)) << true;
}

void tst_Captures::impossibleTimes()
{
    QFETCH(const QByteArray, options);
    QFETCH(const bool, impossible);
    const QByteArray packet = ip4(17, udp(optionsRequest(1))), next = ip4(17, udp(optionsRequest(2)));
    const Told told = analyze(
        file(pcapng({interfaceOf(101, options), packetOf(0, march, packet), packetOf(0, march + 1000, next)})));
    QCOMPARE(told.status, 0);
    QCOMPARE(told.json[u"messages"][u"sip"].toInt(), 2); // they are read all the same
    const QJsonArray found = findings(told.json, QStringLiteral("G16"));
    QCOMPARE(found.size(), impossible ? 1 : 0);
    QVERIFY(!impossible || found[0][u"count"].toInt() == 2);
}

/// Somebody set the clock back by ten minutes while it was captured.
void tst_Captures::timeThatGoesBack()
{
    QByteArrayList blocks{interfaceOf(101), interfaceOf(101)};
    const auto add = [&](quint32 interface, std::chrono::seconds at, int cseq) {
        blocks << packetOf(
            interface, march + static_cast<quint64>(at.count()) * 1'000'000, ip4(17, udp(optionsRequest(cseq))));
    };
    using namespace std::chrono_literals;
    add(0, 1000s, 1);
    add(0, 1010s, 2);
    add(1, 600s, 3); // another card, whose clock is another one
    add(0, 410s, 4);
    add(0, 420s, 5);
    add(1, 610s, 6);
    const Told told = analyze(file(pcapng(blocks)));
    const QJsonArray jumps = told.json[u"clock_jumps"].toArray();
    QCOMPARE(jumps.size(), 1);
    QCOMPARE(jumps[0][u"by_s"].toDouble(), -600.0);
    QCOMPARE(jumps[0][u"at"].toString(), QStringLiteral("2026-03-02T00:06:50.000Z"));
    QCOMPARE(told.json[u"clock_jumps_total"].toInt(), 1);
    QCOMPARE(findings(told.json, QStringLiteral("G17")).size(), 1);
    for (const QJsonValue &flow : told.json[u"flows"].toArray())
        QVERIFY(flow[u"first"].toString() <= flow[u"last"].toString());
    QVERIFY(!analyze(file(pcapngOfTwo({ip4(17, udp(optionsRequest(1))), ip4(17, udp(optionsRequest(2)))})))
                 .json.contains(QStringLiteral("clock_jumps")));
}

QTEST_GUILESS_MAIN(tst_Captures)
#include "tst_captures.moc"
