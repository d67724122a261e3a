#include "core/base/octets.h"
#include "core/simulator/media/outgoingstream.h"
#include "tests/support/asker.h"
#include "tests/support/foreigncamera.h"

#include <QJsonArray>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Media between us and programs that nobody here wrote. What is not installed is skipped.
class tst_PlayPeers : public QObject
{
    Q_OBJECT
private slots:
    void sippSends();
    void gstreamerReceives();
};

/// SIPp answers and sends what GStreamer made: a picture comes, and their oddities are named as what they are.
void tst_PlayPeers::sippSends()
{
    const QString sipp = QStandardPaths::findExecutable(QStringLiteral("sipp"));
    if (sipp.isEmpty())
        QSKIP("SIPp is not installed: sipp of sip-tester");
#ifdef Q_OS_UNIX
    if (::geteuid() != 0)
        QSKIP("SIPp sends a capture by a raw socket, for which it needs root");
#endif
    QTemporaryDir folder;
    QVERIFY(QFile::copy(
        QStringLiteral(GBSCOPE_TEST_DATA "/media/gst-udp.pcap"), folder.filePath(QStringLiteral("media.pcap"))));
    const QString id = QStringLiteral("34020000001320000021");
    Asker asker;
    asker.command = QStringLiteral("play");
    QVERIFY(asker.start({QStringLiteral("--device"), id, QStringLiteral("--seconds"), QStringLiteral("1"),
                            QStringLiteral("--ports"), QStringLiteral("22600-22699")},
        {}));
    QProcess camera;
    camera.setWorkingDirectory(folder.path());
    camera.setStandardOutputFile(QProcess::nullDevice());
    camera.start(sipp,
        {QStringLiteral("127.0.0.1:%1").arg(asker.port), QStringLiteral("-sf"),
            QStringLiteral(GBSCOPE_PEERS "/sipp_camera.xml"), QStringLiteral("-oocsf"),
            QStringLiteral(GBSCOPE_PEERS "/sipp_media.xml"), QStringLiteral("-key"), QStringLiteral("id"), id,
            QStringLiteral("-au"), id, QStringLiteral("-ap"), QStringLiteral("12345678"), QStringLiteral("-i"),
            QStringLiteral("127.0.0.6"), QStringLiteral("-p"), QString::number(freePort(QStringLiteral("127.0.0.6"))),
            QStringLiteral("-m"), QStringLiteral("1"), QStringLiteral("-nostdin")});
    const Run run = asker.finish(60'000);
    camera.kill();
    camera.waitForFinished();
    QJsonObject play;
    QStringList causes;
    for (const QByteArray &line : run.out.split('\n')) {
        const QJsonObject one = QJsonDocument::fromJson(line).object();
        play = is(one, u"event", u"play") ? one : play;
    }
    for (const QJsonValue &one : play[u"causes"].toArray())
        causes << one[u"cause"].toString();
    causes.sort();
    const QByteArray all = run.out + run.err;
    QVERIFY2(
        play[u"outcome"] == QStringLiteral("played") && play[u"verdict"] == QStringLiteral("warned"), all.constData());
    QVERIFY2(causes.join(u' ') == u"map-once marker-never ssrc-answered-own timestamp-constant",
        qPrintable(causes.join(u' ')));
    QVERIFY2(play[u"stream"][u"width"].toInt() == 160 && run.status == 5, all.constData());
}

/// GStreamer finds the pictures in what a simulated device sends.
void tst_PlayPeers::gstreamerReceives()
{
    const QString gst = QStandardPaths::findExecutable(QStringLiteral("gst-launch-1.0"));
    const QString inspect = QStandardPaths::findExecutable(QStringLiteral("gst-inspect-1.0"));
    if (gst.isEmpty() || inspect.isEmpty())
        QSKIP("GStreamer is not installed: gstreamer1.0-tools");
    for (const char *const element : {"rtpmp2tdepay", "mpegpsdemux", "h264parse", "capssetter", "udpsrc"}) {
        if (QProcess::execute(inspect, {QStringLiteral("--exists"), QString::fromLatin1(element)}) != 0)
            QSKIP("plugins of GStreamer are missing: gstreamer1.0-plugins-good, gstreamer1.0-plugins-bad");
    }
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("out.h264"));
    const quint16 port = freePort(QStringLiteral("127.0.0.1"));
    QProcess receiver;
    receiver.setProcessChannelMode(QProcess::MergedChannels);
    receiver.start(gst,
        QStringLiteral("-e udpsrc address=127.0.0.1 port=%1 timeout=2000000000 "
                       "caps=application/"
                       "x-rtp,media=(string)video,clock-rate=(int)90000,encoding-name=(string)MP2T,payload=(int)96 "
                       "! rtpmp2tdepay ! capssetter join=false replace=true "
                       "caps=video/mpeg,mpegversion=(int)2,systemstream=(boolean)true "
                       "! mpegpsdemux ! h264parse ! video/x-h264,stream-format=(string)byte-stream ! filesink "
                       "buffer-mode=2 location=%2")
            .arg(port)
            .arg(file)
            .split(u' ', Qt::SkipEmptyParts));
    QVERIFY(receiver.waitForStarted());
    QByteArray said;
    while (!said.contains("PLAYING") && receiver.waitForReadyRead(ServerProcess::patience))
        said += receiver.readAll();
    QVERIFY2(said.contains("PLAYING"), said.constData());
    // Four seconds of it, as fast as the other end takes them
    const PsMuxer muxer({});
    RtpPackets packets(305'000'001, 96, 0, 0);
    QUdpSocket socket;
    const Clip &clip = clipOf(ClipCodec::H264);
    const auto pictures = [&file] {
        QFile made(file);
        return made.open(QIODevice::ReadOnly) ? made.readAll().count(QByteArray("\0\0\1\x09", 4)) : qsizetype(0);
    };
    const auto found = [&]() -> QByteArray {
        said += receiver.readAll();
        return QByteArray::number(pictures()) + " pictures; GStreamer: " + said;
    };
    constexpr int inFlight = 20; // frames: a socket's buffer holds more
    for (int i = 0; i < 100; ++i) {
        const ClipFrame &frame = clip.frames.at(i % clip.frames.size());
        const QList<QByteArray> out = packets.packets(
            muxer.pack(frame, 90'000 + i * 3600), static_cast<quint32>(i * 3600));
        for (const QByteArray &one : out)
            socket.writeDatagram(one, QHostAddress(QHostAddress::LocalHost), port);
        if (i % 10 == 9)
            QTRY_VERIFY2_WITH_TIMEOUT(pictures() > i - inFlight, found().constData(), ServerProcess::patience);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(pictures() >= 95, found().constData(), ServerProcess::patience);
    receiver.terminate();
    receiver.waitForFinished();
}

QTEST_GUILESS_MAIN(tst_PlayPeers)
#include "tst_playpeers.moc"
