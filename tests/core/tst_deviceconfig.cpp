#include "core/report/words/wording.h"
#include "tests/support/configsite.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

static const QByteArray &id = cameraId;

class tst_DeviceConfig : public QObject
{
    Q_OBJECT
private slots:
    void whatIsSent();
    void expirationIsSetWhereItIsGiven();
    void expirationThatIsNotTaken();
    void theNextRegisterShowsIt();
    void schedules_data();
    void schedules();
    void itIsSentToTheRegisteredAddress();
    void overTcp();
    void bodies_data();
    void bodies();
    void theResponseMayComeFirst();
    void theResponseIsAnswered();
    void strangersAreNotHeard();
    void oneAtATime();
    void manyAtOnceAreBounded();
    void notRegistered();
    void anIdThatIsNoId();
    void aListenerThatCloses();
    void theRecordTellsTheSetting();
    void whoAsksIsNoDevice();
    void rhythm();
};

void tst_DeviceConfig::whatIsSent()
{
    ConfigSite site(obeys);
    site.start(DeviceConfigTask::Kind::Push);
    site.runTo(1s);
    QCOMPARE(site.requests.size(), 2);
    const SipHead head = scanHead(gb::view(site.requests[0]));
    QCOMPARE(head.faults, 0U);
    QCOMPARE(bytes(head.requestUri.text), "sip:" + id + "@192.168.1.64:5060");
    QCOMPARE(bytes(head.via.host), QByteArray("192.168.1.15"));
    QCOMPARE(bytes(head.from.uri.text), QByteArray("sip:34020000002000000001@192.168.1.15:5060"));
    QCOMPARE(bytes(head.to.uri.text), "sip:" + id + "@192.168.1.64:5060");
    QCOMPARE(bytes(head.contentType), QByteArray("Application/MANSCDP+xml"));
    QCOMPARE(head.contactCount, 0); // RFC 3428 §4
    const QByteArray sn = QByteArray::number(*ConfigSite::bodyOf(site.requests[0]).envelope.sn),
                     next = QByteArray::number(*ConfigSite::bodyOf(site.requests[0]).envelope.sn + 1);
    QCOMPARE(bytes(head.body),
        QByteArray("<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Control>\r\n<CmdType>DeviceConfig</CmdType>\r\n<SN>"
            + sn + "</SN>\r\n<DeviceID>" + id
            + "</DeviceID>\r\n<BasicParam>\r\n<HeartBeatInterval>30</HeartBeatInterval>\r\n<HeartBeatCount>3</"
              "HeartBeatCount>\r\n</BasicParam>\r\n</Control>\r\n"));
    QCOMPARE(bytes(scanHead(gb::view(site.requests[1])).body),
        QByteArray("<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Query>\r\n<CmdType>ConfigDownload</CmdType>\r\n<SN>"
            + next + "</SN>\r\n<DeviceID>" + id
            + "</DeviceID>\r\n<ConfigType>BasicParam</ConfigType>\r\n</Query>\r\n"));
}

void tst_DeviceConfig::expirationIsSetWhereItIsGiven()
{
    ConfigSite site(obeys);
    site.start(DeviceConfigTask::Kind::Push, {30s, 3}, 7200);
    site.runTo(1s);
    QVERIFY(site.requests.value(0).contains(
        "<BasicParam>\r\n<Expiration>7200</Expiration>\r\n<HeartBeatInterval>30</HeartBeatInterval>"));
    QCOMPARE(site.reports.size(), 1);
    QVERIFY(site.reports[0].outcome == ConfigOutcome::Done && site.reports[0].match());
    QCOMPARE(site.reports[0].values.expiration, 7200);
    QCOMPARE(wording::config(site.reports[0]),
        QStringLiteral("Set in the device and read back: 30 s \u00d7 3, Expires 7200 s"));
    site.start(DeviceConfigTask::Kind::Read, {30s, 3}, 3600); // who reads sets none
    site.runTo(2s);
    QVERIFY(site.reports.value(1).match() && !site.reports[1].expiration);
}

void tst_DeviceConfig::expirationThatIsNotTaken()
{
    ConfigSite site([](ConfigSite &camera, const QByteArray &request) {
        obeys(camera, request);
        camera.expiration = 3600;
    });
    site.start(DeviceConfigTask::Kind::Push, {30s, 3}, 7200);
    site.runTo(1s);
    QCOMPARE(site.reports.size(), 1);
    QVERIFY(site.reports[0].outcome == ConfigOutcome::NotTaken && !site.reports[0].match());
    QCOMPARE(
        wording::config(site.reports[0]), QStringLiteral("it said OK, but still tells 30 s \u00d7 3, Expires 3600 s"));
}

