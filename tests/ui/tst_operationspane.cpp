#include "tests/support/livewindow.h"
#include "ui/client/askwindow.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/operations/operationspanel.h"
#include "ui/workspace/commands.h"

#include <QAbstractItemModelTester>
#include <QHelpEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>

using namespace gb;
using namespace gb::ui;
using namespace gb::test;
using State = Operation::State;

/// The list of what was asked.
class tst_OperationsPane : public QObject, private LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void theLatestIsFirst();
    void eachColumn();
    void whatChanges();
    void filters();
    void whatIsHiddenIsTold();
    void sameDevicesInAnotherOrder();
    void theChosenRowStays();
    void manyAtOnce();
    void bounded();
    void textsAreNoMarkup();
    void choosing();
    void inTheWindow();

private:
    static Operation operation(quint64 request, const char *device = "a", State state = State::Done)
    {
        Operation one{.request = request, .state = state, .what = QStringLiteral("Catalog query")};
        one.device = QString::fromLatin1(device);
        one.at = TimePoint(std::chrono::hours(10)) + std::chrono::milliseconds(request);
        one.since = one.at + std::chrono::milliseconds(12);
        one.messages = {request};
        return one;
    }
    static QString cell(const OperationsModel &model, int row, OperationColumn column)
    {
        return model.index(row, static_cast<int>(column)).data().toString();
    }
};

void tst_OperationsPane::theLatestIsFirst()
{
    OperationBook book;
    OperationsModel model(book);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto take = [&](const QList<Operation> &news) {
        book.take(news);
        model.take(news);
    };
    take({operation(3), operation(5)});
    take({operation(9)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.at(0)->request, 9U);
    QCOMPARE(model.at(2)->request, 3U);
    QCOMPARE(model.rowOf(5), 1);
    QCOMPARE(model.rowOf(4), -1);
    take({operation(4)}); // one that was known late
    QCOMPARE(model.rowOf(4), 2);
    QVERIFY(!model.at(4) && !model.at(-1));
}

void tst_OperationsPane::eachColumn()
{
    OperationBook book;
    OperationsModel model(book);
    Operation one = operation(3, "34020000001320000001", State::NoResponse);
    one.sn = 17;
    Operation other = operation(4, "b", State::Asked);
    other.ofDevice = true;
    book.take({one, other});
    model.take({one, other});
    QCOMPARE(cell(model, 1, OperationColumn::Device), QStringLiteral("34020000001320000001"));
    QCOMPARE(cell(model, 1, OperationColumn::What), QStringLiteral("Catalog query, SN 17"));
    QCOMPARE(cell(model, 1, OperationColumn::State), QStringLiteral("\u2715 no Response"));
    QCOMPARE(cell(model, 1, OperationColumn::Result), QStringLiteral("answered 200, but no Response within 15 s"));
    QCOMPARE(cell(model, 1, OperationColumn::Duration), QStringLiteral("12 ms"));
    QCOMPARE(cell(model, 0, OperationColumn::What), QStringLiteral("Catalog query, from the device"));
    QCOMPARE(cell(model, 0, OperationColumn::State), QStringLiteral("\u25cb waiting for the answer"));
    QCOMPARE(cell(model, 0, OperationColumn::Duration), QStringLiteral("\u2026"));
    model.setAliases({{QStringLiteral("b"), QStringLiteral("Gate")}});
    QCOMPARE(cell(model, 0, OperationColumn::Device), QStringLiteral("Gate"));
}

void tst_OperationsPane::whatChanges()
{
    OperationBook book;
    OperationsModel model(book);
    const Operation asked = operation(3, "a", State::Asked), done = operation(3),
                    odd = operation(3, "a", State::Refused);
    book.take({asked});
    model.take({asked});
    QCOMPARE(model.counts(), (OperationsModel::Counts{1, 0}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    book.take({odd});
    model.take({odd});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.counts(), (OperationsModel::Counts{1, 1}));
    model.setOnlyOdd(true);
    QCOMPARE(model.rowCount(), 1);
    book.take({done}); // it is odd no more
    model.take({done});
    QCOMPARE(model.rowCount(), 0);
}

void tst_OperationsPane::filters()
{
    OperationBook book;
    OperationsPanel panel(book);
    const QList<Operation> all{operation(1), operation(2, "b"), operation(3, "a", State::NoAnswer)};
    book.take(all);
    panel.take(all);
    QCOMPARE(panel.model()->rowCount(), 3);
    panel.setSelectedDevices({QStringLiteral("b")});
    QCOMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->at(0)->request, 2U);
    const QList<QToolButton *> switches = panel.findChildren<QToolButton *>();
    switches[0]->setChecked(false); // of all devices
    QCOMPARE(panel.model()->rowCount(), 3);
    switches[1]->setChecked(true); // odd ones
    QCOMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->at(0)->request, 3U);
    switches[1]->setChecked(false);
    switches[0]->setChecked(true);
    QCOMPARE(panel.model()->rowCount(), 1);
    panel.setSelectedDevices({}); // none selected: of all
    QCOMPARE(panel.model()->rowCount(), 3);
}

