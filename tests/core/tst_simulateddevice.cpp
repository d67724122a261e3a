#include "tests/support/simulatedsite.h"

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;
using Kind = DeviceHappening::Kind;

/// A simulated device by its clock: registration, heartbeat, restart, subscriptions, alarms.
class tst_SimulatedDevice : public QObject
{
    Q_OBJECT
private slots:
    void registersWithDigest();
    void qopAndOpaque();
    void wrongPasswordIsTriedAgain();
    void refreshesAheadOfItsExpiry();
    void unregisters();
    void repeatsByTimerE();
    void beats();
    void aLostServerIsRegisteredAnew();
    void aRefusedBeatMayRegisterAnew();
    void quirksOfHeartbeats();
    void teleBootTakesANewCallId();
    void strangersAreNotHeard();
    void whatSipWants();
    void repeatsAreAnsweredAlike();
    void subscribeCatalog();
    void subscribePosition();
    void subscribePtzPosition();
    void subscribeAlarm();
    void subscriptionsAreRefreshedAndEnd();
    void aSubscriberThatIsGone();
    void subscriptionsAreBounded();
    void alarms();
    void alarmsByThemselves();
    void silentSettingRegistersAnew();
    void manyDevices();

private:
    static void subscribe(SimulatedSite &site, const QByteArray &cmdType, int expires, const QByteArray &rest = {});
    static QByteArray notifyOf(const QList<QByteArray> &came, qsizetype number = 0);
};

static QByteArray headerOf(const QByteArray &octets, const char *name)
{
    const QList<QByteArray> values = headerValues(view(octets), name);
    return values.isEmpty() ? QByteArray() : values.first();
}

/// Requests of a method among what came.
static QList<QByteArray> only(const QList<QByteArray> &came, SipMethod method)
{
    QList<QByteArray> out;
    for (const QByteArray &octets : came) {
        const SipHead head = scanHead(view(octets));
        if (head.kind == SipKind::Request && head.method == method)
            out.append(octets);
    }
    return out;
}

void tst_SimulatedDevice::registersWithDigest()
{
    DeviceBehaviour behaviour = SimulatedSite::edition2022();
    behaviour.userAgent = QStringLiteral("IP Camera");
    SimulatedSite site(behaviour);
    site.start();
    const QList<QByteArray> came = site.take();
    QCOMPARE(came.size(), 2);
    const SipHead first = scanHead(view(came.at(0))), second = scanHead(view(came.at(1)));
    QCOMPARE(first.faults, 0U);
    QCOMPARE(second.faults, 0U);
    QVERIFY(first.authorization.empty() && !second.authorization.empty());
    QVERIFY(
        first.callId == second.callId && first.from.tag == second.from.tag && first.via.branch != second.via.branch);
    QCOMPARE(second.cseq, first.cseq + 1);
    QVERIFY(first.requestUri.text == "sip:34020000002000000001@3402000000" && first.from.uri == first.to.uri);
    QVERIFY(first.contact.uri.text == "sip:34020000001180000001@10.0.0.9:5061" && first.gbVersion == "3.0");
    QVERIFY(first.expires == 3600U && first.userAgent == "IP Camera");
    QVERIFY(site.sim().isRegistered());
    QCOMPARE(site.count(Kind::Registered), 1);
    DeviceBehaviour dahua;
    dahua.addressInFrom = true;
    SimulatedSite other(dahua);
    other.start();
    const QByteArray octets = other.take().first();
    QCOMPARE(bytes(scanHead(view(octets)).from.uri.text), QByteArray("sip:34020000001180000001@10.0.0.9:5061"));
    QVERIFY(scanHead(view(octets)).gbVersion.empty());
}

