#include "core/message/digestguess.h"

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

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

/// A header whose response is made with that user and password.
QByteArray header(const QByteArray &user, const QByteArray &password, bool qop, bool qopInSum,
    const QByteArray &named = "34020000001320000001")
{
    QByteArray text = "Digest username=\"" + named
        + "\", realm=\"3402000000\", nonce=\"abc\", uri=\"sip:34020000002000000001@3402000000\"";
    const QByteArray more = ", cnonce=\"0a4f113b\", nc=00000001";
    DigestCredentials sum = parseCredentials(view(text + more + ", qop=auth, response=\"\""));
    const QByteArray response = digestResponse(sum, "REGISTER", digestHa1(view(user), "3402000000", view(password)),
        qopInSum ? DigestFormula::QopAuth : DigestFormula::Rfc2069);
    text += more;
    if (qop)
        text += ", qop=auth";
    return text + ", response=\"" + response + '"';
}

const QList<QByteArray> known{"12345678", "Admin123", "wvp_sip"};

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
    const auto guess = guessPassword(parseCredentials(view(text)), "REGISTER", {"12345678", "admin123", "123456"}, {});
    QVERIFY(guess);
    QTEST(guess->candidate, "candidate");
    QVERIFY(guess->change == PasswordChange::None && !guess->otherFormula && !guess->otherUser);
}

void tst_DigestGuess::explanations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DigestGuess>("expected");
    const QByteArray id = "34020000001320000001";
    QTest::newRow("second of the list") << header(id, "Admin123", false, false) << DigestGuess{1};
    QTest::newRow("with qop") << header(id, "wvp_sip", true, true) << DigestGuess{2};
    QTest::newRow("a blank behind") << header(id, "12345678 ", false, false) << DigestGuess{0, PasswordChange::Blank};
    QTest::newRow("lower case") << header(id, "admin123", false, false) << DigestGuess{1, PasswordChange::LowerCase};
    QTest::newRow("upper case") << header(id, "WVP_SIP", false, false) << DigestGuess{2, PasswordChange::UpperCase};
    QTest::newRow("a capital") << header(id, "Wvp_sip", false, false) << DigestGuess{2, PasswordChange::Capital};
    QTest::newRow("full width") << header(id, "１２３４５６７８", false, false)
                                << DigestGuess{0, PasswordChange::FullWidth};
    QTest::newRow("another user name in the sum")
        << header("admin", "12345678", false, false) << DigestGuess{0, PasswordChange::None, true, "admin"};
    QTest::newRow("qop said, not summed")
        << header(id, "12345678", true, false) << DigestGuess{0, PasswordChange::None, false, {}, true};
    QTest::newRow("qop summed, not said")
        << header(id, "12345678", false, true) << DigestGuess{0, PasswordChange::None, false, {}, true};
}

void tst_DigestGuess::explanations()
{
    QFETCH(const QByteArray, text);
    QFETCH(const DigestGuess, expected);
    const auto guess = guessPassword(parseCredentials(view(text)), "REGISTER", known, {"admin"});
    QVERIFY(guess);
    QCOMPARE(guess->candidate, expected.candidate);
    QCOMPARE(static_cast<int>(guess->change), static_cast<int>(expected.change));
    QVERIFY(*guess == expected);
}

void tst_DigestGuess::nothingFits()
{
    const QByteArray text = header("34020000001320000001", "another", false, false);
    QVERIFY(!guessPassword(parseCredentials(view(text)), "REGISTER", known, {"admin"}));
    QVERIFY(!guessPassword(parseCredentials(view(text)), "REGISTER", {}, {}));
    const QByteArray right = header("34020000001320000001", "12345678", false, false);
    QVERIFY(!guessPassword(parseCredentials(view(right)), "MESSAGE", known, {})); // the method is in the sum
}

void tst_DigestGuess::theListIsBounded()
{
    QList<QByteArray> many;
    for (int i = 0; i <= maxCandidates; ++i)
        many.append("x" + QByteArray::number(i));
    const QByteArray last = header("34020000001320000001", many.at(maxCandidates - 1), false, false),
                     over = header("34020000001320000001", many.at(maxCandidates), false, false);
    QVERIFY(guessPassword(parseCredentials(view(last)), "REGISTER", many, {}));
    QVERIFY(!guessPassword(parseCredentials(view(over)), "REGISTER", many, {}));
}

QTEST_GUILESS_MAIN(tst_DigestGuess)
#include "tst_digestguess.moc"
