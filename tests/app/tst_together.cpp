#include "tests/support/packets.h"
#include "tests/support/program.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb::test;
using namespace std::chrono_literals;

/// Several captures at once: gbscope-cli against mergecap and tshark.
class tst_Together : public QObject
{
    Q_OBJECT
private slots:
    void asMergecapHasThem();
    void clocksAreSet();
    void oneIsMissing();
    void oneIsBroken();

private:
    static Run cli(const QStringList &arguments) { return run(QStringLiteral(GBSCOPE_CLI), arguments); }
    /// "time Call-ID" line by line.
    static QByteArray callIds(const QString &file)
    {
        return run(QStringLiteral("tshark"),
            {QStringLiteral("-r"), file, QStringLiteral("-Y"), QStringLiteral("sip"), QStringLiteral("-T"),
                QStringLiteral("fields"), QStringLiteral("-e"), QStringLiteral("frame.time_epoch"),
                QStringLiteral("-e"), QStringLiteral("sip.Call-ID"), QStringLiteral("-e"),
                QStringLiteral("sip.Status-Code")})
            .out;
    }
    QString file(const QString &name, const QByteArray &octets)
    {
        const QString path = m_folder.filePath(name);
        return writeFile(path, octets) ? path : QString();
    }
    static QByteArray message(gb::Duration at, int cseq, bool answer = false)
    {
        const QByteArray request = optionsRequest(cseq);
        return pcapRecord(
            at, ip4(17, udp(answer ? "SIP/2.0 200 OK" + request.mid(request.indexOf("\r\n")) : request), 0, 0, answer));
    }

    QTemporaryDir m_folder;
};

/// Captures that took turns, with one clock.
void tst_Together::asMergecapHasThem()
{
    QByteArray one = pcapHeader(101), other = one;
    for (int i = 1; i <= 50; ++i) {
        (i % 3 == 0 ? one : other) += message(i * 100ms, i);
        (i % 2 == 0 ? one : other) += message(i * 100ms + 30ms, i, true);
    }
    const QStringList files{file(QStringLiteral("one.pcap"), one), file(QStringLiteral("other.pcap"), other)};
    const QString merged = m_folder.filePath(QStringLiteral("merged.pcap")),
                  exported = m_folder.filePath(QStringLiteral("exported.pcap"));
    QCOMPARE(run(QStringLiteral("mergecap"),
                 QStringList{QStringLiteral("-F"), QStringLiteral("pcap"), QStringLiteral("-w"), merged} + files)
                 .status,
        0);
    QCOMPARE(cli(QStringList{QStringLiteral("export")} + files
                 + QStringList{QStringLiteral("-o"), exported, QStringLiteral("--format"), QStringLiteral("pcap")})
                 .status,
        0);
    const QByteArray expected = callIds(merged);
    QCOMPARE(expected.count('\n'), 100);
    QCOMPARE(callIds(exported), expected);
    const QJsonObject together = cli(QStringList{QStringLiteral("analyze")} + files).json(),
                      whole = cli({QStringLiteral("analyze"), merged}).json();
    QCOMPARE(together[u"messages"], whole[u"messages"]);
    QCOMPARE(together[u"flows"], whole[u"flows"]);
    QVERIFY(!whole.contains(u"files"));
    QCOMPARE(together[u"files"].toArray().size(), 2);
    QVERIFY(together[u"files"].toArray().at(1)[u"clock_ahead_s"].isNull());
}

