#include "core/client/deviceconfigtask.h"
#include "core/client/free/freetemplates.h"
#include "core/message/replywriter.h"
#include "core/session/actors.h"
#include "core/session/notevalues.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// The actors of an engine, with neither sockets nor threads.
class tst_Actors : public QObject
{
    Q_OBJECT
private slots:
    void aDeviceIsAnsweredAndAsked();
    void whoIsNotRegisteredIsNotAsked();
    void silenceIsTheirsTogether();
    void theLongestSilenceEndsByItself();
    void aClosedServerSaysNothing();
    void aQuestionIsWrittenForItsEdition();
    void anAlarmHasItsResponse();
    void aMessageOfAUserIsSent();
    void aMessageWithinASubscription();
    void whatAMessageOfAUserBeganIsAnswered_data();
    void whatAMessageOfAUserBeganIsAnswered();
    void nothingElseIsSentBecauseADeviceAsks_data();
    void nothingElseIsSentBecauseADeviceAsks();
};

namespace {

const QString camera = QStringLiteral("34020000001320000001");

/// The record, and what else an engine has.
class Desk final : public Outbox
{
public:
    Desk()
        : premises{.options = options, .clock = site.clock, .devices = site.analysis.devices()}
        , actors(makeActors(premises))
    {
    }

    void open()
    {
        for (const auto &actor : actors)
            actor->open(Site::withPassword({}), site.server, *this);
    }
    void close()
    {
        for (const auto &actor : actors)
            actor->close(*this);
    }
    /// What is sent back.
    QList<QByteArray> hear(const QByteArray &octets)
    {
        sent.clear();
        const Trace trace = site.analysis.observe(
            {.at = site.clock.now(), .from = site.camera, .to = site.server, .octets = octets});
        for (const auto &actor : actors)
            actor->receive(trace, *this);
        return sent;
    }
    void want(const Wish &wish)
    {
        for (const auto &actor : actors)
            actor->carryOut(wish, *this);
    }
    void wait(Duration by)
    {
        site.clock.advance(by);
        for (const auto &actor : actors)
            actor->advance(site.clock.now(), *this);
    }
    std::optional<TimePoint> nextDeadline()
    {
        std::optional<TimePoint> first;
        for (const auto &actor : actors) {
            if (const auto next = actor->nextDeadline(); next && (!first || *next < *first))
                first = next;
        }
        return first;
    }
    template<typename Kind>
    QList<Kind> take()
    {
        QList<Kind> all;
        for (const Outcome &one : std::as_const(told)) {
            if (const auto *kind = std::get_if<Kind>(&one))
                all.append(*kind);
        }
        told.clear();
        return all;
    }

    std::optional<quint64> send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override
    {
        const Trace trace = site.analysis.observe({.at = site.clock.now(),
            .from = site.server,
            .to = to,
            .transport = transport,
            .direction = Direction::Out,
            .octets = octets});
        sent << octets;
        return trace.number;
    }
    void note(notes::What what) override { site.analysis.observe(JournalNote{site.clock.now(), std::move(what)}); }
    void dropped(notes::Dropped::What, quint64) override { }
    void comment(const QString &text) override { comments << text; }
    void keepConnection(const Endpoint &) override { }
    void tellNews() override { }
    void tell(Outcome outcome) override { told << std::move(outcome); }

    Site site;
    LiveOptions options;
    QList<QByteArray> sent;
    QStringList comments;
    QList<Outcome> told;
    Premises premises;
    std::vector<std::unique_ptr<Actor>> actors;
};

} // namespace

