#include "tests/support/simulatedsite.h"

#include "core/simulator/answers/answers.h"

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Each query, control and configuration that a simulated device answers, by the elements of GB/T 28181 and their
/// order.
class tst_SimulatedAnswers : public QObject
{
    Q_OBJECT
private slots:
    void elements_data();
    void elements();
    void answeredOrNot_data();
    void answeredOrNot();
    void catalogPages();
    void catalogOfAPlatform();
    void catalogOfTenThousand();
    void statusFollowsState();
    void clockIsTheDevices();
    void records();
    void presetsAreSetCalledAndDeleted();
    void cruisesRunFromPointToPoint();
    void aDomeMovesUntilItIsStopped();
    void homePosition();
    void preciseAndDrag();
    void targetTrack();
    void configOfEachType_data();
    void configOfEachType();
    void configDownloadOfSeveral();
    void basicParamIsObeyed();
    void configIsBounded();
    void snapShot();
    void upgrade();
    void formatCard();
    void unknownCommands();
    void orderAndNamesOfAVendor();
    void charsets();
};

/// Paths of the elements behind DeviceID, in order: "Result", "DeviceList/Item/DeviceID".
static void collect(QStringList &out, const XmlElement &element, const QString &prefix)
{
    for (const XmlElement &child : element.children) {
        const QString path = prefix + child.name;
        out.append(path);
        collect(out, child, path + u'/');
    }
}

static QString pathsOf(const XmlElement &response)
{
    QStringList out;
    collect(out, response, {});
    return out.join(u' ');
}

static DeviceBehaviour recorder(int channels, int pageSize = 1, GbEdition edition = GbEdition::E2016)
{
    DeviceBehaviour behaviour;
    behaviour.edition = edition;
    behaviour.kind = CatalogueKind::Recorder;
    behaviour.channels = channels;
    behaviour.pageSize = pageSize;
    return behaviour;
}

static QByteArray query(const QByteArray &cmdType, const QByteArray &rest = {})
{
    return SimulatedSite::body("Query", cmdType, 7, rest);
}

static QByteArray control(const QByteArray &rest)
{
    return SimulatedSite::body("Control", "DeviceControl", 8, rest);
}

static QByteArray ptz(const PtzCommand &command)
{
    return control("<PTZCmd>" + writePtz(command) + "</PTZCmd>");
}

void tst_SimulatedAnswers::elements_data()
{
    QTest::addColumn<bool>("new2022");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QString>("paths");
    const auto row = [](const char *name, bool new2022, const QByteArray &asked, const char *paths) {
        QTest::newRow(name) << new2022 << asked << QStringLiteral("CmdType SN DeviceID ") + QString::fromLatin1(paths);
    };
    row("DeviceInfo", true, query("DeviceInfo"), "DeviceName Result Manufacturer Model Firmware Channel");
    row("DeviceInfo 2016", false, query("DeviceInfo"), "DeviceName Result Manufacturer Model Firmware Channel");
    row("DeviceStatus", true, query("DeviceStatus"),
        "Result Online Status Encode Record DeviceTime Alarmstatus Alarmstatus/Item Alarmstatus/Item/DeviceID "
        "Alarmstatus/Item/DutyStatus");
    row("Alarm", false, query("Alarm"), "Result");
    row("PresetQuery", true, query("PresetQuery"), "SumNum PresetList");
    row("PresetQuery 2016", false, query("PresetQuery"), "PresetList");
    row("PersetQuery", false, query("PersetQuery"), "PresetList");
    row("HomePositionQuery", true, query("HomePositionQuery"),
        "HomePosition HomePosition/Enabled HomePosition/ResetTime HomePosition/PresetIndex");
    row("CruiseTrackListQuery", true, query("CruiseTrackListQuery"), "SumNum");
    row("CruiseTrackQuery", true, query("CruiseTrackQuery", "<Number>1</Number>"), "Number Name SumNum");
    row("PTZPosition", true, query("PTZPosition"),
        "Pan Tilt Zoom HorizontalFieldAngle VerticalFieldAngle MaxViewDistance");
    row("SDCardStatus", true, query("SDCardStatus"),
        "SumNum SDCardStatusInfo SDCardStatusInfo/Item SDCardStatusInfo/Item/ID SDCardStatusInfo/Item/HddName "
        "SDCardStatusInfo/Item/Status SDCardStatusInfo/Item/FormatProgress SDCardStatusInfo/Item/Capacity "
        "SDCardStatusInfo/Item/FreeSpace");
    row("ConfigDownload", true, query("ConfigDownload", "<ConfigType>BasicParam</ConfigType>"),
        "Result BasicParam BasicParam/Name BasicParam/Expiration BasicParam/HeartBeatInterval "
        "BasicParam/HeartBeatCount");
    row("ConfigDownload 2016", false, query("ConfigDownload", "<ConfigType>BasicParam</ConfigType>"),
        "Result BasicParam BasicParam/Name BasicParam/Expiration BasicParam/HeartBeatInterval "
        "BasicParam/HeartBeatCount BasicParam/PositionCapability BasicParam/Longitude BasicParam/Latitude");
    const char item16[] = "SumNum DeviceList DeviceList/Item @DeviceID @Name @Manufacturer @Model @Owner @CivilCode "
                          "@Address @Parental @ParentID @SafetyWay @RegisterWay @Secrecy @IPAddress @Port @Status "
                          "@Longitude @Latitude @Info @Info/PTZType";
    const char item22[] = "SumNum DeviceList DeviceList/Item @DeviceID @Name @Manufacturer @Model @CivilCode @Address "
                          "@Parental @ParentID @RegisterWay @SecurityLevelCode @Secrecy @IPAddress @Port @Status "
                          "@Longitude @Latitude @Info @Info/PTZType @Info/StreamNumberList @Info/GrassrootsCode";
    row("Catalog 2016", false, query("Catalog"), QByteArray(item16).replace('@', "DeviceList/Item/").constData());
    row("Catalog", true, query("Catalog"), QByteArray(item22).replace('@', "DeviceList/Item/").constData());
    row("RecordInfo none", false,
        query("RecordInfo", "<StartTime>2026-03-02T00:00:00</StartTime><EndTime>2026-03-01T00:00:00</EndTime>"),
        "Name SumNum");
    row("RecordCmd", false, control("<RecordCmd>Record</RecordCmd>"), "Result");
    row("DeviceConfig", false,
        SimulatedSite::body("Control", "DeviceConfig", 7, "<BasicParam><Name>x</Name></BasicParam>"), "Result");
    row("Broadcast", false,
        "<Notify><CmdType>Broadcast</CmdType><SN>7</SN><SourceID>34020000002000000001</SourceID>"
        "<TargetID>34020000001370000001</TargetID></Notify>",
        "Result");
}

