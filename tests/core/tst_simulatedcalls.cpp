#include "core/message/sdp.h"
#include "core/simulator/faults.h"
#include "tests/support/simulatedsite.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;
using Kind = DeviceHappening::Kind;

/// What a simulated device does with an INVITE: its answer, its stream, and how both end.
class tst_SimulatedCalls : public QObject
{
    Q_OBJECT
private slots:
    void isAnswered();
    void overTcp_data();
    void overTcp();
    void streamsFromItsAckToItsBye();
    void refuses_data();
    void refuses();
    void withoutSockets();
    void answersOfFaults();
    void answersLate();
    void hangsUp_data();
    void hangsUp();
    void unacknowledged();
    void severalAtOnce();
    void leavingHangsUp();
};

namespace {

struct Lines final : MediaLines
{
    struct Line final : MediaLine
    {
        explicit Line(Lines &of)
            : owner(of)
        {
            ++owner.open_;
        }
        ~Line() override { --owner.open_; }
        quint16 port() const override { return 15060; }
        bool isOpen() const override { return true; }
        bool send(const QByteArray &packet) override
        {
            owner.packets.append(packet);
            return true;
        }
        void sendReport(const QByteArray &) override { }
        quint64 reports() const override { return 0; }
        Lines &owner;
    };
    std::unique_ptr<MediaLine> open(const MediaRoute &route) override
    {
        routes.append(route);
        return full ? nullptr : std::make_unique<Line>(*this);
    }
    QList<MediaRoute> routes;
    QList<QByteArray> packets;
    int open_ = 0;
    bool full = false;
};

QByteArray offer(const QByteArray &media = "RTP/AVP", const QByteArray &more = {}, const QByteArray &session = "Play")
{
    return "v=0\r\no=34020000001310000001 0 0 IN IP4 10.0.0.1\r\ns=" + session
        + "\r\nc=IN IP4 10.0.0.1\r\nt=0 0\r\nm=video 30012 " + media + " 96\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\n"
        + more + "y=0305000001\r\n";
}

struct Call
{
    explicit Call(const QStringList &faults = {}, DeviceBehaviour behaviour = {})
        : site([&] {
            behaviour.faults = faults;
            return behaviour;
        }())
    {
        site.lines = &lines;
        site.registered();
    }
    /// The final answer's octets, which may come later.
    QByteArray invite(const QByteArray &body = offer(), const QByteArray &id = "call1")
    {
        callId = id;
        site.request("INVITE", body, {}, "Subject: a:0305000001,b:0\r\n", "application/sdp", {}, id);
        return final();
    }
    QByteArray final()
    {
        for (const QByteArray &octets : site.take()) {
            if (SimulatedSite::statusOf(octets) >= 200)
                answer = octets;
        }
        return answer;
    }
    /// ACK or BYE within the dialog; with the number of the INVITE that was the last request.
    void within(const QByteArray &method)
    {
        const SipHead head = scanHead(view(answer));
        QByteArray text = method + " sip:x@10.0.0.9:5061 SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bK"
            + method + callId
            + "\r\nFrom: <sip:p@3402000000>;tag=p1\r\nTo: <sip:d@3402000000>;tag=" + bytes(head.to.tag)
            + "\r\nCall-ID: " + callId + "\r\nCSeq: " + QByteArray::number(head.cseq + (method == "BYE" ? 1 : 0)) + ' '
            + method + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
        site.deliver(text);
    }
    int status() const { return SimulatedSite::statusOf(answer); }
    QByteArray body() const { return bytes(scanHead(view(answer)).body); }

    Lines lines;
    SimulatedSite site;
    QByteArray answer, callId;
};

} // namespace

