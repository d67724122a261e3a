#include "core/capture/sessionfile.h"
#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "core/simulator/virtualdevice.h"
#include "tests/support/devicebeats.h"
#include "tests/support/site.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/deviceview.h"
#include "ui/heartbeat/beattable.h"
#include "ui/heartbeat/beatwords.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatcanvas.h"
#include "ui/heartbeat/heartbeatchart.h"
#include "ui/heartbeat/heartbeatpanel.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/heartbeat/policycontrols.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/workspace/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace gb::test;
using namespace std::chrono_literals;

using Kind = HeartbeatHistory::Kind;

/// Heartbeats one by one, what both sides think of each other, and policies of devices' own.
class tst_BeatPanel : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theNewestStandsAtTheTop();
    void whatIsChosenStays();
    void anAnswerIsWaitedForUntilTimerF();
    void aChosenBeatTellsItsMessage();
    void bothSidesInWords_data();
    void bothSidesInWords();
    void thePanelSaysWhatItKnows();
    void theDevicesViewIsDrawn();
    void ownPoliciesJudgeTheirDevices();
    void theTableMarksIt();
    void settingsKeepThem();
    void liveWindow();
    void fileWindow();

private:
    Languages m_languages;
};

void tst_BeatPanel::init()
{
    m_languages.use(QStringLiteral("en"));
}

static std::shared_ptr<const HeartbeatTruth> truthOf(int beats, std::size_t room = HeartbeatTruth::capacity)
{
    auto truth = std::make_shared<HeartbeatTruth>();
    for (int i = 0; i < beats; ++i) {
        const auto number = static_cast<quint64>(i + 1);
        truth->beat({.at = start + i * 60s,
                        .number = number * 10,
                        .sn = i,
                        .cseq = 20,
                        .callId = number,
                        .from = {IpAddress(0xc0a80140), 5060},
                        .counts = true},
            room);
        truth->answered(number * 10, 200, 400us);
        truth->traffic(start + i * 60s);
    }
    return truth;
}

static QString cell(const BeatModel &model, int row, BeatModel::Column column)
{
    return model.index(row, column).data().toString();
}

void tst_BeatPanel::theNewestStandsAtTheTop()
{
    BeatModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto truth = std::make_shared<HeartbeatTruth>(*truthOf(3));
    truth->copied(30, {.kind = RepeatKind::Retransmission, .timer = SipTimer::E, .copy = 2});
    truth->beat({.at = start + 300s,
        .number = 40,
        .sn = 3,
        .cseq = 20,
        .callId = 4,
        .from = {IpAddress(0xc0a80140), 40001},
        .counts = true});
    model.setTruth(truth, false);
    model.setNow(start + 400s);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(cell(model, 0, BeatModel::Time), QStringLiteral("03-02 00:05:00.000"));
    QCOMPARE(cell(model, 0, BeatModel::Gap), QStringLiteral("180.0 s"));
    QCOMPARE(cell(model, 0, BeatModel::Reason), QStringLiteral("new port \u00b7 2 missing"));
    QCOMPARE(cell(model, 0, BeatModel::Answer), QStringLiteral("none"));
    QCOMPARE(cell(model, 0, BeatModel::Sn), QStringLiteral("3"));
    QCOMPARE(cell(model, 0, BeatModel::From), QStringLiteral("192.168.1.64:40001"));
    QCOMPARE(cell(model, 1, BeatModel::Copies), QStringLiteral("2 \u00d7"));
    QCOMPARE(cell(model, 1, BeatModel::Answer), QStringLiteral("200 \u00b7 0.40 ms"));
    QCOMPARE(cell(model, 1, BeatModel::Reason), QStringLiteral("in time"));
    QCOMPARE(cell(model, 3, BeatModel::Reason), QStringLiteral("the first one"));
    QCOMPARE(cell(model, 3, BeatModel::Gap), QString());
    model.setPolicy({40s, 3});
    QCOMPARE(cell(model, 1, BeatModel::Reason), QStringLiteral("20.0 s late"));
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < BeatModel::ColumnCount; ++column)
            QVERIFY(!model.index(row, column).data(Qt::ToolTipRole).toString().contains(QStringLiteral("%")));
}