void tst_SimulatedAnswers::elements()
{
    QFETCH(bool, new2022);
    QFETCH(QByteArray, asked);
    QFETCH(QString, paths);
    SimulatedSite site(new2022 ? SimulatedSite::edition2022() : DeviceBehaviour{});
    const QList<XmlElement> answers = site.registered().answersTo(asked);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(pathsOf(answers.first()), paths);
    const auto question = readXml(asked);
    QCOMPARE(answers.first().textOf(u"CmdType"), question->textOf(u"CmdType"));
    QCOMPARE(answers.first().textOf(u"SN"), question->textOf(u"SN"));
}

/// The "no answer" set of 9.3.1 d, and what an edition does not have.
void tst_SimulatedAnswers::answeredOrNot_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<int>("in2016"); // Responses; -1: SIP refuses
    QTest::addColumn<int>("in2022");
    const auto row = [](const char *element, int in2016, int in2022) {
        QTest::newRow(element) << QByteArray(element) << in2016 << in2022;
    };
    row("<PTZCmd>A50F010180000036</PTZCmd>", 0, 0);
    row("<RecordCmd>Record</RecordCmd>", 1, 1);
    row("<GuardCmd>SetGuard</GuardCmd>", 1, 1);
    row("<AlarmCmd>ResetAlarm</AlarmCmd>", 1, 1);
    row("<IFameCmd>Send</IFameCmd>", 0, 0);
    row("<IFrameCmd>Send</IFrameCmd>", 0, 0);
    row("<DragZoomIn><Length>1920</Length></DragZoomIn>", 0, 0);
    row("<DragZoomOut><Length>1920</Length></DragZoomOut>", 0, 0);
    row("<HomePosition><Enabled>1</Enabled></HomePosition>", 1, 1);
    row("<TeleBoot>Boot</TeleBoot>", 0, 0);
    row("<PTZPreciseCtrl><Pan>1</Pan></PTZPreciseCtrl>", 0, 0);
    row("<TargetTrack>Auto</TargetTrack>", 0, 0);
    row("<DeviceUpgrade><Firmware>x</Firmware></DeviceUpgrade>", 0, 1);
    row("<FormatSDCard>1</FormatSDCard>", 0, 0);
    row("<Nonsense>1</Nonsense>", 0, 0);
}

void tst_SimulatedAnswers::answeredOrNot()
{
    QFETCH(QByteArray, element);
    QFETCH(int, in2016);
    QFETCH(int, in2022);
    for (const bool new2022 : {false, true}) {
        SimulatedSite site(new2022 ? SimulatedSite::edition2022() : DeviceBehaviour{});
        site.registered().ask(control(element));
        const QList<QByteArray> came = site.take();
        QVERIFY(!came.isEmpty());
        QCOMPARE(SimulatedSite::statusOf(came.first()), 200);
        QVERIFY(came.first().endsWith("Content-Length: 0\r\n\r\n")); // 200 has no body
        QCOMPARE(came.size() - 1, new2022 ? in2022 : in2016);
    }
}

void tst_SimulatedAnswers::catalogPages()
{
    SimulatedSite site(recorder(7, 3));
    site.registered().answers = false;
    site.ask(query("Catalog"));
    // The next page waits for the answer to the one before
    QList<QByteArray> came = site.take();
    QCOMPARE(came.size(), 2); // 200, page 1
    site.answers = true;
    const QList<XmlElement> pages = site.answersTo(query("Catalog"));
    QCOMPARE(pages.size(), 3);
    QStringList ids;
    for (const XmlElement &page : pages) {
        QCOMPARE(page.textOf(u"SumNum"), QStringLiteral("7"));
        const XmlElement *const list = page.child(u"DeviceList");
        QCOMPARE(list->attributes.first().second, QString::number(list->children.size()));
        for (const XmlElement &item : list->children)
            ids << item.textOf(u"DeviceID");
    }
    QCOMPARE(ids.size(), 7);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 7);
    QCOMPARE(ids.first(), QStringLiteral("34020000001310000001"));
    // A channel has itself; what is none of its IDs is not found
    QCOMPARE(site.answersTo(SimulatedSite::body("Query", "Catalog", 9, {}, "34020000001310000007")).size(), 1);
    site.take();
    site.ask(SimulatedSite::body("Query", "Catalog", 9, {}, "34020000001310000008"));
    QCOMPARE(SimulatedSite::statusOf(site.take().first()), 404);
}

