#include "core/message/headlayouts.h"
#include "core/message/headmarks.h"
#include "core/message/siphead.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace gb;
using namespace std::string_view_literals;

class tst_SipHead : public QObject
{
    Q_OBJECT
private slots:
    void aHikvisionRegisterIsReadWhole();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void fromWithoutATag();
    void whatIsNotSipIsToldApart_data();
    void whatIsNotSipIsToldApart();
    void foldedAndCompactHeadersAreRead();
    void marksAreFound();
    void layoutsAreRecognised();
    void whatDiffersElsewhereIsReadAnew_data();
    void whatDiffersElsewhereIsReadAnew();
};

void tst_SipHead::aHikvisionRegisterIsReadWhole()
{
    constexpr auto message = "REGISTER sip:15060300082000000001@1506030008 SIP/2.0\r\n"
                             "Via: SIP/2.0/UDP 192.168.1.64:5060;rport;branch=z9hG4bK759523873\r\n"
                             "From: <sip:15060300081320000001@1506030008>;tag=887159168\r\n"
                             "To: <sip:15060300081320000001@1506030008>\r\n"
                             "Call-ID: 1023131769\r\n"
                             "CSeq: 1 REGISTER\r\n"
                             "Contact: <sip:15060300081320000001@192.168.1.64:5060>;expires=60\r\n"
                             "User-Agent: IP Camera\r\n"
                             "Expires: 3600\r\n"
                             "Content-Length:   0\r\n\r\n"sv;
    const SipHead head = scanHead(message);
    QCOMPARE(head.faults, 0U);
    QVERIFY(head.kind == SipKind::Request);
    QVERIFY(head.method == SipMethod::Register);
    QVERIFY(head.requestUri.user == "15060300082000000001"sv);
    QVERIFY(head.via.host == "192.168.1.64"sv);
    QCOMPARE(head.via.port.value_or(0), 5060);
    QVERIFY(head.via.rport);
    QVERIFY(head.via.branch == "z9hG4bK759523873"sv);
    QVERIFY(head.from.uri.user == "15060300081320000001"sv);
    QVERIFY(head.from.tag == "887159168"sv);
    QVERIFY(head.to.tag.empty());
    QVERIFY(head.callId == "1023131769"sv);
    QCOMPARE(head.cseq, 1U);
    QCOMPARE(head.expires.value_or(0), 3600U);
    QCOMPARE(head.contactExpires.value_or(0), 60U);
    QVERIFY(head.userAgent == "IP Camera"sv);
    QVERIFY(head.answerable());
}

void tst_SipHead::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<HeadFault>("fault");
    const QByteArray none;
    QTest::newRow("two From headers") << QByteArray("From: <sip:b@c>;tag=2") << none << HeadFault::Duplicate;
    QTest::newRow("a line without a colon") << QByteArray("this is no header") << none << HeadFault::HeaderSyntax;
    QTest::newRow("NUL in a header") << QByteArray("User-Agent: a\0b", 15) << none << HeadFault::NulOctet;
    QTest::newRow("Content-Length 2^32+10 is not 10")
        << QByteArray("Content-Length: 4294967306") << QByteArray("0123456789") << HeadFault::BodyShort;
    QTest::newRow("Content-Length is a list")
        << QByteArray("Content-Length: 10, 70") << none << HeadFault::ContentLength;
    QTest::newRow("Content-Length negative") << QByteArray("Content-Length: -1") << none << HeadFault::ContentLength;
    QTest::newRow("body one octet longer")
        << QByteArray("Content-Length: 2") << QByteArray("abc") << HeadFault::BodyLong;
    QTest::newRow("body without a type") << QByteArray("Content-Length: 3") << QByteArray("abc")
                                         << HeadFault::ContentTypeMissing;
    QTest::newRow("Expires 2^32") << QByteArray("Expires: 4294967296") << none << HeadFault::Expires;
    QTest::newRow("Expires in letters") << QByteArray("Expires: abc") << none << HeadFault::Expires;
    QTest::newRow("Contact never closed") << QByteArray("Contact: <sip:a@b") << none << HeadFault::Contact;
    QTest::newRow("Contact tel:") << QByteArray("Contact: <tel:+8612345>") << none << HeadFault::Contact;
    QTest::newRow("Contact port 99999") << QByteArray("Contact: <sip:a@b:99999>") << none << HeadFault::Contact;
    QTest::newRow("Contact * with a lease") << QByteArray("Contact: *\r\nExpires: 3600") << none << HeadFault::Contact;
    QTest::newRow("65 commas") << QByteArray("Allow: ") + QByteArray(65, ',') << none << HeadFault::Limit;
    QTest::newRow("a line of 9,000 octets") << QByteArray("X: ") + QByteArray(9000, 'x') << none << HeadFault::Limit;
    QTest::newRow("300 lines") << QByteArray("X: y\r\n").repeated(299) + QByteArray("X: y") << none << HeadFault::Limit;
}

