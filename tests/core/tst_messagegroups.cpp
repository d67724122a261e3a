#include "core/ladder/groups/messagegroups.h"
#include "core/session/analysis.h"
#include "tests/support/growinglog.h"
#include "tests/support/siptraffic.h"

#include <QSignalSpy>
#include <QTest>

using namespace gb;
using gb::test::Traffic;
using Kind = MessageGroup::Kind;
using State = MessageGroup::State;
using Why = MessageGroup::Why;
using namespace std::chrono_literals;

/// What messages belong to, and what became of it.
class tst_MessageGroups : public QObject
{
    Q_OBJECT
private slots:
    void aRegistration();
    void whatWasNotSeenIsUnknown();
    void refusals();
    void aTrainOfHeartbeats();
    void trainsBothWays();
    void silence();
    void gapsAreFound();
    void aHoleIsNobodysFault();
    void moreThanAreListedDidNotCome();
    void operations();
    void operationsThatFail();
    void aCopyOfAnOperation();
    void manyPartsOfOneAnswer();
    void aCall();
    void callsThatEndOtherwise();
    void whatNobodyAnswersWaitsForNothing();
    void kindsOfCalls();
    void aTalk();
    void alarms();
    void endpointsWithoutDevices();
    void transactions();
    void theOldestGo();
    void repeats();
    void batchesTellHoles();

private:
    struct Record : test::GrowingLog
    {
        void take(const QList<Awaited> &awaited = {})
        {
            log.setNow(traffic.now, log.isRunning());
            GrowingLog::take(awaited);
        }
        void end() { log.setNow(traffic.now, false); }
        const MessageGroup &only() const { return groups.group(groups.count() - 1); }
        MessageGroup::Outcome outcome() const { return groups.outcome(groups.count() - 1); }
    };
    static MessageGroup::Outcome outcome(State state, Why why, quint16 status, quint32 by)
    {
        return {state, why, status, by};
    }
    static Operation operation(quint64 request, const QList<quint64> &messages, Operation::State state, quint64 by)
    {
        Operation one{.request = request, .state = state, .by = by, .what = QStringLiteral("Catalog query")};
        one.messages = messages;
        one.sn = 17;
        return one;
    }
    static MessageSummary &ask(Traffic &traffic, SipMethod method, const char *word, const char *callId)
    {
        MessageSummary &m = traffic.request(1, method, QLatin1String(word), QLatin1String(callId));
        std::swap(m.from, m.to);
        return m;
    }
    static Awaited missing(const MessageSummary &request, quint64 behind, Awaited::What what)
    {
        return {.number = request.number,
            .what = what,
            .state = Awaited::State::Missing,
            .since = request.at,
            .deadline = request.at + 32s,
            .behind = behind};
    }
};

void tst_MessageGroups::aRegistration()
{
    Record record;
    record.traffic.login(1);
    record.take();
    QCOMPARE(record.groups.count(), 1U);
    QCOMPARE(record.only().kind, Kind::Registration);
    QCOMPARE(record.only().count, 4U);
    QCOMPARE(record.outcome(), outcome(State::Ok, Why::Answered, 200, 4));
    // A refresh under another Call-ID is the same life; another device has its own
    record.traffic.wait(30min);
    record.traffic.enroll(1, true, QStringLiteral("other@camera"));
    record.traffic.answer(1, 200);
    record.traffic.login(2);
    record.take();
    QCOMPARE(record.groups.count(), 2U);
    QCOMPARE(record.groups.group(0).count, 6U);
    QCOMPARE(record.groups.outcome(0).by, 6U);
    QCOMPARE(record.groups.rows(0), (std::vector<quint32>{0, 1, 2, 3, 4, 5}));
    QCOMPARE(record.groups.duration(0), std::optional<Duration>(30min + 7ms));
}

