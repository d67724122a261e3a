#include "core/capture/packed/texts/layout.h"
#include "core/capture/pcapreader.h"
#include "core/report/exporter.h"
#include "tests/support/packets.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Messages out of texts: of tcpdump, ngrep, sngrep, sipp and of logs; and captures that are packed.
class tst_Texts : public QObject
{
    Q_OBJECT
private slots:
    void messages_data();
    void messages();
    void times_data();
    void times();
    void timesThatAreNotTold();
    void midnight();
    void overTcp();
    void answersHaveTheirRequestsEnds();
    void indented();
    void whatStandsAround();
    void asOneLine();
    void charsets();
    void ourOwnExport();
    void shownTwice();
    void everyLayoutIsTried();
    void inHexadecimal();
    void notWhole();
    void noTextOfOurs();
    void packed_data();
    void packed();

private:
    struct Read
    {
        QList<Datagram> messages;
        QString error;
    };
    Read read(const QByteArray &octets)
    {
        Read out;
        const QString path = m_folder.filePath(QStringLiteral("file"));
        PcapReader reader;
        if (writeFile(path, octets) && reader.open(path)) {
            for (Datagram message; reader.next(message) == PcapReader::Result::Datagram;)
                out.messages << message;
        }
        out.error = reader.errorText();
        return out;
    }
    static QByteArray lines(QByteArray message) { return message.replace("\r\n", "\n"); }

    QTemporaryDir m_folder;
};

void tst_Texts::messages_data()
{
    QTest::addColumn<QByteArray>("ahead");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const QString a = QStringLiteral("192.168.1.64:5060"), b = QStringLiteral("192.168.1.15:5061"),
                  via = QStringLiteral("10.0.0.2:5060"), none = QStringLiteral("0.0.0.0:0");
    QTest::newRow("tcpdump -A") << QByteArray(
        "08:53:20.000000 IP 192.168.1.64.5060 > 192.168.1.15.5061: SIP: OPTIONS\nE..x..@.@...\n")
                                << a << b;
    QTest::newRow("tcpdump -A, on one line")
        << QByteArray("08:53:20.000000 IP 192.168.1.64.5060 > 192.168.1.15.5061: UDP, length 12\nE..x..@.@....@......")
        << a << b;
    QTest::newRow("ngrep") << QByteArray("U 2026/03/02 08:53:20.000000 192.168.1.64:5060 -> 192.168.1.15:5061\n\n") << a
                           << b;
    QTest::newRow("sngrep") << QByteArray("2026/03/02 08:53:20.000000 192.168.1.64:5060 -> 192.168.1.15:5061\n") << a
                            << b;
    QTest::newRow("sipp") << QByteArray(
        "----------------------------------------------- 2026-03-02 08:53:20.123456\nUDP "
        "message sent (512 bytes):\n\n")
                          << via << none;
    QTest::newRow("Asterisk, read") << QByteArray("<--- SIP read from UDP:192.168.1.64:5060 --->\n") << a << none;
    QTest::newRow("a log") << QByteArray("2026-03-02 08:53:20.123 [main] INFO  c.g.SipLayer - received\n") << via
                           << none;
    QTest::newRow("nothing ahead") << QByteArray() << via << none;
}

void tst_Texts::messages()
{
    QFETCH(const QByteArray, ahead);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    const QByteArray first = optionsRequest(1), second = optionsRequest(2, "UDP", "<a>\r\n<b/>\r\n</a>\r\n"),
                     third = optionsRequest(3, "UDP", "<a>\n</a>");
    const Read file = read(ahead + lines(first) + "\n\n" + ahead + lines(second) + "\n" + ahead + lines(third) + "\n");
    QCOMPARE(file.error, QString());
    QCOMPARE(file.messages.size(), 3);
    QCOMPARE(file.messages[0].octets, first);
    QCOMPARE(file.messages[1].octets, second);
    QCOMPARE(file.messages[2].octets, third);
    QCOMPARE(file.messages[0].from.text(), from);
    QCOMPARE(file.messages[0].to.text(), to);
}

