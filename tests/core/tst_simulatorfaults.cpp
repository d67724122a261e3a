#include "tests/support/simulatedsite.h"

#include "core/simulator/behaviourfile.h"
#include "core/simulator/faults.h"
#include "core/simulator/media/mediafaults.h"

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What each fault does to an answer, and habits from files.
class tst_SimulatorFaults : public QObject
{
    Q_OBJECT
private slots:
    void everyFaultHasARow();
    void sipFaults_data();
    void sipFaults();
    void lostAndDelayed();
    void pages_data();
    void pages();
    void bodies();
    void pictures();
    void endlessPages();
    void forOneCommandAlone();
    void presets_data();
    void presets();
    void habitsOfVendors();
    void files_data();
    void files();
    void filesThatAreRead();
};

static QSet<QString> s_tested;

static DeviceBehaviour with(const QStringList &faults, int channels = 10, int pageSize = 3)
{
    for (const QString &fault : faults)
        s_tested.insert(fault);
    DeviceBehaviour behaviour;
    behaviour.kind = CatalogueKind::Recorder;
    behaviour.channels = channels;
    behaviour.pageSize = pageSize;
    behaviour.faults = faults;
    return behaviour;
}

static DeviceBehaviour with(const char *fault)
{
    return with(QStringList{QString::fromLatin1(fault)});
}

static const QByteArray info = SimulatedSite::body("Query", "DeviceInfo", 7);
static const QByteArray catalog = SimulatedSite::body("Query", "Catalog", 7);

void tst_SimulatorFaults::everyFaultHasARow()
{
    QVERIFY(faultNames().size() >= 24);
    QVERIFY(isFault(QStringLiteral("drop")) && isFault(QStringLiteral("page-missing@Catalog")));
    for (const char *const none : {"", "Drop", "@", "drop@", "@Catalog", "nosuch@Catalog"})
        QVERIFY2(!isFault(QString::fromLatin1(none)), none);
    QVERIFY(!isFault(QStringLiteral("drop@") + QString(100, u'x')));
}

void tst_SimulatorFaults::sipFaults_data()
{
    QTest::addColumn<int>("status"); // 0: none comes
    QTest::addColumn<int>("responses");
    const auto row = [](const char *fault, int status, int responses) { QTest::newRow(fault) << status << responses; };
    row("no-response", 200, 0);
    row("no-sip-answer", 0, 1);
    row("nothing", 0, 0);
    row("duplicate", 200, 2);
    row("status-403", 403, 0);
    row("status-404", 404, 0);
    row("status-486", 486, 0);
    row("status-500", 500, 0);
    row("status-503", 503, 0);
}

void tst_SimulatorFaults::sipFaults()
{
    QFETCH(int, status);
    QFETCH(int, responses);
    SimulatedSite site(with(QTest::currentDataTag()));
    site.registered().ask(info);
    int came = 0, bodies = 0;
    for (const QByteArray &octets : site.take()) {
        came = std::max(came, SimulatedSite::statusOf(octets));
        bodies += octets.contains("<Response>") ? 1 : 0;
    }
    QCOMPARE(came, status);
    QCOMPARE(bodies, responses);
    // A repeat finds the same: nothing more than it had, but for what says nothing at all
    site.repeat();
    for (const QByteArray &octets : site.take())
        QCOMPARE(SimulatedSite::statusOf(octets), status);
    site.wait(40s);
    QCOMPARE(site.sim().letters(), 0U);
}

void tst_SimulatorFaults::lostAndDelayed()
{
    SimulatedSite drop(with("drop"));
    drop.registered().ask(info); // as if the network had lost it
    QVERIFY(drop.take().isEmpty());
    drop.repeat();
    QCOMPARE(drop.take().size(), 2);
    SimulatedSite late(with("delay"));
    late.registered().ask(info);
    QCOMPARE(late.take().size(), 1);
    late.wait(2900ms);
    QVERIFY(late.takeBodies().isEmpty());
    late.wait(200ms);
    QCOMPARE(late.takeBodies().size(), 1);
    SimulatedSite slow(with("delay-sip"));
    slow.registered().ask(info);
    QList<QByteArray> came = slow.take();
    QCOMPARE(came.size(), 1); // the Response overtakes
    QVERIFY(came.first().contains("<Response>"));
    slow.repeat();
    QVERIFY(slow.take().isEmpty());
    slow.wait(3s);
    came = slow.take();
    QCOMPARE(came.size(), 1);
    QCOMPARE(SimulatedSite::statusOf(came.first()), 200);
}

