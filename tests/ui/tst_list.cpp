#include "tests/support/growinglog.h"
#include "tests/support/livewindow.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/ladder/valuecolumn.h"
#include "ui/list/listpanel.h"
#include "ui/list/statisticswindow.h"
#include "ui/message/messageview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace gb;
using namespace gb::ui;
using gb::test::LiveWindow;
using gb::test::Traffic;
using namespace std::chrono_literals;

namespace {

/// What the tester looks at: it would open each row by itself, in the midst of other changes.
struct Closed : QIdentityProxyModel
{
    bool canFetchMore(const QModelIndex &) const override { return false; }
};

/// A list over a log that grows.
struct Record : gb::test::GrowingLog
{
    FlowRows rows{log};
    ListPanel panel{rows, groups};

    Record()
    {
        panel.resize(1200, 300);
        panel.show();
    }
    ListModel &model() { return *panel.model(); }
    ListView &view() { return *panel.view(); }
    void take()
    {
        GrowingLog::take();
        panel.view()->follow();
    }
    void filter(const QString &text)
    {
        FlowFilter filter;
        filter.text = text;
        rows.setFilter(filter);
    }
    /// Rows are made when the view lays them out.
    void open(const QModelIndex &row)
    {
        view().visualRect(row);
        view().expand(row);
        view().visualRect(row);
    }
    QString cell(const QModelIndex &row, ListColumn column)
    {
        return row.siblingAtColumn(static_cast<int>(column)).data().toString();
    }
    QString current(ListColumn column) { return cell(view().currentIndex(), column); }
    QString counts() { return panel.findChild<QLabel *>()->text(); }
};

} // namespace

/// The list of messages, by what they belong to.
class tst_List : public QObject, private LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void cells();
    void statesAreToldWithTheirMessage();
    void orders();
    void rowsStayUnderThePointer();
    void anOrderChangesNoCell();
    void whateverComes_data();
    void whateverComes();
    void aHiddenListDoesNothing();
    void newsAreToldTogether();
    void whatIsOpenStays();
    void theChosenRowStays();
    void aMessageOpensItsPlace();
    void aFilterIsCounted();
    void choosing();
    void textsAreNoMarkup();
    void copying();
    void keysInTheWindow();
    void aTransactionAlone();
    void aColumnOfChoice();
    void statistics();
    void statisticsSetTheFilter();
};

void tst_List::cells()
{
    Record record;
    record.traffic.login(1);
    record.traffic.beats(1, 2);
    record.traffic.beat(1);
    record.traffic.wait(500ms);
    record.traffic.repeatLast();
    record.take();
    const QModelIndex device = record.model().index(0, 0);
    QCOMPARE(record.cell(device, ListColumn::What), Traffic::id(1));
    QCOMPARE(record.cell(device, ListColumn::Messages), QStringLiteral("10"));
    QCOMPARE(record.cell(device, ListColumn::Repeats), QStringLiteral("1"));
    QCOMPARE(record.cell(device, ListColumn::Time), QStringLiteral("10:00:00.000"));
    record.panel.setNames({{Traffic::id(1), QStringLiteral("Gate")}});
    QCOMPARE(record.cell(device, ListColumn::What), QStringLiteral("Gate"));
    record.panel.setGrouping(Grouping::Operation);
    const QModelIndex login = record.model().index(0, 0), beats = record.model().index(1, 0);
    QCOMPARE(record.cell(login, ListColumn::What), QStringLiteral("Registration"));
    QCOMPARE(record.cell(login, ListColumn::Device), QStringLiteral("Gate"));
    QCOMPARE(record.cell(login, ListColumn::State), QStringLiteral("\u25cf answered with 200 (#4)"));
    QCOMPARE(record.cell(login, ListColumn::Duration), QStringLiteral("7.0 ms"));
    QCOMPARE(record.cell(beats, ListColumn::What), QStringLiteral("Heartbeats"));
    QCOMPARE(record.cell(beats, ListColumn::Messages), QStringLiteral("6"));
    record.panel.setGrouping(Grouping::Dialog);
    QCOMPARE(record.model().rowCount(), 4);
    QCOMPARE(record.cell(record.model().index(0, 0), ListColumn::CallId), QStringLiteral("reg@camera"));
    record.panel.setGrouping(Grouping::Message);
    QCOMPARE(record.model().rowCount(), 10);
    QCOMPARE(record.cell(record.model().index(5, 0), ListColumn::What), QStringLiteral("200 (MESSAGE)"));
    QCOMPARE(record.cell(record.model().index(5, 0), ListColumn::Duration), QStringLiteral("1.0 ms"));
    QVERIFY(record.cell(record.model().index(9, 0), ListColumn::What).endsWith(u"\u21bb 2"));
    QCOMPARE(record.cell(record.model().index(8, 0), ListColumn::State),
        QStringLiteral("\u25d0 waiting for the answer (#9)"));
}