/// A first challenge is no failure, and what would follow may stand behind the end of the record.
void tst_MessageGroups::whatWasNotSeenIsUnknown()
{
    Record record;
    record.traffic.enroll(1, false);
    record.take();
    QCOMPARE(record.outcome(), outcome(State::Running, Why::Waiting, 0, 1));
    record.traffic.answer(1, 401);
    record.take();
    QCOMPARE(record.outcome(), outcome(State::Running, Why::Challenged, 401, 2));
    record.end();
    QCOMPARE(record.outcome(), outcome(State::Unknown, Why::RecordEnds, 401, 2));
    // An answer whose request is not there
    Record other;
    other.traffic.beat(1);
    other.traffic.answer(1, 200);
    other.traffic.messages.removeFirst();
    other.take();
    QCOMPARE(other.outcome(), outcome(State::Unknown, Why::NotSeen, 200, 2));
}

void tst_MessageGroups::refusals()
{
    Record record;
    record.traffic.enroll(1, false);
    record.traffic.answer(1, 403);
    record.take();
    QCOMPARE(record.outcome(), outcome(State::Failed, Why::Refused, 403, 2));
    Record again;
    again.traffic.enroll(1, false);
    again.traffic.answer(1, 401);
    again.traffic.enroll(1, true);
    again.traffic.answer(1, 401);
    again.take();
    QCOMPARE(again.outcome(), outcome(State::Failed, Why::RefusedAgain, 401, 4));
    again.traffic.enroll(1, true); // the next attempt
    again.take();
    QCOMPARE(again.outcome().state, State::Running);
    again.traffic.answer(1, 200);
    again.take();
    QCOMPARE(again.outcome(), outcome(State::Ok, Why::Answered, 200, 6));
}

void tst_MessageGroups::aTrainOfHeartbeats()
{
    Record record;
    record.traffic.beats(1, 5);
    record.traffic.beats(2, 2);
    record.take();
    QCOMPARE(record.groups.count(), 2U);
    QCOMPARE(record.groups.group(0).kind, Kind::Heartbeats);
    QCOMPARE(record.groups.group(0).count, 10U);
    QCOMPARE(record.groups.outcome(0), outcome(State::Ok, Why::Answered, 200, 10));
    record.traffic.beat(1); // while the next one waits it still goes on
    record.take();
    QCOMPARE(record.groups.outcome(0).state, State::Ok);
}

/// Two platforms beat at each other: that the one is answered says nothing of the other.
void tst_MessageGroups::trainsBothWays()
{
    Record record;
    record.traffic.beats(1, 2);
    MessageSummary &back = record.traffic.beat(1);
    std::swap(back.from, back.to);
    const Awaited none = missing(back, 5, Awaited::What::FinalResponse);
    record.take();
    record.traffic.wait(40s);
    record.take({none});
    QCOMPARE(record.groups.count(), 2U);
    QCOMPARE(record.groups.outcome(0).state, State::Ok);
    QCOMPARE(record.groups.outcome(1), outcome(State::Failed, Why::NoAnswer, 0, 5));
}

