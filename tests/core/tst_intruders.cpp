#include "core/flow/tracer.h"
#include "core/report/words/findingwords.h"
#include "core/server/failingaddresses.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Who fills the server's places, guesses, or speaks in the name of others: the next honest device gets in, is answered
/// as ever, and is not blamed.
class tst_Intruders : public QObject
{
    Q_OBJECT
private slots:
    void placesWithoutAPassword_data();
    void placesWithoutAPassword();
    void rowsOfTheTable_data();
    void rowsOfTheTable();
    void aLoginUnderWayKeepsItsRow();
    void rowsThatSpokeAgainAreAShare();
    void devicesBehindOneAddressKeepTheirPlaces();
    void authenticatedPlacesAreNeverGiven();
    void guessedIds();
    void guessedPasswords();
    void twoHundredBehindOneAddressComeAtOnce();
    void challengesAreGoodForOneAnswer();
    void aThousandLoginsBehindOneAddress();
    void failuresAreForgiven();
    void theTableIsBounded();
    void nobodyIsBlamedForASpoofer();
    void twoRealDevicesAreStillTold();
};

static QByteArray idOf(int number)
{
    return "3402000000132" + QByteArray::number(number).rightJustified(7, '0');
}

static Endpoint from(quint32 address)
{
    return {IpAddress(address), 5060};
}

/// What the registrar has to say, as the engine hands it on.
static QStringList noticed(Site &site, Registrar::Notice::What what)
{
    QStringList addresses;
    for (const Registrar::Notice &one : site.sip.registrar().takeNotices()) {
        if (one.what == what)
            addresses << one.address.toString();
    }
    return addresses;
}

void tst_Intruders::placesWithoutAPassword_data()
{
    QTest::addColumn<bool>("oneAddress");
    QTest::newRow("one address") << true;
    QTest::newRow("made-up addresses") << false;
}

