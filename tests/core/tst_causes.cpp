#include "core/findings/causes.h"
#include "tests/support/script.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// One event has one cause: what follows from another finding says from which.
class tst_Causes : public QObject
{
    Q_OBJECT
private slots:
    void aRegistrationThatLapsed();
    void aRootThatIsToldLater();
    void whatWasOverExplainsNothing();
    void otherDevicesExplainNothing();
    void manyThatFellSilent();
    void whoeverIsRefusedTriesAgain();
    void noCircles();
};

namespace {

quint32 because(const Script &script, FindingCode code)
{
    const auto finding = script.finding(code);
    return finding && !finding->over ? finding->because : 0;
}

} // namespace

void tst_Causes::aRegistrationThatLapsed()
{
    Script s;
    s.login({.more = "Expires: 100\r\n"});
    s.beat(1);
    s.wait(70s);
    s.beat(2);
    s.wait(60s);
    s.beat(3, "403 Forbidden"); // it has lapsed
    const auto root = s.finding(FindingCode::BeatsWhileLapsed);
    QVERIFY(root && root->because == 0);
    s.wait(60s);
    s.beat(4, "403 Forbidden");
    QVERIFY(s.finding(FindingCode::BeatRefused) || s.finding(FindingCode::RefusedAfterAccepted));
    for (const FindingCode code : {FindingCode::BeatRefused, FindingCode::RefusedAfterAccepted}) {
        if (s.finding(code))
            QCOMPARE(because(s, code), root->id);
    }
}

void tst_Causes::aRootThatIsToldLater()
{
    FindingLog log;
    const TimePoint at(1000s);
    log.raise(FindingCode::BeatRefused, QStringLiteral("a"), {}, at, {});
    QCOMPARE(log.all().constFirst().because, 0U);
    log.take();
    log.raise(FindingCode::BeatsWhileLapsed, QStringLiteral("a"), {}, at + 1s, {});
    const QList<Finding> news = log.take();
    QCOMPARE(news.size(), 2);
    const Finding &effect = news[0].code == FindingCode::BeatRefused ? news[0] : news[1];
    const Finding &root = news[0].code == FindingCode::BeatRefused ? news[1] : news[0];
    QCOMPARE(effect.because, root.id);
    QCOMPARE(root.because, 0U);
}

void tst_Causes::whatWasOverExplainsNothing()
{
    FindingLog log;
    const TimePoint at(1000s);
    log.raise(FindingCode::BeatsWhileLapsed, QStringLiteral("a"), {}, at, {});
    log.end(FindingCode::BeatsWhileLapsed, QStringLiteral("a"), at + 1s);
    log.raise(FindingCode::BeatRefused, QStringLiteral("a"), {}, at + 60s, {});
    for (const Finding &one : log.all())
        QCOMPARE(one.because, 0U);
    log.raise(FindingCode::BeatsWhileLapsed, QStringLiteral("a"), {}, at + 70s, {}); // and so again
    for (const Finding &one : log.all())
        QCOMPARE(one.because != 0, one.code == FindingCode::BeatRefused);
}

void tst_Causes::otherDevicesExplainNothing()
{
    FindingLog log;
    const TimePoint at(1000s);
    log.raise(FindingCode::BeatsWhileLapsed, QStringLiteral("a"), {}, at, {});
    log.raise(FindingCode::BeatRefused, QStringLiteral("b"), {}, at, {});
    log.raise(FindingCode::ManySilent, {}, {{}, QStringLiteral("3"), {}}, at, {});
    log.raise(FindingCode::WentSilent, QStringLiteral("c"), {}, at, {});
    for (const Finding &one : log.all())
        QCOMPARE(one.because, one.device == u"c" ? 3U : 0U);
}

void tst_Causes::manyThatFellSilent()
{
    Script s;
    for (const char *const user : {"34020000001320000001", "34020000001320000002", "34020000001320000003"})
        s.login({.user = user, .callId = user});
    for (int sn = 1; sn < 3; ++sn) {
        s.wait(60s);
        for (const char *const user : {"34020000001320000001", "34020000001320000002", "34020000001320000003"}) {
            Script::Request request = s.beatRequest(sn, "OK", user);
            request.user = user;
            s.send(request);
            s.answer(s.last, "200 OK");
        }
    }
    s.wait(300s);
    const auto root = s.finding(FindingCode::ManySilent);
    QVERIFY(root);
    QCOMPARE(root->b, QStringLiteral("3"));
    int silent = 0;
    for (const Finding &one : s.analysis.findings().log().all()) {
        silent += one.code == FindingCode::WentSilent ? 1 : 0;
        QCOMPARE(one.because, one.code == FindingCode::WentSilent ? root->id : 0U);
    }
    QCOMPARE(silent, 3);
}

void tst_Causes::whoeverIsRefusedTriesAgain()
{
    Script s;
    for (int i = 0; i < 6; ++i) {
        s.send({.callId = "c" + QByteArray::number(i)});
        s.challenge();
        s.send({.callId = "c" + QByteArray::number(i),
            .cseq = 2,
            .more = Script::credentials(Script::id, "3402000000", "nonsense")});
        s.answer(s.last, "403 Forbidden");
        s.wait(10s);
    }
    const auto root = s.finding(FindingCode::WrongPassword), loop = s.finding(FindingCode::RegisterLoop);
    QVERIFY(root && loop);
    QCOMPARE(root->because, 0U);
    QCOMPARE(loop->because, root->id);
}

/// Whoever follows the roots comes to an end.
void tst_Causes::noCircles()
{
    for (const causes::Link &link : causes::all) {
        std::vector<FindingCode> way{link.root};
        for (std::size_t i = 0; i < way.size(); ++i) {
            QVERIFY(way[i] != link.effect);
            QVERIFY(way.size() < 1000);
            for (const causes::Link &next : causes::all) {
                if (next.effect == way[i])
                    way.push_back(next.root);
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_Causes)
#include "tst_causes.moc"
