#include "core/message/requestwriter.h"
#include "core/sip/dialogs.h"
#include "tests/support/siptraffic.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;

/// Dialogs by RFC 3261 §12, and the requests that are written within them.
class tst_Dialogs : public QObject
{
    Q_OBJECT
private slots:
    void whichResponseMakesOne_data();
    void whichResponseMakesOne();
    void whichAnswerOfOursMakesOne_data();
    void whichAnswerOfOursMakesOne();
    void forks();
    void failuresEndTheEarlyOnes();
    void theRouteSetIsThatOfThe2xx();
    void ofTheUas();
    void cseqOfThePeer_data();
    void cseqOfThePeer();
    void targetRefresh_data();
    void targetRefresh();
    void responsesThatEndIt_data();
    void responsesThatEndIt();
    void peersWithoutTags();
    void theyAreBounded();
    void headerValuesOf_data();
    void headerValuesOf();
    void requestsWithin_data();
    void requestsWithin();
    void theCancel();
    void nothingIsInjected();
    void branchesAreUnique();

private:
    /// Our INVITE and what came back.
    struct Call
    {
        Dialogs dialogs;
        QByteArray invite = RequestText{.fromTag = "ours", .cseq = 7}.text();

        Dialog *answered(int status, const QByteArray &toTag, const QByteArray &headers = {})
        {
            const QByteArray response = responseTo(invite, status, toTag, headers);
            return dialogs.inviteAnswered(scanHead(view(invite)), scanHead(view(response)), view(response));
        }
        Dialog *find(const char *tag) { return dialogs.find("call-1@10.0.0.9", "ours", tag); }
    };
};

void tst_Dialogs::whichResponseMakesOne_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<bool>("made");
    QTest::addColumn<bool>("confirmed");
    QTest::newRow("100 never") << 100 << QByteArray("t") << false << false;
    QTest::newRow("101 with a tag") << 101 << QByteArray("t") << true << false;
    QTest::newRow("180 with a tag") << 180 << QByteArray("t") << true << false;
    QTest::newRow("180 without a tag") << 180 << QByteArray() << false << false;
    QTest::newRow("199 with a tag") << 199 << QByteArray("t") << true << false;
    QTest::newRow("200 with a tag") << 200 << QByteArray("t") << true << true;
    QTest::newRow("299 with a tag") << 299 << QByteArray("t") << true << true;
    QTest::newRow("200 without a tag: RFC 2543") << 200 << QByteArray() << true << true;
    QTest::newRow("302 never") << 302 << QByteArray("t") << false << false;
    QTest::newRow("486 never") << 486 << QByteArray("t") << false << false;
    QTest::newRow("603 never") << 603 << QByteArray("t") << false << false;
}

void tst_Dialogs::whichResponseMakesOne()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, tag);
    QFETCH(const bool, made);
    QFETCH(const bool, confirmed);
    Call call;
    const QByteArray response = responseTo(call.invite, status, {})
                                    .replace("\r\nCall-ID",
                                        QByteArray((tag.isEmpty() ? QByteArray() : ";tag=" + tag) + "\r\nCall-ID"));
    const Dialog *dialog = call.dialogs.inviteAnswered(
        scanHead(view(call.invite)), scanHead(view(response)), view(response));
    QCOMPARE(dialog != nullptr, made);
    QCOMPARE(call.dialogs.size(), made ? 1 : 0);
    if (dialog) {
        QCOMPARE(dialog->state == DialogState::Confirmed, confirmed);
        QCOMPARE(dialog->tagless, tag.isEmpty());
        QCOMPARE(dialog->localTag, QByteArray("ours"));
        QCOMPARE(dialog->remoteTag, tag);
        QCOMPARE(dialog->localCSeq, 7U);
        QVERIFY(!dialog->remoteCSeq);
    }
}

void tst_Dialogs::whichAnswerOfOursMakesOne_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("made");
    QTest::newRow("100") << 100 << false;
    QTest::newRow("180") << 180 << true;
    QTest::newRow("200") << 200 << true;
    QTest::newRow("486") << 486 << false;
}

void tst_Dialogs::whichAnswerOfOursMakesOne()
{
    QFETCH(const int, status);
    QFETCH(const bool, made);
    Dialogs dialogs;
    const QByteArray invite = RequestText{}.text();
    QCOMPARE(dialogs.weAnswered(scanHead(view(invite)), view(invite), "ours", status) != nullptr, made);
    QCOMPARE(dialogs.size(), made ? 1 : 0);
}