void tst_SimulatorFaults::pages_data()
{
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("different"); // IDs
    QTest::addColumn<QString>("sumNum");
    const auto row = [](const char *fault, int pages, int different, const char *sumNum) {
        QTest::newRow(fault) << pages << different << QString::fromLatin1(sumNum);
    };
    row("page-missing", 3, 7, "10");
    row("page-twice", 5, 10, "10");
    row("sum-num-wrong", 4, 10, "11");
    row("sum-num-huge", 4, 10, "300000010");
    row("duplicate", 8, 10, "10");
}

void tst_SimulatorFaults::pages()
{
    QFETCH(int, pages);
    QFETCH(int, different);
    QFETCH(QString, sumNum);
    SimulatedSite site(with(QTest::currentDataTag()));
    const QList<XmlElement> came = site.registered().answersTo(catalog);
    QCOMPARE(came.size(), pages);
    QSet<QString> ids;
    for (const XmlElement &page : came) {
        QCOMPARE(page.textOf(u"SumNum"), sumNum);
        for (const XmlElement &item : page.child(u"DeviceList")->children)
            ids.insert(item.textOf(u"DeviceID"));
    }
    QCOMPARE(ids.size(), different);
    if (QTest::currentDataTag() == QByteArray("page-missing")) { // of one page its last item
        SimulatedSite one(with({QStringLiteral("page-missing")}, 10, 100));
        QCOMPARE(one.registered().answersTo(catalog).first().child(u"DeviceList")->children.size(), 9);
    }
}

void tst_SimulatorFaults::bodies()
{
    const auto answer = [](const char *fault) {
        SimulatedSite site(with(fault));
        return site.registered().answersTo(info).value(0);
    };
    QCOMPARE(answer("wrong-sn").textOf(u"SN"), QStringLiteral("8"));
    QCOMPARE(answer("wrong-device-id").textOf(u"DeviceID"), QStringLiteral("34020000001180000009"));
    QCOMPARE(answer("result-error").textOf(u"Result"), QStringLiteral("ERROR"));
    QVERIFY(answer("unknown-elements").child(u"VendorElement"));
    const XmlElement attributes = answer("attributes");
    QVERIFY(!attributes.child(u"SN") && attributes.attributes.size() == 2);
    SimulatedSite charset(with("wrong-charset"));
    charset.registered().ask(info);
    const QList<QByteArray> came = charset.take();
    const DecodedText text = decodeBody(bytes(scanHead(view(came.at(1))).body));
    QVERIFY(text.wrongDeclaration && text.declared == u"GB2312" && text.used == Charset::Utf8);
    SimulatedSite bomb(with("xml-bomb"));
    bomb.registered().ask(info);
    const Manscdp read = parseManscdp(bytes(scanHead(view(bomb.take().at(1))).body));
    QVERIFY(read.has(ManscdpFault::Doctype));
}

