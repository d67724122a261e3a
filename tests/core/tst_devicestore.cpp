#include "core/report/words/wording.h"
#include "tests/support/script.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What the record says of the devices, in time that the test moves.
class tst_DeviceStore : public QObject
{
    Q_OBJECT
private slots:
    void offlineOnTheSecond();
    void offlineWithoutOneHeartbeat();
    void aLivePolicyJudgesTheRunningSilence();
    void aWiderPolicyBringsDevicesBack();
    void theWallClockChangesNothing();
    void aRefreshIsNoHeartbeat();
    void aNewCallIdIsANewStart();
    void registeringAgainEndsOffline();
    void lapsedWhereExpiresRunsOutFirst();
    void gapsAndMedian();
    void eventsComeInTheirOrder();
    void devicesComeInPortions();
    void aFailedRefreshDoesNotEndTheRegistration();
    void whichPasswordItIs();
    void guessesAreBounded();
    void somebodyElsesCapture();
    void oddBodies_data();
    void oddBodies();
    void aStuckReaderCostsNoMemory();
    void shortHistoriesAreBounded();
    void floodOfIds();
    void fromUdpToTcpAndBack();
    void anOwnPolicyJudgesOneDevice();
    void anOwnPolicyWaitsForItsDevice();
    void overridesAreToldAndBounded();
    void callsOfChannelsBelongToTheDeviceAtTheirAddress();
};

static DeviceFacts::Phase phase(Site &site)
{
    return site.device().facts.phase;
}

void tst_DeviceStore::fromUdpToTcpAndBack()
{
    Site site;
    const auto beat = [&site](int sn) {
        return site.status(site.keepalive("34020000001320000001", sn, "beat" + QByteArray::number(sn)));
    };
    QCOMPARE(site.login(), 200);
    QCOMPARE(beat(1), 200);
    QVERIFY(site.device().transport == TransportKind::Udp);
    // With a registration: nothing to say
    site.transport = TransportKind::Tcp;
    site.camera = endpoint("192.168.1.64", 40001);
    QCOMPARE(site.login({.callId = "2@camera"}, "12345678", site.camera), 200);
    QVERIFY(site.device().transport == TransportKind::Tcp);
    QCOMPARE(site.device().address, site.camera);
    site.wait(60s);
    QCOMPARE(beat(2), 200);
    site.camera = endpoint("192.168.1.64", 40002); // a connection anew
    site.wait(60s);
    QCOMPARE(beat(3), 200);
    QVERIFY(site.device().problem.code == NoteCode::None);
    // Without one: heard all the same, and said
    site.transport = TransportKind::Udp;
    site.camera = endpoint("192.168.1.64", 5060);
    site.wait(60s);
    QCOMPARE(beat(4), 200);
    QCOMPARE(site.device().problem,
        (Note{NoteCode::TransportChanged, QStringLiteral("UDP 192.168.1.64:5060"),
            QStringLiteral("TCP 192.168.1.64:40002")}));
    QVERIFY(site.device().transport == TransportKind::Udp);
    QCOMPARE(site.device().address, site.camera);
    QCOMPARE(site.device().beats, 4);
    QVERIFY(site.state() == DeviceState::Online);
}

void tst_DeviceStore::offlineOnTheSecond()
{
    Site site;
    QCOMPARE(site.login(), 200);
    site.wait(5s);
    QCOMPARE(site.status(site.keepalive()), 200);
    site.wait(179s);
    QVERIFY(site.state() == DeviceState::Late);
    site.wait(1s - 1us);
    QVERIFY(site.state() == DeviceState::Late);
    site.wait(1us);
    QVERIFY(site.state() == DeviceState::Offline);
    QCOMPARE(site.device().reason,
        (Note{NoteCode::HeartbeatsStopped, QStringLiteral("180"), QStringLiteral("60 s \u00d7 3")}));
    site.wait(1s);
    QVERIFY(site.state() == DeviceState::Offline);
    QVERIFY(site.device().verdict.since == site.clock.now() - 1s);
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 2)), 200); // the registration still stands
    QVERIFY(site.state() == DeviceState::Online);
}

