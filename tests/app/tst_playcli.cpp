#include "core/simulator/media/mediafaults.h"
#include "tests/support/asker.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// `gbscope-cli play`, and `play` on the standard input of serve, against `gbscope-cli simulate`: SIP, media and
/// verdict as they are over loopback.
class tst_PlayCli : public QObject
{
    Q_OBJECT
private slots:
    void soundOverEveryWay_data();
    void soundOverEveryWay();
    void everyFaultHasItsVerdict();
    void severalChannels();
    void allChannelsAsText();
    void keepsTheStream();
    void whoDoesNotCome();
    void whatIsRefused_data();
    void whatIsRefused();
    void aStrangerIsNotLetIn();
};

static const QString camera = QStringLiteral("34020000001320000001");
static const QStringList password{QStringLiteral("--password"), QStringLiteral("12345678")};
constexpr int longPatience = 60'000;

static QJsonObject object(const QByteArray &lines, const QString &event, qsizetype number = 0)
{
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonObject one = QJsonDocument::fromJson(line).object();
        if (is(one, u"event", event) && number-- == 0)
            return one;
    }
    return {};
}

static QStringList causes(const QJsonObject &play)
{
    QStringList out;
    for (const QJsonValue &one : play[u"causes"].toArray())
        out << one[u"cause"].toString() << one[u"looks_like"].toString();
    out.removeAll(QString());
    return out;
}

static QByteArray shown(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

static QByteArray all(const Run &run)
{
    return run.out + run.err;
}

static bool registered(const QJsonObject &e)
{
    return is(e, u"event", u"device") && (is(e, u"state", u"online") || is(e, u"state", u"registered"));
}

/// A device that comes to a port. Gone with this object.
struct Simulator
{
    Simulator(quint16 port, const QStringList &more)
    {
        process.start(QStringLiteral(GBSCOPE_CLI),
            QStringList{
                QStringLiteral("simulate"), QStringLiteral("--server"), QStringLiteral("127.0.0.1:%1").arg(port)}
                + password + more);
    }
    ~Simulator()
    {
        process.kill();
        process.waitForFinished(ServerProcess::patience);
    }
    QProcess process;
};

/// One play with a simulator of its own.
static Run play(const QStringList &options, const QStringList &simulator)
{
    Asker asker;
    asker.command = QStringLiteral("play");
    if (!asker.start(QStringList{QStringLiteral("--device"), camera} + options, {}))
        return {};
    const Simulator device(asker.port, simulator);
    return asker.finish(longPatience);
}

void tst_PlayCli::soundOverEveryWay_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("simulator");
    QTest::addColumn<QString>("way");
    const QStringList passive{QStringLiteral("--tcp"), QStringLiteral("passive")},
        active{QStringLiteral("--tcp"), QStringLiteral("active")};
    QTest::newRow("UDP") << QStringList() << QStringList() << QStringLiteral("udp");
    QTest::newRow("TCP, we listen") << passive << QStringList() << QStringLiteral("tcp-passive");
    QTest::newRow("TCP, we connect") << active << QStringList() << QStringLiteral("tcp-active");
    QTest::newRow("all over TCP") << passive << QStringList{QStringLiteral("--tcp")} << QStringLiteral("tcp-passive");
}

