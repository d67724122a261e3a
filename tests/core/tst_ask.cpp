#include "core/client/bodywriter.h"
#include "tests/support/configsite.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;
using Code = AskOddity::Code;

/// Questions to a device: what is sent, and what is said of each way to answer.
class tst_Ask : public QObject
{
    Q_OBJECT
private slots:
    void everyCommandIsWhole_data();
    void everyCommandIsWhole();
    void bodies_data();
    void bodies();
    void values_data();
    void values();
    void anAnswerInOne();
    void anAnswerInParts();
    void outcomes_data();
    void outcomes();
    void oddities_data();
    void oddities();
    void oneResponseForEachType();
    void aDeviceIsAskedOneThingAtATime();
    void whatMustNotWaitDoesNot();
    void onlySoManyDevicesAtOnce();
    void stopping();
    void nothingIsSentOf_data();
    void nothingIsSentOf();
    void endlessPages();
    void strangersAreNotHeard();
    void theRecordIsNamed();
    void theRequestIsNamedWithoutAnAnswer_data();
    void theRequestIsNamedWithoutAnAnswer();
};

/// A body of that CmdType and SN, with these elements.
static QByteArray response(const QByteArray &request, const QByteArray &inside)
{
    return ConfigSite::response(request, inside);
}

static QByteArray item(int number)
{
    return "<Item><DeviceID>340200000013200000" + QByteArray::number(number).rightJustified(2, '0')
        + "</DeviceID><Name>Gate</Name><Status>ON</Status></Item>";
}

static QByteArray page(int sum, const QByteArray &items, int num)
{
    return "<SumNum>" + QByteArray::number(sum) + "</SumNum><DeviceList Num=\"" + QByteArray::number(num) + "\">"
        + items + "</DeviceList>";
}

void tst_Ask::everyCommandIsWhole_data()
{
    QTest::addColumn<QString>("name");
    for (const AskCommand *one : askCommands())
        QTest::addRow("%s", one->name) << QString::fromLatin1(one->name);
}

/// What forms, the command line and the reader take for granted.
void tst_Ask::everyCommandIsWhole()
{
    QFETCH(QString, name);
    const AskCommand &one = *findAskCommand(name.toUpper());
    QCOMPARE(QString::fromLatin1(one.name), name);
    QVERIFY(*one.title && *one.clause && *one.cmdType);
    QVERIFY(one.root == ManscdpRoot::Query || one.root == ManscdpRoot::Control);
    if (one.needs == AskCommand::Needs::List)
        QVERIFY(*one.list);
    QCOMPARE(*one.list != '\0', !one.items.empty());
    if (one.root == ManscdpRoot::Query)
        QVERIFY(one.effect == AskCommand::Effect::Reads && one.needs != AskCommand::Needs::Answer);
    QSet<QString> names;
    for (const AskParameter &parameter : one.parameters) {
        const QString called = QString::fromLatin1(parameter.name);
        QVERIFY2(!names.contains(called), parameter.name);
        names.insert(called);
        if (parameter.kind == AskParameter::Kind::Integer || parameter.kind == AskParameter::Kind::Decimal)
            QVERIFY2(parameter.least < parameter.most, parameter.name);
        const bool chooses = parameter.kind == AskParameter::Kind::Choice
            || parameter.kind == AskParameter::Kind::Choices;
        QCOMPARE(*parameter.choices != '\0', chooses);
    }
}

