#include "core/devices/heartbeat.h"
#include "tests/support/beatrounds.h"
#include "tests/support/icmp.h"
#include "tests/support/saidof.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Records that look like one fault and prove another one, or none.
class tst_WrongCause : public QObject
{
    Q_OBJECT
private slots:
    void theMappingHadClosed_data();
    void theMappingHadClosed();
    void askedOverAnotherTransport();
    void twoDevicesBehindOneNat_data();
    void twoDevicesBehindOneNat();
    void oneDeviceWithTwoAddresses_data();
    void oneDeviceWithTwoAddresses();
    void twoDevicesByTurns();
    void theRefreshMayBeUnseen_data();
    void theRefreshMayBeUnseen();
    void refusedBehindAnOutage();
    void registeredByWhatTheRecordShows();
    void aPartOfTheFleet_data();
    void aPartOfTheFleet();
    void oneByOneIsNotAtOnce();
    void anotherIdAmongTheSilent();
    void anotherIdAtItsAddress_data();
    void anotherIdAtItsAddress();
    void leftForAnotherId();
    void lapsedUnheard();
    void thePlatformWantsThatInterval();
    void restartsUnderOneCallId();
    void triedToRefresh();
    void silentAndForgotten();
    void grantedNothing();
    void icmpIsAnAnswer();
    void connectionsWereSeen_data();
    void connectionsWereSeen();

private:
    using S = Script;

    static S::Request asks(S &s) { return s.query(s.manscdp("Query", "DeviceInfo", {}, 40 + s.branches)); }
    /// Behind NAT: its Contact is an address of its own network.
    static void behindNat(S &s)
    {
        asCapture(s);
        s.device = endpoint("203.0.113.9", 21000);
        s.login();
        s.beats(3);
    }
    /// Copies so long behind the first one, none of which is answered.
    static void insists(S &s, std::initializer_list<Duration> copies)
    {
        const QByteArray text = s.text(asks(s));
        s.see(text, false);
        Duration gone{};
        for (const Duration at : copies) {
            s.wait(at - std::exchange(gone, at));
            s.see(text, false);
        }
    }
    static void beatFrom(S &s, quint16 port, int sn)
    {
        s.device.port = port;
        s.beat(sn);
    }
};

void tst_WrongCause::theMappingHadClosed_data()
{
    QTest::addColumn<int>("behindBeat");
    QTest::addColumn<bool>("goesOn");
    QTest::addColumn<bool>("ignored");
    QTest::newRow("asked long behind a heartbeat, given up ahead of the next one") << 40 << false << false;
    QTest::newRow("asked long behind one, and still behind the next one") << 40 << true << true;
    QTest::newRow("asked right behind one") << 5 << false << true;
}

/// Its own next heartbeat opens the mapping again, at the same port: that it was heard from there proves nothing of the
/// time between.
void tst_WrongCause::theMappingHadClosed()
{
    QFETCH(const int, behindBeat);
    QFETCH(const bool, goesOn);
    QFETCH(const bool, ignored);
    S s;
    behindNat(s);
    s.wait(std::chrono::seconds(behindBeat));
    const QByteArray text = s.text(asks(s));
    s.see(text, false);
    for (const Duration gap : {500ms, 1000ms, 2000ms, 4000ms}) {
        s.wait(gap);
        s.see(text, false);
    }
    s.wait(std::chrono::seconds(60 - behindBeat) - 7500ms);
    s.beat(4);
    if (goesOn) {
        s.wait(500ms);
        s.see(text, false);
    }
    s.wait(40s);
    QVERIFY2(s.finding(FindingCode::RequestIgnored).has_value() == ignored, qPrintable(saidOf(s)));
    QVERIFY2(s.finding(FindingCode::RequestUnanswered).has_value() != ignored, qPrintable(saidOf(s)));
}

