#include "core/base/octets.h"
#include "core/message/digestguess.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gb;

class tst_DigestGuess : public QObject
{
    Q_OBJECT
private slots:
    void realDevices_data();
    void realDevices();
    void explanations_data();
    void explanations();
    void nothingFits();
    void theListIsBounded();
};

namespace {

/// A header whose response is made with that user and password.
QByteArray header(const QByteArray &user, const QByteArray &password, bool qop, bool qopInSum,
    const QByteArray &named = "34020000001320000001")
{
    QByteArray text = "Digest username=\"" + named
        + "\", realm=\"3402000000\", nonce=\"abc\", uri=\"sip:34020000002000000001@3402000000\"";
    const QByteArray more = ", cnonce=\"0a4f113b\", nc=00000001";
    const QByteArray summed = text + more + ", qop=auth, response=\"\"";
    const DigestCredentials sum = parseCredentials(view(summed));
    const QByteArray response = digestResponse(sum, "REGISTER", digestHa1(view(user), "3402000000", view(password)),
        qopInSum ? DigestFormula::QopAuth : DigestFormula::Rfc2069);
    text += more;
    if (qop)
        text += ", qop=auth";
    return text + ", response=\"" + response + '"';
}

/// What a device computed with, where that is not what its header says.
struct Inside
{
    QByteArray user = "34020000001320000001", realm = "3402000000", password = "12345678",
               uri = "sip:34020000002000000001@3402000000", method = "REGISTER";
    int half = -1; ///< the first digit that is sent
    bool capitals = false, session = false, sha = false;
};

QByteArray header(const Inside &inside)
{
    const auto hash = [&](const QByteArray &text) {
        const QByteArray digits
            = QCryptographicHash::hash(text, inside.sha ? QCryptographicHash::Sha256 : QCryptographicHash::Md5).toHex();
        return inside.capitals ? digits.toUpper() : digits;
    };
    QByteArray ha1 = hash(inside.user + ':' + inside.realm + ':' + inside.password);
    if (inside.session)
        ha1 = hash(ha1 + ":abc:0a4f113b");
    QByteArray response = hash(ha1 + ":abc:" + hash(inside.method + ':' + inside.uri)).toLower();
    if (inside.half >= 0)
        response = response.mid(inside.half, 16);
    return "Digest username=\"34020000001320000001\", realm=\"3402000000\", nonce=\"abc\", "
           "uri=\"sip:34020000002000000001@3402000000\", cnonce=\"0a4f113b\", algorithm=MD5, response=\""
        + response + '"';
}

const QList<QByteArray> known{"12345678", "Admin123", "wvp_sip", "a-password-of-20-or-more"};
const DigestHints hints{.users = {"admin"}, .realms = {"34020000"}, .uris = {"sip:192.168.1.15:5060"}};

DigestHints manyHints()
{
    DigestHints many;
    for (int i = 0; i < 100; ++i) {
        many.users.append("user" + QByteArray::number(i));
        many.realms.append("realm" + QByteArray::number(i));
    }
    return many;
}

} // namespace

void tst_DigestGuess::realDevices_data()
{
    // From a public report of the field, with the password that solved it
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("candidate");
    QTest::newRow("no qop") << QByteArray(
        "Digest username=\"34020000001110000001\", realm=\"3402000000\", nonce=\"d1a4fa656d9aad663c55cf2a4c048c0f\", "
        "uri=\"sip:34020000002000000001@3402000000\", response=\"bbdf8cd86b6d24669bbdc7413b03998d\", algorithm=MD5")
                            << qsizetype(1);
}

void tst_DigestGuess::realDevices()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, candidate);
    const QList<QByteArray> some{"12345678", "admin123", "123456"};
    const auto search = guessPassword(parseCredentials(view(text)), "REGISTER", some, {});
    QVERIFY(search.guess);
    QCOMPARE(search.guess->candidate, candidate);
    QCOMPARE(search.guess->change, PasswordChange::None);
    QCOMPARE(passwordOf(parseCredentials(view(text)), "REGISTER", some), std::optional(candidate));
}

