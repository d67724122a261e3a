#include "core/filter/parser.h"
#include "core/filter/parts.h"
#include "core/ladder/absence.h"
#include "tests/support/traffic.h"

#include <QTest>

using namespace gb;
using gb::test::Traffic;
using namespace std::chrono_literals;
using Hidden = FlowMatcher::Hidden;
using Stage = Absence::Stage;

/// Why the flow does not show what somebody looks for.
class tst_Absence : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void partsOfAFilter_data();
    void partsOfAFilter();
    void whatIsShown();
    void whichConditionHides();
    void everyPartOfAFilter();
    void aScopeHides();
    void aFoldHides();
    void whatTheListDoesNotHave();
    void textsOfAnyKind();
    void whatIsNotReadYet();
    void whatIsDoneShowsIt_data();
    void whatIsDoneShowsIt();

private:
    Absence why(const FlowFilter &filter, const QString &wanted)
    {
        m_rows->setFilter(filter);
        return absenceOf(*m_rows, wanted);
    }

    std::unique_ptr<MessageLog> m_log;
    std::unique_ptr<FlowRows> m_rows;
};

/// #1 to #4 the registration of device 1, #5 to #8 two of its heartbeats, #9 and #10 a heartbeat of device 2, #11 the
/// same answer again.
void tst_Absence::init()
{
    Traffic traffic;
    traffic.login(1);
    traffic.beats(1, 2);
    traffic.beat(2);
    traffic.answer(2, 200);
    traffic.repeatLast();
    m_log = std::make_unique<MessageLog>();
    m_log->append(traffic.take());
    m_rows = std::make_unique<FlowRows>(*m_log);
}

void tst_Absence::partsOfAFilter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const char *text, const QStringList &parts) {
        QTest::newRow(text) << QString::fromLatin1(text) << parts;
    };
    row("", {});
    row("status>=400", {QStringLiteral("status>=400")});
    row("dev:3402* not cmd:Keepalive  \"two words\"",
        {QStringLiteral("dev:3402*"), QStringLiteral("not cmd:Keepalive"), QStringLiteral("\"two words\"")});
    row("a and (b or not c) -d", {QStringLiteral("a"), QStringLiteral("(b or not c)"), QStringLiteral("-d")});
    row("not (a b) c", {QStringLiteral("not (a b)"), QStringLiteral("c")});
    row("a or b c", {QStringLiteral("a or b c")});
    row("((a)) not not b", {QStringLiteral("((a))"), QStringLiteral("not not b")});
}

/// Together they ask what the whole asks.
void tst_Absence::partsOfAFilter()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, parts);
    QCOMPARE(filter::partsOf(text), parts);
    for (const QString &part : parts)
        QVERIFY2(!filter::parse(part).problem, qPrintable(part));
}

void tst_Absence::whatIsShown()
{
    const Absence one = why({}, QStringLiteral("#3"));
    QCOMPARE(one.number, std::optional<quint64>(3));
    QCOMPARE(one.messages, 1U);
    QCOMPARE(one.shown, 1U);
    QCOMPARE(one.firstAbsent, 0U);
    QVERIFY(one.stages.isEmpty());
    const Absence device = why({}, Traffic::id(2));
    QVERIFY(!device.number);
    QCOMPARE(device.messages, 3U);
    QCOMPARE(device.first, 9U);
}

void tst_Absence::whichConditionHides()
{
    const FlowFilter filter{.text = QStringLiteral("kind:request method:message")};
    QCOMPARE(why(filter, QStringLiteral("2")).stages, // a 401
        (QList<Stage>{{Hidden::ByText, QStringLiteral("kind:request"), 1, 2},
            {Hidden::ByText, QStringLiteral("method:message"), 1, 2}}));
    QCOMPARE(why(filter, QStringLiteral("1")).stages,
        (QList<Stage>{{Hidden::ByText, QStringLiteral("method:message"), 1, 1}}));
    const Absence device = why(filter, Traffic::id(1));
    QCOMPARE(device.messages, 8U);
    QCOMPARE(device.shown, 2U);
    QCOMPARE(device.firstAbsent, 1U);
    QCOMPARE(device.stages.size(), 2);
    QCOMPARE(device.stages.first(), (Stage{Hidden::ByText, QStringLiteral("method:message"), 4, 1}));
    QCOMPARE(device.stages.last(), (Stage{Hidden::ByText, QStringLiteral("kind:request"), 4, 2}));
    QCOMPARE(why({.text = QStringLiteral("status:500 or method:bye")}, QStringLiteral("1")).stages.first().condition,
        QStringLiteral("status:500 or method:bye"));
}

void tst_Absence::everyPartOfAFilter()
{
    const auto by = [this](const FlowFilter &filter, const char *wanted) {
        const Absence one = why(filter, QString::fromLatin1(wanted));
        return one.stages.size() == 1 && one.shown == 0 ? one.stages.first().by : Hidden::No;
    };
    QCOMPARE(by({.devices = {Traffic::id(2)}}, "1"), Hidden::ByDevices);
    QCOMPARE(by({.callIds = {QStringLiteral("none")}}, "1"), Hidden::ByDialogs);
    QCOMPARE(by({.hideRepeats = true}, "11"), Hidden::ByRepeats);
    QCOMPARE(by({.only = FlowFilter::Only::Malformed}, "1"), Hidden::ByKind);
    QCOMPARE(by({.group = {.first = 5, .name = {}, .numbers = {5, 6}}}, "1"), Hidden::ByGroup);
}