void tst_Actors::aMessageOfAUserIsSent()
{
    Desk desk;
    FreeQuestion question{.id = 4, .device = camera, .text = textOf(*findFreeTemplate("options"))};
    desk.want(wish::SendFree{question});
    QCOMPARE(desk.take<FreeReport>().constFirst().outcome, FreeOutcome::Stopped); // nobody listens
    desk.open();
    desk.want(wish::SendFree{question});
    QCOMPARE(desk.take<FreeReport>().constFirst().outcome, FreeOutcome::NotRegistered);
    desk.hear(desk.site.registerText({}));
    desk.sent.clear();
    desk.want(wish::SendFree{question});
    QCOMPARE(desk.sent.size(), 1);
    QVERIFY(desk.sent[0].startsWith("OPTIONS sip:34020000001320000001@192.168.1.64:5060 SIP/2.0\r\n"));
    QVERIFY(desk.sent[0].contains("\r\nFrom: <sip:34020000002000000001@192.168.1.15:5060>;tag="));
    desk.hear(writeReply(scanHead(view(desk.sent[0])), desk.site.server, {.status = 200, .toTag = "c"}));
    const auto reports = desk.take<FreeReport>();
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports[0].outcome, FreeOutcome::Answered);
    QCOMPARE(reports[0].id, 4U);
    question.about = std::exchange(question.device, {}); // an address, that need not be registered
    question.remote = endpoint("192.168.1.65", 5080);
    desk.sent.clear();
    desk.want(wish::SendFree{question});
    QVERIFY(desk.sent.value(0).startsWith("OPTIONS sip:34020000001320000001@192.168.1.65:5080 SIP/2.0\r\n"));
    desk.want(wish::FallSilent{{}, 10s});
    QCOMPARE(desk.take<FreeReport>().constFirst().outcome, FreeOutcome::Silent);
    desk.sent.clear();
    desk.want(wish::SendFree{question});
    QVERIFY(desk.sent.isEmpty());
    QCOMPARE(desk.take<FreeReport>().constFirst().outcome, FreeOutcome::Silent);
}

void tst_Actors::whatAMessageOfAUserBeganIsAnswered_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("a call") << QByteArray("invite") << QByteArray("BYE");
    QTest::newRow("a subscription") << QByteArray("subscribe") << QByteArray("NOTIFY");
}

/// 200 within it, 481 to anybody else's (RFC 3261 §15.1.2, RFC 6665 §4.1.3).
void tst_Actors::whatAMessageOfAUserBeganIsAnswered()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, method);
    Desk desk;
    desk.open();
    desk.hear(desk.site.registerText({}));
    desk.sent.clear();
    desk.want(wish::SendFree{{.device = camera, .text = textOf(*findFreeTemplate(name))}});
    const QByteArray first = desk.sent.value(0);
    const SipHead head = scanHead(view(first));
    desk.hear(writeReply(head, desk.site.server,
        {.status = 200, .toTag = "c", .headers = "Expires: 600\r\nContact: <sip:c@192.168.1.64:5060>\r\n"}));
    const auto within = [&](const QByteArray &callId, const QByteArray &branch) {
        return Site::statusOf(desk.hear(method
            + " sip:34020000002000000001@192.168.1.15:5060 SIP/2.0\r\nVia: "
              "SIP/2.0/UDP 192.168.1.64:5060;branch=z9hG4bK"
            + branch + "\r\nFrom: <sip:" + camera.toLatin1()
            + "@3402000000>;tag=c\r\nTo: <sip:34020000002000000001@3402000000>;tag=" + bytes(head.from.tag)
            + "\r\nCall-ID: " + callId + "\r\nCSeq: 1 " + method
            + "\r\nMax-Forwards: 70\r\nEvent: Catalog\r\nSubscription-State: active\r\nContent-Length: 0\r\n\r\n"));
    };
    QCOMPARE(within("another", "x1"), 481);
    QCOMPARE(within(bytes(head.callId), "x2"), 200);
}

/// Its refresh goes on behind the number that was used, or the device would answer 500 (RFC 3261 §12.2.2).
void tst_Actors::aMessageWithinASubscription()
{
    Desk desk;
    desk.open();
    desk.hear(desk.site.registerText({}));
    desk.sent.clear();
    desk.want(wish::Ask{AskQuestion{.id = 1, .device = camera, .command = QStringLiteral("subscribe-alarm")}});
    const QByteArray subscribe = desk.sent.value(0);
    desk.hear(writeReply(scanHead(view(subscribe)), desk.site.server,
        {.status = 200, .toTag = "c", .headers = "Expires: 100\r\nContact: <sip:c@192.168.1.64:5061>\r\n"}));
    desk.want(wish::ListDialogs{5, camera});
    const auto lists = desk.take<FreeDialogList>();
    QCOMPARE(lists.size(), 1);
    QCOMPARE(lists[0].dialogs.size(), 1);
    QCOMPARE(lists[0].dialogs[0].method, QStringLiteral("SUBSCRIBE"));
    QVERIFY(!lists[0].dialogs[0].ours);
    desk.sent.clear();
    desk.want(wish::SendFree{
        {.device = camera, .text = textOf(*findFreeTemplate("subscribe")), .dialog = lists[0].dialogs[0].number}});
    const SipHead first = scanHead(view(subscribe)), within = scanHead(view(desk.sent[0]));
    QCOMPARE(bytes(within.callId), bytes(first.callId));
    QCOMPARE(bytes(within.requestUri.text), "sip:c@192.168.1.64:5061");
    QCOMPARE(within.cseq, first.cseq + 1);
    desk.hear(writeReply(within, desk.site.server, {.status = 200, .toTag = "c", .headers = "Expires: 100\r\n"}));
    desk.sent.clear();
    desk.wait(85s);
    QCOMPARE(scanHead(view(desk.sent.value(0))).cseq, first.cseq + 2);
}

