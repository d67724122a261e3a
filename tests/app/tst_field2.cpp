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
    void icmp_data();
    void icmp();
    void fragmentsThatAFilterDropped();
    void snapLength();
    void aCutFile();
    void aLinkTypeThatIsNotKnown();
    void operations_data();
    void operations();
    void copies_data();
    void copies();
    void weighed_data();
    void weighed();
    void withoutSip_data();
    void withoutSip();
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
    QTest::newRow("09e-github.zip") << 16; // its packets are cut, as those of 09a
    QTest::newRow("09f-tcpdump-A.txt") << 6;
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

void tst_Field2::copies_data()
{
    QTest::addColumn<int>("copies");
    QTest::newRow("08a-bond-any.pcap") << 16;
    QTest::newRow("08b-docker-any.pcap") << 32;
    QTest::newRow("08c-docker-proxy-any.pcap") << 16;
}

/// Captured more than once is not sent more than once: requests and answers.
void tst_Field2::copies()
{
    QFETCH(const int, copies);
    const Run run = analyze(data(QTest::currentDataTag()));
    const QJsonObject repeats = run.json[u"messages"][u"repeats"].toObject();
    QCOMPARE(repeats[u"duplicate"].toInt(), copies);
    QCOMPARE(repeats[u"echo"].toInt() + repeats[u"retransmission"].toInt(), 0);
}

void tst_Field2::operations_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("messages"); // of the first
    QTest::newRow("19b-sumnum.pcap") << QStringLiteral("done") << 1 << 4;
    QTest::newRow("21d-query-to-contact.pcap") << QStringLiteral("no-answer") << 3 << 0;
    QTest::newRow("07c-disorder.pcap") << QString() << 0 << 0;
}

/// What was asked, and what came of it.
void tst_Field2::operations()
{
    QFETCH(const QString, state);
    QFETCH(const int, count);
    QFETCH(const int, messages);
    const Run run = analyze(data(QTest::currentDataTag()));
    const QJsonArray operations = run.json[u"operations"].toArray();
    QCOMPARE(operations.size(), count);
    QVERIFY(run.json[u"operations_in_short"].toString().startsWith(QString::number(count)));
    for (const QJsonValue &one : operations) {
        QCOMPARE(one[u"state"].toString(), state);
        QCOMPARE(one[u"asked_by"].toString(), QStringLiteral("platform"));
        QVERIFY(!one[u"state_text"].toString().isEmpty() && one[u"messages"][0] == one[u"request"]);
    }
    if (messages > 0)
        QCOMPARE(operations[0][u"messages"].toArray().size(), messages);
}

void tst_Field2::weighed_data()
{
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<QStringList>("says");
    QTest::addColumn<QStringList>("never");
    using Texts = std::initializer_list<const char *>;
    const auto list = [](Texts texts) {
        QStringList out;
        for (const char *text : texts)
            out.append(QString::fromUtf8(text));
        return out;
    };
    const auto row = [&](const char *file, Texts rules, Texts says, Texts never) {
        QTest::newRow(file) << list(rules) << list(says) << list(never);
    };
    row("11d-options-unanswered.pcap", {"D33", "G60"}, {"OPTIONS (3 in a row)", "192.168.7.20:5060"},
        {"another measure", "Expires that are over"});
    row("19b-sumnum.pcap", {"D40", "D40"}, {"2 items came in its catalog, and SumNum says 1", "the device itself"}, {});
    row("19d-never-asked.pcap", {"G65"}, {"Nobody asked for its catalog"}, {});
    row("21a-no-contact-in-200.pcap", {"D22"}, {"this 200 to the REGISTER has no Contact"}, {"Date"});
    row("21b-invite-415.pcap", {"D47"}, {"415", "y= stands ahead of other lines"}, {"busy", "sub-stream"});
    row("21d-query-to-contact.pcap", {"G61"}, {"192.168.70.9:8116", "203.0.113.7:40123"}, {"30 s"});
    row("07d-binary-0000.pcap", {"G63"}, {"00 00", "8 bytes in all"}, {"Content-Length", "?", "octets later"});
    row("07d-binary-0d.pcap", {"G63"}, {"8 bytes in all"}, {"Content-Length", "?", "octets later"});
    row("07a-crlf-20octets.pcap", {"D28"}, {"empty lines", "harmless"}, {"Content-Length", "out of step"});
    row("07b-midstream.pcap", {}, {}, {});
    row("08a-bond-any.pcap", {}, {}, {});
    row("08b-docker-any.pcap", {}, {}, {});
    row("08c-docker-proxy-any.pcap", {}, {}, {});
    row("11c-tcp-404.pcap", {"G06"}, {"404 Not here", "does not know the domain or the ID"}, {"password"});
    row("11e-upper-heartbeat-unanswered.pcap", {"G40"}, {"It does not answer the heartbeats", "192.168.7.10:5060"},
        {"never seen"});
}

