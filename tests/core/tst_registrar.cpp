#include "tests/support/corpus.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

class tst_Registrar : public QObject
{
    Q_OBJECT
private slots:
    void theTwoStepsOfARegistration();
    void digestForms_data();
    void digestForms();
    void urisThatFit_data();
    void urisThatFit();
    void refusals_data();
    void refusals();
    void aNonceServesOnce();
    void aNonceCountMustRise();
    void aNonceAges();
    void aNonceBelongsToItsAddress();
    void wrongPasswordsEndIn403();
    void theAnswerGoesToTheSource();
    void aRetransmissionGetsTheSameOctets();
    void expiresOfTheContactWins();
    void unregister();
    void cseqGoesForward();
    void heartbeatsNeedTheRegisteredAddress();
    void heartbeatsWithoutRegistration_data();
    void heartbeatsWithoutRegistration();
    void oneWhoBeatsForMany();
    void errorsAreLimited();
    void retransmissionsOfAChallengeAreAlwaysAnswered();
    void aRetransmittedGuessIsOneGuess();
    void otherMethods_data();
    void otherMethods();
    void theRefusalOfAnInviteIsRepeated_data();
    void theRefusalOfAnInviteIsRepeated();
    void aCallOfADeviceIsRefused_data();
    void aCallOfADeviceIsRefused();
    void aCancelIsAnswered();
    void hostileFiles_data();
    void hostileFiles();
};

void tst_Registrar::theTwoStepsOfARegistration()
{
    Site site;
    const auto challenge = site.send(site.registerText({.extra = "X-GB-Ver: 3.0\r\n"}));
    QCOMPARE(Site::statusOf(challenge), 401);
    QVERIFY(challenge.constFirst().contains("WWW-Authenticate: Digest realm=\"3402000000\",nonce=\""));
    QVERIFY(!challenge.constFirst().contains("qop"));
    QVERIFY(challenge.constFirst().contains("X-GB-Ver: 3.0\r\n"));
    QVERIFY(challenge.constFirst().contains(";rport=5060;received=192.168.1.64"));
    const auto ok = site.send(site.registerText({.cseq = 2,
        .extra = Site::authorization("34020000001320000001", Site::nonceOf(challenge.constFirst()), "12345678")}));
    QCOMPARE(Site::statusOf(ok), 200);
    QVERIFY(ok.constFirst().contains(
        "\r\nContact: <sip:34020000001320000001@192.168.1.64:5060>;expires=3600\r\nExpires: 3600\r\n"));
    QVERIFY2(ok.constFirst().contains("\r\nDate: 2026-03-02T08:00:00.000\r\n"), ok.constFirst().constData()); // Beijing
                                                                                                              // time
    QVERIFY(site.state() == DeviceState::Online);
}

void tst_Registrar::digestForms_data()
{
    QTest::addColumn<QByteArray>("qop");
    QTest::addColumn<bool>("offered");
    QTest::newRow("RFC 2069") << QByteArray() << false;
    QTest::newRow("qop offered, answered without (RFC 3261 §22.4)") << QByteArray() << true;
    QTest::newRow("qop=auth") << QByteArray(",qop=auth,nc=00000001,cnonce=\"0a4f113b\"") << true;
    QTest::newRow("qop not offered, sent all the same")
        << QByteArray(",qop=\"auth\",nc=00000001,cnonce=\"0a4f113b\"") << false;
}

void tst_Registrar::digestForms()
{
    QFETCH(const QByteArray, qop);
    QFETCH(const bool, offered);
    ServerConfig config = Site::withPassword(QStringLiteral("12345678"));
    config.offerQop = offered;
    Site site(config);
    const auto challenge = site.send(site.registerText({}));
    QCOMPARE(challenge.constFirst().contains("qop=\"auth\""), offered);
    const QByteArray credentials = Site::authorization(
        "34020000001320000001", Site::nonceOf(challenge.constFirst()), "12345678", "3402000000", qop);
    QCOMPARE(site.status(site.registerText({.cseq = 2, .extra = credentials})), 200);
}