void tst_DeviceStore::offlineWithoutOneHeartbeat()
{
    Site site;
    QCOMPARE(site.login(), 200);
    site.wait(179999ms);
    QVERIFY(site.state() == DeviceState::Late);
    site.wait(1ms);
    QVERIFY(site.state() == DeviceState::Offline);
    QVERIFY(site.device().reason.code == NoteCode::NeverBeaten);
}

void tst_DeviceStore::aLivePolicyJudgesTheRunningSilence()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(site.status(site.keepalive()), 200);
    site.wait(60s);
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 2)), 200);
    site.wait(30s);
    QVERIFY(site.state() == DeviceState::Online);
    QCOMPARE(site.device().misses, 0);
    site.analysis.setPolicy({10s, 2}, site.clock.now());
    QVERIFY(site.state() == DeviceState::Offline); // at once, without a registration or a heartbeat
    QVERIFY(site.device().verdict.since == site.clock.now() - 10s);
    QCOMPARE(site.device().misses, 5); // the gap of 60 s, seen with an interval of 10 s
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 3)), 200);
    site.wait(19s);
    QVERIFY(site.state() == DeviceState::Late);
    site.wait(1s);
    QVERIFY(site.state() == DeviceState::Offline);
}

void tst_DeviceStore::aWiderPolicyBringsDevicesBack()
{
    Site site(Site::withPassword(QStringLiteral("12345678")), {10s, 2});
    QCOMPARE(site.login(), 200);
    site.wait(25s);
    QVERIFY(site.state() == DeviceState::Offline);
    site.analysis.setPolicy({60s, 3}, site.clock.now());
    QVERIFY(site.state() == DeviceState::Online);
    site.wait(155s);
    QVERIFY(site.state() == DeviceState::Offline);
}

void tst_DeviceStore::theWallClockChangesNothing()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(site.status(site.keepalive()), 200);
    site.clock.setWallBy(1h);
    site.wait(60s);
    QVERIFY(site.state() == DeviceState::Online);
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 2)), 200);
    QVERIFY(site.device().lastGap == 60s);
    site.clock.setWallBy(-2h);
    site.wait(179s);
    QVERIFY(site.state() == DeviceState::Late);
    const auto again = site.send(site.registerText({.cseq = 9}));
    QVERIFY(!again.isEmpty());
    site.wait(1s);
    QVERIFY(site.state() == DeviceState::Offline);
}

void tst_DeviceStore::aRefreshIsNoHeartbeat()
{
    Site site;
    QCOMPARE(site.login(), 200);
    site.wait(100s);
    QCOMPARE(site.login({.cseq = 3}), 200); // the same Call-ID
    QCOMPARE(site.device().registrations, 2);
    site.wait(80s);
    QVERIFY(site.state() == DeviceState::Offline);
}

void tst_DeviceStore::aNewCallIdIsANewStart()
{
    Site site;
    QCOMPARE(site.login(), 200);
    site.wait(100s);
    QCOMPARE(site.login({.callId = "after the reboot"}), 200);
    site.wait(100s);
    QVERIFY(site.state() == DeviceState::Late);
    QVERIFY(site.device().registeredSince == site.clock.now() - 100s);
}

void tst_DeviceStore::registeringAgainEndsOffline()
{
    Site site;
    QCOMPARE(site.login(), 200);
    site.wait(200s);
    QVERIFY(site.state() == DeviceState::Offline);
    QCOMPARE(site.login({.cseq = 3}), 200); // even with the Call-ID of old
    QVERIFY(site.state() == DeviceState::Online);
}

void tst_DeviceStore::lapsedWhereExpiresRunsOutFirst()
{
    Site site;
    QCOMPARE(site.login({.expires = 100}), 200);
    site.wait(60s);
    QCOMPARE(site.status(site.keepalive()), 200);
    site.wait(40s);
    QVERIFY(site.state() == DeviceState::Lapsed);
    QCOMPARE(site.device().reason, (Note{NoteCode::RegistrationLapsed, QStringLiteral("100"), {}}));
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 2)), 403);
    QVERIFY(site.state() == DeviceState::Lapsed);
    QCOMPARE(site.device().beats, 1);
}

