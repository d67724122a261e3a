#include "tests/support/transactionsite.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

using Kind = TransactionKind;
using State = TransactionState;
Q_DECLARE_METATYPE(gb::TransactionKind)
Q_DECLARE_METATYPE(gb::TransactionState)
Q_DECLARE_METATYPE(gb::SipTimers)

/// Each state and each event of figures 5 to 8 of RFC 3261, with figures 3 and 5 of RFC 6026 in the place of 5 and 7,
/// and the schedule of each timer.
class tst_Transactions : public QObject
{
    Q_OBJECT
private slots:
    void inviteClient_data();
    void inviteClient() { play(Kind::InviteClient); }
    void nonInviteClient_data();
    void nonInviteClient() { play(Kind::NonInviteClient); }
    void inviteServer_data();
    void inviteServer() { play(Kind::InviteServer); }
    void nonInviteServer_data();
    void nonInviteServer() { play(Kind::NonInviteServer); }
    void otherTimers_data();
    void otherTimers();
    void aLateAdvanceSendsOneCopy();
    void theFailureAck();

private:
    static void columns();
    static void row(const char *name, TransportKind transport, const char *script, const char *log, State state);
    static void udp(const char *name, const char *script, const char *log, State state)
    {
        row(name, TransportKind::Udp, script, log, state);
    }
    static void tcp(const char *name, const char *script, const char *log, State state)
    {
        row(name, TransportKind::Tcp, script, log, state);
    }
    static void play(Kind kind);
    static void step(TransactionSite &site, const QByteArray &action, int status);
};

void tst_Transactions::columns()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<State>("state");
}

void tst_Transactions::row(const char *name, TransportKind transport, const char *script, const char *log, State state)
{
    QTest::newRow(name) << transport << QByteArray(script) << QByteArray(log) << state;
}

/// in: a response arrives; out: the TU responds; req: the request once more; ack: an ACK to the response; deaf: the
/// transport refuses from here on.
void tst_Transactions::step(TransactionSite &site, const QByteArray &action, int status)
{
    if (action == "in")
        site.take(responseTo(site.request, status));
    else if (action == "out")
        site.respond(status) ? void() : site.note("rejected");
    else if (action == "req")
        site.take(site.request);
    else if (action == "ack")
        site.take(RequestText{.method = "ACK", .toTag = "t1"}.text());
    else if (action == "deaf")
        site.deaf = true;
}

void tst_Transactions::play(Kind kind)
{
    QFETCH(const TransportKind, transport);
    QFETCH(const QByteArray, script);
    QFETCH(const QByteArray, log);
    QFETCH(const State, state);
    const bool invite = kind == Kind::InviteClient || kind == Kind::InviteServer;
    TransactionSite site;
    site.transport = transport;
    site.request = RequestText{.method = invite ? "INVITE" : "MESSAGE"}.text();
    if (kind == Kind::InviteClient || kind == Kind::NonInviteClient)
        site.start(site.request);
    else
        site.id = site.take(site.request).id;
    QCOMPARE(site.layer.kind(site.id), std::optional(kind));
    for (const QByteArray &text : script.split(';')) {
        const QList<QByteArray> words = text.trimmed().split(' ');
        site.runTo(std::chrono::milliseconds(words.constFirst().toInt()));
        if (words.size() > 1)
            step(site, words.at(1), words.value(2).toInt());
    }
    QCOMPARE(site.log, log);
    QCOMPARE(site.layer.state(site.id), state);
    QVERIFY(state != State::Terminated || site.ended.contains(site.id)); // and is told to the TU
}

