#include "tests/support/contrast.h"
#include "ui/client/alarmplot.h"
#include "ui/client/askanswer.h"
#include "ui/client/noticerows.h"
#include "ui/widgets/theme.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;

/// Alarms that a subscription brings, over time.
class tst_AlarmPlot : public QObject
{
    Q_OBJECT
private slots:
    void whatIsAnAlarm_data();
    void whatIsAnAlarm();
    void lanesAndTheirOrder();
    void manyLanesShareTheLast();
    void stepsOfTheAxis_data();
    void stepsOfTheAxis();
    void theKeysChoose();
    void theChosenOneStays();
    void whatIsMissingIsSaid();
    void prioritiesDifferByShape();
    void itIsSeenInBothThemes();
    void anyTimesArePainted();
    void aHundredThousand();
    void linkedWithTheList();

private:
    static QStringList at(const char *time, const char *priority = "1", const char *method = "5",
        const char *device = "34020000001310000001")
    {
        return {QStringLiteral("08:00"), QString::fromLatin1(time), QString::fromLatin1(priority),
            QString::fromLatin1(method), QString::fromLatin1(device), QStringLiteral("door")};
    }
    static AskReport alarms(const QList<QStringList> &items)
    {
        AskReport one{.id = 1, .command = QStringLiteral("subscribe-alarm")};
        one.columns = {QStringLiteral("Came at"), QStringLiteral("AlarmTime"), QStringLiteral("AlarmPriority"),
            QStringLiteral("AlarmMethod"), QStringLiteral("DeviceID"), QStringLiteral("AlarmDescription")};
        one.items = items;
        return one;
    }
    static AskReportPtr report(const QList<QStringList> &items)
    {
        return std::make_shared<const AskReport>(alarms(items));
    }
    static QString head(const AlarmPlot &plot) { return plot.words().section(QStringLiteral(" \u00b7 "), 0, 0); }
    static QString after(AlarmPlot &plot, Qt::Key key)
    {
        QTest::keyClick(&plot, key);
        return head(plot);
    }
};

void tst_AlarmPlot::whatIsAnAlarm_data()
{
    QTest::addColumn<QStringList>("row");
    QTest::addColumn<QString>("counts"); // marks, without a time, priority
    const auto row = [](const char *name, const QStringList &item, const char *counts) {
        QTest::newRow(name) << item << QString::fromLatin1(counts);
    };
    row("right", at("2026-03-02T08:00:00"), "1 0 1");
    row("a blank for the T", at("2026-03-02 08:00:00", "4"), "1 0 4");
    row("no priority", at("2026-03-02T08:00:00", ""), "1 0 0");
    row("a priority that there is not", at("2026-03-02T08:00:00", "9"), "1 0 0");
    row("priority of a million digits", at("2026-03-02T08:00:00", QByteArray(1'000'000, '1').constData()), "1 0 0");
    row("no time", at(""), "0 1 -");
    row("no date that there is", at("2026-02-31T08:00:00"), "0 1 -");
    row("words", at("yesterday"), "0 1 -");
    row("a short row", {QStringLiteral("08:00")}, "0 1 -");
}

void tst_AlarmPlot::whatIsAnAlarm()
{
    QFETCH(QStringList, row);
    QFETCH(QString, counts);
    const AlarmLanes lanes = AlarmLanes::of(*report({row}));
    const QString priority = lanes.marks.empty() ? QStringLiteral("-") : QString::number(lanes.marks.front().priority);
    QCOMPARE(QStringLiteral("%1 %2 %3").arg(lanes.marks.size()).arg(lanes.noTime).arg(priority), counts);
    AskReport other = alarms({row});
    other.command = QStringLiteral("subscribe-position");
    QVERIFY(AlarmLanes::of(other).marks.empty());
}

