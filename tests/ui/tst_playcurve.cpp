#include "ui/play/playcurve.h"

#include <QtTest>

using namespace gb;
using gb::ui::PlayCurve;
using namespace std::chrono_literals;

/// Bit rate and losses over time: right, and bounded whatever the numbers do.
class tst_PlayCurve : public QObject
{
    Q_OBJECT
private slots:
    void ratesOfSteps();
    void lossesStandWhereTheyWereFound();
    void anHourIsBounded();
    void oddNumbersDoNoHarm();
};

static const TimePoint first = TimePoint(10s);

void tst_PlayCurve::ratesOfSteps()
{
    PlayCurve curve;
    for (int i = 1; i <= 20; ++i) // two seconds, 1000 bytes each 100 ms, then 2000
        curve.take(
            first, first + i * 100ms - 1us, static_cast<quint64>(i <= 10 ? i * 1000 : 10'000 + (i - 10) * 2000), 0);
    QCOMPARE(curve.steps().size(), 4U);
    QCOMPARE(curve.rate(0), std::optional(80'000.0));
    QCOMPARE(curve.rate(2), std::optional(160'000.0));
    QVERIFY(qAbs(*curve.rate(3) - 160'000) < 1000); // a step that is nearly whole
    QVERIFY(!curve.rate(4));
    QVERIFY(qAbs(curve.highest() - 160'000) < 1000 && curve.lowest() == 80'000);
    curve.take(first, first + 2010ms, 40'000, 0);
    QVERIFY(!curve.rate(4)); // too short to tell
}

void tst_PlayCurve::lossesStandWhereTheyWereFound()
{
    PlayCurve curve;
    curve.take(first, first + 400ms, 1000, 0);
    curve.take(first, first + 600ms, 2000, 3);
    curve.take(first, first + 1200ms, 3000, 3);
    QCOMPARE(curve.steps()[0].lost, 0U);
    QCOMPARE(curve.steps()[1].lost, 3U);
    QCOMPARE(curve.steps()[2].lost, 0U);
    QCOMPARE(curve.lossySteps(), 1);
}

void tst_PlayCurve::anHourIsBounded()
{
    PlayCurve curve;
    quint64 bytes = 0;
    for (int i = 1; i <= 36'000; ++i)
        curve.take(first, first + i * 100ms, bytes += 25'000, static_cast<quint64>(i / 18'000));
    QVERIFY(curve.steps().size() <= PlayCurve::maxSteps && curve.steps().size() > PlayCurve::maxSteps / 4);
    QCOMPARE(curve.whole(), Duration(1h));
    for (std::size_t i = 0; i + 1 < curve.steps().size(); ++i)
        QVERIFY(qAbs(*curve.rate(i) - 2'000'000) < 50'000);
    quint64 sum = 0, lost = 0;
    for (const PlayCurve::Step &one : curve.steps()) {
        sum += one.bytes;
        lost += one.lost;
    }
    QVERIFY(sum == bytes && lost == 2);
}

/// Another SSRC becomes the main one, a packet comes late, a clock jumps.
void tst_PlayCurve::oddNumbersDoNoHarm()
{
    PlayCurve curve;
    curve.take(first, first + 400ms, 5000, 4);
    curve.take(first, first + 800ms, 100, 1);
    QCOMPARE(curve.steps()[1].bytes, 0U);
    QCOMPARE(curve.steps()[1].lost, 0U);
    curve.take(first, first - 1h, 200, 1);
    QCOMPARE(curve.steps().size(), 2U);
    curve.take(first, first + 24h * 365 * 80, 300, 2);
    QVERIFY(curve.steps().size() <= PlayCurve::maxSteps);
    QVERIFY(PlayCurve().highest() == 0 && PlayCurve().lossySteps() == 0 && !PlayCurve().rate(0));
}

QTEST_GUILESS_MAIN(tst_PlayCurve)
#include "tst_playcurve.moc"