void tst_Transactions::inviteClient_data()
{
    columns();
    udp("INVITE client UDP / Calling / Timer A and Timer B", "99000",
        "INVITE 0 500 1500 3500 7500 15500 31500 | B 32000 | end 32000", State::Terminated);
    udp("INVITE client UDP / Calling / until Timer B", "31999", "INVITE 0 500 1500 3500 7500 15500 31500",
        State::Calling);
    udp("INVITE client UDP / Calling / 1xx", "600 in 180; 600000", "INVITE 0 500 | response 600", State::Proceeding);
    udp("INVITE client UDP / Calling / 2xx", "600 in 200; 600", "INVITE 0 500 | response 600", State::Accepted);
    udp("INVITE client UDP / Calling / 3xx to 6xx", "600 in 486; 600", "INVITE 0 500 | ACK 600 | response 600",
        State::Completed);
    udp("INVITE client UDP / Calling / transport error", "400 deaf; 500", "INVITE 0 | failed 500 | end 500",
        State::Terminated);
    udp("INVITE client UDP / Proceeding / 1xx", "600 in 100; 700 in 180; 800 in 183; 9000",
        "INVITE 0 500 | response 600 700 800", State::Proceeding);
    udp("INVITE client UDP / Proceeding / 2xx", "600 in 180; 900 in 200; 900", "INVITE 0 500 | response 600 900",
        State::Accepted);
    udp("INVITE client UDP / Proceeding / 3xx to 6xx", "600 in 180; 900 in 603; 900",
        "INVITE 0 500 | response 600 | ACK 900 | response 900", State::Completed);
    udp("INVITE client UDP / Completed / 1xx", "10 in 486; 20 in 180; 20",
        "INVITE 0 | ACK 10 | response 10 | absorbed 20", State::Completed);
    udp("INVITE client UDP / Completed / 2xx", "10 in 486; 20 in 200; 20",
        "INVITE 0 | ACK 10 | response 10 | absorbed 20", State::Completed);
    udp("INVITE client UDP / Completed / 3xx to 6xx", "10 in 486; 510 in 486; 32009 in 486",
        "INVITE 0 | ACK 10 | response 10 | ACK 510 | absorbed 510 | ACK 32009 | absorbed 32009", State::Completed);
    udp("INVITE client UDP / Completed / transport error", "10 in 486; 20 deaf; 510 in 486; 510",
        "INVITE 0 | ACK 10 | response 10 | failed 510 | absorbed 510 | end 510", State::Terminated);
    udp("INVITE client UDP / Completed / Timer D", "10 in 486; 32010 in 486",
        "INVITE 0 | ACK 10 | response 10 | end 32010 | stray 32010", State::Terminated);
    udp("INVITE client UDP / Accepted / 1xx", "10 in 200; 20 in 180", "INVITE 0 | response 10 | absorbed 20",
        State::Accepted);
    udp("INVITE client UDP / Accepted / 2xx", "10 in 200; 510 in 200; 32009 in 200", "INVITE 0 | response 10 510 32009",
        State::Accepted);
    udp("INVITE client UDP / Accepted / 3xx to 6xx", "10 in 200; 20 in 486", "INVITE 0 | response 10 | absorbed 20",
        State::Accepted);
    udp("INVITE client UDP / Accepted / Timer M", "10 in 200; 32010 in 200",
        "INVITE 0 | response 10 | end 32010 | stray 32010", State::Terminated);
    tcp("INVITE client TCP / Calling / no Timer A, Timer B", "99000", "INVITE 0 | B 32000 | end 32000",
        State::Terminated);
    tcp("INVITE client TCP / Completed / Timer D is 0", "600 in 486; 600",
        "INVITE 0 | ACK 600 | response 600 | end 600", State::Terminated);
    tcp("INVITE client TCP / Accepted / until Timer M", "600 in 200; 32599 in 200", "INVITE 0 | response 600 32599",
        State::Accepted);
    tcp("INVITE client TCP / Accepted / Timer M", "600 in 200; 32600", "INVITE 0 | response 600 | end 32600",
        State::Terminated);
}

