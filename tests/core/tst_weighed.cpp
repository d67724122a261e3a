#include "core/report/words/findingwords.h"
#include "core/report/words/wording.h"
#include "tests/support/script.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// A finding says as much as the record proves in this very case, and goes on when more is known.
class tst_Weighed : public QObject
{
    Q_OBJECT
private slots:
    void noneFits();
    void realmInside();
    void factoryId();
    void whatAnotherServerWants();
    void cutPassword();
    void shortResponse();
    void namesOfTheRecord();
    void manyPasswordsAreCutShort();
    void repeatedRefusalsAreNotSearchedAgain();
    void notCompared();
    void foundLater();
    void foundAtTheNextRefusal();
    void refreshRefused();
    void firstRefused();
    void unregisters();
    void leavesAndStaysAway();
    void lapses();
    void lostBetweenCaptures_data();
    void lostBetweenCaptures();
    void whyHeartbeatsAreRefused_data();
    void whyHeartbeatsAreRefused();
    void neverBeatenByTheAllowanceOfNow();
    void neverBeatenByType();
    void malformedAndRefused();
    void refusedForItsForm();
    void versions_data();
    void versions();
    void looseHeaders_data();
    void looseHeaders();

private:
    static void refuse(Script &s, const QByteArray &credentials, int call = 1)
    {
        const QByteArray callId = QByteArray::number(call);
        s.send({.callId = callId});
        s.challenge();
        s.send({.callId = callId, .cseq = 2, .more = "Expires: 3600\r\n" + credentials});
        s.answer(s.last, "403 wrong password");
    }
    /// The header names the device and the realm of the challenge, whatever is in the sum.
    static QByteArray sum(const QByteArray &user, const QByteArray &realm, const QByteArray &password)
    {
        QByteArray made = Script::credentials(user, realm, password);
        made.replace(QByteArray("username=\"" + user + '"'), QByteArray("username=\"" + Script::id + '"'));
        return made.replace(QByteArray("realm=\"" + realm + '"'), "realm=\"3402000000\"");
    }
    static void knows(Script &s, const QList<QByteArray> &candidates)
    {
        s.analysis.devices().setKnownPasswords({}, candidates);
    }
    static wording::FindingText words(const Script &s, FindingCode code)
    {
        const auto finding = s.finding(code);
        return finding ? wording::finding(*finding) : wording::FindingText{};
    }
    static const char *culprit(const Script &s, FindingCode code)
    {
        const auto finding = s.finding(code);
        return finding ? wording::culpritCode(*finding) : "";
    }
    static QList<AwaySpan> away(const Script &s)
    {
        const DeviceStore &devices = s.analysis.devices();
        const HeartbeatHistory *const history = devices.history(QString::fromLatin1(Script::id));
        return history ? history->awaySpans(devices.policy(), s.clock.now()) : QList<AwaySpan>();
    }
};

void tst_Weighed::noneFits()
{
    Script s;
    knows(s, {"site-pass-1", "12345678"});
    refuse(s, sum(Script::id, "3402000000", "nobody knows"));
    const auto finding = s.finding(FindingCode::NoPasswordFits);
    QVERIFY(finding);
    QVERIFY(finding->likelihood() == Likelihood::Certain);
    const wording::FindingText text = wording::finding(*finding);
    QCOMPARE(text.title, QStringLiteral("None of the 2 known passwords fits its digest, in any of the tried ways"));
    for (const char *part : {"passwords: 2",
             "spellings: ", "user names: ", "realms: ", "forms of the uri: ", "formulas with and without qop: "})
        QVERIFY2(text.cause.contains(QLatin1String(part)), qPrintable(text.cause));
    QVERIFY(!s.finding(FindingCode::WrongPassword));
}

