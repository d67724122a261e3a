#include "core/report/words/wording.h"
#include "tests/support/devices.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/deviceview.h"
#include "ui/devices/statedelegate.h"
#include "ui/settings/languages.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using namespace std::chrono_literals;

class tst_DevicePanel : public QObject
{
    Q_OBJECT
private slots:
    void selectionAndCurrentRowStayWithTheirDevices();
    void typingSurvivesNewsOfTheDevice();
    void returnChoosesWhatWasFound();
    void emptyTablesTeach();
    void aCountFiltersToItsState();
    void copiedRowsAreTabSeparatedAndNoFormulas();
    void columnsAreRestored();
    void typeAndSerialStayVisible();
    void theReasonFollowsTheStateAndStretches();
    void idsAreWholeWhereReasonsHaveRoom();
    void aNameNeverHidesAReason();
    void whatHasAColumnIsNotRepeated();
    void theKeyboardReachesColumnsAndOrder();
    void nothingMovesUnderThePointer();
    void aWindowUnderThePointerHoldsNothing();
    void theChosenRowStaysInSight();
    void aPasswordIsHiddenUntilWanted();
    void shortReasonsLeaveRoomForIds();
    void noReasonHidesTheIds();
    void labelsShowNoMarkup();
    void thousandsAreGrouped();
};

void tst_DevicePanel::selectionAndCurrentRowStayWithTheirDevices()
{
    DevicePanel panel;
    QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<DeviceSnapshot> devices;
    for (int i = 1; i <= 5; ++i)
        devices << device(i, DeviceState::Online);
    panel.apply(devices, {}, start);
    QSignalSpy selected(&panel, &DevicePanel::selectionChanged);
    panel.select({idOf(2), idOf(5)});
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].toStringList(), (QStringList{idOf(2), idOf(5)}));
    panel.apply({device(5, DeviceState::AuthFailed), device(6, DeviceState::Offline)}, {idOf(1), idOf(3)}, start + 2s);
    QCOMPARE(order(*panel.model()), QStringLiteral("5 6 2 4"));
    QCOMPARE(panel.selectedIds(), (QStringList{idOf(5), idOf(2)}));
    QCOMPARE(panel.model()->idAt(panel.view()->currentIndex().row()), idOf(2));
    panel.apply({}, {idOf(2)}, start + 3s);
    QCOMPARE(panel.selectedIds(), QStringList{idOf(5)});
}

void tst_DevicePanel::typingSurvivesNewsOfTheDevice()
{
    DevicePanel panel;
    panel.resize(600, 300);
    panel.show();
    panel.apply({device(1, DeviceState::Online), device(2, DeviceState::Online)}, {}, start);
    panel.select({idOf(2)});
    panel.view()->renameCurrent();
    auto *edit = panel.view()->viewport()->findChild<QLineEdit *>();
    QVERIFY(edit);
    QTest::keyClicks(edit, QStringLiteral("Yard"));
    panel.apply({device(2, DeviceState::AuthFailed)}, {}, start + 5s);
    QCOMPARE(order(*panel.model()), QStringLiteral("2 1"));
    QSignalSpy edited(&panel, &DevicePanel::aliasEdited);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(edited.size(), 1);
    QCOMPARE(edited[0], (QVariantList{idOf(2), QStringLiteral("Yard")}));
}