/// It speaks over TCP: datagrams to its Contact may arrive nowhere, however often it is heard.
void tst_WrongCause::askedOverAnotherTransport()
{
    S s;
    asCapture(s);
    s.transport = TransportKind::Tcp;
    s.device = endpoint("192.168.1.64", 40001);
    s.login({.via = "TCP 192.168.1.64:5060"});
    s.beats(3);
    s.transport = TransportKind::Udp;
    s.device.port = 5060;
    insists(s, {500ms, 1500ms, 3500ms, 7500ms});
    s.wait(40s);
    s.transport = TransportKind::Tcp;
    s.device.port = 40001;
    s.beats(2);
    QVERIFY2(!s.finding(FindingCode::RequestIgnored), qPrintable(saidOf(s)));
    QVERIFY2(s.finding(FindingCode::RequestUnanswered), qPrintable(saidOf(s)));
}

void tst_WrongCause::twoDevicesBehindOneNat_data()
{
    QTest::addColumn<int>("firstOfOther");
    QTest::addColumn<int>("ports");
    QTest::addColumn<bool>("two");
    QTest::newRow("two ports by turns, each counting for itself") << 900 << 2 << true;
    QTest::newRow("two ports by turns, one count: one device with two sockets") << 0 << 2 << false;
    QTest::newRow("another port each time, one count: the router moves it") << 0 << 100 << false;
    QTest::newRow("one port, two counts") << 900 << 1 << false;
}

void tst_WrongCause::twoDevicesBehindOneNat()
{
    QFETCH(const int, firstOfOther);
    QFETCH(const int, ports);
    QFETCH(const bool, two);
    S s;
    asCapture(s);
    s.device = endpoint("203.0.113.9", 21000);
    s.login();
    for (int i = 0; i < 12; ++i) {
        s.wait(30s);
        const bool isOther = i % 2 == 1;
        const int sn = firstOfOther == 0 ? i + 1 : isOther ? firstOfOther + i / 2 : 1 + i / 2;
        beatFrom(s, static_cast<quint16>(21000 + i % ports), sn);
    }
    const auto shared = s.finding(FindingCode::SharedId);
    QVERIFY2(shared.has_value() == two, qPrintable(saidOf(s)));
    if (!two)
        return;
    QCOMPARE(QStringList({shared->a, shared->b}),
        QStringList({QStringLiteral("203.0.113.9:21001"), QStringLiteral("203.0.113.9:21000")}));
    for (const FindingCode effect : {FindingCode::PortMoved, FindingCode::BeatsFaster})
        QVERIFY2(!s.finding(effect) || s.finding(effect)->because == shared->id, qPrintable(saidOf(s)));
    for (int sn = 7; sn < 15; ++sn) { // the other one is gone
        s.wait(60s);
        beatFrom(s, 21000, sn);
    }
    QVERIFY(s.finding(FindingCode::SharedId)->over);
}

/// The platform was away, and forgot whom it knew: that it refuses them is no fault of theirs.
struct OneDevice
{
    const char *name;
    void (*script)(Script &);
};
Q_DECLARE_METATYPE(OneDevice)

static void from(Script &s, const char *address, quint16 port = 5060)
{
    s.device = endpoint(address, port);
}

