#include "core/capture/signallingsieve.h"
#include "core/record/medianote.h"
#include "tests/support/mediastreams.h"

#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;
namespace media = gb::test::media;

/// What the signalling of a call says of its media: who ends it and who asked for a pause is no fault of the device.
class tst_MediaCalls : public QObject
{
    Q_OBJECT
private slots:
    void whoHangsUpTheDialogTells();
    void thePlatformSpeaksInATalk();
    void theNamedEndGoesBeforeTheSsrc();
    void whatWasAskedForIsNoFault_data();
    void whatWasAskedForIsNoFault();
    void numbersRanOnThroughThePause();
    void theEndOfAFileInAnyForm_data();
    void theEndOfAFileInAnyForm();
    void aRestartThatWasAskedForEndsCalls();
    void rtcpIsMissedAfterSeveralIntervals_data();
    void rtcpIsMissedAfterSeveralIntervals();
    void portZeroRefusesTheMedia();
    void noRecordingOfThatTime();
};

namespace {

const Endpoint platform{IpAddress(0x0a000001), 5060}, other{IpAddress(0x0a000003), 5060},
    camera{IpAddress(0x0a000002), 5060}, there{IpAddress(0x0a000001), 30'000}, from{IpAddress(0x0a000002), 31'000};
const QByteArray server("34020000002000000001"), channel("34020000001310000001");

struct Call
{
    SignallingSieve sieve{true};
    TimePoint now = TimePoint(10s);
    std::vector<notes::Media> notes;
    QByteArray session = "Play", medium = "video", format = "96\r\na=rtpmap:96 PS/90000";

