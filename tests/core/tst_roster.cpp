#include "core/report/words/rolewording.h"
#include "core/report/words/wording.h"
#include "core/session/analysis.h"
#include "tests/support/saidof.h"

#include <QtTest>

#include <functional>

using namespace gb;
using namespace std::chrono_literals;

namespace {

const QByteArray camera = "34020000001320000001", other = "34020000001320000002", recorder = "34020000001180000003",
                 centre = "34020000002000000001", lower = "34020100002000000001", top = "34000000002000000001";

/// What passes between addresses "host:port", captured by somebody: nothing is "out".
class Wire
{
public:
    struct Words
    {
        QByteArray method, from, to;
        QByteArray type, body; ///< of MANSCDP: the root element, "Query Catalog"
        QByteArray more;
        QByteArray callId;
        QByteArray status; ///< of the answer that follows at once; empty: none
        QByteArray uri;    ///< user of the Request-URI; empty: as To
        QByteArray via;    ///< a further Via
        int cseq = 0;      ///< 0: the next one
    };

    quint64 see(const char *from, const char *to, const QByteArray &octets)
    {
        now += 20ms;
        trace = analysis.observe(
            {.at = now, .from = end(from), .to = end(to), .transport = transport, .octets = octets});
        return trace.number;
    }
    quint64 send(const char *from, const char *to, Words w)
    {
        ++m_count;
        const QByteArray number = QByteArray::number(m_count);
        const QByteArray transported = transport == TransportKind::Tcp ? "TCP" : "UDP";
        QByteArray head = "Via: SIP/2.0/" + transported + ' ' + from + ";branch=z9hG4bK" + number + "\r\n" + w.via
            + "From: <sip:" + w.from + "@a>;tag=f\r\nTo: <sip:" + w.to
            + "@a>\r\nCall-ID: " + (w.callId.isEmpty() ? "c" + number : w.callId)
            + "\r\nCSeq: " + QByteArray::number(w.cseq > 0 ? w.cseq : m_count) + ' ' + w.method + "\r\n";
        QByteArray body;
        if (!w.body.isEmpty()) {
            const QList<QByteArray> words = w.body.split(' ');
            body = "<?xml version=\"1.0\"?>\r\n<" + words[0] + ">\r\n<CmdType>" + words[1] + "</CmdType>\r\n<SN>"
                + number + "</SN>\r\n<DeviceID>" + w.from + "</DeviceID>\r\n</" + words[0] + ">\r\n";
        }
        last = w.method + " sip:" + (w.uri.isEmpty() ? w.to : w.uri) + "@a SIP/2.0\r\n" + head + w.more
            + (body.isEmpty() ? "" : "Content-Type: Application/MANSCDP+xml\r\n")
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        const quint64 sent = see(from, to, last);
        if (!w.status.isEmpty())
            see(to, from, "SIP/2.0 " + w.status + "\r\n" + head + "Content-Length: 0\r\n\r\n");
        return sent;
    }
    void enroll(const char *from, const char *to, const QByteArray &id, const QByteArray &platform)
    {
        send(from, to,
            {.method = "REGISTER",
                .from = id,
                .to = id,
                .more = "Expires: 3600\r\n",
                .status = "200 OK",
                .uri = platform});
    }
    void beat(const char *from, const char *to, const QByteArray &id, const QByteArray &platform, bool answered = true)
    {
        send(from, to,
            {.method = "MESSAGE",
                .from = id,
                .to = platform,
                .body = "Notify Keepalive",
                .status = answered ? "200 OK" : ""});
    }
    void ask(const char *from, const char *to, const QByteArray &id, const QByteArray &device)
    {
        send(from, to, {.method = "MESSAGE", .from = id, .to = device, .body = "Query Catalog", .status = "200 OK"});
    }
    /// From device to platform.
    void tell(const char *from, const char *to, const QByteArray &id, const QByteArray &platform,
        const QByteArray &method = "MESSAGE", const QByteArray &body = "Response Catalog")
    {
        send(from, to, {.method = method, .from = id, .to = platform, .body = body, .status = "200 OK"});
    }
    /// "code level" of an address; empty: not known.
    QString at(const char *text)
    {
        analysis.devices().settleRoles();
        const Party *const party = analysis.devices().roster().at(end(text));
        return party ? wording::roleCode(party->role) + u' ' + QString::number(party->level) : QString();
    }
    QString because(const char *text)
    {
        const Party *const party = analysis.devices().roster().at(end(text));
        return party ? wording::roleBecause(*party) : QString();
    }
    /// "id state role", a line each.
    QStringList rows()
    {
        analysis.devices().settleRoles();
        QStringList all;
        for (const DeviceSnapshot &device : analysis.devices().snapshots())
            all << device.id + u' ' + QString::number(static_cast<int>(device.verdict.state)) + u' '
                    + wording::roleCode(device.party.role);
        return all;
    }
    QStringList rules()
    {
        QStringList all;
        for (const Finding &finding : analysis.findings().log().all())
            all << QString::fromLatin1(finding.kind().rule) + u' ' + finding.device;
        return all;
    }
    void wait(Duration by)
    {
        now += by;
        analysis.advance(now);
    }
    static Endpoint end(const QByteArray &text)
    {
        const qsizetype colon = text.indexOf(':');
        return {QHostAddress(QString::fromLatin1(text.left(colon))), text.mid(colon + 1).toUShort()};
    }

