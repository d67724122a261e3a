#include "core/sip/feedfinder.h"
#include "core/sip/siphead.h"

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
    void whatIsNotSipIsToldApart_data();
    void whatIsNotSipIsToldApart();
    void foldedAndCompactHeadersAreRead();
    void lineFeedsAreFound();
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
    QTest::newRow("Content-Length 2^32+10 is not 10") << QByteArray("Content-Length: 4294967306") << QByteArray("0123456789") << HeadFault::BodyShort;
    QTest::newRow("Content-Length is a list") << QByteArray("Content-Length: 10, 70") << none << HeadFault::ContentLength;
    QTest::newRow("Content-Length negative") << QByteArray("Content-Length: -1") << none << HeadFault::ContentLength;
    QTest::newRow("body one octet longer") << QByteArray("Content-Length: 2") << QByteArray("abc") << HeadFault::BodyLong;
    QTest::newRow("body without a type") << QByteArray("Content-Length: 3") << QByteArray("abc") << HeadFault::ContentTypeMissing;
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
    const QByteArray message = "REGISTER sip:s@d SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\nFrom: <sip:a@d>;tag=1\r\nTo: <sip:a@d>\r\n"
                               "Call-ID: c\r\nCSeq: 1 REGISTER\r\n"
        + line + "\r\n\r\n" + body;
    const SipHead head = scanHead({message.constData(), std::size_t(message.size())});
    QCOMPARE(head.faults, 1U << unsigned(fault) | (fault == HeadFault::BodyShort || fault == HeadFault::BodyLong ? 1U << unsigned(HeadFault::ContentTypeMissing) : 0U));
    QVERIFY(head.answerable());
    QVERIFY(head.body.size() <= std::size_t(body.size()));
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
    constexpr auto message = "MESSAGE sip:s@d SIP/2.0\r\nv: SIP / 2.0 / UDP h:5070 ;branch=z9hG4bKx\r\nf:\r\n <sip:a@d>\r\n\t;tag=1\r\nt: <sip:a@d>\r\n"
                             "i: c\r\nCSeq: 7\r\n MESSAGE\r\nc: Application/MANSCDP+xml\r\nl: 3\r\n\r\nabc"sv;
    const SipHead head = scanHead(message);
    QCOMPARE(head.faults, 0U);
    QVERIFY(head.via.host == "h"sv);
    QCOMPARE(head.via.port.value_or(0), 5070);
    QVERIFY(head.from.tag == "1"sv);
    QCOMPARE(head.cseq, 7U);
    QVERIFY(head.body == "abc"sv);
}

/// Against a plain search, in texts of all lengths that are cut at all places of a block.
void tst_SipHead::lineFeedsAreFound()
{
    QRandomGenerator random(28181);
    for (std::size_t size = 0; size < 200; ++size) {
        std::string text(size, 'x');
        for (char &c : text)
            c = random.bounded(6) == 0 ? '\n' : random.bounded(40) == 0 ? '\0' : 'x';
        FeedFinder finder(text);
        std::size_t from = 0;
        while (from <= size) {
            const std::size_t found = finder.next(from);
            QCOMPARE(found, std::string_view(text).find('\n', from));
            if (found == std::string_view::npos)
                break;
            from = found + 1 + random.bounded(3U); // some are passed over
        }
        if (from <= size) // all of it was looked at
            QCOMPARE(finder.sawZero(), text.find('\0') != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(tst_SipHead)
#include "tst_siphead.moc"
