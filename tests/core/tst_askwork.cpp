#include "core/client/reply.h"
#include "core/message/deviceid.h"

#include <QtTest>

using namespace gb;

/// What a page of a long answer costs the engine does not grow with what came before it, nor with how odd it is: work
/// is counted here, not time.
class tst_AskWork : public QObject
{
    Q_OBJECT
private slots:
    void aSetOfKeys();
    void textsThatAreKeptOnceAreBounded();
    void whatIsMissingIsToldOnce();
    void duplicatesAreCountedAsTheyCome();
    void whatIsPlainIsNotWrittenAnew();
};

namespace {

/// An answer of one command, page by page.
struct Reading
{
    explicit Reading(const char *name = "catalog")
        : command(*findAskCommand(QString::fromLatin1(name)))
        , reader(command, report)
    {
    }
    void take(const QByteArray &items)
    {
        const QByteArray body = "<?xml version=\"1.0\"?><Response><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>"
                                "34020000001180000001</DeviceID><SumNum>300000000</SumNum><DeviceList>"
            + items + "</DeviceList></Response>";
        reader.take(body, parseManscdp(body));
    }
    qsizetype count(AskOddity::Code code) const
    {
        return std::count_if(
            report.oddities.begin(), report.oddities.end(), [code](const AskOddity &one) { return one.code == code; });
    }

    AskReport report;
    const AskCommand &command;
    ReplyReader reader;
};

QByteArray item(int number, const QByteArray &name = "n")
{
    return "<Item><DeviceID>" + QByteArray::number(number) + "</DeviceID><Name>" + name + "</Name></Item>";
}

} // namespace

void tst_AskWork::aSetOfKeys()
{
    KeySet keys;
    QVERIFY(!keys.contains(u""));
    QVERIFY(keys.add(u"") && !keys.add(u"") && keys.contains(u""));
    constexpr int many = 20'000;
    for (int i = 0; i < many; ++i)
        QVERIFY(keys.add(QString::number(i)));
    for (int i = 0; i < many; ++i)
        QVERIFY(!keys.add(QString::number(i)) && keys.contains(QString::number(i)));
    QVERIFY(!keys.contains(QString::number(many)));
    QCOMPARE(keys.size(), qsizetype{many + 1});
}

/// A set of all of them took longer and longer to grow, and to free: 82 ms in one turn.
void tst_AskWork::textsThatAreKeptOnceAreBounded()
{
    Reading one;
    one.take(item(1, "first"));
    for (int page = 0; page < 20; ++page) {
        QByteArray items;
        for (int i = 0; i < 500; ++i)
            items += item(10'000 + page * 500 + i, "n" + QByteArray::number(page * 500 + i));
        one.take(items);
        QVERIFY(one.reader.sharedTexts() <= ReplyReader::maxTexts);
    }
    one.take(item(2, "first") + item(3, "last") + item(4, "last"));
    QCOMPARE(one.report.items.size(), 10'004);
    const auto name = [&](qsizetype row) -> const QString & { return one.report.items[row][1]; };
    QCOMPARE(name(0), QStringLiteral("first"));
    QVERIFY(name(0).isSharedWith(name(10'001))); // what came early is kept once still
    QCOMPARE(name(10'002), QStringLiteral("last"));
    QCOMPARE(name(10'003), QStringLiteral("last"));
}

void tst_AskWork::whatIsMissingIsToldOnce()
{
    Reading one;
    for (int page = 0; page < 10; ++page)
        one.take(QByteArray("<Item/>").repeated(1000));
    QCOMPARE(one.report.items.size(), 10'000);
    QCOMPARE(one.count(AskOddity::Code::Missing), 2); // DeviceID, Name
    QCOMPARE(one.reader.told(), 2);
    one.reader.finish();
    QCOMPARE(one.count(AskOddity::Code::Duplicate), 0); // that their key is missing is told already
    QCOMPARE(one.reader.differentItems(), 1);
}

void tst_AskWork::duplicatesAreCountedAsTheyCome()
{
    Reading one;
    for (int copy = 0; copy < 3; ++copy) {
        QByteArray items;
        for (int i = 0; i < 20; ++i)
            items += item(i);
        one.take(items);
    }
    one.take(item(100));
    QCOMPARE(one.reader.differentItems(), 21);
    one.reader.finish();
    QCOMPARE(one.count(AskOddity::Code::Duplicate), ReplyReader::maxDuplicates);
    for (const AskOddity &oddity : std::as_const(one.report.oddities)) {
        if (oddity.code == AskOddity::Code::Duplicate)
            QCOMPARE(oddity.b, QStringLiteral("3"));
        if (oddity.code == AskOddity::Code::MoreOdd)
            QCOMPARE(oddity.a, QString::number(20 - ReplyReader::maxDuplicates));
    }
    QCOMPARE(one.count(AskOddity::Code::MoreOdd), 1);
}

void tst_AskWork::whatIsPlainIsNotWrittenAnew()
{
    const QString plain = QString::fromUtf16(u"Gate 1 \u897f"); // a literal has no room of its own to share
    QVERIFY(printable(plain, 8).isSharedWith(plain));
    QCOMPARE(printable(plain, 7), QStringLiteral("Gate 1 \u2026"));
    QCOMPARE(printable(QStringLiteral("a\nb"), 8), QStringLiteral("a\\x0ab"));
}

QTEST_MAIN(tst_AskWork)
#include "tst_askwork.moc"