    Analysis analysis;
    Trace trace;
    QByteArray last;
    TransportKind transport = TransportKind::Udp;
    TimePoint now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 10h};

private:
    int m_count = 0;
};

using Play = std::function<void(Wire &)>;
using Expected = QList<std::pair<const char *, const char *>>; ///< address, role and level

QString row(const QByteArray &id, DeviceState state, const char *role)
{
    return QString::fromLatin1(id) + u' ' + QString::number(static_cast<int>(state)) + u' ' + QLatin1String(role);
}

} // namespace

/// Who is who, in records that begin at any place.
class tst_Roster : public QObject
{
    Q_OBJECT
private slots:
    void roles_data();
    void roles();
    void theReasonIsTold();
    void anUpperPlatformThatBeatsIsNoDevice();
    void whoTurnsOutToBeAboveHasNoRow();
    void unansweredHeartbeatsAreNotNeverSeen();
    void registeredOneWay();
    void oneHeartbeatIsNoSilence();
    void anAckIsPairedHopByHop();
    void anAckPastTheProxiesCountsForAll();
    void aHopWithoutItsAckIsTold();
    void ourOwnEndIsThePlatform();
    void theTableIsBounded();
    void whoWentComesBackWithTheNextHeartbeat();
    void aCircleEnds();
    void whatIsNewIsToldOnce();
    void whoLeavesABoxTakesItsSignsAlong();
};

