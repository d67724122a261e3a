#include "core/capture/importer.h"
#include "core/report/words/findingwords.h"
#include "tests/support/beatrounds.h"
#include "tests/support/damage.h"
#include "tests/support/saidof.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Spans in which the record was blind, and clocks that were set: what fell due in them says nothing of a device. And
/// what looks like two devices, or like a fault, and is one device or none.
class tst_RecordHoles : public QObject
{
    Q_OBJECT
private slots:
    void nothingFellDueInAGap_data();
    void nothingFellDueInAGap();
    void whatWasAskedAheadOfAGap_data();
    void whatWasAskedAheadOfAGap();
    void whatElseMayHaveComeInAGap();
    void halfOfThemAreSilent();
    void theClockWasSetAhead();
    void theClockWasSetBack();
    void silentBehindTheClockThatWasSetBack();
    void theRecordEndsWhereItsLastPacketIs();
    void oneDeviceCountsThroughTheGap();
    void aSlowBeatIsNoBeatAtAll();
    void aSlowBeatOfOneThatWasForgotten();
    void cutHeartbeatsWereHeard();
    void challengedByAProxy_data();
    void challengedByAProxy();
    void theChallengeOfAProxyIsIgnored();
    void credentialsForBoth();
    void oneDeviceOverTwoWays();
    void twoDevicesWithOneId_data();
    void twoDevicesWithOneId();
    void anEmptyLineIsAnswered();
    void theFragmentsOfOthersAreThere();
    void aContentLengthThatIsTooLarge();
    void itsPortHadMoved();
    void thePowerWasGone();
    void aByeIsNotAnswered();
    void theServerIsOneEvent();
    void itWentWhereItWasSent_data();
    void itWentWhereItWasSent();
    void theSilenceHasALength();

private:
    /// Somebody's capture.
    struct S : Script
    {
        S() { asCapture(*this); }
    };

    /// As a file has it: nobody is told the time in between.
    static void skip(S &s, Duration by) { s.clock.advance(by); }
    static void round(S &s, int devices, int sn)
    {
        skip(s, 60s - std::chrono::seconds(devices));
        for (int number = 1; number <= devices; ++number) {
            skip(s, 1s);
            beatOf(s, number, sn, "200 OK");
        }
    }
    static QString said(const S &s) { return saidOf(s, FindingCode::RegistersOther); } // a habit of these devices
    static QList<AwaySpan> spans(const S &s, const QByteArray &id = S::id)
    {
        const HeartbeatHistory *const history = s.analysis.devices().history(QString::fromLatin1(id));
        return history ? history->awaySpans(HeartbeatPolicy{}, s.clock.now()) : QList<AwaySpan>();
    }
    static DeviceSnapshot device(const S &s)
    {
        const DeviceSnapshot *const one = s.analysis.devices().device(QString::fromLatin1(S::id));
        return one ? *one : DeviceSnapshot();
    }
};

void tst_RecordHoles::nothingFellDueInAGap_data()
{
    QTest::addColumn<bool>("live");
    QTest::newRow("in a file") << false;
    QTest::newRow("while it is captured") << true;
}

void tst_RecordHoles::nothingFellDueInAGap()
{
    QFETCH(const bool, live);
    S s;
    for (int sn = 1; sn < 6; ++sn)
        round(s, 6, sn);
    if (live)
        s.wait(540s);
    else
        skip(s, 540s);
    round(s, 6, 15);
    round(s, 6, 16);
    QVERIFY2(s.finding(FindingCode::RecordGap).has_value(), qPrintable(said(s)));
    QVERIFY2(!s.finding(FindingCode::WentSilent), qPrintable(said(s)));
    QVERIFY2(!s.finding(FindingCode::ManySilent), qPrintable(said(s)));
    QVERIFY2(!s.finding(FindingCode::BeatsLostOnWay), qPrintable(said(s)));
    QCOMPARE(device(s).verdict.state, DeviceState::Online);
    QCOMPARE(spans(s).size(), qsizetype(0));
    QCOMPARE(device(s).misses, qint64(0));
}

void tst_RecordHoles::whatWasAskedAheadOfAGap_data()
{
    nothingFellDueInAGap_data();
}

