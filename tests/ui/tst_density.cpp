#include "tests/support/livewindow.h"
#include "tests/support/traffic.h"
#include "ui/ladder/ladderrow.h"
#include "ui/ladder/ladderview.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/commands.h"

#include <QAction>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using gb::test::Traffic;

namespace {

/// A ladder of 800 messages, held in its middle.
struct Site
{
    Site()
    {
        view.resize(700, 500);
        view.show();
        for (int i = 0; i < 200; ++i)
            traffic.login(1 + i % 2);
        log.append(traffic.take());
        view.setFollow(false);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    }
    void wheel(int y, int delta)
    {
        const QPointF at(300, y);
        QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton, Qt::ControlModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }
    /// -1 where none is.
    qsizetype rowAt(int y) const
    {
        for (qsizetype row = 0; row < rows.count(); ++row) {
            if (const QRect rect = view.rowRect(row); y >= rect.top() && y <= rect.bottom())
                return row;
        }
        return -1;
    }
    bool isInSight(qsizetype row) const
    {
        return view.rowRect(row).top() >= view.ladderLayout().headerHeight()
            && view.rowRect(row).bottom() < view.viewport()->height();
    }

    Traffic traffic;
    MessageLog log;
    FlowRows rows{log};
    LadderView view{&rows};
};

int pixelsOf(const QImage &image, const QRect &area, const QColor &colour)
{
    int found = 0;
    for (int y = std::max(0, area.top()); y <= std::min(area.bottom(), image.height() - 1); ++y) {
        for (int x = std::max(0, area.left()); x <= std::min(area.right(), image.width() - 1); ++x)
            found += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return found;
}

} // namespace

/// How much room a row of the ladder has.
class tst_Density : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void initTestCase() { applyScheme(Scheme::Light); }
    void rowsHaveFourHeights();
    void theWheelKeepsTheRowUnderThePointer_data();
    void theWheelKeepsTheRowUnderThePointer();
    void slowWheelsAddUp();
    void withoutAPointerTheFocusStaysInSight();
    void whoFollowsGoesOnFollowing();
    void theOverviewTellsKindsAndPlaces();
    void theOverviewAsksForNoWords();
    void aRoomyRowSaysMore();
    void isKeptAndHasCommands();
};

void tst_Density::rowsHaveFourHeights()
{
    Site site;
    int last = 0;
    for (int i = 0; i < densities; ++i) {
        site.view.setDensity(static_cast<Density>(i));
        QVERIFY(site.view.ladderLayout().rowHeight() > last);
        last = site.view.ladderLayout().rowHeight();
        if (i == 0)
            QVERIFY(last <= 2);
    }
    QCOMPARE(stepped(Density::Roomy, 1), Density::Roomy);
    QCOMPARE(stepped(Density::Overview, -1), Density::Overview);
}

void tst_Density::theWheelKeepsTheRowUnderThePointer_data()
{
    QTest::addColumn<int>("y");
    QTest::newRow("near the top") << 60;
    QTest::newRow("in the middle") << 260;
    QTest::newRow("near the foot") << 490;
}

void tst_Density::theWheelKeepsTheRowUnderThePointer()
{
    QFETCH(const int, y);
    Site site;
    site.view.select(site.rows.entry(400).number);
    const qsizetype row = site.rowAt(y);
    QVERIFY(row >= 0);
    for (const int delta : {-120, -120, -120, 120, 120, 120, -120}) {
        site.wheel(y, delta);
        QVERIFY2(std::abs(site.rowAt(y) - row) <= (site.view.density() == Density::Overview ? 1 : 0),
            qPrintable(QStringLiteral("%1 is at the place of %2").arg(site.rowAt(y)).arg(row)));
        QVERIFY(!site.view.isFollowing());
    }
}

/// A touch pad tells parts of a notch; what was begun the other way is forgotten.
void tst_Density::slowWheelsAddUp()
{
    Site site;
    for (int i = 0; i < 7; ++i)
        site.wheel(200, -15);
    QCOMPARE(site.view.density(), Density::Normal);
    site.wheel(200, 15);
    site.wheel(200, -15);
    QCOMPARE(site.view.density(), Density::Normal);
    for (int i = 0; i < 7; ++i)
        site.wheel(200, -15);
    QCOMPARE(site.view.density(), Density::Compact);
}

void tst_Density::withoutAPointerTheFocusStaysInSight()
{
    Site site;
    for (const qsizetype match : {qsizetype{400}, qsizetype{2}, qsizetype{797}}) {
        site.view.select(site.rows.entry(static_cast<quint32>(match)).number);
        for (const Density density : {Density::Overview, Density::Roomy, Density::Compact, Density::Normal}) {
            site.view.setDensity(density);
            QVERIFY(site.isInSight(site.view.currentRow()));
            QVERIFY(!site.view.isFollowing());
        }
    }
}

