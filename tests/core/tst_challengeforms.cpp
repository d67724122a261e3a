#include "core/devices/registrationreason.h"
#include "core/report/words/wording.h"
#include "tests/support/site.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Devices that ignore a 401 whose form they do not like.
class tst_ChallengeForms : public QObject
{
    Q_OBJECT
private slots:
    void oneFormAfterTheOther();
    void whoAnswersOneFormOnly_data();
    void whoAnswersOneFormOnly();
    void theFormThatWorkedComesFirst();
    void aNewFirmwareLikesTheFirstFormAgain();
    void switchedOff();
    void aLost401IsNotIgnored();
    void aWrongPasswordChangesNoForm();
    void aStrangerMovesNobody();
    void severalAddressesOfOneDevice();
    void tablesAreBounded();
    void formsOfOthers_data();
    void formsOfOthers();
    void somebodyElsesServer();

private:
    static ChallengeForm formIn(const QByteArray &challenge) { return formOf(scanHead(view(challenge))); }
};

/// A camera that registers with one form of challenge and drops every other, beginning anew each time.
class Picky
{
public:
    Picky(Site &site, std::optional<ChallengeForm> form, const QByteArray &password = "12345678")
        : m_site(site)
        , m_form(form)
        , m_password(password)
    {
    }

    /// The last status.
    int tryOnce()
    {
        m_site.wait(30s);
        m_request.callId = QByteArray::number(++m_calls) + "@camera";
        m_request.cseq = 1;
        m_request.extra.clear();
        const QList<QByteArray> answer = m_site.send(m_site.registerText(m_request));
        if (Site::statusOf(answer) != 401)
            return Site::statusOf(answer);
        seen.append(formOf(scanHead(view(answer.constLast()))));
        if (m_form != seen.constLast())
            return 401;
        const QByteArray qop = seen.constLast() == ChallengeForm::Md5Qop
            ? QByteArray(",qop=auth,nc=00000001,cnonce=\"0a4f113b\"")
            : QByteArray();
        QByteArray credentials = Site::authorization(
            m_request.id, Site::nonceOf(answer.constLast()), m_password, "3402000000", qop);
        if (seen.constLast() == ChallengeForm::NoAlgorithm)
            credentials.replace(",algorithm=MD5", "");
        if (seen.constLast() == ChallengeForm::Sha256)
            credentials = sha256(m_request.id, Site::nonceOf(answer.constLast()));
        m_request.cseq = 2;
        m_request.extra = credentials;
        return m_site.status(m_site.registerText(m_request));
    }

    QList<ChallengeForm> seen;

private:
    QByteArray sha256(const QByteArray &id, const QByteArray &nonce) const
    {
        const auto hash = [](const QByteArray &text) {
            return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        };
        const QByteArray uri = "sip:34020000002000000001@3402000000",
                         response = hash(
                             hash(id + ":3402000000:" + m_password) + ':' + nonce + ':' + hash("REGISTER:" + uri));
        return "Authorization: Digest username=\"" + id + "\",realm=\"3402000000\",nonce=\"" + nonce + "\",uri=\"" + uri
            + "\",response=\"" + response + "\",algorithm=SHA-256\r\n";
    }

    Site &m_site;
    std::optional<ChallengeForm> m_form;
    QByteArray m_password;
    Site::Register m_request;
    int m_calls = 0;
};

static const QList<ChallengeForm> twiceEach{ChallengeForm::Md5, ChallengeForm::Md5, ChallengeForm::Md5Qop,
    ChallengeForm::Md5Qop, ChallengeForm::NoAlgorithm, ChallengeForm::NoAlgorithm, ChallengeForm::Sha256,
    ChallengeForm::Sha256};

/// That were told since it was last asked.
static QStringList reasons(Site &site)
{
    QStringList all;
    for (const Event &event : site.analysis.take(site.clock.now()).events) {
        if (const auto *change = std::get_if<StateChange>(&event))
            all.append(wording::note(change->reason));
    }
    return all;
}