static std::vector<OneDevice> oneDevice()
{
    return {{"another lease, and back",
                [](Script &s) {
                    s.login({.callId = "a"});
                    for (int i = 0; i < 9; ++i) {
                        from(s, i == 4 ? "192.168.1.99" : "192.168.1.64");
                        if (i == 4 || i == 5)
                            s.login({.callId = "a" + QByteArray::number(i)});
                        s.wait(30s);
                        s.beat(1);
                    }
                }},
        {"two cards, one series of REGISTERs, one SN for ever",
            [](Script &s) {
                for (int i = 0; i < 10; ++i) {
                    from(s, i % 2 ? "192.168.1.99" : "192.168.1.64");
                    s.login({.callId = "one", .cseq = 2 * i + 1});
                    s.wait(30s);
                    s.beat(1);
                }
            }},
        {"two servers, a card for each",
            [](Script &s) {
                for (int i = 0; i < 12; ++i) {
                    from(s, i % 2 ? "10.7.0.64" : "192.168.1.64");
                    s.platform = endpoint(i % 2 ? "10.7.0.15" : "192.168.1.15", 5060);
                    if (i < 2)
                        s.login({.callId = "to" + QByteArray::number(i)});
                    s.wait(30s);
                    s.beat(i % 2 ? 900 + i : i + 1);
                }
            }},
        {"two servers, a port for each",
            [](Script &s) {
                for (int i = 0; i < 12; ++i) {
                    from(s, "192.168.1.64", i % 2 ? 5062 : 5060);
                    s.platform = endpoint(i % 2 ? "192.168.1.16" : "192.168.1.15", 5060);
                    if (i < 2)
                        s.login({.callId = "to" + QByteArray::number(i)});
                    s.wait(30s);
                    s.beat(i % 2 ? 450 + i / 2 : 1 + i / 2);
                }
            }},
        {"another TCP connection each time",
            [](Script &s) {
                s.transport = TransportKind::Tcp;
                for (int i = 0; i < 10; ++i) {
                    from(s, "192.168.1.64", static_cast<quint16>(40000 + i));
                    s.login({.callId = "c" + QByteArray::number(i), .via = "TCP 192.168.1.64:5060"});
                    s.wait(60s);
                    s.beat(1);
                }
            }},
        {"captured on both sides of a NAT", [](Script &s) {
             const auto twice = [&s](const QByteArray &text) {
                 from(s, "192.168.1.64");
                 s.see(text);
                 from(s, "203.0.113.9", 21000);
                 s.see(text);
             };
             const auto answeredTwice = [&s](const QByteArray &text, const QByteArray &status, const QByteArray &more) {
                 from(s, "203.0.113.9", 21000);
                 s.answer(text, status, more);
                 const QByteArray answer = s.last;
                 from(s, "192.168.1.64");
                 s.see(answer, false);
             };
             Script::Request r;
             QByteArray text = s.text(r);
             twice(text);
             answeredTwice(text, "401 Unauthorized",
                 "WWW-Authenticate: Digest realm=\"3402000000\",algorithm=MD5,nonce=\"n\"\r\n");
             r.cseq = 2;
             r.more += Script::credentials();
             text = s.text(r);
             twice(text);
             answeredTwice(text, "200 OK", {});
             for (int sn = 1; sn < 9; ++sn) {
                 s.wait(60s);
                 text = s.text(s.beatRequest(sn));
                 twice(text);
                 answeredTwice(text, "200 OK", {});
             }
         }}};
}

void tst_WrongCause::oneDeviceWithTwoAddresses_data()
{
    QTest::addColumn<OneDevice>("one");
    for (const OneDevice &one : oneDevice())
        QTest::newRow(one.name) << one;
}

void tst_WrongCause::oneDeviceWithTwoAddresses()
{
    QFETCH(const OneDevice, one);
    S s;
    asCapture(s);
    one.script(s);
    for (const FindingCode code : {FindingCode::SharedId, FindingCode::FlapsTwoDevices, FindingCode::StrangerRefused})
        QVERIFY2(!s.finding(code), qPrintable(saidOf(s)));
}

/// There they are: both go on beating, each with its own count.
void tst_WrongCause::twoDevicesByTurns()
{
    S s;
    asCapture(s);
    for (int i = 0; i < 12; ++i) {
        from(s, i % 2 ? "192.168.1.99" : "192.168.1.64");
        if (i < 2)
            s.login({.callId = "of" + QByteArray::number(i)});
        s.wait(30s);
        s.beat(i % 2 ? 900 + i / 2 : 1 + i / 2);
    }
    QVERIFY2(s.finding(FindingCode::SharedId), qPrintable(saidOf(s)));
}

enum class Refresh { None, Unanswered, OnlyChallenged, Insisted, NextInCseq, Refused };
Q_DECLARE_METATYPE(Refresh)

