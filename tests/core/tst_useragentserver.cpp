#include "tests/support/callsite.h"

#include <QDirIterator>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(gb::TransportKind)

/// The callee's side of the user agent core: RFC 3261 §8.2, §9.2, §12.2.2, §13.3, §15.
class tst_UserAgentServer : public QObject
{
    Q_OBJECT
private slots:
    void aCall_data();
    void aCall();
    void theAnswers();
    void tryingAfter200ms();
    void the2xxIsRepeatedUntilItsAck_data();
    void the2xxIsRepeatedUntilItsAck();
    void withoutAckItHangsUp_data();
    void withoutAckItHangsUp();
    void aRepeatedInviteIsAbsorbed();
    void whichAckCounts_data();
    void whichAckCounts();
    void rejected_data();
    void rejected();
    void nobodyAnswersHere();
    void cancelled();
    void cancelThatIsTooLate();
    void cancelOfNothing();
    void byeOfNothing_data();
    void byeOfNothing();
    void byeOfAnEarlyDialog();
    void hangUpWaitsForTheAck();
    void hangUpAndNoAck();
    void requestsOutOfOrder();
    void otherMethodsWithin_data();
    void otherMethodsWithin();
    void refusedAtOnce_data();
    void refusedAtOnce();
    void mergedRequests();
    void wrongStatesDoNothing();
    void hostileFiles();

private:
    static RequestText invite() { return {.extra = "Contact: <sip:x@10.0.0.9:5066>\r\n", .body = "v=0\r\n"}; }
    /// Answered with 200 at once.
    static void answered(CallSite &site)
    {
        site.onIncoming = [&site](CallHandle call) {
            QVERIFY(site.agent.accept(call, "application/sdp", "v=1\r\n", site.clock.now()));
        };
        QVERIFY(site.take(invite().text()));
    }
    static QByteArray ack(const CallSite &site, int cseq = 1) { return site.within("ACK", cseq).text(); }
};

void tst_UserAgentServer::aCall_data()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::newRow("UDP") << TransportKind::Udp;
    QTest::newRow("TCP") << TransportKind::Tcp;
}

void tst_UserAgentServer::aCall()
{
    QFETCH(const TransportKind, transport);
    CallSite site;
    site.transport = transport;
    site.take(invite().text());
    const CallHandle call = site.news.constFirst().call;
    QCOMPARE(site.news.constFirst().body, QByteArray("v=0\r\n"));
    site.runTo(100ms);
    QVERIFY(site.agent.ring(call, site.clock.now()));
    QCOMPARE(site.agent.dialogs().size(), 1);
    site.runTo(3s);
    QVERIFY(site.agent.accept(call, "application/sdp", "v=1\r\n", site.clock.now()));
    site.take(ack(site));
    site.runTo(60s);
    QVERIFY(site.agent.hangUp(call, site.clock.now()));
    QCOMPARE(site.log, QByteArray("incoming 0 | >180 100 | >200 3000 | confirmed 3000 | >BYE 60000"));
    const QByteArray bye = site.latest("BYE");
    QCOMPARE(bytes(scanHead(view(bye)).requestUri.text), QByteArray("sip:x@10.0.0.9:5066"));
    QCOMPARE(bytes(scanHead(view(bye)).to.tag), QByteArray("f1"));
    site.peerAnswers("BYE", 200);
    QVERIFY(site.log.endsWith("ended:our-bye 60000"));
    site.runTo(100s);
    QCOMPARE(site.agent.calls(), 0U);
    QCOMPARE(site.agent.transactions().size(), 0U);
}

void tst_UserAgentServer::theAnswers()
{
    CallSite site;
    RequestText request = invite();
    request.extra += "Record-Route: <sip:p1;lr>, <sip:p2;lr>\r\n";
    site.take(request.text());
    const CallHandle call = site.news.constFirst().call;
    QVERIFY(site.agent.ring(call, site.clock.now()));
    QVERIFY(site.agent.accept(call, "application/sdp\r\nEvil: 1", "v=1\r\n", site.clock.now()));
    for (const char *status : {"180", "200"}) {
        const QByteArray text = site.latest(status);
        const SipHead head = scanHead(view(text));
        QCOMPARE(head.faults, 0U);
        QCOMPARE(headerValues(view(text), "Record-Route"), (QList<QByteArray>{"<sip:p1;lr>", "<sip:p2;lr>"}));
        QCOMPARE(bytes(head.contact.uri.text), QByteArray("sip:34020000002000000001@10.0.0.1:5060"));
        QCOMPARE(head.to.tag, scanHead(view(site.latest("180"))).to.tag);
        QVERIFY(!head.to.tag.empty());
    }
    QVERIFY(site.latest("200").endsWith("Content-Type: application/sdp  Evil: 1\r\nContent-Length: 5\r\n\r\nv=1\r\n"));
}