void tst_List::statesAreToldWithTheirMessage()
{
    Record record;
    record.traffic.login(1);
    record.traffic.enroll(2, false);
    record.traffic.answer(2, 403);
    record.traffic.enroll(3, false);
    record.take();
    record.log.setNow(record.traffic.now, false); // it ends
    const auto state = [&record](int row) { return record.cell(record.model().index(row, 0), ListColumn::State); };
    QCOMPARE(state(0), QStringLiteral("\u25cf ok"));
    QCOMPARE(state(1), QStringLiteral("\u2715 1 failed"));
    QCOMPARE(state(2), QStringLiteral("\u25cb 1 unknown"));
    record.panel.setGrouping(Grouping::Operation);
    QCOMPARE(state(1), QStringLiteral("\u2715 refused with 403 (#6)"));
    QCOMPARE(state(2), QStringLiteral("\u25cb unknown: the record ends here (#7)"));
}

void tst_List::orders()
{
    Record record;
    for (const int device : {2, 3, 1}) {
        record.traffic.login(device);
        record.traffic.beats(device, device, 1s);
    }
    record.traffic.enroll(1, false);
    record.traffic.answer(1, 403);
    record.take();
    const auto order = [&record](ListColumn column, Qt::SortOrder how) {
        record.view().sortByColumn(static_cast<int>(column), how);
        QString devices;
        for (int row = 0; row < record.model().rowCount(); ++row)
            devices += record.model().index(row, 0).data().toString().right(1);
        return devices;
    };
    QCOMPARE(order(ListColumn::Time, Qt::AscendingOrder), QStringLiteral("231"));
    QCOMPARE(order(ListColumn::Time, Qt::DescendingOrder), QStringLiteral("132"));
    QCOMPARE(order(ListColumn::What, Qt::AscendingOrder), QStringLiteral("123"));
    QCOMPARE(order(ListColumn::Messages, Qt::DescendingOrder), QStringLiteral("321"));
    QCOMPARE(order(ListColumn::State, Qt::DescendingOrder), QStringLiteral("123")); // failed above ok
    record.traffic.login(0); // behind the others until the rows are put in order again
    record.take();
    QCOMPARE(record.model().index(3, 0).data().toString(), Traffic::id(0));
    record.model().resort();
    order(ListColumn::What, Qt::AscendingOrder);
    QCOMPARE(record.model().index(0, 0).data().toString(), Traffic::id(0));
    record.view().reverse();
    QCOMPARE(record.model().index(0, 0).data().toString(), Traffic::id(3));
}

