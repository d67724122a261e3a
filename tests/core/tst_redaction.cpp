#include "core/capture/pcapngwriter.h"
#include "core/message/digest.h"
#include "core/message/headers.h"
#include "core/report/exporter.h"
#include "core/report/redaction.h"
#include "core/session/analysis.h"
#include "tests/support/planted.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;

/// What of a message leaves the program.
class tst_Redaction : public QObject
{
    Q_OBJECT
private slots:
    void credentials_data();
    void credentials();
    void passwordsOfBodies();
    void spellings_data();
    void spellings();
    void knownValues_data();
    void knownValues();
    void foundInAnotherMessage();
    void sumsOfKnownPasswords();
    void publicValuesAreTold_data();
    void publicValuesAreTold();
    void whatIsNoSecretStays_data();
    void whatIsNoSecretStays();
    void bodiesThatCannotBeRead_data();
    void bodiesThatCannotBeRead();
    void workIsBounded_data();
    void workIsBounded();
    void countsAreByKind();
    void textsOfSummaries();
    void exportLeavesNone();
};

void tst_Redaction::credentials_data()
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

void tst_Redaction::credentials()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const QByteArray, left);
    const QByteArray ahead = "REGISTER sip:s@d SIP/2.0\r\n", behind = "Content-Length: 0\r\n\r\n";
    const QByteArray clean = withoutSecrets(ahead + lines + behind);
    QCOMPARE(clean, ahead + left + behind);
    QCOMPARE(withoutSecrets(clean), clean);
}

/// BasicParam of 2014 has the platform's password in it.
void tst_Redaction::passwordsOfBodies()
{
    const QByteArray head = "MESSAGE sip:s@d SIP/2.0\r\nX: <Note>stays</Note>\r\nContent-Length: 99\r\n\r\n";
    const QByteArray body = "<Response><BasicParam><SIPServerPort>5060</SIPServerPort><Password>12345678</"
                            "Password><PASSWORD>a\nb</PASSWORD><Password/></BasicParam>";
    const QByteArray clean = withoutSecrets(head + body);
    QCOMPARE(clean, head + QByteArray(body).replace("12345678", "********").replace(">a\nb", ">*\n*"));
    QCOMPARE(withoutSecrets(clean), clean);
    QCOMPARE(withoutSecrets(head + "<Password>open"), head + "<Password>****");
    QCOMPARE(withoutSecrets(head + "<Password>"), head + "<Password>");
}

