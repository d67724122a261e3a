#include "tests/support/wire.h"
#include "ui/ladder/ladderview.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace gb;
using namespace gb::ui;
using namespace gb::test;
using namespace std::chrono_literals;

namespace {

/// What the engine knows of the timers, as the ladder draws it.
class Fixture
{
public:
    explicit Fixture(bool running = true)
        : m_running(running)
    {
        rows.setFolding(FlowRows::Folding::On);
        view.resize(900, 500);
        view.show();
    }

    void deliver()
    {
        wire.analysis.advance(wire.clock.now());
        const Batch batch = wire.analysis.take(wire.clock.now());
        log.setNow(batch.now, m_running);
        log.append(batch.messages, batch.awaited);
    }
    /// A letter for each row, see tst_flowrows.
    QString pattern() const
    {
        QString text;
        for (qsizetype i = 0; i < rows.count(); ++i)
            text += QStringLiteral("mfrgxp+").at(static_cast<int>(rows.row(i).kind));
        return text;
    }
    QString label(qsizetype row) const { return rowLabel(rows, rows.row(row)); }
    QString tip(qsizetype row) const { return rowToolTip(rows, rows.row(row)); }
    QImage grab() { return view.viewport()->grab().toImage(); }
    int pixels(const QRect &area, const QColor &colour)
    {
        const QImage image = grab();
        int found = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                const QColor c = image.pixelColor(x, y);
                found += std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green())
                            + std::abs(c.blue() - colour.blue())
                        < 60
                    ? 1
                    : 0;
            }
        }
        return found;
    }

    Wire wire;
    MessageLog log;
    FlowRows rows{log};
    LadderView view{&rows};

private:
    const bool m_running;
};

/// field/003: seconds after the first copy.
QList<double> hikvisionCopies()
{
    QFile file(QStringLiteral(GBSCOPE_TEST_DATA "/field/003-hikvision-unanswered-keepalive-timing.txt"));
    QList<double> times;
    if (!file.open(QIODevice::ReadOnly))
        return times;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.startsWith("13:09:") || line.startsWith("13:10:"))
            times << line.mid(3, 2).toInt() * 60 + line.mid(6, 9).toDouble();
    }
    const double first = times.value(0);
    for (double &at : times)
        at -= first;
    return times;
}

void unansweredHeartbeat(Wire &wire)
{
    double at = 0;
    for (const double copy : hikvisionCopies()) {
        wire.after(copy - at).keepalive(14237);
        at = copy;
    }
    wire.after(60 - at);
}

} // namespace

class tst_ObservedTimers : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyScheme(Scheme::Light); }
    void theGoldenTimeline();
    void foldsLoseTimesButCutNoNumber();
    void repeatsOpenAndClose();
    void aRunThatGrowsIsOneRow();
    void copiesByTurnsAreNoRun();
    void whatIsPendingCountsDown();
    void theEndOfACaptureIsNoTimeout();
    void manyThatWaitAreSummedUp();
    void whatCameIsWaitedForNoMore();
    void aClickOnWhatIsMissingGoesToItsMessage();
    void nStopsAtWhatTimedOut();
    void theLadderFollowsBelowWhatIsPending();
    void brackets();
    void slowAnswersStandOut();
    void theKeyBHidesBrackets();
    void repeatsOverTcpAreAFault();
    void tipsNameTheTimer();
    void duplicatesAreNoRetransmissions();
};