/// Its Response may have come in there.
void tst_RecordHoles::whatWasAskedAheadOfAGap()
{
    QFETCH(const bool, live);
    S s;
    for (int sn = 1; sn < 6; ++sn)
        round(s, 6, sn);
    const QByteArray body
        = "<?xml version=\"1.0\"?>\r\n<Query>\r\n<CmdType>DeviceInfo</CmdType>\r\n<SN>7</SN>\r\n<DeviceID>" + S::id
        + "</DeviceID>\r\n</Query>\r\n";
    const QByteArray query = s.text({.method = "MESSAGE",
        .uri = "sip:" + S::id + "@192.168.1.64:5060",
        .user = S::serverId,
        .to = S::id,
        .callId = "q@platform",
        .via = "UDP 192.168.1.10:5060",
        .contact = {},
        .more = {},
        .type = "Application/MANSCDP+xml",
        .body = body});
    s.see(query, false);
    s.answer(query, "200 OK", {}, true);
    if (live)
        s.wait(540s);
    else
        skip(s, 540s);
    round(s, 6, 15);
    round(s, 6, 16);
    QVERIFY2(s.finding(FindingCode::RecordGap).has_value(), qPrintable(said(s)));
    const QList<Operation> all = s.analysis.operations().all();
    QCOMPARE(all.size(), qsizetype(1));
    QCOMPARE(all.first().state, Operation::State::Unknown);
    const auto missing = s.finding(FindingCode::ResponseMissing);
    QVERIFY2(!missing || missing->doubtful, qPrintable(said(s)));
}

/// A Response with another SN came, and the right one may have come where the record is blind; and so a subscription
/// that may have been refreshed.
void tst_RecordHoles::whatElseMayHaveComeInAGap()
{
    for (const bool isHole : {true, false}) {
        S s;
        for (int sn = 1; sn < 6; ++sn)
            round(s, 6, sn);
        s.device.address = endpoint("192.168.1.65", 5060).address; // that of the first one
        Script::Request query = s.query(s.manscdp("Query", "DeviceInfo", {}, 7));
        s.ask(query);
        s.answer(s.last, "200 OK", {}, true);
        s.send(s.manscdp("Response", "DeviceInfo", "<Result>OK</Result>\r\n", 99));
        s.answer(s.last, "200 OK");
        Script::Request subscribe = s.query(s.manscdp("Query", "Alarm", {}));
        subscribe.method = "SUBSCRIBE";
        subscribe.callId = "sub";
        subscribe.more = "Event: presence\r\nExpires: 90\r\n";
        s.ask(subscribe);
        s.answer(s.last, "200 OK", "Expires: 90\r\n", true);
        if (isHole)
            s.wait(540s);
        for (int sn = 6; sn < 16; ++sn) {
            if (!isHole || sn > 13)
                round(s, 6, sn);
        }
        s.wait(1s);
        for (const Operation &operation : s.analysis.operations().all()) {
            const bool isKnown = operation.state == Operation::State::OtherSn
                || operation.state == Operation::State::Lapsed;
            QVERIFY2(isKnown != isHole, qPrintable(QString::number(static_cast<int>(operation.state))));
        }
        const auto other = s.finding(FindingCode::ResponseOtherSn);
        QVERIFY2(!isHole || !other || other->likelihood() == Likelihood::Possible, qPrintable(said(s)));
    }
}

void tst_RecordHoles::halfOfThemAreSilent()
{
    S s;
    for (int sn = 1; sn < 6; ++sn)
        round(s, 9, sn);
    for (int sn = 6; sn < 12; ++sn)
        round(s, 4, sn);
    QVERIFY2(s.finding(FindingCode::ManySilent).has_value(), qPrintable(said(s)));
    QVERIFY2(s.finding(FindingCode::WentSilent).has_value(), qPrintable(said(s)));
    QVERIFY2(!s.finding(FindingCode::RecordGap), qPrintable(said(s)));
}

/// Their registrations would have lapsed meanwhile.
void tst_RecordHoles::theClockWasSetAhead()
{
    S s;
    for (int sn = 1; sn < 6; ++sn)
        round(s, 6, sn);
    skip(s, 3600s);
    for (int sn = 6; sn < 9; ++sn)
        round(s, 6, sn);
    QVERIFY2(s.finding(FindingCode::RecordGap).has_value(), qPrintable(said(s)));
    QVERIFY2(!s.finding(FindingCode::BeatsWhileLapsed), qPrintable(said(s)));
    QVERIFY2(!said(s).contains(u';'), qPrintable(said(s)));
    QVERIFY(device(s).reason.code == NoteCode::Beating);
}

