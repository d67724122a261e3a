#include "tests/support/serverprocess.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace gb::test;

/// `gbscope-cli simulate` against `gbscope-cli serve`, as their users run them.
class tst_SimulateCli : public QObject
{
    Q_OBJECT
private slots:
    void registersAndLeaves_data();
    void registersAndLeaves();
    void wrongPassword();
    void alarmsOnCommand();
    void aBehaviourFile();
    void brokenBehaviourFiles_data();
    void brokenBehaviourFiles();
    void endsBySignal();
    void nobodyThere();

private:
    static bool begin(ServerProcess &simulator, const QString &server, const QStringList &more)
    {
        simulator.process.start(QStringLiteral(GBSCOPE_CLI),
            QStringList{QStringLiteral("simulate"), QStringLiteral("--server"), server} + more);
        return simulator.process.waitForStarted(ServerProcess::patience);
    }
    static QString where(const ServerProcess &server) { return QStringLiteral("127.0.0.1:%1").arg(server.port); }
    static QJsonObject next(ServerProcess &process, const QString &event)
    {
        return process.waitFor([&event](const QJsonObject &e) { return is(e, u"event", event); });
    }
    static bool listen(ServerProcess &server, const QStringList &more = {})
    {
        return server.start(QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--password"), QStringLiteral("12345678")}
            + more);
    }
};

static const QStringList password{QStringLiteral("--password"), QStringLiteral("12345678")};

void tst_SimulateCli::registersAndLeaves_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("UDP") << QStringList{};
    QTest::newRow("TCP") << QStringList{QStringLiteral("--tcp")};
}

void tst_SimulateCli::registersAndLeaves()
{
    QFETCH(const QStringList, more);
    ServerProcess server, simulator;
    QVERIFY(listen(server));
    QVERIFY(begin(
        simulator, where(server), password + more + QStringList{QStringLiteral("--devices"), QStringLiteral("100")}));
    QSet<QString> registered;
    while (registered.size() < 100) {
        const QJsonObject one = next(simulator, QStringLiteral("registered"));
        QVERIFY(!one.isEmpty());
        registered.insert(one[u"id"].toString());
    }
    QVERIFY(registered.contains(QStringLiteral("34020000001320000001"))
        && registered.contains(QStringLiteral("34020000001320000100")));
    const QJsonObject summary = simulator.quit();
    QCOMPARE(summary[u"devices"].toInt(), 100);
    QCOMPARE(summary[u"registered"].toInt(), 100);
    QCOMPARE(summary[u"unregistered"].toInt(), 100);
    QCOMPARE(summary[u"to_nobody_here"].toInt(), 0);
    QCOMPARE(simulator.process.exitCode(), 0);
    QCOMPARE(server.quit()[u"devices"].toInt(), 100);
    QCOMPARE(server.count(
                 [](const QJsonObject &e) { return is(e, u"event", u"device") && is(e, u"state", u"unregistered"); }),
        100);
}

void tst_SimulateCli::wrongPassword()
{
    ServerProcess server, simulator;
    QVERIFY(listen(server));
    QVERIFY(begin(simulator, where(server), {QStringLiteral("--password"), QStringLiteral("wrong")}));
    QVERIFY(next(simulator, QStringLiteral("refused"))[u"status"].toInt() >= 400);
    QCOMPARE(simulator.quit()[u"registered"].toInt(), 0);
}

void tst_SimulateCli::alarmsOnCommand()
{
    ServerProcess server, simulator;
    QVERIFY(listen(server));
    QVERIFY(begin(simulator, where(server), password + QStringList{QStringLiteral("--devices"), QStringLiteral("2")}));
    next(simulator, QStringLiteral("registered"));
    next(simulator, QStringLiteral("registered"));
    simulator.command("alarm 34020000001320000002");
    QCOMPARE(next(simulator, QStringLiteral("alarm"))[u"id"].toString(), QStringLiteral("34020000001320000002"));
    simulator.command("alarm");
    next(simulator, QStringLiteral("alarm"));
    next(simulator, QStringLiteral("alarm"));
    simulator.command("alarm 1");
    QVERIFY(next(simulator, QStringLiteral("error"))[u"text"].toString().contains(u"no device 1"));
    simulator.command("nonsense");
    QVERIFY(next(simulator, QStringLiteral("error"))[u"text"].toString().contains(u"alarm [ID] and quit"));
    QCOMPARE(simulator.quit()[u"alarms"].toInt(), 3);
}