void tst_Transactions::nonInviteClient_data()
{
    columns();
    udp("non-INVITE client UDP / Trying / Timer E and Timer F", "99000",
        "MESSAGE 0 500 1500 3500 7500 11500 15500 19500 23500 27500 31500 | F 32000 | end 32000", State::Terminated);
    udp("non-INVITE client UDP / Trying / until Timer F", "31999",
        "MESSAGE 0 500 1500 3500 7500 11500 15500 19500 23500 27500 31500", State::Trying);
    udp("non-INVITE client UDP / Trying / 1xx", "600 in 100; 600", "MESSAGE 0 500 | response 600", State::Proceeding);
    udp("non-INVITE client UDP / Trying / 2xx to 6xx", "600 in 404; 5599", "MESSAGE 0 500 | response 600",
        State::Completed);
    udp("non-INVITE client UDP / Trying / transport error", "400 deaf; 500", "MESSAGE 0 | failed 500 | end 500",
        State::Terminated);
    udp("non-INVITE client UDP / Proceeding / Timer E is T2, Timer F", "600 in 100; 99000",
        "MESSAGE 0 500 | response 600 | MESSAGE 1500 5500 9500 13500 17500 21500 25500 29500 | F 32000 | end 32000",
        State::Terminated);
    udp("non-INVITE client UDP / Proceeding / 1xx", "600 in 100; 700 in 183; 700", "MESSAGE 0 500 | response 600 700",
        State::Proceeding);
    udp("non-INVITE client UDP / Proceeding / 2xx to 6xx", "600 in 100; 700 in 200; 700",
        "MESSAGE 0 500 | response 600 700", State::Completed);
    udp("non-INVITE client UDP / Proceeding / transport error", "100 in 100; 400 deaf; 500",
        "MESSAGE 0 | response 100 | failed 500 | end 500", State::Terminated);
    udp("non-INVITE client UDP / Completed / any response",
        "600 in 200; 700 in 200; 800 in 100; 900 in 500; 5599 in 200",
        "MESSAGE 0 500 | response 600 | absorbed 700 800 900 5599", State::Completed);
    udp("non-INVITE client UDP / Completed / Timer K", "600 in 200; 5600 in 200",
        "MESSAGE 0 500 | response 600 | end 5600 | stray 5600", State::Terminated);
    tcp("non-INVITE client TCP / Trying / no Timer E, Timer F", "99000", "MESSAGE 0 | F 32000 | end 32000",
        State::Terminated);
    tcp("non-INVITE client TCP / Proceeding / Timer F", "600 in 100; 99000",
        "MESSAGE 0 | response 600 | F 32000 | end 32000", State::Terminated);
    tcp("non-INVITE client TCP / Completed / Timer K is 0", "600 in 200; 600 in 200",
        "MESSAGE 0 | response 600 | end 600 | stray 600", State::Terminated);
}

void tst_Transactions::inviteServer_data()
{
    columns();
    udp("INVITE server UDP / Proceeding / INVITE ahead of any answer", "500 req; 99000", "new 0 | absorbed 500",
        State::Proceeding);
    udp("INVITE server UDP / Proceeding / INVITE", "200 out 100; 300 out 180; 500 req",
        "new 0 | 100 200 | 180 300 500 | absorbed 500", State::Proceeding);
    udp("INVITE server UDP / Proceeding / ACK", "300 out 180; 500 ack", "new 0 | 180 300 | stray 500",
        State::Proceeding);
    udp("INVITE server UDP / Proceeding / 1xx from TU", "200 out 100; 300 out 183; 99000", "new 0 | 100 200 | 183 300",
        State::Proceeding);
    udp("INVITE server UDP / Proceeding / 2xx from TU", "600 out 200; 32599", "new 0 | 200 600", State::Accepted);
    udp("INVITE server UDP / Proceeding / 3xx to 6xx from TU", "600 out 486; 600", "new 0 | 486 600", State::Completed);
    udp("INVITE server UDP / Proceeding / transport error", "10 deaf; 200 out 100; 99000", "new 0 | failed 200",
        State::Proceeding);
    udp("INVITE server UDP / Completed / Timer G and Timer H", "0 out 486; 99000",
        "new 0 | 486 0 500 1500 3500 7500 11500 15500 19500 23500 27500 31500 | H 32000 | end 32000",
        State::Terminated);
    udp("INVITE server UDP / Completed / until Timer H", "0 out 486; 31999",
        "new 0 | 486 0 500 1500 3500 7500 11500 15500 19500 23500 27500 31500", State::Completed);
    udp("INVITE server UDP / Completed / INVITE", "0 out 486; 100 req; 500",
        "new 0 | 486 0 100 | absorbed 100 | 486 500", State::Completed);
    udp("INVITE server UDP / Completed / ACK", "0 out 486; 600 ack; 5599", "new 0 | 486 0 500 | absorbed 600",
        State::Confirmed);
    udp("INVITE server UDP / Completed / final from TU", "0 out 486; 10 out 200; 20 out 486; 30 out 180",
        "new 0 | 486 0 | rejected 10 20 30", State::Completed);
    udp("INVITE server UDP / Completed / transport error", "0 out 486; 10 deaf; 600", "new 0 | 486 0 | failed 500",
        State::Completed);
    udp("INVITE server UDP / Confirmed / ACK", "0 out 486; 600 ack; 700 ack", "new 0 | 486 0 500 | absorbed 600 700",
        State::Confirmed);
    udp("INVITE server UDP / Confirmed / INVITE", "0 out 486; 600 ack; 700 req", "new 0 | 486 0 500 | absorbed 600 700",
        State::Confirmed);
    udp("INVITE server UDP / Confirmed / Timer I", "0 out 486; 600 ack; 5600 req",
        "new 0 | 486 0 500 | absorbed 600 | end 5600 | new 5600", State::Terminated);
    udp("INVITE server UDP / Accepted / INVITE", "0 out 200; 500 req; 31999 req", "new 0 | 200 0 | absorbed 500 31999",
        State::Accepted);
    udp("INVITE server UDP / Accepted / ACK", "0 out 200; 500 ack; 600 ack", "new 0 | 200 0 | ack 500 600",
        State::Accepted);
    udp("INVITE server UDP / Accepted / 2xx from TU", "0 out 200; 500 out 200; 1500 out 200", "new 0 | 200 0 500 1500",
        State::Accepted);
    udp("INVITE server UDP / Accepted / other from TU", "0 out 200; 500 out 486; 600 out 180",
        "new 0 | 200 0 | rejected 500 600", State::Accepted);
    udp("INVITE server UDP / Accepted / transport error", "0 out 200; 10 deaf; 500 out 200; 31999",
        "new 0 | 200 0 | failed 500", State::Accepted);
    udp("INVITE server UDP / Accepted / Timer L", "0 out 200; 32000 req", "new 0 | 200 0 | end 32000 | new 32000",
        State::Terminated);
    tcp("INVITE server TCP / Completed / no Timer G, Timer H", "0 out 486; 99000",
        "new 0 | 486 0 | H 32000 | end 32000", State::Terminated);
    tcp("INVITE server TCP / Confirmed / Timer I is 0", "0 out 486; 600 ack; 600",
        "new 0 | 486 0 | absorbed 600 | end 600", State::Terminated);
    tcp("INVITE server TCP / Accepted / until Timer L", "0 out 200; 31999 req", "new 0 | 200 0 | absorbed 31999",
        State::Accepted);
    tcp("INVITE server TCP / Accepted / Timer L", "0 out 200; 32000", "new 0 | 200 0 | end 32000", State::Terminated);
}

