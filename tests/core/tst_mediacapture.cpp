#include "core/capture/importer.h"
#include "core/record/medianote.h"
#include "core/session/reading.h"
#include "tests/support/mediacapture.h"
#include "tests/support/mediastreams.h"
#include "tests/support/packets.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;
namespace media = gb::test::media;

/// Media in captures: found, judged on the way, told as notes and as findings.
class tst_MediaCapture : public QObject
{
    Q_OBJECT
private slots:
    void aCallFromOfferToBye();
    void streamsThatNoCallNames_data();
    void streamsThatNoCallNames();
    void natIsFoundBySsrc();
    void onePortForAllCalls();
    void portsAreUsedAgain();
    void nothingIsSaidWhereMediaWereNotCaptured();
    void silenceIsSaidWhereOthersWereSeen();
    void aNoteIsReadAsItWasWritten();
    void findingsNameTheDevice();
    void otherTrafficIsNoMedia();
    void streamsAreBounded();
};

namespace {

const Endpoint platform{IpAddress(0x0a000001), 5060}, camera{IpAddress(0x0a000002), 5060};

std::vector<JournalNote> notesOf(const QString &path)
{
    std::vector<JournalNote> notes;
    Importer importer;
    if (!importer.open(path))
        return notes;
    for (auto result = PcapReader::Result::Datagram; result == PcapReader::Result::Datagram;) {
        importer.next(result);
        if (auto note = importer.takeNote(); note && note->as<notes::Media>())
            notes.push_back(std::move(*note));
    }
    return notes;
}

QString causes(const notes::Media &note)
{
    QStringList out;
    for (const MediaFinding &one : medianote::findingsOf(note, {}))
        out.append(QString::fromLatin1(mediaCauseName(one.cause)));
    return out.join(u' ');
}

/// A sieve as the reader of a capture has it.
struct Capture
{
    SignallingSieve sieve{true};
    TimePoint now = TimePoint(10s);
    std::vector<notes::Media> notes;

    void see(const Endpoint &from, const Endpoint &to, const QByteArray &octets, TimePoint at)
    {
        now = at;
        sieve.take({.at = at, .from = from, .to = to, .octets = octets}, 0);
        drain();
    }
    void drain()
    {
        while (auto note = sieve.takeNote()) {
            if (const auto *one = note->as<notes::Media>())
                notes.push_back(*one);
        }
        while (sieve.next()) { }
    }
    void end()
    {
        sieve.finish();
        drain();
    }
    static QByteArray head(
        const QByteArray &start, const QByteArray &call, const QByteArray &cseq, const QByteArray &body)
    {
        return start + "\r\nVia: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bK" + call + cseq.left(1)
            + "\r\nFrom: <sip:34020000002000000001@3402000000>;tag=a\r\nTo: "
              "<sip:34020000001310000001@3402000000>;tag=b\r\nCall-ID: "
            + call + "\r\nCSeq: " + cseq
            + (body.isEmpty() ? QByteArray() : QByteArray("\r\nContent-Type: application/sdp"))
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QByteArray sdp(const QByteArray &address, int port, const QByteArray &y)
    {
        return "v=0\r\no=- 0 0 IN IP4 " + address + "\r\ns=Play\r\nc=IN IP4 " + address + "\r\nt=0 0\r\nm=video "
            + QByteArray::number(port) + " RTP/AVP 96\r\na=rtpmap:96 PS/90000\r\ny=" + y + "\r\n";
    }
    void call(const QByteArray &id, int port, const QByteArray &y = "0100000001", const QByteArray &to = "10.0.0.1")
    {
        see(platform, camera, head("INVITE sip:c@10.0.0.2 SIP/2.0", id, "1 INVITE", sdp(to, port, y)), now);
        see(camera, platform, head("SIP/2.0 200 OK", id, "1 INVITE", sdp("10.0.0.2", port + 1000, y)), now);
        see(platform, camera, head("ACK sip:c@10.0.0.2 SIP/2.0", id, "1 ACK", {}), now);
    }
    void bye(const QByteArray &id, bool byPlatform = true)
    {
        see(byPlatform ? platform : camera, byPlatform ? camera : platform,
            head("BYE sip:c@10.0.0.2 SIP/2.0", id, "2 BYE", {}), now + 10ms);
    }
    void send(const Endpoint &from, const Endpoint &to, const media::Habits &habits = {}, int pictures = 100)
    {
        for (const media::Packet &one : media::stream(habits, pictures))
            see(from, to, one.octets, one.at);
    }
};

const Endpoint there{IpAddress(0x0a000001), 30'000}, from{IpAddress(0x0a000002), 31'000};

} // namespace

/// SIPp plays what GStreamer made: found by the SDP.
void tst_MediaCapture::aCallFromOfferToBye()
{
    const auto notes = notesOf(media::file("sipp-play.pcap"));
    QCOMPARE(notes.size(), 1U);
    const notes::Media &note = *notes.front().as<notes::Media>();
    QCOMPARE(note.device, QStringLiteral("34020000001320000001"));
    QVERIFY(!note.callId.isEmpty());
    QCOMPARE(note.packets, 32U);
    QCOMPARE(note.video, QStringLiteral("H.264"));
    QVERIFY(note.width == 160 && note.height == 96);
    QCOMPARE(note.verdict, QStringLiteral("warned"));
    QCOMPARE(causes(note), QStringLiteral("timestamp-constant marker-never map-once"));
    QVERIFY(note.links.contains(QStringLiteral("answered=ok")));
    QVERIFY(note.links.contains(QStringLiteral("key-frame=ok")));
    QVERIFY(note.toFirstPacket > 0);
}

void tst_MediaCapture::streamsThatNoCallNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("tcp");
    QTest::newRow("UDP") << "gst-udp.pcap" << false;
    QTest::newRow("TCP") << "gst-tcp.pcap" << true;
}

