#include "core/client/silencetest.h"
#include "core/session/notevalues.h"
#include "tests/support/lossyrelay.h"
#include "tests/support/patientdevice.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// A server that falls silent on purpose: nobody hears of it, the record goes on, and who notices is told.
class tst_Silence : public QObject
{
    Q_OBJECT
private slots:
    void answersNobody_data();
    void answersNobody();
    void repeatsNoAnswer();
    void repeatsNoRefusal();
    void othersAreAnswered();
    void heardAllTheSame();
    void whoNotices_data();
    void whoNotices();
    void isNobodysFault_data();
    void isNobodysFault();
    void isDeafBeforeAndBehind();
    void strangersAreNobodysFault();
    void whatBeganWithinIt();
    void isNotAddedUp();
    void aFleetThatComesBack();
    void longEnough();

private:
    static inline const QString id = QStringLiteral("34020000001320000001");

    static void hush(Site &site, const QStringList &devices = {})
    {
        const Silence silence{.devices = QSet<QString>(devices.begin(), devices.end()),
            .since = site.clock.now(),
            .until = site.clock.now() + 1h};
        site.sip.setSilence(silence);
        site.analysis.observe(JournalNote{site.clock.now(), notevalues::noteOf(silence)});
    }
    static void speak(Site &site)
    {
        site.sip.setSilence({});
        site.analysis.observe(JournalNote{site.clock.now(), notes::SilenceEnded{}});
    }
    static QStringList findings(const Site &site)
    {
        QStringList rules;
        for (const Finding &one : site.analysis.findings().log().all())
            rules << QString::fromLatin1(one.kind().rule) + u' ' + QString::number(static_cast<int>(one.code));
        return rules;
    }
    static std::optional<Finding> unnoticed(const Site &site)
    {
        for (const Finding &one : site.analysis.findings().log().all()) {
            if (one.code == FindingCode::LostServerUnnoticed)
                return one;
        }
        return std::nullopt;
    }
};

void tst_Silence::answersNobody_data()
{
    QTest::addColumn<bool>("tcp");
    QTest::newRow("UDP") << false;
    QTest::newRow("TCP") << true;
}

void tst_Silence::answersNobody()
{
    QFETCH(const bool, tcp);
    Site site;
    site.transport = tcp ? TransportKind::Tcp : TransportKind::Udp;
    QCOMPARE(site.login(), 200);
    hush(site);
    QCOMPARE(site.status(site.keepalive()), 0);
    QCOMPARE(site.status(site.registerText({.callId = "2"})), 0);
    QCOMPARE(site.status("OPTIONS sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP "
                         "192.168.1.64:5060;branch=z9hG4bKo\r\nFrom: "
                         "<sip:34020000001320000001@3402000000>;tag=a\r\nTo: <sip:34020000002000000001@3402000000>\r\n"
                         "Call-ID: o\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n"),
        0);
    speak(site);
    QCOMPARE(site.status(site.keepalive()), 200); // and it is still registered
}

/// The transaction has its answer, and does not give it again.
void tst_Silence::repeatsNoAnswer()
{
    Site site;
    site.login();
    const QByteArray beat = site.keepalive();
    QCOMPARE(site.status(beat), 200);
    site.wait(500ms);
    QCOMPARE(site.status(beat), 200);
    hush(site);
    site.wait(1s);
    QCOMPARE(site.status(beat), 0);
    speak(site);
    QCOMPARE(site.status(beat), 200);
    // What began within it is new to the server that speaks again
    hush(site);
    const QByteArray late = site.keepalive("34020000001320000001", 2);
    QCOMPARE(site.status(late), 0);
    speak(site);
    site.wait(500ms);
    QCOMPARE(site.status(late), 200);
}