void tst_SimulatedDevice::qopAndOpaque()
{
    SimulatedSite site;
    site.answers = false;
    site.start();
    const QByteArray first = site.take().first();
    site.deliver(writeReply(scanHead(view(first)), SimulatedSite::device,
        {.status = 401,
            .headers = "WWW-Authenticate: Digest realm=\"hik\",qop=\"auth,auth-int\",nonce=\"n\",opaque=\"op\"\r\n"}));
    const QByteArray second = site.take().first();
    const DigestCredentials credentials = parseCredentials(scanHead(view(second)).authorization);
    QVERIFY(credentials.wellFormed && credentials.qop == "auth" && credentials.opaque == "op"
        && credentials.nc == "00000001");
    const QByteArray right = digestResponse(
        credentials, "REGISTER", std::string_view("12345678"), DigestFormula::QopAuth);
    QVERIFY(sameDigest(credentials.response, view(right)));
}

void tst_SimulatedDevice::wrongPasswordIsTriedAgain()
{
    SimulatedSite site({}, QStringLiteral("wrong"));
    site.start();
    QCOMPARE(site.count(Kind::Refused), 1);
    QCOMPARE(site.news.last().status, 403);
    site.take();
    site.wait(59s);
    QVERIFY(site.take().isEmpty());
    site.wait(2s);
    QCOMPARE(site.take().size(), 2); // challenged anew
    QCOMPARE(site.count(Kind::Refused), 2);
}

void tst_SimulatedDevice::refreshesAheadOfItsExpiry()
{
    SimulatedSite site;
    site.start();
    const QByteArray callId = bytes(scanHead(view(site.take().first())).callId);
    site.wait(2870s); // 80 % of 3600 s are 2880 s
    QVERIFY(only(site.take(), SipMethod::Register).isEmpty());
    site.wait(20s);
    const QList<QByteArray> again = only(site.take(), SipMethod::Register);
    QCOMPARE(again.size(), 2);
    QCOMPARE(bytes(scanHead(view(again.first())).callId), callId);
    QCOMPARE(scanHead(view(again.first())).cseq, 3U);
    QVERIFY(!site.news.last().first);
}

void tst_SimulatedDevice::unregisters()
{
    SimulatedSite site;
    site.registered().stop();
    QVERIFY(only(site.take(), SipMethod::Register).first().contains("\r\nExpires: 0\r\n"));
    QCOMPARE(site.count(Kind::Unregistered), 1);
    site.ask(SimulatedSite::body("Query", "DeviceInfo", 1));
    site.wait(1h);
    QVERIFY(only(site.take(), SipMethod::Message).isEmpty());
    QVERIFY(!site.sim().isRegistered());
}

void tst_SimulatedDevice::repeatsByTimerE()
{
    SimulatedSite site;
    site.answers = false;
    site.start();
    site.wait(31s);
    QCOMPARE(site.take().size(), 10); // 0, 0.5, 1.5, 3.5, 7.5, 11.5 … 27.5
    site.wait(2s);
    QCOMPARE(site.count(Kind::Unanswered), 1);
    site.take();
    site.wait(26s); // a minute behind the first one it tries again
    QVERIFY(site.take().isEmpty());
    site.answers = true;
    site.wait(2s);
    QVERIFY(site.sim().isRegistered());
}

void tst_SimulatedDevice::beats()
{
    SimulatedSite site;
    site.registered().wait(10min);
    const QList<QByteArray> beats = only(site.take(), SipMethod::Message);
    QCOMPARE(beats.size(), 10);
    const SipHead first = scanHead(view(beats.first()));
    QCOMPARE(first.faults, 0U);
    const Manscdp body = parseManscdp(bytes(first.body));
    QVERIFY(body.isKeepalive() && body.status == u"OK" && body.deviceId == SimulatedSite::deviceId && body.sn == 1);
    QVERIFY(first.to.uri.user == "34020000002000000001");
    QCOMPARE(first.cseq, 20U);
}