void tst_AlarmPlot::lanesAndTheirOrder()
{
    const AlarmLanes lanes = AlarmLanes::of(
        *report({at("2026-03-02T08:00:09", "1", "5", "a"), at("2026-03-02T08:00:01", "1", "2", "a"),
            at("2026-03-02T08:00:05", "1", "5", "a"), at("2026-03-02T08:00:07", "1", "5", "b")}));
    QCOMPARE(lanes.lanes.size(), std::size_t(3));
    QCOMPARE(lanes.lanes[1].id + lanes.lanes[1].method, QStringLiteral("a2"));
    QString order;
    for (const AlarmLanes::Mark &one : lanes.marks)
        order += QStringLiteral("%1:%2 ").arg(one.item).arg(one.lane);
    QCOMPARE(order, QStringLiteral("1:1 2:0 3:2 0:0 ")); // by the time of the alarm, not by when it came
}

void tst_AlarmPlot::manyLanesShareTheLast()
{
    QList<QStringList> items;
    for (int i = 0; i < 500; ++i)
        items.append(at("2026-03-02T08:00:00", "2", "5", QByteArray::number(i).constData()));
    const AlarmLanes lanes = AlarmLanes::of(*report(items));
    QCOMPARE(lanes.lanes.size(), static_cast<std::size_t>(AlarmLanes::mostLanes));
    QVERIFY(lanes.lanes.back().shared && !lanes.lanes.front().shared);
    QCOMPARE(lanes.marks.size(), std::size_t(500));
    for (const AlarmLanes::Mark &one : lanes.marks)
        QVERIFY(one.lane < AlarmLanes::mostLanes);
}

void tst_AlarmPlot::stepsOfTheAxis_data()
{
    using namespace std::chrono;
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("step");
    const auto row = [](const char *name, Duration least, seconds step) {
        QTest::newRow(name) << qint64(least.count()) << qint64(step.count());
    };
    row("none", 0s, 1s);
    row("3 s", 3s, 5s);
    row("7 min", 7min, 10min);
    row("13 h", 13h, days(1));
    row("200 days", days(200), days(365));
    row("900 years", days(365 * 900 - 1), days(365 * 900));
}

void tst_AlarmPlot::stepsOfTheAxis()
{
    QFETCH(qint64, least);
    QFETCH(qint64, step);
    QCOMPARE(qint64(timeStep(Duration(least)).count()), step);
}

void tst_AlarmPlot::theKeysChoose()
{
    AlarmPlot plot;
    plot.resize(700, 300);
    QList<QStringList> items;
    for (int i = 0; i < 30; ++i)
        items.append(at(QStringLiteral("2026-03-02T08:%1:00").arg(i, 2, 10, QChar(u'0')).toLatin1().constData(), "2",
            i % 2 ? "5" : "2"));
    plot.show(report(items));
    QCOMPARE(plot.count(), 30);
    QVERIFY(plot.focusPolicy() & Qt::TabFocus);
    QSignalSpy chosen(&plot, &AlarmPlot::chosen), activated(&plot, &AlarmPlot::activated);
    QCOMPARE(head(plot), QStringLiteral("last"));
    QCOMPARE(plot.chosenItem(), -1);
    QCOMPARE(after(plot, Qt::Key_Left), QStringLiteral("29 of 30"));
    QCOMPARE(after(plot, Qt::Key_PageUp), QStringLiteral("19 of 30"));
    QCOMPARE(after(plot, Qt::Key_Home), QStringLiteral("1 of 30"));
    QCOMPARE(after(plot, Qt::Key_Left), QStringLiteral("1 of 30"));
    QVERIFY(plot.accessibleDescription().contains(u"1 of 30") && plot.accessibleDescription().contains(u"priority 2"));
    QCOMPARE(after(plot, Qt::Key_Down), QStringLiteral("2 of 30")); // the other lane
    QCOMPARE(after(plot, Qt::Key_Down), QStringLiteral("2 of 30")); // there is no third
    QCOMPARE(after(plot, Qt::Key_End), QStringLiteral("30 of 30"));
    QCOMPARE(chosen.constLast().constFirst().toInt(), 29);
    QTest::keyClick(&plot, Qt::Key_Return);
    QCOMPARE(activated.value(0).value(0).toInt(), 29);
    // Zoomed in, what is chosen is in sight
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&plot, Qt::Key_Plus);
    QCOMPARE(after(plot, Qt::Key_Home), QStringLiteral("1 of 30"));
    QVERIFY(plot.rect().contains(plot.chosenPlace()));
    QTest::keyClick(&plot, Qt::Key_0);
    const QPoint first = plot.chosenPlace().center();
    QTest::keyClick(&plot, Qt::Key_End);
    QVERIFY(plot.chosenPlace().center().x() > first.x() + 300);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, first);
    QCOMPARE(head(plot), QStringLiteral("1 of 30"));
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, first);
    QCOMPARE(activated.constLast().constFirst().toInt(), 0);
}