/// What the record proves is said, and what it disproves is not.
void tst_Field2::weighed()
{
    QFETCH(const QStringList, rules);
    QFETCH(const QStringList, says);
    QFETCH(const QStringList, never);
    const Run run = analyze(data(QTest::currentDataTag()));
    QCOMPARE(run.code, 0);
    QStringList found = tst_Field2::rules(run);
    found.removeAll(QStringLiteral("D23")); // it is behind NAT
    found.sort();
    QString all;
    for (const QJsonValue &one : run.json[u"findings"].toArray()) {
        if (one[u"rule"].toString() != u"D23")
            all += one[u"title"].toString() + u'\n' + one[u"cause"].toString() + u'\n' + one[u"advice"].toString()
                + u'\n';
    }
    QVERIFY2(found == rules, qPrintable(found.join(u' ') + u'\n' + all));
    for (const QString &one : says)
        QVERIFY2(all.contains(one), qPrintable(one + u'\n' + all));
    for (const QString &one : never)
        QVERIFY2(!all.contains(one), qPrintable(one + u'\n' + all));
}

void tst_Field2::withoutSip_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("says");
    const QByteArray header = pcapOf(1, {}),
                     ng = QByteArray::fromHex("0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c000000");
    QTest::newRow("pcap without packets") << header << "the capture has no packets";
    QTest::newRow("pcapng without packets") << ng << "the capture has no packets";
    QTest::newRow("other packets") << pcapOf(228, {ip4(17, udp(QByteArray(60, '\x07')))}) << "no SIP in 1 packets";
    QTest::newRow("neither UDP nor TCP") << pcapOf(228, {ip4(89, QByteArray(60, '\x07'))})
                                         << "none of them is UDP or TCP";
}

/// What it is, and what to try.
void tst_Field2::withoutSip()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const QString, says);
    const QString path = m_folder.filePath(QStringLiteral("without.pcap"));
    QVERIFY(writeFile(path, octets));
    const Run run = analyze(path);
    QCOMPARE(run.code, 0);
    QVERIFY2(run.err.contains(says) && run.err.contains(QStringLiteral("tcpdump -i any -s 0 -w FILE port 5060")),
        qPrintable(run.err));
    QVERIFY(!run.json[u"hints"].toArray().isEmpty());
}

void tst_Field2::digests_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("likelihood"); // what the server wants is not in the record
    const QString certain = QStringLiteral("certain"), likely = QStringLiteral("likely");
    const QString fits = QStringLiteral("The digest fits that password exactly.");
    QTest::newRow("20-other-realm-inside.pcap")
        << QStringLiteral("The device computed with the realm \"3402000000\", the challenge says \"3999000000\"")
        << QStringLiteral("password 1 of the list") << certain;
    QTest::newRow("20-factory-ID-inside.pcap")
        << QStringLiteral("Its digest is made with the user name \"34020000001110000001\"")
        << QStringLiteral("password 1 of the list") << certain;
    QTest::newRow("20-truncated-to-16.pcap")
        << QStringLiteral("It uses password 1 of the list, and the server refuses it") << fits << likely;
    QTest::newRow("20-blank-behind.pcap")
        << QStringLiteral("wrong password: the device uses password 1 of the list, with a trailing space") << fits
        << likely;
    QTest::newRow("20-unknown.pcap") << QStringLiteral(
        "None of the 2 known passwords fits its digest, in any of the tried ways")
                                     << QStringLiteral("passwords: 2, spellings: ") << certain;
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
    QTEST(finding[u"likelihood"].toString(), "likelihood");
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