/// Its heartbeats come as the file says, and what the server asks it answers.
void tst_SimulateCli::aBehaviourFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("nvr.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"kind": "recorder", "heartbeat_interval_s": 1, "timeout_count": 4, "channels": 8})");
    file.close();
    ServerProcess server, simulator;
    QVERIFY(listen(server, {QStringLiteral("--read-config")}));
    QVERIFY(begin(simulator, where(server), password + QStringList{QStringLiteral("--behaviour"), file.fileName()}));
    QCOMPARE(next(simulator, QStringLiteral("asked"))[u"command"].toString(), QStringLiteral("ConfigDownload"));
    const QJsonObject config = next(server, QStringLiteral("config"));
    QCOMPARE(config[u"device"].toString(), QStringLiteral("34020000001180000001"));
    QCOMPARE(config[u"interval"].toInt(), 1);
    QCOMPARE(config[u"count"].toInt(), 4);
    QVERIFY(!next(server, QStringLiteral("heartbeat")).isEmpty());
    simulator.quit();
}

void tst_SimulateCli::brokenBehaviourFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no JSON") << QByteArray("{\"channels\": }") << QByteArray("it is no JSON: see byte");
    QTest::newRow("a list") << QByteArray("[]") << QByteArray("it is no JSON object");
    QTest::newRow("no such field") << QByteArray("{\"colour\": 1}") << QByteArray("there is no field \"colour\"");
    QTest::newRow("out of range") << QByteArray("{\"channels\": 0}")
                                  << QByteArray("channels takes a whole number, 1 to 10000");
    QTest::newRow("another word") << QByteArray("{\"kind\": \"x\"}")
                                  << QByteArray("kind takes camera, recorder, platform");
    QTest::newRow("too large") << QByteArray(70'000, ' ') << QByteArray("more than 65536 bytes");
}

void tst_SimulateCli::brokenBehaviourFiles()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, says);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("broken.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    ServerProcess simulator;
    QVERIFY(begin(simulator, QStringLiteral("127.0.0.1:9"), {QStringLiteral("--behaviour"), file.fileName()}));
    QVERIFY(simulator.process.waitForFinished(ServerProcess::patience));
    QCOMPARE(simulator.process.exitCode(), 2);
    const QByteArray said = simulator.process.readAllStandardError();
    QVERIFY2(said.contains(says), said.left(300).constData());
}

void tst_SimulateCli::endsBySignal()
{
#ifdef Q_OS_UNIX
    for (const int signal : {SIGINT, SIGTERM}) {
        ServerProcess server, simulator;
        QVERIFY(listen(server));
        QVERIFY(begin(simulator, where(server), password));
        next(simulator, QStringLiteral("registered"));
        ::kill(static_cast<pid_t>(simulator.process.processId()), signal);
        QCOMPARE(next(simulator, QStringLiteral("summary"))[u"unregistered"].toInt(), 1);
        QVERIFY(simulator.process.waitForFinished(ServerProcess::patience));
        QCOMPARE(simulator.process.exitCode(), 0);
    }
#endif
}

void tst_SimulateCli::nobodyThere()
{
    for (const QStringList &more : {QStringList{}, QStringList{QStringLiteral("--tcp")}}) {
        ServerProcess simulator;
        QVERIFY(begin(simulator, QStringLiteral("127.0.0.1:9"),
            more + QStringList{QStringLiteral("--seconds"), QStringLiteral("1")}));
        QCOMPARE(next(simulator, QStringLiteral("summary"))[u"registered"].toInt(), 0);
        QVERIFY(simulator.process.waitForFinished(ServerProcess::patience));
        QCOMPARE(simulator.process.exitCode(), 0);
    }
}

QTEST_GUILESS_MAIN(tst_SimulateCli)
#include "tst_simulatecli.moc"