namespace {

const QByteArray secret = "hunTer2-&x9"; // with what is escaped in XML and in URIs
const QByteArray digest32 = "3c1f7a90be4d52866a0db7e1f2c49d58";

QByteArray inHead(const QByteArray &lines)
{
    return "REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\n" + lines + "\r\nContent-Length: 0\r\n\r\n";
}

QByteArray inBody(const QByteArray &body, const QByteArray &lines = "Content-Type: Application/MANSCDP+xml")
{
    return "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\n" + lines
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray inXml(const QByteArray &element)
{
    return inBody("<?xml version=\"1.0\"?>\r\n<Response>\r\n<SN>1</SN>\r\n<BasicParam>\r\n" + element
        + "\r\n<Expiration>3600</Expiration></BasicParam>\r\n</Response>\r\n");
}

} // namespace

void tst_Redaction::spellings_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("hidden");
    const QByteArray s = test::escaped(secret), d = digest32;
    const auto row = [](const char *name, const QByteArray &message, const QByteArray &hidden = secret) {
        QTest::newRow(name) << message << hidden;
    };
    const auto xml = [&](const char *name, const QByteArray &element) { row(name, inXml(element)); };
    xml("element", "<Password>" + s + "</Password>");
    xml("element, lines before it end in LF", "\n\n<Password>" + s + "</Password>");
    row("element, head ends in LF", inXml("<Password>" + s + "</Password>").replace("\r\n", "\n"));
    xml("element, value on a line of its own", "<Password>\n  " + s + "\n</Password>");
    xml("element, value on a line of its own, CRLF", "<Password>\r\n\t" + s + "\r\n</Password>");
    xml("element, CDATA", "<Password><![CDATA[" + secret + "]]></Password>");
    xml("element, CDATA on its own line", "<Password>\n<![CDATA[" + secret + "]]>\n</Password>");
    xml("element, CDATA in two", "<Password><![CDATA[]]><![CDATA[" + secret + "]]></Password>");
    xml("element, comment before it", "<Password><!-- no --> " + s + "</Password>");
    xml("element, in a comment", "<!-- <Password>" + s + "</Password> -->");
    xml("element, processing instruction before it", "<Password><?x y?>" + s + "</Password>");
    xml("element, attributes", "<Password type=\"plain\">" + s + "</Password>");
    xml("element, attribute with >", "<Password type='a>b'>" + s + "</Password>");
    xml("element, blank in the tag", "<Password >" + s + "</Password >");
    xml("element, line end in the tag", "<Password\r\n>" + s + "</Password\r\n>");
    xml("element, blank ahead of the name", "< Password>" + s + "</ Password>");
    xml("element, namespace", "<gb:Password>" + s + "</gb:Password>");
    xml("element, lower case", "<password>" + s + "</password>");
    xml("element, any case", "<pAsSwOrD>" + s + "</PASSWORD>");
    xml("element, never closed", "<Password>" + s);
    xml("element, closed by another", "<Password>" + s + "</Passwd>");
    xml("element, in another one", "<Password><Value>" + s + "</Value></Password>");
    xml("element, of another name", "<RegPassword>" + s + "</RegPassword>");
    xml("element, Passwd", "<Passwd>" + s + "</Passwd>");
    xml("element, Pwd", "<UserPwd>" + s + "</UserPwd>");
    xml("element, Chinese", "<\u5bc6\u7801>" + s + "</\u5bc6\u7801>");
    xml("attribute", "<User Name=\"a\" Password=\"" + s + "\"/>");
    xml("attribute, single quotes, blanks", "<User password = '" + s + "' />");
    row("attribute, no quotes", inXml("<User Password=hunTer2x9>"), "hunTer2x9");
    xml("attribute, namespace", "<User x:Password=\"" + s + "\"/>");
    xml("name and value", "<Param Name=\"Password\" Value=\"" + s + "\"/>");
    xml("name, and value in the element", "<Param name='password'>" + s + "</Param>");
    xml("escaped XML", test::escaped("<Password>" + s + "</Password>"));
    xml("escaped XML, twice", test::escaped(test::escaped("<Password>" + s + "</Password>")));
    xml("XML in CDATA", "<Info><![CDATA[<Password>" + s + "</Password>]]></Info>");
    xml("XML as numbers", test::asEntities("<Password>" + s + "</Password>", true));
    xml("value as numbers", "<Password>" + test::asEntities(secret, false) + "</Password>");
    xml("percent", test::asPercent("<Password>" + s + "</Password>"));
    xml("base64", "<Data>" + QByteArray("<a><Password>" + s + "</Password></a>").toBase64() + "</Data>");
    xml("JSON", "{\"Password\" : \"" + secret + "\"}");
    xml("form", "user=a&password=" + secret.toPercentEncoding() + "&x=y");
    const QByteArray text = "<?xml version=\"1.0\"?>\n<Response><Password>" + s + "</Password></Response>";
    row("UTF-16LE with a mark", inBody(test::utf16(text, false, true)));
    row("UTF-16BE with a mark", inBody(test::utf16(text, true, true)));
    row("UTF-16LE without a mark", inBody(test::utf16(text, false, false)));
    row("UTF-16BE without a mark", inBody(test::utf16(text, true, false)));
    row("UTF-16LE at an odd place", inBody("\n" + test::utf16(text, false, false)));
    const QByteArray chinese = "\u53e3\u4ee4\u5bc6\u7801\u4e5d";
    row("GB 18030", inBody(test::gb18030("<R><Password>" + chinese + "</Password></R>")), chinese);
    row("UTF-8", inBody("<R><Password>" + chinese + "</Password></R>"), chinese);
    row("UTF-16LE, Chinese", inBody(test::utf16("<R><Password>" + chinese + "</Password></R>", false, true)), chinese);
    row("gzip", inBody(test::deflated(text, 31), "Content-Encoding: gzip"));
    row("gzip, short name of the header", inBody(test::deflated(text, 31), "e: GZIP"));
    row("gzip, not announced", inBody(test::deflated(text, 31)));
    row("deflate", inBody(test::deflated(text, 15), "Content-Encoding: deflate"));
    row("deflate, without zlib's head", inBody(test::deflated(text, -15), "Content-Encoding: deflate"));
    row("gzip in base64", inBody(test::deflated(text, 31).toBase64(), "Content-Encoding: gzip"));
    row("multipart",
        inBody("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: a/b\r\n\r\n" + text + "\r\n--b--",
            "Content-Type: multipart/mixed;boundary=b"));
    row("multipart, base64",
        inBody("--b\r\nContent-Transfer-Encoding: base64\r\n\r\n" + text.toBase64() + "\r\n--b--",
            "Content-Type: multipart/mixed;boundary=b"));
    row("multipart, gzip",
        inBody("--b\r\nContent-Encoding: gzip\r\n\r\n" + test::deflated(text, 31) + "\r\n--b--",
            "Content-Type: multipart/mixed;boundary=b"));
    row("no message at all", text);
    row("no message, UTF-16", test::utf16(text, false, true));
    row("SDP k=", inBody("v=0\r\nk=clear:" + secret + "\r\n", "Content-Type: application/sdp"));
    row("SDP k=, LF", inBody("v=0\nk=base64:" + secret.toBase64() + "\n", "Content-Type: application/sdp"));
    row("SDP a=crypto",
        inBody("v=0\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + secret.toBase64() + "|2^20|1:4\r\n"));
    row("SDP a=key-mgmt", inBody("v=0\r\na=key-mgmt:mikey " + secret.toBase64() + "\r\n"));
    row("SDP a=key", inBody("v=0\r\na=key:" + secret + "\r\n"));
    row("SDP a=ice-pwd", inBody("v=0\r\na=ice-pwd:" + secret + "\r\n"));
    const QByteArray uriSecret = "hunTer2x9";
    row("Request-URI", "OPTIONS sip:user:" + uriSecret + "@192.0.2.1 SIP/2.0\r\nContent-Length: 0\r\n\r\n", uriSecret);
    row("Contact", inHead("Contact: <sip:user:" + uriSecret + "@192.0.2.1:5060>"), uriSecret);
    row("From", inHead("From: \"a\" <sips:user:" + uriSecret + "@192.0.2.1>;tag=1"), uriSecret);
    row("To, no brackets", inHead("t: SIP:user:" + uriSecret + "@192.0.2.1"), uriSecret);
    row("URI of a digest", inHead("Authorization: Digest username=\"a\", uri=\"sip:user:" + uriSecret + "@192.0.2.1\""),
        uriSecret);
    row("URI in a body", inXml("<Url>rtsp://admin:" + uriSecret + "@192.0.2.1/1</Url>"), uriSecret);
    row("URI, @ in the password", inHead("Contact: <sip:user:p@" + uriSecret + "@192.0.2.1>"), uriSecret);
    const QByteArray params = "username=\"a\", realm=\"r\", nonce=\"n\", uri=\"sip:s@d\", response=\"" + d + "\"";
    const auto head = [&](const char *name, const QByteArray &lines) { row(name, inHead(lines), digest32); };
    head("Authentication-Info, rspauth", "Authentication-Info: qop=auth, rspauth=\"" + d + "\", nc=1");
    head("Authentication-Info, cnonce", "Authentication-Info: cnonce=\"" + d + "\"");
    head("Authentication-Info, nextnonce", "Authentication-Info: nextnonce=\"" + d + "\"");
    head("Proxy-Authentication-Info", "Proxy-Authentication-Info: rspauth=" + d);
    head("blanks part parameters", "Authorization: Digest username=a realm=r response=" + d);
    head("blanks part quoted parameters", "Authorization: Digest username=\"a\" realm=\"r\" response=\"" + d + "\"");
    head("tabs part parameters", "Authorization: Digest username=a\trealm=r\tresponse=" + d);
    head("semicolons part parameters", "Authorization: Digest username=a;realm=r;response=" + d);
    head("semicolons part quoted parameters", "Authorization: Digest username=\"a\"; response=\"" + d + "\"");
    head("blanks around =", "Authorization: Digest username=\"a\", response = \"" + d + "\"");
    head("single quotes", "Authorization: Digest username='a', response='" + d + "'");
    head("folded", "Authorization: Digest username=\"a\",\r\n realm=\"r\",\r\n\tresponse=\"" + d + "\"");
    head("folded at =", "Authorization: Digest username=\"a\", response=\r\n \"" + d + "\"");
    head("folded in the value", "Authorization: Digest username=\"a\", response=\"\r\n " + d + "\"");
    row("bare LF", inHead("Authorization: Digest " + params).replace("\r\n", "\n"), digest32);
    head("blank ahead of the colon", "Authorization \t: Digest " + params);
    head("misspelled", "Authorisation: Digest " + params);
    head("misspelled, a letter less", "Autorization: Digest " + params);
    head("X-", "X-Authorization: Digest " + params);
    head("X-, another one", "X-Auth: response=\"" + d + "\"");
    head("response on no line of a header", "response=\"" + d + "\"");
    head("upper case", "AUTHORIZATION: DIGEST RESPONSE=\"" + d + "\"");
    head("no scheme", "Authorization: " + params);
    row("digest in a body",
        inBody("REGISTER sip:s@d SIP/2.0\r\nAuthorization: Digest " + params + "\r\n\r\n",
            "Content-Type: message/sipfrag"),
        digest32);
    const QByteArray basic = QByteArray("a:" + secret).toBase64();
    row("Basic", inHead("Authorization: Basic " + basic));
    row("Basic, misspelled", inHead("Authorisation: Basic " + basic));
    row("Basic, X-", inHead("X-Proxy-Auth: Basic " + basic));
    row("Bearer, X-", inHead("X-Access: Bearer " + secret.toBase64()));
    row("Basic in a body", inBody("Authorization: Basic " + basic + "\r\n", "Content-Type: message/sipfrag"));
    row("X-Password", inHead("X-Password: " + secret));
    row("password=", inHead("X-Note: user=a; password=" + secret));
    row("password= in quotes", inHead("X-Note: Password = \"" + secret + "\""));
    row("element in a head", inHead("X: <Password>" + s + "</Password>"));
    row("found elsewhere in the message", inXml("<Note>is " + s + "</Note><Password>" + s + "</Password>"));
    row("found elsewhere, in base64",
        inXml("<Note>" + QByteArray("zz" + secret).toBase64() + "</Note><Password>" + s + "</Password>"));
    row("found elsewhere, in hex", inXml("<Note>" + secret.toHex() + "</Note><Password>" + s + "</Password>"));
    row("response elsewhere", inHead("X-Copy: " + d + "\r\nAuthorization: Digest " + params), digest32);
}

/// Whatever stands around it, it is gone, and the body is as long as it was.
void tst_Redaction::spellings()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, hidden);
    QVERIFY(test::shows(message, hidden));
    const QByteArray clean = withoutSecrets(message);
    QVERIFY2(!test::shows(clean, hidden), clean.toPercentEncoding(" <>=\"\r\n/:").constData());
    QCOMPARE(withoutSecrets(clean), clean);
    if (const qsizetype body = message.indexOf("\r\n\r\n"); body >= 0) {
        QCOMPARE(clean.size() - clean.indexOf("\r\n\r\n"), message.size() - body);
    }
}