void tst_Texts::times_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qint64>("microseconds"); ///< behind 08:53:20 of that day
    QTest::newRow("tcpdump -tttt") << QByteArray("2026-03-02 08:53:20.123456 IP 1.2.3.4.5060 > 1.2.3.5.5060: SIP")
                                   << qint64(123456);
    QTest::newRow("sngrep") << QByteArray("2026/03/02 08:53:21 1.2.3.4:5060 -> 1.2.3.5:5060") << qint64(1'000'000);
    QTest::newRow("sipp, older") << QByteArray("----------------------------------------------- "
                                               "2026-03-02\t08:53:20.123456\t1772441600.123456")
                                 << qint64(123456);
    QTest::newRow("Java") << QByteArray("2026-03-02T08:53:20.123 [main] INFO  c.g.SipLayer") << qint64(123000);
    QTest::newRow("SRS") << QByteArray("[2026-03-02 08:53:20.123][Trace][1][abc] gb28181: peer(1.2.3.4, 5060)")
                         << qint64(123000);
    QTest::newRow("syslog in ISO, zone of the log")
        << QByteArray("2026-03-02T08:53:20.5Z host kamailio[1]: INFO: x") << qint64(500000);
}

void tst_Texts::times()
{
    QFETCH(const QByteArray, line);
    QFETCH(const qint64, microseconds);
    const Read file = read(line + "\n" + lines(optionsRequest(1)));
    QCOMPARE(file.messages.size(), 1);
    const TimePoint day{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    QVERIFY(file.messages[0].at == day + 8h + 53min + 20s + Duration(microseconds));
}

/// As they stand, a millisecond apart at the start of 1970: whoever judges knows that these are none.
void tst_Texts::timesThatAreNotTold()
{
    for (const char *heading : {"", "IP 1.2.3.4.5060 > 1.2.3.5.5060: SIP\n",
             " 00:00:07.000000 IP 1.2.3.4.5060 > "
             "1.2.3.5.5060: SIP\n",
             "U 1.2.3.4:5060 -> 1.2.3.5:5060 #1\n"}) {
        const Read file = read(heading + lines(optionsRequest(1)) + heading + lines(optionsRequest(2)));
        QCOMPARE(file.messages.size(), 2);
        QVERIFY(file.messages[0].at == TimePoint(1ms));
        QVERIFY(file.messages[1].at == TimePoint(2ms));
    }
    const Read epoch = read("1760000000.250000 IP 1.2.3.4.5060 > 1.2.3.5.5060: SIP\n" + lines(optionsRequest(1)));
    QVERIFY(epoch.messages[0].at == TimePoint(1'760'000'000s + 250ms));
}

void tst_Texts::midnight()
{
    const Read file = read("23:59:59.000000 IP 1.2.3.4.5060 > 1.2.3.5.5060: SIP\n" + lines(optionsRequest(1))
        + "00:00:01.000000 IP 1.2.3.4.5060 > 1.2.3.5.5060: SIP\n" + lines(optionsRequest(2)));
    QCOMPARE(file.messages.size(), 2);
    QVERIFY(file.messages[1].at - file.messages[0].at == Duration(2s));
}

void tst_Texts::overTcp()
{
    const QByteArray heading = "08:53:20.000000 IP 1.2.3.4.5060 > 1.2.3.5.5060: Flags [P.], seq 1:300, ack 1\n"
                               "E..N.`..@....3dM....\"..........kP....(..";
    QByteArray text;
    for (int i = 1; i <= 3; ++i)
        text += heading + lines(optionsRequest(i, "TCP")) + "\n";
    const Read file = read(text);
    QCOMPARE(file.error, QString());
    QCOMPARE(file.messages.size(), 3);
    QCOMPARE(file.messages[0].transport, TransportKind::Tcp);
    QCOMPARE(file.messages[2].octets, optionsRequest(3, "TCP"));
    QCOMPARE(file.messages[2].sequence, 1 + 2 * static_cast<quint32>(optionsRequest(1, "TCP").size()));
}

void tst_Texts::answersHaveTheirRequestsEnds()
{
    const QByteArray asked = lines(optionsRequest(1)),
                     answered = QByteArray(asked).replace("OPTIONS sip:s@d SIP/2.0", "SIP/2.0 200 OK");
    const Read file = read("<--- Received SIP request (200 bytes) from UDP:1.2.3.4:5062 --->\n" + asked
        + "\n<--- Transmitting SIP response (200 bytes) to UDP:1.2.3.4:5062 --->\n" + answered);
    QCOMPARE(file.messages.size(), 2);
    QCOMPARE(file.messages[0].from.text(), QStringLiteral("1.2.3.4:5062"));
    QCOMPARE(file.messages[1].to.text(), QStringLiteral("1.2.3.4:5062"));
    QCOMPARE(file.messages[1].from, file.messages[0].to);
}

/// tcpdump -v, FreeSWITCH and our own export.
void tst_Texts::indented()
{
    for (const QByteArray &blank : {QByteArray("\t"), QByteArray("   "), QByteArray("    ")}) {
        QByteArray text, message = lines(optionsRequest(1, "UDP", "<a>\r\n  <b/>\r\n</a>"));
        for (const QByteArray &line : message.split('\n'))
            text += (line.isEmpty() ? QByteArray(blank).trimmed() : blank) + line + '\n';
        const Read file = read(
            "08:53:20.0 IP (tos 0x0, ttl 64)\n    192.168.1.64.sip > 192.168.1.15.5061: SIP, length: 9\n" + text
            + "end\n");
        QCOMPARE(file.error, QString());
        QCOMPARE(file.messages.size(), 1);
        QCOMPARE(file.messages[0].octets, optionsRequest(1, "UDP", "<a>\r\n  <b/>\r\n</a>"));
        QCOMPARE(file.messages[0].from.text(), QStringLiteral("192.168.1.64:5060"));
        QCOMPARE(file.messages[0].to.text(), QStringLiteral("192.168.1.15:5061"));
    }
}

/// A letter of a checksum ahead of the method; and CRs that ngrep shows as dots.
void tst_Texts::whatStandsAround()
{
    const Read first = read("08:53:20.0 IP 1.2.3.4.5060 > 1.2.3.5.5060: SIP\nE..@.K" + lines(optionsRequest(1)));
    QCOMPARE(first.messages.size(), 1);
    QCOMPARE(first.messages[0].octets, optionsRequest(1));
    QByteArray dotted = lines(optionsRequest(2, "UDP", "<a>\r\n</a>\r\n"));
    dotted.replace("\n", ".\n");
    const Read second = read("U 2026/03/02 08:53:20.000000 1.2.3.4:5060 -> 1.2.3.5:5060 #1\n" + dotted);
    QCOMPARE(second.messages.size(), 1);
    QCOMPARE(second.messages[0].octets, optionsRequest(2, "UDP", "<a>\r\n</a>\r\n"));
}

/// syslog, and programming languages.
void tst_Texts::asOneLine()
{
    for (const char *end : {"#015#012", "\\r\\n"}) {
        QByteArray message = optionsRequest(1, "UDP", "<a/>\r\n");
        message.replace("\r\n", end);
        const Read file = read(
            "Mar  2 08:53:20 host kamailio[17]: INFO: 1.2.3.4:5060 -> 1.2.3.5:5060 " + message + "\n");
        QCOMPARE(file.error, QString());
        QCOMPARE(file.messages.size(), 1);
        QCOMPARE(file.messages[0].octets, optionsRequest(1, "UDP", "<a/>\r\n"));
        QCOMPARE(file.messages[0].to.text(), QStringLiteral("1.2.3.5:5060"));
    }
}

/// A log in UTF-8 of a body that came in GB 2312: its length tells.
void tst_Texts::charsets()
{
    const QByteArray gb = QByteArray::fromHex("cde2c3c5"), utf8 = QStringLiteral("\u5916\u95e8").toUtf8();
    QByteArray text = lines(optionsRequest(1, "UDP", "<Name>" + gb + "</Name>\r\n"));
    text.replace(gb, utf8);
    const Read file = read(text);
    QCOMPARE(file.error, QString());
    QCOMPARE(file.messages.size(), 1);
    QCOMPARE(file.messages[0].octets, optionsRequest(1, "UDP", "<Name>" + gb + "</Name>\r\n"));
}

void tst_Texts::ourOwnExport()
{
    const QByteArray sent[] = {optionsRequest(1), optionsRequest(2, "UDP", "<a>\r\n<b/>\r\n</a>\r\n")};
    QByteArray text;
    for (const QByteArray &octets : sent) {
        MessageSummary m;
        m.at = TimePoint(1'760'000'000s + 250ms);
        m.from = {IpAddress(QHostAddress(QStringLiteral("fd00::2"))), 5060};
        m.to = {IpAddress(QHostAddress(QStringLiteral("fd00::1"))), 5061};
        m.kind = SipKind::Request;
        text += messageAsText(m, octets).toUtf8();
    }
    const Read file = read(text);
    QCOMPARE(file.error, QString());
    QCOMPARE(file.messages.size(), 2);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(file.messages[i].octets, sent[i]);
        QVERIFY(file.messages[i].at == TimePoint(1'760'000'000s + 250ms));
        QCOMPARE(file.messages[i].from.text(), QStringLiteral("[fd00::2]:5060"));
        QCOMPARE(file.messages[i].to.text(), QStringLiteral("[fd00::1]:5061"));
    }
}

/// tcpdump -A -v shows a message, and then its packet.
void tst_Texts::shownTwice()
{
    const QByteArray message = lines(optionsRequest(1));
    QByteArray indented;
    for (const QByteArray &line : message.split('\n'))
        indented += '\t' + line + '\n';
    const QByteArray heading = "08:53:20.5 IP (tos 0x0)\n    1.2.3.4.5060 > 1.2.3.5.5060: SIP, length: 200\n";
    const Read file = read(heading + indented + "E.......@.E." + message + "\n");
    QCOMPARE(file.messages.size(), 1);
}

void tst_Texts::everyLayoutIsTried()
{
    const QByteArrayList headings{"#1  2026-03-02 08:53:20.000  1.2.3.4:5060 \xe2\x86\x92 1.2.3.5:5060  UDP  OPTIONS",
        "08:53:20.000000 IP 1.2.3.4.5060 > 1.2.3.5.5060: SIP", "U 1.2.3.4:5060 -> 1.2.3.5:5060",
        "2026/03/02 08:53:20.000000 1.2.3.4:5060 -> 1.2.3.5:5060",
        "UDP message sent (212 bytes):", "<--- SIP read from UDP:1.2.3.4:5060 --->",
        "recv 300 bytes from udp/[1.2.3.4]:5060 at 08:53:20.123456:",
        "from=\"1.2.3.4:5060\" to=\"1.2.3.5:5060\" time=\"1772441600123\"",
        "[trace] req, source:1.2.3.4:5060, req:", "received from 1.2.3.4:5060"};
    QSet<QString> tried;
    for (const QByteArray &heading : headings) {
        for (const packed::texts::Layout *layout : packed::texts::all()) {
            packed::texts::Heading told;
            if (!layout->read(QString::fromUtf8(heading), told))
                continue;
            tried.insert(QString::fromLatin1(layout->name));
            QVERIFY2(told.from.address.isNull() || told.from.text() == u"1.2.3.4:5060", layout->name);
            break;
        }
    }
    QCOMPARE(tried.size(), static_cast<qsizetype>(packed::texts::all().size()));
}

static QByteArray hexLines(const QByteArray &packet)
{
    QByteArray out;
    for (qsizetype at = 0; at < packet.size(); at += 16) {
        out += "\t0x" + QByteArray::number(at, 16).rightJustified(4, '0') + ":  ";
        const QByteArray digits = packet.mid(at, 16).toHex();
        for (qsizetype i = 0; i < digits.size(); i += 4)
            out += digits.mid(i, 4) + ' ';
        out += " E..x\n";
    }
    return out;
}

/// tcpdump -X and -XX.
void tst_Texts::inHexadecimal()
{
    const QByteArray packet = ip4(17, udp(optionsRequest(1))), other = ip4(17, udp(optionsRequest(2)));
    const QByteArray time = "2026-03-02 08:53:20.000000 IP 10.0.0.2.5060 > 10.0.0.1.5060: SIP\n";
    const Read file = read(time + hexLines(packet) + time + hexLines(ethernet(0x0800, other)));
    QCOMPARE(file.error, QString());
    QCOMPARE(file.messages.size(), 2);
    QCOMPARE(file.messages[0].octets, optionsRequest(1));
    QCOMPARE(file.messages[1].octets, optionsRequest(2));
    QCOMPARE(file.messages[1].from.text(), QStringLiteral("10.0.0.2:5060"));
}

void tst_Texts::notWhole()
{
    const QByteArray cut = lines(optionsRequest(1, "UDP", QByteArray(300, 'x'))).chopped(100);
    const Read file = read(cut + "\n\n" + lines(optionsRequest(2)));
    QCOMPARE(file.messages.size(), 1);
    QCOMPARE(file.messages[0].octets, optionsRequest(2));
    QVERIFY2(file.error.contains(QStringLiteral("1 messages of the text do not stand whole")), qPrintable(file.error));
}

void tst_Texts::noTextOfOurs()
{
    for (const QByteArray &octets : {QByteArray("a letter\nof two lines\n"), QByteArray("OPTIONS sip:a@b SIP/2.0\n"),
             QByteArray("x").repeated(1'000'000), QByteArray("Via: SIP/2.0/UDP 10.0.0.2\n").repeated(1000)}) {
        const Read file = read(octets);
        QVERIFY(file.messages.isEmpty());
        QVERIFY2(file.error.contains(QStringLiteral("not a capture file: this is text")), qPrintable(file.error));
    }
}

void tst_Texts::packed_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const auto words = [](const char *line) { return QString::fromLatin1(line).split(u' '); };
    QTest::newRow("zstd") << "zstd" << words("-q -f IN -o OUT");
    QTest::newRow("lz4") << "lz4" << words("-q -f IN OUT");
    QTest::newRow("zip") << "zip" << words("-q -j OUT IN");
    QTest::newRow("zip, stored") << "zip" << words("-q -0 -j OUT IN");
}

/// Whole, and cut anywhere: then it is told.
void tst_Texts::packed()
{
    QFETCH(const QString, program);
    QFETCH(QStringList, arguments);
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP("the packer is not installed");
    const QString path = m_folder.filePath(QStringLiteral("in.pcap")),
                  out = m_folder.filePath(QStringLiteral("out.zip"));
    QByteArrayList packets;
    for (int i = 0; i < 2000; ++i)
        packets << ip4(17, udp(optionsRequest(i)));
    QVERIFY(writeFile(path, pcapOf(101, packets)));
    arguments.replaceInStrings(QStringLiteral("IN"), path).replaceInStrings(QStringLiteral("OUT"), out);
    QFile::remove(out);
    QCOMPARE(QProcess::execute(program, arguments), 0);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray octets = file.readAll();
    const Read whole = read(octets);
    QCOMPARE(whole.error, QString());
    QCOMPARE(whole.messages.size(), 2000);
    QCOMPARE(whole.messages[1999].octets, optionsRequest(1999));
    const Read cut = read(octets.left(octets.size() / 2));
    QVERIFY(!cut.error.isEmpty() && cut.messages.size() < 2000);
}

QTEST_GUILESS_MAIN(tst_Texts)
#include "tst_texts.moc"