void tst_ChallengeForms::oneFormAfterTheOther()
{
    Site site;
    Picky camera(site, std::nullopt);
    QStringList shown;
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(camera.tryOnce(), 401);
        shown << wording::note(site.device().reason);
    }
    QCOMPARE(camera.seen, twiceEach + QList<ChallengeForm>({ChallengeForm::Md5, ChallengeForm::Md5})); // round robin
    const QString wait = QStringLiteral("has not answered the 401 yet"),
                  second = QStringLiteral("ignores the 401: trying form 2 of 4 (MD5 with qop)"),
                  third = QStringLiteral("ignores the 401: trying form 3 of 4 (without algorithm)"),
                  fourth = QStringLiteral("ignores the 401: trying form 4 of 4 (SHA-256)"),
                  first = QStringLiteral("ignores the 401: trying form 1 of 4 (MD5 without qop)");
    QCOMPARE(shown, (QStringList{wait, wait, second, second, third, third, fourth, fourth, first, first}));
    QCOMPARE(reasons(site), (QStringList{QStringLiteral("has sent a REGISTER"), second, third, fourth, first})); // each
                                                                                                                 // once
}

void tst_ChallengeForms::whoAnswersOneFormOnly_data()
{
    QTest::addColumn<ChallengeForm>("form");
    QTest::addColumn<bool>("qopFirst");
    QTest::addColumn<int>("tries");
    QTest::addColumn<QString>("problem");
    QTest::newRow("MD5") << ChallengeForm::Md5 << false << 1 << QString();
    QTest::newRow("MD5 with qop") << ChallengeForm::Md5Qop << false << 3
                                  << QStringLiteral("registered with another form of the 401: MD5 with qop");
    QTest::newRow("no algorithm") << ChallengeForm::NoAlgorithm << false << 5
                                  << QStringLiteral("registered with another form of the 401: without algorithm");
    QTest::newRow("SHA-256") << ChallengeForm::Sha256 << false << 7
                             << QStringLiteral("registered with another form of the 401: SHA-256");
    QTest::newRow("qop first, answered") << ChallengeForm::Md5Qop << true << 1 << QString();
    QTest::newRow("qop first, no algorithm")
        << ChallengeForm::NoAlgorithm << true << 3
        << QStringLiteral("registered with another form of the 401: without algorithm");
    QTest::newRow("qop first, MD5") << ChallengeForm::Md5 << true << 7
                                    << QStringLiteral("registered with another form of the 401: MD5 without qop");
}

void tst_ChallengeForms::whoAnswersOneFormOnly()
{
    QFETCH(const ChallengeForm, form);
    QFETCH(const bool, qopFirst);
    QFETCH(const int, tries);
    QFETCH(const QString, problem);
    ServerConfig config = Site::withPassword(QStringLiteral("12345678"));
    config.offerQop = qopFirst;
    Site site(config);
    Picky camera(site, form);
    for (int i = 1; i < tries; ++i)
        QCOMPARE(camera.tryOnce(), 401);
    QCOMPARE(camera.tryOnce(), 200);
    QCOMPARE(camera.seen.size(), tries);
    QVERIFY(site.state() == DeviceState::Online);
    QCOMPARE(wording::note(site.device().problem), problem);
    QCOMPARE(site.sip.registrar().challenges().tries(), 0);
    QCOMPARE(site.sip.registrar().challenges().learnt().size(), tries == 1 ? 0 : 1);
}

void tst_ChallengeForms::theFormThatWorkedComesFirst()
{
    Site site;
    Picky camera(site, ChallengeForm::NoAlgorithm);
    for (int i = 0; i < 5; ++i)
        camera.tryOnce();
    QVERIFY(site.state() == DeviceState::Online);
    reasons(site);
    camera.seen.clear();
    site.wait(3600s); // lapsed
    QCOMPARE(camera.tryOnce(), 200);
    QCOMPARE(camera.seen, QList<ChallengeForm>{ChallengeForm::NoAlgorithm});
    QCOMPARE(reasons(site).constLast(),
        QStringLiteral("registered with another form of the 401: without algorithm")); // said at each start of the
                                                                                       // device
    QCOMPARE(formIn(site.send(site.registerText({.id = "34020000001320000002"})).constLast()),
        ChallengeForm::Md5); // others see what they always saw
    SipServer next(Site::withPassword(QStringLiteral("12345678")));
    next.registrar().challenges().setLearnt(site.sip.registrar().challenges().learnt());
    QCOMPARE(next.registrar().challenges().current("34020000001320000001", {}), ChallengeForm::NoAlgorithm);
}

