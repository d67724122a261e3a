#include "tests/support/callsite.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(gb::TransportKind)

/// The caller's side of the user agent core: RFC 3261 §9.1, §13.2, §15.1.1.
class tst_UserAgent : public QObject
{
    Q_OBJECT
private slots:
    void aCall_data();
    void aCall();
    void theInvite();
    void eachCopyOfThe2xxHasTheSameAck();
    void forks();
    void refused_data();
    void refused();
    void nobodyAnswers();
    void itRingsForTooLong();
    void cancelWaitsForA1xx();
    void cancelAheadOfAnyAnswerWithFinal();
    void cancelAndNobodyAnswers();
    void a2xxCrossesTheCancel_data();
    void a2xxCrossesTheCancel();
    void cancelAfterThe2xxIsABye();
    void thePeerHangsUp();
    void ourByeIsNotAnswered();
    void reinviteOfThePeer();
    void transportErrors();
    void strayAndLateResponses();
    void notOurs();
    void boundedCalls();
};

void tst_UserAgent::aCall_data()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::newRow("UDP") << TransportKind::Udp;
    QTest::newRow("TCP") << TransportKind::Tcp;
}

void tst_UserAgent::aCall()
{
    QFETCH(const TransportKind, transport);
    CallSite site;
    site.transport = transport;
    const CallHandle call = site.invite();
    site.runTo(100ms);
    site.peerAnswers("INVITE", 100);
    site.runTo(200ms);
    site.peerAnswers("INVITE", 180);
    QVERIFY(site.agent.dialogs().size() == 1);
    site.runTo(700ms);
    site.take(responseTo(site.latest("INVITE"), 200, "theirs",
                  "Contact: <sip:cam@10.0.0.9:5066>\r\nRecord-Route: <sip:p;lr>\r\n"),
        {peer.address, 5099});
    QCOMPARE(site.news.constLast().status, 200);
    const QByteArray ack = site.latest("ACK"), invite = site.latest("INVITE");
    const SipHead ackHead = scanHead(view(ack)), inviteHead = scanHead(view(invite));
    QVERIFY(ackHead.via.branch != inviteHead.via.branch);
    QCOMPARE(ackHead.cseq, inviteHead.cseq);
    QCOMPARE(bytes(ackHead.requestUri.text), QByteArray("sip:cam@10.0.0.9:5066"));
    QCOMPARE(bytes(ackHead.to.tag), QByteArray("theirs"));
    QCOMPARE(headerValues(view(ack), "Route"), QList<QByteArray>{"<sip:p;lr>"});
    QCOMPARE(site.destinations.constLast().port, quint16(5099)); // where the 2xx came from
    site.runTo(60s);
    QVERIFY(site.agent.hangUp(call, site.clock.now()));
    QVERIFY(!site.agent.hangUp(call, site.clock.now()));
    const QByteArray bye = site.latest("BYE");
    QCOMPARE(scanHead(view(bye)).cseq, inviteHead.cseq + 1);
    QCOMPARE(site.agent.dialogs().size(), 0);
    site.peerAnswers("BYE", 200);
    QCOMPARE(site.log,
        QByteArray(">INVITE 0 | ringing 100 200 | >ACK 700 | answered 700 | >BYE 60000 | ended:our-bye 60000"));
    site.runTo(200s);
    QCOMPARE(site.agent.calls(), 0U);
    QCOMPARE(site.agent.transactions().size(), 0U);
    QVERIFY(!site.agent.nextDeadline());
}

void tst_UserAgent::theInvite()
{
    CallSite site;
    site.invite();
    const QByteArray invite = site.latest("INVITE");
    const SipHead head = scanHead(view(invite));
    QCOMPARE(head.faults, 0U);
    QCOMPARE(bytes(head.body), QByteArray("v=0\r\n"));
    QCOMPARE(bytes(head.subject), QByteArray("34020000001320000001:1,34020000002000000001:1"));
    QCOMPARE(bytes(head.contact.uri.text), QByteArray("sip:34020000002000000001@10.0.0.1:5060"));
    QVERIFY(head.to.tag.empty() && !head.from.tag.empty() && head.via.rport);
}