void tst_SimulatedDevice::aLostServerIsRegisteredAnew()
{
    SimulatedSite site;
    site.start();
    const QByteArray callId = bytes(scanHead(view(site.take().first())).callId);
    site.answers = false;
    site.wait(12s + 3min); // three heartbeats, and the fourth that is none
    QCOMPARE(site.count(Kind::ServerLost), 1);
    QVERIFY(!site.sim().isRegistered());
    const QList<QByteArray> again = only(site.take(), SipMethod::Register);
    QVERIFY(!again.isEmpty());
    QVERIFY(bytes(scanHead(view(again.first())).callId) != callId);
    site.answers = true;
    site.wait(1s);
    QVERIFY(site.sim().isRegistered());
}

void tst_SimulatedDevice::aRefusedBeatMayRegisterAnew()
{
    for (const bool habit : {false, true}) {
        DeviceBehaviour behaviour;
        behaviour.registersWhenRefused = habit;
        SimulatedSite site(behaviour);
        site.registered().messageStatus = 404;
        site.wait(20s);
        QCOMPARE(!only(site.take(), SipMethod::Register).isEmpty(), habit);
    }
}

void tst_SimulatedDevice::quirksOfHeartbeats()
{
    DeviceBehaviour behaviour;
    behaviour.twiceEvery = 3;
    behaviour.emptyInfo = true;
    SimulatedSite twice(behaviour);
    twice.registered().wait(5min);
    const QList<QByteArray> beats = only(twice.take(), SipMethod::Message);
    QCOMPARE(beats.size(), 6);
    QCOMPARE(beats.at(2), beats.at(3)); // the same branch
    QVERIFY(beats.first().contains("<Info/>"));
    behaviour = {};
    behaviour.lateEvery = 4;
    SimulatedSite late(behaviour);
    late.registered().wait(12s + 3min);
    QCOMPARE(late.sim().heartbeats(), 3);
    late.wait(30s);
    QCOMPARE(late.sim().heartbeats(), 4);
    behaviour = {};
    behaviour.silentAfter = 4;
    SimulatedSite silent(behaviour);
    silent.registered().wait(24h);
    QCOMPARE(silent.sim().heartbeats(), 4);
}

void tst_SimulatedDevice::teleBootTakesANewCallId()
{
    SimulatedSite site;
    site.start();
    const QByteArray callId = bytes(scanHead(view(site.take().first())).callId);
    site.sim()
        .model()
        .unit(SimulatedSite::deviceId)
        ->head.obey({.action = PtzAction::PresetSet, .preset = 1}, site.now());
    site.ask(SimulatedSite::body("Control", "DeviceControl", 1, "<TeleBoot>Boot</TeleBoot>"));
    QCOMPARE(SimulatedSite::statusOf(site.take().first()), 200);
    QCOMPARE(site.count(Kind::Rebooting), 1);
    QVERIFY(site.sim().isAway() && !site.sim().isRegistered());
    site.ask(SimulatedSite::body("Query", "DeviceInfo", 2));
    site.wait(4s);
    QVERIFY(site.take().isEmpty()); // it is away
    site.wait(1s);
    const QList<QByteArray> again = only(site.take(), SipMethod::Register);
    QCOMPARE(again.size(), 2);
    QVERIFY(bytes(scanHead(view(again.first())).callId) != callId);
    QCOMPARE(scanHead(view(again.first())).cseq, 1U);
    QCOMPARE(site.sim().model().unit(SimulatedSite::deviceId)->head.presets().size(), 1U); // kept
    QCOMPARE(site.answersTo(SimulatedSite::body("Query", "DeviceInfo", 2)).size(), 1);
}

void tst_SimulatedDevice::strangersAreNotHeard()
{
    SimulatedSite site;
    site.registered();
    const QByteArray body = SimulatedSite::body("Query", "DeviceInfo", 1);
    const QByteArray text
        = "MESSAGE sip:34020000001180000001@10.0.0.9 SIP/2.0\r\nVia: SIP/2.0/UDP "
          "10.0.0.1:5060;rport;branch=z9hG4bKx\r\n"
          "From: <sip:34020000002000000001@3402000000>;tag=1\r\nTo: <sip:34020000001180000001@3402000000>\r\n"
          "Call-ID: x\r\nCSeq: 1 MESSAGE\r\nContent-Type: Application/MANSCDP+xml\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    site.deliver(text, {QHostAddress(QStringLiteral("10.0.0.66")), 5060});
    QVERIFY(site.take().isEmpty());
    QCOMPARE(site.sim().counters().foreign, 1U);
    site.deliver(text, {QHostAddress(QStringLiteral("10.0.0.1")), 40000}); // another port of its server
    QCOMPARE(site.takeBodies().size(), 1);
}