void tst_Registrar::urisThatFit_data()
{
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<int>("status");
    QTest::newRow("the Request-URI") << QByteArray("sip:34020000002000000001@3402000000") << 200;
    QTest::newRow("ID and address") << QByteArray("sip:34020000002000000001@192.168.1.15:5060") << 200;
    QTest::newRow("the address alone") << QByteArray("sip:192.168.1.15:5060") << 200;
    QTest::newRow("the domain alone") << QByteArray("sip:3402000000") << 200;
    QTest::newRow("IPv6 without brackets (sipp)") << QByteArray("sip:::1:5060") << 200;
    QTest::newRow("IPv6 in brackets") << QByteArray("sip:[fd00::2]:5060") << 200;
    QTest::newRow("somebody else") << QByteArray("sip:00000000000000000000@example.org") << 401;
    QTest::newRow("no URI") << QByteArray("x") << 401;
}

void tst_Registrar::urisThatFit()
{
    QFETCH(const QByteArray, uri);
    QFETCH(const int, status);
    Site site;
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({})).constFirst());
    QCOMPARE(site.status(site.registerText({.cseq = 2,
                 .extra = Site::authorization("34020000001320000001", nonce, "12345678", "3402000000", {}, uri)})),
        status);
}

void tst_Registrar::refusals_data()
{
    QTest::addColumn<QByteArray>("credentials"); // NONCE stands for the challenge's
    QTest::addColumn<int>("status");
    QTest::addColumn<NoteCode>("reason");
    const QByteArray id = "34020000001320000001";
    QTest::newRow("wrong password") << Site::authorization(id, "NONCE", "admin123") << 401 << NoteCode::WrongPassword;
    QTest::newRow("wrong realm") << Site::authorization(id, "NONCE", "12345678", "9999999999") << 401
                                 << NoteCode::WrongRealm;
    QTest::newRow("somebody else's user name")
        << Site::authorization("34020000001320000009", "NONCE", "12345678") << 403 << NoteCode::WrongUserName;
    QTest::newRow("made for another server")
        << Site::authorization(id, "NONCE", "12345678", "3402000000", {}, "sip:00000000000000000000@example.org") << 401
        << NoteCode::WrongDigestUri;
    QTest::newRow("GB 35114") << QByteArray("Authorization: Capability algorithm=\"A:RSA;H:SHA256\"\r\n") << 401
                              << NoteCode::OtherScheme;
    QTest::newRow("quote left open") << QByteArray("Authorization: Digest username=\"34020000001320000001\r\n") << 400
                                     << NoteCode::Rejected;
    QTest::newRow("qop without cnonce") << Site::authorization(id, "NONCE", "12345678", "3402000000",
        ",qop=auth,nc=00000001") << 400 << NoteCode::Rejected;
}

void tst_Registrar::refusals()
{
    QFETCH(QByteArray, credentials);
    QFETCH(const int, status);
    QFETCH(const NoteCode, reason);
    Site site;
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({})).constFirst());
    // The digest of the table was made for the word NONCE; made anew for the real one
    if (credentials.contains("NONCE")) {
        credentials.replace("NONCE", nonce);
        const qsizetype from = credentials.indexOf("Digest");
        const DigestCredentials parsed = parseCredentials(view(credentials).substr(static_cast<std::size_t>(from)));
        const QByteArray password = reason == NoteCode::WrongPassword ? "admin123" : "12345678";
        const QByteArray response = digestResponse(
            parsed, "REGISTER", view(password), parsed.qop.empty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth);
        credentials.replace(credentials.indexOf("response=\"") + 10, 32, response);
    }
    QCOMPARE(site.status(site.registerText({.cseq = 2, .extra = credentials})), status);
    QVERIFY(site.state() != DeviceState::Online);
    if (status == 401 || status == 403)
        QVERIFY(site.state() == DeviceState::AuthFailed);
    QVERIFY2(site.device().problem.code == reason, qPrintable(QString::number(int(site.device().problem.code))));
}

void tst_Registrar::aNonceServesOnce()
{
    Site site;
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({})).constFirst());
    const QByteArray credentials = Site::authorization("34020000001320000001", nonce, "12345678");
    QCOMPARE(site.status(site.registerText({.cseq = 2, .extra = credentials})), 200);
    const auto again = site.send(site.registerText({.cseq = 3, .extra = credentials}));
    QCOMPARE(Site::statusOf(again), 401);
    QVERIFY(again.constFirst().contains("stale=true"));
    QVERIFY(site.state() == DeviceState::Online); // no harm to the registration in force
}