void tst_SimulatedAnswers::catalogOfAPlatform()
{
    DeviceBehaviour behaviour = recorder(70, 10);
    behaviour.kind = CatalogueKind::Platform;
    SimulatedSite site(behaviour);
    site.registered();
    const auto itemsOf = [&](const QByteArray &id) {
        QList<XmlElement> items;
        for (const XmlElement &page : site.answersTo(SimulatedSite::body("Query", "Catalog", 3, {}, id)))
            items += page.child(u"DeviceList")->children;
        return items;
    };
    const QList<XmlElement> all = itemsOf(SimulatedSite::deviceId.toLatin1());
    QCOMPARE(all.size(), 3 + 1 + 3 + 70);
    QHash<QString, XmlElement> byId;
    for (const XmlElement &item : all)
        byId.insert(item.textOf(u"DeviceID"), item);
    QCOMPARE(byId.size(), all.size());
    QVERIFY(byId.contains(QStringLiteral("34")) && byId.contains(QStringLiteral("3402"))
        && byId.contains(QStringLiteral("340200")));
    const XmlElement group = byId.value(QStringLiteral("34020000002150000001"));
    QCOMPARE(group.textOf(u"ParentID"), SimulatedSite::deviceId);
    const XmlElement folder = byId.value(QStringLiteral("34020000002160000002"));
    QCOMPARE(folder.textOf(u"BusinessGroupID"), group.textOf(u"DeviceID"));
    QVERIFY(!folder.child(u"ParentID")); // absent at the top
    const XmlElement channel = byId.value(QStringLiteral("34020000001310000033"));
    QCOMPARE(channel.textOf(u"ParentID"), folder.textOf(u"DeviceID"));
    QCOMPARE(channel.textOf(u"BusinessGroupID"), group.textOf(u"DeviceID"));
    QCOMPARE(channel.textOf(u"CivilCode"), QStringLiteral("340200"));
    QCOMPARE(itemsOf("34020000002160000003").size(), 6); // the last folder has the rest
    QCOMPARE(itemsOf("34020000002150000001").size(), 73);
    QCOMPARE(itemsOf("3402").size(), all.size() - 1);
}

