#pragma once
#include "core/message/digest.h"
#include "core/message/headers.h"
#include "tests/support/capturewriter.h"

#include <QMap>

/// Captures of what readers of captures get wrong, each with what a right one says of it. Made anew for each run:
/// nobody's network is in them.
namespace gb::test {

struct Fixture
{
    QByteArray name;
    QByteArray octets;             ///< of the file
    QByteArrayList messages;       ///< SipText::line() of each, in order
    QMap<int, QString> flags = {}; ///< what gbscope has to say of a message, by its place from 1; of the others nothing
    QMap<QByteArray, qsizetype> counted = {}; ///< of analyze's "messages", beside its zeros
    int flows = 1;
    QMap<QString, QString> problems = {}; ///< of each device named here, "" where it has none
    QByteArray content = {};              ///< the exported text has it
    bool large = false;                   ///< too large for text, and for tshark to read to its end
};

namespace fixtures {

using namespace std::chrono_literals;

inline const QByteArray camera = "34020000001320000001", platform = "34020000002000000001", realm = "3402000000";

inline SipText keepalive(const QByteArray &callId, int sn = 1, int cseq = 20)
{
    return withXml(request("MESSAGE", callId, cseq),
        manscdp("<Notify><CmdType>Keepalive</CmdType><SN>" + QByteArray::number(sn) + "</SN><DeviceID>" + camera
            + "</DeviceID><Status>OK</Status></Notify>"));
}

/// 90 channels: 19 KB.
inline SipText catalogue(const QByteArray &transport)
{
    QByteArray body = "<Response><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>" + camera
        + "</DeviceID><SumNum>90</SumNum><DeviceList Num=\"90\">\r\n";
    for (int i = 1; i <= 90; ++i)
        body += "<Item><DeviceID>3402000000131" + QByteArray::number(i).rightJustified(7, '0')
            + "</DeviceID><Name>Camera</Name><Manufacturer>A</Manufacturer><Model>B</Model><Owner>O</Owner>"
              "<CivilCode>3402</CivilCode><Parental>0</Parental><ParentID>"
            + camera + "</ParentID><Status>ON</Status></Item>\r\n";
    SipText out = withXml(request("MESSAGE", "catalogue"), manscdp(body + "</DeviceList></Response>"));
    out.transport = transport;
    return out;
}

inline SipText invite(const QByteArray &callId, const QByteArray &transport = "UDP")
{
    SipText out = request("INVITE", callId);
    out.transport = transport;
    out.extra = "Contact: <sip:" + camera + "@10.0.0.2:5060>\r\nContent-Type: application/sdp\r\n";
    out.body = "v=0\r\no=- 1 1 IN IP4 10.0.0.2\r\ns=Play\r\nc=IN IP4 10.0.0.2\r\nt=0 0\r\nm=audio 6000 RTP/AVP 0 "
               "101\r\na=rtpmap:101 telephone-event/8000\r\n";
    return out;
}

inline SipText follow(const SipText &invite, const QByteArray &method, int cseq)
{
    SipText out = request(method, invite.callId, cseq);
    out.toTag = "t";
    out.transport = invite.transport;
    return out;
}

inline void pickUp(Capture &to, const SipText &call, qsizetype cut = 1400)
{
    QByteArray body = call.body;
    body.replace("10.0.0.2", "10.0.0.1").replace("6000", "6002");
    to.say(call, false, cut);
    to.say(answer(call, "100 Trying"), true, cut);
    to.say(answer(call, "180 Ringing"), true, cut);
    to.say(answer(call, "200 OK", "Contact: <sip:10.0.0.1>\r\nContent-Type: application/sdp\r\n", body), true, cut);
    to.say(ackOf(call, false), false, cut);
}

inline void hangUp(Capture &to, const SipText &call, qsizetype cut = 1400)
{
    const SipText bye = follow(call, "BYE", 2);
    to.say(bye, false, cut);
    to.say(answer(bye, "200 OK"), true, cut);
}

inline Fixture registration()
{
    Capture c;
    SipText enroll = request("REGISTER", "registration");
    enroll.extra = "Contact: <sip:" + camera + "@10.0.0.2:5060>\r\nExpires: 3600\r\n";
    c.say(enroll);
    c.say(answer(enroll, "401 Unauthorized",
              "WWW-Authenticate: Digest realm=\"" + realm + "\",nonce=\"0a1b2c\",algorithm=MD5\r\n"),
        true);
    const QByteArray digest = "Digest username=\"" + camera + "\",realm=\"" + realm
        + "\",nonce=\"0a1b2c\",uri=\"sip:" + platform + "@" + realm + "\"";
    SipText again = request("REGISTER", "registration", 2);
    again.extra = enroll.extra + "Authorization: " + digest + ",response=\""
        + digestResponse(
            parseCredentials(view(digest)), "REGISTER", std::string_view("12345678"), DigestFormula::Rfc2069)
        + "\",algorithm=MD5\r\n";
    c.say(again);
    c.say(answer(again, "200 OK", "Expires: 3600\r\n"), true);
    return {.name = "1 REGISTER with digest",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 4}},
        .problems = {{QString::fromLatin1(camera), {}}}};
}