void tst_Registrar::aNonceCountMustRise()
{
    Site site;
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({})).constFirst());
    const auto with = [&](const QByteArray &nc) {
        return Site::authorization(
            "34020000001320000001", nonce, "12345678", "3402000000", ",qop=auth,nc=" + nc + ",cnonce=\"c\"");
    };
    QCOMPARE(site.status(site.registerText({.cseq = 2, .extra = with("00000001")})), 200);
    QCOMPARE(site.status(site.registerText({.cseq = 3, .extra = with("00000002")})), 200);
    QCOMPARE(site.status(site.registerText({.cseq = 4, .extra = with("00000002")})), 401);
}

void tst_Registrar::aNonceAges()
{
    Site site;
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({})).constFirst());
    site.clock.advance(NonceStore::life);
    const auto answer = site.send(
        site.registerText({.cseq = 2, .extra = Site::authorization("34020000001320000001", nonce, "12345678")}));
    QCOMPARE(Site::statusOf(answer), 401);
    QVERIFY(answer.constFirst().contains("stale=true"));
    const auto wrong = site.send(
        site.registerText({.cseq = 3, .extra = Site::authorization("34020000001320000001", nonce, "guess")}));
    QVERIFY(!wrong.constFirst().contains("stale=true")); // who does not know the password learns nothing
}

void tst_Registrar::aNonceBelongsToItsAddress()
{
    Site site;
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({})).constFirst());
    const QByteArray credentials = Site::authorization("34020000001320000001", nonce, "12345678");
    QCOMPARE(site.status(site.registerText({.cseq = 2, .extra = credentials}), endpoint("192.168.1.77", 5060)), 401);
}

void tst_Registrar::wrongPasswordsEndIn403()
{
    Site site;
    QList<int> answers;
    for (int i = 0; i < 5; ++i)
        answers.append(site.login({.callId = "try" + QByteArray::number(i)}, "guess"));
    QCOMPARE(answers, (QList<int>{401, 401, 401, 403, 403}));
    QCOMPARE(site.login({.callId = "right"}), 200); // the right one always opens
}

void tst_Registrar::theAnswerGoesToTheSource()
{
    Site site;
    QByteArray request = site.registerText({});
    request.replace("192.168.1.64:5060;rport", "203.0.113.9:9999;received=203.0.113.8;maddr=224.0.1.75");
    const auto answer = site.send(request);
    QVERIFY(answer.constFirst().contains(";received=192.168.1.64"));
    QVERIFY(!answer.constFirst().contains("received=203"));
    QVERIFY(site.send(answer.constFirst()).isEmpty());                // an answer is never answered
    QVERIFY(site.send(site.registerText({}), site.server).isEmpty()); // nor is what seems to come from ourselves
}

void tst_Registrar::aRetransmissionGetsTheSameOctets()
{
    Site site;
    QCOMPARE(site.login(), 200);
    const QByteArray beat = site.keepalive();
    const auto first = site.send(beat);
    site.clock.advance(500ms);
    QCOMPARE(site.send(beat), first);
    QByteArray other = beat;
    other.replace("<SN>1</SN>", "<SN>9</SN>");
    QCOMPARE(site.send(other), first);
    QVERIFY(site.device().problem.code == NoteCode::OtherBodyInRetransmission);
    QCOMPARE(site.device().beats, 1);
    QCOMPARE(site.analysis.counters().retransmissions, 2U);
}

void tst_Registrar::expiresOfTheContactWins()
{
    Site site(Site::withPassword({}));
    QByteArray request = site.registerText({.expires = 3600});
    request.replace("@192.168.1.64:5060>\r\n", "@192.168.1.64:5060>;expires=120\r\n");
    QVERIFY(site.send(request).constFirst().contains("Expires: 120\r\n"));
    QCOMPARE(site.device().facts.expires.count(), 120);
    QByteArray without = site.registerText({.callId = "2"});
    without.replace("Expires: 3600\r\n", "");
    QVERIFY(site.send(without).constFirst().contains("Expires: 3600\r\n"));
    QVERIFY(site.send(site.registerText({.callId = "3", .expires = 2000000000}))
                .constFirst()
                .contains("Expires: 604800\r\n"));
}