void tst_Weighed::realmInside()
{
    Script s;
    knows(s, {"site-pass-1", "12345678"});
    refuse(s, sum(Script::id, "4401000000", "site-pass-1"));
    QVERIFY(s.finding(FindingCode::NoPasswordFits)); // nobody ever named that realm
    s.wait(60s);
    s.send({.user = "34020000001320000009", .host = "4401000000", .callId = "other"});
    s.challenge("realm=\"4401000000\",algorithm=MD5,nonce=\"n\"");
    knows(s, {"site-pass-1", "12345678"});
    refuse(s, sum(Script::id, "4401000000", "site-pass-1"), 2);
    const auto finding = s.finding(FindingCode::OtherInputInDigest);
    QVERIFY(finding && !finding->over);
    QVERIFY(finding->likelihood() == Likelihood::Certain);
    QCOMPARE(wording::finding(*finding).title,
        QStringLiteral("The device computed with the realm \"4401000000\", the challenge says \"3402000000\""));
    QVERIFY(wording::finding(*finding).cause.contains(u"password 1 of the list"));
}

void tst_Weighed::factoryId()
{
    Script s;
    knows(s, {"12345678", "site-pass-1"});
    s.send({.user = "34020000001110000377"});
    s.challenge();
    QByteArray made = Script::credentials("34020000001110000001", "3402000000", "site-pass-1");
    made.replace("username=\"34020000001110000001\"", "username=\"34020000001110000377\"");
    s.send({.user = "34020000001110000377", .cseq = 2, .more = "Expires: 3600\r\n" + made});
    s.answer(s.last, "403 wrong password");
    QCOMPARE(words(s, FindingCode::OtherUserInDigest).title,
        QStringLiteral("Its digest is made with the user name \"34020000001110000001\""));
}

/// Of somebody else's server only the digest is proved: not what it wants, nor why it refuses.
void tst_Weighed::whatAnotherServerWants()
{
    for (const bool ours : {true, false}) {
        Script s;
        if (!ours)
            s.note(notes::Site{.live = false});
        knows(s, {"12345678", "site-pass-1"});
        refuse(s, sum(Script::id, "3402000000", "site-pass-1"));
        const auto finding = s.finding(FindingCode::PasswordFound);
        QVERIFY(finding);
        QCOMPARE(finding->likelihood() == Likelihood::Certain, ours);
        const wording::FindingText text = wording::finding(*finding);
        QCOMPARE(text.title,
            ours ? QStringLiteral("wrong password: the device uses password 2 of the list")
                 : QStringLiteral("It uses password 2 of the list, and the server refuses it"));
        QCOMPARE(text.cause.contains(u"not in this record"), !ours);
    }
}

void tst_Weighed::cutPassword()
{
    Script s;
    knows(s, {"a-password-of-24-letters"});
    refuse(s, sum(Script::id, "3402000000", "a-password-of-24"));
    QCOMPARE(words(s, FindingCode::PasswordFound).title,
        QStringLiteral("wrong password: the device uses only the first 16 characters of password 1 of the list"));
}

void tst_Weighed::shortResponse()
{
    Script s;
    knows(s, {"site-pass-1"});
    QByteArray made = sum(Script::id, "3402000000", "site-pass-1");
    const qsizetype at = made.indexOf("response=\"") + 10;
    refuse(s, made.remove(at + 16, 16));
    QCOMPARE(words(s, FindingCode::OtherInputInDigest).title, QStringLiteral("Its response is cut to 16 digits"));
}

/// A camera that was renamed: the name that it had before is in its digest.
void tst_Weighed::namesOfTheRecord()
{
    Script s;
    knows(s, {"site-pass-1"});
    s.login({.user = "44010000001320000042", .callId = "before"});
    s.wait(60s);
    refuse(s, sum("44010000001320000042", "3402000000", "site-pass-1"));
    QCOMPARE(words(s, FindingCode::OtherUserInDigest).title,
        QStringLiteral("Its digest is made with the user name \"44010000001320000042\""));
}

void tst_Weighed::manyPasswordsAreCutShort()
{
    Script s;
    QList<QByteArray> many;
    for (int i = 0; i < 60; ++i)
        many.append("password-number-" + QByteArray::number(i));
    knows(s, many);
    refuse(s, sum(Script::id, "3402000000", "nobody knows"));
    const auto finding = s.finding(FindingCode::NoPasswordFits);
    QVERIFY(finding);
    QVERIFY(finding->likelihood() == Likelihood::Likely);
    QVERIFY(wording::finding(*finding).cause.contains(u"the rest was not tried"));
}

