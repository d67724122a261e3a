#include "core/message/charset.h"
#include "core/report/exporter.h"
#include "core/report/pseudonyms.h"
#include "tests/support/planted.h"

#include <QRegularExpression>
#include <QtTest>

using namespace gb;

/// What stands for what, where, and what stays.
class tst_Pseudonyms : public QObject
{
    Q_OBJECT
private slots:
    void places_data();
    void places();
    void whatStays_data();
    void whatStays();
    void formsOfIds_data();
    void formsOfIds();
    void networksStayTogether();
    void ssrcFollowsItsDomain();
    void theSameEverywhere();
    void anewForEachExport();
    void contentLength_data();
    void contentLength();
    void lineEndsStay();
    void charsets_data();
    void charsets();
    void notations_data();
    void notations();
    void escapesStayWhole();
    void publicTakesTheProductAway();
    void whatIsLeftIsSeen_data();
    void whatIsLeftIsSeen();
    void textsOfFindings();
    void ordinaryWordsStay();
    void hostile_data();
    void hostile();

private:
    static Pseudonyms stage(const QByteArrayList &messages, Profile profile = Profile::Vendor)
    {
        Pseudonyms pseudonyms(profile, PseudonymMap("a salt of this test"));
        for (const QByteArray &message : messages) {
            Datagram datagram;
            datagram.from = {QHostAddress(QStringLiteral("10.9.8.7")), 5060};
            datagram.to = {QHostAddress(QStringLiteral("10.9.8.1")), 5060};
            datagram.octets = message;
            pseudonyms.learn(datagram);
        }
        pseudonyms.learned();
        return pseudonyms;
    }
    static QByteArray once(const QByteArray &message, Profile profile = Profile::Vendor)
    {
        return stage({message}, profile).clean(message);
    }
    static QByteArray withHeader(const QByteArray &line)
    {
        return "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP h9;branch=z9hG4bK1\r\n" + line
            + "\r\nCSeq: 1 MESSAGE\r\n\r\n";
    }
    static QByteArray withBody(const QByteArray &type, const QByteArray &body)
    {
        return withHeader("Content-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())) + body;
    }
    static QByteArray xml(const QByteArray &element)
    {
        return withBody(
            "Application/MANSCDP+xml", "<?xml version=\"1.0\"?>\r\n<Notify>\r\n" + element + "\r\n</Notify>\r\n");
    }
    static QByteArray sdp(const QByteArray &line) { return withBody("application/sdp", "v=0\r\n" + line + "\r\n"); }
    static int lengthIn(const QByteArray &message)
    {
        static const QRegularExpression length(QStringLiteral("Content-Length: *(-?\\d+)"));
        return length.match(QString::fromLatin1(message)).captured(1).toInt();
    }
    static qsizetype bodyIn(const QByteArray &message) { return message.size() - message.indexOf("\r\n\r\n") - 4; }
};

void tst_Pseudonyms::places_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("original");
    const auto row = [](const char *name, const QByteArray &message, const QByteArray &original) {
        QTest::newRow(name) << message << original;
    };
    const QByteArray id = "34020000001320000017", ip = "192.168.1.64", host = "platform.example.net",
                     name = "North gate";
    row("Request-URI", "INVITE sip:" + id + "@" + ip + ":5060 SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\n", id);
    row("Request-URI, host", "INVITE sip:" + id + "@" + ip + ":5060 SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\n", ip);
    row("Via", withHeader("Via: SIP/2.0/UDP " + host + ":5060;branch=z9hG4bK1"), host);
    row("Via, compact", withHeader("v: SIP/2.0/TCP " + ip + ";branch=z9hG4bK1"), ip);
    row("Via, received", withHeader("Via: SIP/2.0/UDP h;received=" + ip + ";rport=1"), ip);
    row("Via, maddr", withHeader("Via: SIP/2.0/UDP h;maddr=" + host), host);
    row("Via, second", withHeader("Via: SIP/2.0/UDP a1, SIP/2.0/UDP " + host), host);
    row("branch", withHeader("Via: SIP/2.0/UDP h;branch=z9hG4bK-" + ip + "-1"), ip);
    row("From, user", withHeader("From: <sip:" + id + "@3402000000>;tag=1"), id);
    row("From, domain", withHeader("From: <sip:" + id + "@3402000000>;tag=1"), "3402000000");
    row("From, name", withHeader("From: \"" + name + "\" <sip:" + id + "@3402000000>;tag=1"), name);
    row("From, bare name", withHeader("From: Entrance <sip:" + id + "@3402000000>;tag=1"), "Entrance");
    row("From, tag", withHeader("From: <sip:" + id + "@3402000000>;tag=" + ip), ip);
    row("To, a word", withHeader("To: <sip:portier@" + host + ">"), "portier");
    row("Contact", withHeader("Contact: <sip:" + id + "@" + ip + ":5060>"), ip);
    row("Contact, IPv6", withHeader("Contact: <sip:a@[fd12:3456:789a::17]:5060>"), "fd12:3456:789a::17");
    row("Record-Route", withHeader("Record-Route: <sip:" + host + ";lr>"), host);
    row("Call-ID", withHeader("Call-ID: 12345@" + host), host);
    row("Call-ID, address", withHeader("Call-ID: 12345@" + ip), ip);
    row("Subject", withHeader("Subject: " + id + ":0200008913,34020000002000000001:0"), id);
    row("realm", withHeader("WWW-Authenticate: Digest realm=\"" + host + "\",nonce=\"1\""), host);
    row("username", withHeader("Authorization: Digest username=\"portier\",realm=\"3402000000\",nonce=\"1\""),
        "portier");
    row("uri", withHeader("Authorization: Digest username=\"a\",uri=\"sip:" + id + "@" + ip + "\""), ip);
    row("Warning", withHeader("Warning: 399 " + host + " \"no\""), host);
    row("unknown header", withHeader("X-Where: " + ip), ip);
    row("unknown header, ID", withHeader("X-Who: " + id), id);
    row("URL", withHeader("X-Where: http://" + host + "/a"), host);
    row("MAC", withHeader("X-Card: 00:1a:2b:3c:4d:5e"), "00:1a:2b:3c:4d:5e");
    row("MAC, dashes", withHeader("X-Card: 00-1A-2B-3C-4D-5E"), "00-1A-2B-3C-4D-5E");
    row("SDP o=, ID", sdp("o=" + id + " 0 0 IN IP4 " + ip), id);
    row("SDP o=, address", sdp("o=" + id + " 0 0 IN IP4 " + ip), ip);
    row("SDP c=", sdp("c=IN IP4 " + ip), ip);
    row("SDP s=", sdp("s=" + name), name);
    row("SDP u=", sdp("u=" + id + ":3"), id);
    for (const char *element : {"DeviceID", "ParentID", "SIPServerID", "BusinessGroupID", "Anything"})
        row(element, xml("<" + QByteArray(element) + ">" + id + "</" + element + ">"), id);
    for (const char *element : {"Name", "Owner", "Address", "DeviceName", "AlarmDescription", "FilePath"})
        row(element, xml("<" + QByteArray(element) + ">" + name + "</" + element + ">"), name);
    row("IPAddress", xml("<IPAddress>" + ip + "</IPAddress>"), ip);
    row("Address, an address", xml("<Address>" + ip + "</Address>"), ip);
    row("Longitude", xml("<Longitude>117.284512</Longitude>"), "117.284512");
    row("Latitude", xml("<Latitude>31.861733</Latitude>"), "31.861733");
    row("CivilCode", xml("<CivilCode>340200</CivilCode>"), "340200");
    row("CDATA", xml("<Name><![CDATA[" + name + "]]></Name>"), name);
    row("attribute", xml("<Item Name=\"" + name + "\"/>"), name);
    row("blanks around", xml("<Name>\r\n  " + name + "\r\n</Name>"), name);
    row("never closed", xml("<Name>" + name), name);
    row("no SIP", "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n", host);
}

