#include "core/capture/pcapngwriter.h"
#include "tests/support/planted.h"
#include "tests/support/program.h"
#include "tests/support/site.h"

#include <QFile>
#include <QJsonArray>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// The command line from outside: arguments, events, commands, files.
class tst_Cli : public QObject
{
    Q_OBJECT
private slots:
    void wrongArguments_data();
    void wrongArguments();
    void cannotListen();
    void noProxyStandsBetween();
    void whichPasswordItIs();
    void passwordsOfAnyFile_data();
    void passwordsOfAnyFile();
    void deviceThatNeverEnds();
    void echoesAreEscaped_data();
    void echoesAreEscaped();
    void aSessionFromBothEnds();
    void theSameOverTcp();
    void brokenStreamsAreCut();
    void everyHostileFileLeavesItServing();
    void hepFromOneToTheOther();
    void hepIsHeardBySngrep();
    void killedSessionsOpen();
    void endsOnSignal();
    void brokenCaptures_data();
    void brokenCaptures();

private:
    static Run cli(const QStringList &arguments) { return run(QStringLiteral(GBSCOPE_CLI), arguments); }
    static QJsonObject analyze(const QString &file, const QStringList &more = {})
    {
        return QJsonDocument::fromJson(cli(QStringList{QStringLiteral("analyze"), file} + more).out).object();
    }
};

static const QString loopback = QStringLiteral("127.0.0.1:0");

/// A camera's socket.
class Socket
{
public:
    explicit Socket(quint16 server)
        : m_server(server)
    {
        m_socket.bind(QHostAddress::LocalHost, 0);
    }
    void send(const QByteArray &octets) { m_socket.writeDatagram(octets, QHostAddress::LocalHost, m_server); }
    QByteArray ask(const QByteArray &octets)
    {
        send(octets);
        return answer();
    }
    QByteArray answer()
    {
        if (!m_socket.hasPendingDatagrams() && !m_socket.waitForReadyRead(ServerProcess::patience))
            return {};
        QByteArray octets(65536, Qt::Uninitialized);
        octets.resize(m_socket.readDatagram(octets.data(), octets.size()));
        return octets;
    }

private:
    QUdpSocket m_socket;
    quint16 m_server;
};

static int statusOf(const QByteArray &answer)
{
    return answer.mid(8, 3).toInt();
}

void tst_Cli::wrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts) << QByteArray(says);
    };
    row("", "command is missing");
    row("dance", "Unknown command");
    row("serve", "--listen takes");
    row("serve --listen 127.0.0.1", "--listen takes");
    row("serve --listen 127.0.0.1:99999", "--listen takes");
    row("serve --listen 127.0.0.1:4294972356", "--listen takes");
    row("serve --listen 127.0.0.1:-1", "--listen takes");
    row("serve --listen 127.0.0.1:", "--listen takes");
    row("serve --listen 0:5060", "--listen takes"); // which the system takes for every network card
    row("serve --listen 127.1:5060", "--listen takes");
    row("serve --listen localhost:0", "an IP address");
    row("serve --listen 127.0.0.1:0 --password=", "--password is empty"); // a variable that is not set
    row("serve --listen 127.0.0.1:0 --password-file /dev/null", "is empty");
    row("serve --listen 127.0.0.1:0 --heartbeat-interval 4294967356", "1 to 86400");
    row("serve --listen 127.0.0.1:0 --timeout-count 4294967299", "1 to 100");
    row("serve --listen 127.0.0.1:0 --duration 4294967297", "20 days");
    row("serve --listen 127.0.0.1:0 --hep-send 127.0.0.1:70000", "--hep-send takes");
    row("serve --listen 127.0.0.1:0 --hep-send 0:9060", "--hep-send takes");
    row("capture --hep 127.0.0.1:99999", "--hep takes");
    row("capture --hep 0:9060", "--hep takes");
    row("serve --listen 127.0.0.1:0 --id 123", "20 digits");
    row("serve --listen 127.0.0.1:0 --domain a\"b", "--domain");
    row("serve --listen 127.0.0.1:0 --heartbeat-interval 0", "1 to 86400");
    row("serve --listen 127.0.0.1:0 --timeout-count 101", "1 to 100");
    row("serve --listen 127.0.0.1:0 --unregistered-keepalive 500", "403, 404, 200 or silent");
    row("serve --listen 127.0.0.1:0 --password a --password-file b", "exclude");
    row("serve --listen 127.0.0.1:0 --colour blue", "colour");
    row("serve --listen 127.0.0.1:0 --challenge-variants perhaps", "on or off");
    row("serve --listen 127.0.0.1:0 --silence-after soon", "--silence-after takes");
    row("serve --listen 127.0.0.1:0 --silence-after 1 --silence-for 3601", "1 to 3600");
    row("serve --listen 127.0.0.1:0 --silence-for 60", "needs --silence-after");
    row("capture --hep 127.0.0.1:0 --silence-after 1", "silence-after");
    row("analyze", "a capture file");
    row("export a.pcapng --format pcap", "-o OUT");
    row("capture", "either --interface NAME");
    row("capture --interface lo --hep 127.0.0.1:0", "either --interface NAME");
    row("capture --interface= --session a", "gbscope-cli interfaces");
    row("capture --hep 9060", "--hep takes");
    row("interfaces lo", "takes no arguments");
    row("serve --listen 127.0.0.1:0 --hep-send homer:9060", "--hep-send takes");
    row("serve --listen 127.0.0.1:0 --hep-send 127.0.0.1:0", "--hep-send takes");
    row("export a.pcapng -o b --format doc", "--format takes");
}

