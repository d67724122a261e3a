#include "core/base/octets.h"
#include "core/client/play/playcontrol.h"
#include "core/client/play/playoffer.h"
#include "core/client/play/receiverreport.h"
#include "core/message/headers.h"
#include "core/message/offercheck.h"
#include "core/message/replywriter.h"
#include "core/simulator/media/mediafaults.h"
#include "core/simulator/media/outgoingstream.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What a play does on the wire and what it says of it, by its clock: no socket.
class tst_PlayControl : public QObject
{
    Q_OBJECT
private slots:
    void ssrcRule();
    void offers_data();
    void offers();
    void plays();
    void refusals_data();
    void refusals();
    void neverAnswered();
    void provisionalForEver();
    void lateAnswerIsHungUp();
    void deviceHangsUp();
    void noMedia();
    void aStreamThatStops();
    void decidesLater();
    void notEvenSent();
    void standsInLine();
    void isStopped();
    void ownsItsCalls();
    void oddAnswers_data();
    void oddAnswers();
    void receiverReports();
};

namespace {

const QByteArray serverId = "44030500002000000001", deviceId = "44030500001320000001";
const Endpoint here{QHostAddress(QStringLiteral("192.168.8.10")), 5060},
    there{QHostAddress(QStringLiteral("192.168.8.64")), 5060};

/// Chains without sockets: a test tells them what comes.
struct FakePorts final : MediaPorts
{
    void open(const MediaPlace &place) override
    {
        places.append(place);
        PortNews one{.play = place.play};
        if (full) {
            one.kind = PortNews::Kind::Failed;
            one.detail = QStringLiteral("no port");
        } else {
            one.port = static_cast<quint16>(30'000 + 2 * places.size());
            chains.emplace(place.play, std::make_unique<MediaChain>());
        }
        news.append(one);
    }
    void tell(quint64 play, std::function<void(MediaChain &)> fact) override
    {
        if (chains.contains(play))
            fact(*chains.at(play));
    }
    void answered(quint64, const Endpoint &device) override { answers.append(device); }
    void close(quint64 play) override
    {
        if (!chains.contains(play))
            return;
        news.append({.play = play, .kind = PortNews::Kind::Closed, .media = chains.at(play)->report()});
        chains.erase(play);
    }
    QList<PortNews> take() override { return std::exchange(news, {}); }
    void look(TimePoint now)
    {
        for (const auto &[play, chain] : chains) {
            chain->advance(now);
            news.append({.play = play, .kind = PortNews::Kind::Report, .media = chain->report()});
        }
    }

    bool full = false;
    QList<MediaPlace> places;
    QList<Endpoint> answers;
    QList<PortNews> news;
    std::map<quint64, std::unique_ptr<MediaChain>> chains;
};

struct Site
{
    Site()
        : control(
            serverId, "4403050000",
            [this](const Endpoint &to, TransportKind, const QByteArray &octets) {
                [&] { QCOMPARE(to, there); }();
                if (deaf)
                    return false;
                sent.append(octets);
                return true;
            },
            ports)
    {
    }
    PlayControl::Target target() const { return {.id = deviceId, .remote = there, .local = here}; }
    void play(PlayQuestion question = {})
    {
        question.id = ++asked;
        question.device = QString::fromLatin1(deviceId);
        control.play(target(), question, clock.now());
        wait(0ms);
    }
    /// Time goes on in steps of a look, the stream with it.
    void wait(Duration time)
    {
        const TimePoint end = clock.now() + time;
        for (;;) {
            ports.look(clock.now());
            control.advance(clock.now());
            for (PlayNews &one : control.takeNews()) {
                if (auto *report = std::get_if<PlayReport>(&one))
                    reports.append(*report);
            }
            if (clock.now() >= end)
                return;
            clock.advance(std::min<Duration>(50ms, end - clock.now()));
            if (stream && stream->deadline() <= clock.now())
                stream->advance(clock.now());
        }
    }
    /// The last request of that method; empty: none.
    QByteArray last(const char *method) const
    {
        for (auto one = sent.crbegin(); one != sent.crend(); ++one) {
            if (one->startsWith(method))
                return *one;
        }
        return {};
    }
    int count(const char *method) const
    {
        return static_cast<int>(std::count_if(
            sent.begin(), sent.end(), [method](const QByteArray &one) { return one.startsWith(method); }));
    }
    void deliver(const QByteArray &octets)
    {
        Trace trace;
        trace.datagram = {.at = clock.now(), .from = there, .to = here, .octets = octets};
        trace.head = scanHead(view(trace.datagram.octets));
        control.receive(trace);
        wait(0ms);
    }
    void reply(
        const QByteArray &request, int status, const QByteArray &body = {}, const QByteArray &type = "APPLICATION/SDP")
    {
        deliver(writeReply(scanHead(view(request)), here,
            {.status = status,
                .toTag = status > 100 ? "d1" : "",
                .headers = "Contact: <sip:" + deviceId + "@192.168.8.64:5060>\r\n",
                .contentType = body.isEmpty() ? QByteArray() : type,
                .body = body}));
    }
    static QByteArray answer(const QByteArray &ssrc = "0305000001")
    {
        return "v=0\r\no=" + deviceId
            + " 0 0 IN IP4 192.168.8.64\r\ns=Play\r\nc=IN IP4 192.168.8.64\r\nt=0 0\r\nm=video 15060 RTP/AVP 96\r\n"
              "a=sendonly\r\na=rtpmap:96 PS/90000\r\ny="
            + ssrc + "\r\nf=v/2///2/a/1/8/1\r\n";
    }
    /// 200, and the clip begins.
    void start(const char *fault = "", const QByteArray &ssrc = "0305000001")
    {
        reply(last("INVITE"), 200, answer(ssrc));
        StreamPlan plan;
        applyMediaFaults({QString::fromLatin1(fault)}, plan);
        stream = std::make_unique<OutgoingStream>(
            plan, ssrc.toUInt(), TransportKind::Udp, std::make_unique<Line>(*this));
        stream->start(clock.now());
        wait(0ms);
    }
    QByteArray bye() const
    {
        const SipHead invite = scanHead(view(invite_));
        return "BYE sip:" + serverId
            + "@192.168.8.10:5060 SIP/2.0\r\nVia: SIP/2.0/UDP 192.168.8.64:5060;branch=z9hG4bKd1\r\nFrom: <sip:"
            + deviceId + "@192.168.8.64:5060>;tag=d1\r\nTo: <sip:" + serverId
            + "@4403050000>;tag=" + bytes(invite.from.tag) + "\r\nCall-ID: " + bytes(invite.callId)
            + "\r\nCSeq: 7 BYE\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
    }
    QByteArray deviceBye()
    {
        invite_ = last("INVITE");
        return bye();
    }