void tst_Ask::bodies_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<AskValues>("values");
    QTest::addColumn<int>("edition");
    QTest::addColumn<QByteArray>("inside");
    const auto row = [](const char *tag, const char *name, const AskValues &values, Edition edition,
                         const QByteArray &inside) {
        QTest::newRow(tag) << QString::fromLatin1(name) << values << static_cast<int>(edition) << inside;
    };
    const auto v = [](std::initializer_list<std::pair<const char *, const char *>> list) {
        AskValues values;
        for (const auto &[name, value] : list)
            values.insert(QString::fromLatin1(name), QString::fromUtf8(value));
        return values;
    };
    row("catalog", "catalog", {}, Edition::V2016, "");
    row("restart", "restart", {}, Edition::V2011, "<TeleBoot>Boot</TeleBoot>\r\n");
    row("key frame, 2016", "key-frame", {}, Edition::V2016, "<IFameCmd>Send</IFameCmd>\r\n");
    row("key frame, 2022", "key-frame", {}, Edition::V2022, "<IFrameCmd>Send</IFrameCmd>\r\n");
    row("names in other letters", "set-home", v({{"enabled", "1"}, {"RESETTIME", "120"}, {"PresetIndex", "3"}}),
        Edition::V2016,
        "<HomePosition>\r\n<Enabled>1</Enabled>\r\n<ResetTime>120</ResetTime>\r\n<PresetIndex>3</PresetIndex>\r\n"
        "</HomePosition>\r\n");
    row("presets where nothing was chosen", "record",
        v({{"StartTime", "2026-03-02T00:00:00"}, {"EndTime", "2026-03-02T23:59:59"}}), Edition::V2016,
        "<StartTime>2026-03-02T00:00:00</StartTime>\r\n<EndTime>2026-03-02T23:59:59</EndTime>\r\n"
        "<Secrecy>0</Secrecy>\r\n<Type>all</Type>\r\n");
    row("what could end the element", "set-basic", v({{"Name", "a<b>&\"c"}}), Edition::V2022,
        "<BasicParam>\r\n<Name>a&lt;b&gt;&amp;&quot;c</Name>\r\n</BasicParam>\r\n");
    row("Chinese in GB 18030", "set-basic", v({{"Name", "\xe9\x97\xa8"}}), Edition::V2022,
        "<BasicParam>\r\n<Name>\xc3\xc5</Name>\r\n</BasicParam>\r\n");
}

void tst_Ask::bodies()
{
    QFETCH(QString, name);
    QFETCH(AskValues, values);
    QFETCH(int, edition);
    QFETCH(QByteArray, inside);
    const AskCommand &one = *findAskCommand(name);
    QVERIFY(!checkValues(one, values, static_cast<Edition>(edition)));
    const QByteArray body = writeBody(
        {.command = one, .deviceId = cameraId, .sn = 17, .values = values, .edition = static_cast<Edition>(edition)});
    const QByteArray root = one.root == ManscdpRoot::Query ? "Query" : "Control",
                     charset = edition == static_cast<int>(Edition::V2022) ? "GB18030" : "GB2312";
    QCOMPARE(body,
        "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\r\n<" + root + ">\r\n<CmdType>" + one.cmdType
            + "</CmdType>\r\n<SN>17</SN>\r\n<DeviceID>" + cameraId + "</DeviceID>\r\n" + inside + "</" + root
            + ">\r\n");
    QCOMPARE(parseManscdp(body).faults, 0U);
}