void tst_DeviceStore::gapsAndMedian()
{
    Site site;
    QCOMPARE(site.login(), 200);
    int sn = 0;
    for (const auto gap : {5s, 60s, 61s, 59s, 180s - 1s, 60s}) {
        site.wait(gap);
        QCOMPARE(site.status(site.keepalive("34020000001320000001", ++sn)), 200);
    }
    const DeviceSnapshot device = site.device();
    QCOMPARE(device.beats, 6);
    QVERIFY(device.medianInterval == 60s);
    QVERIFY(device.lastGap == 60s);
    QCOMPARE(device.misses, 2);
}

void tst_DeviceStore::eventsComeInTheirOrder()
{
    Site site;
    QCOMPARE(site.login(), 200);
    site.wait(400s);
    const Batch batch = site.analysis.take(site.clock.now());
    QList<DeviceState> states;
    QList<Duration> times;
    const TimePoint start = ManualClock().now();
    for (const Event &event : batch.events) {
        if (const auto *change = std::get_if<StateChange>(&event)) {
            states.append(change->state);
            times.append(change->at - start);
        }
    }
    QCOMPARE(states,
        (QList<DeviceState>{DeviceState::Registering, DeviceState::Online, DeviceState::Late, DeviceState::Offline}));
    QVERIFY(times == (QList<Duration>{0s, 0s, 66s, 180s})); // the moments themselves, not that of the look
    QCOMPARE(batch.devices.size(), 1);
    QCOMPARE(batch.messages.size(), 4);
    QVERIFY(site.analysis.take(site.clock.now()).empty());
}

void tst_DeviceStore::devicesComeInPortions()
{
    Site site;
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(site.login({.id = "3402000000132000000" + QByteArray::number(i)}), 200);
    QCOMPARE(site.analysis.take(site.clock.now(), 0).devices.size(), 0);
    QStringList ids;
    for (const int count : {2, 2, 1}) {
        QVERIFY(site.analysis.devices().hasChangedDevices());
        const Batch batch = site.analysis.take(site.clock.now(), 2);
        QCOMPARE(batch.devices.size(), count);
        for (const DeviceSnapshot &device : batch.devices)
            ids.append(device.id);
    }
    QVERIFY(!site.analysis.devices().hasChangedDevices());
    QCOMPARE(ids.size(), 5);
    QCOMPARE(ids.removeDuplicates(), 0);
}

void tst_DeviceStore::aFailedRefreshDoesNotEndTheRegistration()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(site.login({.callId = "intruder"}, "guess", endpoint("192.168.1.99", 5060)), 401);
    QVERIFY(phase(site) == DeviceFacts::Phase::Registered);
    QVERIFY(site.device().problem.code != NoteCode::WrongPassword); // that somebody else guesses is not its fault
    QCOMPARE(site.device().address, site.camera);
    QCOMPARE(site.login({.callId = "again"}, "guess", site.camera), 401);
    QVERIFY(phase(site) == DeviceFacts::Phase::Registered);
    QVERIFY(site.device().problem.code == NoteCode::WrongPassword);
}

void tst_DeviceStore::whichPasswordItIs()
{
    Site site;
    const auto told = [&](const QByteArray &password, const QByteArray &callId) {
        site.login({.callId = callId}, password);
        return wording::note(site.device().reason);
    };
    QCOMPARE(told("admin123", "1"), QStringLiteral("wrong password")); // nothing to compare with
    site.analysis.devices().setKnownPasswords("12345678", {"wvp_sip", "admin123"});
    QVERIFY(!site.analysis.devices().compareRefused(8, site.clock.now()));
    QCOMPARE(wording::note(site.device().reason),
        QStringLiteral("wrong password: the device uses password 2 of the list")); // the past as well
    QCOMPARE(told("admin123", "2"), QStringLiteral("wrong password: the device uses password 2 of the list"));
    QCOMPARE(told("12345678 ", "3"),
        QStringLiteral("wrong password: the device uses the server's own password, with a trailing space"));
    QCOMPARE(
        told("WVP_SIP", "4"), QStringLiteral("wrong password: the device uses password 1 of the list, in upper case"));
    QCOMPARE(told("something", "5"),
        QStringLiteral("none of the 3 known passwords fits its digest, in any of the tried ways"));
    for (const DeviceSnapshot &device : site.analysis.devices().snapshots()) {
        for (const char *secret : {"admin123", "12345678", "wvp_sip"})
            QVERIFY(!wording::note(device.reason).contains(QLatin1String(secret), Qt::CaseInsensitive));
    }
    QCOMPARE(site.login({.callId = "6"}), 200);
    QVERIFY(site.device().verdict.state == DeviceState::Online);
}