/// Read back is what it says; its REGISTER is what it does.
void tst_DeviceConfig::theNextRegisterShowsIt()
{
    ConfigSite site(obeys);
    const auto device = [&site] { return site.site.device(); };
    const TimePoint before = site.site.clock.now();
    QVERIFY(!device().expiresSince(before)); // it registered earlier
    site.start(DeviceConfigTask::Kind::Push, {30s, 3}, 7200);
    site.runTo(1s);
    QCOMPARE(device().setting->asked.expiration, 7200);
    QVERIFY(!device().expiresSince(*device().setting->askedAt));
    QCOMPARE(wording::renewal({}, 7200), QStringLiteral("Expires: waiting for its next REGISTER"));
    site.site.login({.callId = "2@camera", .expires = 7200});
    QCOMPARE(device().expiresSince(*device().setting->askedAt), 7200);
    QCOMPARE(wording::renewal(7200, 7200), QStringLiteral("Expires: its next REGISTER came with 7200 s: follows"));
    site.site.clock.advance(60s);
    site.site.login({.callId = "3@camera", .expires = 3600});
    QCOMPARE(device().expiresSince(*device().setting->askedAt), 3600);
    QCOMPARE(wording::renewal(3600, 7200), QStringLiteral("Expires: its next REGISTER still came with 3600 s"));
}

