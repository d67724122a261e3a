#include "tests/support/transactionsite.h"

#include <QtTest>

#include <set>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

using State = TransactionState;

/// Which message belongs to which transaction, RFC 3261 §17.1.3 and §17.2.3, and what bounds them.
class tst_TransactionMatching : public QObject
{
    Q_OBJECT
private slots:
    void requests_data();
    void requests();
    void requestsOfRfc2543_data();
    void requestsOfRfc2543();
    void acksOfRfc2543();
    void responses_data();
    void responses();
    void strayMessages();
    void unusableMessages();
    void cancelFindsItsInvite();
    void whatCannotBeStarted();
    void answersFollowANat();
    void answersToIpv6();
    void aStaleIdDoesNothing();
    void theOldestCompleteGoesFirst();
    void withoutRoom();
    void octetsAreBounded();
    void theQueueStaysSmall();
    void theQueueIsInOrder();
    void memoryOfOne();
};

void tst_TransactionMatching::requests_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<Received>("what");
    const RequestText first{.method = "MESSAGE"};
    const auto with = [&](auto change) {
        RequestText second = first;
        change(second);
        return second.text();
    };
    QTest::newRow("the same") << first.text() << Received::Absorbed;
    QTest::newRow("other tags: the branch tells") << with([](auto &r) {
        r.fromTag = "x";
        r.toTag = "y";
    }) << Received::Absorbed;
    QTest::newRow("other Call-ID: a device that never changes its branch")
        << with([](auto &r) { r.callId = "other"; }) << Received::NewRequest;
    QTest::newRow("other CSeq: the same") << with([](auto &r) { r.cseq = 9; }) << Received::NewRequest;
    QTest::newRow("other branch") << with([](auto &r) { r.branch = "z9hG4bKtwo"; }) << Received::NewRequest;
    QTest::newRow("other sent-by host") << with([](auto &r) { r.sentBy = "10.0.0.8:5060"; }) << Received::NewRequest;
    QTest::newRow("other sent-by port") << with([](auto &r) { r.sentBy = "10.0.0.9:5061"; }) << Received::NewRequest;
    QTest::newRow("port 5060 is the default") << with([](auto &r) { r.sentBy = "10.0.0.9"; }) << Received::Absorbed;
    QTest::newRow("other method") << with([](auto &r) { r.method = "INFO"; }) << Received::NewRequest;
    QTest::newRow("CANCEL has its own") << with([](auto &r) { r.method = "CANCEL"; }) << Received::NewRequest;
    QTest::newRow("merged: a proxy's other branch of the same request") << with([](auto &r) {
        r.branch = "z9hG4bKfork";
        r.sentBy = "10.0.0.7";
    }) << Received::NewRequest;
}

void tst_TransactionMatching::requests()
{
    QFETCH(const QByteArray, second);
    QFETCH(const Received, what);
    TransactionSite site;
    site.take(RequestText{.method = "MESSAGE"}.text());
    QCOMPARE(site.take(second).what, what);
    QCOMPARE(site.layer.size(), what == Received::Absorbed ? 1U : 2U);
    // Names of hosts compare without case
    TransactionSite named;
    named.take(RequestText{.method = "MESSAGE", .sentBy = "Camera.example"}.text());
    QCOMPARE(
        named.take(RequestText{.method = "MESSAGE", .sentBy = "camera.EXAMPLE:5060"}.text()).what, Received::Absorbed);
}

void tst_TransactionMatching::requestsOfRfc2543_data()
{
    QTest::addColumn<QByteArray>("branch");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<Received>("what");
    for (const char *branch : {"", "z3hG9bKsame", "1"}) {
        const auto row = [&](const char *name, Received what, auto change) {
            RequestText second{.method = "BYE", .branch = branch};
            change(second);
            QTest::addRow("branch '%s' / %s", branch, name) << QByteArray(branch) << second.text() << what;
        };
        row("the same", Received::Absorbed, [](auto &) {});
        row("other Request-URI", Received::NewRequest, [](auto &r) { r.uri = "sip:other@10.0.0.1"; });
        row("other To tag", Received::NewRequest, [](auto &r) { r.toTag = "x"; });
        row("other From tag", Received::NewRequest, [](auto &r) { r.fromTag = "x"; });
        row("other Call-ID", Received::NewRequest, [](auto &r) { r.callId = "x"; });
        row("other CSeq number", Received::NewRequest, [](auto &r) { r.cseq = 2; });
        row("other method", Received::NewRequest, [](auto &r) { r.method = "INFO"; });
        row("other topmost Via", Received::NewRequest, [](auto &r) { r.sentBy = "10.0.0.8"; });
    }
}