/// Whatever was chosen before and is hidden now.
void tst_DevicePanel::returnChoosesWhatWasFound()
{
    DevicePanel panel;
    panel.resize(600, 300);
    panel.show();
    panel.apply({device(1, DeviceState::Online), device(2, DeviceState::Online)}, {}, start);
    panel.select({idOf(1)});
    panel.focusFilter();
    auto *filter = panel.findChild<QLineEdit *>();
    QTest::keyClicks(filter, idOf(2).right(4));
    QCOMPARE(panel.model()->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(panel.selectedIds(), QStringList{idOf(2)});
    panel.focusFilter();
    QTest::keyClick(filter, Qt::Key_Return); // what is chosen stays so
    QCOMPARE(panel.selectedIds(), QStringList{idOf(2)});
}

void tst_DevicePanel::emptyTablesTeach()
{
    DevicePanel panel;
    panel.resize(600, 400);
    panel.show();
    const auto isShown = [&panel](const QString &text) {
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    };
    panel.setEmptyState(QStringLiteral("Not listening."), {QStringLiteral("Choose an interface.")});
    QVERIFY(isShown(QStringLiteral("Not listening.")));
    panel.setSetupHint({{QStringLiteral("Port"), QStringLiteral("5060")}});
    QVERIFY(isShown(QStringLiteral("5060")));
    QVERIFY(!isShown(QStringLiteral("Not listening.")));
    panel.apply({device(1, DeviceState::Online)}, {}, start);
    QVERIFY(!isShown(QStringLiteral("5060")));
    panel.focusFilter();
    auto *filter = panel.findChild<QLineEdit *>();
    QTest::keyClicks(filter, QStringLiteral("xyz"));
    QVERIFY(isShown(QStringLiteral("xyz")));
    QTest::mouseClick(panel.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(panel.model()->rowCount(), 1);
    QVERIFY(panel.view()->isVisible());
    QVERIFY(filter->text().isEmpty());
}

void tst_DevicePanel::aCountFiltersToItsState()
{
    DevicePanel panel;
    panel.resize(600, 400);
    panel.show();
    panel.apply(
        {device(1, DeviceState::Online), device(2, DeviceState::Offline), device(3, DeviceState::Lapsed)}, {}, start);
    QToolButton *offline = nullptr;
    for (QToolButton *button : panel.findChildren<QToolButton *>())
        offline = button->isVisible() && button->text() == QStringLiteral("2") ? button : offline;
    QVERIFY(offline);
    QTest::mouseClick(offline, Qt::LeftButton);
    QCOMPARE(order(*panel.model()), QStringLiteral("2 3"));
    QVERIFY(offline->isChecked());
    QTest::mouseClick(offline, Qt::LeftButton);
    QCOMPARE(panel.model()->rowCount(), 3);
}

void tst_DevicePanel::copiedRowsAreTabSeparatedAndNoFormulas()
{
    DeviceSnapshot one = device(1, DeviceState::AuthFailed);
    one.reason = {.code = NoteCode::WrongPassword, .a = {}, .b = {}};
    DevicePanel panel;
    panel.apply({one, device(2, DeviceState::Online)}, {}, start);
    panel.setAliases({{idOf(1), QStringLiteral("=1+1")}});
    panel.select({idOf(1)});
    panel.view()->copyRows();
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[1],
        QStringList({QStringLiteral("authentication failed"), QStringLiteral("wrong password"), idOf(1),
                        QStringLiteral("'=1+1")})
            .join(QLatin1Char('\t')));
}

void tst_DevicePanel::columnsAreRestored()
{
    DevicePanel panel;
    panel.apply(threeDevices(), {}, start);
    panel.view()->setColumnHidden(static_cast<int>(DeviceColumn::Address), false);
    panel.view()->sortByColumn(static_cast<int>(DeviceColumn::Address), Qt::DescendingOrder);
    const QByteArray state = panel.saveState();
    DevicePanel other;
    other.apply(threeDevices(), {}, start);
    QVERIFY(!other.restoreState(QByteArrayLiteral("rubbish")));
    QVERIFY(other.view()->isColumnHidden(static_cast<int>(DeviceColumn::Address)));
    QVERIFY(other.restoreState(state));
    QVERIFY(!other.view()->isColumnHidden(static_cast<int>(DeviceColumn::Address)));
    QCOMPARE(order(*other.model()), QStringLiteral("3 1 2"));
    other.view()->resetColumns();
    QVERIFY(other.view()->isColumnHidden(static_cast<int>(DeviceColumn::Address)));
    QCOMPARE(order(*other.model()), QStringLiteral("3 2 1"));
}

void tst_DevicePanel::typeAndSerialStayVisible()
{
    const QFontMetrics metrics(QApplication::font());
    const QString id = QStringLiteral("34020000001320000007");
    QCOMPARE(elidedId(id, metrics, metrics.horizontalAdvance(id)), id);
    const QString tight = elidedId(id, metrics, metrics.horizontalAdvance(QStringLiteral("3402\u20261320000007")));
    QCOMPARE(tight, QStringLiteral("3402\u20261320000007"));
    QVERIFY(metrics.horizontalAdvance(elidedId(QString(200, QLatin1Char('x')), metrics, 80)) <= 80);
}

/// A panel in which the reason is measured in letters of its font.
struct Room
{
    DevicePanel panel;
    gb::ui::DeviceView *view = panel.view();
    const int letter = view->fontMetrics().averageCharWidth();
    const int whole = QFontMetrics(monospace()).horizontalAdvance(QString(20, u'0'));

    Room()
    {
        panel.apply(threeDevices(), {}, start);
        panel.show();
    }
    int width(DeviceColumn column) const { return view->columnWidth(static_cast<int>(column)); }
    void resize(int wanted)
    {
        panel.resize(wanted, 300);
        QCoreApplication::processEvents();
    }
    /// All columns in sight, so that nothing scrolls.
    int sum() const { return view->horizontalHeader()->length(); }
};

void tst_DevicePanel::theReasonFollowsTheStateAndStretches()
{
    Room room;
    QHeaderView *header = room.view->horizontalHeader();
    QCOMPARE(header->visualIndex(static_cast<int>(DeviceColumn::State)), 0);
    QCOMPARE(header->visualIndex(static_cast<int>(DeviceColumn::Reason)), 1);
    for (const int width : {500, 700, 1200}) {
        room.resize(width);
        QCOMPARE(room.sum(), room.view->viewport()->width());
    }
    const int before = room.width(DeviceColumn::Reason);
    room.resize(1500);
    QCOMPARE(room.width(DeviceColumn::Reason), before + 300);
}

void tst_DevicePanel::idsAreWholeWhereReasonsHaveRoom()
{
    Room room;
    room.resize(900);
    QVERIFY(room.width(DeviceColumn::Id) >= room.whole);
    const int state = room.width(DeviceColumn::State);
    room.resize(state + room.whole + 28 * room.letter);
    QVERIFY(room.width(DeviceColumn::Id) < room.whole); // IDs shrink first
    QVERIFY(room.width(DeviceColumn::Reason) >= 30 * room.letter);
    room.resize(state + room.whole + 34 * room.letter);
    QVERIFY(room.width(DeviceColumn::Id) >= room.whole); // short reasons need no more
    DeviceSnapshot one = threeDevices().constFirst();
    one.verdict.state = DeviceState::AuthFailed;
    one.reason = {.code = NoteCode::PasswordKnown, .a = QStringLiteral("2")};
    const QString text = wording::briefSentence(one, start);
    room.resize(state + room.whole + room.view->fontMetrics().horizontalAdvance(text)); // but for margins it is enough
    QVERIFY(room.width(DeviceColumn::Id) >= room.whole);
    room.panel.apply({one}, {}, start);
    room.panel.setNow(start + 1s);
    QVERIFY(room.width(DeviceColumn::Id) < room.whole);
    QVERIFY(room.width(DeviceColumn::Reason) >= room.view->fontMetrics().horizontalAdvance(text));
    room.resize(1000);
    QHeaderView *header = room.view->horizontalHeader();
    header->resizeSection(static_cast<int>(DeviceColumn::Id), 77); // by hand it stays
    room.resize(1000);
    QCOMPARE(room.width(DeviceColumn::Id), 77);
    room.view->resetColumns();
    QVERIFY(room.width(DeviceColumn::Id) >= room.whole);
}

void tst_DevicePanel::aNameNeverHidesAReason()
{
    Room room;
    room.resize(460);
    room.view->showAliases();
    for (int row = 0; row < room.panel.model()->rowCount(); ++row) {
        const QModelIndex index = room.panel.model()->index(row, static_cast<int>(DeviceColumn::Reason));
        const QString reason = index.data(DeviceTableModel::BriefRole).toString();
        QVERIFY(room.width(DeviceColumn::Reason) > room.view->fontMetrics().horizontalAdvance(reason));
    }
    QHeaderView *header = room.view->horizontalHeader();
    QVERIFY(header->visualIndex(static_cast<int>(DeviceColumn::Alias))
        > header->visualIndex(static_cast<int>(DeviceColumn::Reason)));
    QVERIFY(header->sectionViewportPosition(static_cast<int>(DeviceColumn::Reason)) >= 0);
    QVERIFY(header->sectionViewportPosition(static_cast<int>(DeviceColumn::Reason)) + room.width(DeviceColumn::Reason)
        <= room.view->viewport()->width());
    room.resize(1200);
    QVERIFY(room.width(DeviceColumn::Id) >= room.whole);
}

/// The text that a delegate draws.
class DrawnReason : public ReasonDelegate
{
public:
    using ReasonDelegate::ReasonDelegate;
    QString in(const QModelIndex &index, int width) const
    {
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, width, 20);
        initStyleOption(&option, index);
        return option.text;
    }
};