void tst_SimulatedAnswers::catalogOfTenThousand()
{
    SimulatedSite site(recorder(10'000, 100));
    QSet<QString> ids;
    const QList<XmlElement> pages = site.registered().answersTo(query("Catalog"));
    QCOMPARE(pages.size(), 100);
    for (const XmlElement &page : pages) {
        for (const XmlElement &item : page.child(u"DeviceList")->children)
            ids.insert(item.textOf(u"DeviceID"));
    }
    QCOMPARE(ids.size(), 10'000);
    QVERIFY(site.sim().transactions().size() <= SimulatedDevice::limits.transactions);
}

void tst_SimulatedAnswers::statusFollowsState()
{
    DeviceBehaviour behaviour = recorder(4);
    behaviour.alarmInputs = 2;
    behaviour.offlineEvery = 2;
    SimulatedSite site(behaviour);
    site.registered();
    const auto status = [&](const QByteArray &id) {
        return site.answersTo(SimulatedSite::body("Query", "DeviceStatus", 3, {}, id)).first();
    };
    QCOMPARE(status("34020000001310000002").textOf(u"Online"), QStringLiteral("OFFLINE"));
    QVERIFY(status("34020000001310000002").child(u"Reason"));
    QCOMPARE(status("34020000001310000001").textOf(u"Online"), QStringLiteral("ONLINE"));
    const QByteArray channel = "34020000001310000001", input = "34020000001340000002";
    site.ask(SimulatedSite::body("Control", "DeviceControl", 4, "<RecordCmd>Record</RecordCmd>", channel));
    QCOMPARE(status(channel).textOf(u"Record"), QStringLiteral("ON"));
    site.ask(SimulatedSite::body("Control", "DeviceControl", 4, "<RecordCmd>StopRecord</RecordCmd>", channel));
    QCOMPARE(status(channel).textOf(u"Record"), QStringLiteral("OFF"));
    site.ask(SimulatedSite::body("Control", "DeviceControl", 4, "<GuardCmd>SetGuard</GuardCmd>", input));
    const XmlElement duties = *status(SimulatedSite::deviceId.toLatin1()).child(u"Alarmstatus");
    QCOMPARE(duties.attributes.first().first, QStringLiteral("num")); // of 2016
    QCOMPARE(duties.children.size(), 2);
    QCOMPARE(duties.children.at(1).textOf(u"DutyStatus"), QStringLiteral("ONDUTY"));
}

void tst_SimulatedAnswers::clockIsTheDevices()
{
    DeviceBehaviour behaviour;
    behaviour.clockOffset = -90;
    SimulatedSite site(behaviour);
    const auto time = [&] { return site.answersTo(query("DeviceStatus")).first().textOf(u"DeviceTime"); };
    site.registered();
    QCOMPARE(time(), QStringLiteral("2026-03-02T07:58:30")); // Beijing, a minute and a half late
    site.wait(1min);
    QCOMPARE(time(), QStringLiteral("2026-03-02T07:59:30"));
    SimulatedSite set(behaviour);
    set.date = "2026-03-02T08:00:10.250";
    set.registered();
    QCOMPARE(set.answersTo(query("DeviceStatus")).first().textOf(u"DeviceTime"), QStringLiteral("2026-03-02T08:00:10"));
}

void tst_SimulatedAnswers::records()
{
    SimulatedSite site;
    site.registered().wait(24h);
    const auto itemsOf = [&](const QByteArray &rest) {
        QList<XmlElement> items;
        qsizetype sum = -1;
        for (const XmlElement &page : site.answersTo(query("RecordInfo", rest))) {
            sum = page.textOf(u"SumNum").toInt();
            if (const XmlElement *const list = page.child(u"RecordList"))
                items += list->children;
        }
        [&] { QCOMPARE(items.size(), sum); }();
        return items;
    };
    const QByteArray span = "<StartTime>2026-03-02T10:00:00</StartTime><EndTime>2026-03-02T16:00:00</EndTime>";
    const QList<XmlElement> all = itemsOf(span + "<Secrecy>0</Secrecy><Type>all</Type>");
    QCOMPARE(all.size(), 12);
    QCOMPARE(all.first().textOf(u"StartTime"), QStringLiteral("2026-03-02T10:00:00"));
    QCOMPARE(all.first().textOf(u"EndTime"), QStringLiteral("2026-03-02T10:30:00"));
    QCOMPARE(pathsOf(all.first()),
        QStringLiteral("DeviceID Name FilePath Address StartTime EndTime Secrecy Type RecorderID FileSize"));
    const QList<XmlElement> alarms = itemsOf(span + "<Type>alarm</Type>");
    QCOMPARE(alarms.size(), 3);
    for (const XmlElement &item : alarms)
        QCOMPARE(item.textOf(u"Type"), QStringLiteral("alarm"));
    QCOMPARE(itemsOf(span + "<Type>manual</Type>").size(), 0);
    // Nothing is recorded of what is to come; and no more than it says is told of a long time
    QCOMPARE(itemsOf("<StartTime>2026-03-04T00:00:00</StartTime><EndTime>2026-03-05T00:00:00</EndTime>").size(), 0);
    QCOMPARE(itemsOf("<StartTime>1999-01-01T00:00:00</StartTime><EndTime>2026-03-02T00:00:00</EndTime>").size(), 500);
    QCOMPARE(itemsOf("<StartTime>x</StartTime><EndTime>y</EndTime>").size(), 0);
    DeviceBehaviour dahua;
    dahua.typeNeeded = true;
    SimulatedSite picky(dahua);
    QCOMPARE(picky.registered().answersTo(query("RecordInfo", span)).size(), 0);
}

void tst_SimulatedAnswers::presetsAreSetCalledAndDeleted()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    site.ask(ptz({.action = PtzAction::Move, .pan = 1, .panSpeed = 255}));
    site.wait(1s);
    site.ask(ptz({.action = PtzAction::Stop}));
    site.ask(control("<PTZCmd>" + writePtz({.action = PtzAction::PresetSet, .preset = 5})
        + "</PTZCmd><PTZCmdParams><PresetName>Gate</PresetName></PTZCmdParams>"));
    const XmlElement list = site.answersTo(query("PresetQuery")).first();
    QCOMPARE(list.textOf(u"SumNum"), QStringLiteral("1"));
    QCOMPARE(list.child(u"PresetList")->children.first().textOf(u"PresetID"), QStringLiteral("5"));
    QCOMPARE(list.child(u"PresetList")->children.first().textOf(u"PresetName"), QStringLiteral("Gate"));
    site.ask(ptz({.action = PtzAction::Move, .pan = -1, .panSpeed = 255}));
    site.wait(500ms);
    site.ask(ptz({.action = PtzAction::PresetCall, .preset = 5}));
    site.wait(5s);
    QCOMPARE(site.answersTo(query("PTZPosition")).first().textOf(u"Pan"), QStringLiteral("120.00"));
    site.ask(ptz({.action = PtzAction::PresetDelete, .preset = 5}));
    QCOMPARE(site.answersTo(query("PresetQuery")).first().textOf(u"SumNum"), QStringLiteral("0"));
    for (int preset = 1; preset < 256; ++preset)
        site.ask(ptz({.action = PtzAction::PresetSet, .preset = preset}));
    QCOMPARE(site.answersTo(query("PresetQuery")).first().child(u"PresetList")->children.size(), 255);
}

void tst_SimulatedAnswers::cruisesRunFromPointToPoint()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    PtzHead &head = site.sim().model().unit(SimulatedSite::deviceId)->head;
    const auto obey = [&](const PtzCommand &command) { site.ask(ptz(command)); };
    obey({.action = PtzAction::PresetSet, .preset = 1});
    head.moveTo(90, 30, 2, site.now());
    site.wait(10s);
    obey({.action = PtzAction::PresetSet, .preset = 2});
    obey({.action = PtzAction::CruiseAdd, .preset = 1, .group = 3});
    obey({.action = PtzAction::CruiseAdd, .preset = 2, .group = 3});
    obey({.action = PtzAction::CruiseDwell, .group = 3, .value = 5});
    obey({.action = PtzAction::CruiseSpeed, .group = 3, .value = 15});
    const XmlElement list = site.answersTo(query("CruiseTrackListQuery")).first();
    QCOMPARE(list.child(u"CruiseTrackList")->children.first().textOf(u"Number"), QStringLiteral("3"));
    const XmlElement track = site.answersTo(query("CruiseTrackQuery", "<Number>3</Number>")).first();
    QCOMPARE(track.textOf(u"SumNum"), QStringLiteral("2"));
    QCOMPARE(track.child(u"CruisePointList")->children.at(1).textOf(u"PresetIndex"), QStringLiteral("2"));
    QCOMPARE(track.child(u"CruisePointList")->children.at(1).textOf(u"StayTime"), QStringLiteral("5"));
    obey({.action = PtzAction::CruiseStart, .group = 3});
    site.wait(3s); // 90 degrees take 0.75 s; then it stays
    QCOMPARE(head.position(site.now()).pan, 0.0);
    site.wait(4s);
    QCOMPARE(head.position(site.now()).pan, 90.0);
    QVERIFY(head.isMoving(site.now()));
    obey({.action = PtzAction::Stop});
    QVERIFY(!head.isMoving(site.now()));
    obey({.action = PtzAction::CruiseDeleteAll, .group = 3});
    QVERIFY(head.cruises().empty());
    // A scan goes to and fro
    obey({.action = PtzAction::ScanLeft, .group = 1});
    head.moveTo(150, {}, {}, site.now());
    site.wait(5s);
    obey({.action = PtzAction::ScanRight, .group = 1});
    obey({.action = PtzAction::ScanSpeed, .group = 1, .value = 255});
    obey({.action = PtzAction::ScanStart, .group = 1});
    site.wait(250ms);
    const double pan = head.position(site.now()).pan;
    QVERIFY2(pan > 90 && pan < 150, qPrintable(QString::number(pan)));
}

void tst_SimulatedAnswers::aDomeMovesUntilItIsStopped()
{
    SimulatedSite site;
    site.registered();
    PtzHead &head = site.sim().model().unit(SimulatedSite::deviceId)->head;
    site.ask(ptz(
        {.action = PtzAction::Move, .pan = 1, .tilt = 1, .zoom = 1, .panSpeed = 51, .tiltSpeed = 51, .zoomSpeed = 3}));
    site.wait(1s);
    const PtzPosition is = head.position(site.now());
    QCOMPARE(is.pan, 24.0);   // a fifth of 120 degrees a second
    QCOMPARE(is.tilt, -12.0); // up is smaller
    QVERIFY(is.zoom > 2.5 && is.zoom < 2.7);
    site.wait(1h);
    QCOMPARE(head.position(site.now()).tilt, -30.0);
    site.ask(ptz({.action = PtzAction::Stop}));
    const PtzPosition stopped = head.position(site.now());
    site.wait(1min);
    QVERIFY(head.position(site.now()) == stopped);
    // What is broken moves nothing
    site.ask(control("<PTZCmd>A50F010180000037</PTZCmd>"));
    site.ask(control("<PTZCmd>A50F0103800000B8</PTZCmd>"));
    QVERIFY(!head.isMoving(site.now()));
    site.ask(ptz({.action = PtzAction::FocusIris, .focus = 1, .iris = -1, .focusSpeed = 255, .irisSpeed = 255}));
    site.wait(2s);
    head.position(site.now());
    QCOMPARE(head.focus(), 1.0);
    QCOMPARE(head.iris(), 0.0);
    site.ask(ptz({.action = PtzAction::AuxOn, .group = 1}));
    QVERIFY(head.isOn(1) && !head.isOn(2));
    site.ask(ptz({.action = PtzAction::AuxOff, .group = 1}));
    QVERIFY(!head.isOn(1));
}

void tst_SimulatedAnswers::homePosition()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    PtzHead &head = site.sim().model().unit(SimulatedSite::deviceId)->head;
    site.ask(ptz({.action = PtzAction::PresetSet, .preset = 3}));
    const auto answer = site.answersTo(control(
        "<HomePosition><Enabled>1</Enabled><ResetTime>120</ResetTime><PresetIndex>3</PresetIndex></HomePosition>"));
    QCOMPARE(answer.first().textOf(u"Result"), QStringLiteral("OK"));
    const XmlElement told = *site.answersTo(query("HomePositionQuery")).first().child(u"HomePosition");
    QCOMPARE(
        told.textOf(u"Enabled") + told.textOf(u"ResetTime") + told.textOf(u"PresetIndex"), QStringLiteral("11203"));
    site.ask(ptz({.action = PtzAction::Move, .pan = 1, .panSpeed = 100}));
    site.wait(1s);
    site.ask(ptz({.action = PtzAction::Stop}));
    QVERIFY(head.position(site.now()).pan > 0);
    site.wait(119s);
    QVERIFY(head.position(site.now()).pan > 0);
    site.wait(1s);
    head.position(site.now());
    site.wait(10s);
    QCOMPARE(head.position(site.now()).pan, 0.0);
    QCOMPARE(site.answersTo(control("<HomePosition><Enabled>1</Enabled><PresetIndex>256</PresetIndex></HomePosition>"))
                 .first()
                 .textOf(u"Result"),
        QStringLiteral("ERROR"));
}