void tst_Registrar::unregister()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(site.login({.cseq = 3, .expires = 0}), 200);
    QVERIFY(site.state() == DeviceState::Unregistered);
    QVERIFY(site.device().reason.code == NoteCode::SaidGoodbye);
    QCOMPARE(site.status(site.keepalive()), 403);
    QVERIFY(site.state() == DeviceState::Unregistered);
}

void tst_Registrar::cseqGoesForward()
{
    Site site(Site::withPassword({}));
    QCOMPARE(site.status(site.registerText({.cseq = 7})), 200);
    QCOMPARE(site.status(site.registerText({.cseq = 6})), 500);
    QCOMPARE(site.status(site.registerText({.cseq = 7})), 200); // a firmware that never counts
    QCOMPARE(site.status(site.registerText({.callId = "new boot", .cseq = 1})), 200);
}

void tst_Registrar::heartbeatsNeedTheRegisteredAddress()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(site.status(site.keepalive(), endpoint("192.168.1.77", 5060)), 403);
    QCOMPARE(site.device().beats, 0);
    QVERIFY(site.device().problem.code == NoteCode::ForeignHeartbeat);
    QCOMPARE(site.status(site.keepalive(), endpoint("192.168.1.64", 40000)), 200); // a NAT gave it another port
    QCOMPARE(site.device().beats, 1);
    QVERIFY(site.device().problem.code == NoteCode::PortChanged);
}

void tst_Registrar::heartbeatsWithoutRegistration_data()
{
    QTest::addColumn<UnregisteredKeepalive>("policy");
    QTest::addColumn<int>("status");
    QTest::addColumn<DeviceState>("state");
    QTest::newRow("403") << UnregisteredKeepalive::Forbidden << 403 << DeviceState::Unregistered;
    QTest::newRow("404") << UnregisteredKeepalive::NotFound << 404 << DeviceState::Unregistered;
    QTest::newRow("200") << UnregisteredKeepalive::Ok << 200 << DeviceState::Online;
    QTest::newRow("silent") << UnregisteredKeepalive::Silent << 0 << DeviceState::Unknown;
}

void tst_Registrar::heartbeatsWithoutRegistration()
{
    QFETCH(const UnregisteredKeepalive, policy);
    QFETCH(const int, status);
    QFETCH(const DeviceState, state);
    ServerConfig config = Site::withPassword(QStringLiteral("12345678"));
    config.unregisteredKeepalive = policy;
    Site site(config);
    QCOMPARE(site.status(site.keepalive()), status);
    QVERIFY(site.state() == state);
}

void tst_Registrar::oneWhoBeatsForMany()
{
    // The tutorial's sipp batch: names register, one ID beats within their dialogs
    Site site;
    QCOMPARE(site.login({.id = "1001", .callId = "one"}), 200);
    QCOMPARE(site.login({.id = "1002", .callId = "two"}), 200);
    QCOMPARE(site.status(site.keepalive("15060300081320000001", 1, "two")), 200);
    QVERIFY(site.state(QStringLiteral("15060300081320000001")) == DeviceState::Online);
    QCOMPARE(site.device(QStringLiteral("15060300081320000001")).reason,
        (Note{NoteCode::BeatsForOthers, QStringLiteral("2"), {}}));
    QCOMPARE(site.status(site.keepalive("34020000001320007777", 1, "another")), 403); // the endpoint alone is no leave
    QVERIFY(site.state(QStringLiteral("34020000001320007777")) == DeviceState::Unregistered);
}

void tst_Registrar::errorsAreLimited()
{
    Site site;
    int answered = 0;
    for (int i = 0; i < 100; ++i)
        answered += site.status(site.keepalive()) == 403 ? 1 : 0;
    QCOMPARE(answered, AnswerLimit::perAddress);
    QCOMPARE(site.sip.withheld(), 100U - AnswerLimit::perAddress);
    for (int i = 0; i < 1000; ++i)
        answered += site.status(site.keepalive(),
                        endpoint(QByteArray("10.0.1." + QByteArray::number(i % 250)).constData(), 5060))
                == 403
            ? 1
            : 0;
    QCOMPARE(answered, AnswerLimit::inAll);
    QCOMPARE(site.login(), 200); // who behaves is served
    site.clock.advance(1s);
    QCOMPARE(site.status(site.keepalive("34020000001320000077")), 403);
}