void tst_ObservedTimers::theGoldenTimeline()
{
    Fixture f;
    f.wire.enroll();
    f.wire.after(5);
    for (int beat = 0; beat < 4; ++beat) {
        unansweredHeartbeat(f.wire);
        f.wire.next();
        f.deliver(); // as it comes, live
    }
    f.wire.request("REGISTER"); // at 245 s it registers anew
    f.wire.after(0.001).response(200, "REGISTER");
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("mmrxgrxgrxgrxgmm"));
    QCOMPARE(f.label(2),
        QStringLiteral(
            "MESSAGE \u00b7 Keepalive SN 14237 \u00d711 \u00b7 0 / 0.51 / 1.52 / 3.53 / 7.54 s \u2026 \u00b7 timer E"));
    QCOMPARE(f.label(3), QStringLiteral("no answer \u00b7 timer F, 32 s"));
    QVERIFY(f.label(4).contains(QStringLiteral("28.4 s")));
    QCOMPARE(
        std::chrono::round<std::chrono::milliseconds>(f.log.entry(f.log.count() - 2).time() - f.log.entry(0).time()),
        245s);
    QVERIFY(f.pixels(f.view.rowRect(3), colours().failure) > 20);
    QVERIFY(f.pixels(f.view.rowRect(2).adjusted(f.view.ladderLayout().deltaX(), 0, 0, 0), colours().request)
        > 11 * 8); // a tick for each copy
    // The same from the record as a whole
    FlowRows built(f.log);
    built.setFolding(FlowRows::Folding::On);
    QCOMPARE(built.count(), f.rows.count());
    for (qsizetype i = 0; i < built.count(); ++i)
        QCOMPARE(built.row(i), f.rows.row(i));
}

void tst_ObservedTimers::foldsLoseTimesButCutNoNumber()
{
    Fixture f;
    unansweredHeartbeat(f.wire);
    f.deliver();
    const QFontMetrics metrics(f.view.font());
    const QString whole = f.label(0);
    int shorter = 0;
    for (int width = metrics.horizontalAdvance(whole); width > 200; width -= 10) {
        const QString label = fittingFold(f.rows, f.rows.row(0), metrics, width);
        QVERIFY(label.startsWith(QStringLiteral("MESSAGE \u00b7 Keepalive SN 14237 \u00d711 \u00b7 ")));
        QVERIFY(label.endsWith(QStringLiteral("timer E")));
        shorter += label.size() < whole.size() ? 1 : 0;
    }
    QVERIFY(shorter > 0);
}

void tst_ObservedTimers::repeatsOpenAndClose()
{
    Fixture f;
    unansweredHeartbeat(f.wire);
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("rx"));
    f.rows.setOpen(0, true);
    QCOMPARE(f.pattern(), QStringLiteral("r") + QString(11, u'm') + u'x');
    QCOMPARE(f.label(2), QStringLiteral("MESSAGE \u00b7 Keepalive SN 14237  \u21bb 2"));
    f.rows.setOpen(0, false);
    QCOMPARE(f.pattern(), QStringLiteral("rx"));
    f.view.select(5); // a copy that is folded away
    QCOMPARE(f.view.currentRow(), 5);
}

void tst_ObservedTimers::aRunThatGrowsIsOneRow()
{
    Fixture f;
    f.wire.keepalive();
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("m"));
    QStringList patterns;
    for (const double gap : {0.5, 1.0, 2.0, 4.0}) {
        f.wire.after(gap).keepalive();
        f.deliver();
        patterns << f.pattern();
    }
    QCOMPARE(patterns,
        QStringList({QStringLiteral("mmp"), QStringLiteral("rp"), QStringLiteral("rp"), QStringLiteral("rp")}));
    QVERIFY(f.label(0).contains(QStringLiteral("\u00d75")));
    f.wire.after(0.1).response(200, "MESSAGE");
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("rm"));
}

/// A row of repeats is of one message: not of two that are repeated in the same seconds.
void tst_ObservedTimers::copiesByTurnsAreNoRun()
{
    Fixture f;
    for (const double gap : {0.5, 1.0, 2.0}) {
        for (const char *number : {"1", "2"}) {
            f.wire.via = QByteArray("Via: SIP/2.0/UDP 192.168.1.64:5060;branch=z9hG4bK") + number + "\r\n";
            f.wire.callId = f.wire.cseq = number;
            f.wire.keepalive();
        }
        f.wire.after(gap);
    }
    f.deliver();
    QCOMPARE(f.log.repeatOf(f.log.entry(3)), 2U);
    QCOMPARE(f.log.repeatOf(f.log.entry(4)), 1U);
    QCOMPARE(f.pattern(), QStringLiteral("mmmmmmpp"));
}

