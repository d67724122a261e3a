#include "tests/support/ownnetwork.h"
#include "tests/support/packets.h"
#include "tests/support/program.h"
#include "tests/support/site.h"

#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;

static QByteArray whyNot; ///< no network of our own

/// gbscope-cli reads the loopback of a network namespace that belongs to this test alone.
class tst_LiveCapture : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void itIsListed();
    void aSiteThatOthersServe();
    void largeMessagesComeInFragments();
    void messagesOverTcp();
    void sippsCalls();
    void aMirroredCaptureDoesNotRunInCircles();
    void anIdleCardEndsAtOnce();
    void withoutPermission();
    void noSuchCard();
    void aCardThatIsDownOrGoes();
    void ourLinkThatIsLostIsTold();

private:
    static qsizetype tsharksMessages(const QString &file)
    {
        return run(QStringLiteral("tshark"),
            {QStringLiteral("-r"), file, QStringLiteral("-d"), QStringLiteral("udp.port==1-65535,sip"),
                QStringLiteral("-d"), QStringLiteral("tcp.port==1-65535,sip"), QStringLiteral("-Y"),
                QStringLiteral("sip"), QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-e"),
                QStringLiteral("sip.Call-ID")})
            .out.count('\n');
    }
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    /// Starts to read lo into that file.
    static bool capture(ServerProcess &process, const QString &file, const QStringList &more = {})
    {
        return process.start(
            QStringList{QStringLiteral("--interface"), QStringLiteral("lo"), QStringLiteral("--session"), file} + more,
            QStringLiteral("capture"));
    }

    QTemporaryDir m_folder;
};

void tst_LiveCapture::initTestCase()
{
    if (!whyNot.isEmpty())
        QSKIP(whyNot.constData());
    if (!runs(QStringLiteral("ip"),
            {QStringLiteral("link"), QStringLiteral("set"), QStringLiteral("lo"), QStringLiteral("mtu"),
                QStringLiteral("1500")}))
        QSKIP("the loopback of the namespace cannot be told to fragment: is iproute2 there?");
}

void tst_LiveCapture::itIsListed()
{
    const Run listed = run(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("interfaces")});
    QCOMPARE(listed.status, 0);
    QJsonObject loopback;
    for (const QByteArray &line : listed.out.split('\n')) {
        const QJsonObject card = QJsonDocument::fromJson(line).object();
        if (is(card, u"name", u"lo"))
            loopback = card;
    }
    QVERIFY(loopback[u"loopback"].toBool());
    QVERIFY(loopback[u"up"].toBool());
    QVERIFY(loopback[u"addresses"].toVariant().toStringList().contains(QStringLiteral("127.0.0.1")));
}

/// What a server and its camera say to each other is all seen, judged as the server does, and in the record for others
/// to read.
void tst_LiveCapture::aSiteThatOthersServe()
{
    ServerProcess watcher, server;
    QVERIFY2(capture(watcher, file("site.pcapng")), watcher.process.readAllStandardError().constData());
    QVERIFY(server.start({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}));
    Site texts;
    QUdpSocket camera;
    QVERIFY(camera.bind(QHostAddress::LocalHost, 0));
    const auto ask = [&](const QByteArray &request) {
        camera.writeDatagram(request, QHostAddress(QHostAddress::LocalHost), server.port);
        return camera.waitForReadyRead(ServerProcess::patience) && camera.readDatagram(nullptr, 0) == 0;
    };
    QVERIFY(ask(texts.registerText({})));
    for (int sn = 1; sn <= 50; ++sn)
        QVERIFY(ask(texts.keepalive("34020000001320000001", sn)));
    const QJsonObject online = watcher.waitFor(
        [](const QJsonObject &e) { return is(e, u"event", u"device") && is(e, u"state", u"online"); });
    QCOMPARE(online[u"id"].toString(), QStringLiteral("34020000001320000001"));
    QVERIFY(
        !watcher.waitFor([](const QJsonObject &e) { return is(e, u"event", u"heartbeat") && e[u"sn"].toInt() == 50; })
             .isEmpty());
    const QJsonObject answered = server.quit(), seen = watcher.quit();
    QCOMPARE(answered[u"messages"].toInt(), 102);
    QCOMPARE(seen[u"messages"].toInt(), 102);
    QCOMPARE(seen[u"malformed"].toInt(), 0);
    QCOMPARE(seen[u"retransmissions"].toInt(), 0);
    QCOMPARE(seen[u"capture_dropped"].toInt(), 0);
    QCOMPARE(seen[u"unrecorded"].toInt(), 0);
    QCOMPARE(watcher.process.exitCode(), 0);
    QCOMPARE(tsharksMessages(file("site.pcapng")), 102);
}