void tst_SimulatedAnswers::preciseAndDrag()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    site.ask(control("<PTZPreciseCtrl><Pan>128.50</Pan><Tilt>-12.00</Tilt><Zoom>4.00</Zoom></PTZPreciseCtrl>"));
    site.wait(5s);
    XmlElement is = site.answersTo(query("PTZPosition")).first();
    QCOMPARE(is.textOf(u"Pan"), QStringLiteral("128.50"));
    QCOMPARE(is.textOf(u"Tilt"), QStringLiteral("-12.00"));
    QCOMPARE(is.textOf(u"Zoom"), QStringLiteral("4.00"));
    const QByteArray area
        = "<Length>1920</Length><Width>1080</Width><MidPointX>1440</MidPointX><MidPointY>540</MidPointY>"
          "<LengthX>960</LengthX><LengthY>540</LengthY>";
    site.ask(control("<DragZoomIn>" + area + "</DragZoomIn>"));
    site.wait(5s);
    is = site.answersTo(query("PTZPosition")).first();
    QCOMPARE(is.textOf(u"Zoom"), QStringLiteral("8.00"));
    QCOMPARE(is.textOf(u"Pan"), QStringLiteral("132.25")); // a quarter of 15 degrees to the right
    site.ask(control("<DragZoomOut>" + area + "</DragZoomOut>"));
    site.wait(5s);
    QCOMPARE(site.answersTo(query("PTZPosition")).first().textOf(u"Zoom"), QStringLiteral("4.00"));
    site.ask(control("<PTZPreciseCtrl><Pan>nan</Pan><Zoom>1e308</Zoom></PTZPreciseCtrl>"));
    site.wait(1min);
    QCOMPARE(site.answersTo(query("PTZPosition")).first().textOf(u"Zoom"), QStringLiteral("32.00"));
}