void tst_ChallengeForms::aNewFirmwareLikesTheFirstFormAgain()
{
    Site site;
    Picky before(site, ChallengeForm::Md5Qop), after(site, ChallengeForm::Md5);
    for (int i = 0; i < 3; ++i)
        before.tryOnce();
    QVERIFY(site.state() == DeviceState::Online);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(after.tryOnce(), 401);
    QCOMPARE(after.tryOnce(), 200);
    QCOMPARE(after.seen,
        (QList<ChallengeForm>{ChallengeForm::Md5Qop, ChallengeForm::Md5Qop, ChallengeForm::NoAlgorithm,
            ChallengeForm::NoAlgorithm, ChallengeForm::Sha256, ChallengeForm::Sha256, ChallengeForm::Md5}));
    QVERIFY(site.sip.registrar().challenges().learnt().isEmpty());
}

void tst_ChallengeForms::switchedOff()
{
    ServerConfig config = Site::withPassword(QStringLiteral("12345678"));
    config.challengeVariants = false;
    Site site(config);
    Picky camera(site, std::nullopt);
    for (int i = 0; i < 9; ++i)
        QCOMPARE(camera.tryOnce(), 401);
    QCOMPARE(camera.seen, QList<ChallengeForm>(9, ChallengeForm::Md5));
    QCOMPARE(wording::note(site.device().reason),
        QStringLiteral("ignores the 401: 8 new REGISTERs without credentials since"));
}

/// Retransmissions say that no answer came: that is the network's fault, not the form's.
void tst_ChallengeForms::aLost401IsNotIgnored()
{
    Site site;
    for (int i = 0; i < 10; ++i) {
        const QByteArray request = site.registerText({.callId = QByteArray::number(i) + "@camera"});
        QCOMPARE(formIn(site.send(request).constLast()), ChallengeForm::Md5);
        for (const auto pause : {500ms, 1000ms, 2000ms}) {
            site.wait(pause);
            QCOMPARE(site.status(request), 401);
        }
        site.wait(30s);
        QCOMPARE(site.device().reason.code, NoteCode::Challenged);
    }
    QCOMPARE(reasons(site), QStringList{QStringLiteral("has sent a REGISTER")});
}

void tst_ChallengeForms::aWrongPasswordChangesNoForm()
{
    Site site;
    Picky camera(site, ChallengeForm::Md5, "wrong");
    for (int i = 0; i < 6; ++i)
        camera.tryOnce();
    QCOMPARE(camera.seen, QList<ChallengeForm>(6, ChallengeForm::Md5));
    QCOMPARE(site.device().problem.code, NoteCode::WrongPassword);
}

void tst_ChallengeForms::aStrangerMovesNobody()
{
    Site site;
    for (int i = 0; i < 10; ++i)
        site.status(site.registerText({.callId = QByteArray::number(i)}), endpoint("10.9.9.9", 5060));
    QCOMPARE(formIn(site.send(site.registerText({.callId = "own"})).constLast()), ChallengeForm::Md5);
    QCOMPARE(site.login({.callId = "own2"}), 200);
}

/// What was learnt holds wherever the device comes from.
void tst_ChallengeForms::severalAddressesOfOneDevice()
{
    Site site;
    Picky camera(site, ChallengeForm::Md5Qop);
    for (int i = 0; i < 3; ++i)
        camera.tryOnce();
    QVERIFY(site.state() == DeviceState::Online);
    QCOMPARE(formIn(site.send(site.registerText({.callId = "new"}), endpoint("192.168.1.77", 5060)).constLast()),
        ChallengeForm::Md5Qop);
}

