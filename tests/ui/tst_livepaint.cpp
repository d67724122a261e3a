#include "tests/support/devices.h"
#include "tests/support/livewindow.h"
#include "tests/support/traffic.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/deviceview.h"
#include "ui/heartbeat/heartbeatcanvas.h"
#include "ui/heartbeat/heartbeatchart.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderbar.h"
#include "ui/ladder/ladderview.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/steady.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/mainwindow.h"
#include "ui/workspace/statusline.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using namespace std::chrono_literals;

namespace {

/// What is painted of each widget, and whose layouts are done anew.
class Watch final : public QObject
{
public:
    Watch() { qApp->installEventFilter(this); }
    void forget()
    {
        m_painted.clear();
        m_times.clear();
        m_laidOut.clear();
    }
    QRegion painted(const QWidget *widget) const { return m_painted.value(widget); }
    int times(const QWidget *widget) const { return m_times.value(widget); }
    bool isQuiet() const { return m_painted.isEmpty() && m_laidOut.isEmpty(); }
    QString laidOut() const { return m_laidOut.join(u' '); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType()) {
            const auto *const widget = static_cast<const QWidget *>(watched);
            m_painted[widget] += static_cast<QPaintEvent *>(event)->region();
            ++m_times[widget];
        }
        if (event->type() == QEvent::LayoutRequest)
            m_laidOut += QLatin1String(watched->metaObject()->className());
        return false;
    }

private:
    QHash<const QWidget *, QRegion> m_painted;
    QHash<const QWidget *, int> m_times;
    QStringList m_laidOut;
};

void handleEvents()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

QImage painted(const QFont &font, const std::function<void(QPainter &)> &paint)
{
    QImage image(300, 24, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(Qt::black);
    paint(painter);
    return image;
}

} // namespace

/// A live window works all day beside others: what is painted is what changed, and what keeps its size lays out
/// nothing.
class tst_LivePaint : public QObject, private LiveWindow
{
    Q_OBJECT
private slots:
    void init();
    void aHeartbeatPaintsWhatItChanges();
    void aSecondPaintsTheReasons();
    void aChartBehindAnotherPaneWaits();
    void figuresKeepTheirSize_data();
    void figuresKeepTheirSize();
    void aScrollBarThatStandsStillIsNotPainted();
    void shapedTextIsWhatQtPaints_data();
    void shapedTextIsWhatQtPaints();

private:
    void showWindow();
    void settle()
    {
        QTRY_VERIFY([this] {
            m_watch.forget();
            handleEvents();
            return m_watch.isQuiet();
        }());
    }
    void deliver(Batch batch) { emit m_session->batch(std::make_shared<const Batch>(std::move(batch))); }
    /// With its answer.
    Batch beatOf(int number)
    {
        m_now += 100ms;
        m_traffic.now = m_now;
        m_traffic.beats(number, 1, 0ms);
        Batch batch;
        batch.now = m_now;
        batch.messages = m_traffic.take();
        batch.counters.messages = batch.counters.sip = m_traffic.next - 1;
        DeviceSnapshot one = device(number, DeviceState::Online);
        one.facts.lastBeat = one.lastBeat = m_now;
        one.beats = 7;
        batch.devices = {one};
        batch.events = {
            BeatSeen{.device = idOf(number), .at = m_now, .kind = HeartbeatHistory::Kind::Beat, .sn = {}, .gap = 60s}};
        return batch;
    }

    std::unique_ptr<MainWindow> m_window;
    Session *m_session = nullptr;
    QTimer *m_tick = nullptr;
    Traffic m_traffic;
    TimePoint m_now{};
    Watch m_watch;
};

void tst_LivePaint::init()
{
    m_window.reset();
    prepare();
}

/// 40 devices, and more messages than 1,000.
void tst_LivePaint::showWindow()
{
    m_window = stillWindow(m_session);
    m_tick = m_window->findChild<QTimer *>(QStringLiteral("tick"));
    m_window->resize(1366, 740);
    m_window->show();
    m_traffic = {};
    for (int number = 1; number <= 40; ++number) {
        m_traffic.login(number);
        m_traffic.beats(number, 15, 1ms);
    }
    m_now = m_traffic.now;
    Batch first;
    first.now = m_now;
    first.messages = m_traffic.take();
    first.counters.messages = first.counters.sip = m_traffic.next - 1;
    for (int number = 1; number <= 40; ++number)
        first.devices += device(number, DeviceState::Online);
    deliver(std::move(first));
    deliver(beatOf(1));
    QTRY_COMPARE(m_window->findChild<StatusLine *>()->account().listed, m_traffic.next - 1);
    settle();
}