void tst_Pseudonyms::places()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, original);
    QVERIFY(message.contains(original));
    for (const Profile profile : {Profile::Vendor, Profile::Public}) {
        Pseudonyms pseudonyms = stage({message}, profile);
        const QByteArray out = pseudonyms.clean(message);
        QVERIFY2(!test::shows(out, original), out.constData());
        QVERIFY(!pseudonyms.shows(out));
        QCOMPARE(out.count('\n'), message.count('\n'));
        QCOMPARE(pseudonyms.clean(message), out);
    }
    QCOMPARE(once(message, Profile::OwnSite), message);
    QCOMPARE(once(message, Profile::None), message);
}

void tst_Pseudonyms::whatStays_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("stays");
    const auto row = [](const char *name, const QByteArray &message, const QByteArray &stays) {
        QTest::newRow(name) << message << stays;
    };
    row("User-Agent", withHeader("User-Agent: IP Camera 5.5.82.190"), "User-Agent: IP Camera 5.5.82.190");
    row("Server", withHeader("Server: NVR V4.30.5.1"), "Server: NVR V4.30.5.1");
    row("Firmware", xml("<Firmware>2.6.0.17.R</Firmware>"), "<Firmware>2.6.0.17.R</Firmware>");
    row("Model", xml("<Model>DS-2CD2T45</Model>"), "<Model>DS-2CD2T45</Model>");
    row("Manufacturer", xml("<Manufacturer>Dahua</Manufacturer>"), "<Manufacturer>Dahua</Manufacturer>");
    row("loopback", withHeader("Contact: <sip:a@127.0.0.1:5060>"), "127.0.0.1:5060");
    row("any", sdp("c=IN IP4 0.0.0.0"), "c=IN IP4 0.0.0.0");
    row("IPv6 loopback", withHeader("Contact: <sip:a@[::1]:5060>"), "[::1]:5060");
    row("group", sdp("c=IN IP4 239.1.2.3/64"), "239.1.2.3/64");
    row("what a session is", sdp("s=Playback"), "s=Playback");
    row("media", sdp("m=video 6000 TCP/RTP/AVP 96"), "m=video 6000 TCP/RTP/AVP 96");
    row("SN", xml("<SN>419315752</SN>"), "<SN>419315752</SN>");
    row("time", xml("<StartTime>2026-01-01T12:30:45</StartTime>"), "2026-01-01T12:30:45");
    row("Date", withHeader("Date: 2026-01-01T12:30:45.123"), "2026-01-01T12:30:45.123");
    row("nonce", withHeader("WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"8f4d3e27dda1494c\""),
        "8f4d3e27dda1494c");
    row("no coordinates", xml("<Longitude>0.0</Longitude>"), "<Longitude>0.0</Longitude>");
    row("empty name", xml("<Name></Name>"), "<Name></Name>");
    row("Expires", withHeader("Expires: 3600"), "Expires: 3600");
    row("Call-ID, its own part", withHeader("Call-ID: 2898046025@192.168.6.71"), "Call-ID: 2898046025@");
    row("port", withHeader("Contact: <sip:34020000001320000017@192.168.1.64:15060>"), ":15060>");
    row("PTZCmd", xml("<PTZCmd>A50F01021F0000D6</PTZCmd>"), "<PTZCmd>A50F01021F0000D6</PTZCmd>");
}