/// And go to their place when it leaves.
void tst_List::rowsStayUnderThePointer()
{
    Record record;
    record.view().sortByColumn(static_cast<int>(ListColumn::What), Qt::AscendingOrder);
    record.traffic.login(2);
    record.take();
    QTest::mouseMove(record.view().viewport(), QPoint(10, 10));
    record.traffic.login(1);
    record.take();
    const auto first = [&record] { return record.model().index(0, 0).data().toString(); };
    QTRY_COMPARE(record.counts(), QStringLiteral("8 messages \u00b7 2 rows"));
    QCOMPARE(first(), Traffic::id(2));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(record.view().viewport(), &leave);
    QCOMPARE(first(), Traffic::id(1));
}

/// Of a request that came twice, whichever of both stands above.
void tst_List::anOrderChangesNoCell()
{
    Record record;
    record.traffic.beat(1);
    record.traffic.wait(500ms);
    record.traffic.repeatLast();
    record.take();
    record.panel.setGrouping(Grouping::Dialog);
    record.open(record.model().index(0, 0));
    const auto message = [&record](int row) {
        return record.cell(
            record.model().index(row, 0, record.model().index(0, 0, record.model().index(0, 0))), ListColumn::Time);
    };
    QCOMPARE(message(0), QStringLiteral("10:00:00.000"));
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        record.view().sortByColumn(static_cast<int>(ListColumn::Time), order);
        const QModelIndex transaction = record.model().index(0, 0, record.model().index(0, 0));
        QCOMPARE(record.cell(transaction, ListColumn::Messages), QStringLiteral("2"));
        QCOMPARE(record.cell(transaction, ListColumn::Time), QStringLiteral("10:00:00.000"));
        QCOMPARE(record.cell(transaction, ListColumn::Duration), QStringLiteral("500 ms"));
    }
    QCOMPARE(message(0), QStringLiteral("10:00:00.500"));
}

void tst_List::whateverComes_data()
{
    QTest::addColumn<int>("grouping");
    for (int grouping = 0; grouping < 4; ++grouping)
        QTest::addRow("%d", grouping) << grouping;
}

