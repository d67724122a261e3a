#include "core/ladder/flowrows.h"
#include "tests/support/filteroracle.h"
#include "tests/support/traffic.h"
#include "ui/ladder/ladderrow.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace gb;
using gb::ui::rowLabel;
using namespace std::chrono_literals;
using gb::test::Traffic;

namespace {

/// A day of five devices with what goes wrong in one: repeats, faults, refusals, silences, NAT keepalives.
QList<MessageSummary> mixedTraffic(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    Traffic traffic;
    while (traffic.messages.size() < count) {
        const int device = 1 + random.bounded(5);
        traffic.wait(std::chrono::milliseconds(random.bounded(4) == 0 ? random.bounded(90'000) : random.bounded(900)));
        switch (random.bounded(8)) {
        case 0: traffic.login(device); break;
        case 1: traffic.beats(device, 1 + random.bounded(12)); break;
        case 2: traffic.beat(device).faults = 1U << random.bounded(20); break;
        case 3: traffic.beat(device); break;
        case 4:
            for (int copies = random.bounded(5); copies > 0 && !traffic.messages.isEmpty(); --copies)
                traffic.repeatLast();
            break;
        case 5: traffic.beats(1, 1 + random.bounded(9), 20s); break;
        case 6:
            traffic.beat(device);
            traffic.answer(device, 403);
            break;
        default: traffic.enroll(device, false).kind = SipKind::NatKeepalive; break;
        }
    }
    return traffic.take();
}

QList<FlowRow> rowsOf(const FlowRows &rows)
{
    QList<FlowRow> all;
    for (qsizetype i = 0; i < rows.count(); ++i)
        all << rows.row(i);
    return all;
}

FlowFilter only(int device)
{
    return {.devices = {Traffic::id(device)}};
}

/// "m" message, "g" gap, "f" fold, "F" open fold, "r" repeats, "R" open ones, "x" missing, "p" pending, "+" more of
/// them.
QString pattern(const FlowRows &rows)
{
    QString text;
    for (const FlowRow &row : rowsOf(rows)) {
        switch (row.kind) {
        case FlowRow::Kind::Message: text += u'm'; break;
        case FlowRow::Kind::Gap: text += u'g'; break;
        case FlowRow::Kind::Fold: text += row.open ? u'F' : u'f'; break;
        case FlowRow::Kind::Repeats: text += row.open ? u'R' : u'r'; break;
        case FlowRow::Kind::Missing: text += u'x'; break;
        case FlowRow::Kind::Pending: text += u'p'; break;
        case FlowRow::Kind::More: text += u'+'; break;
        }
    }
    return text;
}

} // namespace

class tst_FlowRows : public QObject
{
    Q_OBJECT
private slots:
    void aSummaryComesBackAsItWent();
    void equalTextsAreKeptOnce();
    void numbersThatDoNotAscendAreLeftOut();
    void theOldestGoAtTheBound();
    void copiesAreCounted();
    void onlyTheSecondChallengeIsRefusal();
    void theServerIsKnownByItsRegistrations();
    void portionsGiveTheSameRowsAsARebuild_data();
    void portionsGiveTheSameRowsAsARebuild();
    void theFirstChangedRowIsToldTruly();
    void theMatcherAgreesWithTheFilter_data();
    void theMatcherAgreesWithTheFilter();
    void silenceAboveFiveSecondsIsAGap();
    void longTrainsFold_data();
    void longTrainsFold();
    void aTrainTellsWhatIsMissing();
    void whatACaptureCutsOffIsOneRow();
    void heartbeatsThatDoNotCome();
    void aRunningTrainKeepsItsLastPairsInSight();
    void aFoldOpensAndCloses();
    void anotherFaultBeginsAnotherTrain();
    void revealOpensTheFold();
    void rowsAreFoundByNumber();
    void manyMessages();
    void rowsStandAsInAVector();
    void matchesStandAsInAVector();
};

void tst_FlowRows::rowsStandAsInAVector()
{
    using Kind = FlowRow::Kind;
    QRandomGenerator random(28181);
    FlowRowList list;
    std::vector<FlowRow> expected;
    quint32 match = 0;
    for (int step = 0; step < 3000; ++step) {
        const quint32 what = random.bounded(20U);
        if (what == 0 && !expected.empty()) {
            const std::size_t rows = random.bounded(static_cast<quint32>(expected.size()));
            list.cut(rows);
            expected.resize(rows);
            match = expected.empty() ? 0 : expected.back().first + 1;
        } else {
            const FlowRow row = what == 1 ? FlowRow(match, 0, Kind::Gap)
                : what == 2               ? FlowRow(match, 6, Kind::Fold, true)
                : what == 3               ? FlowRow(match, 3, Kind::Repeats)
                                          : FlowRow(match += what == 4 ? 2 : 1);
            list.push(row);
            expected.push_back(row);
            if (row.isFold() && what == 3) {
                list.setCount(expected.size() - 1, 77);
                expected.back().count = 77;
            }
        }
        QCOMPARE(list.size(), expected.size());
        if (expected.empty())
            continue;
        QVERIFY(list.back() == expected.back());
        const std::size_t any = random.bounded(static_cast<quint32>(expected.size()));
        QVERIFY(list[any] == expected[any]);
        if (const quint32 sought = expected.front().first + random.bounded(match + 3);
            sought >= expected.front().first) {
            const auto behind = std::upper_bound(expected.begin(), expected.end(), sought,
                [](quint32 value, const FlowRow &row) { return value < row.first; });
            QCOMPARE(list.lastOf(sought), static_cast<std::size_t>(behind - expected.begin()) - 1);
        }
    }
}

void tst_FlowRows::matchesStandAsInAVector()
{
    for (const quint32 passed : {0U, 1U, 500U, 100'000U}) { // how many are there ahead of the first that is not
        RowSet set;
        std::vector<quint32> expected;
        for (quint32 row = 0; row < 1000; ++row) {
            if (row == passed || (row > passed && row % 3 == 0))
                continue;
            set.push(row);
            expected.push_back(row);
        }
        QCOMPARE(set.size(), expected.size());
        for (quint32 row = 0; row < 1002; ++row) {
            const auto place = std::lower_bound(expected.begin(), expected.end(), row);
            QCOMPARE(set.ahead(row), static_cast<std::size_t>(place - expected.begin()));
            QCOMPARE(set.contains(row), place != expected.end() && *place == row);
        }
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(set[i], expected[i]);
    }
}

void tst_FlowRows::aSummaryComesBackAsItWent()
{
    const QList<MessageSummary> messages = mixedTraffic(7, 300);
    MessageLog log;
    log.append(messages);
    QCOMPARE(log.count(), messages.size());
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const MessageSummary m = log.at(i);
        const MessageSummary &sent = messages.at(i);
        QCOMPARE(m.number, sent.number);
        QVERIFY(m.at == sent.at && m.from == sent.from && m.to == sent.to && m.direction == sent.direction);
        QVERIFY(m.kind == sent.kind && m.method == sent.method && m.authorized == sent.authorized
            && m.status == sent.status);
        QVERIFY(m.faults == sent.faults && m.repeatOf == sent.repeatOf && m.answers == sent.answers && m.sn == sent.sn);
        QCOMPARE(m.device, sent.device);
        QCOMPARE(m.callId, sent.callId);
        QCOMPARE(m.command, sent.command);
        QCOMPARE(log.label(log.entry(i)), arrowLabel(sent));
    }
}

void tst_FlowRows::equalTextsAreKeptOnce()
{
    TextTable table;
    QCOMPARE(table.intern(QString()), 0U);
    const quint32 index = table.intern(QStringLiteral("摄像机 <b>"));
    const std::size_t octets = table.octets();
    for (int i = 0; i < 5000; ++i) {
        table.intern(QStringLiteral("other %1").arg(i % 2500));
        QCOMPARE(table.intern(QStringLiteral("摄像机 <b>")), index);
    }
    QCOMPARE(table.count(), 2502U);
    QCOMPARE(table.text(index), QStringLiteral("摄像机 <b>"));
    QVERIFY(table.octets() > octets);
    table.clear();
    QCOMPARE(table.count(), 1U);
}

void tst_FlowRows::numbersThatDoNotAscendAreLeftOut()
{
    Traffic traffic;
    traffic.login(1);
    QList<MessageSummary> messages = traffic.take();
    messages[2].number = 1;
    MessageLog log;
    log.append(messages);
    QCOMPARE(log.count(), 3);
    log.append(messages);
    QCOMPARE(log.count(), 3);
    QCOMPARE(log.rowOf(2), 1);
    QCOMPARE(log.rowOf(3), -1);
    QCOMPARE(log.rowFrom(3), 2);
    QCOMPARE(log.rowFrom(99), 3);
}

void tst_FlowRows::theOldestGoAtTheBound()
{
    const QList<MessageSummary> messages = mixedTraffic(3, 3000);
    MessageLog log;
    log.setCapacity(1000);
    FlowRows rows(log);
    QSignalSpy dropped(&log, &MessageLog::dropped);
    for (qsizetype i = 0; i < messages.size(); i += 70)
        log.append(messages.mid(i, 70));
    QVERIFY(dropped.count() > 2);
    QVERIFY(log.count() <= 1000 && log.count() >= 800);
    QCOMPARE(log.forgotten() + static_cast<quint64>(log.count()), static_cast<quint64>(messages.size()));
    QCOMPARE(log.entry(log.count() - 1).number, messages.constLast().number);
    for (qsizetype i = 0; i < log.count(); ++i) {
        const MessageSummary &sent = messages.at(messages.size() - log.count() + i);
        QCOMPARE(log.at(i).callId, sent.callId);
        QCOMPARE(log.at(i).device, sent.device);
        QCOMPARE(log.at(i).from, sent.from);
    }
    QCOMPARE(rowsOf(rows), rowsOf(FlowRows(log)));
    log.clear();
    QCOMPARE(rows.count(), 0);
}

void tst_FlowRows::copiesAreCounted()
{
    Traffic traffic;
    traffic.beat(1);
    traffic.repeatLast();
    traffic.repeatLast();
    MessageLog log;
    log.append(traffic.take());
    QCOMPARE(log.copyInfo(log.entry(0)).copy, quint16{1});
    QCOMPARE(log.copyInfo(log.entry(1)).copy, quint16{2});
    QCOMPARE(log.copyInfo(log.entry(2)).copy, quint16{3});
}

void tst_FlowRows::onlyTheSecondChallengeIsRefusal()
{
    Traffic traffic;
    traffic.enroll(1, true); // opens with a nonce of yesterday
    traffic.answer(1, 401);
    traffic.enroll(1, true);
    traffic.answer(1, 401);
    MessageLog log;
    log.append(traffic.take());
    QVERIFY(!log.entry(1).isProblem());
    QVERIFY(log.entry(3).has(LogEntry::ChallengedAgain));
    QVERIFY(log.entry(3).isProblem());
}

void tst_FlowRows::theServerIsKnownByItsRegistrations()
{
    Traffic traffic;
    traffic.login(1);
    MessageLog log;
    log.append(traffic.take());
    QVERIFY(!log.endpoint(log.entry(0).from).isServer());
    const LogEndpoint &server = log.endpoint(log.entry(0).to);
    QVERIFY(server.isServer() && server.ours);
    QCOMPARE(log.device(log.endpoint(log.entry(0).from).device), Traffic::id(1));
}

void tst_FlowRows::portionsGiveTheSameRowsAsARebuild_data()
{
    QTest::addColumn<int>("device");
    QTest::addColumn<FlowRows::Folding>("folding");
    QTest::newRow("all devices") << 0 << FlowRows::Folding::Auto;
    QTest::newRow("all devices, folded") << 0 << FlowRows::Folding::On;
    QTest::newRow("one device") << 1 << FlowRows::Folding::Auto;
    QTest::newRow("one device, not folded") << 1 << FlowRows::Folding::Off;
}

void tst_FlowRows::portionsGiveTheSameRowsAsARebuild()
{
    QFETCH(const int, device);
    QFETCH(const FlowRows::Folding, folding);
    const FlowFilter filter = device == 0 ? FlowFilter() : only(device);
    bool repeatsFolded = false;
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const QList<MessageSummary> messages = mixedTraffic(seed, 600);
        QList<Awaited> missing = Traffic::missingOf(messages);
        QVERIFY(missing.size() > 5);
        QRandomGenerator random(seed);
        MessageLog log;
        FlowRows grown(log);
        grown.setFilter(filter);
        grown.setFolding(folding);
        for (qsizetype at = 0; at < messages.size();) {
            const qsizetype portion = 1 + random.bounded(9);
            const quint64 last = messages.at(std::min(at + portion, messages.size()) - 1).number;
            QList<Awaited> news;
            while (!missing.isEmpty() && missing.constFirst().behind < last)
                news << missing.takeFirst();
            log.append(messages.mid(at, portion), news);
            at += portion;
            // Folds that somebody opened meanwhile must not confuse the trains that go on.
            if (const qsizetype row = random.bounded(static_cast<int>(grown.count()) + 1); row < grown.count())
                grown.setOpen(row, random.bounded(2) == 0);
        }
        for (qsizetype row = 0; row < grown.count(); ++row)
            grown.setOpen(row, false);
        FlowRows built(log);
        built.setFilter(filter);
        built.setFolding(folding);
        QCOMPARE(rowsOf(grown), rowsOf(built));
        QVERIFY(pattern(built).contains(u'x'));
        repeatsFolded = repeatsFolded || pattern(built).contains(u'r');
        QVERIFY(built.matches() > 0);
    }
    QCOMPARE(repeatsFolded, folding != FlowRows::Folding::Off);
}

void tst_FlowRows::theFirstChangedRowIsToldTruly()
{
    const QList<MessageSummary> messages = mixedTraffic(11, 1500);
    MessageLog log;
    FlowRows rows(log);
    rows.setFilter(only(1));
    QList<FlowRow> before;
    qsizetype changed = -1;
    connect(&rows, &FlowRows::changed, this, [&changed](qsizetype from) { changed = from; });
    for (qsizetype at = 0; at < messages.size(); at += 3) {
        changed = -1;
        log.append(messages.mid(at, 3));
        QVERIFY(changed >= 0);
        QVERIFY(changed <= before.size());
        QCOMPARE(rowsOf(rows).mid(0, changed), before.mid(0, changed));
        if (at % 2 == 0 && rows.count() >= 10) // an open fold grows, too
            rows.setOpen(rows.count() - 1 - at % 10, true);
        before = rowsOf(rows);
    }
}

void tst_FlowRows::theMatcherAgreesWithTheFilter_data()
{
    QTest::addColumn<FlowFilter>("filter");
    QTest::newRow("everything") << FlowFilter();
    QTest::newRow("a device") << only(2);
    QTest::newRow("two devices") << FlowFilter{.devices = {Traffic::id(2), Traffic::id(4)}};
    QTest::newRow("a dialog") << FlowFilter{.callIds = {QStringLiteral("reg@camera")}};
    QTest::newRow("a word of the label") << FlowFilter{.text = QStringLiteral("keepALIVE")};
    QTest::newRow("an SN") << FlowFilter{.text = QStringLiteral("SN 12")};
    QTest::newRow("a status and an address") << FlowFilter{.text = QStringLiteral("401  192.168.2.3")};
    QTest::newRow("part of a Call-ID") << FlowFilter{.text = QStringLiteral("beat1")};
    QTest::newRow("without repeats") << FlowFilter{.hideRepeats = true};
    QTest::newRow("nothing") << FlowFilter{.text = QStringLiteral("nobody says this")};
}

void tst_FlowRows::theMatcherAgreesWithTheFilter()
{
    QFETCH(const FlowFilter, filter);
    const QList<MessageSummary> messages = mixedTraffic(5, 1200);
    MessageLog log;
    log.append(messages);
    FlowMatcher matcher(log, filter);
    for (qsizetype i = 0; i < messages.size(); ++i)
        QCOMPARE(matcher.matches(log.entry(i)), test::shows(filter, messages.at(i)));
}

void tst_FlowRows::silenceAboveFiveSecondsIsAGap()
{
    Traffic traffic;
    traffic.enroll(1, false);
    traffic.wait(5s);
    traffic.answer(1, 401);
    traffic.wait(5001ms);
    traffic.enroll(1, true);
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    QCOMPARE(pattern(rows), QStringLiteral("mmgm"));
    QVERIFY(rows.delta(rows.row(2).first) == 5001ms);
    QVERIFY(rows.delta(0) == 0s);
}

void tst_FlowRows::longTrainsFold_data()
{
    QTest::addColumn<int>("beats");
    QTest::addColumn<QString>("rows");
    QTest::newRow("three pairs stay") << 3 << QStringLiteral("mmmmgmmgmmgmmgm");
    QTest::newRow("four fold") << 4 << QStringLiteral("mmmmgfgm");
    QTest::newRow("many fold") << 240 << QStringLiteral("mmmmgfgm");
}

void tst_FlowRows::longTrainsFold()
{
    QFETCH(const int, beats);
    QFETCH(const QString, rows);
    Traffic traffic;
    traffic.login(1);
    traffic.beats(1, beats);
    traffic.wait(10s);
    traffic.enroll(1, false);
    MessageLog log;
    FlowRows flow(log);
    flow.setFilter(only(1));
    log.append(traffic.take());
    QCOMPARE(pattern(flow), rows);
    flow.setFolding(FlowRows::Folding::Off);
    QVERIFY(!pattern(flow).contains(u'f'));
    QCOMPARE(pattern(flow).count(u'm'), flow.matches());
}

/// Ten heartbeats of 60 s of which one did not come: a mean of 70 s would be wrong twice.
void tst_FlowRows::aTrainTellsWhatIsMissing()
{
    Traffic traffic;
    for (int i = 0; i < 10; ++i) {
        if (i != 4) {
            traffic.beat(1);
            traffic.answer(1, 200);
        }
        traffic.wait(60s + std::chrono::milliseconds(i == 7 ? 400 : 0));
    }
    traffic.enroll(1, false);
    MessageLog log;
    FlowRows flow(log);
    flow.setFilter(only(1));
    log.append(traffic.take());
    QVERIFY(pattern(flow).startsWith(u'f'));
    QCOMPARE(rowLabel(flow, flow.row(0)),
        QStringLiteral("Keepalive \u00d79 \u00b7 every 60.0 s \u00b1 0.4 s \u00b7 1 missing \u00b7 9 min"));
}

/// Requests whose answers may stand behind its end.
void tst_FlowRows::whatACaptureCutsOffIsOneRow()
{
    Traffic traffic;
    QList<Awaited> awaited;
    for (int i = 0; i < 3; ++i) {
        const MessageSummary &asked = traffic.beat(1);
        awaited.append({.number = asked.number, .since = asked.at, .deadline = asked.at + 32s, .behind = asked.number});
        traffic.wait(1s);
    }
    MessageLog log;
    FlowRows flow(log);
    log.setNow(traffic.now, true);
    log.append(traffic.take(), awaited);
    QCOMPARE(pattern(flow), QStringLiteral("mmmppp"));
    MessageLog ended;
    FlowRows read(ended);
    ended.append({log.at(0), log.at(1), log.at(2)}, awaited);
    QCOMPARE(pattern(read), QStringLiteral("mmm+"));
    QCOMPARE(rowLabel(read, read.row(3)), QStringLiteral("3 unanswered when the capture ends"));
}

/// A heartbeat that is due stands behind all while the record runs; a silence stays where it was found.
void tst_FlowRows::heartbeatsThatDoNotCome()
{
    Traffic traffic;
    traffic.beat(1);
    const MessageSummary asked = traffic.messages.constLast();
    Awaited due{.number = asked.number,
        .what = Awaited::What::Heartbeat,
        .since = asked.at,
        .deadline = asked.at + 180s,
        .behind = asked.number,
        .intervals = 3};
    MessageLog log;
    FlowRows flow(log);
    log.setNow(asked.at + 70s, true);
    log.append(traffic.take(), {due, {.number = asked.number, .behind = asked.number}}); // its answer waits, too
    QCOMPARE(pattern(flow), QStringLiteral("mpp"));
    const QString text = rowLabel(flow, flow.row(2));
    QVERIFY2(text.startsWith(QStringLiteral("heartbeat due since "))
            && text.endsWith(QStringLiteral("offline in 1 min 50 s")),
        qPrintable(text));
    log.setNow(asked.at + 70s, false);
    emit log.awaitedChanged();
    QCOMPARE(pattern(flow), QStringLiteral("mp")); // nobody can say what came behind the end
    log.setNow(asked.at + 181s, true);
    due.state = Awaited::State::Missing;
    log.append({}, {due});
    traffic.wait(10s);
    traffic.beat(2);
    log.append(traffic.take());
    QCOMPARE(pattern(flow), QStringLiteral("mxgmp"));
    QVERIFY(rowLabel(flow, flow.row(1)).endsWith(QStringLiteral("offline (1 min \u00d7 3)")));
    QVERIFY(!log.entry(0).has(LogEntry::TimedOut)); // it is not the last one's fault
}

void tst_FlowRows::aRunningTrainKeepsItsLastPairsInSight()
{
    Traffic traffic;
    traffic.beats(1, 10);
    MessageLog log;
    FlowRows rows(log);
    rows.setFilter(only(1));
    log.append(traffic.take());
    QCOMPARE(pattern(rows), QStringLiteral("fgmmgmm"));
    QCOMPARE(rows.row(0).count, 16U);
    traffic.wait(60s);
    traffic.beat(1);
    log.append(traffic.take());
    QCOMPARE(pattern(rows), QStringLiteral("fgmmgmmgm"));
}

void tst_FlowRows::aFoldOpensAndCloses()
{
    Traffic traffic;
    traffic.beats(1, 5, 2s);
    traffic.login(1);
    MessageLog log;
    FlowRows rows(log);
    rows.setFilter(only(1));
    log.append(traffic.take());
    QCOMPARE(pattern(rows), QStringLiteral("fmmmm"));
    rows.setOpen(0, true);
    QCOMPARE(pattern(rows), QStringLiteral("Fmmmmmmmmmmmmmm"));
    QCOMPARE(rows.row(0).count, 10U);
    rows.setOpen(1, true); // no fold
    QCOMPARE(pattern(rows).size(), 15);
    rows.setOpen(0, false);
    QCOMPARE(pattern(rows), QStringLiteral("fmmmm"));
}

void tst_FlowRows::anotherFaultBeginsAnotherTrain()
{
    Traffic traffic;
    traffic.beats(1, 5, 2s);
    traffic.beats(1, 5, 2s);
    for (qsizetype i = 10; i < 20; i += 2)
        traffic.messages[i].faults = 8;
    traffic.login(1);
    MessageLog log;
    FlowRows rows(log);
    rows.setFilter(only(1));
    log.append(traffic.take());
    QCOMPARE(pattern(rows), QStringLiteral("ffmmmm"));
    QVERIFY(!rows.entry(rows.row(0).first).isProblem());
    QVERIFY(rows.entry(rows.row(1).first).isProblem());
}

void tst_FlowRows::revealOpensTheFold()
{
    Traffic traffic;
    traffic.beats(1, 5, 2s);
    traffic.login(1);
    MessageLog log;
    FlowRows rows(log);
    rows.setFilter(only(1));
    log.append(traffic.take());
    QCOMPARE(rows.rowShowing(4), 0);
    rows.reveal(4);
    QCOMPARE(rows.rowShowing(4), 4);
    QCOMPARE(rows.entry(rows.row(4).first).number, 4U);
    const QString open = pattern(rows);
    rows.reveal(4);
    QCOMPARE(pattern(rows), open);
}

void tst_FlowRows::rowsAreFoundByNumber()
{
    MessageLog log;
    FlowRows rows(log);
    QCOMPARE(rows.rowNear(1), -1);
    log.append(mixedTraffic(9, 2000));
    rows.setFilter(only(1));
    for (qsizetype i = 0; i < rows.count(); ++i) {
        if (rows.row(i).kind == FlowRow::Kind::Message)
            QCOMPARE(rows.rowShowing(rows.entry(rows.row(i).first).number), i);
    }
    for (qsizetype i = 0; i < log.count(); ++i) {
        const LogEntry &entry = log.entry(i);
        const bool shown = log.device(entry.device) == Traffic::id(1);
        QCOMPARE(rows.rowShowing(entry.number) >= 0, shown);
    }
    QCOMPARE(rows.rowNear(~quint64{0}), rows.count() - 1);
}

void tst_FlowRows::manyMessages()
{
    constexpr int devices = 100, rounds = 1000;
    MessageLog log;
    FlowRows all(log), one(log);
    one.setFilter(only(50));
    Traffic traffic;
    for (int round = 0; round < rounds; ++round) {
        traffic.wait(59s);
        for (int device = 1; device <= devices; ++device) {
            traffic.wait(10ms);
            traffic.beat(device);
            traffic.answer(device, 200);
        }
        if (round % 10 == 9)
            log.append(traffic.take());
    }
    QCOMPARE(log.count(), 2 * devices * rounds);
    QCOMPARE(all.matches(), log.count());
    QCOMPARE(all.count(), log.count() + rounds - 1); // a silence ahead of each round but the first
    QCOMPARE(all.devices().size(), std::size_t{devices});
    QCOMPARE(one.matches(), 2 * rounds);
    QCOMPARE(pattern(one), QStringLiteral("fgmmgmm"));
    QCOMPARE(one.row(0).count, 2U * (rounds - FlowRows::liveTail));
    QCOMPARE(one.endpoints().size(), std::size_t{2});
}

QTEST_GUILESS_MAIN(tst_FlowRows)
#include "tst_flowrows.moc"