void tst_Weighed::repeatedRefusalsAreNotSearchedAgain()
{
    Script s;
    knows(s, {"site-pass-1"});
    refuse(s, sum(Script::id, "3402000000", "nobody knows"));
    const QString cause = words(s, FindingCode::NoPasswordFits).cause;
    s.wait(60s);
    refuse(s, sum(Script::id, "3402000000", "nobody knows"), 2);
    QCOMPARE(s.finding(FindingCode::NoPasswordFits)->count, 2U);
    QCOMPARE(words(s, FindingCode::NoPasswordFits).cause, cause); // what was tried stays said
    s.wait(60s);
    refuse(s, sum(Script::id, "3402000000", "SITE-PASS-1"), 3); // another password than before
    const auto finding = s.finding(FindingCode::PasswordFound);
    QVERIFY(finding && !finding->over);
}

void tst_Weighed::notCompared()
{
    Script s;
    refuse(s, sum(Script::id, "3402000000", "nobody knows"));
    QVERIFY(s.finding(FindingCode::WrongPassword)->likelihood() == Likelihood::Likely);
    Script own;
    own.analysis.devices().setKnownPasswords("12345678", {});
    refuse(own, sum(Script::id, "3402000000", "nobody knows"));
    QVERIFY(own.finding(FindingCode::WrongPassword)->likelihood() == Likelihood::Certain);
    QVERIFY(words(own, FindingCode::WrongPassword).cause.contains(u"user names: "));
}

void tst_Weighed::foundLater()
{
    Script s;
    for (int i = 1; i <= 3; ++i) {
        refuse(s, sum(Script::id, "3402000000", "site-pass-1"), i);
        s.wait(60s);
    }
    const auto before = s.finding(FindingCode::WrongPassword);
    QVERIFY(before);
    QCOMPARE(before->count, 3U);
    knows(s, {"12345678", "site-pass-1"});
    while (s.analysis.devices().compareRefused(10, s.clock.now()))
        continue;
    s.wait(1s);
    const auto after = s.finding(FindingCode::PasswordFound);
    QVERIFY(after);
    QCOMPARE(after->id, before->id);
    QCOMPARE(after->count, before->count);
    QVERIFY(after->first == before->first && after->last == before->last);
    QCOMPARE(after->messages, before->messages);
    QVERIFY(!after->over);
    QVERIFY(!s.finding(FindingCode::WrongPassword));
    refuse(s, sum(Script::id, "3402000000", "site-pass-1"), 4);
    QCOMPARE(s.finding(FindingCode::PasswordFound)->count, 4U);
}

void tst_Weighed::foundAtTheNextRefusal()
{
    Script s;
    refuse(s, sum(Script::id, "3402000000", "site-pass-1"));
    const auto before = s.finding(FindingCode::WrongPassword);
    s.wait(60s);
    s.analysis.devices().setKnownPasswords({}, {"site-pass-1"});
    refuse(s, sum(Script::id, "3402000000", "site-pass-1"), 2);
    const auto after = s.finding(FindingCode::PasswordFound);
    QVERIFY(after && before);
    QCOMPARE(after->count, 2U);
    QVERIFY(after->first == before->first);
    QCOMPARE(after->id, before->id);
}

void tst_Weighed::refreshRefused()
{
    Script s;
    s.login();
    s.beats(1);
    for (int i = 0; i < 6; ++i) {
        s.wait(60s);
        s.send({.cseq = 13 + i});
        s.answer(s.last, "400 Bad Request");
    }
    const auto finding = s.finding(FindingCode::RegistrationRefused);
    QVERIFY(finding);
    QVERIFY(finding->messages.contains(3)); // the one that was accepted
    const wording::FindingText text = wording::finding(*finding);
    QCOMPARE(text.title, QStringLiteral("Registration refused: 400 Bad Request"));
    QVERIFY2(text.cause.contains(u"was accepted (") && text.cause.contains(u", CSeq 2)")
            && text.cause.contains(u"concerns the refresh"),
        qPrintable(text.cause));
}