void tst_TransactionMatching::requestsOfRfc2543()
{
    QFETCH(const QByteArray, branch);
    QFETCH(const QByteArray, second);
    QFETCH(const Received, what);
    TransactionSite site;
    site.take(RequestText{.method = "BYE", .branch = branch}.text());
    QCOMPARE(site.take(second).what, what);
}

/// Without the cookie the ACK is known by what it repeats of the INVITE and by the To tag of our response.
void tst_TransactionMatching::acksOfRfc2543()
{
    for (const int status : {486, 200}) {
        TransactionSite site;
        site.request = RequestText{.branch = QByteArray()}.text();
        site.id = site.take(site.request).id;
        QVERIFY(site.respond(status));
        const RequestText ack{.method = "ACK", .branch = QByteArray(), .toTag = "t1"};
        if (status == 486) {
            RequestText other = ack;
            other.toTag = "somebody's";
            QCOMPARE(site.take(other.text()).id, TransactionId{});
            QCOMPARE(site.layer.state(site.id), State::Completed);
            QCOMPARE(site.take(ack.text()).what, Received::Absorbed);
            QCOMPARE(site.layer.state(site.id), State::Confirmed);
            QCOMPARE(site.take(ack.text()).what, Received::Absorbed);
        } else {
            QCOMPARE(site.take(ack.text()).what, Received::Ack);
        }
        site.runTo(100s);
        QCOMPARE(site.layer.size(), 0U);
        QCOMPARE(site.take(ack.text()).id, TransactionId{}); // and its second key went with it
    }
}

void tst_TransactionMatching::responses_data()
{
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<Received>("what");
    QTest::newRow("branch and method") << RequestText{}.text() << Received::Response;
    QTest::newRow("other branch") << RequestText{.branch = "z9hG4bKtwo"}.text() << Received::Stray;
    QTest::newRow("no branch") << RequestText{.branch = QByteArray()}.text() << Received::Stray;
    QTest::newRow("other method of CSeq") << RequestText{.cseqMethod = "CANCEL"}.text() << Received::Stray;
    QTest::newRow("other sent-by: not compared") << RequestText{.sentBy = "10.0.0.8"}.text() << Received::Response;
}

void tst_TransactionMatching::responses()
{
    QFETCH(const QByteArray, answered);
    QFETCH(const Received, what);
    TransactionSite site;
    const TransactionId id = site.start(RequestText{}.text());
    const Transactions::Result result = site.take(responseTo(answered, 200));
    QCOMPARE(result.what, what);
    QCOMPARE(result.id, what == Received::Response ? id : TransactionId{});
}

void tst_TransactionMatching::strayMessages()
{
    TransactionSite site;
    QCOMPARE(site.take(responseTo(RequestText{}.text(), 200)).what, Received::Stray);
    QCOMPARE(
        site.take("SIP/2.0 999 What\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bKone\r\nCSeq: 1 INVITE\r\n\r\n").what,
        Received::Stray);
    QCOMPARE(site.layer.counters().strayResponses, 2U);
    // Of an ACK only the TU can say whether it has a dialog
    QCOMPARE(site.take(RequestText{.method = "ACK", .toTag = "t1"}.text()).what, Received::Ack);
    QCOMPARE(site.layer.size(), 0U);
}

void tst_TransactionMatching::unusableMessages()
{
    TransactionSite site;
    for (const QByteArray &octets : {QByteArray(), QByteArray("\r\n\r\n"), QByteArray("GET / HTTP/1.1\r\n\r\n"),
             QByteArray("MESSAGE sip:a@b SIP/2.0\r\n\r\n")})
        QCOMPARE(site.take(octets).what, Received::Unusable);
    QCOMPARE(site.layer.counters().unusable, 4U);
    QCOMPARE(site.layer.size(), 0U);
}

