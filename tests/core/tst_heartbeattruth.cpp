#include "tests/support/beats.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Why each heartbeat came when it did, in time that the test moves.
class tst_HeartbeatTruth : public QObject
{
    Q_OBJECT
private slots:
    void reasonOfAGap_data();
    void reasonOfAGap();
    void theFirstOneBehindTheRegistration();
    void reasonsFollowThePolicyAskedAbout();
    void copiesAndAnswers();
    void aRefusedHeartbeatIsKept();
    void somebodyElsesDoesNotCount();
    void theRingIsBounded();
    void manyAddressesAreBounded();
    void theRoomFollowsTheFleet();
    void whoIsWatchedComesWithTheBatch();
};

void tst_HeartbeatTruth::reasonOfAGap_data()
{
    QTest::addColumn<Story>("story"); // behind two heartbeats that were in time
    QTest::addColumn<GapReason>("reason");
    QTest::addColumn<int>("missed");
    QTest::addColumn<int>("late"); // seconds
    const auto row = [](const char *name, GapReason reason, int missed, int late, const Story &story) {
        QTest::newRow(name) << story << reason << missed << late;
    };
    row("in time", GapReason::InTime, 0, 0, [](Fed &fed) { fed.beat(60s); });
    row("less than a tenth over is in time", GapReason::InTime, 0, 5, [](Fed &fed) { fed.beat(65999ms); });
    row("a tenth over is late", GapReason::Late, 0, 6, [](Fed &fed) { fed.beat(66s); });
    row("late until the next one is due", GapReason::Late, 0, 53, [](Fed &fed) { fed.beat(113999ms); });
    row("late", GapReason::Late, 0, 30, [](Fed &fed) { fed.beat(90s); });
    row("early", GapReason::Early, 0, -30, [](Fed &fed) { fed.beat(30s); });
    row("one missed", GapReason::Missed, 1, 66, [](Fed &fed) { fed.beat(126s); });
    row("three missed", GapReason::Missed, 3, 186, [](Fed &fed) { fed.beat(240s + 6s); });
    row("our answer was lost", GapReason::AnswerLost, 0, 32, [](Fed &fed) {
        fed.copy();
        fed.beat(92s);
    });
    row("our answer was late", GapReason::AnswerLate, 0, 32, [](Fed &fed) {
        fed.beat(60s, false);
        fed.copy();
        fed.truth.answered(fed.number, 200, 600ms);
        fed.beat(92s);
    });
    row("we never answered", GapReason::Unanswered, 0, 32, [](Fed &fed) {
        fed.beat(60s, false);
        fed.beat(92s);
    });
    row("we refused", GapReason::Refused, 0, 32, [](Fed &fed) {
        fed.beat(60s, false);
        fed.truth.answered(fed.number, 403, 1ms);
        fed.beat(92s);
    });
    row("copies alone make no gap", GapReason::InTime, 0, 0, [](Fed &fed) {
        fed.copy();
        fed.beat(60s);
    });
    row("a new port, in time", GapReason::PortChanged, 0, 0, [](Fed &fed) {
        fed.next.from.port = 40001;
        fed.beat(60s);
    });
    row("a new port behind a silence", GapReason::PortChanged, 3, 186, [](Fed &fed) {
        fed.next.from.port = 40001;
        fed.beat(246s);
    });
    row("a new address", GapReason::AddressChanged, 0, 0, [](Fed &fed) {
        fed.next.from = endpoint("10.0.0.9", 5060);
        fed.beat(60s);
    });
    row("now over TCP", GapReason::TransportChanged, 0, 0, [](Fed &fed) {
        fed.next.transport = TransportKind::Tcp;
        fed.next.from.port = 41000;
        fed.beat(60s);
    });
    row("another connection of TCP", GapReason::InTime, 0, 0, [](Fed &fed) {
        fed.next.transport = TransportKind::Tcp;
        fed.beat(60s);
        fed.next.from.port = 41000;
        fed.beat(60s);
    });
    row("re-registered", GapReason::Registered, 0, 40, [](Fed &fed) {
        fed.truth.started(fed.now + 95s, camera);
        fed.beat(100s);
    });
    row("re-registered in time", GapReason::InTime, 0, 0, [](Fed &fed) {
        fed.truth.started(fed.now + 10s, camera);
        fed.beat(60s);
    });
    row("reboot: SN and registration", GapReason::Reboot, 0, 40, [](Fed &fed) {
        fed.truth.started(fed.now + 95s, camera);
        fed.next.sn = 0;
        fed.beat(100s);
    });
    row("reboot: SN and CSeq", GapReason::Reboot, 0, 0, [](Fed &fed) {
        fed.next.sn = 0;
        fed.next.cseq = 1;
        fed.beat(60s);
    });
    row("reboot: SN and the one Call-ID", GapReason::Reboot, 0, 0, [](Fed &fed) {
        for (int i = 0; i < 2; ++i) {
            fed.next.callId = 6; // counted up to 7
            fed.beat(60s);
        }
        fed.next.sn = 0;
        fed.next.callId = 900;
        fed.beat(60s);
    });
    row("SN alone proves nothing", GapReason::InTime, 0, 0, [](Fed &fed) {
        fed.next.sn = 0;
        fed.beat(60s);
    });
    row("CSeq alone proves nothing", GapReason::InTime, 0, 0, [](Fed &fed) {
        fed.next.cseq = 1;
        fed.beat(60s);
    });
    row("no SN at all", GapReason::InTime, 0, 0, [](Fed &fed) {
        fed.next.sn.reset();
        fed.next.cseq = 1;
        fed.beat(60s);
    });
    row("an outage", GapReason::Outage, 3, 186, [](Fed &fed) {
        fed.beat(246s);
        fed.truth.markOutage(fed.truth.total() - 1);
    });
    row("no interval, no outage", GapReason::InTime, 0, 0, [](Fed &fed) {
        fed.beat(60s);
        fed.truth.markOutage(fed.truth.total() - 1);
    });
    row("a port ahead of a lost answer", GapReason::PortChanged, 0, 32, [](Fed &fed) {
        fed.copy();
        fed.next.from.port = 40001;
        fed.beat(92s);
    });
}

