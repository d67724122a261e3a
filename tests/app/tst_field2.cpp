#include "tests/support/packets.h"
#include "tests/support/serverprocess.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb::test;

/// Captures as other people's tools make them (tests/data/field2), opened by the program.
class tst_Field2 : public QObject
{
    Q_OBJECT
private slots:
    void files_data();
    void files();
    void said_data();
    void said();
    void hep_data();
    void hep();
    void tlsIsNamed();
    void textMode();
    void snapLength();
    void aCutFile();
    void icmpIsCounted();
    void aLinkTypeThatIsNotKnown();
    void whatIsNone_data();
    void whatIsNone();

private:
    struct Run
    {
        QJsonObject json;
        QString err;
        int code = 0;
    };
    static Run analyze(const QString &path)
    {
        QProcess process;
        process.start(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), path});
        process.waitForFinished(ServerProcess::patience);
        return {QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            QString::fromUtf8(process.readAllStandardError()), process.exitCode()};
    }
    static QString data(const char *name)
    {
        return QStringLiteral(GBSCOPE_TEST_DATA "/field2/") + QString::fromLatin1(name);
    }
    static QStringList rules(const Run &run)
    {
        QStringList out;
        for (const QJsonValue &one : run.json[u"findings"].toArray())
            out.append(one[u"rule"].toString());
        return out;
    }
    static int sip(const Run &run) { return run.json[u"messages"][u"sip"].toInt(); }

    QTemporaryDir m_folder;
};

void tst_Field2::files_data()
{
    QTest::addColumn<int>("messages");
    const QDir folder(QStringLiteral(GBSCOPE_TEST_DATA "/field2"));
    for (const QString &name :
        folder.entryList({QStringLiteral("04-*"), QStringLiteral("05-*"), QStringLiteral("06-*")}))
        QTest::newRow(qPrintable(name)) << 12;
    QTest::newRow("09e-github.zip") << 16; // its packets are cut, as those of 09a
    QTest::newRow("09f-tcpdump-A.txt") << 16;
    QTest::newRow("18-websocket.pcap") << 4;
    QTest::newRow("22-mixed.pcapng") << 16;
}

/// All of them, of one device that is well; nothing is wrong with the file.
void tst_Field2::files()
{
    QFETCH(const int, messages);
    const Run run = analyze(data(QTest::currentDataTag()));
    QCOMPARE(run.code, 0);
    QCOMPARE(sip(run), messages);
    QCOMPARE(run.json[u"messages"][u"malformed"].toInt(), 0);
    QVERIFY(run.json[u"messages"][u"packets"].toInt() > 0);
    const bool isCut = run.json[u"messages"][u"cut_by_the_capture"].toInt() > 0;
    QCOMPARE(run.err.isEmpty(), !isCut);
    for (const QJsonValue &finding : run.json[u"findings"].toArray())
        QVERIFY2(finding[u"rule"].toString() != u"D28", "what is SIP is not called something else");
}

void tst_Field2::said_data()
{
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<QString>("state");
    QTest::newRow("09a-snap96.pcap") << QStringList{QStringLiteral("G77")} << QString();
    QTest::newRow("09b-snap400.pcap") << QStringList{QStringLiteral("G77")} << QStringLiteral("online");
    QTest::newRow("07c-disorder.pcap") << QStringList() << QStringLiteral("online");
    QTest::newRow("21c-lost-segment.pcap") << QStringList{QStringLiteral("G74")} << QStringLiteral("online");
}

/// All that is said of it, and nothing else.
void tst_Field2::said()
{
    QFETCH(const QStringList, rules);
    QFETCH(const QString, state);
    const Run run = analyze(data(QTest::currentDataTag()));
    QCOMPARE(run.code, 0);
    QCOMPARE(tst_Field2::rules(run), rules);
    QCOMPARE(run.json[u"devices"][0][u"state"].toString(), state);
    for (const QJsonValue &one : run.json[u"findings"].toArray())
        QCOMPARE(one[u"culprit_code"].toString(), QStringLiteral("record"));
}

void tst_Field2::hep_data()
{
    QTest::addColumn<int>("packets");
    QTest::addColumn<int>("duplicates");
    QTest::newRow("17a-hep-two-agents.pcap") << 32 << 16;
    QTest::newRow("17b-hep-over-tcp.pcap") << 16 << 0;
}