void tst_BeatPanel::whatIsChosenStays()
{
    BeatTable table;
    QAbstractItemModelTester tester(table.beats(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.beats()->setTruth(truthOf(8, 8), false);
    table.selectRow(2);
    const auto chosen = [&table] { return table.currentIndex().data(BeatModel::NumberRole).toULongLong(); };
    QCOMPARE(chosen(), 60U);
    QSignalSpy told(&table, &BeatTable::messageSelected);
    table.beats()->setTruth(truthOf(11, 8), true); // three came, three went
    QCOMPARE(table.beats()->rowCount(), 8);
    QCOMPARE(table.currentIndex().row(), 5);
    QCOMPARE(chosen(), 60U);
    QVERIFY(told.isEmpty()); // only what the user does is told
    table.beats()->setTruth(truthOf(30, 8), true);
    QCOMPARE(table.beats()->rowCount(), 8);
    table.beats()->setTruth(truthOf(3), false);
    QCOMPARE(table.beats()->rowCount(), 3);
    table.beats()->setTruth(nullptr, false);
    QCOMPARE(table.beats()->rowCount(), 0);
}

void tst_BeatPanel::anAnswerIsWaitedForUntilTimerF()
{
    auto truth = std::make_shared<HeartbeatTruth>();
    truth->beat({.at = start, .number = 1, .from = {IpAddress(0xc0a80140), 5060}, .counts = true});
    BeatModel model;
    model.setTruth(truth, false);
    model.setNow(start + 32s - 1us);
    QCOMPARE(cell(model, 0, BeatModel::Answer), QStringLiteral("not yet"));
    model.setNow(start + 32s);
    QCOMPARE(cell(model, 0, BeatModel::Answer), QStringLiteral("none"));
}

void tst_BeatPanel::aChosenBeatTellsItsMessage()
{
    HeartbeatStore store;
    HeartbeatPanel panel(&store);
    panel.setDevice(idOf(1));
    panel.setTruth(idOf(1), truthOf(3));
    panel.setPage(HeartbeatPanel::BeatsPage);
    panel.resize(1000, 300);
    panel.show();
    QSignalSpy told(&panel, &HeartbeatPanel::messageSelected);
    QTest::mouseClick(panel.beats()->viewport(), Qt::LeftButton, {},
        panel.beats()->visualRect(panel.beats()->beats()->index(1, 0)).center());
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toULongLong(), 20U);
    QTest::keyClick(panel.beats(), Qt::Key_Down);
    QCOMPARE(told.constLast()[0].toULongLong(), 10U);
    panel.setTruth(idOf(2), truthOf(9)); // of a device that is not chosen any more
    QCOMPARE(panel.beats()->beats()->rowCount(), 3);
    panel.setDevice(idOf(2));
    QCOMPARE(panel.beats()->beats()->rowCount(), 0);
}

using Words = std::function<QString()>;
Q_DECLARE_METATYPE(Words)

void tst_BeatPanel::bothSidesInWords_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const Words &words, const QString &text) {
        QTest::newRow(name) << words << text;
    };
    row(
        "rhythm",
        [] {
            return rhythmText(60'100ms, {60s, 3});
        },
        QStringLiteral("measured 60.1 s (configured 60 s)"));
    row(
        "NAT",
        [] {
            return natText({95s, 240s});
        },
        QStringLiteral("NAT mapping lasts 95 to 240 s"));
    row(
        "NAT, no port changed",
        [] {
            return natText({95s, {}});
        },
        QStringLiteral("NAT mapping lasts \u2265 95 s"));
    row(
        "NAT, never kept",
        [] {
            return natText({{}, 60s});
        },
        QStringLiteral("NAT mapping lasts \u2264 60 s"));
    row(
        "no NAT",
        [] {
            return natText({240s, 60s});
        },
        QStringLiteral("port changes, not by idle time"));
    row(
        "nothing known of a NAT", [] { return natText({}); }, QString());
    const auto clock = [](Duration skew) {
        return Words([skew] { return clockText(ClockReading{start, skew, false}); });
    };
    row("clock", clock(400ms), QStringLiteral("clock +0.4 s"));
    row("clock behind", clock(-125s), QStringLiteral("clock \u22122 min 5 s"));
    row("time zone", clock(-8h + 1s), QStringLiteral("clock \u22128 h: time zone"));
    row("clock never set", clock(-24h * 400), QStringLiteral("clock \u2212400 d 0 h"));
    const auto truth = [](int answered, int unanswered) {
        auto made = std::make_shared<HeartbeatTruth>(*truthOf(answered));
        for (int i = answered; i < answered + unanswered; ++i)
            made->beat({.at = start + i * 60s,
                .number = static_cast<quint64>(i + 1) * 10,
                .from = {IpAddress(0xc0a80140), 5060},
                .counts = true});
        return made;
    };
    const auto view = [truth](int answered, int unanswered, Duration at) {
        return Words([=] { return deviceViewText(*truth(answered, unanswered), {}, start + at); });
    };
    row("answered", view(3, 0, 130s), QStringLiteral("would consider us down: never"));
    row("two unanswered", view(1, 2, 160s), QStringLiteral("would consider us down: never (2 unanswered)"));
    row("lost", view(1, 3, 260s), QStringLiteral("would consider us down: since 00:03:32 (3 unanswered)"));
    row("one direction", view(0, 5, 600s), QStringLiteral("no answer to it is in this record"));
    row(
        "offline (our view)",
        [] {
            HeartbeatHistory history;
            history.add(start, Kind::Beat);
            history.add(start + 240s, Kind::Beat);
            return ourViewText(history, {}, start + 500s);
        },
        QStringLiteral("offline (our view): 2 times, at last since 00:07:00"));
    row(
        "flapping",
        [] {
            HeartbeatTruth made;
            for (int i = 0; i < 3; ++i)
                made.beat({.at = start + i * 185s, .number = 1, .from = {IpAddress(0xc0a80140), 5060}, .counts = true});
            return flappingText(made, {}, start + 400s);
        },
        QStringLiteral("flapping: 4 changes in 10 min by the one before was not answered"));
}

