#include "core/report/words/wording.h"
#include "tests/support/corpus.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;

/**
 * RFC 4475 and RFC 5118, a row a message: the answer that is given, which must be one of those that the corpus' README
 * allows. Where the README leaves a choice, what was chosen stands here:
 * - INVITE: 488, for a device never makes this program act; ahead of it 100 only for who is registered. A body that no
 * call could have is told first (invut: 415), for RFC 3261 §8.2.3 looks at it first.
 * - badbranch: 200. Transactions are told apart by Call-ID and CSeq besides (RFC 2543), so the branch does no harm.
 * - baddate, zeromf: processed. A registrar is the end of the path, and devices' clocks are often wrong.
 * - ltgtruri, lwsstart, trws, escruri, regbadct, badaspec: 400. What is liberal with them lets a camera pass here that
 * other platforms refuse.
 * - REGISTER: 200, for these rows run without a password; regaut01 runs with one.
 */
class tst_Torture : public QObject
{
    Q_OBJECT
private slots:
    void everyFileIsHere();
    void messages_data();
    void messages();
    void whatIsRegisteredComesBack_data();
    void whatIsRegisteredComesBack();
    void extensions_data();
    void extensions();
    void schemes_data();
    void schemes();
    void answersCarryNoLineOfTheirs();
    void aRefusedHeartbeatIsNone_data();
    void aRefusedHeartbeatIsNone();
};

struct Answer
{
    const char *file;
    int status;
    const char *has = ""; ///< a line of the answer
};

static constexpr Answer answers[] = {
    {"wsinv", 488},
    {"intmeth", 501, "\r\nAllow: "},
    {"esc01", 488},
    {"escnull", 200,
        "Contact: <sip:%00@host5.example.com>;expires=3600,<sip:%00%00@host5.example.com>;expires=3600\r\n"},
    {"esc02", 501, "\r\nAllow: "},
    {"lwsdisp", 200},
    {"longreq", 488},
    {"dblreq", 200},
    {"semiuri", 200},
    {"transports", 200},
    {"mpart01", 415, "\r\nAccept: Application/MANSCDP+xml\r\n"},
    {"unreason", 0},
    {"noreason", 0},
    {"badinv01", 400},
    {"clerr", 400},
    {"ncl", 400},
    {"scalar02", 400},
    {"scalarlg", 0},
    {"quotbal", 400},
    {"ltgtruri", 400},
    {"lwsruri", 400},
    {"lwsstart", 400},
    {"trws", 400},
    {"escruri", 400},
    {"baddate", 488},
    {"regbadct", 400},
    {"badaspec", 400},
    {"baddn", 400},
    {"badvers", 505},
    {"mismatch01", 400},
    {"mismatch02", 501, "\r\nAllow: "},
    {"bigcode", 0},
    {"badbranch", 200},
    {"insuf", 400},
    {"unkscm", 416},
    {"novelsc", 416},
    {"unksm2", 400},
    {"bext01", 420, "\r\nUnsupported: nothingSupportsThis,nothingSupportsThisEither\r\n"},
    {"invut", 415, "\r\nAccept: application/sdp\r\n"},
    {"regaut01", 401, "\r\nWWW-Authenticate: Digest realm=\"3402000000\",nonce=\""},
    {"multi01", 400},
    {"mcl01", 400},
    {"bcast", 0},
    {"zeromf", 200},
    {"cparam01", 200, "\r\nContact: <sip:+19725552222@gw1.example.net>;expires=3600\r\n"},
    {"cparam02", 200, "\r\nContact: <sip:+19725552222@gw1.example.net;unknownparam>;expires=3600\r\n"},
    {"regescrt", 200, "\r\nContact: <sip:user@example.com?Route=%3Csip:sip.example.com%3E>;expires=3600\r\n"},
    {"sdp01", 488},
    {"inv2543", 488},
    {"rfc5118-ipv6-good", 200},
    {"rfc5118-ipv6-bad", 400},
    {"rfc5118-port-ambiguous", 200},
    {"rfc5118-port-unambiguous", 200},
    {"rfc5118-via-received-param-with-delim", 481},
    {"rfc5118-via-received-param-no-delim", 200},
    {"rfc5118-ipv6-in-sdp", 488},
    {"rfc5118-mult-ip-in-header", 481},
    {"rfc5118-mult-ip-in-sdp", 488},
    {"rfc5118-ipv4-mapped-ipv6", 488},
    {"rfc5118-ipv6-bug-abnf-3-colons", 200},
    {"rfc5118-ipv6-correct-abnf-2-colons", 200},
};