void tst_SimulatedAnswers::targetTrack()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    UnitState &unit = *site.sim().model().unit(SimulatedSite::deviceId);
    site.ask(control("<TargetTrack>Auto</TargetTrack>"));
    QVERIFY(unit.track == UnitState::Track::Auto && unit.head.isMoving(site.now()));
    site.ask(control("<TargetTrack>Manual</TargetTrack>")); // where?
    QVERIFY(unit.track == UnitState::Track::Auto);
    site.ask(control("<TargetTrack>Stop</TargetTrack>"));
    QVERIFY(unit.track == UnitState::Track::Stop && !unit.head.isMoving(site.now()));
}

void tst_SimulatedAnswers::configOfEachType_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("in2016");
    const auto row = [](const char *asked, const char *element, bool in2016 = false) {
        QTest::newRow(asked) << QByteArray(element) << QString::fromLatin1(asked) << in2016;
    };
    row("SVACEncodeConfig", "<SVACEncodeConfig><ROIParam><ROIFlag>1</ROIFlag></ROIParam></SVACEncodeConfig>", true);
    row("SVACDecodeConfig", "<SVACDecodeConfig><SVCParam><SVCSTMMode>2</SVCSTMMode></SVCParam></SVACDecodeConfig>",
        true);
    row("VideoParamAttribute",
        "<VideoParamAttribute "
        "Num=\"1\"><Item><StreamNumber>1</StreamNumber><VideoFormat>5</VideoFormat></Item></VideoParamAttribute>");
    row("VideoRecordPlan", "<VideoRecordPlan><RecordEnable>0</RecordEnable></VideoRecordPlan>");
    row("VideoAlarmRecord", "<VideoAlarmRecord><RecordEnable>0</RecordEnable></VideoAlarmRecord>");
    row("PictureMask",
        "<PictureMask><On>1</On><SumNum>1</SumNum><RegionList "
        "Num=\"1\"><Item><Seq>1</Seq><Point>20,30,220,180</Point></Item></RegionList></PictureMask>");
    row("FrameMirror", "<FrameMirror>3</FrameMirror>");
    row("AlarmReport",
        "<AlarmReport><MotionDetection>0</MotionDetection><FieldDetection>1</FieldDetection></AlarmReport>");
    row("OSDConfig",
        "<OSDConfig><Length>704</Length><Width>576</Width><Item><Text>Gate &amp; 11</Text></Item></OSDConfig>");
}

void tst_SimulatedAnswers::configOfEachType()
{
    QFETCH(QByteArray, element);
    QFETCH(QString, asked);
    QFETCH(bool, in2016);
    const QByteArray set = SimulatedSite::body("Control", "DeviceConfig", 32, element);
    const QByteArray read = query("ConfigDownload", "<ConfigType>" + asked.toLatin1() + "</ConfigType>");
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    QVERIFY(site.answersTo(read).first().child(asked)); // as it came from the factory
    QCOMPARE(site.answersTo(set).first().textOf(u"Result"), QStringLiteral("OK"));
    const XmlElement told = site.answersTo(read).first();
    QVERIFY(*told.child(asked) == *readXml(element));
    SimulatedSite old;
    QCOMPARE(old.registered().answersTo(set).first().textOf(u"Result") == u"OK", in2016);
    QCOMPARE(old.answersTo(read).first().child(asked) != nullptr, in2016);
}

void tst_SimulatedAnswers::configDownloadOfSeveral()
{
    SimulatedSite site(SimulatedSite::edition2022());
    const QList<XmlElement> answers = site.registered().answersTo(
        query("ConfigDownload", "<ConfigType>BasicParam/VideoParamOpt/Nonsense/SnapShotConfig</ConfigType>"));
    QCOMPARE(answers.size(), 4); // one of each type, all of one SN
    QVERIFY(answers.at(0).child(u"BasicParam") && answers.at(1).child(u"VideoParamOpt"));
    QCOMPARE(answers.at(2).children.size(), 4); // "not supported" cannot be said
    QVERIFY(answers.at(3).child(u"SnapShot"));
    for (const XmlElement &answer : answers)
        QCOMPARE(answer.textOf(u"SN"), QStringLiteral("7"));
    QCOMPARE(site.answersTo(query("ConfigDownload")).first().textOf(u"Result"), QStringLiteral("ERROR"));
    // Read only
    QCOMPARE(
        site.answersTo(SimulatedSite::body("Control", "DeviceConfig", 3, "<VideoParamOpt/>")).first().textOf(u"Result"),
        QStringLiteral("ERROR"));
}

