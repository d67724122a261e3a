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
    void digests_data();
    void digests();
    void leaves();
    void refusedRefresh();
    void lostBetween();
    void hep_data();
    void hep();
    void tlsIsNamed();
    void textMode();
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
    static Run analyze(const QString &path, const QStringList &more = {})
    {
        QProcess process;
        process.start(QStringLiteral(GBSCOPE_CLI), QStringList{QStringLiteral("analyze"), path} + more);
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
    QTest::newRow("09e-github.zip") << 0; // its packets are cut
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
    QVERIFY2(run.err.isEmpty(), qPrintable(run.err));
    for (const QJsonValue &finding : run.json[u"findings"].toArray())
        QVERIFY2(finding[u"rule"].toString() != u"D28", "what is SIP is not called something else");
}

void tst_Field2::said_data()
{
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<QString>("state");
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

void tst_Field2::digests_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("cause");
    const QString fits = QStringLiteral("The digest fits that password exactly.");
    QTest::newRow("20-other-realm-inside.pcap")
        << QStringLiteral("The device computed with the realm \"3402000000\", the challenge says \"3999000000\"")
        << QStringLiteral("password 1 of the list");
    QTest::newRow("20-factory-ID-inside.pcap")
        << QStringLiteral("Its digest is made with the user name \"34020000001110000001\"")
        << QStringLiteral("password 1 of the list");
    QTest::newRow("20-truncated-to-16.pcap")
        << QStringLiteral("wrong password: the device uses password 1 of the list") << fits;
    QTest::newRow("20-blank-behind.pcap")
        << QStringLiteral("wrong password: the device uses password 1 of the list, with a blank behind it") << fits;
    QTest::newRow("20-unknown.pcap") << QStringLiteral(
        "None of the 2 known passwords fits its digest, in any of the tried ways")
                                     << QStringLiteral("passwords: 2, spellings: ");
}

void tst_Field2::digests()
{
    QFETCH(const QString, title);
    QFETCH(const QString, cause);
    const QString file = data(QTest::currentDataTag());
    const Run run = analyze(file, {QStringLiteral("--candidates"), data("20-candidates.txt")});
    QCOMPARE(run.json[u"findings"].toArray().size(), 1);
    const QJsonValue finding = run.json[u"findings"][0];
    QCOMPARE(finding[u"title"].toString(), title);
    QVERIFY2(finding[u"cause"].toString().contains(cause), qPrintable(finding[u"cause"].toString()));
    QCOMPARE(finding[u"count"].toInt(), 3);
    QCOMPARE(finding[u"likelihood"].toString(), QStringLiteral("certain"));
    const QJsonValue alone = analyze(file).json[u"findings"][0]; // nothing is compared
    QCOMPARE(alone[u"title"].toString(), QStringLiteral("Wrong password"));
    QCOMPARE(alone[u"likelihood"].toString(), QStringLiteral("likely"));
    for (const char *same : {"count", "first", "last", "messages", "id"})
        QCOMPARE(alone[QLatin1String(same)], finding[QLatin1String(same)]);
}

void tst_Field2::leaves()
{
    const Run run = analyze(data("11a-auto-unregister.pcap"));
    QCOMPARE(rules(run), QStringList{QStringLiteral("G50")});
    const QJsonValue finding = run.json[u"findings"][0];
    QVERIFY(finding[u"title"].toString().startsWith(u"It unregistered itself, 3 times (away for 470 s"));
    QCOMPARE(finding[u"count"].toInt(), 3);
    const QJsonArray spans = run.json[u"devices"][0][u"offline_spans"].toArray();
    QCOMPARE(spans.size(), 3);
    for (const QJsonValue &span : spans) {
        QCOMPARE(span[u"why"].toString(), QStringLiteral("unregistered"));
        QCOMPARE(qRound(span[u"seconds"].toDouble()), 470);
    }
}

void tst_Field2::refusedRefresh()
{
    const Run run = analyze(data("11b-refresh-400.pcap"));
    QCOMPARE(rules(run), QStringList{QStringLiteral("G06")});
    const QString cause = run.json[u"findings"][0][u"cause"].toString();
    QVERIFY2(cause.startsWith(u"The first REGISTER with this Call-ID was accepted (") && cause.contains(u", CSeq 2)"),
        qPrintable(cause));
    QVERIFY(run.json[u"findings"][0][u"messages"].toArray().contains(QJsonValue(3)));
}

void tst_Field2::lostBetween()
{
    const auto ofLoss = [](const Run &run) {
        for (const QJsonValue &one : run.json[u"findings"].toArray()) {
            if (one[u"rule"].toString() == u"D04")
                return one[u"likelihood"].toString();
        }
        return QString();
    };
    QCOMPARE(ofLoss(analyze(data("01-at-upper.pcap"))), QStringLiteral("likely"));
    QCOMPARE(ofLoss(analyze(data("01-at-lower.pcap"), {data("01-at-upper.pcap")})), QStringLiteral("certain"));
    QCOMPARE(ofLoss(analyze(data("01-at-upper.pcap"), {data("01-at-lower.pcap")})), QStringLiteral("certain"));
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

void tst_Field2::textMode()
{
    const Run run = analyze(data("09d-ftp-ascii.pcap"));
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(QStringLiteral("text mode")), qPrintable(run.err));
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