void tst_Cli::wrongArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    const Run run = cli(arguments);
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(says), run.err.constData());
}

void tst_Cli::cannotListen()
{
    QUdpSocket holder;
    QVERIFY(holder.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    const Run taken = cli(
        {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(holder.localPort())});
    QCOMPARE(taken.status, 3);
    QVERIFY2(taken.err.contains("is taken"), taken.err.constData());
    QTcpServer other; // TCP alone is enough to be in the way
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    const Run tcp = cli(
        {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(other.serverPort())});
    QCOMPARE(tcp.status, 3);
    QVERIFY2(tcp.err.contains("is taken"), tcp.err.constData());
    const Run foreign = cli({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("192.0.2.1:0")});
    QCOMPARE(foreign.status, 3);
    QVERIFY2(foreign.err.contains("not an address of this machine"), foreign.err.constData());
}

/// Cameras come to us, never to a proxy that the environment names for the browser.
void tst_Cli::noProxyStandsBetween()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *const name : {"http_proxy", "all_proxy", "ALL_PROXY"})
        environment.insert(QString::fromLatin1(name), QStringLiteral("socks5://127.0.0.1:9"));
    environment.remove(QStringLiteral("no_proxy"));
    ServerProcess server;
    server.process.setProcessEnvironment(environment);
    QVERIFY2(server.start({QStringLiteral("--listen"), loopback}), server.process.readAllStandardError().constData());
    Socket socket(server.port);
    Site texts;
    QCOMPARE(statusOf(socket.ask(texts.registerText({}))), 200);
    QTcpSocket connection;
    connection.setProxy(QNetworkProxy::NoProxy);
    connection.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port);
    QVERIFY(connection.waitForConnected(ServerProcess::patience));
    QVERIFY(!server.quit().isEmpty());
}

