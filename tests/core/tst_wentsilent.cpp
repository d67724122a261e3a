#include "tests/support/script.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What is said, and what is not, of a device that beat and went silent.
class tst_WentSilent : public QObject
{
    Q_OBJECT
private slots:
    void said_data();
    void said();
    void sinceWhen();
    void theFlowIsTold_data();
    void theFlowIsTold();
    void byAnotherPolicy();
    void aStricterPolicyIsTheMeasure();
    void aStricterPolicyIsNoEventOfMany();
};

namespace {

using S = Script;
using Codes = QList<int>;

Codes codes(std::initializer_list<FindingCode> list)
{
    Codes out;
    for (const FindingCode code : list)
        out.append(static_cast<int>(code));
    return out;
}

void well(S &s)
{
    s.login();
    s.beats(3);
}

/// Its heartbeats all have one SN.
void withOneSn(S &s)
{
    s.login();
    for (int i = 0; i < 3; ++i) {
        s.wait(60s);
        s.beat(1);
    }
    s.wait(300s);
    s.beat(1);
}

struct Case
{
    const char *name;
    void (*script)(S &);
    Codes said;
};

std::vector<Case> cases()
{
    return {
        {"it beats", [](S &s) { well(s); }, {}},
        {"it is late",
            [](S &s) {
                well(s);
                s.wait(170s);
            },
            {}},
        {"it is silent",
            [](S &s) {
                well(s);
                s.wait(181s);
            },
            codes({FindingCode::WentSilent})},
        {"it was never heard to beat",
            [](S &s) {
                s.login();
                s.wait(600s);
            },
            {}},
        {"it unregistered itself",
            [](S &s) {
                well(s);
                s.login({.cseq = 9, .more = "Expires: 0\r\n"});
                s.wait(600s);
            },
            {}},
        {"we were silent, on purpose",
            [](S &s) {
                well(s);
                s.note(notes::SilenceBegan{{}, 600s});
                s.send(s.beatRequest(4));
                s.wait(400s);
            },
            {}},
        {"its heartbeats were lost on the way",
            [](S &s) {
                well(s);
                s.wait(300s);
                s.beat(8);
            },
            codes({FindingCode::WentSilent, FindingCode::BeatsLostOnWay})},
        {"it did not beat meanwhile",
            [](S &s) {
                well(s);
                s.wait(300s);
                s.beat(4);
            },
            codes({FindingCode::WentSilent})},
        {"its SN says nothing", withOneSn, codes({FindingCode::WentSilent})},
        {"it restarted",
            [](S &s) {
                well(s);
                s.wait(300s);
                s.login({.callId = "new"});
                s.beat(1);
            },
            codes({FindingCode::WentSilent, FindingCode::RestartedInSilence})},
        {"it restarted without a silence that was noticed",
            [](S &s) {
                well(s);
                s.wait(60s);
                s.login({.callId = "new"});
                s.beat(1);
            },
            {}},
    };
}

} // namespace

void tst_WentSilent::said_data()
{
    QTest::addColumn<int>("place");
    int place = 0;
    for (const Case &one : cases())
        QTest::newRow(one.name) << place++;
}

void tst_WentSilent::said()
{
    QFETCH(const int, place);
    const Case one = cases()[static_cast<std::size_t>(place)];
    Script s;
    one.script(s);
    Codes said;
    for (const FindingCode code : {FindingCode::WentSilent, FindingCode::BeatsLostOnWay,
             FindingCode::RestartedInSilence, FindingCode::ManySilent}) {
        if (s.finding(code))
            said.append(static_cast<int>(code));
    }
    QCOMPARE(said, one.said);
}

void tst_WentSilent::sinceWhen()
{
    Script s;
    well(s);
    const TimePoint heard = s.clock.now();
    s.wait(181s);
    const auto finding = s.finding(FindingCode::WentSilent);
    QVERIFY(finding);
    QCOMPARE(finding->a,
        QString::number(std::chrono::duration_cast<std::chrono::milliseconds>(heard.time_since_epoch()).count()));
    QCOMPARE(finding->c, QStringLiteral("192.168.1.64"));
    QVERIFY(kindOf(finding->code).likelihood == Likelihood::Possible); // nothing shows why
    s.wait(60s);
    s.beat(4);
    QVERIFY(s.finding(FindingCode::WentSilent)->over);
}

/// What became of heartbeats that were due: p pending, m missing, c came.
static QString overdue(S &s)
{
    QString out;
    for (const Awaited &one : s.analysis.take(s.clock.now()).awaited) {
        if (one.what == Awaited::What::Heartbeat)
            out += one.state == Awaited::State::Pending ? u'p' : one.state == Awaited::State::Missing ? u'm' : u'c';
    }
    return out;
}