void tst_MediaCapture::streamsThatNoCallNames()
{
    QFETCH(QString, name);
    QFETCH(bool, tcp);
    const auto notes = notesOf(media::file(name.toLatin1().constData()));
    QCOMPARE(notes.size(), 1U);
    const notes::Media &note = *notes.front().as<notes::Media>();
    QCOMPARE(note.tcp, tcp);
    QVERIFY(note.device.isEmpty() && note.callId.isEmpty());
    QCOMPARE(causes(note), QStringLiteral("timestamp-constant marker-never map-once"));
    QCOMPARE(note.missing, 0U);
}

void tst_MediaCapture::natIsFoundBySsrc()
{
    Capture capture;
    capture.call("nat", 30'000, "0100000001");
    media::Habits habits;
    habits.ssrc = 100'000'001;
    capture.send({IpAddress(0xc0a80101), 4711}, {IpAddress(0x0a000009), 30'500}, habits); // elsewhere on both sides
    capture.bye("nat");
    QCOMPARE(capture.notes.size(), 1U);
    QCOMPARE(causes(capture.notes.front()), QStringLiteral("sound"));
    QCOMPARE(capture.notes.front().callId, QStringLiteral("nat"));
}

/// Media servers that tell calls apart by SSRC alone.
void tst_MediaCapture::onePortForAllCalls()
{
    Capture capture;
    capture.call("a", 30'000, "0100000001");
    capture.call("b", 30'000, "0100000002");
    media::Habits a, b;
    b.ssrc = 100'000'002;
    b.codec = media::Codec::H265;
    const auto ofA = media::stream(a, 100), ofB = media::stream(b, 100);
    for (std::size_t i = 0; i < std::min(ofA.size(), ofB.size()); ++i) {
        capture.see({from.address, 40'000}, there, ofA[i].octets, ofA[i].at);
        capture.see({from.address, 40'002}, there, ofB[i].octets, ofA[i].at);
    }
    capture.bye("a");
    capture.bye("b");
    QCOMPARE(capture.notes.size(), 2U);
    QCOMPARE(causes(capture.notes.front()), QStringLiteral("sound"));
    QCOMPARE(causes(capture.notes.back()), QStringLiteral("sound-but-h265"));
}

/// The next call has the ends of the last one, whose BYE came, or did not.
void tst_MediaCapture::portsAreUsedAgain()
{
    for (const bool bye : {true, false}) {
        Capture capture;
        for (const QByteArray id : {"1", "2", "3"}) {
            capture.call(id, 30'000, "010000000" + id);
            media::Habits habits;
            habits.ssrc = 100'000'000 + id.toUInt();
            for (const media::Packet &one : media::stream(habits, 60))
                capture.see(from, there, one.octets, capture.now + 5ms);
            if (bye)
                capture.bye(id);
        }
        capture.end();
        QCOMPARE(capture.notes.size(), 3U);
        for (const notes::Media &note : capture.notes)
            QVERIFY2(!causes(note).contains(QStringLiteral("ssrc")) && note.packets > 100, qPrintable(causes(note)));
    }
}

void tst_MediaCapture::nothingIsSaidWhereMediaWereNotCaptured()
{
    Capture capture;
    capture.call("quiet", 30'000);
    capture.now += 60s;
    capture.bye("quiet");
    capture.end();
    QVERIFY(capture.notes.empty());
}

void tst_MediaCapture::silenceIsSaidWhereOthersWereSeen()
{
    Capture capture;
    capture.call("heard", 30'000, "0100000001");
    capture.call("silent", 30'002, "0100000002");
    capture.send(from, there, {}, 200);
    capture.bye("silent");
    capture.bye("heard");
    QCOMPARE(capture.notes.size(), 2U);
    QCOMPARE(causes(capture.notes.front()), QStringLiteral("nothing-arrives"));
    QCOMPARE(causes(capture.notes.back()), QStringLiteral("sound"));
}

void tst_MediaCapture::aNoteIsReadAsItWasWritten()
{
    const auto notes = notesOf(media::file("disordered.pcap"));
    QCOMPARE(notes.size(), 1U);
    quint64 unknown = 0;
    const QByteArray text = notetext::write(notes.front());
    const auto again = notetext::read(media::view(text), notes.front().at, unknown);
    QVERIFY(again && again->as<notes::Media>());
    QCOMPARE(unknown, 0U);
    QCOMPARE(notetext::write(*again), text);
    QVERIFY(medianote::findingsOf(*again->as<notes::Media>(), again->at)
        == medianote::findingsOf(*notes.front().as<notes::Media>(), again->at));
    notes::Media odd = *again->as<notes::Media>();
    odd.causes = {QStringLiteral("|"), QStringLiteral("sound"), QStringLiteral("map-crc|99|-4|x|y|z"), {}};
    const auto found = medianote::findingsOf(odd, {});
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found.front().weight, MediaWeight::Broken);
}

void tst_MediaCapture::findingsNameTheDevice()
{
    Reading reading(Reading::Options{});
    QVERIFY(reading.open({media::file("sipp-play.pcap")}));
    while (reading.next())
        reading.analysis().take(reading.last(), 0);
    reading.finish();
    QStringList rules;
    for (const Finding &one : reading.analysis().findings().log().all()) {
        if (!isOfMedia(one.code))
            continue;
        rules.append(QString::fromLatin1(one.kind().rule));
        QCOMPARE(one.device, QStringLiteral("34020000001320000001"));
        QVERIFY(!one.messages.isEmpty()); // the INVITE
    }
    rules.sort();
    QCOMPARE(rules.join(u' '), QStringLiteral("G32 G32 G34"));
}

void tst_MediaCapture::otherTrafficIsNoMedia()
{
    Capture capture;
    QByteArray octets(200, '\x80');
    for (int i = 0; i < 2000; ++i) {
        octets[2] = static_cast<char>(i >> 8);
        octets[3] = static_cast<char>(i);
        capture.see(from, there, octets, capture.now + 1ms);
    }
    media::Habits voice; // RTP without PS: somebody's telephone
    for (quint16 i = 0; i < 100; ++i)
        capture.see(from, there, media::rtp(i, i * 160U, 5, QByteArray(160, 'x'), 8), capture.now + 20ms);
    capture.end();
    QVERIFY(capture.notes.empty());
    QVERIFY(capture.sieve.skipped() == 2100);
}

void tst_MediaCapture::streamsAreBounded()
{
    Capture capture;
    media::Habits habits;
    const auto packets = media::stream(habits, 4);
    for (quint16 port = 1; port < 1000; ++port) {
        for (const media::Packet &one : packets)
            capture.see({from.address, port}, there, one.octets, one.at);
    }
    capture.end();
    QCOMPARE(capture.notes.size(), 999U); // each is told, the oldest before their time
}

QTEST_GUILESS_MAIN(tst_MediaCapture)
#include "tst_mediacapture.moc"