void tst_Ask::values_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("edition");
    QTest::addColumn<int>("why"); // -1: good
    const auto row = [](const char *name, const char *parameter, const QString &value, Edition edition, int why) {
        QTest::addRow("%s %s %s", name, parameter, qPrintable(value.left(20)))
            << QString::fromLatin1(name) << QString::fromLatin1(parameter) << value << static_cast<int>(edition) << why;
    };
    using Why = BadValue::Why;
    const auto is = [](Why why) { return static_cast<int>(why); };
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    row("catalog", "StartTime", s("2026-03-02T00:00:00"), Edition::V2016, -1);
    row("catalog", "StartTime", s("today"), Edition::V2016, is(Why::NoTime));
    row("catalog", "StartTime", s("2026-13-02T00:00:00"), Edition::V2016, is(Why::NoTime));
    row("catalog", "Colour", s("red"), Edition::V2016, is(Why::Unknown));
    row("set-mirror", "FrameMirror", s("3"), Edition::V2022, -1);
    row("set-mirror", "FrameMirror", s("4"), Edition::V2022, is(Why::Range));
    row("set-mirror", "FrameMirror", s("-1"), Edition::V2022, is(Why::Range));
    row("set-mirror", "FrameMirror", s("1.5"), Edition::V2022, is(Why::NoNumber));
    row("set-mirror", "FrameMirror", s("99999999999999999999"), Edition::V2022, is(Why::NoNumber));
    row("look-at", "Pan", s("128.5"), Edition::V2022, -1);
    row("look-at", "Pan", s("nan"), Edition::V2022, is(Why::NoNumber));
    row("look-at", "Pan", s("inf"), Edition::V2022, is(Why::NoNumber));
    row("look-at", "Pan", s("361"), Edition::V2022, is(Why::Range));
    row("guard", "GuardCmd", s("ResetGuard"), Edition::V2016, -1);
    row("guard", "GuardCmd", s("Open"), Edition::V2016, is(Why::Choice));
    row("config", "ConfigType", s("BasicParam/FrameMirror"), Edition::V2022, -1);
    row("config", "ConfigType", s("BasicParam/"), Edition::V2022, is(Why::Choice));
    row("config", "ConfigType", s("BasicParam/Everything"), Edition::V2022, is(Why::Choice));
    row("track", "DeviceID2", s("34020000001310000001"), Edition::V2022, -1);
    row("track", "DeviceID2", s("a b"), Edition::V2022, is(Why::NoId));
    row("set-basic", "Name", QString(129, u'x'), Edition::V2016, is(Why::TooLong));
    row("set-basic", "Name", QString(65, QChar(0x95e8)), Edition::V2016, is(Why::TooLong));
    row("recording", "StreamNumber", s("1"), Edition::V2022, -1);
    row("recording", "StreamNumber", s("1"), Edition::V2016, is(Why::Edition));
    row("format-card", "FormatSDCard", {}, Edition::V2022, is(Why::Missing));
    row("set-basic", "Name", {}, Edition::V2016, is(Why::Missing)); // an order that would order nothing
}

void tst_Ask::values()
{
    QFETCH(QString, name);
    QFETCH(QString, parameter);
    QFETCH(QString, value);
    QFETCH(int, edition);
    QFETCH(int, why);
    AskValues values{{parameter, value}};
    const auto bad = checkValues(*findAskCommand(name), values, static_cast<Edition>(edition));
    QCOMPARE(bad ? static_cast<int>(bad->why) : -1, why);
    if (bad)
        QCOMPARE(bad->parameter, parameter);
}

void tst_Ask::anAnswerInOne()
{
    ConfigSite site([](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request);
        camera.respond(response(request,
            "<DeviceName>Gate</DeviceName><Result>OK</Result><Manufacturer>ACME</Manufacturer><Model>IPC-22</Model>"
            "<Firmware>V5.8.0</Firmware><Channel>1</Channel>"));
    });
    site.ask(QStringLiteral("info"));
    site.runTo(1s);
    QCOMPARE(site.answers.size(), 1);
    const AskReport &report = site.answers[0];
    QCOMPARE(report.outcome, AskOutcome::Done);
    QVERIFY(report.id == 7 && report.status == 200 && report.result == u"OK" && report.parts == 1);
    QVERIFY(report.oddities.isEmpty());
    QCOMPARE(report.field(u"Model"), QStringLiteral("IPC-22"));
    QCOMPARE(report.fields.size(), 6);
    QVERIFY(report.answeredAt && report.respondedAt && report.responses.size() == 1);
    QVERIFY(site.lastAnswers.value(0).startsWith("SIP/2.0 200")); // the Response has its own
}

void tst_Ask::anAnswerInParts()
{
    ConfigSite site([](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request);
        camera.respond(response(request, page(3, item(1) + item(2), 2)));
        camera.respond(response(request, page(3, item(3), 1)));
    });
    site.ask(QStringLiteral("catalog"));
    site.runTo(1s);
    QCOMPARE(site.answers.size(), 1);
    const AskReport &report = site.answers[0];
    QCOMPARE(report.outcome, AskOutcome::Done);
    QVERIFY(report.oddities.isEmpty());
    QCOMPARE(
        report.columns, (QStringList{QStringLiteral("DeviceID"), QStringLiteral("Name"), QStringLiteral("Status")}));
    QCOMPARE(report.items.size(), 3);
    QCOMPARE(report.items[2].constFirst(), QStringLiteral("34020000001320000003"));
    QCOMPARE(report.sum, 3);
    QVERIFY(!site.progress.isEmpty() && site.progress[0].came == 2 && site.progress[0].sum == 3);
}

