#include "core/report/words/wording.h"
#include "tests/support/devices.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using namespace std::chrono_literals;

class tst_DeviceTable : public QObject
{
    Q_OBJECT
private slots:
    void worstStandsFirst();
    void eachStateIsCounted();
    void eachColumnSorts_data();
    void eachColumnSorts();
    void whatIsMissingStandsLastInBothOrders();
    void changesOfABatchAreAnnouncedTogether();
    void rowsMoveAtMostOnceASecond();
    void goneDevicesGo();
    void allWordsOfTheFilterMustOccur_data();
    void allWordsOfTheFilterMustOccur();
    void silentStatesShareOneFilter();
    void aDeviceThatStopsToMatchGoes();
    void anAliasIsEditedAndAnnounced();
    void textOfTheNetworkIsNoMarkup();
    void thousandDevicesKeepTheirOrder();
    void keysFollowAChangedDevice();
    void namesAlikeUntilOneDiffers();
};

struct Table
{
    DeviceTableModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    void apply(const QList<DeviceSnapshot> &devices, TimePoint now = start, const QStringList &gone = {})
    {
        model.apply(devices, gone, now);
    }
};

void tst_DeviceTable::worstStandsFirst()
{
    Table table;
    table.apply({device(1, DeviceState::Online), device(2, DeviceState::Late), device(3, DeviceState::Unregistered),
        device(4, DeviceState::Lapsed), device(5, DeviceState::Registering), device(7, DeviceState::AuthFailed),
        device(6, DeviceState::AuthFailed), device(0, DeviceState::Offline)});
    QCOMPARE(order(table.model), QStringLiteral("6 7 0 4 2 5 3 1"));
    QCOMPARE(table.model.counts()[static_cast<std::size_t>(DeviceState::AuthFailed)], 2);
}

void tst_DeviceTable::eachStateIsCounted()
{
    const StateCounts sizes{};
    QList<DeviceSnapshot> one;
    for (std::size_t state = 0; state < sizes.size(); ++state) {
        const auto number = static_cast<int>(state);
        one.append(device(number + 1, static_cast<DeviceState>(number)));
        QVERIFY(!wording::state(one.constLast().verdict.state).isEmpty());
    }
    DeviceTableModel model;
    model.apply(one, {}, start);
    for (const int count : model.counts())
        QCOMPARE(count, 1);
}

void tst_DeviceTable::eachColumnSorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("ascending");
    const auto row = [](const char *name, DeviceColumn column, const QString &expected) {
        QTest::newRow(name) << static_cast<int>(column) << expected;
    };
    row("state: worst first", DeviceColumn::State, QStringLiteral("3 2 1"));
    row("reason: by state", DeviceColumn::Reason, QStringLiteral("3 2 1"));
    row("ID", DeviceColumn::Id, QStringLiteral("1 2 3"));
    row("alias, regardless of case", DeviceColumn::Alias, QStringLiteral("2 3 1"));
    row("text", DeviceColumn::Vendor, QStringLiteral("3 1 2"));
    row("address: 9 ahead of 10", DeviceColumn::Address, QStringLiteral("2 1 3"));
    row("time", DeviceColumn::LastHeartbeat, QStringLiteral("2 1 3"));
    row("registered since", DeviceColumn::RegisteredSince, QStringLiteral("3 1 2"));
    row("number: 9 ahead of 10", DeviceColumn::Misses, QStringLiteral("1 3 2"));
    row("interval", DeviceColumn::MedianInterval, QStringLiteral("3 2 1"));
    row("heartbeats", DeviceColumn::Beats, QStringLiteral("3 2 1"));
    row("transport, equal ones by ID", DeviceColumn::Transport, QStringLiteral("1 3 2"));
}

void tst_DeviceTable::eachColumnSorts()
{
    QFETCH(const int, column);
    QFETCH(const QString, ascending);
    Table table;
    table.model.setAliases(
        {{idOf(1), QStringLiteral("zoo")}, {idOf(2), QStringLiteral("Bar")}, {idOf(3), QStringLiteral("gate")}});
    table.apply(threeDevices());
    table.model.sort(column, Qt::AscendingOrder);
    QCOMPARE(order(table.model), ascending);
    table.model.sort(-1);
    QCOMPARE(order(table.model), QStringLiteral("3 2 1"));
}