void tst_DeviceStore::guessesAreBounded()
{
    Site site;
    const auto refuse = [&](int i) {
        const QByteArray id = "3402000000132" + QByteArray::number(i).rightJustified(7, '0');
        const Endpoint own{QHostAddress(0xc0a80200U + static_cast<quint32>(i)), 5060}; // answers that refuse are
                                                                                       // counted by address
        QCOMPARE(site.login({.id = id, .callId = id}, "admin123", own), 401);
    };
    const auto known = [&] {
        const auto all = site.analysis.devices().snapshots();
        return std::count_if(all.begin(), all.end(),
            [](const DeviceSnapshot &device) { return device.reason.code == NoteCode::PasswordKnown; });
    };
    site.analysis.devices().setKnownPasswords({}, {"admin123"});
    for (int i = 0; i < 50; ++i)
        refuse(i);
    QCOMPARE(known(), DeviceStore::maxGuesses); // all within one second
    site.wait(1s);
    refuse(50);
    QCOMPARE(known(), DeviceStore::maxGuesses + 1);
    site.analysis.devices().setKnownPasswords({}, {"admin123"}); // the past: in portions
    QVERIFY(site.analysis.devices().compareRefused(10, site.clock.now()));
    QVERIFY(known() < 51);
    while (site.analysis.devices().compareRefused(10, site.clock.now()))
        ;
    QCOMPARE(known(), 51);
}

void tst_DeviceStore::somebodyElsesCapture()
{
    // A platform that we never were: only heartbeats and its answers are seen
    Site site;
    const QByteArray beat = site.keepalive();
    const auto feed = [&](const QByteArray &octets, bool fromCamera) {
        site.analysis.observe({.at = site.clock.now(),
            .from = fromCamera ? site.camera : site.server,
            .to = fromCamera ? site.server : site.camera,
            .octets = octets});
    };
    feed(beat, true);
    QVERIFY(site.state() == DeviceState::Unknown);
    feed(writeReply(scanHead(view(beat)), site.camera, {.status = 200}), false);
    QVERIFY(site.state() == DeviceState::Online);
    QVERIFY(site.device().reason.code == NoteCode::HeartbeatOnly);
    QVERIFY(!site.device().registeredSince);
    QVERIFY(!site.device().expiresAt());
    site.wait(180s);
    QVERIFY(site.state() == DeviceState::Offline);
}

void tst_DeviceStore::oddBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("beats");
    QTest::addColumn<NoteCode>("problem");
    const QByteArray notify = "<Notify><CmdType>Keepalive</CmdType><SN>1</SN><DeviceID>34020000001320000001</"
                              "DeviceID><Status>%1</Status></Notify>";
    QTest::newRow("Status ERROR is a heartbeat still")
        << QByteArray(notify).replace("%1", "ERROR") << 200 << 1 << NoteCode::BadStatus;
    QTest::newRow("UTF-8 under the name GB2312")
        << "<?xml version=\"1.0\" encoding=\"GB2312\"?>" + QByteArray(notify).replace("%1", "\xe6\xad\xa3") << 200 << 1
        << NoteCode::BadStatus;
    QTest::newRow("XML that breaks off") << notify.left(60) << 400 << 0 << NoteCode::BrokenBody;
    QTest::newRow("no XML at all") << QByteArray("keepalive") << 400 << 0 << NoteCode::BrokenBody;
    QTest::newRow("another CmdType") << QByteArray(notify).replace("Keepalive", "Alarm").replace("%1", "OK") << 200 << 0
                                     << NoteCode::None;
}

void tst_DeviceStore::oddBodies()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const int, beats);
    QFETCH(const NoteCode, problem);
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(site.status(site.message("34020000001320000001", body)), status);
    QCOMPARE(site.device().beats, beats);
    QVERIFY2(site.device().problem.code == problem, qPrintable(QString::number(int(site.device().problem.code))));
}