void tst_Transactions::nonInviteServer_data()
{
    columns();
    udp("non-INVITE server UDP / Trying / request", "500 req; 99000", "new 0 | absorbed 500", State::Trying);
    udp("non-INVITE server UDP / Trying / 1xx from TU", "600 out 100; 99000", "new 0 | 100 600", State::Proceeding);
    udp("non-INVITE server UDP / Trying / 2xx to 6xx from TU", "600 out 200; 32599", "new 0 | 200 600",
        State::Completed);
    udp("non-INVITE server UDP / Trying / transport error", "10 deaf; 600 out 200; 600", "new 0 | failed 600 | end 600",
        State::Terminated);
    udp("non-INVITE server UDP / Proceeding / request", "600 out 100; 700 req", "new 0 | 100 600 700 | absorbed 700",
        State::Proceeding);
    udp("non-INVITE server UDP / Proceeding / 1xx from TU", "600 out 100; 700 out 183; 800 req",
        "new 0 | 100 600 | 183 700 800 | absorbed 800", State::Proceeding);
    udp("non-INVITE server UDP / Proceeding / 2xx to 6xx from TU", "600 out 100; 700 out 404",
        "new 0 | 100 600 | 404 700", State::Completed);
    udp("non-INVITE server UDP / Proceeding / transport error", "600 out 100; 650 deaf; 700 req; 700",
        "new 0 | 100 600 | failed 700 | absorbed 700 | end 700", State::Terminated);
    udp("non-INVITE server UDP / Completed / request", "0 out 200; 500 req; 31999 req",
        "new 0 | 200 0 500 | absorbed 500 | 200 31999 | absorbed 31999", State::Completed);
    udp("non-INVITE server UDP / Completed / final from TU", "0 out 200; 10 out 404; 20 out 100",
        "new 0 | 200 0 | rejected 10 20", State::Completed);
    udp("non-INVITE server UDP / Completed / transport error", "0 out 200; 10 deaf; 500 req; 500",
        "new 0 | 200 0 | failed 500 | absorbed 500 | end 500", State::Terminated);
    udp("non-INVITE server UDP / Completed / Timer J", "0 out 200; 32000 req", "new 0 | 200 0 | end 32000 | new 32000",
        State::Terminated);
    tcp("non-INVITE server TCP / Completed / Timer J is 0", "600 out 200; 600 req",
        "new 0 | 200 600 | end 600 | new 600", State::Terminated);
}