using Script = ConfigSite::Script;
Q_DECLARE_METATYPE(Script)

void tst_Ask::outcomes_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<AskOutcome>("outcome");
    QTest::addColumn<int>("after"); // seconds
    const auto row = [](const char *tag, AskOutcome outcome, int after, const Script &script) {
        QTest::newRow(tag) << script << outcome << after;
    };
    row("nothing", AskOutcome::NoAnswer, 15, [](ConfigSite &, const QByteArray &) {});
    row("refused", AskOutcome::Refused, 0,
        [](ConfigSite &site, const QByteArray &request) { site.answer(request, 403); });
    row("200, and nothing", AskOutcome::NoResponse, 15,
        [](ConfigSite &site, const QByteArray &request) { site.answer(request); });
    row("100 is no answer", AskOutcome::NoAnswer, 15,
        [](ConfigSite &site, const QByteArray &request) { site.answer(request, 100); });
    row("ERROR", AskOutcome::ErrorResult, 0, [](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(response(request, "<Result>ERROR</Result>"));
    });
    row("a page never comes", AskOutcome::Incomplete, 10, [](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(response(request, page(3, item(1), 1)));
    });
    row("no items at all", AskOutcome::Done, 0, [](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(response(request, "<SumNum>0</SumNum>"));
    });
    row("another SN", AskOutcome::OtherResponse, 15, [](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(ConfigSite::response(request, page(1, item(1), 1), 5000));
    });
    row("no XML", AskOutcome::Unreadable, 15, [](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond("<Response><CmdType>Cat");
    });
    row("the Response first", AskOutcome::Done, 0, [](ConfigSite &site, const QByteArray &request) {
        site.respond(response(request, page(1, item(1), 1)));
        site.answer(request);
    });
    row("the Response, and no answer", AskOutcome::Done, 15,
        [](ConfigSite &site, const QByteArray &request) { site.respond(response(request, page(1, item(1), 1))); });
    row("300 million", AskOutcome::Incomplete, 10, [](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(response(request, page(300'000'000, item(1), 1)));
    });
}

void tst_Ask::outcomes()
{
    QFETCH(Script, script);
    QFETCH(AskOutcome, outcome);
    QFETCH(int, after);
    ConfigSite site(script);
    site.ask(QStringLiteral("catalog"));
    site.runTo(60s);
    QCOMPARE(site.answers.size(), 1);
    QCOMPARE(site.answers[0].outcome, outcome);
    QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(site.answers[0].at - site.begin).count(), after);
    QCOMPARE(site.control.tasks(), std::size_t{0});
}