inline Fixture heartbeats()
{
    Capture c;
    for (int i = 1; i <= 8; ++i) {
        c.at(i * 60s);
        const SipText beat = keepalive("beat" + QByteArray::number(i), i);
        c.say(beat);
        c.say(answer(beat, "200 OK"), true);
    }
    return {.name = "2 eight Keepalives",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 16}},
        .flows = 8,
        .problems = {{QString::fromLatin1(camera), {}}}};
}

/// One that ends well, one refused, one cancelled; they overlap.
inline Fixture calls()
{
    Capture c;
    const SipText good = invite("good"), busy = invite("busy"), cancelled = invite("cancelled");
    pickUp(c, good);
    c.say(busy);
    c.say(cancelled);
    c.say(answer(busy, "486 Busy Here"), true);
    c.say(ackOf(busy, true));
    c.say(answer(cancelled, "180 Ringing"), true);
    SipText cancel = follow(cancelled, "CANCEL", 1);
    cancel.branch = cancelled.branch;
    c.say(cancel);
    c.say(answer(cancel, "200 OK"), true);
    c.say(answer(cancelled, "487 Request Terminated"), true);
    c.say(ackOf(cancelled, true));
    hangUp(c, good);
    return {
        .name = "3 three calls", .octets = c.octets(), .messages = c.messages(), .counted = {{"sip", 16}}, .flows = 3};
}

/// Seen on a line: timer A of another program, a few milliseconds late.
inline Fixture unanswered()
{
    Capture c;
    const SipText call = invite("nobody");
    for (const auto at : {0ms, 502ms, 1507ms, 3511ms, 7515ms, 15520ms, 31530ms}) {
        c.at(at);
        c.say(call);
    }
    c.at(40s);
    const SipText later = request("OPTIONS", "later");
    c.say(later);
    c.say(answer(later, "200 OK"), true);
    const auto flag = [](const char *due, const char *came) {
        return QStringLiteral("timer A: due after %1 s, came after %2 s #1")
            .arg(QLatin1String(due), QLatin1String(came));
    };
    return {.name = "4 unanswered INVITE",
        .octets = c.octets(),
        .messages = c.messages(),
        .flags = {{2, flag("0.500", "0.502")}, {3, flag("1.500", "1.507")}, {4, flag("3.500", "3.511")},
            {5, flag("7.500", "7.515")}, {6, flag("15.500", "15.520")}, {7, flag("31.500", "31.530")}},
        .counted = {{"sip", 9}, {"retransmissions", 6}, {"timed_out", 1}},
        .flows = 2};
}