void tst_Torture::everyFileIsHere()
{
    const auto files = rfc4475Files();
    QCOMPARE(files.size(), 61);
    QCOMPARE(QDir(QStringLiteral(GBSCOPE_TEST_DATA "/rfc4475")).entryList({QStringLiteral("*.dat")}).size(), 61);
    QCOMPARE(static_cast<qsizetype>(std::size(answers)), files.size());
    for (const HostileFile &file : files)
        QVERIFY2(!file.right.isEmpty(), qPrintable(file.name));
}

void tst_Torture::messages_data()
{
    QTest::addColumn<HostileFile>("file");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("has");
    for (const HostileFile &file : rfc4475Files()) {
        const auto answer = std::find_if(std::begin(answers), std::end(answers),
            [&](const Answer &a) { return file.name == QLatin1String(a.file); });
        QVERIFY2(answer != std::end(answers), qPrintable(file.name));
        QTest::newRow(answer->file) << file << answer->status << QByteArray(answer->has);
    }
}

void tst_Torture::messages()
{
    QFETCH(const HostileFile, file);
    QFETCH(const int, status);
    QFETCH(const QByteArray, has);
    Site site(Site::withPassword(file.name == u"regaut01" ? QStringLiteral("12345678") : QString()));
    const QByteArray octets = file.octets();
    QVERIFY(!octets.isEmpty());
    const auto got = site.send(octets);
    QCOMPARE(Site::statusOf(got), status);
    QVERIFY2(file.right.contains(status), qPrintable(file.expected));
    QCOMPARE(got.size(), status == 0 ? 0 : 1);
    for (const QByteArray &answer : got) {
        QVERIFY(answer.size() <= octets.size() + 512);
        QVERIFY2(!answer.startsWith("SIP/2.0 4") || !answer.contains(" - \r\n"), answer.constData());
        QCOMPARE(scanHead(view(answer)).faults
                & ~(1U << static_cast<unsigned>(HeadFault::CallIdMissing)
                    | 1U << static_cast<unsigned>(HeadFault::FromMissing)
                    | 1U << static_cast<unsigned>(HeadFault::FromTagMissing)
                    | 1U << static_cast<unsigned>(HeadFault::ToMissing) | 1U << static_cast<unsigned>(HeadFault::CSeq)
                    | 1U << static_cast<unsigned>(HeadFault::Duplicate)),
            0U);
    }
    if (status != 0)
        QVERIFY2(got.constLast().contains(has), got.constLast().constData());
    // A refusal can be understood: by what is wrong with the message, or by the answer's own words
    if (status == 400) {
        QVERIFY(site.lastTrace.head.kind == SipKind::Request);
        QVERIFY(site.lastTrace.head.faults != 0 || !site.lastTrace.body.has_value());
    }
    QVERIFY(!got.isEmpty() || site.lastTrace.head.kind == SipKind::Response);
    QCOMPARE(site.analysis.counters().messages, 1U + static_cast<quint64>(got.size()));
    QVERIFY(site.status(site.registerText({.callId = "next"})) != 0); // whoever comes next is served
}

