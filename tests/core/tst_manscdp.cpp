#include "core/message/deviceid.h"
#include "core/message/manscdp.h"
#include "core/message/plaintext.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QtTest>

#include <tuple>

using namespace gb;

class tst_Manscdp : public QObject
{
    Q_OBJECT
private slots:
    void aKeepaliveIsRead();
    void plainBodiesAreReadAlike();
    void whoComesAndGoesInACatalogIsRead();
    void plainOctetsAreToldApart();
    void theCharsetIsThatOfTheOctets_data();
    void theCharsetIsThatOfTheOctets();
    void hostileBodiesAreRefused_data();
    void hostileBodiesAreRefused();
    void whatIsOddIsTold_data();
    void whatIsOddIsTold();
    void idsAreJudged_data();
    void idsAreJudged();
    void textFromTheWireIsMadePrintable();
};

static QByteArray notify(const QByteArray &inside, const QByteArray &encoding = "GB2312")
{
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<Notify>\n" + inside + "\n</Notify>\n";
}

void tst_Manscdp::aKeepaliveIsRead()
{
    const Manscdp m = parseManscdp("\r\n"
        + notify("<CmdType>Keepalive</CmdType><SN>20268</SN><DeviceID>15060300081320000001</DeviceID><Status>OK</"
                 "Status><Info>\n</Info>"));
    QCOMPARE(m.faults, 0U);
    QVERIFY(m.isKeepalive());
    QCOMPARE(m.sn.value_or(-1), 20268);
    QCOMPARE(m.deviceId, QStringLiteral("15060300081320000001"));
    QCOMPARE(m.status, QStringLiteral("OK"));
}

void tst_Manscdp::plainOctetsAreToldApart()
{
    for (int octet = 0; octet < 256; ++octet) {
        const bool plain = (octet >= ' ' && octet <= '~' && octet != '&') || octet == '\n' || octet == '\r'
            || octet == '\t';
        QCOMPARE(isPlain(static_cast<char>(octet)), plain);
        for (std::size_t at = 0; at < 40; ++at) { // in a block, and in the rest behind it
            std::string text(40, 'a');
            text[at] = static_cast<char>(octet);
            QCOMPARE(isPlain(std::string_view(text)), plain);
        }
    }
    QVERIFY(isPlain(std::string_view()));
}

void tst_Manscdp::whoComesAndGoesInACatalogIsRead()
{
    const Manscdp m = parseManscdp(notify(
        "<CmdType>Catalog</CmdType><SN>3</SN><DeviceID>34020000002000000001</DeviceID><SumNum>6</SumNum><DeviceList "
        "Num=\"6\">"
        "<Item><DeviceID>a</DeviceID><Event>OFF</Event></Item><Item><Event> ON </Event><DeviceID>b</DeviceID></Item>"
        "<Item><DeviceID>c</DeviceID><Event>UPDATE</Event><Status>OFF</Status></Item><Item><DeviceID>d</DeviceID></"
        "Item>"
        "<Item><Event>OFF</Event></Item><Item><DeviceID>e</DeviceID><Event>off</Event></Item></DeviceList>"));
    QVERIFY(!m.broken());
    QCOMPARE(m.items, 6);
    QCOMPARE(m.events.size(), 2);
    QVERIFY(m.events[0].id == u"a" && !m.events[0].on);
    QVERIFY(m.events[1].id == u"b" && m.events[1].on);
}

/// A comment behind the root means nothing, and sends a body to the reader for all of XML.
void tst_Manscdp::plainBodiesAreReadAlike()
{
    const QByteArray keepalive("<?xml version=\"1.0\" "
                               "encoding=\"GB2312\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>43</"
                               "SN>\r\n<DeviceID>34020000001320000001</DeviceID>\r\n"
                               "<Status>OK</Status>\r\n<Info>\r\n</Info>\r\n</Notify>\r\n");
    const QByteArray pieces[] = {"<", ">", "</", "/>", "<Item>", "</Item>", "<SN>", "</SN>", "<SN>9</SN>", "\r", "\n ",
        "&amp;", "&", "=", "?>", "<!-- -->", "]]>", "\"", "\v", "\xc4\xe3", "A", "-1", "<a:b>", "</Notify>"};
    QRandomGenerator random(28181);
    int plain = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray body = keepalive;
        for (int changes = static_cast<int>(random.bounded(4)); changes > 0; --changes) {
            const qsizetype at = random.bounded(static_cast<int>(body.size()));
            if (random.bounded(2) == 0)
                body.remove(at, 1 + random.bounded(12));
            else
                body.insert(at, pieces[random.bounded(static_cast<int>(std::size(pieces)))]);
        }
        const Manscdp one = parseManscdp(body), other = parseManscdp(body + "<!-- -->");
        const auto fields = [](const Manscdp &m) {
            return std::make_tuple(m.root, m.cmdType, m.deviceId, m.status, m.sn, m.sumNum, m.items, m.source.declared,
                m.source.used, m.source.wrongDeclaration);
        };
        QVERIFY2(one.broken() == other.broken()
                && (one.broken() || (fields(one) == fields(other) && one.faults == other.faults)),
            body.constData());
        plain += one.broken() ? 0 : 1;
    }
    QVERIFY(plain > 2000);
}

