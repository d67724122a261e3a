#include "tests/support/beatrounds.h"
#include "tests/support/findingrows.h"

#include <QtTest>

using namespace std::chrono_literals;

namespace gb::test {
namespace {

using S = Script;
using R = Script::Request;

/// Somebody else's platform, seen from outside.
void capture(S &s)
{
    s.note(notes::Site{.live = false});
}

R options(S &s)
{
    return s.query({.method = "OPTIONS", .callId = "o" + QByteArray::number(s.branches), .more = {}});
}

/// The platform asks, and asks again as nobody answers, until timer F; the device beats meanwhile, or does not.
void askInVain(S &s, const R &request, bool beats = true, int copies = 3)
{
    s.ask(request);
    const QByteArray sent = s.last;
    for (int i = 1; i < copies; ++i) {
        s.wait(500ms * (1 << i));
        s.see(sent, false);
    }
    s.wait(40s); // timer F has fired
    if (beats)
        s.beat(++s.branches);
    s.wait(20s);
}

QByteArray items(const QList<QByteArray> &ids)
{
    QByteArray out = "<DeviceList Num=\"" + QByteArray::number(ids.size()) + "\">\r\n";
    for (const QByteArray &id : ids)
        out += "<Item>\r\n<DeviceID>" + id + "</DeviceID>\r\n</Item>\r\n";
    return out + "</DeviceList>\r\n";
}

R catalogQuery(S &s)
{
    return s.query(s.manscdp("Query", "Catalog", {}));
}

/// Asked for, and told with that SumNum.
void catalog(S &s, const QByteArray &sum, const QList<QByteArray> &ids)
{
    s.login();
    s.ask(catalogQuery(s));
    s.answer(s.last, "200 OK", {}, true);
    s.send(s.manscdp("Response", "Catalog", "<SumNum>" + sum + "</SumNum>\r\n" + items(ids)));
    s.answer(s.last, "200 OK");
    s.wait(6s);
}

const QByteArray channel1 = "34020000001310000001", channel2 = "34020000001310000002";

const QByteArray recorderId = "34020000001180000001";

/// A recorder that registers and beats, and beats so often before that.
void recorder(S &s, int before = 0)
{
    const auto beat = [&](int sn) {
        R r = s.beatRequest(sn, "OK", recorderId);
        r.user = recorderId;
        s.send(r);
        s.answer(s.last, "200 OK");
        s.wait(60s);
    };
    for (int i = 0; i < before; ++i)
        beat(i + 1);
    s.login({.user = recorderId, .callId = "recorder"});
    for (int i = 0; i < 5; ++i)
        beat(before + i + 1);
}

R invite(S &s)
{
    R r = s.query({.method = "INVITE",
        .callId = "call" + QByteArray::number(s.branches),
        .more = "Subject: 34020000001310000001:0100000001,34020000002000000001:0\r\n"});
    r.type = "application/sdp";
    r.body = "v=0\r\no=34020000001310000001 0 0 IN IP4 192.168.1.15\r\ns=Play\r\nc=IN IP4 192.168.1.15\r\nt=0 0\r\n"
             "m=video 6000 RTP/AVP 96\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\ny=0100000001\r\n";
    return r;
}

/// A call whose two sides name these addresses for the media.
void callAt(S &s, const QByteArray &offered, const QByteArray &answered)
{
    s.login();
    R r = invite(s);
    r.body.replace("c=IN IP4 192.168.1.15", QByteArray("c=IN IP4 " + offered));
    s.ask(r);
    s.answer(s.last, "200 OK", "Contact: <sip:34020000001320000001@192.168.1.64:5060>\r\n", true, "application/sdp",
        "v=0\r\no=34020000001310000001 0 0 IN IP4 192.168.1.64\r\ns=Play\r\nc=IN IP4 " + answered
            + "\r\nt=0 0\r\nm=video 7000 RTP/AVP 96\r\na=sendonly\r\na=rtpmap:96 PS/90000\r\ny=0100000001\r\n");
}

void acceptTwice(S &s, const QByteArray &headers)
{
    s.login();
    s.ask(invite(s));
    s.answer(s.last, "200 OK", headers, true);
    s.wait(500ms);
    s.again();
}

/// A heartbeat as something on the way left it.
void mangled(S &s, void (*change)(QByteArray &octets))
{
    QByteArray octets = s.text(s.beatRequest(++s.branches));
    change(octets);
    s.see(octets);
    s.answer(octets, "400 Bad Request");
}

void withoutBody(QByteArray &octets)
{
    octets.truncate(octets.indexOf("\r\n\r\n") + 4);
}

void overTcp(S &s)
{
    s.transport = TransportKind::Tcp;
    s.login({.via = "TCP 192.168.1.64:5060"});
}

void registersForEver(S &s, const QByteArray &headers)
{
    for (int i = 0; i < 5; ++i) {
        R r;
        r.cseq = 2 * i + 1;
        s.send(r);
        s.challenge();
        r.cseq = 2 * i + 2;
        r.more = "Expires: 3600\r\n" + S::credentials();
        s.send(r);
        s.answer(s.last, "200 OK", headers);
        s.wait(20s);
    }
}

void answerFrom(S &s, const char *address)
{
    const Endpoint own = std::exchange(s.platform, endpoint(address, 5060));
    s.answer(s.last, "200 OK");
    s.platform = own;
}

using How = notes::Connection::How;

/// A TCP connection, as a capture shows it.
void ends(S &s, const Endpoint &from, const Endpoint &to, How how)
{
    s.note(notes::Connection{how, from.text(), to.text()});
}

/// So many registrations behind the first one, each under a new Call-ID; heartbeats count from `first` then.
void restarts(S &s, int times, int first)
{
    for (int i = 0; i <= times; ++i) {
        s.wait(35s);
        s.login({.callId = QByteArray::number(first * 100 + i)});
        for (int sn = first; sn < first + 3; ++sn) {
            s.wait(60s);
            s.beat(sn);
        }
    }
}

/// Over TCP, each time on another connection and with another Call-ID; the first heartbeat comes so long behind the one
/// before.
void reconnects(S &s, int times, std::chrono::seconds away, bool tcp = true)
{
    s.transport = tcp ? TransportKind::Tcp : TransportKind::Udp;
    int sn = 0;
    for (int i = 0; i <= times; ++i) {
        s.device.port = static_cast<quint16>(40000 + i);
        s.wait(away - 1s);
        s.login({.callId = "connection" + QByteArray::number(i),
            .via = tcp ? "TCP 192.168.1.64:5060" : "UDP 192.168.1.64:5060"});
        s.wait(1s);
        s.beat(++sn);
        for (int beat = 0; beat < 3; ++beat) {
            s.wait(60s);
            s.beat(++sn);
        }
    }
}

/// Of that many heartbeats those whose number the step divides are sent twice and not answered.
void beatsWithGaps(S &s, int count, int step, int row = 1)
{
    s.login();
    for (int sn = 1; sn <= count; ++sn) {
        s.wait(60s);
        if (sn % step >= row) {
            s.beat(sn);
            continue;
        }
        s.send(s.beatRequest(sn));
        s.wait(500ms);
        s.again();
        s.wait(40s);
    }
}

/// A call that is taken, and a BYE for it with that tag.
void callAndBye(S &s, const QByteArray &end, const QByteArray &tag = "a")
{
    R r = invite(s);
    s.ask(r);
    s.answer(s.last, "200 OK", "Contact: <sip:34020000001320000001@192.168.1.64:5060>\r\n", true);
    const R bye = s.query({.method = "BYE", .callId = r.callId, .cseq = 2, .more = {}});
    s.see(s.text(bye).replace("tag=a", QByteArray("tag=" + tag)), false);
    s.answer(s.last, end, {}, true);
    if (end != "200 OK")
        return;
    s.ask(s.query({.method = "BYE", .callId = r.callId, .cseq = 3, .more = {}})); // it has ended
    s.answer(s.last, "481 Call/Transaction Does Not Exist", {}, true);
}

/// It beats no more, and another ID registers at its address with that program.
void goesOnAs(S &s, const QByteArray &id, const QByteArray &userAgent)
{
    s.login({.more = "User-Agent: IPC\r\nExpires: 3600\r\n"});
    s.beats(3);
    s.wait(30s);
    s.login({.user = id,
        .callId = "other",
        .contact = "sip:" + id + "@192.168.1.64:5060",
        .more = "User-Agent: " + userAgent + "\r\nExpires: 3600\r\n"});
    s.wait(200s);
}

} // namespace

const std::vector<FindingRow> &evidenceRows()
{
    static const std::vector<FindingRow> rows{
        {FindingCode::BeatFormRefused, [](S &s) { s.beat(1, "415 Unsupported Media Type"); },
            [](S &s) { s.beat(1, "404 Not Found"); }, [](S &s) { s.beat(2); }},
        {FindingCode::BeatTroubleRefused, [](S &s) { s.beat(1, "503 Service Unavailable"); },
            [](S &s) { s.beat(1, "400 Bad Request"); }, [](S &s) { s.beat(2); }},
        {FindingCode::CatalogIgnored,
            [](S &s) {
                s.login();
                askInVain(s, catalogQuery(s));
            },
            [](S &s) {
                s.login();
                askInVain(s, catalogQuery(s), false);
            },
            [](S &s) {
                s.ask(catalogQuery(s));
                s.answer(s.last, "200 OK", {}, true);
            }},
        {FindingCode::InviteIgnored,
            [](S &s) {
                s.login();
                askInVain(s, invite(s));
            },
            [](S &s) {
                s.login();
                askInVain(s, invite(s), false);
            },
            [](S &s) {
                s.ask(invite(s));
                s.answer(s.last, "486 Busy Here", {}, true);
            }},
        {FindingCode::RequestIgnored,
            [](S &s) {
                capture(s);
                s.login();
                s.beats(2);
                askInVain(s, options(s));
                askInVain(s, options(s));
                s.beat(9, "403 Forbidden"); // that is why, and no other measure of the platform
                QVERIFY(!s.finding(FindingCode::RefusedAfterAccepted));
                QCOMPARE(s.finding(FindingCode::BeatRefused)->because, s.finding(FindingCode::RequestIgnored)->id);
                QCOMPARE(s.finding(FindingCode::RequestIgnored)->b, QStringLiteral("OPTIONS"));
                QCOMPARE(s.finding(FindingCode::RequestIgnored)->a, QStringLiteral("2"));
            },
            [](S &s) {
                capture(s);
                s.login();
                s.beats(2);
                askInVain(s, options(s), true, 1); // not repeated: its answer went past whoever captured
                s.ask(options(s));
                s.answer(s.last, "501 Not Implemented", {}, true);
                s.beats(1);
                s.wait(40s);
            },
            [](S &s) {
                s.ask(options(s));
                s.answer(s.last, "200 OK", {}, true);
            }},
        {FindingCode::RequestUnanswered,
            [](S &s) {
                s.login();
                askInVain(s, options(s), false);
            },
            [](S &s) {
                s.login();
                askInVain(s, options(s));
            },
            [](S &s) {
                s.ask(options(s));
                s.answer(s.last, "200 OK", {}, true);
            }},
        {FindingCode::RequestAstray,
            [](S &s) {
                s.device = endpoint("203.0.113.7", 40123);
                s.login();
                s.beats(1);
                s.device = endpoint("192.168.1.64", 5060); // its Contact
                askInVain(s, catalogQuery(s), false);
                QVERIFY(!s.finding(FindingCode::CatalogUnanswered));
                QCOMPARE(s.finding(FindingCode::RequestAstray)->b, QStringLiteral("203.0.113.7:40123"));
                S call; // of a channel, which registers nowhere itself
                call.device = endpoint("203.0.113.7", 40123);
                call.login();
                call.beats(1);
                call.device = endpoint("192.168.1.64", 5060);
                R r = invite(call);
                r.to = channel1;
                askInVain(call, r, false);
                QVERIFY(call.finding(FindingCode::RequestAstray) && !call.finding(FindingCode::InviteUnanswered));
            },
            [](S &s) {
                s.device = endpoint("192.168.1.64", 40123); // another port than that of its Contact
                s.login();
                s.beats(1);
                s.device.port = 5060;
                askInVain(s, catalogQuery(s), false);
            },
            [](S &s) {
                s.ask(catalogQuery(s));
                s.answer(s.last, "200 OK", {}, true);
            }},
        {FindingCode::AnswersElsewhere,
            [](S &s) {
                s.login();
                s.send(s.beatRequest());
                const QByteArray beat = s.last;
                answerFrom(s, "192.168.9.9");
                s.wait(500ms);
                s.see(beat);
            },
            [](S &s) { // it takes what comes from there; it repeats what the right one answered
                s.login();
                s.send(s.beatRequest());
                answerFrom(s, "192.168.9.9");
                s.wait(60s);
                s.send(s.beatRequest(2));
                const QByteArray beat = s.last;
                s.answer(beat, "200 OK");
                s.wait(500ms);
                s.see(beat);
            },
            [](S &s) { s.beats(1); }},
        {FindingCode::BeatsElsewhere,
            [](S &s) {
                s.login();
                s.platform.address = endpoint("192.168.9.9", 5060).address;
                for (int sn = 1; sn < 5; ++sn) {
                    s.wait(60s);
                    s.send(s.beatRequest(sn));
                }
            },
            [](S &s) { // a cluster: it is answered there; a server that is gone: they go where it registered
                s.login();
                const Endpoint home = s.platform;
                s.platform.address = endpoint("192.168.9.9", 5060).address;
                s.beats(4);
                s.platform = home;
                for (int sn = 5; sn < 9; ++sn) {
                    s.wait(60s);
                    s.send(s.beatRequest(sn));
                }
            },
            [](S &s) { s.beats(1); }},
        {FindingCode::ManyRefused,
            [](S &s) {
                beatRound(s, 4, 1, "200 OK");
                beatRound(s, 4, 2, "200 OK");
                beatRound(s, 4, 3, "403 Forbidden");
            },
            [](S &s) { // two of six
                beatRound(s, 6, 1, "200 OK");
                beatRound(s, 6, 2, "200 OK");
                beatRound(s, 2, 3, "403 Forbidden");
            },
            [](S &s) { beatRound(s, 4, 4, "200 OK"); }},
        {FindingCode::ManyUnanswered,
            [](S &s) {
                beatRound(s, 4, 1, "200 OK");
                silentRound(s, 4, 2);
            },
            [](S &s) { // one of them is answered
                beatRound(s, 4, 1, "200 OK");
                silentRound(s, 4, 2, 3);
            },
            [](S &s) { beatRound(s, 4, 3, "200 OK"); }},
        {FindingCode::ServerBreaksOff,
            [](S &s) {
                s.transport = TransportKind::Tcp;
                s.login();
                s.wait(60s);
                s.send(s.beatRequest(1));
                ends(s, s.platform, s.device, How::Reset);
                s.wait(40s);
                QVERIFY(!s.finding(FindingCode::BeatUnanswered));
            },
            [](S &s) { // answered; ended by who asked; another connection's; over UDP
                s.transport = TransportKind::Tcp;
                s.login();
                s.beats(1);
                ends(s, s.platform, s.device, How::Closed);
                s.wait(60s);
                s.send(s.beatRequest(2));
                ends(s, s.device, s.platform, How::Closed);
                ends(s, s.platform, {s.device.address, 1}, How::Reset);
                s.answer(s.last, "200 OK");
                s.transport = TransportKind::Udp;
                s.wait(60s);
                s.send(s.beatRequest(3));
                ends(s, s.platform, s.device, How::Reset);
            },
            [](S &s) { s.beats(1); }},
        {FindingCode::DeviceBreaksOff,
            [](S &s) {
                s.transport = TransportKind::Tcp;
                s.login();
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {})));
                ends(s, s.device, s.platform, How::Closed);
                ends(s, s.device, s.platform, How::Reset); // the same connection
                QCOMPARE(s.finding(FindingCode::DeviceBreaksOff)->count, 1U);
                QCOMPARE(s.finding(FindingCode::DeviceBreaksOff)->c, QStringLiteral("Query DeviceInfo"));
            },
            [](S &s) {
                s.transport = TransportKind::Tcp;
                s.login();
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {})));
                s.answer(s.last, "200 OK", {}, true);
                ends(s, s.device, s.platform, How::Closed);
            },
            [](S &s) {
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {}, 8)));
                s.answer(s.last, "200 OK", {}, true);
            }},
        {FindingCode::IdChanged, [](S &s) { goesOnAs(s, "34020000001320000077", "IPC"); },
            [](S &s) { goesOnAs(s, "34020000001320000077", "NVR"); }},
        {FindingCode::RestartsOften, [](S &s) { restarts(s, 3, 1); },
            [](S &s) { // it registers under other Call-IDs, and its numbers do not begin at their start; two restarts
                restarts(s, 3, 40);
                restarts(s, 1, 1);
            },
            [](S &s) { s.beats(70); }},
        {FindingCode::ReconnectsOften, [](S &s) { reconnects(s, 4, 130s); },
            [](S &s) {
                reconnects(s, 4, 60s); // to refresh: it beats on in time
                S datagrams;
                reconnects(datagrams, 4, 130s, false); // that is no connection
                QVERIFY(!datagrams.finding(FindingCode::ReconnectsOften));
            },
            [](S &s) { s.beats(70); }},
        {FindingCode::BeatsPartlyUnanswered, [](S &s) { beatsWithGaps(s, 13, 4); },
            [](S &s) {
                beatsWithGaps(s, 13, 7, 3); // an outage, twice
                S rare;
                beatsWithGaps(rare, 13, 6);
                QVERIFY(!rare.finding(FindingCode::BeatsPartlyUnanswered));
            },
            [](S &s) { s.beats(20); }},
        {FindingCode::ByeUnknown,
            [](S &s) {
                s.login();
                callAndBye(s, "481 Call/Transaction Does Not Exist");
            },
            [](S &s) {
                s.login();
                s.ask(s.query({.method = "BYE", .callId = "of before", .cseq = 2, .more = {}}));
                s.answer(s.last, "481 Call/Transaction Does Not Exist", {}, true); // its call is not in the record
                callAndBye(s, "200 OK");
                callAndBye(s, "481 Call/Transaction Does Not Exist", "other"); // it names another call
            },
            [](S &s) { callAndBye(s, "200 OK"); }},
        {FindingCode::DeviceReplaced,
            [](S &s) {
                s.login({.callId = "a", .more = "Expires: 3600\r\nUser-Agent: Acme IPC V1.0\r\n"});
                s.beats(3);
                s.wait(600s);
                s.login({.callId = "b", .more = "Expires: 3600\r\nUser-Agent: Other NVR\r\n"});
            },
            [](S &s) {
                s.login({.callId = "a", .more = "Expires: 3600\r\nUser-Agent: Acme IPC V1.0\r\n"});
                s.beats(3);
                s.login({.callId = "b", .more = "Expires: 3600\r\nUser-Agent: Acme IPC V2.10\r\n"}); // an update
                S both;                                                                              // by turns
                for (int i = 0; i < 6; ++i)
                    both.login({.callId = "c" + QByteArray::number(i),
                        .more = "Expires: 3600\r\nUser-Agent: " + QByteArray(i % 2 ? "Acme\r\n" : "Other\r\n")});
                QVERIFY(!both.finding(FindingCode::DeviceReplaced));
            }},
        {FindingCode::BodiesLost,
            [](S &s) {
                s.login();
                for (int i = 0; i < 4; ++i) {
                    s.wait(60s);
                    mangled(s, withoutBody);
                }
                QVERIFY(!s.finding(FindingCode::NeverBeaten));
                QVERIFY(!s.finding(FindingCode::CutMessage));
            },
            [](S &s) {
                s.login();
                s.beats(2);
                mangled(s, [](QByteArray &octets) { octets.chop(40); }); // cut, not taken away
            }},
        {FindingCode::CatalogLong,
            [](S &s) {
                catalog(s, "1", {channel1, S::id});
            },
            [](S &s) {
                catalog(s, "2", {channel1, S::id});
            },
            [](S &s) {
                catalog(s, "2", {channel1, channel2});
            }},
        {FindingCode::CatalogOfItself,
            [](S &s) {
                catalog(s, "2", {channel1, S::id});
            },
            [](S &s) { catalog(s, "1", {S::id}); }, // one ID for the camera and its channel
            [](S &s) { catalog(s, "1", {channel1}); }},
        {FindingCode::CatalogNotAsked,
            [](S &s) {
                capture(s);
                recorder(s);
            },
            [](S &s) {
                capture(s);
                recorder(s, 2); // it was there before the record began
                S camera;
                capture(camera);
                camera.login();
                camera.beats(5);
                S live;
                recorder(live);
                S late; // the query stands behind in the file, and its time ahead
                capture(late);
                recorder(late);
                QVERIFY(late.finding(FindingCode::CatalogNotAsked));
                late.clock.advance(-250s);
                R query = catalogQuery(late);
                query.to = recorderId;
                query.body.replace(S::id, recorderId);
                late.ask(query);
                for (const S *one : {&camera, &live, &late})
                    QVERIFY(!one->finding(FindingCode::CatalogNotAsked));
            }},
        {FindingCode::JunkInStream,
            [](S &s) {
                overTcp(s);
                s.see(QByteArray("\x01\x02", 2));
                s.beats(1);
                s.see(QByteArray(2, '\0'));
                QCOMPARE(s.finding(FindingCode::JunkInStream)->b, QStringLiteral("00 00"));
                QCOMPARE(s.finding(FindingCode::JunkInStream)->c, QStringLiteral("4"));
                QVERIFY(!s.finding(FindingCode::StreamOutOfStep));
            },
            [](S &s) {
                overTcp(s);
                s.see("\r\n\r\n");
                s.see("0000</Notify>\r\n");
            }},
        {FindingCode::StreamClosed,
            [](S &s) { // and it does not come back
                overTcp(s);
                s.beats(3);
                s.wait(1s);
                s.note(notes::ConnectionClosed{QStringLiteral("192.168.1.64"), QStringLiteral("unreadable")});
                s.wait(300s);
                QVERIFY(!s.finding(FindingCode::WentSilent));
            },
            [](S &s) {
                s.note(notes::ConnectionClosed{QStringLiteral("192.168.1.64"), QStringLiteral("no-sip")});
            }},
        {FindingCode::OkWithoutContact,
            [](S &s) {
                registersForEver(s, {});
                QVERIFY(!s.finding(FindingCode::RegistersAgain));
            },
            [](S &s) {
                registersForEver(s, "Contact: <sip:34020000001320000001@192.168.1.64:5060>;expires=3600\r\n");
                S well;
                well.login();
                well.beats(3);
                QVERIFY(!well.finding(FindingCode::OkWithoutContact));
            }},
        {FindingCode::CallWithoutContact, [](S &s) { acceptTwice(s, {}); },
            [](S &s) { acceptTwice(s, "Contact: <sip:34020000001320000001@192.168.1.64:5060>\r\n"); }},
        {FindingCode::OfferAddress, [](S &s) { callAt(s, "127.0.0.1", "192.168.1.64"); },
            [](S &s) {
                callAt(s, "192.168.1.15", "127.0.0.1");
                S local;
                local.device = endpoint("127.0.0.1", 5070);
                local.platform = endpoint("127.0.0.1", 5060);
                callAt(local, "127.0.0.1", "127.0.0.1");
                QVERIFY(!local.finding(FindingCode::OfferAddress) && !local.finding(FindingCode::AnswerAddress));
            },
            [](S &s) { callAt(s, "192.168.1.15", "192.168.1.64"); }},
        {FindingCode::AnswerAddress, [](S &s) { callAt(s, "192.168.1.15", "0.0.0.0"); },
            [](S &s) { callAt(s, "0.0.0.0", "192.168.1.64"); },
            [](S &s) { callAt(s, "192.168.1.15", "192.168.1.64"); }},
        {FindingCode::OfferFault,
            [](S &s) {
                s.login();
                R r = invite(s);
                r.body.replace("y=0100000001\r\n", "").replace("m=video", "y=0100000001\r\nm=video");
                s.ask(r);
                s.answer(s.last, "415 Unsupported Media Type", {}, true);
                QVERIFY(!s.finding(FindingCode::InviteRefused));
                QCOMPARE(s.finding(FindingCode::OfferFault)->c, QStringLiteral("y=0100000001"));
            },
            [](S &s) {
                s.login();
                s.ask(invite(s));
                s.answer(s.last, "415 Unsupported Media Type", {}, true);
                R r = invite(s); // faulty, but that is not why
                r.more = {};
                s.ask(r);
                s.answer(s.last, "486 Busy Here", {}, true);
                s.ask(r);
                s.answer(s.last, "200 OK", {}, true);
            },
            [](S &s) {
                s.ask(invite(s));
                s.answer(s.last, "200 OK", {}, true);
            }},
    };
    return rows;
}

} // namespace gb::test