void tst_BeatPanel::bothSidesInWords()
{
    QFETCH(const Words, words);
    QFETCH(const QString, text);
    QCOMPARE(words(), text);
}

void tst_BeatPanel::thePanelSaysWhatItKnows()
{
    HeartbeatStore store;
    HeartbeatPanel panel(&store);
    panel.resize(1366, 200);
    panel.show();
    store.apply({beat(1, 0s), beat(1, 60s), beat(1, 120s)});
    panel.setNow(start + 130s);
    panel.setDevice(idOf(1));
    QVERIFY(panel.bothSides().isEmpty()); // not known yet
    panel.setTruth(idOf(1), truthOf(3));
    QCOMPARE(panel.bothSides(),
        QStringLiteral(
            "offline (our view): never \u00b7 would consider us down: never \u00b7 NAT mapping lasts \u2265 60 s"));
    const auto says = [&panel](const QString &words) {
        const auto labels = panel.findChildren<ElidedLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [&](const ElidedLabel *label) { return label->text().contains(words); });
    };
    QVERIFY(says(QStringLiteral("measured 60.0 s (configured 60 s) \u00b7 3 heartbeats \u00b7 0 missed")));
    store.apply({OverrideChange{idOf(1), HeartbeatPolicy{20s, 2}, start + 130s}});
    QVERIFY(says(QStringLiteral("own setting 20 s \u00d7 2")));
    QVERIFY(says(QStringLiteral("(configured 20 s)")));
    QVERIFY(panel.bothSides().contains(QStringLiteral("offline (our view): 2 times")));
    QCOMPARE(cell(*panel.beats()->beats(), 0, BeatModel::Reason), QStringLiteral("2 missing"));
    m_languages.use(QStringLiteral("zh_CN"));
    QTRY_VERIFY(!panel.bothSides().contains(QStringLiteral("offline")));
}

void tst_BeatPanel::theDevicesViewIsDrawn()
{
    HeartbeatStore store;
    HeartbeatChart chart(&store);
    chart.resize(800, 160);
    chart.show();
    store.apply(threeDevicesBeat());
    chart.setDevice(idOf(1));
    chart.refresh(start + 600s);
    chart.setLost({{start + 200s, start + 300s}, {start + 500s, std::nullopt}});
    QTRY_COMPARE(chart.picture().lost.size(), 2);
    QCOMPARE(chart.picture().lost.constLast().to, start + 600s);
    const QPointF top = chart.canvas()->position(start + 250s, chart.picture().top);
    QVERIFY(chart.canvas()->tipAt(top + QPointF(0, 2)).contains(QStringLiteral("must have thought us lost")));
    QVERIFY(
        chart.canvas()->tipAt(chart.canvas()->position(start + 400s, chart.picture().top) + QPointF(0, 2)).isEmpty());
}