void tst_Manscdp::theCharsetIsThatOfTheOctets_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<bool>("wrong");
    const QByteArray utf8 = QByteArrayLiteral("\xe6\x91\x84\xe5\x83\x8f\xe6\x9c\xba");
    QStringEncoder gbk("GB18030");
    QVERIFY(gbk.isValid());
    const QByteArray gb = gbk.encode(QString::fromUtf8(utf8));
    QTest::newRow("GB2312 as declared") << QByteArray("GB2312") << gb << false;
    QTest::newRow("UTF-8 as declared") << QByteArray("UTF-8") << utf8 << false;
    QTest::newRow("declared GB2312, is UTF-8") << QByteArray("gb2312") << utf8 << true;
    QTest::newRow("declared UTF-8, is GBK") << QByteArray("UTF-8") << gb << true;
}

void tst_Manscdp::theCharsetIsThatOfTheOctets()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, octets);
    QFETCH(const bool, wrong);
    const Manscdp m = parseManscdp(
        notify("<CmdType>Alarm</CmdType><SN>1</SN><DeviceID>1</DeviceID><Status>" + octets + "</Status>", encoding));
    QCOMPARE(m.faults, 0U);
    QCOMPARE(m.status, QString::fromUtf8("摄像机"));
    QCOMPARE(m.source.wrongDeclaration, wrong);
    QVERIFY(!m.source.invalid);
}

void tst_Manscdp::hostileBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ManscdpFault>("fault");
    const QByteArray good = "<CmdType>Keepalive</CmdType><SN>1</SN><DeviceID>1</DeviceID>";
    QTest::newRow("empty") << QByteArray() << ManscdpFault::Empty;
    QTest::newRow("DOCTYPE") << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE Notify><Notify/>")
                             << ManscdpFault::Doctype;
    QTest::newRow("9,000 levels") << QByteArray("<a>").repeated(9000) << ManscdpFault::TooLarge;
    QByteArray attributes;
    for (int i = 0; i < 5000; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    QTest::newRow("5,000 attributes") << QByteArray("<Notify" + attributes + "/>") << ManscdpFault::TooLarge;
    QTest::newRow("257 KiB") << QByteArray(257 * 1024, ' ') << ManscdpFault::TooLarge;
    QTest::newRow("cut short") << QByteArray("<Notify>" + good) << ManscdpFault::Syntax;
    QTest::newRow("NUL inside") << QByteArray("<Notify>" + good + QByteArray(1, '\0') + "</Notify>")
                                << ManscdpFault::Syntax;
    QTest::newRow("two roots") << QByteArray("<Notify>" + good + "</Notify><Control/>")
                               << ManscdpFault::TrailingContent;
    QTest::newRow("control character by reference")
        << QByteArray("<Notify>" + good + "<Info>&#1;</Info></Notify>") << ManscdpFault::Syntax;
}

void tst_Manscdp::hostileBodiesAreRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const ManscdpFault, fault);
    const Manscdp m = parseManscdp(body);
    QCOMPARE(m.faults, 1U << unsigned(fault));
    QVERIFY(m.broken());
}