void tst_Torture::whatIsRegisteredComesBack_data()
{
    QTest::addColumn<QByteArray>("contacts"); // whole lines
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a header parameter is not the URI's")
        << QByteArray("Contact: sip:a@b;x=1\r\n") << QByteArray("Contact: <sip:a@b>;expires=3600\r\n");
    QTest::newRow("a URI parameter is") << QByteArray("m: <sip:a@b;x=1>;y=2\r\n")
                                        << QByteArray("Contact: <sip:a@b;x=1>;expires=3600\r\n");
    QTest::newRow("a comma in a name parts nothing")
        << QByteArray("Contact: \"Bell, A\" <sip:a@b>, <sip:c@d>\r\n")
        << QByteArray("Contact: <sip:a@b>;expires=3600,<sip:c@d>;expires=3600\r\n");
    QTest::newRow("nor one in brackets") << QByteArray("Contact: <sip:a,b@c>\r\n")
                                         << QByteArray("Contact: <sip:a,b@c>;expires=3600\r\n");
    QTest::newRow("one that leaves is not listed")
        << QByteArray("Contact: <sip:a@b>\r\nContact: <sip:c@d>;expires=0\r\n")
        << QByteArray("Contact: <sip:a@b>;expires=3600\r\n");
    QTest::newRow("a fold does not open a line") << QByteArray("Contact: <sip:a\r\n Evil: b@c>\r\n")
                                                 << QByteArray("Contact: <sip:a   Evil: b@c>;expires=3600\r\n");
}

void tst_Torture::whatIsRegisteredComesBack()
{
    QFETCH(const QByteArray, contacts);
    QFETCH(const QByteArray, answer);
    Site site(Site::withPassword({}));
    QByteArray request = site.registerText({});
    const qsizetype from = request.indexOf("Contact:");
    request.replace(from, request.indexOf("\r\n", from) + 2 - from, contacts);
    const auto got = site.send(request);
    QCOMPARE(Site::statusOf(got), 200);
    QVERIFY2(got.constFirst().contains(QByteArray("\r\n" + answer)), got.constFirst().constData());
}

void tst_Torture::extensions_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("unsupported");
    const QByteArray one("Require: path\r\n"), both("REQUIRE:a ,b\r\nRequire: c\r\n");
    QTest::newRow("REGISTER") << QByteArray("REGISTER") << one << 420 << QByteArray("path");
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << both << 420 << QByteArray("a,b,c");
    QTest::newRow("MESSAGE") << QByteArray("MESSAGE") << one << 420 << QByteArray("path");
    QTest::newRow("INVITE") << QByteArray("INVITE") << one << 420 << QByteArray("path");
    QTest::newRow("CANCEL must not be refused for it") << QByteArray("CANCEL") << one << 481 << QByteArray();
    QTest::newRow("ACK is never answered") << QByteArray("ACK") << one << 0 << QByteArray();
    QTest::newRow("Proxy-Require is for proxies")
        << QByteArray("REGISTER") << QByteArray("Proxy-Require: x\r\n") << 200 << QByteArray();
    QTest::newRow("nothing is required") << QByteArray("REGISTER") << QByteArray("Require: \r\n") << 200
                                         << QByteArray();
    QTest::newRow("what is supported is no demand")
        << QByteArray("REGISTER") << QByteArray("Supported: path\r\n") << 200 << QByteArray();
}

void tst_Torture::extensions()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, lines);
    QFETCH(const int, status);
    QFETCH(const QByteArray, unsupported);
    Site site(Site::withPassword({}));
    const auto got = site.send(site.registerText({.extra = lines}).replace("REGISTER", method));
    QCOMPARE(Site::statusOf(got), status);
    if (status == 420)
        QVERIFY2(got.constLast().contains("SIP/2.0 420 Bad Extension\r\n")
                && got.constLast().contains(QByteArray("\r\nUnsupported: " + unsupported + "\r\n")),
            got.constLast().constData());
    QVERIFY(status == 200 || site.state() != DeviceState::Online);
}