void tst_Pseudonyms::whatStays()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, stays);
    const QByteArray out = once(message);
    QVERIFY2(out.contains(stays), out.constData());
}

void tst_Pseudonyms::formsOfIds_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("form");
    QTest::newRow("camera") << QByteArray("34020000001320000017") << QStringLiteral("^9\\d{7}00132(0)\\d{6}$");
    QTest::newRow("industry 05") << QByteArray("11010805052000000001") << QStringLiteral("^9\\d{7}05200(0)\\d{6}$");
    QTest::newRow("network 7") << QByteArray("34020000001317000001") << QStringLiteral("^9\\d{7}00131(7)\\d{6}$");
    QTest::newRow("18 digits") << QByteArray("340200000013200000") << QStringLiteral("^9\\d{7}001320\\d{4}$");
    QTest::newRow("19 digits") << QByteArray("3402000000132000001") << QStringLiteral("^9\\d{7}001320\\d{5}$");
    QTest::newRow("21 digits") << QByteArray("340200000013200000171") << QStringLiteral("^9\\d{7}001320\\d{7}$");
    QTest::newRow("a letter behind") << QByteArray("3402000000132000001A")
                                     << QStringLiteral("^9\\d{7}001320\\d{5}[A-Z]$");
    QTest::newRow("letters within") << QByteArray("3402000000132O00001l")
                                    << QStringLiteral("^\\d{13}[A-Z]\\d{5}[a-z]$");
    QTest::newRow("a tail") << QByteArray("34020000001320000017_1") << QStringLiteral("^9\\d{7}001320\\d{6}_\\d$");
    QTest::newRow("a path") << QByteArray("../../etc/passwd") << QStringLiteral("^\\.\\./\\.\\./[a-z]{3}/[a-z]{6}$");
    QTest::newRow("short") << QByteArray("1001") << QStringLiteral("^\\d{4}$");
    QTest::newRow("very long") << QByteArray(3000, '7') << QStringLiteral("^9\\d{2999}$");
}