void tst_UserAgent::eachCopyOfThe2xxHasTheSameAck()
{
    CallSite site;
    site.invite();
    for (const int at : {10, 510, 1510, 32009}) {
        site.runTo(std::chrono::milliseconds(at));
        site.peerAnswers("INVITE", 200);
    }
    QCOMPARE(site.log, QByteArray(">INVITE 0 | >ACK 10 | answered 10 | >ACK 510 1510 32009"));
    QCOMPARE(QSet<QByteArray>(site.sent.begin() + 1, site.sent.end()).size(), 1);
    QCOMPARE(site.agent.counters().repeatedAcks, 3U);
    site.runTo(32010ms); // timer M
    site.peerAnswers("INVITE", 200);
    QCOMPARE(site.agent.counters().strayResponses, 1U);
    QVERIFY(site.log.endsWith(">ACK 510 1510 32009"));
}

void tst_UserAgent::forks()
{
    CallSite site;
    site.invite();
    site.peerAnswers("INVITE", 180, "a");
    site.peerAnswers("INVITE", 180, "b");
    site.peerAnswers("INVITE", 183, "c");
    QCOMPARE(site.agent.dialogs().size(), 3);
    site.peerAnswers("INVITE", 200, "b");
    site.runTo(100ms);
    site.peerAnswers("INVITE", 200, "a"); // of no use: its dialog gets the ACK, then the BYE
    QCOMPARE(bytes(scanHead(view(site.sent.constLast())).to.tag), QByteArray("a"));
    QCOMPARE(site.log, QByteArray(">INVITE 0 | ringing 0 0 0 | >ACK 0 | answered 0 | >ACK 100 | >BYE 100"));
    QCOMPARE(site.agent.dialogs().size(), 2); // b, and c that still rings
    site.runTo(32s);                          // timer M: what did not answer by then never will
    QCOMPARE(site.agent.dialogs().size(), 1);
    QCOMPARE(site.agent.counters().lateAnswers, 1U);
}

void tst_UserAgent::refused_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {302, 404, 486, 503, 603})
        QTest::addRow("%d", status) << status;
}