void tst_LivePaint::aHeartbeatPaintsWhatItChanges()
{
    showWindow();
    auto *const view = m_window->findChild<gb::ui::DeviceView *>();
    auto *const ladder = m_window->findChild<LadderView *>();
    auto *const status = m_window->findChild<StatusLine *>();
    QVERIFY(ladder->isFollowing());
    const QSignalSpy counted(m_window->findChild<FlowPanel *>(), &FlowPanel::shownChanged);
    deliver(beatOf(3));
    QTRY_VERIFY(!counted.isEmpty());
    handleEvents();
    QCOMPARE(m_watch.laidOut(), QString());
    const QModelIndex reason = view->model()->index(2, static_cast<int>(DeviceColumn::Reason));
    QCOMPARE(m_watch.painted(view->viewport()), QRegion(view->visualRect(reason)));
    QCOMPARE(m_watch.times(ladder->viewport()), 1);
    const QRegion line = m_watch.painted(status);
    const auto counts = status->findChildren<QToolButton *>();
    const auto messages = std::find_if(counts.begin(), counts.end(),
        [](const QToolButton *one) { return one->text().endsWith(QStringLiteral(" messages")); });
    QVERIFY(messages != counts.end());
    QCOMPARE(line.boundingRect(), (*messages)->geometry());
    for (const char *pane : {"heartbeats", "operations", "findings", "message"})
        QVERIFY2(m_watch.painted(m_window->findChild<QDockWidget *>(QLatin1String(pane))).isEmpty(), pane);
}

void tst_LivePaint::aSecondPaintsTheReasons()
{
    showWindow();
    auto *const view = m_window->findChild<gb::ui::DeviceView *>();
    deliver([this] {
        Batch later;
        later.now = m_now + 3s;
        return later;
    }());
    settle();
    const QSignalSpy ticked(m_tick, &QTimer::timeout);
    m_tick->start(0);
    QTRY_VERIFY(!ticked.isEmpty());
    m_tick->stop();
    handleEvents();
    QCOMPARE(m_watch.laidOut(), QString());
    const int column = static_cast<int>(DeviceColumn::Reason);
    const QRect seen = m_watch.painted(view->viewport()).boundingRect();
    QVERIFY(!seen.isEmpty());
    QCOMPARE(seen.left(), view->columnViewportPosition(column));
    QCOMPARE(seen.width(), view->columnWidth(column));
    QCOMPARE(m_watch.times(m_window->findChild<LadderView *>()->viewport()), 0);
}

/// Qt does not call it hidden.
void tst_LivePaint::aChartBehindAnotherPaneWaits()
{
    showWindow();
    auto *const chart = m_window->findChild<HeartbeatChart *>();
    auto *const pane = m_window->findChild<QDockWidget *>(QStringLiteral("heartbeats"));
    m_window->findChild<QDockWidget *>(QStringLiteral("findings"))->raise();
    settle();
    m_window->findChild<DevicePanel *>()->select({idOf(3)});
    deliver(beatOf(3));
    deliver(beatOf(3));
    handleEvents();
    QVERIFY(chart->isVisible());
    QCOMPARE(chart->picture().points.size(), 0);
    pane->raise();
    QTRY_COMPARE(chart->picture().points.size(), 1);
    deliver(beatOf(3));
    QTRY_COMPARE(chart->picture().points.size(), 2);
}

void tst_LivePaint::figuresKeepTheirSize_data()
{
    QTest::addColumn<bool>("button");
    QTest::newRow("label") << false;
    QTest::newRow("button") << true;
}

