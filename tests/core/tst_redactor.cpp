#include "core/report/redactor.h"

#include <QtTest>

using namespace gb;

/// What of a header with credentials leaves the program.
class tst_Redactor : public QObject
{
    Q_OBJECT
private slots:
    void credentials_data();
    void credentials();
    void passwordsOfBodies();
};

void tst_Redactor::credentials_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("left");
    const QByteArray digest = "Authorization: Digest username=\"a\", realm=\"r\", nonce=\"n\", uri=\"sip:s@d\", "
                              "response=\"0123\", cnonce=\"45\", qop=auth\r\n";
    QTest::newRow("Digest") << digest
                            << QByteArray(digest).replace("\"0123\"", "\"removed\"").replace("\"45\"", "\"removed\"");
    QTest::newRow("Digest for a proxy") << "Proxy-" + digest
                                        << "Proxy-"
            + QByteArray(digest).replace("\"0123\"", "\"removed\"").replace("\"45\"", "\"removed\"");
    QTest::newRow("Basic") << QByteArray("Authorization: Basic YTpz\r\n")
                           << QByteArray("Authorization: Basic removed\r\n");
    QTest::newRow("Basic, padded") << QByteArray("Authorization: Basic YTpzZQ==\r\n")
                                   << QByteArray("Authorization: Basic removed\r\n");
    QTest::newRow("Basic for a proxy") << QByteArray("Proxy-Authorization: Basic YTpzZQ==\r\n")
                                       << QByteArray("Proxy-Authorization: Basic removed\r\n");
    QTest::newRow("Basic, other case, tabs")
        << QByteArray("AUTHORIZATION\t:\tbAsIC\tYTpzZQ==\r\n") << QByteArray("AUTHORIZATION\t:\tbAsIC removed\r\n");
    QTest::newRow("Basic, folded") << QByteArray("Authorization: Basic\r\n YTpzZQ==\r\n")
                                   << QByteArray("Authorization: Basic removed\r\n");
    QTest::newRow("Basic, folded ahead of it")
        << QByteArray("Authorization:\r\n Basic YTpzZQ==\r\n") << QByteArray("Authorization:\r\n Basic removed\r\n");
    QTest::newRow("Basic with parameters") << QByteArray("Authorization: Basic realm=\"r\", YTpzZQ==, x=\"y\"\r\n")
                                           << QByteArray("Authorization: Basic removed\r\n");
    QTest::newRow("Basic, comma") << QByteArray("Authorization: Basic, YTpzZQ==\r\n")
                                  << QByteArray("Authorization: Basic removed\r\n");
    QTest::newRow("Basic behind Digest") << QByteArray("Authorization: Digest realm=\"r\", Basic YTpzZQ==\r\n")
                                         << QByteArray("Authorization: Digest realm=\"r\", Basic removed\r\n");
    QTest::newRow("Basic, in two by a bare CR")
        << QByteArray("Authorization: Basic YTp\rzZQ==\r\n") << QByteArray("Authorization: Basic removed\rremoved\r\n");
    QTest::newRow("Basic ahead of a bare CR")
        << QByteArray("Authorization: Basic\rYTpzZQ==\r\n") << QByteArray("Authorization: Basic\rremoved\r\n");
    QTest::newRow("Bearer") << QByteArray("Authorization: Bearer a.b-c_d~e+f/g\r\n")
                            << QByteArray("Authorization: Bearer removed\r\n");
    QTest::newRow("a scheme nobody knows")
        << QByteArray("Authorization: Own YTpzZQ==\r\n") << QByteArray("Authorization: Own removed\r\n");
    QTest::newRow("a scheme nobody knows, without padding")
        << QByteArray("Authorization: Own YTpz\r\n") << QByteArray("Authorization: Own removed\r\n");
    QTest::newRow("no scheme") << QByteArray("Authorization: YTpzZQ==\r\n") << QByteArray("Authorization: removed\r\n");
    QTest::newRow("a quote that never closes")
        << QByteArray("Authorization: Digest realm=\"r, response=0123\r\n") << QByteArray("Authorization: removed\r\n");
    for (const char *same : {"Authorization: Digest\r\n", "Authorization: Basic\r\n", "Authorization:\r\n",
             "Authorization: Capability algorithm=\"A:SM2;H:SM3\", keyversion=\"2026\"\r\n",
             "WWW-Authenticate: Basic realm=\"r\"\r\n", "Subject: Basic YTpzZQ==\r\n",
             "Call-ID: 1\rContent-Length: 0\r"})
        QTest::newRow(same) << QByteArray(same) << QByteArray(same);
    QTest::newRow("lines that end in CR")
        << QByteArray("Authorization: Basic YTpzZQ==\rCall-ID: 1\rContent-Length: 0\r")
        << QByteArray("Authorization: Basic removed\rCall-ID: 1\rContent-Length: 0\r");
}

void tst_Redactor::credentials()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const QByteArray, left);
    const QByteArray ahead = "REGISTER sip:s@d SIP/2.0\r\n", behind = "Content-Length: 0\r\n\r\n";
    const QByteArray clean = withoutCredentials(ahead + lines + behind);
    QCOMPARE(clean, ahead + left + behind);
    QCOMPARE(withoutCredentials(clean), clean);
}

/// BasicParam of 2014 has the platform's password in it.
void tst_Redactor::passwordsOfBodies()
{
    const QByteArray head = "MESSAGE sip:s@d SIP/2.0\r\nX: <Password>stays</Password>\r\nContent-Length: 99\r\n\r\n";
    const QByteArray body = "<Response><BasicParam><SIPServerPort>5060</SIPServerPort><Password>12345678</"
                            "Password><PASSWORD>a\nb</PASSWORD><Password/></BasicParam>";
    const QByteArray clean = withoutCredentials(head + body);
    QCOMPARE(clean, head + QByteArray(body).replace("12345678", "********").replace(">a\n", ">*\n"));
    QCOMPARE(withoutCredentials(clean), clean);
    QCOMPARE(withoutCredentials(head + "<Password>open"), head + "<Password>****");
    QCOMPARE(withoutCredentials(head + "<Password>"), head + "<Password>");
}

QTEST_GUILESS_MAIN(tst_Redactor)
#include "tst_redactor.moc"