/// Both ends of a line of 20 ms; the clock of the other end is 3 s behind.
void tst_Together::clocksAreSet()
{
    QByteArray camera = pcapHeader(101), server = camera;
    for (int i = 1; i <= 20; ++i) {
        camera += message(i * 10s, i) + message(i * 10s + 41ms, i, true);
        server += message(i * 10s + 20ms - 3s, i) + message(i * 10s + 21ms - 3s, i, true);
    }
    const QStringList files{file(QStringLiteral("camera.pcap"), camera), file(QStringLiteral("server.pcap"), server)};
    const QJsonObject seen = cli(QStringList{QStringLiteral("analyze")} + files).json();
    const QJsonObject second = seen[u"files"].toArray().at(1).toObject();
    QCOMPARE(second[u"file"].toString(), files[1]);
    QVERIFY(std::abs(second[u"clock_ahead_s"].toDouble() + 3) < 0.001);
    QCOMPARE(second[u"in_first_file_too"].toInt(), 40);
    QCOMPARE(second[u"packets_read"].toInt(), 40);
    QCOMPARE(seen[u"messages"][u"total"].toInt(), 80);
    QCOMPARE(seen[u"messages"][u"retransmissions"].toInt(), 0);
    const QString exported = m_folder.filePath(QStringLiteral("both.pcap"));
    QCOMPARE(cli(QStringList{QStringLiteral("export")} + files
                 + QStringList{QStringLiteral("-o"), exported, QStringLiteral("--format"), QStringLiteral("pcap")})
                 .status,
        0);
    const QByteArrayList lines = callIds(exported).split('\n');
    QCOMPARE(lines.size(), 81);
    for (int i = 0; i < 80; ++i) { // request, request, answer, answer; in the order of time
        QVERIFY2(lines[i].split('\t').value(1) == "c" + QByteArray::number(1 + i / 4)
                && lines[i].endsWith("200") == (i % 4 > 1),
            lines[i].constData());
        QVERIFY(i == 0 || lines[i - 1].split('\t')[0].toDouble() <= lines[i].split('\t')[0].toDouble());
    }
}

void tst_Together::oneIsMissing()
{
    const QString good = file(QStringLiteral("good.pcap"), pcapHeader(101) + message(1s, 1)),
                  absent = m_folder.filePath(QStringLiteral("absent.pcap"));
    const QString target = m_folder.filePath(QStringLiteral("nothing.pcap"));
    for (const Run &run : {cli({QStringLiteral("analyze"), good, absent}),
             cli({QStringLiteral("export"), good, absent, QStringLiteral("-o"), target, QStringLiteral("--format"),
                 QStringLiteral("pcap")})}) {
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("absent.pcap: cannot open the file"), run.err.constData());
        QVERIFY(run.out.isEmpty());
    }
    QVERIFY(!QFile::exists(target));
}

void tst_Together::oneIsBroken()
{
    const QString good = file(QStringLiteral("whole.pcap"), pcapHeader(101) + message(1s, 1) + message(5s, 2));
    const QString broken = file(
        QStringLiteral("broken.pcap"), pcapHeader(101) + message(2s, 3) + QByteArray(16, '\xff'));
    const Run run = cli({QStringLiteral("analyze"), broken, good});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.err.contains("broken.pcap: broken at packet 2"), run.err.constData());
    const QJsonObject seen = run.json();
    QCOMPARE(seen[u"messages"][u"total"].toInt(), 3);
    QVERIFY(seen[u"error"].toString().startsWith(QStringLiteral("broken.pcap: ")));
    QVERIFY(seen[u"files"].toArray().at(0)[u"error"].toString().startsWith(QStringLiteral("broken at packet 2")));
    QCOMPARE(seen[u"files"].toArray().at(1)[u"error"].toString(), QString());
    const QString target = m_folder.filePath(QStringLiteral("some.pcap"));
    const Run exported = cli({QStringLiteral("export"), broken, good, QStringLiteral("-o"), target,
        QStringLiteral("--format"), QStringLiteral("pcap")});
    QVERIFY2(exported.err.contains("broken.pcap: broken at packet 2") && exported.err.contains("3 of 3 messages"),
        exported.err.constData());
    QCOMPARE(exported.status, 1);
    QCOMPARE(callIds(target).count('\n'), 3); // what could be read is there
}

QTEST_GUILESS_MAIN(tst_Together)
#include "tst_together.moc"