void tst_DeviceStore::aStuckReaderCostsNoMemory()
{
    Analysis analysis;
    const Datagram datagram{.at = ManualClock().now(),
        .from = endpoint("10.0.0.1", 1),
        .to = endpoint("10.0.0.2", 2),
        .octets = "\r\n\r\n"};
    for (qsizetype i = 0; i < Analysis::maxUntaken + 7; ++i)
        analysis.observe(datagram);
    const Batch batch = analysis.take(datagram.at);
    QCOMPARE(batch.messages.size(), Analysis::maxUntaken);
    QCOMPARE(batch.counters.unlisted, 7U);
    QCOMPARE(batch.counters.messages, static_cast<quint64>(Analysis::maxUntaken) + 7);
    analysis.observe(datagram);
    QCOMPARE(analysis.take(datagram.at).messages.size(), 1);
}

void tst_DeviceStore::floodOfIds()
{
    Site site;
    QCOMPARE(site.login(), 200);
    for (int i = 0; i < DeviceStore::capacity + 500; ++i)
        site.send(site.registerText(
            {.id = "3402000000132" + QByteArray::number(1000000 + i), .callId = QByteArray::number(i)}));
    QCOMPARE(site.analysis.devices().snapshots().size(), DeviceStore::capacity);
    QVERIFY(site.state() == DeviceState::Online); // who is registered stays
    const Batch batch = site.analysis.take(site.clock.now());
    QCOMPARE(batch.gone.size(), 501);
}

void tst_DeviceStore::anOwnPolicyJudgesOneDevice()
{
    const QString one = QStringLiteral("34020000001320000001"), two = QStringLiteral("34020000001320000002");
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(
        site.login({.id = "34020000001320000002", .callId = "2@camera"}, "12345678", endpoint("192.168.1.65", 5060)),
        200);
    site.wait(25s);
    site.analysis.devices().setOverrides({{one, HeartbeatPolicy{10s, 2}}}, site.clock.now());
    QVERIFY(site.state(one) == DeviceState::Offline); // at once
    QCOMPARE(
        site.device(one).reason, (Note{NoteCode::NeverBeaten, QStringLiteral("20"), QStringLiteral("10 s \u00d7 2")}));
    QVERIFY(site.device(one).ownPolicy);
    QCOMPARE(site.device(one).policy, (HeartbeatPolicy{10s, 2}));
    QVERIFY(site.state(two) == DeviceState::Online);
    QVERIFY(!site.device(two).ownPolicy);
    QCOMPARE(site.device(two).policy, (HeartbeatPolicy{60s, 3}));
    // It stays when the common one changes, and its deadlines are its own
    site.analysis.setPolicy({30s, 10}, site.clock.now());
    QCOMPARE(site.device(one).policy, (HeartbeatPolicy{10s, 2}));
    QCOMPARE(site.status(site.keepalive()), 200);
    site.wait(20s - 1us);
    QVERIFY(site.state(one) == DeviceState::Late);
    site.wait(1us);
    QVERIFY(site.state(one) == DeviceState::Offline);
    QCOMPARE(site.status(site.keepalive("34020000001320000001", 2)), 200);
    QCOMPARE(site.device(one).misses, 3); // of 25 s and of 20 s, seen with 10 s
    site.analysis.devices().setOverrides({}, site.clock.now());
    QVERIFY(!site.device(one).ownPolicy);
    QCOMPARE(site.device(one).policy, (HeartbeatPolicy{30s, 10}));
    QCOMPARE(site.device(one).misses, 0);
    site.wait(299s);
    QVERIFY(site.state(one) == DeviceState::Late);
}

void tst_DeviceStore::anOwnPolicyWaitsForItsDevice()
{
    Site site;
    site.analysis.setOverrides({{QStringLiteral("34020000001320000001"), {10s, 2}}}, site.clock.now());
    QCOMPARE(site.login(), 200);
    QVERIFY(site.device().ownPolicy);
    site.wait(20s);
    QVERIFY(site.state() == DeviceState::Offline);
}

