#include "core/media/mediaframing.h"
#include "core/media/psreader.h"
#include "core/media/rtpstream.h"
#include "core/media/videoreader.h"
#include "tests/support/mediastreams.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;
using namespace gb::test::media;

/// RTP, its framing, PS and video headers, each by itself.
class tst_MediaReaders : public QObject
{
    Q_OBJECT
private slots:
    void headersOfRtp();
    void rtcpIsToldFromRtp();
    void sequenceNumbers_data();
    void sequenceNumbers();
    void jitterIsThatOfRfc3550();
    void framesInAnyPortions();
    void framingFindsItsWayBack();
    void framingStaysBounded();
    void psDoesNotDependOnPackets();
    void psSaysWhereTheFaultIs();
    void aGapExplains();
    void crcOfMpeg();
    void parameterSets();
    void codecByTheOctets();
};

namespace {

struct Units final : PsListener
{
    void unit(const PsUnit &one) override
    {
        text += QByteArray::number(one.streamId, 16) + ' ' + (one.pts ? QByteArray::number(*one.pts) : QByteArray())
            + '\n';
    }
    void payload(quint8, std::string_view octets, bool) override
    {
        es.append(octets.data(), static_cast<qsizetype>(octets.size()));
    }
    QByteArray text, es;
};

QByteArray program(const Habits &habits, int pictures)
{
    QByteArray all;
    for (int i = 0; i < pictures; ++i)
        all += picture(habits, i);
    return all;
}

RtpNumbers counted(const std::vector<int> &sequence)
{
    RtpStream stream;
    TimePoint at(1s);
    for (const int one : sequence)
        stream.take(readRtp(view(rtp(static_cast<quint16>(one), 0, 1, "x"))), at += 1ms);
    return stream.numbers();
}

} // namespace

void tst_MediaReaders::headersOfRtp()
{
    const QByteArray whole = QByteArray::fromHex("b2e000010000000200000003aaaaaaaabbbbbbbbbede0001cccccccc") + "data"
        + QByteArray::fromHex("000003");
    const RtpHeader header = readRtp(view(whole));
    QCOMPARE(header.faults, quint8(0));
    QCOMPARE(header.payloadType, quint8(96));
    QVERIFY(header.marker);
    QCOMPARE(header.sequence, quint16(1));
    QCOMPARE(header.timestamp, 2U);
    QCOMPARE(header.ssrc, 3U);
    QCOMPARE(header.payload, std::string_view("data"));
    for (qsizetype size = 0; size < whole.size(); ++size) { // no prefix leads outside
        const RtpHeader part = readRtp(view(whole.left(size)));
        QCOMPARE(part.has(RtpFault::Short), size < 12);
        QVERIFY(part.payload.size() <= static_cast<std::size_t>(size));
    }
    QVERIFY(readRtp(view(whole.left(15))).has(RtpFault::Csrc));
    QVERIFY(readRtp(view(whole.left(25))).has(RtpFault::Extension));
    QVERIFY(readRtp("\x40\x60"
                    "0123456789abc")
                .has(RtpFault::Version));
    QVERIFY(readRtp(view(rtp(1, 1, 1, {}))).has(RtpFault::Empty));
}

void tst_MediaReaders::rtcpIsToldFromRtp()
{
    const QByteArray report = QByteArray::fromHex("81c80006000000070000000000000000");
    QVERIFY(isRtcp(view(report)));
    QCOMPARE(readRtcp(view(report)).type, RtcpHeader::Type::SenderReport);
    QCOMPARE(readRtcp(view(report)).ssrc, 7U);
    QVERIFY(!isRtcp(view(rtp(1, 1, 1, "x", 96, true))));
    QVERIFY(!isRtcp(view(rtp(1, 1, 1, "x", 8, true))));
}

