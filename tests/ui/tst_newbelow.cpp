#include "tests/support/events.h"
#include "tests/support/growinglog.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/ladder/newbelow.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using gb::test::letEventsComeUntil;

/// What came below a ladder that somebody reads.
class tst_NewBelow : public QObject
{
    Q_OBJECT
private slots:
    void countsWhatCameSinceThen();
    void goesToProblemsFirst();
    void followsTheFilter();
    void whatIsInSightIsNotBelow();
    void aFinishedRecordHasNone();

private:
    struct Site : gb::test::GrowingLog
    {
        FlowPanel panel{log};
        NewBelow *below = panel.findChild<NewBelow *>();

        Site()
        {
            panel.resize(700, 300);
            panel.show();
            for (int i = 0; i < 20; ++i)
                traffic.login(1);
            take();
        }
        void hold()
        {
            panel.select(3);
            emit panel.messageSelected(3);
        }
        QString text() const { return below->isVisible() ? below->text() : QString(); }
        void wait(const QString &wanted)
        {
            letEventsComeUntil([&] { return text() == wanted; });
        }
    };
};

void tst_NewBelow::countsWhatCameSinceThen()
{
    Site site;
    site.traffic.login(2);
    site.take();
    QVERIFY(site.panel.ladder()->isFollowing());
    QVERIFY(!site.below->isVisible());
    site.hold();
    QVERIFY(!site.panel.ladder()->isFollowing() && !site.below->isVisible()); // nothing came yet
    site.traffic.beats(2, 3);
    site.take();
    site.wait(QStringLiteral("\u25bc 6 new"));
    QVERIFY(site.panel.ladder()->geometry().contains(site.below->mapTo(&site.panel, site.below->rect().center())));
    const int place = site.panel.ladder()->verticalScrollBar()->value();
    site.traffic.beats(2, 1);
    site.take();
    site.wait(QStringLiteral("\u25bc 8 new"));
    QCOMPARE(site.panel.ladder()->verticalScrollBar()->value(), place); // what is read stays
    QTest::mouseClick(site.below, Qt::LeftButton);
    QVERIFY(site.panel.ladder()->isFollowing());
    QVERIFY(!site.below->isVisible());
    site.hold();
    QVERIFY(!site.below->isVisible()); // those were seen
}

void tst_NewBelow::goesToProblemsFirst()
{
    Site site;
    site.hold();
    QSignalSpy selected(&site.panel, &FlowPanel::messageSelected);
    const quint64 last = site.log.entry(site.log.count() - 1).number;
    site.traffic.beats(1, 1);
    for (int i = 0; i < 2; ++i) {
        site.traffic.enroll(1, true);
        site.traffic.answer(1, 403);
    }
    site.traffic.beats(1, 1);
    site.take();
    site.wait(QStringLiteral("\u25bc 8 new \u00b7 2 problem(s)"));
    for (const quint64 problem : {last + 4, last + 6}) {
        QTest::mouseClick(site.below, Qt::LeftButton);
        QCOMPARE(selected.takeLast().constFirst().toULongLong(), problem);
        QVERIFY(site.log.entry(site.log.rowOf(problem)).isProblem());
        QVERIFY(!site.panel.ladder()->isFollowing());
    }
    QCOMPARE(site.text(), QStringLiteral("\u25bc 8 new"));
    QTest::mouseClick(site.below, Qt::LeftButton);
    QVERIFY(site.panel.ladder()->isFollowing());
}

void tst_NewBelow::followsTheFilter()
{
    Site site;
    site.hold();
    site.traffic.beats(1, 1);
    site.traffic.beats(2, 2);
    site.take();
    site.wait(QStringLiteral("\u25bc 6 new"));
    site.panel.setDeviceFilter({gb::test::Traffic::id(1)});
    site.wait(QStringLiteral("\u25bc 2 new"));
    site.panel.clearFilters();
    site.wait(QStringLiteral("\u25bc 6 new"));
    site.log.clear();
    QVERIFY(!site.below->isVisible());
}

/// A few rows of a device, one of them selected: what comes is seen as it comes, and is not counted later.
void tst_NewBelow::whatIsInSightIsNotBelow()
{
    Site site;
    site.panel.setDeviceFilter({gb::test::Traffic::id(2)});
    site.traffic.login(2);
    site.take();
    const quint64 first = site.log.entry(site.log.count() - 4).number;
    site.panel.select(first);
    site.traffic.beats(2, 1);
    site.take();
    QSignalSpy looked(site.below->findChild<QTimer *>(), &QTimer::timeout);
    letEventsComeUntil([&] { return !looked.isEmpty(); });
    const QScrollBar *const bar = site.panel.ladder()->verticalScrollBar();
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(!site.panel.ladder()->isFollowing());
    QVERIFY2(!site.below->isVisible(), qPrintable(site.below->text()));
    for (int i = 0; i < 12; ++i)
        site.traffic.login(2);
    site.take();
    site.wait(QStringLiteral("\u25bc 48 new"));
}

/// While a file is read messages come, too.
void tst_NewBelow::aFinishedRecordHasNone()
{
    Site site;
    site.hold();
    site.traffic.beats(1, 3);
    site.take();
    site.wait(QStringLiteral("\u25bc 6 new"));
    site.panel.setFinished(true);
    QVERIFY(!site.below->isVisible());
    site.hold();
    QCoreApplication::processEvents();
    QVERIFY(!site.below->isVisible());
}

QTEST_MAIN(tst_NewBelow)
#include "tst_newbelow.moc"
