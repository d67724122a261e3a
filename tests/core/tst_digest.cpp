#include "core/message/digest.h"

#include <QtTest>

using namespace gb;

/// Golden vectors: real cameras and the worked example of GB/T 28181 registration.
class tst_Digest : public QObject
{
    Q_OBJECT
private slots:
    void responsesOfRealDevicesAreReproduced_data();
    void responsesOfRealDevicesAreReproduced();
    void brokenCredentialsAreNotWellFormed_data();
    void brokenCredentialsAreNotWellFormed();
    void anEmptyResponseNeverMatches();
};

void tst_Digest::responsesOfRealDevicesAreReproduced_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("fits");
    const QByteArray hikvision
        = R"(Digest username="15060300081320000001", realm="150603000", nonce="2b0bcccec29405c6f512904ac2649ff6", uri="sip:15060300082000000001@1506030008", response="f1ba9ec30b7cf2e86abc2d5904afaf55", algorithm=MD5, cnonce="0a4f113b", qop=auth, nc=00000001)";
    QTest::newRow("Hikvision DS-2CD3T46WDV3-L, qop=auth") << hikvision << QByteArray("123456") << true;
    QTest::newRow("the same with another password") << hikvision << QByteArray("12345678") << false;
    QTest::newRow("no qop, the camera sent admin123") << QByteArray(
        R"(Digest username="34020000001110000001",realm="3402000000",nonce="d1a4fa656d9aad663c55cf2a4c048c0f",uri="sip:34020000002000000001@3402000000",response="bbdf8cd86b6d24669bbdc7413b03998d")")
                                                      << QByteArray("admin123") << true;
    const QByteArray example
        = R"(Digest username="44030500001320000011",realm="4403050000",nonce="6f1a2b3c4d5e6f708192a3b4c5d6e7f8",uri="sip:44030500002000000001@4403050000",response=")";
    QTest::newRow("worked example, RFC 2069")
        << example + "51950cc8e848b7704647ccb1fb3335e4\",algorithm=md5" << QByteArray("gbscope-88") << true;
    QTest::newRow("worked example, qop=auth")
        << example + "568557a4eda2b74baf144f350398cedb\",qop=auth,nc=00000001,cnonce=\"0a4f113b\""
        << QByteArray("gbscope-88") << true;
}

void tst_Digest::responsesOfRealDevicesAreReproduced()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, password);
    QFETCH(const bool, fits);
    const DigestCredentials c = parseCredentials({header.constData(), std::size_t(header.size())});
    QVERIFY(c.digest);
    QVERIFY(c.wellFormed);
    const DigestFormula formula = c.qop.empty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth;
    const QByteArray expected = digestResponse(
        c, "REGISTER", std::string_view(password.constData(), std::size_t(password.size())), formula);
    QCOMPARE(sameDigest(c.response, {expected.constData(), std::size_t(expected.size())}), fits);
}

void tst_Digest::brokenCredentialsAreNotWellFormed_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("quote never closed") << QByteArray("Digest username=\"a");
    QTest::newRow("username twice") << QByteArray("Digest username=\"a\", username=\"b\"");
    QTest::newRow("no comma between") << QByteArray("Digest username=\"a\" realm=\"b\"");
    QTest::newRow("nothing behind the scheme") << QByteArray("Digest");
    QTest::newRow("another scheme") << QByteArray("Capability algorithm=\"A:RSA\"");
    QTest::newRow("quote ends in a backslash") << QByteArray("Digest username=\"a\\");
}

void tst_Digest::brokenCredentialsAreNotWellFormed()
{
    QFETCH(const QByteArray, header);
    QVERIFY(!parseCredentials({header.constData(), std::size_t(header.size())}).wellFormed);
}

void tst_Digest::anEmptyResponseNeverMatches()
{
    QVERIFY(!sameDigest("", ""));
    QVERIFY(!sameDigest("", "51950cc8e848b7704647ccb1fb3335e4"));
    QVERIFY(sameDigest("51950CC8E848B7704647CCB1FB3335E4", "51950cc8e848b7704647ccb1fb3335e4"));
}

QTEST_GUILESS_MAIN(tst_Digest)
#include "tst_digest.moc"