/// The interval has a column of its own, and is left out where that is shown, or where the sentence has no room.
void tst_DevicePanel::whatHasAColumnIsNotRepeated()
{
    DevicePanel panel;
    DeviceSnapshot one = threeDevices().constFirst();
    one.verdict.state = DeviceState::Online;
    one.reason = {};
    one.facts.lastBeat = one.lastBeat = start;
    one.medianInterval = 60s;
    panel.apply({one}, {}, start + 12s);
    const QModelIndex reason = panel.model()->index(0, static_cast<int>(DeviceColumn::Reason));
    bool hasInterval = false;
    const DrawnReason drawn([&hasInterval] { return hasInterval; }, nullptr);
    const QString whole = QStringLiteral("heartbeat 12 s ago \u00b7 every 60.0 s"),
                  brief = QStringLiteral("heartbeat 12 s ago");
    QCOMPARE(drawn.in(reason, 600), whole);
    QCOMPARE(drawn.in(reason, 150), brief);
    hasInterval = true;
    QCOMPARE(drawn.in(reason, 600), brief);
}

static QStringList idsOf(const DevicePanel &panel)
{
    QStringList ids;
    for (int row = 0; row < panel.model()->rowCount(); ++row)
        ids += panel.model()->idAt(row);
    return ids;
}