void tst_WentSilent::theFlowIsTold_data()
{
    QTest::addColumn<int>("silence"); // s
    QTest::addColumn<bool>("back");
    QTest::addColumn<QString>("told");
    QTest::newRow("in time") << 60 << true << QString();
    QTest::newRow("late") << 100 << false << QStringLiteral("p");
    QTest::newRow("late, and back") << 100 << true << QStringLiteral("pc");
    QTest::newRow("offline") << 400 << false << QStringLiteral("pcm");
    QTest::newRow("offline, and back") << 400 << true << QStringLiteral("pcm");
}

void tst_WentSilent::theFlowIsTold()
{
    QFETCH(const int, silence);
    QFETCH(const bool, back);
    S s;
    well(s);
    QCOMPARE(overdue(s), QString());
    s.wait(std::chrono::seconds(silence));
    if (back)
        s.beat(9);
    QTEST(overdue(s), "told");
}

/// Between which times, behind which messages.
void tst_WentSilent::byAnotherPolicy()
{
    S s;
    well(s);
    const quint64 last = s.trace.number;
    const TimePoint before = s.clock.now();
    s.wait(100s);
    const QList<Awaited> first = s.analysis.take(s.clock.now()).awaited;
    QCOMPARE(first.size(), 1);
    QCOMPARE(first[0].number, last - 1); // the last one is its answer
    QCOMPARE(first[0].behind, last);
    QCOMPARE(first[0].deadline - first[0].since, 180s);
    s.note(notes::Policy{.interval = 60s, .timeoutCount = 5});
    const QList<Awaited> again = s.analysis.take(s.clock.now()).awaited;
    QVERIFY(!again.isEmpty());
    QCOMPARE(again.constLast().state, Awaited::State::Pending);
    QCOMPARE(again.constLast().deadline - again.constLast().since, 300s);
    QVERIFY(again.constLast().since <= before);
}

/// Who is offline by the setting that came is told to be so by that one, not by the one before.
void tst_WentSilent::aStricterPolicyIsTheMeasure()
{
    S s;
    well(s);
    s.wait(40s);
    QVERIFY(!s.finding(FindingCode::WentSilent));
    s.analysis.take(s.clock.now());
    s.note(notes::Policy{.interval = 10s, .timeoutCount = 3});
    const auto finding = s.finding(FindingCode::WentSilent);
    QVERIFY(finding);
    QCOMPARE(finding->b, QStringLiteral("30"));
    const QList<Awaited> told = s.analysis.take(s.clock.now()).awaited;
    QVERIFY(!told.isEmpty());
    QCOMPARE(told.constLast().state, Awaited::State::Missing);
    QCOMPARE(told.constLast().deadline - told.constLast().since, 30s);
}

/// A fleet that another policy calls offline all at once did not fall silent together; one that does later, did.
void tst_WentSilent::aStricterPolicyIsNoEventOfMany()
{
    S s;
    const auto beats = [&s] {
        for (int i = 0; i < 8; ++i) {
            s.device = endpoint(QByteArray("192.168.1." + QByteArray::number(64 + i)).constData(), 5060);
            S::Request beat = s.beatRequest(1, "OK", "3402000000132000000" + QByteArray::number(i));
            beat.user = "3402000000132000000" + QByteArray::number(i);
            s.send(beat);
            s.answer(s.last, "200 OK");
        }
    };
    for (int i = 0; i < 8; ++i) {
        s.device = endpoint(QByteArray("192.168.1." + QByteArray::number(64 + i)).constData(), 5060);
        s.login({.user = "3402000000132000000" + QByteArray::number(i), .callId = "r" + QByteArray::number(i)});
    }
    for (int i = 0; i < 3; ++i) {
        s.wait(60s);
        beats();
    }
    s.wait(40s);
    s.note(notes::Policy{.interval = 10s, .timeoutCount = 3});
    QVERIFY(s.finding(FindingCode::WentSilent));
    QVERIFY(!s.finding(FindingCode::ManySilent));
    beats();
    s.wait(10s);
    beats();
    QVERIFY(!s.finding(FindingCode::WentSilent) || s.finding(FindingCode::WentSilent)->over);
    s.wait(31s);
    QVERIFY(s.finding(FindingCode::ManySilent));
}

QTEST_GUILESS_MAIN(tst_WentSilent)
#include "tst_wentsilent.moc"