void tst_DigestGuess::explanations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DigestGuess>("expected");
    const QByteArray id = "34020000001320000001";
    using Change = PasswordChange;
    const auto typed = [&](const char *name, const QByteArray &password, const DigestGuess &guess) {
        QTest::newRow(name) << header(id, password, false, false) << guess;
    };
    typed("second of the list", "Admin123", {.candidate = 1});
    QTest::newRow("with qop") << header(id, "wvp_sip", true, true) << DigestGuess{.candidate = 2};
    typed("a blank behind", "12345678 ", {.change = Change::Blank});
    typed("lower case", "admin123", {.candidate = 1, .change = Change::LowerCase});
    typed("upper case", "WVP_SIP", {.candidate = 2, .change = Change::UpperCase});
    typed("a capital", "Wvp_sip", {.candidate = 2, .change = Change::Capital});
    typed("full width", QString::fromUtf8("\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18").toUtf8(),
        {.change = Change::FullWidth});
    typed("in quotes", "\"12345678\"", {.change = Change::Quoted});
    typed("a line end behind", "wvp_sip\r\n", {.candidate = 2, .change = Change::LineEnd});
    typed("cut", "a-password-of-20", {.candidate = 3, .change = Change::Cut, .cut = 16});
    typed("empty", "", {.candidate = -1, .change = Change::Empty});
    QTest::newRow("another user") << header("admin", "12345678", false, false) << DigestGuess{.user = "admin"};
    QTest::newRow("qop in the header alone")
        << header(id, "12345678", true, false) << DigestGuess{.sum = DigestSum::OtherQop};
    QTest::newRow("qop in the sum alone")
        << header(id, "12345678", false, true) << DigestGuess{.sum = DigestSum::OtherQop};
    const auto mixed = [&](const char *name, const Inside &inside, const DigestGuess &guess) {
        QTest::newRow(name) << header(inside) << guess;
    };
    mixed("another realm", {.realm = "34020000"}, {.realm = "34020000"});
    mixed("another uri", {.uri = "sip:192.168.1.15:5060"}, {.uri = "sip:192.168.1.15:5060"});
    mixed("another method", {.method = "register"}, {.method = "register"});
    mixed("two things", {.user = "admin", .realm = "34020000"}, {.user = "admin", .realm = "34020000"});
    mixed("a realm and a blank", {.realm = "34020000", .password = "12345678 "},
        {.change = Change::Blank, .realm = "34020000"});
    mixed("half of it, the first", {.half = 0}, {.half = true});
    mixed("half of it, the middle", {.half = 8}, {.half = true});
    mixed("capitals inside", {.capitals = true}, {.sum = DigestSum::Capitals});
    mixed("MD5-sess", {.session = true}, {.sum = DigestSum::Session});
    mixed("SHA-256 though it says MD5", {.sha = true}, {.otherHash = true});
}

void tst_DigestGuess::explanations()
{
    QFETCH(const QByteArray, text);
    QFETCH(const DigestGuess, expected);
    const auto search = guessPassword(parseCredentials(view(text)), "REGISTER", known, hints);
    QVERIFY(search.guess);
    QVERIFY2(*search.guess == expected,
        qPrintable(
            QString::number(search.guess->candidate) + u' ' + QString::number(static_cast<int>(search.guess->change))));
    QVERIFY(search.tried.digests <= maxDigests);
}

void tst_DigestGuess::nothingFits()
{
    const QByteArray text = header("34020000001320000001", "nobody knows", false, false);
    const DigestSearch search = guessPassword(parseCredentials(view(text)), "REGISTER", known, hints);
    QVERIFY(!search.guess);
    QVERIFY(search.tried.isWhole());
    QCOMPARE(search.tried.passwords, known.size());
    QCOMPARE(search.tried.users, 2);
    QCOMPARE(search.tried.realms, 2);
    QCOMPARE(search.tried.uris, 2);
    QVERIFY(search.tried.digests > 100);
    QVERIFY(!guessPassword(parseCredentials(view(text)), "REGISTER", {}, {}).guess);
    const QByteArray right = header("34020000001320000001", "12345678", false, false);
    QVERIFY(!passwordOf(parseCredentials(view(right)), "MESSAGE", known)); // the method is in the sum
    const QByteArray other = header({.user = "admin", .realm = "34020000", .password = "12345678 "});
    QVERIFY(!guessPassword(parseCredentials(view(other)), "REGISTER", known, hints).guess); // three at once
}

void tst_DigestGuess::theListIsBounded()
{
    QList<QByteArray> many;
    for (int i = 0; i <= maxCandidates; ++i)
        many.append("password" + QByteArray::number(i));
    const QByteArray last = header("34020000001320000001", many.at(maxCandidates - 1), false, false),
                     over = header("34020000001320000001", many.at(maxCandidates), false, false);
    QVERIFY(guessPassword(parseCredentials(view(last)), "REGISTER", many, {}).guess);
    const DigestSearch search = guessPassword(parseCredentials(view(over)), "REGISTER", many, manyHints());
    QVERIFY(!search.guess);
    QCOMPARE(search.tried.digests, maxDigests);
    QVERIFY(search.tried.all > maxDigests);
    QVERIFY(!search.tried.isWhole());
}

QTEST_GUILESS_MAIN(tst_DigestGuess)
#include "tst_digestguess.moc"