namespace {

/// What leaves of the last of these messages when the passwords are known.
QByteArray cleaned(const QList<QByteArray> &messages, const QList<QByteArray> &known, SecretCounts *counts = nullptr)
{
    Redaction redaction(known);
    for (const QByteArray &message : messages)
        redaction.learn(message);
    redaction.learned();
    QByteArray out;
    for (const QByteArray &message : messages)
        out = redaction.clean(message);
    if (counts)
        *counts = redaction.counts();
    return out;
}

} // namespace

void tst_Redaction::knownValues_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("plain") << secret;
    QTest::newRow("between letters") << "ab" + secret + "cd";
    QTest::newRow("escaped") << test::escaped(secret);
    QTest::newRow("escaped twice") << test::escaped(test::escaped(secret));
    QTest::newRow("numbers") << test::asEntities(secret, false);
    QTest::newRow("percent") << test::asPercent(secret);
    QTest::newRow("percent where it must be") << secret.toPercentEncoding();
    QTest::newRow("percent of what is escaped") << test::escaped(secret).toPercentEncoding();
    for (int ahead = 0; ahead < 3; ++ahead) {
        QTest::addRow("base64, %d ahead", ahead) << QByteArray(QByteArray(ahead, 'x') + secret + "yy").toBase64();
        QTest::addRow("base64 of URLs, %d ahead", ahead)
            << QByteArray(QByteArray(ahead, 'x') + secret).toBase64(QByteArray::Base64UrlEncoding);
        QTest::addRow("base64 of UTF-16, %d ahead", ahead)
            << QByteArray(QByteArray(ahead, 'x') + test::utf16(secret, false, false)).toBase64();
    }
    QTest::newRow("base64 behind letters") << "q" + secret.toBase64();
    QTest::newRow("hex") << secret.toHex();
    QTest::newRow("hex, upper case") << secret.toHex().toUpper();
    QTest::newRow("UTF-16LE") << test::utf16(secret, false, false);
    QTest::newRow("UTF-16BE") << test::utf16(secret, true, false);
    QTest::newRow("gzip") << test::deflated(secret, 31);
    QTest::newRow("JSON") << QByteArray("\"h\\u0075nTer2-&x9\"");
}

