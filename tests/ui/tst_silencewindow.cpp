#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "core/simulator/virtualdevice.h"
#include "tests/support/devices.h"
#include "tests/support/livewindow.h"
#include "ui/client/settingwindow.h"
#include "ui/client/silencebanner.h"
#include "ui/client/silencemodel.h"
#include "ui/client/silencewindow.h"
#include "ui/devices/devicepanel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/mainwindow.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using namespace std::chrono_literals;

/// The silence test in the window: not started by accident, seen while it is on, and what came of it.
class tst_SilenceWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.use(QStringLiteral("en")); } // plural forms
    void notByAccident();
    void whomItIsFor();
    void howLong();
    void whatCameOfIt();
    void theWorstIsFirst();
    void resultsAreSeenWithoutPulling();
    void inTheWholeWindow();

private:
    Languages m_languages;
};

static QPushButton *button(const QWidget &window, const QString &text)
{
    for (QPushButton *one : window.findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}
static bool says(const QWidget &window, const QString &text)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(
        labels.begin(), labels.end(), [&text](const QLabel *label) { return label->text().contains(text); });
}

/// A device whose last heartbeat was answered at the start.
static DeviceSnapshot answered(int number)
{
    DeviceSnapshot one = device(number, DeviceState::Online);
    one.contact.beat(start, 1);
    one.contact.answered(1, start);
    return one;
}

/// The window over devices that a test makes.
struct Parts
{
    DeviceTableModel devices;
    SilenceWindow window{devices, nullptr};
    QSignalSpy asked{&window, &SilenceWindow::silenceRequested};
    QPushButton *start = button(window, QStringLiteral("S&top answering"));
    QPushButton *answer = button(window, QStringLiteral("&Answer again now"));
    QCheckBox *sure = window.findChild<QCheckBox *>();
    QSpinBox *duration = window.findChild<QSpinBox *>();
    QTableView *table = window.findChild<QTableView *>();

    void show(const QList<DeviceSnapshot> &all = {answered(1), answered(2), device(3, DeviceState::Offline)})
    {
        devices.apply(all, {}, gb::test::start);
        window.setCanStart(true);
        window.show();
    }
    void begin(const QList<DeviceSnapshot> &all, const QSet<QString> &chosen = {})
    {
        window.take({.on = true,
            .silence = {.devices = chosen, .since = gb::test::start, .until = gb::test::start + 360s},
            .at = gb::test::start,
            .devices = all});
    }
    QString cell(int row, SilenceColumn column) const
    {
        return window.model().index(row, static_cast<int>(column)).data().toString();
    }
};

void tst_SilenceWindow::notByAccident()
{
    Parts parts;
    parts.show();
    QVERIFY(!parts.window.isModal());
    QVERIFY(!parts.start->isEnabled() && !parts.answer->isEnabled());
    for (QWidget *one : {static_cast<QWidget *>(parts.duration), static_cast<QWidget *>(parts.sure)}) {
        parts.sure->setChecked(one == parts.sure);
        one->setFocus();
        QTest::keyClick(one, Qt::Key_Return);
        QVERIFY(parts.window.isVisible());
    }
    parts.sure->setChecked(true);
    QTest::keyClick(parts.duration, Qt::Key_Return);
    QCOMPARE(parts.asked.size(), 0);
    QVERIFY(parts.start->isEnabled());
    parts.window.setSelected({idOf(2)}); // it was ticked for others
    QVERIFY(!parts.sure->isChecked() && !parts.start->isEnabled());
    parts.sure->setChecked(true);
    parts.start->click();
    QCOMPARE(parts.asked.size(), 1);
    QCOMPARE(parts.asked.at(0).at(0).toStringList(), QStringList{idOf(2)});
    QVERIFY(!parts.sure->isChecked() && !parts.start->isEnabled());
    parts.sure->setChecked(true);
    parts.window.hide();
    parts.window.show();
    QVERIFY(!parts.sure->isChecked());
    parts.window.setCanStart(false);
    QVERIFY(!parts.sure->isEnabled() && says(parts.window, QStringLiteral("this window is not listening as a server")));
}

