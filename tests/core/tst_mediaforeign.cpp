#include "core/media/mediachain.h"
#include "tests/support/mediacapture.h"
#include "tests/support/mediastreams.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// What other people's programs send, see tests/data/media/README.md: named as exactly what it is.
class tst_MediaForeign : public QObject
{
    Q_OBJECT
private slots:
    void numbersAreTsharks_data();
    void numbersAreTsharks();
    void theStreamIsWhatFfmpegTakesOut_data();
    void theStreamIsWhatFfmpegTakesOut();
    void oddities_data();
    void oddities();
    void gstreamerOverTcp();
};

namespace {

struct Kept final : MediaTap
{
    void video(std::string_view octets) override { all.append(octets.data(), static_cast<qsizetype>(octets.size())); }
    QByteArray all;
};

RtpNumbers numbersOf(const char *name, quint16 port)
{
    RtpStream stream;
    for (const Datagram &one : test::media::to(port, test::media::file(name)))
        stream.take(readRtp(test::media::view(one.octets)), one.at);
    return stream.numbers();
}

/// A file as packets of RTP; the timestamp steps where a pack header comes that is the first behind a picture.
MediaReport playFile(const QString &path, MediaTap *tap = nullptr)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray octets = file.readAll();
    MediaChain chain(tap);
    const Endpoint from{IpAddress(0x0a000002), 15'060}, to{IpAddress(0x0a000001), 30'000};
    quint16 sequence = 1;
    for (qsizetype at = 0; at < octets.size(); at += 1024) {
        const QByteArray part = octets.mid(at, 1024);
        const TimePoint time = TimePoint(1s) + at * 100us;
        chain.packet(test::media::view(test::media::rtp(
                         sequence++, static_cast<quint32>(at / 2048 * 18'432), 7, part, 96, at % 2048 == 1024)),
            time, from, to);
    }
    chain.ended(MediaEvents::End::ByeFromReceiver, TimePoint(1s) + octets.size() * 100us);
    return chain.report();
}

QString causes(const MediaReport &report)
{
    QStringList out;
    for (const MediaFinding &one : report.findings)
        out.append(QString::fromLatin1(mediaCauseName(one.cause)));
    return out.join(u' ');
}

} // namespace

/// tshark -r FILE -q -z rtp,streams; for gst-udp -d udp.port==21010,rtp. Its clock rate is that of the SDP, or of MP2T.
void tst_MediaForeign::numbersAreTsharks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("packets");
    QTest::addColumn<int>("lost");
    QTest::addColumn<double>("maxDelta");
    QTest::addColumn<double>("meanJitter");
    QTest::addColumn<double>("maxJitter");
    QTest::newRow("GStreamer") << "gst-udp.pcap" << 21010 << 32 << 0 << 235.533 << 46.951 << 61.694;
    QTest::newRow("SIPp") << "sipp-play.pcap" << 21000 << 32 << 0 << 205.180 << 46.909 << 62.139;
    QTest::newRow("lost, late, doubled") << "disordered.pcap" << 21000 << 30 << 2 << 193.618 << 49.231 << 68.067;
}

void tst_MediaForeign::numbersAreTsharks()
{
    QFETCH(QString, name);
    QFETCH(int, port);
    QFETCH(int, packets);
    QFETCH(int, lost);
    QFETCH(double, maxDelta);
    QFETCH(double, meanJitter);
    QFETCH(double, maxJitter);
    const RtpNumbers numbers = numbersOf(name.toLatin1().constData(), static_cast<quint16>(port));
    QCOMPARE(numbers.packets, static_cast<quint64>(packets));
    QCOMPARE(numbers.lost, static_cast<qint64>(lost));
    const auto text = [](double value) { return QString::number(value, 'f', 2); };
    QCOMPARE(text(numbers.maxDelta), text(maxDelta));
    QCOMPARE(text(numbers.meanJitter), text(meanJitter));
    QCOMPARE(text(numbers.maxJitter), text(maxJitter));
}

/// ffmpeg -i FILE -c copy -f h264 (hevc) | sha256sum
void tst_MediaForeign::theStreamIsWhatFfmpegTakesOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<int>("codec");
    QTest::newRow("H.264") << "ffmpeg-h264.ps"
                           << QByteArray("ea7de9fb473a31c206fef9dbeb0da3917d16ea89bad9d1b737c79a2f19179085")
                           << static_cast<int>(VideoCodec::H264);
    QTest::newRow("H.265") << "ffmpeg-h265.ps"
                           << QByteArray("b9d4930b1a380daddfc013b4abefcc34135824ccfb35c70bf1aaf13dfdeb950c")
                           << static_cast<int>(VideoCodec::H265);
}