/// Rows are opened and closed, put in order, filtered and forgotten while others come.
void tst_List::whateverComes()
{
    QFETCH(int, grouping);
    for (quint32 seed = 1; seed <= 4; ++seed) {
        Record record;
        record.log.setCapacity(100);
        Closed closed;
        closed.setSourceModel(&record.model());
        QAbstractItemModelTester tester(&closed, QAbstractItemModelTester::FailureReportingMode::QtTest);
        record.panel.setGrouping(static_cast<Grouping>(grouping));
        QRandomGenerator random(seed);
        for (int step = 0; step < 120; ++step) {
            const int device = 1 + random.bounded(5);
            const QModelIndex some = record.model().index(random.bounded(4), 0);
            switch (random.bounded(9)) {
            case 0: record.traffic.login(device); break;
            case 1: record.traffic.beats(device, 1 + random.bounded(4)); break;
            case 2: record.traffic.beat(device); break;
            case 3: record.traffic.enroll(device, true, QStringLiteral("c%1").arg(random.bounded(3))); break;
            case 4: record.view().expand(some); break;
            case 5: record.open(record.model().index(0, 0, some)); break;
            case 6: record.view().setCurrentIndex(some); break;
            case 7: record.filter(random.bounded(2) == 0 ? QString() : QStringLiteral("kind:request")); break;
            default:
                record.view().sortByColumn(
                    random.bounded(listColumnCount), random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            }
            record.log.append(record.traffic.take());
            if (random.bounded(2) == 0) {
                record.view().follow();
                record.model().resort();
            }
            if (step % 5 == 0)
                record.view().grab();
        }
        QVERIFY(record.log.forgotten() > 0);
    }
}

void tst_List::aHiddenListDoesNothing()
{
    Record record;
    record.panel.hide();
    record.traffic.login(1);
    record.take();
    QCOMPARE(record.model().rowCount(), 0);
    record.panel.show();
    QCOMPARE(record.model().rowCount(), 1);
    record.open(record.model().index(0, 0));
    record.panel.hide();
    QCOMPARE(record.model().rowCount(), 0);
    record.traffic.login(2);
    record.take();
    record.panel.show();
    QCOMPARE(record.model().rowCount(), 2);
    QVERIFY(record.view().isExpanded(record.model().index(0, 0)));
}

/// What became of messages is another with many batches.
void tst_List::newsAreToldTogether()
{
    Record record;
    record.traffic.login(1);
    record.take();
    QTRY_COMPARE(record.counts(), QStringLiteral("4 messages \u00b7 1 row")); // nothing is due
    const QSignalSpy told(&record.model(), &QAbstractItemModel::dataChanged);
    for (int batch = 0; batch < 5; ++batch)
        emit record.groups.changed();
    QCOMPARE(told.size(), 0);
    QTRY_COMPARE(told.size(), 1);
}

/// Live, through filters, and when the oldest are forgotten: there is no reset for what only grows.
void tst_List::whatIsOpenStays()
{
    Record record;
    record.log.setCapacity(40);
    record.traffic.login(1);
    record.traffic.login(2);
    record.take();
    const QModelIndex first = record.model().index(0, 0);
    record.open(first);
    record.open(record.model().index(0, 0, first));
    QSignalSpy reset(&record.model(), &QAbstractItemModel::modelReset);
    record.traffic.beats(1, 5);
    record.take();
    record.view().follow();
    QCOMPARE(reset.size(), 0);
    QVERIFY(record.view().isExpanded(first));
    QCOMPARE(record.model().rowCount(first), 2);
    record.filter(QStringLiteral("kind:request"));
    const auto isOpen = [&record] {
        const QModelIndex device = record.model().index(0, 0);
        return device.data().toString() == Traffic::id(1) && record.view().isExpanded(device)
            && record.view().isExpanded(record.model().index(0, 0, device));
    };
    QVERIFY(isOpen());
    record.filter({});
    QVERIFY(isOpen());
    record.view().collapse(record.model().index(0, 0, record.model().index(0, 0)));
    record.open(record.model().index(1, 0, record.model().index(0, 0)));
    record.view().follow();
    record.traffic.beats(1, 12);
    record.log.append(record.traffic.take());
    QVERIFY(record.log.forgotten() > 0);
    const QModelIndex device = record.model().rowOf(TreeNode::Type::Device, 20);
    QVERIFY(device.isValid());
    QVERIFY(record.view().isExpanded(device));
}

void tst_List::theChosenRowStays()
{
    Record record;
    record.traffic.login(1);
    record.traffic.login(2);
    record.take();
    QSignalSpy chosen(&record.panel, &ListPanel::chosen);
    record.open(record.model().index(1, 0));
    record.view().setCurrentIndex(record.model().index(0, 0, record.model().index(1, 0)));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.takeFirst()[0].toULongLong(), 8U); // the message that made its state
    QCOMPARE(record.current(ListColumn::What), QStringLiteral("Registration"));
    record.view().sortByColumn(static_cast<int>(ListColumn::Time), Qt::DescendingOrder);
    QCOMPARE(record.view().currentIndex().parent().row(), 0);
    record.filter(QStringLiteral("status:401 or method:REGISTER"));
    QCOMPARE(record.current(ListColumn::What), QStringLiteral("Registration"));
    QCOMPARE(record.view().currentIndex().parent().data().toString(), Traffic::id(2));
    record.panel.setGrouping(Grouping::Operation); // the same one
    QCOMPARE(record.current(ListColumn::Device), Traffic::id(2));
    QCOMPARE(chosen.size(), 0);
}