void tst_Weighed::firstRefused()
{
    Script s;
    s.login();
    s.beats(1);
    s.send({.callId = "new"});
    s.answer(s.last, "400 Bad Request");
    const wording::FindingText text = words(s, FindingCode::RegistrationRefused);
    QVERIFY(!text.cause.contains(u"accepted"));
    QVERIFY(text.advice.startsWith(u"400:") && !text.advice.contains(u"403"));
}

void tst_Weighed::unregisters()
{
    Script s;
    s.login();
    for (int i = 0; i < 3; ++i) {
        s.beats(3);
        s.login({.cseq = 10 + 4 * i, .more = "Expires: 0\r\n"});
        s.wait(470s);
        s.login({.cseq = 12 + 4 * i});
    }
    s.beats(2);
    const auto finding = s.finding(FindingCode::UnregisteredItself);
    QVERIFY(finding);
    QCOMPARE(finding->count, 3U);
    QCOMPARE(wording::finding(*finding).title,
        QStringLiteral("It unregistered itself, 3 times (away for 470 s the last time, 1410 s in all)"));
    QVERIFY(finding->severity() == Severity::Warning);
    const QList<AwaySpan> spans = away(s);
    QCOMPARE(spans.size(), 3);
    for (const AwaySpan &span : spans) {
        QVERIFY(span.why == AwaySpan::Why::Left);
        QVERIFY(span.to && *span.to - span.from == 470s);
    }
}

void tst_Weighed::leavesAndStaysAway()
{
    Script s;
    s.login();
    s.beats(2);
    s.login({.cseq = 9, .more = "Expires: 0\r\n"});
    s.wait(3600s);
    const auto finding = s.finding(FindingCode::UnregisteredItself);
    QVERIFY(finding);
    QVERIFY(finding->severity() == Severity::Info); // once, in good order
    QCOMPARE(wording::finding(*finding).title, QStringLiteral("It unregistered itself, and is away"));
    QCOMPARE(away(s).size(), 1);
    QVERIFY(!away(s).constFirst().to);
}

/// Refreshed behind its Expires, without a heartbeat: the Call-ID that goes on shows that it was there.
void tst_Weighed::lapses()
{
    Script s;
    s.login({.more = "Expires: 100\r\n"});
    s.wait(150s);
    s.login({.cseq = 3, .more = "Expires: 100\r\n"});
    const auto finding = s.finding(FindingCode::RefreshedTooLate);
    QVERIFY(finding);
    QCOMPARE(wording::finding(*finding).title, QStringLiteral("It refreshed its registration of 100 s 50 s too late"));
    const QList<AwaySpan> spans = away(s);
    QCOMPARE(spans.size(), 1);
    QVERIFY(spans.constFirst().why == AwaySpan::Why::Lapsed);
    QVERIFY(spans.constFirst().to && *spans.constFirst().to - spans.constFirst().from == 50s);
    Script other; // switched off and on: it begins anew
    other.login({.more = "Expires: 100\r\n"});
    other.wait(150s);
    other.login({.callId = "new", .more = "Expires: 100\r\n"});
    QVERIFY(!other.finding(FindingCode::RefreshedTooLate));
}

void tst_Weighed::lostBetweenCaptures_data()
{
    QTest::addColumn<bool>("twoFiles");
    QTest::addColumn<bool>("arrives");
    QTest::addColumn<Likelihood>("likelihood");
    QTest::newRow("the server's alone") << false << false << Likelihood::Likely;
    QTest::newRow("both, and it is in one") << true << false << Likelihood::Certain;
    QTest::newRow("both, and it is in both") << true << true << Likelihood::Likely;
}

