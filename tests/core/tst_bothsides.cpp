#include "core/message/gbtime.h"
#include "tests/support/beats.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What a device's heartbeats tell of it, of us and of what lies between: who thinks whom lost, NAT, clocks, flapping,
/// outages.
class tst_BothSides : public QObject
{
    Q_OBJECT
private slots:
    void theDeviceThinksUsLost();
    void whoHearsUsAgainThinksUsThere();
    void aRegistrationEndsIt();
    void aRecordOfOneDirectionSaysNothing();
    void natKeepsAndCloses();
    void whatKeepsThePortOpenHidesTheNat();
    void timesOfDevices_data();
    void timesOfDevices();
    void clockOfTheDevice_data();
    void clockOfTheDevice();
    void flappingAndItsClass_data();
    void flappingAndItsClass();
    void anOutageIsOfMany();
    void aDeadDeviceIsNoOutage();
};

void tst_BothSides::theDeviceThinksUsLost()
{
    Fed fed;
    fed.beat(0s);
    for (int i = 0; i < 3; ++i)
        fed.beat(60s, false);
    const HeartbeatPolicy policy;
    const TimePoint third = fed.now;
    DeviceView view = fed.truth.deviceView(policy, third + 32s - 1us);
    QVERIFY(view.known && !view.lostSince);
    QCOMPARE(view.unanswered, 2); // the third one may still be answered
    view = fed.truth.deviceView(policy, third + 32s);
    QCOMPARE(view.unanswered, 3);
    QCOMPARE(view.lostSince, third + 32s);
    QCOMPARE(fed.truth.deviceView({60s, 2}, third + 32s).lostSince, third - 60s + 32s);
    QVERIFY(!fed.truth.deviceView({60s, 4}, third + 1h).lostSince);
    // With all the copies of timer E an answer that we sent did not arrive
    Fed deaf;
    for (int i = 0; i < 3; ++i) {
        deaf.beat(60s);
        for (int copy = 1; copy < HeartbeatTruth::copiesOfTimerE; ++copy)
            deaf.copy();
    }
    QCOMPARE(deaf.truth.deviceView(policy, deaf.now + 32s).lostSince, deaf.now + 32s);
}

void tst_BothSides::whoHearsUsAgainThinksUsThere()
{
    Fed fed;
    fed.beat(0s);
    fed.beat(60s, false);
    fed.beat(60s, false);
    const TimePoint lost = fed.now + 32s;
    fed.beat(60s);
    QVERIFY(!fed.truth.deviceView({60s, 2}, fed.now).lostSince);
    QCOMPARE(fed.truth.lostSpans({60s, 2}, fed.now), (QList<OfflineSpan>{{lost, fed.now + 400us}}));
    QVERIFY(fed.truth.lostSpans({60s, 3}, fed.now).isEmpty());
    fed.beat(60s, false);
    fed.beat(60s, false);
    QCOMPARE(fed.truth.lostSpans({60s, 2}, fed.now + 40s).constLast(), (OfflineSpan{fed.now + 32s, std::nullopt}));
}

void tst_BothSides::aRegistrationEndsIt()
{
    Fed fed;
    fed.beat(0s);
    fed.beat(60s, false);
    fed.beat(60s, false);
    const TimePoint lost = fed.now + 32s, back = fed.now + 50s;
    QCOMPARE(fed.truth.deviceView({60s, 2}, lost).lostSince, lost);
    fed.truth.started(back, camera);
    QVERIFY(!fed.truth.deviceView({60s, 2}, back + 1s).lostSince);
    QCOMPARE(fed.truth.lostSpans({60s, 2}, back + 1s), (QList<OfflineSpan>{{lost, back}}));
}

void tst_BothSides::aRecordOfOneDirectionSaysNothing()
{
    Fed fed;
    for (int i = 0; i < 5; ++i)
        fed.beat(60s, false);
    QVERIFY(!fed.truth.deviceView({}, fed.now + 1h).known);
    QVERIFY(fed.truth.lostSpans({}, fed.now + 1h).isEmpty());
}

