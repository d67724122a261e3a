#include "core/report/told.h"
#include "core/report/words/findingwords.h"
#include "tests/support/beatrounds.h"
#include "tests/support/icmp.h"
#include "tests/support/saidof.h"

#include <QJsonArray>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Where a record leaves several causes: what it has for each and against it, by the facts of that very record.
class tst_CompetingCauses : public QObject
{
    Q_OBJECT
private slots:
    void ofADeviceThatIsSilent_data();
    void ofADeviceThatIsSilent();
    void ofThoseBesideIt();
    void ofHeartbeatsWithoutAnswer_data();
    void ofHeartbeatsWithoutAnswer();
    void ofAServerThatAnswersNobody();
    void ofARefusedRegistration_data();
    void ofARefusedRegistration();
    void ofAnInviteWithoutAnswer_data();
    void ofAnInviteWithoutAnswer();
    void theOneWithMostForItIsFirst();
    void everyOneHasWords();
    void textOfTheNetworkIsText();
    void programsReadThem();
    void oneCauseIsNoQuestion();

private:
    using S = Script;

    /// "+SameCallId" of a cause: what speaks for it with +, against it with -.
    static QString weighed(const Finding &finding, CauseCode cause)
    {
        QStringList out;
        for (const CompetingCause &one : finding.causes) {
            if (one.code != cause)
                continue;
            for (const Evidence &evidence : one.speaksFor)
                out.append(u'+' + QString::number(static_cast<int>(evidence.code)));
            for (const Evidence &evidence : one.speaksAgainst)
                out.append(u'-' + QString::number(static_cast<int>(evidence.code)));
        }
        return out.join(u' ');
    }
    static bool has(const Finding &finding, CauseCode cause, char sign, EvidenceCode evidence)
    {
        const QString text = QLatin1Char(sign) + QString::number(static_cast<int>(evidence));
        return weighed(finding, cause).split(u' ').contains(text);
    }
    static bool hasAny(const Finding &finding, EvidenceCode evidence)
    {
        for (const CompetingCause &one : finding.causes) {
            for (const char sign : {'+', '-'}) {
                if (has(finding, one.code, sign, evidence))
                    return true;
            }
        }
        return false;
    }
};

struct Weighed
{
    const char *name;
    void (*script)(Script &);
    FindingCode code;
    CauseCode cause;
    char sign;
    EvidenceCode evidence;
    bool said = true;
};
Q_DECLARE_METATYPE(Weighed)

static void check(const Weighed &one, bool (*has)(const Finding &, CauseCode, char, EvidenceCode))
{
    Script s;
    one.script(s);
    const auto finding = s.finding(one.code);
    QVERIFY2(finding, qPrintable(saidOf(s)));
    QVERIFY(finding->causes.size() > 1);
    QCOMPARE(has(*finding, one.cause, one.sign, one.evidence), one.said);
}

template<std::size_t Size>
static void rowsOf(const Weighed (&all)[Size])
{
    QTest::addColumn<Weighed>("one");
    for (const Weighed &one : all)
        QTest::newRow(one.name) << one;
}

static void wellBefore(Script &s)
{
    asCapture(s);
    s.login({.callId = "first"});
    s.beats(3);
}

static void backWith(Script &s, const QByteArray &callId, int cseq, int sn)
{
    wellBefore(s);
    s.wait(300s);
    s.login({.callId = callId, .cseq = cseq});
    s.beat(sn);
}