void tst_SimulatedDevice::whatSipWants()
{
    SimulatedSite site;
    site.registered();
    const auto statusOf = [&](const QByteArray &method, const QByteArray &body = {},
                              const QByteArray &type = "Application/MANSCDP+xml") {
        site.take();
        site.request(method, body, {}, {}, type);
        const QList<QByteArray> came = site.take();
        return came.isEmpty() ? 0 : SimulatedSite::statusOf(came.first());
    };
    QCOMPARE(statusOf("OPTIONS"), 200);
    QCOMPARE(statusOf("INVITE", "v=0\r\n", "application/sdp"), 488);
    QCOMPARE(statusOf("BYE"), 481);
    QCOMPARE(statusOf("INFO", "x", "text/plain"), 481);
    QCOMPARE(statusOf("NOTIFY"), 481);
    QCOMPARE(statusOf("REGISTER"), 405);
    QCOMPARE(statusOf("PUBLISH"), 405);
    QCOMPARE(statusOf("MESSAGE"), 400);
    QCOMPARE(statusOf("MESSAGE", "hello", "text/plain"), 415);
    QCOMPARE(statusOf("MESSAGE", SimulatedSite::body("Query", "DeviceInfo", 1), "application/xml"), 200);
    QCOMPARE(statusOf("MESSAGE", SimulatedSite::body("Query", "DeviceInfo", 1), "text/plain"), 200); // looked at
    QCOMPARE(statusOf("MESSAGE", "<Query><CmdType>DeviceInfo</CmdType></Query>"), 400);
    QCOMPARE(statusOf("MESSAGE", "<Other/>"), 400);
    QCOMPARE(statusOf("MESSAGE", SimulatedSite::body("Response", "Alarm", 1, "<Result>OK</Result>")), 200);
    QCOMPARE(statusOf("SUBSCRIBE"), 400);
    QCOMPARE(statusOf("MESSAGE", SimulatedSite::body("Query", "DeviceInfo", 1, {}, "34020000001320000077")), 404);
}

void tst_SimulatedDevice::repeatsAreAnsweredAlike()
{
    SimulatedSite site;
    site.registered();
    const QByteArray body = SimulatedSite::body("Query", "DeviceInfo", 1);
    site.ask(body);
    const QList<QByteArray> first = site.take();
    QCOMPARE(first.size(), 2);
    site.repeat();
    const QList<QByteArray> second = site.take();
    QCOMPARE(second.size(), 1); // no second Response
    QCOMPARE(second.first(), first.first());
}

void tst_SimulatedDevice::subscribe(SimulatedSite &site, const QByteArray &cmdType, int expires, const QByteArray &rest)
{
    site.take();
    site.request("SUBSCRIBE", SimulatedSite::body("Query", cmdType, 71, rest), {},
        "Event: " + (cmdType == "Catalog" ? QByteArray("Catalog;id=1703") : QByteArray("presence"))
            + "\r\nExpires: " + QByteArray::number(expires) + "\r\n",
        "Application/MANSCDP+xml", {}, "sub-" + cmdType);
}

QByteArray tst_SimulatedDevice::notifyOf(const QList<QByteArray> &came, qsizetype number)
{
    return only(came, SipMethod::Notify).value(number);
}