void tst_Dialogs::forks()
{
    Call call;
    call.answered(180, "a");
    call.answered(183, "b");
    call.answered(180, "c");
    QCOMPARE(call.dialogs.size(), 3);
    QVERIFY(call.answered(200, "b")->state == DialogState::Confirmed);
    QCOMPARE(call.dialogs.size(), 3);
    QVERIFY(call.answered(200, "d")->state == DialogState::Confirmed); // a fork that never rang
    QVERIFY(call.find("a")->state == DialogState::Early);
    QVERIFY(call.answered(180, "b")->state == DialogState::Confirmed); // a late 1xx takes nothing back
    QCOMPARE(call.dialogs.endEarly("call-1@10.0.0.9", "ours"), 2);     // the INVITE is over
    QVERIFY(!call.find("a") && !call.find("c"));
    QVERIFY(call.find("b") && call.find("d"));
}

void tst_Dialogs::failuresEndTheEarlyOnes()
{
    for (const int status : {302, 404, 486, 503, 603}) {
        Call call;
        call.answered(180, "a");
        call.answered(180, "b");
        call.answered(200, "b");
        QVERIFY(!call.answered(status, "a"));
        QVERIFY(!call.find("a"));
        QVERIFY(call.find("b"));
    }
}

void tst_Dialogs::theRouteSetIsThatOfThe2xx()
{
    Call call;
    const Dialog *early = call.answered(180, "a", "Record-Route: <sip:p1;lr>\r\n");
    QCOMPARE(early->routeSet, QList<QByteArray>{"<sip:p1;lr>"});
    QCOMPARE(early->remoteTarget, QByteArray("sip:34020000001320000001@10.0.0.1:5060")); // no Contact yet: the
                                                                                         // Request-URI
    const Dialog *confirmed = call.answered(200, "a",
        "Record-Route: <sip:p3;lr>,<sip:p2;lr>\r\nContact: <sip:cam@10.0.0.7:5066>\r\nRecord-Route: <sip:p1;lr>\r\n");
    QCOMPARE(confirmed->routeSet, (QList<QByteArray>{"<sip:p1;lr>", "<sip:p2;lr>", "<sip:p3;lr>"}));
    QCOMPARE(confirmed->remoteTarget, QByteArray("sip:cam@10.0.0.7:5066"));
    call.answered(200, "a", "Record-Route: <sip:evil;lr>\r\nContact: <sip:evil>\r\n"); // a repeat changes nothing
    QCOMPARE(call.find("a")->routeSet.size(), 3);
    QCOMPARE(call.find("a")->remoteTarget, QByteArray("sip:cam@10.0.0.7:5066"));
}

void tst_Dialogs::ofTheUas()
{
    Dialogs dialogs;
    const QByteArray invite = RequestText{.cseq = 20,
        .extra = "Contact: <sip:x@10.0.0.9:5070>\r\nRecord-Route: <sip:p1;lr>, <sip:p2;lr>\r\n"}
                                  .text();
    const Dialog *dialog = dialogs.weAnswered(scanHead(view(invite)), view(invite), "ours", 180);
    QVERIFY(dialog->role == DialogRole::Uas && dialog->state == DialogState::Early);
    QCOMPARE(dialog->remoteTag, QByteArray("f1"));
    QCOMPARE(dialog->routeSet, (QList<QByteArray>{"<sip:p1;lr>", "<sip:p2;lr>"})); // as they stand: we are at the other
                                                                                   // end
    QCOMPARE(dialog->remoteTarget, QByteArray("sip:x@10.0.0.9:5070"));
    QCOMPARE(*dialog->remoteCSeq, 20U);
    QVERIFY(dialogs.weAnswered(scanHead(view(invite)), view(invite), "ours", 200)->state == DialogState::Confirmed);
    QCOMPARE(dialogs.size(), 1);
}

void tst_Dialogs::cseqOfThePeer_data()
{
    QTest::addColumn<int>("cseq");
    QTest::addColumn<QByteArray>("toTag");
    QTest::addColumn<int>("refusal");
    QTest::newRow("lower") << 19 << QByteArray("ours") << 500;
    QTest::newRow("next") << 21 << QByteArray("ours") << 0;
    QTest::newRow("with a gap") << 900 << QByteArray("ours") << 0;
    QTest::newRow("no such dialog") << 21 << QByteArray("theirs") << 481;
    QTest::newRow("no To tag") << 21 << QByteArray() << 481;
}