/// Timer G of an INVITE that was refused ahead of it.
void tst_Silence::repeatsNoRefusal()
{
    Site site;
    site.login();
    const QByteArray invite
        = "INVITE sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP "
          "192.168.1.64:5060;rport;branch=z9hG4bKi\r\nFrom: <sip:34020000001320000001@3402000000>;tag=a\r\n"
          "To: <sip:34020000002000000001@3402000000>\r\nCall-ID: i\r\nCSeq: 1 INVITE\r\nContact: "
          "<sip:34020000001320000001@192.168.1.64:5060>\r\nContent-Length: 0\r\n\r\n";
    QVERIFY(site.status(invite) >= 400);
    QCOMPARE(site.wait(500ms).size(), 1);
    hush(site, {id});
    QCOMPARE(site.wait(1s).size(), 0);
    speak(site);
    QCOMPARE(site.wait(2s).size(), 1);
}

void tst_Silence::othersAreAnswered()
{
    Site site;
    const Endpoint elsewhere = endpoint("192.168.1.65", 5060);
    site.login();
    hush(site, {id});
    QCOMPARE(site.login({.id = "34020000001320000002", .callId = "2"}, "12345678", elsewhere), 200);
    QCOMPARE(site.status(site.keepalive("34020000001320000002"), elsewhere), 200);
    QCOMPARE(site.status(site.keepalive()), 0);
}

void tst_Silence::heardAllTheSame()
{
    Site site;
    site.login();
    hush(site);
    const quint64 before = site.analysis.counters().messages;
    for (int i = 1; i <= 20; ++i) {
        site.wait(60s);
        site.send(site.keepalive("34020000001320000001", i));
        QCOMPARE(site.state(), DeviceState::Online);
    }
    QCOMPARE(site.device().beats, 20);
    QCOMPARE(site.analysis.counters().messages - before, 20U);
    QCOMPARE(site.device().contact.unanswered(), 20);
}

void tst_Silence::whoNotices_data()
{
    QTest::addColumn<int>("registersAfter"); // heartbeats; 0: never
    QTest::addColumn<bool>("sameCallId");
    QTest::addColumn<int>("beats");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, int registersAfter, bool sameCallId, int beats, SilenceTest::State state) {
        QTest::newRow(name) << registersAfter << sameCallId << beats << static_cast<int>(state);
    };
    row("after three, under a new Call-ID", 3, false, 3, SilenceTest::State::Registered);
    row("after three, under the old one", 3, true, 3, SilenceTest::State::Registered);
    row("after two, its own count", 2, false, 2, SilenceTest::State::Registered);
    row("a refresh is no notice", 1, true, 6, SilenceTest::State::Unnoticed);
    row("never", 0, false, 6, SilenceTest::State::Unnoticed);
    row("switched off", 0, false, 2, SilenceTest::State::Stopped);
}

void tst_Silence::whoNotices()
{
    QFETCH(const int, registersAfter);
    QFETCH(const bool, sameCallId);
    QFETCH(const int, beats);
    QFETCH(const int, state);
    Site site;
    SilenceTest test;
    const auto result = [&] {
        test.apply(site.analysis.devices().snapshots());
        return test.result(id, site.clock.now()).value();
    };
    site.login();
    site.send(site.keepalive());
    hush(site);
    test.begin({.on = true,
        .silence = {.devices = {}, .since = site.clock.now(), .until = site.clock.now() + 1h},
        .at = site.clock.now(),
        .devices = site.analysis.devices().snapshots()});
    QCOMPARE(result().latest, Duration(300s));
    QCOMPARE(result().expected, Duration(180s));
    for (int i = 1; i <= beats; ++i) {
        site.wait(60s);
        site.send(site.keepalive("34020000001320000001", i));
        if (i < 5)
            QCOMPARE(result().state,
                i > registersAfter && registersAfter >= 2 ? SilenceTest::State::Registered : SilenceTest::State::Due);
        if (i == registersAfter) {
            site.wait(5s);
            site.send(site.registerText({.callId = sameCallId ? "1@camera" : "anew", .cseq = 9}));
        }
    }
    if (static_cast<SilenceTest::State>(state) == SilenceTest::State::Stopped)
        site.wait(181s);
    QCOMPARE(static_cast<int>(result().state), state);
    QCOMPARE(unnoticed(site).has_value(), static_cast<SilenceTest::State>(state) == SilenceTest::State::Unnoticed);
    if (static_cast<SilenceTest::State>(state) == SilenceTest::State::Registered) {
        QCOMPARE(result().unanswered, registersAfter);
        QCOMPARE(result().sinceAnswer, Duration(registersAfter * 60s + 5s));
    }
    speak(site);
    test.end(site.clock.now());
    QVERIFY(!result().back);
    site.wait(7s);
    QCOMPARE(site.login({.callId = "back", .cseq = 20}), 200);
    QCOMPARE(result().back, std::optional<Duration>(7s));
    QCOMPARE(static_cast<int>(result().state), state); // what was found stays
    QVERIFY(!unnoticed(site) || unnoticed(site)->over);
}