/// Rows stay where they are while the pointer rests on them, and for a while after one was pressed.
void tst_DevicePanel::theKeyboardReachesColumnsAndOrder()
{
    DevicePanel panel;
    panel.resize(600, 300);
    panel.show();
    panel.apply(
        {device(1, DeviceState::Online), device(2, DeviceState::Offline), device(3, DeviceState::Online)}, {}, start);
    gb::ui::DeviceView *const view = panel.view();
    view->setFocus();
    view->select({idOf(1)});
    QTest::keyClick(view, Qt::Key_End); // rows are whole, so it is none of the columns
    QCOMPARE(view->currentIndex().row(), 2);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->currentIndex().row(), 0);
    view->openColumnMenu(view->mapToGlobal(QPoint(0, 0)));
    const auto actionIn = [](QMenu *menu, const QString &text) {
        const QList<QAction *> all = menu->actions();
        const auto found = std::find_if(all.begin(), all.end(), [&](QAction *one) { return one->text() == text; });
        return found == all.end() ? nullptr : *found;
    };
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QAction *const sorting = actionIn(menu, QStringLiteral("Sort by"));
    QVERIFY(sorting && sorting->menu());
    QCOMPARE(order(*panel.model()), QStringLiteral("2 1 3"));
    QAction *const byId = actionIn(sorting->menu(), QStringLiteral("Device ID"));
    QVERIFY(byId);
    byId->trigger();
    QCOMPARE(order(*panel.model()), QStringLiteral("1 2 3"));
    byId->trigger(); // the other way round, as a second click on the title
    QCOMPARE(order(*panel.model()), QStringLiteral("3 2 1"));
    actionIn(sorting->menu(), QStringLiteral("Worst first"))->trigger();
    QCOMPARE(order(*panel.model()), QStringLiteral("2 1 3"));
    menu->close();
}

void tst_DevicePanel::nothingMovesUnderThePointer()
{
    DevicePanel panel;
    panel.resize(600, 300);
    panel.show();
    QList<DeviceSnapshot> devices = threeDevices();
    for (DeviceSnapshot &one : devices)
        one.verdict.state = DeviceState::Online;
    panel.apply(devices, {}, start);
    const QStringList first = idsOf(panel);
    QWidget *const viewport = panel.view()->viewport();
    const auto leave = [viewport] {
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(viewport, &event);
    };
    const auto change = [&](qsizetype which, DeviceState state, Duration at) {
        devices[which].verdict.state = state;
        panel.apply({devices.at(which)}, {}, start + at);
        panel.setNow(start + at + 5s);
    };
    QTest::mouseMove(viewport, QPoint(10, 10));
    change(2, DeviceState::AuthFailed, 10s);
    QCOMPARE(idsOf(panel), first);
    leave();
    QVERIFY(idsOf(panel) != first); // the worst one first
    const QStringList second = idsOf(panel);
    QTest::mousePress(viewport, Qt::LeftButton, {}, QPoint(10, 10));
    leave();
    change(2, DeviceState::Online, 30s);
    QCOMPARE(idsOf(panel), second);
    auto *pressed = panel.view()->findChild<QTimer *>(QStringLiteral("pressed"));
    QCOMPARE(pressed->interval(), 2000);
    pressed->stop();
    QMetaObject::invokeMethod(pressed, "timeout");
    QCOMPARE(idsOf(panel), first);
    QTest::mouseMove(viewport, QPoint(20, 10)); // and a pointer that was forgotten there holds nothing
    auto *rested = panel.view()->findChild<QTimer *>(QStringLiteral("rested"));
    rested->stop();
    QMetaObject::invokeMethod(rested, "timeout");
    change(1, DeviceState::AuthFailed, 60s);
    QVERIFY(idsOf(panel) != first);
}

