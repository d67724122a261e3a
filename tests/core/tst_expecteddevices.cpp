#include "core/report/words/wording.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Devices that shall come, in time that the test moves.
class tst_ExpectedDevices : public QObject
{
    Q_OBJECT
private slots:
    void aRowBeforeTheyCome();
    void whoIsNotExpectedAnyMore();
    void waitingBeginsWithTheRecord();
    void whoStaysSilentIsAFinding();
    void theyDoNotMakeRoom();
    void tenThousand();
};

static const QString first = QStringLiteral("34020000001320000001"), second = QStringLiteral("34020000001320000002");

/// Snapshots and departures since it was last asked.
static Batch news(Site &site)
{
    return site.analysis.take(site.clock.now());
}

void tst_ExpectedDevices::aRowBeforeTheyCome()
{
    Site site;
    DeviceStore &store = site.analysis.devices();
    store.setExpected(
        {{first, QStringLiteral("Gate 7"), QStringLiteral("192.168.1.64")}, {second, {}, {}}}, site.clock.now());
    QVERIFY(store.isExpected(first) && store.isExpected(second)
        && !store.isExpected(QStringLiteral("34020000001320000003")));
    Batch batch = news(site);
    QCOMPARE(batch.devices.size(), 2);
    QCOMPARE(batch.events.size(), 2);
    QVERIFY(std::get<StateChange>(batch.events.constFirst()).reason.code == NoteCode::NotComeYet);
    DeviceSnapshot device = site.device();
    QVERIFY(device.verdict.state == DeviceState::NeverSeen && device.expected && device.isMissing());
    QCOMPARE(device.name, QStringLiteral("Gate 7"));
    QCOMPARE(device.reason, (Note{NoteCode::NotComeYet, QStringLiteral("192.168.1.64"), {}}));
    site.wait(5min);
    QCOMPARE(wording::sentence(site.device(), site.clock.now()),
        QStringLiteral("not seen yet \u00b7 waited for 5 min \u00b7 expected at 192.168.1.64"));
    QCOMPARE(wording::sentence(site.device(second), site.clock.now()),
        QStringLiteral("not seen yet \u00b7 waited for 5 min"));
    // One that comes is as any other, and keeps its name
    QCOMPARE(site.login(), 200);
    QVERIFY(site.state() == DeviceState::Online && !site.device().isMissing() && site.device().expected);
    QCOMPARE(site.device().name, QStringLiteral("Gate 7"));
    QVERIFY(site.device(second).isMissing());
    // The list again: nobody comes into being twice, who waits waits on, and who is there is judged as before
    site.wait(3min);
    QVERIFY(site.state() == DeviceState::Offline);
    news(site);
    store.setExpected({{first, QStringLiteral("Gate 8"), {}}, {second, {}, {}}}, site.clock.now());
    batch = news(site);
    QVERIFY(batch.events.isEmpty());
    QCOMPARE(store.snapshots().size(), 2);
    QVERIFY(site.state() == DeviceState::Offline);
    QCOMPARE(site.device().name, QStringLiteral("Gate 8"));
    QCOMPARE(wording::sentence(site.device(second), site.clock.now()),
        QStringLiteral("not seen yet \u00b7 waited for 8 min"));
}

void tst_ExpectedDevices::whoIsNotExpectedAnyMore()
{
    Site site;
    DeviceStore &store = site.analysis.devices();
    store.setExpected({{first, QStringLiteral("Gate"), {}}, {second, QStringLiteral("Yard"), {}}}, site.clock.now());
    QCOMPARE(site.login(), 200);
    news(site);
    site.wait(181s);
    news(site);
    store.setExpected({}, site.clock.now());
    const Batch batch = news(site);
    QCOMPARE(batch.gone, QStringList{second});
    QCOMPARE(batch.devices.size(), 1);
    QCOMPARE(store.snapshots().size(), 1);
    QVERIFY(!store.isExpected(first));
    QVERIFY(site.state() == DeviceState::Offline); // and not judged by another time
    QVERIFY(batch.events.isEmpty());
    QVERIFY(site.device().name.isEmpty() && !site.device().expected);
    store.setExpected({{second, {}, {}}}, site.clock.now()); // a row made anew
    QVERIFY(site.device(second).isMissing());
}

