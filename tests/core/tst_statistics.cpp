#include "core/ladder/statistics.h"
#include "tests/support/traffic.h"

#include <QTest>

using namespace gb;
using gb::test::Traffic;
using namespace std::chrono_literals;

/// Counts and times of the messages that are shown.
class tst_Statistics : public QObject
{
    Q_OBJECT
private slots:
    void nothing();
    void counts();
    void conditionsFindWhatTheyCount();
    void percentiles();
    void responseTimes();
    void onlyWhatIsShown();
    void bounded();

private:
    static quint64 of(const Statistics::Counts &counts, const char *name)
    {
        for (const Statistics::Count &one : counts.list) {
            if (one.name == QLatin1String(name))
                return one.messages;
        }
        return 0;
    }
};

void tst_Statistics::nothing()
{
    MessageLog log;
    const FlowRows rows(log);
    const Statistics none = statisticsOf(rows);
    QCOMPARE(none.messages, 0U);
    QVERIFY(none.times.isEmpty() && none.requests.list.isEmpty() && none.sizes.list.isEmpty());
}

void tst_Statistics::counts()
{
    MessageLog log;
    Traffic traffic;
    traffic.login(1);
    traffic.beats(1, 3);
    traffic.beat(2).octets = 1473;
    traffic.repeatLast();
    log.append(traffic.take());
    const Statistics all = statisticsOf(FlowRows(log));
    QCOMPARE(all.messages, 12U);
    QCOMPARE(all.octets, 10 * 512U + 2 * 1473U);
    QCOMPARE(of(all.requests, "MESSAGE \u00b7 Keepalive"), 0U); // Latin-1 only
    QCOMPARE(all.requests.list.first().name, QStringLiteral("MESSAGE \u00b7 Keepalive"));
    QCOMPARE(all.requests.list.first().messages, 5U);
    QCOMPARE(of(all.requests, "REGISTER"), 2U);
    QCOMPARE(of(all.statuses, "200"), 4U);
    QCOMPARE(of(all.statuses, "401"), 1U);
    QCOMPARE(of(all.repeats, "retransmitted"), 1U);
    QCOMPARE(all.sizes.list.size(), 2);
    QCOMPARE(all.sizes.list.last().messages, 2U);
    QCOMPARE(all.devices.list.first().messages, 10U);
    QCOMPARE(all.to - all.from, 3min + 7ms);
}

/// A row of the statistics sets the filter: that shows as many.
void tst_Statistics::conditionsFindWhatTheyCount()
{
    MessageLog log;
    Traffic traffic;
    traffic.login(1);
    traffic.beats(2, 3);
    MessageSummary &query = traffic.request(1, SipMethod::Message, QStringLiteral("MESSAGE"), QStringLiteral("q"));
    query.command = QStringLiteral("Catalog query");
    query.octets = 499;
    traffic.repeatLast();
    traffic.answer(1, 486).octets = 1472;
    log.append(traffic.take());
    FlowRows rows(log);
    const Statistics all = statisticsOf(rows);
    int looked = 0;
    for (const auto *counts : {&all.requests, &all.statuses, &all.repeats, &all.sizes, &all.devices}) {
        for (const Statistics::Count &one : counts->list) {
            FlowFilter filter;
            filter.text = one.condition;
            rows.setFilter(filter);
            QVERIFY2(!one.condition.isEmpty() && static_cast<quint64>(rows.matches()) == one.messages,
                qPrintable(one.name + QStringLiteral(": ") + one.condition));
            ++looked;
        }
    }
    QVERIFY(looked >= 11);
}

void tst_Statistics::percentiles()
{
    std::vector<quint32> values;
    for (quint32 i = 100; i > 0; --i)
        values.push_back(i);
    QCOMPARE(percentile(values, 0.5), 50U);
    QCOMPARE(percentile(values, 0.95), 95U);
    QCOMPARE(percentile(values, 1), 100U);
    QCOMPARE(percentile(values, 0), 1U);
    std::vector<quint32> one{7};
    QCOMPARE(percentile(one, 0.95), 7U);
}

/// Of first copies; of what was not asked in the record no time is known.
void tst_Statistics::responseTimes()
{
    MessageLog log;
    Traffic traffic;
    for (int i = 1; i <= 20; ++i) {
        traffic.beat(1);
        traffic.wait(std::chrono::milliseconds(i));
        traffic.answer(1, 100);
        traffic.answer(1, 200);
        traffic.repeatLast();
    }
    traffic.beat(2);
    traffic.wait(3s);
    traffic.answer(2, 200);
    traffic.answer(3, 200).answers = 0;
    log.append(traffic.take());
    const Statistics all = statisticsOf(FlowRows(log));
    QCOMPARE(all.times.size(), 3);
    QVERIFY(all.times[0].device.isEmpty()); // all together
    QCOMPARE(all.times[0].answers, 21U);
    QCOMPARE(all.times[0].max, Duration(3s));
    QCOMPARE(all.times[1].device, Traffic::id(2)); // the slowest first
    QCOMPARE(all.times[2].p50, Duration(10ms));
    QCOMPARE(all.times[2].p95, Duration(19ms));
    QCOMPARE(all.times[2].max, Duration(20ms));
}

void tst_Statistics::onlyWhatIsShown()
{
    MessageLog log;
    Traffic traffic;
    traffic.login(1);
    traffic.login(2);
    log.append(traffic.take());
    FlowRows rows(log);
    rows.setFilter({.devices = {Traffic::id(2)}});
    const Statistics shown = statisticsOf(rows);
    QCOMPARE(shown.messages, 4U);
    QCOMPARE(shown.devices.list.size(), 1);
}

void tst_Statistics::bounded()
{
    MessageLog log;
    Traffic traffic;
    for (int device = 0; device < Statistics::most + 20; ++device) {
        traffic.beat(device);
        traffic.answer(device, 200);
    }
    log.append(traffic.take());
    const Statistics all = statisticsOf(FlowRows(log));
    QCOMPARE(all.devices.list.size(), Statistics::most);
    QCOMPARE(all.devices.others, 20U);
    QCOMPARE(all.devices.messages, 40U);
    QCOMPARE(all.times.size(), Statistics::most + 1);
    QCOMPARE(all.otherTimes, 20U);
}

QTEST_GUILESS_MAIN(tst_Statistics)
#include "tst_statistics.moc"