void tst_RecordHoles::theClockWasSetBack()
{
    S s;
    for (int sn = 1; sn < 6; ++sn)
        round(s, 6, sn);
    skip(s, -3600s);
    for (int sn = 6; sn < 12; ++sn)
        round(s, 6, sn);
    s.wait(1s);
    QCOMPARE(said(s), QString());
    QVERIFY(device(s).reason.code == NoteCode::Beating);
    QCOMPARE(device(s).misses, qint64(0));
}

void tst_RecordHoles::silentBehindTheClockThatWasSetBack()
{
    S s;
    for (int sn = 1; sn < 6; ++sn)
        round(s, 6, sn);
    skip(s, -3600s);
    round(s, 6, 6);
    for (int sn = 7; sn < 12; ++sn) {
        skip(s, 60s);
        for (int number = 2; number <= 6; ++number)
            beatOf(s, number, sn, "200 OK");
    }
    const auto finding = s.finding(FindingCode::WentSilent);
    QVERIFY2(finding && !finding->over, qPrintable(said(s)));
    QCOMPARE(device(s).verdict.state, DeviceState::Offline);
}

void tst_RecordHoles::theRecordEndsWhereItsLastPacketIs()
{
    QTemporaryDir folder;
    std::mt19937 random(1);
    const std::vector<SeenPacket> packets = damaged(HealthySite(0).packets(), {Damage::ClockStep, -300, 700}, random);
    const QString path = folder.filePath(QStringLiteral("site.pcap"));
    QVERIFY(writeFile(path, pcapOf(packets)));
    Importer importer;
    QVERIFY(importer.open(path));
    PcapReader::Result result{};
    TimePoint last{};
    while (result != PcapReader::Result::End) {
        if (const auto message = importer.next(result))
            last = message->at;
    }
    QCOMPARE(importer.last(), last);
}

void tst_RecordHoles::oneDeviceCountsThroughTheGap()
{
    S s;
    s.login();
    for (int sn = 1; sn < 6; ++sn) {
        skip(s, 60s);
        s.beat(sn);
    }
    skip(s, 600s);
    s.beat(15);
    QVERIFY2(s.finding(FindingCode::RecordGap).has_value(), qPrintable(said(s)));
    QVERIFY2(!s.finding(FindingCode::WentSilent), qPrintable(said(s)));
    QCOMPARE(spans(s).size(), qsizetype(0));
    skip(s, 600s); // it goes on where it stopped: it was silent
    s.beat(16);
    QVERIFY2(s.finding(FindingCode::WentSilent).has_value(), qPrintable(said(s)));
    QCOMPARE(spans(s).size(), qsizetype(1));
}

/// D30 says that its heartbeats are switched off, or go elsewhere.
void tst_RecordHoles::aSlowBeatIsNoBeatAtAll()
{
    S s;
    s.login();
    s.wait(290s);
    QVERIFY2(s.finding(FindingCode::NeverBeaten).has_value(), qPrintable(said(s)));
    s.wait(10s);
    s.beat(1);
    QVERIFY2(!s.finding(FindingCode::NeverBeaten), qPrintable(said(s)));
}

/// The table of devices was full meanwhile, and it went: what was said of it is no truer for that.
void tst_RecordHoles::aSlowBeatOfOneThatWasForgotten()
{
    S s;
    const auto enroll = [&s](const QByteArray &id) { // without a password: its row makes room
        s.send({.user = id, .to = id, .callId = id});
        s.answer(s.last, "200 OK", "Expires: 3600\r\n");
    };
    enroll(S::id);
    s.wait(290s);
    QVERIFY2(s.finding(FindingCode::NeverBeaten).has_value(), qPrintable(said(s)));
    for (int i = 0; i < DeviceStore::capacity; ++i)
        enroll("3402000000132" + QByteArray::number(1'100'000 + i));
    QVERIFY(s.analysis.take(s.clock.now()).gone.contains(QLatin1StringView(S::id)));
    s.beat(1);
    QVERIFY(!s.finding(FindingCode::NeverBeaten));
}

