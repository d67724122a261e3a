#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/program.h"
#include "tests/support/site.h"
#include "tests/support/smalldisk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// The record is sacred: whatever is in the way of gbscope-cli, full disks, readers that are gone, signals and kills.
class tst_Record : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void anExistingFileStays_data();
    void anExistingFileStays();
    void twoAtATime();
    void onlyRegularFiles_data();
    void onlyRegularFiles();
    void exportsAskFirst();
    void aFullDisk();
    void aDiskThatTakesNothingFromTheStart_data();
    void aDiskThatTakesNothingFromTheStart();
    void deletedWhileItRecords();
    void nothingIsLeftWhereNothingListens();
    void anExportOntoAFullDisk();
    void theEndComes_data();
    void theEndComes();
    void aReaderThatIsGone();
    void standardOutputThatIsClosed();
    void killedWhileItRecords();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    static Run cli(const QStringList &arguments) { return run(QStringLiteral(GBSCOPE_CLI), arguments); }
    static int messagesIn(const QString &file)
    {
        const Run run = cli({QStringLiteral("analyze"), file});
        return run.status == 0 ? run.json()[u"messages"].toObject()[u"total"].toInt() : -1;
    }
    static QStringList serve(const QString &file)
    {
        return {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--session"), file};
    }
    /// The events that are there by now.
    static void collect(ServerProcess &server)
    {
        server.process.waitForReadyRead(0);
        while (server.process.canReadLine())
            server.events.append(QJsonDocument::fromJson(server.process.readLine()).object());
    }
    /// The answer's status to a REGISTER; 0: none came.
    static int registers(quint16 port, int number)
    {
        QUdpSocket socket;
        socket.bind(QHostAddress::LocalHost, 0);
        Site texts;
        socket.writeDatagram(texts.registerText({.callId = QByteArray::number(number)}), QHostAddress::LocalHost, port);
        if (!socket.waitForReadyRead(ServerProcess::patience))
            return 0;
        QByteArray octets(65536, Qt::Uninitialized);
        octets.resize(socket.readDatagram(octets.data(), octets.size()));
        return octets.mid(8, 3).toInt();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

static QByteArray noDisk; ///< why there are no small disks here

static bool isRecording(const QJsonObject &event)
{
    return is(event, u"event", u"recording");
}

void tst_Record::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Record::anExistingFileStays_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("link");
    QTest::newRow("serve") << QStringLiteral("serve") << false;
    QTest::newRow("serve, through a link") << QStringLiteral("serve") << true;
    QTest::newRow("capture") << QStringLiteral("capture") << false;
}

void tst_Record::anExistingFileStays()
{
    QFETCH(const QString, command);
    QFETCH(const bool, link);
    write(path("today.pcapng"), "a text, and the only copy\n");
    const QString asked = link ? path("link.pcapng") : path("today.pcapng");
    if (link)
        QVERIFY(QFile::link(path("today.pcapng"), asked));
    ServerProcess server;
    QStringList arguments = serve(asked);
    if (command == u"capture")
        arguments[0] = QStringLiteral("--hep");
    QVERIFY(server.start(arguments, command));
    const auto told = std::find_if(server.events.cbegin(), server.events.cend(), isRecording);
    QVERIFY(told != server.events.cend());
    const QString real = QDir(m_folder->path()).canonicalPath() + QStringLiteral("/today-2.pcapng");
    QCOMPARE((*told)[u"file"].toString(), real);
    QCOMPARE((*told)[u"instead_of"].toString(), asked);
    QVERIFY(QFile::exists(real + QStringLiteral(".lock")));
    if (command == u"serve")
        QCOMPARE(registers(server.port, 1), 200);
    server.quit();
    QVERIFY(server.process.readAllStandardError().contains("today-2.pcapng"));
    QCOMPARE(contents(path("today.pcapng")), QByteArray("a text, and the only copy\n"));
    QCOMPARE(messagesIn(real), command == u"serve" ? 2 : 0);
    QVERIFY(!QFile::exists(real + QStringLiteral(".lock")));
}

void tst_Record::twoAtATime()
{
    ServerProcess first, second;
    QVERIFY(first.start(serve(path("today.pcapng"))));
    QVERIFY(second.start(serve(path("./today.pcapng"))));
    QCOMPARE(registers(first.port, 1), 200);
    QCOMPARE(registers(second.port, 2), 200);
    QCOMPARE(registers(second.port, 3), 200);
    first.quit();
    second.quit();
    QCOMPARE(messagesIn(path("today.pcapng")), 2);
    QCOMPARE(messagesIn(path("today-2.pcapng")), 4);
}

void tst_Record::onlyRegularFiles_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a folder") << QStringLiteral("folder") << QByteArray("folder");
    QTest::newRow("a pipe") << QStringLiteral("pipe") << QByteArray("a pipe");
    QTest::newRow("a device") << QStringLiteral("/dev/null") << QByteArray("a device");
    QTest::newRow("no folder") << QStringLiteral("none/x.pcapng") << QByteArray("no folder");
    QTest::newRow("a long name") << QString(250, u'x') << QByteArray("at most 240 bytes");
}