/// It opened there, and nobody is about to click: what is worst comes first.
void tst_DevicePanel::aWindowUnderThePointerHoldsNothing()
{
    DevicePanel panel;
    panel.resize(600, 300);
    panel.show();
    QEvent enter(QEvent::Enter);
    QCoreApplication::sendEvent(panel.view()->viewport(), &enter);
    panel.apply({device(1, DeviceState::Online), device(2, DeviceState::Online)}, {}, start);
    panel.apply({device(2, DeviceState::AuthFailed)}, {}, start + 5s);
    QCOMPARE(order(*panel.model()), QStringLiteral("2 1"));
}

/// Where the order takes it; but who looks at the worst ones, at the top, goes on looking at them.
void tst_DevicePanel::theChosenRowStaysInSight()
{
    DevicePanel panel;
    panel.resize(600, 300);
    panel.show();
    QList<DeviceSnapshot> devices;
    for (int i = 1; i <= 60; ++i)
        devices << device(i, DeviceState::Unknown);
    panel.apply(devices, {}, start);
    const auto inSight = [&panel](int which) {
        const QRect row = panel.view()->visualRect(panel.model()->indexOf(idOf(which)));
        return panel.view()->viewport()->rect().intersects(row);
    };
    panel.select({idOf(50)});
    QVERIFY(inSight(50));
    QVERIFY(!inSight(1));
    panel.apply({device(50, DeviceState::AuthFailed)}, {}, start + 5s);
    QVERIFY(order(*panel.model()).startsWith(QStringLiteral("50 ")));
    QVERIFY(inSight(50));
    panel.apply({device(50, DeviceState::Online)}, {}, start + 10s); // the last of all
    QVERIFY(inSight(1));
    QVERIFY(!inSight(50));
}

/// Who looks over a shoulder reads it only when it was asked for.
void tst_DevicePanel::aPasswordIsHiddenUntilWanted()
{
    DevicePanel panel;
    panel.show();
    panel.setSetupHint({{QStringLiteral("Password"), QStringLiteral("s3cret"), true}});
    const auto isShown = [&panel] {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [](const QLabel *label) { return label->text() == u"s3cret"; });
    };
    QVERIFY(!isShown());
    QToolButton *eye = nullptr, *copy = nullptr;
    for (QToolButton *button : panel.findChildren<QToolButton *>()) {
        eye = button->accessibleName() == u"Show the password" ? button : eye;
        copy = button->accessibleName() == u"Copy: Password" ? button : copy;
    }
    QVERIFY(eye && copy);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("s3cret"));
    eye->click();
    QVERIFY(isShown());
    eye->click();
    QVERIFY(!isShown());
}

/// On half of a small screen a long reason takes from the IDs what they can spare, and gives it back when it is over.
void tst_DevicePanel::shortReasonsLeaveRoomForIds()
{
    DevicePanel panel;
    DeviceSnapshot one = device(1, DeviceState::AuthFailed);
    one.reason = {.code = NoteCode::PasswordKnown, .a = QStringLiteral("2")};
    panel.apply({one, device(2, DeviceState::Online)}, {}, start);
    panel.resize(420, 200);
    panel.show();
    QCoreApplication::processEvents();
    panel.setNow(start + 1s);
    const int before = panel.view()->columnWidth(static_cast<int>(DeviceColumn::Id));
    one.reason = {};
    one.verdict.state = DeviceState::Online;
    panel.apply({one}, {}, start + 2s);
    panel.setNow(start + 2s);
    QCoreApplication::processEvents();
    QVERIFY(panel.view()->columnWidth(static_cast<int>(DeviceColumn::Id)) > before);
}