void tst_RecordHoles::cutHeartbeatsWereHeard()
{
    S s;
    s.login();
    for (int sn = 1; sn < 6; ++sn) {
        s.wait(60s);
        const QByteArray octets = s.text(s.beatRequest(sn)).left(400);
        s.analysis.observe(
            {.at = s.clock.now(), .from = s.device, .to = s.platform, .octets = octets, .cut = true, .cutAt = 400});
    }
    QCOMPARE(spans(s).size(), qsizetype(0));
    QCOMPARE(
        s.analysis.devices().history(QString::fromLatin1(S::id))->misses(HeartbeatPolicy{}, s.clock.now()), qint64(0));
    QVERIFY(device(s).reason.code == NoteCode::Beating);
}

void tst_RecordHoles::challengedByAProxy_data()
{
    QTest::addColumn<bool>("accepted");
    QTest::newRow("accepted") << true;
    QTest::newRow("the password is wrong") << false;
}

void tst_RecordHoles::challengedByAProxy()
{
    QFETCH(const bool, accepted);
    S s;
    const QByteArray challenge = "Proxy-Authenticate: Digest realm=\"3402000000\",algorithm=MD5,nonce=\"n\"\r\n",
                     refused = "407 Proxy Authentication Required";
    for (int i = 0; i < 4; ++i) {
        s.wait(30s);
        s.send({.callId = QByteArray::number(i)});
        s.answer(s.last, refused, challenge);
        s.send({.callId = QByteArray::number(i), .cseq = 2, .more = "Expires: 3600\r\nProxy-" + S::credentials()});
        if (accepted)
            s.answer(s.last, "200 OK");
        else
            s.answer(s.last, refused, challenge);
    }
    QVERIFY2(!s.finding(FindingCode::ChallengeIgnored), qPrintable(said(s)));
    QVERIFY2(!s.finding(FindingCode::ChallengeForm), qPrintable(said(s)));
    QCOMPARE(s.finding(FindingCode::WrongPassword).has_value(), !accepted);
}

void tst_RecordHoles::theChallengeOfAProxyIsIgnored()
{
    S s;
    for (int i = 0; i < 4; ++i) {
        s.wait(30s);
        s.send({.callId = QByteArray::number(i)});
        s.answer(s.last, "407 Proxy Authentication Required",
            "Proxy-Authenticate: Digest realm=\"3402000000\",algorithm=MD5,nonce=\"n\"\r\n");
    }
    QVERIFY2(s.finding(FindingCode::ChallengeIgnored).has_value(), qPrintable(said(s)));
}

