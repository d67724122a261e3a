#include "tests/support/contrast.h"
#include "tests/support/events.h"
#include "tests/support/growinglog.h"
#include "ui/ladder/findbar.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/ladder/minimap.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using gb::test::contrast;
using gb::test::letEventsComeUntil;

/// The whole flow on a strip.
class tst_Minimap : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyScheme(Scheme::Light); }
    void countsBits();
    void tellsProblemsMarksAndHits();
    void aPressAndADragMoveTheLadder();
    void tellsWhatIsThere();
    void followsTheFilter();
    void whatNeverCameIsAProblem();
    void aShortFlowStandsBesideItsRows();
    void isPaintedOnlyWhereItIsAnother();
    void aLargeFlowIsLookedAtInSlices();
    void isSeen_data();
    void isSeen();

private:
    struct Site : gb::test::GrowingLog
    {
        FlowPanel panel{log};
        Minimap *map = panel.findChild<Minimap *>();
        LadderView &ladder = *panel.ladder();

        explicit Site(int logins = 500)
        {
            panel.resize(900, 600);
            panel.setFinished(true);
            panel.show();
            for (int i = 0; i < logins; ++i)
                traffic.login(1);
            take();
            settle();
        }
        void settle()
        {
            letEventsComeUntil([this] { return map->isSettled(); });
        }
        /// What stands at the place of a message, and one pixel around.
        int at(quint64 number) const
        {
            const int place = map->yOf(panel.rows()->rowShowing(number)) - ladder.ladderLayout().headerHeight();
            int signs = 0;
            for (int i = std::max(0, place - 1); i <= place + 1 && i < static_cast<int>(map->signs().size()); ++i)
                signs |= map->signs()[static_cast<std::size_t>(i)];
            return signs;
        }
        qsizetype signsOf(int sign) const
        {
            return std::count_if(map->signs().begin(), map->signs().end(), [sign](quint8 one) { return one & sign; });
        }
    };
};

void tst_Minimap::countsBits()
{
    ProblemBits bits;
    std::vector<bool> plain;
    for (int i = 0; i < 1000; ++i) {
        plain.push_back(i * i % 7 == 2);
        bits.push(plain.back());
    }
    for (const std::pair<int, int> &range :
        {std::pair<int, int>(0, 1000), {0, 0}, {63, 65}, {64, 128}, {1, 64}, {999, 1000}, {100, 5000}, {7, 900}}) {
        const auto from = plain.begin() + range.first, to = plain.begin() + std::min(range.second, 1000);
        QCOMPARE(bits.count(static_cast<std::size_t>(range.first), static_cast<std::size_t>(range.second)),
            static_cast<qsizetype>(std::count(from, to, true)));
    }
}

void tst_Minimap::tellsProblemsMarksAndHits()
{
    Site site;
    QVERIFY(site.map->isVisible());
    QCOMPARE(site.signsOf(0xff), 0); // a first challenge is no problem
    site.traffic.enroll(1, true, QStringLiteral("other"));
    const quint64 refused = site.traffic.answer(1, 403).number;
    for (int i = 0; i < 500; ++i)
        site.traffic.login(1);
    site.take();
    site.log.takeMarks(
        {{.number = 400, .at = site.log.entry(399).time(), .isSet = true, .text = QStringLiteral("look")}});
    site.settle();
    QCOMPARE(site.signsOf(Minimap::Problem), 1);
    QCOMPARE(site.at(refused), static_cast<int>(Minimap::Problem));
    QCOMPARE(site.signsOf(Minimap::Mark), 1);
    QCOMPARE(site.at(400), static_cast<int>(Minimap::Mark));
    site.panel.select(1200);
    site.ladder.grab();
    QCOMPARE(site.map->current(), site.map->yOf(site.ladder.currentRow()));
    QVERIFY(site.map->sight().top() <= site.map->current() && site.map->current() <= site.map->sight().bottom());
}

void tst_Minimap::aPressAndADragMoveTheLadder()
{
    Site site;
    QScrollBar &bar = *site.ladder.verticalScrollBar();
    bar.setValue(0);
    site.ladder.grab();
    const int middle = site.map->yOf(1000);
    QTest::mousePress(site.map, Qt::LeftButton, {}, QPoint(10, middle));
    const int height = site.ladder.ladderLayout().rowHeight();
    QVERIFY(std::abs(bar.value() + bar.pageStep() / 2 - 1000 * height) <= 5 * height);
    site.ladder.grab();
    QMouseEvent move(QEvent::MouseMove, QPointF(10, middle + 100), site.map->mapToGlobal(QPointF(10, middle + 100)),
        Qt::NoButton, Qt::LeftButton, {});
    const int before = bar.value();
    QApplication::sendEvent(site.map, &move);
    QVERIFY(bar.value() > before);
    QTest::mouseRelease(site.map, Qt::LeftButton, {}, QPoint(10, middle + 100));
    QTest::mousePress(site.map, Qt::LeftButton, {}, QPoint(10, site.map->height() - 1));
    QCOMPARE(bar.value(), bar.maximum());
    // What is in sight can be taken without a jump
    bar.setValue(bar.maximum() / 2);
    site.ladder.grab();
    const int stands = bar.value();
    QTest::mousePress(site.map, Qt::LeftButton, {}, QPoint(10, site.map->sight().top() + 1));
    QCOMPARE(bar.value(), stands);
}