void tst_Intruders::placesWithoutAPassword()
{
    QFETCH(const bool, oneAddress);
    Site site(Site::withPassword({}));
    constexpr int early = 20;
    for (int i = 0; i < early; ++i) { // who is there and beats
        QCOMPARE(site.status(site.registerText({.id = idOf(i), .callId = idOf(i)}), from(0xc0a80164U)), 200);
        QCOMPARE(site.status(site.keepalive(idOf(i), 1, "b" + idOf(i)), from(0xc0a80164U)), 200);
    }
    Tracer tracer; // what the device table makes of it is of no interest here
    for (int i = 0; i < 10'500; ++i) {
        const Endpoint source = from(0x0a000001U + (oneAddress ? 0 : static_cast<quint32>(i)));
        const QByteArray request = site.registerText({.id = idOf(100'000 + i), .callId = "s" + idOf(i)});
        site.sip.receive(tracer.trace({.at = site.clock.now(), .from = source, .to = site.server, .octets = request}),
            site.clock.wall());
    }
    QCOMPARE(site.sip.registrar().bindings().size(), Bindings::capacity);
    QCOMPARE(
        noticed(site, Registrar::Notice::Places), QStringList(oneAddress ? QStringLiteral("10.0.0.1") : QString()));
    QCOMPARE(site.status(site.registerText({.id = idOf(50), .callId = "honest"}), from(0xc0a80165U)), 200);
    QCOMPARE(site.status(site.keepalive(idOf(50), 1, "honest beat"), from(0xc0a80165U)), 200);
    for (int i = 0; i < early; ++i)
        QCOMPARE(site.status(site.keepalive(idOf(i), 2, "c" + idOf(i)), from(0xc0a80164U)), 200);
}

/// The addresses that the finding of a full table names.
static QStringList toldOfRows(const Site &site)
{
    QStringList addresses;
    for (const Finding &one : site.analysis.findings().log().all()) {
        if (one.code == FindingCode::TooManyDevices)
            addresses << one.b;
    }
    return addresses;
}

void tst_Intruders::rowsOfTheTable_data()
{
    placesWithoutAPassword_data();
}

/// The table of devices, where anybody's REGISTER is answered 200.
void tst_Intruders::rowsOfTheTable()
{
    QFETCH(const bool, oneAddress);
    Site site(Site::withPassword({}));
    constexpr int early = 20;
    const auto shown = [](int i) { return QString::fromLatin1(idOf(i)); };
    for (int i = 0; i < early; ++i) {
        QCOMPARE(site.status(site.registerText({.id = idOf(i), .callId = idOf(i)}), from(0xc0a80164U)), 200);
        QCOMPARE(site.status(site.keepalive(idOf(i), 1, "b" + idOf(i)), from(0xc0a80164U)), 200);
    }
    for (int i = 0; i < DeviceStore::capacity + 500; ++i)
        site.send(site.registerText({.id = idOf(100'000 + i), .callId = "s" + idOf(i)}),
            from(0x0a000001U + (oneAddress ? 0 : static_cast<quint32>(i))));
    QCOMPARE(site.status(site.registerText({.id = idOf(50), .callId = "honest"}), from(0xc0a80165U)), 200);
    QCOMPARE(site.status(site.keepalive(idOf(50), 1, "honest beat"), from(0xc0a80165U)), 200);
    QCOMPARE(site.analysis.devices().count(), DeviceStore::capacity);
    QVERIFY(site.state(shown(50)) == DeviceState::Online);
    for (int i = 0; i < early; ++i)
        QVERIFY(site.state(shown(i)) == DeviceState::Online);
    QCOMPARE(toldOfRows(site), QStringList(oneAddress ? QStringLiteral("10.0.0.1") : QString()));
}

/// Challenged, and not yet back, while somebody at another address fills the table.
void tst_Intruders::aLoginUnderWayKeepsItsRow()
{
    Site site;
    const QString id = QString::fromLatin1(idOf(1));
    const QByteArray nonce = Site::nonceOf(
        site.send(site.registerText({.id = idOf(1), .callId = "a"}), from(0xc0a80164U)).constLast());
    for (int i = 0; i < DeviceStore::capacity + 500; ++i)
        site.send(site.registerText({.id = idOf(100'000 + i), .callId = "s" + idOf(i)}), from(0x0a000001U));
    QVERIFY(site.state(id) == DeviceState::Registering);
    QCOMPARE(toldOfRows(site), QStringList(QStringLiteral("10.0.0.1")));
    const auto login = site.registerText(
        {.id = idOf(1), .callId = "a", .cseq = 2, .extra = Site::authorization(idOf(1), nonce, "12345678")});
    QCOMPARE(site.status(login, from(0xc0a80164U)), 200);
    // Who authenticated stays, though he registered once and never beat
    for (int i = 0; i < DeviceStore::capacity + 500; ++i)
        site.send(site.registerText({.id = idOf(200'000 + i), .callId = "t" + idOf(i)}), from(0xc0a80164U));
    QVERIFY(site.state(id) == DeviceState::Online);
    QCOMPARE(toldOfRows(site), QStringList(QStringLiteral("192.168.1.100")));
}

/// Two messages of each made-up ID are as cheap as one.
void tst_Intruders::rowsThatSpokeAgainAreAShare()
{
    Site site(Site::withPassword({}));
    QCOMPARE(site.status(site.registerText({.id = idOf(1), .callId = "a"}), from(0xc0a80164U)), 200);
    QCOMPARE(site.status(site.keepalive(idOf(1), 1, "b"), from(0xc0a80164U)), 200);
    for (int i = 0; i < DeviceStore::capacity; ++i) {
        site.send(site.registerText({.id = idOf(100'000 + i), .callId = "s" + idOf(i)}), from(0x0a000001U));
        site.send(site.keepalive(idOf(100'000 + i), 1, "k" + idOf(i)), from(0x0a000001U));
    }
    QCOMPARE(site.status(site.registerText({.id = idOf(2), .callId = "c"}), from(0xc0a80165U)), 200);
    for (const int i : {1, 2})
        QVERIFY(site.state(QString::fromLatin1(idOf(i))) == DeviceState::Online);
    QCOMPARE(site.analysis.devices().count(), DeviceStore::capacity);
}

void tst_Intruders::devicesBehindOneAddressKeepTheirPlaces()
{
    Bindings bindings(100);
    const auto binding = [](quint32 address, int port) {
        return Binding{.source = {IpAddress(address), static_cast<quint16>(port)}, .expiresAt = TimePoint(1h)};
    };
    for (int i = 0; i < 60; ++i) {
        QVERIFY(bindings.set(std::to_string(i), binding(1, i)).room == Bindings::Room::Free);
        bindings.prove(std::to_string(i));
    }
    for (int i = 0; i < 40; ++i) // one datagram each, of anybody
        QVERIFY(bindings.set("x" + std::to_string(i), binding(2, i)).room == Bindings::Room::Free);
    for (int i = 0; i < 200; ++i) {
        const auto outcome = bindings.set("y" + std::to_string(i), binding(3, i));
        QVERIFY(outcome.room == Bindings::Room::Made);
    }
    QCOMPARE(bindings.size(), 100);
    for (int i = 0; i < 60; ++i)
        QVERIFY(bindings.find(std::to_string(i)));
    // Where all have spoken again, whoever has more than a share gives, but not to the like
    for (int i = 0; i < 200; ++i) {
        bindings.prove("x" + std::to_string(i));
        bindings.prove("y" + std::to_string(i));
    }
    const auto outcome = bindings.set("newcomer", binding(4, 1));
    QVERIFY(outcome.room == Bindings::Room::Made);
    QVERIFY(outcome.from == IpAddress(1) && outcome.held == 60);
    bindings.prove("newcomer");
    QVERIFY(bindings.set("one more", binding(1, 500)).room == Bindings::Room::None);
    QCOMPARE(bindings.size(), 100);
}

void tst_Intruders::authenticatedPlacesAreNeverGiven()
{
    Bindings bindings(10);
    for (int i = 0; i < 10; ++i)
        bindings.set(std::to_string(i), {.source = from(1), .expiresAt = TimePoint(1h), .authenticated = true});
    QVERIFY(bindings.set("x", {.source = from(2), .expiresAt = TimePoint(1h)}).room == Bindings::Room::None);
    QVERIFY(bindings.set("3", {.source = from(2), .expiresAt = TimePoint(1h), .authenticated = true}).room
        == Bindings::Room::Free);
    bindings.expire(TimePoint(2h));
    QCOMPARE(bindings.size(), 0);
    QVERIFY(!bindings.holds(from(2)));
}

void tst_Intruders::guessedIds()
{
    Site site;
    const Endpoint device = endpoint("192.168.1.64", 5060), guesser = endpoint("192.168.1.64", 6000);
    QCOMPARE(site.login({.id = idOf(1), .callId = "device"}, "12345678", device), 200);
    int challenges = 0, sn = 0;
    for (int i = 0; i < 600; ++i) {
        challenges += site.status(site.registerText({.id = idOf(1000 + i), .callId = "g" + idOf(i)}), guesser) == 401;
        site.wait(100ms);
        if (i % 100 == 0) {
            QCOMPARE(site.status(site.keepalive(idOf(1), ++sn, "b" + idOf(i)), device), 200);
            QCOMPARE(site.login({.id = idOf(1), .callId = "again" + idOf(i)}, "12345678", device), 200); // at once
        }
    }
    // 100 in the first ten seconds, and one a second from then on
    QVERIFY2(challenges <= 180, qPrintable(QString::number(challenges)));
    QVERIFY(challenges >= 50);
    QCOMPARE(noticed(site, Registrar::Notice::Guesses), QStringList(QStringLiteral("192.168.1.64")));
    QVERIFY(site.sip.withheld() >= 400);
    // Elsewhere nothing has changed
    QCOMPARE(site.login({.id = idOf(2), .callId = "other"}, "12345678", endpoint("192.168.1.65", 5060)), 200);
}

void tst_Intruders::guessedPasswords()
{
    Site site;
    const Endpoint guesser = endpoint("192.168.1.77", 6000);
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({}), guesser).constLast());
    const auto guess = [&](int i, const QByteArray &password) {
        site.clock.advance(10ms);
        return site.status(site.registerText({.callId = "g" + QByteArray::number(i),
                               .extra = Site::authorization("34020000001320000001", nonce, password)}),
            guesser);
    };
    int refusals = 0;
    for (int i = 0; i < 500; ++i)
        refusals += guess(i, "guess" + QByteArray::number(i)) != 0;
    QVERIFY2(refusals < 50, qPrintable(QString::number(refusals)));
    int tried = 0; // even the right one is not looked at faster than once a second
    while (guess(1000 + tried, "12345678") != 200)
        QVERIFY(++tried < 150);
    QVERIFY2(tried > 20, qPrintable(QString::number(tried)));
}

/// After a power cut they do, and none of them has to send again.
void tst_Intruders::twoHundredBehindOneAddressComeAtOnce()
{
    Site site;
    const Endpoint nat = endpoint("192.168.1.1", 5060);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(site.status(site.registerText({.id = idOf(i), .callId = "n" + idOf(i)}), nat), 401);
    QCOMPARE(site.sip.withheld(), 0ULL);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(site.login({.id = idOf(i), .callId = "l" + idOf(i)}, "12345678", nat), 200);
}

void tst_Intruders::challengesAreGoodForOneAnswer()
{
    Site site;
    const Endpoint behind = endpoint("192.168.1.77", 6000);
    for (int i = 0; i < 60; ++i)
        site.login({.id = idOf(i), .callId = "w" + idOf(i)}, "wrong", behind);
    int answered = 0, tries = 0;
    for (; answered == 0 && tries < 20; ++tries) { // a neighbour that is new is slow, but gets in
        answered = site.login({.id = idOf(500), .callId = "new" + QByteArray::number(tries)}, "12345678", behind)
            == 200;
        site.wait(200ms);
    }
    QVERIFY2(answered == 1, qPrintable(QString::number(tries)));
}

void tst_Intruders::aThousandLoginsBehindOneAddress()
{
    for (const TransportKind way : {TransportKind::Udp, TransportKind::Tcp}) {
        Site site;
        site.transport = way;
        const auto at = [](int i) { return Endpoint{IpAddress(0x0a000001U), static_cast<quint16>(2000 + i)}; };
        // All begin within a second; the first REGISTERs of some arrive ahead of the answers of others
        constexpr int ahead = 50;
        QHash<int, QByteArray> nonces;
        for (int i = 0; i < 1000 + ahead; ++i) {
            if (i < 1000)
                nonces[i] = Site::nonceOf(
                    site.send(site.registerText({.id = idOf(i), .callId = idOf(i)}), at(i)).constLast());
            if (const int j = i - ahead; j >= 0)
                QCOMPARE(site.status(site.registerText({.id = idOf(j),
                                         .callId = idOf(j),
                                         .cseq = 2,
                                         .extra = Site::authorization(idOf(j), nonces[j], "12345678")}),
                             at(j)),
                    200);
            site.clock.advance(1ms);
        }
        QVERIFY(noticed(site, Registrar::Notice::Guesses).isEmpty());
        QCOMPARE(site.sip.withheld(), 0U);
    }
}

void tst_Intruders::failuresAreForgiven()
{
    const ManualClock start;
    ManualClock clock;
    FailingAddresses failing;
    const IpAddress address(0x0a000001U);
    for (int i = 0; i <= FailingAddresses::most; ++i) {
        QVERIFY(!failing.isSlow(address, clock.now()));
        failing.failed("a", address, clock.now());
    }
    QVERIFY(failing.isSlow(address, clock.now()));
    clock.advance(FailingAddresses::forgiveness);
    QVERIFY(!failing.isSlow(address, clock.now()));
    // Challenges that nobody answers are failures, those that were answered are none
    for (int i = 0; i < 100; ++i) {
        failing.challenged(std::to_string(i), address, clock.now());
        failing.succeeded(std::to_string(i), address);
    }
    clock.advance(FailingAddresses::patience);
    QVERIFY(!failing.isSlow(address, clock.now()));
    for (int i = 0; i < 100; ++i)
        failing.challenged(std::to_string(i), address, clock.now());
    QVERIFY(!failing.isSlow(address, clock.now()));
    QCOMPARE(failing.waiting(address), 100);
    clock.advance(FailingAddresses::patience);
    QVERIFY(failing.isSlow(address, clock.now()));
    QVERIFY(failing.failures(address) <= FailingAddresses::worst);
    clock.advance(FailingAddresses::worst * FailingAddresses::forgiveness);
    QVERIFY(!failing.isSlow(address, clock.now()));
    QCOMPARE(failing.failures(address), 0);
}

void tst_Intruders::theTableIsBounded()
{
    ManualClock clock;
    FailingAddresses failing;
    for (quint32 i = 0; i < 2 * FailingAddresses::capacity; ++i)
        failing.challenged("a", IpAddress(0x0a000000U + i), clock.now());
    QCOMPARE(failing.size(), FailingAddresses::capacity);
    clock.advance(10min);
    failing.challenged("a", IpAddress(1), clock.now());
    QCOMPARE(failing.size(), 1U);
    for (std::size_t i = 0; i < 2 * FailingAddresses::openCapacity; ++i)
        failing.challenged(std::to_string(i), IpAddress(1), clock.now());
    QVERIFY(failing.waiting(IpAddress(1)) <= static_cast<qsizetype>(FailingAddresses::openCapacity) + 1);
}

void tst_Intruders::nobodyIsBlamedForASpoofer()
{
    const QByteArray id = "34020000001320000001";
    Site site;
    const Endpoint device = endpoint("192.168.1.64", 5060), spoofer = endpoint("192.168.1.77", 5060);
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({}), device).constLast());
    const QByteArray credentials = Site::authorization(id, nonce, "12345678");
    QCOMPARE(site.status(site.registerText({.cseq = 2, .extra = credentials}), device), 200);
    for (int minute = 0; minute < 20; ++minute) {
        const QByteArray call = QByteArray::number(minute);
        QCOMPARE(site.status(site.keepalive(id, minute + 1, "beat" + call), device), 200);
        site.wait(10s);
        // Without credentials, with a replay of them, with a guess; a replayed heartbeat; the like of another domain
        QCOMPARE(site.status(site.registerText({.callId = "s" + call}), spoofer), 401);
        QVERIFY(site.status(site.registerText({.callId = "r" + call, .extra = credentials}), spoofer) != 200);
        QVERIFY(site.login({.callId = "g" + call, .host = "4403000000"}, "guess" + call, spoofer) != 200);
        QCOMPARE(site.status(site.keepalive(id, minute + 1, "beat" + call), spoofer), 403);
        site.wait(50s);
        if (minute == 10)
            QCOMPARE(site.login({.callId = "refresh"}, "12345678", device), 200);
        QVERIFY(site.state() == DeviceState::Online);
    }
    QCOMPARE(site.device().beats, 20);
    QVERIFY(site.device().address == device);
    bool told = false;
    for (const Finding &finding : site.analysis.findings().log().all()) {
        const wording::FindingText text = wording::finding(finding);
        QVERIFY2(finding.device.isEmpty(), qPrintable(text.title));
        told |= text.title.contains(u"192.168.1.77") && text.title.contains(QString::fromLatin1(id));
    }
    QVERIFY(told);
    QVERIFY2(site.device().problem.code == NoteCode::None || site.device().problem.code == NoteCode::ForeignHeartbeat,
        qPrintable(QString::number(static_cast<int>(site.device().problem.code))));
}

void tst_Intruders::twoRealDevicesAreStillTold()
{
    Site site;
    const Endpoint one = endpoint("192.168.1.64", 5060), other = endpoint("192.168.1.65", 5060);
    for (int i = 0; i < 4; ++i) { // both know the password; each is refused its heartbeat while the other has the place
        const QByteArray call = QByteArray::number(i);
        QCOMPARE(site.login({.callId = "a" + call}, "12345678", one), 200);
        site.wait(20s);
        QCOMPARE(site.login({.callId = "b" + call}, "12345678", other), 200);
        site.wait(20s);
    }
    bool shared = false;
    for (const Finding &finding : site.analysis.findings().log().all())
        shared |= finding.code == FindingCode::SharedId && finding.device == u"34020000001320000001";
    QVERIFY(shared);
}

QTEST_GUILESS_MAIN(tst_Intruders)
#include "tst_intruders.moc"
