#include "tests/support/patientdevice.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

class tst_Loss : public QObject
{
    Q_OBJECT
private slots:
    void sameSeedSameDecisions();
    void tenMinutesOnABadLine_data();
    void tenMinutesOnABadLine();
    void withoutRetransmissionsDevicesGoOffline();
    void copiesUnderNewBranchesAreCountedEach();
    void anOutageTakesAllOfflineAndTheyComeBack();
};

namespace {

constexpr LineQuality bad{.loss = 100, .duplicates = 50, .delay = 200ms};
constexpr LineQuality dead{.loss = 1000};

/// Cameras at a site, and the line between.
class Fleet
{
public:
    Fleet(quint32 seed, LineQuality quality, PatientConfig config, int count = 50)
        : relay(queue, seed, quality)
    {
        site.analysis.keepSummaries(false);
        for (int number = 1; number <= count; ++number) {
            config.refreshesWithOldNonce = number % 2 == 0;
            devices.push_back(std::make_unique<PatientDevice>(
                number, config, queue, [this] { return site.clock.now(); },
                [this, number](const QByteArray &octets) { up(number, octets); }));
            queue.at(site.clock.now() + number * 20ms, [device = devices.back().get()] { device->start(); });
        }
    }

    void run(Duration time)
    {
        queue.runUntil(site.clock.now() + time, [this](TimePoint at) { site.wait(at - site.clock.now()); });
        for (const Event &event : site.analysis.take(site.clock.now()).events) {
            if (const auto *change = std::get_if<StateChange>(&event))
                ++changes[change->state];
        }
    }

    /// Beats of the device that reached the site, each counted once.
    qint64 arrived(const PatientDevice &device) const { return beats.value(device.id).size(); }
    int sum(int PatientDevice::*of) const
    {
        int all = 0;
        for (const auto &device : devices)
            all += *device.*of;
        return all;
    }
    /// Devices whose beats are not those that arrived.
    int miscounted()
    {
        int wrong = 0;
        for (const auto &device : devices)
            wrong += site.device(QString::fromLatin1(device->id)).beats == arrived(*device) ? 0 : 1;
        return wrong;
    }
    int online()
    {
        int count = 0;
        for (const DeviceSnapshot &device : site.analysis.devices().snapshots())
            count += device.verdict.state == DeviceState::Online || device.verdict.state == DeviceState::Late ? 1 : 0;
        return count;
    }

    Site site;
    EventQueue queue;
    LossyRelay relay;
    std::vector<std::unique_ptr<PatientDevice>> devices;
    QHash<QByteArray, QSet<QByteArray>> beats; ///< Call-IDs of the Keepalives that arrived, by device
    QMap<DeviceState, int> changes;

private:
    PatientDevice &deviceOf(int number) { return *devices.at(static_cast<std::size_t>(number - 1)); }

    void up(int number, const QByteArray &octets)
    {
        relay.send({.at = site.clock.now(), .from = deviceOf(number).here, .to = site.server, .octets = octets},
            [this, number](const Datagram &datagram) {
                const SipHead head = scanHead(view(datagram.octets));
                if (head.method == SipMethod::Message)
                    beats[deviceOf(number).id].insert(
                        QByteArray(head.callId.data(), static_cast<qsizetype>(head.callId.size())));
                for (const QByteArray &answer : site.send(datagram.octets, datagram.from))
                    down(number, answer);
            });
    }
    void down(int number, const QByteArray &octets)
    {
        relay.send({.at = site.clock.now(),
                       .from = site.server,
                       .to = deviceOf(number).here,
                       .direction = Direction::Out,
                       .octets = octets},
            [this, number](const Datagram &datagram) { deviceOf(number).receive(datagram.octets); });
    }
};

} // namespace

