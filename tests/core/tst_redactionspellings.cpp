#include "core/capture/pcapngwriter.h"
#include "core/report/exporter.h"

#include <QCryptographicHash>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;

/// Secrets in spellings that nobody foresaw one by one; and what looks like one and has to stay.
class tst_RedactionSpellings : public QObject
{
    Q_OBJECT
private slots:
    void hidden_data();
    void hidden();
    void hiddenInAnyOfTheKnownForms_data();
    void hiddenInAnyOfTheKnownForms();
    void stays_data();
    void stays();
    void cutByLines();
    void hashesOfUsers();
    void aCutBody();
    void refuses();
};

namespace {

const QByteArray secret = "hunTer2x9";

QByteArray inHead(const QByteArray &lines)
{
    return "REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\n" + lines + "\r\nContent-Length: 0\r\n\r\n";
}

QByteArray inBody(const QByteArray &body)
{
    return "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\nContent-Type: text/plain\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray gb18030(const QByteArray &text)
{
    QStringEncoder encoder("GB18030");
    return encoder.isValid() ? QByteArray(encoder(QString::fromUtf8(text))) : text;
}

/// Each letter of ASCII as the one of East Asian width.
QByteArray wide(const QByteArray &text)
{
    QString out;
    for (const char c : text)
        out += QChar(static_cast<char16_t>(0xfee0 + static_cast<uchar>(c)));
    return out.toUtf8();
}

QByteArray cleaned(const QByteArray &message, const QList<QByteArray> &known = {})
{
    Redaction redaction(known);
    redaction.learn(message);
    redaction.learned();
    return redaction.clean(message);
}

} // namespace

void tst_RedactionSpellings::hidden_data()
{
    QTest::addColumn<QByteArray>("message");
    const QByteArray bodies[] = {// tags that do not fit each other
        "<Password></Foo>%</Password>", "<Password>a</b>%", "<Password/>%</Password>", "<Password a=/>%</Password>",
        "<Password>a<Password>b</Password>%</Password>", "%</Password>", "<!-- x -->%</Password>",
        "<Password><!-- x -->%</Password>", "<A><Password></Foo></Bar>%</Password></A>",
        // a name and its value in elements of their own
        "<Name>Password</Name><Value>%</Value>", "<Key>UserPwd</Key>\r\n<Val>%</Val>", "<K>wifiKey</K><V>%</V>",
        "<Param><Name>password</Name><Type>s</Type></Param><Name>pwd</Name><x>%</x>", "<Password/><Value>%</Value>",
        "<Password/>\r\n<Val>%</Val>", "<Password></Password><Value>%</Value>", "<Item><UserPwd /><V>%</V></Item>",
        "<Param><Key>Password</Key><Value>%</Value></Param>",
        "<!DOCTYPE a [<!ENTITY p \"%\">]><Password>&p;</Password>",
        // other names
        "<WifiKey>%</WifiKey>", "<PreSharedKey>%</PreSharedKey>", "<UserKey>%</UserKey>", "<AccessKey>%</AccessKey>",
        "<EncryptKey>%</EncryptKey>", "<SecretKeyValue>%</SecretKeyValue>", "<PassW>%</PassW>", "<Pword>%</Pword>",
        "<Pin>%</Pin>", "<PinCode>%</PinCode>", "<user_pin>%</user_pin>", "<SessionToken>%</SessionToken>",
        "<MiMa>%</MiMa>", "<Aes_Key>%</Aes_Key>",
        "<" + QByteArray(80, 'x') + "Password>%</" + QByteArray(80, 'x') + "Password>",
        "<" + wide("Password") + ">%</" + wide("Password") + ">",
        // text
        "\xe5\xaf\x86\xe7\xa0\x81\xef\xbc\x9a%", gb18030("\xe5\xaf\x86\xe7\xa0\x81\xef\xbc\x9a") + "%", "password is %",
        "password -> %", "password => %", "password %", "password=abc,%", "password = ab %", "pwd=a;%",
        "name=password&value=%", "user,password\r\nadmin,%\r\nroot,%", "id;name;pwd\n1;a;%\n",
        // JSON
        "{\"passwords\":[\"a\",\"%\"]}", "{\"password\":{\"value\":\"%\"}}", "{\"k\":\"password\",\"v\":\"%\"}",
        "{\"name\": \"userPwd\", \"value\": \"%\"}", "{\"password\":\n  \"%\"}",
        "{\"password\":[[\"a\"],{\"b\":\"%\"}]}",
        // URIs
        "rtsp://a:b,%@192.0.2.1/1", "rtsp://a:b@;%@192.0.2.1/1", "rtsp://" + QByteArray(600, 'u') + ":%@192.0.2.1/",
        "admin:%@192.0.2.1", "stream at admin:%@192.0.2.1:554/1", "<Url>admin:%@cam-1.example.cn/h264</Url>",
        "\"address\": \"admin:%@192.0.2.1\"", "admin:a@%@192.0.2.1", "root:%@[2001:db8::1]/x",
        "rtsp://192.0.2.1/?u=admin&p=%", "http://192.0.2.1/a?x=1&user=a&p=%",
        // SDP
        "v=0\r\nK=clear:%\r\n", "v=0\r\na = crypto:1 AES inline:%|1\r\n", "v=0\r\nk =base64:%\r\n",
        // notations
        "p\\141ssword=%", "Pass<![CDATA[word]]>=%", "=50=61=73=73=77=6F=72=64=3D%"};
    for (const QByteArray &body : bodies)
        QTest::newRow(body.left(60).constData()) << inBody(QByteArray(body).replace('%', secret));
    // The signature is what is secret here: of SM2, as DER, in base64 and hex
    const QByteArray der = QByteArray::fromHex("3045022100") + QByteArray(32, 'a') + QByteArray::fromHex("0220")
        + secret + QByteArray(23, 'b');
    for (const QByteArray &one : {der.toBase64(), der.toHex(), der.toHex().toUpper()}) {
        for (const char *const around : {"<Data>%</Data>", "%", "value: %"})
            QTest::addRow("signature %s, %s", around, one.left(8).constData())
                << inBody(QByteArray(around).replace('%', one));
    }
    for (const char *const line : {"X-Token: %", "Cookie: session=%; a=b", "Set-Cookie: %",
             "Authorization: Unidirection key=\"%\", algorithm=\"SM2\"", "Authorization: Bidirection cryptkey=\"%\"",
             "Authorization: NTLM realm=\"r\", gssapi-data=\"%\"", "SecurityInfo: Bidirection cryptkey=\"%\"",
             "Authorization: Digest username=\"a\", auts=\"%\""})
        QTest::newRow(line) << inHead(QByteArray(line).replace('%', secret));
}

void tst_RedactionSpellings::hidden()
{
    QFETCH(const QByteArray, message);
    const QByteArray written = message.contains(secret) ? secret
        : message.contains(secret.toHex())              ? secret.toHex()
        : message.contains(secret.toHex().toUpper())    ? secret.toHex().toUpper()
                                                        : secret.toBase64();
    QVERIFY2(message.contains(written), message.constData());
    const QByteArray clean = cleaned(message);
    QVERIFY2(!clean.contains(written), clean.constData());
    QCOMPARE(cleaned(clean), clean);
}

void tst_RedactionSpellings::hiddenInAnyOfTheKnownForms_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("known");
    QByteArray octal, quoted;
    for (const char c : secret) {
        octal += '\\' + QByteArray::number(static_cast<int>(c), 8).rightJustified(3, '0');
        quoted += '=' + QByteArray::number(static_cast<int>(c), 16).toUpper();
    }
    for (const char between : {' ', ':', '-'}) {
        QTest::addRow("hex with %c", between) << secret.toHex(between) << secret;
        QTest::addRow("HEX with %c", between) << secret.toHex(between).toUpper() << secret;
    }
    QTest::newRow("octal") << octal << secret;
    QTest::newRow("quoted-printable") << quoted << secret;
    QTest::newRow("base32") << QByteArray("NB2W4VDFOIZHQOI=") << secret;
    QTest::newRow("base32 behind an octet") << QByteArray("PBUHK3SUMVZDE6BZ") << secret;
    QTest::newRow("East Asian width") << wide(secret) << secret;
    QTest::newRow("+ for a blank") << QByteArray("open+Sesame+7") << QByteArray("open Sesame 7");
    QTest::newRow("decomposed")
        << QString::fromUtf8("caf\xc3\xa9-7xQ").normalized(QString::NormalizationForm_D).toUtf8()
        << QByteArray("caf\xc3\xa9-7xQ");
    QTest::newRow("split by CDATA") << QByteArray("hunT<![CDATA[er2x]]>9") << secret;
    QTest::newRow("split by a comment") << QByteArray("hunT<!-- c -->er2x9") << secret;
    QByteArray backwards(secret);
    std::reverse(backwards.begin(), backwards.end());
    QTest::newRow("backwards") << backwards << secret;
    QTest::newRow("decimal") << QByteArray("104 117 110 84 101 114 50 120 57") << secret;
    QTest::newRow("decimal, a list") << QByteArray("104, 117, 110, 84, 101, 114, 50, 120, 57") << secret;
    QTest::newRow("decimal, three digits") << QByteArray("104.117.110.084.101.114.050.120.057") << secret;
    for (const auto method : {QCryptographicHash::Md5, QCryptographicHash::Sha1, QCryptographicHash::Sha256}) {
        const QByteArray hash = QCryptographicHash::hash(secret, method);
        QTest::addRow("hashed, %d octets", static_cast<int>(hash.size())) << hash.toHex() << secret;
        QTest::addRow("hashed, %d octets, HEX", static_cast<int>(hash.size())) << hash.toHex().toUpper() << secret;
        QTest::addRow("hashed, %d octets, base64", static_cast<int>(hash.size()))
            << hash.toBase64(QByteArray::OmitTrailingEquals) << secret;
    }
    QTest::newRow("with zeros") << QByteArray("h\0u\0n\0T\0e\0r\0002\0x\0009\0", 18) << secret;
    QTest::newRow("UTF-32") << QByteArray("h\0\0\0u\0\0\0n\0\0\0T\0\0\0e\0\0\0r\0\0\0002\0\0\0x\0\0\0009\0\0\0", 36)
                            << secret;
}

