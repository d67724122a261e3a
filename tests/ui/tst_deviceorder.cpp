#include "tests/support/devices.h"
#include "ui/settings/languages.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using namespace std::chrono_literals;

/// Keys and texts that are kept give what looking at the devices would give.
class tst_DeviceOrder : public QObject
{
    Q_OBJECT
private slots:
    void anyColumnSortsAsComparingWould_data();
    void anyColumnSortsAsComparingWould();
    void typingOnShowsWhatAFreshFilterShows();
    void timesThatRunOnAreNotSearched();
    void theFilterSpeaksTheLanguage();
    void theFilterKeepsNoOldTexts();
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

/// Few different values, so that many are alike; texts that differ late; addresses and IDs of every kind.
static QList<DeviceSnapshot> strangeFleet(int count, QRandomGenerator &random)
{
    QList<DeviceSnapshot> fleet;
    for (int i = 0; i < count; ++i) {
        DeviceSnapshot one = device(i, static_cast<DeviceState>(random.bounded(8)));
        if (i % 9 == 0)
            one.id = QStringLiteral("camera-%1").arg((i * 7919) % count, i % 2 == 0 ? 1 : 20, 10, QLatin1Char('0'));
        const QStringList names{QString(), QStringLiteral("Car park of the northern gate %1"),
            QStringLiteral("CAR PARK of the northern gate %1"),
            QStringLiteral("\u5317\u95e8\u505c\u8f66\u573a\u5165\u53e3\u6444\u50cf\u673a %1"), QStringLiteral("Gate")};
        one.name = names.at(random.bounded(5));
        if (one.name.contains(u'%'))
            one.name = one.name.arg(random.bounded(40));
        one.userAgent = QStringLiteral("Embedded Net DVR ").repeated(random.bounded(4))
            + QString::number(random.bounded(3));
        one.address.port = static_cast<quint16>(5060 + random.bounded(2));
        one.address.address = random.bounded(5) == 0
            ? QHostAddress(QStringLiteral("fe80::%1").arg(random.bounded(200)))
            : QHostAddress(QStringLiteral("192.168.%1.1").arg(random.bounded(120)));
        one.lastBeat = random.bounded(6) == 0
            ? std::nullopt
            : std::optional(start + std::chrono::milliseconds(random.bounded(90'000)) - 45s);
        one.misses = random.bounded(3);
        fleet.append(one);
    }
    return fleet;
}

void tst_DeviceOrder::anyColumnSortsAsComparingWould_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("down");
    for (int column = 0; column < deviceColumnCount; ++column) {
        for (const bool down : {false, true})
            QTest::addRow(
                "%s, %s", qPrintable(columnTitle(static_cast<DeviceColumn>(column))), down ? "descending" : "ascending")
                << column << down;
    }
}

void tst_DeviceOrder::anyColumnSortsAsComparingWould()
{
    QFETCH(const int, column);
    QFETCH(const bool, down);
    QRandomGenerator random(static_cast<quint32>(28181 + column));
    QList<DeviceSnapshot> fleet = strangeFleet(700, random);
    DeviceTableModel model;
    model.apply(fleet, {}, start);
    model.sort(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);

    const auto keyOf = [&](const DeviceSnapshot &one, DeviceColumn by) { return sortKey(one, one.name, by); };
    const auto compare = [](const SortKey &a, const SortKey &b) {
        if (a.number != b.number)
            return a.number < b.number ? -1 : 1;
        if (a.second != b.second)
            return a.second < b.second ? -1 : 1;
        return a.text.toCaseFolded().compare(b.text.toCaseFolded());
    };
    std::sort(fleet.begin(), fleet.end(), [&](const DeviceSnapshot &a, const DeviceSnapshot &b) {
        const SortKey left = keyOf(a, static_cast<DeviceColumn>(column)),
                      right = keyOf(b, static_cast<DeviceColumn>(column));
        if (left.missing != right.missing)
            return right.missing;
        const int order = left.missing ? 0 : compare(left, right);
        return order != 0 ? (order < 0) != down : compare(keyOf(a, DeviceColumn::Id), keyOf(b, DeviceColumn::Id)) < 0;
    });
    for (int row = 0; row < fleet.size(); ++row)
        QCOMPARE(model.idAt(row), fleet.at(row).id);
}

/// Somebody types and takes back, chooses states and lets go of them, while devices come, change and go.
void tst_DeviceOrder::typingOnShowsWhatAFreshFilterShows()
{
    QRandomGenerator random(5060);
    QList<DeviceSnapshot> fleet = strangeFleet(150, random);
    QSet<QString> here;
    Table table;
    const QString words[] = {QStringLiteral("gate 1"), QStringLiteral("192.168.1"), QStringLiteral("north on"),
        QStringLiteral("\u505c\u8f66 off"), QStringLiteral("DVR 2"), QStringLiteral("000013")};
    QString text, wanted;
    std::optional<DeviceState> state;
    int narrowed = 0;
    for (int step = 0; step < 600; ++step) {
        const TimePoint now = start + std::chrono::seconds(2 * step);
        if (text == wanted || random.bounded(12) == 0)
            wanted = words[random.bounded(6)];
        narrowed += wanted.startsWith(text) ? 1 : 0;
        text = wanted.startsWith(text) ? wanted.left(text.size() + 1) : text.chopped(1);
        table.model.setFilter(text);
        if (random.bounded(10) == 0)
            table.model.setStateFilter(
                state = state ? std::nullopt : std::optional(static_cast<DeviceState>(random.bounded(8))));
        QList<DeviceSnapshot> changed;
        QStringList gone;
        for (int i = random.bounded(6); i > 0; --i) {
            DeviceSnapshot &one = fleet[random.bounded(fleet.size())];
            one.verdict.state = static_cast<DeviceState>(random.bounded(8));
            one.userAgent = QStringLiteral("DVR ").repeated(random.bounded(5)) + QString::number(random.bounded(3));
            if (random.bounded(8) == 0) {
                gone.append(one.id);
                here.remove(one.id);
                changed.removeIf([&](const DeviceSnapshot &other) { return other.id == one.id; });
            } else {
                changed.removeIf([&](const DeviceSnapshot &other) { return other.id == one.id; });
                changed.append(one);
                here.insert(one.id);
            }
        }
        table.apply(changed, now, gone);
        DeviceTableModel fresh;
        QList<DeviceSnapshot> all;
        std::copy_if(fleet.begin(), fleet.end(), std::back_inserter(all),
            [&](const DeviceSnapshot &one) { return here.contains(one.id); });
        fresh.apply(all, {}, now);
        fresh.setFilter(text);
        fresh.setStateFilter(state);
        QCOMPARE(table.model.rowCount(), fresh.rowCount());
        for (int row = 0; row < fresh.rowCount(); ++row)
            QCOMPARE(table.model.idAt(row), fresh.idAt(row));
    }
    QVERIFY(narrowed > 200);
}

/// What is shown would hang on the moment in which somebody typed.
void tst_DeviceOrder::timesThatRunOnAreNotSearched()
{
    Table table;
    table.apply({device(1, DeviceState::Late)}, start + 42s);
    QVERIFY(table.model.indexOf(idOf(1), DeviceColumn::Reason).data().toString().contains(QStringLiteral("42 s")));
    table.model.setFilter(QStringLiteral("silent every 60.0"));
    QCOMPARE(table.model.rowCount(), 1);
    table.model.setFilter(QStringLiteral("silent 42 s"));
    QCOMPARE(table.model.rowCount(), 0);
}

void tst_DeviceOrder::theFilterSpeaksTheLanguage()
{
    Table table;
    table.apply({device(1, DeviceState::Online), device(2, DeviceState::Offline)});
    table.model.setFilter(QStringLiteral("offline"));
    QCOMPARE(order(table.model), QStringLiteral("2"));
    Languages languages;
    languages.use(QStringLiteral("zh_CN"));
    table.model.retranslate();
    QCOMPARE(order(table.model), QString());
    table.model.setFilter(QStringLiteral("\u79bb\u7ebf"));
    QCOMPARE(order(table.model), QStringLiteral("2"));
    languages.use(QStringLiteral("en"));
}

void tst_DeviceOrder::theFilterKeepsNoOldTexts()
{
    DeviceFilter filter;
    QRandomGenerator random(1);
    for (int i = 0; i < 200'000; ++i) {
        DeviceSnapshot one = device(i % 100, DeviceState::Online);
        one.userAgent = QString(random.bounded(200), u'x') + QString::number(i);
        filter.set(static_cast<Slot>(i % 100), one, {});
    }
    QVERIFY2(filter.octets() < 400 * 1024, qPrintable(QString::number(filter.octets())));
    filter.setWords(QStringLiteral("199999"));
    for (Slot slot = 0; slot < 100; ++slot)
        QCOMPARE(filter.matches(slot), slot == 99);
}

QTEST_MAIN(tst_DeviceOrder)
#include "tst_deviceorder.moc"