void tst_SimulatedDevice::subscribeCatalog()
{
    DeviceBehaviour behaviour;
    behaviour.kind = CatalogueKind::Recorder;
    behaviour.channels = 500;
    behaviour.offlineEvery = 2;
    SimulatedSite site(behaviour);
    site.registered();
    subscribe(site, "Catalog", 600);
    QList<QByteArray> came = site.take();
    QCOMPARE(SimulatedSite::statusOf(came.first()), 200);
    QVERIFY(came.first().contains("\r\nExpires: 600\r\n") && came.first().contains("\r\nContact: <sip:"));
    const QByteArray tag = bytes(scanHead(view(came.first())).to.tag);
    const QList<QByteArray> notifies = only(came, SipMethod::Notify);
    QCOMPARE(notifies.size(), 3); // 250 that are offline, 100 in each
    const SipHead head = scanHead(view(notifies.first()));
    QVERIFY(head.callId == "sub-Catalog" && head.from.tag == view(tag) && head.to.tag == "p1");
    QCOMPARE(bytes(head.requestUri.text), "sip:" + SimulatedSite::serverId + "@10.0.0.1:5060");
    QCOMPARE(headerOf(notifies.first(), "Event"), QByteArray("Catalog;id=1703"));
    QCOMPARE(headerOf(notifies.first(), "Subscription-State"), QByteArray("active;expires=600"));
    const XmlElement body = *readXml(bytes(head.body));
    QCOMPARE(body.textOf(u"SumNum"), QStringLiteral("100")); // of that packet
    QCOMPARE(body.child(u"DeviceList")->children.first().textOf(u"Event"), QStringLiteral("OFF"));
    QCOMPARE(body.child(u"DeviceList")->children.first().children.size(), 2);
    site.sim().switchChannel(0, false, site.now());
    site.wait(0s);
    const QByteArray change = notifyOf(site.take());
    const XmlElement item = readXml(bytes(scanHead(view(change)).body))->child(u"DeviceList")->children.first();
    QCOMPARE(item.textOf(u"DeviceID"), QStringLiteral("34020000001310000001"));
    QCOMPARE(item.textOf(u"Event"), QStringLiteral("OFF"));
}

void tst_SimulatedDevice::subscribePosition()
{
    for (const bool new2022 : {false, true}) {
        SimulatedSite site(new2022 ? SimulatedSite::edition2022() : DeviceBehaviour{});
        site.registered();
        subscribe(site, "MobilePosition", 60, "<Interval>5</Interval>");
        QCOMPARE(only(site.take(), SipMethod::Notify).size(), 1);
        site.wait(21s);
        const QList<QByteArray> notifies = only(site.take(), SipMethod::Notify);
        QCOMPARE(notifies.size(), 4);
        const XmlElement body = *readXml(bytes(scanHead(view(notifies.first())).body));
        QCOMPARE(body.child(u"DeviceList") != nullptr, new2022);
        QCOMPARE(body.child(u"Longitude") != nullptr, !new2022);
    }
}

void tst_SimulatedDevice::subscribePtzPosition()
{
    SimulatedSite old;
    old.registered();
    subscribe(old, "PTZPosition", 60);
    QCOMPARE(SimulatedSite::statusOf(old.take().first()), 489);
    SimulatedSite site(SimulatedSite::edition2022());
    site.registered();
    subscribe(site, "PTZPosition", 600);
    QCOMPARE(only(site.take(), SipMethod::Notify).size(), 1);
    site.wait(10s);
    QCOMPARE(only(site.take(), SipMethod::Notify).size(), 0); // it stands still
    site.ask(SimulatedSite::body("Control", "DeviceControl", 1, "<PTZCmd>A50F010180000036</PTZCmd>"));
    site.wait(3s);
    const QList<QByteArray> moved = only(site.take(), SipMethod::Notify);
    QCOMPARE(moved.size(), 3);
    QVERIFY(readXml(bytes(scanHead(view(moved.last())).body))->numberOf(u"Pan") > 100);
}