void tst_Dialogs::cseqOfThePeer()
{
    QFETCH(const int, cseq);
    QFETCH(const QByteArray, toTag);
    QFETCH(const int, refusal);
    Dialogs dialogs;
    const QByteArray invite = RequestText{.cseq = 20}.text();
    dialogs.weAnswered(scanHead(view(invite)), view(invite), "ours", 200);
    const QByteArray request = RequestText{.method = "INFO", .toTag = toTag, .cseq = cseq}.text();
    const DialogVerdict verdict = dialogs.requestReceived(scanHead(view(request)));
    QCOMPARE(verdict.refusal, refusal);
    QCOMPARE(verdict.dialog != nullptr, refusal != 481);
    if (verdict.dialog)
        QCOMPARE(*verdict.dialog->remoteCSeq, quint32(refusal == 500 ? 20 : cseq));
    // As UAC nothing was seen yet: any number begins
    Call call;
    call.answered(200, "t");
    const QByteArray first = RequestText{.method = "BYE", .fromTag = "t", .toTag = "ours", .cseq = 1}.text();
    QCOMPARE(call.dialogs.requestReceived(scanHead(view(first))).refusal, 0);
}

void tst_Dialogs::targetRefresh_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("refreshes");
    QTest::newRow("INVITE") << QByteArray("INVITE") << true;
    QTest::newRow("UPDATE") << QByteArray("UPDATE") << true;
    QTest::newRow("INFO") << QByteArray("INFO") << false;
}

void tst_Dialogs::targetRefresh()
{
    QFETCH(const QByteArray, method);
    QFETCH(const bool, refreshes);
    const QByteArray contact = "Contact: <sip:new@10.0.0.77>\r\n", moved = "sip:new@10.0.0.77",
                     old = "sip:old@10.0.0.7";
    Call theirs;
    theirs.answered(200, "t", "Contact: <sip:old@10.0.0.7>\r\n");
    const QByteArray request = RequestText{.method = method, .fromTag = "t", .toTag = "ours", .extra = contact}.text();
    QCOMPARE(theirs.dialogs.requestReceived(scanHead(view(request))).refusal, 0);
    QCOMPARE(theirs.find("t")->remoteTarget, refreshes ? moved : old);

    Call ours;
    ours.answered(200, "t", "Contact: <sip:old@10.0.0.7>\r\n");
    const QByteArray sent = RequestText{.method = method, .fromTag = "ours", .toTag = "t", .cseq = 8}.text();
    QByteArray response = responseTo(sent, 488, "t", contact);
    QVERIFY(ours.dialogs.answered("call-1@10.0.0.9", "ours", "t", scanHead(view(response))));
    QCOMPARE(ours.find("t")->remoteTarget, old);
    response = responseTo(sent, 200, "t", contact);
    QVERIFY(ours.dialogs.answered("call-1@10.0.0.9", "ours", "t", scanHead(view(response))));
    QCOMPARE(ours.find("t")->remoteTarget, refreshes ? moved : old);
}

void tst_Dialogs::responsesThatEndIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("lives");
    QTest::newRow("200") << 200 << true;
    QTest::newRow("404") << 404 << true;
    QTest::newRow("408") << 408 << false;
    QTest::newRow("481") << 481 << false;
    QTest::newRow("500") << 500 << true;
}

void tst_Dialogs::responsesThatEndIt()
{
    QFETCH(const int, status);
    QFETCH(const bool, lives);
    Call call;
    call.answered(200, "t");
    const QByteArray response = responseTo(
        RequestText{.method = "INFO", .fromTag = "ours", .toTag = "t", .cseq = 8}.text(), status);
    QCOMPARE(call.dialogs.answered("call-1@10.0.0.9", "ours", "t", scanHead(view(response))), lives);
    QCOMPARE(call.find("t") != nullptr, lives);
    QVERIFY(!call.dialogs.answered("call-1@10.0.0.9", "ours", "gone", scanHead(view(response))));
    call.dialogs.end("call-1@10.0.0.9", "ours", "t");
    call.dialogs.end("call-1@10.0.0.9", "ours", "t"); // twice is once
    QCOMPARE(call.dialogs.size(), 0);
}