/// A proxy's and the registrar's: of the latter's there is one.
void tst_RecordHoles::credentialsForBoth()
{
    const QByteArray proxys = "Proxy-Authorization: Digest username=\"p\"\r\n",
                     own = "Authorization: Digest username=\"o\"\r\n";
    for (const QByteArray &lines : {QByteArray(proxys + own), QByteArray(own + proxys)}) {
        S s;
        const QByteArray text = s.text({.more = lines});
        const SipHead head = scanHead({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!head.has(HeadFault::Duplicate));
        QVERIFY(head.authorization == "Digest username=\"o\"");
    }
    S s;
    const QByteArray text = s.text({.more = own + own});
    QVERIFY(scanHead({text.constData(), static_cast<std::size_t>(text.size())}).has(HeadFault::Duplicate));
}

void tst_RecordHoles::oneDeviceOverTwoWays()
{
    S s;
    s.login();
    const IpAddress first = s.device.address, second(0xc0a80241U);
    for (int sn = 1; sn < 13; ++sn) {
        s.wait(60s);
        s.device.address = sn < 3 || sn % 2 == 1 ? first : second;
        s.beat(sn);
    }
    QCOMPARE(said(s), QString());
    QCOMPARE(device(s).beats, qint64(12));
    QCOMPARE(device(s).misses, qint64(0));
    QVERIFY(device(s).problem.code == NoteCode::None);
}

void tst_RecordHoles::twoDevicesWithOneId_data()
{
    QTest::addColumn<int>("ahead"); ///< the other one's count
    QTest::newRow("far") << 300;
    QTest::newRow("alike") << 0;
    QTest::newRow("one ahead") << 1;
}

void tst_RecordHoles::twoDevicesWithOneId()
{
    QFETCH(const int, ahead);
    S s;
    s.login();
    const IpAddress first = s.device.address, second(0xc0a80241U);
    for (int sn = 1; sn < 13; ++sn) {
        s.wait(30s);
        s.device.address = first;
        s.beat(sn);
        s.wait(30s);
        if (sn < 3)
            continue;
        s.device.address = second;
        s.beat(sn + ahead);
    }
    QVERIFY2(s.finding(FindingCode::SharedId).has_value(), qPrintable(said(s)));
}

void tst_RecordHoles::anEmptyLineIsAnswered()
{
    S s;
    s.transport = TransportKind::Tcp;
    s.login();
    s.see("\r\n\r\n"); // ahead of a message
    s.beat(1);
    QVERIFY2(!s.finding(FindingCode::BlankKeepalive), qPrintable(said(s)));
    for (int i = 0; i < 3; ++i) {
        s.wait(20s);
        s.see("\r\n\r\n");
        s.see("\r\n", false);
    }
    const auto finding = s.finding(FindingCode::BlankKeepalive);
    QVERIFY2(finding.has_value(), qPrintable(said(s)));
    QCOMPARE(finding->a, s.device.address.toString());
    QCOMPARE(said(s).count(u"D28"), qsizetype(1));
}

void tst_RecordHoles::theFragmentsOfOthersAreThere()
{
    for (const bool others : {true, false}) {
        S s;
        s.login();
        S::Request large = s.manscdp("Notify", "Alarm", "<Info>" + QByteArray(2000, 'x') + "</Info>\r\n");
        if (others) {
            s.send(large);
            s.answer(s.last, "200 OK");
        }
        s.analysis.observe({.at = s.clock.now(),
            .from = s.device,
            .to = s.platform,
            .octets = s.text(large).left(1472),
            .cut = true,
            .fragment = true});
        const auto finding = s.finding(FindingCode::FragmentsMissing);
        QVERIFY2(finding.has_value(), qPrintable(said(s)));
        QCOMPARE(wording::finding(*finding).cause.contains(u"no filter drops"), others);
        QCOMPARE(QByteArray(wording::culpritCode(*finding)), QByteArray(others ? "network" : "record"));
    }
}

/// The XML is whole, and nothing follows it: the server waits for the rest.
void tst_RecordHoles::aContentLengthThatIsTooLarge()
{
    for (const int missing : {0, 30}) {
        S s;
        s.transport = TransportKind::Tcp;
        s.login();
        s.beat(1);
        for (int sn = 2; sn < 6; ++sn) {
            s.wait(60s);
            QByteArray text = s.text(s.beatRequest(sn));
            const qsizetype size = text.size() - text.indexOf("\r\n\r\n") - 4;
            text.replace(QByteArray("Content-Length: " + QByteArray::number(size)), "Content-Length: 999");
            s.see(text.chopped(missing));
        }
        s.wait(60s);
        const auto cut = s.finding(FindingCode::CutMessage), unanswered = s.finding(FindingCode::BeatUnanswered);
        QVERIFY2(cut.has_value(), qPrintable(said(s)));
        QCOMPARE(wording::finding(*cut).title.contains(u"Content-Length of its messages is larger"), missing == 0);
        if (missing == 0 && unanswered)
            QCOMPARE(unanswered->because, cut->id);
    }
}

void tst_RecordHoles::itsPortHadMoved()
{
    S s;
    s.login();
    s.beats(3);
    const QByteArray question = s.text(s.query(s.manscdp("Query", "DeviceInfo", {})));
    for (const Duration gap : {Duration(0ms), Duration(500ms), Duration(1s), Duration(2s), Duration(4s)}) {
        s.wait(gap);
        s.see(question, false);
    }
    s.wait(40s);
    s.device.port = 30'555;
    s.beat(4);
    const auto unanswered = s.finding(FindingCode::RequestUnanswered), moved = s.finding(FindingCode::PortMoved);
    QVERIFY2(unanswered && moved, qPrintable(said(s)));
    QCOMPARE(unanswered->because, moved->id);
}

/// All of them begin anew behind the gap.
void tst_RecordHoles::thePowerWasGone()
{
    S s;
    const auto of = [](int number) -> QByteArray { return S::id.chopped(2) + QByteArray::number(number + 10); };
    const auto beats = [&](int number, int sn) {
        s.device.address = IpAddress(0x0a000100U + static_cast<quint32>(number));
        S::Request beat = s.beatRequest(sn, "OK", of(number));
        beat.user = of(number);
        s.send(beat);
        s.answer(s.last, "200 OK");
    };
    for (int begin = 0; begin < 2; ++begin) {
        for (int number = 1; number <= 25; ++number) {
            s.device.address = IpAddress(0x0a000100U + static_cast<quint32>(number));
            s.login({.user = of(number), .callId = QByteArray::number(begin) + 'c' + QByteArray::number(number)});
        }
        for (int sn = 1; sn < 6; ++sn) {
            skip(s, 35s);
            for (int number = 1; number <= 25; ++number) {
                skip(s, 1s);
                beats(number, sn);
            }
        }
        if (begin == 0)
            skip(s, 200s);
    }
    const auto gap = s.finding(FindingCode::RecordGap), power = s.finding(FindingCode::PowerReturned);
    QVERIFY2(gap && power, qPrintable(said(s)));
    QCOMPARE(gap->because, power->id);
}

void tst_RecordHoles::aByeIsNotAnswered()
{
    for (const bool answered : {true, false}) {
        S s;
        s.login();
        s.beats(2);
        S::Request call = s.query({.method = "INVITE", .callId = "call"});
        call.to = "34020000001310000001";
        call.uri = "sip:34020000001310000001@192.168.1.64:5060";
        s.ask(call);
        s.answer(s.last, "200 OK", {}, true);
        s.wait(10s);
        call.method = "BYE";
        call.cseq = 2;
        const QByteArray bye = s.text(call);
        for (const Duration gap : {Duration(0ms), Duration(500ms), Duration(1s), Duration(2s), Duration(4s)}) {
            s.wait(gap);
            s.see(bye, false);
        }
        if (answered)
            s.answer(bye, "200 OK", {}, true);
        s.wait(40s);
        s.beat(3);
        const auto finding = s.finding(FindingCode::RequestIgnored);
        QVERIFY2(finding.has_value() != answered, qPrintable(said(s)));
        if (finding)
            QVERIFY(wording::finding(*finding).cause.contains(u"the call is over"));
    }
}

/// A hundred heartbeats without an answer are one server that was gone.
void tst_RecordHoles::theServerIsOneEvent()
{
    S s;
    beatRound(s, 5, 1, "200 OK");
    beatRound(s, 5, 2, "200 OK");
    silentRound(s, 5, 3);
    beatRound(s, 5, 4, "200 OK");
    const auto root = s.finding(FindingCode::ManyUnanswered);
    QVERIFY2(root.has_value(), qPrintable(said(s)));
    QVERIFY(root->over);
    QCOMPARE(root->b, QStringLiteral("5"));
    int effects = 0;
    for (const Finding &one : s.analysis.findings().log().all()) {
        if (one.code == FindingCode::BeatUnanswered) {
            ++effects;
            QCOMPARE(one.because, root->id);
        }
    }
    QCOMPARE(effects, 5);
}

void tst_RecordHoles::itWentWhereItWasSent_data()
{
    QTest::addColumn<bool>("went");
    QTest::newRow("there") << true;
    QTest::newRow("here again") << false;
}

void tst_RecordHoles::itWentWhereItWasSent()
{
    QFETCH(const bool, went);
    S s;
    s.send({});
    s.answer(s.last, "302 Moved Temporarily", "Contact: <sip:34020000002000000001@192.168.1.16:5060>\r\n");
    QVERIFY(s.finding(FindingCode::RegistrationRefused).has_value());
    if (went)
        s.platform.address = IpAddress(0xc0a80110U);
    s.login({.callId = "2@camera"});
    QCOMPARE(s.finding(FindingCode::RegistrationRefused).has_value(), !went);
}

void tst_RecordHoles::theSilenceHasALength()
{
    S s;
    s.login();
    for (int sn = 1; sn < 4; ++sn) {
        s.wait(300s);
        s.beat(sn);
    }
    const auto finding = s.finding(FindingCode::Flaps);
    QVERIFY2(finding.has_value(), qPrintable(said(s)));
    QCOMPARE(finding->b, QStringLiteral("300.0"));
}

QTEST_GUILESS_MAIN(tst_RecordHoles)
#include "tst_recordholes.moc"
