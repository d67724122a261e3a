#include "core/message/charset.h"
#include "core/message/compare/comparison.h"
#include "core/message/deviceid.h"
#include "tests/support/siptraffic.h"

#include <QtTest>

using namespace gb;
using gb::test::RequestText;

Q_DECLARE_METATYPE(gb::Change)

namespace {

/// "Via/branch": the row of that path; the first one where there are several.
const ComparedRow *at(const QList<ComparedRow> &rows, const QString &path)
{
    const QString name = path.section(u'/', 0, 0), rest = path.section(u'/', 1);
    for (const ComparedRow &row : rows) {
        if (row.name == name)
            return rest.isEmpty() ? &row : at(row.rows, rest);
    }
    return nullptr;
}

/// "Via/branch changed noise" of all that differs, without what is in it.
void tell(const QList<ComparedRow> &rows, const QString &above, QStringList &told)
{
    static constexpr const char *names[] = {
        "same", "whitespace", "case", "spelling", "reordered", "changed", "added", "removed"};
    for (const ComparedRow &row : rows) {
        const QString path = above + row.name;
        if (row.change != Change::Same)
            told += path + u' ' + QLatin1String(names[static_cast<int>(row.change)])
                + (row.isNoise ? QStringLiteral(" noise") : QString());
        tell(row.rows, path + u'/', told);
    }
}

QStringList differences(const QByteArray &one, const QByteArray &other)
{
    QStringList told;
    tell(compareMessages({one, other}).rows, {}, told);
    return told;
}

QByteArray withBody(const QByteArray &type, const QByteArray &body)
{
    return RequestText{.method = "MESSAGE", .extra = "Content-Type: " + type + "\r\n", .body = body}.text();
}

QByteArray xml(const QByteArray &inside, const QByteArray &sn = "17")
{
    return withBody("Application/MANSCDP+xml",
        "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response>\r\n<CmdType>Catalog</CmdType>\r\n<SN>" + sn
            + "</SN>\r\n" + inside + "</Response>\r\n");
}

QByteArray item(int serial, const QByteArray &status = "ON")
{
    return "<Item>\r\n<DeviceID>3402000000131000" + QByteArray::number(1000 + serial) + "</DeviceID>\r\n<Name>Gate "
        + QByteArray::number(serial) + "</Name>\r\n<Status>" + status + "</Status>\r\n</Item>\r\n";
}

QByteArray sdp(const QByteArray &lines)
{
    return withBody("application/sdp", "v=0\r\no=34020000002000000001 0 0 IN IP4 10.0.0.1\r\ns=Play\r\n" + lines);
}

} // namespace

/// Messages side by side: what of one is what of the other.
class tst_Comparison : public QObject
{
    Q_OBJECT
private slots:
    void equalMessages();
    void noiseIsToldApart();
    void aRetryHasCredentials();
    void headers_data();
    void headers();
    void compactFormsAreTheSame();
    void aProxyAddsAVia();
    void startLines();
    void credentials();
    void descriptionsByMedium();
    void listItemsByDevice();
    void recordItemsOfOneChannel();
    void bodies_data();
    void bodies();
    void charsetsHaveARow();
    void linesOfText();
    void threeAndFour();
    void longValuesShowWhereTheyDiffer();
    void brokenXmlIsComparedAsARest();
    void whatIsOverTheLimitIsTold();
    void hostile_data();
    void hostile();
    void whatComesInIsSafeToShow();
};

void tst_Comparison::equalMessages()
{
    const QByteArray message = xml(item(1));
    const Comparison same = compareMessages({message, message});
    QVERIFY(!same.isCut);
    QCOMPARE(same.changes + same.noise, 0);
    QCOMPARE(same.rows.constFirst().cells.size(), 2);
    QVERIFY(at(same.rows, QStringLiteral("XML/Response/Item 34020000001310001001/Status")));
    QVERIFY(compareMessages({}).rows.isEmpty());
}