void tst_TransactionMatching::cancelFindsItsInvite()
{
    for (const char *branch : {"z9hG4bKone", "old"}) {
        TransactionSite site;
        const TransactionId invite = site.take(RequestText{.branch = branch}.text()).id;
        const QByteArray cancel = RequestText{.method = "CANCEL", .branch = branch}.text();
        QCOMPARE(site.layer.cancelled(scanHead(view(cancel))), invite);
        QCOMPARE(site.take(cancel).what, Received::NewRequest);
        QCOMPARE(site.take(cancel).what, Received::Absorbed);
        const QByteArray other = RequestText{.method = "CANCEL", .branch = branch, .sentBy = "10.0.0.8"}.text();
        QVERIFY(!site.layer.cancelled(scanHead(view(other))));
    }
}

void tst_TransactionMatching::whatCannotBeStarted()
{
    TransactionSite site;
    QVERIFY(!site.start({}));
    QVERIFY(!site.start(RequestText{.method = "ACK"}.text()));
    QVERIFY(!site.start(RequestText{.branch = "1"}.text()));
    QVERIFY(!site.start(responseTo(RequestText{}.text(), 200)));
    QVERIFY(site.start(RequestText{}.text()));
    QVERIFY(!site.start(RequestText{}.text())); // the branch is in use
    QVERIFY(site.start(RequestText{.method = "CANCEL"}.text()));
    site.deaf = true;
    QVERIFY(!site.start(RequestText{.branch = "z9hG4bKtwo"}.text()));
    QCOMPARE(site.layer.size(), 2U);
    QCOMPARE(site.layer.counters().transportErrors, 1U);
    QCOMPARE(site.sent.size(), 2);
}

void tst_TransactionMatching::answersFollowANat()
{
    TransactionSite site;
    site.request = RequestText{}.text();
    site.id = site.take(site.request).id;
    QVERIFY(site.respond(180));
    const Endpoint moved{peer.address, 40000}, elsewhere{QHostAddress(QStringLiteral("10.0.0.66")), 5060};
    site.take(site.request, moved);
    QCOMPARE(site.destinations.constLast(), moved);
    QVERIFY(site.respond(486));
    QCOMPARE(site.destinations.constLast(), moved);
    site.take(site.request, elsewhere);
    QCOMPARE(site.destinations.constLast(), elsewhere);
    site.runTo(500ms); // timer G: a stranger who repeats the INVITE does not draw the copies to himself
    QCOMPARE(site.destinations.constLast(), moved);
}

void tst_TransactionMatching::answersToIpv6()
{
    TransactionSite site;
    for (const char *text : {"::1", "2001:db8::17", "fe80::1%1", "fe80::1%2"}) {
        const Endpoint from{QHostAddress(QString::fromLatin1(text)), 5062};
        site.request = RequestText{.branch = QByteArray("z9hG4bK") + text}.text();
        site.id = site.take(site.request, from).id;
        QVERIFY(site.respond(200));
        QCOMPARE(site.destinations.constLast().text(), from.text());
    }
}