/// `cut`: octets of a segment.
inline Fixture tcpCall(const char *name, qsizetype cut)
{
    Capture c;
    c.open(100'000 + static_cast<quint32>(cut));
    const SipText call = invite("stream", "TCP");
    pickUp(c, call, cut);
    const SipText bye = follow(call, "BYE", 2);
    c.say(bye, true, cut);
    c.say(answer(bye, "200 OK"), false, cut);
    c.close();
    return {.name = name, .octets = c.octets(), .messages = c.messages(), .counted = {{"sip", 7}}};
}

inline Fixture media()
{
    Capture c;
    const SipText call = invite("media");
    pickUp(c, call);
    for (int i = 0; i < 50; ++i) {
        const bool digit = i >= 20 && i < 28; // RFC 4733: "5", the last three with the end bit
        const QByteArray event = QByteArray(1, '\x05') + (i >= 25 ? '\x8a' : '\x0a')
            + big16(static_cast<quint16>(160 * (i - 19)));
        c.packet(ip4(17, udp(digit ? rtp(i, 101, event) : rtp(i, 0, QByteArray(160, '\x7f')), 6000, 6002)));
        c.packet(ip4(17, udp(rtp(i, 0, QByteArray(160, '\xff')), 6002, 6000), 0, 0, true));
        c.wait(18ms);
    }
    hangUp(c, call);
    return {.name = "6 RTP call with DTMF",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 7}, {"not_signalling", 100}}};
}

inline Fixture catalogueOverTcp()
{
    Capture c;
    c.open(2000);
    const SipText list = catalogue("TCP");
    c.say(list);
    c.say(answer(list, "200 OK"), true);
    c.close();
    return {.name = "7 Catalog over TCP",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 2}},
        .content = "<DeviceID>34020000001310000090</DeviceID>"};
}

inline Fixture catalogueOverUdp()
{
    Capture c;
    const SipText list = catalogue("UDP");
    const QByteArrayList pieces = fragments4(udp(list.text()), 1480);
    for (const QByteArray &piece : pieces)
        c.packet(piece);
    c.heard(list);
    c.say(answer(list, "200 OK"), true);
    return {.name = "7 Catalog over UDP",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 2}, {"fragments", pieces.size()}, {"reassembled", 1}},
        .content = "<DeviceID>34020000001310000090</DeviceID>"};
}

inline Fixture lineFeeds()
{
    Capture c;
    SipText beat = keepalive("feeds");
    beat.lineEnd = "\n";
    c.say(beat);
    c.say(answer(beat, "200 OK"), true);
    const QString flag = QStringLiteral("lines end in LF, not CR LF");
    return {.name = "8 LF only",
        .octets = c.octets(),
        .messages = c.messages(),
        .flags = {{1, flag}, {2, flag}},
        .counted = {{"sip", 2}, {"malformed", 2}},
        .problems = {{QString::fromLatin1(camera), QStringLiteral("malformed message: ") + flag}},
        .content = "<CmdType>Keepalive</CmdType>"};
}

/// RFC 3261 §18.3: over UDP the body goes to the end of the datagram, and nothing is wrong.
inline Fixture noLengthOverUdp()
{
    Capture c;
    SipText beat = keepalive("without");
    beat.length = false;
    c.say(beat);
    c.say(answer(beat, "200 OK"), true);
    return {.name = "9 no Content-Length over UDP",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 2}},
        .problems = {{QString::fromLatin1(camera), {}}},
        .content = "<CmdType>Keepalive</CmdType>"};
}

/// §20.14: over TCP there must be one.
inline Fixture noLengthOverTcp()
{
    Capture c;
    c.open(3000);
    SipText options = request("OPTIONS", "without");
    options.transport = "TCP";
    options.length = false;
    c.say(options);
    c.say(answer(options, "200 OK"), true);
    SipText good = keepalive("with");
    good.transport = "TCP";
    c.say(good);
    c.say(answer(good, "200 OK"), true);
    c.close();
    const QString flag = QStringLiteral("no Content-Length, which TCP needs");
    return {.name = "9 no Content-Length over TCP",
        .octets = c.octets(),
        .messages = c.messages(),
        .flags = {{1, flag}, {2, flag}},
        .counted = {{"sip", 4}, {"malformed", 2}},
        .flows = 2};
}

