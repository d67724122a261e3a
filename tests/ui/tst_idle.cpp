#include "core/session/filesession.h"
#include "tests/support/devices.h"
#include "tests/support/livewindow.h"
#include "tests/support/outcomes.h"
#include "tests/support/traffic.h"
#include "ui/devices/devicepanel.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatcanvas.h"
#include "ui/heartbeat/heartbeatchart.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/ladder/flowpanel.h"
#include "ui/workspace/mainwindow.h"

#include <QComboBox>
#include <QDockWidget>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using namespace std::chrono_literals;

namespace {

/// Counts what is painted, of any widget.
class Paints final : public QObject
{
public:
    Paints() { qApp->installEventFilter(this); }
    QStringList take()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        return std::exchange(m_painted, {});
    }

    bool hasFoundItsSize(const QComboBox *box) const { return m_sized.contains(box); }
    /// Another window begins.
    void forget() { m_sized.clear(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (const auto *box = qobject_cast<const QComboBox *>(watched->parent()); box && event->type() == QEvent::Timer)
            m_sized.insert(box);
        if (event->type() == QEvent::Paint && watched->isWidgetType())
            m_painted.append(QString::fromLatin1(
                (watched->objectName() == QLatin1String("qt_scrollarea_viewport") ? watched->parent() : watched)
                    ->metaObject()
                    ->className()));
        return false;
    }

private:
    QStringList m_painted;
    QSet<const QComboBox *> m_sized;
};

Batch news(TimePoint now)
{
    Batch batch;
    batch.now = now;
    return batch;
}

} // namespace

/// Where nothing happens nothing is painted: a laptop's battery, and whoever watches over a slow line.
class tst_Idle : public QObject, private LiveWindow
{
    Q_OBJECT
private slots:
    void init();
    void batchesWithoutNews();
    void secondsWhileNobodyComes();
    void secondsOfAFile();
    void chartsWithoutDevices();

private:
    void showLive();
    void showFile();
    void deliver(Batch batch) { emit m_session->batch(std::make_shared<const Batch>(std::move(batch))); }
    void settle();
    /// Boxes as wide as their contents find their size a moment after these changed (Qt: 20 ms), and are laid out anew.
    bool boxesHaveTheirSize() const
    {
        const QList<QComboBox *> boxes = m_window->findChildren<QComboBox *>();
        return std::all_of(boxes.begin(), boxes.end(), [this](const QComboBox *box) {
            return box->sizeAdjustPolicy() != QComboBox::AdjustToContents || m_paints.hasFoundItsSize(box);
        });
    }
    /// What came while the chart paused behind its last drawing is drawn.
    bool chartIsDrawn() const
    {
        return !m_window->findChild<HeartbeatChart *>()->findChild<QTimer *>(QStringLiteral("pause"))->isActive();
    }
    /// What the session knows of it comes back: nothing. What is shown of its flow is counted a moment later.
    void select(int number)
    {
        const QSignalSpy answered(m_session, &Session::batch),
            counted(m_window->findChild<FlowPanel *>(), &FlowPanel::shownChanged);
        m_window->findChild<DevicePanel *>()->select({idOf(number)});
        QTRY_VERIFY(!answered.isEmpty() && !counted.isEmpty());
    }
    /// The window's second passes.
    void tick()
    {
        m_tick->start(0);
        QTRY_VERIFY(!m_ticks.isEmpty());
        m_tick->stop();
        m_ticks.clear();
    }

    std::unique_ptr<MainWindow> m_window;
    Session *m_session = nullptr;
    QTimer *m_tick = nullptr;
    QList<int> m_ticks;
    Paints m_paints;
};

void tst_Idle::init()
{
    m_window.reset();
    prepare();
}

void tst_Idle::settle()
{
    m_window->resize(1366, 740);
    m_window->show();
    m_tick = m_window->findChild<QTimer *>(QStringLiteral("tick"));
    QVERIFY(m_tick);
    m_tick->stop(); // no second passes but those that the test wants
    connect(m_tick, &QTimer::timeout, this, [this] { m_ticks.append(1); });
    m_window->findChild<QDockWidget *>(QStringLiteral("heartbeats"))->raise();
    QTRY_VERIFY(boxesHaveTheirSize());
    QTRY_VERIFY(m_paints.take().isEmpty());
}