void tst_Roster::roles_data()
{
    QTest::addColumn<Play>("play");
    QTest::addColumn<Expected>("expected");
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QStringList>("rules"); ///< findings
    constexpr const char *a = "10.0.0.64:5060", *b = "10.0.0.15:5060", *c = "10.0.0.80:5060", *d = "10.0.0.90:5060";
    const auto add = [](const char *name, const Play &play, const Expected &expected, const QStringList &rows,
                         const QStringList &rules = {}) { QTest::newRow(name) << play << expected << rows << rules; };
    const QString online = row(camera, DeviceState::Online, "device");
    add("register", [&](Wire &w) { w.enroll(a, b, camera, centre); }, {{a, "device 0"}, {b, "platform 1"}}, {online});
    add("mid-site: heartbeat, query, invite",
        [&](Wire &w) {
            w.ask(b, a, centre, camera);
            w.send(b, a, {.method = "INVITE", .from = centre, .to = camera, .status = "200 OK"});
            w.beat(a, b, camera, centre);
        },
        {{a, "device 0"}, {b, "platform 1"}}, {online});
    add("mid-site over TCP, two connections",
        [&](Wire &w) {
            w.transport = TransportKind::Tcp;
            w.beat("10.0.0.64:40001", b, camera, centre);
            w.ask(b, "10.0.0.64:40002", centre, camera);
        },
        {{"10.0.0.64:40001", "device 0"}, {"10.0.0.64:40002", "device 0"}, {b, "platform 1"}}, {online});
    add("only heartbeats", [&](Wire &w) { w.beat(a, b, camera, centre); }, {{a, "device 0"}, {b, "platform 1"}},
        {online});
    add("heartbeats under an ID of type 200, to one of type 132", [&](Wire &w) { w.beat(a, b, centre, camera); },
        {{a, "lower-platform 0"}, {b, "upper-platform 1"}}, {row(centre, DeviceState::Online, "lower-platform")});
    add("only a catalog",
        [&](Wire &w) {
            w.ask(b, a, centre, recorder);
            w.tell(a, b, recorder, centre);
        },
        {{a, "device 0"}, {b, "platform 1"}}, {row(recorder, DeviceState::Unknown, "device")});
    add("only an invite, by the digits",
        [&](Wire &w) { w.send(b, a, {.method = "INVITE", .from = centre, .to = camera, .status = "200 OK"}); },
        {{a, "device 0"}, {b, "platform 1"}}, {});
    add("only an invite that the device sends: voice",
        [&](Wire &w) { w.send(a, b, {.method = "INVITE", .from = camera, .to = centre, .status = "200 OK"}); },
        {{a, "device 0"}, {b, "platform 1"}}, {});
    add("an invite between platforms, by Subject",
        [&](Wire &w) {
            w.send(c, b,
                {.method = "INVITE",
                    .from = top,
                    .to = centre,
                    .more = "Subject: " + camera + ":0100000001," + top + ":0\r\n",
                    .status = "200 OK"});
        },
        {{b, "lower-platform 0"}, {c, "upper-platform 1"}}, {});
    add("only NOTIFYs", [&](Wire &w) { w.tell(a, b, camera, centre, "NOTIFY", "Notify MobilePosition"); },
        {{a, "device 0"}, {b, "platform 1"}}, {});
    add("only an alarm that a platform passes on to a device",
        [&](Wire &w) { w.tell(b, a, centre, camera, "MESSAGE", "Notify Alarm"); }, {{a, "device 0"}, {b, "platform 1"}},
        {});
    add("a broadcast comes from above", [&](Wire &w) { w.tell(b, a, top, centre, "MESSAGE", "Notify Broadcast"); },
        {{a, "lower-platform 0"}, {b, "upper-platform 1"}}, {});
    add("a cascade of three levels",
        [&](Wire &w) {
            w.enroll(a, b, camera, lower);
            w.enroll(b, c, lower, centre);
            w.enroll(c, d, centre, top);
        },
        {{a, "device 0"}, {b, "lower-platform 1"}, {c, "lower-platform 2"}, {d, "upper-platform 3"}},
        {online, row(lower, DeviceState::Online, "lower-platform"),
            row(centre, DeviceState::Online, "lower-platform")});
    add("a platform that looks up from another port than down",
        [&](Wire &w) {
            w.enroll(a, b, camera, lower);
            w.ask(b, a, lower, camera);
            w.enroll("10.0.0.15:7100", d, lower, top);
        },
        {{a, "device 0"}, {b, "lower-platform 1"}, {"10.0.0.15:7100", "lower-platform 1"}, {d, "upper-platform 2"}},
        {online, row(lower, DeviceState::Online, "lower-platform")});
    add(
        "ten devices behind one address",
        [&](Wire &w) {
            for (int i = 0; i < 10; ++i) {
                const QByteArray port = "10.0.0.1:" + QByteArray::number(20000 + i),
                                 id = "3402000000132000010" + QByteArray::number(i);
                w.beat(port.constData(), b, id, centre);
            }
        },
        {{"10.0.0.1:20000", "device 0"}, {"10.0.0.1:20009", "device 0"}, {b, "platform 1"}},
        [] {
            QStringList all;
            for (int i = 0; i < 10; ++i)
                all << row("3402000000132000010" + QByteArray::number(i), DeviceState::Online, "device");
            return all;
        }());
    add("two platforms on one host",
        [&](Wire &w) {
            w.beat(a, "10.0.0.15:5060", camera, centre);
            w.beat(c, "10.0.0.15:5062", other, top);
        },
        {{a, "device 0"}, {c, "device 0"}, {"10.0.0.15:5060", "platform 1"}, {"10.0.0.15:5062", "platform 1"}},
        {online, row(other, DeviceState::Online, "device")});
    add("plain calls",
        [&](Wire &w) { w.send(a, b, {.method = "INVITE", .from = "alice", .to = "bob", .status = "200 OK"}); },
        {{a, "sip-phone 0"}, {b, "sip-phone 0"}}, {});
    add("plain calls through a proxy",
        [&](Wire &w) {
            w.send(a, b, {.method = "INVITE", .from = "alice", .to = "bob", .callId = "x"});
            w.send(b, c,
                {.method = "INVITE",
                    .from = "alice",
                    .to = "bob",
                    .callId = "x",
                    .via = "Via: SIP/2.0/UDP 10.0.0.64:5060;branch=z9hG4bKaa\r\n"});
        },
        {{a, "sip-phone 0"}, {b, "sip-proxy 0"}, {c, "sip-phone 0"}}, {});
    add("a proxy between a device and its platform",
        [&](Wire &w) {
            for (const char *const method : {"REGISTER", "MESSAGE"}) {
                const bool isBeat = *method == 'M';
                Wire::Words words{.method = method,
                    .from = camera,
                    .to = isBeat ? centre : camera,
                    .body = isBeat ? "Notify Keepalive" : "",
                    .more = isBeat ? "" : "Expires: 3600\r\n",
                    .callId = method,
                    .status = "200 OK",
                    .uri = centre,
                    .cseq = 7};
                w.send(a, b, words);
                words.via = w.last.mid(w.last.indexOf("Via:"), w.last.indexOf("From:") - w.last.indexOf("Via:"));
                w.send(b, c, words);
            }
        },
        {{a, "device 0"}, {b, "sip-proxy 1"}, {c, "platform 2"}}, {online});
    add("both send heartbeats to each other, and nothing else",
        [&](Wire &w) {
            w.beat(b, c, lower, top);
            w.beat(c, b, top, lower);
        },
        {{b, "unknown 0"}, {c, "unknown 0"}},
        {row(lower, DeviceState::Online, "unknown"), row(top, DeviceState::Online, "unknown")});
    add("nothing that tells", [&](Wire &w) { w.send(b, c, {.method = "OPTIONS", .from = centre, .to = top}); },
        {{b, "unknown 0"}, {c, "unknown 0"}}, {});
    add("only the answers were captured",
        [&](Wire &w) {
            w.see(b, a,
                "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 10.0.0.64;branch=z9hG4bK1\r\nFrom: <sip:" + camera
                    + "@a>;tag=1\r\nTo: <sip:" + camera
                    + "@a>;tag=2\r\nCall-ID: 1\r\nCSeq: 1 REGISTER\r\n"
                      "Content-Length: 0\r\n\r\n");
        },
        {{a, "device 0"}, {b, "platform 1"}}, {});
}

