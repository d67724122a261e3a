#include "core/client/bodywriter.h"
#include "core/client/settingtask.h"
#include "tests/support/configsite.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// A configuration that is set and read back: what the device says of it, and what it has.
class tst_Setting : public QObject
{
    Q_OBJECT
private slots:
    void outcomes_data();
    void outcomes();
    void whatDiffersIsNamed();
    void ofSeveralStreamsTheOneThatWasSet();
    void theFormShowsWhatItHas_data();
    void theFormShowsWhatItHas();
    void linesOfText_data();
    void linesOfText();
    void linesThatDiffer();
    void linesThatItDoesNotHaveAreEmptied();
    void whatCannotBeSentIsNotFilledIn();
    void values_data();
    void values();
    void eachSettingIsReadBack();
};

using Script = ConfigSite::Script;

static bool isRead(const QByteArray &request)
{
    return ConfigSite::bodyOf(request).envelope.cmdType == u"ConfigDownload";
}

/// Takes the setting, and tells this when it is read.
static Script tells(const QByteArray &config)
{
    return [config](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(ConfigSite::response(request, isRead(request) ? config : QByteArray("<Result>OK</Result>")));
    };
}

static AskReport set(ConfigSite &site, const QString &command, const AskValues &values)
{
    site.ask(command, values, QStringLiteral("3.0"));
    site.runTo(90s);
    return site.answers.value(0);
}

static AskValues interval(const QString &seconds)
{
    return {{QStringLiteral("HeartBeatInterval"), seconds}};
}

void tst_Setting::outcomes_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<AskOutcome>("outcome");
    QTest::addColumn<int>("readBack"); // -1: it is not read
    QTest::addColumn<int>("settings");
    QTest::addColumn<int>("differ");
    const auto row = [](const char *name, const Script &script, AskOutcome outcome, int readBack, int settings,
                         int differ) { QTest::newRow(name) << script << outcome << readBack << settings << differ; };
    constexpr int done = static_cast<int>(AskOutcome::Done);
    row("it obeys", obeys, AskOutcome::Done, done, 1, 0);
    row("it says OK, and stays as it was", saysOkOnly, AskOutcome::NotTaken, done, 1, 1);
    row(
        "it refuses",
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            site.respond(ConfigSite::response(request, "<Result>ERROR</Result>"));
        },
        AskOutcome::ErrorResult, -1, 0, 0);
    row(
        "it obeys without a word",
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            if (isRead(request))
                site.respond(ConfigSite::response(request, ConfigSite::basic(30, 3)));
        },
        AskOutcome::Done, done, 1, 0);
    row(
        "it takes it without a word, and stays as it was",
        [](ConfigSite &site, const QByteArray &request) {
            site.answer(request);
            if (isRead(request))
                site.respond(ConfigSite::response(request, ConfigSite::basic(60, 3)));
        },
        AskOutcome::NotTaken, done, 1, 1);
    row(
        "it cannot be read",
        [](ConfigSite &site, const QByteArray &request) {
            if (isRead(request))
                return;
            site.answer(request);
            site.respond(ConfigSite::response(request, "<Result>OK</Result>"));
        },
        AskOutcome::Done, static_cast<int>(AskOutcome::NoAnswer), 0, 0);
    row("it tells nothing", tells("<Result>OK</Result>"), AskOutcome::Done, done, 0, 0);
    row("another spelling of the number",
        tells("<Result>OK</Result><BasicParam><HeartBeatInterval>030"
              "</HeartBeatInterval></BasicParam>"),
        AskOutcome::Done, done, 1, 0);
    row(
        "nobody answers", [](ConfigSite &, const QByteArray &) {}, AskOutcome::NoAnswer, -1, 0, 0);
}

void tst_Setting::outcomes()
{
    QFETCH(Script, script);
    QFETCH(AskOutcome, outcome);
    QFETCH(int, readBack);
    QFETCH(int, settings);
    QFETCH(int, differ);
    ConfigSite site(script);
    const AskReport report = set(site, QStringLiteral("set-basic"), interval(QStringLiteral("30")));
    QCOMPARE(site.answers.size(), 1);
    QCOMPARE(report.outcome, outcome);
    QCOMPARE(report.readBack ? static_cast<int>(*report.readBack) : -1, readBack);
    QCOMPARE(report.settings.size(), settings);
    QCOMPARE(
        std::count_if(report.settings.begin(), report.settings.end(), [](const AskSetting &one) { return !one.same; }),
        differ);
    QCOMPARE(site.requests.size(), readBack < 0 ? 1 : 2);
    QVERIFY(report.request > 0 && (readBack < 0) == (report.readRequest == 0));
    QCOMPARE(site.control.tasks(), std::size_t{0});
}

