#include "core/session/filesession.h"
#include "tests/support/livewindow.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/list/listpanel.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/commands.h"

#include <QInputDialog>
#include <QStandardPaths>

using namespace gb;
using namespace gb::ui;
using gb::test::LiveWindow;

/// Marks and notes on messages, as they are set and found again.
class tst_MarksPane : public QObject, private LiveWindow
{
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { prepare(); }
    void keysInTheLadder();
    void theRecordAndACaptureHaveThem();
    void notes();

private:
    static FlowPanel *choose(MainWindow &window, quint64 number);
    static void key(MainWindow &window, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    std::unique_ptr<MainWindow> withDevice();
    std::unique_ptr<VirtualDevice> m_device;
};

FlowPanel *tst_MarksPane::choose(MainWindow &window, quint64 number)
{
    auto *const flow = window.findChild<FlowPanel *>();
    [&] { QTRY_VERIFY(flow->rows()->log().rowOf(number) >= 0); }();
    flow->ladder()->select(number);
    emit flow->messageSelected(number);
    return flow;
}

void tst_MarksPane::key(MainWindow &window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    auto *const ladder = window.findChild<LadderView *>();
    QApplication::setActiveWindow(&window);
    ladder->setFocus();
    QTest::keyClick(ladder, key, modifiers);
}

std::unique_ptr<MainWindow> tst_MarksPane::withDevice()
{
    auto window = liveWindow();
    m_device = std::make_unique<VirtualDevice>(camera(listen(*window)));
    const bool started = m_device->start();
    [&] { QVERIFY(started); }();
    online(*window);
    return window;
}

void tst_MarksPane::keysInTheLadder()
{
    const auto window = withDevice();
    FlowPanel *const flow = choose(*window, 2);
    const MessageLog &log = flow->rows()->log();
    const auto ribbon = [&] {
        flow->ladder()->showNow();
        QCoreApplication::processEvents();
        const QImage image = flow->ladder()->viewport()->grab(flow->ladder()->messageRect(2)).toImage();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < std::min(14, image.width()); ++x)
                pixels += image.pixelColor(x, y) == colours().media ? 1 : 0;
        }
        return pixels;
    };
    QCOMPARE(ribbon(), 0);
    key(*window, Qt::Key_M);
    QTRY_VERIFY(log.isMarked(2));
    QVERIFY(ribbon() > 20);
    auto *const list = window->findChild<ListPanel *>();
    window->findChild<Commands *>()->run(QStringLiteral("list.show")); // what is out of sight has no rows
    list->setGrouping(Grouping::Message);
    QTRY_VERIFY(list->model()->rowCount() > 2);
    QTRY_COMPARE(list->model()->index(1, 0).data().toString(), QStringLiteral("401 \u2691"));
    choose(*window, 4);
    key(*window, Qt::Key_M);
    QTRY_VERIFY(log.isMarked(4));
    key(*window, Qt::Key_F2, Qt::ShiftModifier);
    QCOMPARE(flow->ladder()->selectedNumber(), std::optional<quint64>(2));
    key(*window, Qt::Key_F2);
    QCOMPARE(flow->ladder()->selectedNumber(), std::optional<quint64>(4));
    flow->setFilterText(QStringLiteral("is:marked"));
    QTRY_COMPARE(flow->rows()->matches(), 2);
    key(*window, Qt::Key_M); // takes it away
    QTRY_COMPARE(flow->rows()->matches(), 1);
}

/// The record has the marks in it; of a file that is only opened they stand beside it.
void tst_MarksPane::theRecordAndACaptureHaveThem()
{
    QString file;
    {
        const auto window = withDevice();
        const MessageLog &log = choose(*window, 2)->rows()->log();
        key(*window, Qt::Key_M);
        QTRY_VERIFY(log.isMarked(2));
        m_device.reset();
        file = m_folder->filePath(QStringLiteral("live.pcapng"));
    }
    const auto octets = [&file] {
        QFile capture(file);
        return capture.open(QIODevice::ReadOnly) ? capture.readAll() : QByteArray();
    };
    const QByteArray before = octets();
    QVERIFY(!before.isEmpty());
    for (int round = 0; round < 2; ++round) {
        MainWindow window(
            *m_settings, m_languages, std::make_unique<FileSession>(QStringList{file}, HeartbeatPolicy{}));
        window.show();
        const MessageLog &log = choose(window, 3)->rows()->log();
        if (round == 0) {
            QTRY_VERIFY(log.isMarked(2));
            key(window, Qt::Key_M);
            QTRY_VERIFY(log.isMarked(3));
            choose(window, 2);
            key(window, Qt::Key_M); // that of the record
        }
        QTRY_VERIFY(log.isMarked(3) && !log.isMarked(2));
    }
    QVERIFY(octets() == before);
}

void tst_MarksPane::notes()
{
    const auto window = withDevice();
    const MessageLog &log = choose(*window, 1)->rows()->log();
    const auto write = [&](const QString &text) {
        key(*window, Qt::Key_Semicolon);
        auto *const dialog = window->findChild<QInputDialog *>();
        [&] { QVERIFY(dialog && dialog->isVisible()); }();
        dialog->setTextValue(text);
        dialog->accept();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    write(QStringLiteral("<b>why</b>\u202e\u0007?"));
    QTRY_VERIFY(log.isMarked(1));
    QCOMPARE(log.markText(1), QStringLiteral("<b>why</b>\\u{202e}\\x07?"));
    write(QString(5000, u'x'));
    QTRY_VERIFY(log.markText(1).startsWith(u"xxx"));
    QVERIFY(log.markText(1).size() <= Mark::maxText + 1);
}

QTEST_MAIN(tst_MarksPane)
#include "tst_markspane.moc"