void tst_DeviceTable::whatIsMissingStandsLastInBothOrders()
{
    QList<DeviceSnapshot> devices = threeDevices();
    devices[0].lastBeat.reset();
    Table table;
    table.apply(devices);
    table.model.sort(static_cast<int>(DeviceColumn::LastHeartbeat), Qt::AscendingOrder);
    QCOMPARE(order(table.model), QStringLiteral("2 3 1"));
    table.model.sort(static_cast<int>(DeviceColumn::LastHeartbeat), Qt::DescendingOrder);
    QCOMPARE(order(table.model), QStringLiteral("3 2 1"));
}

void tst_DeviceTable::changesOfABatchAreAnnouncedTogether()
{
    Table table;
    QList<DeviceSnapshot> devices;
    for (int i = 0; i < 10; ++i)
        devices << device(i, DeviceState::Online);
    table.apply(devices);
    QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
    for (DeviceSnapshot &one : devices)
        one.userAgent = QStringLiteral("IPC");
    table.apply({devices[3], devices[2], devices[4], devices[8]});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[0][0].toModelIndex().row(), 2);
    QCOMPARE(changed[0][1].toModelIndex().row(), 4);
    QCOMPARE(changed[1][0].toModelIndex().row(), 8);
    changed.clear();
    devices[3].lastBeat = start + 1s; // a heartbeat, and nothing else: what names the device stays
    ++devices[3].beats;
    table.apply({devices[3]});
    for (int column = 0; column < deviceColumnCount; ++column) {
        const bool told = std::any_of(changed.begin(), changed.end(), [column](const QList<QVariant> &signal) {
            return signal[0].toModelIndex().column() <= column && signal[1].toModelIndex().column() >= column;
        });
        const auto one = static_cast<DeviceColumn>(column);
        QCOMPARE(told,
            one == DeviceColumn::Reason || one == DeviceColumn::Beats
                || (one >= DeviceColumn::ExpiresIn && one <= DeviceColumn::Misses));
    }
    changed.clear();
    table.model.setNow(start + 1s);
    for (const auto &signal : std::as_const(changed))
        QVERIFY(signal[0].toModelIndex().column() != static_cast<int>(DeviceColumn::Id));
    QVERIFY(!changed.isEmpty());
}

void tst_DeviceTable::rowsMoveAtMostOnceASecond()
{
    Table table;
    table.apply({device(1, DeviceState::Online), device(2, DeviceState::Online)});
    table.apply({device(2, DeviceState::Late)}, start);
    QCOMPARE(order(table.model), QStringLiteral("2 1"));
    table.apply({device(1, DeviceState::AuthFailed), device(3, DeviceState::AuthFailed)}, start + 999ms);
    QCOMPARE(order(table.model), QStringLiteral("2 1 3"));
    table.model.resortIfDue(start + 999ms);
    QCOMPARE(order(table.model), QStringLiteral("2 1 3"));
    table.model.resortIfDue(start + 1s);
    QCOMPARE(order(table.model), QStringLiteral("1 3 2"));
}

void tst_DeviceTable::goneDevicesGo()
{
    Table table;
    table.apply({device(1, DeviceState::Online), device(2, DeviceState::Late), device(3, DeviceState::Online),
        device(4, DeviceState::Online)});
    QSignalSpy removed(&table.model, &QAbstractItemModel::rowsRemoved);
    table.apply({device(4, DeviceState::Online)}, start, {idOf(2), idOf(3), idOf(4), QStringLiteral("unknown")});
    QCOMPARE(order(table.model), QStringLiteral("1 4")); // 4 went and came back at once
    QCOMPARE(removed.size(), 1);
    QCOMPARE(table.model.deviceCount(), 2);
    QCOMPARE(table.model.counts()[static_cast<std::size_t>(DeviceState::Late)], 0);
    QVERIFY(!table.model.device(idOf(2)));
    QVERIFY(!table.model.indexOf(idOf(2)).isValid());
}