void tst_ObservedTimers::whatIsPendingCountsDown()
{
    Fixture f;
    f.wire.keepalive();
    f.wire.after(0.4);
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("m"));
    f.wire.after(0.1);
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("mp"));
    QCOMPARE(f.label(1), QStringLiteral("no answer yet \u00b7 timer F in 32 s"));
    f.log.setNow(f.log.now() + 20s, true);
    QCOMPARE(f.label(1), QStringLiteral("no answer yet \u00b7 timer F in 12 s"));
    f.wire.after(31.5);
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("mx"));
    QCOMPARE(f.label(1), QStringLiteral("no answer \u00b7 timer F, 32 s"));
}

void tst_ObservedTimers::theEndOfACaptureIsNoTimeout()
{
    Fixture f(false);
    f.wire.request("INVITE");
    f.wire.after(12);
    f.deliver();
    QCOMPARE(f.label(1), QStringLiteral("no answer until the capture ends (timer B)"));
    QVERIFY(!f.log.entry(0).isProblem());
}

void tst_ObservedTimers::manyThatWaitAreSummedUp()
{
    Fixture f;
    for (int i = 0; i < 20; ++i)
        f.wire.next().keepalive(i);
    f.wire.after(1);
    f.deliver();
    QCOMPARE(f.pattern(), QString(20, u'm') + QStringLiteral("pppppp+"));
    QCOMPARE(f.rows.row(f.rows.count() - 1).count, 14U);
    for (int i = 0; i < 3000; ++i)
        f.wire.next().keepalive(i);
    f.wire.after(1);
    f.deliver();
    QCOMPARE(f.rows.row(f.rows.count() - 1).count, 3014U);
}

void tst_ObservedTimers::whatCameIsWaitedForNoMore()
{
    Fixture f;
    f.wire.request("INVITE");
    f.wire.after(0.01).response(486, "INVITE");
    f.wire.after(3);
    f.deliver();
    QCOMPARE(f.label(2), QStringLiteral("no ACK yet \u00b7 timer H in 29 s"));
    f.wire.request("ACK");
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("mmm"));
}

void tst_ObservedTimers::aClickOnWhatIsMissingGoesToItsMessage()
{
    Fixture f;
    unansweredHeartbeat(f.wire);
    f.wire.next().request("OPTIONS");
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("rxgm"));
    QSignalSpy selected(&f.view, &LadderView::selected);
    QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.view.rowRect(1).center());
    QCOMPARE(f.view.currentRow(), 0);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(f.pattern(), QStringLiteral("rxgm")); // the fold is chosen, not opened
}

void tst_ObservedTimers::nStopsAtWhatTimedOut()
{
    Fixture f;
    f.wire.enroll();
    f.wire.keepalive();
    f.wire.after(40).next().request("OPTIONS");
    f.wire.response(200, "OPTIONS");
    f.deliver();
    QCOMPARE(f.pattern(), QStringLiteral("mmmxgmm"));
    f.view.select(1);
    QTest::keyClick(&f.view, Qt::Key_N);
    QCOMPARE(*f.view.selectedNumber(), 3U);
    QVERIFY(f.log.entry(2).isProblem());
    QVERIFY(f.tip(2).contains(QStringLiteral("no answer came")));
    QTest::keyClick(&f.view, Qt::Key_Down); // what did not come cannot be chosen
    QCOMPARE(*f.view.selectedNumber(), 4U);
}

void tst_ObservedTimers::theLadderFollowsBelowWhatIsPending()
{
    Fixture f;
    for (int i = 0; i < 60; ++i) {
        f.wire.next().keepalive(i);
        f.wire.after(0.1);
    }
    f.deliver();
    QVERIFY(f.rows.hasPending());
    QTest::keyClick(&f.view, Qt::Key_End);
    QVERIFY(f.view.isFollowing());
    QCOMPARE(*f.view.selectedNumber(), 60U);
    QCOMPARE(f.view.verticalScrollBar()->value(), f.view.verticalScrollBar()->maximum());
}