void tst_List::aMessageOpensItsPlace()
{
    Record record;
    for (int device = 1; device <= 50; ++device)
        record.traffic.login(device);
    record.take();
    QSignalSpy chosen(&record.panel, &ListPanel::chosen);
    record.panel.choose(4 * 40 + 3);
    QCOMPARE(record.current(ListColumn::What), QStringLiteral("REGISTER +auth"));
    QVERIFY(record.view().isExpanded(record.model().index(40, 0)));
    QVERIFY(record.view().viewport()->rect().intersects(record.view().visualRect(record.view().currentIndex())));
    record.filter(QStringLiteral("status:401"));
    record.panel.choose(4 * 40 + 3); // hidden
    QVERIFY(!record.view().currentIndex().isValid());
    record.panel.choose(4 * 40 + 2);
    QVERIFY(record.view().currentIndex().isValid());
    record.filter({});
    record.panel.setGrouping(Grouping::Message);
    record.panel.choose(7);
    QCOMPARE(record.view().currentIndex().row(), 6);
    record.panel.hide();
    record.panel.choose(9);
    record.panel.show();
    QCOMPARE(record.view().currentIndex().row(), 8);
    QCOMPARE(chosen.size(), 0);
}

void tst_List::aFilterIsCounted()
{
    Record record;
    QCOMPARE(record.counts(), QStringLiteral("No messages yet"));
    record.traffic.login(1);
    record.traffic.login(2);
    record.take();
    QTRY_COMPARE(record.counts(), QStringLiteral("8 messages \u00b7 2 rows"));
    record.filter(QStringLiteral("status:401"));
    QCOMPARE(record.counts(), QStringLiteral("2 of 8 messages, the filter hides 6 \u00b7 2 rows"));
    record.filter(QStringLiteral("status:401 dev:") + Traffic::id(1));
    QCOMPARE(record.counts(), QStringLiteral("1 of 8 messages, the filter hides 7 \u00b7 1 row"));
    record.filter(QStringLiteral("status:401"));
    record.panel.setGrouping(Grouping::Operation);
    QCOMPARE(record.cell(record.model().index(0, 0), ListColumn::Messages), QStringLiteral("1 of 4"));
    record.filter(QStringLiteral("status:500"));
    QCOMPARE(record.counts(), QStringLiteral("0 of 8 messages, the filter hides 8 \u00b7 0 rows"));
}