void tst_DeviceTable::allWordsOfTheFilterMustOccur_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QString() << QStringLiteral("3 2 1");
    QTest::newRow("blanks") << QStringLiteral("  ") << QStringLiteral("3 2 1");
    QTest::newRow("end of the ID") << QStringLiteral("0000002") << QStringLiteral("2");
    QTest::newRow("address") << QStringLiteral("10.0.0.") << QStringLiteral("2 1");
    QTest::newRow("User-Agent, other case") << QStringLiteral("dahua") << QStringLiteral("3");
    QTest::newRow("alias") << QStringLiteral("gate") << QStringLiteral("1");
    QTest::newRow("state") << QStringLiteral("offline") << QStringLiteral("2");
    QTest::newRow("reason") << QStringLiteral("password") << QStringLiteral("3");
    QTest::newRow("two words") << QStringLiteral("ONLINE 10.0") << QStringLiteral("1");
    QTest::newRow("two words, one of them nowhere") << QStringLiteral("online fe80") << QString();
}

void tst_DeviceTable::allWordsOfTheFilterMustOccur()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, shown);
    Table table;
    QList<DeviceSnapshot> devices = threeDevices();
    devices[2].reason = {.code = NoteCode::WrongPassword, .a = {}, .b = {}};
    table.model.setAliases({{idOf(1), QStringLiteral("North Gate")}});
    table.model.setFilter(QStringLiteral("hides all of them"));
    table.apply(devices);
    QCOMPARE(table.model.rowCount(), 0);
    table.model.setFilter(filter);
    QCOMPARE(order(table.model), shown);
    QCOMPARE(table.model.deviceCount(), 3);
}

void tst_DeviceTable::silentStatesShareOneFilter()
{
    Table table;
    table.apply({device(1, DeviceState::Online), device(2, DeviceState::Lapsed), device(3, DeviceState::Unregistered),
        device(4, DeviceState::Offline)});
    table.model.setStateFilter(DeviceState::Offline);
    QCOMPARE(order(table.model), QStringLiteral("2 4 3"));
    table.model.setStateFilter(DeviceState::Online);
    QCOMPARE(order(table.model), QStringLiteral("1"));
    table.model.setStateFilter(std::nullopt);
    QCOMPARE(table.model.rowCount(), 4);
}

void tst_DeviceTable::aDeviceThatStopsToMatchGoes()
{
    Table table;
    table.model.setStateFilter(DeviceState::Online);
    table.apply({device(1, DeviceState::Online), device(2, DeviceState::Late), device(3, DeviceState::Online)});
    QCOMPARE(order(table.model), QStringLiteral("1 3"));
    table.apply({device(1, DeviceState::Late), device(2, DeviceState::Online)}, start + 5s);
    QCOMPARE(order(table.model), QStringLiteral("2 3"));
}

void tst_DeviceTable::anAliasIsEditedAndAnnounced()
{
    Table table;
    table.apply({device(1, DeviceState::Online)});
    QSignalSpy edited(&table.model, &DeviceTableModel::aliasEdited);
    const QModelIndex cell = table.model.indexOf(idOf(1), DeviceColumn::Alias);
    QVERIFY(table.model.flags(cell).testFlag(Qt::ItemIsEditable));
    QVERIFY(!table.model.flags(cell.siblingAtColumn(0)).testFlag(Qt::ItemIsEditable));
    QVERIFY(table.model.setData(cell, QStringLiteral("  Gate\t7 ")));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0], (QVariantList{idOf(1), QStringLiteral("Gate 7")}));
    QCOMPARE(cell.data().toString(), QStringLiteral("Gate 7"));
    QVERIFY(!table.model.setData(cell.siblingAtColumn(0), QStringLiteral("x")));
    table.model.setAliases({{idOf(1), QStringLiteral("Yard")}});
    QCOMPARE(cell.data().toString(), QStringLiteral("Yard"));
    QCOMPARE(table.model.name(idOf(1)), QStringLiteral("Yard"));
    QCOMPARE(table.model.name(idOf(2)), QString()); // unknown
    QCOMPARE(edited.size(), 1);                     // the owner knows what it says itself
}

void tst_DeviceTable::textOfTheNetworkIsNoMarkup()
{
    DeviceSnapshot hostile = device(1, DeviceState::Online);
    hostile.userAgent = QStringLiteral("<b>x</b><img src='http://evil'>\x1b[2J");
    hostile.problem = {.code = NoteCode::OtherScheme, .a = QStringLiteral("<h1>"), .b = {}};
    Table table;
    table.apply({hostile});
    for (const auto column : {DeviceColumn::Vendor, DeviceColumn::LastProblem, DeviceColumn::Id}) {
        const QString tip = table.model.indexOf(idOf(1), column).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QStringLiteral("<b>")) && !tip.contains(QStringLiteral("<img"))
            && !tip.contains(QStringLiteral("<h1>")));
        QVERIFY(!tip.contains(QChar(0x1b)));
    }
    const QString vendor = table.model.indexOf(idOf(1), DeviceColumn::Vendor).data(Qt::ToolTipRole).toString();
    QVERIFY(vendor.contains(QStringLiteral("&lt;b&gt;x&lt;/b&gt;")));
}