void tst_ObservedTimers::brackets()
{
    Fixture f;
    f.wire.keepalive();
    f.wire.after(0.012).response(200, "MESSAGE");
    f.deliver();
    QCOMPARE(*f.log.latency(f.log.entry(1)), Duration(12ms));
    const int lane = f.view.ladderLayout().lanes().constFirst().x;
    const QRect beside(lane - 4, f.view.rowRect(0).center().y() + 2, 3, f.view.rowRect(0).height() - 4);
    QVERIFY(f.pixels(beside, colours().muted) >= beside.height());
    QVERIFY(f.tip(1).contains(QStringLiteral("answers #1 after 12 ms")));
}

void tst_ObservedTimers::slowAnswersStandOut()
{
    Fixture f;
    f.wire.keepalive();
    f.wire.after(0.7).response(200, "MESSAGE");
    f.wire.next().keepalive(2);
    f.wire.after(4.1).response(200, "MESSAGE");
    f.deliver();
    const int lane = f.view.ladderLayout().lanes().constFirst().x;
    const auto beside = [&](int row) {
        return QRect(lane - 5, f.view.rowRect(row).center().y() + 2, 4, f.view.rowRect(row).height() - 4);
    };
    QVERIFY(f.pixels(beside(0), colours().late) > 0);
    QVERIFY(f.pixels(beside(2), colours().failure) > 0);
}

void tst_ObservedTimers::theKeyBHidesBrackets()
{
    Fixture f;
    f.wire.keepalive();
    f.wire.after(0.7).response(200, "MESSAGE");
    f.deliver();
    const int lane = f.view.ladderLayout().lanes().constFirst().x;
    const QRect beside(lane - 5, f.view.rowRect(0).center().y() + 2, 4, f.view.rowRect(0).height() - 4);
    QVERIFY(f.pixels(beside, colours().late) > 0);
    QTest::keyClick(&f.view, Qt::Key_B);
    QVERIFY(!f.view.showsBrackets());
    QCOMPARE(f.pixels(beside, colours().late), 0);
    QTest::keyClick(&f.view, Qt::Key_B);
    QVERIFY(f.pixels(beside, colours().late) > 0);
}

void tst_ObservedTimers::repeatsOverTcpAreAFault()
{
    Fixture f;
    f.wire.transport = TransportKind::Tcp;
    for (int copy = 0; copy < 3; ++copy) {
        f.wire.sequence += 500;
        f.wire.after(0.5).keepalive();
    }
    f.deliver();
    QCOMPARE(f.pattern().at(0), u'r');
    QVERIFY(f.label(0).contains(QStringLiteral("repeated over TCP")));
    QVERIFY(f.log.entry(1).isProblem());
    QVERIFY(!f.log.entry(0).isProblem());
    f.rows.setOpen(0, true);
    QVERIFY(f.tip(2).contains(QStringLiteral("a fault of its sender")));
}

void tst_ObservedTimers::tipsNameTheTimer()
{
    Fixture f;
    f.wire.keepalive();
    f.wire.after(0.52).keepalive();
    f.wire.after(0.1).response(200, "MESSAGE");
    f.wire.after(0.001).response(200, "MESSAGE");
    f.wire.after(0.3).keepalive();
    f.deliver();
    QVERIFY(f.tip(1).contains(QStringLiteral("copy no. 2 of #1\ntimer E: due after 0.500 s, came after 0.520 s")));
    QVERIFY(f.tip(3).contains(QStringLiteral("sent again because what it answers came again")));
    QVERIFY(f.tip(4).contains(QStringLiteral("off the schedule")));
}

void tst_ObservedTimers::duplicatesAreNoRetransmissions()
{
    Fixture f;
    f.wire.keepalive();
    f.wire.after(0.001).keepalive();
    f.deliver();
    QVERIFY(f.label(1).contains(QChar(0x2261)));
    QVERIFY(!f.label(1).contains(QChar(0x21bb)));
    QVERIFY(f.tip(1).contains(QStringLiteral("captured at two interfaces")));
    QCOMPARE(f.wire.analysis.counters().retransmissions, 0U);
}

QTEST_MAIN(tst_ObservedTimers)
#include "tst_observedtimers.moc"