void tst_ExpectedDevices::waitingBeginsWithTheRecord()
{
    Site site;
    site.analysis.devices().setExpected({{second, {}, {}}}, {});
    QCOMPARE(wording::sentence(site.device(second), site.clock.now()), QStringLiteral("not seen yet"));
    QCOMPARE(site.login(), 200);
    site.wait(2min);
    QCOMPARE(wording::sentence(site.device(second), site.clock.now()),
        QStringLiteral("not seen yet \u00b7 waited for 2 min"));
    const QString third = QStringLiteral("34020000001320000003");
    site.analysis.devices().setExpected({{third, {}, {}}}, {}); // behind the end of a file
    QCOMPARE(wording::sentence(site.device(third), site.clock.now()),
        QStringLiteral("not seen yet \u00b7 waited for 2 min"));
}

void tst_ExpectedDevices::whoStaysSilentIsAFinding()
{
    const auto silent = [](Site &site) {
        QStringList devices;
        for (const Finding &one : news(site).findings) {
            if (one.code == FindingCode::ExpectedSilent)
                devices << one.device;
        }
        return devices;
    };
    Site live, file;
    live.analysis.setExpected({{first, {}, {}}, {second, {}, {}}}, live.clock.now());
    QCOMPARE(live.login(), 200);
    live.wait(179s);
    QVERIFY(silent(live).isEmpty());
    live.wait(1s);
    QCOMPARE(silent(live), QStringList{second});
    file.analysis.setExpected({{first, {}, {}}, {second, {}, {}}}, {}); // ahead of the first message: its clock is not
                                                                        // known
    QCOMPARE(file.login(), 200);
    file.wait(179s);
    QVERIFY(silent(file).isEmpty());
    file.wait(1s);
    QCOMPARE(silent(file), QStringList{second});
    const QString third = QStringLiteral("34020000001320000003");
    file.analysis.setExpected({{first, {}, {}}, {third, {}, {}}}, {});
    file.wait(0s);
    QVERIFY(silent(file).contains(third)); // it was waited for all the time
}

void tst_ExpectedDevices::theyDoNotMakeRoom()
{
    Site site;
    site.analysis.devices().setExpected({{first, {}, {}}}, site.clock.now());
    for (int i = 0; i < DeviceStore::capacity + 10; ++i)
        site.analysis.observe({.at = site.clock.now(),
            .from = site.camera,
            .to = site.server,
            .octets = site.registerText({.id = "3402000000118" + QByteArray::number(1'000'000 + i)})});
    QCOMPARE(site.analysis.devices().snapshots().size(), DeviceStore::capacity);
    QVERIFY(site.device().isMissing());
}

void tst_ExpectedDevices::tenThousand()
{
    Site site;
    DeviceStore &store = site.analysis.devices();
    QList<ExpectedDevice> list;
    for (int i = 1; i <= DeviceStore::capacity; ++i)
        list.append({QStringLiteral("3402000000132%1").arg(i, 7, 10, QLatin1Char('0')), {}, {}});
    QCOMPARE(site.login({.id = "34020000001180000009"}), 200);
    store.setExpected(list, site.clock.now());
    QCOMPARE(store.snapshots().size(), DeviceStore::capacity); // a registered device keeps its row, whoever is expected
    QVERIFY(site.state(QStringLiteral("34020000001180000009")) == DeviceState::Online);
    store.setExpected({}, site.clock.now());
    QCOMPARE(store.snapshots().size(), 1);
    QCOMPARE(news(site).gone.size(), DeviceStore::capacity - 1);
    store.setExpected(list.mid(1), site.clock.now());
    QCOMPARE(site.login({.id = "34020000001180000010"}), 200); // no room, and no harm
    QCOMPARE(store.snapshots().size(), DeviceStore::capacity);
}

QTEST_GUILESS_MAIN(tst_ExpectedDevices)
#include "tst_expecteddevices.moc"