void tst_SimulatedDevice::subscribeAlarm()
{
    SimulatedSite site;
    site.registered();
    subscribe(site, "Alarm", 600,
        "<StartAlarmPriority>1</StartAlarmPriority><EndAlarmPriority>2</EndAlarmPriority><AlarmMethod>2/5</"
        "AlarmMethod>");
    const QByteArray first = notifyOf(site.take());
    QVERIFY(!first.isEmpty() && scanHead(view(first)).body.empty()); // at once, though nothing happened
    QVERIFY(site.sim().raiseAlarm({.priority = 1, .method = 5}, site.now()));
    QList<QByteArray> came = site.take();
    QCOMPARE(only(came, SipMethod::Notify).size(), 1);
    QCOMPARE(only(came, SipMethod::Message).size(), 0);
    site.wait(1s);
    site.take();
    // Another priority, and another method, come as MESSAGE: nobody subscribed to them
    QVERIFY(site.sim().raiseAlarm({.priority = 4, .method = 5}, site.now()));
    QVERIFY(site.sim().raiseAlarm({.priority = 1, .method = 6, .type = 1}, site.now()));
    came = site.take();
    QCOMPARE(only(came, SipMethod::Notify).size(), 0);
    QCOMPARE(only(came, SipMethod::Message).size(), 2);
}

void tst_SimulatedDevice::subscriptionsAreRefreshedAndEnd()
{
    SimulatedSite site;
    site.registered();
    subscribe(site, "MobilePosition", 60, "<Interval>50</Interval>");
    const QByteArray tag = bytes(scanHead(view(site.take().first())).to.tag);
    site.wait(55s);
    site.take();
    site.request("SUBSCRIBE", {}, {}, "Event: presence\r\nExpires: 60\r\n", {}, tag, "sub-MobilePosition");
    QCOMPARE(SimulatedSite::statusOf(site.take().first()), 200);
    site.wait(59s);
    QCOMPARE(site.sim().subscriptions(), 1U);
    site.take();
    site.wait(2s);
    QCOMPARE(headerOf(notifyOf(site.take()), "Subscription-State"), QByteArray("terminated;reason=timeout"));
    QCOMPARE(site.sim().subscriptions(), 0U);
    site.request("SUBSCRIBE", {}, {}, "Event: presence\r\nExpires: 60\r\n", {}, tag, "sub-MobilePosition");
    QCOMPARE(SimulatedSite::statusOf(site.take().first()), 481);
    // Ended by the subscriber
    subscribe(site, "Alarm", 600);
    const QByteArray other = bytes(scanHead(view(site.take().first())).to.tag);
    site.request("SUBSCRIBE", {}, {}, "Event: presence\r\nExpires: 0\r\n", {}, other, "sub-Alarm");
    const QList<QByteArray> came = site.take();
    QVERIFY(came.first().contains("\r\nExpires: 0\r\n"));
    QVERIFY(headerOf(notifyOf(came), "Subscription-State").startsWith("terminated"));
    QCOMPARE(site.sim().subscriptions(), 0U);
}

void tst_SimulatedDevice::aSubscriberThatIsGone()
{
    SimulatedSite site;
    site.registered().answers = false;
    subscribe(site, "MobilePosition", 3600);
    QCOMPARE(site.sim().subscriptions(), 1U);
    site.wait(33s);
    QCOMPARE(site.sim().subscriptions(), 0U); // its NOTIFY was not answered
    site.take();
    site.wait(2s);
    QVERIFY(only(site.take(), SipMethod::Notify).isEmpty());
}

void tst_SimulatedDevice::subscriptionsAreBounded()
{
    SimulatedSite site;
    site.registered();
    int refused = 0;
    for (int round = 0; round < 100; ++round) {
        site.take();
        site.request("SUBSCRIBE", SimulatedSite::body("Query", "Alarm", 1), {}, "Event: presence\r\n");
        refused += SimulatedSite::statusOf(site.take().first()) == 503 ? 1 : 0;
    }
    QCOMPARE(site.sim().subscriptions(), Subscriptions::maxSubscriptions);
    QCOMPARE(refused, 84);
    site.wait(601s); // what says no Expires has 600 s
    QCOMPARE(site.sim().subscriptions(), 0U);
}