void tst_BothSides::natKeepsAndCloses()
{
    Fed fed;
    fed.beat(0s);
    QVERIFY(!fed.truth.nat().atLeast);
    fed.beat(60s);
    fed.beat(95s);
    QCOMPARE(fed.truth.nat().atLeast, Duration(95s));
    QVERIFY(!fed.truth.nat().atMost);
    fed.next.from.port = 40001;
    fed.beat(240s);
    QCOMPARE(fed.truth.nat().atMost, Duration(240s));
    QVERIFY(fed.truth.nat().byIdleTime());
    fed.truth.traffic(fed.now + 200s); // a query of ours kept it open
    fed.beat(260s);
    QCOMPARE(fed.truth.nat().atLeast, Duration(95s));
    fed.next.from.port = 40002;
    fed.next.sn = 0;
    fed.next.cseq = 1; // a reboot says nothing of the NAT
    fed.beat(20s);
    QCOMPARE(fed.truth.nat().atMost, Duration(240s));
    fed.next.from.port = 40003;
    fed.beat(30s);
    QVERIFY(!fed.truth.nat().byIdleTime());
    Fed tcp;
    tcp.next.transport = TransportKind::Tcp;
    tcp.beat(0s);
    tcp.beat(60s);
    QVERIFY(!tcp.truth.nat().atLeast);
}

void tst_BothSides::whatKeepsThePortOpenHidesTheNat()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(site.status(site.keepalive()), 200);
    site.wait(60s);
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 2)), 200);
    const auto nat = [&site] { return site.analysis.devices().truth(QStringLiteral("34020000001320000001"))->nat(); };
    QCOMPARE(nat().atLeast, Duration(60s));
    site.send("\r\n\r\n");
    site.wait(60s);
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 3)), 200);
    QVERIFY(!nat().atLeast);
}

void tst_BothSides::timesOfDevices_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("at"); // microseconds behind 2026-03-02 00:00 UTC; -1: none
    QTest::addColumn<bool>("zone");
    const auto row = [](const char *text, Duration at, bool zone) {
        QTest::newRow(text) << QByteArray(text) << qint64(at.count()) << zone;
    };
    row("2026-03-02T08:01:10", 70s, false);
    row("2026-03-02T08:01:10.250", 70s + 250ms, false);
    row("2026-03-02 08:01:10", 70s, false);
    row("2026-3-2T8:1:10", 70s, false);
    row(" 2026-03-02T08:01:10 ", 70s, false);
    row("2026-03-02T08:01:10+08:00", 70s, true);
    row("2026-03-02T00:01:10Z", 70s, true);
    row("2026-03-02T00:01:10.5-0000", 70s + 500ms, true);
    row("Mon, 02 Mar 2026 00:01:10 GMT", 70s, true);
    for (const char *text :
        {"", "yesterday", "2026-13-02T08:01:10", "2026-02-30T08:01:10", "2026-03-02", "2026-03-02T24:01:10",
            "2026-03-02T08:01:10x", "2026-03-02T08:-1:10", "2026-03-02T08:01:10+99:00", "99999-03-02T08:01:10",
            "2026-03-02T08:01:10.000000000000000000000000000000000000000", "Mon, 02 Foo 2026 00:01:10 GMT"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text) << qint64(-1) << false;
}

void tst_BothSides::timesOfDevices()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, at);
    QFETCH(const bool, zone);
    const auto time = parseGbTime(view(text));
    QCOMPARE(time.has_value(), at >= 0);
    if (!time)
        return;
    QCOMPARE((time->at - start).count(), at);
    QCOMPARE(time->zoneGiven, zone);
}