void tst_MessageGroups::silence()
{
    Record record;
    record.traffic.beats(1, 3);
    const MessageSummary last = record.traffic.messages.at(4);
    record.take();
    record.traffic.wait(3min);
    QSignalSpy changed(&record.groups, &MessageGroups::changed);
    record.take({missing(last, 6, Awaited::What::Heartbeat)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(record.outcome(), outcome(State::Failed, Why::Late, 0, 5));
    QCOMPARE(record.only().missed, 1);
    record.traffic.beats(1, 1);
    record.take();
    QCOMPARE(record.outcome().state, State::Ok);
    QCOMPARE(record.only().missed, 1);
    // What a message that came later has made of it is not undone
    record.take({missing(last, 6, Awaited::What::Heartbeat)});
    QCOMPARE(record.outcome().state, State::Ok);
}

/// As a look at each of them would find them, whatever the order in which they came.
void tst_MessageGroups::gapsAreFound()
{
    QRandomGenerator random(14);
    for (int round = 0; round < 50; ++round) {
        RecordGaps gaps;
        std::vector<std::pair<int, int>> all;
        int at = 0;
        for (int i = 0; i < 60; ++i) {
            const int from = std::max(0, at + random.bounded(-30, 60)), to = from + random.bounded(20);
            at = std::max(at, to);
            gaps.add(TimePoint(std::chrono::seconds(from)), TimePoint(std::chrono::seconds(to)));
            // One that begins ahead of the last one's end is taken for a part of it
            if (!all.empty() && all.back().second >= from)
                all.back() = {std::min(all.back().first, from), std::max(all.back().second, to)};
            else
                all.emplace_back(from, to);
        }
        for (int from = 0; from < at + 10; from += 3) {
            for (const int length : {0, 1, 7}) {
                const bool hides = std::any_of(all.begin(), all.end(),
                    [&](const auto &span) { return span.first <= from + length && span.second >= from; });
                QCOMPARE(
                    gaps.mayHide(TimePoint(std::chrono::seconds(from)), TimePoint(std::chrono::seconds(from + length))),
                    hides);
            }
        }
    }
    RecordGaps many;
    for (int i = 0; i < 5000; ++i)
        many.add(TimePoint(std::chrono::seconds(10 * i)), TimePoint(std::chrono::seconds(10 * i + 1)));
    QVERIFY(many.size() <= RecordGaps::most);
    QVERIFY(many.mayHide(TimePoint(5s), TimePoint(5s))); // of the first ones only their span is kept
    QVERIFY(!many.mayHide(TimePoint(49'985s), TimePoint(49'986s)));
}

void tst_MessageGroups::aHoleIsNobodysFault()
{
    const auto after = [](const std::function<void(Record &, Awaited &)> &change) {
        Record record;
        record.traffic.enroll(1, false);
        Awaited none = missing(record.traffic.messages.first(), 1, Awaited::What::FinalResponse);
        record.take();
        record.traffic.wait(40s);
        change(record, none);
        record.take({none});
        return std::pair(record.outcome(), record.groups.transaction(0));
    };
    const auto failed = outcome(State::Failed, Why::NoAnswer, 0, 1),
               lost = outcome(State::Unknown, Why::MayBeLost, 0, 1);
    QCOMPARE(after([](Record &, Awaited &) {}), std::pair(failed, failed));
    // Who gets no answer sends again
    QCOMPARE(after([](Record &, Awaited &none) { none.unrepeated = true; }), std::pair(lost, lost));
    const auto gap = [](Duration from, Duration to) {
        return
            [from, to](Record &record, Awaited &none) { record.groups.gaps().add(none.since + from, none.since + to); };
    };
    QCOMPARE(after(gap(10s, 12s)), std::pair(lost, lost));
    QCOMPARE(after(gap(40s, -5s)), std::pair(lost, lost)); // the clock was set back meanwhile
    QCOMPARE(after(gap(-5s, 0s)), std::pair(lost, lost));
    QCOMPARE(after(gap(-5s, -1s)), std::pair(failed, failed));
    QCOMPARE(after(gap(33s, 39s)), std::pair(failed, failed));
    QCOMPARE(after([](Record &record, Awaited &) { record.groups.gaps().setDoubtful(true); }), std::pair(lost, lost));
    // The gap may be known later than what fell due in it
    Record late;
    late.traffic.enroll(1, false);
    const Awaited none = missing(late.traffic.messages.first(), 1, Awaited::What::FinalResponse);
    late.take();
    late.traffic.wait(40s);
    late.take({none});
    QCOMPARE(late.outcome(), failed);
    late.groups.gaps().add(none.since + 10s, none.since + 12s);
    QCOMPARE(late.outcome(), lost);
    QCOMPARE(late.groups.transaction(0), lost);
    // What was said is no absence
    Record refused;
    refused.groups.gaps().setDoubtful(true);
    refused.traffic.enroll(1, false);
    refused.traffic.answer(1, 403);
    refused.take();
    QCOMPARE(refused.outcome().state, State::Failed);
}

/// The log lists so many of these and no more.
void tst_MessageGroups::moreThanAreListedDidNotCome()
{
    for (const bool unrepeated : {false, true}) {
        Record record;
        record.traffic.enroll(1, false);
        record.traffic.enroll(2, false);
        const MessageSummary first = record.traffic.messages[0], second = record.traffic.messages[1];
        record.take();
        record.traffic.wait(40s);
        record.take(QList<Awaited>(MessageLog::maxAwaited, missing(first, 2, Awaited::What::Heartbeat)));
        Awaited none = missing(second, 2, Awaited::What::FinalResponse);
        none.unrepeated = unrepeated;
        record.log.append({}, {none});
        QCOMPARE(record.log.missing().size(), MessageLog::maxAwaited);
        const auto expected = unrepeated ? outcome(State::Unknown, Why::MayBeLost, 0, 2)
                                         : outcome(State::Failed, Why::NoAnswer, 0, 2);
        QCOMPARE(record.groups.transaction(1), expected);
        QCOMPARE(record.outcome(), expected);
    }
}

void tst_MessageGroups::operations()
{
    Record record;
    ask(record.traffic, SipMethod::Message, "MESSAGE", "q1").command = QStringLiteral("Catalog query");
    record.traffic.answer(1, 200).answers = 1;
    record.book.take({operation(1, {1, 2}, Operation::State::Accepted, 2)});
    record.take();
    QCOMPARE(record.groups.count(), 1U);
    QCOMPARE(record.only().kind, Kind::Query);
    QCOMPARE(record.outcome(), outcome(State::Running, Why::ByOperation, 0, 2));
    record.traffic.request(1, SipMethod::Message, QStringLiteral("MESSAGE"), QStringLiteral("r1"));
    record.traffic.answer(1, 200);
    const QList<Operation> done{operation(1, {1, 2, 3, 4}, Operation::State::Done, 3)};
    record.book.take(done);
    record.take();
    record.groups.take(done);
    QCOMPARE(record.groups.count(), 1U); // of another Call-ID
    QCOMPARE(record.only().count, 4U);
    QCOMPARE(record.outcome(), outcome(State::Ok, Why::ByOperation, 0, 3));
}

void tst_MessageGroups::operationsThatFail()
{
    using Is = Operation::State;
    static constexpr std::pair<Is, State> states[] = {{Is::Asked, State::Running}, {Is::Active, State::Running},
        {Is::Done, State::Ok}, {Is::Ended, State::Ok}, {Is::Refused, State::Failed}, {Is::NoResponse, State::Failed},
        {Is::Incomplete, State::Failed}, {Is::Lapsed, State::Failed}, {Is::Unknown, State::Unknown}};
    for (const auto &[state, expected] : states) {
        Record record;
        ask(record.traffic, SipMethod::Message, "MESSAGE", "q1");
        Operation one = operation(1, {1}, state, state == Is::Refused ? 1 : 0);
        one.at = record.traffic.now;
        one.since = one.at + 15s;
        record.book.take({one});
        record.take();
        QCOMPARE(record.outcome().state, expected);
        record.end(); // what is in force stays so, what waits is unknown
        QCOMPARE(record.outcome().state, state == Is::Asked ? State::Unknown : expected);
        // Time wrote it, and the record has a hole there
        record.groups.gaps().add(one.at + 1s, one.at + 2s);
        record.groups.take({one});
        const bool byTime = state == Is::NoResponse || state == Is::Incomplete || state == Is::Lapsed;
        QCOMPARE(record.outcome().state, byTime || state == Is::Asked ? State::Unknown : expected);
    }
}

/// Only so many numbers are in an operation: the rest is found by its SN.
void tst_MessageGroups::manyPartsOfOneAnswer()
{
    Record record;
    MessageSummary &query = ask(record.traffic, SipMethod::Message, "MESSAGE", "q1");
    query.sn = 17;
    query.command = QStringLiteral("Catalog query");
    record.book.take({operation(1, {1}, Operation::State::Answering, 1)});
    record.take();
    for (const qint64 sn : {17, 18}) {
        MessageSummary &part = record.traffic.request(
            1, SipMethod::Message, QStringLiteral("MESSAGE"), QStringLiteral("r%1").arg(sn));
        part.command = QStringLiteral("Catalog 1/500");
        part.sn = sn;
    }
    record.take();
    QCOMPARE(record.groups.of(1), 0U);
    QCOMPARE(record.groups.group(record.groups.of(2)).kind, Kind::Other);
}

void tst_MessageGroups::aCall()
{
    Record record;
    Traffic &traffic = record.traffic;
    ask(traffic, SipMethod::Invite, "INVITE", "call").command = QStringLiteral("Play TCP passive");
    traffic.answer(1, 100);
    record.take();
    QCOMPARE(record.only().kind, Kind::Play);
    QCOMPARE(record.outcome(), outcome(State::Running, Why::Waiting, 0, 1));
    traffic.answer(1, 180);
    traffic.answer(1, 200);
    traffic.enroll(2, false); // of others meanwhile
    ask(traffic, SipMethod::Ack, "ACK", "call").answers = 4;
    record.take();
    QCOMPARE(record.groups.outcome(0), outcome(State::Running, Why::Stands, 200, 4));
    record.end(); // it stood when the record ended
    QCOMPARE(record.groups.outcome(0).state, State::Running);
    record.log.setNow(traffic.now, true);
    ask(traffic, SipMethod::Invite, "INVITE", "call"); // anew, and refused: the call goes on
    traffic.answer(1, 488);
    record.take();
    QCOMPARE(record.groups.outcome(0).why, Why::Stands);
    traffic.wait(10s);
    ask(traffic, SipMethod::Bye, "BYE", "call");
    record.take();
    QCOMPARE(record.groups.outcome(0), outcome(State::Ok, Why::HungUp, 0, 9));
    QCOMPARE(record.groups.group(0).count, 8U);
    QCOMPARE(record.groups.duration(0), std::optional<Duration>(10s));
}

void tst_MessageGroups::callsThatEndOtherwise()
{
    Record refused;
    ask(refused.traffic, SipMethod::Invite, "INVITE", "call").command = QStringLiteral("Playback");
    refused.traffic.answer(1, 486);
    refused.take();
    QCOMPARE(refused.outcome(), outcome(State::Failed, Why::Refused, 486, 2));
    ask(refused.traffic, SipMethod::Cancel, "CANCEL", "call"); // too late: it crossed the answer
    refused.take();
    QCOMPARE(refused.outcome(), outcome(State::Failed, Why::Refused, 486, 2));
    Record cancelled;
    ask(cancelled.traffic, SipMethod::Invite, "INVITE", "call");
    ask(cancelled.traffic, SipMethod::Cancel, "CANCEL", "call");
    MessageSummary &end = cancelled.traffic.answer(1, 487);
    end.answers = 1;
    end.method = SipMethod::Invite;
    cancelled.take();
    QCOMPARE(cancelled.outcome(), outcome(State::Ok, Why::Cancelled, 487, 3));
    Record late; // of a call that began ahead of the record
    ask(late.traffic, SipMethod::Info, "INFO", "call");
    late.take();
    QCOMPARE(late.outcome().state, State::Running);
    ask(late.traffic, SipMethod::Bye, "BYE", "call");
    late.take();
    QCOMPARE(late.groups.count(), 1U);
    Record unacknowledged;
    ask(unacknowledged.traffic, SipMethod::Invite, "INVITE", "call");
    const MessageSummary ok = unacknowledged.traffic.answer(1, 200);
    unacknowledged.take();
    unacknowledged.traffic.wait(33s);
    unacknowledged.take({missing(ok, 2, Awaited::What::Ack)});
    QCOMPARE(unacknowledged.outcome(), outcome(State::Failed, Why::NoAck, 0, 2));
}

/// An ACK, a provisional answer, a copy: where that is all there is, what came of it is not in the record.
void tst_MessageGroups::whatNobodyAnswersWaitsForNothing()
{
    for (const char *const what : {"ACK", "100", "183", "copy"}) {
        Record record;
        if (what == QByteArrayView("ACK")) {
            ask(record.traffic, SipMethod::Ack, "ACK", "call");
        } else if (what == QByteArrayView("copy")) {
            ask(record.traffic, SipMethod::Message, "MESSAGE", "q1");
            record.traffic.repeatLast();
        } else {
            ask(record.traffic, what[1] == '0' ? SipMethod::Message : SipMethod::Invite, "", "call");
            record.traffic.answer(1, static_cast<quint16>(QByteArrayView(what).toInt()));
        }
        if (record.traffic.messages.size() > 1)
            record.traffic.messages.removeFirst();
        record.take();
        QCOMPARE(record.groups.count(), 1U);
        const MessageGroup::Outcome is = record.outcome();
        QVERIFY2(is.state == State::Unknown && is.why == Why::NotSeen, what);
    }
}

/// It is in force, or over, whatever of its messages the list has left.
void tst_MessageGroups::aCopyOfAnOperation()
{
    Record record;
    ask(record.traffic, SipMethod::Message, "MESSAGE", "q1");
    record.traffic.repeatLast();
    record.traffic.messages.removeFirst();
    record.book.take({operation(1, {1, 2}, Operation::State::Done, 2)});
    record.take();
    QCOMPARE(record.outcome(), outcome(State::Ok, Why::ByOperation, 0, 2));
}

void tst_MessageGroups::kindsOfCalls()
{
    static constexpr std::pair<const char *, Kind> kinds[] = {{"Play", Kind::Play},
        {"Playback TCP active", Kind::Playback}, {"Download", Kind::Download}, {"Talk", Kind::Talk}, {"", Kind::Call},
        {"Playing cards", Kind::Play}};
    for (const auto &[command, kind] : kinds) {
        Record record;
        ask(record.traffic, SipMethod::Invite, "INVITE", "call").command = QLatin1String(command);
        record.take();
        QCOMPARE(record.only().kind, kind);
    }
}

/// The device calls because of the Broadcast: of whoever sent it, and soon.
void tst_MessageGroups::aTalk()
{
    const auto groupsAfter = [](Duration wait, bool elsewhere) {
        Record record;
        ask(record.traffic, SipMethod::Message, "MESSAGE", "b1").command = QStringLiteral("Broadcast notify");
        Operation one = operation(1, {1}, Operation::State::Done, 1);
        one.kind = Operation::Kind::Notice;
        one.cmdType = QStringLiteral("Broadcast");
        record.book.take({one});
        record.traffic.wait(wait);
        MessageSummary &call = record.traffic.request(
            1, SipMethod::Invite, QStringLiteral("INVITE"), QStringLiteral("call"));
        call.command = QStringLiteral("Play");
        if (elsewhere)
            call.from.port = 7000;
        record.take();
        return std::pair(record.groups.count(), record.groups.group(0).kind);
    };
    QCOMPARE(groupsAfter(2s, false), std::pair(1U, Kind::Talk));
    QCOMPARE(groupsAfter(61s, false), std::pair(2U, Kind::Talk));
    QCOMPARE(groupsAfter(2s, true), std::pair(2U, Kind::Talk));
}

void tst_MessageGroups::alarms()
{
    Record record;
    for (const qint64 sn : {5, 6}) {
        MessageSummary &alarm = record.traffic.request(
            1, SipMethod::Message, QStringLiteral("MESSAGE"), QStringLiteral("a%1").arg(sn));
        alarm.command = QStringLiteral("Alarm video");
        alarm.sn = sn;
        record.traffic.answer(1, 200);
    }
    MessageSummary &response = ask(record.traffic, SipMethod::Message, "MESSAGE", "r5");
    response.command = QStringLiteral("Alarm response");
    response.sn = 5;
    record.traffic.answer(1, 200);
    record.take();
    QCOMPARE(record.groups.count(), 2U);
    QCOMPARE(record.groups.group(0).kind, Kind::Alarm);
    QCOMPARE(record.groups.group(0).count, 4U);
    QCOMPARE(record.groups.outcome(0), outcome(State::Ok, Why::Answered, 200, 6));
    QCOMPARE(record.groups.group(1).count, 2U);
}

void tst_MessageGroups::endpointsWithoutDevices()
{
    Record record;
    const SmallText nobody{};
    for (const int device : {1, 2, 1}) {
        MessageSummary &junk = record.traffic.enroll(device, false);
        junk.kind = SipKind::NotSip;
        junk.device = nobody;
    }
    for (const int device : {1, 2}) {
        MessageSummary &ping = record.traffic.enroll(device, false);
        ping.kind = SipKind::NatKeepalive;
    }
    record.take();
    QCOMPARE(record.groups.count(), 4U);
    QCOMPARE(record.groups.group(0).kind, Kind::NotSip);
    QCOMPARE(record.groups.group(0).count, 2U);
    QCOMPARE(record.groups.group(2).kind, Kind::NatKeepalives);
    QCOMPARE(record.groups.outcome(0).state, State::Ok);
}

void tst_MessageGroups::transactions()
{
    Record record;
    record.traffic.login(1);
    record.traffic.beat(1);
    record.take();
    QCOMPARE(record.groups.transactionOf(record.log.entry(1)), 1U);
    QCOMPARE(record.groups.transactionOf(record.log.entry(3)), 3U);
    QCOMPARE(record.groups.transaction(0), outcome(State::Ok, Why::Challenge, 401, 2));
    QCOMPARE(record.groups.transaction(2), outcome(State::Ok, Why::Answered, 200, 4));
    QCOMPARE(record.groups.transaction(4), outcome(State::Running, Why::Waiting, 0, 5));
    record.end();
    QCOMPARE(record.groups.transaction(4), outcome(State::Unknown, Why::RecordEnds, 0, 5));
    // Copy of an ACK, ACK, answer, request
    Record call;
    ask(call.traffic, SipMethod::Invite, "INVITE", "call");
    call.traffic.answer(1, 200);
    ask(call.traffic, SipMethod::Ack, "ACK", "call").answers = 2;
    call.traffic.repeatLast();
    call.take();
    QCOMPARE(call.groups.transactionOf(call.log.entry(3)), 1U);
}

/// Rows and indices are others then; numbers stay, and so does what is known of what is left.
void tst_MessageGroups::theOldestGo()
{
    Record record;
    record.log.setCapacity(100);
    for (int i = 0; i < 40; ++i) {
        record.traffic.login(1 + i % 7);
        record.traffic.beats(1 + i % 3, 2, 1s);
        record.take();
        quint32 messages = 0;
        for (quint32 group = 0; group < record.groups.count(); ++group) {
            const std::vector<quint32> rows = record.groups.rows(group);
            QCOMPARE(static_cast<quint32>(rows.size()), record.groups.group(group).count);
            messages += record.groups.group(group).count;
            for (const quint32 row : rows)
                QCOMPARE(record.groups.of(row), group);
        }
        QCOMPARE(static_cast<qsizetype>(messages), record.log.count());
        QVERIFY(record.groups.count() <= 10);
    }
    QVERIFY(record.log.forgotten() > 0);
    record.log.clear();
    QCOMPARE(record.groups.count(), 0U);
}

/// Copies stand with the first one, and say nothing of how it ended.
void tst_MessageGroups::repeats()
{
    Record record;
    record.traffic.enroll(1, false);
    record.traffic.repeatLast();
    record.traffic.answer(1, 403);
    record.traffic.repeatLast().status = 200;
    record.take();
    QCOMPARE(record.groups.count(), 1U);
    QCOMPARE(record.only().count, 4U);
    QCOMPARE(record.outcome(), outcome(State::Failed, Why::Refused, 403, 3));
}

/// Each place in which something may be missing, not only the last one.
void tst_MessageGroups::batchesTellHoles()
{
    Analysis analysis{HeartbeatPolicy()};
    const TimePoint start(std::chrono::sys_days{std::chrono::year{2026} / 3 / 2});
    for (int i = 0; i < 4; ++i) {
        Datagram one = gb::test::incoming(start + i * 1s, gb::test::RequestText{.method = "OPTIONS", .cseq = i}.text());
        one.cut = i == 1 || i == 2;
        analysis.observe(one);
    }
    const Batch batch = analysis.take(start + 5s);
    QCOMPARE(batch.holes.size(), 2);
    QCOMPARE(batch.holes[0].from, start + 1s);
    QCOMPARE(batch.holes[1].to, start + 2s);
    QVERIFY(analysis.take(start + 6s).holes.isEmpty());
}

QTEST_GUILESS_MAIN(tst_MessageGroups)
#include "tst_messagegroups.moc"