void tst_Pseudonyms::formsOfIds()
{
    QFETCH(const QByteArray, id);
    QFETCH(const QString, form);
    for (const QByteArray &message :
        {xml("<DeviceID>" + id + "</DeviceID>"), withHeader("From: <sip:" + id + "@a>;tag=1")}) {
        const QByteArray out = once(message);
        const QByteArray opening = message.contains("<DeviceID>") ? "<DeviceID>" : "<sip:";
        const qsizetype from = out.indexOf(opening) + opening.size();
        const QByteArray now = out.mid(from, out.indexOf(opening == "<sip:" ? '@' : '<', from) - from);
        QVERIFY(now != id);
        QVERIFY2(QRegularExpression(form).match(QString::fromLatin1(now)).hasMatch(), now.left(80).constData());
    }
}

void tst_Pseudonyms::networksStayTogether()
{
    PseudonymMap map;
    const auto v4 = [](const char *text) { return IpAddress(QHostAddress(QString::fromLatin1(text))); };
    for (const char *one : {"192.168.1.64", "192.168.1.65", "192.168.2.64", "192.0.2.7", "10.0.0.1"})
        map.learnAddress(v4(one));
    const auto net = [&](const char *one) { return map.address(v4(one)).toV4() >> 8; };
    QCOMPARE(net("192.168.1.64"), net("192.168.1.65"));
    QVERIFY(net("192.168.1.64") != net("192.168.2.64"));
    QVERIFY(map.address(v4("192.168.1.64")) != map.address(v4("192.168.1.65")));
    QCOMPARE(map.address(v4("192.168.1.255")).toV4() & 0xff, 255U);
    QVERIFY(net("192.0.2.7") != v4("192.0.2.7").toV4() >> 8);
    for (const char *one : {"192.168.1.64", "192.168.2.64", "192.0.2.7", "10.0.0.1"}) {
        const QByteArray text = map.address(v4(one)).toString().toLatin1();
        QVERIFY2(text.startsWith("198.51.100.") || text.startsWith("203.0.113.") || text.startsWith("198.18."),
            text.constData());
    }
    const auto v6 = [&](const char *one) { return map.address(v4(one)).toString(); };
    QVERIFY(v6("fd00::1").startsWith(QStringLiteral("2001:db8:")));
    QCOMPARE(map.address(v4("fd00::1")).octets().substr(0, 8), map.address(v4("fd00::2")).octets().substr(0, 8));
    QVERIFY(v6("fd00::1") != v6("fd00::2"));
    QSet<IpAddress> all; // more than all of them: still another one for each of a network
    for (quint32 number = 0; number < 254 * 1024; ++number)
        all.insert(map.address(IpAddress((172U << 24) + (number / 254 << 8) + number % 254 + 1)));
    QCOMPARE(all.size(), 254 * 1024);
}

void tst_Pseudonyms::ssrcFollowsItsDomain()
{
    const QByteArray offer = withHeader("Subject: 34020000001320000017:0200008913,34020000002000000001:0\r\n"
                                        "Content-Type: application/sdp\r\nContent-Length: 20")
        + "v=0\r\ny=0200008913\r\n";
    const QByteArray out = once(offer);
    const QByteArray domain = out.mid(out.indexOf("sip:") + 4, 10);
    const QByteArray ssrc = "0" + domain.mid(3, 5) + "8913";
    QVERIFY2(out.contains(QByteArray("y=" + ssrc + "\r\n")), out.constData());
    QVERIFY2(out.contains(QByteArray(':' + ssrc + ',')), out.constData());
    QVERIFY(once(sdp("y=1999998913")).contains("y=1999998913")); // of another domain
}

void tst_Pseudonyms::theSameEverywhere()
{
    const QByteArray a = withHeader("From: <sip:34020000001320000017@platform.example.net>;tag=1"),
                     b = xml("<DeviceID>34020000001320000017</DeviceID>"),
                     c = withHeader("X-Said: by platform.example.net");
    Pseudonyms pseudonyms = stage({a, b, c});
    const QByteArray now = pseudonyms.clean(a);
    const qsizetype user = now.indexOf("<sip:") + 5;
    QVERIFY(pseudonyms.clean(b).contains(QByteArray("<DeviceID>" + now.mid(user, 20) + "</DeviceID>")));
    const QByteArray host = now.mid(user + 21, now.indexOf('>', user) - user - 21);
    QVERIFY2(pseudonyms.clean(c).contains(QByteArray("by " + host)), pseudonyms.clean(c).constData());
    QCOMPARE(pseudonyms.id(QStringLiteral("34020000001320000017")).toLatin1(), now.mid(user, 20));
}

