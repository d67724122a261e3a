#include "core/report/words/findingwords.h"
#include "tests/support/beatrounds.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// What is refused, and what is not in the record: the words are those of this very case.
class tst_Refusals : public QObject
{
    Q_OBJECT
private slots:
    void calls_data();
    void calls();
    void registrations_data();
    void registrations();
    void questions_data();
    void questions();
    void restartedServerIsTheRoot();
    void acknowledgements_data();
    void acknowledgements();
    void challengeOfAnotherAlgorithm_data();
    void challengeOfAnotherAlgorithm();
    void lateRefreshesAreNoLateHeartbeats();
    void rhythmIsNoGap_data();
    void rhythmIsNoGap();
    void oneDirection_data();
    void oneDirection();
    void whoRepeatsHadTheAnswer_data();
    void whoRepeatsHadTheAnswer();
    void clockInWords();
    void whyItRepeats_data();
    void whyItRepeats();
    void subscriptions();
    void whatTheServerMakesOfIt();
    void credentialsWithoutAnswer();
    void twoServersKeepTwoRhythms();
    void acceptedBefore();
    void credentialsShowAChallenge_data();
    void credentialsShowAChallenge();
    void whatManyHaveInCommon();

private:
    static wording::FindingText words(const Script &s, FindingCode code)
    {
        const auto finding = s.finding(code);
        return finding ? wording::finding(*finding) : wording::FindingText{};
    }
    static Script::Request invite(Script &s)
    {
        Script::Request r = s.query({.method = "INVITE",
            .callId = "call",
            .more = "Subject: 34020000001310000001:0100000001,34020000002000000001:0\r\n"});
        r.type = "application/sdp";
        r.body = "v=0\r\no=34020000001310000001 0 0 IN IP4 192.168.1.15\r\ns=Play\r\nc=IN IP4 192.168.1.15\r\nt=0 0\r\n"
                 "m=video 6000 RTP/AVP 96\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\ny=0100000001\r\n";
        return r;
    }
    static void refused(const wording::FindingText &text, const QByteArray &statusLine)
    {
        QFETCH(const QString, says);
        QVERIFY2(!text.title.isEmpty(), "nothing was said");
        QVERIFY2(text.cause.contains(says), qPrintable(text.cause));
        // no other status is spoken of
        static const QRegularExpression status(QStringLiteral("\\b[3-6][0-9][0-9]\\b"));
        for (QRegularExpressionMatchIterator it = status.globalMatch(text.cause + u' ' + text.advice); it.hasNext();) {
            const QString one = it.next().captured();
            QVERIFY2(statusLine.startsWith(one.toLatin1()), qPrintable(one));
        }
    }
};

void tst_Refusals::calls_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("302 Moved Temporarily") << QStringLiteral("Contact of its answer says where");
    QTest::newRow("400 Bad Request") << QStringLiteral("speaks of the offer");
    QTest::newRow("403 Forbidden") << QStringLiteral("does not allow it");
    QTest::newRow("404 Not Found") << QStringLiteral("no channel with the ID");
    QTest::newRow("408 Request Timeout") << QStringLiteral("what stands behind it");
    QTest::newRow("480 Temporarily Unavailable") << QStringLiteral("what stands behind it");
    QTest::newRow("481 Call/Transaction Does Not Exist") << QStringLiteral("a call that it does not know");
    QTest::newRow("486 Busy Here") << QStringLiteral("as many viewers as it can");
    QTest::newRow("487 Request Terminated") << QStringLiteral("no CANCEL is in this record");
    QTest::newRow("488 Not Acceptable Here") << QStringLiteral("speaks of the offer");
    QTest::newRow("500 Server Internal Error") << QStringLiteral("the device's own trouble");
    QTest::newRow("603 Decline") << QStringLiteral("does not allow it");
    QTest::newRow("499 Whatever") << QStringLiteral("all that the device tells");
}