void tst_Roster::roles()
{
    QFETCH(const Play, play);
    QFETCH(const Expected, expected);
    QFETCH(const QStringList, rows);
    QFETCH(const QStringList, rules);
    Wire wire;
    play(wire);
    for (const auto &[address, role] : expected)
        QCOMPARE(QString(QLatin1String(address) + u": " + wire.at(address)),
            QString(QLatin1String(address) + u": " + QLatin1String(*role ? role : "")));
    QCOMPARE(wire.rows(), rows);
    QCOMPARE(wire.rules().join(u' '), rules.join(u' '));
}

void tst_Roster::theReasonIsTold()
{
    Wire wire;
    wire.enroll("10.0.0.64:5060", "10.0.0.15:5060", camera, lower);
    wire.enroll("10.0.0.15:5060", "10.0.0.90:5060", lower, top);
    wire.beat("10.0.0.70:5060", "10.0.0.15:5060", other, lower);
    QCOMPARE(wire.at("10.0.0.15:5060"), QStringLiteral("lower-platform 1"));
    QCOMPARE(wire.because("10.0.0.15:5060"),
        QStringLiteral("registers with 10.0.0.90:5060; 10.0.0.64:5060 registers with it"));
    QCOMPARE(wire.because("10.0.0.70:5060"), QStringLiteral("sends heartbeats to 10.0.0.15:5060"));
    QVERIFY(wire.because("10.0.0.1:1").isEmpty());
}

