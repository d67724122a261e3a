#include "tests/support/corpus.h"
#include "tests/support/simulatedsite.h"

#include <QRandomGenerator>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// A simulated device before whatever a network brings: nothing breaks it, and what it keeps has bounds.
class tst_SimulatorHostile : public QObject
{
    Q_OBJECT
private slots:
    void hostileBodies_data();
    void hostileBodies();
    void recordedMessages();
    void randomChanges();
    void stateIsBounded();
    void aFloodOfQueries();
    void nothingLeavesForElsewhere();

private:
    static void checkBounds(SimulatedSite &site);
};

void tst_SimulatorHostile::checkBounds(SimulatedSite &site)
{
    SimulatedDevice &device = site.sim();
    QVERIFY(device.transactions().size() <= SimulatedDevice::limits.transactions);
    QVERIFY(device.subscriptions() <= Subscriptions::maxSubscriptions);
    QVERIFY(device.letters() <= Mailbox::maxLetters);
    QVERIFY(device.model().units() <= DeviceModel::maxUnits);
}

void tst_SimulatorHostile::hostileBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &body, int status) {
        QTest::newRow(name) << body << status;
    };
    row("DTD",
        "<!DOCTYPE a [<!ENTITY b "
        "\"c\">]><Query><CmdType>DeviceInfo</CmdType><SN>1</SN><DeviceID>34020000001180000001</DeviceID>&b;</Query>",
        400);
    row("deep", QByteArray("<a>").repeated(1000) + QByteArray("</a>").repeated(1000), 400);
    row("wide", "<Query><CmdType>DeviceInfo</CmdType><SN>1</SN>" + QByteArray("<x/>").repeated(10'000) + "</Query>",
        400);
    row("large", "<Query><CmdType>DeviceInfo</CmdType><SN>1</SN><x>" + QByteArray(65'000, 'x') + "</x></Query>", 404);
    row("no end", "<Query><CmdType>DeviceInfo</CmdType>", 400);
    row("octets", QByteArray("<Query>\xff\xfe\x01\x00</Query>", 18), 400);
    row("SN is none", SimulatedSite::body("Query", "DeviceInfo", 1).replace("<SN>1", "<SN>one"), 400);
    row("SN is huge", SimulatedSite::body("Query", "DeviceInfo", 1).replace("<SN>1", "<SN>9223372036854775807"), 200);
    row("no DeviceID", SimulatedSite::body("Query", "DeviceInfo", 1).replace("34020000001180000001", ""), 404);
    row("long DeviceID",
        SimulatedSite::body("Query", "Catalog", 1).replace("34020000001180000001", QByteArray(5000, '9')), 404);
    row("PTZ", SimulatedSite::body("Control", "DeviceControl", 1, "<PTZCmd>" + QByteArray(5000, 'A') + "</PTZCmd>"),
        200);
    row("twenty controls",
        SimulatedSite::body("Control", "DeviceControl", 1, QByteArray("<RecordCmd>Record</RecordCmd>").repeated(20)),
        200);
    row("types without end",
        SimulatedSite::body(
            "Query", "ConfigDownload", 1, "<ConfigType>" + QByteArray("BasicParam/").repeated(4000) + "</ConfigType>"),
        200);
    row("records for ever",
        SimulatedSite::body("Query", "RecordInfo", 1,
            "<StartTime>0001-01-01T00:00:00</StartTime><EndTime>9999-12-31T23:59:59</EndTime>"),
        200);
    row("an area of nothing",
        SimulatedSite::body("Control", "DeviceControl", 1,
            "<DragZoomIn><Length>1e308</Length><Width>-1</Width><LengthX>0</LengthX></DragZoomIn>"),
        200);
    row("markup in a name",
        SimulatedSite::body(
            "Control", "DeviceConfig", 1, "<BasicParam><Name>&lt;/Name&gt;&amp;&#10;x</Name></BasicParam>"),
        200);
}

void tst_SimulatorHostile::hostileBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    SimulatedSite site;
    site.registered().ask(body);
    const QList<QByteArray> came = site.take();
    QVERIFY(!came.isEmpty());
    QCOMPARE(SimulatedSite::statusOf(came.first()), status);
    site.wait(1min);
    checkBounds(site);
    const QList<XmlElement> after = site.answersTo(SimulatedSite::body("Query", "DeviceInfo", 2));
    QCOMPARE(after.size(), 1); // it goes on, and what it was told does not break its answers
}

void tst_SimulatorHostile::recordedMessages()
{
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    for (const HostileFile &file : gb28181Files(QStringLiteral("dat|tmpl")) + rfc4475Files() + protosFiles()) {
        site.deliver(file.octets());
        site.wait(1ms);
        site.take();
    }
    checkBounds(site);
    site.wait(40s);
    QCOMPARE(site.answersTo(SimulatedSite::body("Query", "DeviceInfo", 2)).size(), 1);
}

/// Good requests with octets that were changed, cut and doubled.
void tst_SimulatorHostile::randomChanges()
{
    const QList<QByteArray> seeds{SimulatedSite::body("Query", "Catalog", 1),
        SimulatedSite::body("Query", "RecordInfo", 1,
            "<StartTime>2026-03-01T00:00:00</StartTime><EndTime>2026-03-02T00:00:00</EndTime><Type>all</Type>"),
        SimulatedSite::body("Control", "DeviceControl", 1, "<PTZCmd>A50F010180000036</PTZCmd>"),
        SimulatedSite::body("Control", "DeviceControl", 1,
            "<HomePosition><Enabled>1</Enabled><ResetTime>120</ResetTime><PresetIndex>3</PresetIndex></HomePosition>"),
        SimulatedSite::body("Control", "DeviceConfig", 1,
            "<BasicParam><HeartBeatInterval>30</HeartBeatInterval><Expiration>3600</Expiration></BasicParam>"),
        SimulatedSite::body("Query", "MobilePosition", 1, "<Interval>5</Interval>")};
    QRandomGenerator random(28181);
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    for (int round = 0; round < 6000; ++round) {
        QByteArray body = seeds.at(random.bounded(seeds.size()));
        for (int change = random.bounded(4); change > 0 && !body.isEmpty(); --change) {
            const qsizetype at = random.bounded(body.size());
            switch (random.bounded(4)) {
            case 0: body[at] = static_cast<char>(random.bounded(256)); break;
            case 1: body.remove(at, random.bounded(20)); break;
            case 2: body.insert(at, body.mid(random.bounded(body.size()), random.bounded(40))); break;
            default: body.insert(at, QByteArray::number(random.generate64())); break;
            }
        }
        const bool subscribes = random.bounded(4) == 0;
        site.request(
            subscribes ? "SUBSCRIBE" : "MESSAGE", body, {}, subscribes ? "Event: presence\r\nExpires: 20\r\n" : "");
        if (round % 50 == 0)
            site.wait(2s);
        site.take();
        checkBounds(site);
    }
    site.wait(1h);
    QCOMPARE(site.sim().subscriptions(), 0U);
}

void tst_SimulatorHostile::stateIsBounded()
{
    DeviceBehaviour behaviour = SimulatedSite::edition2022();
    behaviour.channels = 10'000;
    SimulatedSite site(behaviour);
    site.registered();
    for (int channel = 1; channel <= 2000; ++channel) {
        const QByteArray id = "3402000000131" + QByteArray::number(channel).rightJustified(7, '0');
        site.ask(SimulatedSite::body("Control", "DeviceControl", channel, "<PTZCmd>A50F01810005003B</PTZCmd>", id));
        if (channel % 100 == 0)
            site.wait(40s);
        site.take();
    }
    QCOMPARE(site.sim().model().units(), DeviceModel::maxUnits);
    PtzHead head;
    for (int group = 0; group < 256; ++group) {
        for (int preset = 1; preset < 256; ++preset) {
            head.obey({.action = PtzAction::PresetSet, .preset = preset}, site.now(), QString(1000, u'x'));
            head.obey({.action = PtzAction::CruiseAdd, .preset = preset, .group = group}, site.now());
        }
        head.obey({.action = PtzAction::ScanLeft, .group = group}, site.now());
    }
    QCOMPARE(head.presets().size(), 255U);
    QCOMPARE(head.presets().begin()->second.name.size(), 32);
    QCOMPARE(head.cruises().size(), PtzHead::maxTracks);
    QCOMPARE(head.cruises().begin()->second.points.size(), PtzHead::maxPoints);
    // A cruise for a day is as quick as one for a second
    head.obey({.action = PtzAction::CruiseDwell, .group = 0, .value = 0}, site.now());
    head.obey({.action = PtzAction::CruiseStart, .group = 0}, site.now());
    head.position(site.now() + 240h);
}

void tst_SimulatorHostile::aFloodOfQueries()
{
    DeviceBehaviour behaviour;
    behaviour.channels = 10'000;
    SimulatedSite site(behaviour);
    site.registered().answers = false;
    for (int round = 0; round < 3000; ++round) {
        site.ask(SimulatedSite::body("Query", "Catalog", round + 1));
        checkBounds(site);
    }
    site.take();
    site.wait(2min); // nobody answered: its Responses are given up
    QCOMPARE(site.sim().letters(), 0U);
    site.answers = true;
    site.wait(10min);
    QVERIFY(site.sim().isRegistered());
}

/// Whatever Contact, Via or Record-Route say: SimulatedSite checks each address.
void tst_SimulatorHostile::nothingLeavesForElsewhere()
{
    SimulatedSite site;
    site.registered();
    const QByteArray body = SimulatedSite::body("Query", "Catalog", 1);
    site.deliver("SUBSCRIBE sip:34020000001180000001@10.0.0.9 SIP/2.0\r\nVia: SIP/2.0/UDP "
                 "10.9.9.9:5060;branch=z9hG4bKa;maddr=10.9.9.8\r\n"
                 "Record-Route: <sip:10.9.9.7;lr>\r\nFrom: <sip:a@10.9.9.6>;tag=1\r\nTo: "
                 "<sip:34020000001180000001@x>\r\nCall-ID: e\r\n"
                 "CSeq: 1 SUBSCRIBE\r\nContact: <sip:a@10.9.9.5:7>\r\nEvent: Catalog\r\nExpires: 60\r\n"
                 "Content-Type: Application/MANSCDP+xml\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    site.wait(70s);
    QVERIFY(site.take().size() >= 3);
}

QTEST_APPLESS_MAIN(tst_SimulatorHostile)
#include "tst_simulatorhostile.moc"