void tst_Actors::aDeviceIsAnsweredAndAsked()
{
    Desk desk;
    desk.open();
    QCOMPARE(Site::statusOf(desk.hear(desk.site.registerText({}))), 200);
    desk.want(wish::ReadConfig{camera});
    QVERIFY(desk.sent.constLast().startsWith("MESSAGE sip:34020000001320000001@192.168.1.64:5060 SIP/2.0\r\n"));
    QVERIFY(desk.sent.constLast().contains("<ConfigType>BasicParam</ConfigType>"));
    QVERIFY(desk.nextDeadline().has_value());
    desk.wait(DeviceConfigTask::patience);
    const auto reports = desk.take<ConfigReport>();
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.constFirst().outcome, ConfigOutcome::NoAnswer);
}

void tst_Actors::whoIsNotRegisteredIsNotAsked()
{
    Desk desk;
    desk.open();
    desk.want(wish::PushConfig{camera});
    QVERIFY(desk.sent.isEmpty());
    QCOMPARE(desk.take<ConfigReport>().constFirst().outcome, ConfigOutcome::NotRegistered);
    desk.hear(desk.site.registerText({.expires = 60}));
    desk.site.clock.advance(61s);
    desk.sent.clear();
    desk.want(wish::PushConfig{camera}); // its registration is over
    QVERIFY(desk.sent.isEmpty());
    QCOMPARE(desk.take<ConfigReport>().constFirst().outcome, ConfigOutcome::NotRegistered);
}

/// The registrar is silent, and so is who asks.
void tst_Actors::silenceIsTheirsTogether()
{
    Desk desk;
    desk.open();
    desk.hear(desk.site.registerText({}));
    desk.want(wish::ReadConfig{camera});
    desk.want(wish::FallSilent{{camera}, 60s});
    QCOMPARE(desk.comments.size(), 1);
    QVERIFY(desk.comments.constFirst().contains(camera));
    QVERIFY(desk.premises.silence && desk.premises.silence->covers(camera));
    const QList<Outcome> told = desk.told;
    QCOMPARE(desk.take<ConfigReport>().constFirst().outcome, ConfigOutcome::Silent); // it was being asked
    desk.told = told;
    QVERIFY(desk.take<SilenceChange>().constFirst().on);
    QVERIFY(desk.hear(desk.site.keepalive()).isEmpty());
    desk.want(wish::ReadConfig{camera});
    QVERIFY(desk.sent.isEmpty());
    QCOMPARE(desk.take<ConfigReport>().constFirst().outcome, ConfigOutcome::Silent);
    desk.want(wish::AnswerAgain{});
    QVERIFY(!desk.take<SilenceChange>().constFirst().on);
    QCOMPARE(Site::statusOf(desk.hear(desk.site.keepalive())), 200);
}

/// The device announced 3.0 when it registered; who announces nothing is asked as 2016 has it.
void tst_Actors::aQuestionIsWrittenForItsEdition()
{
    for (const QByteArray &version : {QByteArray(), QByteArray("3.0")}) {
        Desk desk;
        desk.open();
        QByteArray text = desk.site.registerText({});
        if (!version.isEmpty())
            text.replace("\r\nContact:", QByteArray("\r\nX-GB-Ver: " + version + "\r\nContact:"));
        desk.hear(text);
        desk.want(wish::Ask{{.id = 5, .device = camera, .command = QStringLiteral("key-frame")}});
        QVERIFY(desk.sent.constLast().contains(
            version.isEmpty() ? "<IFameCmd>Send</IFameCmd>" : "<IFrameCmd>Send</IFrameCmd>"));
        desk.want(wish::StopAsking{5});
        const AskReport report = desk.take<AskReport>().value(0);
        QVERIFY(report.id == 5 && report.outcome == AskOutcome::Stopped && report.device == camera);
        QCOMPARE(report.announced, !version.isEmpty());
        desk.close();
        desk.want(wish::Ask{{.id = 6, .device = camera, .command = QStringLiteral("info")}});
        QCOMPARE(desk.take<AskReport>().value(0).outcome, AskOutcome::Stopped);
    }
}