void tst_Refusals::calls()
{
    Script s;
    s.login();
    s.ask(invite(s));
    s.answer(s.last, QTest::currentDataTag(), {}, true);
    refused(words(s, FindingCode::InviteRefused), QTest::currentDataTag());
}

void tst_Refusals::registrations_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("302 Moved Temporarily") << QStringLiteral("names the server that the device is to register with");
    QTest::newRow("423 Interval Too Brief") << QStringLiteral("Min-Expires");
    QTest::newRow("408 Request Timeout") << QStringLiteral("trouble of the server's own");
    QTest::newRow("503 Service Unavailable") << QStringLiteral("trouble of the server's own");
    QTest::newRow("501 Not Implemented") << QStringLiteral("takes no REGISTER");
    QTest::newRow("499 Whatever") << QStringLiteral("says why, as far as it does");
}

void tst_Refusals::registrations()
{
    Script s;
    s.send({});
    s.answer(s.last, QTest::currentDataTag());
    refused(words(s, FindingCode::RegistrationRefused), QTest::currentDataTag());
}

void tst_Refusals::questions_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("400 Bad Request") << QStringLiteral("speaks of the message");
    QTest::newRow("403 Forbidden") << QStringLiteral("does not allow it");
    QTest::newRow("404 Not Found") << QStringLiteral("does not know the ID");
    QTest::newRow("405 Method Not Allowed") << QStringLiteral("does not support");
    QTest::newRow("500 Server Internal Error") << QStringLiteral("the device's own trouble");
}

void tst_Refusals::questions()
{
    Script s;
    s.login();
    s.ask(s.query(s.manscdp("Query", "Catalog", {})));
    s.answer(s.last, QTest::currentDataTag(), {}, true);
    const wording::FindingText text = words(s, FindingCode::ResponseRefused);
    refused(text, QTest::currentDataTag());
    QVERIFY2(text.title.contains(QLatin1StringView(QTest::currentDataTag())), qPrintable(text.title));
    s.ask(s.query(s.manscdp("Query", "Catalog", {}, 8)));
    s.answer(s.last, "200 OK", {}, true);
    QVERIFY(s.finding(FindingCode::ResponseRefused)->over);
}

/// It took a heartbeat and knows the device no more: one event, with one cause.
void tst_Refusals::restartedServerIsTheRoot()
{
    Script s;
    s.login();
    s.beats(2);
    for (int sn = 3; sn < 6; ++sn) {
        s.wait(60s);
        s.beat(sn, "403 Forbidden");
    }
    const auto root = s.finding(FindingCode::RefusedAfterAccepted), effect = s.finding(FindingCode::BeatRefused);
    QVERIFY(root && effect);
    QCOMPARE(effect->because, root->id);
    QVERIFY(words(s, FindingCode::RefusedAfterAccepted).cause.contains(QStringLiteral("restarted")));
}

void tst_Refusals::acknowledgements_data()
{
    QTest::addColumn<bool>("acked");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << false << QStringLiteral("No ACK is in this record");
    QTest::newRow("one") << true << QStringLiteral("An ACK was sent");
}

void tst_Refusals::acknowledgements()
{
    QFETCH(const bool, acked);
    QFETCH(const QString, says);
    Script s;
    s.login();
    s.ask(invite(s));
    s.answer(s.last, "200 OK", "Contact: <sip:34020000001320000001@192.168.1.64:5060>\r\n", true);
    const QByteArray ok = s.last;
    if (acked)
        s.ask(s.query({.method = "ACK", .callId = "call", .more = {}}));
    for (const auto pause : {500ms, 1000ms}) {
        s.wait(pause);
        s.see(ok);
    }
    const QString cause = words(s, FindingCode::OkRepeated).cause;
    QVERIFY2(cause.contains(says), qPrintable(cause));
}

void tst_Refusals::challengeOfAnotherAlgorithm_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("MD5") << QStringLiteral("No password is set");
    QTest::newRow("SHA-256") << QStringLiteral("wants SHA-256");
}