void tst_WrongCause::theRefreshMayBeUnseen_data()
{
    QTest::addColumn<Refresh>("refresh");
    QTest::addColumn<int>("sure"); // of D19: -1: not said, else Likelihood
    QTest::newRow("no sign of one, and nothing is answered") << Refresh::None << 0;
    QTest::newRow("its REGISTER is here, sent once, its answer not") << Refresh::Unanswered << -1;
    QTest::newRow("its 401 is here, and what follows is not") << Refresh::OnlyChallenged << -1;
    QTest::newRow("it sends its REGISTER again and again") << Refresh::Insisted << 0;
    QTest::newRow("the next one shows that some are missing") << Refresh::NextInCseq << -1;
    QTest::newRow("the server refuses its heartbeats since") << Refresh::Refused << 2;
}

void tst_WrongCause::theRefreshMayBeUnseen()
{
    QFETCH(const Refresh, refresh);
    QFETCH(const int, sure);
    S s;
    asCapture(s);
    s.login({.callId = "one", .more = "Expires: 300\r\n"});
    s.beats(4);
    s.wait(20s);
    if (refresh == Refresh::Unanswered || refresh == Refresh::OnlyChallenged || refresh == Refresh::Insisted)
        s.send({.callId = "one", .cseq = 3, .more = "Expires: 300\r\n"});
    if (refresh == Refresh::OnlyChallenged)
        s.challenge();
    if (refresh == Refresh::Insisted) {
        s.wait(500ms);
        s.again();
    }
    for (int sn = 5; sn < 9; ++sn) {
        s.wait(60s);
        s.send(s.beatRequest(sn));
        if (refresh == Refresh::Refused)
            s.answer(s.last, "403 Forbidden");
    }
    if (refresh == Refresh::NextInCseq)
        s.login({.callId = "one", .cseq = 5, .more = "Expires: 300\r\n"});
    const auto lapsed = s.finding(FindingCode::BeatsWhileLapsed);
    QVERIFY2(lapsed.has_value() == (sure >= 0), qPrintable(saidOf(s)));
    if (lapsed)
        QCOMPARE(static_cast<int>(lapsed->likelihood()), sure);
    QVERIFY2(!s.finding(FindingCode::RefreshedTooLate), qPrintable(saidOf(s)));
}

void tst_WrongCause::refusedBehindAnOutage()
{
    S s;
    asCapture(s);
    s.login();
    s.beats(4);
    for (int sn = 5; sn < 8; ++sn) {
        s.wait(60s);
        s.send(s.beatRequest(sn));
        refuse(s);
    }
    s.wait(60s);
    s.beat(8, "403 Forbidden");
    s.wait(60s);
    s.beat(9, "403 Forbidden");
    const auto away = s.finding(FindingCode::ServerPortClosed), refused = s.finding(FindingCode::BeatRefused);
    QVERIFY2(away && refused, qPrintable(saidOf(s)));
    QCOMPARE(refused->because, away->id);
    s.login({.callId = "again"});
    s.beats(4);
    s.wait(3600s * 20); // and refused a day later: that is another event
    s.login({.callId = "much later"});
    s.beats(2);
    s.wait(100s);
    s.beat(99, "403 Forbidden");
    for (const Finding &one : s.analysis.findings().log().all())
        QVERIFY2(one.over || one.because != away->id, qPrintable(saidOf(s)));
}

