#include "tests/support/planted.h"
#include "tests/support/program.h"
#include "tests/support/site.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// --expect: lists of devices that shall come.
class tst_CliExpected : public QObject
{
    Q_OBJECT
private slots:
    void whoIsExpected();
    void badLists_data();
    void badLists();

private:
    static Run cli(const QStringList &arguments) { return run(QStringLiteral(GBSCOPE_CLI), arguments); }
    static QJsonObject analyze(const QString &file, const QStringList &more = {})
    {
        return QJsonDocument::fromJson(cli(QStringList{QStringLiteral("analyze"), file} + more).out).object();
    }
};

static const QString loopback = QStringLiteral("127.0.0.1:0");

static bool write(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size();
}

void tst_CliExpected::whoIsExpected()
{
    QTemporaryDir folder;
    const QString session = folder.filePath(QStringLiteral("s.pcapng")),
                  list = folder.filePath(QStringLiteral("\u6e05\u5355.csv"));
    const QString here = QStringLiteral("34020000001320000001"), missing = QStringLiteral("34020000001320000002");
    QVERIFY(write(list,
        "\xef\xbb\xbfName,ID\r\nGate,34020000001320000001\r\nYard,34020000001320000002\r\nYard,"
        "34020000001320000002\r\n"));
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback, QStringLiteral("--session"), session,
        QStringLiteral("--expect"), list}));
    QCOMPARE(server.count([](const QJsonObject &e) {
        return is(e, u"event", u"device") && is(e, u"state", u"never-seen") && is(e, u"reason", u"not seen yet")
            && is(e, u"address", u"");
    }),
        2);
    QUdpSocket camera;
    camera.bind(QHostAddress::LocalHost, 0);
    camera.writeDatagram(Site().registerText({}), QHostAddress::LocalHost, server.port);
    QCOMPARE(server
                 .waitFor([](const QJsonObject &e) {
                     return is(e, u"event", u"device") && is(e, u"state", u"online");
                 })[u"id"]
                 .toString(),
        here);
    QCOMPARE(server.quit()[u"devices"].toInt(), 1);
    QVERIFY(server.process.readAllStandardError().contains("line 4: 34020000001320000002 is in line 3 already"));

    const QJsonObject result = analyze(session, {QStringLiteral("--expect"), list});
    QCOMPARE(result[u"expected"].toObject(),
        (QJsonObject{{QStringLiteral("listed"), 2}, {QStringLiteral("missing"), QJsonArray{missing}}}));
    const QJsonArray devices = result[u"devices"].toArray();
    QCOMPARE(devices.size(), 2);
    QCOMPARE(devices[1][u"state"].toString(), QStringLiteral("never-seen"));
    QCOMPARE(devices[1][u"name"].toString(), QStringLiteral("Yard"));
    QVERIFY(!analyze(session).contains(u"expected"));
}

void tst_CliExpected::badLists_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a number of a spreadsheet")
        << QByteArray("ID,Name\n34020000001320000001,Gate\n3.402E+19,Yard\n")
        << QByteArray("line 3: 3.402E+19 is an ID that a spreadsheet took for a number");
    QTest::newRow("19 digits") << QByteArray("3402000000132000001")
                               << QByteArray("line 1: 3402000000132000001 has 19 digits");
    QTest::newRow("no list at all") << QByteArray("\x7f"
                                                  "ELF\x02\x01\x01\0\0\0",
        10) << QByteArray("line 1: no device ID of 20 digits in \"\\x7f");
    QTest::newRow("too many devices") << [] {
        QByteArray all;
        for (int i = 1; i <= 10'001; ++i)
            all += "3402000000132" + QByteArray::number(1'000'000 + i) + '\n';
        return all;
    }() << QByteArray("line 10001: more than 10000 devices");
    QTest::newRow("five megabytes") << QByteArray(5 * 1024 * 1024, '7') << QByteArray("larger than 4 MiB");
    QTest::newRow("five megabytes of UTF-16")
        << "\xff\xfe" + QByteArray("7\0", 2).repeated(5 * 512 * 1024) << QByteArray("larger than 4 MiB");
    QTest::newRow("UTF-16LE") << test::utf16("ID,Name\n3402000000132000001,Gate\n", false, true)
                              << QByteArray("line 2: 3402000000132000001 has 19 digits");
    QTest::newRow("UTF-16BE") << test::utf16("ID,Name\n3402000000132000001,Gate\n", true, true)
                              << QByteArray("line 2: 3402000000132000001 has 19 digits");
    QTest::newRow("a sequence for the terminal")
        << QByteArray("\x1b]0;x\x07 \xc2\x9b\x32J\n") << QByteArray("\"\\x1b]0;x\\x07 \\x9b2J\"");
    QTest::newRow("every line wrong") << QByteArray("1.2E+19\n").repeated(1000) << QByteArray("and 900 more");
}

void tst_CliExpected::badLists()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, says);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.csv"));
    QVERIFY(write(path, list));
    for (const QStringList &command : {QStringList{QStringLiteral("analyze"), QStringLiteral("no.pcap")},
             QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), loopback}}) {
        const Run run = cli(command + QStringList{QStringLiteral("--expect"), path});
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains(says), run.err.left(300).constData());
        QVERIFY(run.out.isEmpty());
    }
    QCOMPARE(cli({QStringLiteral("analyze"), QStringLiteral("no.pcap"), QStringLiteral("--expect"),
                     folder.filePath(QStringLiteral("none"))})
                 .status,
        2);
}

QTEST_GUILESS_MAIN(tst_CliExpected)
#include "tst_cliexpected.moc"