void tst_Comparison::noiseIsToldApart()
{
    RequestText text;
    const QByteArray one = text.text();
    text.branch = "z9hG4bKtwo";
    text.fromTag = "f2";
    text.callId = "call-2@10.0.0.9";
    text.cseq = 2;
    text.extra = "User-Agent: x\r\n";
    QCOMPARE(differences(one, text.text()),
        QStringList({QStringLiteral("Via/branch changed noise"), QStringLiteral("From/tag changed noise"),
            QStringLiteral("Call-ID changed noise"), QStringLiteral("CSeq/number changed noise"),
            QStringLiteral("User-Agent added")}));
    const Comparison both = compareMessages({one, text.text()});
    QCOMPARE(both.changes, 1);
    QCOMPARE(both.noise, 4);
    // Whether it is there at all is none
    text = {};
    text.extra = "Date: 2026-11-30T10:00:00.000\r\n";
    QCOMPARE(differences(one, text.text()), QStringList{QStringLiteral("Date added")});
}

void tst_Comparison::aRetryHasCredentials()
{
    RequestText text{.method = "REGISTER"};
    const QByteArray first = text.text();
    text.cseq = 2;
    text.branch = "z9hG4bKretry";
    text.extra = "Authorization: Digest username=\"a\", realm=\"b\", nonce=\"c\", uri=\"d\", response=\"e\"\r\n";
    const Comparison both = compareMessages({first, text.text()});
    QCOMPARE(both.changes, 1); // the whole header, not each of its parts
    QCOMPARE(at(both.rows, QStringLiteral("Authorization"))->change, Change::Added);
    QCOMPARE(at(both.rows, QStringLiteral("Authorization/realm"))->change, Change::Same);
}

void tst_Comparison::headers_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *one, const char *other, const char *told) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other) << QString::fromLatin1(told);
    };
    row("changed", "Expires: 3600\r\n", "Expires: 60\r\n", "Expires changed");
    row("parameter", "Contact: <sip:a@b>;expires=60\r\n", "Contact: <sip:a@b>;expires=90\r\n",
        "Contact/expires changed");
    row("parameter added", "Contact: <sip:a@b>\r\n", "Contact: <sip:a@b>;expires=90\r\n", "Contact/expires added");
    row("host", "Contact: <sip:a@b>\r\n", "Contact: <sip:a@c>\r\n", "Contact/URI host changed");
    row("port", "Contact: <sip:a@b:5060>\r\n", "Contact: <sip:a@b>\r\n", "Contact/URI port removed");
    row("parameter of the URI", "Contact: <sip:a@b;lr>\r\n", "Contact: <sip:a@b;transport=tcp>\r\n",
        "Contact/URI lr removed,Contact/URI transport added");
    row("blanks", "User-Agent: a b\r\n", "User-Agent: a  b \r\n", "User-Agent whitespace");
    row("blanks among parameters", "Event: x;id=1\r\n", "Event: x; id=1\r\n", "Event whitespace");
    row("case", "User-Agent: hik\r\n", "User-Agent: HIK\r\n", "User-Agent case");
    row("case of the name", "User-agent: a\r\n", "User-Agent: a\r\n", "User-agent case");
    row("order of parameters", "Event: x;a=1;b=2\r\n", "Event: x;b=2;a=1\r\n", "Event/a reordered");
    row("order", "X-A: 1\r\nX-B: 2\r\n", "X-B: 2\r\nX-A: 1\r\n", "X-A reordered");
    row("token", "Allow: INVITE, ACK\r\n", "Allow: INVITE, ACK, BYE\r\n", "Allow/BYE added");
    row("subject", "Subject: 1:0,2:0\r\n", "Subject: 1:5,2:0\r\n", "Subject/sender stream changed");
    row("quotes", "X-A: y;b=\"1\"\r\n", "X-A: y;b=1\r\n", "X-A/b changed");
    row("line or list", "Route: <sip:a>\r\nRoute: <sip:b>\r\n", "Route: <sip:a>, <sip:b>\r\n", "");
    row("folded", "X-A: y\r\n z\r\n", "X-A: y z\r\n", "X-A whitespace");
    row("no colon", "what\r\n", "that\r\n", "? changed");
    row("no URI", "Contact: <sip:a@b\r\n", "Contact: <sip:a@c\r\n", "Contact changed");
}

