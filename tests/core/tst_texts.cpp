#include "core/capture/pcapreader.h"
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
    void times();
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

void tst_Texts::times()
{
    const Read file = read("2026-03-02 08:53:20.123456 IP 1.2.3.4.5060 > 1.2.3.5.5060: SIP\n" + lines(optionsRequest(1))
        + "2026/03/02 08:53:21 1.2.3.4:5060 -> 1.2.3.5:5060\n" + lines(optionsRequest(2)));
    QCOMPARE(file.messages.size(), 2);
    const TimePoint day{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    QVERIFY(file.messages[0].at == day + 8h + 53min + 20s + 123456us);
    QVERIFY(file.messages[1].at == day + 8h + 53min + 21s);
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