void tst_MediaReaders::sequenceNumbers_data()
{
    QTest::addColumn<QList<int>>("sequence");
    QTest::addColumn<QList<int>>("expected"); ///< expected, missing, duplicates, reordered, gaps, longest, restarts
    const auto row = [](const char *name, const QList<int> &sequence, const QList<int> &expected) {
        QTest::newRow(name) << sequence << expected;
    };
    row("in order", {1, 2, 3, 4}, {4, 0, 0, 0, 0, 0, 0});
    row("round", {65'534, 65'535, 0, 1}, {4, 0, 0, 0, 0, 0, 0});
    row("a gap", {1, 2, 5, 6}, {6, 2, 0, 0, 1, 2, 0});
    row("late", {1, 2, 4, 3, 5}, {5, 0, 0, 1, 1, 1, 0});
    row("late across the end", {65'534, 0, 65'535, 1}, {4, 0, 0, 1, 1, 1, 0});
    row("doubled", {1, 2, 2, 3, 1}, {3, 0, 2, 0, 0, 0, 0});
    row("the second comes first", {2, 1, 3}, {3, 0, 0, 1, 0, 0, 0});
    row("far behind is a stray", {1, 2, 30'000, 3}, {3, 0, 0, 0, 0, 0, 0});
    row("it begins anew", {1, 2, 30'000, 30'001, 30'002}, {5, 0, 0, 0, 0, 0, 1});
}

void tst_MediaReaders::sequenceNumbers()
{
    QFETCH(QList<int>, sequence);
    QFETCH(QList<int>, expected);
    const RtpNumbers is = counted({sequence.begin(), sequence.end()});
    const QList<int> found{static_cast<int>(is.expected), static_cast<int>(is.missing), static_cast<int>(is.duplicates),
        static_cast<int>(is.reordered), static_cast<int>(is.gaps), static_cast<int>(is.longestGap),
        static_cast<int>(is.restarts)};
    QCOMPARE(found, expected);
}

/// RFC 3550 A.8 by hand: the second packet is 16 ms late, the third in time.
void tst_MediaReaders::jitterIsThatOfRfc3550()
{
    RtpStream stream;
    stream.take(readRtp(view(rtp(1, 0, 1, "x"))), TimePoint(1s));
    stream.take(readRtp(view(rtp(2, 3600, 1, "x"))), TimePoint(1s) + 56ms);
    QCOMPARE(stream.numbers().jitter, 1.0);
    stream.take(readRtp(view(rtp(3, 7200, 1, "x"))), TimePoint(1s) + 96ms);
    QCOMPARE(stream.numbers().jitter, 15.0 / 16);
    QCOMPARE(stream.numbers().maxJitter, 1.0);
}

static QByteArrayList cutFrames(MediaFraming &framing, const QByteArray &octets, int portion)
{
    QByteArrayList out;
    for (qsizetype at = 0; at < octets.size(); at += portion) {
        std::string_view rest = view(octets).substr(static_cast<std::size_t>(at), static_cast<std::size_t>(portion));
        while (!rest.empty()) {
            rest.remove_prefix(framing.append(rest));
            for (std::string_view packet; framing.next(packet);)
                out.append(QByteArray(packet.data(), static_cast<qsizetype>(packet.size())));
        }
    }
    return out;
}

void tst_MediaReaders::framesInAnyPortions()
{
    for (const bool dollar : {false, true}) {
        QByteArray octets;
        QByteArrayList expected;
        for (quint16 i = 0; i < 40; ++i) {
            expected.append(rtp(i, 1, 7, QByteArray(1 + i * 31, 'x')));
            octets += (dollar ? QByteArray("$\0", 2) : QByteArray())
                + number(static_cast<quint64>(expected.last().size()), 2) + expected.last();
        }
        for (const int portion : {1, 2, 3, 7, 100, 1448, 100'000}) {
            MediaFraming framing;
            QCOMPARE(cutFrames(framing, octets, portion), expected);
            QCOMPARE(framing.kind(), dollar ? MediaFraming::Kind::Interleaved : MediaFraming::Kind::Rfc4571);
            QCOMPARE(framing.resyncs(), 0U);
            QCOMPARE(framing.pending(), 0U);
        }
    }
}

void tst_MediaReaders::framingFindsItsWayBack()
{
    QByteArray octets;
    for (quint16 i = 0; i < 20; ++i) {
        const QByteArray packet = rtp(i, 1, 7, QByteArray(300, 'x'));
        octets += number(static_cast<quint64>(packet.size()) + (i == 5 ? 9 : 0), 2) + packet;
    }
    MediaFraming framing;
    const QByteArrayList packets = cutFrames(framing, octets, 500);
    QCOMPARE(framing.resyncs(), 1U);
    QVERIFY(framing.passedOver() > 0);
    QVERIFY(packets.size() >= 18);
    QCOMPARE(packets.last(), rtp(19, 1, 7, QByteArray(300, 'x')));

    MediaFraming later; // the capture begins in the middle of a packet
    later.gap();
    const QByteArrayList rest = cutFrames(later, octets.mid(100 + 6 * 314), 500);
    QCOMPARE(later.resyncs(), 0U);
    QCOMPARE(rest.size(), 13);
}

void tst_MediaReaders::framingStaysBounded()
{
    QRandomGenerator random(7);
    QByteArray noise(400'000, '\0');
    for (char &one : noise)
        one = static_cast<char>(random.bounded(256));
    MediaFraming framing;
    cutFrames(framing, noise, 1448);
    QVERIFY(framing.pending() <= MediaFraming::maxHeld);
    QVERIFY(framing.passedOver() > 200'000);
}

void tst_MediaReaders::psDoesNotDependOnPackets()
{
    Habits habits;
    habits.audioType = 0x90;
    habits.audio = QByteArray(320, '\x55');
    habits.keySize = 90'000;
    for (const Habits::Length length :
        {Habits::Length::Right, Habits::Length::Zero, Habits::Length::Wrapped, Habits::Length::Short}) {
        habits.length = length;
        const QByteArray octets = program(habits, 30);
        Units whole;
        PsReader reader(&whole);
        reader.take(view(octets), {1, {}});
        QVERIFY(reader.numbers().packs == 30 && reader.numbers().audioPes == 30);
        for (const int portion : {1, 2, 3, 4, 5, 13, 188, 1400}) {
            Units parts;
            PsReader other(&parts);
            for (qsizetype at = 0; at < octets.size(); at += portion)
                other.take(
                    view(octets).substr(static_cast<std::size_t>(at), static_cast<std::size_t>(portion)), {1, {}});
            QCOMPARE(parts.text, whole.text);
            QVERIFY(parts.es == whole.es);
            for (int fault = 0; fault < static_cast<int>(PsFault::Count); ++fault)
                QCOMPARE(
                    other.fault(static_cast<PsFault>(fault)).count, reader.fault(static_cast<PsFault>(fault)).count);
        }
    }
}

void tst_MediaReaders::psSaysWhereTheFaultIs()
{
    Habits good, bad;
    bad.mapExtra = 9;
    PsReader reader;
    reader.take(view(picture(good, 0)), {1, {}});
    reader.take(view(picture(bad, 25)), {2, TimePoint(5s)});
    const PsFaultCount &fault = reader.fault(PsFault::PsmLength);
    QCOMPARE(fault.count, 1U);
    QCOMPARE(fault.unexplained, 1U);
    QCOMPARE(fault.first.packet, 2U);
    QCOMPARE(fault.first.at, TimePoint(5s));
    QCOMPARE(fault.detail, 4U);
    QVERIFY(QByteArray(fault.octets.data(), fault.octetCount).startsWith(code(0xBC)));
    QCOMPARE(reader.numbers().typeOf(0xE0), quint8(0x1B));
}

void tst_MediaReaders::aGapExplains()
{
    Habits habits;
    habits.keySize = 20'000;
    const QByteArray octets = picture(habits, 0), next = picture(habits, 25);
    PsReader reader;
    reader.take(view(octets.left(3000)), {1, {}});
    reader.gap();
    reader.take(view(octets.mid(9000)), {3, {}});
    reader.take(view(next), {4, {}});
    QCOMPARE(reader.numbers().packs, 2U);
    for (int fault = 0; fault < static_cast<int>(PsFault::Count); ++fault)
        QCOMPARE(reader.fault(static_cast<PsFault>(fault)).unexplained, 0U);
}

/// ISO/IEC 13818-1 annex A; the check value of CRC-32/MPEG-2.
void tst_MediaReaders::crcOfMpeg()
{
    QCOMPARE(mpegCrc("123456789"), 0x0376E6E7U);
    QCOMPARE(mpegCrc(view(map(0x1B))), 0U);
}

void tst_MediaReaders::parameterSets()
{
    // x264 and x265, 160x96, 25 pictures a second; as ffprobe reads them
    const QByteArray h264 = QByteArray::fromHex("6764000bacb2051b6022000003000200000300641e285490");
    const auto a = readH264Sps(view(h264));
    QVERIFY(a.has_value());
    QVERIFY(a->profile == 100 && a->level == 11 && a->width == 160 && a->height == 96 && a->frameRate == 25);
    const QByteArray h265 = QByteArray::fromHex(
        "42010101600000030090000003000003001ea01420616592a4932bc05a020000030002000003003210");
    const auto b = readH265Sps(view(h265));
    QVERIFY(b.has_value());
    QVERIFY(b->profile == 1 && b->level == 30 && b->width == 160 && b->height == 96 && b->frameRate == 25);
    QVERIFY(!readH265Sps(view(h264)) && !readH264Sps(view(h265)));
    for (qsizetype size = 0; size < 12; ++size) {
        QVERIFY(!readH264Sps(view(h264.left(size / 2))));
        QVERIFY(!readH265Sps(view(h265.left(size))));
    }
    // 1920x1080 of a camera: cropped by 8 lines
    const auto hd = readH264Sps(view(QByteArray::fromHex("674d002a95a81e0089f950")));
    QVERIFY(hd.has_value());
    QVERIFY(hd->width == 1920 && hd->height == 1080);
}

void tst_MediaReaders::codecByTheOctets()
{
    for (const Codec codec : {Codec::H264, Codec::H265}) {
        for (const bool withSets : {true, false}) {
            VideoReader reader;
            for (int i = 0; i < 20; ++i) {
                const QByteArray video = (withSets && i == 0 ? sets(codec) : QByteArray())
                    + slice(codec, i % 10 == 0, 400);
                reader.take(view(video.left(3)));
                reader.take(view(video.mid(3)));
            }
            reader.finish();
            QCOMPARE(reader.numbers().codec, codec == Codec::H264 ? VideoCodec::H264 : VideoCodec::H265);
            QCOMPARE(reader.numbers().pictures, 20U);
            QCOMPARE(reader.numbers().keyFrames, 2U);
            QCOMPARE(reader.numbers().keyWithoutSets, withSets ? 0U : 2U);
        }
    }
}

QTEST_GUILESS_MAIN(tst_MediaReaders)
#include "tst_mediareaders.moc"