void tst_Setting::whatDiffersIsNamed()
{
    ConfigSite site(saysOkOnly);
    AskValues wanted = interval(QStringLiteral("30"));
    wanted.insert(QStringLiteral("HeartBeatCount"), QStringLiteral("3"));
    const AskReport report = set(site, QStringLiteral("set-basic"), wanted);
    const QList<AskSetting> expected{
        {QStringLiteral("BasicParam/HeartBeatInterval"), QStringLiteral("30"), QStringLiteral("60"), false},
        {QStringLiteral("BasicParam/HeartBeatCount"), QStringLiteral("3"), QStringLiteral("3"), true}};
    QCOMPARE(report.settings, expected);
}

static QByteArray streams()
{
    const auto one = [](int stream, int rate) -> QByteArray {
        return "<Item><StreamNumber>" + QByteArray::number(stream)
            + "</StreamNumber><VideoFormat>2</VideoFormat><Resolution>5</Resolution><FrameRate>"
            + QByteArray::number(rate) + "</FrameRate><BitRateType>1</BitRateType></Item>";
    };
    return "<Result>OK</Result><VideoParamAttribute Num=\"2\">" + one(0, 25) + one(1, 15) + "</VideoParamAttribute>";
}

void tst_Setting::ofSeveralStreamsTheOneThatWasSet()
{
    const auto differing = [](const QString &rate) {
        ConfigSite site(tells(streams()));
        return set(site, QStringLiteral("set-video"),
            {{QStringLiteral("StreamNumber"), QStringLiteral("1")}, {QStringLiteral("Resolution"), QStringLiteral("5")},
                {QStringLiteral("FrameRate"), rate}});
    };
    QCOMPARE(differing(QStringLiteral("15")).outcome, AskOutcome::Done);
    const AskReport other = differing(QStringLiteral("25"));
    QCOMPARE(other.outcome, AskOutcome::NotTaken);
    for (const AskSetting &one : other.settings)
        QCOMPARE(one.same, one.path != u"VideoParamAttribute/Item/FrameRate");
}

void tst_Setting::theFormShowsWhatItHas_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<AskValues>("values");
    const auto row = [](const char *command, std::initializer_list<std::pair<const char *, const char *>> list) {
        AskValues values;
        for (const auto &[name, value] : list)
            values.insert(QString::fromLatin1(name), QString::fromUtf8(value));
        QTest::newRow(command) << QString::fromLatin1(command) << values;
    };
    row("set-basic", {{"Name", "Gate"}, {"HeartBeatInterval", "30"}});
    row("set-mirror", {{"FrameMirror", "2"}});
    row("set-osd",
        {{"Length", "1280"}, {"Width", "720"}, {"TimeX", "1"}, {"TimeY", "2"}, {"TimeEnable", "0"}, {"TextEnable", "1"},
            {"TimeType", "1"}, {"Text1", "Gate 11"}, {"X1", "16"}, {"Y1", "1000"}, {"Text2", "\u5317\u95e8"},
            {"X2", "0"}, {"Y2", "9"}, {"Text3", "3"}, {"X3", "3"}, {"Y3", "3"}, {"Text4", "4"}, {"X4", "4"},
            {"Y4", "4"}, {"Text5", "5"}, {"X5", "5"}, {"Y5", "5"}, {"Text6", "6"}, {"X6", "6"}, {"Y6", "6"},
            {"Text7", "7"}, {"X7", "7"}, {"Y7", "7"}, {"Text8", "a < b & c"}, {"X8", "65535"}, {"Y8", "8"}});
    row("set-mask", {{"On", "1"}, {"Region1", "20,30,220,180"}, {"Region2", "0,0,9,9"}});
    row("set-video",
        {{"StreamNumber", "0"}, {"VideoFormat", "5"}, {"Resolution", "1920x1080"}, {"FrameRate", "25"},
            {"BitRateType", "2"}, {"VideoBitRate", "4096"}});
    row("set-record-plan",
        {{"RecordEnable", "1"}, {"StreamNumber", "0"}, {"Day1", "08:00:00-12:00:00 13:00:00-18:30:00"},
            {"Day7", "00:00:00-23:59:59"}});
    row("set-svac-decode",
        {{"SVCSTMMode", "2"}, {"TimeShowFlag", "1"}, {"OSDShowFlag", "0"}, {"AIShowFlag", "1"}, {"GISShowFlag", "0"}});
}