void tst_HeartbeatTruth::reasonOfAGap()
{
    QFETCH(const Story, story);
    QFETCH(const GapReason, reason);
    QFETCH(const int, missed);
    QFETCH(const int, late);
    Fed fed;
    fed.truth.started(start - 60s, camera);
    fed.beat(0s);
    fed.beat(60s);
    story(fed);
    const GapVerdict verdict = fed.last();
    QCOMPARE(static_cast<int>(verdict.reason), static_cast<int>(reason));
    QCOMPARE(verdict.missed, missed);
    QCOMPARE(std::chrono::floor<std::chrono::seconds>(verdict.late).count(), late);
}

void tst_HeartbeatTruth::theFirstOneBehindTheRegistration()
{
    Fed fed;
    fed.truth.started(start, camera);
    fed.beat(5s);
    QVERIFY(fed.last().reason == GapReason::First);
    Fed slow;
    slow.truth.started(start, camera);
    slow.beat(130s);
    QCOMPARE(slow.last(), (GapVerdict{GapReason::Missed, 70s, 1}));
    Fed unknown;
    unknown.beat(5s);
    QCOMPARE(unknown.last(), (GapVerdict{GapReason::First, {}, 0}));
}

void tst_HeartbeatTruth::reasonsFollowThePolicyAskedAbout()
{
    Fed fed;
    fed.beat(0s);
    fed.beat(60s);
    QVERIFY(fed.last({60s, 3}).reason == GapReason::InTime);
    QCOMPARE(fed.last({20s, 3}), (GapVerdict{GapReason::Missed, 40s, 2}));
    QVERIFY(fed.last({120s, 3}).reason == GapReason::Early);
}

/// Through record, fold and registrar.
void tst_HeartbeatTruth::copiesAndAnswers()
{
    Site site;
    QCOMPARE(site.login(), 200);
    site.wait(5s);
    const QByteArray octets = site.keepalive("34020000001320000001", 7);
    QCOMPARE(site.status(octets), 200);
    const quint64 number = site.lastTrace.number;
    site.wait(500ms);
    site.send(octets); // the answer did not arrive
    site.wait(1s);
    site.send(octets);
    const HeartbeatTruth *const truth = site.analysis.devices().truth(QStringLiteral("34020000001320000001"));
    QCOMPARE(truth->size(), 1);
    const Beat &beat = truth->at(0);
    QCOMPARE(beat.number, number);
    QCOMPARE(beat.sn, 7U);
    QVERIFY(beat.has(Beat::HasSn) && beat.has(Beat::Counted) && beat.has(Beat::RepeatedAnswered)
        && !beat.has(Beat::RepeatedUnanswered) && !beat.has(Beat::OffSchedule));
    QCOMPARE(beat.copies, 3);
    QCOMPARE(beat.status, 200);
    QCOMPARE(beat.answeredAfter, 0U);
    QCOMPARE(beat.gap(), Duration(5s));
    QCOMPARE(truth->from(beat), camera);
}

void tst_HeartbeatTruth::aRefusedHeartbeatIsKept()
{
    ServerConfig config = Site::withPassword(QStringLiteral("12345678"));
    config.unregisteredKeepalive = UnregisteredKeepalive::Forbidden;
    Site site(config);
    QCOMPARE(site.status(site.keepalive()), 403);
    const HeartbeatTruth *const truth = site.analysis.devices().truth(QStringLiteral("34020000001320000001"));
    QCOMPARE(truth->size(), 1);
    QCOMPARE(truth->at(0).status, 403);
    QVERIFY(!truth->at(0).has(Beat::Counted));
}

