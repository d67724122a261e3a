#include "core/flow/recenttable.h"

#include <QHash>
#include <QRandomGenerator>
#include <QtTest>

using namespace gb;

class tst_RecentTable : public QObject
{
    Q_OBJECT
private slots:
    void isAHashInTheOrderOfArrival();
    void keysThatMeetInOnePlace();
    void placesComeGoAndMove();
};

namespace {

TimePoint second(quint64 number)
{
    return TimePoint(std::chrono::seconds(number));
}

} // namespace

/// Against a QHash, through growth, wrapping around the ring, and entries that move to the end.
void tst_RecentTable::isAHashInTheOrderOfArrival()
{
    RecentTable<quint64> table;
    QHash<Key128, quint64> expected;
    QList<Key128> order;
    QRandomGenerator random(28181);
    for (quint64 step = 1; step <= 50'000; ++step) {
        const Key128 key{random.generate64(), random.generate64()};
        const quint32 what = random.bounded(step % 10'000 < 6000 ? 8U : 3U); // it grows, then shrinks
        if (what > 1 || order.isEmpty()) {
            table.add(key, second(step)) = step;
            expected.insert(key, step);
            order.append(key);
        } else if (what == 1) {
            QCOMPARE(table.front().value, expected.take(order.takeFirst()));
            table.popFront();
        } else {
            table.moveFrontToBack(second(step));
            order.append(order.takeFirst());
        }
        QCOMPARE(table.size(), static_cast<std::size_t>(expected.size()));
        QVERIFY(table.find({key.a, key.b + 1}) == nullptr);
        const Key128 any = order.isEmpty() ? key : order.at(random.bounded(static_cast<int>(order.size())));
        const quint64 *const found = table.find(any);
        QCOMPARE(found != nullptr, expected.contains(any));
        QVERIFY(!found || *found == expected.value(any));
    }
}

void tst_RecentTable::keysThatMeetInOnePlace()
{
    RecentTable<quint64> table;
    for (quint64 b = 0; b < 40; ++b) // the same hash, and one that comes right behind it
        table.add({7 + 2 * (b % 2), b}, second(b)) = b;
    for (quint64 gone = 0; gone < 40; ++gone) {
        for (quint64 b = 0; b < 40; ++b) {
            const quint64 *const found = table.find({7 + 2 * (b % 2), b});
            QCOMPARE(found != nullptr, b >= gone);
            QVERIFY(!found || *found == b);
        }
        table.popFront();
    }
    QVERIFY(table.empty());
}

/// The index alone, whose places go in any order; a third of the hashes meet.
void tst_RecentTable::placesComeGoAndMove()
{
    struct Held
    {
        quint64 hash;
        quint32 place;
    };
    PlaceIndex index;
    std::vector<Held> held;
    QRandomGenerator random(28181);
    quint32 next = 0;
    const auto isThere = [&index](const Held &one) {
        return index.find(one.hash, [&one](quint32 place) { return place == one.place; }).has_value();
    };
    for (int step = 0; step < 20'000; ++step) {
        const quint32 what = held.empty() ? 2 : random.bounded(step % 5000 < 3000 ? 8U : 3U);
        if (what > 1) {
            held.push_back({random.bounded(3) == 0 ? random.bounded(64U) : random.generate64(), next++});
            index.insert(held.back().hash, held.back().place);
            continue;
        }
        Held &any = held[random.bounded(static_cast<quint32>(held.size()))];
        const Held before = any;
        if (what == 1) {
            index.remove(any.hash, any.place);
            any = held.back();
            held.pop_back();
        } else {
            index.move(any.hash, any.place, next);
            any.place = next++;
        }
        QVERIFY(!isThere(before));
        if (step % 100 == 0)
            QVERIFY(std::all_of(held.begin(), held.end(), isThere));
    }
    QVERIFY(std::all_of(held.begin(), held.end(), isThere));
}

QTEST_GUILESS_MAIN(tst_RecentTable)
#include "tst_recenttable.moc"