void tst_Redaction::knownValues()
{
    QFETCH(const QByteArray, form);
    const bool binary = form.contains('\0') || form.startsWith("\x1f\x8b");
    const QByteArray messages[] = {inBody("x " + form + " y"), inHead("Subject: x " + form + " y"), "x " + form};
    for (const QByteArray &message : messages) {
        if (binary && message.startsWith("REGISTER"))
            continue;
        QVERIFY(test::shows(message, secret) || form.startsWith('"'));
        const QByteArray clean = cleaned({message}, {secret});
        QVERIFY2(!test::shows(clean, secret) && clean != message, clean.constData());
        QCOMPARE(clean.size(), message.size());
        QVERIFY(clean.contains("x "));
    }
}

/// A secret that one message names is found in every other one, ahead of it, too.
void tst_Redaction::foundInAnotherMessage()
{
    const QByteArray named = inXml("<Password>" + test::escaped(secret) + "</Password>");
    const QByteArray note = inHead("Subject: " + secret.toHex());
    QVERIFY(!test::shows(cleaned({named, note}, {}), secret));
    QVERIFY(test::shows(cleaned({note}, {}), secret)); // nobody told of it
    const QByteArray digest = inHead("Authorization: Digest username=\"a\", response=\"" + digest32 + '"');
    const QByteArray copy = inHead("Subject: " + digest32.toUpper());
    QVERIFY(!test::shows(cleaned({digest, copy}, {}), digest32));
    QVERIFY(cleaned({copy}, {}).contains(digest32.toUpper()));
    const QByteArray basic = inHead("Authorization: Basic " + QByteArray("a:" + secret).toBase64());
    QVERIFY(!test::shows(cleaned({basic, inHead("Subject: " + secret)}, {}), secret));
}