/// What becomes of an order to take a picture.
void tst_SimulatorFaults::pictures()
{
    class Lines final : public PictureLines
    {
    public:
        std::unique_ptr<PictureLine> upload(const QString &, const QByteArray &body, const QString &) override
        {
            class Line final : public PictureLine
            {
                State state() const override { return State::Taken; }
            };
            bodies.append(body);
            return std::make_unique<Line>();
        }
        QList<QByteArray> bodies;
    };
    struct Came
    {
        QByteArray body;
        int notifies = 0;
        bool ours = false;
        int fileIds = 0;
    };
    const QByteArray session = "snap-20260302-0001-bbbbbbbbbbbbbbbb";
    const auto ordered = [&](const char *fault) {
        Lines lines;
        DeviceBehaviour behaviour = with(fault);
        behaviour.edition = GbEdition::E2022;
        SimulatedSite site(behaviour);
        site.pictures = &lines;
        site.registered().ask(SimulatedSite::body("Control", "DeviceConfig", 7,
            "<SnapShotConfig><SnapNum>1</SnapNum><Interval>1</Interval><UploadURL>http://10.0.0.1:80/x</UploadURL>"
            "<SessionID>"
                + session + "</SessionID></SnapShotConfig>"));
        site.wait(30s);
        Came came{.body = lines.bodies.value(0)};
        for (const XmlElement &one : site.takeBodies("Notify")) {
            if (one.textOf(u"CmdType") != u"UploadSnapShotFinished")
                continue;
            ++came.notifies;
            came.ours = one.textOf(u"SessionID").toLatin1() == session;
            came.fileIds = static_cast<int>(one.child(u"SnapShotList")->children.size());
        }
        return came;
    };
    const Came none = ordered("upload-none"), large = ordered("upload-large"), text = ordered("upload-no-picture"),
               session2 = ordered("upload-session"), silent = ordered("upload-no-notify");
    QVERIFY(none.body.isEmpty() && none.notifies == 1 && none.ours && none.fileIds == 0);
    QVERIFY(large.body.startsWith("\xff\xd8\xff") && large.body.size() > 10'000'000);
    QVERIFY(text.body.startsWith("<html>") && text.notifies == 1);
    QVERIFY(session2.body.startsWith("\xff\xd8\xff") && session2.notifies == 1 && !session2.ours);
    QVERIFY(silent.body.startsWith("\xff\xd8\xff") && silent.notifies == 0);
}

/// Only as long as somebody answers, and never faster than one in a while.
void tst_SimulatorFaults::endlessPages()
{
    SimulatedSite site(with("endless-pages"));
    site.registered().ask(catalog);
    site.wait(10s);
    const qsizetype pages = site.takeBodies().size();
    QVERIFY2(pages > 400 && pages <= 510, qPrintable(QString::number(pages)));
    QCOMPARE(site.sim().letters(), 1U);
    site.messageStatus = 486;
    site.wait(1s);
    QCOMPARE(site.sim().letters(), 0U);
    // All of the list have had their test
    QStringList left = faultNames();
    left.removeIf([](const QString &name) { return s_tested.contains(name) || isMediaFault(name); }); // tst_psmuxer
    QCOMPARE(left.join(u' '), QString());
}

void tst_SimulatorFaults::forOneCommandAlone()
{
    SimulatedSite site(with({QStringLiteral("no-response@Catalog"), QStringLiteral("wrong-sn@DeviceInfo")}));
    QCOMPARE(site.registered().answersTo(catalog).size(), 0);
    QCOMPARE(site.answersTo(info).first().textOf(u"SN"), QStringLiteral("8"));
    QCOMPARE(
        site.answersTo(SimulatedSite::body("Query", "DeviceStatus", 7)).first().textOf(u"SN"), QStringLiteral("7"));
}