void tst_BeatPanel::ownPoliciesJudgeTheirDevices()
{
    HeartbeatStore store;
    store.apply(threeDevicesBeat());
    store.apply({OverrideChange{idOf(1), HeartbeatPolicy{30s, 1}, start}});
    QCOMPARE(store.policyOf(idOf(1)), (HeartbeatPolicy{30s, 1}));
    QCOMPARE(store.policyOf(idOf(2)), (HeartbeatPolicy{60s, 3}));
    QVERIFY(store.policyChanges().isEmpty()); // that is of the common one
    HeartbeatChart chart(&store);
    chart.resize(800, 160);
    chart.show();
    chart.setDevice(idOf(1));
    chart.refresh(start + 600s);
    QTRY_COMPARE(chart.picture().offline.size(), 10);
    FleetStrip strip(&store);
    strip.resize(600, 200);
    strip.show();
    strip.setSpan(ChartSpan::All);
    strip.setNow(start + 600s);
    QVERIFY(
        strip.tipAt(strip.rowRect(idOf(1)).center()).contains(QStringLiteral("Own heartbeat setting: 30 s \u00d7 1")));
    store.apply({OverrideChange{idOf(1), std::nullopt, start}});
    QTRY_COMPARE(chart.picture().offline.size(), 0);
}

void tst_BeatPanel::theTableMarksIt()
{
    DevicePanel panel;
    panel.resize(700, 200);
    panel.show();
    DeviceSnapshot one = device(1, DeviceState::Online), two = device(2, DeviceState::Online);
    panel.apply({one, two}, {}, start);
    const QImage without = panel.view()->viewport()->grab().toImage();
    const QModelIndex index = panel.model()->indexOf(idOf(1));
    QVERIFY(!index.data(DeviceTableModel::OwnPolicyRole).toBool());
    one.ownPolicy = true;
    one.policy = {30s, 2};
    panel.apply({one}, {}, start);
    QVERIFY(index.data(DeviceTableModel::OwnPolicyRole).toBool());
    QVERIFY(columnToolTip(one, {}, DeviceColumn::State, start)
                .contains(QStringLiteral("Own heartbeat setting: 30 s \u00d7 2")));
    QVERIFY(panel.view()->viewport()->grab().toImage() != without);
}

void tst_BeatPanel::settingsKeepThem()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini")),
                  odd = QStringLiteral("a/b c\u6444\u50cf\u673a");
    {
        AppSettings settings(file);
        settings.setOverride(idOf(1), HeartbeatPolicy{30s, 2});
        settings.setOverride(odd, HeartbeatPolicy{86400s, 100});
        settings.setOverride(idOf(3), HeartbeatPolicy{10s, 1});
        settings.setOverride(idOf(3), std::nullopt);
    }
    QCOMPARE(AppSettings(file).overrides(), (HeartbeatOverrides{{idOf(1), {30s, 2}}, {odd, {86400s, 100}}}));
    QFile text(file);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("[ownHeartbeat]\na=0x2\nb=60x101\nc=60\nd=nonsense\ne=60x3x1\nf=20x2\n");
    text.close();
    QCOMPARE(AppSettings(file).overrides(), (HeartbeatOverrides{{QStringLiteral("f"), {20s, 2}}}));
}

/// Listens, has a camera, and records into `file`.
void tst_BeatPanel::liveWindow()
{
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("settings.ini")));
    settings.setOverride(idOf(1), HeartbeatPolicy{2s, 5});
    MainWindow window(settings, m_languages,
        std::make_unique<LiveSession>(
            HeartbeatPolicy(), folder.path(), folder.filePath(QStringLiteral("live.pcapng"))));
    window.resize(1366, 740);
    window.show();
    Endpoint endpoint;
    connect(&window, &MainWindow::listening, this, [&endpoint](const Endpoint &where) { endpoint = where; });
    ServerConfig config;
    config.address = QHostAddress(QHostAddress::LocalHost);
    config.port = 0;
    config.password = QStringLiteral("12345678");
    window.listenOnce(config);
    QTRY_VERIFY(endpoint.port != 0);
    VirtualDevice camera({.id = idOf(1),
        .address = QHostAddress(QHostAddress::LocalHost),
        .server = endpoint,
        .serverId = config.serverId,
        .domain = config.domain,
        .password = config.password,
        .interval = 200ms});
    QVERIFY(camera.start());
    auto *devices = window.findChild<DevicePanel *>();
    QTRY_VERIFY(devices->model()->device(idOf(1)) && devices->model()->device(idOf(1))->ownPolicy); // it was set before
                                                                                                    // the device came
    QCOMPARE(devices->model()->device(idOf(1))->policy, (HeartbeatPolicy{2s, 5}));
    devices->select({idOf(1)});
    auto *panel = window.findChild<HeartbeatPanel *>();
    QTRY_VERIFY(panel->beats()->beats()->rowCount() >= 3);
    QVERIFY(panel->bothSides().contains(QStringLiteral("would consider us down: never")));
    panel->setPage(HeartbeatPanel::BeatsPage);
    panel->beats()->selectRow(panel->beats()->beats()->rowCount() - 1);
    const quint64 number = panel->beats()->currentIndex().data(BeatModel::NumberRole).toULongLong();
    QCOMPARE(window.findChild<FlowPanel *>()->ladder()->selectedNumber(), number);
    emit panel->overrideChosen(idOf(1), HeartbeatPolicy{3s, 7});
    QTRY_COMPARE(devices->model()->device(idOf(1))->policy, (HeartbeatPolicy{3s, 7}));
    QCOMPARE(settings.overrides().value(idOf(1)), (HeartbeatPolicy{3s, 7}));
    emit panel->policyChosen({90s, 4});
    QTRY_COMPARE(window.findChild<PolicyControls *>()->policy(), (HeartbeatPolicy{90s, 4}));
    emit panel->overrideChosen(idOf(1), std::nullopt);
    QTRY_COMPARE(devices->model()->device(idOf(1))->policy, (HeartbeatPolicy{90s, 4}));
    QVERIFY(settings.overrides().isEmpty());
    window.setPolicy({5s, 5}); // not kept; nor is what comes behind it, as in a demo
    emit panel->overrideChosen(idOf(1), HeartbeatPolicy{4s, 4});
    QTRY_COMPARE(devices->model()->device(idOf(1))->policy, (HeartbeatPolicy{4s, 4}));
    QVERIFY(settings.overrides().isEmpty());
}

