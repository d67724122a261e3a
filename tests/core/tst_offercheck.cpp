#include "core/message/offercheck.h"

#include <QtTest>

using namespace gb;

/// What an INVITE may be refused for, one thing wrong at a time.
class tst_OfferCheck : public QObject
{
    Q_OBJECT
private slots:
    void offers_data();
    void offers();
};

namespace {

const QByteArray head = "INVITE sip:34020000001310000001@192.168.1.64:5060 SIP/2.0\r\nVia: SIP/2.0/UDP "
                        "192.168.1.15:5060;branch=z9hG4bK1\r\nSubject: "
                        "34020000001310000001:0100000001,34020000002000000001:0\r\nContent-Type: application/sdp\r\n";
const QByteArray sdp = "v=0\r\no=34020000001310000001 0 0 IN IP4 192.168.1.15\r\ns=Play\r\nc=IN IP4 192.168.1.15\r\n"
                       "t=0 0\r\nm=video 6000 TCP/RTP/AVP 96 98 8\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\n"
                       "a=rtpmap:98 H264/90000\r\na=setup:passive\r\na=connection:new\r\ny=0100000001\r\n"
                       "f=v/2/6/25/1/4000a/1/8/1\r\n";

} // namespace

void tst_OfferCheck::offers_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("sdp");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const QByteArray &top, const QByteArray &body, int fault,
                         const QByteArray &shown = {}) { QTest::newRow(name) << top << body << fault << shown; };
    const auto with = [](QByteArray text, const char *from, const QByteArray &to) { return text.replace(from, to); };
    const auto is = [](OfferFault fault) { return static_cast<int>(fault); };
    row("well", head, sdp, -1);
    row("well: no y=, no f=", head, with(with(sdp, "y=0100000001\r\n", ""), "f=v/2/6/25/1/4000a/1/8/1\r\n", ""), -1);
    row("well: no f=", head, with(sdp, "f=v/2/6/25/1/4000a/1/8/1\r\n", ""), -1);
    row("well: audio alone in f=", head, with(sdp, "f=v/2/6/25/1/4000a/1/8/1", "f=v/////a/1/8/1"), -1);
    row("well: capitals, a parameter", with(head, "application/sdp", "Application/SDP;charset=x"), sdp, -1);
    row("well: playback", head, with(with(sdp, "s=Play", "s=Playback"), "t=0 0", "t=1772409600 1772413200"), -1);
    row("no type", with(head, "Content-Type: application/sdp\r\n", ""), sdp, is(OfferFault::ContentType));
    row("another type", with(head, "/sdp", "/xml"), sdp, is(OfferFault::ContentType), "application/xml");
    row("longer than it says", head, sdp + "length", is(OfferFault::Length));
    row("no body", head, {}, is(OfferFault::Missing));
    row("last line open", head, sdp.chopped(2), is(OfferFault::NotClosed));
    row("y= of nine digits", head, with(sdp, "y=0100000001", "y=010000001"), is(OfferFault::Ssrc), "010000001");
    row("y= begins with 2", head, with(sdp, "y=0100000001", "y=2100000001"), is(OfferFault::Ssrc), "2100000001");
    row("y= in the session's part", head, with(with(sdp, "y=0100000001\r\n", ""), "m=video", "y=0100000001\r\nm=video"),
        is(OfferFault::SsrcPlace), "y=0100000001");
    row("y= ahead of a=", head, with(with(sdp, "y=0100000001\r\n", ""), "a=setup", "y=0100000001\r\na=setup"),
        is(OfferFault::SsrcPlace), "y=0100000001");
    row("f= ahead of y=", head,
        with(with(sdp, "y=0100000001\r\n", ""), "4000a/1/8/1\r\n", "4000a/1/8/1\r\ny=0100000001\r\n"),
        is(OfferFault::MediaInfo), "f=v/2/6/25/1/4000a/1/8/1");
    row("a blank in f=", head, with(sdp, "4000a/", "4000 a/"), is(OfferFault::MediaInfo), "v/2/6/25/1/4000 a/1/8/1");
    row("a line of no kind", head, with(sdp, "t=0 0", "t =0 0"), is(OfferFault::Line), "t =0 0");
    row("s= of no kind", head, with(sdp, "s=Play", "s=Live"), is(OfferFault::SessionName), "Live");
    row("no setup", head, with(sdp, "a=setup:passive\r\n", ""), is(OfferFault::Setup), "TCP/RTP/AVP");
    row("no rtpmap", head, with(sdp, "a=rtpmap:98 H264/90000\r\n", ""), is(OfferFault::Mapping), "98");
    row("no Subject", with(head, "Subject: 34020000001310000001:0100000001,34020000002000000001:0\r\n", ""), sdp,
        is(OfferFault::Subject));
    row("half a Subject", with(head, ",34020000002000000001:0", ""), sdp, is(OfferFault::Subject),
        "34020000001310000001:0100000001");
}

void tst_OfferCheck::offers()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, sdp);
    QFETCH(const int, fault);
    QFETCH(const QByteArray, shown);
    const bool longer = sdp.endsWith("length");
    const QByteArray octets = head + "Content-Length: " + QByteArray::number(sdp.size() - (longer ? 6 : 0)) + "\r\n\r\n"
        + sdp;
    const SipHead read = scanHead({octets.constData(), static_cast<std::size_t>(octets.size())});
    std::string_view what;
    const auto found = checkOffer(read, readSdp(read.body), what);
    QCOMPARE(found ? static_cast<int>(*found) : -1, fault);
    if (fault >= 0)
        QCOMPARE(QByteArray(what.data(), static_cast<qsizetype>(what.size())), shown);
}

QTEST_GUILESS_MAIN(tst_OfferCheck)
#include "tst_offercheck.moc"