/// By a person; what comes chooses nothing.
void tst_List::choosing()
{
    Record record;
    QSignalSpy chosen(&record.panel, &ListPanel::chosen), activated(&record.panel, &ListPanel::activated);
    record.traffic.login(1);
    record.take();
    record.view().setCurrentIndex(record.model().index(0, 0));
    QCOMPARE(chosen.size(), 0); // a device is no message
    record.panel.setGrouping(Grouping::Message);
    record.view().setCurrentIndex(record.model().index(2, 0));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toULongLong(), 3U);
    record.traffic.beats(1, 3);
    record.take();
    record.view().follow();
    QCOMPARE(chosen.size(), 1);
    record.panel.choose(5);
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(&record.view(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
}

void tst_List::textsAreNoMarkup()
{
    Record record;
    MessageSummary &message = record.traffic.request(
        1, SipMethod::Message, QStringLiteral("<b>x</b>"), QStringLiteral("<i>call</i>"));
    message.device = QStringLiteral("<b>device</b>");
    record.take();
    record.panel.setGrouping(Grouping::Message);
    const QString tip = record.model().index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<b>") && !tip.contains(u"<i>") && tip.contains(u"&lt;b&gt;"), qPrintable(tip));
}

void tst_List::copying()
{
    Record record;
    record.traffic.login(1);
    record.take();
    record.panel.setGrouping(Grouping::Operation);
    record.view().setCurrentIndex(record.model().index(0, 0));
    record.panel.copyRow();
    QVERIFY2(QApplication::clipboard()->text().startsWith(
                 QStringLiteral("Registration\t10:00:00.000\t") + Traffic::id(1) + QStringLiteral("\t")),
        qPrintable(QApplication::clipboard()->text()));
    record.panel.setNames({{Traffic::id(1), QStringLiteral("=1+1\t2\n3")}}); // no formula, and nothing but one cell
    record.panel.copyRow();
    QVERIFY2(QApplication::clipboard()->text().startsWith(QStringLiteral("Registration\t10:00:00.000\t'=1+1 2 3\t")),
        qPrintable(QApplication::clipboard()->text()));
}

/// By keys alone: to the list, its groupings, a row, its messages alone; and back from the ladder.
void tst_List::keysInTheWindow()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    online(*window);
    auto *const panel = window->findChild<ListPanel *>();
    QCOMPARE(window->width(), 1366); // which the panes at the bottom do not widen
    ListModel &model = *panel->model();
    QTRY_VERIFY(!model.isActive());
    QApplication::setActiveWindow(window.get());
    QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(panel->view()->hasFocus());
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), cameraId);
    QTest::keyClick(panel->view(), Qt::Key_2);
    QCOMPARE(model.grouping(), Grouping::Operation);
    QTRY_VERIFY(model.rowCount() >= 2); // registration and heartbeats
    QTest::keyClick(panel->view(), Qt::Key_Home);
    QTest::keyClick(panel->view(), Qt::Key_Down);
    QTest::keyClick(panel->view(), Qt::Key_Up);
    QCOMPARE(panel->view()->currentIndex().row(), 0);
    FlowPanel *const flow = window->findChild<FlowPanel *>();
    QTRY_COMPARE(flow->ladder()->selectedNumber(), std::optional<quint64>(4)); // the 200
    QVERIFY(panel->view()->hasFocus());
    QTest::keyClick(panel->view(), Qt::Key_Return);
    QTRY_COMPARE(flow->rows()->filter().group.numbers, (QList<quint64>{1, 2, 3, 4}));
    QTRY_COMPARE(model.rowCount(), 1);
    QTest::keyClick(panel->view(), Qt::Key_4);
    QCOMPARE(model.rowCount(), 4);
    flow->ladder()->select(2);
    emit flow->messageSelected(2);
    QCOMPARE(panel->view()->currentIndex().row(), 1);
    QTest::keyClick(panel->view(), Qt::Key_Z);
    QCOMPARE(panel->view()->currentIndex().row(), 2);
    QTest::keyClick(panel->view(), Qt::Key_1);
    QCOMPARE(model.grouping(), Grouping::Device);
}

/// Whatever the order of the list, and so of its messages.
void tst_List::aTransactionAlone()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    online(*window);
    auto *const panel = window->findChild<ListPanel *>();
    QApplication::setActiveWindow(window.get());
    QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(panel->view()->hasFocus());
    QTest::keyClick(panel->view(), Qt::Key_2);
    QTest::keyClick(panel->view(), Qt::Key_Z);
    ListModel &model = *panel->model();
    panel->choose(3);
    QVERIFY(panel->view()->currentIndex().parent().isValid());
    panel->view()->setCurrentIndex(panel->view()->currentIndex().parent());
    QCOMPARE(panel->view()->current()->type, TreeNode::Type::Transaction);
    QTest::keyClick(panel->view(), Qt::Key_Return);
    FlowPanel *const flow = window->findChild<FlowPanel *>();
    QCOMPARE(flow->rows()->filter().group.numbers, (QList<quint64>{3, 4}));
    QTRY_COMPARE(flow->rows()->matches(), 2);
    QCOMPARE(model.rowCount(), 1);
}

/// Any header, or element, that is chosen in the message.
void tst_List::aColumnOfChoice()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    FlowPanel *const flow = window->findChild<FlowPanel *>();
    QTRY_VERIFY(flow->rows()->matches() >= 6);
    auto *const panel = window->findChild<ListPanel *>();
    constexpr int value = static_cast<int>(ListColumn::Value);
    QVERIFY(panel->view()->isColumnHidden(value));
    QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
    panel->setGrouping(Grouping::Message);
    flow->column()->setName({ValueName::Kind::Header, QStringLiteral("CSeq")});
    QVERIFY(!panel->view()->isColumnHidden(value));
    QCOMPARE(panel->model()->headerData(value, Qt::Horizontal).toString(), QStringLiteral("CSeq"));
    QTRY_COMPARE(panel->model()->index(2, value).data().toString(), QStringLiteral("2 REGISTER"));
    QVERIFY(panel->model()->line(*panel->model()->node(panel->model()->index(2, 0))).endsWith(u"\t2 REGISTER"));
    flow->column()->setName({});
    QVERIFY(panel->view()->isColumnHidden(value));
}