void tst_UserAgentServer::tryingAfter200ms()
{
    CallSite site;
    site.take(invite().text());
    site.runTo(500ms);
    site.take(invite().text());
    QCOMPARE(site.log, QByteArray("incoming 0 | >100 200 500"));
    QVERIFY(!site.latest("100").contains("To: <sip:34020000001320000001@3402000000>;tag"));
    CallSite quick;
    answered(quick);
    quick.runTo(300ms);
    QCOMPARE(quick.log, QByteArray("incoming 0 | >200 0"));
}

void tst_UserAgentServer::the2xxIsRepeatedUntilItsAck_data()
{
    aCall_data();
}

void tst_UserAgentServer::the2xxIsRepeatedUntilItsAck()
{
    QFETCH(const TransportKind, transport);
    CallSite site;
    site.transport = transport;
    answered(site);
    site.runTo(9s);
    site.take(ack(site));
    site.runTo(10s);
    site.take(ack(site)); // for a copy
    site.runTo(31s);
    QCOMPARE(site.log, QByteArray("incoming 0 | >200 0 500 1500 3500 7500 | confirmed 9000"));
    QCOMPARE(QSet<QByteArray>(site.sent.begin(), site.sent.end()).size(), 1);
    QCOMPARE(site.agent.counters().repeated2xx, 4U);
    QCOMPARE(site.agent.counters().strayAcks, 0U);
}

void tst_UserAgentServer::withoutAckItHangsUp_data()
{
    aCall_data();
}

void tst_UserAgentServer::withoutAckItHangsUp()
{
    QFETCH(const TransportKind, transport);
    CallSite site;
    site.transport = transport;
    answered(site);
    site.runTo(32s);
    QCOMPARE(site.log,
        QByteArray("incoming 0 | >200 0 500 1500 3500 7500 11500 15500 19500 23500 27500 31500 | >BYE 32000 | "
                   "ended:no-ack 32000"));
    QCOMPARE(site.agent.dialogs().size(), 0);
    site.runTo(99s);
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgentServer::aRepeatedInviteIsAbsorbed()
{
    CallSite site;
    answered(site);
    for (const int at : {100, 600, 20'000}) {
        site.runTo(std::chrono::milliseconds(at));
        site.take(invite().text());
        if (at == 600)
            site.take(ack(site));
    }
    QCOMPARE(site.log, QByteArray("incoming 0 | >200 0 500 | confirmed 600"));
    QCOMPARE(site.agent.transactions().counters().absorbed, 3U);
}

void tst_UserAgentServer::whichAckCounts_data()
{
    QTest::addColumn<QByteArray>("callId");
    QTest::addColumn<QByteArray>("fromTag");
    QTest::addColumn<int>("cseq");
    QTest::addColumn<bool>("counts");
    const QByteArray callId = RequestText{}.callId;
    QTest::newRow("its own") << callId << QByteArray("f1") << 1 << true;
    QTest::newRow("other CSeq number") << callId << QByteArray("f1") << 2 << false;
    QTest::newRow("other From tag") << callId << QByteArray("f2") << 1 << false;
    QTest::newRow("other Call-ID") << QByteArray("x") << QByteArray("f1") << 1 << false;
}

void tst_UserAgentServer::whichAckCounts()
{
    QFETCH(const QByteArray, callId);
    QFETCH(const QByteArray, fromTag);
    QFETCH(const int, cseq);
    QFETCH(const bool, counts);
    CallSite site;
    answered(site);
    RequestText text = site.within("ACK", cseq);
    text.callId = callId;
    text.fromTag = fromTag;
    site.take(text.text());
    QCOMPARE(site.log.contains("confirmed"), counts);
    QCOMPARE(site.agent.counters().strayAcks, counts ? 0U : 1U);
    site.runTo(500ms);
    QCOMPARE(site.log.contains("200 0 500"), !counts);
}

void tst_UserAgentServer::rejected_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {300, 404, 486, 500, 603})
        QTest::addRow("%d", status) << status;
}