/// Of a sound stream nothing is told but that it is sound; all links hold, the numbers are those of the clip.
void tst_PlayCli::soundOverEveryWay()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, simulator);
    QFETCH(QString, way);
    const Run run = play(QStringList{QStringLiteral("--seconds"), QStringLiteral("3")} + options, simulator);
    const QJsonObject one = object(run.out, QStringLiteral("play"));
    QVERIFY2(one[u"verdict"] == QStringLiteral("sound") && causes(one).size() <= 1, all(run).constData());
    QVERIFY2(
        run.status == 0 && one[u"outcome"] == QStringLiteral("played") && one[u"way"] == way, shown(one).constData());
    for (const QJsonValue &state : one[u"links"].toObject())
        QVERIFY2(state == QStringLiteral("ok") || state == QStringLiteral("none"), shown(one).constData());
    const QJsonObject stream = one[u"stream"].toObject(), rtp = one[u"rtp"].toObject();
    QVERIFY2(stream[u"video_codec"] == QStringLiteral("H.264") && stream[u"width"].toInt() == 640
            && stream[u"height"].toInt() == 360 && stream[u"longest_gop"].toInt() == 25
            && stream[u"audio_codec"] == QStringLiteral("G.711A"),
        shown(one).constData());
    QVERIFY2(qAbs(stream[u"frame_rate"].toDouble() - 25) < 3, shown(one).constData());
    QVERIFY2(rtp[u"missing"].toInt() == 0 && rtp[u"packets"].toInt() >= 75 && one[u"bye_answered"].toBool(),
        shown(one).constData());
    QVERIFY2(way != u"udp" || (rtp[u"rtcp_sent"].toInt() >= 1 && rtp[u"rtcp_received"].toInt() >= 1),
        shown(one).constData());
    QVERIFY(!object(run.out, QStringLiteral("link")).isEmpty());
}

namespace {

struct Row
{
    const char *fault;
    const char *verdict; ///< or the outcome
    const char *cause;   ///< that is among its findings; empty: none but a result
    const char *values = "";
};

// The failures of the field, live: D46 to D53 and "200 OK, but no picture"
constexpr Row rows[] = {
    {"invite-400", "refused", "refused"},
    {"invite-486", "refused", "refused"},
    {"invite-488", "refused", "refused"},
    {"invite-late", "sound", ""},
    {"no-y", "sound", ""},
    {"own-ssrc", "warned", "ssrc-answered-own"},
    {"setup-mirrored", "warned", "setup-contradicts", "tcp=passive"},
    {"tcp-wrong-side", "broken", "nobody-connects", "tcp=passive"},
    {"no-media", "broken", "nothing-arrives"},
    {"media-late", "sound", ""},
    {"wrong-ssrc", "broken", "ssrc-other"},
    {"payload-type", "warned", "payload-type-other"},
    {"rtp-loss", "broken", "loss-on-the-way"},
    {"rtp-reorder", "warned", "reordering"},
    {"rtp-duplicate", "sound", "duplicates"},
    {"same-timestamp", "warned", "timestamp-constant"},
    {"tcp-dollar", "warned", "interleaved", "tcp=passive"},
    {"no-system-header", "sound", ""},
    {"no-psm", "warned", "no-map"},
    {"psm-crc", "warned", "map-crc"},
    {"psm-length", "broken", "map-length"},
    {"pes-wrapped", "broken", "pes-length-wrapped"},
    {"no-key-frame", "broken", "no-key-frame"},
    {"no-parameter-sets", "broken", "no-parameter-sets"},
    {"h265-as-h264", "broken", "map-codec-other"},
    {"audio-late", "warned", "audio-late", "seconds=6"},
    {"audio-silent", "sound", "audio-silent"},
    {"audio-missing", "warned", "audio-missing", "seconds=12"},
    {"media-stops", "broken", "stopped"},
    {"media-bye", "warned", "ended-by-sender"},
    {"needs-rtcp", "broken", "ended-without-rtcp", "rtcp=off seconds=10"},
};

} // namespace