void tst_Minimap::tellsWhatIsThere()
{
    Site site;
    site.traffic.enroll(1, true, QStringLiteral("other"));
    const quint64 refused = site.traffic.answer(1, 403).number;
    for (int i = 0; i < 500; ++i)
        site.traffic.login(1);
    site.take();
    site.settle();
    const QString there = site.map->toolTipAt(site.map->yOf(site.panel.rows()->rowShowing(refused)));
    QVERIFY2(there.contains(QStringLiteral("1 problem")), qPrintable(there));
    QVERIFY2(there.contains(QStringLiteral("Messages #")), qPrintable(there));
    QVERIFY(!site.map->toolTipAt(site.map->yOf(100)).contains(QStringLiteral("problem")));
    QCOMPARE(site.map->toolTipAt(1), QString()); // beside the heading
}

void tst_Minimap::followsTheFilter()
{
    Site site;
    site.traffic.enroll(1, true, QStringLiteral("other"));
    site.traffic.answer(1, 403);
    site.take();
    site.settle();
    QCOMPARE(site.signsOf(Minimap::Problem), 1);
    site.panel.setFilterText(QStringLiteral("status=401"));
    site.settle();
    QCOMPARE(site.signsOf(Minimap::Problem), 0);
    site.panel.setFilterText({});
    site.settle();
    QCOMPARE(site.signsOf(Minimap::Problem), 1);
}

void tst_Minimap::whatNeverCameIsAProblem()
{
    Site site;
    const quint64 asked = site.traffic.beat(1).number;
    for (int i = 0; i < 500; ++i)
        site.traffic.login(1);
    site.take();
    site.settle();
    QCOMPARE(site.signsOf(Minimap::Problem), 0);
    Awaited awaited;
    awaited.number = asked;
    awaited.behind = site.traffic.next - 1;
    awaited.state = Awaited::State::Missing;
    site.traffic.login(1);
    site.take({awaited});
    site.settle();
    QVERIFY(site.at(asked) & Minimap::Problem);
}

void tst_Minimap::aShortFlowStandsBesideItsRows()
{
    Site site(3);
    QVERIFY(std::abs(site.map->yOf(5) - site.ladder.rowRect(5).top()) <= site.ladder.ladderLayout().rowHeight());
    QTest::mousePress(site.map, Qt::LeftButton, {}, QPoint(10, 300));
    QCOMPARE(site.ladder.verticalScrollBar()->value(), 0);
    Site nobody(0);
    QCOMPARE(nobody.map->toolTipAt(100), QString());
    QTest::mousePress(nobody.map, Qt::LeftButton, {}, QPoint(10, 300));
}

void tst_Minimap::isPaintedOnlyWhereItIsAnother()
{
    Site site;
    site.ladder.viewport()->repaint();
    site.settle();
    QCoreApplication::processEvents();
    const quint64 painted = site.map->painted();
    for (int i = 0; i < 3; ++i) {
        site.ladder.viewport()->repaint();
        site.settle();
        QCoreApplication::processEvents();
    }
    QCOMPARE(site.map->painted(), painted);
    site.ladder.verticalScrollBar()->setValue(site.ladder.verticalScrollBar()->maximum() / 2);
    letEventsComeUntil([&] { return site.map->painted() > painted; });
    QCOMPARE(site.map->painted(), painted + 1);
}

/// The first look at many does not keep the window from anything else.
void tst_Minimap::aLargeFlowIsLookedAtInSlices()
{
    Site site(0);
    for (int i = 0; i < 20'000; ++i)
        site.traffic.login(1);
    site.traffic.enroll(1, true, QStringLiteral("other"));
    const quint64 refused = site.traffic.answer(1, 403).number;
    site.take();
    QVERIFY(!site.map->isSettled());
    site.settle();
    QVERIFY(site.at(refused) & Minimap::Problem);
}

void tst_Minimap::isSeen_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
}

/// At least 3:1, outside of what is in sight and in it.
void tst_Minimap::isSeen()
{
    QFETCH(const int, scheme);
    applyScheme(static_cast<Scheme>(scheme));
    const QPalette palette = QApplication::palette();
    for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Highlight}) {
        for (const QColor &colour : {colours().failure, colours().media, colours().late, colours().accent})
            QVERIFY(contrast(colour, palette.color(ground)) >= 3);
    }
    QVERIFY(contrast(colours().edge, palette.color(QPalette::Window)) >= 3);
    applyScheme(Scheme::Light);
}

QTEST_MAIN(tst_Minimap)
#include "tst_minimap.moc"