void tst_Record::onlyRegularFiles()
{
#ifdef Q_OS_WIN
    QSKIP("pipes and devices have names on Unix");
#endif
    QFETCH(const QString, target);
    QFETCH(const QByteArray, says);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")) && makePipe(path("pipe")));
    const QString name = target.startsWith(u'/') ? target : m_folder->filePath(target),
                  capture = QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/h01-good.pcap");
    const QFile::Permissions before = QFile::permissions(name);
    const QStringList there = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System);
    const Run record = cli(QStringList{QStringLiteral("serve")} + serve(name)),
              pass = cli({QStringLiteral("capture"), QStringLiteral("--hep"), QStringLiteral("127.0.0.1:0"),
                  QStringLiteral("--session"), name}),
              out = cli({QStringLiteral("export"), capture, QStringLiteral("-o"), name, QStringLiteral("--format"),
                  QStringLiteral("text"), QStringLiteral("--force")});
    QCOMPARE(record.status, 4);
    QVERIFY2(record.err.contains(says) && record.err.contains(name.toLocal8Bit()), record.err.constData());
    QCOMPARE(pass.status, 4);
    QVERIFY2(pass.err.contains(says), pass.err.constData());
    QCOMPARE(out.status, 1);
    QVERIFY2(out.err.contains(says) && out.err.contains(name.toLocal8Bit()), out.err.constData());
    QCOMPARE(QFile::permissions(name), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System), there);
}

void tst_Record::exportsAskFirst()
{
    const QStringList arguments{QStringLiteral("export"),
        QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/h01-good.pcap"), QStringLiteral("--format"),
        QStringLiteral("text"), QStringLiteral("-o"), path("out.txt")};
    write(path("out.txt"), "before");
    const Run refused = cli(arguments);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("exists") && refused.err.contains("--force"), refused.err.constData());
    QCOMPARE(contents(path("out.txt")), QByteArray("before"));
    QCOMPARE(cli(arguments + QStringList{QStringLiteral("--force")}).status, 0);
    QVERIFY(contents(path("out.txt")).startsWith("gbscope"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("out.txt")});
}

void tst_Record::aFullDisk()
{
    const QByteArray why = noDisk.isEmpty() ? mountSmallDisk(m_folder->path(), 2048 * 1024) : noDisk;
    if (!why.isEmpty())
        QSKIP(why.constData());
    const auto unmount = qScopeGuard([this] { unmountSmallDisk(m_folder->path()); });
    write(path("ballast"), QByteArray(1792 * 1024, 'x'));
    ServerProcess server;
    QVERIFY(server.start(serve(path("full.pcapng"))));
    int sent = 0;
    const auto failing = [](const QJsonObject &e) { return is(e, u"event", u"record") && !e[u"writing"].toBool(); };
    while (server.count(failing) == 0) {
        QCOMPARE(registers(server.port, ++sent), 200); // and it goes on answering
        QVERIFY(sent < 5000);
        collect(server);
    }
    for (int i = 0; i < 50; ++i)
        QCOMPARE(registers(server.port, ++sent), 200);
    collect(server);
    QCOMPARE(server.count(failing), 1); // said once
    const auto told = std::find_if(server.events.cbegin(), server.events.cend(), failing);
    QVERIFY2((*told)[u"text"].toString().contains(u"no space left on device", Qt::CaseInsensitive),
        qPrintable((*told)[u"text"].toString()));
    QVERIFY(QFile::remove(path("ballast")));
    QVERIFY(!server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"record") && e[u"writing"].toBool(); })
                 .isEmpty());
    QCOMPARE(registers(server.port, ++sent), 200);
    QJsonObject summary = server.quit();
    QCOMPARE(summary[u"messages"].toInt(), 2 * sent);
    QCOMPARE(summary[u"unrecorded"].toInt(), 0); // what waited has its place now
    QCOMPARE(server.process.exitCode(), 0);
    QCOMPARE(messagesIn(path("full.pcapng")), 2 * sent);

    write(path("ballast"), QByteArray(1024 * 1024, 'x'));
    ServerProcess second; // and where no room comes
    QVERIFY(second.start(serve(path("again.pcapng"))));
    for (sent = 0; second.count(failing) == 0;) {
        QCOMPARE(registers(second.port, ++sent), 200);
        QVERIFY(sent < 5000);
        collect(second);
    }
    summary = second.quit();
    QVERIFY(summary[u"unrecorded"].toInt() > 0);
    QCOMPARE(messagesIn(path("again.pcapng")) + summary[u"unrecorded"].toInt(), 2 * sent);
    QCOMPARE(second.process.exitCode(), 0);
    QVERIFY(!QFile::exists(path("again.pcapng.lock")));
}