/// As wide as the pane is at 1366 and 1280 pixels, and narrower.
void tst_DevicePanel::noReasonHidesTheIds()
{
    Languages languages;
    for (const auto &[language, name] : {std::pair{"en", false}, {"en", true}, {"zh_CN", false}, {"zh_CN", true}}) {
        languages.use(QString::fromLatin1(language));
        DevicePanel panel;
        DeviceSnapshot one = device(1, DeviceState::Unregistered);
        one.reason = {.code = NoteCode::BeatsForOthers, .a = QStringLiteral("36")};
        panel.apply({one, device(2, DeviceState::Online)}, {}, start);
        if (name)
            panel.setAliases({{idOf(1), QStringLiteral("Car park 17, the camera at its east gate")}});
        panel.show();
        const gb::ui::DeviceView *const view = panel.view();
        const QModelIndex id = panel.model()->indexOf(idOf(1), DeviceColumn::Id),
                          reason = panel.model()->indexOf(idOf(1), DeviceColumn::Reason);
        const int digits = QFontMetrics(monospace()).horizontalAdvance(QStringLiteral("\u20260000001"));
        for (const int width : {1366 * 37 / 100, 1280 * 37 / 100, 400}) {
            panel.resize(width, 300);
            QCoreApplication::processEvents();
            panel.setNow(start + 1s);
            const QRect seen = view->visualRect(id), words = view->visualRect(reason);
            const QByteArray told = QStringLiteral("%1 %2 %3: ID %4 to %5 of %6, reason %7")
                                        .arg(QLatin1String(language))
                                        .arg(name)
                                        .arg(width)
                                        .arg(seen.left())
                                        .arg(seen.right())
                                        .arg(view->viewport()->width())
                                        .arg(words.width())
                                        .toUtf8();
            QVERIFY2(seen.left() >= 0 && seen.right() < view->viewport()->width(), told.constData());
            QVERIFY2(seen.width() >= digits, told.constData());
            QVERIFY2(
                words.left() >= 0 && words.width() >= 16 * view->fontMetrics().averageCharWidth(), told.constData());
        }
        const QString whole = reason.data(Qt::ToolTipRole).toString().replace(QChar::Nbsp, u' ');
        QVERIFY2(whole.contains(reason.data().toString().toHtmlEscaped()), qPrintable(whole)); // nothing is lost
    }
    languages.use(QStringLiteral("en"));
}

void tst_DevicePanel::labelsShowNoMarkup()
{
    DevicePanel panel;
    panel.setSetupHint({{QStringLiteral("Password"), QStringLiteral("<b>12345</b>")}});
    panel.setEmptyState(QStringLiteral("<i>x</i>"), {});
    for (const QLabel *label : panel.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void tst_DevicePanel::thousandsAreGrouped()
{
    Languages languages;
    languages.use(QStringLiteral("en"));
    DevicePanel panel;
    const auto says = [&panel](const QString &text) {
        const auto labels = panel.findChildren<QLabel *>();
        const auto buttons = panel.findChildren<QToolButton *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; })
            || std::any_of(
                buttons.begin(), buttons.end(), [&](const QToolButton *button) { return button->text() == text; });
    };
    QList<DeviceSnapshot> many;
    for (int i = 0; i < 2345; ++i)
        many.append(device(i, i < 1234 ? DeviceState::Online : DeviceState::Late));
    panel.apply(many, {}, start);
    QVERIFY(says(QStringLiteral("2,345 devices")) && says(QStringLiteral("1,234")) && says(QStringLiteral("1,111")));
    panel.model()->setStateFilter(DeviceState::Online);
    QVERIFY(says(QStringLiteral("1,234 of 2,345 devices")));
    panel.model()->setStateFilter(std::nullopt);
    many[0].expected = true;
    many[0].verdict.state = DeviceState::NeverSeen;
    panel.apply({many[0]}, {}, start);
    QVERIFY(says(QStringLiteral("2,344 of 2,345 seen")));
    languages.use(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents();
    QVERIFY(panel.findChild<QLabel *>()->text().contains(QStringLiteral("2,345")));
    languages.use(QStringLiteral("en"));
}

QTEST_MAIN(tst_DevicePanel)
#include "tst_devicepanel.moc"
