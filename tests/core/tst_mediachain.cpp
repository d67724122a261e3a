#include "core/media/mediachain.h"
#include "tests/support/mediastreams.h"

#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;
using namespace gb::test::media;

/// The field's failures, each as a play that has it, and a twin that must not be called that.
class tst_MediaChain : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsSaidOfAGoodStream_data();
    void nothingIsSaidOfAGoodStream();
    void oneCauseEach_data();
    void oneCauseEach();
    void linksOfAGoodPlay();
    void theWaitDecides();
    void refusedAndUnanswered();
    void tcpOfBothSides();
    void deadlinesAreWhatDecides();
    void lossInTheRecordIsNobodys();
    void lossOverTcpIsTheSenders();
    void halfAPacketAccusesNobody();
    void disorderIsRepairedAndNamed();
};

namespace {

constexpr quint32 agreed = 100'000'001;
const Endpoint camera{IpAddress(0x0a000002), 15'060}, here{IpAddress(0x0a000001), 30'000},
    signalling{IpAddress(0x0a000001), 5060};

/// Everything as it should be, up to the media.
struct Play
{
    MediaChain chain;
    TimePoint now = TimePoint(10s);

    Play() = default;
    explicit Play(MediaSide offer, std::optional<MediaSide> answer = side(agreed, "10.0.0.2", 15'060))
    {
        chain.setOurs(signalling);
        chain.offered(offer, TimePoint(9s));
        chain.answered(200, answer, TimePoint(9'500ms));
        chain.acknowledged(TimePoint(9'600ms));
    }
    Play &rtcp()
    {
        chain.rtcpToSender(now);
        return *this;
    }
    Play &send(const std::vector<Packet> &packets)
    {
        for (const Packet &one : packets) {
            chain.packet(view(one.octets), one.at, camera, here);
            now = one.at;
        }
        return *this;
    }
    Play &end(MediaEvents::End how = MediaEvents::End::ByeFromReceiver, Duration after = 10ms)
    {
        now += after;
        chain.ended(how, now);
        return *this;
    }
    QString causes() const
    {
        QStringList out;
        for (const MediaFinding &one : chain.report().findings)
            out.append((one.provisional ? QStringLiteral("(%1)") : QStringLiteral("%1"))
                           .arg(QLatin1String(mediaCauseName(one.cause))));
        return out.join(u' ');
    }
};

Play play()
{
    return Play(side(agreed));
}

QByteArray g711(int level)
{
    QByteArray out(320, char(level ? 0x2A : 0xD5));
    for (qsizetype i = 0; i < out.size(); i += 2)
        out[i] = static_cast<char>(level ? 0xAA : 0x55);
    return out;
}

QByteArray adts()
{
    return QByteArray::fromHex("fff15080057ffc") + QByteArray(160, 'x');
}

std::vector<Packet> without(std::vector<Packet> packets, std::size_t every)
{
    std::vector<Packet> kept;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        if (i % every != every - 1)
            kept.push_back(packets[i]);
    }
    return kept;
}

MediaSide audioSide(const char *name = "PCMA", int type = 8)
{
    MediaSide one = side(agreed);
    one.audioOnly = one.wantsAudio = true;
    one.formats = {{type, name, 8000}};
    return one;
}

QString sentBy(const std::function<void(Habits &)> &change, int pictures = 300)
{
    Habits habits;
    change(habits);
    return play().send(stream(habits, pictures)).end().causes();
}

} // namespace

void tst_MediaChain::nothingIsSaidOfAGoodStream_data()
{
    QTest::addColumn<Habits>("habits");
    QTest::addColumn<QString>("expected");
    const QString sound = QStringLiteral("sound");
    Habits habits;
    QTest::newRow("H.264") << habits << sound;
    habits.codec = Codec::H265;
    QTest::newRow("H.265") << habits << QStringLiteral("sound-but-h265");
    habits = {};
    habits.audioType = 0x90;
    habits.audio = g711(1);
    QTest::newRow("with G.711") << habits << sound;
    habits.keySize = 200'000;
    QTest::newRow("a key frame of several PES packets") << habits << sound;
    habits.cut = 37;
    habits.keySize = 3000;
    QTest::newRow("cut anywhere") << habits << sound;
    habits = {};
    habits.cut = 60'000;
    QTest::newRow("a picture a packet") << habits << sound;
    habits.pts = [](int at) { return ((1ULL << 33) - 100'000 + static_cast<quint64>(at) * 3600) % (1ULL << 33); };
    habits.timestamp = [](int at) { return 0xFFFFFFFFU - 100'000U + static_cast<quint32>(at) * 3600U; };
    QTest::newRow("its clocks go round") << habits << sound;
}

void tst_MediaChain::nothingIsSaidOfAGoodStream()
{
    QFETCH(Habits, habits);
    QFETCH(QString, expected);
    Play one = play();
    one.send(stream(habits, 700));
    QCOMPARE(one.chain.report().verdict, MediaVerdict::Sound);
    one.end();
    QCOMPARE(one.causes(), expected);
    const MediaReport report = one.chain.report();
    for (const LinkProof &link : report.links)
        QVERIFY(link.state == LinkState::Ok || link.state == LinkState::None);
    QCOMPARE(report.stream.video.keyFrames, 28U);
    QCOMPARE(qRound(report.stream.frameRate()), 25);
}

/// Of the rows of the field's failures those that packets show.
void tst_MediaChain::oneCauseEach_data()
{
    using Length = Habits::Length;
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &said, const char *expected) {
        QTest::newRow(name) << said << QString::fromLatin1(expected);
    };
    const auto habit = [&row](const char *name, const char *expected, const std::function<void(Habits &)> &change) {
        row(name, sentBy(change), expected);
    };
    row("1: nothing", play().end(MediaEvents::End::ByeFromReceiver, 6s).causes(), "nothing-arrives");
    row("1, twin: not yet", play().end(MediaEvents::End::ByeFromReceiver, 1s).causes(), "");
    row("2: c= is this computer itself",
        Play(side(agreed, "127.0.0.1")).end(MediaEvents::End::ByeFromReceiver, 6s).causes(), "offered-address-off");
    row("3: hangs up without RTCP", play().send(stream({}, 700)).end(MediaEvents::End::ByeFromSender).causes(),
        "ended-without-rtcp");
    row("3, twin: it had RTCP", play().send(stream({}, 700)).rtcp().end(MediaEvents::End::ByeFromSender).causes(),
        "ended-by-sender");
    row("4: loss", play().send(without(stream({}, 500), 50)).end().causes(), "loss-on-the-way ps-broken-by-loss");
    habit("5: an SSRC of its own", "ssrc-other", [](Habits &h) { h.ssrc = 77; });
    row("5: which it said", Play(side(5), side(agreed)).send(stream({}, 300)).end().causes(), "ssrc-answered-own");
    habit("8: map length", "map-length", [](Habits &h) { h.mapExtra = 9; });
    habit("9: map CRC", "map-crc", [](Habits &h) { h.crcRight = false; });
    habit("10: broken by the sender", "ps-broken", [](Habits &h) { h.length = Length::Short; });
    habit("11: headers apart", "headers-apart", [](Habits &h) { h.headersApart = true; });
    habit("12: PES length wraps", "pes-length-wrapped", [](Habits &h) {
        h.length = Length::Wrapped;
        h.keySize = 70'000;
    });
    habit("12: PES length 0", "pes-length-zero", [](Habits &h) { h.length = Length::Zero; });
    habit("13: no key frame", "no-parameter-sets no-key-frame", [](Habits &h) { h.gop = 0; });
    row("13, twin: too short to say", sentBy([](Habits &h) { h.gop = 0; }, 100), "");
    row("13: key frames rare", sentBy([](Habits &h) { h.gop = 260; }, 600), "key-frames-rare");
    habit("15: another payload type", "payload-type-other", [](Habits &h) { h.payloadType = 108; });
    habit("16: another codec", "map-codec-other", [](Habits &h) { h.videoType = 0x24; });
    habit("16: another audio codec", "audio-codec-other", [](Habits &h) {
        h.audioType = 0x90;
        h.audio = adts();
    });
    habit("17: audio late", "audio-late", [](Habits &h) {
        h.audioType = 0x90;
        h.audio = g711(1);
        h.audioFrom = 150;
    });
    habit("17: audio silent", "sound audio-silent", [](Habits &h) {
        h.audioType = 0x90;
        h.audio = g711(0);
    });
    habit("17: audio type unknown", "sound audio-type-rare", [](Habits &h) {
        h.audioType = 0xA5;
        h.audio = g711(1);
    });
    MediaSide both = side(agreed);
    both.wantsAudio = true;
    row("17: no audio", Play(both).send(stream({}, 300)).end().causes(), "audio-missing");
    row("18: PS where G.711 was agreed", Play(audioSide(), audioSide()).send(stream({}, 100)).end().causes(),
        "talk-is-ps payload-type-other");
    habit("marker never", "sound marker-never", [](Habits &h) { h.marker = false; });
    habit("timestamp constant", "timestamp-constant", [](Habits &h) { h.timestamp = [](int) { return 5U; }; });
    habit("map once", "sound map-once", [](Habits &h) { h.mapOnce = true; });
    habit("no map", "no-map", [](Habits &h) { h.sendsMap = false; });
    habit("no parameter sets", "no-parameter-sets", [](Habits &h) { h.sendsSets = false; });
    habit("no video", "no-video", [](Habits &h) {
        h.sendsVideo = false;
        h.audioType = 0x90;
        h.audio = g711(1);
    });
    habit("video in E2", "sound video-id-odd", [](Habits &h) { h.videoId = 0xE2; });
    habit("PTS jumps", "pts-jumps", [](Habits &h) {
        h.pts = [](int at) { return static_cast<quint64>(at) * 3600 + (at > 100 ? 9'000'000U : 0U); };
    });
    habit("timestamp jumps", "timestamp-jumps", [](Habits &h) {
        h.timestamp = [](int at) { return static_cast<quint32>(at) * 3600U + (at > 100 ? 9'000'000U : 0U); };
    });
    row("stops", play().send(stream({}, 300)).end(MediaEvents::End::ByeFromReceiver, 8s).causes(), "stopped");
}

void tst_MediaChain::oneCauseEach()
{
    QFETCH(QString, said);
    QFETCH(QString, expected);
    QCOMPARE(said, expected);
}

void tst_MediaChain::linksOfAGoodPlay()
{
    Play one = play();
    QCOMPARE(one.chain.report().link(MediaLink::FirstPacket).state, LinkState::NotYet);
    QCOMPARE(one.chain.report().link(MediaLink::Connected).state, LinkState::None);
    one.send(stream({}, 3));
    const MediaReport report = one.chain.report();
    QCOMPARE(report.link(MediaLink::FirstPacket).packet, 1U);
    QCOMPARE(report.link(MediaLink::Ssrc).state, LinkState::Ok);
    QCOMPARE(report.link(MediaLink::KeyFrame).state, LinkState::Ok);
    QCOMPARE(report.toFirstPacket, std::optional<Duration>(400ms));
    QCOMPARE(report.verdict, MediaVerdict::Sound);
    QVERIFY(report.findings.front().provisional);
}

void tst_MediaChain::theWaitDecides()
{
    Play one(side(agreed, "127.0.0.1"));
    QCOMPARE(one.causes(), QStringLiteral("(offered-address-off)"));
    QCOMPARE(one.chain.report().verdict, MediaVerdict::NotYet);
    one.chain.advance(TimePoint(14'600ms));
    QCOMPARE(one.causes(), QStringLiteral("offered-address-off"));
    QCOMPARE(one.chain.report().firstBroken, std::optional(MediaLink::FirstPacket));

    // A capture that may have left the media out proves nothing by their absence
    MediaChain capture;
    capture.offered(side(agreed), TimePoint(9s));
    capture.answered(200, side(agreed), TimePoint(9s));
    capture.ended(MediaEvents::End::ByeFromReceiver, TimePoint(30s));
    QCOMPARE(capture.report().verdict, MediaVerdict::Unknown);
    QVERIFY(capture.report().findings.empty());
    capture.setWouldBeSeen();
    QCOMPARE(capture.report().findings.front().cause, MediaCause::NothingArrives);
}

void tst_MediaChain::refusedAndUnanswered()
{
    MediaChain refused;
    refused.setOurs(signalling);
    refused.offered(side(agreed), TimePoint(1s));
    refused.answered(100, {}, TimePoint(1s));
    QCOMPARE(refused.report().link(MediaLink::Answered).state, LinkState::NotYet);
    refused.answered(488, {}, TimePoint(2s));
    QCOMPARE(refused.report().findings.front().cause, MediaCause::Refused);
    QCOMPARE(refused.report().findings.front().words, QStringList{QString::number(488)});
    QCOMPARE(refused.report().firstBroken, std::optional(MediaLink::Answered));

    MediaChain silent;
    silent.setOurs(signalling);
    silent.offered(side(agreed), TimePoint(1s));
    QCOMPARE(silent.nextDeadline(), std::optional(TimePoint(33s)));
    silent.advance(TimePoint(33s));
    QCOMPARE(silent.report().findings.front().cause, MediaCause::NoAnswer);

    Play repeated = play();
    for (int i = 0; i < 4; ++i)
        repeated.chain.answered(200, side(agreed), TimePoint(10s));
    repeated.chain.advance(TimePoint(20s));
    QCOMPARE(repeated.causes(), QStringLiteral("ack-lost nothing-arrives"));
}

void tst_MediaChain::tcpOfBothSides()
{
    MediaSide passive = side(agreed), active = side(agreed, "10.0.0.2");
    passive.tcp = active.tcp = true;
    passive.setup = SdpSetup::Passive;
    active.setup = SdpSetup::Active;

    Play nobody(passive, active);
    nobody.chain.advance(TimePoint(19s));
    QCOMPARE(nobody.causes(), QString());
    nobody.chain.advance(TimePoint(20s));
    QCOMPARE(nobody.causes(), QStringLiteral("nobody-connects"));

    Play refused(passive, active);
    refused.chain.connecting(true, here, TimePoint(16s));
    refused.chain.connectFailed(true, TimePoint(16s));
    QCOMPARE(refused.causes(), QStringLiteral("connect-refused connected-late"));
    QCOMPARE(refused.chain.report().findings.front().blame, MediaBlame::Receiver);

    Play unreachable(active, passive); // we are to connect
    unreachable.chain.connecting(false, camera, TimePoint(10s));
    unreachable.chain.connecting(false, camera, TimePoint(11s));
    unreachable.chain.advance(TimePoint(15s));
    QCOMPARE(unreachable.causes(), QStringLiteral("connect-unanswered"));
    QCOMPARE(unreachable.chain.report().findings.front().blame, MediaBlame::SenderOrPath);

    Play both(passive, passive);
    QCOMPARE(both.causes(), QStringLiteral("setup-contradicts"));

    for (const bool dollar : {false, true}) {
        Play good(passive, active);
        good.chain.connecting(true, here, TimePoint(9'700ms));
        good.chain.connected(TimePoint(9'700ms));
        for (const Packet &packet : stream({}, 60)) {
            const QByteArray frame = (dollar ? QByteArray("$\0", 2) : QByteArray())
                + number(static_cast<quint64>(packet.octets.size()), 2) + packet.octets;
            good.chain.octets(view(frame.left(700)), packet.at, camera, here);
            good.chain.octets(view(frame.mid(700)), packet.at, camera, here);
            good.now = packet.at;
        }
        QCOMPARE(good.end().causes(), dollar ? QStringLiteral("interleaved") : QStringLiteral("sound"));
        QCOMPARE(good.chain.report().link(MediaLink::Connected).state, LinkState::Ok);
    }
}

void tst_MediaChain::deadlinesAreWhatDecides()
{
    Play one = play();
    QCOMPARE(one.chain.nextDeadline(), std::optional(TimePoint(14'600ms)));
    one.send(stream({}, 100));
    QVERIFY(one.chain.nextDeadline() > one.now);
    one.chain.advance(one.now + 5s);
    QCOMPARE(one.causes(), QStringLiteral("stopped"));
    one.end();
    QCOMPARE(one.chain.nextDeadline(), std::nullopt);
}

void tst_MediaChain::lossInTheRecordIsNobodys()
{
    Play own = play();
    own.send(without(stream({}, 300), 40));
    own.chain.setOwnDrops(1000);
    QCOMPARE(own.end().causes(), QStringLiteral("loss-in-own-socket"));

    Play record = play();
    record.send(without(stream({}, 300), 40));
    record.chain.recordHole(0);
    record.end();
    for (const MediaFinding &one : record.chain.report().findings)
        QVERIFY(one.blame == MediaBlame::Record);
    QCOMPARE(record.chain.report().link(MediaLink::Sequence).state, LinkState::Unknown);
}

/// TCP loses nothing, and a socket of it neither: what is missing was never sent.
void tst_MediaChain::lossOverTcpIsTheSenders()
{
    MediaSide passive = side(agreed), active = side(agreed, "10.0.0.2");
    passive.tcp = active.tcp = true;
    passive.setup = SdpSetup::Passive;
    active.setup = SdpSetup::Active;
    for (const bool tcp : {false, true}) {
        Play one = tcp ? Play(passive, active) : play();
        if (tcp) {
            one.chain.connecting(true, here, TimePoint(9'700ms));
            one.chain.connected(TimePoint(9'700ms));
        }
        one.send(without(stream({}, 500), 50)).end();
        const std::vector<MediaFinding> findings = one.chain.report().findings;
        const auto loss = std::find_if(findings.begin(), findings.end(),
            [](const MediaFinding &found) { return found.cause == MediaCause::LossOnTheWay; });
        QVERIFY(loss != findings.end());
        QCOMPARE(loss->blame, tcp ? MediaBlame::Sender : MediaBlame::Path);
        QCOMPARE(loss->words.constLast() == u"tcp", tcp);
        QVERIFY(!tcp || !loss->twin);
    }
}

void tst_MediaChain::halfAPacketAccusesNobody()
{
    MediaChain chain;
    for (const Packet &one : stream({}, 700))
        chain.packet(view(one.octets.left(200)), one.at, camera, here, true);
    chain.ended(MediaEvents::End::RecordEnded, TimePoint(60s));
    for (const MediaFinding &one : chain.report().findings)
        QFAIL(mediaCauseName(one.cause));
    QCOMPARE(chain.report().verdict, MediaVerdict::Unknown);
}

void tst_MediaChain::disorderIsRepairedAndNamed()
{
    std::vector<Packet> packets = stream({}, 300);
    for (std::size_t i = 5; i + 4 < packets.size(); i += 20)
        std::swap(packets[i].octets, packets[i + 3].octets);
    Play one = play();
    one.send(packets).end();
    QCOMPARE(one.causes(), QStringLiteral("reordering"));
    QCOMPARE(one.chain.report().stream.rtp.missing, 0U);
    QCOMPARE(one.chain.report().stream.video.pictures, 300U);
}

QTEST_GUILESS_MAIN(tst_MediaChain)
#include "tst_mediachain.moc"