void tst_Pseudonyms::anewForEachExport()
{
    const QByteArray message = xml("<DeviceID>34020000001320000017</DeviceID>");
    Pseudonyms one(Profile::Vendor), other(Profile::Vendor);
    QVERIFY(one.clean(message) != other.clean(message));
}

void tst_Pseudonyms::contentLength_data()
{
    QTest::addColumn<int>("wrongBy");
    for (const int wrong : {0, 1, -1, 40, -20})
        QTest::addRow("%d", wrong) << wrong;
}

/// The body grows; what was wrong with the length stays so.
void tst_Pseudonyms::contentLength()
{
    QFETCH(const int, wrongBy);
    const QByteArray body = "v=0\r\nc=IN IP4 10.0.0.5\r\na=x:10.0.0.5\r\n";
    const auto message = [&](const QByteArray &length) -> QByteArray {
        return withHeader("Content-Type: application/sdp\r\n" + length) + body;
    };
    const QByteArray with = message("Content-Length:   " + QByteArray::number(body.size() + wrongBy)), out = once(with);
    QVERIFY(bodyIn(out) != body.size());
    QCOMPARE(lengthIn(out) - bodyIn(out), wrongBy);
    QVERIFY(out.contains("Content-Length:   "));
    for (const QByteArray &odd : {QByteArray("Content-Length: 0"), QByteArray("Content-Length: -5"),
             QByteArray("Content-Length: many"), QByteArray("X-No: length")})
        QVERIFY2(once(message(odd)).contains(QByteArray("\r\n" + odd + "\r\n")), odd.constData());
}

void tst_Pseudonyms::lineEndsStay()
{
    QByteArray message = withBody("application/sdp", "v=0\r\nc=IN IP4 192.168.1.64\r\n");
    message.replace("\r\n", "\n");
    const QByteArray out = once(message);
    QVERIFY(!out.contains('\r') && !out.contains("192.168.1.64"));
    const qsizetype grown = out.size() - message.size();
    QVERIFY(std::abs(grown) <= 4);
    QByteArray cr = message;
    cr.replace('\n', '\r');
    QVERIFY(!once(cr).contains('\n'));
}

void tst_Pseudonyms::charsets_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("charset");
    const QByteArray text
        = "<?xml version=\"1.0\"?>\r\n<Notify><DeviceID>34020000001320000017</DeviceID><Name>"
          "\xe5\x8c\x97\xe9\x97\xa8\xe5\x85\xa5\xe5\x8f\xa3 01</Name><IPAddress>192.168.1.64</IPAddress></Notify>";
    QTest::newRow("UTF-8") << text << static_cast<int>(Charset::Utf8);
    QTest::newRow("GB 18030") << test::gb18030(text) << static_cast<int>(Charset::Gb18030);
    QTest::newRow("UTF-16, little") << test::utf16(text, false, true) << static_cast<int>(Charset::Utf16);
    QTest::newRow("UTF-16, big") << test::utf16(text, true, true) << static_cast<int>(Charset::Utf16);
}

void tst_Pseudonyms::charsets()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, charset);
    const QByteArray message = withBody("Application/MANSCDP+xml", body);
    const QByteArray out = once(message), now = out.mid(out.indexOf("\r\n\r\n") + 4);
    const DecodedText read = decodeBody(now);
    QCOMPARE(static_cast<int>(read.used), charset);
    QVERIFY(!read.invalid);
    for (const char *original :
        {"34020000001320000017", "192.168.1.64", "\xe5\x8c\x97\xe9\x97\xa8\xe5\x85\xa5\xe5\x8f\xa3"})
        QVERIFY2(!read.text.contains(QString::fromUtf8(original)), qPrintable(read.text));
    static const QRegularExpression form(QStringLiteral("<Name>[\\x{4e00}-\\x{9fff}]{4} \\d\\d</Name>"));
    QVERIFY2(read.text.contains(form), qPrintable(read.text));
    QCOMPARE(lengthIn(out), bodyIn(out));
    QVERIFY(!stage({message}).shows(out));
}