void tst_Ask::oddities_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<AskOddity>("oddity");
    const auto row = [](const char *tag, const char *name, const QByteArray &inside, Code code, const char *a = "",
                         const char *b = "") {
        QTest::newRow(tag) << QString::fromLatin1(name) << inside
                           << AskOddity{code, QString::fromUtf8(a), QString::fromUtf8(b)};
    };
    row("a Result that is none", "info", "<Result>Success</Result>", Code::ResultOdd, "Success");
    row("an element of its own", "info", "<Result>OK</Result><Colour>red</Colour>", Code::Unknown, "Colour");
    row("no Result", "info", "<Model>x</Model>", Code::Missing, "Result");
    row("a number that is none", "info", "<Result>OK</Result><Channel>one</Channel>", Code::BadValue, "Channel", "one");
    row("an item twice", "catalog", page(2, item(1) + item(1) + item(2), 3), Code::Duplicate, "34020000001320000001",
        "2");
    row("more than announced", "catalog", page(1, item(1) + item(2), 2), Code::PartsLeft, "1", "2");
    row("less than announced", "catalog", page(3, item(1) + item(2), 2), Code::PartsMissing, "3", "2");
    row("an item without its name", "catalog", page(1, "<Item><DeviceID>34020000001310000001</DeviceID></Item>", 1),
        Code::Missing, "Name");
    row("a part of an item of its own", "catalog",
        page(1, "<Item><DeviceID>34020000001310000001</DeviceID><Name>a</Name><Info><Lens>x</Lens></Info></Item>", 1),
        Code::Unknown, "Info/Lens");
    row("a status that is none", "catalog",
        page(1, "<Item><DeviceID>34020000001310000001</DeviceID><Name>a</Name><Status>maybe</Status></Item>", 1),
        Code::BadValue, "Status", "maybe");
    row("nothing of what was asked", "config", "<Result>OK</Result>", Code::NotSupported);
    row("it says that it is faulty", "status", "<Result>OK</Result><Online>ONLINE</Online><Status>ERROR</Status>",
        Code::FaultyDevice, "Status", "ERROR");
    row("a state of its own", "status", "<Result>OK</Result><Online>YES</Online><Status>OK</Status>", Code::BadValue,
        "Online", "YES");
    row("a state without a word", "status", "<Result>OK</Result><Online/><Status>OK</Status>", Code::BadValue,
        "Online");
    row("an alarm input of its own", "status",
        "<Result>OK</Result><Online>ONLINE</Online><Status>OK</Status><Alarmstatus Num=\"1\"><Item><DeviceID>"
        "34020000001340000001</DeviceID><DutyStatus>ON</DutyStatus></Item></Alarmstatus>",
        Code::BadValue, "DutyStatus", "ON");
    row("a Result without a word", "info", "<Result/>", Code::ResultOdd);
    row("markup is text", "info", "<Result>OK</Result><Channel>&lt;b&gt;1&lt;/b&gt;</Channel>", Code::BadValue,
        "Channel", "<b>1</b>");
}

void tst_Ask::oddities()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, inside);
    QFETCH(AskOddity, oddity);
    ConfigSite site([&inside](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request);
        camera.respond(response(request, inside));
    });
    site.ask(name, {}, QStringLiteral("3.0"));
    site.runTo(60s);
    QCOMPARE(site.answers.size(), 1);
    const QList<AskOddity> &all = site.answers[0].oddities;
    QStringList told;
    for (const AskOddity &one : all)
        told.append(QString::number(static_cast<int>(one.code)) + u' ' + one.a + u' ' + one.b);
    QVERIFY2(all.contains(oddity), qPrintable(told.join(u'|')));
    QCOMPARE(all.size(), 1);
}

void tst_Ask::oneResponseForEachType()
{
    ConfigSite site([](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request);
        camera.respond(response(request, ConfigSite::basic(60, 3)));
        if (camera.requests.size() == 1)
            camera.respond(response(request, "<Result>OK</Result><FrameMirror>0</FrameMirror>"));
    });
    const AskValues two{{QStringLiteral("ConfigType"), QStringLiteral("BasicParam/FrameMirror")}};
    site.ask(QStringLiteral("config"), two, QStringLiteral("3.0"));
    site.runTo(1s);
    QCOMPARE(site.answers.value(0).outcome, AskOutcome::Done);
    QVERIFY(site.answers[0].oddities.isEmpty() && site.answers[0].parts == 2);
    QCOMPARE(site.answers[0].field(u"BasicParam/HeartBeatInterval"), QStringLiteral("60"));
    site.ask(QStringLiteral("config"), two, QStringLiteral("3.0"));
    site.runTo(30s);
    QCOMPARE(site.answers.value(1).outcome, AskOutcome::Incomplete);
}