void tst_WrongCause::registeredByWhatTheRecordShows()
{
    S held;
    asCapture(held);
    held.login();
    held.beats(2);
    held.wait(170s);
    held.beat(3, "403 Forbidden");
    QVERIFY2(held.finding(FindingCode::BeatRefused), qPrintable(saidOf(held)));
    QCOMPARE(QByteArray(wording::culpritCode(*held.finding(FindingCode::BeatRefused))), QByteArray("server"));
    S lapsed;
    asCapture(lapsed);
    lapsed.login({.more = "Expires: 100\r\n"});
    lapsed.wait(170s);
    lapsed.beat(1, "403 Forbidden");
    QCOMPARE(QByteArray(wording::culpritCode(*lapsed.finding(FindingCode::BeatRefused))), QByteArray("firmware"));
    S unseen; // the record begins behind its registration, or there was none
    asCapture(unseen);
    unseen.beat(1, "403 Forbidden");
    QVERIFY(unseen.finding(FindingCode::BeatRefused)->likelihood() == Likelihood::Possible);
    S ours; // which has all that came
    ours.beat(1, "403 Forbidden");
    QVERIFY(ours.finding(FindingCode::BeatRefused)->likelihood() == Likelihood::Certain);
}

void tst_WrongCause::aPartOfTheFleet_data()
{
    QTest::addColumn<int>("devices");
    QTest::addColumn<int>("silent");
    QTest::addColumn<int>("apart");
    QTest::addColumn<bool>("told");
    QTest::newRow("ten of thirty within seconds: a switch") << 30 << 10 << 1 << true;
    QTest::newRow("four of thirty: too few to tell") << 30 << 4 << 1 << false;
    QTest::newRow("five of sixty: too few of them") << 60 << 5 << 1 << false;
    QTest::newRow("six of thirty, one by one") << 30 << 6 << 21 << false;
}

void tst_WrongCause::aPartOfTheFleet()
{
    QFETCH(const int, devices);
    QFETCH(const int, silent);
    QFETCH(const int, apart);
    QFETCH(const bool, told);
    S s;
    asCapture(s);
    const auto idOf = [](int i) -> QByteArray { return "3402000000132" + QByteArray::number(1'000'000 + i); };
    const auto at = [&](int i) { s.device.address = IpAddress(0x0a070001U + static_cast<quint32>(i)); };
    const auto beat = [&](int i, int sn) {
        at(i);
        S::Request request = s.beatRequest(sn, "OK", idOf(i));
        request.user = idOf(i);
        s.send(request);
        s.answer(s.last, "200 OK");
    };
    for (int i = 0; i < devices; ++i) {
        at(i);
        s.login({.user = idOf(i), .callId = idOf(i)});
    }
    for (int second = 1; second < 600; ++second) {
        s.wait(1s);
        for (int i = 0; i < devices; ++i) { // each has its second, and some have their last one
            const bool isGone = i < silent && second > 200 + apart * i;
            if (second % 60 == (i * apart) % 60 && !isGone)
                beat(i, second / 60);
        }
    }
    QVERIFY2(s.finding(FindingCode::ManySilent).has_value() == told, qPrintable(saidOf(s)));
    for (const Finding &one : s.analysis.findings().log().all())
        QVERIFY(one.code != FindingCode::WentSilent || (one.because != 0) == told);
}

/// Each has its second of the minute, and its last one so long behind the one before: somebody switches them off.
void tst_WrongCause::oneByOneIsNotAtOnce()
{
    for (const int apart : {0, 40, 75}) {
        S s;
        asCapture(s);
        int sn[5] = {};
        for (int second = 1; second < 900; ++second) {
            s.wait(1s);
            for (int number = 1; number <= 4; ++number) {
                if (second % 60 == number * 7 && second < 290 + apart * number)
                    beatOf(s, number, ++sn[number], "200 OK");
            }
            if (second % 60 == 59) { // the record goes on
                s.device.address = IpAddress(0x0a090909U);
                beatOf(s, 9, second / 60 + 1, "200 OK");
            }
        }
        QVERIFY2(s.finding(FindingCode::WentSilent), qPrintable(saidOf(s)));
        QVERIFY2(s.finding(FindingCode::ManySilent).has_value() == (apart == 0), qPrintable(saidOf(s)));
    }
}