void tst_RedactionSpellings::hiddenInAnyOfTheKnownForms()
{
    QFETCH(const QByteArray, form);
    QFETCH(const QByteArray, known);
    const QByteArray message = inBody("<Note>x " + form + " y</Note>");
    const QByteArray clean = cleaned(message, {known});
    QVERIFY2(!clean.contains(form), clean.constData());
    QVERIFY(clean.contains("<Note>x ") && clean.contains(" y</Note>"));
    QCOMPARE(clean.size(), message.size());
}

void tst_RedactionSpellings::stays_data()
{
    QTest::addColumn<QByteArray>("message");
    const char *const bodies[] = {"<KeyFrame>1</KeyFrame>", "<KeyFrameInterval>25</KeyFrameInterval>", "<Key>3</Key>",
        "<Ping>1</Ping>", "<Spin>4</Spin>", "<Name>Password camera 3</Name><Address>street</Address>",
        "<Name>Gate</Name><Value>7</Value>", "<Response><Result>OK</Result></Response>",
        "<Notify><CmdType>Keepalive</CmdType><SN>7</SN><DeviceID>34020000001320000001</DeviceID><Status>OK</Status></"
        "Notify>",
        "password wrong", "password is\r\nx", "the answer is 42", "a -> b", "id,name\r\n1,Gate\r\n",
        "{\"name\":\"Gate\",\"value\":\"7\"}", "rtsp://192.0.2.1/?u=admin&q=1", "v=0\r\na=rtpmap:96 H264/90000\r\n",
        "v=0\r\nm=video 6000 TCP/RTP/AVP 96\r\na=setup:passive\r\ny=0200000001\r\nf=v/2/4///a///\r\n",
        "mailto:bob@example.com", "e-mail:bob@example.com", "at 10:20@example.com", "a:b@c", "see c:d@",
        "<Password/><Length>8</Length>", "MEUCIQ", "3045022100", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA",
        "<TokenType>x</TokenType>", "<Item><ID>1</ID><Value>9</Value></Item>", "<Compass>12</Compass>",
        "<PTZCmd>A50F0100000000B5</PTZCmd>", "a=b&c=d&value=1", "<MonkeyCount>2</MonkeyCount>"};
    for (const char *const body : bodies)
        QTest::newRow(body) << inBody(body);
    for (const char *const line : {"Authorization: Capability algorithm=\"A:SM2;H:SM3\", keyversion=\"2026\"",
             "Authorization: Unidirection realm=\"r\", random1=\"1\", algorithm=\"SM2\"", "Expires: 3600",
             "Reason: SIP;text=\"password is wrong, try again\"",
             "Subject: 34020000001320000001:0,34020000002000000001:0", "X-GB-Ver: 3.0", "Call-ID: 12:ab@192.0.2.1"})
        QTest::newRow(line) << inHead(line);
}