void tst_SimulatedDevice::alarms()
{
    SimulatedSite site;
    QVERIFY(!site.sim().raiseAlarm({}, site.now())); // not registered
    site.registered();
    QVERIFY(site.sim().raiseAlarm({.id = QStringLiteral("34020000001340000001"), .method = 2, .type = 1}, site.now()));
    const QByteArray octets = site.take().first();
    const XmlElement body = *readXml(bytes(scanHead(view(octets)).body));
    QStringList names;
    for (const XmlElement &one : body.children)
        names << one.name;
    QCOMPARE(names.join(u' '),
        QStringLiteral(
            "CmdType SN DeviceID AlarmPriority AlarmMethod AlarmTime AlarmDescription Longitude Latitude Info"));
    QCOMPARE(body.textOf(u"DeviceID"), QStringLiteral("34020000001340000001"));
    // After an alarm of the device the next one waits for ResetAlarm
    QVERIFY(!site.sim().raiseAlarm({.method = 2, .type = 1}, site.now()));
    QVERIFY(site.sim().raiseAlarm({.method = 5}, site.now()));
    QVERIFY(site.answersTo(SimulatedSite::body("Query", "DeviceStatus", 1))
                .first()
                .child(u"Alarmstatus")
                ->children.first()
                .textOf(u"DutyStatus")
        == u"ALARM");
    site.ask(SimulatedSite::body("Control", "DeviceControl", 1, "<AlarmCmd>ResetAlarm</AlarmCmd>"));
    QVERIFY(site.sim().raiseAlarm({.method = 2, .type = 1}, site.now()));
}

void tst_SimulatedDevice::alarmsByThemselves()
{
    DeviceBehaviour behaviour;
    behaviour.alarmEvery = 30;
    SimulatedSite site(behaviour);
    site.registered().wait(100s);
    QCOMPARE(site.count(Kind::Alarm), 3);
}

void tst_SimulatedDevice::silentSettingRegistersAnew()
{
    DeviceBehaviour uniview;
    uniview.setsInSilence = true;
    SimulatedSite site(uniview);
    site.registered();
    site.ask(SimulatedSite::body(
        "Control", "DeviceConfig", 3, "<BasicParam><HeartBeatInterval>30</HeartBeatInterval></BasicParam>"));
    site.wait(0s);
    const QList<QByteArray> came = site.take();
    QCOMPARE(SimulatedSite::statusOf(came.first()), 200);
    QCOMPARE(only(came, SipMethod::Message).size(), 0);
    QCOMPARE(only(came, SipMethod::Register).size(), 2);
}

/// 1,000 devices tell 32 channels each: what they keep is bounded, and mostly gone a minute later.
void tst_SimulatedDevice::manyDevices()
{
    DeviceBehaviour behaviour;
    behaviour.kind = CatalogueKind::Recorder;
    behaviour.channels = 32;
    behaviour.pageSize = 4;
    std::vector<std::unique_ptr<SimulatedSite>> sites;
    std::size_t most = 0, later = 0;
    qsizetype items = 0;
    for (int number = 0; number < 1000; ++number) {
        sites.push_back(std::make_unique<SimulatedSite>(behaviour));
        SimulatedSite &site = *sites.back();
        for (const XmlElement &page : site.registered().answersTo(SimulatedSite::body("Query", "Catalog", 1)))
            items += page.child(u"DeviceList")->children.size();
        most += site.sim().transactions().memory();
        site.wait(50s);
        later += site.sim().transactions().memory();
        QCOMPARE(site.sim().letters(), 0U);
    }
    QCOMPARE(items, 32'000);
    QVERIFY2(most < 8'000'000, qPrintable(QString::number(most)));
    QVERIFY2(later < 8'000'000, qPrintable(QString::number(later)));
}

QTEST_APPLESS_MAIN(tst_SimulatedDevice)
#include "tst_simulateddevice.moc"
