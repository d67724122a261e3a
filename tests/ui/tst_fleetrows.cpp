#include "ui/heartbeat/fleetrows.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatstore.h"

#include <QtTest>

using namespace gb;
using namespace gb::ui;

/// The rows of the fleet strip: all devices, worst first, by the names that people gave them.
class tst_FleetRows : public QObject
{
    Q_OBJECT
private slots:
    void worstFirstThenById();
    void whoSentNoHeartbeatIsThere();
    void whoIsOnlyHeardComesBehind();
    void namesAreShown();
    void theOrderOfTheDeviceTable();
};

static QStringList idsOf(const FleetRows &rows)
{
    QStringList ids;
    for (int row = 0; row < rows.count(); ++row)
        ids.append(rows.id(row));
    return ids;
}

static FleetDevice device(const char *id, int rank, const char *name = "")
{
    return {QString::fromLatin1(id), QString::fromUtf8(name), rank};
}

void tst_FleetRows::worstFirstThenById()
{
    FleetRows rows;
    QVERIFY(rows.set({device("a", 6), device("c", 1), device("b", 1), device("d", 0)}, {}));
    QCOMPARE(idsOf(rows).join(u' '), QStringLiteral("d b c a"));
    QCOMPARE(rows.row(QStringLiteral("c")), 2);
    QCOMPARE(rows.row(QStringLiteral("x")), -1);
    QVERIFY(!rows.set({device("d", 0), device("a", 6), device("b", 1), device("c", 1)}, {})); // the same
    QVERIFY(rows.set({device("a", 0), device("c", 1), device("b", 1), device("d", 6)}, {}));
    QCOMPARE(idsOf(rows).join(u' '), QStringLiteral("a b c d"));
}

void tst_FleetRows::whoSentNoHeartbeatIsThere()
{
    FleetRows rows;
    rows.set({device("refused", 0), device("fine", 6)}, {QStringLiteral("fine")});
    QCOMPARE(idsOf(rows).join(u' '), QStringLiteral("refused fine"));
}

void tst_FleetRows::whoIsOnlyHeardComesBehind()
{
    FleetRows rows;
    rows.add({QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(idsOf(rows).join(u' '), QStringLiteral("a b"));
    rows.set({device("b", 6)}, {QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(idsOf(rows).join(u' '), QStringLiteral("b a"));
    rows.add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    QCOMPARE(idsOf(rows).join(u' '), QStringLiteral("b a c"));
    rows.add({QStringLiteral("b")}); // the others had to make room
    QCOMPARE(idsOf(rows).join(u' '), QStringLiteral("b"));
}

void tst_FleetRows::namesAreShown()
{
    HeartbeatStore store;
    FleetStrip named(&store), plain(&store);
    for (FleetStrip *strip : {&named, &plain}) {
        strip->resize(600, 120);
        strip->show();
    }
    named.setDevices({device("34020000001320000001", 6, "Gate 1")});
    plain.setDevices({device("34020000001320000001", 6)});
    QCOMPARE(named.rows(), 1);
    QVERIFY(named.grab().toImage() != plain.grab().toImage());
    QVERIFY(named.tipAt(named.rowRect(QStringLiteral("34020000001320000001")).center())
                .startsWith(QStringLiteral("Gate 1\n34020000001320000001")));
    QVERIFY(FleetStrip::labelledRowHeight - 3 >= 12); // pixels of its letters
}

void tst_FleetRows::theOrderOfTheDeviceTable()
{
    HeartbeatStore store;
    FleetStrip strip(&store);
    strip.resize(600, 200);
    strip.show();
    strip.setDevices({device("fine", 6), device("offline", 1), device("refused", 0)});
    QVERIFY(strip.rowRect(QStringLiteral("refused")).top() < strip.rowRect(QStringLiteral("offline")).top());
    QVERIFY(strip.rowRect(QStringLiteral("offline")).top() < strip.rowRect(QStringLiteral("fine")).top());
    QTest::keyClick(&strip, Qt::Key_Down);
    QCOMPARE(strip.current(), QStringLiteral("refused"));
}

QTEST_MAIN(tst_FleetRows)
#include "tst_fleetrows.moc"