void tst_Field2::hep()
{
    QFETCH(const int, packets);
    QFETCH(const int, duplicates);
    const Run run = analyze(data(QTest::currentDataTag()));
    QCOMPARE(run.code, 0);
    QCOMPARE(sip(run), packets);
    QCOMPARE(run.json[u"messages"][u"repeats"][u"duplicate"].toInt(), duplicates);
    QCOMPARE(run.json[u"hep"][u"messages"].toInt(), packets);
    QCOMPARE(run.json[u"hep"][u"with_their_own_time"].toInt(), packets);
    QCOMPARE(run.json[u"devices"][0][u"address"].toString(), QStringLiteral("192.168.1.64:5060"));
    QCOMPARE(run.json[u"devices"][0][u"heartbeats"].toInt(), 6);
}

void tst_Field2::tlsIsNamed()
{
    const Run run = analyze(data("18b-tls.pcap"));
    QCOMPARE(sip(run), 0);
    QVERIFY2(run.err.contains(QStringLiteral(":5061: its content cannot be seen")), qPrintable(run.err));
    QCOMPARE(run.json[u"encrypted"].toArray().size(), 2); // each direction
}

/// What it did can be undone, and is told.
void tst_Field2::textMode()
{
    const Run run = analyze(data("09d-ftp-ascii.pcap"));
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(QStringLiteral("text mode")), qPrintable(run.err));
    QCOMPARE(sip(run), 16);
    QCOMPARE(run.json[u"messages"][u"malformed"].toInt(), 0);
    QCOMPARE(rules(run), QStringList());
    QCOMPARE(run.json[u"devices"][0][u"state"].toString(), QStringLiteral("online"));
}

/// Who, what and which: the rest is not there, and the command line says so.
void tst_Field2::snapLength()
{
    const Run run = analyze(data("09b-snap400.pcap"));
    QCOMPARE(sip(run), 16);
    QCOMPARE(run.json[u"messages"][u"malformed"].toInt(), 0);
    QCOMPARE(run.json[u"devices"][0][u"id"].toString(), QStringLiteral("34020000001320000001"));
    QVERIFY2(run.err.contains(QStringLiteral("cut at 400 bytes")), qPrintable(run.err));
    for (const QJsonValue &flow : run.json[u"flows"].toArray())
        QVERIFY(flow[u"last_status"].toInt() == 200);
}

void tst_Field2::aCutFile()
{
    const Run run = analyze(data("09c-cut-file.pcap"));
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(QStringLiteral("the file is truncated")), qPrintable(run.err));
    QCOMPARE(sip(run), 15);
    QCOMPARE(rules(run), QStringList());
}

void tst_Field2::icmpIsCounted()
{
    const Run run = analyze(data("02-icmp-register.pcap"));
    QVERIFY(run.json[u"messages"][u"icmp_errors"].toInt() > 0);
}

void tst_Field2::aLinkTypeThatIsNotKnown()
{
    const QString path = m_folder.filePath(QStringLiteral("user0.pcap"));
    QVERIFY(writeFile(path, pcapOf(147, {ip4(17, udp(optionsRequest(1)))})));
    const Run run = analyze(path);
    QVERIFY(run.code != 0);
    QVERIFY2(
        run.err.contains(QStringLiteral("link type 147 (reserved for private use) is not known")), qPrintable(run.err));
}

void tst_Field2::whatIsNone_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("says");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << "PDF";
    QTest::newRow("HTML") << QByteArray("\n<!DOCTYPE html><html>") << "HTML";
    QTest::newRow("7-Zip") << QByteArray("7z\xbc\xaf\x27\x1c\0\4", 8) << "7-Zip";
    QTest::newRow("zip without captures") << QByteArray("PK\5\6") + QByteArray(18, '\0') << "without captures";
    QTest::newRow("zip that is cut") << QByteArray("PK\3\4") + QByteArray(40, '\0') << "ZIP archive";
    QTest::newRow("ETL") << QByteArray::fromHex("00000100") + QByteArray(60, '\0') << "ETL";
    QTest::newRow("nothing known") << QByteArray::fromHex("0102030405060708") << "its first octets are those of none";
}

/// By its name, with the way out.
void tst_Field2::whatIsNone()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const QString, says);
    const QString path = m_folder.filePath(QStringLiteral("none"));
    QVERIFY(writeFile(path, octets));
    const Run run = analyze(path);
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(QStringLiteral("not a capture file: ")) && run.err.contains(says), qPrintable(run.err));
}

QTEST_GUILESS_MAIN(tst_Field2)
#include "tst_field2.moc"