/// An empty list is not the same as nothing asked.
void tst_OperationsPane::whatIsHiddenIsTold()
{
    OperationBook book;
    OperationsPanel panel(book);
    const auto says = [&panel](QStringView text) {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [text](const QLabel *one) { return one->text() == text; });
    };
    QVERIFY(panel.findChild<QLabel *>()->text().startsWith(u"Nothing was asked so far"));
    const QList<Operation> all{operation(1), operation(2)};
    book.take(all);
    panel.take(all);
    panel.setSelectedDevices({QStringLiteral("c")});
    QVERIFY(says(u"None of 2 operations is shown: filters hide them"));
    panel.setSelectedDevices({});
    QVERIFY(says(u"2 shown, 0 failed or odd"));
    panel.findChildren<QToolButton *>()[1]->setChecked(true);
    QVERIFY(says(u"None of 2 operations is shown: filters hide them"));
}

void tst_OperationsPane::sameDevicesInAnotherOrder()
{
    OperationBook book;
    OperationsModel model(book);
    book.take({operation(1), operation(2, "b"), operation(3, "c")});
    model.setDevices({QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setDevices({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(reset.size(), 0);
}

/// Only failed ones are shown, one of them is chosen, and older ones fail or recover.
void tst_OperationsPane::theChosenRowStays()
{
    OperationBook book;
    OperationsPanel panel(book);
    QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    panel.show();
    QSignalSpy chosen(&panel, &OperationsPanel::chosen), reset(panel.model(), &QAbstractItemModel::modelReset);
    auto *const view = panel.findChild<QTableView *>();
    const auto take = [&](const QList<Operation> &news) {
        book.take(news);
        panel.take(news);
    };
    take({operation(1), operation(2, "a", State::NoAnswer), operation(3, "a", State::Asked), operation(4)});
    panel.findChildren<QToolButton *>()[1]->setChecked(true);
    reset.clear();
    view->setCurrentIndex(panel.model()->index(0, 0));
    QCOMPARE(chosen.size(), 1);
    take({operation(1, "a", State::Refused)}); // older: below
    QCOMPARE(view->currentIndex().row(), 0);
    take({operation(3, "a", State::NoResponse)}); // later than the chosen one, older than others: above
    QCOMPARE(panel.model()->rowCount(), 3);
    QCOMPARE(view->currentIndex().row(), 1);
    QCOMPARE(panel.model()->at(1)->request, 2U);
    QCOMPARE(panel.model()->counts(), (OperationsModel::Counts{3, 3}));
    take({operation(3)}); // it is odd no more
    QCOMPARE(view->currentIndex().row(), 0);
    QCOMPARE(panel.model()->counts(), (OperationsModel::Counts{2, 2}));
    QCOMPARE(reset.size(), 0);
    take({operation(2)}); // the chosen one: nobody else is chosen in its place
    QVERIFY(!view->currentIndex().isValid());
    QCOMPARE(chosen.size(), 1);
}

/// So many in the middle are no single rows any more; what is chosen stays all the same.
void tst_OperationsPane::manyAtOnce()
{
    OperationBook book;
    OperationsPanel panel(book);
    QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<Operation> even, odd;
    for (quint64 i = 1; i <= OperationsModel::maxSingle + 2; ++i) {
        even.append(operation(2 * i));
        odd.append(operation(2 * i - 1, "a", State::Refused));
    }
    book.take(even);
    panel.take(even + even); // told twice: one row
    QCOMPARE(panel.model()->rowCount(), static_cast<int>(even.size()));
    auto *const view = panel.findChild<QTableView *>();
    panel.setCurrent(4);
    QSignalSpy reset(panel.model(), &QAbstractItemModel::modelReset);
    book.take(odd);
    panel.take(odd);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(panel.model()->counts(), (OperationsModel::Counts{2 * even.size(), odd.size()}));
    QCOMPARE(panel.model()->at(view->currentIndex().row())->request, 4U);
}

void tst_OperationsPane::bounded()
{
    OperationBook book;
    OperationsModel model(book);
    QList<Operation> news;
    for (quint64 i = 1; i <= OperationBook::maxKept + 100; ++i)
        news.append(operation(i, "a", i == 7 ? State::Refused : State::Done));
    for (qsizetype from = 0; from < news.size(); from += 2000) {
        book.take(news.mid(from, 2000));
        model.take(news.mid(from, 2000));
    }
    QCOMPARE(static_cast<std::size_t>(model.rowCount()), OperationBook::maxKept);
    QCOMPARE(model.at(model.rowCount() - 1)->request, 101U);
    QCOMPARE(model.counts(), (OperationsModel::Counts{OperationBook::maxKept, 0})); // the odd one has gone
}

void tst_OperationsPane::textsAreNoMarkup()
{
    OperationBook book;
    OperationsModel model(book);
    Operation one = operation(3);
    one.what = one.device = QStringLiteral("<b>x</b>");
    book.take({one});
    model.take({one});
    const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<b>") && tip.contains(u"&lt;b&gt;"), qPrintable(tip));
}

/// What comes moves rows, and chooses none.
void tst_OperationsPane::choosing()
{
    OperationBook book;
    OperationsPanel panel(book);
    panel.show();
    QSignalSpy chosen(&panel, &OperationsPanel::chosen), activated(&panel, &OperationsPanel::activated);
    const auto take = [&](const QList<Operation> &news) {
        book.take(news);
        panel.take(news);
    };
    take({operation(1), operation(2, "b")});
    auto *const view = panel.findChild<QTableView *>();
    view->setCurrentIndex(panel.model()->index(1, 0));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toULongLong(), 1U);
    QCOMPARE(chosen[0][1].toString(), QStringLiteral("a"));
    take({operation(3), operation(1, "a", State::Refused)});
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(view->currentIndex().row(), 2); // the same one
    emit view->activated(view->currentIndex());
    QCOMPARE(activated.size(), 1);
    panel.setCurrent(3);
    QCOMPARE(view->currentIndex().row(), 0);
    panel.setCurrent(99);
    QVERIFY(!view->currentIndex().isValid());
    QCOMPARE(chosen.size(), 1);
}

/// A question of ours is in the list; its messages follow, and the ladder tells how it stands.
void tst_OperationsPane::inTheWindow()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    online(*window)->select({cameraId});
    Asking &asking = window->findChild<AskWindow *>()->asking();
    asking.ask({.device = cameraId, .command = QStringLiteral("info")});
    auto *const panel = window->findChild<OperationsPanel *>();
    QTRY_VERIFY(panel->model()->rowCount() == 1 && panel->model()->at(0)->state == State::Done);
    QCOMPARE(panel->model()->at(0)->device, cameraId);
    auto *const view = panel->findChild<QTableView *>();
    emit view->activated(panel->model()->index(0, 0));
    auto *const ladder = window->findChild<FlowPanel *>()->ladder();
    QTRY_COMPARE(ladder->currentRow(), 0);
    const QPoint at = ladder->rowRect(0).center();
    QHelpEvent help(QEvent::ToolTip, at, ladder->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(ladder->viewport(), &help);
    QTRY_VERIFY2(QToolTip::text().contains(u"Operation: DeviceInfo query, SN "), qPrintable(QToolTip::text()));
    QVERIFY(QToolTip::text().contains(u"done after "));
}

QTEST_MAIN(tst_OperationsPane)
#include "tst_operationspane.moc"