void tst_UserAgentServer::rejected()
{
    QFETCH(const int, status);
    CallSite site;
    site.onIncoming = [&](CallHandle call) {
        QVERIFY(site.agent.ring(call, site.clock.now()));
        QVERIFY(!site.agent.reject(call, 200, site.clock.now()));
        QVERIFY(site.agent.reject(call, status, site.clock.now()));
    };
    site.take(invite().text());
    const QByteArray code = QByteArray::number(status);
    QCOMPARE(site.log, QByteArray("incoming 0 | >180 0 | >" + code + " 0 | ended:refused 0"));
    QCOMPARE(site.agent.dialogs().size(), 0);
    site.runTo(600ms);
    RequestText text = site.within("ACK", 1, code.constData());
    text.branch = invite().branch;
    site.take(text.text());
    site.runTo(99s);
    QVERIFY(site.log.endsWith(QByteArray("ended:refused 0 | >" + code + " 500")));
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgentServer::nobodyAnswersHere()
{
    CallSite site;
    site.take(invite().text());
    site.runTo(180s);
    QCOMPARE(site.log, QByteArray("incoming 0 | >100 200 | >480 180000 | ended:refused 180000"));
    site.runTo(300s);
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgentServer::cancelled()
{
    CallSite site;
    site.onIncoming = [&](CallHandle call) { site.agent.ring(call, site.clock.now()); };
    site.take(invite().text());
    site.runTo(1s);
    site.take(RequestText{.method = "CANCEL"}.text());
    QCOMPARE(scanHead(view(site.latest("200"))).cseqMethod, std::string_view("CANCEL"));
    QCOMPARE(scanHead(view(site.latest("487"))).cseqMethod, std::string_view("INVITE"));
    QCOMPARE(scanHead(view(site.latest("200"))).to.tag, scanHead(view(site.latest("487"))).to.tag);
    QCOMPARE(site.log, QByteArray("incoming 0 | >180 0 | >200 1000 | >487 1000 | ended:cancelled 1000"));
    site.take(RequestText{.method = "CANCEL"}.text()); // repeated: the same 200, and nothing else
    QVERIFY(site.log.endsWith("ended:cancelled 1000 | >200 1000"));
    QCOMPARE(site.agent.dialogs().size(), 0);
}

/// The 2xx and the CANCEL cross: the CANCEL has no effect, the call lives until the caller's BYE.
void tst_UserAgentServer::cancelThatIsTooLate()
{
    CallSite site;
    answered(site);
    site.take(RequestText{.method = "CANCEL"}.text());
    site.take(site.within("ACK", 1).text());
    site.take(site.within("BYE", 2).text());
    QCOMPARE(site.log, QByteArray("incoming 0 | >200 0 0 | confirmed 0 | >200 0 | ended:peer-bye 0"));
    CallSite refused;
    refused.onIncoming = [&](CallHandle call) { refused.agent.reject(call, 486, refused.clock.now()); };
    refused.take(invite().text());
    refused.take(RequestText{.method = "CANCEL"}.text());
    QCOMPARE(refused.log, QByteArray("incoming 0 | >486 0 | ended:refused 0 | >200 0"));
}

void tst_UserAgentServer::cancelOfNothing()
{
    CallSite site;
    site.take(RequestText{.method = "CANCEL"}.text());
    QCOMPARE(site.log, QByteArray(">481 0"));
    answered(site);
    site.take(RequestText{.method = "CANCEL", .branch = "z9hG4bKother"}.text());
    QVERIFY(site.log.endsWith(">481 0"));
    QCOMPARE(site.agent.counters().unmatched, 2U);
}

void tst_UserAgentServer::byeOfNothing_data()
{
    QTest::addColumn<QByteArray>("toTag");
    QTest::newRow("no To tag") << QByteArray();
    QTest::newRow("unknown To tag") << QByteArray("x");
}

void tst_UserAgentServer::byeOfNothing()
{
    QFETCH(const QByteArray, toTag);
    CallSite site;
    answered(site);
    site.take(RequestText{.method = "BYE", .branch = "z9hG4bKbye", .toTag = toTag, .cseq = 2}.text());
    site.take(RequestText{.branch = "z9hG4bKre", .toTag = "x", .cseq = 3}.text()); // nor an INVITE within nothing
    QCOMPARE(site.log, QByteArray("incoming 0 | >200 0 | >481 0 0"));
    QCOMPARE(site.agent.counters().unmatched, 2U);
}

void tst_UserAgentServer::byeOfAnEarlyDialog()
{
    CallSite site;
    site.onIncoming = [&](CallHandle call) { site.agent.ring(call, site.clock.now()); };
    site.take(invite().text());
    site.take(site.within("BYE", 2, "180").text());
    QCOMPARE(site.log, QByteArray("incoming 0 | >180 0 | >200 0 | >487 0 | ended:peer-bye 0"));
}

/// §15: the callee's BYE comes after the ACK of its 2xx.
void tst_UserAgentServer::hangUpWaitsForTheAck()
{
    CallSite site;
    answered(site);
    QVERIFY(site.agent.hangUp(site.news.constFirst().call, site.clock.now()));
    site.runTo(600ms);
    QCOMPARE(site.log, QByteArray("incoming 0 | >200 0 500"));
    site.take(ack(site));
    site.runTo(700ms);
    QCOMPARE(site.log, QByteArray("incoming 0 | >200 0 500 | >BYE 600"));
    site.peerAnswers("BYE", 200);
    QVERIFY(site.log.endsWith("ended:our-bye 700"));
}

void tst_UserAgentServer::hangUpAndNoAck()
{
    CallSite site;
    answered(site);
    QVERIFY(site.agent.hangUp(site.news.constFirst().call, site.clock.now()));
    site.runTo(32s);
    QVERIFY2(site.log.endsWith("31500 | >BYE 32000 | ended:our-bye 32000"), site.log.constData());
}

void tst_UserAgentServer::requestsOutOfOrder()
{
    CallSite site;
    answered(site);
    site.take(ack(site));
    site.take(site.within("UPDATE", 9).text());
    site.take(site.within("BYE", 8).text());
    QVERIFY2(site.log.endsWith("confirmed 0 | >200 0 | >500 0"), site.log.constData());
    QCOMPARE(site.agent.dialogs().size(), 1);
}

void tst_UserAgentServer::otherMethodsWithin_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("UPDATE") << QByteArray("UPDATE") << QByteArray("200");
    QTest::newRow("INFO") << QByteArray("INFO") << QByteArray("405");
    QTest::newRow("unknown") << QByteArray("DANCE") << QByteArray("405");
}

void tst_UserAgentServer::otherMethodsWithin()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, status);
    CallSite site;
    answered(site);
    QVERIFY(site.take(site.within(method, 2).text()));
    QCOMPARE(what(site.sent.constLast()), status);
    QCOMPARE(site.sent.constLast().contains("\r\nAllow: INVITE, ACK, CANCEL, BYE, UPDATE\r\n"), status == "405");
}