void tst_CompetingCauses::ofADeviceThatIsSilent_data()
{
    using C = CauseCode;
    using E = EvidenceCode;
    constexpr FindingCode code = FindingCode::WentSilent;
    static const Weighed all[] = {
        {"back with its Call-ID", [](Script &s) { backWith(s, "first", 9, 8); }, code, C::Crashed, '-', E::SameCallId},
        {"which is no sign of power lost", [](Script &s) { backWith(s, "first", 9, 8); }, code, C::PowerLost, '-',
            E::SameCallId},
        {"back with another Call-ID", [](Script &s) { backWith(s, "second", 1, 1); }, code, C::Crashed, '+',
            E::NewCallId},
        {"another Call-ID is not the same", [](Script &s) { backWith(s, "second", 1, 1); }, code, C::Crashed, '-',
            E::SameCallId, false},
        {"its SN is at its start",
            [](Script &s) {
                wellBefore(s);
                s.beats(20);
                s.wait(300s);
                s.login({.callId = "second"});
                s.beat(1);
            },
            code, C::WayLost, '-', E::SnAtStart},
        {"its SN is as if it had beaten", [](Script &s) { backWith(s, "first", 9, 8); }, code, C::WayLost, '+',
            E::SnAsIfSent},
        {"its SN stood still", [](Script &s) { backWith(s, "first", 9, 4); }, code, C::WayLost, '-', E::SnStoodStill},
        {"its SN did not stand still", [](Script &s) { backWith(s, "first", 9, 8); }, code, C::WayLost, '-',
            E::SnStoodStill, false},
        {"its registration was in force",
            [](Script &s) {
                wellBefore(s);
                s.wait(200s);
            },
            code, C::Lapsed, '-', E::RegistrationHeld},
        {"its registration had ended",
            [](Script &s) {
                asCapture(s);
                s.login({.more = "Expires: 240\r\n"});
                s.beats(3);
                s.wait(200s);
            },
            code, C::Lapsed, '+', E::RegistrationEnded},
        {"its last heartbeat was answered",
            [](Script &s) {
                wellBefore(s);
                s.wait(200s);
            },
            code, C::Lapsed, '-', E::LastBeatAnswered},
        {"its last heartbeats were refused",
            [](Script &s) {
                wellBefore(s);
                s.wait(60s);
                s.beat(4, "403 Forbidden");
                s.wait(60s);
                s.beat(5, "403 Forbidden");
                s.wait(200s);
            },
            code, C::Lapsed, '+', E::LastBeatsRefused},
        {"its last heartbeats were not answered",
            [](Script &s) {
                wellBefore(s);
                s.wait(60s);
                s.send(s.beatRequest(4));
                s.wait(60s);
                s.send(s.beatRequest(5));
                s.wait(240s);
            },
            code, C::WayLost, '+', E::LastBeatsUnanswered},
        {"its host says that nothing listens",
            [](Script &s) {
                wellBefore(s);
                s.wait(200s);
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {})));
                refuse(s, {.reporter = "192.168.1.64"});
            },
            code, C::Crashed, '+', E::PortClosed},
        {"back from elsewhere",
            [](Script &s) {
                wellBefore(s);
                s.wait(300s);
                s.device = endpoint("192.168.1.99", 5060);
                s.login({.callId = "first", .cseq = 9});
                s.beat(8);
            },
            code, C::AddressMoved, '+', E::BackElsewhere},
        {"back from there", [](Script &s) { backWith(s, "first", 9, 8); }, code, C::AddressMoved, '-',
            E::BackFromThere},
        {"requests to it were not answered",
            [](Script &s) {
                wellBefore(s);
                s.wait(60s);
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {})));
                const QByteArray text = s.last;
                for (const Duration gap : {500ms, 1000ms, 2000ms, 4000ms}) {
                    s.wait(gap);
                    s.see(text, false);
                }
                s.wait(200s);
            },
            code, C::Lapsed, '-', E::RequestsUnanswered},
    };
    rowsOf(all);
}

void tst_CompetingCauses::ofADeviceThatIsSilent()
{
    QFETCH(const Weighed, one);
    check(one, &has);
}

/// Three go silent with it, or three beat on.
void tst_CompetingCauses::ofThoseBesideIt()
{
    for (const bool silent : {true, false}) {
        S s;
        asCapture(s);
        for (int sn = 1; sn < 5; ++sn)
            beatRound(s, 4, sn, "200 OK");
        for (int sn = 5; sn < 10; ++sn) {
            s.wait(60s);
            for (int number = 2; number <= 4 && !silent; ++number)
                beatOf(s, number, sn, "200 OK");
            if (silent) { // somebody else is heard, far away
                s.device = endpoint("10.9.9.9", 5060);
                if (sn == 5)
                    s.login({.user = "34020000001320000009", .callId = "far"});
                Script::Request far = s.beatRequest(sn, "OK", "34020000001320000009");
                far.user = "34020000001320000009";
                s.send(far);
                s.answer(s.last, "200 OK");
            }
        }
        QList<Finding> found;
        for (const Finding &one : s.analysis.findings().log().all()) {
            if (one.code == FindingCode::WentSilent)
                found.append(one);
        }
        QCOMPARE(found.size(), silent ? 4 : 1);
        for (const Finding &one : found) {
            QCOMPARE(has(one, CauseCode::WayLost, '+', EvidenceCode::NeighboursSilent), silent);
            QCOMPARE(has(one, CauseCode::Crashed, '-', EvidenceCode::NeighboursSilent), silent);
            QCOMPARE(has(one, CauseCode::WayLost, '-', EvidenceCode::NeighboursHeard), !silent);
        }
    }
}