void tst_BothSides::clockOfTheDevice_data()
{
    QTest::addColumn<QByteArray>("deviceTime"); // at 2026-03-02 08:00 in Beijing
    QTest::addColumn<ClockFault>("fault");
    QTest::addColumn<int>("skew"); // seconds
    QTest::addColumn<int>("hours");
    QTest::newRow("right") << QByteArray("2026-03-02T08:00:02") << ClockFault::None << 2 << 0;
    QTest::newRow("fast") << QByteArray("2026-03-02T08:00:03") << ClockFault::Off << 3 << 0;
    QTest::newRow("slow") << QByteArray("2026-03-02T07:50:00") << ClockFault::Off << -600 << 0;
    QTest::newRow("UTC") << QByteArray("2026-03-02T00:00:30") << ClockFault::Zone << -8 * 3600 + 30 << -8;
    QTest::newRow("an hour ahead, and a minute") << QByteArray("2026-03-02T09:01:01") << ClockFault::Off << 3661 << 1;
    QTest::newRow("an hour ahead") << QByteArray("2026-03-02T09:00:59") << ClockFault::Zone << 3659 << 1;
    QTest::newRow("never set") << QByteArray("1970-01-01T08:00:00") << ClockFault::Off << -1772409600 << -492336;
}

void tst_BothSides::clockOfTheDevice()
{
    QFETCH(const QByteArray, deviceTime);
    QFETCH(const ClockFault, fault);
    QFETCH(const int, skew);
    QFETCH(const int, hours);
    Site site;
    QCOMPARE(site.login(), 200);
    const TimePoint now = site.clock.now();
    QCOMPARE(now, start);
    site.send(site.message("34020000001320000001",
        "<?xml "
        "version=\"1.0\"?>\r\n<Response>\r\n<CmdType>DeviceStatus</CmdType>\r\n<SN>1</"
        "SN>\r\n<DeviceID>34020000001320000001</DeviceID>\r\n<Result>OK</Result>\r\n"
        "<DeviceTime>"
            + deviceTime + "</DeviceTime>\r\n</Response>\r\n"));
    const auto &clock = site.analysis.devices().truth(QStringLiteral("34020000001320000001"))->clock();
    QVERIFY(clock);
    QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(clock->skew).count(), skew);
    QVERIFY(clockFault(*clock) == fault);
    QCOMPARE(hoursOff(*clock), hours);
    // A stranger's word is not the device's
    site.send(site.message("34020000001320000001",
                  "<Response><CmdType>DeviceStatus</CmdType><SN>2</SN><DeviceID>34020000001320000001</"
                  "DeviceID><DeviceTime>2020-01-01T00:00:00</DeviceTime></Response>"),
        endpoint("192.168.1.99", 5060));
    QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(clock->skew).count(), skew);
}

void tst_BothSides::flappingAndItsClass_data()
{
    QTest::addColumn<Story>("story"); // 180 s make offline
    QTest::addColumn<int>("changes");
    QTest::addColumn<GapReason>("cause");
    const auto row = [](const char *name, int changes, GapReason cause, const Story &story) {
        QTest::newRow(name) << story << changes << cause;
    };
    row("just over the allowance", 4, GapReason::Late, [](Fed &fed) {
        fed.beat(185s);
        fed.beat(185s);
    });
    row("far over it", 4, GapReason::Missed, [](Fed &fed) {
        fed.beat(250s);
        fed.beat(250s);
    });
    row("ports", 4, GapReason::PortChanged, [](Fed &fed) {
        for (quint16 port : {40001, 40002}) {
            fed.next.from.port = port;
            fed.beat(185s);
        }
    });
    row("reboots", 4, GapReason::Reboot, [](Fed &fed) {
        for (int i = 0; i < 2; ++i) {
            fed.truth.started(fed.now + 180s, camera);
            fed.next.sn = 50 - 20 * i;
            fed.beat(185s);
        }
    });
    row("two sources", 4, GapReason::Foreign, [](Fed &fed) {
        for (int i = 0; i < 2; ++i) {
            for (int other = 0; other < 2; ++other)
                fed.truth.beat(
                    {.at = fed.now + 60s, .number = 1000, .from = endpoint("10.0.0.9", 5060), .foreign = true});
            fed.beat(185s);
        }
    });
    row("once", 0, GapReason::Late, [](Fed &fed) { fed.beat(185s); });
    row("long ago", 0, GapReason::Late, [](Fed &fed) {
        fed.beat(185s);
        fed.beat(185s);
        for (int i = 0; i < 10; ++i)
            fed.beat(60s);
    });
}

