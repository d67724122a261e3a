#include "core/ladder/counterpart.h"
#include "tests/support/growinglog.h"

#include <QtTest>

using namespace gb;
using gb::test::Traffic;
using namespace std::chrono_literals;

namespace {

struct Record : gb::test::GrowingLog
{
    /// "first second", with a star where the first came later; empty where there is none.
    QString with(quint64 number, Counterpart wanted)
    {
        const CounterpartFound found = counterpartOf(log, log.rowOf(number), wanted);
        return found.isThere() ? QStringLiteral("%1 %2").arg(found.first).arg(found.second)
                + (found.isLater ? QStringLiteral("*") : QString())
                               : QString();
    }
    /// Two REGISTERs, the second one refused.
    void refusedLogin(int device)
    {
        traffic.enroll(device, false);
        traffic.answer(device, 401);
        traffic.enroll(device, true);
        traffic.answer(device, 403);
    }
};

} // namespace

/// Which message is compared with one.
class tst_Counterpart : public QObject
{
    Q_OBJECT
private slots:
    void retry();
    void retryOfNothing();
    void lastGood();
    void lastGoodIsProven();
    void goodOneThatCameLater();
    void previous();
    void otherDevice();
    void nothing();
};

void tst_Counterpart::retry()
{
    Record record;
    record.traffic.login(1); // 1 to 4
    record.traffic.login(2); // 5 to 8, of the same Call-ID
    record.take();
    for (const quint64 number : {1, 2, 3, 4})
        QCOMPARE(record.with(number, Counterpart::Retry), QStringLiteral("1 3"));
    QCOMPARE(record.with(5, Counterpart::Retry), QStringLiteral("5 7"));
}

void tst_Counterpart::retryOfNothing()
{
    Record record;
    record.traffic.enroll(1, false); // 1: is accepted
    record.traffic.answer(1, 200);
    record.traffic.enroll(1, true); // 3: of its own accord
    record.traffic.answer(1, 200);
    record.traffic.enroll(1, false); // 5: its retry is not there
    record.traffic.answer(1, 401);
    record.take();
    QCOMPARE(record.with(1, Counterpart::Retry), QString());
    QCOMPARE(record.with(5, Counterpart::Retry), QString());
}

void tst_Counterpart::lastGood()
{
    Record record;
    record.traffic.login(1); // 1 to 4
    record.traffic.login(2); // 5 to 8
    record.refusedLogin(1);  // 9 to 12
    record.refusedLogin(1);  // 13 to 16
    record.take();
    QCOMPARE(record.with(13, Counterpart::LastGood), QStringLiteral("1 13"));
    QCOMPARE(record.with(14, Counterpart::LastGood), QStringLiteral("2 14"));
    QCOMPARE(record.with(15, Counterpart::LastGood), QStringLiteral("3 15"));
    QCOMPARE(record.with(16, Counterpart::LastGood), QStringLiteral("4 16")); // the 200 beside the 403
}

/// What was not answered in the record is no success.
void tst_Counterpart::lastGoodIsProven()
{
    Record record;
    record.traffic.beat(1); // 1: no answer
    record.traffic.wait(60s);
    record.traffic.beat(1);
    record.take();
    QCOMPARE(record.with(2, Counterpart::LastGood), QString());
}

void tst_Counterpart::goodOneThatCameLater()
{
    Record record;
    record.refusedLogin(1);  // 1 to 4
    record.traffic.login(1); // 5 to 8
    record.take();
    QCOMPARE(record.with(3, Counterpart::LastGood), QStringLiteral("7 3*"));
}

void tst_Counterpart::previous()
{
    Record record;
    record.traffic.login(1);    // 1 to 4
    record.traffic.beats(1, 1); // 5 and 6
    record.traffic.beats(2, 1); // 7 and 8
    record.traffic.beats(1, 1); // 9 and 10
    record.traffic.beat(1);     // 11
    record.traffic.wait(500ms);
    record.traffic.repeatLast(); // 12
    record.traffic.repeatLast(); // 13
    record.take();
    QCOMPARE(record.with(9, Counterpart::Previous), QStringLiteral("5 9"));
    QCOMPARE(record.with(10, Counterpart::Previous), QStringLiteral("6 10"));
    QCOMPARE(record.with(13, Counterpart::Previous), QStringLiteral("11 13")); // the first copy
    QCOMPARE(record.with(3, Counterpart::Previous), QStringLiteral("1 3"));
    QCOMPARE(record.with(5, Counterpart::Previous), QString()); // a heartbeat is no REGISTER
}

void tst_Counterpart::otherDevice()
{
    Record record;
    record.traffic.login(1);    // 1 to 4
    record.traffic.beats(3, 1); // 5 and 6
    record.traffic.login(2);    // 7 to 10
    record.take();
    QCOMPARE(record.with(1, Counterpart::OtherDevice), QStringLiteral("7 1*"));
    QCOMPARE(record.with(9, Counterpart::OtherDevice), QStringLiteral("3 9"));
    QCOMPARE(record.with(10, Counterpart::OtherDevice), QStringLiteral("4 10"));
    QCOMPARE(record.with(5, Counterpart::OtherDevice), QString());
}

void tst_Counterpart::nothing()
{
    Record record;
    for (const auto wanted :
        {Counterpart::Retry, Counterpart::LastGood, Counterpart::Previous, Counterpart::OtherDevice}) {
        QVERIFY(!counterpartOf(record.log, -1, wanted).isThere());
        QVERIFY(!counterpartOf(record.log, 0, wanted).isThere());
    }
}

QTEST_GUILESS_MAIN(tst_Counterpart)
#include "tst_counterpart.moc"