void tst_Dialogs::peersWithoutTags()
{
    Dialogs dialogs;
    const QByteArray invite = RequestText{.fromTag = {}}.text();
    Dialog *dialog = dialogs.weAnswered(scanHead(view(invite)), view(invite), "ours", 200);
    QVERIFY(dialog->tagless);
    const QByteArray bye = RequestText{.method = "BYE", .fromTag = {}, .toTag = "ours", .cseq = 2}.text();
    QCOMPARE(dialogs.requestReceived(scanHead(view(bye))).dialog, dialog);
    QCOMPARE(requestWithin(*dialog, "BYE").to, QByteArray("<sip:34020000002000000001@3402000000>"));
}

void tst_Dialogs::theyAreBounded()
{
    Call call;
    for (int i = 0; i < Dialogs::maxForks + 5; ++i)
        QCOMPARE(call.answered(180, QByteArray::number(i)) != nullptr, i < Dialogs::maxForks);
    QCOMPARE(call.dialogs.size(), Dialogs::maxForks);
    QCOMPARE(call.dialogs.refused(), 5U);

    Dialogs dialogs;
    for (int i = 0; i < Dialogs::maxDialogs + 3; ++i) {
        const QByteArray invite = RequestText{.callId = QByteArray::number(i)}.text();
        dialogs.weAnswered(scanHead(view(invite)), view(invite), "ours", 200);
    }
    QCOMPARE(dialogs.size(), Dialogs::maxDialogs);
    QCOMPARE(dialogs.refused(), 3U);
}

void tst_Dialogs::headerValuesOf_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArrayList>("values");
    QTest::newRow("none") << QByteArray("Via: x\r\n") << QByteArrayList{};
    QTest::newRow("one") << QByteArray("Route: <sip:a;lr>\r\n") << QByteArrayList{"<sip:a;lr>"};
    QTest::newRow("lines and commas") << QByteArray("Route: <sip:a>,<sip:b>\r\nX: y\r\nroute : <sip:c>\r\n")
                                      << QByteArrayList{"<sip:a>", "<sip:b>", "<sip:c>"};
    QTest::newRow("commas that do not cut") << QByteArray("Route: \"a,\\\"b\" <sip:a;x=1,2>, <sip:b>\r\n")
                                            << QByteArrayList{"\"a,\\\"b\" <sip:a;x=1,2>", "<sip:b>"};
    QTest::newRow("folded") << QByteArray("Route: <sip:a>,\r\n <sip:b>\r\n\t;x=1\r\nX: y\r\n")
                            << QByteArrayList{"<sip:a>", "<sip:b>  \t;x=1"};
    QTest::newRow("bare LF") << QByteArray("Route: <sip:a>\nRoute: <sip:b>\n") << QByteArrayList{"<sip:a>", "<sip:b>"};
    QTest::newRow("another name that begins so")
        << QByteArray("Router: <sip:a>\r\nRecord-Route: <sip:b>\r\n") << QByteArrayList{};
    QTest::newRow("empty values") << QByteArray("Route: ,, <sip:a>,\r\nRoute:\r\n") << QByteArrayList{"<sip:a>"};
    QTest::newRow("a quote that is never closed")
        << QByteArray("Route: \"a, <sip:b>\\\r\n") << QByteArrayList{"\"a, <sip:b>\\"};
}

void tst_Dialogs::headerValuesOf()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArrayList, values);
    const QByteArray message = "\r\nINVITE sip:a SIP/2.0\r\n" + headers + "\r\nRoute: <sip:body>\r\n";
    QCOMPARE(headerValues(view(message), "Route"), values);
    QCOMPARE(headerValues(
                 view(QByteArray("INVITE sip:a SIP/2.0\r\n" + QByteArray("Route: <sip:a>\r\n").repeated(500))), "Route")
                 .size(),
        32);
}

void tst_Dialogs::requestsWithin_data()
{
    QTest::addColumn<QByteArrayList>("routes");
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("no route") << QByteArrayList{} << QByteArray("sip:target") << QByteArrayList{};
    QTest::newRow("loose router") << QByteArrayList{"<sip:p1;lr>", "<sip:p2>"} << QByteArray("sip:target")
                                  << QByteArrayList{"<sip:p1;lr>", "<sip:p2>"};
    QTest::newRow("strict router") << QByteArrayList{"<sip:p1>", "<sip:p2;lr>"} << QByteArray("sip:p1")
                                   << QByteArrayList{"<sip:p2;lr>", "<sip:target>"};
    QTest::newRow("lr of the header is none of the URI")
        << QByteArrayList{"<sip:p1>;lr"} << QByteArray("sip:p1") << QByteArrayList{"<sip:target>"};
}