/// As many devices of one serve: each is in a domain of its own.
void tst_PlayCli::everyFaultHasItsVerdict()
{
    ServerProcess server;
    QVERIFY(server.start(password + QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}));
    std::vector<std::unique_ptr<Simulator>> devices;
    QStringList names = mediaFaultNames();
    QHash<QString, const Row *> wanted; ///< by the device
    int number = 10;
    for (const Row &row : rows) {
        const QString domain = QStringLiteral("34020000%1").arg(number++);
        names.removeAll(QString::fromLatin1(row.fault));
        wanted.insert(domain + QStringLiteral("1320000001"), &row);
        devices.push_back(std::make_unique<Simulator>(server.port,
            QStringList{QStringLiteral("--server-id"), domain + QStringLiteral("2000000001"), QStringLiteral("--fault"),
                QString::fromLatin1(row.fault)}));
    }
    QCOMPARE(names.join(u' '), QString()); // all of them have a row
    qsizetype come = 0;
    QSet<QString> asked;
    while (come < wanted.size()) {
        const QJsonObject device = server.waitFor(registered);
        QVERIFY2(!device.isEmpty(), qPrintable(QString::number(come)));
        const QString id = device[u"id"].toString();
        if (!wanted.contains(id) || asked.contains(id))
            continue;
        asked.insert(id);
        ++come;
    }
    QStringList wrong;
    QSet<QString> waiting;
    const auto takeOne = [&] {
        const QJsonObject one = server.waitFor(
            [](const QJsonObject &e) { return is(e, u"event", u"play") || is(e, u"event", u"error"); });
        const QString id = one[u"device"].toString();
        if (!waiting.remove(id)) {
            for (const QString &left : std::as_const(waiting))
                wrong << QString::fromLatin1(wanted.value(left)->fault) + u": nothing " + QString::fromUtf8(shown(one));
            waiting.clear();
            return;
        }
        const Row *const row = wanted.value(id);
        const bool refused = qstrcmp(row->verdict, "refused") == 0;
        const QString said = one[refused ? u"outcome" : u"verdict"].toString();
        const QStringList found = causes(one);
        const bool right = said == QLatin1String(row->verdict)
            && (*row->cause ? found.contains(QLatin1String(row->cause)) : found.size() <= 1);
        if (!right)
            wrong << QStringLiteral("%1: %2 %3 %4")
                         .arg(QString::fromLatin1(row->fault), one[u"outcome"].toString(), said, found.join(u','));
    };
    constexpr qsizetype atOnce = 10; // more lose packets in their sockets where other tests run beside this one, and
                                     // then absence proves nothing
    for (const QString &id : std::as_const(asked)) {
        const QByteArray values = wanted.value(id)->values;
        server.command("play " + id.toLatin1() + (values.contains("seconds") ? " " : " seconds=4 ") + values);
        waiting.insert(id);
        if (waiting.size() == atOnce)
            takeOne();
    }
    while (!waiting.isEmpty())
        takeOne();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(server.quit()[u"timed_out"].toInt(), 0);
}

/// A few at a time, each with its own verdict; the worst is the status.
void tst_PlayCli::severalChannels()
{
    const auto channel = [](int n) { return QStringLiteral("3402000000131000000%1").arg(n); };
    const Run run = play({QStringLiteral("--channel"), channel(2), QStringLiteral("--channel"), channel(3),
                             QStringLiteral("--channel"), channel(9), QStringLiteral("--seconds"), QStringLiteral("1"),
                             QStringLiteral("--at-once"), QStringLiteral("2")},
        {QStringLiteral("--channels"), QStringLiteral("3")});
    QHash<QString, QString> said;
    for (int i = 0; i < 3; ++i) {
        const QJsonObject one = object(run.out, QStringLiteral("play"), i);
        said.insert(
            one[u"channel"].toString(), one[u"outcome"].toString() + u' ' + QString::number(one[u"status"].toInt()));
    }
    QVERIFY2(said.value(channel(2)) == u"played 200" && said.value(channel(3)) == u"played 200"
            && said.value(channel(9)) == u"refused 404",
        all(run).constData());
    QCOMPARE(run.status, 6);
}

void tst_PlayCli::allChannelsAsText()
{
    const Run run = play(
        {QStringLiteral("--all-channels"), QStringLiteral("--seconds"), QStringLiteral("1"), QStringLiteral("--text")},
        {QStringLiteral("--channels"), QStringLiteral("3")});
    QVERIFY2(run.status == 0, all(run).constData());
    QVERIFY2(run.out.count(": sound\n") == 3 && run.out.contains("\nchannel"), run.out.constData());
    QVERIFY2(run.out.count("H.264 640x360") == 6, run.out.constData()); // of each once, and once in the table
}

