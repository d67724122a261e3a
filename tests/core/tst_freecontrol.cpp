#include "core/client/free/freecontrol.h"
#include "core/client/free/freetemplates.h"
#include "tests/support/siptraffic.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

namespace {

const QByteArray okHeaders = "Contact: <sip:34020000001320000001@10.0.0.9:5060>\r\n";

/// We at 10.0.0.1, a device at 10.0.0.9, the record between them.
class Place
{
public:
    Place()
        : control(
            "34020000002000000001", "3402000000",
            [this](const Endpoint &to, TransportKind transport, const QByteArray &octets) {
                return send(to, transport, octets);
            },
            [this](const Dialog &dialog) { used.append(dialog.localCSeq); })
    {
    }

    void say(const QByteArray &name, FreeQuestion question = {})
    {
        question.text = textOf(*findFreeTemplate(name));
        say(question);
    }
    void say(FreeQuestion question)
    {
        question.id = 7;
        question.device = QStringLiteral("34020000001320000001");
        control.send(target, question, clock.now());
        take();
    }
    /// From the device.
    void hear(const QByteArray &octets)
    {
        const Trace trace = analysis.observe(incoming(clock.now(), octets));
        owned = control.owns(trace);
        control.receive(trace);
        take();
    }
    void answer(int status, const QByteArray &request, const QByteArray &headers = {})
    {
        hear(responseTo(request, status, "t1", headers));
    }
    void runTo(Duration at)
    {
        const TimePoint end = begin + at;
        for (auto due = control.nextDeadline(); due && *due <= end; due = control.nextDeadline()) {
            clock.advance(std::max(*due - clock.now(), Duration{0}));
            control.advance(clock.now());
        }
        clock.advance(end - clock.now());
        control.advance(clock.now());
        take();
    }
    void take() { reports += control.takeReports(); }
    QByteArray methods() const
    {
        QByteArray all;
        for (const QByteArray &one : sent)
            all += what(one) + ' ';
        return all.trimmed();
    }
    FreeOutcome outcome() const { return reports.isEmpty() ? FreeOutcome::Count : reports.constLast().outcome; }

    ManualClock clock;
    TimePoint begin = clock.now();
    Analysis analysis{HeartbeatPolicy()};
    FreeControl::Target target{peer, us, TransportKind::Udp};
    QList<QByteArray> sent;
    QList<FreeReport> reports;
    QList<quint32> used;
    bool deaf = false, owned = false;
    FreeControl control;

private:
    std::optional<quint64> send(const Endpoint &to, TransportKind transport, const QByteArray &octets)
    {
        if (deaf)
            return {};
        sent.append(octets);
        return analysis
            .observe({.at = clock.now(),
                .from = us,
                .to = to,
                .transport = transport,
                .direction = Direction::Out,
                .octets = octets})
            .number;
    }
};

} // namespace

/// What is sent of a text, when again, and what became of it.
class tst_FreeControl : public QObject
{
    Q_OBJECT
private slots:
    void anAnswer();
    void noAnswer();
    void whatIsRefusedHere_data();
    void whatIsRefusedHere();
    void whatNoTransactionIsMadeOfIsSentOnce_data();
    void whatNoTransactionIsMadeOfIsSentOnce();
    void aCallIsAcknowledgedAndStands();
    void aByeWithinTheCall();
    void theDeviceHangsUp();
    void stoppingHangsUp();
    void aCallThatIsStoppedWhileItRings();
    void ringingHasAnEnd();
    void aSubscriptionIsOwned();
    void strangersMakeNoDialogs();
    void numbersGoUp();
    void dialogsAreBounded();
    void onlySoManyWait();
};

void tst_FreeControl::anAnswer()
{
    Place place;
    place.say("options");
    QCOMPARE(place.methods(), "OPTIONS");
    QVERIFY(place.reports.isEmpty());
    place.clock.advance(12ms);
    place.answer(100, place.sent[0]);
    QVERIFY(place.reports.isEmpty());
    place.answer(404, place.sent[0]);
    QCOMPARE(place.reports.size(), 1);
    const FreeReport &report = place.reports.constFirst();
    QCOMPARE(report.outcome, FreeOutcome::Answered);
    QCOMPARE(report.status, 404);
    QCOMPARE(report.id, 7U);
    QCOMPARE(report.method, QStringLiteral("OPTIONS"));
    QCOMPARE(report.request, 1U);
    QCOMPARE(report.answer, 3U);
    QCOMPARE(report.at - report.askedAt, Duration(12ms));
}