void tst_Density::whoFollowsGoesOnFollowing()
{
    Site site;
    site.view.setFollow(true);
    for (const Density density : {Density::Overview, Density::Roomy, Density::Normal}) {
        site.view.setDensity(density);
        QVERIFY(site.view.isFollowing());
        QCOMPARE(site.view.verticalScrollBar()->value(), site.view.verticalScrollBar()->maximum());
    }
}

/// A line is a line; a problem has a sign in the gutter, too, and the focus one that is larger than its row.
void tst_Density::theOverviewTellsKindsAndPlaces()
{
    Site site;
    site.traffic.enroll(1, true, QStringLiteral("other"));
    site.traffic.answer(1, 403);
    site.log.append(site.traffic.take());
    site.view.setDensity(Density::Overview);
    site.view.setFollow(true);
    QImage image = site.view.viewport()->grab().toImage();
    const QRect last = site.view.rowRect(site.rows.count() - 1);
    const int gutter = site.view.ladderLayout().gutterWidth();
    QVERIFY(pixelsOf(image, last.adjusted(site.view.ladderLayout().lanesX(), 0, 0, 0), colours().failure) > 100);
    QVERIFY(pixelsOf(image, {0, last.top(), gutter, 2}, colours().failure) >= 5);
    const QRect good = site.view.rowRect(site.rows.count() - 3);
    QVERIFY(pixelsOf(image, {0, good.top(), gutter, 2}, colours().failure) == 0);
    QVERIFY(pixelsOf(image, good.adjusted(site.view.ladderLayout().lanesX(), 0, 0, 0), colours().success) > 100);
    site.view.select(site.rows.entry(700).number);
    image = site.view.viewport()->grab().toImage();
    const QRect current = site.view.rowRect(site.view.currentRow());
    QVERIFY(pixelsOf(image, {0, current.top() - 4, gutter, 10}, colours().accent) >= 20);
}

/// No picture of a row is made, so that hundreds of them cost little.
void tst_Density::theOverviewAsksForNoWords()
{
    Site site;
    site.view.grab();
    const quint64 painted = site.view.paintedRows().painted();
    QVERIFY(painted > 0);
    site.view.setDensity(Density::Overview);
    site.view.grab();
    QCOMPARE(site.view.paintedRows().painted(), painted);
    QCOMPARE(site.view.ladderLayout().deviceWidth(), 0);
}

void tst_Density::aRoomyRowSaysMore()
{
    Site site;
    const QString more = detailText(site.log, site.rows.entry(0));
    for (const QString &part :
        QStringList{Traffic::camera(1).text() + QStringLiteral(" \u2192 ") + site.traffic.server.text(),
            QStringLiteral("UDP"), QStringLiteral("reg@camera")})
        QVERIFY2(more.contains(part), qPrintable(more));
    site.view.setDensity(Density::Roomy);
    const QRect row = site.view.rowRect(site.rowAt(250));
    const QImage image = site.view.viewport()->grab().toImage();
    const int upper = site.view.ladderLayout().arrowHeight();
    QVERIFY(upper < row.height());
    QVERIFY(pixelsOf(image, row.adjusted(site.view.ladderLayout().lanesX() + 10, upper, -20, 0), colours().muted) > 20);
}

void tst_Density::isKeptAndHasCommands()
{
    prepare();
    Session *session = nullptr;
    {
        const auto window = stillWindow(session);
        window->show();
        Commands &commands = *window->findChild<Commands *>();
        const LadderView &ladder = *window->findChild<LadderView *>();
        QCOMPARE(ladder.density(), Density::Normal);
        commands.run(QStringLiteral("density.denser"));
        QCOMPARE(ladder.density(), Density::Compact);
        commands.run(QStringLiteral("density.roomier"));
        commands.run(QStringLiteral("density.roomier"));
        QCOMPARE(ladder.density(), Density::Roomy);
        QVERIFY(commands.action(QStringLiteral("density.roomy"))->isChecked());
        commands.run(QStringLiteral("density.overview"));
        QVERIFY(commands.action(QStringLiteral("density.overview"))->isChecked());
        QVERIFY(!commands.action(QStringLiteral("density.roomy"))->isChecked());
        QVERIFY(!commands.keysOf(*commands.find(QStringLiteral("density.denser"))).isEmpty());
        window->close();
    }
    const auto window = stillWindow(session);
    QCOMPARE(window->findChild<LadderView *>()->density(), Density::Overview);
}

QTEST_MAIN(tst_Density)
#include "tst_density.moc"