void tst_Cli::whichPasswordItIs()
{
    QTemporaryDir folder;
    const QString session = folder.filePath(QStringLiteral("s.pcapng")),
                  list = folder.filePath(QStringLiteral("known"));
    QFile known(list);
    QVERIFY(known.open(QIODevice::WriteOnly) && known.write("wvp_sip\r\n\nadmin123\n") > 0);
    known.close();
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback, QStringLiteral("--password"),
        QStringLiteral("12345678"), QStringLiteral("--session"), session, QStringLiteral("--candidates"), list}));
    Socket socket(server.port);
    Site texts;
    const QByteArray challenge = socket.ask(texts.registerText({}));
    const QByteArray credentials = Site::authorization("34020000001320000001", Site::nonceOf(challenge), "admin123");
    QCOMPARE(statusOf(socket.ask(texts.registerText({.cseq = 2, .extra = credentials}))), 401);
    const auto failed = server.waitFor(
        [](const QJsonObject &e) { return is(e, u"event", u"device") && is(e, u"state", u"auth-failed"); });
    const QString says = QStringLiteral("wrong password: the device uses password 2 of the list");
    QCOMPARE(failed[u"reason"].toString(), says);
    QVERIFY(!server.quit().isEmpty());
    const auto devices = [&](const QStringList &more) { return analyze(session, more)[u"devices"].toArray(); };
    QCOMPARE(devices({QStringLiteral("--candidates"), list}).first()[u"reason"].toString(), says);
    QCOMPARE(devices({}).first()[u"reason"].toString(), says); // a note in the record; the passwords are not
}

static bool write(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size();
}

void tst_Cli::passwordsOfAnyFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("says"); // empty: it is taken
    const QByteArray lines = "wvp_sip\r\nadmin123\r\n";
    QTest::newRow("as it is") << lines << QByteArray();
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + lines << QByteArray();
    QTest::newRow("UTF-16LE") << test::utf16(lines, false, true) << QByteArray();
    QTest::newRow("UTF-16BE") << test::utf16(lines, true, true) << QByteArray();
    QTest::newRow("a line too long") << QByteArray(129, 'a') << QByteArray("63 passwords of 128 bytes");
    QTest::newRow("a line more") << QByteArray("a\n").repeated(64) << QByteArray("63 passwords of 128 bytes");
    QTest::newRow("a mebibyte of nothing") << QByteArray(1 << 20, '\n') << QByteArray("64 KiB in all");
}

/// That it was read as meant is seen by what it removes.
void tst_Cli::passwordsOfAnyFile()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, says);
    QTemporaryDir folder;
    const QString list = folder.filePath(QStringLiteral("known")), from = folder.filePath(QStringLiteral("a.pcapng")),
                  to = folder.filePath(QStringLiteral("b.txt"));
    Datagram datagram;
    datagram.from = {QHostAddress(QStringLiteral("192.0.2.64")), 5060};
    datagram.to = {QHostAddress(QStringLiteral("192.0.2.15")), 5060};
    datagram.octets = "OPTIONS sip:s@d SIP/2.0\r\nSubject: admin123\r\n\r\n";
    QVERIFY(write(list, file));
    QVERIFY(write(from, PcapngWriter::fileHeader(QStringLiteral("test"), {}) + PcapngWriter::packet(datagram)));
    const Run run = cli({QStringLiteral("export"), from, QStringLiteral("-o"), to, QStringLiteral("--format"),
        QStringLiteral("text"), QStringLiteral("--candidates"), list});
    if (!says.isEmpty()) {
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains(says), run.err.constData());
        return;
    }
    QCOMPARE(run.status, 0);
    QVERIFY2(run.err.contains("Secrets removed: known secrets elsewhere 1"), run.err.constData());
    QFile written(to);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("Subject: ********"));
}

void tst_Cli::deviceThatNeverEnds()
{
    const QString zero = QStringLiteral("/dev/zero");
    if (!QFile::exists(zero))
        QSKIP("there is no /dev/zero");
    for (const char *option : {"--candidates", "--expect"})
        QCOMPARE(cli({QStringLiteral("analyze"), QStringLiteral("a"), QString::fromLatin1(option), zero}).status, 2);
}

void tst_Cli::echoesAreEscaped_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString evil = QStringLiteral("a\u001b[2J\rb\nqc\u009b31m\u202ed");
    const auto row = [&](const char *name, const char *arguments) {
        QStringList list = QString::fromLatin1(arguments).split(u' ');
        list.replaceInStrings(QStringLiteral("EVIL"), evil);
        QTest::newRow(name) << list;
    };
    row("command", "EVIL");
    row("option", "serve --EVIL");
    row("file that is not taken", "serve --listen 127.0.0.1:0 EVIL");
    row("capture", "analyze EVIL");
    row("captures", "analyze EVIL EVIL");
    row("export", "export EVIL -o b --format text");
    row("target", "export a -o /nowhere/EVIL --format text");
    row("list", "analyze a --expect EVIL");
    row("passwords", "analyze a --candidates EVIL");
    row("password", "serve --listen 127.0.0.1:0 --password-file EVIL");
    row("session", "serve --listen 127.0.0.1:0 --duration 1 --session /nowhere/EVIL");
    row("interface", "capture --interface EVIL");
}