void tst_SipHead::faultsAreNamed()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, body);
    QFETCH(const HeadFault, fault);
    const QByteArray message
        = "REGISTER sip:s@d SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\nFrom: <sip:a@d>;tag=1\r\nTo: <sip:a@d>\r\n"
          "Call-ID: c\r\nCSeq: 1 REGISTER\r\n"
        + line + "\r\n\r\n" + body;
    const SipHead head = scanHead({message.constData(), std::size_t(message.size())});
    QCOMPARE(head.faults,
        1U << unsigned(fault)
            | (fault == HeadFault::BodyShort || fault == HeadFault::BodyLong
                    ? 1U << unsigned(HeadFault::ContentTypeMissing)
                    : 0U));
    QVERIFY(head.answerable());
    QVERIFY(head.body.size() <= std::size_t(body.size()));
}

void tst_SipHead::fromWithoutATag()
{
    for (const char *from : {"<sip:a@d>", "<sip:a@d>;tag=", "sip:a@d"}) {
        const QByteArray message = QByteArray("MESSAGE sip:s@d SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\nFrom: ")
            + from + "\r\nTo: <sip:a@d>\r\nCall-ID: c\r\nCSeq: 1 MESSAGE\r\n\r\n";
        const SipHead head = scanHead({message.constData(), std::size_t(message.size())});
        QCOMPARE(head.faults, 1U << unsigned(HeadFault::FromTagMissing));
        QVERIFY(head.answerable());
    }
}

void tst_SipHead::whatIsNotSipIsToldApart_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<SipKind>("kind");
    QTest::newRow("empty datagram") << QByteArray() << SipKind::NatKeepalive;
    QTest::newRow("CRLFCRLF") << QByteArray("\r\n\r\n") << SipKind::NatKeepalive;
    QTest::newRow("four NUL") << QByteArray(4, '\0') << SipKind::NatKeepalive;
    QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << SipKind::NotSip;
    QTest::newRow("RTP") << QByteArray("\x80\x60\x01\x02", 4) << SipKind::NotSip;
    QTest::newRow("response") << QByteArray("SIP/2.0 200 OK\r\n\r\n") << SipKind::Response;
    QTest::newRow("status 2^32+200") << QByteArray("SIP/2.0 4294967496 OK\r\n\r\n") << SipKind::Response;
}

void tst_SipHead::whatIsNotSipIsToldApart()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const SipKind, kind);
    const SipHead head = scanHead({octets.constData(), std::size_t(octets.size())});
    QVERIFY(head.kind == kind);
    QVERIFY(!head.answerable());
    if (octets.contains("4294967496")) {
        QCOMPARE(head.status, 0);
        QVERIFY(head.has(HeadFault::Status));
    }
}

void tst_SipHead::foldedAndCompactHeadersAreRead()
{
    constexpr auto message = "MESSAGE sip:s@d SIP/2.0\r\nv: SIP / 2.0 / UDP h:5070 ;branch=z9hG4bKx\r\nf:\r\n "
                             "<sip:a@d>\r\n\t;tag=1\r\nt: <sip:a@d>\r\n"
                             "i: c\r\nCSeq: 7\r\n MESSAGE\r\nc: Application/MANSCDP+xml\r\nl: 3\r\n\r\nabc"sv;
    const SipHead head = scanHead(message);
    QCOMPARE(head.faults, 0U);
    QVERIFY(head.via.host == "h"sv);
    QCOMPARE(head.via.port.value_or(0), 5070);
    QVERIFY(head.from.tag == "1"sv);
    QCOMPARE(head.cseq, 7U);
    QVERIFY(head.body == "abc"sv);
}

/// Against a plain search, in texts of all lengths that are cut at all places of a word, and behind what is kept as
/// bits.
void tst_SipHead::marksAreFound()
{
    QRandomGenerator random(28181);
    const std::string_view others = "xAZaz09/!~ \r\t\x80\xba\xff";
    const std::string_view marks = ":;<=>?@,\"";
    for (std::size_t size = 0; size < 400; ++size) {
        std::string text(size + (size % 40 == 7 ? 16384 : 0), ' ');
        for (char &c : text)
            c = random.bounded(20) == 0    ? '\n'
                : random.bounded(300) == 0 ? '\0'
                : random.bounded(6) == 0   ? marks[random.bounded(9U)]
                                           : others[random.bounded(16U)];
        HeadMarks finder(text);
        const char *const begin = text.data(), *const end = begin + text.size();
        for (std::size_t from = 0; from <= text.size(); from += 1 + random.bounded(size % 10 == 0 ? 90U : 9U)) {
            QCOMPARE(finder.feed(begin + from) - begin, std::find(begin + from, end, '\n') - begin);
            QCOMPARE(finder.next(begin + from, end) - begin, std::find_if(begin + from, end, isMark) - begin);
            const char *const near = std::min(end, begin + from + 5);
            QCOMPARE(finder.next(begin + from, near) - begin, PlainMarks::next(begin + from, near) - begin);
        }
        if (text.find('\0') != std::string::npos)
            QVERIFY(finder.maybeZeros());
    }
}