/// Timers E and F of RFC 3261 §17.1.2.2.
void tst_FreeControl::noAnswer()
{
    Place place;
    place.say("catalog");
    place.runTo(31s);
    QVERIFY(place.reports.isEmpty());
    QCOMPARE(place.sent.size(), 10); // 0, 0.5, 1.5, 3.5, 7.5 ... 27.5
    QCOMPARE(place.sent[0], place.sent[9]);
    place.runTo(33s);
    QCOMPARE(place.outcome(), FreeOutcome::NoAnswer);
    QCOMPARE(place.control.open(), 0U);
}

void tst_FreeControl::whatIsRefusedHere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("port");
    QTest::addColumn<quint64>("dialog");
    QTest::addColumn<bool>("deaf");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *tag, const QByteArray &text, int port, quint64 dialog, bool deaf,
                         FreeOutcome outcome) {
        QTest::newRow(tag) << text << port << dialog << deaf << static_cast<int>(outcome);
    };
    const QByteArray good = textOf(*findFreeTemplate("options"));
    row("empty", " \n", 5060, 0, false, FreeOutcome::Empty);
    row("too long", QByteArray(FreeQuestion::maxOctets + 1, 'x'), 5060, 0, false, FreeOutcome::TooLong);
    row("too long when its lines end", good + QByteArray(40'000, '\n'), 5060, 0, false, FreeOutcome::TooLong);
    row("not registered", good, 0, 0, false, FreeOutcome::NotRegistered);
    row("no such dialog", good, 5060, 9, false, FreeOutcome::NoDialog);
    row("the transport refuses", good, 5060, 0, true, FreeOutcome::NotSent);
    row("and what is sent once", "SIP/2.0 200 OK\n", 5060, 0, true, FreeOutcome::NotSent);
}

void tst_FreeControl::whatIsRefusedHere()
{
    QFETCH(QByteArray, text);
    QFETCH(int, port);
    QFETCH(quint64, dialog);
    QFETCH(bool, deaf);
    QFETCH(int, outcome);
    Place place;
    place.target.remote.port = static_cast<quint16>(port);
    place.deaf = deaf;
    place.say(FreeQuestion{.text = text, .dialog = dialog});
    QVERIFY(place.sent.isEmpty());
    QCOMPARE(static_cast<int>(place.outcome()), outcome);
    QCOMPARE(place.control.open(), 0U);
    QVERIFY(!place.control.nextDeadline());
}

void tst_FreeControl::whatNoTransactionIsMadeOfIsSentOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an answer") << textOf(*findFreeTemplate("keepalive-answer"));
    QTest::newRow("an ACK") << textOf(*findFreeTemplate("options")).replace("OPTIONS", "ACK");
    QTest::newRow("a branch of RFC 2543") << textOf(*findFreeTemplate("options")).replace("z9hG4bK1", "1");
    QTest::newRow("no SIP") << QByteArray("hello");
}

void tst_FreeControl::whatNoTransactionIsMadeOfIsSentOnce()
{
    QFETCH(QByteArray, text);
    Place place;
    FreeQuestion question{.text = text};
    question.anew.set(FreePart::Branch, false);
    place.say(question);
    place.runTo(40s);
    QCOMPARE(place.sent.size(), 1);
    QCOMPARE(place.outcome(), FreeOutcome::SentOnce);
    QCOMPARE(place.reports.constLast().request, 1U);
}