void tst_Comparison::headers()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(QString, told);
    RequestText a, b;
    a.extra = one;
    b.extra = other;
    QCOMPARE(differences(a.text(), b.text()).join(u','), told);
}

void tst_Comparison::compactFormsAreTheSame()
{
    const QByteArray message = RequestText{}.text();
    QByteArray shorter = message;
    shorter.replace("Via:", "v:").replace("From:", "f:").replace("Call-ID:", "i:").replace("Content-Length:", "l:");
    QVERIFY(shorter != message);
    QCOMPARE(differences(message, shorter), QStringList());
}

void tst_Comparison::aProxyAddsAVia()
{
    const QByteArray message = RequestText{}.text();
    QByteArray further = message;
    further.replace("Via:", "Via: SIP/2.0/UDP 10.0.0.2:5060;branch=z9hG4bKproxy\r\nVia:");
    further.replace("branch=z9hG4bKone", "branch=z9hG4bKone;received=10.0.0.77");
    QCOMPARE(differences(message, further),
        QStringList({QStringLiteral("Via added"), QStringLiteral("Via/received added")}));
}

void tst_Comparison::startLines()
{
    RequestText text;
    const QByteArray one = text.text();
    text.uri = "sip:34020000001320000002@10.0.0.1:5061";
    QCOMPARE(differences(one, text.text()),
        QStringList({QStringLiteral("Request-URI/URI user changed"), QStringLiteral("Request-URI/URI port changed")}));
    const QByteArray ok = "SIP/2.0 200 OK\r\n\r\n", no = "SIP/2.0 403 Forbidden\r\n\r\n";
    QCOMPARE(differences(ok, no), QStringList({QStringLiteral("Status changed"), QStringLiteral("Reason changed")}));
    QCOMPARE(
        differences("SIP/2.0 200\r\n\r\n", "SIP/2.0 200 OK\r\n\r\n"), QStringList{QStringLiteral("Reason changed")});
}

void tst_Comparison::credentials()
{
    RequestText a, b;
    a.extra
        = "Authorization: Digest username=\"1\",realm=\"r\",nonce=\"n1\",uri=\"sip:x\",response=\"11\",nc=00000001\r\n";
    b.extra = "Authorization: Digest username=\"1\",realm=\"R, "
              "s\",nonce=\"n2\",uri=\"sip:x\",response=\"22\",nc=00000002\r\n";
    QCOMPARE(differences(a.text(), b.text()),
        QStringList({QStringLiteral("Authorization/realm changed"), QStringLiteral("Authorization/nonce changed noise"),
            QStringLiteral("Authorization/response changed noise"), QStringLiteral("Authorization/nc changed noise")}));
}

void tst_Comparison::descriptionsByMedium()
{
    const QByteArray video
        = "m=video 6000 RTP/AVP 96 98\r\na=rtpmap:96 PS/90000\r\na=rtpmap:98 H264/90000\r\na=sendonly\r\n";
    const QByteArray one = sdp(video + "y=0102008913\r\n");
    QCOMPARE(differences(one, sdp("m=audio 6002 RTP/AVP 8\r\na=sendonly\r\n" + video + "y=0102008913\r\n")),
        QStringList({QStringLiteral("Content-Length changed noise"), QStringLiteral("SDP/m=audio added")}));
    QByteArray other = one;
    other.replace("6000 RTP/AVP", "7000 TCP/RTP/AVP")
        .replace("sendonly", "recvonly")
        .replace("0102008913", "1102008913");
    other.replace("98 H264", "98 H265").replace("Content-Length: ", "Content-Length: 0");
    QCOMPARE(differences(one, other),
        QStringList({QStringLiteral("Content-Length changed noise"), QStringLiteral("SDP/m=video/port changed"),
            QStringLiteral("SDP/m=video/protocol changed"), QStringLiteral("SDP/m=video/a=rtpmap:98 changed"),
            QStringLiteral("SDP/m=video/a= changed"), QStringLiteral("SDP/y= changed")}));
    other = one;
    other.replace("IN IP4 10.0.0.1", "IN IP4 10.0.0.2");
    QCOMPARE(differences(one, other), QStringList{QStringLiteral("SDP/o=/address changed")});
}