void tst_LiveCapture::largeMessagesComeInFragments()
{
    ServerProcess watcher;
    QVERIFY(capture(watcher, file("large.pcapng")));
    QUdpSocket sink, camera;
    QVERIFY(sink.bind(QHostAddress::LocalHost, 0));
    const QByteArray large = optionsRequest(1, "UDP", QByteArray(19'000, 'x'));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(camera.writeDatagram(large, QHostAddress(QHostAddress::LocalHost), sink.localPort()), large.size());
    const QJsonObject seen = watcher.quit();
    QCOMPARE(seen[u"sip"].toInt(), 20);
    QCOMPARE(seen[u"malformed"].toInt(), 0);
}

void tst_LiveCapture::messagesOverTcp()
{
    ServerProcess watcher;
    QVERIFY(capture(watcher, file("tcp.pcapng")));
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    QTcpSocket camera;
    camera.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QVERIFY(camera.waitForConnected(ServerProcess::patience));
    QByteArray stream;
    for (int i = 1; i <= 40; ++i)
        stream += optionsRequest(i, "TCP", QByteArray(i * 100, 'x'));
    camera.write(stream);
    QVERIFY(server.waitForNewConnection(ServerProcess::patience));
    QTcpSocket *const far = server.nextPendingConnection();
    QTRY_COMPARE_WITH_TIMEOUT(far->bytesAvailable(), stream.size(), ServerProcess::patience);
    const QJsonObject seen = watcher.quit();
    QCOMPARE(seen[u"sip"].toInt(), 40);
    QCOMPARE(seen[u"malformed"].toInt(), 0);
}

/// A foreign user agent calls itself: 200 calls of six messages, on ports of its choice.
void tst_LiveCapture::sippsCalls()
{
    if (QStandardPaths::findExecutable(QStringLiteral("sipp")).isEmpty())
        QSKIP("sipp is not installed");
    ServerProcess watcher;
    QVERIFY(capture(watcher, file("sipp.pcapng")));
    const QStringList common{QStringLiteral("-i"), QStringLiteral("127.0.0.1"), QStringLiteral("-m"),
        QStringLiteral("200"), QStringLiteral("-nostdin")};
    QProcess callee;
    callee.setStandardOutputFile(QProcess::nullDevice());
    callee.start(QStringLiteral("sipp"),
        QStringList{QStringLiteral("-sn"), QStringLiteral("uas"), QStringLiteral("-p"), QStringLiteral("15060")}
            + common);
    QVERIFY(callee.waitForStarted());
    QProcess caller;
    caller.setStandardOutputFile(QProcess::nullDevice());
    caller.start(QStringLiteral("sipp"),
        QStringList{QStringLiteral("-sn"), QStringLiteral("uac"), QStringLiteral("127.0.0.1:15060"),
            QStringLiteral("-p"), QStringLiteral("25060"), QStringLiteral("-r"), QStringLiteral("100"),
            QStringLiteral("-d"), QStringLiteral("0")}
            + common);
    QVERIFY(caller.waitForFinished(ServerProcess::patience));
    QCOMPARE(caller.exitCode(), 0);
    QVERIFY(callee.waitForFinished(ServerProcess::patience));
    const QJsonObject seen = watcher.quit();
    QCOMPARE(seen[u"sip"].toInt() - seen[u"retransmissions"].toInt() - seen[u"repeats"].toObject()[u"echo"].toInt(),
        200 * 6);
    QCOMPARE(tsharksMessages(file("sipp.pcapng")), seen[u"sip"].toInt());
}

/// The copies that go to a collector pass the same card; its port is the one where anything is taken for signalling.
void tst_LiveCapture::aMirroredCaptureDoesNotRunInCircles()
{
    ServerProcess collector, watcher;
    QVERIFY(collector.start({QStringLiteral("--hep"), QStringLiteral("127.0.0.1:5060")}, QStringLiteral("capture")));
    QVERIFY(
        capture(watcher, file("mirrored.pcapng"), {QStringLiteral("--hep-send"), QStringLiteral("127.0.0.1:5060")}));
    QUdpSocket sink, camera;
    QVERIFY(sink.bind(QHostAddress::LocalHost, 0));
    Site texts;
    for (const char *id : {"34020000001320000001", "34020000001320000002"}) { // the copy of the first has passed the
                                                                              // card when the second is heard of
        camera.writeDatagram(texts.registerText({.id = id}), QHostAddress(QHostAddress::LocalHost), sink.localPort());
        QVERIFY(!collector
                     .waitFor([id](const QJsonObject &e) {
                         return is(e, u"event", u"device") && is(e, u"id", QString::fromLatin1(id));
                     })
                     .isEmpty());
    }
    const QJsonObject seen = watcher.quit();
    QCOMPARE(seen[u"messages"].toInt(), 2);
    QCOMPARE(seen[u"unmirrored"].toInt(), 0);
    QCOMPARE(collector.quit()[u"messages"].toInt(), 2);
}

/// Nothing wakes a read but its end.
void tst_LiveCapture::anIdleCardEndsAtOnce()
{
    ServerProcess watcher;
    QVERIFY(capture(watcher, file("idle.pcapng")));
    QCOMPARE(watcher.quit()[u"messages"].toInt(), 0);
    QCOMPARE(watcher.process.exitCode(), 0);
}

void tst_LiveCapture::withoutPermission()
{
    if (QStandardPaths::findExecutable(QStringLiteral("setpriv")).isEmpty())
        QSKIP("setpriv (util-linux) is not installed");
    const QStringList drop{
        QStringLiteral("--inh-caps=-all"), QStringLiteral("--bounding-set=-all"), QStringLiteral("--no-new-privs")};
    if (!runs(QStringLiteral("setpriv"), drop + QStringList{QStringLiteral("true")}))
        QSKIP("setpriv may not drop capabilities here");
    const Run refused = run(QStringLiteral("setpriv"),
        drop
            + QStringList{QStringLiteral(GBSCOPE_CLI), QStringLiteral("capture"), QStringLiteral("--interface"),
                QStringLiteral("lo")});
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("Capturing on lo needs the capability CAP_NET_RAW"), refused.err.constData());
    QVERIFY2(refused.err.contains("sudo setcap cap_net_raw+ep " GBSCOPE_CLI ", or run it with sudo"),
        refused.err.constData());
    const QJsonObject event = QJsonDocument::fromJson(refused.out.left(refused.out.indexOf('\n'))).object();
    QVERIFY(is(event, u"event", u"error"));
    QCOMPARE(event[u"text"].toString().toUtf8() + '\n', refused.err);
    const Run listed = run(QStringLiteral("setpriv"),
        drop + QStringList{QStringLiteral(GBSCOPE_CLI), QStringLiteral("interfaces")}); // that needs none
    QVERIFY2(listed.out.contains("\"name\":\"lo\""), listed.out.constData());
}

void tst_LiveCapture::noSuchCard()
{
    const Run refused = run(QStringLiteral(GBSCOPE_CLI),
        {QStringLiteral("capture"), QStringLiteral("--interface"), QStringLiteral("eth99")});
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("no network card \"eth99\""), refused.err.constData());
}