void tst_Dialogs::requestsWithin()
{
    QFETCH(const QByteArrayList, routes);
    QFETCH(const QByteArray, uri);
    QFETCH(const QByteArrayList, expected);
    Dialog dialog{.callId = "c",
        .localTag = "l",
        .remoteTag = "r",
        .localUri = "sip:us",
        .remoteUri = "sip:them",
        .remoteTarget = "sip:target",
        .routeSet = routes,
        .localCSeq = 7};
    SipRequest bye = requestWithin(dialog, "BYE");
    bye.sentBy = us;
    QCOMPARE(bye.uri, uri);
    QCOMPARE(bye.routes, expected);
    QCOMPARE(bye.cseq, 8U);
    QCOMPARE(requestWithin(dialog, "ACK", 7).cseq, 7U);
    QCOMPARE(requestWithin(dialog, "INFO").cseq, 9U);
    const QByteArray text = writeRequest(bye);
    const SipHead head = scanHead(view(text));
    QCOMPARE(head.faults, 0U);
    QCOMPARE(bytes(head.from.tag) + ' ' + bytes(head.to.tag) + ' ' + bytes(head.callId), QByteArray("l r c"));
}

void tst_Dialogs::theCancel()
{
    const QByteArray invite = RequestText{.cseq = 5,
        .extra = "Route: <sip:p1;lr>\r\nVia: SIP/2.0/UDP behind;branch=z9hG4bKx\r\n",
        .body = "v=0"}
                                  .text();
    QCOMPARE(writeCancel(invite),
        QByteArray("CANCEL sip:34020000001320000001@10.0.0.1:5060 SIP/2.0\r\nVia: SIP/2.0/UDP "
                   "10.0.0.9:5060;branch=z9hG4bKone\r\n"
                   "Route: <sip:p1;lr>\r\nMax-Forwards: 70\r\nFrom: <sip:34020000002000000001@3402000000>;tag=f1\r\n"
                   "To: <sip:34020000001320000001@3402000000>\r\nCall-ID: call-1@10.0.0.9\r\nCSeq: 5 "
                   "CANCEL\r\nContent-Length: 0\r\n\r\n"));
    QVERIFY(writeCancel(RequestText{.method = "BYE"}.text()).isEmpty());
}

void tst_Dialogs::nothingIsInjected()
{
    const QByteArray bad = "x\r\nEvil: 1\r\n\r\nEVIL";
    const SipRequest request{.method = bad,
        .uri = bad,
        .from = bad,
        .to = bad,
        .callId = bad,
        .sentBy = us,
        .branch = bad,
        .routes = {bad},
        .contact = bad,
        .headers = {{"Subject", bad}, {bad, "1"}, {"Not A Name", "1"}},
        .contentType = bad,
        .body = "body"};
    const QByteArray text = writeRequest(request);
    const qsizetype end = text.indexOf("\r\n\r\n");
    QCOMPARE(text.mid(end + 4), QByteArray("body"));
    QVERIFY(!text.contains("\nEvil"));
    QCOMPARE(text.left(end).count('\n'), 11); // start line, Via, Route, Max-Forwards, From, To, Call-ID, CSeq, Contact,
                                              // Subject, Content-Type, Content-Length
    // What a peer folded into its Contact or its Record-Route cannot either
    Call call;
    const Dialog *dialog = call.answered(
        200, "t", "Contact: <sip:a@b;x=\r\n Evil: 1>\r\nRecord-Route: <sip:p;lr>;x=\r\n Evil: 2\r\n");
    Dialog copy = *dialog;
    QVERIFY(!writeRequest(requestWithin(copy, "BYE")).contains("\n Evil"));
}

void tst_Dialogs::branchesAreUnique()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen << newBranch() << newTag() << newCallId();
    QCOMPARE(seen.size(), 3000);
    QVERIFY(newBranch().startsWith("z9hG4bK"));
    QCOMPARE(newBranch().size(), 7 + 32);
}

QTEST_GUILESS_MAIN(tst_Dialogs)
#include "tst_dialogs.moc"