void tst_SilenceWindow::whomItIsFor()
{
    Parts parts;
    parts.show();
    QVERIFY(says(parts.window, QStringLiteral("All devices: 2 online")));
    parts.window.setSelected({idOf(1), idOf(3)});
    QVERIFY(says(parts.window, QStringLiteral("The selected devices: 1 online")));
    parts.window.setSelected({idOf(3)});
    QVERIFY(says(parts.window, QStringLiteral("none of the selected devices is online")));
    QVERIFY(!parts.sure->isEnabled());
}

void tst_SilenceWindow::howLong()
{
    Parts parts;
    DeviceSnapshot slow = answered(2);
    slow.policy = {120s, 3};
    parts.show({answered(1), slow});
    QCOMPARE(parts.duration->value(), 660); // five intervals of the slower one, and some
    parts.window.setSelected({idOf(1)});
    QCOMPARE(parts.duration->value(), 360);
    parts.duration->setValue(100);
    QVERIFY(says(parts.window, QStringLiteral("1 min 40 s: too short for a result; 6 min needed.")));
    parts.window.refresh(start + 1s);
    QCOMPARE(parts.duration->value(), 100); // somebody wants it so
    QCOMPARE(parts.duration->maximum(), 3600);
}

void tst_SilenceWindow::whatCameOfIt()
{
    Parts parts;
    DeviceSnapshot one = answered(1), two = answered(2);
    parts.show({one, two});
    QVERIFY(!parts.table->isVisible());
    parts.begin({one, two});
    QVERIFY(parts.table->isVisible() && parts.answer->isEnabled() && !parts.sure->isEnabled());
    QCOMPARE(parts.cell(0, SilenceColumn::Verdict), QStringLiteral("\u25d0 not due yet"));
    QCOMPARE(parts.cell(0, SilenceColumn::Allowed), QStringLiteral("3 min to 5 min"));
    for (int i = 1; i <= 5; ++i) {
        one.contact.beat(start + i * 60s - 1s, static_cast<quint64>(10 + i));
        if (i <= 3)
            two.contact.beat(start + i * 60s - 1s, static_cast<quint64>(20 + i));
    }
    two.contact.registering(start + 185s, 30, 7, {});
    parts.window.apply({one, two});
    parts.window.refresh(start + 220s);
    QCOMPARE(parts.cell(0, SilenceColumn::Verdict), QStringLiteral("\u25d0 due: 1 min 20 s left"));
    parts.window.refresh(start + 301s);
    QCOMPARE(parts.cell(0, SilenceColumn::Verdict), QStringLiteral("\u2715 failed: no new REGISTER"));
    QCOMPARE(parts.cell(1, SilenceColumn::Verdict), QStringLiteral("\u25cf passed: re-registered"));
    QCOMPARE(parts.cell(1, SilenceColumn::SinceAnswer), QStringLiteral("3 min 5 s"));
    QCOMPARE(parts.cell(1, SilenceColumn::Unanswered), QStringLiteral("3"));
    QVERIFY(says(parts.window, QStringLiteral("Passed: 1  \u00b7  Failed: 1")));
    parts.window.take({.on = false, .silence = parts.window.test().silence(), .at = start + 310s, .devices = {}});
    QVERIFY(!parts.answer->isEnabled());
    QVERIFY(says(parts.window, QStringLiteral("Answered again: 0 of 2")));
    two.contact.answered(30, start + 312s);
    parts.window.apply({two});
    parts.window.refresh(start + 313s);
    QCOMPARE(parts.cell(1, SilenceColumn::Back), QStringLiteral("after 2 s"));
    QVERIFY(says(parts.window, QStringLiteral("Answered again: 1 of 2")));
    QSignalSpy chosen(&parts.window, &SilenceWindow::deviceActivated);
    parts.table->setCurrentIndex(parts.table->model()->index(1, 0));
    QTest::keyClick(parts.table, Qt::Key_Return);
    QCOMPARE(chosen.value(0).value(0).toString(), idOf(2));
}