static const QByteArray alarmBody = "<?xml version=\"1.0\"?>\n<Notify>\n<CmdType>Alarm</CmdType>\n<SN>55</SN>\n"
                                    "<DeviceID>34020000001340000001</DeviceID>\n<AlarmPriority>4</AlarmPriority>\n"
                                    "<AlarmMethod>5</AlarmMethod>\n</Notify>\n";

void tst_Actors::anAlarmHasItsResponse()
{
    Desk desk;
    desk.open();
    desk.hear(desk.site.registerText({}));
    const QList<QByteArray> sent = desk.hear(desk.site.message(camera.toLatin1(), alarmBody, "alarm@camera"));
    QCOMPARE(sent.size(), 2);
    QCOMPARE(Site::statusOf({sent[0]}), 200);
    QVERIFY(sent[1].startsWith("MESSAGE sip:34020000001320000001@192.168.1.64:5060 SIP/2.0\r\n"));
    QVERIFY(sent[1].endsWith("<Response>\r\n<CmdType>Alarm</CmdType>\r\n<SN>55</SN>\r\n<DeviceID>"
                             "34020000001340000001</DeviceID>\r\n<Result>OK</Result>\r\n</Response>\r\n"));
}

void tst_Actors::nothingElseIsSentBecauseADeviceAsks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("registered");
    const auto with = [](const char *from, const char *to) {
        QByteArray body = alarmBody;
        return body.replace(from, to);
    };
    QTest::newRow("an alarm of who is not registered") << alarmBody << false;
    QTest::newRow("a query") << with("Notify>", "Query>").replace("</Notify", "</Query") << true;
    QTest::newRow("a catalog") << with("<CmdType>Alarm", "<CmdType>Catalog") << true;
    QTest::newRow("an alarm without SN") << with("<SN>55</SN>", "") << true;
    QTest::newRow("an ID that would break out") << with("34020000001340000001", "1&lt;/DeviceID&gt;") << true;
    QTest::newRow("no XML") << alarmBody.left(80) << true;
}

void tst_Actors::nothingElseIsSentBecauseADeviceAsks()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, registered);
    Desk desk;
    desk.open();
    if (registered)
        desk.hear(desk.site.registerText({}));
    QVERIFY(desk.hear(desk.site.message(camera.toLatin1(), body, "odd@camera")).size() <= 1);
}

void tst_Actors::theLongestSilenceEndsByItself()
{
    Desk desk;
    desk.open();
    desk.want(wish::FallSilent{{}, 2 * Silence::longest});
    QCOMPARE(*desk.nextDeadline(), desk.site.clock.now() + Silence::longest);
    desk.told.clear();
    desk.wait(Silence::longest - 1s);
    QVERIFY(desk.told.isEmpty());
    desk.wait(1s);
    QVERIFY(!desk.take<SilenceChange>().constFirst().on);
    QVERIFY(!desk.premises.silence);
}

void tst_Actors::aClosedServerSaysNothing()
{
    Desk desk;
    desk.want(wish::FallSilent{{}, 60s});
    QVERIFY(!desk.take<SilenceChange>().constFirst().on); // nothing listens yet
    desk.want(wish::ReadConfig{camera});
    QCOMPARE(desk.take<ConfigReport>().constFirst().outcome, ConfigOutcome::Stopped);
    desk.open();
    desk.hear(desk.site.registerText({}));
    QVERIFY(desk.premises.bindings->find(view(camera.toUtf8())));
    desk.want(wish::ReadConfig{camera});
    desk.want(wish::FallSilent{{}, 60s});
    desk.told.clear();
    desk.close();
    QVERIFY(!desk.take<SilenceChange>().constFirst().on);
    QVERIFY(!desk.premises.bindings);
    QVERIFY(!desk.nextDeadline());
    desk.wait(1h);
    QVERIFY(desk.told.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Actors)
#include "tst_actors.moc"