void tst_LivePaint::figuresKeepTheirSize()
{
    QFETCH(const bool, button);
    QWidget window;
    auto *const row = new QHBoxLayout(&window);
    auto *const label = figureLabel();
    auto *const tool = new Steady<QToolButton>;
    row->addWidget(button ? static_cast<QWidget *>(tool) : label);
    row->addStretch();
    QWidget *const shown = row->itemAt(0)->widget();
    const auto tell = [&](const QString &text) { button ? tool->tell(text) : label->tell(text); };
    const auto text = [&] { return button ? tool->text() : label->text(); };
    tell(QStringLiteral("1,234 messages"));
    window.resize(300, 40);
    window.show();
    settle();
    const int width = shown->width();
    QVERIFY(width >= shown->sizeHint().width());
    tell(QStringLiteral("9,876 messages"));
    handleEvents();
    QCOMPARE(text(), QStringLiteral("9,876 messages"));
    QCOMPARE(m_watch.laidOut(), QString());
    QVERIFY(!m_watch.painted(shown).isEmpty());
    QCOMPARE(shown->width(), width);
    tell(QStringLiteral("10,000 messages"));
    handleEvents();
    QVERIFY(!m_watch.laidOut().isEmpty());
    QVERIFY(shown->width() > width);
    const int wide = shown->width();
    QFont font = shown->font();
    font.setPointSizeF(font.pointSizeF() * 2);
    shown->setFont(font);
    handleEvents();
    QVERIFY(shown->width() > wide);
    QCOMPARE(text(), QStringLiteral("10,000 messages"));
    delete (button ? static_cast<QWidget *>(label) : tool);
}

void tst_LivePaint::aScrollBarThatStandsStillIsNotPainted()
{
    LadderBar bar(Qt::Vertical);
    bar.resize(16, 200);
    const auto follow = [&bar](int rows) {
        bar.setRange(0, rows * 20 - 200);
        bar.setPageStep(200);
        bar.setValue(bar.maximum());
    };
    follow(10'000);
    bar.show();
    settle();
    follow(10'001); // its slider is as long as before, and at the end
    handleEvents();
    QCOMPARE(m_watch.times(&bar), 0);
    bar.setValue(0);
    handleEvents();
    QCOMPARE(m_watch.times(&bar), 1);
}

void tst_LivePaint::shapedTextIsWhatQtPaints_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("heartbeat 9 s ago \u00b7 every 10.0 s");
    QTest::newRow("Chinese") << QStringLiteral("心跳 9 秒前 · 每 10.0 秒");
    QTest::newRow("signs") << QStringLiteral("\u25b8 MESSAGE \u2192 200 \u26a0 \u21bb 2");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank at the end") << QStringLiteral("gate ");
    QTest::newRow("markup") << QStringLiteral("<b>gate</b> &amp;");
    QTest::newRow("two lines") << QStringLiteral("gate\nyard");
    QTest::newRow("too long for its cell") << QString(60, u'x');
    QTest::newRow("too long to be remembered") << QString(400, u'i');
}

void tst_LivePaint::shapedTextIsWhatQtPaints()
{
    QFETCH(const QString, text);
    QFont bold = QApplication::font();
    bold.setBold(true);
    for (const QFont &font : {QApplication::font(), bold, monospace()}) {
        const QFontMetrics metrics(font);
        if (!text.contains(u'\n'))
            QCOMPARE(shaped::width(text, font), metrics.horizontalAdvance(text));
        for (const int room : {20, 80, 290})
            QCOMPARE(shaped::fitted(text, font, room), metrics.elidedText(text, Qt::ElideRight, room));
        const QRect cell(4, 2, 280, 20);
        for (const Qt::Alignment where : {Qt::AlignLeft | Qt::AlignVCenter, Qt::AlignRight | Qt::AlignVCenter,
                 Qt::AlignHCenter | Qt::AlignVCenter, Qt::AlignLeft | Qt::AlignTop}) {
            const QImage theirs = painted(font,
                [&](QPainter &painter) { painter.drawText(cell, static_cast<int>(where) | Qt::TextSingleLine, text); });
            for (int time = 0; time < 2; ++time) { // the second one as it was remembered
                const QImage ours = painted(font, [&](QPainter &painter) { shaped::draw(painter, cell, where, text); });
                QVERIFY2(ours == theirs, qPrintable(font.toString() + QString::number(static_cast<int>(where))));
            }
        }
    }
}

QTEST_MAIN(tst_LivePaint)
#include "tst_livepaint.moc"
