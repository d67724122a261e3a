#include "core/flow/operations.h"
#include "tests/support/script.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;
using State = Operation::State;

/// What belongs together of what is asked, and what becomes of it.
class tst_Operations : public QObject
{
    Q_OBJECT
private slots:
    void aQueryWithItsParts();
    void states_data();
    void states();
    void aHoleMakesItUnknown();
    void aSubscription();
    void twoWithOneSn();
    void aChannelIsOfTheDeviceThatAnswers();
    void whatNobodyCanTellApart();
    void isBounded();
    void everyStateHasAName();

private:
    static Operation last(const Script &s) { return s.analysis.operations().all().constLast(); }
};

static QByteArray page(int sum, int items)
{
    QByteArray out = "<SumNum>" + QByteArray::number(sum) + "</SumNum>\r\n<DeviceList Num=\""
        + QByteArray::number(items) + "\">\r\n";
    for (int i = 0; i < items; ++i)
        out += "<Item>\r\n<DeviceID>3402000000131000000" + QByteArray::number(i) + "</DeviceID>\r\n</Item>\r\n";
    return out + "</DeviceList>\r\n";
}

static Script::Request query(Script &s, const QByteArray &command, int sn = 7, const QByteArray &inner = {})
{
    return s.query(s.manscdp("Query", command, inner, sn));
}

static void taken(Script &s, const Script::Request &request)
{
    s.ask(request);
    s.answer(s.last, "200 OK", {}, true);
}

static void respond(Script &s, const QByteArray &command, const QByteArray &inner, int sn = 7)
{
    s.send(s.manscdp("Response", command, inner, sn));
    s.answer(s.last, "200 OK");
}

/// Two Call-IDs besides its own, and one operation.
void tst_Operations::aQueryWithItsParts()
{
    Script s;
    s.login();
    const quint64 request = s.ask(query(s, "Catalog"));
    QCOMPARE(last(s).state, State::Asked);
    s.again();
    const quint64 answer = s.answer(s.last, "200 OK", {}, true);
    QCOMPARE(last(s).state, State::Accepted);
    respond(s, "Catalog", page(3, 2));
    QCOMPARE(last(s).state, State::Answering);
    s.beat();
    respond(s, "Catalog", page(3, 1));
    const Operation done = last(s);
    QCOMPARE(done.state, State::Done);
    QCOMPARE(done.request, request);
    QCOMPARE(done.answer, answer);
    QCOMPARE(done.what, QStringLiteral("Catalog query"));
    QCOMPARE(done.device, QString::fromLatin1(Script::id));
    QCOMPARE(done.sn, 7);
    QCOMPARE(done.parts, 2U);
    QCOMPARE(done.came, 3);
    QCOMPARE(done.sum, 3);
    QCOMPARE(done.by, done.last);
    // the request and its copy, its answer, two parts with their answers; not the heartbeat
    QCOMPARE(
        done.messages, (QList<quint64>{request, request + 1, answer, answer + 1, answer + 2, answer + 5, answer + 6}));
    s.wait(100s);
    QCOMPARE(last(s).state, State::Done);
}

