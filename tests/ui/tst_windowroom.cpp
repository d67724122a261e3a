#include "core/session/filesession.h"
#include "tests/support/livewindow.h"
#include "ui/client/silencewindow.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/findings/findingspanel.h"
#include "ui/operations/operationspanel.h"
#include "ui/widgets/textsize.h"
#include "ui/workspace/commands.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QMouseEvent>
#include <QStatusBar>
#include <QTableView>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;

/// How a live window shares its room, and what it says before anybody came.
class tst_WindowRoom : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init();
    void findingsHaveRoomAfterTheForm();
    void whatIsPulledStays();
    void nobodyWasSeen();
    void rowsAreAsHighAsTheirText();
};

void tst_WindowRoom::init()
{
    prepare();
}

/// With the tabs of the panes there.
static int roomOf(const MainWindow &window)
{
    return window.findChild<QStatusBar *>()->y() - window.findChild<QDockWidget *>(QStringLiteral("findings"))->y();
}

/// The form is taller than the room that it leaves.
void tst_WindowRoom::findingsHaveRoomAfterTheForm()
{
    const auto window = liveWindow();
    window->resize(1366, 746);
    QTRY_VERIFY(roomOf(*window) > 0 && roomOf(*window) < 746 * 28 / 100);
    listen(*window);
    QTRY_VERIFY2(std::abs(roomOf(*window) - 746 * 32 / 100) <= 4, qPrintable(QString::number(roomOf(*window))));
    emit window->findChild<Commands *>()->action(QStringLiteral("capture.listen"))->triggered(); // the form again, and
                                                                                                 // back
    QTRY_VERIFY(roomOf(*window) < 746 * 28 / 100);
    emit window->findChild<Commands *>()->action(QStringLiteral("capture.listen"))->triggered();
    QTRY_VERIFY2(std::abs(roomOf(*window) - 746 * 32 / 100) <= 4, qPrintable(QString::number(roomOf(*window))));
}

void tst_WindowRoom::whatIsPulledStays()
{
    int pulled = 0;
    {
        const auto window = liveWindow();
        listen(*window);
        QTRY_VERIFY2(
            std::abs(roomOf(*window) - window->height() * 32 / 100) <= 4, qPrintable(QString::number(roomOf(*window))));
        const int before = roomOf(*window);
        const QPoint separator(
            window->width() / 2, window->findChild<QDockWidget *>(QStringLiteral("findings"))->y() - 2);
        QVERIFY(window->isSeparator(separator));
        QTest::mousePress(window.get(), Qt::LeftButton, {}, separator);
        const QPoint higher = separator - QPoint(0, 80);
        QMouseEvent move(QEvent::MouseMove, higher, window->mapToGlobal(higher), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.get(), &move);
        QTRY_VERIFY(roomOf(*window) > before + 60);
        QTest::mouseRelease(window.get(), Qt::LeftButton, {}, higher);
        pulled = roomOf(*window);
        emit window->findChild<Commands *>()->action(QStringLiteral("capture.listen"))->triggered();
        QTRY_VERIFY(roomOf(*window) < pulled);
        emit window->findChild<Commands *>()->action(QStringLiteral("capture.listen"))->triggered();
        QTRY_VERIFY(std::abs(roomOf(*window) - pulled) <= 4);
        window->close();
    }
    const auto again = liveWindow();
    listen(*again);
    QTRY_VERIFY2(
        std::abs(roomOf(*again) - pulled) <= 4, qPrintable(QStringLiteral("%1 %2").arg(roomOf(*again)).arg(pulled)));
    again->findChild<Commands *>()->action(QStringLiteral("view.resetLayout"))->trigger();
    QTRY_VERIFY(std::abs(roomOf(*again) - again->height() * 32 / 100) <= 12);
}

/// "Nothing is wrong" is no judgement where nobody came.
void tst_WindowRoom::nobodyWasSeen()
{
    m_settings->setExpected({{.id = cameraId, .name = {}, .address = {}},
        {.id = QStringLiteral("34020000001320000002"), .name = {}, .address = {}}});
    const auto window = liveWindow();
    const auto says = [&](const QString &text) {
        const auto labels = window->findChild<FindingsPanel *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel *label) { return label->isVisibleTo(window.get()) && label->text().contains(text); });
    };
    QVERIFY(says(QStringLiteral("No device has been seen yet")) && says(QStringLiteral("Nothing listens yet"))
        && !says(QStringLiteral("Nothing is wrong")));
    QTRY_VERIFY(says(QStringLiteral("2 expected devices are awaited")));
    const Endpoint server = listen(*window);
    QTRY_VERIFY(says(QStringLiteral("camera card (menu Devices)")));
    VirtualDevice device(camera(server));
    QVERIFY(device.start());
    QTRY_VERIFY(!says(QStringLiteral("No device has been seen yet")));
}

/// Chosen in the preferences while the window is there.
void tst_WindowRoom::rowsAreAsHighAsTheirText()
{
    const auto window = liveWindow();
    const DeviceTableModel devices;
    SilenceWindow silence(devices, nullptr);
    const auto tooLow = [&] {
        QStringList names;
        for (const QTableView *one : window->findChildren<QTableView *>() + silence.findChildren<QTableView *>()) {
            const bool hasRows = one->model() && one->model()->rowCount() > 0;
            const int row = hasRows ? one->rowHeight(0) : one->verticalHeader()->defaultSectionSize();
            if (row < one->fontMetrics().height())
                names += one->accessibleName() + QLatin1StringView(one->metaObject()->className());
        }
        return names.join(u' ');
    };
    QCOMPARE(tooLow(), QString());
    const auto *some = window->findChild<OperationsPanel *>()->findChild<QTableView *>();
    const int width = some->columnWidth(0), height = some->verticalHeader()->defaultSectionSize();
    setTextSize(30);
    QTRY_VERIFY(some->fontMetrics().height() > 40); // Qt tells the windows in the event loop
    QTRY_COMPARE(tooLow(), QString());
    QTRY_VERIFY(some->columnWidth(0) > width);
    setTextSize(0);
    QTRY_VERIFY(some->verticalHeader()->defaultSectionSize() == height && some->columnWidth(0) == width);
}

QTEST_MAIN(tst_WindowRoom)
#include "tst_windowroom.moc"