void tst_Pseudonyms::notations_data()
{
    QTest::addColumn<QByteArray>("written");
    const QByteArray id = "34020000001320000017";
    QTest::newRow("percent") << test::asPercent(id);
    QTest::newRow("numbers of XML") << test::asEntities(id, false);
    QTest::newRow("hex numbers of XML") << test::asEntities(id, true);
    QTest::newRow("base64") << QByteArray("who=" + id + "!").toBase64();
    QTest::newRow("hex") << id.toHex();
    QTest::newRow("hex, odd") << QByteArray("a" + id.toHex().toUpper());
    QTest::newRow("comment within") << QByteArray(id.left(5) + "<!-- -->" + id.mid(5));
    QTest::newRow("gzip") << test::deflated("who=" + id, 31);
    QTest::newRow("UTF-16") << test::utf16("  " + id, false, false);
}

void tst_Pseudonyms::notations()
{
    QFETCH(const QByteArray, written);
    const QByteArray plain = xml("<DeviceID>34020000001320000017</DeviceID>"),
                     odd = xml("<Info>" + written + "</Info>");
    Pseudonyms pseudonyms = stage({plain, odd});
    QVERIFY(pseudonyms.shows(odd));
    const QByteArray out = pseudonyms.clean(odd);
    QVERIFY2(!test::shows(out, "34020000001320000017"), out.constData());
    QVERIFY(!pseudonyms.shows(out));
    QCOMPARE(lengthIn(out), bodyIn(out));
}

void tst_Pseudonyms::escapesStayWhole()
{
    const QByteArray out = once(xml("<Name>A&amp;B &lt;gate&gt; &#x5317;&#38;&#66;</Name>"));
    static const QRegularExpression form(
        QStringLiteral("<Name>[A-Z]&amp;[A-Z] &lt;[a-z]{4}&gt; &#\\d+;&#38;&#\\d+;</Name>"));
    QVERIFY2(QString::fromLatin1(out).contains(form), out.constData());
}

void tst_Pseudonyms::publicTakesTheProductAway()
{
    const QByteArray message = withHeader("User-Agent: Maker Box 5.5.82\r\nServer: Maker/1\r\nContent-Type: "
                                          "Application/MANSCDP+xml\r\nX-More: Maker Box 5.5.82")
        + "<R><Model>Box-7</Model><Firmware>V5.5</Firmware><Manufacturer>Maker</Manufacturer></R>";
    const QByteArray out = once(message, Profile::Public);
    for (const char *one : {"Maker", "Box", "V5.5"})
        QVERIFY2(!out.contains(one), out.constData());
    QVERIFY(out.contains("User-Agent: removed\r\n"));
    Pseudonyms pseudonyms = stage({message}, Profile::Public);
    QCOMPARE(pseudonyms.product(QStringLiteral("Maker Box")), QString());
    QCOMPARE(stage({message}).product(QStringLiteral("Maker Box")), QStringLiteral("Maker Box"));
}

void tst_Pseudonyms::whatIsLeftIsSeen_data()
{
    QTest::addColumn<QByteArray>("left");
    const QByteArray id = "34020000001320000017", name = "\xe5\x8c\x97\xe9\x97\xa8\xe5\x85\xa5";
    QTest::newRow("ID") << id;
    QTest::newRow("address") << QByteArray("at 192.168.1.64:5060");
    QTest::newRow("domain") << QByteArray("3402000000");
    QTest::newRow("percent") << test::asPercent(id);
    QTest::newRow("base64") << QByteArray("-" + id).toBase64();
    QTest::newRow("hex") << id.toHex();
    QTest::newRow("UTF-16") << test::utf16(id, true, false);
    QTest::newRow("name") << name;
    QTest::newRow("name in GB 18030") << test::gb18030(name);
    QTest::newRow("name in UTF-16") << test::utf16(name + " 0001", false, false);
}

void tst_Pseudonyms::whatIsLeftIsSeen()
{
    QFETCH(const QByteArray, left);
    const QByteArray name = "\xe5\x8c\x97\xe9\x97\xa8\xe5\x85\xa5";
    Pseudonyms pseudonyms = stage({xml("<DeviceID>34020000001320000017</DeviceID><IPAddress>192.168.1.64</IPAddress>"
                                       "<Name>"
        + name + "</Name>")});
    QVERIFY(pseudonyms.shows("x " + left + " y"));
    QVERIFY(!pseudonyms.shows("x y 192.168.1.65 34020000001320000018 2.3.4"));
}