/// RFC 5626 §3.5.1: CR LF CR LF, answered over TCP by CR LF.
inline Fixture natKeepalives()
{
    Capture c;
    for (int i = 0; i < 3; ++i) {
        c.packet(ip4(17, udp("\r\n\r\n")));
        c.wait(30s);
    }
    const SipText beat = keepalive("beat");
    c.say(beat);
    c.say(answer(beat, "200 OK"), true);
    c.open(4000);
    SipText overTcp = keepalive("stream", 2);
    overTcp.transport = "TCP";
    c.stream("\r\n\r\n");
    c.stream("\r\n", true);
    c.say(overTcp);
    c.say(answer(overTcp, "200 OK"), true);
    c.close();
    return {.name = "10 CR LF keep-alive",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 4}, {"nat_keepalives", 5}},
        .flows = 2};
}

inline Fixture twoInASegment()
{
    Capture c;
    c.open(5000);
    QByteArray octets;
    for (int i = 1; i <= 5; ++i) {
        SipText beat = keepalive("beat" + QByteArray::number(i), i);
        beat.transport = "TCP";
        octets += beat.text();
        c.heard(beat);
        if (i == 2 || i == 5) // two, then three
            c.stream(std::exchange(octets, {}), false, 10'000);
    }
    c.close();
    return {.name = "11 two messages in a segment",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 5}},
        .flows = 5};
}

inline Fixture outOfOrder()
{
    Capture c;
    c.open(6000);
    SipText beat = keepalive("shuffled"), good = keepalive("good", 2);
    beat.transport = good.transport = "TCP";
    const QByteArray octets = beat.text();
    const QByteArray first = c.next(octets.left(200)), second = c.next(octets.mid(200, 200)),
                     third = c.next(octets.mid(400));
    for (const QByteArray &segment : {third, second, first})
        c.packet(segment);
    c.heard(beat);
    c.say(good);
    c.close();
    return {.name = "12 segments out of order",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 2}},
        .flows = 2};
}

/// The repeat does not follow what it repeats, and its first answer was lost on the way to the device.
inline Fixture repeatBehindAnother()
{
    Capture c;
    const SipText first = keepalive("dialog", 1, 20), second = keepalive("dialog", 2, 21);
    c.say(first);
    c.say(answer(first, "200 OK"), true);
    c.at(200ms);
    c.say(second);
    c.say(answer(second, "200 OK"), true);
    c.at(503ms);
    c.say(first);
    c.say(answer(first, "200 OK"), true);
    return {.name = "13 A, B, A",
        .octets = c.octets(),
        .messages = c.messages(),
        .flags = {{5, QStringLiteral("timer E: due after 0.500 s, came after 0.503 s #1")},
            {6, QStringLiteral("sent again because what it answers came again #2")}},
        .counted = {{"sip", 6}, {"retransmissions", 1}},
        .problems = {{QString::fromLatin1(camera), {}}}};
}

/// And in nothing else: the device never changes its branch.
inline Fixture lastCharacter(qsizetype size)
{
    Capture c;
    for (const char last : {'1', '2'}) {
        SipText beat = keepalive(QByteArray(size - 1, 'c') + last);
        beat.branch = "same";
        c.say(beat);
        c.say(answer(beat, "200 OK"), true);
    }
    return {.name = "14 Call-IDs of " + QByteArray::number(size),
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 4}},
        .flows = 2};
}

/// Of one device as declared, of the other not.
inline Fixture chineseText()
{
    Capture c;
    QMap<QString, QString> problems;
    for (const QByteArray charset : {"GB2312", "UTF-8"}) {
        SipText list = request("MESSAGE", charset);
        list.device = charset == "GB2312" ? camera : QByteArray("34020000001320000002");
        list = withXml(list,
            manscdp("<Response><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>" + list.device
                    + "</DeviceID><SumNum>1</SumNum><DeviceList Num=\"1\"><Item><DeviceID>"
                      "34020000001310000001</DeviceID><Name>\xc7\xb0\xc3\xc5</Name></Item></DeviceList></Response>",
                charset));
        c.say(list);
        c.say(answer(list, "200 OK"), true);
        problems[QString::fromLatin1(list.device)] = charset == "GB2312"
            ? QString()
            : QStringLiteral("a body says it is UTF-8 but is GB18030");
    }
    return {.name = "15 GB 2312",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 4}},
        .flows = 2,
        .problems = problems,
        .content = "<Name>\xe5\x89\x8d\xe9\x97\xa8</Name>"};
}

