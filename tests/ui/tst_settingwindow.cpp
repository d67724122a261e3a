#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "core/simulator/virtualdevice.h"
#include "tests/support/devices.h"
#include "tests/support/livewindow.h"
#include "ui/client/settingwindow.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/mainwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using namespace std::chrono_literals;

/// The heartbeat setting of a device on both ends.
class tst_SettingWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.use(QStringLiteral("en")); } // plural forms
    void whatDiffersIsMarked();
    void whatCanBeAsked();
    void reportsAreTold();
    void followsOrNot_data();
    void followsOrNot();
    void expirationIsOptional();
    void expirationIsMeasured();
    void oneSettingOnBothEnds();
    void anotherDeviceIsSelected();

private:
    Languages m_languages;
};

static QString cell(const QWidget &window, int row, int column)
{
    return window.findChild<QTableWidget *>()->item(row, column)->text();
}
static bool says(const QWidget &window, const QString &text)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(
        labels.begin(), labels.end(), [&text](const QLabel *label) { return label->text().contains(text); });
}
static QPushButton *button(const QWidget &window, const QString &text)
{
    for (QPushButton *one : window.findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

/// The window over devices that a test makes.
struct Parts
{
    DeviceTableModel devices;
    HeartbeatStore heartbeats;
    SettingWindow window{devices, heartbeats, nullptr};

    void show(const DeviceSnapshot &one, TimePoint now = start)
    {
        devices.apply({one}, {}, now);
        window.setDevice(one.id, now);
        window.show();
    }
};

void tst_SettingWindow::whatDiffersIsMarked()
{
    Parts parts;
    DeviceSnapshot one = device(1, DeviceState::Online);
    parts.show(one);
    QCOMPARE(cell(parts.window, 0, 0), QStringLiteral("60 s"));
    QCOMPARE(cell(parts.window, 0, 1), QStringLiteral("\u2013"));
    QCOMPARE(cell(parts.window, 0, 2), QStringLiteral("60.0 s"));
    QVERIFY(says(parts.window, QStringLiteral("These messages do not contain the device's setting.")));
    one.setting = ReportedSetting{
        .values = {.expiration = 7200, .interval = 30, .count = 3}, .at = start, .asked = {}, .askedAt = {}};
    one.medianInterval = 30s;
    parts.show(one, start + 12s);
    QCOMPARE(cell(parts.window, 0, 1), QStringLiteral("\u2260 30 s"));
    QCOMPARE(cell(parts.window, 0, 2), QStringLiteral("\u2260 30.0 s"));
    QCOMPARE(cell(parts.window, 1, 0), QStringLiteral("3"));
    QCOMPARE(cell(parts.window, 1, 1), QStringLiteral("3"));
    QCOMPARE(cell(parts.window, 2, 1), QStringLiteral("7200 s"));
    QCOMPARE(cell(parts.window, 2, 2), QStringLiteral("\u2260 3600 s"));
    QVERIFY(parts.window.findChild<QTableWidget *>()->item(0, 1)->font().bold());
    QVERIFY(says(parts.window, QStringLiteral("Last read 12 s ago")));
    parts.heartbeats.setPolicy({30s, 5});
    parts.window.refresh(start + 12s);
    QCOMPARE(cell(parts.window, 0, 1), QStringLiteral("30 s"));
    QCOMPARE(cell(parts.window, 1, 1), QStringLiteral("\u2260 3"));
}

void tst_SettingWindow::whatCanBeAsked()
{
    Parts parts;
    parts.window.show();
    QVERIFY(says(parts.window, QStringLiteral("Select a device")));
    QPushButton *const read = button(parts.window, QStringLiteral("&Read from the device")),
                       *const push = button(parts.window, QStringLiteral("&Set ours in the device"));
    DeviceSnapshot one = device(1, DeviceState::Online);
    parts.show(one);
    QVERIFY(!read->isEnabled() && !push->isEnabled()); // of a file
    parts.window.setCanAsk(true);
    QVERIFY(read->isEnabled() && push->isEnabled());
    QVERIFY(!parts.window.isModal());
    QSignalSpy reads(&parts.window, &SettingWindow::readRequested),
        pushes(&parts.window, &SettingWindow::pushRequested);
    push->click();
    QCOMPARE(pushes.value(0).value(0).toString(), one.id);
    push->click();
    read->click();
    QCOMPARE(pushes.size() + reads.size(), 1); // one at a time
    QVERIFY(says(parts.window, QStringLiteral("Asking the device")));
    parts.window.report({.device = one.id, .outcome = ConfigOutcome::NoAnswer});
    read->click();
    QCOMPARE(reads.size(), 1);
    parts.window.report({.device = one.id, .outcome = ConfigOutcome::NoAnswer});
    one.facts.phase = DeviceFacts::Phase::Unregistered;
    parts.show(one);
    QVERIFY(!read->isEnabled());
}

void tst_SettingWindow::reportsAreTold()
{
    Parts parts;
    parts.window.setCanAsk(true);
    parts.show(device(1, DeviceState::Online));
    const auto tell = [&parts](ConfigReport report) {
        report.device = idOf(1);
        parts.window.report(report);
    };
    tell({.outcome = ConfigOutcome::Refused, .status = 404});
    QVERIFY(says(parts.window, QStringLiteral("it refused with 404")));
    tell({.outcome = ConfigOutcome::OutOfRange, .detail = QStringLiteral("HeartBeatInterval = 0")});
    QVERIFY(says(parts.window, QStringLiteral("HeartBeatInterval = 0")));
    tell({.outcome = ConfigOutcome::Done, .values = {{}, 30, 3}});
    QVERIFY(says(parts.window, QStringLiteral("The ends differ: 30 s \u00d7 3 in the device, 60 s \u00d7 3 here")));
    tell({.outcome = ConfigOutcome::Done, .pushed = true, .values = {{}, 60, 3}});
    QVERIFY(says(parts.window, QStringLiteral("Set in the device and read back: 60 s \u00d7 3")));
    tell({.outcome = ConfigOutcome::NotTaken, .pushed = true, .values = {{}, 30, {}}});
    QVERIFY(says(parts.window, QStringLiteral("it said OK, but still tells 30 s \u00d7 ?")));
    tell({.outcome = ConfigOutcome::NoAnswer, .pushed = true});
    QVERIFY(says(parts.window, QStringLiteral("Sent to the device, but not read back: no answer within 15 s")));
}

void tst_SettingWindow::followsOrNot_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("beats");
    QTest::addColumn<QString>("text");
    QTest::newRow("none yet") << 30 << 0 << QStringLiteral("waiting for heartbeats");
    QTest::newRow("two") << 30 << 2 << QStringLiteral("Measured since: 30.0 s over 2 heartbeats so far");
    QTest::newRow("follows") << 30 << 4 << QStringLiteral("Measured since: 30.0 s over 4 heartbeats, as set");
    QTest::newRow("does not") << 60 << 4 << QStringLiteral("Still sends a heartbeat every 60.0 s");
}

void tst_SettingWindow::followsOrNot()
{
    QFETCH(const int, interval);
    QFETCH(const int, beats);
    QFETCH(const QString, text);
    Parts parts;
    DeviceSnapshot one = device(1, DeviceState::Online);
    one.setting = ReportedSetting{
        .values = {}, .at = {}, .asked = {.expiration = {}, .interval = 30, .count = 3}, .askedAt = start};
    QList<Event> events;
    for (int i = -5; i <= beats; ++i) // those before do not count
        events.append(BeatSeen{one.id, start + std::chrono::seconds(i > 0 ? 7 + i * interval : 60 * i),
            HeartbeatHistory::Kind::Beat, {}, {}});
    parts.heartbeats.apply(events);
    parts.show(one, start + 300s);
    QVERIFY(says(parts.window, text));
}

void tst_SettingWindow::expirationIsOptional()
{
    Parts parts;
    parts.window.setCanAsk(true);
    const DeviceSnapshot one = device(1, DeviceState::Online);
    parts.show(one);
    QSignalSpy pushes(&parts.window, &SettingWindow::pushRequested);
    auto *field = parts.window.findChild<QLineEdit *>();
    QPushButton *const push = button(parts.window, QStringLiteral("&Set ours in the device"));
    QTest::keyClicks(field, QStringLiteral("59"));
    QVERIFY(!push->isEnabled() && says(parts.window, QStringLiteral("60 to 604,800 can be set")));
    QTest::keyClicks(field, QStringLiteral("9"));
    QVERIFY(push->isEnabled() && says(parts.window, QStringLiteral("GB/T 28181 requires 3,600 or more")));
    field->setText(QStringLiteral("7200"));
    QVERIFY(push->isEnabled() && !says(parts.window, QStringLiteral("or more")));
    push->click();
    QCOMPARE(pushes.value(0).value(1).value<std::optional<int>>(), 7200);
    parts.window.report({.device = one.id, .outcome = ConfigOutcome::NoAnswer});
    field->setText(QStringLiteral("7200 s"));
    QVERIFY(!push->isEnabled());
    field->clear();
    push->click();
    QCOMPARE(pushes.value(1).value(1).value<std::optional<int>>(), std::nullopt);
}

void tst_SettingWindow::expirationIsMeasured()
{
    Parts parts;
    DeviceSnapshot one = device(1, DeviceState::Online);
    one.setting = ReportedSetting{.values = {.expiration = 7200, .interval = 60, .count = 3},
        .at = start + 1s,
        .asked = {.expiration = 7200, .interval = {}, .count = {}},
        .askedAt = start};
    parts.show(one);
    QVERIFY(says(parts.window, QStringLiteral("waiting for its next REGISTER")));
    QCOMPARE(cell(parts.window, 2, 0), QStringLiteral("7200 s"));
    QCOMPARE(cell(parts.window, 2, 1), QStringLiteral("7200 s"));
    one.facts.confirmedAt = start + 10s;
    parts.show(one);
    QVERIFY(says(parts.window, QStringLiteral("its next REGISTER still came with 3600 s")));
    one.facts.expires = 7200s;
    parts.show(one);
    QVERIFY(says(parts.window, QStringLiteral("its next REGISTER came with 7200 s: follows")));
}

/// The real engine and a virtual camera on loopback: read, set, followed.
void tst_SettingWindow::oneSettingOnBothEnds()
{
    gb::test::LiveWindow site;
    site.prepare();
    site.settings().setHeartbeat({2s, 3});
    const std::unique_ptr<MainWindow> owned = site.liveWindow();
    MainWindow &window = *owned;
    const ServerConfig config;
    VirtualDevice camera({.id = idOf(1),
        .address = QHostAddress(QHostAddress::LocalHost),
        .server = gb::test::LiveWindow::listen(window, {}),
        .serverId = config.serverId,
        .domain = config.domain,
        .interval = 60s});
    QVERIFY(camera.start());
    gb::test::LiveWindow::online(window, idOf(1))->select({idOf(1)});
    window.findChild<Commands *>()->action(QStringLiteral("devices.bothEnds"))->trigger();
    auto *setting = window.findChild<SettingWindow *>();
    QVERIFY(setting->isVisible());
    button(*setting, QStringLiteral("&Read from the device"))->click();
    QTRY_COMPARE(cell(*setting, 0, 1), QStringLiteral("\u2260 60 s"));
    QTRY_VERIFY(says(*setting, QStringLiteral("The ends differ: 60 s \u00d7 3 in the device")));
    setting->findChild<QLineEdit *>()->setText(QStringLiteral("7200"));
    button(*setting, QStringLiteral("&Set ours in the device"))->click();
    const QString ours = cell(*setting, 0, 0);
    QTRY_VERIFY(says(*setting, QStringLiteral("Set in the device and read back")));
    QTRY_COMPARE(cell(*setting, 0, 1), ours);
    QVERIFY(camera.interval() < 60s);
    QTRY_VERIFY(says(*setting, QStringLiteral("its next REGISTER came with 7200 s: follows")));
}

void tst_SettingWindow::anotherDeviceIsSelected()
{
    Parts parts;
    parts.window.setCanAsk(true);
    DeviceSnapshot one = device(1, DeviceState::Online), two = device(2, DeviceState::Online);
    two.setting.edit().values.interval = 25;
    two.setting.edit().at = start;
    parts.devices.apply({one, two}, {}, start);
    parts.show(one);
    button(parts.window, QStringLiteral("&Read from the device"))->click();
    parts.window.setDevice(two.id, start);
    QCOMPARE(cell(parts.window, 0, 1), QStringLiteral("\u2260 25 s"));
    QVERIFY(button(parts.window, QStringLiteral("&Read from the device"))->isEnabled());
    parts.window.report({.device = one.id, .outcome = ConfigOutcome::NoAnswer}); // comes late, and is not about this
                                                                                 // one
    QVERIFY(!says(parts.window, QStringLiteral("no answer")));
    parts.window.setDevice(one.id, start);
    QVERIFY(says(parts.window, QStringLiteral("no answer")));
}

QTEST_MAIN(tst_SettingWindow)
#include "tst_settingwindow.moc"