void tst_Pseudonyms::textsOfFindings()
{
    Pseudonyms pseudonyms = stage(
        {withHeader("From: <sip:34020000001320000017@192.168.1.64>;tag=1"), withHeader("To: <sip:door@h>")});
    const QString text = pseudonyms.clean(QStringLiteral("34020000001320000017 at 192.168.1.64:5060, 60 times"));
    QVERIFY(!text.contains(QStringLiteral("34020000001320000017")) && !text.contains(QStringLiteral("192.168")));
    QVERIFY2(text.endsWith(QStringLiteral(":5060, 60 times")), qPrintable(text));
    QVERIFY(pseudonyms.clean(QStringLiteral("door")) != QStringLiteral("door"));
    QCOMPARE(pseudonyms.clean(QStringLiteral("the door is open")), QStringLiteral("the door is open"));
}

/// A camera that is called as a word of the protocol.
void tst_Pseudonyms::ordinaryWordsStay()
{
    const QByteArray message = xml("<CmdType>Catalog</CmdType><Name>Catalog</Name><Model>Camera</Model>");
    Pseudonyms pseudonyms = stage({message, xml("<Name>Camera</Name>")});
    const QByteArray out = pseudonyms.clean(message);
    QVERIFY(out.contains("<CmdType>Catalog</CmdType>") && out.contains("<Model>Camera</Model>"));
    QVERIFY(!out.contains("<Name>Catalog</Name>"));
    QVERIFY(!pseudonyms.shows(out));
    QCOMPARE(pseudonyms.counts().alsoPublic, quint64(2));
}

void tst_Pseudonyms::hostile_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("dots") << QByteArray("1.").repeated(30000);
    QTest::newRow("addresses") << QByteArray("1.2.3.4.").repeated(8000);
    QTest::newRow("colons") << QByteArray(60000, ':');
    QTest::newRow("hex and colons") << QByteArray("a:").repeated(30000);
    QTest::newRow("MACs") << QByteArray("aa:bb:cc:dd:ee:ff:").repeated(3000);
    QTest::newRow("schemes") << QByteArray("sip:").repeated(15000);
    QTest::newRow("users") << QByteArray("sip:a@").repeated(10000);
    QTest::newRow("realms") << QByteArray("X: " + QByteArray("realm=").repeated(10000));
    QTest::newRow("names") << QByteArray("<Name>").repeated(10000);
    QTest::newRow("CDATA") << QByteArray("<Name><![CDATA[").repeated(4000);
    QTest::newRow("attributes") << QByteArray("Name=\"").repeated(10000);
    QTest::newRow("at signs") << QByteArray("From: sip:" + QByteArray(60000, '@'));
    QTest::newRow("digits") << QByteArray(60000, '3');
    QTest::newRow("IDs") << QByteArray("34020000001320000017 ").repeated(3000);
    QTest::newRow("Subject") << QByteArray("Subject: " + QByteArray(60000, ','));
    QTest::newRow("Via") << QByteArray("Via: " + QByteArray("SIP/2.0/UDP a,").repeated(4000));
    QTest::newRow("NULs") << QByteArray(60000, '\0');
    QTest::newRow("high octets") << QByteArray("<Name>" + QByteArray(60000, '\xff') + "</Name>");
    QTest::newRow("cut character") << QByteArray("<Name>\xe5\x8c\x97\xe5\x8c</Name>");
    QTest::newRow("lengths") << QByteArray("Content-Length: 1\r\n").repeated(3000) + "\r\nc=IN IP4 10.0.0.5";
    QTest::newRow("hex") << QByteArray(QByteArray(60000, '3') + QByteArray("3a").repeated(10));
}

void tst_Pseudonyms::hostile()
{
    QFETCH(const QByteArray, octets);
    for (const Profile profile : {Profile::Vendor, Profile::Public}) {
        Pseudonyms pseudonyms = stage({octets, xml("<Name>Name and more</Name>")}, profile);
        const QByteArray out = pseudonyms.clean(octets);
        QVERIFY(!pseudonyms.shows(out));
        QVERIFY(out.size() <= 4 * octets.size() + 1024);
    }
}

QTEST_GUILESS_MAIN(tst_Pseudonyms)
#include "tst_pseudonyms.moc"