static bool isFailing(const QJsonObject &event)
{
    return is(event, u"event", u"record") && !event[u"writing"].toBool();
}

static bool isWritingAgain(const QJsonObject &event)
{
    return is(event, u"event", u"record") && event[u"writing"].toBool();
}

void tst_Record::aDiskThatTakesNothingFromTheStart_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("full");
    QTest::newRow("full, serve") << QStringLiteral("serve") << true;
    QTest::newRow("full, capture") << QStringLiteral("capture") << true;
    QTest::newRow("read-only, serve") << QStringLiteral("serve") << false;
}

void tst_Record::aDiskThatTakesNothingFromTheStart()
{
    QFETCH(const QString, command);
    QFETCH(const bool, full);
    const QByteArray why = noDisk.isEmpty() ? mountSmallDisk(m_folder->path(), 64 * 1024) : noDisk;
    if (!why.isEmpty())
        QSKIP(why.constData());
    const auto unmount = qScopeGuard([this] { unmountSmallDisk(m_folder->path()); });
    if (full) {
        QFile ballast(path("ballast"));
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (ballast.write(QByteArray(4096, 'x')) > 0) { }
    } else {
        QVERIFY(makeReadOnly(m_folder->path()));
    }
    const QString reason = full ? QStringLiteral("no space left on device") : QStringLiteral("read-only file system");
    ServerProcess server;
    QStringList arguments = serve(path("today.pcapng"));
    if (command == u"capture")
        arguments[0] = QStringLiteral("--hep");
    QVERIFY(server.start(arguments, command));
    const auto earlier = std::find_if(server.events.cbegin(), server.events.cend(), isFailing);
    const QJsonObject told = earlier != server.events.cend() ? *earlier : server.waitFor(isFailing);
    QVERIFY2(told[u"text"].toString().contains(reason, Qt::CaseInsensitive), qPrintable(told[u"text"].toString()));
    QCOMPARE(told[u"file"].toString(), QDir(m_folder->path()).canonicalPath() + QStringLiteral("/today.pcapng"));
    const int devices = command == u"serve" ? 10 : 0;
    for (int i = 0; i < devices; ++i)
        QCOMPARE(registers(server.port, i), 200);
    if (full && command == u"serve") {
        QVERIFY(QFile::remove(path("ballast")));
        QVERIFY(!server.waitFor(isWritingAgain).isEmpty());
        QCOMPARE(server.count(isRecording), 1);
    }
    const QJsonObject summary = server.quit();
    QCOMPARE(server.process.exitCode(), 0);
    QCOMPARE(server.count(isFailing), 1);
    const QByteArray said = server.process.readAllStandardError();
    QVERIFY2(said.contains(QByteArray("Nothing can be recorded into " + path("today.pcapng").toLocal8Bit())),
        said.constData());
    QCOMPARE(summary[u"unrecorded"].toInt(), full ? 0 : 2 * devices);
    if (full && command == u"serve")
        QCOMPARE(messagesIn(path("today.pcapng")), 2 * devices);
    else
        QVERIFY(!QFile::exists(path("today.pcapng")) && !QFile::exists(path("today.pcapng.lock")));
}

void tst_Record::deletedWhileItRecords()
{
#ifdef Q_OS_WIN
    QSKIP("the system lets nobody delete it");
#endif
    ServerProcess server;
    QVERIFY(server.start(serve(path("today.pcapng"))));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(registers(server.port, i), 200);
    QTRY_COMPARE_WITH_TIMEOUT(messagesIn(path("today.pcapng")), 20, ServerProcess::patience);
    QVERIFY(QFile::remove(path("today.pcapng")));
    for (int i = 10; i < 15; ++i)
        QCOMPARE(registers(server.port, i), 200);
    const QJsonObject told = server.waitFor(isFailing);
    QVERIFY2(told[u"text"].toString().contains(u"deleted"), qPrintable(told[u"text"].toString()));
    QVERIFY(!server.waitFor(isWritingAgain).isEmpty());
    QCOMPARE(server.count(isRecording), 2);
    for (int i = 15; i < 20; ++i)
        QCOMPARE(registers(server.port, i), 200);
    const QJsonObject summary = server.quit();
    QCOMPARE(summary[u"messages"].toInt(), 40);
    QCOMPARE(summary[u"unrecorded"].toInt(), 0);
    QCOMPARE(server.count(isFailing), 1);
    QCOMPARE(messagesIn(path("today.pcapng")), 20);
    // What is in force is told in the new file, too
    const Run run = cli({QStringLiteral("analyze"), path("today.pcapng")});
    QVERIFY(run.json()[u"notes"].toObject()[u"followed"].toInt() >= 3);
}