void tst_ChallengeForms::tablesAreBounded()
{
    ChallengeForms forms(ChallengeForm::Md5, true);
    const IpAddress address = QHostAddress(QStringLiteral("10.0.0.1"));
    for (int i = 0; i < ChallengeForms::capacity + 10; ++i) {
        const QByteArray id = QByteArray::number(i);
        for (int n = 0; n < 3; ++n)
            forms.next(view(id), address);
        QVERIFY(forms.tries() <= ChallengeForms::capacity);
    }
    for (int i = 0; i < 2 * ChallengeForms::capacity; ++i) {
        const QByteArray id = QByteArray::number(i);
        for (int n = 0; n < 3; ++n)
            forms.next(view(id), address);
        forms.worked(view(id), address);
    }
    QCOMPARE(forms.learnt().size(), ChallengeForms::capacity);
}

void tst_ChallengeForms::formsOfOthers_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<ChallengeForm>("form");
    QTest::newRow("MD5") << QByteArray("Digest realm=\"r\",nonce=\"n\",algorithm=MD5") << ChallengeForm::Md5;
    QTest::newRow("in quotes and lower case")
        << QByteArray("Digest realm=\"r\", nonce=\"n\", algorithm=\"md5\"") << ChallengeForm::Md5;
    QTest::newRow("with qop") << QByteArray("Digest qop=\"auth\",realm=\"r\",nonce=\"n\",algorithm=MD5")
                              << ChallengeForm::Md5Qop;
    QTest::newRow("bare") << QByteArray("Digest realm=\"r\",nonce=\"n\"") << ChallengeForm::NoAlgorithm;
    QTest::newRow("SHA-256") << QByteArray("Digest realm=\"r\",nonce=\"n\",algorithm=SHA-256") << ChallengeForm::Sha256;
    QTest::newRow("SHA-256 with qop") << QByteArray("Digest realm=\"r\",nonce=\"n\",qop=\"auth\",algorithm=SHA-256")
                                      << ChallengeForm::Other;
    QTest::newRow("SM3") << QByteArray("Digest realm=\"r\",nonce=\"n\",algorithm=SM3") << ChallengeForm::Other;
    QTest::newRow("qop without algorithm")
        << QByteArray("Digest realm=\"r\",nonce=\"n\",qop=\"auth\"") << ChallengeForm::Other;
    QTest::newRow("rubbish") << QByteArray("\"\"\",,,=") << ChallengeForm::NoAlgorithm;
}

void tst_ChallengeForms::formsOfOthers()
{
    QFETCH(const QByteArray, challenge);
    QFETCH(const ChallengeForm, form);
    QCOMPARE(formIn("SIP/2.0 401 Unauthorized\r\nWWW-Authenticate: " + challenge + "\r\n\r\n"), form);
}

/// A capture in which a device asks two platforms in turn ignores neither.
void tst_ChallengeForms::somebodyElsesServer()
{
    Site one;
    ManualClock &clock = one.clock;
    for (int i = 0; i < 8; ++i) {
        const Endpoint server = endpoint(i % 2 ? "192.168.1.20" : "192.168.1.15", 5060);
        const QByteArray request = one.registerText({.callId = QByteArray::number(i)});
        one.analysis.observe({.at = clock.now(), .from = one.camera, .to = server, .octets = request});
        const SipHead head = scanHead(view(request));
        one.analysis.observe({.at = clock.now(),
            .from = server,
            .to = one.camera,
            .octets = writeReply(
                head, one.camera, {.status = 401, .headers = "WWW-Authenticate: Digest realm=\"r\",nonce=\"n\"\r\n"})});
        clock.advance(30s);
    }
    QCOMPARE(one.device().reason.code, NoteCode::Challenged);
}

QTEST_GUILESS_MAIN(tst_ChallengeForms)
#include "tst_challengeforms.moc"