void tst_Registrar::retransmissionsOfAChallengeAreAlwaysAnswered()
{
    Site site;
    const QByteArray request = site.registerText({});
    const auto first = site.send(request);
    QCOMPARE(Site::statusOf(first), 401);
    for (int i = 0; i < 2 * AnswerLimit::perAddress; ++i)
        QCOMPARE(site.send(request), first); // a fleet behind one address, on a bad line
    QCOMPARE(site.sip.withheld(), 0U);
}

void tst_Registrar::aRetransmittedGuessIsOneGuess()
{
    Site site;
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({})).constFirst());
    for (int i = 0; i < AnswerLimit::perAddress; ++i)
        QCOMPARE(site.status(site.keepalive()), 403); // the limit of this second is used up
    const QByteArray guess = site.registerText(
        {.cseq = 2, .extra = Site::authorization("34020000001320000001", nonce, "guess")});
    for (int i = 0; i < 10; ++i)
        QCOMPARE(site.status(guess), 0);
    site.clock.advance(1s);
    QCOMPARE(site.status(guess), 401); // the first one of four, not the tenth
}

void tst_Registrar::otherMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << 200;
    QTest::newRow("INVITE from a stranger") << QByteArray("INVITE") << 488;
    QTest::newRow("BYE from nowhere") << QByteArray("BYE") << 481;
    QTest::newRow("CANCEL from nowhere") << QByteArray("CANCEL") << 481;
    QTest::newRow("ACK is never answered") << QByteArray("ACK") << 0;
    QTest::newRow("unknown") << QByteArray("TELEPORT") << 501;
}

void tst_Registrar::otherMethods()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, status);
    Site site;
    const auto answers = site.send(QByteArray(site.registerText({})).replace("REGISTER", method));
    QCOMPARE(Site::statusOf(answers), status);
    QCOMPARE(answers.size(), status == 0 ? 0 : 1);
}

/// Timer G until the ACK, RFC 3261 §17.2.1; H gives up.
void tst_Registrar::theRefusalOfAnInviteIsRepeated_data()
{
    QTest::addColumn<bool>("registered");
    QTest::addColumn<bool>("acknowledged");
    QTest::newRow("of a device that is registered") << true << false;
    QTest::newRow("until its ACK") << true << true;
    QTest::newRow("never of a stranger: nobody is flooded in its name") << false << false;
}

void tst_Registrar::theRefusalOfAnInviteIsRepeated()
{
    QFETCH(const bool, registered);
    QFETCH(const bool, acknowledged);
    Site site;
    if (registered)
        QCOMPARE(site.login(), 200);
    QByteArray invite = site.registerText({.callId = "call"});
    invite.replace("REGISTER", "INVITE");
    const QList<QByteArray> answers = site.send(invite);
    QCOMPARE(answers.size(), registered ? 2 : 1);
    QCOMPARE(Site::statusOf({answers.constFirst()}), registered ? 100 : 488);
    QCOMPARE(Site::statusOf(answers), 488);
    if (acknowledged)
        QVERIFY(site.send(QByteArray(invite).replace("INVITE sip", "ACK sip").replace("1 INVITE", "1 ACK")).isEmpty());
    QList<double> times;
    for (int step = 1; step <= 100; ++step) {
        for (const QByteArray &again : site.wait(500ms)) {
            QCOMPARE(again, answers.constLast());
            times << step * 0.5;
        }
    }
    const QList<double> schedule{0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5};
    QCOMPARE(times, registered && !acknowledged ? schedule : QList<double>());
    QCOMPARE(site.sip.transactions().size(), 0U);
}

/// GB/T 28181-2022 9.12.2: a device calls because of a Broadcast. gbscope has no talk, so it answers no call, whoever
/// wrote the Broadcast; a device never makes it act.
void tst_Registrar::aCallOfADeviceIsRefused_data()
{
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<bool>("afterBroadcast");
    QTest::newRow("talk, unasked") << QByteArray("Talk") << false;
    QTest::newRow("behind its Response to a Broadcast") << QByteArray("Play") << true;
}