void tst_Record::nothingIsLeftWhereNothingListens()
{
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress::LocalHost, 0));
    const QString where = QStringLiteral("127.0.0.1:%1").arg(taken.localPort());
    for (const char *const command : {"serve --listen", "capture --hep"}) {
        const Run run = cli(QString::fromLatin1(command).split(u' ')
            + QStringList{where, QStringLiteral("--session"), path("today.pcapng")});
        QCOMPARE(run.status, 3);
        QVERIFY2(run.err.contains("is taken"), run.err.constData());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
    }
    // The address of a whole network: the system would bind it, and no device would reach it
    const Run many = cli({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.255.255.255:0"),
        QStringLiteral("--session"), path("today.pcapng")});
    QCOMPARE(many.status, 3);
    QVERIFY2(many.err.contains("is not an address of this machine"), many.err.constData());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
}

void tst_Record::anExportOntoAFullDisk()
{
    const QByteArray why = noDisk.isEmpty() ? mountSmallDisk(m_folder->path(), 64 * 1024) : noDisk;
    if (!why.isEmpty())
        QSKIP(why.constData());
    const auto unmount = qScopeGuard([this] { unmountSmallDisk(m_folder->path()); });
    write(path("ballast"), QByteArray(60 * 1024, 'x'));
    QTemporaryDir elsewhere;
    const QString record = elsewhere.filePath(QStringLiteral("record.pcapng"));
    ServerProcess server;
    QVERIFY(server.start(serve(record)));
    for (int i = 0; i < 50; ++i)
        QCOMPARE(registers(server.port, i), 200);
    server.quit();
    for (const char *const format : {"pcapng", "pcap", "text"}) {
        const Run run = cli({QStringLiteral("export"), record, QStringLiteral("-o"), path("out"),
            QStringLiteral("--format"), QString::fromLatin1(format)});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("no space left on device"), run.err.constData());
        QVERIFY2(run.err.contains(QDir(m_folder->path()).canonicalPath().toLocal8Bit()), run.err.constData());
        QVERIFY2(!run.err.contains("record.pcapng"), run.err.constData());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("ballast")});
    }
}

void tst_Record::theEndComes_data()
{
    QTest::addColumn<QString>("where");
    QTest::newRow("nobody reads stdout") << QStringLiteral("exec \"$0\" \"$@\" > pipe");
    QTest::newRow("nobody reads stderr either") << QStringLiteral("exec \"$0\" \"$@\" > pipe 2>&1");
}

/// SIGTERM, while the pipe is full and whoever holds its other end does not read.
void tst_Record::theEndComes()
{
#ifndef Q_OS_UNIX
    QSKIP("signals are Unix's");
#endif
    QFETCH(const QString, where);
    QVERIFY(makePipe(path("pipe")));
    QProcess holder; // opens the pipe, reads up to the listening event and no more
    holder.start(QStringLiteral("sh"),
        {QStringLiteral("-c"),
            QStringLiteral("exec 3< '%1'; while read -r line <&3; do printf '%s\\n' \"$line\"; "
                           "case $line in *'\"listening\"'*) exec sleep 600;; esac; done")
                .arg(path("pipe"))});
    QProcess server;
    server.setWorkingDirectory(m_folder->path());
    server.start(QStringLiteral("sh"),
        QStringList{QStringLiteral("-c"), where, QStringLiteral(GBSCOPE_CLI), QStringLiteral("serve")}
            + serve(path("today.pcapng")));
    QVERIFY(holder.waitForReadyRead(ServerProcess::patience));
    quint16 port = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            while (holder.canReadLine()) {
                const QJsonObject event = QJsonDocument::fromJson(holder.readLine()).object();
                port = is(event, u"event", u"listening") ? static_cast<quint16>(event[u"port"].toInt()) : port;
            }
            return port != 0;
        }(),
        ServerProcess::patience);
    server.write(QByteArray("no such command\n").repeated(2000)); // answered by more lines than a pipe holds
    while (server.bytesToWrite() > 0)
        QVERIFY(server.waitForBytesWritten(ServerProcess::patience));
    for (int i = 0; i < 50; ++i)
        QCOMPARE(registers(port, i), 200);
    QElapsedTimer since;
    since.start();
    server.terminate();
    QVERIFY(server.waitForFinished(ServerProcess::patience));
    const qint64 took = since.elapsed();
    holder.kill();
    holder.waitForFinished();
    QCOMPARE(server.exitStatus(), QProcess::NormalExit);
    QCOMPARE(server.exitCode(), 0);
    QVERIFY(!QFile::exists(path("today.pcapng.lock")));
    QCOMPARE(messagesIn(path("today.pcapng")), 100);
    if (took > 2000)
        qWarning("%lld ms until the end: more than 2 s are too many on a computer that has time",
            static_cast<long long>(took));
    QVERIFY(took < 10'000);
}

