#include "tests/support/serverprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb::test;

/// Load that nobody here wrote: sipp against gbscope-cli, with recording and device tracking on.
class tst_Sipp : public QObject
{
    Q_OBJECT
private slots:
    void theTutorialsBatch_data();
    void theTutorialsBatch();
    void aFleetOfItsOwn_data();
    void aFleetOfItsOwn();

private:
    static QProcess *sipp(const ServerProcess &server, const QString &scenario, const QString &csv, int rate,
        QObject *parent, const QString &transport = QStringLiteral("u1"))
    {
        auto *process = new QProcess(parent);
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->start(QStringLiteral("sipp"),
            {QStringLiteral("127.0.0.1:%1").arg(server.port), QStringLiteral("-sf"), scenario, QStringLiteral("-inf"),
                csv, QStringLiteral("-i"), QStringLiteral("127.0.0.1"), QStringLiteral("-l"), QStringLiteral("200"),
                QStringLiteral("-r"), QString::number(rate), QStringLiteral("-m"), QStringLiteral("1000"),
                QStringLiteral("-t"), transport, QStringLiteral("-aa"), QStringLiteral("-nostdin")});
        return process;
    }
    /// A cumulative figure of sipp's last screen.
    static int figure(const QString &screen, const QString &name)
    {
        const QRegularExpression pattern(QStringLiteral("%1 +\\| +\\d+ +\\| +(\\d+)").arg(name));
        int value = -1;
        for (auto it = pattern.globalMatch(screen); it.hasNext();)
            value = it.next().captured(1).toInt();
        return value;
    }
    static int analyzed(const QString &file, const char16_t *what)
    {
        QProcess process;
        process.start(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), file});
        process.waitForFinished();
        return QJsonDocument::fromJson(process.readAllStandardOutput())
            .object()[u"messages"]
            .toObject()[QStringView(what)]
            .toInt();
    }
    static qsizetype lines(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(ServerProcess::patience);
        return process.readAllStandardOutput().count('\n');
    }
};

static const auto isOffline = [](const QJsonObject &e) {
    return is(e, u"event", u"device") && is(e, u"state", u"offline");
};

void tst_Sipp::theTutorialsBatch_data()
{
    QTest::addColumn<int>("rate");
    QTest::newRow("100 a second") << 100;
    QTest::newRow("400 a second") << 400;
}

void tst_Sipp::theTutorialsBatch()
{
    QFETCH(const int, rate);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("batch.pcapng"));
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--domain"),
        QStringLiteral("1506030008"), QStringLiteral("--password"), QStringLiteral("123456"),
        QStringLiteral("--heartbeat-interval"), QStringLiteral("60"), QStringLiteral("--session"), file}));
    QProcess *load = sipp(server, QStringLiteral(GBSCOPE_TEST_DATA "/sipp/sipp_register_batch.xml"),
        QStringLiteral(GBSCOPE_TEST_DATA "/sipp/reg_batch.csv"), rate, this);
    QVERIFY(load->waitForFinished(60'000));
    const QString screen = QString::fromUtf8(load->readAll());
    QCOMPARE(load->exitCode(), 0);
    QCOMPARE(figure(screen, QStringLiteral("Successful call")), 1000);
    QCOMPARE(figure(screen, QStringLiteral("Failed call")), 0);
    // All fall offline when their time is over: now, when the time is made a second
    server.command("heartbeat-interval 1");
    server.command("timeout-count 1");
    for (int i = 0; i < 1001; ++i)
        QVERIFY2(!server.waitFor(isOffline).isEmpty(), qPrintable(QString::number(i)));
    const QJsonObject summary = server.quit();
    QCOMPARE(summary[u"devices"].toInt(), 1001); // 1000 registered names and the one ID that beats for them
    QCOMPARE(summary[u"messages"].toInt(), 6000);
    QCOMPARE(summary[u"retransmissions"].toInt(), 0);
    QCOMPARE(summary[u"unrecorded"].toInt(), 0);
    QCOMPARE(server.count([](const QJsonObject &e) {
        return is(e, u"event", u"heartbeat") && is(e, u"id", u"15060300081320000001");
    }),
        1000);
    QCOMPARE(server.count([](const QJsonObject &e) {
        return is(e, u"event", u"finding")
            && e[u"title"].toString().endsWith(u"registered names send their heartbeats under this ID");
    }),
        1);
    // Nothing is missing for others who read the record
    QCOMPARE(analyzed(file, u"sip"), 6000);
    QCOMPARE(lines(QStringLiteral("tshark"), {QStringLiteral("-r"), file, QStringLiteral("-Y"), QStringLiteral("sip")}),
        6000);
    const QString copy = folder.filePath(QStringLiteral("sngrep.pcap"));
    lines(QStringLiteral("sngrep"),
        {QStringLiteral("-N"), QStringLiteral("-q"), QStringLiteral("-I"), file, QStringLiteral("-O"), copy});
    QCOMPARE(analyzed(copy, u"sip"), 6000);
}

void tst_Sipp::aFleetOfItsOwn_data()
{
    QTest::addColumn<QString>("transport");
    QTest::newRow("UDP") << QStringLiteral("u1");
    QTest::newRow("TCP") << QStringLiteral("t1");
}

void tst_Sipp::aFleetOfItsOwn()
{
    QFETCH(const QString, transport);
    QTemporaryDir folder;
    QFile csv(folder.filePath(QStringLiteral("fleet.csv")));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("SEQUENTIAL\n");
    for (int i = 1; i <= 1000; ++i) {
        const QByteArray id = "3402000000132" + QByteArray::number(i).rightJustified(7, '0');
        csv.write(id + ";[authentication username=" + id + " password=12345678]\n");
    }
    csv.close();
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--password"),
        QStringLiteral("12345678")}));
    QProcess *load = sipp(
        server, QStringLiteral(GBSCOPE_TEST_DATA "/sipp/register_keepalive.xml"), csv.fileName(), 400, this, transport);
    QVERIFY(load->waitForFinished(60'000));
    QCOMPARE(load->exitCode(), 0);
    QCOMPARE(figure(QString::fromUtf8(load->readAll()), QStringLiteral("Failed call")), 0);
    const QJsonObject summary = server.quit();
    QCOMPARE(summary[u"devices"].toInt(), 1000);
    QCOMPARE(summary[u"retransmissions"].toInt(), 0);
    QHash<QString, int> beats, online;
    for (const QJsonObject &event : server.events) {
        if (is(event, u"event", u"heartbeat"))
            ++beats[event[u"id"].toString()];
        else if (is(event, u"event", u"device") && is(event, u"state", u"online"))
            ++online[event[u"id"].toString()];
    }
    QCOMPARE(beats.size(), 1000);
    QCOMPARE(online.size(), 1000);
    QVERIFY(std::all_of(beats.begin(), beats.end(), [](int count) { return count == 2; }));
    QCOMPARE(server.count([](const QJsonObject &e) { return is(e, u"event", u"finding"); }), 0); // a healthy fleet is
                                                                                                 // quiet
}

QTEST_GUILESS_MAIN(tst_Sipp)
#include "tst_sipp.moc"
