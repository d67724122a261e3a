#include "core/base/octets.h"
#include "core/message/sdp.h"
#include "core/simulator/media/mediafaults.h"
#include "core/simulator/media/outgoingstream.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// What virtual devices send, read by a reader of the test's own and by other people's programs.
class tst_PsMuxer : public QObject
{
    Q_OBJECT
private slots:
    void clips_data();
    void clips();
    void sound();
    void crc();
    void packOctets();
    void demuxedIsWhatWentIn_data();
    void demuxedIsWhatWentIn();
    void layoutFaults();
    void rtp();
    void reports();
    void streamByItsClock();
    void streamFaults_data();
    void streamFaults();
    void everyFaultDoesSomething();
    void ffprobeReadsIt_data();
    void ffprobeReadsIt();
};

namespace {

struct Demuxed
{
    QByteArray video, sound;
    int packs = 0, systems = 0, maps = 0;
    QList<qint64> pts;
    QByteArray map;
    QString wrong;
};

quint16 be16(const QByteArray &octets, qsizetype at)
{
    return at + 2 <= octets.size() ? qFromBigEndian<quint16>(octets.constData() + at) : quint16(0);
}

qint64 ptsAt(const QByteArray &octets, qsizetype at)
{
    const auto octet = [&](int i) { return static_cast<quint8>(octets.at(at + i)); };
    return (qint64(octet(0) >> 1 & 7) << 30) | (qint64(octet(1)) << 22) | (qint64(octet(2) >> 1) << 15)
        | (qint64(octet(3)) << 7) | (octet(4) >> 1);
}

/// By the letter, unit behind unit; stops at the first that is wrong.
Demuxed demux(const QByteArray &ps)
{
    Demuxed out;
    for (qsizetype at = 0; at < ps.size();) {
        if (!ps.mid(at, 3).startsWith(QByteArray("\0\0\1", 3)) || at + 6 > ps.size()) {
            out.wrong = QStringLiteral("no unit at %1").arg(at);
            return out;
        }
        const auto id = static_cast<quint8>(ps.at(at + 3));
        if (id == 0xba) {
            ++out.packs;
            at += 14 + (ps.at(at + 13) & 7);
            continue;
        }
        const qsizetype length = be16(ps, at + 4);
        if (id == 0xbb)
            ++out.systems;
        else if (id == 0xbc) {
            ++out.maps;
            out.map = ps.mid(at, 6 + length);
        } else {
            const int header = static_cast<quint8>(ps.at(at + 8));
            if (ps.at(at + 7) & 0x80 && id == 0xe0)
                out.pts.append(ptsAt(ps, at + 9));
            (id == 0xe0 ? out.video : out.sound).append(ps.mid(at + 9 + header, length - 3 - header));
        }
        at += 6 + length;
    }
    return out;
}

/// `frames` pictures of a clip as the stream has them.
QByteArray program(const PsLayout &layout, ClipCodec codec, int frames, QByteArray *video = nullptr)
{
    const Clip &clip = clipOf(codec);
    const PsMuxer muxer(layout);
    QByteArray ps;
    for (int i = 0; i < frames; ++i) {
        const ClipFrame &frame = clip.frames.at(i % clip.frames.size());
        ps += muxer.pack(frame, 90'000 + i * 3600, layout.sound ? tone(i * 320, 320, false) : QByteArray());
        if (video)
            *video += frame.octets;
    }
    return ps;
}

struct FakeLine final : MediaLine
{
    explicit FakeLine(QList<QByteArray> &to, QList<QByteArray> &control, bool &isUp, quint64 &heard)
        : out(to)
        , rtcp(control)
        , up(isUp)
        , came(heard)
    {
    }
    quint16 port() const override { return 4000; }
    bool isOpen() const override { return up; }
    bool send(const QByteArray &packet) override
    {
        out.append(packet);
        return true;
    }
    void sendReport(const QByteArray &octets) override { rtcp.append(octets); }
    quint64 reports() const override { return came; }

    QList<QByteArray> &out, &rtcp;
    bool &up;
    quint64 &came;
};

struct Sent
{
    QList<QByteArray> packets, rtcp;
    bool up = true;
    quint64 heard = 0;
    bool bye = false;
};

constexpr TimePoint begin{1'772'409'600s};

/// For that long, by its own deadlines.
void run(OutgoingStream &stream, TimePoint from, Duration time)
{
    while (stream.deadline() <= from + time)
        stream.advance(stream.deadline());
}

Sent sent(const StreamPlan &plan, Duration time, TransportKind transport = TransportKind::Udp)
{
    Sent out;
    OutgoingStream stream(
        plan, 305'000'001, transport, std::make_unique<FakeLine>(out.packets, out.rtcp, out.up, out.heard));
    stream.start(begin);
    run(stream, begin, time);
    out.bye = stream.wantsBye();
    return out;
}

StreamPlan withFault(const char *name)
{
    StreamPlan plan;
    applyMediaFaults({QString::fromLatin1(name)}, plan);
    return plan;
}

QByteArray payloads(const QList<QByteArray> &packets)
{
    QByteArray out;
    for (const QByteArray &one : packets)
        out += one.mid(12);
    return out;
}

} // namespace

void tst_PsMuxer::clips_data()
{
    QTest::addColumn<ClipCodec>("codec");
    QTest::newRow("H.264") << ClipCodec::H264;
    QTest::newRow("H.265") << ClipCodec::H265;
}

/// The resource is there, whole, and split where pictures begin.
void tst_PsMuxer::clips()
{
    QFETCH(ClipCodec, codec);
    const Clip &clip = clipOf(codec);
    QCOMPARE(clip.frames.size(), 50);
    QByteArray all;
    for (qsizetype i = 0; i < clip.frames.size(); ++i) {
        QCOMPARE(clip.frames.at(i).key, i % Clip::framesPerSecond == 0);
        QVERIFY(clip.frames.at(i).octets.startsWith(QByteArray("\0\0\0\1", 4)));
        all += clip.frames.at(i).octets;
    }
    QFile file(codec == ClipCodec::H264 ? QStringLiteral(":/simulator/clips/testsrc.h264")
                                        : QStringLiteral(":/simulator/clips/testsrc.h265"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(all, file.readAll());
    QVERIFY(accessUnits({}, codec).isEmpty() && accessUnits(QByteArray(100, '\0'), codec).isEmpty());
    QVERIFY(accessUnits(QByteArray("\0\0\1", 3), codec).isEmpty());
}

/// ITU-T G.711 table 1a.
void tst_PsMuxer::sound()
{
    QCOMPARE(aLaw(0), quint8(0xd5));
    QCOMPARE(aLaw(-1), quint8(0x55));
    QCOMPARE(aLaw(32767), quint8(0xaa));
    QCOMPARE(aLaw(-32768), quint8(0x2a));
    QCOMPARE(aLaw(1024), quint8(0xe5));
    QCOMPARE(tone(0, 320, true), QByteArray(320, '\xd5'));
    QVERIFY(tone(0, 320, false) != tone(0, 320, true));
    QCOMPARE(tone(0, 320, false) + tone(320, 320, false), tone(0, 640, false));
}

/// The check value of CRC-32/MPEG-2.
void tst_PsMuxer::crc()
{
    QCOMPARE(crc32Mpeg("123456789"), 0x0376e6e7U);
    QCOMPARE(crc32Mpeg({}), 0xffffffffU);
}

void tst_PsMuxer::packOctets()
{
    const ClipFrame frame{QByteArray("\0\0\0\1\x65", 5), true};
    const QByteArray ps = PsMuxer({}).pack(frame, 90'000, QByteArray(2, '\xd5'));
    // SCR 86400 = 0x15180, mux rate 25000
    QCOMPARE(ps.left(14).toHex(' '), QByteArray("00 00 01 ba 44 00 16 8c 04 01 01 86 a3 f8"));
    QCOMPARE(ps.mid(14, 18).toHex(' '), QByteArray("00 00 01 bb 00 0c 80 c3 51 04 21 7f e0 e1 90 c0 c0 20"));
    QCOMPARE(ps.mid(32, 20).toHex(' '), QByteArray("00 00 01 bc 00 12 e1 ff 00 00 00 08 1b e0 00 00 90 c0 00 00"));
    QCOMPARE(crc32Mpeg(ps.mid(32, 24)), 0U); // with its CRC behind it
    QCOMPARE(ps.mid(56).toHex(' '),
        QByteArray("00 00 01 e0 00 0d 84 80 05 21 00 05 bf 21 00 00 00 01 65 "
                   "00 00 01 c0 00 0a 84 80 05 21 00 05 bf 21 d5 d5"));
}

void tst_PsMuxer::demuxedIsWhatWentIn_data()
{
    clips_data();
}

void tst_PsMuxer::demuxedIsWhatWentIn()
{
    QFETCH(ClipCodec, codec);
    QByteArray video;
    const Demuxed out = demux(program({.announced = codec}, codec, 60, &video));
    QCOMPARE(out.wrong, QString());
    QCOMPARE(out.video, video);
    QCOMPARE(out.sound, tone(0, 60 * 320, false));
    QVERIFY(out.packs == 60 && out.systems == 3 && out.maps == 3);
    QCOMPARE(static_cast<quint8>(out.map.at(12)), codec == ClipCodec::H264 ? quint8(0x1b) : quint8(0x24));
    QCOMPARE(out.pts.size(), 60);
    for (int i = 0; i < 60; ++i)
        QCOMPARE(out.pts.at(i), 90'000 + i * 3600);
    // A picture of more than a PES holds
    const ClipFrame large{QByteArray(200'000, 'x'), false};
    const Demuxed split = demux(PsMuxer({}).pack(large, qint64{0x1'ffff'ffff}));
    QVERIFY(split.wrong.isEmpty() && split.video == large.octets && split.pts == QList<qint64>{0x1'ffff'ffff});
}

void tst_PsMuxer::layoutFaults()
{
    const auto read = [](const char *fault) {
        const StreamPlan plan = withFault(fault);
        return demux(program(plan.layout, plan.codec, 3));
    };
    QCOMPARE(read("no-psm").maps, 0);
    QCOMPARE(read("no-system-header").systems, 0);
    const QByteArray right = demux(program({}, ClipCodec::H264, 1)).map, crc = read("psm-crc").map;
    QVERIFY(right.chopped(4) == crc.chopped(4) && right != crc);
    const QByteArray length = read("psm-length").map;
    QVERIFY(length.size() == right.size() && length.mid(12, 4) != right.mid(12, 4) && crc32Mpeg(length) == 0);
    PsLayout wrapped;
    wrapped.wrappedLength = true;
    const QByteArray ps = PsMuxer(wrapped).pack({QByteArray(70'000, 'x'), false}, 90'000);
    QCOMPARE(be16(ps, 14 + 4), quint16(70'008 - 65'536));
    QVERIFY(!demux(ps).wrong.isEmpty());
}

void tst_PsMuxer::rtp()
{
    RtpPackets packets(305'000'001, 96, 65'534, 100);
    const QList<QByteArray> out = packets.packets(QByteArray(3000, 'x'), 3600);
    QCOMPARE(out.size(), 3);
    QCOMPARE(out.at(0).left(12).toHex(' '), QByteArray("80 60 ff fe 00 00 0e 74 12 2d ee 41"));
    QCOMPARE(out.at(2).left(12).toHex(' '), QByteArray("80 e0 00 00 00 00 0e 74 12 2d ee 41"));
    QVERIFY(out.at(0).size() == 1412 && out.at(2).size() == 212 && payloads(out) == QByteArray(3000, 'x'));
    QCOMPARE(framed(QByteArray(3, 'a'), false), QByteArray("\0\3aaa", 5));
    QCOMPARE(framed(QByteArray(3, 'a'), true), QByteArray("$\0\0\3aaa", 7));
    QVERIFY(RtpPackets(1, 96, 0, 0).packets({}, 0).isEmpty());
}

/// RFC 3550 §6.4.1: 28 octets and the CNAME.
void tst_PsMuxer::reports()
{
    RtpPackets packets(305'000'001, 96, 0, 100);
    packets.packets(QByteArray(3000, 'x'), 0);
    const QByteArray report = packets.senderReport(TimePoint{500'000us}, 900);
    QCOMPARE(report.toHex(' '),
        QByteArray("80 c8 00 06 12 2d ee 41 83 aa 7e 80 80 00 00 00 00 00 03 e8 00 00 00 03 00 00 0b b8 "
                   "81 ca 00 03 12 2d ee 41 01 05 76 69 64 65 6f 00"));
    QCOMPARE(rtcpBye(1).toHex(' '), QByteArray("81 cb 00 01 00 00 00 01"));
}

/// 25 pictures a second from the ACK on, as soon as the line is open; who was held up leaves pictures out.
void tst_PsMuxer::streamByItsClock()
{
    Sent out;
    out.up = false;
    OutgoingStream stream(
        {}, 1, TransportKind::Tcp, std::make_unique<FakeLine>(out.packets, out.rtcp, out.up, out.heard));
    QVERIFY(stream.deadline() == TimePoint::max());
    stream.start(begin);
    run(stream, begin, 400ms);
    QVERIFY(out.packets.isEmpty());
    out.up = true;
    run(stream, begin, 1400ms);
    const auto packs = [&out] { return payloads(out.packets).count(QByteArray("\0\0\1\xba", 4)); };
    QVERIFY2(packs() >= 24 && packs() <= 26, qPrintable(QString::number(packs())));
    QVERIFY(out.packets.first().startsWith(QByteArray("\5\x84\x80\x60", 4))); // 1412 octets in a frame
    const auto before = packs();
    stream.advance(begin + 60s);
    QVERIFY2(packs() - before <= 27, qPrintable(QString::number(packs() - before)));
    QVERIFY(stream.deadline() > begin + 60s && stream.deadline() <= begin + 60s + OutgoingStream::frameGap);
}

void tst_PsMuxer::streamFaults_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const QString &name : mediaFaultNames())
        QTest::newRow(qPrintable(name)) << name.toLatin1();
}

/// What shows in the packets of each; what it changes is found nowhere in a clean stream.
void tst_PsMuxer::streamFaults()
{
    QFETCH(QByteArray, fault);
    const StreamPlan plan = withFault(fault.constData());
    const Sent clean = sent({}, 5s), out = sent(plan, fault == "needs-rtcp" ? 7s : 5s);
    QVERIFY(!clean.packets.isEmpty() && !clean.bye);
    QSet<quint32> sequences, ssrcs, timestamps;
    QSet<int> types;
    int back = 0;
    quint16 last = 0;
    for (const QByteArray &one : out.packets) {
        const quint16 number = be16(one, 2);
        back += !sequences.isEmpty() && static_cast<qint16>(number - last) <= 0 ? 1 : 0;
        last = number;
        sequences.insert(number);
        timestamps.insert(qFromBigEndian<quint32>(one.constData() + 4));
        ssrcs.insert(qFromBigEndian<quint32>(one.constData() + 8));
        types.insert(one.at(1) & 0x7f);
    }
    const bool quiet = fault == "no-media";
    const Demuxed read = demux(payloads(out.packets));
    QCOMPARE(out.packets.isEmpty(), quiet);
    QCOMPARE(out.bye, fault == "media-bye" || fault == "needs-rtcp");
    QCOMPARE(!ssrcs.contains(305'000'001) && !quiet, fault == "wrong-ssrc");
    QCOMPARE(types != QSet<int>{96} && !quiet, fault == "payload-type");
    QCOMPARE(back > 0, fault == "rtp-reorder" || fault == "rtp-duplicate");
    QCOMPARE(timestamps.size() == 1, fault == "same-timestamp");
    QCOMPARE(out.packets.size() != sequences.size(), fault == "rtp-duplicate");
    const int span = quiet ? 0 : quint16(last - be16(out.packets.first(), 2)) + 1;
    QCOMPARE(sequences.size() != span && fault != "rtp-reorder", fault == "rtp-loss");
    QCOMPARE(read.wrong.isEmpty() && read.systems > 0 && read.maps == 0, fault == "no-psm");
    QCOMPARE(read.wrong.isEmpty() && read.systems == 0 && read.maps > 0, fault == "no-system-header");
    QCOMPARE(read.wrong.isEmpty() && read.packs > 0 && read.systems == 0 && read.maps == 0,
        fault == "no-key-frame" || fault == "no-parameter-sets");
    if (fault == "no-key-frame")
        QVERIFY(read.video.contains(QByteArray("\0\0\1\x67", 4)) && !read.video.contains(QByteArray("\0\0\1\x65", 4)));
    const bool soundFault = fault.startsWith("audio-");
    if (soundFault || fault == "tcp-dollar" || fault == "h265-as-h264")
        QVERIFY(read.wrong.isEmpty() && read.packs == 126);
    if (fault == "audio-late")
        QCOMPARE(read.sound.size(), (126 - 75) * 320);
    if (fault == "audio-silent")
        QCOMPARE(read.sound, QByteArray(126 * 320, '\xd5'));
    if (fault == "audio-missing")
        QVERIFY(read.sound.isEmpty() && read.map.contains("\x90\xc0"));
    if (fault == "h265-as-h264")
        QVERIFY(read.map.contains(QByteArray("\x1b\xe0", 2)) && read.video.contains(QByteArray("\0\0\1\x46\1", 5)));
    if (fault == "tcp-dollar")
        QVERIFY(sent(plan, 1s, TransportKind::Tcp).packets.first().startsWith("$"));
    if (fault == "media-stops" || fault == "media-bye" || fault == "media-late")
        QVERIFY(read.packs >= 50 && read.packs <= 52);
}

/// None is in the list without an effect, and each has a name of its own.
void tst_PsMuxer::everyFaultDoesSomething()
{
    const QStringList names = mediaFaultNames();
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    QVERIFY(names.size() >= 30 && !isMediaFault(u"") && !isMediaFault(u"No-Psm"));
    StreamPlan plan;
    applyMediaFaults({QStringLiteral("nosuch"), QStringLiteral("drop")}, plan);
    QVERIFY(plan.status == 200 && plan.sends && plan.layout.map);
}

void tst_PsMuxer::ffprobeReadsIt_data()
{
    clips_data();
}

/// ffmpeg's demuxer finds the codecs by the map, every picture, and the same elementary stream.
void tst_PsMuxer::ffprobeReadsIt()
{
    QFETCH(ClipCodec, codec);
    const QString ffprobe = QStandardPaths::findExecutable(QStringLiteral("ffprobe")),
                  ffmpeg = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (ffprobe.isEmpty() || ffmpeg.isEmpty())
        QSKIP("ffmpeg and ffprobe are not installed");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.ps")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray video;
    file.write(program({.announced = codec}, codec, 50, &video));
    file.close();
    QProcess probe;
    probe.start(ffprobe,
        {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-count_packets"),
            QStringLiteral("-show_entries"), QStringLiteral("stream=codec_name,width,height,nb_read_packets"),
            QStringLiteral("-of"), QStringLiteral("csv=p=0"), file.fileName()});
    QVERIFY(probe.waitForFinished());
    const QByteArray said = probe.readAllStandardOutput();
    QVERIFY2(said.contains(codec == ClipCodec::H264 ? "h264,640,360,50" : "hevc,640,360,50"), said.constData());
    QCOMPARE(said.trimmed().count('\n'), 1); // and the sound, whose type 0x90 ffmpeg 5.1 does not know
    QProcess extract;
    const QString raw = folder.filePath(QStringLiteral("a.es"));
    extract.start(ffmpeg,
        {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-i"), file.fileName(), QStringLiteral("-map"),
            QStringLiteral("0:v"), QStringLiteral("-c"), QStringLiteral("copy"), QStringLiteral("-f"),
            QStringLiteral("rawvideo"), raw});
    QVERIFY(extract.waitForFinished());
    QFile stream(raw);
    QVERIFY(stream.open(QIODevice::ReadOnly));
    QCOMPARE(stream.readAll(), video);
}

QTEST_GUILESS_MAIN(tst_PsMuxer)
#include "tst_psmuxer.moc"