/// No message of its dialog, or device, meets the filter: by itself it may meet each part of it.
void tst_Absence::aScopeHides()
{
    const FlowFilter dialogs{.text = QStringLiteral("status:401"), .scope = FlowFilter::Scope::Dialog};
    QCOMPARE(why(dialogs, QStringLiteral("1")).shown, 1U);
    QCOMPARE(
        why(dialogs, QStringLiteral("9")).stages, (QList<Stage>{{Hidden::ByText, QStringLiteral("status:401"), 1, 9}}));
}

void tst_Absence::aFoldHides()
{
    Traffic traffic;
    traffic.beats(1, 9);
    MessageLog log;
    log.append(traffic.take());
    FlowRows rows(log);
    rows.setFolding(FlowRows::Folding::On);
    QVERIFY(rows.count() < log.count());
    const Absence one = absenceOf(rows, QStringLiteral("3"));
    QCOMPARE(one.stages, (QList<Stage>{{Hidden::No, {}, 1, 3}}));
    QCOMPARE(one.shown, 0U);
    rows.reveal(one.firstAbsent);
    QCOMPARE(absenceOf(rows, QStringLiteral("3")).shown, 1U);
}

void tst_Absence::whatTheListDoesNotHave()
{
    QVERIFY(why({}, QStringLiteral("12")).isBeyond);
    QVERIFY(!why({}, QStringLiteral("0")).isForgotten);
    QCOMPARE(why({}, QStringLiteral("34020000001329999999")).messages, 0U);
    QCOMPARE(why({}, QStringLiteral("  ")).messages, 0U);
    m_log->setCapacity(4);
    Traffic more;
    more.beats(3, 1);
    QList<MessageSummary> later = more.take();
    for (MessageSummary &one : later)
        one.number += 11;
    m_log->append(later);
    QVERIFY(m_log->forgotten() > 0);
    const Absence gone = absenceOf(*m_rows, QStringLiteral("#1"));
    QVERIFY(gone.isForgotten && !gone.isBeyond);
    QCOMPARE(gone.messages, 0U);
}

void tst_Absence::textsOfAnyKind()
{
    QCOMPARE(why({}, QStringLiteral("reg@camera")).messages, 4U); // a Call-ID
    QCOMPARE(why({}, QStringLiteral("192.168.1.15")).messages, 11U);
    QCOMPARE(why({}, QStringLiteral("keepalive")).messages > 0, true);
    QCOMPARE(why({}, QStringLiteral("(\"not or")).messages, 0U); // no filter, whatever it looks like
}

void tst_Absence::whatIsNotReadYet()
{
    QCOMPARE(why({.text = QStringLiteral("ua:a")}, QStringLiteral("1")).stages,
        (QList<Stage>{{Hidden::Unread, QStringLiteral("ua:a"), 1, 1}}));
}

void tst_Absence::whatIsDoneShowsIt_data()
{
    QTest::addColumn<FlowFilter>("filter");
    QTest::newRow("a condition of two") << FlowFilter{.text = QStringLiteral("kind:request status:500")};
    QTest::newRow("or") << FlowFilter{.text = QStringLiteral("status:500 or method:bye")};
    QTest::newRow("a dialog") << FlowFilter{.text = QStringLiteral("status:500"), .scope = FlowFilter::Scope::Dialog};
    QTest::newRow("several") << FlowFilter{.devices = {Traffic::id(2)},
        .callIds = {QStringLiteral("none")},
        .text = QStringLiteral("status:500"),
        .hideRepeats = true,
        .only = FlowFilter::Only::Malformed,
        .group = {.first = 5, .name = {}, .numbers = {5, 6}}};
}

/// By one button for all, and by one for each.
void tst_Absence::whatIsDoneShowsIt()
{
    QFETCH(FlowFilter, filter);
    m_rows->setFilter(filter);
    QCOMPARE(absenceOf(*m_rows, QStringLiteral("1")).shown, 0U);
    m_rows->setFilter(showing(*m_log, filter, 1));
    QCOMPARE(absenceOf(*m_rows, QStringLiteral("1")).shown, 1U);
    m_rows->setFilter(filter);
    int steps = 0;
    for (Absence now = absenceOf(*m_rows, QStringLiteral("1")); now.shown == 0 && steps < 10; ++steps) {
        QVERIFY(!now.stages.isEmpty());
        m_rows->setFilter(without(m_rows->filter(), now.stages.first()));
        now = absenceOf(*m_rows, QStringLiteral("1"));
    }
    QCOMPARE(absenceOf(*m_rows, QStringLiteral("1")).shown, 1U);
    QVERIFY(steps <= 5);
}

QTEST_GUILESS_MAIN(tst_Absence)
#include "tst_absence.moc"