void tst_Cli::echoesAreEscaped()
{
    QFETCH(const QStringList, arguments);
    const Run run = cli(arguments);
    QVERIFY(run.status > 0);
    for (const QByteArray &said : {run.err, run.out}) {
        QVERIFY2(!said.contains('\x1b') && !said.contains('\r') && !said.contains("\xc2\x9b")
                && !said.contains("\xe2\x80\xae") && !said.contains("\nqc"),
            said.toPercentEncoding(" ").constData());
    }
}

void tst_Cli::aSessionFromBothEnds()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("会话.pcapng"));
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback, QStringLiteral("--password"),
        QStringLiteral("12345678"), QStringLiteral("--session"), file}));
    Socket socket(server.port);
    Site texts; // for its wording of messages
    const QString id = QStringLiteral("34020000001320000001");
    const QByteArray challenge = socket.ask(texts.registerText({}));
    QCOMPARE(statusOf(challenge), 401);
    const QByteArray credentials = Site::authorization(id.toLatin1(), Site::nonceOf(challenge), "12345678");
    QCOMPARE(statusOf(socket.ask(texts.registerText({.cseq = 2, .extra = credentials}))), 200);
    const QJsonObject online = server.waitFor(
        [](const QJsonObject &e) { return is(e, u"event", u"device") && is(e, u"state", u"online"); });
    QCOMPARE(online[u"id"].toString(), id);
    QVERIFY(QDateTime::fromString(online[u"at"].toString(), Qt::ISODateWithMs).isValid());
    QVERIFY(online[u"address"].toString().startsWith(u"127.0.0.1:"));
    const QByteArray beat = texts.keepalive(id.toLatin1(), 17);
    QCOMPARE(statusOf(socket.ask(beat)), 200);
    QCOMPARE(statusOf(socket.ask(beat)), 200); // a retransmission
    QCOMPARE(statusOf(socket.ask(texts.keepalive(id.toLatin1(), 18))), 200);
    QCOMPARE(server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"heartbeat"); })[u"sn"].toInt(), 17);
    const QJsonObject second = server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"heartbeat"); });
    QCOMPARE(second[u"sn"].toInt(), 18);
    QVERIFY(second[u"gap_s"].toDouble() > 0);

    server.command("heartbeat-interval 1");
    QCOMPARE(
        server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"policy"); })[u"offline_after_s"].toInt(), 3);
    server.command("timeout-count 1");
    QCOMPARE(
        server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"policy"); })[u"offline_after_s"].toInt(), 1);
    server.command("timeout-count 1000");
    QVERIFY(server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"error"); })[u"text"].toString().contains(
        u"out of range"));
    QCOMPARE(server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"device"); })[u"state"].toString(),
        QStringLiteral("offline"));
    const QJsonObject summary = server.quit();
    QCOMPARE(server.process.exitCode(), 0);
    QCOMPARE(summary[u"devices"].toInt(), 1);
    QCOMPARE(summary[u"messages"].toInt(), 10);
    QCOMPARE(summary[u"retransmissions"].toInt(), 1);
    QCOMPARE(summary[u"malformed"].toInt(), 0);
    QVERIFY(!QFile::exists(file + QStringLiteral(".lock")));

    // The same record, read back by us and by others
    const QJsonObject result = analyze(file);
    QCOMPARE(result[u"messages"].toObject()[u"total"].toInt(), 10);
    QCOMPARE(result[u"messages"].toObject()[u"retransmissions"].toInt(), 1);
    const QJsonObject device = result[u"devices"].toArray().at(0).toObject();
    QCOMPARE(device[u"heartbeats"].toInt(), 2);
    QCOMPARE(device[u"registrations"].toInt(), 1);
    QCOMPARE(run(QStringLiteral("tshark"), {QStringLiteral("-r"), file, QStringLiteral("-Y"), QStringLiteral("sip")})
                 .out.count('\n'),
        10);

    const QString text = folder.filePath(QStringLiteral("out.txt"));
    QCOMPARE(cli({QStringLiteral("export"), file, QStringLiteral("-o"), text, QStringLiteral("--format"),
                     QStringLiteral("text"), QStringLiteral("--device"), id})
                 .status,
        0);
    QFile exported(text);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    const QByteArray all = exported.readAll();
    QCOMPARE(all.count("SIP/2.0 200 OK"), 4);
    QVERIFY(all.contains("response=\"removed\""));
    const QByteArray digest = credentials.mid(credentials.indexOf("response=\"") + 10, 32);
    QVERIFY(!all.contains(digest));
    const QString pcap = folder.filePath(QStringLiteral("out.pcap"));
    QCOMPARE(cli({QStringLiteral("export"), file, QStringLiteral("-o"), pcap, QStringLiteral("--format"),
                     QStringLiteral("pcap"), QStringLiteral("--call-id"), QStringLiteral("1@camera"),
                     QStringLiteral("--with-credentials")})
                 .status,
        0);
    QCOMPARE(analyze(pcap)[u"messages"].toObject()[u"total"].toInt(), 4);
    QFile binary(pcap);
    QVERIFY(binary.open(QIODevice::ReadOnly));
    QVERIFY(binary.readAll().contains(digest));
}