void tst_Registrar::aCallOfADeviceIsRefused()
{
    QFETCH(const QByteArray, session);
    QFETCH(const bool, afterBroadcast);
    Site site;
    const QByteArray id = "34020000001320000001";
    QCOMPARE(site.login(), 200);
    if (afterBroadcast)
        QCOMPARE(site.status(site.message(id,
                     "<?xml version=\"1.0\"?>\r\n<Response>\r\n<CmdType>Broadcast</CmdType>\r\n<SN>7</SN>\r\n<DeviceID>"
                         + id + "</DeviceID>\r\n<Result>OK</Result>\r\n</Response>\r\n")),
            200);
    const QByteArray offer = "v=0\r\no=" + id + " 0 0 IN IP4 192.168.1.64\r\ns=" + session
        + "\r\nc=IN IP4 192.168.1.64\r\nt=0 0\r\nm=audio 8000 RTP/AVP 8\r\na=recvonly\r\na=rtpmap:8 "
          "PCMA/8000\r\ny=0200000001\r\n";
    QByteArray invite = site.message(id, offer, "talk@camera", "application/sdp");
    invite.replace("MESSAGE", "INVITE");
    invite.replace("Max-Forwards",
        QByteArray("Contact: <sip:" + id + "@192.168.1.64:5060>\r\nSubject: " + id
            + ":1,34020000002000000001:1\r\nMax-Forwards"));
    const QList<QByteArray> answers = site.send(invite);
    QCOMPARE(answers.size(), 2); // 100 and the refusal: nothing of ours but answers
    for (const QByteArray &answer : answers) {
        QVERIFY2(answer.startsWith("SIP/2.0 "), answer.constData());
        QVERIFY(answer.contains("\r\nContent-Length: 0\r\n")); // no description of media
    }
    QCOMPARE(Site::statusOf(answers), 488);
}

void tst_Registrar::aCancelIsAnswered()
{
    Site site;
    QCOMPARE(site.login(), 200);
    QByteArray invite = site.registerText({.callId = "call"});
    invite.replace("REGISTER", "INVITE");
    QCOMPARE(site.status(invite), 488);
    QCOMPARE(site.status(QByteArray(invite).replace("INVITE", "CANCEL")), 200); // it comes too late, and is answered
                                                                                // all the same: §9.2
}

/// Each row of the corpus' README: precondition, file, the answers that are right.
void tst_Registrar::hostileFiles_data()
{
    QTest::addColumn<HostileFile>("file");
    const auto files = gb28181Files(QStringLiteral("dat|tmpl"));
    QCOMPARE(files.size(), 103);
    for (const HostileFile &file : files)
        QTest::newRow(qPrintable(file.name)) << file;
}

void tst_Registrar::hostileFiles()
{
    QFETCH(const HostileFile, file);
    Site site(Site::withPassword(file.precondition.startsWith(u"P1") ? QString() : QStringLiteral("12345678")));
    site.camera = endpoint("127.0.0.1", 5061);
    site.server = endpoint("127.0.0.1", 5060);
    const QString device = QStringLiteral("34020000001320000001");
    if (file.precondition.startsWith(u"P2"))
        QCOMPARE(site.login({}, "12345678", site.camera), 200);
    QByteArray octets = file.octets();
    QVERIFY(!octets.isEmpty() || file.name.startsWith(u"a01"));
    if (octets.contains("@NONCE@"))
        octets = filled(octets, Site::nonceOf(site.send(site.registerText({.callId = "first"})).constFirst()));
    const DeviceSnapshot before = site.device(device);
    const bool spoofed = file.name.startsWith(u"g23");
    const auto answers = site.send(octets, spoofed ? endpoint("127.0.0.2", 5061) : site.camera);
    const int status = Site::statusOf(answers);
    QVERIFY2(file.right.contains(status), qPrintable(QString::number(status)));
    for (const QByteArray &answer : answers)
        QVERIFY2(answer.size() <= octets.size() + 512, qPrintable(QString::number(answer.size())));
    QVERIFY(answers.size() <= 2);
    const DeviceSnapshot after = site.device(device);
    if (status == 0 || status >= 400) {
        QCOMPARE(after.beats, before.beats);
        QVERIFY(after.facts.phase == before.facts.phase || before.facts.phase != DeviceFacts::Phase::Registered);
        QVERIFY(after.verdict.state == DeviceState::Online ? before.verdict.state == DeviceState::Online : true);
    }
    QVERIFY(
        site.status(site.registerText({.id = "34020000001320000002", .callId = "next", .expires = 60})) != 0); // the
                                                                                                               // next
                                                                                                               // one is
                                                                                                               // served
}

QTEST_GUILESS_MAIN(tst_Registrar)
#include "tst_registrar.moc"