    void see(const Endpoint &source, const Endpoint &to, const QByteArray &octets)
    {
        sieve.take({.at = now, .from = source, .to = to, .octets = octets}, 0);
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
    /// `fromTag` a: the platform's side of the dialog.
    static QByteArray text(const QByteArray &start, const QByteArray &cseq, const QByteArray &body = {},
        char fromTag = 'a', const QByteArray &call = "one", const QByteArray &fromUser = server)
    {
        return start + " SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bK" + cseq.left(1)
            + "\r\nFrom: <sip:" + (fromTag == 'a' ? fromUser : channel) + "@3402000000>;tag=" + fromTag
            + "\r\nTo: <sip:" + (fromTag == 'a' ? channel : server) + "@3402000000>;tag=" + (fromTag == 'a' ? 'b' : 'a')
            + "\r\nCall-ID: " + call + "\r\nCSeq: " + cseq + "\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }
    static QByteArray ok(QByteArray request)
    {
        const qsizetype line = request.indexOf("\r\n");
        return "SIP/2.0 200 OK" + request.mid(line);
    }
    QByteArray sdp(const QByteArray &address, int port, const QByteArray &more = {}) const
    {
        return "v=0\r\no=- 0 0 IN IP4 " + address + "\r\ns=" + session + "\r\nc=IN IP4 " + address + "\r\nt=0 0\r\nm="
            + medium + ' ' + QByteArray::number(port) + " RTP/AVP " + format + "\r\n" + more + "y=0100000001\r\n";
    }
    void start(const QByteArray &call = "one", int port = 30'000, int answered = 31'000)
    {
        see(platform, camera, text("INVITE sip:c@10.0.0.2", "1 INVITE", sdp("10.0.0.1", port), 'a', call));
        see(camera, platform, ok(text("x", "1 INVITE", sdp("10.0.0.2", answered), 'a', call)));
        see(platform, camera, text("ACK sip:c@10.0.0.2", "1 ACK", {}, 'a', call));
    }
    void info(const QByteArray &body, int number)
    {
        const QByteArray cseq = QByteArray::number(number) + " INFO";
        see(platform, camera, text("INFO sip:c@10.0.0.2", cseq, body));
        see(camera, platform, ok(text("x", cseq)));
    }
    void bye(const Endpoint &source, const Endpoint &to, bool byPlatform, const QByteArray &call = "one")
    {
        see(source, to, text("BYE sip:x@10.0.0.2", "9 BYE", {}, byPlatform ? 'a' : 'b', call));
    }
    void send(int pictures, quint32 clock = 0, quint16 sequence = 100, const Endpoint &to = there)
    {
        media::Habits habits;
        habits.pts = [clock](int at) { return clock + static_cast<quint64>(at) * 3600; };
        habits.timestamp = [clock](int at) { return clock + static_cast<quint32>(at) * 3600; };
        const TimePoint begins = now;
        for (const media::Packet &one : media::stream(habits, pictures, sequence)) {
            now = begins + (one.at - TimePoint(10s));
            see(from, to, one.octets);
            next = static_cast<quint16>(one.octets[2]) << 8 | static_cast<quint8>(one.octets[3]);
        }
        ++next;
        clockEnd = clock + static_cast<quint32>(pictures) * 3600;
    }
    void end()
    {
        sieve.finish();
        drain();
    }
    QString causes(std::size_t which = 0) const
    {
        if (which >= notes.size())
            return QStringLiteral("no note");
        QStringList out;
        for (const MediaFinding &one : medianote::findingsOf(notes[which], {}))
            out.append((QStringList{QString::fromLatin1(mediaCauseName(one.cause))} + one.words.mid(1)).join(u'|'));
        return out.join(u' ');
    }
    quint16 next = 0;
    quint32 clockEnd = 0;
};

} // namespace

/// A cluster sends BYE from another node.
void tst_MediaCalls::whoHangsUpTheDialogTells()
{
    Call call;
    call.start();
    call.send(500);
    call.bye(other, camera, true);
    QCOMPARE(call.causes(), QStringLiteral("sound"));
    Call device;
    device.start();
    device.send(500);
    device.bye(platform, other, false); // a proxy passes it on
    QCOMPARE(device.causes(), QStringLiteral("ended-without-rtcp|0|20.0"));
}

void tst_MediaCalls::thePlatformSpeaksInATalk()
{
    Call call;
    call.medium = "audio";
    call.format = "8\r\na=rtpmap:8 PCMA/8000";
    call.see(camera, platform,
        Call::text("INVITE sip:p@10.0.0.1", "1 INVITE", call.sdp("10.0.0.2", 31'000, "a=recvonly\r\n"), 'b'));
    call.see(platform, camera, Call::ok(Call::text("x", "1 INVITE", call.sdp("10.0.0.1", 30'000), 'b')));
    call.see(camera, platform, Call::text("ACK sip:p@10.0.0.1", "1 ACK", {}, 'b'));
    for (quint16 i = 0; i < 1000; ++i) { // a pause in the middle: nobody speaks
        call.now += i == 500 ? 8s : 20ms;
        call.see(there, from, media::rtp(i, i * 160U, 100'000'001, QByteArray(160, 'x'), 8));
    }
    call.now += 20s;
    call.bye(platform, camera, true);
    QCOMPARE(call.notes.size(), 1U);
    QVERIFY2(!call.causes().contains(QStringLiteral("ended")) && !call.causes().contains(QStringLiteral("stopped")),
        qPrintable(call.causes()));
}

/// Two viewers of a channel, to whom the device sends under one SSRC.
void tst_MediaCalls::theNamedEndGoesBeforeTheSsrc()
{
    Call call;
    call.start("one", 30'000, 31'000);
    call.start("two", 30'010, 31'010);
    const auto packets = media::stream({}, 200);
    for (const media::Packet &one : packets) {
        call.now = std::max(call.now, one.at);
        call.see(from, there, one.octets);
        call.see(from, {there.address, 30'010}, one.octets);
    }
    call.bye(platform, camera, true, "one");
    call.bye(platform, camera, true, "two");
    QCOMPARE(call.notes.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        QCOMPARE(call.causes(i), QStringLiteral("sound"));
        QCOMPARE(call.notes[i].packets, packets.size());
    }
}

void tst_MediaCalls::whatWasAskedForIsNoFault_data()
{
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<int>("still");
    QTest::addColumn<int>("jump");
    const QByteArray history("Playback");
    QTest::newRow("seek") << history << QByteArray("PLAY RTSP/1.0\r\nRange: npt=300-\r\n\r\n") << 0 << 290;
    QTest::newRow("a gap in the recording") << history << QByteArray() << 0 << 600;
    QTest::newRow("pause") << history << QByteArray("PAUSE RTSP/1.0\r\n\r\n") << 20 << 0;
    QTest::newRow("hold") << QByteArray("Play") << QByteArray("a=inactive\r\n") << 20 << 0;
}

void tst_MediaCalls::whatWasAskedForIsNoFault()
{
    QFETCH(QByteArray, session);
    QFETCH(QByteArray, asked);
    QFETCH(int, still);
    QFETCH(int, jump);
    Call call;
    call.session = session;
    call.start();
    call.send(100);
    if (asked.startsWith("a=")) {
        call.see(
            platform, camera, Call::text("INVITE sip:c@10.0.0.2", "2 INVITE", call.sdp("10.0.0.1", 30'000, asked)));
        call.see(camera, platform, Call::ok(Call::text("x", "2 INVITE", call.sdp("10.0.0.2", 31'000, asked))));
    } else if (!asked.isEmpty()) {
        call.info(asked, 2);
    }
    call.now += std::chrono::seconds(still);
    if (asked.startsWith("PAUSE"))
        call.info("PLAY RTSP/1.0\r\nRange: npt=now-\r\n\r\n", 3);
    if (!asked.startsWith("a="))
        call.send(100, call.clockEnd + static_cast<quint32>(jump) * 90'000, call.next);
    if (session == "Playback") { // as good as BYE
        call.info("TEARDOWN RTSP/1.0\r\n\r\n", 4);
        call.now += 9s;
    }
    call.bye(platform, camera, true);
    QCOMPARE(call.notes.size(), 1U);
    QCOMPARE(call.causes(), QStringLiteral("sound"));
}

/// Nothing came for a while, and what came then shows that it sent all the time.
void tst_MediaCalls::numbersRanOnThroughThePause()
{
    for (const int lost : {250, 0}) {
        Call call;
        call.start();
        call.send(100);
        call.now += 10s;
        call.send(100, call.clockEnd + 10 * 90'000, static_cast<quint16>(call.next + lost));
        call.bye(platform, camera, true);
        QVERIFY2(call.causes().contains(u"stopped") == (lost == 0), qPrintable(call.causes()));
        QVERIFY2(call.causes().contains(u"loss-on-the-way") == (lost > 0), qPrintable(call.causes()));
    }
}

void tst_MediaCalls::theEndOfAFileInAnyForm_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("from the recorder") << QByteArray("MESSAGE") << QByteArray("34020000001180000001")
                                       << QByteArray("121");
    QTest::newRow("with blanks") << QByteArray("MESSAGE") << channel << QByteArray(" 121\r\n");
    QTest::newRow("NOTIFY") << QByteArray("NOTIFY") << channel << QByteArray("121");
}

void tst_MediaCalls::theEndOfAFileInAnyForm()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, type);
    Call call;
    call.session = "Playback";
    call.start();
    call.send(100);
    const QByteArray body = "<?xml version=\"1.0\"?>\r\n<Notify><CmdType>MediaStatus</CmdType><SN>1</SN><DeviceID>"
        + channel + "</DeviceID><NotifyType>" + type + "</NotifyType></Notify>";
    call.see(camera, platform, Call::text(method + " sip:p@10.0.0.1", "5 " + method, body, 'a', "elsewhere", user));
    call.now += 20s;
    call.bye(platform, camera, true);
    QCOMPARE(call.causes(), QStringLiteral("sound"));
}

void tst_MediaCalls::aRestartThatWasAskedForEndsCalls()
{
    Call call;
    call.start();
    call.send(500);
    const QByteArray body = "<Control><CmdType>DeviceControl</CmdType><SN>1</SN><DeviceID>" + channel
        + "</DeviceID><TeleBoot>Boot</TeleBoot></Control>";
    call.see(platform, camera, Call::text("MESSAGE sip:c@10.0.0.2", "1 MESSAGE", body, 'a', "boot"));
    call.see(camera, platform, Call::ok(Call::text("x", "1 MESSAGE", {}, 'a', "boot")));
    call.bye(camera, platform, false);
    QCOMPARE(call.causes(), QStringLiteral("sound"));
}

void tst_MediaCalls::rtcpIsMissedAfterSeveralIntervals_data()
{
    QTest::addColumn<int>("every");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the last one 6 s ago") << 5 << QStringLiteral("ended-by-sender");
    QTest::newRow("only in the beginning") << 0 << QStringLiteral("ended-without-rtcp|2|35.0");
}

/// Receiver reports without a block, as one has of whom nothing came.
void tst_MediaCalls::rtcpIsMissedAfterSeveralIntervals()
{
    QFETCH(int, every);
    QFETCH(QString, expected);
    Call call;
    call.start();
    const QByteArray report = QByteArray::fromHex("80c9000100000063");
    const TimePoint begins = call.now;
    int told = 0;
    for (const media::Packet &one : media::stream({}, 900)) {
        call.now = begins + (one.at - TimePoint(10s));
        call.see(from, there, one.octets);
        const int second = static_cast<int>((call.now - begins) / 1s);
        if (second >= told && (every > 0 ? second <= 30 : second < 2)) {
            call.see({there.address, 30'001}, {from.address, 31'001}, report);
            told = second + std::max(every, 1);
        }
    }
    call.bye(camera, platform, false);
    QCOMPARE(call.causes(), expected);
}

void tst_MediaCalls::portZeroRefusesTheMedia()
{
    Call call;
    call.start("one", 30'000, 0);
    call.bye(platform, camera, true);
    QCOMPARE(call.causes(), QStringLiteral("nothing-arrives|10.0.0.1:30000||refused"));
}

void tst_MediaCalls::noRecordingOfThatTime()
{
    Call call;
    call.start("heard", 30'010, 31'010);
    call.send(5, 0, 100, {there.address, 30'010});
    call.session = "Playback";
    call.start();
    const QByteArray body = "<Notify><CmdType>MediaStatus</CmdType><DeviceID>" + channel
        + "</DeviceID><NotifyType>121</NotifyType></Notify>";
    call.now += 300ms;
    call.see(camera, platform, Call::text("MESSAGE sip:p@10.0.0.1", "5 MESSAGE", body, 'b'));
    call.now += 10s;
    call.bye(platform, camera, true);
    QCOMPARE(call.causes(), QStringLiteral("nothing-arrives|10.0.0.1:30000||no recording"));
}

QTEST_GUILESS_MAIN(tst_MediaCalls)
#include "tst_mediacalls.moc"