void tst_Torture::schemes_data()
{
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<int>("status");
    QTest::newRow("sip") << QByteArray("sip:3402000000") << 200;
    QTest::newRow("case does not matter") << QByteArray("SIP:3402000000") << 200;
    QTest::newRow("sips") << QByteArray("sips:3402000000") << 200;
    QTest::newRow("an empty port is what some write") << QByteArray("sip:34020000002000000001@3402000000:") << 200;
    QTest::newRow("with parameters") << QByteArray("sip:34020000002000000001@192.168.1.15:5060;transport=udp") << 200;
    QTest::newRow("tel") << QByteArray("tel:+86") << 416;
    QTest::newRow("unknown") << QByteArray("x-y.z+1:anything") << 416;
    QTest::newRow("none") << QByteArray("34020000002000000001") << 400;
    QTest::newRow("no host, of a camera without a domain") << QByteArray("sip:34020000002000000001@") << 200;
    QTest::newRow("headers in it") << QByteArray("sip:3402000000?Route=x") << 400;
    QTest::newRow("bare IPv6") << QByteArray("sip:2001:db8::10") << 400;
}

void tst_Torture::schemes()
{
    QFETCH(const QByteArray, uri);
    QFETCH(const int, status);
    Site site(Site::withPassword({}));
    QCOMPARE(site.status(site.registerText({}).replace(
                 "REGISTER sip:34020000002000000001@3402000000", QByteArray("REGISTER " + uri))),
        status);
}

void tst_Torture::answersCarryNoLineOfTheirs()
{
    Site site(Site::withPassword({}));
    for (const QByteArray &end : {QByteArray("\r"), QByteArray("\n "), QByteArray("\r\n ")}) {
        QByteArray request = site.registerText({.callId = "a" + end + "Evil: 1"});
        request.replace(";rport", QByteArray(";x=1" + end + "Evil: 1;rport"))
            .replace(">;tag=a", QByteArray(end + "Evil: 1>;tag=a"));
        request.replace("Contact: <sip:", QByteArray("Contact: <sip:x" + end + "Evil: 1"));
        for (const QByteArray &answer : site.send(request)) {
            for (const QByteArray &line : answer.split('\n'))
                QVERIFY2(line.isEmpty()
                        || (line.endsWith('\r') && line.indexOf('\r') == line.size() - 1
                            && !line.trimmed().startsWith("Evil")),
                    answer.constData());
        }
    }
}

void tst_Torture::aRefusedHeartbeatIsNone_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<int>("status");
    const QByteArray type("Content-Type: Application/MANSCDP+xml");
    QTest::newRow("as it should be") << type << type << 200;
    QTest::newRow("an extension") << type << QByteArray("Require: path\r\n" + type) << 420;
    QTest::newRow("another scheme") << QByteArray("MESSAGE sip:") << QByteArray("MESSAGE tel:") << 416;
    QTest::newRow("another version") << QByteArray("SIP/2.0\r\n") << QByteArray("SIP/3.0\r\n") << 505;
    QTest::newRow("another method in CSeq") << QByteArray("20 MESSAGE") << QByteArray("20 NOTIFY") << 400;
    QTest::newRow("two Call-IDs") << type << QByteArray("Call-ID: 2\r\n" + type) << 400;
    QTest::newRow("a bare IPv6 address") << QByteArray("@3402000000 SIP") << QByteArray("@2001:db8::1 SIP") << 400;
    QTest::newRow("blanks behind the version") << QByteArray("SIP/2.0\r\n") << QByteArray("SIP/2.0 \r\n") << 400;
}

void tst_Torture::aRefusedHeartbeatIsNone()
{
    QFETCH(const QByteArray, what);
    QFETCH(const QByteArray, instead);
    QFETCH(const int, status);
    Site site;
    QCOMPARE(site.login(), 200);
    QByteArray beat = site.keepalive();
    const qsizetype at = beat.indexOf(what);
    QVERIFY(at >= 0);
    beat.replace(at, what.size(), instead);
    QCOMPARE(site.status(beat), status);
    QCOMPARE(site.device().beats, status == 200 ? 1 : 0);
}

QTEST_GUILESS_MAIN(tst_Torture)
#include "tst_torture.moc"