void tst_Comparison::listItemsByDevice()
{
    QByteArray one = "<DeviceList Num=\"60\">\r\n", other = one;
    for (int i = 0; i < 60; ++i)
        one += item(i);
    for (int i = 59; i >= 0; --i) // in another order, every fifth with another status
        other += item(i, i % 5 == 0 ? "OFF" : "ON");
    const Comparison both = compareMessages(
        {xml(one + "</DeviceList>\r\n", "1"), xml(other + "</DeviceList>\r\n", "2")});
    const ComparedRow *const list = at(both.rows, QStringLiteral("XML/Response/DeviceList"));
    QVERIFY(list);
    QCOMPARE(list->items, 60);
    QCOMPARE(
        at(list->rows, QStringLiteral("Item 34020000001310001005/Status"))->cells.at(1).text, QStringLiteral("OFF"));
    QCOMPARE(at(list->rows, QStringLiteral("Item 34020000001310001005"))->cells.at(0).text, QStringLiteral("Gate 5"));
    QCOMPARE(at(both.rows, QStringLiteral("XML/Response/SN"))->isNoise, true);
    // In the same order only what they say differs
    other = "<DeviceList Num=\"60\">\r\n";
    for (int i = 0; i < 60; ++i)
        other += item(i, i % 5 == 0 ? "OFF" : "ON");
    const Comparison ordered = compareMessages({xml(one + "</DeviceList>\r\n"), xml(other + "</DeviceList>\r\n")});
    QCOMPARE(at(ordered.rows, QStringLiteral("XML/Response/DeviceList"))->otherItems, 12);
    QCOMPARE(ordered.changes, 12);
}

/// All of them have the DeviceID of the channel.
void tst_Comparison::recordItemsOfOneChannel()
{
    const auto record = [](const QByteArray &start, const QByteArray &type = "time") -> QByteArray {
        return "<Item><DeviceID>34020000001310000001</DeviceID><StartTime>" + start + "</StartTime><Type>" + type
            + "</Type></Item>";
    };
    const QByteArray one = xml("<RecordList>" + record("10:00") + record("11:00") + record("12:00") + "</RecordList>");
    const QByteArray other = xml("<RecordList>" + record("11:00", "alarm") + record("12:00") + "</RecordList>");
    QStringList told = differences(one, other);
    told.removeAll(QStringLiteral("Content-Length changed noise"));
    const QString list = QStringLiteral("XML/Response/RecordList/Item 34020000001310000001");
    QCOMPARE(told, QStringList({list + QStringLiteral(" removed"), list + QStringLiteral("/Type changed")}));
}

void tst_Comparison::bodies_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const QByteArray &one, const QByteArray &other, const char *told) {
        QTest::newRow(name) << xml(one) << xml(other) << QString::fromLatin1(told);
    };
    row("blanks between elements", "<A>1</A><B/>", "<A>1</A>\n<B/>", "XML whitespace");
    row("blanks in a value", "<A>1</A>", "<A>1 </A>", "XML/Response/A whitespace");
    row("empty element", "<A></A>", "<A/>", "XML spelling");
    row("comment", "<A/>", "<A/><!-- x -->", "XML spelling");
    row("case of a name", "<Num>1</Num>", "<num>1</num>", "XML/Response/Num removed,XML/Response/num added");
    row("attribute", "<L Num=\"1\"/>", "<L Num=\"2\"/>", "XML/Response/L/@Num changed");
    row("order", "<A>1</A><B>2</B>", "<B>2</B><A>1</A>", "XML/Response/A reordered");
    row("nested", "<Info><A>1</A></Info>", "<Info><A>2</A></Info>", "XML/Response/Info/A changed");
    row("entity", "<A>&lt;</A>", "<A>&#60;</A>", "XML spelling");
}