void tst_RedactionSpellings::stays()
{
    QFETCH(const QByteArray, message);
    QCOMPARE(cleaned(message), message);
}

/// A known secret that the end of a line cuts, wherever it does.
void tst_RedactionSpellings::cutByLines()
{
    for (const char *const between : {"\r\n ", "\r\n\t", "\r\n", "\n"}) {
        for (qsizetype at = 1; at < secret.size(); ++at) {
            const QByteArray first = secret.left(at), rest = secret.mid(at);
            const QByteArray clean = cleaned(inBody("<Note>x " + first + between + rest + " y</Note>"), {secret});
            QVERIFY2(!clean.contains(QByteArray("x " + first + between + rest)) && clean.contains("<Note>x "),
                clean.constData());
            QVERIFY2(clean.contains(QByteArray("x " + QByteArray(at, '*'))), clean.constData());
        }
    }
}

/// H(user:realm:password) of a known password and a user that the record tells of.
void tst_RedactionSpellings::hashesOfUsers()
{
    const QByteArray ha1 = QCryptographicHash::hash(QByteArray("camera:3402000000:" + secret), QCryptographicHash::Md5)
                               .toHex();
    for (const QByteArray &form : {ha1, ha1.toUpper()}) {
        const QByteArray body = "<Note>x " + form + " y</Note>";
        const QByteArray message = "REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\nAuthorization: Digest "
                                   "username=\"camera\",realm=\"3402000000\",nonce=\"1\",uri=\"sip:a\",response=\"0\""
                                   "\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        QVERIFY(!cleaned(message, {secret}).contains(form));
    }
}