void tst_Weighed::lostBetweenCaptures()
{
    QFETCH(const bool, twoFiles);
    QFETCH(const bool, arrives);
    QFETCH(const Likelihood, likelihood);
    Script s;
    const QByteArray request = s.text({});
    const auto seen = [&](const QByteArray &octets, quint8 file, bool fromDevice) {
        s.analysis.observe({.at = s.clock.now(),
            .from = fromDevice ? s.device : s.platform,
            .to = fromDevice ? s.platform : s.device,
            .octets = octets,
            .source = file,
            .file = file});
        s.clock.advance(1ms);
    };
    const QByteArray challenge = writeReply(scanHead(view(request)), s.device,
        {.status = 401, .headers = "WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"n\"\r\n"});
    for (int i = 0; i < 4; ++i) {
        if (twoFiles)
            seen(request, 1, true);
        seen(request, 2, true);
        seen(challenge, 2, false);
        if (twoFiles && arrives)
            seen(challenge, 1, false);
        s.wait(std::chrono::milliseconds(500 << i));
    }
    const auto finding = s.finding(FindingCode::ChallengeNotReceived);
    QVERIFY(finding);
    QVERIFY(finding->likelihood() == likelihood);
    QCOMPARE(wording::finding(*finding).cause.contains(u"prove"), likelihood == Likelihood::Certain);
}

void tst_Weighed::whyHeartbeatsAreRefused_data()
{
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("whose");
    QTest::newRow("404 Not Found") << QStringLiteral("does not know the ID (404)") << QStringLiteral("firmware");
    QTest::newRow("403 Forbidden") << QStringLiteral("(403)") << QStringLiteral("firmware");
    QTest::newRow("401 Unauthorized") << QStringLiteral("a digest with each message (401)") << QStringLiteral("server");
}

/// D33 knows with what, and tells no other. Those that speak of the message, or of the server's trouble, are findings
/// of their own: tests/support/evidencerows.cpp.
void tst_Weighed::whyHeartbeatsAreRefused()
{
    QFETCH(const QString, says);
    QFETCH(const QString, whose);
    Script s;
    for (int i = 1; i < 4; ++i) {
        s.wait(60s);
        s.beat(i, QTest::currentDataTag());
    }
    const wording::FindingText text = words(s, FindingCode::BeatRefused);
    QVERIFY2(text.cause.contains(says), qPrintable(text.cause));
    for (const char *status : {"401", "403", "404", "500"})
        QVERIFY(text.cause.contains(QLatin1String(status))
            == (QByteArray(QTest::currentDataTag()).startsWith(status) && says.contains(QLatin1String(status))));
    QCOMPARE(QLatin1String(culprit(s, FindingCode::BeatRefused)), whose);
}

void tst_Weighed::neverBeatenByTheAllowanceOfNow()
{
    Script s;
    s.login();
    s.wait(400s);
    QCOMPARE(words(s, FindingCode::NeverBeaten).title, QStringLiteral("Registered, but no heartbeat within 180 s"));
    s.note(notes::Policy{.interval = 100s, .timeoutCount = 3});
    QCOMPARE(words(s, FindingCode::NeverBeaten).title, QStringLiteral("Registered, but no heartbeat within 300 s"));
    QCOMPARE(s.finding(FindingCode::NeverBeaten)->count, 1U);
    s.note(notes::Policy{.interval = 600s, .timeoutCount = 3});
    QVERIFY(s.finding(FindingCode::NeverBeaten)->over);
}

void tst_Weighed::neverBeatenByType()
{
    for (const QByteArray &id :
        {QByteArrayLiteral("34020000001180000001"), QByteArrayLiteral("34020000002000000009")}) {
        Script s;
        s.login({.user = id});
        s.wait(400s);
        const bool platform = id.mid(10, 3) == "200";
        QCOMPARE(words(s, FindingCode::NeverBeaten).cause.contains(u"200"), platform);
    }
}