/// serve | head -1
void tst_Record::aReaderThatIsGone()
{
#ifndef Q_OS_UNIX
    QSKIP("a shell is needed");
#endif
    QProcess shell;
    shell.setWorkingDirectory(m_folder->path());
    shell.start(QStringLiteral("sh"),
        QStringList{QStringLiteral("-c"),
            QStringLiteral("{ \"$0\" \"$@\" < /dev/null; echo $? > status; } | head -1 > first"),
            QStringLiteral(GBSCOPE_CLI), QStringLiteral("serve")}
            + serve(path("today.pcapng")));
    QVERIFY(shell.waitForFinished(ServerProcess::patience)); // by itself
    QCOMPARE(contents(path("status")), QByteArray("1\n"));   // nobody got the rest
    QVERIFY(QJsonDocument::fromJson(contents(path("first"))).isObject());
    QVERIFY(!QFile::exists(path("today.pcapng.lock")));
    QCOMPARE(messagesIn(path("today.pcapng")), 0);
}

/// The record must not get the number of a standard stream, and then its lines.
void tst_Record::standardOutputThatIsClosed()
{
#ifndef Q_OS_UNIX
    QSKIP("a shell is needed");
#endif
    QProcess shell;
    shell.start(QStringLiteral("sh"),
        QStringList{QStringLiteral("-c"), QStringLiteral("exec \"$0\" \"$@\" < /dev/null >&- 2>&-"),
            QStringLiteral(GBSCOPE_CLI), QStringLiteral("serve")}
            + serve(path("today.pcapng")) + QStringList{QStringLiteral("--duration"), QStringLiteral("1")});
    QVERIFY(shell.waitForFinished(ServerProcess::patience));
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(messagesIn(path("today.pcapng")), 0); // and no text is in it
    QVERIFY(!contents(path("today.pcapng")).contains("event"));
}

void tst_Record::killedWhileItRecords()
{
    ServerProcess server;
    QVERIFY(server.start(serve(path("killed.pcapng"))));
    for (int i = 0; i < 50; ++i)
        QCOMPARE(registers(server.port, i), 200);
    QTRY_COMPARE_WITH_TIMEOUT(messagesIn(path("killed.pcapng")), 100, ServerProcess::patience);
    for (int i = 50; i < 60; ++i)
        registers(server.port, i);
    server.process.kill(); // within the half second that may be lost
    server.process.waitForFinished();
    const int kept = messagesIn(path("killed.pcapng"));
    QVERIFY2(kept >= 100 && kept <= 120, qPrintable(QString::number(kept)));
    QVERIFY(QFile::exists(path("killed.pcapng.lock"))); // so the next start knows
    ServerProcess next;                                 // by the same command
    QVERIFY(next.start(serve(path("killed.pcapng"))));
    next.quit();
    QCOMPARE(messagesIn(path("killed.pcapng")), kept);
    QVERIFY(QFile::exists(path("killed.pcapng.lock"))); // it is still to be offered
    QVERIFY(QFile::remove(path("killed.pcapng")));      // whose lock is nobody's then, and is taken over
    ServerProcess last;
    QVERIFY(last.start(serve(path("killed.pcapng"))));
    QCOMPARE(registers(last.port, 1), 200);
    last.quit();
    QCOMPARE(messagesIn(path("killed.pcapng")), 2);
    QVERIFY(!QFile::exists(path("killed.pcapng.lock")));
}

int main(int argc, char *argv[])
{
    noDisk = enterOwnMounts(); // ahead of the first thread
    QCoreApplication application(argc, argv);
    tst_Record test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_record.moc"