/// What is saved is the program stream; a file that exists is left alone.
void tst_PlayCli::keepsTheStream()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.ps"));
    const QStringList options{QStringLiteral("--seconds"), QStringLiteral("2"), QStringLiteral("--save"), file};
    Run run = play(options, {});
    QVERIFY2(run.status == 0, all(run).constData());
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray octets = saved.readAll();
    QVERIFY(octets.startsWith(QByteArray("\0\0\1\xba", 4)) && octets.count(QByteArray("\0\0\1\xba", 4)) >= 50);
    run = play(options, {});
    QVERIFY2(!object(run.out, QStringLiteral("play"))[u"save_problem"].toString().isEmpty(), run.out.constData());
    saved.seek(0);
    QCOMPARE(saved.readAll(), octets);
    const QString ffprobe = QStandardPaths::findExecutable(QStringLiteral("ffprobe"));
    if (ffprobe.isEmpty())
        QSKIP("ffprobe is not installed");
    QProcess probe;
    probe.start(ffprobe,
        {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-show_entries"),
            QStringLiteral("stream=codec_name,width"), QStringLiteral("-of"), QStringLiteral("csv=p=0"), file});
    QVERIFY(probe.waitForFinished());
    QVERIFY(probe.readAllStandardOutput().contains("h264,640"));
}

void tst_PlayCli::whoDoesNotCome()
{
    Asker asker;
    asker.command = QStringLiteral("play");
    QVERIFY(asker.start({QStringLiteral("--device"), camera, QStringLiteral("--wait"), QStringLiteral("1")}, {}));
    const Run run = asker.finish();
    QVERIFY2(run.status == 8 && object(run.out, QStringLiteral("play"))[u"outcome"] == QStringLiteral("not-registered"),
        all(run).constData());
}

void tst_PlayCli::whatIsRefused_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nobody") << QByteArray("play") << QByteArray("play takes ID");
    QTest::newRow("tcp") << QByteArray("play 1 tcp=both") << QByteArray("passive or active");
    QTest::newRow("seconds") << QByteArray("play 1 seconds=0") << QByteArray("1 to 3600");
    QTest::newRow("ports") << QByteArray("play 1 ports=5-4") << QByteArray("FIRST-LAST");
    QTest::newRow("address") << QByteArray("play 1 address=224.0.0.1") << QByteArray("IP address");
    QTest::newRow("stream") << QByteArray("play 1 stream=x") << QByteArray("main stream");
    QTest::newRow("save") << QByteArray("play 1 save=") << QByteArray("name of a file");
    QTest::newRow("unknown") << QByteArray("play 1 loud=1") << QByteArray("not");
}

void tst_PlayCli::whatIsRefused()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, said);
    ServerProcess server;
    QVERIFY(server.start({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}));
    server.command(command);
    const QJsonObject error = server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"error"); });
    QVERIFY2(error[u"text"].toString().toUtf8().contains(said), shown(error).constData());
    server.quit();
}

/// Over TCP the port is open to the device alone.
void tst_PlayCli::aStrangerIsNotLetIn()
{
    ServerProcess server;
    QVERIFY(server.start(password + QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}));
    const Simulator device(server.port, {QStringLiteral("--fault"), QStringLiteral("tcp-wrong-side")});
    QVERIFY(!server.waitFor(registered).isEmpty());
    server.command("play " + camera.toLatin1() + " tcp=passive ports=22510-22511");
    QVERIFY(!server.waitFor([](const QJsonObject &e) { return is(e, u"link", u"answered"); }).isEmpty());
    QTcpSocket stranger;
    stranger.bind(QHostAddress(QStringLiteral("127.0.0.77")));
    stranger.connectToHost(QHostAddress(QStringLiteral("127.0.0.1")), 22510);
    QVERIFY(stranger.waitForConnected());
    QVERIFY(stranger.state() != QAbstractSocket::ConnectedState || stranger.waitForDisconnected());
    const QJsonObject one = server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"play"); });
    QVERIFY2(one[u"strangers"].toInt() == 1 && one[u"rtp"][u"packets"].toInt() == 0, shown(one).constData());
    server.quit();
}

QTEST_GUILESS_MAIN(tst_PlayCli)
#include "tst_playcli.moc"