void tst_Weighed::malformedAndRefused()
{
    Script s;
    s.login();
    const QByteArray broken = s.text({.callId = "x", .cseq = 7, .more = "Expires: soon\r\n"});
    s.see(broken);
    QVERIFY(words(s, FindingCode::Malformed).advice.contains(u"harmless"));
    s.answer(broken, "400 Bad Request");
    const auto finding = s.finding(FindingCode::Malformed);
    QVERIFY(finding);
    QVERIFY(finding->severity() == Severity::Error);
    const wording::FindingText text = wording::finding(*finding);
    QVERIFY(!text.advice.contains(u"harmless") && text.title.contains(u"refused with 400"));
}

/// The refusal follows from the fault of form; where the message is taken it does not.
void tst_Weighed::refusedForItsForm()
{
    for (const bool refused : {false, true}) {
        Script s;
        s.login();
        const QByteArray broken = s.text({.callId = "x", .cseq = 7, .more = "Expires: soon\r\n"});
        s.see(broken);
        s.answer(broken, refused ? "400 Bad Request" : "200 OK");
        s.send({.callId = "y", .cseq = 8});
        s.answer(s.last, "403 Forbidden");
        const auto refusal = s.finding(FindingCode::RegistrationRefused);
        QVERIFY(refusal);
        QCOMPARE(refusal->because, refused ? s.finding(FindingCode::Malformed)->id : 0U);
        QVERIFY(!words(s, FindingCode::Malformed).cause.endsWith(u':'));
    }
}

void tst_Weighed::versions_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << QByteArray() << QStringLiteral("does not announce a version (X-GB-Ver)");
    QTest::newRow("2022") << QByteArray("X-GB-Ver: 3.0\r\n")
                          << QStringLiteral("announces X-GB-Ver 3.0 (GB/T 28181-2022)");
    QTest::newRow("unknown") << QByteArray("X-GB-Ver: 9\r\n") << QStringLiteral("announces X-GB-Ver 9");
    QTest::newRow("SM3 is none") << QByteArray("Note: Digest nonce=\"a\",algorithm=SM3\r\n")
                                 << QStringLiteral("does not announce a version (X-GB-Ver)");
}

void tst_Weighed::versions()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, says);
    Script s;
    s.login({.more = "Expires: 3600\r\n" + header});
    QCOMPARE(wording::announcedVersion(s.analysis.devices().snapshots().constFirst()), says);
}

void tst_Weighed::looseHeaders_data()
{
    QTest::addColumn<QByteArray>("via");
    QTest::addColumn<QByteArray>("branch");
    QTest::addColumn<QString>("title");
    const QByteArray usual = "UDP 192.168.1.64:5060";
    QTest::newRow("no cookie") << usual << QByteArray("abc")
                               << QStringLiteral("the branch in Via does not begin with z9hG4bK: abc");
    QTest::newRow("bare IPv6") << QByteArray("UDP 2001:db8:30:9071::54ea:5060") << QByteArray("z9hG4bKx")
                               << QStringLiteral("an IPv6 address without brackets: 2001:db8:30:9071::54ea:5060");
    QTest::newRow("IPv6") << QByteArray("UDP [2001:db8::1]:5060") << QByteArray("z9hG4bKx") << QString();
    QTest::newRow("usual") << usual << QByteArray("z9hG4bKx") << QString();
}

void tst_Weighed::looseHeaders()
{
    QFETCH(const QByteArray, via);
    QFETCH(const QByteArray, branch);
    QFETCH(const QString, title);
    Script s;
    s.send({.via = via, .branch = branch});
    s.challenge();
    const auto finding = s.finding(FindingCode::LooseHeader);
    QCOMPARE(finding.has_value(), !title.isEmpty());
    if (!finding)
        return;
    QVERIFY(wording::finding(*finding).title.endsWith(title));
    QVERIFY(wording::finding(*finding).cause.contains(u"Stricter platforms"));
    s.send({.callId = "next", .via = via, .branch = branch + "2"});
    s.answer(s.last, "400 Bad Request");
    QVERIFY(!words(s, FindingCode::LooseHeader).cause.contains(u"taken here"));
}

QTEST_GUILESS_MAIN(tst_Weighed)
#include "tst_weighed.moc"