/// One of those that fell silent with it goes on under another ID: that is why, and its title says so.
void tst_WrongCause::anotherIdAmongTheSilent()
{
    const QByteArray other = "34020000001320000077";
    S s;
    asCapture(s);
    for (int number = 1; number <= 4; ++number) {
        s.device.address = IpAddress(0xc0a80140U + static_cast<quint32>(number));
        const QByteArray id = S::id.chopped(1) + QByteArray::number(number);
        s.login({.user = id,
            .callId = id,
            .contact = "sip:" + id + "@192.168.1." + QByteArray::number(64 + number) + ":5060",
            .more = "User-Agent: IPC\r\nExpires: 3600\r\n"});
    }
    for (int sn = 2; sn < 5; ++sn)
        beatRound(s, 4, sn, "200 OK");
    s.wait(200s); // all of them
    QVERIFY2(s.finding(FindingCode::ManySilent), qPrintable(saidOf(s)));
    s.device.address = IpAddress(0xc0a80141U);
    s.login({.user = other,
        .callId = "other",
        .contact = "sip:" + other + "@192.168.1.65:5060",
        .more = "User-Agent: IPC\r\nExpires: 3600\r\n"});
    const auto changed = s.finding(FindingCode::IdChanged);
    QVERIFY2(changed, qPrintable(saidOf(s)));
    QVERIFY(wording::finding(*changed).title.contains(QLatin1StringView(other)));
    for (const Finding &one : s.analysis.findings().log().all()) {
        if (one.code == FindingCode::WentSilent)
            QCOMPARE(one.because == changed->id, one.device == changed->device);
    }
}

void tst_WrongCause::anotherIdAtItsAddress_data()
{
    QTest::addColumn<QByteArray>("userAgent");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("beatsOn");
    QTest::addColumn<bool>("changed");
    QTest::newRow("the same program at the same address")
        << QByteArray("IPC") << QByteArray("192.168.1.64") << false << true;
    QTest::newRow("another program") << QByteArray("NVR") << QByteArray("192.168.1.64") << false << false;
    QTest::newRow("another address") << QByteArray("IPC") << QByteArray("192.168.1.65") << false << false;
    QTest::newRow("a gateway: both beat") << QByteArray("IPC") << QByteArray("192.168.1.64") << true << false;
}

void tst_WrongCause::anotherIdAtItsAddress()
{
    QFETCH(const QByteArray, userAgent);
    QFETCH(const QByteArray, host);
    QFETCH(const bool, beatsOn);
    QFETCH(const bool, changed);
    const QByteArray other = "34020000001320000077";
    S s;
    asCapture(s);
    s.login({.more = "User-Agent: IPC\r\nExpires: 3600\r\n"});
    s.beats(3);
    s.wait(50s);
    s.device.address = endpoint(host.constData(), 5060).address;
    s.login({.user = other,
        .callId = "other",
        .contact = "sip:" + other + '@' + host + ":5060",
        .more = "User-Agent: " + userAgent + "\r\nExpires: 3600\r\n"});
    for (int sn = 1; sn < 9; ++sn) {
        s.wait(60s);
        S::Request request = s.beatRequest(sn, "OK", other);
        request.user = other;
        s.send(request);
        s.answer(s.last, "200 OK");
        if (beatsOn && sn < 3) // then it goes silent for a reason of its own
            s.beat(3 + sn);
    }
    const auto silent = s.finding(FindingCode::WentSilent), id = s.finding(FindingCode::IdChanged);
    QVERIFY2(silent && silent->device == QString::fromLatin1(S::id), qPrintable(saidOf(s)));
    QVERIFY2(id.has_value() == changed, qPrintable(saidOf(s)));
    QCOMPARE(silent->because, changed ? id->id : 0U);
    if (!changed)
        return;
    QCOMPARE(id->device, QString::fromLatin1(S::id));
    QCOMPARE(id->a, QString::fromLatin1(other));
    s.beat(4); // it is there after all
    QVERIFY(!s.finding(FindingCode::IdChanged) || s.finding(FindingCode::IdChanged)->over);
}