/// What we write to set it is read as what it has.
void tst_Setting::theFormShowsWhatItHas()
{
    QFETCH(QString, command);
    QFETCH(AskValues, values);
    const AskCommand &one = *findAskCommand(command);
    AskValues checked = values;
    QVERIFY(!checkValues(one, checked, Edition::V2022));
    const QByteArray body = writeBody(
        {.command = one, .deviceId = "1", .sn = 1, .values = checked, .edition = Edition::V2022});
    AskReport read;
    read.edition = Edition::V2022;
    ReplyReader(*findAskCommand(u"config"), read).take(body, parseManscdp(body));
    AskValues shown = settingsIn(read, one);
    shown.removeIf([](auto value) { return value.value().isEmpty(); });
    QCOMPARE(shown, checked);
}

static AskValues osd(std::initializer_list<std::pair<const char *, const char *>> more)
{
    AskValues values;
    for (const auto &[name, value] : more)
        values.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    return values;
}

static QByteArray osdTold(const QByteArray &items, int sum)
{
    return "<Result>OK</Result><OSDConfig><Length>1920</Length><Width>1080</Width><TimeX>16</TimeX><TimeY>16</TimeY>"
           "<TimeEnable>1</TimeEnable><TextEnable>1</TextEnable><SumNum>"
        + QByteArray::number(sum) + "</SumNum>" + items + "</OSDConfig>";
}

void tst_Setting::linesOfText_data()
{
    QTest::addColumn<AskValues>("values");
    QTest::addColumn<QByteArray>("items"); // that are sent
    const auto item = [](const char *text, int x, int y) -> QByteArray {
        return QByteArray("<Item><Text>") + text + "</Text><X>" + QByteArray::number(x) + "</X><Y>"
            + QByteArray::number(y) + "</Y></Item>";
    };
    QTest::newRow("none") << osd({}) << QByteArray("<SumNum>0</SumNum>");
    QTest::newRow("the eighth alone") << osd({{"Text8", "a"}, {"X8", "1"}, {"Y8", "2"}})
                                      << QByteArray("<SumNum>1</SumNum>" + item("a", 1, 2));
    QTest::newRow("a place without a text") << osd({{"X2", "7"}}) << QByteArray("<SumNum>1</SumNum>" + item("", 7, 0));
    QTest::newRow("a text without a place") << osd({{"Text1", "a"}, {"Text3", "b"}})
                                            << QByteArray("<SumNum>2</SumNum>" + item("a", 0, 0) + item("b", 0, 0));
}

void tst_Setting::linesOfText()
{
    QFETCH(AskValues, values);
    QFETCH(QByteArray, items);
    const AskCommand &one = *findAskCommand(u"set-osd");
    QVERIFY(!checkValues(one, values, Edition::V2022));
    QByteArray body = writeBody(
        {.command = one, .deviceId = "1", .sn = 1, .values = values, .edition = Edition::V2022});
    body.replace("\r\n", "").replace("<Text/>", "<Text></Text>");
    const QByteArray wanted = "</TextEnable>" + items + "</OSDConfig>";
    QVERIFY2(body.contains(wanted), body.constData());
}

/// A device that takes the first lines, and keeps others, or does not have them all.
void tst_Setting::linesThatDiffer()
{
    const QByteArray two = "<Item><Text>a</Text><X>1</X><Y>2</Y></Item><Item><Text>old</Text><X>3</X><Y>4</Y></Item>";
    const auto differing = [&](const AskValues &values) {
        ConfigSite site(tells(osdTold(two, 2)));
        QStringList said;
        const AskReport report = set(site, QStringLiteral("set-osd"), values);
        for (const AskSetting &one : report.settings) {
            if (!one.same)
                said << one.path.section(u'/', -1) + u' ' + (one.wanted.isNull() ? QStringLiteral("-") : one.wanted)
                        + u' ' + (one.now.isNull() ? QStringLiteral("-") : one.now);
        }
        return (report.outcome == AskOutcome::NotTaken ? QStringLiteral("! ") : QString()) + said.join(u", ");
    };
    const AskValues both = osd({{"Text1", "a"}, {"X1", "1"}, {"Y1", "2"}, {"Text2", "old"}, {"X2", "3"}, {"Y2", "4"}});
    QCOMPARE(differing(both), QString());
    QCOMPARE(differing(osd({{"Text1", "a"}, {"X1", "1"}, {"Y1", "2"}})),
        QStringLiteral("! SumNum 1 2, Text - old, X - 3, Y - 4"));
    AskValues three = both;
    three.insert(osd({{"Text3", "new"}, {"X3", "5"}, {"Y3", "6"}}));
    QCOMPARE(differing(three), QStringLiteral("! SumNum 3 2, Text new -, X 5 -, Y 6 -"));
    AskValues other = both;
    other.insert(QStringLiteral("Text2"), QStringLiteral("new"));
    QCOMPARE(differing(other), QStringLiteral("! Text new old"));
}