void tst_SimulatedCalls::isAnswered()
{
    Call call;
    call.invite();
    QCOMPARE(call.status(), 200);
    QCOMPARE(call.body(),
        QByteArray("v=0\r\no=34020000001180000001 0 0 IN IP4 10.0.0.9\r\ns=Play\r\nc=IN IP4 10.0.0.9\r\nt=0 0\r\n"
                   "m=video 15060 RTP/AVP 96\r\na=sendonly\r\na=rtpmap:96 PS/90000\r\ny=0305000001\r\n"
                   "f=v/2/640x360/25/2/256a/1/8/1\r\n"));
    QCOMPARE(readSdp(view(call.body())).faults, 0U);
    QVERIFY(call.answer.contains("\r\nContact: <sip:34020000001180000001@10.0.0.9:5061>\r\n"));
    QVERIFY(call.lines.routes.size() == 1
        && call.lines.routes.first().peer == (Endpoint{QHostAddress(QStringLiteral("10.0.0.1")), 30012}));
    DeviceBehaviour other;
    other.h265 = true;
    other.sound = false;
    Call second({}, other);
    second.invite();
    QVERIFY(second.body().endsWith("f=v/5/640x360/25/2/256a///\r\n"));
}

void tst_SimulatedCalls::overTcp_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<bool>("listens");
    QTest::newRow("it connects") << QByteArray("passive") << QByteArray() << QByteArray("active") << false;
    QTest::newRow("it listens") << QByteArray("active") << QByteArray() << QByteArray("passive") << true;
    QTest::newRow("mirrored") << QByteArray("passive") << QByteArray("setup-mirrored") << QByteArray("passive")
                              << false;
    QTest::newRow("waits where it should connect")
        << QByteArray("passive") << QByteArray("tcp-wrong-side") << QByteArray("active") << true;
}

void tst_SimulatedCalls::overTcp()
{
    QFETCH(QByteArray, offered);
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, answered);
    QFETCH(bool, listens);
    Call call(fault.isEmpty() ? QStringList() : QStringList{QString::fromLatin1(fault)});
    call.invite(offer("TCP/RTP/AVP", "a=setup:" + offered + "\r\na=connection:new\r\n"));
    QCOMPARE(call.status(), 200);
    QVERIFY(call.body().contains("m=video 15060 TCP/RTP/AVP 96\r\n"));
    QVERIFY(call.body().contains(QByteArray("a=setup:" + answered + "\r\na=connection:new\r\n")));
    QVERIFY(call.lines.routes.first().transport == TransportKind::Tcp);
    QCOMPARE(call.lines.routes.first().listens, listens);
}

void tst_SimulatedCalls::streamsFromItsAckToItsBye()
{
    Call call;
    call.invite();
    call.site.wait(300ms);
    QVERIFY(call.lines.packets.isEmpty());
    call.within("ACK");
    QCOMPARE(call.site.count(Kind::Playing), 1);
    call.site.wait(2s);
    const qsizetype packets = call.lines.packets.size();
    QVERIFY2(packets > 50, qPrintable(QString::number(packets)));
    QCOMPARE(call.lines.packets.first().mid(8, 4).toHex(), QByteArray("122dee41")); // the SSRC of y=
    call.site.take();
    call.within("BYE");
    QCOMPARE(SimulatedSite::statusOf(call.site.take().first()), 200);
    QVERIFY(call.site.count(Kind::PlayEnded) == 1 && call.lines.open_ == 0 && call.site.sim().streams() == 0);
    call.site.wait(2s);
    QCOMPARE(call.lines.packets.size(), packets);
    call.within("BYE"); // a copy
    QCOMPARE(SimulatedSite::statusOf(call.site.take().first()), 200);
}

void tst_SimulatedCalls::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::newRow("invite-400") << offer() << QStringLiteral("invite-400") << 400;
    QTest::newRow("invite-486") << offer() << QStringLiteral("invite-486") << 486;
    QTest::newRow("invite-488") << offer() << QStringLiteral("invite-488") << 488;
    QTest::newRow("playback") << offer("RTP/AVP", {}, "Playback") << QString() << 488;
    QTest::newRow("encrypted") << offer("RTP/SAVP") << QString() << 488;
    QTest::newRow("no offer") << QByteArray() << QString() << 488;
    QTest::newRow("no SDP") << QByteArray("\0\r\n=", 4) << QString() << 488;
    QTest::newRow("many hear it") << offer().replace("IP4 10.0.0.1\r\nt", "IP4 224.0.0.1\r\nt") << QString() << 488;
    QTest::newRow("a name") << offer().replace("IP4 10.0.0.1\r\nt", "IP4 host\r\nt") << QString() << 488;
    QTest::newRow("no port") << offer().replace("30012", "0") << QString() << 488;
}