void tst_Refusals::challengeOfAnotherAlgorithm()
{
    QFETCH(const QString, says);
    Script s;
    for (int i = 1; i < 5; ++i) {
        s.send({.callId = QByteArray::number(i)});
        s.challenge("realm=\"3402000000\",algorithm=" + QByteArray(QTest::currentDataTag()) + ",nonce=\"n\"");
        s.wait(60s);
    }
    const QString cause = words(s, FindingCode::ChallengeIgnored).cause;
    QVERIFY2(cause.contains(says), qPrintable(cause));
}

/// Off and on by refreshes that come too late: no heartbeat was late, so none is blamed.
void tst_Refusals::lateRefreshesAreNoLateHeartbeats()
{
    Script s;
    for (int i = 0; i < 6; ++i) {
        s.login({.cseq = 2 * i + 1, .more = "Expires: 60\r\n"});
        s.wait(50s);
        s.beat(2 * i);
        s.wait(50s);
        s.beat(2 * i + 1);
    }
    QVERIFY(s.finding(FindingCode::RefreshedTooLate));
    QVERIFY(!s.finding(FindingCode::FlapsLate) && !s.finding(FindingCode::Flaps));
}

void tst_Refusals::rhythmIsNoGap_data()
{
    QTest::addColumn<int>("hole"); ///< rounds that were not captured
    QTest::newRow("all are there") << 0;
    QTest::newRow("one is missing") << 1;
    QTest::newRow("ten are missing") << 10;
}