static void unanswered(Script &s, bool again = true)
{
    s.wait(60s);
    s.send(s.beatRequest(4));
    if (again) {
        s.wait(500ms);
        s.again();
    }
}

void tst_CompetingCauses::ofHeartbeatsWithoutAnswer_data()
{
    using C = CauseCode;
    using E = EvidenceCode;
    constexpr FindingCode code = FindingCode::BeatUnanswered;
    static const Weighed all[] = {
        {"it insisted",
            [](Script &s) {
                wellBefore(s);
                unanswered(s);
                s.wait(40s);
            },
            code, C::NotCaptured, '-', E::Insisted},
        {"others were answered",
            [](Script &s) {
                wellBefore(s);
                unanswered(s);
                const Endpoint before = s.device;
                beatOf(s, 2, 1, "200 OK");
                s.device = before;
                s.wait(40s);
            },
            code, C::ServerGone, '-', E::OthersAnswered},
        {"nobody else was heard",
            [](Script &s) {
                wellBefore(s);
                unanswered(s);
                s.wait(40s);
            },
            code, C::ServerGone, '-', E::OthersAnswered, false},
        {"the server asked it something",
            [](Script &s) {
                wellBefore(s);
                unanswered(s);
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {})));
                s.wait(40s);
            },
            code, C::ServerGone, '-', E::ServerAsked},
        {"its next one was answered",
            [](Script &s) {
                wellBefore(s);
                unanswered(s);
                s.wait(60s);
                s.beat(5);
            },
            code, C::ServerGone, '-', E::AnsweredSince},
    };
    rowsOf(all);
}

void tst_CompetingCauses::ofHeartbeatsWithoutAnswer()
{
    QFETCH(const Weighed, one);
    check(one, &has);
}

void tst_CompetingCauses::ofAServerThatAnswersNobody()
{
    S s;
    asCapture(s);
    for (int sn = 1; sn < 4; ++sn)
        beatRound(s, 4, sn, "200 OK");
    silentRound(s, 4, 4);
    const auto finding = s.finding(FindingCode::ManyUnanswered);
    QVERIFY2(finding, qPrintable(saidOf(s)));
    QVERIFY(has(*finding, CauseCode::ServerGone, '+', EvidenceCode::NobodyAnswered));
    QCOMPARE(wording::competingCauses(*finding).constFirst().culpritCode, QStringLiteral("server"));
}

/// `form`: of the challenge; `more`: parameters that the credentials have beside the usual ones.
static void refusedInForm(Script &s, const QByteArray &form, const QByteArray &more)
{
    asCapture(s);
    for (int i = 0; i < 3; ++i) {
        Script::Request r{.callId = "try" + QByteArray::number(i), .more = "Expires: 3600\r\n"};
        s.send(r);
        s.challenge(form);
        r.cseq = 2;
        r.more += Script::credentials(Script::id, "3402000000", "wrong");
        r.more.insert(r.more.size() - 2, more);
        s.send(r);
        s.challenge(form);
        s.wait(60s);
    }
}

static void refusedWith(Script &s, const QByteArray &user, const QByteArray &realm, const QByteArray &agent = {})
{
    const QByteArray more = "Expires: 3600\r\n" + agent;
    for (int i = 0; i < 3; ++i) {
        Script::Request r{.callId = "try" + QByteArray::number(i), .more = more};
        s.send(r);
        s.challenge();
        r.cseq = 2;
        r.more = more + Script::credentials(user, realm, "wrong");
        s.send(r);
        s.challenge();
        s.wait(60s);
    }
}