void tst_SimulatedCalls::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, fault);
    QFETCH(int, status);
    Call call(fault.isEmpty() ? QStringList() : QStringList{fault});
    call.invite(body);
    QCOMPARE(call.status(), status);
    QVERIFY(call.lines.routes.isEmpty() && call.site.count(Kind::PlayRefused) == 1);
    call.within("ACK");
    call.site.wait(40s);
    QCOMPARE(call.site.sim().streams(), 0U);
}

/// Sockets that cannot be had, an owner without any, and a device without video.
void tst_SimulatedCalls::withoutSockets()
{
    Call call;
    call.lines.full = true;
    call.invite();
    QCOMPARE(call.status(), 500);
    SimulatedSite none;
    none.registered().request("INVITE", offer(), {}, {}, "application/sdp");
    QCOMPARE(SimulatedSite::statusOf(none.take().first()), 488);
    DeviceBehaviour blind;
    blind.streams = 0;
    Call dark({}, blind);
    dark.invite();
    QCOMPARE(dark.status(), 488);
}

void tst_SimulatedCalls::answersOfFaults()
{
    Call without({QStringLiteral("no-y")});
    without.invite();
    QVERIFY(without.status() == 200 && !without.body().contains("y=") && without.body().contains("f=v"));
    Call own({QStringLiteral("own-ssrc")});
    own.invite();
    const auto ssrc = readSdp(view(own.body())).ssrcNumber;
    QVERIFY(ssrc && *ssrc != 305'000'001);
    own.within("ACK");
    own.site.wait(100ms);
    QCOMPARE(qFromBigEndian<quint32>(own.lines.packets.first().constData() + 8), *ssrc);
}

void tst_SimulatedCalls::answersLate()
{
    Call call({QStringLiteral("invite-late")});
    call.invite();
    call.site.wait(2900ms);
    QVERIFY(call.final().isEmpty());
    call.site.wait(200ms);
    call.final();
    QCOMPARE(call.status(), 200);
}

void tst_SimulatedCalls::hangsUp_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("media-bye") << QStringLiteral("media-bye");
    QTest::newRow("needs-rtcp") << QStringLiteral("needs-rtcp");
}

void tst_SimulatedCalls::hangsUp()
{
    QFETCH(QString, fault);
    Call call({fault});
    call.invite();
    call.within("ACK");
    call.site.take();
    call.site.wait(8s);
    int byes = 0;
    for (const QByteArray &octets : call.site.take())
        byes += octets.startsWith("BYE sip:34020000002000000001@10.0.0.1:5060 SIP/2.0\r\n") ? 1 : 0;
    QVERIFY(byes == 1 && call.site.count(Kind::PlayEnded) == 1 && call.lines.open_ == 0);
}

/// The 200 is repeated, and in the end the device hangs up: RFC 3261 §13.3.1.4.
void tst_SimulatedCalls::unacknowledged()
{
    Call call;
    call.invite();
    call.site.wait(31s);
    int answers = 0;
    for (const QByteArray &octets : call.site.take())
        answers += SimulatedSite::statusOf(octets) == 200 ? 1 : 0;
    QVERIFY2(answers >= 9, qPrintable(QString::number(answers)));
    call.site.wait(40s);
    QVERIFY(call.lines.packets.isEmpty() && call.site.sim().streams() == 0 && call.lines.open_ == 0);
}

void tst_SimulatedCalls::severalAtOnce()
{
    DeviceBehaviour two;
    two.streams = 2;
    Call call({}, two);
    QByteArrayList statuses;
    for (const char *id : {"a", "b", "c"}) {
        call.invite(offer(), id);
        statuses << QByteArray::number(call.status());
        call.within("ACK");
    }
    QCOMPARE(statuses.join(' '), QByteArray("200 200 486"));
    QCOMPARE(call.site.sim().streams(), 2U);
}

void tst_SimulatedCalls::leavingHangsUp()
{
    Call call;
    call.invite();
    call.within("ACK");
    call.site.take();
    call.site.stop();
    QByteArrayList methods;
    for (const QByteArray &octets : call.site.take())
        methods << octets.left(octets.indexOf(' '));
    QVERIFY2(methods.contains("BYE") && methods.contains("REGISTER"), methods.join(' ').constData());
}

QTEST_GUILESS_MAIN(tst_SimulatedCalls)
#include "tst_simulatedcalls.moc"