void tst_SimulatedAnswers::basicParamIsObeyed()
{
    SimulatedSite site;
    site.registered();
    const auto answer = site.answersTo(SimulatedSite::body("Control", "DeviceConfig", 3,
        "<BasicParam><Name>Gate</Name><HeartBeatInterval>20</HeartBeatInterval><HeartBeatCount>5</HeartBeatCount></"
        "BasicParam>"));
    QCOMPARE(answer.first().textOf(u"Result"), QStringLiteral("OK"));
    const XmlElement told
        = *site.answersTo(query("ConfigDownload", "<ConfigType>BasicParam</ConfigType>")).first().child(u"BasicParam");
    QCOMPARE(told.textOf(u"Name") + u' ' + told.textOf(u"HeartBeatInterval") + u' ' + told.textOf(u"HeartBeatCount"),
        QStringLiteral("Gate 20 5"));
    QCOMPARE(site.answersTo(query("DeviceInfo")).first().textOf(u"DeviceName"), QStringLiteral("Gate"));
    const int before = site.sim().heartbeats();
    site.wait(12s); // the one that was due
    site.wait(100s);
    QCOMPARE(site.sim().heartbeats() - before, 6);
    // A new Expiration is registered at once
    site.take();
    site.ask(
        SimulatedSite::body("Control", "DeviceConfig", 3, "<BasicParam><Expiration>600</Expiration></BasicParam>"));
    site.wait(0s);
    QByteArray all;
    for (const QByteArray &octets : site.take())
        all += octets;
    QVERIFY(all.contains("Expires: 600"));
    DeviceBehaviour dahua;
    dahua.basicParam = Addressee::Device;
    SimulatedSite picky(dahua);
    picky.registered();
    QCOMPARE(picky
                 .answersTo(SimulatedSite::body(
                     "Control", "DeviceConfig", 3, "<BasicParam><Name>x</Name></BasicParam>", "34020000001310000001"))
                 .first()
                 .textOf(u"Result"),
        QStringLiteral("ERROR"));
}

void tst_SimulatedAnswers::configIsBounded()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    int refused = 0;
    for (int round = 0; round < 40; ++round) {
        const QByteArray element = "<BasicParam><Extra" + QByteArray::number(round) + '>' + QByteArray(2000, 'x')
            + "</Extra" + QByteArray::number(round) + "></BasicParam>";
        const auto answer = site.answersTo(SimulatedSite::body("Control", "DeviceConfig", 3, element));
        refused += answer.first().textOf(u"Result") == u"ERROR" ? 1 : 0;
    }
    QVERIFY(refused > 20);
    QVERIFY(site.sim().model().unit(SimulatedSite::deviceId)->configs.size() <= DeviceConfigs::maxOctets);
}

/// Uploads that are taken at once.
class TakenPictures final : public PictureLines
{
public:
    std::unique_ptr<PictureLine> upload(const QString &url, const QByteArray &body, const QString &name) override
    {
        class Line final : public PictureLine
        {
            State state() const override { return State::Taken; }
        };
        uploads.append(url + u' ' + name);
        bodies.append(body);
        return std::make_unique<Line>();
    }
    QStringList uploads;
    QList<QByteArray> bodies;
};

void tst_SimulatedAnswers::snapShot()
{
    TakenPictures pictures;
    SimulatedSite site(SimulatedSite::edition2022());
    site.pictures = &pictures;
    site.registered();
    const QByteArray config
        = "<SnapNum>2</SnapNum><Interval>1</Interval><UploadURL>http://10.0.0.1:8080/snap</UploadURL>"
          "<SessionID>snap-20260302-0001-bbbbbbbbbbbbbbbb</SessionID>";
    const auto answer = site.answersTo(
        SimulatedSite::body("Control", "DeviceConfig", 3, "<SnapShotConfig>" + config + "</SnapShotConfig>"));
    QCOMPARE(answer.first().textOf(u"Result"), QStringLiteral("OK"));
    const XmlElement told = site.answersTo(query("ConfigDownload", "<ConfigType>SnapShotConfig</ConfigType>")).first();
    QVERIFY(pictures.uploads.isEmpty());
    site.wait(1s);
    QCOMPARE(pictures.uploads.size(), 1);
    site.wait(4s);
    QCOMPARE(pictures.uploads.size(), 2); // one an Interval
    QCOMPARE(pictures.uploads[0].section(u' ', 0, 0), QStringLiteral("http://10.0.0.1:8080/snap"));
    static const QRegularExpression name(QStringLiteral("^34020000001180000001022026\\d{13}0[12]\\.jpg$"));
    for (const QString &one : std::as_const(pictures.uploads))
        QVERIFY2(name.match(one.section(u' ', 1)).hasMatch(), qPrintable(one));
    const QList<XmlElement> finished = site.takeBodies("Notify");
    const auto isFinish = [](const XmlElement &one) { return one.textOf(u"CmdType") == u"UploadSnapShotFinished"; };
    const auto found = std::find_if(finished.begin(), finished.end(), isFinish);
    QVERIFY(found != finished.end());
    QCOMPARE(found->textOf(u"SessionID"), QStringLiteral("snap-20260302-0001-bbbbbbbbbbbbbbbb"));
    QCOMPARE(found->child(u"SnapShotList")->children.size(), 2);
    QCOMPARE(found->child(u"SnapShotList")->children[0].text + u".jpg", pictures.uploads[0].section(u' ', 1));
    const auto refused = [&](const char *wrong) {
        return site
            .answersTo(SimulatedSite::body(
                "Control", "DeviceConfig", 4, QByteArray("<SnapShotConfig>") + wrong + "</SnapShotConfig>"))
            .first()
            .textOf(u"Result");
    };
    QCOMPARE(refused("<SnapNum>11</SnapNum><UploadURL>http://10.0.0.1/</UploadURL><SessionID>snap-20260302-0001-"
                     "bbbbbbbbbbbbbbbb</SessionID>"),
        QStringLiteral("ERROR"));
    QCOMPARE(refused("<SnapNum>1</SnapNum><UploadURL>http://10.0.0.1/</UploadURL><SessionID>1</SessionID>"),
        QStringLiteral("ERROR"));
    QCOMPARE(told.child(u"SnapShot")->textOf(u"SnapNum"), QStringLiteral("2"));
}