/// Waits for a whole answer on a connection.
static QByteArray answerOn(QTcpSocket &socket)
{
    QByteArray octets;
    while (!octets.contains("\r\n\r\n")
        && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(ServerProcess::patience)))
        octets += socket.readAll();
    return octets;
}

void tst_Cli::theSameOverTcp()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("tcp.pcapng"));
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback, QStringLiteral("--password"),
        QStringLiteral("12345678"), QStringLiteral("--session"), file}));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.port);
    QVERIFY(socket.waitForConnected());
    Site texts;
    const QByteArray first = texts.registerText({});
    socket.write(first.left(40)); // one message in two portions
    socket.waitForBytesWritten();
    socket.write(first.mid(40));
    const QByteArray challenge = answerOn(socket);
    QCOMPARE(statusOf(challenge), 401);
    socket.write(texts.registerText(
        {.cseq = 2, .extra = Site::authorization("34020000001320000001", Site::nonceOf(challenge), "12345678")}));
    QCOMPARE(statusOf(answerOn(socket)), 200);
    socket.write("\r\n\r\n" + texts.keepalive("34020000001320000001", 1)
        + texts.keepalive("34020000001320000001", 2)); // a ping
                                                       // and
                                                       // two
                                                       // messages
                                                       // in one
    socket.flush();
    for (int sn : {1, 2})
        QCOMPARE(server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"heartbeat"); })[u"sn"].toInt(), sn);
    const QJsonObject summary = server.quit();
    QCOMPARE(summary[u"messages"].toInt(), 9);
    QCOMPARE(summary[u"malformed"].toInt(), 0);
    const QJsonObject read = analyze(file);
    QCOMPARE(read[u"messages"].toObject()[u"sip"].toInt(), 8);
    QCOMPARE(read[u"devices"].toArray().at(0).toObject()[u"heartbeats"].toInt(), 2);
    QCOMPARE(run(QStringLiteral("tshark"),
                 {QStringLiteral("-r"), file, QStringLiteral("-Y"), QStringLiteral("sip"), QStringLiteral("-T"),
                     QStringLiteral("fields"), QStringLiteral("-e"), QStringLiteral("tcp.srcport")})
                 .out.count('\n'),
        8);
}