/// H(user:realm:password) is as good as the password.
void tst_Redaction::sumsOfKnownPasswords()
{
    const QByteArray digest = inHead("Authorization: Digest username=\"34020000001320000001\", realm=\"3402000000\", "
                                     "nonce=\"n\", uri=\"sip:s@d\", response=\""
        + digest32 + '"');
    const QByteArray ha1 = digestHa1("34020000001320000001", "3402000000", view(secret));
    const QByteArray note = inHead("Subject: x " + ha1 + " y");
    QVERIFY(!cleaned({digest, note}, {secret}).contains(ha1));
    QVERIFY(cleaned({digest, note}, {"another"}).contains(ha1));
}

void tst_Redaction::publicValuesAreTold_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("message");
    const QByteArray id = "34020000001320000001";
    const QByteArray from = "From: <sip:" + id + "@3402000000>;tag=1\r\nTo: <sip:" + id + "@3402000000>";
    QTest::newRow("part of an ID") << QByteArray("20000001") << inHead(from);
    QTest::newRow("the ID") << id << inHead(from);
    QTest::newRow("the domain") << QByteArray("3402000000") << inHead(from);
    QTest::newRow("part of a number") << QByteArray("12345678")
                                      << inHead(from + "\r\nCall-ID: 9123456789\r\nSubject: 012345678");
    QTest::newRow("a number") << QByteArray("1234") << inHead(from + "\r\nCSeq: 1234 REGISTER");
    QTest::newRow("a word of SIP") << QByteArray("Content-Length") << inHead(from);
    QTest::newRow("a name of an element") << QByteArray("Expiration") << inXml({});
    QTest::newRow("the manufacturer") << QByteArray("Hikvision") << inXml("<Manufacturer>Hikvision</Manufacturer>");
}