void tst_Ask::aDeviceIsAskedOneThingAtATime()
{
    ConfigSite site([](ConfigSite &, const QByteArray &) {});
    for (const char *name : {"catalog", "info", "status"})
        site.ask(QString::fromLatin1(name));
    QCOMPARE(site.requests.size(), 1);
    site.answer(site.requests[0]);
    QCOMPARE(site.requests.size(), 1); // its Response is still to come
    site.respond(response(site.requests[0], "<SumNum>0</SumNum>"));
    QCOMPARE(site.requests.size(), 2);
    site.runTo(60s); // nothing of the others: each has its own patience
    QCOMPARE(site.sent.count('|'), 2);
    QCOMPARE(site.answers.size(), 3);
    QCOMPARE(site.answers[2].outcome, AskOutcome::NoAnswer);
    QCOMPARE(site.answers[2].askedAt, site.begin + 15s);
}

/// The stop of a movement does not stand behind a catalogue of a thousand pages.
void tst_Ask::whatMustNotWaitDoesNot()
{
    ConfigSite site([](ConfigSite &, const QByteArray &) {});
    site.ask(QStringLiteral("catalog"));
    site.ask(QStringLiteral("key-frame"));
    QCOMPARE(site.requests.size(), 2);
    site.answer(site.requests[1]);
    QCOMPARE(site.answers.size(), 1);
    QCOMPARE(site.answers[0].outcome, AskOutcome::Done);
}

void tst_Ask::onlySoManyDevicesAtOnce()
{
    int sent = 0;
    DeviceControl control("34020000002000000001",
        [&sent](const Endpoint &, TransportKind, const QByteArray &) { return static_cast<quint64>(++sent); });
    ManualClock clock;
    constexpr int devices = 2 * DeviceControl::maxAtOnce + 10;
    for (int i = 0; i < devices; ++i) {
        control.ask(
            {.id = QByteArray::number(i), .remote = endpoint("10.0.0.9", 5060), .local = endpoint("10.0.0.1", 5060)},
            {.id = 1, .command = QStringLiteral("info")}, {}, clock.now());
    }
    QCOMPARE(sent, DeviceControl::maxAtOnce);
    QList<ClientReport> reports;
    while (const auto next = control.nextDeadline()) {
        clock.advance(*next - clock.now());
        control.advance(clock.now());
        reports += control.takeReports();
        QVERIFY(control.transactions().size() <= static_cast<std::size_t>(DeviceControl::maxAtOnce));
    }
    QCOMPARE(reports.size(), devices);
    QCOMPARE(control.tasks(), std::size_t{0});
}

void tst_Ask::stopping()
{
    ConfigSite site([](ConfigSite &, const QByteArray &) {});
    site.ask(AskQuestion{.id = 1, .command = QStringLiteral("catalog")});
    site.ask(AskQuestion{.id = 2, .command = QStringLiteral("info")});
    site.ask(AskQuestion{.id = 1, .command = QStringLiteral("status")});
    site.control.stopAsking(1, site.site.clock.now());
    site.runTo(0s);
    QCOMPARE(site.answers.size(), 2);
    QVERIFY(site.answers[0].outcome == AskOutcome::Stopped && site.answers[1].outcome == AskOutcome::Stopped);
    QCOMPARE(site.requests.size(), 2); // the one that stood in line is asked now; the other never was
    QVERIFY(site.requests[1].contains("DeviceInfo"));
    site.control.stop(site.site.clock.now(), ClientTask::Stop::Silent);
    site.runTo(0s);
    QCOMPARE(site.answers.value(2).outcome, AskOutcome::Silent);
    QVERIFY(!site.control.nextDeadline());
}

void tst_Ask::nothingIsSentOf_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("about");
    QTest::addColumn<AskValues>("values");
    QTest::addColumn<AskOutcome>("outcome");
    const QString none;
    QTest::newRow("a command that is none") << QStringLiteral("dance") << none << AskValues() << AskOutcome::NoCommand;
    QTest::newRow("an ID that is none") << QStringLiteral("info") << QStringLiteral("</DeviceID>") << AskValues()
                                        << AskOutcome::OddId;
    QTest::newRow("a value that is missing")
        << QStringLiteral("format-card") << none << AskValues() << AskOutcome::BadValues;
    QTest::newRow("what is only shown") << QStringLiteral("upgrade") << none << AskValues() << AskOutcome::OnlyShown;
}