/// A registration, three heartbeats in time, one four minutes later from another port.
static void writeCapture(const QString &path)
{
    SessionFile file({}, {});
    QString error;
    QVERIFY(file.open(path, {}, &error));
    Site site;
    const auto send = [&](const QByteArray &octets) {
        file.append({.at = site.clock.now(), .from = site.camera, .to = site.server, .octets = octets});
        const QList<QByteArray> answers = site.send(octets);
        for (const QByteArray &answer : answers)
            file.append({.at = site.clock.now(),
                .from = site.server,
                .to = site.camera,
                .direction = Direction::Out,
                .octets = answer});
        return answers.value(0);
    };
    const QByteArray challenge = send(site.registerText({}));
    send(site.registerText(
        {.cseq = 2, .extra = Site::authorization("34020000001320000001", Site::nonceOf(challenge), "12345678")}));
    for (int sn = 1; sn <= 4; ++sn) {
        site.wait(sn == 4 ? 240s : 60s);
        site.camera.port = sn == 4 ? 40001 : 5060;
        send(site.keepalive("34020000001320000001", sn, "beat" + QByteArray::number(sn)));
    }
    file.close();
}

void tst_BeatPanel::fileWindow()
{
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("settings.ini")));
    const QString file = folder.filePath(QStringLiteral("gaps.pcapng"));
    writeCapture(file);
    settings.setOverride(idOf(1), HeartbeatPolicy{60s, 5});
    MainWindow window(settings, m_languages, std::make_unique<FileSession>(QStringList{file}, HeartbeatPolicy()));
    window.resize(1366, 740);
    window.show();
    auto *devices = window.findChild<DevicePanel *>();
    QTRY_VERIFY(devices->model()->device(idOf(1)) && devices->model()->device(idOf(1))->beats == 4);
    QCOMPARE(devices->model()->device(idOf(1))->policy, (HeartbeatPolicy{60s, 5}));
    devices->select({idOf(1)});
    auto *panel = window.findChild<HeartbeatPanel *>();
    const BeatModel &beats = *panel->beats()->beats();
    QTRY_COMPARE(beats.rowCount(), 4);
    QCOMPARE(cell(beats, 0, BeatModel::Reason), QStringLiteral("new port \u00b7 3 missing"));
    QCOMPARE(cell(beats, 3, BeatModel::Reason), QStringLiteral("the first one"));
    QVERIFY(panel->bothSides().contains(QStringLiteral("offline (our view): never")));
    QVERIFY(panel->bothSides().contains(QStringLiteral("NAT mapping lasts 60 to 240 s")));
    emit panel->overrideChosen(idOf(1), std::nullopt);
    QTRY_VERIFY(panel->bothSides().contains(QStringLiteral("offline (our view): 00:06:00 to 00:07:00")));
    QVERIFY(!devices->model()->device(idOf(1))->ownPolicy);
}

QTEST_MAIN(tst_BeatPanel)
#include "tst_beatpanel.moc"