void tst_Loss::sameSeedSameDecisions()
{
    const auto arrivals = [](quint32 seed) {
        EventQueue queue;
        LossyRelay relay(queue, seed, bad);
        QByteArray order;
        for (int i = 0; i < 200; ++i)
            relay.send({.at = TimePoint(i * 20ms), .octets = QByteArray::number(i)},
                [&](const Datagram &datagram) { order += datagram.octets + ' '; });
        queue.runUntil(TimePoint(1h), [](TimePoint) {});
        return order;
    };
    QCOMPARE(arrivals(1), arrivals(1));
    QVERIFY(arrivals(1) != arrivals(2));
    const QList<QByteArray> order = arrivals(3).simplified().split(' ');
    QVERIFY(order.size() > 160 && order.size() < 210 && order.size() != 200);
    QVERIFY(QSet<QByteArray>(order.begin(), order.end()).size() < order.size()); // some twice
    QVERIFY(!std::is_sorted(
        order.begin(), order.end(), [](const QByteArray &a, const QByteArray &b) { return a.toInt() < b.toInt(); }));
}

void tst_Loss::tenMinutesOnABadLine_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void tst_Loss::tenMinutesOnABadLine()
{
    QFETCH(const quint32, seed);
    Fleet fleet(seed, bad, {.expires = 240s});
    fleet.run(10min);
    // The line was as bad as it was to be, and the devices had work with it
    QVERIFY(fleet.relay.lost > fleet.relay.sent / 20 && fleet.relay.doubled > fleet.relay.sent / 50);
    QVERIFY(fleet.sum(&PatientDevice::copies) > 100);
    // None is taken for gone, none is turned away
    for (const DeviceState state :
        {DeviceState::Offline, DeviceState::Lapsed, DeviceState::Unregistered, DeviceState::AuthFailed})
        QCOMPARE(fleet.changes.value(state), 0);
    QCOMPARE(fleet.online(), 50);
    QCOMPARE(fleet.sum(&PatientDevice::timeouts), 0);
    QCOMPARE(fleet.sum(&PatientDevice::refusals), 0);
    QCOMPARE(fleet.site.sip.withheld(), 0U);
    // A request is decided upon once, however often it comes
    QCOMPARE(fleet.sum(&PatientDevice::otherAnswers), 0);
    QCOMPARE(fleet.miscounted(), 0);
    for (const auto &device : fleet.devices) {
        const DeviceSnapshot snapshot = fleet.site.device(QString::fromLatin1(device->id));
        QVERIFY(device->beats >= 10 && snapshot.beats >= device->beats - 1);
        QVERIFY(snapshot.registrations >= device->logins && snapshot.registrations <= device->logins + 1
            && device->logins >= 5);
    }
}

void tst_Loss::withoutRetransmissionsDevicesGoOffline()
{
    Fleet fleet(1, {.loss = 600}, {.expires = 3600s, .retransmits = false});
    fleet.relay.setQuality({});
    fleet.run(30s);
    QCOMPARE(fleet.online(), 50);
    fleet.relay.setQuality({.loss = 600});
    fleet.run(10min);
    QVERIFY(fleet.changes.value(DeviceState::Offline) > 10);
    QCOMPARE(fleet.miscounted(), 0);
}

void tst_Loss::copiesUnderNewBranchesAreCountedEach()
{
    Fleet fleet(1, {.loss = 300}, {.branchForEachCopy = true});
    fleet.run(10min);
    QVERIFY(fleet.miscounted() > 0); // so that the other tests would see a beat counted twice
}

void tst_Loss::anOutageTakesAllOfflineAndTheyComeBack()
{
    Fleet fleet(5, bad, {});
    fleet.run(3min);
    QCOMPARE(fleet.online(), 50);
    QCOMPARE(fleet.changes.value(DeviceState::Offline), 0);
    fleet.relay.setQuality(dead);
    fleet.run(4min);
    QCOMPARE(fleet.changes.value(DeviceState::Offline), 50);
    QCOMPARE(fleet.online(), 0);
    QVERIFY(fleet.sum(&PatientDevice::timeouts) > 100);
    fleet.relay.setQuality(bad);
    fleet.run(3min);
    QCOMPARE(fleet.online(), 50);
    QCOMPARE(fleet.changes.value(DeviceState::Offline), 50); // once each
    QCOMPARE(fleet.miscounted(), 0);
    QCOMPARE(fleet.sum(&PatientDevice::refusals), 0);
    QCOMPARE(fleet.site.sip.withheld(), 0U);
}

QTEST_GUILESS_MAIN(tst_Loss)
#include "tst_loss.moc"