void tst_Operations::states_data()
{
    using Play = void (*)(Script &);
    QTest::addColumn<Play>("play");
    QTest::addColumn<State>("state");
    const auto row = [](const char *name, State state, Play play) { QTest::newRow(name) << play << state; };
    row("no answer, though asked again", State::NoAnswer, [](Script &s) {
        s.ask(query(s, "DeviceInfo"));
        const QByteArray sent = s.last;
        s.wait(500ms);
        s.see(sent, false);
        s.wait(33s);
    });
    row("no answer was captured", State::Unknown, [](Script &s) {
        s.ask(query(s, "DeviceInfo"));
        s.wait(33s);
    });
    row("refused", State::Refused, [](Script &s) {
        s.ask(query(s, "DeviceInfo"));
        s.answer(s.last, "404 Not Found", {}, true);
        s.wait(50s);
    });
    row("no response", State::NoResponse, [](Script &s) {
        taken(s, query(s, "DeviceInfo"));
        s.wait(16s);
    });
    row("a late response", State::Done, [](Script &s) {
        taken(s, query(s, "DeviceInfo"));
        s.wait(16s);
        respond(s, "DeviceInfo", "<Result>OK</Result>\r\n");
    });
    row("error", State::ErrorResult, [](Script &s) {
        taken(s, query(s, "DeviceInfo"));
        respond(s, "DeviceInfo", "<Result>Error</Result>\r\n");
        s.wait(50s);
    });
    row("another SN", State::OtherSn, [](Script &s) {
        taken(s, query(s, "DeviceInfo"));
        respond(s, "DeviceInfo", "<Result>OK</Result>\r\n", 1);
        s.wait(16s);
    });
    row("pages missing", State::Incomplete, [](Script &s) {
        taken(s, query(s, "Catalog"));
        respond(s, "Catalog", page(3, 2));
        s.wait(11s);
    });
    row("one of two types", State::Incomplete, [](Script &s) {
        taken(s, query(s, "ConfigDownload", 7, "<ConfigType>BasicParam/FrameMirror</ConfigType>\r\n"));
        respond(s, "ConfigDownload", "<Result>OK</Result>\r\n");
        s.wait(11s);
    });
    row("both types", State::Done, [](Script &s) {
        taken(s, query(s, "ConfigDownload", 7, "<ConfigType>BasicParam/FrameMirror</ConfigType>\r\n"));
        respond(s, "ConfigDownload", "<Result>OK</Result>\r\n");
        respond(s, "ConfigDownload", "<Result>OK</Result>\r\n");
    });
    row("what has no Response", State::Done, [](Script &s) {
        taken(s, s.query(s.manscdp("Control", "DeviceControl", "<PTZCmd>A50F010180000036</PTZCmd>\r\n")));
    });
    row("an order with a Response", State::Accepted, [](Script &s) {
        taken(s, s.query(s.manscdp("Control", "DeviceControl", "<RecordCmd>Record</RecordCmd>\r\n")));
    });
    row("the Response ahead of the answer", State::Done, [](Script &s) {
        s.ask(query(s, "DeviceInfo"));
        const QByteArray asked = s.last;
        respond(s, "DeviceInfo", "<Result>OK</Result>\r\n");
        s.answer(asked, "200 OK", {}, true);
        s.wait(50s);
    });
    row("a Response that breaks", State::Unreadable, [](Script &s) {
        taken(s, query(s, "DeviceInfo"));
        respond(s, "DeviceInfo", "<Result>O & K</Result>\r\n");
        s.wait(50s);
    });
}

void tst_Operations::states()
{
    using Play = void (*)(Script &);
    QFETCH(Play, play);
    QFETCH(State, state);
    Script s;
    s.login();
    play(s);
    QCOMPARE(s.analysis.operations().size(), std::size_t{1});
    QCOMPARE(stateName(last(s).state), stateName(state));
    QCOMPARE(last(s).isOver(), state != State::Accepted);
}

/// What was not captured may be what is waited for.
void tst_Operations::aHoleMakesItUnknown()
{
    Script s;
    s.login();
    taken(s, query(s, "DeviceInfo"));
    s.note(notes::Dropped{notes::Dropped::What::Captured, 3});
    s.wait(16s);
    QCOMPARE(last(s).state, State::Unknown);
    QVERIFY(!s.finding(FindingCode::ResponseMissing));
    s.wait(1s);
    taken(s, query(s, "DeviceInfo", 8)); // the hole is past
    s.wait(16s);
    QCOMPARE(last(s).state, State::NoResponse);
}

void tst_Operations::aSubscription()
{
    Script s;
    s.login();
    const auto subscribe = [&s](int cseq, const QByteArray &expires) {
        Script::Request r = query(s, "Alarm");
        r.method = "SUBSCRIBE";
        r.callId = "sub";
        r.cseq = cseq;
        r.more = "Event: presence\r\nExpires: " + expires + "\r\n";
        s.ask(r);
        s.answer(s.last, "200 OK", "Expires: " + expires + "\r\n", true);
    };
    const auto notify = [&s](const QByteArray &state) {
        Script::Request r = s.manscdp("Notify", "Alarm", {});
        r.method = "NOTIFY";
        r.callId = "sub";
        r.more = "Event: presence\r\nSubscription-State: " + state + "\r\n";
        s.send(r);
        s.answer(s.last, "200 OK");
    };
    subscribe(1, "90");
    QCOMPARE(last(s).state, State::Active);
    QCOMPARE(last(s).what, QStringLiteral("Alarm subscription"));
    s.wait(60s);
    subscribe(2, "90");
    notify("active;expires=80");
    s.wait(60s);
    QCOMPARE(last(s).state, State::Active);
    QCOMPARE(s.analysis.operations().size(), std::size_t{1});
    QCOMPARE(last(s).parts, 1U);
    QCOMPARE(last(s).messages.size(), 6);
    s.wait(40s);
    QCOMPARE(last(s).state, State::Lapsed);
    subscribe(3, "90");
    QCOMPARE(last(s).state, State::Active);
    notify("terminated;reason=timeout");
    QCOMPARE(last(s).state, State::Ended);
}