void tst_FreeControl::aCallIsAcknowledgedAndStands()
{
    Place place;
    place.say("invite");
    const QByteArray invite = place.sent[0];
    place.answer(200, invite, okHeaders);
    QCOMPARE(place.methods(), "INVITE ACK");
    QCOMPARE(place.outcome(), FreeOutcome::Answered);
    QVERIFY(place.reports.constLast().callStands);
    const SipHead ack = scanHead(view(place.sent[1]));
    QCOMPARE(bytes(ack.requestUri.text), "sip:34020000001320000001@10.0.0.9:5060");
    QCOMPARE(ack.cseq, scanHead(view(invite)).cseq);
    QCOMPARE(bytes(ack.to.tag), "t1");
    place.answer(200, invite, okHeaders); // its ACK was lost
    QCOMPARE(place.methods(), "INVITE ACK ACK");
    QCOMPARE(place.sent[1], place.sent[2]);
    QCOMPARE(place.reports.size(), 1);
    const QList<FreeDialog> dialogs = place.control.dialogs(peer.address);
    QCOMPARE(dialogs.size(), 1);
    QCOMPARE(dialogs[0].method, QStringLiteral("INVITE"));
    QCOMPARE(dialogs[0].peer, QStringLiteral("34020000001320000001"));
    QVERIFY(dialogs[0].ours);
}

void tst_FreeControl::aByeWithinTheCall()
{
    Place place;
    place.say("invite");
    place.answer(200, place.sent[0], okHeaders);
    place.say("bye", {.dialog = place.control.dialogs(peer.address)[0].number});
    QCOMPARE(place.methods(), "INVITE ACK BYE");
    const SipHead invite = scanHead(view(place.sent[0])), bye = scanHead(view(place.sent[2]));
    QCOMPARE(bytes(bye.callId), bytes(invite.callId));
    QCOMPARE(bytes(bye.from.tag), bytes(invite.from.tag));
    QCOMPARE(bytes(bye.to.tag), "t1");
    QCOMPARE(bye.cseq, invite.cseq + 1);
    QCOMPARE(place.used, QList<quint32>{bye.cseq});
    place.answer(200, place.sent[2]);
    QCOMPARE(place.outcome(), FreeOutcome::Answered);
    QVERIFY(place.control.dialogs(peer.address).isEmpty());
    place.control.stopAll(place.clock.now(), FreeOutcome::Stopped);
    QCOMPARE(place.methods(), "INVITE ACK BYE");
}

void tst_FreeControl::theDeviceHangsUp()
{
    Place place;
    place.say("invite");
    place.answer(200, place.sent[0], okHeaders);
    const SipHead invite = scanHead(view(place.sent[0]));
    const QByteArray ourTag = bytes(invite.from.tag), call = bytes(invite.callId);
    place.hear(RequestText{.method = "BYE", .branch = "z9hG4bKtwo", .fromTag = "other", .toTag = ourTag, .callId = call}
                   .text());
    QVERIFY(!place.owned);
    place.hear(RequestText{.method = "BYE", .branch = "z9hG4bKthree", .fromTag = "t1", .toTag = ourTag, .callId = call}
                   .text());
    QVERIFY(place.owned);
    QVERIFY(place.control.dialogs(peer.address).isEmpty());
}

void tst_FreeControl::stoppingHangsUp()
{
    Place place;
    place.say("invite");
    place.answer(200, place.sent[0], okHeaders);
    place.control.stopAll(place.clock.now(), FreeOutcome::Stopped);
    QCOMPARE(place.methods(), "INVITE ACK BYE");
}

void tst_FreeControl::aCallThatIsStoppedWhileItRings()
{
    Place place;
    place.say("invite");
    place.control.stop(7, place.clock.now());
    place.take();
    QCOMPARE(place.outcome(), FreeOutcome::Stopped);
    QCOMPARE(place.methods(), "INVITE"); // RFC 3261 §9.1: not ahead of a provisional answer
    place.answer(180, place.sent[0]);
    QCOMPARE(place.methods(), "INVITE CANCEL");
    place.answer(200, place.sent[0], okHeaders); // they crossed
    QCOMPARE(place.methods(), "INVITE CANCEL ACK BYE");
    QCOMPARE(place.reports.size(), 1);
    QVERIFY(place.control.dialogs(peer.address).isEmpty());
}

void tst_FreeControl::ringingHasAnEnd()
{
    Place place;
    place.say("invite");
    place.answer(180, place.sent[0]);
    place.runTo(179s);
    QVERIFY(place.reports.isEmpty());
    place.runTo(181s);
    QCOMPARE(place.outcome(), FreeOutcome::NoAnswer);
    QVERIFY(place.methods().startsWith("INVITE CANCEL"));
}