/// The record stays what it is; where the value is called a password it goes nevertheless.
void tst_Redaction::publicValuesAreTold()
{
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, message);
    SecretCounts counts;
    QCOMPARE(cleaned({message}, {password}, &counts), message);
    QCOMPARE(counts.alsoPublic, quint64(1));
    QCOMPARE(counts.all(), quint64(0));
    const QByteArray named = inXml("<Password>" + password + "</Password>");
    QVERIFY(!cleaned({message, named}, {password}).contains(QByteArray('>' + password + '<')));
}

void tst_Redaction::whatIsNoSecretStays_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QByteArray &message) { QTest::newRow(name) << message; };
    row("challenge",
        inHead("WWW-Authenticate: Digest realm=\"3402000000\", nonce=\"" + digest32 + "\", opaque=\"" + digest32
            + "\", qop=\"auth\""));
    row("URI without a password",
        inHead("Contact: <sip:34020000001320000001@192.0.2.1:5060;transport=udp>;expires=3600"));
    row("URI with a port, and an @ behind it", inHead("Contact: <sip:192.0.2.1:5060>;x=a@b"));
    row("Via", inHead("Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bK1234567890;response"));
    row("catalogue",
        inBody(
            "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response><CmdType>Catalog</CmdType><SN>17430</SN>"
            "<DeviceID>34020000001320000001</DeviceID><SumNum>1</SumNum><DeviceList Num=\"1\"><Item><Name>a &amp; "
            "b</Name>"
            "<Secrecy>0</Secrecy><SafetyWay>0</SafetyWay><RegisterWay>1</RegisterWay></Item></DeviceList></Response>"));
    row("SDP",
        inBody(
            "v=0\r\no=- 0 0 IN IP4 192.0.2.1\r\nc=IN IP4 192.0.2.1\r\nm=video 9 RTP/AVP 96\r\na=rtpmap:96 PS/90000\r\n"
            "a=setup:passive\r\nk=prompt\r\ny=0100000001\r\n",
            "Content-Type: application/sdp"));
    row("octets of all kinds", QByteArray::fromHex("000102030405060708090a0b0c0d0e0f1f8bff00fe"));
    row("RTP", QByteArray::fromHex("806001020304050607080900") + QByteArray(160, '\xd5'));
    row("gzip without a secret", inBody(test::deflated("<a>b</a>", 31), "Content-Encoding: gzip"));
    row("nothing", {});
}

void tst_Redaction::whatIsNoSecretStays()
{
    QFETCH(const QByteArray, message);
    SecretCounts counts;
    QCOMPARE(cleaned({message}, {secret}, &counts), message);
    QCOMPARE(counts, SecretCounts());
}

void tst_Redaction::bodiesThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("inflates to 64 MiB") << inBody(
        test::deflated(QByteArray(64 << 20, 'a'), 31), "Content-Encoding: gzip");
    QTest::newRow("an encoding of others") << inBody(QByteArray(100, 'b'), "Content-Encoding: br");
}

/// Nobody knows what is in them.
void tst_Redaction::bodiesThatCannotBeRead()
{
    QFETCH(const QByteArray, message);
    const qsizetype body = message.indexOf("\r\n\r\n") + 4;
    SecretCounts counts;
    QCOMPARE(cleaned({message}, {}, &counts), message.left(body) + QByteArray(message.size() - body, '*'));
    QCOMPARE(counts.removed[static_cast<std::size_t>(SecretKind::Unreadable)], quint64(1));
}

void tst_Redaction::workIsBounded_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece : {"<", "<Password>", "<Password><!--", "<Password><![CDATA[", "<a b='", "<a Password=\"",
             "password=", "password=\"", "pw=&a=", "@", "sip:@", "sip:a:b@", "&#", "&amp;", "%25", "\\u005c",
             "X-Password:\r\n ", "k=", "Authorization: Digest a=", "inline:", "</Password>", "</Password", "name=",
             "name=password&", "{\"password\":[", "password,a\r\n", "password is ", "<Name>", "<Name>pwd</Name>",
             "=41=42=43", "<!ENTITY", "\xef\xbc\xa1", "\xef\xbc\x9a", "&p=", "password a\n", "QUJD", "\x1f\x8b\x08"})
        QTest::newRow(piece) << QByteArray(piece);
    QTest::newRow("zeros") << QByteArray("a\0", 2);
}