/// While others come, and older ones make room.
void tst_AlarmPlot::theChosenOneStays()
{
    AlarmPlot plot;
    const auto way = [](int first, int count) {
        QList<QStringList> items;
        for (int i = first; i < first + count; ++i)
            items.append(at(QStringLiteral("2026-03-02T08:%1:00").arg(i, 2, 10, QChar(u'0')).toLatin1().constData()));
        AskReport one = alarms(items);
        one.dropped = first;
        return std::make_shared<const AskReport>(one);
    };
    plot.show(way(0, 10));
    QTest::keyClick(&plot, Qt::Key_Home);
    QTest::keyClick(&plot, Qt::Key_Right);
    plot.show(way(0, 12));
    QCOMPARE(head(plot), QStringLiteral("2 of 12"));
    plot.show(way(1, 12));
    QCOMPARE(head(plot), QStringLiteral("1 of 12"));
    plot.show(way(2, 12));
    QCOMPARE(head(plot), QStringLiteral("last")); // it made room
    plot.show(nullptr);
    QCOMPARE(plot.words(), QString());
}

void tst_AlarmPlot::whatIsMissingIsSaid()
{
    AlarmPlot plot;
    AskReport one = alarms({at("2026-03-02T08:00:00"), at(""), at("2026-03-02T08:10:00", "1", "6")});
    one.dropped = 7;
    one.missed = 3;
    plot.show(std::make_shared<const AskReport>(one));
    for (const char *text :
        {"2 alarm", "2 kinds", "by the device's clock", "7 older ones", "3 NOTIFY", "1 without a time"})
        QVERIFY2(plot.summary().contains(QString::fromLatin1(text)), qPrintable(plot.summary()));
    QVERIFY(plot.accessibleDescription().startsWith(plot.summary()));
    QVERIFY2(plot.words().contains(u"fault") && plot.words().contains(u"door"), qPrintable(plot.words()));
}

/// In one colour each has its shape.
void tst_AlarmPlot::prioritiesDifferByShape()
{
    QList<QImage> shapes;
    for (const char *priority : {"1", "2", "3", "4", ""}) {
        AlarmPlot plot;
        plot.resize(400, 200);
        plot.show(report({at("2026-03-02T08:00:00", priority)}));
        QTest::keyClick(&plot, Qt::Key_Home);
        const QRect place = plot.chosenPlace();
        QTest::keyClick(&plot, Qt::Key_End);
        plot.show(nullptr);
        plot.show(report({at("2026-03-02T08:00:00", priority)})); // none is chosen: no ring around it
        QImage image = plot.grab(place).toImage();
        const QColor behind = plot.palette().color(QPalette::Base);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                image.setPixelColor(x, y, contrast(image.pixelColor(x, y), behind) >= 2 ? Qt::black : Qt::white);
        for (const QImage &other : std::as_const(shapes)) {
            QCOMPARE(other.size(), image.size());
            QVERIFY2(differing(image, other) >= 10, priority);
        }
        shapes.append(image);
    }
}