/// Field report: the lower platform does not answer the heartbeats that come down.
void tst_Roster::anUpperPlatformThatBeatsIsNoDevice()
{
    constexpr const char *down = "192.168.7.20:5060", *up = "192.168.7.10:5060";
    Wire wire;
    wire.enroll(down, up, lower, top);
    wire.beat(up, down, top, lower, false); // not repeated: its answer went past whoever captured
    wire.wait(58s);
    QCOMPARE(wire.rules(), QStringList());
    for (int i = 0; i < 3; ++i) {
        wire.beat(down, up, lower, top);
        wire.beat(up, down, top, lower, false);
        for (int copy = 0; copy < 3; ++copy) {
            wire.now += 500ms;
            wire.see(up, down, wire.last);
        }
        wire.wait(58s);
    }
    QCOMPARE(wire.rows(), QStringList{row(lower, DeviceState::Online, "lower-platform")});
    QCOMPARE(wire.at(up), QStringLiteral("upper-platform 1"));
    QCOMPARE(wire.rules(), QStringList{QStringLiteral("G40 ") + QString::fromLatin1(lower)});
    wire.beat(up, down, top, lower);
    QVERIFY(wire.analysis.findings().log().all().constFirst().over);
}

/// Heartbeats in both directions make two rows, until something tells who is above.
void tst_Roster::whoTurnsOutToBeAboveHasNoRow()
{
    constexpr const char *down = "192.168.7.20:5060", *up = "192.168.7.10:5060";
    Wire wire;
    wire.beat(down, up, lower, top);
    wire.beat(up, down, top, lower);
    QCOMPARE(wire.rows().size(), 2);
    wire.analysis.take(wire.now);
    wire.ask(up, down, top, lower);
    QCOMPARE(wire.rows(), QStringList{row(lower, DeviceState::Online, "lower-platform")});
    QCOMPARE(wire.analysis.take(wire.now).gone, QStringList{QString::fromLatin1(top)});
    wire.beat(up, down, top, lower);
    QCOMPARE(wire.rows().size(), 1);
}

void tst_Roster::unansweredHeartbeatsAreNotNeverSeen()
{
    Wire wire;
    for (int i = 0; i < 8; ++i) {
        wire.beat("10.0.0.64:5060", "10.0.0.15:5060", camera, centre, false);
        wire.wait(1s);
    }
    const DeviceSnapshot device = wire.analysis.devices().snapshots().constFirst();
    QVERIFY(device.verdict.state == DeviceState::NotAnswered);
    QCOMPARE(device.beats, 8);
    QVERIFY(device.reason == (Note{NoteCode::NoneAnswered, QStringLiteral("8"), {}}));
    wire.beat("10.0.0.64:5060", "10.0.0.15:5060", camera, centre);
    QVERIFY(wire.analysis.devices().snapshots().constFirst().verdict.state == DeviceState::Online);
}

/// One direction was captured, with its REGISTER: whether it is registered nobody can tell from that.
void tst_Roster::registeredOneWay()
{
    for (const bool challenged : {false, true}) {
        test::Script s;
        test::asCapture(s);
        s.send({});
        if (challenged)
            s.challenge();
        s.send({.cseq = 2, .more = "Expires: 3600\r\n" + test::Script::credentials()});
        for (int sn = 1; sn < 6; ++sn) {
            s.wait(60s);
            s.send(s.beatRequest(sn));
        }
        const DeviceSnapshot device = s.analysis.devices().snapshots().constFirst();
        if (challenged) { // the server is there, and did not take it
            QVERIFY(device.verdict.state == DeviceState::Registering);
            continue;
        }
        QVERIFY(device.verdict.state == DeviceState::Unknown);
        QCOMPARE(device.beats, 5);
        QCOMPARE(wording::note(device.reason),
            QStringLiteral("registered? 5 heartbeats are in this record, and no answer to any of its messages"));
        for (const Finding &one : s.analysis.findings().log().all())
            QVERIFY2(one.likelihood() == Likelihood::Possible
                    || QLatin1StringView(wording::culpritCode(one)) == QLatin1StringView("record"),
                qPrintable(wording::finding(one).title));
        s.beat(6); // and now it is seen
        QVERIFY(s.analysis.devices().snapshots().constFirst().verdict.state == DeviceState::Online);
    }
}