void tst_Cli::brokenStreamsAreCut()
{
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback}));
    QTcpSocket noise, good;
    for (QTcpSocket *socket : {&noise, &good}) {
        socket->connectToHost(QHostAddress::LocalHost, server.port);
        QVERIFY(socket->waitForConnected());
    }
    noise.write("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(noise.waitForDisconnected(ServerProcess::patience));
    Site texts;
    good.write(texts.registerText({}));
    QCOMPARE(statusOf(answerOn(good)), 200);
    const QJsonObject summary = server.quit();
    QCOMPARE(summary[u"malformed"].toInt(), 1);
    QCOMPARE(summary[u"devices"].toInt(), 1);
}

void tst_Cli::everyHostileFileLeavesItServing()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("hostile.pcapng"));
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback, QStringLiteral("--password"),
        QStringLiteral("12345678"), QStringLiteral("--session"), file}));
    Socket hostile(server.port), good(server.port);
    Site texts;
    int sent = 0;
    const QDir corpus(QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad"));
    const auto names = corpus.entryList({QStringLiteral("*.dat"), QStringLiteral("*.tmpl")}, QDir::Files, QDir::Name);
    QCOMPARE(names.size(), 103);
    for (const QString &name : names) {
        QFile data(corpus.filePath(name));
        QVERIFY(data.open(QIODevice::ReadOnly));
        hostile.send(data.readAll());
        ++sent;
        // The next request of somebody who behaves is answered all the same
        QVERIFY2(statusOf(good.ask(texts.registerText({.callId = name.toLatin1()}))) == 401, qPrintable(name));
        sent += 2;
    }
    const QJsonObject summary = server.quit();
    QCOMPARE(server.process.exitCode(), 0);
    QVERIFY(summary[u"messages"].toInt() >= sent);
    QVERIFY(summary[u"malformed"].toInt() > 30);
    QCOMPARE(summary[u"unrecorded"].toInt(), 0);
    QCOMPARE(analyze(file)[u"messages"].toObject()[u"packets"], summary[u"messages"]); // byte for byte in the record,
                                                                                       // whatever it was
}

/// What one hears of devices the other one hears of the first, and judges alike.
void tst_Cli::hepFromOneToTheOther()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("hep.pcapng"));
    ServerProcess collector;
    QVERIFY(collector.start(
        {QStringLiteral("--hep"), loopback, QStringLiteral("--session"), file}, QStringLiteral("capture")));
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback, QStringLiteral("--hep-send"),
        QStringLiteral("127.0.0.1:%1").arg(collector.port)}));
    Site texts;
    Socket socket(server.port);
    QCOMPARE(statusOf(socket.ask(texts.registerText({}))), 200); // no password is set
    QCOMPARE(statusOf(socket.ask(texts.keepalive("34020000001320000001", 17))), 200);
    const QJsonObject online = collector.waitFor(
        [](const QJsonObject &e) { return is(e, u"event", u"device") && is(e, u"state", u"online"); });
    QCOMPARE(online[u"id"].toString(), QStringLiteral("34020000001320000001"));
    QVERIFY(online[u"address"].toString().startsWith(u"127.0.0.1:")); // the device's, not the sender's
    QCOMPARE(collector.waitFor([](const QJsonObject &e) { return is(e, u"event", u"heartbeat"); })[u"sn"].toInt(), 17);
    QUdpSocket stranger; // what is no HEP is shown, and changes nothing
    stranger.writeDatagram("REGISTER sip:a@b SIP/2.0\r\n\r\n", QHostAddress(QHostAddress::LocalHost), collector.port);
    QCOMPARE(statusOf(socket.ask(texts.keepalive("34020000001320000001", 18))), 200);
    QCOMPARE(collector.waitFor([](const QJsonObject &e) { return is(e, u"event", u"heartbeat"); })[u"sn"].toInt(), 18);
    const QJsonObject sent = server.quit(), heard = collector.quit();
    QCOMPARE(sent[u"messages"].toInt(), 6);
    QCOMPARE(sent[u"unmirrored"].toInt(), 0);
    QCOMPARE(heard[u"messages"].toInt(), 7);
    QCOMPARE(heard[u"retransmissions"].toInt(), 0);
    QCOMPARE(analyze(file)[u"messages"].toObject()[u"total"].toInt(), 7);
}