void tst_Field2::icmp_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("heartbeats");
    QTest::newRow("02-icmp-keepalive.pcap") << QStringLiteral("offline") << 3;
    QTest::newRow("02-icmp-register.pcap") << QStringLiteral("registering") << 0;
}

/// What comes back is why nothing is answered: no guesses stand beside it.
void tst_Field2::icmp()
{
    QFETCH(const QString, state);
    QFETCH(const int, heartbeats);
    const Run run = analyze(data(QTest::currentDataTag()));
    QCOMPARE(run.code, 0);
    const QJsonObject messages = run.json[u"messages"].toObject();
    QVERIFY(messages[u"icmp_errors"].toInt() > 0);
    QCOMPARE(messages[u"icmp_undelivered"], messages[u"icmp_errors"]);
    QCOMPARE(messages[u"icmp_of_nothing_seen"].toInt(), 0);
    int id = 0;
    for (const QJsonValue &one : run.json[u"findings"].toArray()) {
        if (one[u"rule"].toString() != u"G80")
            continue;
        id = one[u"id"].toInt();
        QCOMPARE(
            one[u"title"].toString(), QStringLiteral("Nothing listens at 192.168.1.15:5060 (ICMP port unreachable)"));
        QCOMPARE(one[u"likelihood"].toString(), QStringLiteral("certain"));
        QCOMPARE(one[u"culprit_code"].toString(), QStringLiteral("server"));
        QVERIFY(!one[u"messages"].toArray().isEmpty());
    }
    QVERIFY(id > 0);
    for (const QJsonValue &one : run.json[u"findings"].toArray()) {
        if (one[u"rule"].toString() != u"G80")
            QVERIFY2(one[u"because_of"].toInt() == id, qPrintable(one[u"title"].toString()));
        QVERIFY(one[u"rule"].toString() != u"D32");
    }
    QCOMPARE(run.json[u"devices"][0][u"state"].toString(), state);
    QCOMPARE(run.json[u"devices"][0][u"heartbeats"].toInt(), heartbeats);
    QVERIFY(
        run.json[u"devices"][0][u"reason"].toString().contains(QStringLiteral("nothing listens at 192.168.1.15:5060")));
}

/// Of each part of the catalog the head is there: who, what, and that it was answered.
void tst_Field2::fragmentsThatAFilterDropped()
{
    const Run run = analyze(data("03-filter-lost-fragments.pcap"));
    QCOMPARE(run.code, 0);
    QStringList found = rules(run);
    found.sort();
    QCOMPARE(found, (QStringList{QStringLiteral("G17"), QStringLiteral("G75")}));
    for (const QJsonValue &one : run.json[u"findings"].toArray()) {
        QCOMPARE(one[u"culprit_code"].toString(), QStringLiteral("record"));
        QVERIFY(!one[u"title"].toString().contains(QStringLiteral("clock")));
        if (one[u"rule"].toString() == u"G75")
            QVERIFY(one[u"advice"].toString().contains(QStringLiteral("ip[6:2] & 0x1fff")));
    }
    const QJsonObject messages = run.json[u"messages"].toObject();
    QCOMPARE(messages[u"fragments_cut"].toInt(), 4);
    QCOMPARE(messages[u"sip"].toInt(), messages[u"packets"].toInt());
    QCOMPARE(messages[u"timed_out"].toInt(), 0);
    QCOMPARE(messages[u"malformed"].toInt(), 0);
    QCOMPARE(run.json[u"devices"][0][u"state"].toString(), QStringLiteral("online"));
    QCOMPARE(run.json[u"devices"][0][u"heartbeats"].toInt(), 6);
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
    QTest::newRow("empty") << QByteArray() << "the file is empty";
    QTest::newRow("half a header") << QByteArray::fromHex("d4c3b2a10200") << "the file is truncated";
    QTest::newRow("nothing known") << QByteArray::fromHex("0102030405060708") << "its first bytes are those of none";
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