/// Two devices, or two channels of one, are asked with the same SN: each has its own.
void tst_Operations::twoWithOneSn()
{
    Script s;
    s.login();
    taken(s, query(s, "DeviceInfo"));
    Script::Request other = query(s, "DeviceInfo");
    other.body.replace(Script::id, "34020000001310000002");
    taken(s, other);
    respond(s, "DeviceInfo", "<Result>OK</Result>\r\n");
    const QList<Operation> all = s.analysis.operations().all();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].state, State::Done);
    QCOMPARE(all[1].state, State::Accepted);
}

/// Asked under its own name, at the device's address.
void tst_Operations::aChannelIsOfTheDeviceThatAnswers()
{
    const QByteArray channel = "34020000001310000002";
    Script s;
    s.login();
    Script::Request asked = query(s, "DeviceStatus");
    asked.to = channel;
    asked.uri = "sip:" + channel + "@192.168.1.64:5060";
    asked.body.replace(Script::id, channel);
    taken(s, asked);
    Script::Request response = s.manscdp("Response", "DeviceStatus", "<Result>ERROR</Result>\r\n");
    response.body.replace(Script::id, channel);
    s.send(response);
    s.answer(s.last, "200 OK");
    QCOMPARE(last(s).device, QString::fromLatin1(Script::id));
    QCOMPARE(last(s).state, State::ErrorResult);
    QCOMPARE(s.finding(FindingCode::ResponseError)->b, QString::fromLatin1(channel));
}

/// One SN for all that it asks: nobody is blamed, and no Response is looked for among thousands.
void tst_Operations::whatNobodyCanTellApart()
{
    Script s;
    s.login();
    for (int i = 0; i < 50; ++i)
        taken(s, query(s, "DeviceInfo"));
    s.wait(20s);
    int unanswered = 0;
    for (const Operation &one : s.analysis.operations().all())
        unanswered += one.state == State::NoResponse ? 1 : 0;
    QCOMPARE(unanswered, 16);
}

void tst_Operations::isBounded()
{
    Operations operations;
    Trace trace;
    trace.head.kind = SipKind::Request;
    trace.head.method = SipMethod::Message;
    trace.body = Manscdp{.root = ManscdpRoot::Query, .cmdType = QStringLiteral("Catalog")};
    trace.datagram.at = ManualClock().now();
    constexpr int many = static_cast<int>(Operations::maxKept) + 500;
    for (int i = 1; i <= many; ++i) {
        trace.number = static_cast<quint64>(i);
        trace.body->sn = i;
        operations.note(trace);
    }
    QCOMPARE(operations.size(), Operations::maxKept);
    QCOMPARE(operations.forgotten(), 500U);
    QCOMPARE(operations.take().size(), static_cast<qsizetype>(Operations::maxKept));
    Trace part = trace;
    part.body->root = ManscdpRoot::Response;
    part.body->sumNum = 1'000'000'000;
    for (int i = 1; i <= 1'000; ++i) {
        part.number = static_cast<quint64>(many + i);
        operations.note(part);
    }
    const Operation last = operations.all().constLast();
    QCOMPARE(last.parts, 1'000U);
    QCOMPARE(last.messages.size(), Operation::maxMessages);
    QCOMPARE(last.more, 1'001U - static_cast<quint64>(Operation::maxMessages));
    operations.advance(trace.datagram.at + 1h);
    QVERIFY(operations.takeOverdue().size() <= static_cast<qsizetype>(Operations::maxKept));
    QVERIFY(!operations.nextDeadline());
}

void tst_Operations::everyStateHasAName()
{
    QSet<QString> names;
    for (int state = 0; state < static_cast<int>(State::Count); ++state)
        names.insert(QString(stateName(static_cast<State>(state))));
    QCOMPARE(names.size(), static_cast<int>(State::Count));
}

QTEST_APPLESS_MAIN(tst_Operations)
#include "tst_operations.moc"
