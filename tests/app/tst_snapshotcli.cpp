#include "tests/support/asker.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// `gbscope-cli ask snapshot` from outside: against our simulated device, and against Python's http.client.
class tst_SnapshotCli : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void aDeviceUploads();
    void faultsAreTold_data();
    void faultsAreTold();
    void foreignUploaders_data();
    void foreignUploaders();

private:
    /// Of one device that does these wrongs.
    QJsonObject ask(const QStringList &question, const QStringList &faults, Run *run = nullptr) const;

    QTemporaryDir m_folder;
};

static const QString camera = QStringLiteral("34020000001320000001");

void tst_SnapshotCli::initTestCase()
{
    QFile file(m_folder.filePath(QStringLiteral("2022.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"edition\": \"2022\"}");
}

static QStringList oddities(const QJsonObject &answer)
{
    QStringList codes;
    for (const QJsonValue &one : answer[u"oddities"].toArray())
        codes.append(one[u"code"].toString());
    return codes;
}

QJsonObject tst_SnapshotCli::ask(const QStringList &question, const QStringList &faults, Run *run) const
{
    Asker asker;
    if (!asker.start(QStringList{QStringLiteral("snapshot")} + question,
            {QStringLiteral("--device"), camera, QStringLiteral("--edition"), QStringLiteral("2022")}))
        return {};
    QStringList how{QStringLiteral("simulate"), QStringLiteral("--server"),
        QStringLiteral("127.0.0.1:%1").arg(asker.port), QStringLiteral("--password"), QStringLiteral("12345678"),
        QStringLiteral("--behaviour"), m_folder.filePath(QStringLiteral("2022.json"))};
    for (const QString &one : faults)
        how << QStringLiteral("--fault") << one;
    ServerProcess simulator;
    simulator.process.start(QStringLiteral(GBSCOPE_CLI), how);
    const Run done = asker.finish(60'000);
    simulator.process.kill();
    simulator.process.waitForFinished(ServerProcess::patience);
    if (run)
        *run = done;
    return done.json();
}

void tst_SnapshotCli::aDeviceUploads()
{
    const QTemporaryDir pictures;
    Run run;
    const QJsonObject answer = ask({QStringLiteral("SnapNum=2"), QStringLiteral("--save"), pictures.path()}, {}, &run);
    QVERIFY2(run.status == 0, QByteArray(run.out + run.err).constData());
    QCOMPARE(answer[u"outcome"].toString(), QStringLiteral("done"));
    QCOMPARE(oddities(answer), QStringList());
    const QJsonObject snapshot = answer[u"snapshot"].toObject();
    QVERIFY(snapshot[u"wanted"] == 2 && snapshot[u"came"] == 2 && snapshot[u"finished"] == true);
    QCOMPARE(snapshot[u"file_ids"].toArray().size(), 2);
    QVERIFY(snapshot[u"url"].toString().startsWith(u"http://127.0.0.1:"));
    QSet<QString> files;
    for (const QJsonValue &one : snapshot[u"pictures"].toArray()) {
        QVERIFY(one[u"format"].toString() == u"jpeg" && one[u"width"] == 160 && one[u"height"] == 120
            && one[u"whole"] == true);
        QVERIFY(snapshot[u"file_ids"].toArray().contains(one[u"file_id"]));
        QFile file(one[u"saved"].toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("\xff\xd8\xff") && file.size() == one[u"bytes"].toInteger());
        files.insert(QFileInfo(file).fileName());
    }
    const QStringList found = QDir(pictures.path()).entryList(QDir::Files);
    QCOMPARE(QSet<QString>(found.begin(), found.end()), files);
    QVERIFY(files.size() == 2 && found.first().startsWith(u"snapshot-"));
}

void tst_SnapshotCli::faultsAreTold_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char *fault, const char *outcome, int status, const QStringList &codes) {
        QTest::newRow(fault) << QString::fromLatin1(outcome) << status << codes;
    };
    const QString count = QStringLiteral("other-count");
    row("upload-none", "no-picture", 7, {});
    row("upload-large", "no-picture", 7, {QStringLiteral("upload-too-large")});
    row("upload-no-picture", "no-picture", 7, {QStringLiteral("no-picture-data"), count});
    row("upload-session", "done", 5, {QStringLiteral("other-session")});
    row("upload-no-notify", "done", 5, {QStringLiteral("no-finish")});
    row("result-error", "error-result", 6, {});
    row("status-403", "refused", 6, {});
}

void tst_SnapshotCli::faultsAreTold()
{
    QFETCH(QString, outcome);
    QFETCH(int, status);
    QFETCH(QStringList, codes);
    Run run;
    const QJsonObject answer = ask({}, {QString::fromLatin1(QTest::currentDataTag())}, &run);
    QVERIFY2(answer[u"outcome"] == outcome, QByteArray(run.out + run.err).constData());
    QCOMPARE(oddities(answer), codes);
    QCOMPARE(run.status, status);
}

void tst_SnapshotCli::foreignUploaders_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<QByteArrayList>("statuses");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("raw") << 1 << QByteArrayList{"200"} << QStringList();
    QTest::newRow("put") << 1 << QByteArrayList{"200"} << QStringList();
    QTest::newRow("form") << 1 << QByteArrayList{"200"} << QStringList();
    QTest::newRow("chunked") << 1 << QByteArrayList{"200"} << QStringList();
    QTest::newRow("keep-alive") << 2 << QByteArrayList{"200", "200"} << QStringList();
    QTest::newRow("expect") << 1 << QByteArrayList{"100", "200"} << QStringList();
    QTest::newRow("refused") << 1 << QByteArrayList{"404", "405", "405", "413", "431", "200"}
                             << QStringList{QStringLiteral("upload-refused"), QStringLiteral("upload-refused"),
                                    QStringLiteral("upload-too-large"), QStringLiteral("upload-refused")};
}

void tst_SnapshotCli::foreignUploaders()
{
    QFETCH(int, wanted);
    QFETCH(QByteArrayList, statuses);
    QFETCH(QStringList, codes);
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        QSKIP("python3 is not installed");
    Asker asker;
    QVERIFY(asker.start(
        {QStringLiteral("snapshot"), QStringLiteral("SnapNum=%1").arg(wanted)}, {QStringLiteral("--device"), camera}));
    const QString way = QString::fromLatin1(QTest::currentDataTag());
    const Run uploader = run(python, {QStringLiteral(GBSCOPE_PEERS "/snapshot.py"), QString::number(asker.port), way});
    QVERIFY2(uploader.status == 0, uploader.err.constData());
    QCOMPARE(uploader.out.simplified().split(' '), statuses);
    const Run done = asker.finish(60'000);
    const QJsonObject answer = done.json();
    QVERIFY2(answer[u"outcome"].toString() == u"done", QByteArray(done.out + done.err).constData());
    QCOMPARE(oddities(answer), codes);
    QCOMPARE(answer[u"edition_announced"].toBool(), true);
    const QJsonObject snapshot = answer[u"snapshot"].toObject();
    QCOMPARE(snapshot[u"came"].toInt(), wanted);
    const QJsonValue first = snapshot[u"pictures"].toArray().at(0);
    QVERIFY(first[u"width"] == 32 && first[u"height"] == 16 && first[u"whole"] == true);
    QCOMPARE(first[u"file_id"].toString(), way == u"form" ? snapshot[u"file_ids"][0].toString() : QString());
}

QTEST_GUILESS_MAIN(tst_SnapshotCli)
#include "tst_snapshotcli.moc"