void tst_Silence::isNobodysFault_data()
{
    QTest::addColumn<bool>("hushed");
    QTest::newRow("on purpose") << true;
    QTest::newRow("the same, by a server that is gone") << false; // so that there is something to keep quiet about
}

/// A camera with the timers of RFC 3261 that registers anew in the silence, again and again.
void tst_Silence::isNobodysFault()
{
    QFETCH(const bool, hushed);
    Site site;
    site.analysis.observe(JournalNote{site.clock.now(),
        notes::Site{.serverId = QStringLiteral("34020000002000000001"), .domain = QStringLiteral("3402000000")}});
    bool deaf = false;
    EventQueue queue;
    std::unique_ptr<PatientDevice> device;
    device = std::make_unique<PatientDevice>(
        1, PatientConfig{.expires = 600s}, queue, [&] { return site.clock.now(); },
        [&](const QByteArray &octets) {
            if (deaf) { // as if we had not been there: nothing is answered, but it is recorded
                site.analysis.observe(
                    {.at = site.clock.now(), .from = device->here, .to = site.server, .octets = octets});
                return;
            }
            for (const QByteArray &answer : site.send(octets, device->here))
                queue.at(site.clock.now() + 1ms, [&device, answer] { device->receive(answer); });
        });
    const auto run = [&](Duration time) {
        queue.runUntil(site.clock.now() + time, [&](TimePoint at) { site.wait(at - site.clock.now()); });
    };
    device->start();
    run(11min);
    QCOMPARE(device->logins, 3);
    QVERIFY2(findings(site).isEmpty(), qPrintable(findings(site).join(u", ")));
    hushed ? hush(site) : void(deaf = true);
    run(15min);
    QVERIFY(device->timeouts > 3);
    QVERIFY(!unnoticed(site)); // it noticed
    hushed ? speak(site) : void(deaf = false);
    run(20min);
    QVERIFY(device->logins > 3);
    QCOMPARE(site.state(QString::fromLatin1(device->id)), DeviceState::Online);
    QCOMPARE(findings(site).isEmpty(), hushed);
}

/// A 401 or 200 that it had just ahead of the silence, copies behind it; an offence behind it is one again.
void tst_Silence::isDeafBeforeAndBehind()
{
    Site site;
    const QByteArray first = site.registerText({});
    QCOMPARE(site.status(first), 401);
    hush(site);
    for (int i = 0; i < 4; ++i) {
        site.wait(1s);
        site.send(first);
    }
    site.wait(40s);
    for (int i = 0; i < 6; ++i)
        site.send(site.registerText({.callId = QByteArray::number(i)}));
    QVERIFY2(findings(site).isEmpty(), qPrintable(findings(site).join(u", ")));
    speak(site);
    QCOMPARE(site.login({.callId = "b"}), 200);
    const QByteArray beat = site.keepalive();
    site.send(beat);
    site.wait(500ms);
    site.send(beat);
    QCOMPARE(findings(site).size(), 1); // D32
}