/// That the answer is under way is no news.
void tst_Roster::oneHeartbeatIsNoSilence()
{
    Wire wire;
    wire.beat("10.0.0.64:5060", "10.0.0.15:5060", camera, centre, false);
    const DeviceSnapshot device = wire.analysis.devices().snapshots().constFirst();
    QVERIFY(device.verdict.state == DeviceState::Unknown);
    QVERIFY(device.reason.code == NoteCode::BeatWaits);
    for (const Event &event : wire.analysis.take(wire.now).events)
        QVERIFY(!std::holds_alternative<StateChange>(event));
    wire.now += 500ms;
    wire.see("10.0.0.64:5060", "10.0.0.15:5060", wire.last);
    QVERIFY(wire.analysis.devices().snapshots().constFirst().verdict.state == DeviceState::NotAnswered);
}

namespace {

const QByteArray viaOfAlice = "Via: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bKalice\r\n";

/// Alice calls Bob by two proxies; every hop is seen, and answered 200.
void callByTwoProxies(Wire &wire)
{
    const QList<std::pair<const char *, const char *>> hops{
        {"10.0.0.1:5060", "10.0.0.2:5060"}, {"10.0.0.2:5060", "10.0.0.3:5060"}, {"10.0.0.3:5060", "10.0.0.4:5060"}};
    for (const auto &[from, to] : hops)
        wire.send(from, to,
            {.method = "INVITE",
                .from = "alice",
                .to = "bob",
                .callId = "call",
                .status = "200 OK",
                .via = from == hops[0].first ? QByteArray() : viaOfAlice,
                .cseq = 1});
}

quint64 acknowledge(Wire &wire, const char *from, const char *to)
{
    wire.send(from, to, {.method = "ACK", .from = "alice", .to = "bob", .callId = "call", .cseq = 1});
    return wire.trace.answers;
}

} // namespace

void tst_Roster::anAckIsPairedHopByHop()
{
    Wire wire;
    callByTwoProxies(wire);
    QCOMPARE(acknowledge(wire, "10.0.0.1:5060", "10.0.0.2:5060"), quint64{2});
    QCOMPARE(acknowledge(wire, "10.0.0.2:5060", "10.0.0.3:5060"), quint64{4});
    QCOMPARE(acknowledge(wire, "10.0.0.3:5060", "10.0.0.4:5060"), quint64{6});
    wire.wait(60s);
    QCOMPARE(wire.analysis.flow().sums().unacknowledged, quint64{0});
}

void tst_Roster::anAckPastTheProxiesCountsForAll()
{
    Wire wire;
    callByTwoProxies(wire);
    QCOMPARE(acknowledge(wire, "10.0.0.1:5060", "10.0.0.4:5060"), quint64{6});
    wire.wait(60s);
    QCOMPARE(wire.analysis.flow().sums().unacknowledged, quint64{0});
}

void tst_Roster::aHopWithoutItsAckIsTold()
{
    Wire wire;
    callByTwoProxies(wire);
    acknowledge(wire, "10.0.0.1:5060", "10.0.0.2:5060");
    acknowledge(wire, "10.0.0.2:5060", "10.0.0.3:5060");
    wire.wait(60s);
    QCOMPARE(wire.analysis.flow().sums().unacknowledged, quint64{1});
}

/// Whom we answer may be anybody: a scanner is no device.
void tst_Roster::ourOwnEndIsThePlatform()
{
    Wire wire;
    wire.send("10.9.9.9:5060", "10.0.0.15:5060", {.method = "OPTIONS", .from = "100", .to = "100"});
    wire.analysis.observe({.at = wire.now,
        .from = Wire::end("10.0.0.15:5060"),
        .to = Wire::end("10.9.9.9:5060"),
        .direction = Direction::Out,
        .octets
        = "SIP/2.0 404 Not Found\r\nVia: SIP/2.0/UDP 10.9.9.9:5060;branch=z9hG4bK1\r\nFrom: <sip:100@a>;tag=f\r\n"
          "To: <sip:100@a>;tag=2\r\nCall-ID: c1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n"});
    QCOMPARE(wire.at("10.0.0.15:5060"), QStringLiteral("platform 1"));
    QCOMPARE(wire.because("10.0.0.15:5060"), QStringLiteral("gbscope sends from here"));
    QCOMPARE(wire.at("10.9.9.9:5060"), QStringLiteral("sip-phone 0"));
}

