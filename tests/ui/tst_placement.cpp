#include "ui/workspace/placement.h"

#include <QDialog>
#include <QGuiApplication>
#include <QScreen>
#include <QVBoxLayout>
#include <QtTest>

using namespace gb::ui;

/// Windows open where all of them is seen.
class tst_Placement : public QObject
{
    Q_OBJECT
private slots:
    void allOfItIsOnTheScreen_data();
    void allOfItIsOnTheScreen();
    void besideTheParentWhereThereIsRoom();
    void aDialogOpensInSight();
    void whatIsMovedStays();
    void whatGrowsIsPushedBack();
};

static const QMargins frame(4, 30, 4, 4);

void tst_Placement::allOfItIsOnTheScreen_data()
{
    QTest::addColumn<QRect>("available");
    for (const QSize &screen : {QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080), QSize(2560, 1440)}) {
        for (const int percent : {100, 150, 200})
            QTest::newRow(
                qPrintable(QStringLiteral("%1x%2 at %3 %").arg(screen.width()).arg(screen.height()).arg(percent)))
                << QRect(0, 27, screen.width() * 100 / percent, screen.height() * 100 / percent - 27);
    }
}

void tst_Placement::allOfItIsOnTheScreen()
{
    QFETCH(const QRect, available);
    const QRect parents[] = {QRect(), available, available.adjusted(200, 100, -200, -100),
        available.translated(available.width() - 50, available.height() - 50), available.translated(-300, -200)};
    for (const QRect &parent : parents) {
        for (const QSize &wanted : {QSize(1600, 960), QSize(1080, 700), QSize(440, 360), QSize(300, 120)}) {
            const QRect rect = Placing{.wanted = wanted,
                .least = {},
                .frame = frame,
                .available = available,
                .parent = parent}
                                   .place();
            QVERIFY(available.contains(rect.marginsAdded(frame)));
            const QSize room = available.marginsRemoved(frame).size();
            QCOMPARE(rect.size(), wanted.boundedTo(room)); // no smaller than it must be
        }
    }
    const QRect large = Placing{.wanted = {100, 100},
        .least = {5000, 5000},
        .frame = frame,
        .available = available,
        .parent = {}}.place();
    QCOMPARE(large.topLeft(), available.marginsRemoved(frame).topLeft()); // the title bar before anything else
}

void tst_Placement::besideTheParentWhereThereIsRoom()
{
    const QRect screen(0, 0, 1920, 1080);
    const auto at = [&](const QRect &parent) {
        return Placing{.wanted = {500, 400}, .least = {}, .frame = frame, .available = screen, .parent = parent}
            .place()
            .marginsAdded(frame);
    };
    const QRect left(100, 100, 1200, 800), right(700, 100, 1200, 800), wide(100, 100, 1700, 800);
    QVERIFY(!at(left).intersects(left) && at(left).top() == left.top());
    QVERIFY(!at(right).intersects(right) && at(right).right() < right.left());
    QCOMPARE(at(wide).center(), wide.center());
}

struct Windows
{
    QWidget parent;
    Placement placement{&parent};
    QDialog dialog{&parent};
    Windows()
    {
        parent.setGeometry(QGuiApplication::primaryScreen()->availableGeometry().adjusted(20, 40, -20, -20));
        parent.show();
        dialog.resize(400, 300);
    }
    bool inSight() const
    {
        return parent.screen()->availableGeometry().contains(dialog.geometry().marginsAdded(frameOf(&dialog)));
    }
};

void tst_Placement::aDialogOpensInSight()
{
    Windows windows;
    windows.dialog.resize(5000, 5000);
    windows.dialog.show();
    QVERIFY(windows.inSight());
}

void tst_Placement::whatIsMovedStays()
{
    Windows windows;
    windows.dialog.show();
    const QPoint moved = windows.parent.screen()->availableGeometry().topLeft() + QPoint(50, 60);
    windows.dialog.move(moved);
    windows.dialog.hide();
    windows.dialog.show();
    QCOMPARE(windows.dialog.pos(), moved);
}

void tst_Placement::whatGrowsIsPushedBack()
{
    Windows windows;
    windows.dialog.show();
    const QRect screen = windows.parent.screen()->availableGeometry();
    windows.dialog.move(screen.right() - 420, screen.bottom() - 320);
    windows.dialog.resize(500, 500);
    QTRY_VERIFY(windows.inSight());
}

QTEST_MAIN(tst_Placement)
#include "tst_placement.moc"