void tst_SimulatedAnswers::upgrade()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    const auto order = [](const char *maker) {
        return control(
            QByteArray("<DeviceUpgrade><Firmware>V5.8.1</Firmware><FileURL>http://10.0.0.1/fw</FileURL><Manufacturer>")
            + maker + "</Manufacturer><SessionID>upg-20260302-0001-aaaaaaaaaaaaaaaaa</SessionID></DeviceUpgrade>");
    };
    QCOMPARE(site.answersTo(order("gbscope")).first().textOf(u"Result"), QStringLiteral("OK"));
    QVERIFY(site.takeBodies("Notify").isEmpty());
    site.wait(10s);
    const auto isResult = [](const XmlElement &one) { return one.textOf(u"CmdType") == u"DeviceUpgradeResult"; };
    QList<XmlElement> told = site.takeBodies("Notify");
    const auto found = std::find_if(told.begin(), told.end(), isResult);
    QVERIFY(found != told.end());
    QCOMPARE(pathsOf(*found), QStringLiteral("CmdType SN DeviceID SessionID UpgradeResult Firmware"));
    QCOMPARE(site.answersTo(query("DeviceInfo")).first().textOf(u"Firmware"), QStringLiteral("V5.8.1"));
    site.ask(order("another"));
    site.wait(10s);
    told = site.takeBodies("Notify");
    QCOMPARE(std::find_if(told.begin(), told.end(), isResult)->textOf(u"UpgradeFailedReason"), QStringLiteral("02"));
}

void tst_SimulatedAnswers::formatCard()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    const auto card = [&] {
        return site.answersTo(query("SDCardStatus")).first().child(u"SDCardStatusInfo")->children.first();
    };
    QCOMPARE(card().textOf(u"Status"), QStringLiteral("ok"));
    site.ask(control("<FormatSDCard>7</FormatSDCard>"));
    QCOMPARE(card().textOf(u"Status"), QStringLiteral("ok"));
    site.ask(control("<FormatSDCard>1</FormatSDCard>"));
    site.wait(10s);
    QCOMPARE(card().textOf(u"Status"), QStringLiteral("formatting"));
    QCOMPARE(card().textOf(u"FormatProgress"), QStringLiteral("50"));
    site.wait(10s);
    QCOMPARE(card().textOf(u"Status"), QStringLiteral("ok"));
    QCOMPARE(card().textOf(u"FreeSpace"), card().textOf(u"Capacity"));
}

void tst_SimulatedAnswers::unknownCommands()
{
    for (const auto &[habit, status, responses] : {std::tuple{UnknownCommand::Silent, 200, 0},
             {UnknownCommand::Error, 200, 1}, {UnknownCommand::Refuse, 400, 0}}) {
        DeviceBehaviour behaviour;
        behaviour.unknown = habit;
        SimulatedSite site(behaviour);
        site.registered().ask(query("PTZPosition")); // of 2022
        const QList<QByteArray> came = site.take();
        QCOMPARE(SimulatedSite::statusOf(came.first()), status);
        QCOMPARE(came.size() - 1, responses);
    }
}

void tst_SimulatedAnswers::orderAndNamesOfAVendor()
{
    DeviceBehaviour behaviour;
    behaviour.order.insert(QStringLiteral("DeviceInfo"), {QStringLiteral("Result")});
    behaviour.elements.insert(QStringLiteral("BasicParam"), QStringLiteral("Basic"));
    behaviour.oldInfo = behaviour.oldBasic = true;
    SimulatedSite site(behaviour);
    QCOMPARE(pathsOf(site.registered().answersTo(query("DeviceInfo")).first()),
        QStringLiteral(
            "CmdType SN DeviceID Result DeviceName DeviceType Manufacturer Model Firmware MaxCamera MaxAlarm"));
    const XmlElement told = site.answersTo(query("ConfigDownload", "<ConfigType>BasicParam</ConfigType>")).first();
    QVERIFY(told.child(u"Basic") && told.child(u"Basic")->child(u"SIPServerID"));
    QVERIFY(told.child(u"Basic")->textOf(u"Password") != u"12345678"); // never the one that it registers with
}

void tst_SimulatedAnswers::charsets()
{
    for (const char *const charset : {"GB2312", "GB18030", "UTF-8"}) {
        DeviceBehaviour behaviour;
        behaviour.charset = QString::fromLatin1(charset);
        SimulatedSite site(behaviour);
        site.registered().ask(query("DeviceInfo"));
        const QList<QByteArray> came = site.take();
        const SipHead head = scanHead(view(came.at(1)));
        QVERIFY(head.body.starts_with("<?xml version=\"1.0\" encoding=\"" + std::string(charset)));
        const DecodedText text = decodeBody(bytes(head.body));
        QVERIFY(!text.wrongDeclaration && !text.invalid);
        QVERIFY(text.text.contains(QStringLiteral("\u6444\u50cf\u673a")));
    }
}

QTEST_APPLESS_MAIN(tst_SimulatedAnswers)
#include "tst_simulatedanswers.moc"