void tst_AlarmPlot::itIsSeenInBothThemes()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        applyScheme(scheme);
        for (const char *priority : {"1", "2", "3", "4", ""}) {
            AlarmPlot plot;
            plot.resize(400, 200);
            plot.show(report({at("2026-03-02T08:00:00", priority)}));
            QTest::keyClick(&plot, Qt::Key_Home);
            const QRect place = plot.chosenPlace();
            plot.show(nullptr);
            plot.show(report({at("2026-03-02T08:00:00", priority)}));
            const QImage image = plot.grab(place.adjusted(4, 0, -4, 0)).toImage();
            int seen = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    seen += contrast(image.pixelColor(x, y), plot.palette().color(QPalette::Base)) >= 3 ? 1 : 0;
            QVERIFY2(seen >= 15, priority);
        }
    }
    applyScheme(Scheme::Light);
}

/// From the first year to the last, one alone, and none.
void tst_AlarmPlot::anyTimesArePainted()
{
    AlarmPlot plot;
    for (const auto &items : {QList<QStringList>{}, {at("0001-01-01T00:00:00"), at("9999-12-31T23:59:59")},
             {at("2026-03-02T08:00:00")}, {at("2026-03-02T08:00:00"), at("2026-03-02T08:00:00")}, {at("")}}) {
        plot.show(report(items));
        for (const QSize &size : {QSize(1, 1), QSize(20, 20), QSize(3000, 30), QSize(700, 400)}) {
            plot.resize(size);
            QVERIFY(!plot.grab().isNull());
        }
        for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Minus, Qt::Key_0, Qt::Key_Up, Qt::Key_Left}) {
            QTest::keyClick(&plot, key);
            plot.grab();
        }
    }
}

/// More than a subscription keeps. What is on one pixel is drawn once, so it takes no longer than a few.
void tst_AlarmPlot::aHundredThousand()
{
    QList<QStringList> items;
    for (int i = 0; i < 100'000; ++i)
        items.append(at(QStringLiteral("2026-03-02T%1:%2:%3")
                            .arg(i / 3600 % 24, 2, 10, QChar(u'0'))
                            .arg(i / 60 % 60, 2, 10, QChar(u'0'))
                            .arg(i % 60, 2, 10, QChar(u'0'))
                            .toLatin1()
                            .constData(),
            QByteArray::number(i % 6).constData(), QByteArray::number(i % 7 + 1).constData(),
            QByteArray::number(i % 40).constData()));
    AlarmPlot plot;
    plot.resize(1000, 700);
    plot.show(report(items));
    QCOMPARE(plot.count(), 100'000);
    QElapsedTimer took;
    took.start();
    QVERIFY(!plot.grab().isNull());
    QTest::keyClick(&plot, Qt::Key_Up);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(500, 100));
    QVERIFY2(took.elapsed() < 2000, qPrintable(QString::number(took.elapsed()))); // one by one it takes far longer
}

void tst_AlarmPlot::linkedWithTheList()
{
    AskAnswer answer;
    answer.retranslate();
    answer.resize(900, 500);
    answer.show(report({at("2026-03-02T08:05:00"), at("2026-03-02T08:01:00"), at("2026-03-02T08:03:00")}));
    auto *const plot = answer.findChild<AlarmPlot *>();
    auto *const pages = answer.findChild<QTabWidget *>();
    QTableView *list = nullptr;
    for (auto *one : answer.findChildren<QTableView *>()) {
        if (one->model()->rowCount() == 3)
            list = one;
    }
    QVERIFY(plot && pages && list);
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(list->selectionModel()->selectedRows().value(0).row(), 1);
    list->selectRow(2);
    QCOMPARE(plot->chosenItem(), 2);
    QTest::keyClick(plot, Qt::Key_Return);
    QCOMPARE(pages->currentWidget()->findChild<QTableView *>(), list);
    list->sortByColumn(1, Qt::AscendingOrder); // another order: the same alarm
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(list->selectionModel()->selectedRows().value(0).row(), 0);
    QCOMPARE(plot->chosenItem(), 1);
}

QTEST_MAIN(tst_AlarmPlot)
#include "tst_alarmplot.moc"