void tst_SimulatorFaults::presets_data()
{
    QTest::addColumn<QString>("name");
    QCOMPARE(presetNames().join(u' '), QStringLiteral("dahua hikvision tiandy uniview"));
    for (const QString &name : presetNames())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_SimulatorFaults::presets()
{
    QFETCH(QString, name);
    const auto behaviour = preset(name);
    QVERIFY(behaviour);
    SimulatedSite site(*behaviour);
    site.registered();
    QCOMPARE(site.answersTo(info).size(), 1);
    QVERIFY(!site.answersTo(catalog).isEmpty());
    QVERIFY(!preset(QStringLiteral("../") + name));
}

/// By the table of quirks: each where it names its vendor.
void tst_SimulatorFaults::habitsOfVendors()
{
    SimulatedSite hikvision(*preset(QStringLiteral("hikvision")));
    hikvision.registered();
    const QList<XmlElement> pages = hikvision.answersTo(catalog);
    QCOMPARE(pages.size(), 16); // one Item in each
    const XmlElement item = pages.first().child(u"DeviceList")->children.first();
    QCOMPARE(item.textOf(u"Parental"), QStringLiteral("65535"));
    QVERIFY(item.child(u"PTZType") && !item.child(u"ParentID"));
    const XmlElement told = hikvision.answersTo(info).first();
    QCOMPARE(told.children.at(3).name, QStringLiteral("Result")); // ahead of DeviceName
    SimulatedSite tiandy(*preset(QStringLiteral("tiandy")));
    tiandy.registered();
    QSet<QString> numbers;
    for (const XmlElement &page : tiandy.answersTo(catalog))
        numbers.insert(page.textOf(u"SN"));
    QCOMPARE(numbers, (QSet<QString>{QStringLiteral("6"), QStringLiteral("7")})); // a stray page of the query before
    SimulatedSite dahua(*preset(QStringLiteral("dahua")));
    dahua.registered();
    const QByteArray span = "<StartTime>2026-03-01T00:00:00</StartTime><EndTime>2026-03-02T00:00:00</EndTime>";
    QCOMPARE(dahua.answersTo(SimulatedSite::body("Query", "RecordInfo", 1, span)).size(), 0);
    QVERIFY(dahua.answersTo(SimulatedSite::body("Query", "RecordInfo", 1, span + "<Type>all</Type>")).size() > 0);
    SimulatedSite uniview(*preset(QStringLiteral("uniview")));
    uniview.registered();
    const XmlElement config = uniview
                                  .answersTo(SimulatedSite::body(
                                      "Query", "ConfigDownload", 1, "<ConfigType>BasicParam</ConfigType>"))
                                  .first();
    QVERIFY(!config.child(u"BasicParam") && config.children.size() == 5);
}

void tst_SimulatorFaults::files_data()
{
    using Kind = BehaviourProblem::Kind;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *json, Kind kind, const char *field = "") {
        QTest::newRow(json) << QByteArray(json) << static_cast<int>(kind) << QString::fromLatin1(field);
    };
    row("", Kind::Syntax);
    row("{", Kind::Syntax);
    row("[1]", Kind::NoObject);
    row("{\"colour\": 1}", Kind::UnknownField, "colour");
    row("{\"channels\": 0}", Kind::Whole, "channels");
    row("{\"channels\": 10001}", Kind::Whole, "channels");
    row("{\"channels\": 1.5}", Kind::Whole, "channels");
    row("{\"channels\": \"7\"}", Kind::Whole, "channels");
    row("{\"channels\": 1e300}", Kind::Whole, "channels");
    row("{\"heartbeat_interval_s\": 0}", Kind::Seconds, "heartbeat_interval_s");
    row("{\"empty_info\": 1}", Kind::Flag, "empty_info");
    row("{\"user_agent\": \"a\\r\\nVia: x\"}", Kind::Text, "user_agent");
    row("{\"model\": 7}", Kind::Text, "model");
    row("{\"edition\": \"2011\"}", Kind::Word, "edition");
    row("{\"order\": {\"Catalog\": [\"<x>\"]}}", Kind::Orders, "order");
    row("{\"elements\": {\"BasicParam\": \"a b\"}}", Kind::Names, "elements");
    row("{\"faults\": [\"nosuch\"]}", Kind::Faults, "faults");
    row("{\"faults\": \"drop\"}", Kind::Faults, "faults");
}

void tst_SimulatorFaults::files()
{
    QFETCH(QByteArray, json);
    QFETCH(int, kind);
    QFETCH(QString, field);
    const BehaviourRead read = readBehaviour(json);
    QVERIFY(!read.behaviour);
    QCOMPARE(static_cast<int>(read.problem.kind), kind);
    QCOMPARE(read.problem.field, field);
}

void tst_SimulatorFaults::filesThatAreRead()
{
    const BehaviourRead read = readBehaviour(
        "{\"edition\": \"2022\", \"transport\": \"tcp\", \"kind\": \"platform\", \"channels\": 10000,"
        "\"heartbeat_interval_s\": 0.5, \"faults\": [\"drop@Catalog\"], \"parent\": \"server\", \"asks\": \"device\"}");
    QVERIFY(read.behaviour);
    QVERIFY(read.behaviour->edition == GbEdition::E2022 && read.behaviour->transport == TransportKind::Tcp);
    QVERIFY(read.behaviour->kind == CatalogueKind::Platform && read.behaviour->interval == 500ms);
    QVERIFY(read.behaviour->channels == 10'000 && read.behaviour->asks == Addressee::Device);
    QCOMPARE(read.behaviour->faults.join(u' '), QStringLiteral("drop@Catalog"));
    QCOMPARE(static_cast<int>(readBehaviour(QByteArray(70'000, ' ')).problem.kind),
        static_cast<int>(BehaviourProblem::Kind::TooLarge));
    QVERIFY(readBehaviour("{}").behaviour);
}

QTEST_APPLESS_MAIN(tst_SimulatorFaults)
#include "tst_simulatorfaults.moc"