void tst_DeviceConfig::schedules_data()
{
    using Kind = DeviceConfigTask::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<ConfigSite::Script>("script");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("endedAt"); // ms
    QTest::addColumn<ConfigOutcome>("outcome");
    QTest::addColumn<bool>("pushed");
    const auto row = [](const char *name, Kind kind, const ConfigSite::Script &script, const char *sent, int endedAt,
                         ConfigOutcome outcome, bool pushed = false) {
        QTest::newRow(name) << kind << script << QByteArray(sent) << endedAt << outcome << pushed;
    };
    const auto nothing = [](ConfigSite &, const QByteArray &) {};
    const auto refuses = [](int status) {
        return [status](ConfigSite &site, const QByteArray &request) { site.answer(request, status); };
    };
    const auto onlyAnswers = [](ConfigSite &site, const QByteArray &request) { site.answer(request); };
    const auto says = [](const QByteArray &inside) {
        return [inside](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            site.respond(ConfigSite::response(request, inside));
        };
    };
    const char *const toNobody = "ConfigDownload 0 500 1500 3500 7500 11500";
    row("read", Kind::Read, obeys, "ConfigDownload 0", 0, ConfigOutcome::Done);
    row("no answer: timer E until patience ends", Kind::Read, nothing, toNobody, 15'000, ConfigOutcome::NoAnswer);
    row("100 is no answer", Kind::Read, refuses(100), "ConfigDownload 0 500 4500 8500 12500", 15'000,
        ConfigOutcome::NoAnswer);
    row("404", Kind::Read, refuses(404), "ConfigDownload 0", 0, ConfigOutcome::Refused);
    row("200 without Response", Kind::Read, onlyAnswers, "ConfigDownload 0", 15'000, ConfigOutcome::NoResponse);
    row(
        "200, wrong SN", Kind::Read,
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            site.respond(ConfigSite::response(request, ConfigSite::basic(30, 3), 7));
        },
        "ConfigDownload 0", 15'000, ConfigOutcome::NoResponse);
    row(
        "200, wrong DeviceID", Kind::Read,
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            site.respond(ConfigSite::response(request, ConfigSite::basic(30, 3), 0, "34020000001320000009"));
        },
        "ConfigDownload 0", 15'000, ConfigOutcome::NoResponse);
    row(
        "200, another CmdType", Kind::Read,
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            site.respond(
                ConfigSite::response(request, ConfigSite::basic(30, 3)).replace("ConfigDownload", "DeviceStatus"));
        },
        "ConfigDownload 0", 15'000, ConfigOutcome::NoResponse);
    row(
        "no Response but a Notify", Kind::Read,
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            site.respond(ConfigSite::response(request, ConfigSite::basic(30, 3)).replace("Response>", "Notify>"));
        },
        "ConfigDownload 0", 15'000, ConfigOutcome::NoResponse);
    row("ERROR", Kind::Read, says("<Result>ERROR</Result>"), "ConfigDownload 0", 0, ConfigOutcome::ErrorResult);
    row("OK without BasicParam", Kind::Read, says("<Result>OK</Result>"), "ConfigDownload 0", 0,
        ConfigOutcome::NotSupported);
    row("interval 0", Kind::Read, says(ConfigSite::basic(0, 3)), "ConfigDownload 0", 0, ConfigOutcome::OutOfRange);
    row("count -1", Kind::Read, says(ConfigSite::basic(30, -1)), "ConfigDownload 0", 0, ConfigOutcome::OutOfRange);
    row("XML that breaks behind the SN", Kind::Read, says("<Result>OK</Result><BasicParam>"), "ConfigDownload 0", 0,
        ConfigOutcome::Unreadable);
    row(
        "XML that breaks at once", Kind::Read,
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            site.respond("<?xml version=\"1.0\"?>\n<Response><<<");
        },
        "ConfigDownload 0", 15'000, ConfigOutcome::Unreadable);
    row(
        "a DTD", Kind::Read,
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            site.respond("<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaa\">]>"
                + ConfigSite::response(request, ConfigSite::basic(30, 3)).mid(38));
        },
        "ConfigDownload 0", 15'000, ConfigOutcome::Unreadable);

    row("push, obeyed", Kind::Push, obeys, "DeviceConfig 0 | ConfigDownload 0", 0, ConfigOutcome::Done, true);
    row("push, OK but not obeyed", Kind::Push, saysOkOnly, "DeviceConfig 0 | ConfigDownload 0", 0,
        ConfigOutcome::NotTaken, true);
    row("push, no answer", Kind::Push, nothing, "DeviceConfig 0 500 1500 3500 7500 11500", 15'000,
        ConfigOutcome::NoAnswer);
    row("push, 403", Kind::Push, refuses(403), "DeviceConfig 0", 0, ConfigOutcome::Refused);
    row("push, ERROR", Kind::Push, says("<Result>ERROR</Result>"), "DeviceConfig 0", 0, ConfigOutcome::ErrorResult);
    row(
        "push, obeyed without a word", Kind::Push,
        [](ConfigSite &site, const QByteArray &request) {
            if (ConfigSite::bodyOf(request).envelope.cmdType != u"DeviceConfig")
                return obeys(site, request);
            site.answer(request);
            site.interval = 30;
        },
        "DeviceConfig 0 | ConfigDownload 15000", 15'000, ConfigOutcome::Done, true);
    row(
        "push, then it restarts", Kind::Push,
        [](ConfigSite &site, const QByteArray &request) {
            if (ConfigSite::bodyOf(request).envelope.cmdType == u"DeviceConfig")
                obeys(site, request);
        },
        "DeviceConfig 0 | ConfigDownload 0 500 1500 3500 7500 11500", 15'000, ConfigOutcome::NoAnswer, true);
}

void tst_DeviceConfig::schedules()
{
    QFETCH(const DeviceConfigTask::Kind, kind);
    QFETCH(const ConfigSite::Script, script);
    QFETCH(const QByteArray, sent);
    QFETCH(const int, endedAt);
    QFETCH(const ConfigOutcome, outcome);
    QFETCH(const bool, pushed);
    ConfigSite site(script);
    site.start(kind);
    site.runTo(60s);
    QCOMPARE(site.sent, sent);
    QCOMPARE(site.reports.size(), 1);
    const ConfigReport &report = site.reports.constFirst();
    QCOMPARE(report.outcome, outcome);
    QCOMPARE(report.pushed, pushed);
    QCOMPARE(std::chrono::duration_cast<std::chrono::milliseconds>(report.at - site.begin).count(), endedAt);
    QCOMPARE(report.device, QString::fromLatin1(id));
    QCOMPARE(site.control.tasks(), std::size_t{0});
    QCOMPARE(site.control.transactions().size(), std::size_t{0});
    QVERIFY(!site.control.nextDeadline());
}

/// D25: a device that has two ways to us hears the one that it registered to.
void tst_DeviceConfig::itIsSentToTheRegisteredAddress()
{
    ConfigSite site(obeys);
    site.site.server = endpoint("10.0.0.1", 5061);
    site.source = endpoint("10.0.0.64", 1024);
    site.site.login({.callId = "other"}, "12345678", site.source);
    site.start(DeviceConfigTask::Kind::Read);
    site.runTo(1s);
    const SipHead head = scanHead(gb::view(site.requests[0]));
    QCOMPARE(bytes(head.via.text).left(30), QByteArray("SIP/2.0/UDP 10.0.0.1:5061;rpor"));
    QCOMPARE(bytes(head.from.uri.text), QByteArray("sip:34020000002000000001@10.0.0.1:5061"));
    QCOMPARE(bytes(head.requestUri.text), "sip:" + id + "@10.0.0.64:1024");
    QCOMPARE(site.reports.value(0).outcome, ConfigOutcome::Done);
}

void tst_DeviceConfig::overTcp()
{
    ConfigSite site(obeys);
    site.site.transport = TransportKind::Tcp;
    site.site.login({.callId = "tcp"}, "12345678", site.source);
    site.deaf = true;
    site.start(DeviceConfigTask::Kind::Read); // its connection is gone
    site.runTo(1s);
    QCOMPARE(site.reports.value(0).outcome, ConfigOutcome::NotSent);
    site.deaf = false;
    site.start(DeviceConfigTask::Kind::Push);
    site.runTo(60s);
    QCOMPARE(site.reports.value(1).outcome, ConfigOutcome::Done);
    QVERIFY(bytes(scanHead(gb::view(site.requests[0])).via.text).startsWith("SIP/2.0/TCP "));
    QCOMPARE(site.control.transactions().size(), std::size_t{0});
    // A transport that fails between the copies
    ConfigSite udp([](ConfigSite &one, const QByteArray &) { one.deaf = true; });
    udp.start(DeviceConfigTask::Kind::Read);
    udp.runTo(60s);
    QCOMPARE(udp.reports.size(), 1);
    QCOMPARE(udp.reports.value(0).outcome, ConfigOutcome::NotSent);
    QVERIFY(udp.reports.value(0).at == udp.begin + 500ms);
}

void tst_DeviceConfig::bodies_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<BasicParam>("values");
    QTest::addColumn<QString>("outOfRange");
    QTest::newRow("whole") << ConfigSite::basic(60, 3) << BasicParam{3600, 60, 3} << QString();
    QTest::newRow("interval alone") << QByteArray(
        "<Result>OK</Result><BasicParam><HeartBeatInterval> 60 </HeartBeatInterval></BasicParam>")
                                    << BasicParam{{}, 60, {}} << QString();
    QTest::newRow("under another name (Uniview)")
        << QByteArray("<Result>OK</Result><Basic><Inner><HeartBeatInterval>60</HeartBeatInterval></Inner></Basic>")
        << BasicParam{{}, 60, {}} << QString();
    QTest::newRow("flat") << QByteArray("<HeartBeatInterval>60</HeartBeatInterval><HeartBeatCount>5</HeartBeatCount>")
                          << BasicParam{{}, 60, 5} << QString();
    QTest::newRow("empty") << QByteArray("<Result>OK</Result><BasicParam><HeartBeatInterval/></BasicParam>")
                           << BasicParam{} << QString();
    QTest::newRow("twice: the first counts")
        << QByteArray("<HeartBeatCount>4</HeartBeatCount><HeartBeatCount>5</HeartBeatCount>") << BasicParam{{}, {}, 4}
        << QString();
    QTest::newRow("at its most") << ConfigSite::basic(86400, 100, 604800) << BasicParam{604800, 86400, 100}
                                 << QString();
    QTest::newRow("over it") << ConfigSite::basic(86401, 100) << BasicParam{3600, {}, 100}
                             << QStringLiteral("HeartBeatInterval = 86401");
    QTest::newRow("no number") << QByteArray("<HeartBeatInterval>often</HeartBeatInterval>") << BasicParam{}
                               << QStringLiteral("HeartBeatInterval = often");
    QTest::newRow("a number too long") << QByteArray(
        "<HeartBeatInterval>" + QByteArray(5000, '9') + "</HeartBeatInterval>")
                                       << BasicParam{} << QString();
    QTest::newRow("markup and controls") << QByteArray("<HeartBeatInterval>&lt;b&gt;&#x202e;</HeartBeatInterval>")
                                         << BasicParam{} << QString();
}

void tst_DeviceConfig::bodies()
{
    QFETCH(const QByteArray, inside);
    QFETCH(const BasicParam, values);
    QFETCH(const QString, outOfRange);
    const ConfigBody body = readConfigBody("<Response><CmdType>ConfigDownload</CmdType><SN>1</SN><DeviceID>" + id
        + "</DeviceID>" + inside + "</Response>");
    QVERIFY(!body.envelope.broken());
    QVERIFY(body.values == values);
    QVERIFY(body.outOfRange.size() < 80 && !body.outOfRange.contains(QChar(0x202e)));
    if (!outOfRange.isEmpty())
        QCOMPARE(body.outOfRange, outOfRange);
    QCOMPARE(body.outOfRange.isEmpty(), outOfRange.isEmpty() && !inside.contains("99999") && !inside.contains("&lt;"));
}

void tst_DeviceConfig::theResponseMayComeFirst()
{
    ConfigSite site([](ConfigSite &one, const QByteArray &request) {
        one.respond(ConfigSite::response(request, ConfigSite::basic(30, 3)));
        one.answer(request);
    });
    site.start(DeviceConfigTask::Kind::Read);
    site.runTo(60s);
    QCOMPARE(site.sent, QByteArray("ConfigDownload 0"));
    QCOMPARE(site.reports.size(), 1);
    QVERIFY(site.reports.constFirst().match());
    QCOMPARE(site.reports.constFirst().outcome, ConfigOutcome::Done);
}

void tst_DeviceConfig::theResponseIsAnswered()
{
    ConfigSite site(obeys);
    site.start(DeviceConfigTask::Kind::Read);
    site.runTo(1s);
    QCOMPARE(Site::statusOf(site.lastAnswers), 200);
}

void tst_DeviceConfig::strangersAreNotHeard()
{
    ConfigSite site([](ConfigSite &one, const QByteArray &request) {
        one.answer(request);
        one.source = endpoint("10.6.6.6", 5060);
        one.respond(ConfigSite::response(request, ConfigSite::basic(30, 3)));
    });
    site.start(DeviceConfigTask::Kind::Read);
    site.runTo(60s);
    QCOMPARE(site.reports.value(0).outcome, ConfigOutcome::NoResponse);
    QVERIFY(!site.site.device().setting->at);
    QCOMPARE(Site::statusOf(site.lastAnswers), 403);
    // Nor is an answer to a request that nobody sent
    QByteArray forged = writeReply(scanHead(gb::view(site.requests[0])), site.site.server, {.status = 200});
    site.deliver(forged.replace("z9hG4bK", "z9hG4bKx"));
    QVERIFY(site.control.transactions().counters().strayResponses > 0);
}

void tst_DeviceConfig::oneAtATime()
{
    ConfigSite site([](ConfigSite &, const QByteArray &) {});
    site.start(DeviceConfigTask::Kind::Read);
    site.start(DeviceConfigTask::Kind::Push);
    site.runTo(1s);
    QCOMPARE(site.reports.size(), 1);
    QCOMPARE(site.reports.constFirst().outcome, ConfigOutcome::Busy);
    QCOMPARE(site.requests.size(), 1);
}

void tst_DeviceConfig::manyAtOnceAreBounded()
{
    DeviceControl control(
        "34020000002000000001", [](const Endpoint &, TransportKind, const QByteArray &) { return 1; });
    ManualClock clock;
    for (std::size_t i = 0; i < DeviceControl::maxTasks + 5; ++i) {
        control.start({.id = QByteArray::number(static_cast<qulonglong>(i)),
                          .remote = endpoint("10.0.0.9", 5060),
                          .local = endpoint("10.0.0.1", 5060)},
            DeviceConfigTask::Kind::Read, {}, clock.now());
        QVERIFY(control.tasks() <= DeviceControl::maxTasks);
    }
    const QList<ClientReport> refused = control.takeReports();
    QCOMPARE(refused.size(), 5);
    QCOMPARE(std::get<ConfigReport>(refused.constFirst()).outcome, ConfigOutcome::Busy);
    clock.advance(15s);
    control.advance(clock.now());
    QCOMPARE(control.takeReports().size(), static_cast<qsizetype>(DeviceControl::maxTasks));
    QCOMPARE(control.transactions().size(), std::size_t{0}); // abandoned with their tasks
}

void tst_DeviceConfig::notRegistered()
{
    ConfigSite site(obeys);
    site.control.start({.id = "34020000001320000077"}, DeviceConfigTask::Kind::Read, {}, site.begin);
    QCOMPARE(site.takeReports().value(0).outcome, ConfigOutcome::NotRegistered);
}

/// An ID goes into a URI and into XML: nothing that could end either.
void tst_DeviceConfig::anIdThatIsNoId()
{
    ConfigSite site(obeys);
    for (const QByteArray &bad : {QByteArray("</DeviceID>"), QByteArray("a@b"), QByteArray("a\r\nb"),
             QByteArray(65, '1'), QByteArray("\xe6\x91\x84"), QByteArray()}) {
        site.control.start({.id = bad, .remote = site.source, .local = site.site.server}, DeviceConfigTask::Kind::Push,
            {}, site.begin);
        QCOMPARE(site.takeReports().value(0).outcome, ConfigOutcome::OddId);
    }
    QVERIFY(site.requests.isEmpty());
}

void tst_DeviceConfig::aListenerThatCloses()
{
    ConfigSite site([](ConfigSite &, const QByteArray &) {});
    site.start(DeviceConfigTask::Kind::Read);
    site.control.stop(site.begin);
    QCOMPARE(site.takeReports().value(0).outcome, ConfigOutcome::Stopped);
    QVERIFY(!site.control.nextDeadline());
}

/// What is shown of a device's setting is read off the messages, whoever asked for them.
void tst_DeviceConfig::theRecordTellsTheSetting()
{
    ConfigSite site(obeys);
    QVERIFY(!site.site.device().setting->at);
    site.start(DeviceConfigTask::Kind::Read);
    site.runTo(1s);
    ReportedSetting setting = *site.site.device().setting;
    QVERIFY((setting.values == BasicParam{3600, 60, 3}));
    QVERIFY(setting.at == site.begin);
    QVERIFY(!setting.askedAt);
    site.start(DeviceConfigTask::Kind::Push);
    site.runTo(2s);
    setting = *site.site.device().setting;
    QVERIFY((setting.values == BasicParam{3600, 30, 3}));
    QVERIFY((setting.asked == BasicParam{{}, 30, 3}));
    QVERIFY(setting.askedAt == site.begin + 1s);
    // Somebody who plays the platform towards us sets nothing
    QByteArray forged = site.requests[1];
    forged.replace("HeartBeatCount>3<", "HeartBeatCount>9<").replace("z9hG4bK", "z9hG4bKx");
    site.site.send(forged, endpoint("10.6.6.6", 5060));
    QVERIFY((site.site.device().setting->asked == BasicParam{{}, 30, 3}));
}

/// A platform whose ID does not say so, and that nobody registered to by that ID, is no camera for having asked one.
void tst_DeviceConfig::whoAsksIsNoDevice()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QByteArray query = site.message("34020000001110000009", writeConfigQuery(id, 1))
                           .replace(
                               "<sip:34020000002000000001@3402000000>", QByteArray("<sip:" + id + "@192.168.1.64>"));
    site.analysis.observe(
        {.at = site.clock.now(), .from = site.server, .to = site.camera, .direction = Direction::Out, .octets = query});
    QCOMPARE(site.analysis.devices().snapshots().size(), 1);
}

void tst_DeviceConfig::rhythm()
{
    HeartbeatHistory history;
    TimePoint at = ManualClock().now();
    const auto beat = [&](Duration gap, HeartbeatHistory::Kind kind = HeartbeatHistory::Kind::Beat) {
        history.add(at += gap, kind);
    };
    for (int i = 0; i < 10; ++i)
        beat(60s);
    const TimePoint changed = at + 10s;
    QCOMPARE(history.rhythmSince(changed).beats, 0);
    beat(60s); // the timer that ran already
    QCOMPARE(history.rhythmSince(changed).beats, 1);
    QVERIFY(history.rhythmSince(changed).interval == Duration::zero());
    beat(30s);
    beat(30s);
    QVERIFY(!history.rhythmSince(changed).isSure());
    beat(30s);
    Rhythm rhythm = history.rhythmSince(changed);
    QVERIFY(rhythm.isSure() && rhythm.beats == 4 && rhythm.interval == 30s);
    QVERIFY(rhythm.follows(30s) && !rhythm.follows(60s) && !rhythm.follows(34s) && rhythm.follows(33s));
    // A restart is no gap
    const TimePoint restarted = at;
    beat(200s, HeartbeatHistory::Kind::Start);
    beat(5s);
    QCOMPARE(history.rhythmSince(restarted).beats, 1);
    QVERIFY(history.rhythmSince(restarted).interval == Duration::zero());
}

QTEST_GUILESS_MAIN(tst_DeviceConfig)
#include "tst_deviceconfig.moc"