void tst_FreeControl::aSubscriptionIsOwned()
{
    Place place;
    place.say("subscribe");
    const SipHead subscribe = scanHead(view(place.sent[0]));
    const QByteArray ourTag = bytes(subscribe.from.tag), call = bytes(subscribe.callId);
    const auto notify = [&](const QByteArray &state, const QByteArray &branch) {
        return RequestText{.method = "NOTIFY",
            .branch = branch,
            .fromTag = "t1",
            .toTag = ourTag,
            .callId = call,
            .extra = "Subscription-State: " + state + "\r\n"}
            .text();
    };
    place.hear(notify("active", "z9hG4bKa")); // ahead of the 200
    QVERIFY(place.owned);
    place.answer(200, place.sent[0], okHeaders + "Expires: 600\r\n");
    QCOMPARE(place.control.dialogs(peer.address).size(), 1);
    place.hear(notify("terminated;reason=timeout", "z9hG4bKb"));
    QVERIFY(place.owned);
    QVERIFY(place.control.dialogs(peer.address).isEmpty());
}

void tst_FreeControl::strangersMakeNoDialogs()
{
    Place place;
    const QByteArray invite = RequestText{.sentBy = "10.0.0.1:5060"}.text();
    place.answer(200, invite, okHeaders); // nobody here sent that
    QVERIFY(place.control.dialogs(peer.address).isEmpty());
    QVERIFY(place.sent.isEmpty());
}

/// Each message has a CSeq above those before, and an SN of its own.
void tst_FreeControl::numbersGoUp()
{
    Place place;
    place.say("catalog");
    place.say("catalog");
    const SipHead one = scanHead(view(place.sent[0])), two = scanHead(view(place.sent[1]));
    QVERIFY(two.cseq > one.cseq);
    QVERIFY(bytes(one.callId) != bytes(two.callId) && bytes(one.from.tag) != bytes(two.from.tag));
    QVERIFY(parseManscdp(bytes(one.body)).sn != parseManscdp(bytes(two.body)).sn);
    FreeQuestion last{.text = textOf(*findFreeTemplate("options")).replace("CSeq: 1 ", "CSeq: 2147483646 ")};
    place.say(last);
    QVERIFY(scanHead(view(place.sent[2])).cseq <= 0x7fffffff);
    place.say("options");
    QCOMPARE(scanHead(view(place.sent[3])).faults, 0U);
    QVERIFY(scanHead(view(place.sent[3])).cseq > 0);
}

void tst_FreeControl::dialogsAreBounded()
{
    FreeDialogs dialogs;
    Analysis analysis{HeartbeatPolicy()};
    ManualClock clock;
    for (std::size_t i = 0; i < FreeDialogs::maxKept + 20; ++i) {
        clock.advance(1ms);
        const QByteArray number = QByteArray::number(static_cast<int>(i));
        const QByteArray request = RequestText{.method = "SUBSCRIBE",
            .branch = "z9hG4bK" + number,
            .sentBy = "10.0.0.1:5060",
            .callId = number}
                                       .text();
        analysis.observe({.at = clock.now(), .from = us, .to = peer, .direction = Direction::Out, .octets = request});
        dialogs.receive(analysis.observe(incoming(clock.now(), responseTo(request, 200))), false);
    }
    QCOMPARE(dialogs.size(), FreeDialogs::maxKept);
    QCOMPARE(dialogs.list(peer.address).size(), FreeDialogList::maxListed);
    QCOMPARE(dialogs.list(peer.address).constFirst().callId, QString::number(FreeDialogs::maxKept + 19));
    QVERIFY(!dialogs.find(1)); // the oldest went
}

void tst_FreeControl::onlySoManyWait()
{
    Place place;
    for (std::size_t i = 0; i < FreeControl::maxOpen; ++i)
        place.say("options");
    QVERIFY(place.reports.isEmpty());
    place.say("options");
    QCOMPARE(place.outcome(), FreeOutcome::TooMany);
    QCOMPARE(static_cast<std::size_t>(place.sent.size()), FreeControl::maxOpen);
    place.control.stop(7, place.clock.now());
    place.take();
    QCOMPARE(static_cast<std::size_t>(place.reports.size()), FreeControl::maxOpen + 1);
    QCOMPARE(place.control.open(), 0U);
}

QTEST_GUILESS_MAIN(tst_FreeControl)
#include "tst_freecontrol.moc"