void tst_Comparison::bodies()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(QString, told);
    QStringList all = differences(one, other);
    all.removeAll(QStringLiteral("Content-Length changed noise"));
    QCOMPARE(all.join(u','), told);
}

void tst_Comparison::charsetsHaveARow()
{
    const QString name = QStringLiteral("<Name>\u5927\u95e8</Name>");
    QStringList told = differences(xml(encodeGb18030(name)), xml(name.toUtf8()));
    told.removeAll(QStringLiteral("Content-Length changed noise"));
    QCOMPARE(told, QStringList{QStringLiteral("XML/charset changed")});
}

void tst_Comparison::linesOfText()
{
    const QByteArray rtsp = "PLAY RTSP/1.0\r\nCSeq: 1\r\nScale: 1.0\r\nRange: npt=now-\r\n";
    QByteArray faster = rtsp;
    faster.replace("Scale: 1.0", "Scale: 4.0");
    QCOMPARE(differences(withBody("Application/MANSRTSP", rtsp), withBody("Application/MANSRTSP", faster)),
        QStringList{QStringLiteral("MANSRTSP/Scale changed")});
    QStringList told = differences(withBody("text/plain", "a\nb\nc\n"), withBody("text/plain", "a\nx\ny\nc\n"));
    told.removeAll(QStringLiteral("Content-Length changed noise"));
    QCOMPARE(told, QStringList({QStringLiteral("text/2 changed"), QStringLiteral("text/3 added")}));
}

void tst_Comparison::threeAndFour()
{
    RequestText text;
    text.extra = "Expires: 1\r\nX-A: 1\r\n";
    const QByteArray first = text.text();
    text.extra = "Expires: 2\r\n";
    const QByteArray second = text.text();
    text.extra = "X-B: 1\r\nExpires: 1\r\nX-A: 1\r\n";
    const QByteArray third = text.text();
    const Comparison all = compareMessages({first, second, third, second, third});
    QCOMPARE(all.rows.constFirst().cells.size(), 4); // and no more
    const ComparedRow *const expires = at(all.rows, QStringLiteral("Expires"));
    const Change wanted[] = {Change::Same, Change::Changed, Change::Same, Change::Changed};
    for (int i = 0; i < 4; ++i)
        QCOMPARE(expires->cells.at(i).change, wanted[i]);
    QCOMPARE(at(all.rows, QStringLiteral("X-A"))->change, Change::Removed);
    const ComparedRow *const added = at(all.rows, QStringLiteral("X-B"));
    QCOMPARE(added->change, Change::Added);
    QVERIFY(!added->cells.at(1).isThere && added->cells.at(1).change == Change::Same);
    QCOMPARE(all.changes, 3);
}

void tst_Comparison::longValuesShowWhereTheyDiffer()
{
    RequestText a, b;
    a.extra = "X-A: " + QByteArray(3000, 'x') + "one\r\n";
    b.extra = "X-A: " + QByteArray(3000, 'x') + "two\r\n";
    const Comparison both = compareMessages({a.text(), b.text()});
    const ComparedRow *const row = at(both.rows, QStringLiteral("X-A"));
    QVERIFY(row->cells.at(0).text.endsWith(u"one") && row->cells.at(1).text.endsWith(u"two"));
    QVERIFY(row->cells.at(0).text.size() < 100);
}

void tst_Comparison::brokenXmlIsComparedAsARest()
{
    const QByteArray one = xml("<A>1</A><B>2</C><D>3</D>");
    QByteArray other = one;
    QVERIFY(compareMessages({one, one}).changes == 0);
    other.replace("<D>3", "<D>4");
    const Comparison both = compareMessages({one, other});
    QCOMPARE(both.changes, 1);
    const ComparedRow *const xml = at(both.rows, QStringLiteral("XML"));
    QCOMPARE(xml->rows.constLast().kind, ComparedRow::Kind::Broken);
    QCOMPARE(xml->rows.constLast().change, Change::Changed);
}