void tst_DeviceStore::overridesAreToldAndBounded()
{
    Site site;
    const auto told = [&site] {
        QStringList lines;
        for (const Event &event : site.analysis.take(site.clock.now()).events) {
            if (const auto *change = std::get_if<OverrideChange>(&event))
                lines << change->device
                        + (change->policy ? QStringLiteral(" %1 x %2")
                                                .arg(change->policy->interval.count())
                                                .arg(change->policy->timeoutCount)
                                          : QStringLiteral(" none"));
        }
        lines.sort();
        return lines;
    };
    const HeartbeatOverrides two{{QStringLiteral("a"), {10s, 2}}, {QStringLiteral("b"), {20s, 2}}};
    site.analysis.setOverrides(two, site.clock.now());
    QCOMPARE(told(), (QStringList{QStringLiteral("a 10 x 2"), QStringLiteral("b 20 x 2")}));
    site.analysis.setOverrides(two, site.clock.now());
    QVERIFY(told().isEmpty());
    site.analysis.setOverrides({{QStringLiteral("b"), {30s, 2}}}, site.clock.now());
    QCOMPARE(told(), (QStringList{QStringLiteral("a none"), QStringLiteral("b 30 x 2")}));
    HeartbeatOverrides many;
    for (int i = 0; i < DeviceStore::maxOverrides + 10; ++i)
        many.insert(QString::number(i), {10s, 2});
    site.analysis.setOverrides(many, site.clock.now());
    QCOMPARE(site.analysis.devices().overrides().size(), DeviceStore::maxOverrides);
}

/// Where nobody looks at the past: as much is known of the present.
/// A channel has no row. Who else could have been meant, where two devices share an address, is not guessed.
void tst_DeviceStore::callsOfChannelsBelongToTheDeviceAtTheirAddress()
{
    const QByteArray channel = "34020000001310000011";
    Script script;
    const auto call = [&script, &channel] {
        const Script::Request invite{.method = "INVITE",
            .uri = "sip:" + channel + "@192.168.1.64:5060",
            .user = Script::serverId,
            .to = channel,
            .callId = "call" + QByteArray::number(++script.branches),
            .via = "UDP 192.168.1.10:5060",
            .contact = "sip:34020000002000000001@192.168.1.10:5060",
            .more = {}};
        script.ask(invite);
        const QString asked = script.trace.device;
        script.answer(script.last, "200 OK", {}, true);
        return QStringList{asked, script.trace.device};
    };
    QCOMPARE(call(), (QStringList{QString(), QString()})); // nobody is registered there
    script.login();
    const DeviceSnapshot before = script.analysis.devices().snapshots().constFirst();
    const QString device = QString::fromLatin1(Script::id);
    QCOMPARE(call(), (QStringList{device, device}));
    QCOMPARE(script.analysis.devices().snapshots().size(), 1); // and the channel is no device
    QCOMPARE(script.analysis.devices().snapshots().constFirst().verdict.state, before.verdict.state);
    script.login({.user = "34020000001320000002", .callId = "2@camera"});
    QCOMPARE(call(), (QStringList{QString(), QString()}));
    script.login({.user = "34020000001320000002", .callId = "2@camera", .cseq = 5, .more = "Expires: 0\r\n"});
    QCOMPARE(call(), (QStringList{device, device}));
}

void tst_DeviceStore::shortHistoriesAreBounded()
{
    Site site;
    DeviceStore &devices = site.analysis.devices();
    devices.keepShortHistories();
    QCOMPARE(site.login(), 200);
    const QString id = QStringLiteral("34020000001320000001");
    qsizetype most = 0;
    for (int sn = 1; sn <= 1000; ++sn) {
        site.wait(std::chrono::seconds(60));
        if (sn % 50 == 0)
            QCOMPARE(site.login(), 200); // the registration lasts
        site.send(site.keepalive(id.toLatin1(), sn, "beat" + QByteArray::number(sn)));
        most = std::max(most, devices.history(id)->entries().size());
    }
    QCOMPARE(most, DeviceStore::shortHistory(1));
    QCOMPARE(devices.history(id)->beats(), 1000);
    QCOMPARE(devices.history(id)->forgotten() + devices.history(id)->entries().size() > 1000, true);
    QCOMPARE(devices.snapshots().constFirst().beats, 1000);
    QCOMPARE(devices.snapshots().constFirst().medianInterval, Duration(std::chrono::seconds(60)));
    for (const qsizetype fleet : {1, 2'000, 10'000})
        QVERIFY(DeviceStore::shortHistory(fleet) - DeviceStore::shortHistory(fleet) / 10 >= 101); // for the median
}

QTEST_GUILESS_MAIN(tst_DeviceStore)
#include "tst_devicestore.moc"