/// The largest datagram of what makes the most work. That it ends is the test: a square of its size would not.
void tst_Redaction::workIsBounded()
{
    QFETCH(const QByteArray, piece);
    const QByteArray message = piece.repeated(65000 / piece.size());
    const QByteArray clean = withoutSecrets(message);
    QVERIFY(clean.size() <= message.size() + 16 * message.count('A') + 32);
}

void tst_Redaction::countsAreByKind()
{
    const QByteArray message = "REGISTER sip:u:hunTer2x9@d SIP/2.0\r\nAuthorization: Digest response=\"" + digest32
        + "\", cnonce=\"12\"\r\nSubject: " + secret + "\r\n\r\n<Password>abc</Password>\r\nk=clear:1\r\n";
    SecretCounts counts;
    QVERIFY(cleaned({message}, {secret, "abc"}, &counts).contains("response=\"removed\""));
    const std::array<quint64, redaction::secretKinds> removed{2, 0, 1, 1, 1, 1, 0};
    QCOMPARE(counts.removed, removed);
    QCOMPARE(counts.notSought, quint64(2)); // too short
    QVERIFY(counts.all() == 6);
}

/// A format is given no text with a secret.
void tst_Redaction::textsOfSummaries()
{
    Datagram datagram;
    datagram.octets = "X" + secret + " sip:s@d SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\nCall-ID: " + secret
        + "\r\nCSeq: 1 X\r\n\r\n<R><CmdType>" + test::escaped(secret) + "</CmdType></R>";
    Redaction redaction({secret});
    redaction.learn(datagram.octets);
    redaction.learned();
    Analysis analysis;
    const CleanMessage message = redaction.clean(analysis.observe(std::move(datagram)));
    QVERIFY(!message.left);
    QVERIFY(!test::shows(messageAsText(message.summary, message.datagram.octets).toUtf8(), secret));
}

/// In every format; what is told is what is gone.
void tst_Redaction::exportLeavesNone()
{
    QTemporaryDir folder;
    const QString from = folder.filePath(QStringLiteral("a.pcapng")), to = folder.filePath(QStringLiteral("b"));
    QByteArray file = PcapngWriter::fileHeader(QStringLiteral("test"), {});
    for (const QByteArray &octets : {inHead("Subject: " + secret), inHead("Subject: " + secret.toBase64()),
             inXml("<Password>" + test::escaped(secret) + "</Password>")}) {
        Datagram datagram;
        datagram.at = TimePoint(std::chrono::seconds(1'772'409'600));
        datagram.from = {QHostAddress(QStringLiteral("192.0.2.64")), 5060};
        datagram.to = {QHostAddress(QStringLiteral("192.0.2.15")), 5060};
        datagram.octets = octets;
        file += PcapngWriter::packet(datagram);
    }
    QFile capture(from);
    QVERIFY(capture.open(QIODevice::WriteOnly) && capture.write(file) == file.size());
    capture.close();
    for (const Format &one : formats()) {
        const QByteArray format(one.id);
        const ExportResult result = exportCapture({from}, to, {.format = format, .replace = true});
        QCOMPARE(result.error, QString());
        QCOMPARE(result.messages, quint64(3));
        QCOMPARE(result.secrets.removed[static_cast<std::size_t>(SecretKind::Password)], quint64(1));
        QCOMPARE(result.secrets.removed[static_cast<std::size_t>(SecretKind::KnownValue)], quint64(2));
        QFile written(to);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!test::shows(written.readAll(), secret));
    }
    const ExportResult kept = exportCapture({from}, to, {.format = "pcap", .profile = Profile::None, .replace = true});
    QCOMPARE(kept.secrets, SecretCounts());
    QFile written(to);
    QVERIFY(written.open(QIODevice::ReadOnly) && test::shows(written.readAll(), secret));
}

QTEST_GUILESS_MAIN(tst_Redaction)
#include "tst_redaction.moc"