    struct Line final : MediaLine
    {
        explicit Line(Site &of)
            : site(of)
        {
        }
        quint16 port() const override { return 15'060; }
        bool isOpen() const override { return true; }
        bool send(const QByteArray &packet) override
        {
            for (const auto &[play, chain] : site.ports.chains)
                chain->packet(view(packet), site.clock.now(), {there.address, 15'060}, {here.address, 30'002});
            return true;
        }
        void sendReport(const QByteArray &) override { }
        quint64 reports() const override { return 0; }
        Site &site;
    };

    ManualClock clock;
    FakePorts ports;
    bool deaf = false;
    QByteArrayList sent;
    PlayControl control;
    QList<PlayReport> reports;
    std::unique_ptr<OutgoingStream> stream;
    QByteArray invite_;
    quint64 asked = 0;
};

bool found(const MediaReport &media, MediaCause cause)
{
    return std::any_of(media.findings.begin(), media.findings.end(),
        [cause](const MediaFinding &one) { return one.cause == cause || one.twin == cause; });
}

} // namespace

/// GB/T 28181-2022 annex G.
void tst_PlayControl::ssrcRule()
{
    QCOMPARE(ssrcText(liveSsrc(serverId, 1)), QByteArray("0305000001"));
    QCOMPARE(liveSsrc(serverId, 1), 0x122dee41U);
    QCOMPARE(ssrcText(liveSsrc("34020000002000000001", 10'002)), QByteArray("0200000002"));
    QCOMPARE(ssrcText(liveSsrc("13010000002000000001", 0)), QByteArray("0100000000"));
}

void tst_PlayControl::offers_data()
{
    QTest::addColumn<PlayWay>("way");
    QTest::addColumn<int>("stream");
    QTest::addColumn<QByteArray>("protocol");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("UDP") << PlayWay::Udp << -1 << QByteArray("RTP/AVP") << QByteArray();
    QTest::newRow("we listen") << PlayWay::TcpPassive << -1 << QByteArray("TCP/RTP/AVP")
                               << QByteArray("a=setup:passive\r\na=connection:new\r\n");
    QTest::newRow("we connect") << PlayWay::TcpActive << -1 << QByteArray("TCP/RTP/AVP")
                                << QByteArray("a=setup:active\r\na=connection:new\r\n");
    QTest::newRow("sub-stream") << PlayWay::Udp << 1 << QByteArray("RTP/AVP") << QByteArray("a=streamnumber:1\r\n");
}

/// Line by line, and nothing in it that devices refuse.
void tst_PlayControl::offers()
{
    QFETCH(PlayWay, way);
    QFETCH(int, stream);
    QFETCH(QByteArray, protocol);
    QFETCH(QByteArray, more);
    Site site;
    site.play({.channel = QStringLiteral("44030500001310000011"), .way = way, .stream = stream});
    const QByteArray invite = site.last("INVITE");
    const SipHead head = scanHead(view(invite));
    QCOMPARE(head.faults, 0U);
    QCOMPARE(bytes(head.body),
        QByteArray(
            "v=0\r\no=44030500001310000011 0 0 IN IP4 192.168.8.10\r\ns=Play\r\nc=IN IP4 192.168.8.10\r\nt=0 0\r\n"
            "m=video 30002 "
            + protocol
            + " 96 98 97\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\na=rtpmap:98 H264/90000\r\na=rtpmap:97 MPEG4/90000\r\n"
            + more + "y=0305000001\r\n"));
    std::string_view shown;
    QVERIFY(!checkOffer(head, readSdp(head.body), shown));
    QVERIFY(invite.startsWith("INVITE sip:44030500001310000011@192.168.8.64:5060 SIP/2.0\r\n"));
    QCOMPARE(headerValues(view(invite), "Subject").value(0) + ',' + headerValues(view(invite), "Subject").value(1),
        QByteArray("44030500001310000011:0305000001,44030500002000000001:0"));
    QVERIFY(site.ports.places.first().local == here.address && site.ports.places.first().way == way);
    // Another address is offered as it was chosen, and all of ours are listened on
    Site other;
    other.play({.address = IpAddress(QHostAddress(QStringLiteral("203.0.113.9")))});
    QVERIFY(bytes(scanHead(view(other.last("INVITE"))).body).contains("c=IN IP4 203.0.113.9\r\n"));
    QVERIFY(other.ports.places.first().local.isAny());
}

void tst_PlayControl::plays()
{
    Site site;
    site.play();
    site.wait(200ms);
    site.reply(site.last("INVITE"), 100);
    site.start();
    QVERIFY(site.last("ACK").startsWith(QByteArray("ACK sip:" + deviceId + "@192.168.8.64:5060 SIP/2.0\r\n")));
    QCOMPARE(site.ports.answers, (QList<Endpoint>{{there.address, 15'060}}));
    site.wait(4900ms);
    QVERIFY(site.last("BYE").isEmpty() && site.reports.isEmpty());
    site.wait(300ms);
    QCOMPARE(site.count("BYE"), 1);
    site.reply(site.last("BYE"), 200);
    QCOMPARE(site.reports.size(), 1);
    const PlayReport report = site.reports.first();
    QVERIFY(report.outcome == PlayOutcome::Played && report.status == 200 && report.byeAnswered);
    QCOMPARE(mediaVerdictName(report.media.verdict), mediaVerdictName(MediaVerdict::Sound));
    QVERIFY(report.media.stream.video.format && report.media.stream.video.format->width == 640);
    QCOMPARE(report.ssrc, std::optional<quint32>(305'000'001));
    QVERIFY(report.offer.startsWith(u"v=0\no=") && report.answer.contains(u"y=0305000001"));
    QVERIFY(!report.callId.isEmpty() && site.control.plays() == 0 && site.ports.chains.empty());
    site.wait(60s);
    QVERIFY(site.reports.size() == 1 && !site.control.nextDeadline());
}

void tst_PlayControl::refusals_data()
{
    QTest::addColumn<int>("status");
    for (const int one : {302, 400, 404, 480, 486, 487, 488, 500, 503, 603})
        QTest::addRow("%d", one) << one;
}

void tst_PlayControl::refusals()
{
    QFETCH(int, status);
    Site site;
    site.play();
    site.reply(site.last("INVITE"), status, "<ErrorInfo>busy\x01</ErrorInfo>\r\n", "application/xml");
    QCOMPARE(site.count("ACK"), 1);
    QCOMPARE(site.reports.size(), 1);
    QVERIFY(site.reports.first().outcome == PlayOutcome::Refused && site.reports.first().status == status);
    QVERIFY(site.reports.first().detail.startsWith(u"<ErrorInfo>busy"));
    QVERIFY(!site.reports.first().detail.contains(QChar(1)));
    QVERIFY(status == 487 || found(site.reports.first().media, MediaCause::Refused)); // 487: somebody cancelled
}

/// Timer B.
void tst_PlayControl::neverAnswered()
{
    Site site;
    site.play();
    site.wait(31s);
    QVERIFY(site.reports.isEmpty() && site.count("INVITE") == 6);
    site.wait(2s);
    QVERIFY(site.reports.size() == 1 && site.reports.first().outcome == PlayOutcome::NoAnswer);
    QVERIFY(site.reports.first().status == 0 && site.count("CANCEL") == 0);
}

void tst_PlayControl::provisionalForEver()
{
    Site site;
    site.play();
    site.reply(site.last("INVITE"), 180);
    site.wait(39s);
    QVERIFY(site.reports.isEmpty() && site.count("INVITE") == 1);
    site.wait(1200ms);
    QCOMPARE(site.count("CANCEL"), 1);
    site.reply(site.last("CANCEL"), 200);
    site.reply(site.last("INVITE"), 487);
    QVERIFY(site.reports.size() == 1 && site.reports.first().outcome == PlayOutcome::NoAnswer);
}

/// The 200 that crosses our CANCEL is acknowledged and hung up.
void tst_PlayControl::lateAnswerIsHungUp()
{
    Site site;
    site.play();
    site.reply(site.last("INVITE"), 180);
    site.wait(41s);
    site.reply(site.last("INVITE"), 200, Site::answer());
    QVERIFY(site.count("ACK") == 1 && site.count("BYE") == 1);
    site.wait(3s);
    QVERIFY(site.reports.size() == 1 && site.reports.first().outcome == PlayOutcome::NoAnswer);
}

void tst_PlayControl::deviceHangsUp()
{
    Site site;
    site.play();
    site.start();
    site.wait(2s);
    site.deliver(site.deviceBye());
    QVERIFY(site.sent.last().startsWith("SIP/2.0 200 "));
    QCOMPARE(site.reports.size(), 1);
    const PlayReport &report = site.reports.first();
    QVERIFY(report.outcome == PlayOutcome::Ended && report.media.packets > 50);
    QVERIFY(report.media.events.end == MediaEvents::End::ByeFromSender && site.count("BYE") == 0);
    const qsizetype before = site.sent.size();
    site.deliver(site.deviceBye()); // a copy has the same answer
    QVERIFY(site.sent.size() == before + 1 && site.sent.last().startsWith("SIP/2.0 200 "));
}

void tst_PlayControl::noMedia()
{
    Site site;
    site.play();
    site.reply(site.last("INVITE"), 200, Site::answer());
    site.wait(5200ms);
    QVERIFY(site.last("BYE").isEmpty());
    site.wait(300ms);
    QCOMPARE(site.count("BYE"), 1);
    site.wait(2500ms); // a device that does not answer it keeps nobody waiting
    QCOMPARE(site.reports.size(), 1);
    const PlayReport &report = site.reports.first();
    QVERIFY(report.outcome == PlayOutcome::Played && !report.byeAnswered);
    QVERIFY(report.media.verdict == MediaVerdict::Broken && found(report.media, MediaCause::NothingArrives));
    QCOMPARE(report.media.firstBroken, std::optional(MediaLink::FirstPacket));
}

/// It waits until that is sure, and no longer.
void tst_PlayControl::aStreamThatStops()
{
    Site site;
    site.play({.duration = 60s});
    site.start("media-stops");
    site.wait(7s);
    QVERIFY(site.reports.isEmpty() && site.last("BYE").isEmpty());
    site.wait(800ms);
    QCOMPARE(site.count("BYE"), 1);
    site.reply(site.last("BYE"), 200);
    QVERIFY(found(site.reports.first().media, MediaCause::Stopped));
}

/// Without a key frame a few seconds prove nothing: it goes on until the timer has ended that decides.
void tst_PlayControl::decidesLater()
{
    Site site;
    site.play({.duration = 2s});
    site.start("no-key-frame");
    site.wait(9s);
    QVERIFY(site.last("BYE").isEmpty());
    site.wait(5s);
    QVERIFY(!site.last("BYE").isEmpty());
    site.reply(site.last("BYE"), 200);
    QVERIFY(found(site.reports.first().media, MediaCause::NoKeyFrame)
        || found(site.reports.first().media, MediaCause::NoParameterSets));
    QVERIFY(site.reports.first().media.verdict == MediaVerdict::Broken);
}

void tst_PlayControl::notEvenSent()
{
    Site site;
    PlayControl::Target nowhere = site.target();
    nowhere.remote.port = 0;
    site.control.play(nowhere, {.device = QString::fromLatin1(deviceId)}, site.clock.now());
    site.control.play(
        site.target(), {.device = QString::fromLatin1(deviceId), .channel = QStringLiteral("a b")}, site.clock.now());
    site.control.play(site.target(), {.device = QStringLiteral("<sip:x>")}, site.clock.now());
    site.wait(0ms);
    site.ports.full = true;
    site.play();
    site.ports.full = false;
    site.deaf = true;
    site.play();
    site.wait(100ms);
    QList<PlayOutcome> outcomes;
    for (const PlayReport &one : std::as_const(site.reports))
        outcomes.append(one.outcome);
    QCOMPARE(outcomes,
        (QList{PlayOutcome::NotRegistered, PlayOutcome::OddId, PlayOutcome::OddId, PlayOutcome::NoPort,
            PlayOutcome::NotSent}));
    QVERIFY(site.sent.isEmpty() && site.control.plays() == 0 && site.reports.at(3).detail == u"no port");
}

void tst_PlayControl::standsInLine()
{
    Site site;
    for (std::size_t i = 0; i < PlayControl::maxAtOnce + 3; ++i)
        site.play();
    QCOMPARE(site.ports.places.size(), static_cast<qsizetype>(PlayControl::maxAtOnce));
    QSet<QByteArray> ssrcs;
    for (const QByteArray &one : std::as_const(site.sent))
        ssrcs.insert(bytes(readSdp(scanHead(view(one)).body).ssrc));
    QCOMPARE(ssrcs.size(), static_cast<qsizetype>(PlayControl::maxAtOnce));
    site.reply(site.sent.first(), 486);
    QCOMPARE(site.ports.places.size(), static_cast<qsizetype>(PlayControl::maxAtOnce) + 1);
    site.control.stopPlaying(PlayControl::maxAtOnce + 3, site.clock.now()); // one that waits
    site.wait(0ms);
    QVERIFY(site.reports.size() == 2 && site.reports.last().outcome == PlayOutcome::Stopped);
    QVERIFY(site.reports.last().offer.isEmpty());
}

void tst_PlayControl::isStopped()
{
    Site site;
    site.play();
    site.start();
    site.wait(1s);
    site.control.stopPlaying(1, site.clock.now());
    QCOMPARE(site.count("BYE"), 1);
    site.reply(site.last("BYE"), 200);
    QVERIFY(site.reports.size() == 1 && site.reports.first().outcome == PlayOutcome::Stopped);
    QVERIFY(site.reports.first().media.packets > 20);
    site.play();
    site.reply(site.last("INVITE"), 183);
    site.control.stop(site.clock.now(), PlayOutcome::Silent);
    site.wait(0ms);
    QVERIFY(site.count("CANCEL") == 1 && site.reports.size() == 2);
    QVERIFY(site.reports.last().outcome == PlayOutcome::Silent && site.control.plays() == 0);
}

/// What it answers itself; all else is the registrar's.
void tst_PlayControl::ownsItsCalls()
{
    Site site;
    site.play();
    site.start();
    const auto owns = [&site](QByteArray octets) {
        Trace trace;
        trace.datagram = {.at = site.clock.now(), .from = there, .to = here, .octets = std::move(octets)};
        trace.head = scanHead(view(trace.datagram.octets));
        return site.control.owns(trace);
    };
    const QByteArray bye = site.deviceBye();
    QVERIFY(owns(bye));
    QVERIFY(!owns(QByteArray(bye).replace("Call-ID: ", "Call-ID: x")));
    QVERIFY(!owns(QByteArray(bye).replace("BYE", "INVITE").replace("Call-ID: ", "Call-ID: y"))); // it opens no port
    QVERIFY(!owns(QByteArray(bye).replace("@4403050000>;tag=", "@4403050000>;tag=x")));
    QVERIFY(!owns(QByteArray(bye).replace("@4403050000>;tag=", "@4403050000>;x=")));
}

void tst_PlayControl::oddAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("no SDP") << QByteArray("hello");
    QTest::newRow("NUL") << QByteArray("v=0\r\n\0\0m=video", 13);
    QTest::newRow("no medium") << QByteArray("v=0\r\no=a 0 0 IN IP4 1.2.3.4\r\ns=Play\r\nt=0 0\r\n");
    QTest::newRow("huge") << QByteArray(50'000, 'a');
    QTest::newRow("a password") << QByteArray("s=Play\r\na=Password:secret\r\na=password:secret2");
    QTest::newRow("markup") << QByteArray("s=<img src=x>\r\n");
}

/// Whatever stands there: the device has answered, media may come, and it is hung up.
void tst_PlayControl::oddAnswers()
{
    QFETCH(QByteArray, body);
    Site site;
    site.play();
    site.reply(site.last("INVITE"), 200, body);
    site.wait(5400ms);
    QVERIFY(site.count("ACK") == 1 && site.count("BYE") == 1);
    site.reply(site.last("BYE"), 200);
    QVERIFY(site.reports.size() == 1 && site.reports.first().outcome == PlayOutcome::Played);
    QVERIFY(site.reports.first().media.verdict != MediaVerdict::Sound);
    QVERIFY(site.reports.first().answer.size() <= PlayReport::maxText);
    QVERIFY(!site.reports.first().answer.contains(u"secret"));
}

/// RFC 3550 §6.4.2, with what RFC 3550 A.3 makes of loss.
void tst_PlayControl::receiverReports()
{
    ReceiverReports reports(1);
    RtpNumbers numbers;
    numbers.ssrc = 305'000'001;
    numbers.firstSequence = 65'530;
    numbers.expected = 20;
    numbers.packets = 15;
    numbers.lost = 5;
    numbers.jitter = 2;
    const TimePoint now{1'000'000us};
    QCOMPARE(reports.write(numbers, now).toHex(' '),
        QByteArray("81 c9 00 07 00 00 00 01 12 2d ee 41 40 00 00 05 00 01 00 0d 00 00 00 b4 00 00 00 00 00 00 00 00 "
                   "81 ca 00 04 00 00 00 01 01 07 67 62 73 63 6f 70 65 00 00 00"));
    const QByteArray heard = RtpPackets(305'000'001, 96, 0, 0).senderReport(now, 0);
    reports.heard(view(heard), now);
    reports.heard("short", now + 1s);
    numbers.expected = 30;
    numbers.packets = 25;
    const QByteArray second = reports.write(numbers, now + 500ms);
    QCOMPARE(second.mid(12, 4).toHex(), QByteArray("00000005")); // nothing since the report before
    QCOMPARE(second.mid(24, 4), heard.mid(10, 4));
    QCOMPARE(second.mid(28, 4).toHex(), QByteArray("00008000")); // half a second
}

QTEST_GUILESS_MAIN(tst_PlayControl)
#include "tst_playcontrol.moc"