void tst_UserAgentServer::refusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("Require") << RequestText{.extra = "Require: 100rel, timer\r\n"}.text() << QByteArray("420");
    QTest::newRow("version 3.0") << RequestText{}.text().replace("SIP/2.0\r\nVia", "SIP/3.0\r\nVia")
                                 << QByteArray("505");
    QTest::newRow("CSeq of another method") << RequestText{.cseqMethod = "BYE"}.text() << QByteArray("400");
    QTest::newRow("two From") << RequestText{.extra = "From: <sip:x@y>\r\n"}.text() << QByteArray("400");
    QTest::newRow("NUL") << RequestText{.extra = QByteArray("X: a\0b\r\n", 8)}.text() << QByteArray("400");
}

void tst_UserAgentServer::refusedAtOnce()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, status);
    CallSite site;
    site.take(request);
    QCOMPARE(site.log, QByteArray(">" + status + " 0"));
    if (status == "420")
        QVERIFY(site.sent.constLast().contains("\r\nUnsupported: 100rel, timer\r\n"));
    QCOMPARE(site.agent.calls(), 0U);
}

void tst_UserAgentServer::mergedRequests()
{
    CallSite site;
    answered(site);
    RequestText merged = invite();
    merged.branch = "z9hG4bKfork";
    site.take(merged.text());
    QCOMPARE(what(site.sent.constLast()), QByteArray("482"));
    QCOMPARE(site.agent.counters().merged, 1U);
    merged.cseq = 2; // without a To tag, but another request
    merged.branch = "z9hG4bKnew";
    site.take(merged.text());
    QCOMPARE(what(site.sent.constLast()), QByteArray("200"));
    QCOMPARE(site.agent.calls(), 2U);
}

void tst_UserAgentServer::wrongStatesDoNothing()
{
    CallSite site;
    answered(site);
    const CallHandle call = site.news.constFirst().call;
    const auto sent = site.sent.size();
    QVERIFY(!site.agent.accept(call, {}, {}, site.clock.now()));
    QVERIFY(!site.agent.ring(call, site.clock.now()));
    QVERIFY(!site.agent.reject(call, 486, site.clock.now()));
    for (const CallHandle unknown : {CallHandle(0), CallHandle(99)}) {
        QVERIFY(!site.agent.accept(unknown, {}, {}, site.clock.now()) && !site.agent.ring(unknown, site.clock.now()));
        QVERIFY(!site.agent.reject(unknown, 486, site.clock.now()) && !site.agent.hangUp(unknown, site.clock.now()));
    }
    QCOMPARE(site.sent.size(), sent);
}

void tst_UserAgentServer::hostileFiles()
{
    int files = 0;
    for (QDirIterator it(QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad"), {QStringLiteral("*.dat")}); it.hasNext();
         ++files) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray octets = file.readAll();
        CallSite site;
        site.take(octets);
        site.runTo(300s);
        QVERIFY(site.agent.calls() == 0 && site.agent.transactions().size() == 0 && site.agent.dialogs().size() == 0);
        QVERIFY(std::all_of(site.sent.begin(), site.sent.end(),
            [&](const QByteArray &answer) { return answer.size() <= octets.size() + 512; }));
    }
    QVERIFY(files > 50);
}

QTEST_GUILESS_MAIN(tst_UserAgentServer)
#include "tst_useragentserver.moc"