void tst_Silence::strangersAreNobodysFault()
{
    Site site;
    hush(site);
    const QByteArray text = site.registerText({});
    for (int i = 0; i < 6; ++i) {
        site.send(text);
        site.wait(4s);
    }
    site.wait(40s);
    QVERIFY2(findings(site).isEmpty(), qPrintable(findings(site).join(u", ")));
}

/// What it began within the silence ends behind it, and is no evidence there either.
void tst_Silence::whatBeganWithinIt()
{
    Site site;
    site.login();
    site.send(site.keepalive());
    hush(site);
    QList<QByteArray> registers;
    for (int i = 0; i < 5; ++i) {
        registers << site.registerText({.callId = "again" + QByteArray::number(i)});
        for (int copy = 0; copy < 4; ++copy) {
            site.send(registers.constLast());
            site.wait(1s);
        }
    }
    const QByteArray beat = site.keepalive("34020000001320000001", 2);
    site.send(beat);
    const QByteArray last = site.keepalive("34020000001320000001", 3);
    site.send(last);
    speak(site);
    site.wait(500ms);
    QCOMPARE(site.status(beat), 200);
    site.wait(500ms);
    site.send(last);
    site.send(last);
    QCOMPARE(site.login({.callId = "back"}), 200);
    site.wait(40s); // timer F of the first registrations
    QVERIFY2(findings(site).isEmpty(), qPrintable(findings(site).join(u", ")));
}

/// What it did in the silence is not added to what it does behind it: neither its registrations nor that it was called
/// offline.
void tst_Silence::isNotAddedUp()
{
    Site site;
    site.login();
    site.send(site.keepalive());
    hush(site);
    site.wait(200s); // it waits for an answer to its REGISTER
    QCOMPARE(site.state(), DeviceState::Offline);
    for (int i = 0; i < 4; ++i) {
        site.send(site.registerText({.callId = "again" + QByteArray::number(i)}));
        site.wait(10s);
    }
    speak(site);
    QCOMPARE(site.login({.callId = "back"}), 200);
    site.send(site.keepalive("34020000001320000001", 2));
    QCOMPARE(site.login({.callId = "and again"}), 200);
    site.send(site.keepalive("34020000001320000001", 3));
    QVERIFY2(findings(site).isEmpty(), qPrintable(findings(site).join(u", ")));
    site.wait(181s); // this one is its own
    QCOMPARE(site.state(), DeviceState::Offline);
    QCOMPARE(findings(site).size(), 1);
    QVERIFY2(findings(site).constFirst().startsWith(u"G70"), qPrintable(findings(site).join(u", ")));
}

/// Thirty devices that register at once behind it are no power failure.
void tst_Silence::aFleetThatComesBack()
{
    Site site;
    const auto idOf = [](int i) -> QByteArray { return "340200000013200000" + QByteArray::number(10 + i); };
    const auto from = [](int i) { return endpoint(qPrintable(QStringLiteral("192.168.2.%1").arg(i)), 5060); };
    for (int i = 1; i <= 30; ++i)
        QCOMPARE(site.login({.id = idOf(i), .callId = "a" + QByteArray::number(i)}, "12345678", from(i)), 200);
    hush(site);
    for (int beat = 0; beat < 4; ++beat) {
        site.wait(60s);
        for (int i = 1; i <= 30; ++i)
            site.send(site.keepalive(idOf(i), beat), from(i));
    }
    speak(site);
    for (int i = 1; i <= 30; ++i)
        QCOMPARE(site.login({.id = idOf(i), .callId = "b" + QByteArray::number(i)}, "12345678", from(i)), 200);
    QVERIFY2(findings(site).isEmpty(), qPrintable(findings(site).join(u", ")));
}

void tst_Silence::longEnough()
{
    QCOMPARE(SilenceTest::enoughFor({60s, 3}), 360s);
    QCOMPARE(SilenceTest::enoughFor({1s, 1}), 43s); // 1 s, timer F, and some
    QCOMPARE(SilenceTest::enoughFor({600s, 100}), Silence::longest);
}

QTEST_GUILESS_MAIN(tst_Silence)
#include "tst_silence.moc"