void tst_HeartbeatTruth::somebodyElsesDoesNotCount()
{
    Site site;
    QCOMPARE(site.login(), 200);
    site.wait(5s);
    QCOMPARE(site.status(site.keepalive()), 200);
    site.wait(20s);
    site.send(site.keepalive("34020000001320000001", 900, "other@camera"), endpoint("192.168.1.99", 5060));
    site.wait(40s);
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 2)), 200);
    const HeartbeatTruth *const truth = site.analysis.devices().truth(QStringLiteral("34020000001320000001"));
    QCOMPARE(truth->size(), 3);
    QVERIFY(truth->gapOf(1, {}).reason == GapReason::Foreign);
    QVERIFY(!truth->at(1).has(Beat::Counted));
    QVERIFY(truth->gapOf(2, {}).reason == GapReason::InTime); // neither its SN nor its time have anything to do with it
    QCOMPARE(truth->at(2).gap(), Duration(60s));
}

void tst_HeartbeatTruth::theRingIsBounded()
{
    Fed fed;
    for (int i = 0; i < 1000; ++i)
        fed.beat(60s);
    QCOMPARE(fed.truth.size(), qsizetype(HeartbeatTruth::capacity));
    QCOMPARE(fed.truth.forgotten(), 1000U - HeartbeatTruth::capacity);
    QCOMPARE(fed.truth.at(0).number, 1000U - HeartbeatTruth::capacity + 1);
    QCOMPARE(fed.truth.at(fed.truth.size() - 1).number, 1000U);
    QVERIFY(fed.truth.gapOf(0, {}).reason == GapReason::InTime); // what stood ahead of it is forgotten, not unknown
    fed.truth.answered(1, 500, 1s);                              // too long ago
    fed.copy();
    QCOMPARE(fed.truth.at(fed.truth.size() - 1).copies, 2);
    for (int i = 0; i < 400; ++i)
        fed.copy();
    QCOMPARE(fed.truth.at(fed.truth.size() - 1).copies, 255);
}

void tst_HeartbeatTruth::manyAddressesAreBounded()
{
    HeartbeatTruth truth;
    for (quint32 i = 0; i < 100; ++i)
        truth.beat({.at = start + std::chrono::seconds(i),
            .number = i + 1,
            .from = {IpAddress(0x0a000000U + i), 5060},
            .counts = true});
    QCOMPARE(truth.from(truth.at(3)), (Endpoint{IpAddress(0x0a000003U), 5060}));
    QVERIFY(truth.from(truth.at(99)).address.isNull());
    QVERIFY(truth.gapOf(99, {1s, 3}).reason == GapReason::AddressChanged); // that is told all the same
}

void tst_HeartbeatTruth::theRoomFollowsTheFleet()
{
    HeartbeatTruth truth;
    for (quint64 i = 1; i <= 200; ++i)
        truth.beat({.at = start + std::chrono::seconds(i), .number = i, .from = camera, .counts = true},
            HeartbeatTruth::roomIn(2000));
    QCOMPARE(truth.size(), qsizetype(HeartbeatTruth::roomIn(2000)));
    for (quint64 i = 201; i <= 210; ++i) // devices left
        truth.beat({.at = start + std::chrono::seconds(i), .number = i, .from = camera, .counts = true});
    QCOMPARE(truth.size(), qsizetype(HeartbeatTruth::roomIn(2000)) + 10);
    for (qsizetype i = 1; i < truth.size(); ++i)
        QCOMPARE(truth.at(i).number, truth.at(i - 1).number + 1);
    QCOMPARE(truth.forgotten(), 210U - 74U);
}

void tst_HeartbeatTruth::whoIsWatchedComesWithTheBatch()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QVERIFY(!site.analysis.take(site.clock.now()).truth);
    site.analysis.devices().watch(QStringLiteral("34020000001320000001"));
    QVERIFY(site.analysis.hasNews());
    Batch batch = site.analysis.take(site.clock.now());
    QCOMPARE(batch.watched, QStringLiteral("34020000001320000001"));
    QCOMPARE(batch.truth->size(), 0);
    QCOMPARE(site.status(site.keepalive()), 200);
    batch = site.analysis.take(site.clock.now());
    QCOMPARE(batch.truth->size(), 1);
    QCOMPARE(batch.truth->at(0).status, 200);
    QVERIFY(!site.analysis.take(site.clock.now()).truth); // nothing of it changed
    site.analysis.devices().watch(QStringLiteral("unknown"));
    QCOMPARE(site.analysis.take(site.clock.now()).truth->size(), 0);
    site.analysis.devices().watch({});
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 2)), 200);
    QVERIFY(!site.analysis.take(site.clock.now()).truth);
}

QTEST_GUILESS_MAIN(tst_HeartbeatTruth)
#include "tst_heartbeattruth.moc"