/// Over TCP a wrong Content-Length leaves the end of a body for itself.
void tst_RedactionSpellings::aCutBody()
{
    const QByteArray rest = secret + "</Password>\r\n</Notify>\r\n";
    QVERIFY(!cleaned(rest).contains(secret));
    const QByteArray start = "MESSAGE sip:a@b SIP/2.0\r\nContent-Length: 40\r\n\r\n<Notify><Password>" + secret.left(5);
    QVERIFY(!cleaned(start).contains(secret.left(5)));
    QVERIFY(cleaned("</Password>") == "</Password>");
}

/// What is hidden can make another secret whole, again and again. In the end nothing is written.
void tst_RedactionSpellings::refuses()
{
    QList<QByteArray> known;
    QByteArray text;
    for (int i = 0; i < 12; ++i) {
        const QByteArray word = "Qz" + QByteArray::number(10 + i) + "x";
        known.append(QByteArray(text.size(), '*') + word);
        text += word;
    }
    QTemporaryDir folder;
    const QString from = folder.filePath(QStringLiteral("from.pcapng")), to = folder.filePath(QStringLiteral("to"));
    QFile capture(from);
    QVERIFY(capture.open(QIODevice::WriteOnly));
    capture.write(PcapngWriter::fileHeader(QStringLiteral("test"), {}));
    Datagram datagram;
    datagram.at = TimePoint(std::chrono::seconds(1'772'409'600));
    datagram.from = {QHostAddress(QStringLiteral("192.0.2.64")), 5060};
    datagram.to = {QHostAddress(QStringLiteral("192.0.2.15")), 5060};
    datagram.octets = inBody("<Note>" + text + "</Note>");
    capture.write(PcapngWriter::packet(datagram));
    capture.close();
    for (const Format &one : formats()) {
        const QByteArray format(one.id);
        const ExportResult result = exportCapture({from}, to, {.format = format, .passwords = known});
        QVERIFY2(result.error.contains(QStringLiteral("a secret is left in message 1")), qPrintable(result.error));
        QVERIFY(!QFile::exists(to));
    }
    const ExportResult few = exportCapture({from}, to, {.passwords = known.mid(0, 3)});
    QCOMPARE(few.error, QString());
    QVERIFY(QFile::exists(to));
}

QTEST_GUILESS_MAIN(tst_RedactionSpellings)
#include "tst_redactionspellings.moc"