/// A listener that nobody here wrote.
void tst_Cli::hepIsHeardBySngrep()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("heard.pcap"));
    QUdpSocket probe;
    QVERIFY(probe.bind(QHostAddress::LocalHost, 0));
    const quint16 port = probe.localPort();
    probe.close();
    QProcess listener;
    listener.start(QStringLiteral("sngrep"),
        {QStringLiteral("-N"), QStringLiteral("-q"), QStringLiteral("-L"), QStringLiteral("udp:127.0.0.1:%1").arg(port),
            QStringLiteral("-O"), file});
    const auto listens = [port] {
        QUdpSocket other;
        return !other.bind(QHostAddress::LocalHost, port, QAbstractSocket::DontShareAddress);
    };
    QTRY_VERIFY_WITH_TIMEOUT(listens(), ServerProcess::patience);
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback, QStringLiteral("--hep-send"),
        QStringLiteral("127.0.0.1:%1").arg(port)}));
    Site texts;
    Socket socket(server.port);
    QCOMPARE(statusOf(socket.ask(texts.registerText({}))), 200);
    for (int sn = 1; sn <= 20; ++sn)
        QCOMPARE(statusOf(socket.ask(texts.keepalive("34020000001320000001", sn))), 200);
    const int sent = server.quit()[u"messages"].toInt();
    QCOMPARE(sent, 42);
    listener.terminate(); // it writes the file's end then, of all that came until now
    QVERIFY(listener.waitForFinished(ServerProcess::patience));
    QCOMPARE(analyze(file)[u"messages"].toObject()[u"total"].toInt(), sent);
}

void tst_Cli::killedSessionsOpen()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("killed.pcapng"));
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback, QStringLiteral("--session"), file}));
    Socket socket(server.port);
    Site texts;
    for (int i = 0; i < 50; ++i)
        QCOMPARE(statusOf(socket.ask(texts.registerText({.callId = QByteArray::number(i)}))), 200);
    QTRY_VERIFY(analyze(file)[u"messages"].toObject()[u"total"].toInt() == 100); // while it runs
    server.process.kill();
    server.process.waitForFinished();
    QCOMPARE(analyze(file)[u"messages"].toObject()[u"total"].toInt(), 100);
    QVERIFY(QFile::exists(file + QStringLiteral(".lock"))); // so the next start knows
}

void tst_Cli::endsOnSignal()
{
#ifdef Q_OS_UNIX
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), loopback}));
    server.process.terminate();
    QVERIFY(!server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"summary"); }).isEmpty());
    QVERIFY(server.process.waitForFinished(ServerProcess::patience));
    QCOMPARE(server.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(server.process.exitCode(), 0);
#else
    QSKIP("signals are of Unix");
#endif
}

void tst_Cli::brokenCaptures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("messages");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("h01-good.pcap") << 0 << 1 << QByteArray();
    QTest::newRow("h02-caplen-over-len.pcap") << 1 << 0 << QByteArray("packet 1");
    QTest::newRow("h03-caplen-4g.pcap") << 1 << 0 << QByteArray("packet 1");
    QTest::newRow("h04-truncated-header.pcap") << 1 << 0 << QByteArray("truncated");
    QTest::newRow("h05-ip-udp-lies.pcap") << 0 << 1 << QByteArray();
    QTest::newRow("h06-pcapng-block-len-0.pcapng") << 1 << 0 << QByteArray("packet");
    QTest::newRow("h07-pcapng-wrong-interface.pcapng") << 1 << -1 << QByteArray("packet");
    QTest::newRow("h08-not-a-pcap.pcap") << 1 << -1 << QByteArray("not a capture file");
}

void tst_Cli::brokenCaptures()
{
    QFETCH(const int, status);
    QFETCH(const int, messages);
    QFETCH(const QByteArray, says);
    const Run run = cli({QStringLiteral("analyze"),
        QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/") + QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY2(run.err.contains(says), run.err.constData());
    QCOMPARE(run.status, status);
    if (messages >= 0)
        QCOMPARE(QJsonDocument::fromJson(run.out).object()[u"messages"].toObject()[u"total"].toInt(), messages);
}

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