void tst_BothSides::flappingAndItsClass()
{
    QFETCH(const Story, story);
    QFETCH(const int, changes);
    QFETCH(const GapReason, cause);
    Fed fed;
    fed.next.sn = 100;
    fed.beat(0s);
    story(fed);
    const auto flapping = fed.truth.flapping({}, fed.now + 1s);
    QCOMPARE(flapping.has_value(), changes > 0);
    if (!flapping)
        return;
    QCOMPARE(flapping->changes, changes);
    QCOMPARE(static_cast<int>(flapping->cause), static_cast<int>(cause));
    QCOMPARE(fed.truth.flapping({}, fed.now + 180s)->changes, changes + 1); // and offline again
}

static QByteArray idOf(int number)
{
    return QByteArray("3402000000132") + QByteArray::number(number).rightJustified(7, '0');
}

/// Devices that registered from addresses of their own and beat in turn, each a second behind the other.
struct Fleet : Site
{
    int size;
    int sn = 0;

    explicit Fleet(int devices)
        : size(devices)
    {
        analysis.observe(JournalNote{clock.now(), notes::Site{.serverId = QStringLiteral("34020000002000000001")}});
        for (int i = 1; i <= size; ++i)
            login({.id = idOf(i), .callId = idOf(i) + "@camera"}, "12345678", of(i));
    }
    static Endpoint of(int device) { return {IpAddress(0x0a000000U + static_cast<quint32>(device)), 5060}; }
    void beat(int device)
    {
        ++sn;
        send(keepalive(idOf(device), sn, "beat" + QByteArray::number(sn)), of(device));
    }
    void round(int first = 1)
    {
        for (int i = first; i <= size; ++i) {
            wait(1s);
            beat(i);
        }
    }
    GapReason last(int device)
    {
        const HeartbeatTruth *const truth = analysis.devices().truth(QString::fromLatin1(idOf(device)));
        return truth->gapOf(truth->size() - 1, {}).reason;
    }
};

void tst_BothSides::anOutageIsOfMany()
{
    Fleet fleet(6);
    fleet.round();
    fleet.wait(54s);
    fleet.round();
    fleet.wait(174s); // the switch is off
    fleet.wait(1s);
    fleet.beat(1);
    fleet.wait(1s);
    fleet.beat(2);
    QVERIFY(fleet.last(1) == GapReason::Missed); // two of six are no outage
    fleet.round(3);
    for (int i = 1; i <= 6; ++i)
        QVERIFY2(fleet.last(i) == GapReason::Outage, qPrintable(QString::number(i)));
    fleet.wait(54s);
    fleet.round();
    QVERIFY(fleet.last(1) == GapReason::InTime);
}

void tst_BothSides::aDeadDeviceIsNoOutage()
{
    Fleet fleet(6);
    fleet.round();
    for (int minute = 0; minute < 5; ++minute) { // two of six are silent
        fleet.wait(56s);
        fleet.round(3);
    }
    fleet.beat(1);
    fleet.beat(2);
    QVERIFY(fleet.last(1) == GapReason::Missed);
    QVERIFY(fleet.last(2) == GapReason::Missed);
    QVERIFY(fleet.last(3) == GapReason::InTime);
}

QTEST_GUILESS_MAIN(tst_BothSides)
#include "tst_bothsides.moc"