inline Fixture manyDialogs()
{
    Capture c;
    for (int i = 1; i <= 60'000; ++i) {
        const SipText beat = keepalive(QByteArray::number(i), i);
        c.say(beat);
        c.say(answer(beat, "200 OK"), true);
    }
    return {.name = "16 60,000 dialogs",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 120'000}},
        .flows = 60'000,
        .large = true};
}

inline Fixture longDialog()
{
    Capture c;
    const SipText call = invite("long");
    pickUp(c, call);
    for (int cseq = 3; c.messages().size() < 9'997; ++cseq) {
        const SipText info = follow(call, "INFO", cseq);
        c.say(info);
        c.say(answer(info, "200 OK"), true);
    }
    c.say(follow(call, "INFO", 9'998)); // the last of all it has no answer for
    hangUp(c, call);
    return {.name = "17 10,000 messages in a dialog",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 10'000}},
        .large = true};
}

inline Fixture fragmentsOfIp6()
{
    Capture c([](const QByteArray &ip) { return ethernet(0x86dd, ip); });
    const SipText list = catalogue("UDP");
    const QByteArrayList pieces = fragments6(udp(list.text()), 1448);
    for (const QByteArray &piece : pieces)
        c.packet(piece);
    c.heard(list);
    return {.name = "IPv6 fragments",
        .octets = c.octets(),
        .messages = c.messages(),
        .counted = {{"sip", 1}, {"fragments", pieces.size()}, {"reassembled", 1}},
        .content = "<DeviceID>34020000001310000090</DeviceID>"};
}

inline Fixture wrapped(const char *name, Capture::Wrap wrap)
{
    Capture c(wrap);
    const SipText call = invite("tunnel");
    pickUp(c, call);
    hangUp(c, call);
    return {.name = name, .octets = c.octets(), .messages = c.messages(), .counted = {{"sip", 7}}};
}

inline Fixture ip6InIp4()
{
    Capture c;
    const SipText options = request("OPTIONS", "tunnel");
    c.packet(ip4(41, ip6(17, udp(options.text()))));
    c.heard(options);
    return {.name = "6in4", .octets = c.octets(), .messages = c.messages(), .counted = {{"sip", 1}}};
}

inline Fixture compressed()
{
    Fixture out = registration();
    out.name = "gzip";
    out.octets = gzipped(out.octets);
    return out;
}

inline Fixture twoInterfaces()
{
    QByteArrayList packets, messages;
    for (int i = 1; i <= 3; ++i) {
        const SipText beat = keepalive("beat" + QByteArray::number(i), i), ok = answer(beat, "200 OK");
        packets << ip4(17, udp(beat.text())) << ip4(17, udp(ok.text()), 0, 0, true);
        messages << beat.line() << ok.line();
    }
    return {.name = "pcapng of two interfaces",
        .octets = pcapngOfTwo(packets),
        .messages = messages,
        .counted = {{"sip", 6}},
        .flows = 3};
}

inline QList<Fixture> all()
{
    return {registration(), heartbeats(), calls(), unanswered(), tcpCall("5 TCP call", 1400), media(),
        catalogueOverTcp(), catalogueOverUdp(), lineFeeds(), noLengthOverUdp(), noLengthOverTcp(), natKeepalives(),
        twoInASegment(), outOfOrder(), repeatBehindAnother(), lastCharacter(64), lastCharacter(200), chineseText(),
        manyDialogs(), longDialog(), fragmentsOfIp6(),
        wrapped("IP in IP", [](const QByteArray &ip) { return ethernet(0x0800, ip4(4, ip)); }), ip6InIp4(),
        tcpCall("TCP in segments of 100", 100), compressed(), twoInterfaces()};
}

} // namespace fixtures
} // namespace gb::test