void tst_List::statistics()
{
    Record record;
    for (int i = 1; i <= 4; ++i) {
        record.traffic.beat(1);
        record.traffic.wait(std::chrono::milliseconds(10 * i));
        record.traffic.answer(1, 200);
    }
    record.traffic.repeatLast();
    record.traffic.beat(2);
    record.take();
    StatisticsWindow window(
        record.rows,
        [] {
            return QHash<QString, QString>{{Traffic::id(1), QStringLiteral("<b>Cam</b>/1")}};
        },
        nullptr);
    window.setNames({{Traffic::id(1), QStringLiteral("Gate")}, {Traffic::id(2), QStringLiteral("=1+1")}});
    window.show();
    const auto has = [&window](const char *line) { return window.text().contains(QString::fromUtf8(line)); };
    QVERIFY2(has("10 messages, 5,120 bytes\n"), qPrintable(window.text()));
    QVERIFY(has("MESSAGE \u00b7 Keepalive\t5\t50.0 %\n"));
    QVERIFY(has("All devices\t4\t\t20 ms\t40 ms\t40 ms\n"));
    QVERIFY(has("Gate \u00b7 34020000001320000001\t4\t\t20 ms\t40 ms\t40 ms\n"));
    QVERIFY(has("Retransmitted by a timer\t1\t10.0 %\n"));
    QVERIFY(has("<b>Cam</b>/1\t9\t90.0 %\n"));
    QVERIFY(has("Not told\t1\t10.0 %\n"));
    QVERIFY(has("\n'=1+1 \u00b7 34020000001320000002\t1\t10.0 %\n")); // no formula
    QVERIFY(has("500\u2013999\t10\t100.0 %\n"));
    for (QTreeWidgetItemIterator item(window.tree()); *item; ++item)
        QVERIFY(!(*item)->toolTip(0).contains(u"<b>"));
    record.filter(QStringLiteral("status:200")); // it follows
    QTRY_VERIFY2(has("5 of 10 messages that the filter shows"), qPrintable(window.text()));
    QVERIFY(!has("MESSAGE \u00b7 Keepalive"));
}

/// By Enter or a click, beside what is filtered already.
void tst_List::statisticsSetTheFilter()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    FlowPanel *const flow = window->findChild<FlowPanel *>();
    QTRY_VERIFY(flow->rows()->matches() >= 6);
    auto *const statistics = window->findChild<StatisticsWindow *>();
    statistics->show();
    const auto item = [statistics](const QString &name) {
        return statistics->tree()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    };
    QVERIFY(item(QStringLiteral("401")));
    emit statistics->tree()->itemActivated(item(QStringLiteral("401")), 0);
    QCOMPARE(flow->rows()->filter().text, QStringLiteral("status:401"));
    QTRY_COMPARE(flow->rows()->matches(), 1);
    QTRY_VERIFY(item(QStringLiteral("Requests"))->childCount() == 0);
    emit statistics->tree()->itemActivated(item(QStringLiteral("500\u2013999")) ? item(QStringLiteral("500\u2013999"))
                                                                                : item(QStringLiteral("0\u2013499")),
        0);
    QVERIFY(flow->rows()->filter().text.startsWith(u"status:401 size>="));
    emit statistics->showAllWanted();
    QCOMPARE(flow->rows()->filter().text, QString());
}

QTEST_MAIN(tst_List)
#include "tst_list.moc"
