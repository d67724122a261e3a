#include "core/base/clockwatch.h"
#include "core/devices/ownlink.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What a record lives on: the computer's network interfaces, and its clock.
class tst_LinkWatch : public QObject
{
    Q_OBJECT
private slots:
    void anAddressThatIsLost();
    void everyAddress();
    void anInterfaceWithoutAddresses();
    void loopbackIsNeverLost();
    void theSystemHasLinks();
    void lossesAreRemembered();
    void clockJumps();

private:
    struct Computer final : LinkSource
    {
        QList<InterfaceState> all{{QStringLiteral("lo"), {IpAddress(0x7f000001)}, true, true},
            {QStringLiteral("eth0"), {IpAddress(0xc0a8010f)}, true, false},
            {QStringLiteral("wlan0"), {IpAddress(0x0a000005)}, true, false}};
        QList<InterfaceState> links() const override { return all; }
    };
    ManualClock m_clock;
};

void tst_LinkWatch::anAddressThatIsLost()
{
    Computer computer;
    LinkWatch watch(m_clock, computer);
    watch.watchAddress(IpAddress(0xc0a8010f));
    QVERIFY(watch.look().isEmpty());
    computer.all[2].running = false; // another one
    m_clock.advance(2s);
    QVERIFY(watch.look().isEmpty());
    const TimePoint good = m_clock.now();
    m_clock.advance(2s);
    computer.all[1].running = false;
    const QList<LinkChange> lost = watch.look();
    QCOMPARE(lost.size(), 1);
    QVERIFY(!lost[0].up && lost[0].everything && lost[0].since == good && lost[0].at == m_clock.now());
    QCOMPARE(lost[0].name, QStringLiteral("eth0"));
    QVERIFY(watch.look().isEmpty()); // told once
    computer.all[1].running = true;
    computer.all[1].addresses = {IpAddress(0xc0a80110)}; // DHCP gave it another one
    QVERIFY(watch.look().isEmpty());
    computer.all[2].addresses = {IpAddress(0xc0a8010f)}; // by whatever interface it comes back
    computer.all[2].running = true;
    const QList<LinkChange> back = watch.look();
    QVERIFY(back.size() == 1 && back[0].up && back[0].everything);
    computer.all.removeAt(2);
    QCOMPARE(watch.look().size(), 1);
    const QList<LinkChange> end = watch.stop();
    QVERIFY(end.size() == 1 && end[0].up && !end[0].watched);
    QVERIFY(!watch.isWatching());
}

void tst_LinkWatch::everyAddress()
{
    Computer computer;
    LinkWatch watch(m_clock, computer);
    watch.watchAddress(IpAddress(0U));
    computer.all[1].running = false;
    const QList<LinkChange> one = watch.look();
    QVERIFY(one.size() == 1 && !one[0].up && !one[0].everything);
    QCOMPARE(one[0].addresses, QList<IpAddress>{IpAddress(0xc0a8010f)});
    computer.all[2].running = false;
    const QList<LinkChange> other = watch.look();
    QVERIFY(other.size() == 1 && other[0].everything);
    computer.all.append({QStringLiteral("usb0"), {IpAddress(0x0a010101)}, true, false}); // comes later
    QVERIFY(watch.look().isEmpty());
    computer.all.removeLast();
    QCOMPARE(watch.look().size(), 1);
    for (int i = 0; i < 100; ++i)
        computer.all.append(
            {QStringLiteral("veth%1").arg(i), {IpAddress(0x0a020000U + static_cast<quint32>(i))}, true, false});
    watch.look();
    computer.all.clear();
    QCOMPARE(watch.look().size(), static_cast<qsizetype>(LinkWatch::maxWatched) - 3);
}

void tst_LinkWatch::anInterfaceWithoutAddresses()
{
    Computer computer;
    computer.all[1].addresses.clear(); // of a mirror port
    LinkWatch watch(m_clock, computer);
    watch.watchInterface(QStringLiteral("eth0"));
    QVERIFY(watch.look().isEmpty());
    computer.all[1].running = false;
    QCOMPARE(watch.look().size(), 1);
    watch.watchInterface(QStringLiteral("usbmon0")); // the system does not list it
    QVERIFY(watch.look().isEmpty() && !watch.isWatching());
    watch.watchInterface(QStringLiteral("any"));
    computer.all.clear();
    QCOMPARE(watch.look().size(), 1); // wlan0 alone had an address
}

void tst_LinkWatch::loopbackIsNeverLost()
{
    Computer computer;
    LinkWatch watch(m_clock, computer);
    watch.watchAddress(IpAddress(0x7f000001));
    QVERIFY(!watch.isWatching());
    computer.all = {computer.all[0]};
    watch.watchAddress(IpAddress(0U));
    computer.all.clear();
    QVERIFY(watch.look().isEmpty());
}

void tst_LinkWatch::theSystemHasLinks()
{
    const QList<InterfaceState> links = SystemLinks().links();
    QVERIFY(std::any_of(links.begin(), links.end(), [](const InterfaceState &link) { return link.loopback; }));
}

void tst_LinkWatch::lossesAreRemembered()
{
    const TimePoint start = m_clock.now();
    const IpAddress a(0xc0a8010f), b(0x0a000005);
    const auto change = [&](bool up, const char *name, const IpAddress &address, bool all, Duration at) {
        return LinkChange{.up = up,
            .name = QString::fromLatin1(name),
            .addresses = {address},
            .everything = all,
            .since = start + at,
            .at = start + at};
    };
    OwnLink link;
    QVERIFY(!link.within(a, start, start + 1h));
    link.note(change(false, "eth0", a, false, 10s));
    QVERIFY(link.within(a, start, start + 10s) && link.within({}, start, start + 1h));
    QVERIFY(!link.within(b, start, start + 1h) && !link.within(a, start, start + 9s));
    link.note(change(false, "wlan0", b, true, 20s));
    QVERIFY(link.within(b, start + 30s, start + 30s));
    link.note(change(true, "eth0", a, true, 40s)); // the other one stays down
    QVERIFY(!link.within(a, start + 41s, start + 1h) && link.within(b, start + 41s, start + 1h));
    link.note(change(true, "wlan0", b, false, 50s));
    QVERIFY(!link.within(b, start + 51s, start + 1h) && link.within(b, start + 45s, start + 1h));
    for (int i = 0; i < 1000; ++i) {
        link.note(change(false, "eth0", a, true, std::chrono::minutes(i)));
        link.note(change(true, "eth0", a, true, std::chrono::minutes(i) + 30s));
    }
    QVERIFY(!link.within(b, start, start + 30s)); // the oldest are forgotten
}

void tst_LinkWatch::clockJumps()
{
    ManualClock clock;
    ClockWatch watch(clock);
    clock.advance(1h);
    QVERIFY(!watch.look());
    clock.setWallBy(3600s);
    QVERIFY(watch.look() == (ClockJump{clock.now(), 3600s}));
    QVERIFY(!watch.look()); // once
    clock.setWallBy(-7200s);
    QVERIFY(watch.look() == (ClockJump{clock.now(), -7200s}));
    for (int i = 0; i < 100; ++i) { // NTP makes it go slower
        clock.advance(2s);
        clock.setWallBy(-100ms);
        QVERIFY(!watch.look());
    }
}

QTEST_GUILESS_MAIN(tst_LinkWatch)
#include "tst_linkwatch.moc"