static QByteArray keepaliveOf(int device, int sn)
{
    const QByteArray id = "340200000013200" + QByteArray::number(10000 + device), number = QByteArray::number(100 + sn),
                     body = "<SN>" + number + "</SN>";
    return "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP 192.168.1."
        + QByteArray::number(10 + device) + ":50" + QByteArray::number(60 + device) + ";rport;branch=z9hG4bK" + number
        + "\r\nFrom: <sip:" + id + "@3402000000>;tag=a" + number + "\r\nTo: <sip:" + id + "@3402000000>\r\nCall-ID: c"
        + number + "\r\nCSeq: " + number + " MESSAGE\r\nX-Serial: K" + number
        + "\r\nContent-Type: Application/MANSCDP+xml\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

void tst_SipHead::layoutsAreRecognised()
{
    HeadLayouts layouts;
    SipHead head;
    for (int device = 0; device < 5; ++device) {
        for (int sn = 0; sn < 10; ++sn) {
            const QByteArray message = keepaliveOf(device, sn);
            const std::string_view octets(message.constData(), static_cast<std::size_t>(message.size()));
            layouts.scan(octets, head);
            QCOMPARE(head.faults, 0U);
            QVERIFY(head == scanHead(octets));
            QVERIFY(
                head.from.uri.user.data() > octets.data() && head.from.uri.user.data() < octets.data() + octets.size());
            QCOMPARE(head.cseq, static_cast<unsigned>(100 + sn));
            QCOMPARE(head.via.port.value_or(0), 5060 + device);
        }
    }
    QCOMPARE(layouts.recognised(), 48U); // all but the first, and the second, from which it is learnt
}

void tst_SipHead::whatDiffersElsewhereIsReadAnew_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("recognised");
    QTest::newRow("a value of an unknown header") << QByteArray("K100") << QByteArray("z9Z0") << true;
    QTest::newRow("a host") << QByteArray("192.168.1.10") << QByteArray("a92.b68.c.d0") << true;
    QTest::newRow("a body") << QByteArray("<SN>100</SN>") << QByteArray("\"@,:\0;\n\n\n<>=", 12) << true;
    QTest::newRow("a longer body") << QByteArray("</SN>") << QByteArray("</SN> and more") << true;
    QTest::newRow("a shorter body") << QByteArray("</SN>") << QByteArray("") << true;
    QTest::newRow("a method") << QByteArray("MESSAGE") << QByteArray("MESSAGF") << false;
    QTest::newRow("a version") << QByteArray("SIP/2.0") << QByteArray("SIP/3.0") << false;
    QTest::newRow("a scheme") << QByteArray("sip:34020000001320010000") << QByteArray("tel:34020000001320010000")
                              << false;
    QTest::newRow("a header's name") << QByteArray("Call-ID") << QByteArray("Call-IX") << false;
    QTest::newRow("a parameter's name") << QByteArray(";rport") << QByteArray(";xport") << false;
    QTest::newRow("another mark") << QByteArray(";rport") << QByteArray(",rport") << false;
    QTest::newRow("a CSeq without a number") << QByteArray("CSeq: 100") << QByteArray("CSeq: 1x0") << false;
    QTest::newRow("a port without a number") << QByteArray(":5060;") << QByteArray(":50a0;") << false;
    QTest::newRow("a length without a number")
        << QByteArray("Content-Length: 12") << QByteArray("Content-Length: 1a") << false;
    QTest::newRow("a line that goes on") << QByteArray("c100\r\nCSeq") << QByteArray("c100\r\n Seq") << false;
    QTest::newRow("a slash in a host") << QByteArray("192.168.1.10") << QByteArray("192/168.1.10") << false;
    QTest::newRow("a blank in a Call-ID") << QByteArray("Call-ID: c100") << QByteArray("Call-ID:  100") << false;
    QTest::newRow("an octet of zero") << QByteArray("Call-ID: c100")
                                      << QByteArray("Call-ID: c\0"
                                                    "00",
                                             13)
                                      << false;
}

void tst_SipHead::whatDiffersElsewhereIsReadAnew()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const bool, recognised);
    const QByteArray message = keepaliveOf(0, 0);
    QByteArray other = message;
    other.replace(from, to);
    QVERIFY(other != message);
    const auto view = [](const QByteArray &text) {
        return std::string_view(text.constData(), static_cast<std::size_t>(text.size()));
    };
    HeadLayouts layouts;
    SipHead head;
    for (int time = 0; time < 3; ++time)
        layouts.scan(view(message), head);
    QCOMPARE(layouts.recognised(), 1U);
    layouts.scan(view(other), head);
    QVERIFY(head == scanHead(view(other)));
    QCOMPARE(layouts.recognised(), recognised ? 2U : 1U);
}

QTEST_GUILESS_MAIN(tst_SipHead)
#include "tst_siphead.moc"