void tst_Roster::theTableIsBounded()
{
    Wire wire;
    for (int i = 0; i < 45'000; ++i) {
        const QByteArray from = "10." + QByteArray::number(1 + i / 60'000)
            + ".0.64:" + QByteArray::number(1024 + i % 60'000);
        wire.beat(from.constData(), "10.0.0.15:5060", camera, centre, false);
    }
    const Roster &roster = wire.analysis.devices().roster();
    QVERIFY(roster.count() <= Roster::capacity);
    QVERIFY(roster.relations() <= Roster::maxRelations);
    QCOMPARE(wire.at("10.0.0.15:5060"), QStringLiteral("platform 1"));
    QCOMPARE(wire.at("10.1.0.64:46023"), QStringLiteral("device 0"));
    QVERIFY(wire.at("10.1.0.64:1024").isEmpty());
    wire.beat("10.1.0.64:1024", "10.0.0.15:5060", camera, centre, false); // who went comes back
    QCOMPARE(wire.at("10.1.0.64:1024"), QStringLiteral("device 0"));
}

/// Though the device has said that before.
void tst_Roster::whoWentComesBackWithTheNextHeartbeat()
{
    Wire wire;
    for (int i = 0; i < 3; ++i)
        wire.beat("10.0.0.64:5060", "10.0.0.15:5060", camera, centre);
    for (int i = 0; i < 21'000; ++i) {
        const QByteArray from = "10.1.0.64:" + QByteArray::number(1024 + i);
        wire.beat(from.constData(), "10.0.0.15:5060", other, centre, false);
    }
    QVERIFY(wire.at("10.0.0.64:5060").isEmpty());
    wire.beat("10.0.0.64:5060", "10.0.0.15:5060", camera, centre);
    QCOMPARE(wire.at("10.0.0.64:5060"), QStringLiteral("device 0"));
}

void tst_Roster::aCircleEnds()
{
    Wire wire;
    wire.enroll("10.0.0.1:5060", "10.0.0.2:5060", lower, centre);
    wire.enroll("10.0.0.2:5060", "10.0.0.3:5060", centre, top);
    wire.enroll("10.0.0.3:5060", "10.0.0.1:5060", top, lower);
    for (const char *one : {"10.0.0.1:5060", "10.0.0.2:5060", "10.0.0.3:5060"})
        QVERIFY(wire.at(one).startsWith(QStringLiteral("lower-platform ")));
}

void tst_Roster::whatIsNewIsToldOnce()
{
    Wire wire;
    wire.beat("10.0.0.64:5060", "10.0.0.15:5060", camera, centre);
    QCOMPARE(wire.analysis.take(wire.now).parties.size(), 2);
    wire.beat("10.0.0.64:5060", "10.0.0.15:5060", camera, centre);
    QCOMPARE(wire.analysis.take(wire.now).parties.size(), 0);
    wire.enroll("10.0.0.15:5060", "10.0.0.90:5060", centre, top);
    const QList<Party> changed = wire.analysis.take(wire.now).parties;
    QCOMPARE(changed.size(), 2); // the device stays what it is
    QVERIFY(changed[0].role == Role::LowerPlatform && changed[1].role == Role::UpperPlatform);
}

/// Two ports under one ID are one box until one of them says that it is somebody else.
void tst_Roster::whoLeavesABoxTakesItsSignsAlong()
{
    constexpr const char *a = "10.0.0.64:5060", *second = "10.0.0.64:7100", *b = "10.0.0.15:5060";
    const QByteArray untold = "340200000000001"; // its digits do not tell what it is
    Wire w;
    w.beat(a, b, untold, centre);
    QCOMPARE(w.at(a), QStringLiteral("device 0"));
    w.beat(second, b, untold, centre);
    w.ask(b, second, centre, lower);
    QCOMPARE(w.at(a), QStringLiteral("lower-platform 0"));
    w.beat(second, b, lower, centre);
    QCOMPARE(w.at(a), QStringLiteral("device 0"));
    QCOMPARE(w.at(second), QStringLiteral("lower-platform 0"));
}

QTEST_GUILESS_MAIN(tst_Roster)
#include "tst_roster.moc"