/// Ended early, of a thousand: in a table that stays fit to be read.
void tst_SilenceWindow::theWorstIsFirst()
{
    Parts parts;
    QList<DeviceSnapshot> all;
    for (int i = 1; i <= 1000; ++i)
        all.append(answered(i));
    parts.show(all);
    parts.begin(all);
    DeviceSnapshot &last = all.last();
    for (int i = 1; i <= 5; ++i)
        last.contact.beat(start + i * 60s - 1s, static_cast<quint64>(10 + i));
    parts.window.apply({last});
    parts.window.refresh(start + 301s);
    QCOMPARE(parts.cell(0, SilenceColumn::Device), last.id);
    QCOMPARE(parts.window.model().count(SilenceTest::State::Stopped), 999);
    parts.begin(all);
    parts.window.take({.on = false, .silence = parts.window.test().silence(), .at = start + 20s, .devices = {}});
    QCOMPARE(parts.window.model().count(SilenceTest::State::TooShort), 1000);
}

void tst_SilenceWindow::resultsAreSeenWithoutPulling()
{
    QList<DeviceSnapshot> many;
    for (int i = 1; i <= 30; ++i)
        many.append(answered(i));
    Parts parts;
    parts.show(many);
    QVERIFY(!parts.table->isVisible());
    parts.begin(many);
    QCoreApplication::processEvents();
    const int row = parts.table->verticalHeader()->defaultSectionSize();
    QVERIFY(parts.table->isVisible());
    QVERIFY2(parts.table->viewport()->height() >= 5 * row, qPrintable(QString::number(parts.window.height())));
    parts.window.resize(parts.window.minimumSizeHint()); // however small somebody makes it
    QCoreApplication::processEvents();
    QVERIFY(parts.table->viewport()->height() >= 4 * row);
}

void tst_SilenceWindow::inTheWholeWindow()
{
    gb::test::LiveWindow site;
    site.prepare();
    site.settings().setHeartbeat({1s, 1});
    const std::unique_ptr<MainWindow> owned = site.liveWindow();
    MainWindow &window = *owned;
    const ServerConfig config;
    VirtualDevice camera({.id = idOf(1),
        .address = QHostAddress(QHostAddress::LocalHost),
        .server = gb::test::LiveWindow::listen(window, {}),
        .serverId = config.serverId,
        .domain = config.domain,
        .interval = 1s,
        .timeoutCount = 1});
    QVERIFY(camera.start());
    auto *panel = window.findChild<DevicePanel *>();
    QTRY_VERIFY(panel->model()->device(idOf(1)) && panel->model()->device(idOf(1))->beats > 0);
    window.findChild<Commands *>()->action(QStringLiteral("devices.silence"))->trigger();
    auto *test = window.findChild<SilenceWindow *>();
    auto *banner = window.findChild<SilenceBanner *>();
    QVERIFY(test->isVisible() && !banner->isVisible());
    QTRY_VERIFY(test->findChild<QCheckBox *>()->isEnabled()); // it was late for a moment, perhaps
    test->findChild<QCheckBox *>()->setChecked(true);
    button(*test, QStringLiteral("S&top answering"))->click();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QStringLiteral("deliberately answers no device")));
    panel->select({idOf(1)}); // who is asked would notice
    window.findChild<Commands *>()->action(QStringLiteral("devices.bothEnds"))->trigger();
    auto *setting = window.findChild<SettingWindow *>();
    button(*setting, QStringLiteral("&Read from the device"))->click();
    QTRY_VERIFY(says(*setting, QStringLiteral("this server deliberately does not answer")));
    QTRY_COMPARE(test->model().count(SilenceTest::State::Registered), 1);
    QTRY_VERIFY(banner->text().contains(QStringLiteral("Re-registered: 1 of 1.")));
    test->close(); // the way out is not there alone
    QVERIFY(banner->isVisible());
    button(*banner, QStringLiteral("Answer a&gain now"))->click();
    QTRY_VERIFY(!banner->isVisible());
    QTRY_VERIFY(
        !test->test().results(TimePoint::max()).isEmpty() && test->test().results(TimePoint::max()).constFirst().back);
    // With the listener it ends, too
    test->show();
    test->findChild<QCheckBox *>()->setChecked(true);
    QTRY_VERIFY(button(*test, QStringLiteral("S&top answering"))->isEnabled());
    button(*test, QStringLiteral("S&top answering"))->click();
    QTRY_VERIFY(banner->isVisible());
    window.findChild<Commands *>()->action(QStringLiteral("capture.stop"))->trigger();
    QTRY_VERIFY(!banner->isVisible());
}

QTEST_MAIN(tst_SilenceWindow)
#include "tst_silencewindow.moc"
