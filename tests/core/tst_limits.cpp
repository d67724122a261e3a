#include "tests/support/site.h"

#include <QtTest>

#include <functional>

using namespace gb;
using namespace gb::test;

/// What bounds the work for one message, each at its limit and one over it; see tst_threats for the numbers.
class tst_Limits : public QObject
{
    Q_OBJECT
private slots:
    void T13_limitsOfTheHead_data();
    void T13_limitsOfTheHead();
    void T13_limitsOfXml_data();
    void T13_limitsOfXml();
    void T14_noDtdIsRead_data();
    void T14_noDtdIsRead();
};

using Make = std::function<QByteArray(qsizetype)>;

/// A row at the limit, and one over it.
static void both(const char *name, const Make &make, std::size_t limit)
{
    const auto size = static_cast<qsizetype>(limit);
    QTest::addRow("%s: %lld", name, static_cast<long long>(size)) << make(size) << false;
    QTest::addRow("%s: %lld", name, static_cast<long long>(size + 1)) << make(size + 1) << true;
}

void tst_Limits::T13_limitsOfTheHead_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<bool>("over");
    Site site;
    const QByteArray request = site.registerText({});
    const QByteArray start = request.left(request.size() - 2); // without the empty line
    const auto lines = [](qsizetype count) -> QByteArray { return QByteArray("X: y\r\n").repeated(count); };
    both(
        "octets", [&](qsizetype n) -> QByteArray { return start + "\r\n" + QByteArray(n - request.size(), 'x'); },
        HeadLimits::datagram);
    both(
        "octets of the section",
        [&](qsizetype n) -> QByteArray {
            QByteArray section = start;
            while (n - section.size() > 4000)
                section += "X: " + QByteArray(1000, 'x') + "\r\n";
            return section + "X: " + QByteArray(n - section.size() - 5, 'x') + "\r\n\r\n";
        },
        HeadLimits::section);
    both(
        "header lines", [&](qsizetype n) -> QByteArray { return start + lines(n - start.count('\n') + 1) + "\r\n"; },
        HeadLimits::lines);
    both(
        "octets of a line",
        [&](qsizetype n) -> QByteArray { return start + "X: " + QByteArray(n - 3, 'x') + "\r\n\r\n"; },
        HeadLimits::line);
    both(
        "octets of the start line",
        [&](qsizetype n) -> QByteArray {
            return QByteArray(request).replace(
                0, request.indexOf('\r'), QByteArray("REGISTER sip:" + QByteArray(n - 21, 'x') + " SIP/2.0"));
        },
        HeadLimits::line);
    both(
        "commas",
        [&](qsizetype n) -> QByteArray { return start + "Allow: a" + QByteArray(",a").repeated(n) + "\r\n\r\n"; },
        HeadLimits::separators);
    both(
        "semicolons",
        [&](qsizetype n) -> QByteArray { return start + "Allow: a" + QByteArray(";a").repeated(n) + "\r\n\r\n"; },
        HeadLimits::separators);
    both(
        "Via",
        [&](qsizetype n) -> QByteArray {
            return start + QByteArray("Via: SIP/2.0/UDP a\r\n").repeated(n - 1) + "\r\n";
        },
        HeadLimits::vias);
}

void tst_Limits::T13_limitsOfTheHead()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const bool, over);
    QCOMPARE(scanHead(view(octets)).has(HeadFault::Limit), over);
    Site site(Site::withPassword({}));
    QCOMPARE(site.status(octets), over ? 400 : 200);
}

void tst_Limits::T13_limitsOfXml_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("over");
    const auto notify = [](const QByteArray &inside) -> QByteArray {
        return "<Notify><CmdType>Keepalive</CmdType><SN>1</SN><DeviceID>1</DeviceID>" + inside + "</Notify>";
    };
    both(
        "octets",
        [&](qsizetype n) -> QByteArray {
            return notify("<a>" + QByteArray(n - notify("<a></a>").size(), 'x') + "</a>");
        },
        256 * 1024);
    both(
        "levels",
        [&](qsizetype n) -> QByteArray {
            return notify(QByteArray("<a>").repeated(n - 1) + QByteArray("</a>").repeated(n - 1));
        },
        32);
    both(
        "attributes",
        [&](qsizetype n) -> QByteArray {
            QByteArray tag = "<a";
            for (qsizetype i = 0; i < n; ++i)
                tag += " a" + QByteArray::number(i) + "=\"\"";
            return notify(tag + "/>");
        },
        64);
    both(
        "attributes in all", [&](qsizetype n) -> QByteArray { return notify(QByteArray("<a b=\"\"/>").repeated(n)); },
        2048);
    // Of 20,000 nodes an empty element is two
    QTest::newRow("elements: 9950") << notify(QByteArray("<a/>").repeated(9950)) << false;
    QTest::newRow("elements: 10000") << notify(QByteArray("<a/>").repeated(10000)) << true;
}

void tst_Limits::T13_limitsOfXml()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, over);
    const Manscdp read = parseManscdp(body);
    QCOMPARE(read.has(ManscdpFault::TooLarge), over);
    QCOMPARE(read.broken(), over);
}

void tst_Limits::T14_noDtdIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray rest = "<Notify><CmdType>Keepalive</CmdType><SN>1</SN><DeviceID>34020000001320000001</"
                            "DeviceID><Status>OK</Status></Notify>";
    const QByteArray entity = "<!DOCTYPE Notify [<!ENTITY a \"OK\">]>";
    QTest::newRow("DOCTYPE") << "<!DOCTYPE Notify>" + rest;
    QTest::newRow("behind a declaration") << "<?xml version=\"1.0\"?>\n<!DOCTYPE Notify>" + rest;
    QTest::newRow("behind a mark") << "\xef\xbb\xbf<!DOCTYPE Notify>" + rest;
    QTest::newRow("behind a comment") << "<!-- --><!DOCTYPE Notify>" + rest;
    QTest::newRow("external") << "<!DOCTYPE Notify SYSTEM \"file:///etc/hostname\">" + rest;
    QTest::newRow("parameter entity") << "<!DOCTYPE Notify [<!ENTITY % a SYSTEM \"http://127.0.0.1/\"> %a;]>" + rest;
    QTest::newRow("entity in use") << entity + QByteArray(rest).replace("OK", "&a;");
    QTest::newRow("undeclared entity") << QByteArray(rest).replace("OK", "&a;");
    QTest::newRow("lower case") << "<!doctype Notify>" + rest;
    QTest::newRow("behind the root") << rest + "<!DOCTYPE Notify>";
    QByteArray wide("\xff\xfe");
    for (const char c : QByteArray("<!DOCTYPE Notify>" + rest))
        wide.append(c).append('\0');
    QTest::newRow("UTF-16") << wide;
}

void tst_Limits::T14_noDtdIsRead()
{
    QFETCH(const QByteArray, body);
    Site site;
    QCOMPARE(site.login(), 200);
    QCOMPARE(site.status(site.message("34020000001320000001", body)), 400);
    QCOMPARE(site.device().beats, 0);
}

QTEST_GUILESS_MAIN(tst_Limits)
#include "tst_limits.moc"
