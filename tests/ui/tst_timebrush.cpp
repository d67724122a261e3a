#include "core/session/filesession.h"
#include "tests/support/events.h"
#include "tests/support/livewindow.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatcanvas.h"
#include "ui/heartbeat/heartbeatpanel.h"
#include "ui/heartbeat/timebrush.h"
#include "ui/ladder/flowpanel.h"

#include <QtWidgets>

using namespace gb;
using namespace gb::ui;
using gb::test::letEventsComeUntil;

/// A part of the time, by a drag across the heartbeats.
class tst_TimeBrush : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void aDragChooses_data();
    void aDragChooses();
    void theFlowFollows_data();
    void theFlowFollows();

private:
    static void drag(QWidget *on, const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(on, Qt::LeftButton, {}, from);
        QTest::mouseMove(on, (from + to) / 2);
        QTest::mouseMove(on, to);
        QTest::mouseRelease(on, Qt::LeftButton, {}, to);
    }
};

void tst_TimeBrush::aDragChooses_data()
{
    QTest::addColumn<QPoint>("from");
    QTest::addColumn<QPoint>("to");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("to the right") << QPoint(60, 20) << QPoint(160, 30) << 60 << 160;
    QTest::newRow("to the left") << QPoint(160, 20) << QPoint(60, 30) << 60 << 160;
    QTest::newRow("beyond the end") << QPoint(160, 20) << QPoint(390, 30) << 160 << 300;
    QTest::newRow("from beside the chart") << QPoint(10, 20) << QPoint(160, 30) << -1 << -1;
    QTest::newRow("a click") << QPoint(60, 20) << QPoint(62, 20) << -1 << -1;
}

void tst_TimeBrush::aDragChooses()
{
    QFETCH(const QPoint, from);
    QFETCH(const QPoint, to);
    QFETCH(const int, first);
    QFETCH(const int, last);
    QWidget chart;
    chart.resize(400, 100);
    TimeBrush brush(&chart,
        {[] { return QRectF(50, 0, 250, 80); }, [](double x) { return TimePoint(std::chrono::seconds(int(x))); }});
    chart.show();
    QSignalSpy chosen(&brush, &TimeBrush::chosen);
    drag(&chart, from, to);
    QVERIFY(!brush.isVisible());
    QCOMPARE(chosen.size(), first < 0 ? 0 : 1);
    if (first < 0)
        return;
    QCOMPARE(chosen.at(0).at(0).value<TimePoint>(), TimePoint(std::chrono::seconds(first)));
    QCOMPARE(chosen.at(0).at(1).value<TimePoint>(), TimePoint(std::chrono::seconds(last)));
    QTest::mousePress(&chart, Qt::LeftButton, {}, from); // given up with the other button
    QTest::mouseMove(&chart, QPoint(120, 20));
    QTest::mousePress(&chart, Qt::RightButton, {}, QPoint(120, 20));
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, to);
    QCOMPARE(chosen.size(), 1);
}

void tst_TimeBrush::theFlowFollows_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("of one device") << int(HeartbeatPanel::DevicePage);
    QTest::newRow("of all") << int(HeartbeatPanel::FleetPage);
}

void tst_TimeBrush::theFlowFollows()
{
    QFETCH(const int, page);
    MainWindow window(settings(), m_languages,
        std::make_unique<FileSession>(
            QStringList{QStringLiteral(GBSCOPE_TEST_DATA "/field2/11a-auto-unregister.pcap")}, HeartbeatPolicy()));
    window.resize(1366, 740);
    window.show();
    auto *const flow = window.findChild<FlowPanel *>();
    letEventsComeUntil([&] { return flow->rows()->matches() == 50; });
    auto *const panel = window.findChild<HeartbeatPanel *>();
    for (QWidget *one = panel; one; one = one->parentWidget()) {
        if (auto *const dock = qobject_cast<QDockWidget *>(one))
            dock->raise();
    }
    panel->setNow(flow->rows()->entry(49).time());
    flow->setFilterText(QStringLiteral("status:401 or cmd:Keepalive"));
    const qsizetype before = flow->rows()->matches();
    QVERIFY(before < 50);
    panel->setDevice(QStringLiteral("39990000002000000652"));
    panel->setSpan(ChartSpan::All);
    panel->setPage(static_cast<HeartbeatPanel::Page>(page));
    HeartbeatCanvas *const canvas = panel->findChild<HeartbeatCanvas *>();
    FleetStrip *const fleet = panel->fleet();
    const bool isFleet = page == HeartbeatPanel::FleetPage;
    const auto plot = [&] { return isFleet ? fleet->plot() : canvas->plot(); };
    const auto timeAt = [&](double x) { return isFleet ? fleet->timeAt(x) : canvas->timeAt(x); };
    letEventsComeUntil([&] { return plot().width() > 100; });
    QWidget *const on = isFleet ? fleet->viewport() : canvas->viewport();
    QSignalSpy chosen(panel, &HeartbeatPanel::timeChosen);
    const auto part = [&](double share) {
        return QPointF(plot().left() + plot().width() * share, plot().center().y()).toPoint();
    };
    drag(on, part(0.1), part(0.5));
    QCOMPARE(chosen.size(), 1);
    const auto from = chosen.at(0).at(0).value<TimePoint>(), to = chosen.at(0).at(1).value<TimePoint>();
    QCOMPARE(from, timeAt(part(0.1).x()));
    QVERIFY(flow->rows()->filter().text.startsWith(QStringLiteral("(status:401 or cmd:Keepalive) time>=")));
    QVERIFY2(flow->rows()->matches() > 0 && flow->rows()->matches() < before,
        qPrintable(QStringLiteral("%1: %2").arg(flow->rows()->matches()).arg(flow->rows()->filter().text)));
    for (qsizetype i = 0; i < flow->rows()->matches(); ++i) {
        const TimePoint at = flow->rows()->entry(static_cast<quint32>(i)).time();
        QVERIFY(at >= from - std::chrono::milliseconds(1) && at <= to + std::chrono::milliseconds(1));
    }
    drag(on, part(0.6), part(0.9)); // in its place, not beside it
    QCOMPARE(flow->rows()->filter().text.count(QStringLiteral("time>=")), 1);
    QVERIFY(flow->rows()->filter().text.startsWith(QStringLiteral("(status:401 or cmd:Keepalive) time>=")));
}

QTEST_MAIN(tst_TimeBrush)
#include "tst_timebrush.moc"