void tst_Idle::showLive()
{
    m_paints.forget();
    m_window = stillWindow(m_session);
    settle();
}

/// A file that is not there: its session ends at once, and what the window shows is what the test delivers.
void tst_Idle::showFile()
{
    auto file = std::make_unique<FileSession>(
        QStringList{m_folder->filePath(QStringLiteral("none.pcapng"))}, HeartbeatPolicy());
    m_session = file.get();
    Outcomes<outcome::Loaded> loaded(*file);
    m_paints.forget();
    m_window = std::make_unique<MainWindow>(*m_settings, m_languages, std::move(file));
    QTRY_VERIFY(!loaded.isEmpty());
    settle();
}

void tst_Idle::batchesWithoutNews()
{
    showFile();
    Traffic traffic;
    traffic.login(1);
    traffic.login(2);
    Batch first = news(start);
    first.messages = traffic.messages;
    first.devices = {device(1, DeviceState::Online), device(2, DeviceState::Late)};
    first.findings = {{.id = 1,
        .code = FindingCode::WrongPassword,
        .device = idOf(2),
        .a = {},
        .b = {},
        .first = start,
        .last = start,
        .count = 1,
        .messages = {1}}};
    for (int i = 1; i <= 2; ++i)
        first.events.append(
            BeatSeen{.device = idOf(i), .at = start, .kind = HeartbeatHistory::Kind::Beat, .sn = {}, .gap = 60s});
    deliver(std::move(first));
    select(2);
    QTRY_VERIFY(chartIsDrawn());
    QTRY_VERIFY(m_paints.take().isEmpty());
    QVERIFY(m_window->findChild<HeartbeatChart *>()->isVisible());
    for (int i = 1; i <= 10; ++i) {
        deliver(news(start + i * 40ms));
        QCOMPARE(m_paints.take().join(u' '), QString());
    }
    Batch one = news(start + 1s);
    one.devices = {device(1, DeviceState::Offline)};
    deliver(std::move(one));
    const QStringList painted = m_paints.take();
    QVERIFY2(painted.contains(QStringLiteral("gb::ui::DeviceView")), qPrintable(painted.join(u' ')));
    QVERIFY2(!painted.contains(QStringLiteral("gb::ui::LadderView")), qPrintable(painted.join(u' ')));
}

void tst_Idle::secondsWhileNobodyComes()
{
    showLive();
    deliver(news(start));
    QTRY_VERIFY(m_paints.take().isEmpty());
    for (int second = 0; second < 3; ++second) {
        tick();
        QCOMPARE(m_paints.take().join(u' '), QString());
    }
}

/// Its last message is an hour old, and stays so.
void tst_Idle::secondsOfAFile()
{
    showFile();
    deliver([] {
        Batch batch = news(start + 40s);
        batch.devices = {device(1, DeviceState::Online)};
        batch.events = {
            BeatSeen{.device = idOf(1), .at = start, .kind = HeartbeatHistory::Kind::Beat, .sn = {}, .gap = 60s}};
        return batch;
    }());
    select(1);
    deliver(news(start + 40s));
    tick();
    QTRY_VERIFY(chartIsDrawn());
    QTRY_VERIFY(m_paints.take().isEmpty());
    for (int second = 0; second < 3; ++second) {
        tick();
        QCOMPARE(m_paints.take().join(u' '), QString());
    }
}

void tst_Idle::chartsWithoutDevices()
{
    HeartbeatStore store;
    HeartbeatCanvas canvas;
    FleetStrip strip(&store);
    canvas.setMessage(QStringLiteral("Choose a device"));
    canvas.show();
    strip.show();
    QTRY_VERIFY(m_paints.take().isEmpty());
    for (int second = 0; second < 3; ++second) {
        canvas.setMessage(QStringLiteral("Choose a device"));
        strip.setNow(start + std::chrono::seconds(second));
        QCOMPARE(m_paints.take().join(u' '), QString());
    }
    canvas.setMessage(QStringLiteral("No heartbeat yet"));
    QVERIFY(!m_paints.take().isEmpty());
}

QTEST_MAIN(tst_Idle)
#include "tst_idle.moc"