void tst_TransactionMatching::aStaleIdDoesNothing()
{
    TransactionSite site;
    site.request = RequestText{.method = "MESSAGE"}.text();
    const TransactionId old = site.id = site.take(site.request).id;
    QVERIFY(site.respond(200));
    site.runTo(32s);
    QCOMPARE(site.ended, QList<TransactionId>{old});
    const TransactionId heir = site.take(site.request).id;
    QCOMPARE(heir.slot, old.slot);
    QVERIFY(heir != old);
    const auto sent = site.sent.size();
    for (const TransactionId stale :
        {old, TransactionId{}, TransactionId{4'000'000'000U, 1}, TransactionId{heir.slot, heir.generation + 1}}) {
        QVERIFY(!site.layer.respond(stale, 200, responseTo(site.request, 200), site.clock.now()));
        site.layer.abandon(stale);
        QCOMPARE(site.layer.state(stale), State::Terminated);
        QVERIFY(!site.layer.kind(stale));
    }
    QCOMPARE(site.sent.size(), sent);
    QCOMPARE(site.layer.state(heir), State::Trying);
    site.layer.abandon(heir);
    QCOMPARE(site.layer.state(heir), State::Terminated);
    QVERIFY(!site.layer.nextDeadline());
}

static QByteArray numbered(int number, const char *method = "MESSAGE")
{
    return RequestText{.method = method, .branch = "z9hG4bK" + QByteArray::number(number)}.text();
}

void tst_TransactionMatching::theOldestCompleteGoesFirst()
{
    TransactionSite site({}, {.transactions = 3});
    QList<TransactionId> ids;
    for (int i = 0; i < 3; ++i)
        ids.append(site.take(numbered(i)).id);
    for (const int i : {1, 0}) { // 1 is complete ahead of 0, 2 is not
        site.id = ids.at(i);
        site.request = numbered(i);
        QVERIFY(site.respond(200));
    }
    QCOMPARE(site.take(numbered(3)).what, Received::NewRequest);
    QCOMPARE(site.ended, QList<TransactionId>{ids.at(1)});
    QVERIFY(site.start(numbered(4, "OPTIONS"))); // a request of ours is as good a reason
    QCOMPARE(site.ended, (QList<TransactionId>{ids.at(1), ids.at(0)}));
    QCOMPARE(site.layer.counters().evicted, 2U);
    QCOMPARE(site.take(numbered(2)).what, Received::Absorbed);
}

void tst_TransactionMatching::withoutRoom()
{
    TransactionSite site({}, {.transactions = 2});
    site.take(numbered(1));
    site.take(numbered(2));
    QCOMPARE(site.take(numbered(3)).what, Received::Overload);
    QVERIFY(!site.start(numbered(4)));
    QCOMPARE(site.layer.counters().refused, 2U);
    QCOMPARE(site.layer.size(), 2U);
    QCOMPARE(site.take(numbered(1)).what, Received::Absorbed);
}

void tst_TransactionMatching::octetsAreBounded()
{
    TransactionSite site({}, {.transactions = 1000, .octets = 20'000});
    for (int i = 0; i < 100; ++i) {
        site.request = numbered(i);
        site.id = site.take(site.request).id;
        QVERIFY(site.respond(200));
    }
    QVERIFY(site.layer.size() < 80); // of some 280 octets each
    QVERIFY(site.layer.size() > 40);
    QCOMPARE(site.layer.counters().evicted, 100 - site.layer.size());
}

/// A flood that is evicted leaves its deadlines behind; they go too.
void tst_TransactionMatching::theQueueStaysSmall()
{
    TransactionSite site({}, {.transactions = 100});
    std::size_t most = 0;
    for (int i = 0; i < 20'000; ++i) {
        site.request = numbered(i);
        site.id = site.take(site.request).id;
        QVERIFY(site.respond(200));
        most = std::max(most, site.layer.memory());
    }
    QCOMPARE(site.layer.counters().evicted, 19'900U);
    QVERIFY2(most < 200'000, qPrintable(QString::number(most)));
    site.runTo(32s);
    QCOMPARE(site.layer.size(), 0U);
}

void tst_TransactionMatching::theQueueIsInOrder()
{
    TimerQueue queue;
    QRandomGenerator random(1);
    std::multiset<int> expected;
    for (int i = 0; i < 5000; ++i) {
        const int at = static_cast<int>(random.bounded(1000));
        queue.push({TimePoint{} + Duration(at), quint32(at)});
        expected.insert(at);
        if (i % 3 == 2) {
            QCOMPARE(int(queue.first()->slot), *expected.begin());
            queue.pop();
            expected.erase(expected.begin());
        }
        if (i % 1000 == 999) {
            queue.prune([](const TimerQueue::Entry &entry) { return entry.slot % 7 == 0; });
            std::erase_if(expected, [](int value) { return value % 7 == 0; });
            QCOMPARE(queue.size(), expected.size());
        }
    }
    for (const int at : expected) {
        QCOMPARE(int(queue.first()->slot), at);
        queue.pop();
    }
    QVERIFY(!queue.first());
    queue.prune([](const TimerQueue::Entry &) { return true; });
    QVERIFY(sizeof(TimerQueue::Entry) <= 24);
}

void tst_TransactionMatching::memoryOfOne()
{
    TransactionSite site;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        const QByteArray request = numbered(i);
        const QByteArray answer = responseTo(request, 200, "t1", "X-Filling: " + QByteArray(450, 'x') + "\r\n")
                                      .left(450);
        QVERIFY(site.layer.respond(site.layer.receive(incoming(site.clock.now(), request), scanHead(view(request))).id,
            200, answer, site.clock.now()));
    }
    QCOMPARE(site.layer.size(), std::size_t(count));
    const std::size_t each = site.layer.memory() / count;
    QVERIFY2(each <= 700, qPrintable(QString::number(each)));
}

QTEST_GUILESS_MAIN(tst_TransactionMatching)
#include "tst_transactionmatching.moc"
