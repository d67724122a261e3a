#include "core/capture/signallingsieve.h"
#include "core/net/streamframer.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;

/// The SIP version is compared without case (RFC 3261 §7.1), wherever somebody looks whether something is SIP; what we
/// send is upper-case. And what we say of a body whose encoding we do not read.
class tst_SipVersion : public QObject
{
    Q_OBJECT
private slots:
    void spellings_data();
    void spellings();
    void otherVersionsStayRefused();
    void encodedBodies_data();
    void encodedBodies();
};

void tst_SipVersion::spellings_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"SIP", "sip", "Sip", "sIP"})
        QTest::newRow(name) << QByteArray(name);
}

void tst_SipVersion::spellings()
{
    QFETCH(const QByteArray, name);
    const auto spelled = [&](QByteArray text) { return text.replace("SIP/2.0", QByteArray(name + "/2.0")); };
    Site site;
    const QByteArray request = spelled(site.registerText({}));
    const SipHead head = scanHead(view(request));
    QVERIFY(head.kind == SipKind::Request && head.method == SipMethod::Register);
    QVERIFY(!head.has(HeadFault::Version) && head.faults == 0);
    QCOMPARE(head.via.transport, std::string_view("UDP"));
    QCOMPARE(head.via.host, std::string_view("192.168.1.64"));

    const auto challenge = site.send(request);
    QCOMPARE(Site::statusOf(challenge), 401);
    QVERIFY(challenge.constFirst().startsWith("SIP/2.0 401 "));
    const QByteArray again = spelled(site.registerText({.cseq = 2,
        .extra = Site::authorization("34020000001320000001", Site::nonceOf(challenge.constLast()), "12345678")}));
    QCOMPARE(site.status(again), 200);
    QCOMPARE(site.status(spelled(site.keepalive())), 200);
    QVERIFY(site.state() == DeviceState::Online);
    QCOMPARE(site.device().beats, 1);

    const QByteArray answer = spelled(
        "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\n"
        "To: <sip:a@b>;tag=2\r\nCall-ID: 1\r\nCSeq: 1 MESSAGE\r\nContent-Length: 0\r\n\r\n");
    const SipHead told = scanHead(view(answer));
    QVERIFY(told.kind == SipKind::Response);
    QCOMPARE(told.status, 200);
    QCOMPARE(told.faults, 0U);

    for (const QByteArray &message : {request, answer}) {
        QVERIFY(SignallingSieve::looksLikeSip(message));
        for (const TransportKind way : {TransportKind::Udp, TransportKind::Tcp}) { // on ports that tell nothing
            SignallingSieve sieve;
            sieve.take({.at = site.clock.now(),
                           .from = endpoint("10.0.0.1", 7001),
                           .to = endpoint("10.0.0.2", 7002),
                           .transport = way,
                           .octets = message},
                0);
            const auto found = sieve.next();
            QVERIFY2(found && found->octets == message, qPrintable(transportName(way)));
        }
        StreamFramer framer;
        framer.append(message + message.left(30));
        QByteArray whole;
        QVERIFY(framer.next(whole) == StreamFramer::Result::Message);
        QCOMPARE(whole, message);
        QVERIFY(framer.next(whole) == StreamFramer::Result::NeedMore);
    }
}

void tst_SipVersion::otherVersionsStayRefused()
{
    Site site;
    for (const char *version : {"SIP/3.0", "sip/3.0", "SIP/2", "sip/2.00"})
        QCOMPARE(site.status(site.registerText({.callId = version})
                                 .replace(" SIP/2.0\r\n", QByteArray(QByteArray(" ") + version + "\r\n"))),
            505);
    for (const char *other : {"HTTP/1.1", "RTSP/1.0", "GOSSIP", "SIP:2.0", "XSIP/2.0"})
        QVERIFY2(site.send(site.registerText({}).replace(" SIP/2.0\r\n", QByteArray(QByteArray(" ") + other + "\r\n")))
                     .isEmpty(),
            other);
    QVERIFY(!SignallingSieve::looksLikeSip("GET / HTTP/1.1\r\n"));
    QVERIFY(!SignallingSieve::looksLikeSip("a/b/c si/p"));
}

void tst_SipVersion::encodedBodies_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 200;
    QTest::newRow("identity") << QByteArray("Content-Encoding: Identity\r\n") << 200;
    QTest::newRow("gzip") << QByteArray("Content-Encoding: gzip\r\n") << 415;
    QTest::newRow("compact") << QByteArray("e: gzip\r\n") << 415;
    QTest::newRow("in other letters") << QByteArray("content-ENCODING : x-something\r\n") << 415;
    QTest::newRow("folded") << QByteArray("Content-Encoding:\r\n deflate\r\n") << 415;
    QTest::newRow("one of two") << QByteArray("Content-Encoding: identity, gzip\r\n") << 415;
    QTest::newRow("on a second line") << QByteArray("Content-Encoding: identity\r\nContent-Encoding: br\r\n") << 415;
}

void tst_SipVersion::encodedBodies()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, status);
    Site site;
    QCOMPARE(site.login(), 200);
    const auto answers = site.send(site.keepalive().replace("Content-Type:", QByteArray(header + "Content-Type:")));
    QCOMPARE(Site::statusOf(answers), status);
    QCOMPARE(answers.constLast().contains("\r\nAccept-Encoding: identity\r\n"), status == 415); // RFC 3261 §8.2.3
    for (const QByteArray &method : {QByteArray("INVITE"), QByteArray("OPTIONS")}) {
        const QByteArray offer = site.message("34020000001320000001", "v=0\r\n", method, "application/sdp")
                                     .replace("MESSAGE", method)
                                     .replace("Content-Type:", QByteArray(header + "Content-Type:"));
        const int usual = method == "INVITE" ? 488 : 200;
        QCOMPARE(site.status(offer), status == 415 ? 415 : usual);
    }
    // Without a body there is nothing that it would say
    QCOMPARE(site.login({.callId = "again", .extra = header}), 200);
}

QTEST_GUILESS_MAIN(tst_SipVersion)
#include "tst_sipversion.moc"