/// What it does not have is empty in the form: else a line of the device before would be sent to this one.
void tst_Setting::linesThatItDoesNotHaveAreEmptied()
{
    AskReport read;
    read.edition = Edition::V2022;
    const QByteArray body = "<Response><CmdType>ConfigDownload</CmdType><SN>1</SN><DeviceID>1</DeviceID>"
        + osdTold("<Item><Text>a</Text><X>1</X><Y>2</Y></Item>", 1) + "</Response>";
    ReplyReader(*findAskCommand(u"config"), read).take(body, parseManscdp(body));
    const AskValues shown = settingsIn(read, *findAskCommand(u"set-osd"));
    QCOMPARE(shown.value(QStringLiteral("Text1")), QStringLiteral("a"));
    for (const char *name : {"Text2", "X8", "Y8", "TimeType"})
        QVERIFY2(shown.contains(QString::fromLatin1(name)) && shown.value(QString::fromLatin1(name)).isEmpty(), name);
    // Of another configuration nothing is said
    QVERIFY(settingsIn(read, *findAskCommand(u"set-mask")).isEmpty());
}

void tst_Setting::whatCannotBeSentIsNotFilledIn()
{
    AskReport read;
    read.fields = {{QStringLiteral("BasicParam/HeartBeatInterval"), QStringLiteral("-5")},
        {QStringLiteral("BasicParam/HeartBeatCount"), QStringLiteral("3")},
        {QStringLiteral("BasicParam/Name"), QString(5000, u'x')}};
    const AskValues expected{{QStringLiteral("HeartBeatCount"), QStringLiteral("3")}};
    QCOMPARE(settingsIn(read, *findAskCommand(u"set-basic")), expected);
}

void tst_Setting::values_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *command, const char *name, const char *value, bool good) {
        QTest::addRow("%s %s", name, value)
            << QString::fromLatin1(command) << QString::fromLatin1(name) << QString::fromLatin1(value) << good;
    };
    for (const char *good : {"08:00-12:00", "00:00:00-23:59:59", "08:00-09:00 10:00:30-11:00"})
        row("set-record-plan", "Day3", good, true);
    for (const char *bad : {"8", "12:00-08:00", "08:00", "24:00-25:00", "08:00-09:60", "08:00-09:00-10:00", "x-y",
             "0:1-0:2 0:1-0:2 0:1-0:2 0:1-0:2 0:1-0:2 0:1-0:2 0:1-0:2 0:1-0:2 0:1-0:2", "-1:00-02:00", "08-09"})
        row("set-record-plan", "Day3", bad, false);
    row("set-mask", "Region1", "0,0,65535,1", true);
    for (const char *bad : {"0,0,1", "0,0,1,2,3", "a,0,1,2", "0,0,70000,1", "-1,0,1,2", "0, 0,1,2", "0,,1,2"})
        row("set-mask", "Region1", bad, false);
}

void tst_Setting::values()
{
    QFETCH(QString, command);
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(bool, good);
    AskValues values{{name, value}};
    const auto bad = checkValues(*findAskCommand(command), values, Edition::V2022);
    QCOMPARE(!bad, good);
    if (bad)
        QCOMPARE(bad->parameter, name);
}

void tst_Setting::eachSettingIsReadBack()
{
    int count = 0;
    for (const AskCommand *one : askCommands()) {
        // An order for pictures is a DeviceConfig, too, and leaves nothing that could be read back
        const bool sets = QByteArrayView(one->cmdType) == "DeviceConfig" && one->needs != AskCommand::Needs::Pictures;
        QCOMPARE(*one->configType != '\0', sets);
        AskValues values{{QStringLiteral("ConfigType"), QString::fromLatin1(one->configType)}};
        QVERIFY2(!sets || !checkValues(*findAskCommand(u"config"), values, one->since), one->name);
        count += sets ? 1 : 0;
    }
    QCOMPARE(count, 10);
}

QTEST_APPLESS_MAIN(tst_Setting)
#include "tst_setting.moc"