void tst_Ask::nothingIsSentOf()
{
    QFETCH(QString, name);
    QFETCH(QString, about);
    QFETCH(AskValues, values);
    QFETCH(AskOutcome, outcome);
    ConfigSite site(obeys);
    site.ask(AskQuestion{.id = 3, .about = about, .command = name, .values = values}, QStringLiteral("3.0"));
    QCOMPARE(site.answers.size(), 1);
    QCOMPARE(site.answers[0].outcome, outcome);
    QVERIFY(site.requests.isEmpty());
}

/// A page after the other, without end: it is over when the time for all of it is, or what is kept is full.
void tst_Ask::endlessPages()
{
    ConfigSite site([](ConfigSite &camera, const QByteArray &request) { camera.answer(request); });
    site.ask(QStringLiteral("catalog"));
    site.runTo(0s);
    QByteArray many;
    for (int i = 0; i < 2000; ++i)
        many += "<Item><DeviceID>" + QByteArray::number(i) + "</DeviceID><Name>n</Name></Item>";
    for (int pages = 0; site.answers.isEmpty(); ++pages) {
        QVERIFY(pages <= ReplyReader::maxItems / 2000);
        site.respond(response(site.requests[0], page(300'000'000, many, 2000)));
    }
    QCOMPARE(site.answers[0].outcome, AskOutcome::TooLarge);
    QCOMPARE(site.answers[0].items.size(), ReplyReader::maxItems);
    QVERIFY(site.answers[0].responses.size() <= AskReport::maxMessages);
    QVERIFY(site.answers[0].oddities.size() <= AskReport::maxOddities);
}

void tst_Ask::strangersAreNotHeard()
{
    ConfigSite site([](ConfigSite &camera, const QByteArray &request) { camera.answer(request); });
    site.ask(QStringLiteral("info"));
    site.runTo(0s);
    site.source = endpoint("192.168.1.66", 5060);
    site.respond(response(site.requests[0], "<Result>OK</Result>"));
    site.runTo(20s);
    QCOMPARE(site.answers.value(0).outcome, AskOutcome::NoResponse);
    QCOMPARE(
        site.answers[0].oddities, QList<AskOddity>({{Code::OtherAddress, QStringLiteral("192.168.1.66:5060"), {}}}));
}

/// The messages that prove it, by their numbers.
void tst_Ask::theRecordIsNamed()
{
    ConfigSite site([](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request);
        camera.respond(response(request, "<Result>OK</Result>"));
    });
    site.ask(QStringLiteral("info"));
    site.runTo(0s);
    const AskReport report = site.answers.value(0);
    QVERIFY(report.request > 0 && report.answer > report.request);
    QCOMPARE(report.responses.size(), 1);
    QVERIFY(report.responses[0] > report.answer);
}

void tst_Ask::theRequestIsNamedWithoutAnAnswer_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("deaf");
    QTest::newRow("a query") << QStringLiteral("info") << false;
    QTest::newRow("a subscription") << QStringLiteral("subscribe-alarm") << false;
    QTest::newRow("never sent") << QStringLiteral("info") << true;
}

/// Who gets no answer wants to see what went out.
void tst_Ask::theRequestIsNamedWithoutAnAnswer()
{
    QFETCH(QString, name);
    QFETCH(bool, deaf);
    ConfigSite site([](ConfigSite &, const QByteArray &) {});
    site.ask(QStringLiteral("info"));
    const quint64 before = site.site.lastTrace.number;
    site.runTo(20s);
    site.answers.clear();
    site.deaf = deaf;
    site.ask(name);
    site.runTo(60s);
    QCOMPARE(site.answers.size(), 1);
    QCOMPARE(site.answers[0].outcome, deaf ? AskOutcome::NotSent : AskOutcome::NoAnswer);
    QCOMPARE(site.answers[0].request > before, !deaf);
    if (!deaf) {
        const quint64 request = site.answers[0].request;
        site.ask(name);
        site.runTo(120s);
        QVERIFY(site.answers[1].request > request); // each names its own
    }
}

QTEST_APPLESS_MAIN(tst_Ask)
#include "tst_ask.moc"