void tst_Transactions::otherTimers_data()
{
    QTest::addColumn<SipTimers>("timers");
    QTest::addColumn<QByteArray>("invite");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("failure");
    QTest::newRow("T1 100 ms, T2 400 ms, T4 1 s, D 3 s")
        << SipTimers{100ms, 400ms, 1s, 3s} << QByteArray("INVITE 0 100 300 700 1500 3100 6300 | B 6400 | end 6400")
        << QByteArray("MESSAGE 0 100 300 | response 310 | end 1310")
        << QByteArray("new 0 | 486 0 100 300 700 | absorbed 1000 | end 2000");
    QTest::newRow("T1 2 s, T2 2 s, T4 10 s, D 90 s")
        << SipTimers{2s, 2s, 10s, 90s}
        << QByteArray("INVITE 0 2000 6000 14000 30000 62000 126000 | B 128000 | end 128000")
        << QByteArray("MESSAGE 0 | response 310 | end 10310")
        << QByteArray("new 0 | 486 0 | absorbed 1000 | end 11000");
}

void tst_Transactions::otherTimers()
{
    QFETCH(const SipTimers, timers);
    QFETCH(const QByteArray, invite);
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, failure);
    TransactionSite client(timers), other(timers), server(timers);
    client.start(RequestText{}.text());
    client.runTo(200s);
    QCOMPARE(client.log, invite);

    other.start(RequestText{.method = "MESSAGE"}.text());
    other.runTo(310ms);
    other.take(responseTo(RequestText{.method = "MESSAGE"}.text(), 200));
    other.runTo(200s);
    QCOMPARE(other.log, message);

    server.request = RequestText{}.text();
    server.id = server.take(server.request).id;
    server.respond(486);
    server.runTo(1s);
    server.take(RequestText{.method = "ACK", .toTag = "t1"}.text());
    server.runTo(200s);
    QCOMPARE(server.log, failure);
}

/// A machine that slept sends one copy, not all that it missed, and goes on from there.
void tst_Transactions::aLateAdvanceSendsOneCopy()
{
    TransactionSite site;
    site.start(RequestText{.method = "MESSAGE"}.text());
    site.clock.advance(20s);
    site.layer.advance(site.clock.now());
    QCOMPARE(site.log, QByteArray("MESSAGE 0 20000"));
    site.runTo(27s);
    QCOMPARE(site.log, QByteArray("MESSAGE 0 20000 21000 23000 27000"));
    site.clock.advance(20s);
    site.layer.advance(site.clock.now());
    QCOMPARE(site.log, QByteArray("MESSAGE 0 20000 21000 23000 27000 | F 47000 | end 47000"));
}

void tst_Transactions::theFailureAck()
{
    TransactionSite site;
    site.request = RequestText{.extra
        = "Route: <sip:a.example;lr>, <sip:b.example;lr>\r\nVia: SIP/2.0/UDP other.example;branch=z9hG4bKtwo\r\n",
        .body = "v=0"}
                       .text();
    site.start(site.request);
    site.take(responseTo(site.request, 486, "their-tag"));
    QCOMPARE(site.sent.constLast(),
        QByteArray("ACK sip:34020000001320000001@10.0.0.1:5060 SIP/2.0\r\n"
                   "Via: SIP/2.0/UDP 10.0.0.9:5060;branch=z9hG4bKone\r\n"
                   "Route: <sip:a.example;lr>\r\nRoute: <sip:b.example;lr>\r\n"
                   "Max-Forwards: 70\r\n"
                   "From: <sip:34020000002000000001@3402000000>;tag=f1\r\n"
                   "To: <sip:34020000001320000001@3402000000>;tag=their-tag\r\n"
                   "Call-ID: call-1@10.0.0.9\r\nCSeq: 1 ACK\r\nContent-Length: 0\r\n\r\n"));
    QCOMPARE(site.destinations.constLast(), peer);
}

QTEST_GUILESS_MAIN(tst_Transactions)
#include "tst_transactions.moc"