void tst_MediaForeign::theStreamIsWhatFfmpegTakesOut()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, digest);
    QFETCH(int, codec);
    Kept kept;
    const MediaReport report = playFile(test::media::file(name.toLatin1().constData()), &kept);
    QCOMPARE(QCryptographicHash::hash(kept.all, QCryptographicHash::Sha256).toHex(), digest);
    // ffprobe and mediainfo: 160x96, 25 pictures a second, 50 of them, a key frame every 12
    QCOMPARE(static_cast<int>(report.stream.video.codec), codec);
    QVERIFY(report.stream.video.format.has_value());
    QCOMPARE(report.stream.video.format->width, 160);
    QCOMPARE(report.stream.video.format->height, 96);
    QCOMPARE(report.stream.video.format->frameRate, 25.0);
    QCOMPARE(report.stream.video.pictures, 50U);
    QCOMPARE(report.stream.video.keyFrames, 5U);
    QCOMPARE(report.stream.video.longestGop, 12U);
}

void tst_MediaForeign::oddities_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("expected");
    const QString gst = QStringLiteral("timestamp-constant marker-never map-once");
    QTest::newRow("GStreamer") << "gst-udp.pcap" << 21010 << gst;
    QTest::newRow("SIPp plays GStreamer") << "sipp-play.pcap" << 21000 << gst;
    QTest::newRow("ffmpeg, H.264") << "ffmpeg-h264.ps" << 0 << QStringLiteral("no-map video-id-odd");
    QTest::newRow("ffmpeg, H.265") << "ffmpeg-h265.ps" << 0 << QStringLiteral("no-map");
    QTest::newRow("ffmpeg, MPEG-1") << "ffmpeg-mpeg1.ps" << 0 << QStringLiteral("no-ps");
}

void tst_MediaForeign::oddities()
{
    QFETCH(QString, name);
    QFETCH(int, port);
    QFETCH(QString, expected);
    const QString path = test::media::file(name.toLatin1().constData());
    if (port == 0) {
        QCOMPARE(causes(playFile(path)), expected);
        return;
    }
    MediaChain chain;
    TimePoint last{};
    for (const Datagram &one : test::media::to(static_cast<quint16>(port), path)) {
        chain.packet(test::media::view(one.octets), one.at, one.from, one.to);
        last = one.at;
    }
    chain.ended(MediaEvents::End::ByeFromReceiver, last);
    QCOMPARE(causes(chain.report()), expected);
}

void tst_MediaForeign::gstreamerOverTcp()
{
    MediaChain chain;
    TimePoint last{};
    for (const Datagram &one : test::media::to(21012, test::media::file("gst-tcp.pcap"))) {
        chain.octets(test::media::view(one.octets), one.at, one.from, one.to);
        last = one.at;
    }
    chain.ended(MediaEvents::End::ByeFromReceiver, last);
    const MediaReport report = chain.report();
    QCOMPARE(report.framing, MediaFraming::Kind::Rfc4571);
    QCOMPARE(report.framingPassedOver, 0U);
    QCOMPARE(report.stream.rtp.missing, 0U);
    QCOMPARE(report.stream.video.codec, VideoCodec::H264);
    QCOMPARE(causes(report), QStringLiteral("timestamp-constant marker-never map-once"));
}

QTEST_GUILESS_MAIN(tst_MediaForeign)
#include "tst_mediaforeign.moc"