void tst_LiveCapture::aCardThatIsDownOrGoes()
{
    const QString ip = QStringLiteral("ip");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    if (!runs(ip, words("link add gb0 type veth peer name gb1")))
        QSKIP("there is no virtual network card to be had (veth)");
    const Run down = run(QStringLiteral(GBSCOPE_CLI), words("capture --interface gb0"));
    QCOMPARE(down.status, 3);
    QVERIFY2(down.err.contains("gb0 is down"), down.err.constData());
    QVERIFY(runs(ip, words("link set gb0 up")));
    ServerProcess watcher;
    QVERIFY(watcher.start(words("--interface gb0"), QStringLiteral("capture")));
    QVERIFY(runs(ip, words("link del gb0"))); // somebody pulls the adapter out
    QVERIFY(!watcher
                 .waitFor([](const QJsonObject &e) {
                     return is(e, u"event", u"error") && e[u"text"].toString().contains(QStringLiteral("gb0"));
                 })
                 .isEmpty());
    QVERIFY(watcher.process.waitForFinished(ServerProcess::patience));
    QCOMPARE(watcher.process.exitCode(), 3);
}

/// Where we listen, not where we capture.
void tst_LiveCapture::ourLinkThatIsLostIsTold()
{
    const QString ip = QStringLiteral("ip");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    if (!runs(ip, words("link add gb2 type veth peer name gb3")))
        QSKIP("there is no virtual network card to be had (veth)");
    QVERIFY(runs(ip, words("address add 10.99.0.1/24 dev gb2")));
    QVERIFY(runs(ip, words("link set gb3 up")));
    QVERIFY(runs(ip, words("link set gb2 up")));
    ServerProcess server;
    QVERIFY2(server.start(words("--listen 10.99.0.1:0")), server.process.readAllStandardError().constData());
    const auto isNow = [](const char *state) {
        return [state](const QJsonObject &e) {
            return is(e, u"event", u"link") && is(e, u"interface", u"gb2")
                && e[u"state"].toString() == QLatin1String(state);
        };
    };
    QVERIFY(runs(ip, words("link set gb2 down")));
    const QJsonObject down = server.waitFor(isNow("down"));
    QVERIFY(!down.isEmpty());
    QVERIFY(down[u"addresses"].toVariant().toStringList().contains(QStringLiteral("10.99.0.1")));
    QVERIFY(runs(ip, words("link set gb2 up")));
    QVERIFY(!server.waitFor(isNow("up")).isEmpty());
    QVERIFY(!server.quit().isEmpty());
}

int main(int argc, char *argv[])
{
    whyNot = enterOwnNetwork();
    QCoreApplication app(argc, argv);
    tst_LiveCapture test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_livecapture.moc"