/// Devices that beat in step are silent together for most of each minute. What is missing behind a hole is that hole.
void tst_Refusals::rhythmIsNoGap()
{
    QFETCH(const int, hole);
    Script s;
    s.note(notes::Site{.live = false});
    const auto round = [&] {
        for (int number = 1; number <= 8; ++number) {
            const QByteArray id = Script::id.chopped(1) + QByteArray::number(number);
            s.device.address = IpAddress(0xc0a80140U + static_cast<quint32>(number));
            Script::Request request = s.beatRequest(1, "OK", id);
            request.user = id;
            s.send(request);
            s.answer(s.last, "200 OK");
            s.wait(100ms);
        }
        s.wait(59'200ms);
    };
    for (int i = 0; i < 6; ++i)
        round();
    const TimePoint from = s.clock.now() - 59'300ms, to = s.clock.now() + hole * 60s;
    s.wait(hole * 60s);
    for (int i = 0; i < 12; ++i)
        round();
    const auto finding = s.finding(FindingCode::RecordGap);
    QCOMPARE(finding.has_value(), hole > 3);
    if (!finding)
        return;
    QCOMPARE(finding->count, 1U);
    const auto milliseconds = [](TimePoint at) {
        return std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
    };
    QVERIFY(std::abs(finding->b.toLongLong() - milliseconds(from)) < 200);
    QCOMPARE(finding->c.toLongLong(), milliseconds(to));
}

void tst_Refusals::oneDirection_data()
{
    QTest::addColumn<bool>("captured");
    QTest::addColumn<int>("answers");
    QTest::addColumn<bool>("said");
    QTest::newRow("no answer") << true << 0 << true;
    QTest::newRow("an answer comes") << true << 1 << false;
    QTest::newRow("we are the server") << false << 0 << false;
}

void tst_Refusals::oneDirection()
{
    QFETCH(const bool, captured);
    QFETCH(const int, answers);
    Script s;
    if (captured)
        s.note(notes::Site{.live = false});
    for (int sn = 1; sn < 6; ++sn) {
        s.send(s.beatRequest(sn));
        s.wait(60s);
    }
    for (int i = 0; i < answers; ++i)
        s.beat(9);
    const auto finding = s.finding(FindingCode::RecordOneWay);
    QTEST(finding.has_value() && !finding->over, "said");
    QVERIFY(!s.finding(FindingCode::BeatUnanswered) || !captured);
}

void tst_Refusals::whoRepeatsHadTheAnswer_data()
{
    QTest::addColumn<bool>("repeats");
    QTest::newRow("it repeats what is not answered") << true;
    QTest::newRow("it never does") << false;
}

/// A request that was sent once and not answered tells of a hole where its sender is known to send again.
void tst_Refusals::whoRepeatsHadTheAnswer()
{
    QFETCH(const bool, repeats);
    Script s;
    s.note(notes::Site{.live = false});
    s.login();
    s.wait(60s);
    s.send(s.beatRequest(1));
    const QByteArray beat = s.last;
    if (repeats) {
        s.wait(500ms);
        s.again();
    }
    s.answer(beat, "200 OK");
    s.wait(60s);
    s.send(s.beatRequest(2));
    s.wait(60s);
    s.beat(3);
    QCOMPARE(s.finding(FindingCode::RecordIncomplete).has_value(), repeats);
}

void tst_Refusals::clockInWords()
{
    const auto title = [](const char *seconds) {
        return wording::finding({.code = FindingCode::ClockOff, .a = QLatin1StringView(seconds)}).title;
    };
    QCOMPARE(title("+36"), QStringLiteral("Its clock is off by +36 s"));
    QCOMPARE(title("-57600"), QStringLiteral("Its clock is off by -16 h 0 min"));
}

void tst_Refusals::whyItRepeats_data()
{
    QTest::addColumn<std::chrono::milliseconds>("answered");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("whose");
    QTest::newRow("the answer is lost behind us")
        << 5ms << QStringLiteral("ahead of the repeat") << QStringLiteral("network");
    QTest::newRow("the answer comes late") << 3000ms << QStringLiteral("answers late") << QStringLiteral("server");
    QTest::newRow("none comes") << 0ms << QStringLiteral("was lost on the way, or the answer came late")
                                << QStringLiteral("network");
}

void tst_Refusals::whyItRepeats()
{
    QFETCH(const std::chrono::milliseconds, answered);
    QFETCH(const QString, says);
    QFETCH(const QString, whose);
    Script s;
    s.login();
    s.beats(1);
    s.wait(60s);
    s.send(s.beatRequest(2));
    const QByteArray beat = s.last;
    if (answered == 5ms) {
        s.wait(5ms);
        s.answer(beat, "200 OK");
    }
    s.wait(500ms);
    s.see(beat);
    s.wait(1000ms);
    s.see(beat);
    if (answered > 1000ms) {
        s.wait(answered - 1500ms);
        s.answer(beat, "200 OK");
    }
    const auto finding = s.finding(FindingCode::BeatRepeated);
    QVERIFY(finding);
    const QString cause = wording::finding(*finding).cause;
    QVERIFY2(cause.contains(says), qPrintable(cause));
    QCOMPARE(QLatin1StringView(wording::culpritCode(*finding)), whose);
    if (answered > 1000ms)
        QVERIFY2(wording::finding(*finding).title.contains(u"3.0 s"), qPrintable(wording::finding(*finding).title));
}

void tst_Refusals::subscriptions()
{
    Script s;
    s.login();
    s.ask(s.catalogSubscription());
    s.answer(s.last, "489 Bad Event", {}, true);
    const QString cause = words(s, FindingCode::ResponseRefused).cause;
    QVERIFY2(cause.contains(QStringLiteral("does not support")), qPrintable(cause));
}

/// It beats, which is a state; that nobody takes its heartbeats is the reason that is shown.
void tst_Refusals::whatTheServerMakesOfIt()
{
    Script s;
    s.login();
    const auto reason = [&] { return s.analysis.devices().device(QString::fromLatin1(Script::id))->reason; };
    s.beats(2);
    QVERIFY(reason().code == NoteCode::Beating);
    s.wait(60s);
    s.beat(3, "403 Forbidden");
    s.wait(60s);
    s.send(s.beatRequest(4));
    QVERIFY(reason().code == NoteCode::BeatsRefused);
    QCOMPARE(reason().a, QStringLiteral("403"));
    s.answer(s.last, "200 OK");
    QVERIFY(reason().code == NoteCode::Beating);
    for (int sn = 5; sn < 8; ++sn) {
        s.wait(60s);
        s.send(s.beatRequest(sn));
    }
    QVERIFY(reason().code == NoteCode::BeatsUnanswered);
    QCOMPARE(reason().a, QStringLiteral("3"));
}

void tst_Refusals::credentialsWithoutAnswer()
{
    Script s;
    s.send({});
    s.challenge();
    const auto reason = [&] { return s.analysis.devices().device(QString::fromLatin1(Script::id))->reason.code; };
    QVERIFY(reason() == NoteCode::Challenged);
    s.send({.cseq = 2, .more = "Expires: 3600\r\n" + Script::credentials()});
    QVERIFY(reason() == NoteCode::CredentialsSent);
    s.answer(s.last, "200 OK");
    QVERIFY(reason() == NoteCode::Registered);
}

/// It beats to each every 60 s, ten seconds apart.
void tst_Refusals::twoServersKeepTwoRhythms()
{
    Script s;
    s.note(notes::Site{.live = false});
    s.login();
    const Endpoint home = s.platform;
    for (int sn = 1; sn < 8; ++sn) {
        s.platform = home;
        s.wait(50s);
        s.beat(sn);
        s.platform.address = IpAddress(0xc0a80909U);
        s.wait(10s);
        s.beat(sn);
    }
    QVERIFY(!s.finding(FindingCode::BeatsFaster) && !s.finding(FindingCode::BeatsSlower));
}

/// Somebody has changed a password; which one, the digests do not tell.
void tst_Refusals::acceptedBefore()
{
    const auto cause = [](bool before) {
        Script s;
        s.note(notes::Site{.live = false});
        if (before) {
            s.login();
            s.beats(5);
        }
        s.login({.callId = "2"}, "403 Forbidden");
        const auto finding = s.finding(FindingCode::WrongPassword);
        return finding ? wording::finding(*finding).cause : QString();
    };
    QVERIFY2(cause(true).contains(QStringLiteral("last accepted at 20")), qPrintable(cause(true)));
    QVERIFY(!cause(false).isEmpty() && !cause(false).contains(QStringLiteral("accepted")));
}

void tst_Refusals::credentialsShowAChallenge_data()
{
    QTest::addColumn<bool>("said");
    QTest::newRow("the 401 never comes") << true;
    QTest::newRow("it comes behind them") << false;
    QTest::newRow("it stands ahead of its request") << false;
}

/// Credentials are an answer to a 401. Where it is not in the record, the record has a hole.
void tst_Refusals::credentialsShowAChallenge()
{
    QFETCH(const bool, said);
    const QByteArray when = QTest::currentDataTag();
    Script s;
    s.note(notes::Site{.live = false});
    const QByteArray first = s.text({});
    const auto challenge = [&] {
        s.answer(first, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"n\"\r\n");
    };
    if (when.contains("ahead"))
        challenge();
    s.see(first);
    s.send({.cseq = 2, .more = "Expires: 3600\r\n" + Script::credentials()});
    const QByteArray second = s.last;
    if (when.contains("behind"))
        challenge();
    s.answer(second, "200 OK");
    s.beats(3);
    QCOMPARE(s.finding(FindingCode::RecordIncomplete).has_value(), said);
}

/// Each device has its finding, and they fold under that of the server.
void tst_Refusals::whatManyHaveInCommon()
{
    Script s;
    beatRound(s, 4, 1, "200 OK");
    beatRound(s, 4, 2, "200 OK");
    beatRound(s, 4, 3, "403 Forbidden");
    const auto root = s.finding(FindingCode::ManyRefused);
    QVERIFY(root);
    QCOMPARE(root->b, QStringLiteral("4"));
    int folded = 0;
    for (const Finding &one : s.analysis.findings().log().all()) {
        if (one.code == FindingCode::RefusedAfterAccepted) {
            QCOMPARE(one.because, root->id);
            ++folded;
        }
    }
    QCOMPARE(folded, 4);
}

QTEST_GUILESS_MAIN(tst_Refusals)
#include "tst_refusals.moc"