void tst_CompetingCauses::ofARefusedRegistration_data()
{
    using C = CauseCode;
    using E = EvidenceCode;
    constexpr FindingCode code = FindingCode::WrongPassword;
    static const QByteArray askedQop = "realm=\"3402000000\",algorithm=MD5,qop=\"auth\",nonce=\"n\"";
    static const Weighed all[] = {
        {"its realm fits",
            [](Script &s) {
                asCapture(s);
                refusedWith(s, Script::id, "3402000000");
            },
            code, C::OtherNameOrRealm, '-', E::SameRealm},
        {"its user name fits",
            [](Script &s) {
                asCapture(s);
                refusedWith(s, Script::id, "3402000000");
            },
            code, C::OtherNameOrRealm, '-', E::SameUser},
        {"the challenge is the usual one",
            [](Script &s) {
                asCapture(s);
                refusedWith(s, Script::id, "3402000000");
            },
            code, C::OtherDigestForm, '-', E::UsualChallenge},
        {"its credentials have what the challenge asks for",
            [](Script &s) { refusedInForm(s, askedQop, ",qop=auth,nc=00000001,cnonce=\"c\""); }, code,
            C::OtherDigestForm, '-', E::FormFollowed},
        {"so the form speaks for nothing",
            [](Script &s) { refusedInForm(s, askedQop, ",qop=auth,nc=00000001,cnonce=\"c\""); }, code,
            C::OtherDigestForm, '+', E::UnusualChallenge, false},
        {"its credentials lack what the challenge asks for", [](Script &s) { refusedInForm(s, askedQop, {}); }, code,
            C::OtherDigestForm, '+', E::UnusualChallenge},
        {"its credentials have half of it", [](Script &s) { refusedInForm(s, askedQop, ",qop=auth"); }, code,
            C::OtherDigestForm, '+', E::UnusualChallenge},
        {"it was accepted before",
            [](Script &s) {
                wellBefore(s);
                refusedWith(s, Script::id, "3402000000");
            },
            code, C::PasswordChanged, '+', E::TakenBefore},
        {"it was never accepted",
            [](Script &s) {
                asCapture(s);
                refusedWith(s, Script::id, "3402000000");
            },
            code, C::PasswordChanged, '+', E::TakenBefore, false},
        {"another one with its program was accepted",
            [](Script &s) {
                asCapture(s);
                s.login(
                    {.user = "34020000001320000007", .callId = "o", .more = "Expires: 3600\r\nUser-Agent: IPC\r\n"});
                refusedWith(s, Script::id, "3402000000", "User-Agent: IPC\r\n");
            },
            code, C::OtherDigestForm, '-', E::SameProgramTaken},
    };
    rowsOf(all);
}

void tst_CompetingCauses::ofARefusedRegistration()
{
    QFETCH(const Weighed, one);
    check(one, &has);
}

static void invitedInVain(Script &s, bool nat)
{
    asCapture(s);
    if (nat)
        s.device = endpoint("203.0.113.9", 21000);
    s.login({.callId = "first"});
    s.beats(3);
    s.wait(50s);
    Script::Request r = s.query({.method = "INVITE", .callId = "call", .more = {}, .type = "application/sdp"});
    r.body = "v=0\r\no=- 0 0 IN IP4 192.168.1.15\r\ns=Play\r\nc=IN IP4 192.168.1.15\r\nt=0 0\r\n"
             "m=video 6000 RTP/AVP 96\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\ny=0100000001\r\n";
    const QByteArray text = s.text(r);
    s.see(text, false);
    for (const Duration gap : {500ms, 1000ms, 2000ms, 4000ms}) {
        s.wait(gap);
        s.see(text, false);
    }
    s.wait(40s);
}

void tst_CompetingCauses::ofAnInviteWithoutAnswer_data()
{
    using C = CauseCode;
    using E = EvidenceCode;
    constexpr FindingCode code = FindingCode::InviteUnanswered;
    static const Weighed all[] = {
        {"behind NAT, long not heard", [](Script &s) { invitedInVain(s, true); }, code, C::MappingClosed, '+',
            E::LongNotHeard},
        {"no NAT", [](Script &s) { invitedInVain(s, false); }, code, C::MappingClosed, '-', E::NoNat},
        {"no NAT, so no mapping", [](Script &s) { invitedInVain(s, false); }, code, C::MappingClosed, '+',
            E::LongNotHeard, false},
    };
    rowsOf(all);
}

