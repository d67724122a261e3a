#include "tests/support/findingrows.h"
#include "tests/support/icmp.h"

#include <QtTest>

using namespace std::chrono_literals;

namespace gb::test {
namespace {

using S = Script;
using R = Script::Request;

/// On and off and on and off, by silences that are a little longer than what is allowed.
void flaps(S &s, Duration silence, int times = 2)
{
    s.login();
    s.beat(1);
    for (int i = 0; i < times; ++i) {
        s.wait(silence);
        s.login({.callId = "f" + QByteArray::number(i)});
        s.beat(i + 2);
    }
}

/// Three devices, one of them heard each five seconds, for five minutes; the first is as in every script.
void fleetBeats(S &s)
{
    const Endpoint own = s.device;
    const auto speakAs = [&](int number) -> QByteArray {
        const QByteArray address = "192.168.1." + QByteArray::number(64 + number);
        s.device = number == 0 ? own : endpoint(address.constData(), 5060);
        return QByteArray(S::id).chopped(1) + QByteArray::number(1 + number);
    };
    for (int number = 2; number >= 0; --number)
        s.login({.user = speakAs(number), .callId = "l" + QByteArray::number(number)});
    for (int beat = 0; beat < 63; ++beat) {
        s.wait(5s);
        const QByteArray id = speakAs(beat % 3);
        Script::Request request = s.beatRequest(beat, "OK", id);
        request.user = id;
        s.send(request);
        s.answer(s.last, "200 OK");
    }
    speakAs(0);
}

/// Of a REGISTER, which does not come whole.
Datagram startOf(S &s, TransportKind transport = TransportKind::Udp)
{
    return {.at = s.clock.now(),
        .from = s.device,
        .to = s.platform,
        .transport = transport,
        .octets = s.text({}).left(120)};
}

void clockOf(S &s, const QByteArray &date)
{
    s.send({.more = "Expires: 3600\r\nDate: " + date + "\r\n"});
}

QByteArray items(QList<int> numbers)
{
    QByteArray out = "<DeviceList Num=\"" + QByteArray::number(numbers.size()) + "\">\r\n";
    for (const int one : numbers)
        out += "<Item>\r\n<DeviceID>3402000000131000000" + QByteArray::number(one) + "</DeviceID>\r\n</Item>\r\n";
    return out + "</DeviceList>\r\n";
}

/// The query and its 200, and nothing else yet.
/// What a platform tells the one above it of its devices.
void report(S &s, const QByteArray &event, const QByteArray &of = Script::id)
{
    Script::Request notify = s.manscdp("Notify", "Catalog",
        "<SumNum>1</SumNum>\r\n<DeviceList Num=\"1\">\r\n<Item><DeviceID>" + of + "</DeviceID><Event>" + event
            + "</Event></Item>\r\n</DeviceList>\r\n");
    notify.method = "NOTIFY";
    notify.user = Script::serverId;
    notify.to = "34010000002000000001";
    notify.uri = "sip:34010000002000000001@3401000000";
    notify.via = "UDP 192.168.1.15:5060";
    s.ask(notify);
}

/// The platform sends a heartbeat down, and once more as nobody answers.
void beatDown(S &s, int copies)
{
    R beat = s.beatRequest(1, "OK", S::serverId);
    beat.user = S::serverId;
    beat.to = S::id;
    s.ask(beat);
    const QByteArray sent = s.last;
    for (int i = 1; i < copies; ++i) {
        s.wait(500ms);
        s.see(sent, false);
    }
}

void askCatalog(S &s)
{
    s.login();
    s.ask(s.query(s.manscdp("Query", "Catalog", {})));
    s.answer(s.last, "200 OK", {}, true);
}

void catalogPart(S &s, const QByteArray &sum, const QList<int> &numbers)
{
    s.send(s.manscdp("Response", "Catalog", "<SumNum>" + sum + "</SumNum>\r\n" + items(numbers)));
    s.answer(s.last, "200 OK");
}

R inviteRequest(
    S &s, const QByteArray &session = "Play", const QByteArray &times = "0 0", const QByteArray &media = "RTP/AVP 96")
{
    R r = s.query({.method = "INVITE", .callId = "call", .more = {}});
    r.type = "application/sdp";
    r.body = "v=0\r\no=34020000001310000001 0 0 IN IP4 192.168.1.15\r\ns=" + session + "\r\nc=IN IP4 192.168.1.15\r\nt="
        + times + "\r\nm=video 6000 " + media + "\r\na=recvonly\r\ny=0100000001\r\n";
    return r;
}

void accept(S &s, const QByteArray &lines = {}, const QByteArray &times = "0 0", const QByteArray &media = "RTP/AVP 96",
    const QByteArray &ssrc = "0100000001")
{
    s.answer(s.last, "200 OK", "Contact: <sip:34020000001320000001@192.168.1.64:5060>\r\n", true, "application/sdp",
        "v=0\r\no=34020000001310000001 0 0 IN IP4 192.168.1.64\r\ns=Play\r\nc=IN IP4 192.168.1.64\r\nt=" + times
            + "\r\nm=video 7000 " + media + "\r\na=sendonly\r\n" + lines + "y=" + ssrc + "\r\n");
}

using How = notes::Connection::How;

void connects(S &s, How how)
{
    s.note(notes::Connection{how, s.device.text(), s.platform.text()});
}

/// Heartbeats that nobody answers, each repeated once.
void unheard(S &s, int count, Duration gap = 60s)
{
    for (int i = 0; i < count; ++i) {
        s.wait(gap - 500ms);
        s.send(s.beatRequest(100 + i));
        s.wait(500ms);
        s.again();
    }
}

/// What looks like a device that does not notice: it may still register, it did, it was switched off, somebody is there
/// who refuses, its own interval is longer, or only one direction was captured.
void lostOtherwise(S &s)
{
    s.login();
    s.beats(2);
    unheard(s, 4);
    s.beats(1, 50s); // five minutes are not over
    unheard(s, 3);
    s.wait(10s);
    s.send({.callId = "anew"}); // in time, and not answered either
    unheard(s, 4);
    s.login({.callId = "back"});
    unheard(s, 3); // and is switched off
    s.wait(1h);
    s.login({.callId = "next"});
    for (int i = 0; i < 8; ++i) {
        s.wait(60s);
        s.beat(i, "404 Not Found");
    }
    s.login({.callId = "slow"});
    unheard(s, 4, 120s);
    s.answer(s.last, "200 OK");
    S other;
    unheard(other, 20);
    QVERIFY(!other.finding(FindingCode::LostServerUnnoticed));
}

/// A heartbeat whose body is changed.
void oddBeat(S &s, const QByteArray &from, const QByteArray &to)
{
    R r = s.beatRequest(1);
    r.body.replace(from, to);
    s.send(r);
    s.answer(s.last, "200 OK");
}

LinkChange link(S &s, bool up)
{
    return {.up = up,
        .name = QStringLiteral("eth0"),
        .addresses = {s.platform.address},
        .everything = true,
        .since = s.clock.now(),
        .at = s.clock.now()};
}

} // namespace

const std::vector<FindingRow> &otherRows()
{
    static const std::vector<FindingRow> rows{
        {FindingCode::StreamOutOfStep,
            [](S &s) {
                s.transport = TransportKind::Tcp;
                s.login({.via = "TCP 192.168.1.64:5060"});
                s.see("0000000</Notify>\r\nREGISTER sip:a SIP/2.0\r\n");
            },
            [](S &s) {
                s.transport = TransportKind::Tcp;
                s.see("GET / HTTP/1.1\r\n\r\n");
            }},
        {FindingCode::NotSip, [](S &s) { s.see(QByteArray::fromHex("000100002112a442000000000000000000000000")); },
            [](S &s) {
                s.login();
                s.see("\r\n\r\n");
            }},
        {FindingCode::BlankKeepalive, [](S &s) { s.see("\r\n\r\n"); }, [](S &s) { s.see(QByteArray(4, '\0')); }},
        {FindingCode::NeverBeaten,
            [](S &s) {
                s.login();
                s.wait(181s);
            },
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(600s);
            },
            [](S &s) {
                s.login({.callId = "next"});
                s.beat();
            }},
        {FindingCode::BeatsSlower,
            [](S &s) {
                s.login();
                s.beats(4, 90s);
            },
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(120s);
                s.beats(3);
            },
            [](S &s) { s.beats(4); }},
        {FindingCode::BeatsFaster,
            [](S &s) {
                s.login();
                s.beats(4, 20s);
            },
            [](S &s) {
                s.login();
                s.beats(4, 57s);
            },
            [](S &s) { s.beats(4); }},
        {FindingCode::BeatRepeated,
            [](S &s) {
                s.login();
                s.send(s.beatRequest());
                s.wait(500ms);
                s.again();
                s.answer(s.last, "200 OK");
            },
            [](S &s) {
                s.login();
                s.beats(4);
            },
            [](S &s) { s.beats(4); }},
        {FindingCode::BeatUnanswered,
            [](S &s) {
                s.login();
                s.send(s.beatRequest());
                s.wait(40s);
            },
            [](S &s) {
                s.login();
                s.beats(2);
            },
            [](S &s) { s.beats(1); }},
        {FindingCode::UpperBeatUnanswered,
            [](S &s) {
                s.login();
                beatDown(s, 3);
                s.wait(40s);
            },
            [](S &s) {
                s.login();
                beatDown(s, 2);
                s.answer(s.last, "200 OK", {}, true);
                s.wait(40s);
            },
            [](S &s) {
                beatDown(s, 1);
                s.answer(s.last, "200 OK", {}, true);
            }},
        {FindingCode::LostServerUnnoticed,
            [](S &s) {
                s.login();
                s.beats(2);
                unheard(s, 5);
                s.wait(1s);
            },
            lostOtherwise,
            [](S &s) {
                s.wait(10s);
                s.send({.callId = "anew"});
            }},
        {FindingCode::BeatRefused, [](S &s) { s.beat(1, "404 Not Found"); },
            [](S &s) {
                s.beat(1, "401 Unauthorized");
                s.beat(2);
            },
            [](S &s) {
                s.login();
                s.beat(2);
            }},
        {FindingCode::ReportedOffline,
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(5s);
                report(s, "OFF");
            },
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(5s);
                report(s, "OFF", "34020000001310000007");
                report(s, "UPDATE");
                report(s, "ON");
                s.wait(300s);
                report(s, "OFF");
            },
            [](S &s) { report(s, "ON"); }},
        {FindingCode::RefusedAfterAccepted,
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(60s);
                s.beat(3, "403 Forbidden");
            },
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(300s);
                s.beat(3, "403 Forbidden");
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::FlapsLate, [](S &s) { flaps(s, 200s); },
            [](S &s) {
                s.login();
                s.beats(10, 100s);
            },
            [](S &s) { s.beats(15); }},
        {FindingCode::FlapsTwoDevices,
            [](S &s) {
                s.login();
                s.device = endpoint("192.168.1.65", 5060);
                s.login({.callId = "b"});
                s.device = endpoint("192.168.1.64", 5060);
                s.login({.callId = "c"});
                s.device = endpoint("192.168.1.65", 5060);
                s.login({.callId = "d"});
                flaps(s, 190s);
            },
            [](S &s) { flaps(s, 200s); }, [](S &s) { s.beats(15); }},
        {FindingCode::FlapsAddress,
            [](S &s) {
                s.login();
                s.beat(1);
                s.wait(200s);
                s.login({.callId = "2"});
                s.device.port = 40001;
                s.beat(2);
                s.wait(200s);
                s.login({.callId = "2", .cseq = 3});
                s.beat(3);
            },
            [](S &s) { flaps(s, 200s); }, [](S &s) { s.beats(15); }},
        {FindingCode::FlapsReboot,
            [](S &s) {
                s.login();
                s.beat(9);
                for (const char *call : {"r1", "r2"}) {
                    s.wait(200s);
                    s.login({.callId = call});
                    s.beat(1);
                    s.beat(8);
                }
            },
            [](S &s) { flaps(s, 200s); }, [](S &s) { s.beats(15); }},
        {FindingCode::Flaps, [](S &s) { flaps(s, 290s); },
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(300s);
                s.login({.callId = "2"});
                s.beat(3);
            },
            [](S &s) { s.beats(15); }},
        {FindingCode::SubDeviceFault,
            [](S &s) {
                s.login();
                s.send(s.beatRequest(1, "ERROR"));
            },
            [](S &s) {
                s.login();
                s.beats(2);
            },
            [](S &s) { s.beats(1); }},
        {FindingCode::BeatsUnderOtherId,
            [](S &s) {
                s.login();
                s.send(s.beatRequest(1, "OK", "34020000001320000009"));
            },
            [](S &s) {
                s.login();
                s.beats(2);
            },
            [](S &s) { s.beats(1); }},
        {FindingCode::ClockOff, [](S &s) { clockOf(s, "2026-03-02T08:00:30.000"); },
            [](S &s) { clockOf(s, "2026-03-02T08:00:01.000"); },
            [](S &s) { s.send({.callId = "2", .more = "Date: 2026-03-02T08:00:00\r\n"}); }},
        {FindingCode::TimeZoneOff, [](S &s) { clockOf(s, "2026-03-02T00:00:10"); },
            [](S &s) {
                clockOf(s, "2026-03-02T08:30:00");
                clockOf(s, "2026-03-02T00:00:00Z");
            },
            [](S &s) { s.send({.callId = "2", .more = "Date: 2026-03-02T08:00:00\r\n"}); }},
        {FindingCode::CatalogUnanswered,
            [](S &s) {
                s.login();
                s.ask(s.query(s.manscdp("Query", "Catalog", {})));
                s.wait(40s);
            },
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "1", {1});
                s.wait(40s);
            }}, // it does not end: heard behind the query the device is there, and that is CatalogIgnored
        {FindingCode::CatalogNoResponse,
            [](S &s) {
                askCatalog(s);
                s.wait(16s);
            },
            [](S &s) {
                askCatalog(s);
                s.wait(10s);
                catalogPart(s, "1", {1});
                s.wait(20s);
            },
            [](S &s) { catalogPart(s, "1", {1}); }},
        {FindingCode::CatalogEmpty,
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "0", {});
            },
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "1", {1});
            },
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "1", {1});
            }},
        {FindingCode::CatalogShort,
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "3", {1, 2});
                s.wait(6s);
            },
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "3", {1, 2});
                s.wait(2s);
                catalogPart(s, "3", {3});
                s.wait(6s);
            },
            [](S &s) {
                catalogPart(s, "3", {3});
                s.wait(6s);
            }},
        {FindingCode::CatalogDuplicates,
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "3", {1, 2, 2});
                s.wait(6s);
            },
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "3", {1, 2, 3});
                s.wait(6s);
            },
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "2", {1, 2});
                s.wait(6s);
            }},
        {FindingCode::WrongCharset,
            [](S &s) {
                s.login();
                R r = s.beatRequest();
                r.body.replace("version=\"1.0\"", "version=\"1.0\" encoding=\"GB2312\"");
                r.body.replace("<Status>", "<Info>\xe5\x8c\x97\xe4\xba\xac</Info><Status>");
                s.send(r);
            },
            [](S &s) {
                s.login();
                s.beats(1);
            }},
        {FindingCode::BrokenBody,
            [](S &s) {
                s.login();
                R r = s.beatRequest();
                r.body.replace("OK", "O & K");
                s.send(r);
            },
            [](S &s) {
                s.login();
                s.beats(1);
            }},
        {FindingCode::LargeDatagram,
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "20", {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9});
            },
            [](S &s) {
                s.transport = TransportKind::Tcp;
                askCatalog(s);
                catalogPart(s, "20", {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9});
            }},
        {FindingCode::CutMessage,
            [](S &s) {
                s.login();
                QByteArray text = s.text(s.beatRequest());
                s.see(text.chopped(20));
            },
            [](S &s) {
                s.login();
                s.beats(1);
            }},
        {FindingCode::CatalogSlow,
            [](S &s) {
                askCatalog(s);
                s.wait(4s);
                catalogPart(s, "1", {1});
            },
            [](S &s) {
                askCatalog(s);
                s.wait(1s);
                catalogPart(s, "1", {1});
            },
            [](S &s) {
                askCatalog(s);
                catalogPart(s, "1", {1});
            }},
        {FindingCode::AnswersToItself,
            [](S &s) {
                s.login();
                R r = s.manscdp("Response", "DeviceInfo", {});
                r.to = S::id;
                s.send(r);
            },
            [](S &s) {
                s.login();
                s.send(s.manscdp("Response", "DeviceInfo", {}));
            }},
        {FindingCode::InviteUnanswered,
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                s.wait(40s);
            },
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                accept(s);
                s.wait(40s);
            },
            [](S &s) {
                s.ask(inviteRequest(s));
                accept(s);
            }},
        {FindingCode::InviteRefused,
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                s.answer(s.last, "486 Busy Here", {}, true);
            },
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                const QByteArray invite = s.last;
                R cancel = s.query({.method = "CANCEL", .callId = "call", .more = {}});
                s.ask(cancel);
                s.answer(invite, "487 Request Terminated", {}, true);
            },
            [](S &s) {
                s.ask(inviteRequest(s));
                accept(s);
            }},
        {FindingCode::OkRepeated,
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                accept(s);
                const QByteArray ok = s.last;
                s.wait(500ms);
                s.see(ok);
            },
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                accept(s);
            }},
        {FindingCode::SsrcDiffers,
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                accept(s, {}, "0 0", "RTP/AVP 96", "0000001234");
            },
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                accept(s);
            },
            [](S &s) {
                s.ask(inviteRequest(s));
                accept(s);
            }},
        {FindingCode::NoSetup,
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s, "Play", "0 0", "TCP/RTP/AVP 96"));
                accept(s, {}, "0 0", "TCP/RTP/AVP 96");
            },
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s, "Play", "0 0", "TCP/RTP/AVP 96"));
                accept(s, "a=setup:active\r\n", "0 0", "TCP/RTP/AVP 96");
            },
            [](S &s) {
                s.ask(inviteRequest(s));
                accept(s);
            }},
        {FindingCode::PasswordInSdp,
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                accept(s, "a=username:34020000001320000001\r\na=password:12345678\r\n");
            },
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s));
                accept(s);
            }},
        {FindingCode::SdpTimeShifted,
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s, "Playback", "1772380800 1772384400"));
                accept(s, {}, "1772409600 1772413200");
            },
            [](S &s) {
                s.login();
                s.ask(inviteRequest(s, "Playback", "1772380800 1772384400"));
                accept(s, {}, "1772380800 1772384400");
            },
            [](S &s) {
                s.ask(inviteRequest(s, "Playback", "1772380800 1772384400"));
                accept(s, {}, "1772380800 1772384400");
            }},
        {FindingCode::Malformed,
            [](S &s) {
                QByteArray text = s.text({});
                s.see(text.replace("Max", "").replace("Call-ID", "Call ID"));
            },
            [](S &s) { s.login(); }},
        {FindingCode::OtherBodyInRepeat,
            [](S &s) {
                s.login();
                R r = s.beatRequest(1);
                r.branch = "z9hG4bKsame";
                s.send(r);
                r.body.replace("<SN>1<", "<SN>2<");
                s.wait(500ms);
                s.send(r);
            },
            [](S &s) {
                s.login();
                s.send(s.beatRequest());
                s.wait(500ms);
                s.again();
            }},
        {FindingCode::RepeatsOverTcp,
            [](S &s) {
                s.transport = TransportKind::Tcp;
                s.login();
                s.send(s.beatRequest());
                s.wait(500ms);
                s.analysis.observe({.at = s.clock.now(),
                    .from = s.device,
                    .to = s.platform,
                    .transport = TransportKind::Tcp,
                    .octets = s.last,
                    .sequence = 9000});
            },
            [](S &s) {
                s.login();
                s.send(s.beatRequest());
                s.wait(500ms);
                s.again();
            }},
        {FindingCode::TooManyDevices,
            [](S &s) {
                for (int i = 0; i <= DeviceStore::capacity; ++i)
                    s.send({.user = "3402000000132" + QByteArray::number(1'000'000 + i),
                        .callId = QByteArray::number(i),
                        .contact = "sip:camera@192.168.1.64:5060"});
            },
            [](S &s) { s.login(); }},
        {FindingCode::OddBody,
            [](S &s) {
                s.login();
                oddBeat(s, "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"IBM037\"?>");
            },
            [](S &s) {
                s.login();
                oddBeat(s, "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"gb2312\"?>");
                s.send(s.manscdp("Notify", "MobilePosition",
                    "<Time>2026-03-02T08:00:00</Time><Longitude>121.5</Longitude><Latitude>31.2</Latitude>"));
                s.send(s.manscdp("Response", "DeviceStatus", "<DeviceTime>2026-03-02T08:00:00</DeviceTime>"));
            }},
        {FindingCode::AnswerUnasked,
            [](S &s) {
                s.login();
                catalogPart(s, "1", {1});
            },
            [](S &s) {
                s.send(s.manscdp("Response", "Catalog", items({1}))); // begun ahead of the record
                askCatalog(s);
                catalogPart(s, "2", {1});
                catalogPart(s, "2", {2});
                s.note(notes::Site{.live = false}); // a file, of one direction
                s.wait(60s);
                S other;
                other.note(notes::Site{.live = false});
                other.send(other.beatRequest(1));
                other.wait(60s);
                catalogPart(other, "1", {1});
            }},
        {FindingCode::OwnLinkDown, [](S &s) { s.analysis.linkChanged(link(s, false)); },
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(1h);
            },
            [](S &s) {
                s.wait(10s);
                s.analysis.linkChanged(link(s, true));
            }},
        {FindingCode::ImpossibleTimes,
            [](S &s) {
                s.clock.advance(TimePoint(1000h) - s.clock.now());
                s.send({});
            },
            [](S &s) { s.send({}); }},
        {FindingCode::RecordIncomplete,
            [](S &s) {
                s.note(notes::Site{.live = false});
                s.login();
                s.wait(40s);
                s.answer(s.text(s.beatRequest()), "200 OK"); // to what is not there
                s.wait(11s);                                 // nor comes behind it
                s.beat(2);
            },
            [](S &s) {
                s.login();
                s.wait(40s);
                s.answer(s.text(s.beatRequest()), "200 OK"); // we know what we were sent
            }},
        {FindingCode::RecordOneWay,
            [](S &s) {
                s.note(notes::Site{.live = false});
                for (int sn = 1; sn < 6; ++sn) {
                    s.send(s.beatRequest(sn));
                    s.wait(60s);
                }
            },
            [](S &s) {
                s.note(notes::Site{.live = false});
                s.beat(1);
                for (int sn = 2; sn < 6; ++sn) {
                    s.send(s.beatRequest(sn));
                    s.wait(60s);
                }
            }},
        {FindingCode::RecordGap,
            [](S &s) {
                s.note(notes::Site{.live = false});
                fleetBeats(s);
                s.wait(60s);
                s.beat(99);
            },
            [](S &s) {
                s.note(notes::Site{.live = false});
                fleetBeats(s);
                s.wait(14s); // that happens
                s.beat(99);
            }},
        {FindingCode::HoleInCapture,
            [](S &s) {
                Datagram start = startOf(s, TransportKind::Tcp);
                start.unfinished = start.cut = true;
                s.analysis.observe(start);
            },
            [](S &s) { // the device itself ended in the middle
                Datagram start = startOf(s, TransportKind::Tcp);
                start.unfinished = true;
                s.analysis.observe(start);
            }},
        {FindingCode::TimesUnknown,
            [](S &s) {
                s.clock.advance(TimePoint(5ms) - s.clock.now());
                s.send({});
            },
            [](S &s) { s.send({}); }},
        {FindingCode::PacketsCut,
            [](S &s) {
                Datagram start = startOf(s);
                start.cut = true;
                start.cutAt = 162;
                start.missing = 400;
                s.analysis.observe(start);
            },
            [](S &s) { s.analysis.observe(startOf(s)); }}, // a packet that was sent like this
        {FindingCode::ClockJumped,
            [](S &s) {
                s.note(notes::ClockJumped{true, 3'600'000'000});
            },
            [](S &s) {
                s.login();
                s.wait(1h);
                s.analysis.clockJumped({s.clock.now(), -1h}); // of packets: why is not known
            }},
        {FindingCode::TimeWentBack,
            [](S &s) {
                s.analysis.clockJumped({s.clock.now(), -295s});
            },
            [](S &s) {
                s.note(notes::ClockJumped{true, 3'600'000'000});
            }},
        {FindingCode::FragmentsMissing,
            [](S &s) {
                Datagram start = startOf(s);
                start.cut = start.fragment = true;
                s.analysis.observe(start);
            },
            [](S &s) { // of another kind
                Datagram start = startOf(s, TransportKind::Tcp);
                start.cut = true;
                s.analysis.observe(start);
            }},
        {FindingCode::ServerPortClosed,
            [](S &s) {
                s.login();
                s.send(s.beatRequest(1));
                refuse(s);
            },
            [](S &s) { // it was answered, it was another one, or another reason
                s.login();
                s.send(s.beatRequest(1));
                const notes::Icmp late = icmpAbout(s.last, s.device, s.platform, {});
                s.answer(s.last, "200 OK");
                s.note(late);
                s.note(icmpAbout(S().text({.callId = "other"}), s.device, s.platform, {}));
                s.send(s.beatRequest(2));
                refuse(s, {.code = 1});
            },
            [](S &s) {
                s.wait(500ms);
                s.again();
                s.answer(s.last, "200 OK");
            }},
        {FindingCode::DevicePortClosed,
            [](S &s) {
                s.login();
                s.ask(s.query(s.manscdp("Query", "Catalog", {})));
                refuse(s, {.reporter = "192.168.1.64"});
            },
            [](S &s) {
                s.login();
                s.send(s.beatRequest(1));
                refuse(s);
            },
            [](S &s) {
                const QByteArray query = s.last;
                s.wait(500ms);
                s.see(query, false);
                s.answer(query, "200 OK", {}, true);
            }},
        {FindingCode::TcpRefused, [](S &s) { connects(s, How::Refused); },
            [](S &s) {
                connects(s, How::NotAnswered);
                connects(s, How::Accepted);
            },
            [](S &s) { connects(s, How::Accepted); }},
        {FindingCode::TcpUnanswered, [](S &s) { connects(s, How::NotAnswered); },
            [](S &s) {
                connects(s, How::Refused);
                connects(s, How::Accepted);
            },
            [](S &s) { connects(s, How::Accepted); }},
        {FindingCode::NotReachable,
            [](S &s) {
                s.login();
                s.send(s.beatRequest(1));
                refuse(s, {.code = 13, .reporter = "192.168.1.1"});
            },
            [](S &s) {
                s.login();
                s.send(s.beatRequest(1));
                refuse(s);
            },
            [](S &s) {
                s.wait(500ms);
                s.again();
                s.answer(s.last, "200 OK");
            }},
        {FindingCode::BeatsForOthers,
            [](S &s) {
                s.login({.user = "34020000001320000002"});
                s.beat();
            },
            [](S &s) {
                s.login();
                s.beats(2);
            }},
    };
    return rows;
}

} // namespace gb::test