void tst_DeviceTable::thousandDevicesKeepTheirOrder()
{
    Table table;
    QList<DeviceSnapshot> devices;
    const DeviceState states[] = {
        DeviceState::Online, DeviceState::Late, DeviceState::Offline, DeviceState::AuthFailed};
    for (int i = 0; i < 1000; ++i)
        devices << device(i, states[i % 4]);
    table.apply(devices);
    for (int round = 1; round <= 10; ++round) {
        QList<DeviceSnapshot> changed;
        for (int i = round; i < 1000; i += 7)
            changed << device(i, states[(i + round) % 4]);
        table.apply(changed, start + std::chrono::seconds(round));
    }
    QStringList gone;
    for (int i = 50; i <= 500; i += 50)
        gone << idOf(i) << idOf(i + 2);
    table.apply({}, start + 20s, gone);
    QCOMPARE(table.model.rowCount(), 980);
    for (int row = 1; row < table.model.rowCount(); ++row) {
        const DeviceSnapshot &above = *table.model.device(table.model.idAt(row - 1)),
                             &below = *table.model.device(table.model.idAt(row));
        const int a = stateRank(above.verdict.state), b = stateRank(below.verdict.state);
        QVERIFY(a < b || (a == b && above.id < below.id));
    }
    table.model.setFilter(QStringLiteral("00005"));
    QCOMPARE(table.model.rowCount(), 111 - 4); // 5, 50 to 59, 500 to 599; four of them are gone
    int sum = 0;
    for (const int count : table.model.counts())
        sum += count;
    QCOMPARE(sum, 980);
}

void tst_DeviceTable::keysFollowAChangedDevice()
{
    Table table;
    table.apply(threeDevices());
    table.model.sort(static_cast<int>(DeviceColumn::Vendor), Qt::AscendingOrder);
    QCOMPARE(order(table.model), QStringLiteral("3 1 2"));
    DeviceSnapshot three = threeDevices().at(2);
    three.userAgent = QStringLiteral("Zebra");
    table.apply({three}, start + 1s);
    QCOMPARE(order(table.model), QStringLiteral("1 2 3"));
    table.model.setFilter(QStringLiteral("zeb"));
    QCOMPARE(order(table.model), QStringLiteral("3"));
    table.apply({threeDevices().at(2)}, start + 2s);
    QCOMPARE(order(table.model), QString());
    table.apply({}, start + 3s, {idOf(2)});
    DeviceSnapshot seven = device(7, DeviceState::Online); // in the place that 2 left
    seven.userAgent = QStringLiteral("Aardvark");
    table.apply({seven}, start + 4s);
    table.model.setFilter({});
    QCOMPARE(order(table.model), QStringLiteral("7 3 1"));
    table.model.setFilter(QStringLiteral("ipc")); // of 2
    QCOMPARE(order(table.model), QString());
}

/// What all names begin with is left out of their keys.
void tst_DeviceTable::namesAlikeUntilOneDiffers()
{
    Table table;
    QList<DeviceSnapshot> fleet;
    for (int i = 0; i < 4; ++i) {
        fleet.append(device(i, DeviceState::Online));
        fleet.back().name = QStringLiteral("Camera at the northern gate, post %1").arg(9 - i);
    }
    table.apply(fleet);
    table.model.sort(static_cast<int>(DeviceColumn::Alias), Qt::AscendingOrder);
    QCOMPARE(order(table.model), QStringLiteral("3 2 1 0"));
    fleet[1].name = QStringLiteral("Yard at the northern gate, at post 0");
    table.apply({fleet[1]}, start + 1s);
    QCOMPARE(order(table.model), QStringLiteral("3 2 0 1"));
    table.model.setAliases({{idOf(2), QStringLiteral("Aisle")}});
    table.model.resortIfDue(start + 2s);
    QCOMPARE(order(table.model), QStringLiteral("2 3 0 1"));
}

QTEST_MAIN(tst_DeviceTable)
#include "tst_devicetable.moc"