void tst_WrongCause::leftForAnotherId()
{
    const QByteArray other = "34020000001320000077";
    S s;
    asCapture(s);
    s.login({.more = "User-Agent: IPC\r\nExpires: 3600\r\n"});
    s.beats(3);
    s.login({.cseq = 9, .more = "User-Agent: IPC\r\nExpires: 0\r\n"});
    s.wait(20s);
    QVERIFY(s.finding(FindingCode::UnregisteredItself));
    s.login({.user = other,
        .callId = "other",
        .contact = "sip:" + other + "@192.168.1.64:5060",
        .more = "User-Agent: IPC\r\nExpires: 3600\r\n"});
    QVERIFY2(s.finding(FindingCode::IdChanged), qPrintable(saidOf(s)));
    QCOMPARE(s.finding(FindingCode::UnregisteredItself)->because, s.finding(FindingCode::IdChanged)->id);
}

/// What it refreshed while nothing was captured is not known: its registration lasts from the end of the hole.
void tst_WrongCause::lapsedUnheard()
{
    DeviceFacts facts;
    facts.phase = DeviceFacts::Phase::Registered;
    facts.confirmedAt = facts.startedAt = TimePoint(1000s);
    facts.expires = 3600s;
    QVERIFY(lapsesAt(facts) == TimePoint(4600s));
    facts.heardSince = TimePoint(5000s);
    QVERIFY(lapsesAt(facts) == TimePoint(8600s));
    facts.expires = 0s;
    QVERIFY(!lapsesAt(facts));
}

void tst_WrongCause::thePlatformWantsThatInterval()
{
    const auto sets = [](S &s) {
        s.ask(s.query(s.manscdp("Control", "DeviceConfig",
            "<BasicParam>\r\n<HeartBeatInterval>20</HeartBeatInterval>\r\n</BasicParam>\r\n", 600)));
        s.answer(s.last, "200 OK", {}, true);
    };
    S s;
    asCapture(s);
    s.login();
    s.beats(4);
    sets(s);
    s.wait(5s);
    s.beats(8, 20s);
    QVERIFY2(!s.finding(FindingCode::BeatsFaster), qPrintable(saidOf(s)));
    s.beats(8, 30s); // that was not asked for
    QVERIFY2(s.finding(FindingCode::BeatsFaster), qPrintable(saidOf(s)));
    S ours; // we know what we expect
    ours.login();
    sets(ours);
    ours.beats(8, 20s);
    QVERIFY(ours.finding(FindingCode::BeatsFaster));
}

/// Its CSeq begins anew, too: by RFC 3261 10.2.4 it would rise.
void tst_WrongCause::restartsUnderOneCallId()
{
    const auto runs = [](S &s, bool isAnew) {
        for (int i = 0; i < 6; ++i) {
            s.wait(35s);
            s.login({.cseq = isAnew ? 1 : 1 + 2 * i});
            for (int sn = 1; sn < 4; ++sn) {
                s.wait(60s);
                s.beat(sn);
            }
        }
    };
    S s;
    runs(s, true);
    QVERIFY2(s.finding(FindingCode::RestartsOften), qPrintable(saidOf(s)));
    S counts;
    runs(counts, false);
    QVERIFY2(!counts.finding(FindingCode::RestartsOften), qPrintable(saidOf(counts)));
}