void tst_CompetingCauses::ofAnInviteWithoutAnswer()
{
    QFETCH(const Weighed, one);
    check(one, &has);
}

void tst_CompetingCauses::theOneWithMostForItIsFirst()
{
    S s;
    backWith(s, "first", 9, 8);
    const auto finding = s.finding(FindingCode::WentSilent);
    QVERIFY(finding && !finding->causes.isEmpty());
    QCOMPARE(finding->causes.constFirst().code, CauseCode::WayLost);
    QVERIFY(!hasAny(*finding, EvidenceCode::NewCallId));
}

void tst_CompetingCauses::everyOneHasWords()
{
    Finding finding{.code = FindingCode::WentSilent};
    for (int code = 0; code < static_cast<int>(CauseCode::Count); ++code) {
        CompetingCause cause{.code = static_cast<CauseCode>(code)};
        for (int one = 0; one < static_cast<int>(EvidenceCode::Count); ++one)
            cause.speaksFor.append({static_cast<EvidenceCode>(one), QStringLiteral("11"), QStringLiteral("22")});
        finding.causes.append(cause);
    }
    const QList<wording::CauseText> all = wording::competingCauses(finding);
    QCOMPARE(all.size(), static_cast<qsizetype>(CauseCode::Count));
    QSet<QString> causes;
    for (const wording::CauseText &one : all) {
        QVERIFY(!one.cause.isEmpty() && !one.culprit.isEmpty() && !one.culpritCode.isEmpty() && !one.toTell.isEmpty());
        QVERIFY2(!causes.contains(one.cause), qPrintable(one.cause));
        causes.insert(one.cause);
        QCOMPARE(one.speaksFor.size(), static_cast<qsizetype>(EvidenceCode::Count));
        for (const QString &text : one.speaksFor)
            QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
        QCOMPARE(QSet<QString>(one.speaksFor.begin(), one.speaksFor.end()).size(), one.speaksFor.size());
    }
    CompetingCause odd{.code = static_cast<CauseCode>(200)};
    odd.speaksFor.append(Evidence{static_cast<EvidenceCode>(200)});
    finding.causes = {odd, odd};
    QVERIFY(wording::competingCauses(finding).isEmpty());
}

/// A realm with a marker in it, or with markup, stays what it is.
void tst_CompetingCauses::textOfTheNetworkIsText()
{
    const QString hostile = QStringLiteral("<b>%2</b>&amp;");
    Finding finding{.code = FindingCode::WrongPassword};
    CompetingCause cause{.code = CauseCode::OtherNameOrRealm};
    cause.speaksFor.append({EvidenceCode::OtherRealm, hostile, QStringLiteral("b")});
    finding.causes = {cause, cause};
    const wording::CauseText text = wording::competingCauses(finding).constFirst();
    QVERIFY2(text.speaksFor.constFirst().contains(hostile), qPrintable(text.speaksFor.constFirst()));
    QVERIFY(wording::evidenceLines(text).constFirst().contains(hostile));
}

void tst_CompetingCauses::programsReadThem()
{
    S s;
    backWith(s, "first", 9, 8);
    const auto finding = s.finding(FindingCode::WentSilent);
    QVERIFY(finding);
    const QJsonArray causes = told::findingObject(*finding).value(u"causes").toArray();
    QCOMPARE(causes.size(), finding->causes.size());
    const QJsonObject first = causes.at(0).toObject();
    QCOMPARE(first.keys(),
        QStringList({QStringLiteral("against"), QStringLiteral("cause"), QStringLiteral("culprit_code"),
            QStringLiteral("for"), QStringLiteral("to_tell")}));
    QCOMPARE(first.value(u"culprit_code").toString(), QStringLiteral("network"));
    QVERIFY(!first.value(u"for").toArray().isEmpty());
    QVERIFY(told::findingObject(Finding{.code = FindingCode::SharedId}).value(u"causes").toArray().isEmpty());
}

void tst_CompetingCauses::oneCauseIsNoQuestion()
{
    Finding finding{.code = FindingCode::WentSilent};
    finding.causes = {CompetingCause{.code = CauseCode::WayLost}};
    QVERIFY(wording::competingCauses(finding).isEmpty());
}

QTEST_GUILESS_MAIN(tst_CompetingCauses)
#include "tst_competingcauses.moc"