void tst_Comparison::whatIsOverTheLimitIsTold()
{
    QByteArray inside;
    for (int i = 0; i < 6000; ++i)
        inside += "<A/>";
    const Comparison same = compareMessages({xml(inside), xml(inside)});
    QVERIFY(same.isCut);
    QCOMPARE(same.changes, 0);
    const Comparison other = compareMessages({xml(inside), xml(inside + "<B/>")});
    QVERIFY(other.isCut);
    QCOMPARE(other.changes, 1); // in the rest, which is compared as a whole
    QByteArray deep;
    for (int i = 0; i < 1000; ++i)
        deep += "<A>";
    QVERIFY(compareMessages({xml(deep), xml(deep)}).isCut);
}

void tst_Comparison::hostile_data()
{
    QTest::addColumn<QByteArray>("octets");
    const QByteArray head = "MESSAGE sip:a SIP/2.0\r\n";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros") << QByteArray(70'000, '\0');
    QTest::newRow("start line alone") << QByteArray("MESSAGE");
    QTest::newRow("blanks") << QByteArray("   \r\n\r\n");
    QTest::newRow("headers") << head + QByteArray("a:\n").repeated(20'000);
    QTest::newRow("equal headers") << head + QByteArray("Via: x\n").repeated(9'000);
    QTest::newRow("commas") << head + "Via: " + QByteArray(60'000, ',') + "\r\n\r\n";
    QTest::newRow("semicolons") << head + "Contact: <sip:a>" + QByteArray(60'000, ';') + "\r\n\r\n";
    QTest::newRow("quotes") << head + "Authorization: Digest a=" + QByteArray(60'000, '"') + "\r\n\r\n";
    QTest::newRow("equals") << head + "Authorization: Digest " + QByteArray("a=,").repeated(20'000) + "\r\n\r\n";
    QTest::newRow("lines") << withBody("text/plain", QByteArray(60'000, '\n'));
    QTest::newRow("attributes") << sdp("m=video 1 RTP/AVP 96\r\n" + QByteArray("a=x\r\n").repeated(10'000));
    QTest::newRow("media") << sdp(QByteArray("m=\r\n").repeated(10'000));
    QTest::newRow("items") << xml(QByteArray("<Item><DeviceID>1</DeviceID></Item>").repeated(1'700));
    QTest::newRow("laughs") << withBody(
        "text/xml", "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>");
    QTest::newRow("no text") << withBody("application/xml", QByteArray("\xff\xfe<\0\xd8", 5).repeated(1000));
}

/// Each with itself, with all others and with the half of it: it ends, and what it says is bounded.
void tst_Comparison::hostile()
{
    QFETCH(QByteArray, octets);
    QCOMPARE(compareMessages({octets, octets, octets, octets}).changes, 0);
    const Comparison half = compareMessages({octets, octets.left(octets.size() / 2), xml(item(1)), sdp({})});
    const std::function<qsizetype(const QList<ComparedRow> &)> count = [&](const QList<ComparedRow> &rows) {
        qsizetype all = rows.size();
        for (const ComparedRow &row : rows)
            all += count(row.rows);
        return all;
    };
    QVERIFY(count(half.rows) <= 4 * (CompareLimits::pieces + 20'000)); // parameters of one header are not cut
}

void tst_Comparison::whatComesInIsSafeToShow()
{
    RequestText a, b;
    a.extra = "X-A: \x1b[31m\r\nX-\x1b: 1\r\nSubject: \xe2\x80\xae\r\n";
    a.extra += "Contact: <sip:a@b>;\x07=1\r\n";
    b.extra = "X-A: <b>\r\n";
    const Comparison both = compareMessages({a.text(), b.text()});
    const std::function<void(const QList<ComparedRow> &)> look = [&](const QList<ComparedRow> &rows) {
        for (const ComparedRow &row : rows) {
            QCOMPARE(printable(row.name, 10'000), row.name);
            for (const ComparedCell &cell : row.cells)
                QCOMPARE(printable(cell.text, 10'000), cell.text);
            look(row.rows);
        }
    };
    look(both.rows);
}

QTEST_GUILESS_MAIN(tst_Comparison)
#include "tst_comparison.moc"