void tst_Manscdp::whatIsOddIsTold_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("fault"); ///< -1: none
    QTest::addColumn<bool>("counts");
    const QByteArray good = "<CmdType>Keepalive</CmdType><SN>1</SN><DeviceID>1</DeviceID><Status>OK</Status>",
                     tag = "<Notify>" + good + "</Notify>";
    const auto row = [](const char *name, const QByteArray &body, std::optional<ManscdpFault> fault, bool counts) {
        QTest::newRow(name) << body << (fault ? static_cast<int>(*fault) : -1) << counts;
    };
    const auto in = [&](const QByteArray &encoding) -> QByteArray {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n" + tag;
    };
    for (const char *known : {"GB2312", "gb18030", "GBK", "UTF-8", "utf8", "US-ASCII", "ISO-8859-1", "windows-936"})
        row(known, in(known), {}, true);
    for (const char *unknown : {"IBM037", "EBCDIC-CP-US", "UTF-7", "UTF-32", "nobodys", "x"})
        row(unknown, in(unknown), ManscdpFault::Encoding, false);
    row("EBCDIC itself", QByteArray::fromHex("4c6fa79493") + "@", ManscdpFault::Encoding, false);
    row("UTF-32 itself", QByteArray("<\0\0\0N\0\0\0", 8), ManscdpFault::Encoding, false);
    QStringEncoder utf16(QStringEncoder::Utf16LE);
    row("UTF-16 without its mark", utf16.encode(QString::fromLatin1(tag)), {}, true);
    row("octets that are no text", "<Notify>" + good + "<Info>\xff\xff</Info></Notify>", ManscdpFault::Octets, true);
    row("a Query", "<Query>" + good + "</Query>", ManscdpFault::KeepaliveRoot, false);
    row("a Response", "<Response>" + good + "</Response>", ManscdpFault::KeepaliveRoot, false);
    row("lower case", tag.toLower(), ManscdpFault::OtherCase, false);
    row("a root in lower case", "<notify>" + good + "</notify>", ManscdpFault::OtherCase, false);
    row("a command in lower case", QByteArray(tag).replace("Keepalive", "keepalive"), ManscdpFault::OtherCase, false);
    row("SN in lower case", QByteArray(tag).replace("SN>", "sn>"), ManscdpFault::OtherCase, true);
    row("a prefix",
        "<g:Notify xmlns:g=\"urn:x\">"
            + QByteArray(good).replace("</", "</g:").replace("<", "<g:").replace("<g:/g:", "</g:") + "</g:Notify>",
        ManscdpFault::Namespace, true);
    row("a namespace", QByteArray(tag).replace("<Notify>", "<Notify xmlns=\"urn:x\">"), ManscdpFault::Namespace, true);
    row("a namespace that nobody uses", QByteArray(tag).replace("<Notify>", "<Notify xmlns:x=\"urn:x\">"), {}, true);
    row("a prefix that is not declared", "<g:Notify>" + good + "</g:Notify>", ManscdpFault::Syntax, false);
    row("month 13", QByteArray(tag).replace("</Notify>", "<DeviceTime>2026-13-45T99:99:99</DeviceTime></Notify>"),
        ManscdpFault::Time, true);
    row("a time", QByteArray(tag).replace("</Notify>", "<DeviceTime>2026-03-02T08:00:00</DeviceTime></Notify>"), {},
        true);
    for (const char *number : {"NaN", "nan", "inf", "1e999", "181", "-181", "east"})
        row(number,
            QByteArray(tag).replace(
                "</Notify>", QByteArray(QByteArray("<Longitude>") + number + "</Longitude></Notify>")),
            ManscdpFault::Number, true);
    row("a longitude", QByteArray(tag).replace("</Notify>", "<Longitude>121.5</Longitude></Notify>"), {}, true);
    for (const char *number : {"NaN", "-1", "1e3", "99999999999999999999"})
        QTest::addRow("SumNum %s", number)
            << QByteArray(tag).replace("</Notify>", QByteArray(QByteArray("<SumNum>") + number + "</SumNum></Notify>"))
            << static_cast<int>(ManscdpFault::Number) << true;
    row("no SN", QByteArray(tag).replace("<SN>1</SN>", ""), ManscdpFault::SnMissing, true);
    row("another root", "<Message>" + good + "</Message>", ManscdpFault::Root, false);
}

void tst_Manscdp::whatIsOddIsTold()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, fault);
    QFETCH(const bool, counts);
    const Manscdp m = parseManscdp(body);
    QCOMPARE(m.faults, fault < 0 ? 0U : 1U << unsigned(fault));
    QCOMPARE(m.isKeepalive() && !m.broken(), counts);
    QVERIFY(!m.sumNum || *m.sumNum >= 0);
}

void tst_Manscdp::idsAreJudged_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<IdFault>("fault");
    QTest::addColumn<IdType>("type");
    QTest::newRow("camera") << QByteArray("34020000001320000001") << IdFault::None << IdType::Ipc;
    QTest::newRow("recorder") << QByteArray("34020000001180000001") << IdFault::None << IdType::Nvr;
    QTest::newRow("platform") << QByteArray("34020000002000000001") << IdFault::None << IdType::Platform;
    QTest::newRow("19 digits") << QByteArray("3402000000132000000") << IdFault::Length << IdType::Unknown;
    QTest::newRow("the seed's users") << QByteArray("1001") << IdFault::Length << IdType::Unknown;
    QTest::newRow("spreadsheet") << QByteArray("6.101130049e+19") << IdFault::Spreadsheet << IdType::Unknown;
    QTest::newRow("letters") << QByteArray("bkq-ks-124567") << IdFault::NotDigits << IdType::Unknown;
    QTest::newRow("empty") << QByteArray() << IdFault::Empty << IdType::Unknown;
}

void tst_Manscdp::idsAreJudged()
{
    QFETCH(const QByteArray, id);
    QFETCH(const IdFault, fault);
    QFETCH(const IdType, type);
    const std::string_view view(id.constData(), std::size_t(id.size()));
    QVERIFY(faultOf(view) == fault);
    QVERIFY(typeOf(view) == type);
}

void tst_Manscdp::textFromTheWireIsMadePrintable()
{
    QCOMPARE(printable(std::string_view("\x1b[2J\x07")), QStringLiteral("\\x1b[2J\\x07"));
    QCOMPARE(printable(QStringLiteral("a\u202eb\u2028")), QStringLiteral("a\\u{202e}b\\u{2028}"));
    QCOMPARE(printable(std::string_view("abcdef"), 3), QStringLiteral("abc…"));
    QCOMPARE(printable(std::string_view("abc"), 3), QStringLiteral("abc"));
    QCOMPARE(printable(std::string_view("<b>&amp;")), QStringLiteral("<b>&amp;"));
}

QTEST_GUILESS_MAIN(tst_Manscdp)
#include "tst_manscdp.moc"