void tst_UserAgent::refused()
{
    QFETCH(const int, status);
    CallSite site;
    site.invite();
    site.peerAnswers("INVITE", 180);
    site.runTo(10ms);
    site.peerAnswers("INVITE", status);
    QCOMPARE(site.log, QByteArray(">INVITE 0 | ringing 0 | >ACK 10 | ended:refused 10"));
    QCOMPARE(site.news.constLast().status, status);
    QCOMPARE(site.agent.dialogs().size(), 0);
    site.runTo(40s);
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgent::nobodyAnswers()
{
    CallSite site;
    site.invite();
    site.runTo(99s);
    QCOMPARE(site.log, QByteArray(">INVITE 0 500 1500 3500 7500 15500 31500 | ended:timeout 32000"));
    QCOMPARE(site.news.constLast().status, 408);
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgent::itRingsForTooLong()
{
    CallSite site;
    site.invite();
    site.peerAnswers("INVITE", 180);
    site.runTo(180s);
    QCOMPARE(site.log, QByteArray(">INVITE 0 | ringing 0 | >CANCEL 180000"));
}

void tst_UserAgent::cancelWaitsForA1xx()
{
    CallSite site;
    const CallHandle call = site.invite();
    QVERIFY(site.agent.hangUp(call, site.clock.now()));
    QVERIFY(!site.agent.hangUp(call, site.clock.now()));
    site.runTo(600ms);
    QCOMPARE(site.log, QByteArray(">INVITE 0 500")); // §9.1: nothing to cancel yet
    site.peerAnswers("INVITE", 100);
    const QByteArray invite = site.latest("INVITE"), cancel = site.latest("CANCEL");
    const SipHead of = scanHead(view(invite)), it = scanHead(view(cancel));
    QVERIFY(it.via.text == of.via.text && it.viaCount == 1 && it.cseq == of.cseq
        && it.requestUri.text == of.requestUri.text && it.toLine == of.toLine);
    site.runTo(700ms);
    site.peerAnswers("CANCEL", 200);
    site.peerAnswers("INVITE", 487);
    QCOMPARE(site.log, QByteArray(">INVITE 0 500 | >CANCEL 600 | ringing 600 | >ACK 700 | ended:cancelled 700"));
    QCOMPARE(site.news.constLast().status, 487);
    site.runTo(99s);
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgent::cancelAheadOfAnyAnswerWithFinal()
{
    CallSite site;
    const CallHandle call = site.invite();
    site.agent.hangUp(call, site.clock.now());
    site.runTo(100ms);
    site.peerAnswers("INVITE", 486); // no 1xx ever: there was nothing to cancel
    QCOMPARE(site.log, QByteArray(">INVITE 0 | >ACK 100 | ended:cancelled 100"));
    QVERIFY(site.latest("CANCEL").isEmpty());
}

/// §9.1: 64·T1 after the CANCEL the INVITE counts as cancelled.
void tst_UserAgent::cancelAndNobodyAnswers()
{
    CallSite site;
    const CallHandle call = site.invite();
    site.peerAnswers("INVITE", 180);
    site.runTo(1s);
    site.agent.hangUp(call, site.clock.now());
    site.runTo(99s);
    QCOMPARE(site.log,
        QByteArray(">INVITE 0 | ringing 0 | >CANCEL 1000 1500 2500 4500 8500 12500 16500 20500 24500 28500 32500 | "
                   "ended:cancelled 33000"));
    QCOMPARE(site.agent.calls(), 0U);
    QCOMPARE(site.agent.dialogs().size(), 0);
}

void tst_UserAgent::a2xxCrossesTheCancel_data()
{
    QTest::addColumn<int>("provisional");
    QTest::newRow("CANCEL is on its way") << 180;
    QTest::newRow("CANCEL still waits") << 0;
}

void tst_UserAgent::a2xxCrossesTheCancel()
{
    QFETCH(const int, provisional);
    CallSite site;
    const CallHandle call = site.invite();
    if (provisional != 0)
        site.peerAnswers("INVITE", provisional);
    site.agent.hangUp(call, site.clock.now());
    site.runTo(10ms);
    site.peerAnswers("INVITE", 200);
    const QByteArray middle = provisional != 0 ? " | ringing 0 | >CANCEL 0" : "";
    QCOMPARE(site.log, QByteArray(">INVITE 0" + middle + " | >ACK 10 | >BYE 10 | ended:cancelled 10"));
    site.runTo(20ms);
    if (provisional != 0)
        site.peerAnswers("CANCEL", 481);
    site.peerAnswers("INVITE", 200);
    QVERIFY(site.log.endsWith("ended:cancelled 10 | >ACK 20")); // a copy has its ACK, and no second BYE
    site.peerAnswers("BYE", 200);
    site.runTo(99s);
    QCOMPARE(site.agent.calls(), 0U);
    QCOMPARE(site.agent.counters().lateAnswers, 1U);
}

void tst_UserAgent::cancelAfterThe2xxIsABye()
{
    CallSite site;
    const CallHandle call = site.invite();
    site.peerAnswers("INVITE", 180);
    site.peerAnswers("INVITE", 200);
    site.agent.hangUp(call, site.clock.now());
    QCOMPARE(site.log, QByteArray(">INVITE 0 | ringing 0 | >ACK 0 | answered 0 | >BYE 0"));
}

void tst_UserAgent::thePeerHangsUp()
{
    CallSite site;
    site.invite();
    site.peerAnswers("INVITE", 200);
    const QByteArray bye = site.within("BYE", 1, "ACK").text();
    site.runTo(5s);
    QVERIFY(site.take(bye));
    site.runTo(6s);
    QVERIFY(site.take(bye));                                 // again, for the 200 was lost
    QVERIFY(site.take(site.within("BYE", 2, "ACK").text())); // and one of a dialog that is no more
    QCOMPARE(site.log,
        QByteArray(">INVITE 0 | >ACK 0 | answered 0 | >200 5000 | ended:peer-bye 5000 | >200 6000 | >481 6000"));
    site.runTo(99s);
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgent::ourByeIsNotAnswered()
{
    CallSite site;
    const CallHandle call = site.invite();
    site.peerAnswers("INVITE", 200);
    site.agent.hangUp(call, site.clock.now());
    site.runTo(99s);
    QCOMPARE(site.log,
        QByteArray(">INVITE 0 | >ACK 0 | answered 0 | >BYE 0 500 1500 3500 7500 11500 15500 19500 23500 27500 31500 | "
                   "ended:our-bye 32000"));
    QCOMPARE(site.news.constLast().status, 408);
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgent::reinviteOfThePeer()
{
    CallSite site;
    site.invite();
    site.peerAnswers("INVITE", 200);
    site.runTo(1s);
    RequestText reinvite = site.within("INVITE", 1, "ACK");
    reinvite.extra = "Contact: <sip:moved@10.0.0.9:5077>\r\n";
    site.take(reinvite.text());
    QCOMPARE(bytes(scanHead(view(site.latest("200"))).body), QByteArray("v=0\r\n"));
    RequestText cancel = reinvite;
    cancel.method = "CANCEL";
    site.take(cancel.text()); // §9.2: 200, and no effect any more
    QCOMPARE(scanHead(view(site.sent.constLast())).cseqMethod, std::string_view("CANCEL"));
    QCOMPARE(scanHead(view(site.sent.constLast())).status, 200);
    RequestText second = site.within("INVITE", 2, "ACK");
    site.take(second.text()); // the first one waits for its ACK
    site.runTo(1600ms);
    RequestText ack = site.within("ACK", 1, "ACK");
    ack.branch = "z9hG4bKack";
    site.take(ack.text());
    site.runTo(20s);
    QCOMPARE(site.log,
        QByteArray(">INVITE 0 | >ACK 0 | answered 0 | >200 1000 | modified 1000 | >200 1000 | >500 1000 | >200 1500 | "
                   ">500 1500 2500 4500 8500 12500 16500"));
    site.agent.hangUp(site.news.constFirst().call, site.clock.now());
    const QByteArray bye = site.latest("BYE");
    QCOMPARE(bytes(scanHead(view(bye)).requestUri.text), QByteArray("sip:moved@10.0.0.9:5077"));
}

void tst_UserAgent::transportErrors()
{
    CallSite refusing;
    refusing.deaf = true;
    QCOMPARE(refusing.invite(), 0U);
    QCOMPARE(refusing.agent.calls(), 0U);
    CallSite later;
    later.invite();
    later.deaf = true;
    later.runTo(1s);
    QCOMPARE(later.log, QByteArray(">INVITE 0 | ended:transport 500"));
    QCOMPARE(later.news.constLast().status, 503);
    QCOMPARE(later.agent.calls(), 0U);
    CallSite bye;
    const CallHandle call = bye.invite();
    bye.peerAnswers("INVITE", 200);
    bye.deaf = true;
    QVERIFY(bye.agent.hangUp(call, bye.clock.now()));
    QCOMPARE(bye.log, QByteArray(">INVITE 0 | >ACK 0 | answered 0 | ended:transport 0"));
}

void tst_UserAgent::strayAndLateResponses()
{
    CallSite site;
    QVERIFY(!site.take(responseTo(RequestText{}.text(), 200)));
    site.invite();
    const QByteArray two = responseTo(site.latest("INVITE"), 200)
                               .replace("\r\nFrom", "\r\nVia: SIP/2.0/UDP 10.0.0.5;branch=z9hG4bKx\r\nFrom");
    QVERIFY(!site.take(two)); // §8.1.3.3
    site.runTo(99s);
    QVERIFY(!site.peerAnswers("INVITE", 200)); // after timer B
    QCOMPARE(site.agent.counters().strayResponses, 3U);
    QVERIFY(!site.log.contains("ACK"));
}

void tst_UserAgent::notOurs()
{
    CallSite site;
    for (const char *method : {"REGISTER", "MESSAGE", "OPTIONS", "INFO"})
        QVERIFY(!site.take(RequestText{.method = method}.text()));
    QVERIFY(!site.take("\r\n\r\n"));
    QVERIFY(!site.take(RequestText{}.text(), us)); // from ourselves
    QVERIFY(!site.take(RequestText{}.text(), {peer.address, 0}));
    QCOMPARE(site.agent.transactions().size(), 0U);
    QVERIFY(site.log.isEmpty());
}

void tst_UserAgent::boundedCalls()
{
    CallSite site;
    for (std::size_t i = 0; i < UserAgent::maxCalls; ++i)
        QVERIFY(site.invite() != 0);
    QCOMPARE(site.invite(), 0U);
    QVERIFY(site.take(RequestText{}.text()));
    QCOMPARE(what(site.sent.constLast()), QByteArray("503"));
    QCOMPARE(site.agent.counters().refusedCalls, 2U);
    site.runTo(32s);
    QCOMPARE(site.agent.calls(), 0U);
}

QTEST_GUILESS_MAIN(tst_UserAgent)
#include "tst_useragent.moc"