/// In time, and was refused: its firmware is not to blame for a registration that lapsed, nor for coming again.
void tst_WrongCause::triedToRefresh()
{
    S s;
    asCapture(s);
    s.login({.more = "Expires: 600\r\n"});
    s.beats(9);
    for (int i = 0; i < 4; ++i) {
        s.login({.callId = "1@camera", .cseq = 3 + 2 * i, .more = "Expires: 600\r\n"}, "403 Forbidden");
        s.wait(55s);
        s.beat(10 + i, i == 0 ? "200 OK" : "403 Forbidden");
        s.wait(5s);
    }
    QVERIFY2(s.finding(FindingCode::WrongPassword), qPrintable(saidOf(s)));
    for (const FindingCode code : {FindingCode::BeatsWhileLapsed, FindingCode::RefreshedTooLate})
        QVERIFY2(!s.finding(code), qPrintable(saidOf(s)));
    for (const FindingCode code : {FindingCode::BeatRefused, FindingCode::RefusedAfterAccepted})
        QVERIFY2(!s.finding(code) || s.finding(code)->because != 0, qPrintable(saidOf(s)));
    QCOMPARE(s.finding(FindingCode::RefusedAfterAccepted)->because, s.finding(FindingCode::WrongPassword)->id);
}

void tst_WrongCause::silentAndForgotten()
{
    S s;
    asCapture(s);
    s.login();
    s.beats(4);
    s.wait(600s);
    s.beat(5, "403 Forbidden");
    const auto silent = s.finding(FindingCode::WentSilent), refused = s.finding(FindingCode::BeatRefused);
    QVERIFY2(silent && refused, qPrintable(saidOf(s)));
    QCOMPARE(refused->because, silent->id);
}

void tst_WrongCause::grantedNothing()
{
    S s;
    asCapture(s);
    const auto registers = [&s](const QByteArray &expires) {
        s.send({.callId = expires});
        s.challenge();
        s.send({.callId = expires, .cseq = 2, .more = "Expires: 3600\r\n" + S::credentials()});
        s.answer(s.last, "200 OK", "Expires: " + expires + "\r\n");
    };
    registers("0");
    QVERIFY2(s.finding(FindingCode::RegistrationRefused), qPrintable(saidOf(s)));
    const DeviceSnapshot device = s.analysis.devices().snapshots().constFirst();
    QVERIFY(device.verdict.state == DeviceState::Unregistered && device.reason.code == NoteCode::Rejected);
    registers("3600");
    QVERIFY(s.finding(FindingCode::RegistrationRefused)->over);
    registers("0");
    s.wait(20s);
    QVERIFY2(!s.finding(FindingCode::UnregisteredItself), qPrintable(saidOf(s)));
}

/// It comes from the other end: whoever captured saw both directions, and the request did not arrive.
void tst_WrongCause::icmpIsAnAnswer()
{
    S s;
    asCapture(s);
    for (int i = 0; i < 12; ++i) {
        s.send({.callId = "c" + QByteArray::number(i)});
        refuse(s);
        s.wait(60s);
    }
    QVERIFY(s.finding(FindingCode::ServerPortClosed));
    QVERIFY2(!s.finding(FindingCode::RecordOneWay), qPrintable(saidOf(s)));
    QVERIFY2(!s.finding(FindingCode::RecordIncomplete), qPrintable(saidOf(s)));
}

void tst_WrongCause::connectionsWereSeen_data()
{
    QTest::addColumn<bool>("seen");
    QTest::newRow("nothing was captured") << false;
    QTest::newRow("connections were refused meanwhile") << true;
}

/// A server that is down while its devices try to connect: the capture ran all the time.
void tst_WrongCause::connectionsWereSeen()
{
    QFETCH(const bool, seen);
    S s;
    asCapture(s);
    for (int second = 0; second < 700; ++second) {
        s.wait(1s);
        const bool isDown = second >= 400 && second < 550;
        if (isDown && seen && second % 10 == 0)
            s.note(notes::Connection{notes::Connection::How::Refused, QStringLiteral("192.168.1.65:4000"),
                QStringLiteral("192.168.1.15:5060")});
        if (!isDown && second % 7 == 0 && second % 63 / 7 < 8)
            beatOf(s, 1 + second % 63 / 7, 1 + second / 63, "200 OK");
    }
    QVERIFY2(s.finding(FindingCode::RecordGap).has_value() != seen, qPrintable(saidOf(s)));
}

QTEST_GUILESS_MAIN(tst_WrongCause)
#include "tst_wrongcause.moc"
