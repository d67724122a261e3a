#include "core/report/words/sitewording.h"
#include "core/site/expectedlist.h"

#include <QtTest>

using namespace gb;

/// Lists of devices as people paste them, and as spreadsheets leave them.
class tst_ExpectedList : public QObject
{
    Q_OBJECT
private slots:
    void lines_data();
    void lines();
    void headers_data();
    void headers();
    void faults_data();
    void faults();
    void encodings_data();
    void encodings();
    void duplicatesAreTold();
    void whatIsWrittenIsReadAgain();
    void bounds();
    void anyOctets();
};

static const QString one = QStringLiteral("34020000001320000001"), two = QStringLiteral("34020000001320000002");

/// "id|name|address", a device each.
static QString told(const ExpectedList &list)
{
    QStringList all;
    for (const ExpectedDevice &device : list.devices)
        all << device.id + u'|' + device.name + u'|' + device.address;
    return all.join(u' ');
}

void tst_ExpectedList::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("devices");
    const QString full = one + QStringLiteral("|Gate 7|192.168.1.64");
    QTest::newRow("the ID alone") << one << one + QStringLiteral("||");
    QTest::newRow("comma") << one + QStringLiteral(",Gate 7,192.168.1.64") << full;
    QTest::newRow("semicolon") << one + QStringLiteral(";Gate 7;192.168.1.64") << full;
    QTest::newRow("tab") << one + QStringLiteral("\tGate 7\t192.168.1.64") << full;
    QTest::newRow("blanks") << one + QStringLiteral("  Gate 7   192.168.1.64") << full;
    QTest::newRow("full-width comma") << one + QStringLiteral("\uff0cGate 7\uff0c192.168.1.64") << full;
    QTest::newRow("other order") << QStringLiteral("192.168.1.64,Gate 7,") + one << full;
    QTest::newRow("row numbers") << QStringLiteral("17,") + one + QStringLiteral(",Gate 7,192.168.1.64") << full;
    QTest::newRow("quotes") << QStringLiteral("\"%1\",\"Gate 7\",\"192.168.1.64\"").arg(one) << full;
    QTest::newRow("separator and quote in quotes")
        << one + QStringLiteral(",\"Yard, \"\"east\"\"\"") << one + QStringLiteral("|Yard, \"east\"|");
    QTest::newRow("quote left open ends with its line")
        << one + QStringLiteral(",\"Gate\n") + two << one + QStringLiteral("|Gate| ") + two + QStringLiteral("||");
    QTest::newRow("kept from the spreadsheet by a formula")
        << QStringLiteral("\"=\"\"%1\"\"\",Gate 7,192.168.1.64").arg(one) << full;
    QTest::newRow("kept from the spreadsheet by an apostrophe")
        << QStringLiteral("'%1,Gate 7,192.168.1.64").arg(one) << full;
    QTest::newRow("blanks of documents") << QStringLiteral("\u3000%1\u00a0,Gate 7\u200b,192.168.1.64").arg(one) << full;
    QTest::newRow("a comma in a name between tabs")
        << one + QStringLiteral("\tYard, east") << one + QStringLiteral("|Yard, east|");
    QTest::newRow("a semicolon in a name between commas")
        << one + QStringLiteral(",Yard; east") << one + QStringLiteral("|Yard; east|");
    QTest::newRow("a channel behind the device")
        << one + QStringLiteral(",34020000001310000001,Gate 7") << one + QStringLiteral("|Gate 7|");
    QTest::newRow("address with port") << one + QStringLiteral(",192.168.1.64:8000")
                                       << one + QStringLiteral("||192.168.1.64:8000");
    QTest::newRow("IPv6") << one + QStringLiteral(",fd00::64") << one + QStringLiteral("||fd00::64");
    QTest::newRow("Chinese name") << one + QStringLiteral(",\u5317\u95e8") << one + QStringLiteral("|\u5317\u95e8|");
    QTest::newRow("controls in a name") << one + QStringLiteral(",a\x1b[31mb\u202e")
                                        << one + QStringLiteral("|a\\x1b[31mb\\u{202e}|");
    QTest::newRow("line ends, empty lines, comments") << QStringLiteral("\r\n# site\r\n") + one + QStringLiteral("\r\r")
            + two << one + QStringLiteral("|| ") + two + QStringLiteral("||");
    QTest::newRow("a serial that ends in zeroes")
        << QStringLiteral("34020000001320100000") << QStringLiteral("34020000001320100000||");
}

void tst_ExpectedList::lines()
{
    QFETCH(QString, text);
    const ExpectedList list = expectedlist::read(text);
    QVERIFY2(list.problems.isEmpty(),
        list.problems.isEmpty() ? "" : qPrintable(wording::listProblem(list.problems.constFirst())));
    QTEST(told(list), "devices");
}

void tst_ExpectedList::headers_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("device");
    QTest::newRow("English") << QStringLiteral("Name,Device ID,IP address") << QStringLiteral("7,%1,cam7.lan").arg(one)
                             << one + QStringLiteral("|7|cam7.lan");
    QTest::newRow("Chinese") << QStringLiteral(
        "\u5e8f\u53f7,\u8bbe\u5907\u7f16\u7801,\u8bbe\u5907\u540d\u79f0,IP\u5730\u5740")
                             << QStringLiteral("1,%1,7,192.168.1.64").arg(one)
                             << one + QStringLiteral("|7|192.168.1.64");
    QTest::newRow("row numbers are called an ID, too")
        << QStringLiteral("ID;Name;Device") << QStringLiteral("1;Gate;%1").arg(one) << one + QStringLiteral("|Gate|");
    QTest::newRow("the channel stands first")
        << QStringLiteral("Channel,Device,Name") << QStringLiteral("34020000001310000001,%1,Gate").arg(one)
        << one + QStringLiteral("|Gate|");
    QTest::newRow("words that hold others")
        << QStringLiteral("Description,Device") << QStringLiteral("Gate,%1").arg(one) << one + QStringLiteral("|Gate|");
}

void tst_ExpectedList::headers()
{
    QFETCH(QString, header);
    QFETCH(QString, line);
    const ExpectedList list = expectedlist::read(header + u'\n' + line);
    QVERIFY(list.problems.isEmpty());
    QTEST(told(list), "device");
}

void tst_ExpectedList::faults_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *line, ListFault fault, const char *text) {
        QTest::newRow(name) << QString::fromLatin1(line) << static_cast<int>(fault) << QString::fromLatin1(text);
    };
    row("a number of a spreadsheet", "3.402E+19,Gate", ListFault::Spreadsheet, "3.402E+19");
    row("a short one", "Gate;3E+19", ListFault::Spreadsheet, "3E+19");
    row("with a decimal comma", "\"3,402E+19\";Gate", ListFault::Spreadsheet, "3,402E+19");
    row("rounded to 15 digits", "34020000001320000000,Gate", ListFault::Rounded, "34020000001320000000");
    row("19 digits", "3402000000132000001,Gate", ListFault::IdLength, "3402000000132000001");
    row("21 digits", "340200000013200000001", ListFault::IdLength, "340200000013200000001");
    row("a letter O", "3402000000132000000O,Gate", ListFault::IdCharacters, "3402000000132000000O");
    row("blanks within", "3402000000 1320000001", ListFault::IdCharacters, "3402000000 1320000001");
    row("words", "gates and yards", ListFault::NoId, "gates and yards");
    row("a telephone number", "13800138000", ListFault::NoId, "13800138000");
}

void tst_ExpectedList::faults()
{
    QFETCH(QString, line);
    QFETCH(int, fault);
    QFETCH(QString, text);
    const ExpectedList list = expectedlist::read(one + QStringLiteral("\n\n") + line + u'\n' + two);
    QCOMPARE(told(list), one + QStringLiteral("|| ") + two + QStringLiteral("||"));
    QCOMPARE(list.problems, (QList<ListProblem>{{3, static_cast<ListFault>(fault), text, 0}}));
    QVERIFY(list.harmful);
    QVERIFY(wording::listProblem(list.problems.constFirst()).startsWith(u"line 3: "));
    // A sound ID of a channel does not stand in for it
    const ExpectedList beside = expectedlist::read(QStringLiteral("Device,Channel\n3.402E+19,34020000001310000001"));
    QVERIFY(beside.devices.isEmpty());
    QCOMPARE(beside.problems.size(), 1);
}

void tst_ExpectedList::encodings_data()
{
    QTest::addColumn<QByteArray>("octets");
    const QByteArray id = one.toLatin1();
    QTest::newRow("UTF-8") << id + ",\xe5\x8c\x97\xe9\x97\xa8";
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + id + ",\xe5\x8c\x97\xe9\x97\xa8";
    QTest::newRow("GB 18030") << id + ",\xb1\xb1\xc3\xc5";
    QByteArray wide("\xff\xfe", 2);
    for (const QChar c : QString(one + QStringLiteral(",\u5317\u95e8")))
        wide += QByteArray{}.append(static_cast<char>(c.unicode() & 0xff)).append(static_cast<char>(c.unicode() >> 8));
    QTest::newRow("UTF-16") << wide;
}

void tst_ExpectedList::encodings()
{
    QFETCH(QByteArray, octets);
    QCOMPARE(told(expectedlist::read(octets)), one + QStringLiteral("|\u5317\u95e8|"));
}

void tst_ExpectedList::duplicatesAreTold()
{
    const ExpectedList list = expectedlist::read(
        one + QStringLiteral(",Gate\n") + two + u'\n' + one + QStringLiteral(",Yard"));
    QCOMPARE(told(list), one + QStringLiteral("|Gate| ") + two + QStringLiteral("||"));
    QCOMPARE(list.problems, (QList<ListProblem>{{3, ListFault::Duplicate, one, 1}}));
    QVERIFY(!list.harmful);
    QCOMPARE(
        wording::listProblem(list.problems.constFirst()), QStringLiteral("line 3: %1 is in line 1 already").arg(one));
}

void tst_ExpectedList::whatIsWrittenIsReadAgain()
{
    const QList<ExpectedDevice> devices{{one, QStringLiteral("Yard, \"east\"; 7"), QStringLiteral("192.168.1.64")},
        {two, {}, QStringLiteral("192.168.1.65")},
        {QStringLiteral("34020000001180000001"), QStringLiteral("7"), QStringLiteral("cam7.lan")},
        {QStringLiteral("34020000001180000002"), QStringLiteral("\"Yard\""), QStringLiteral("'here'")},
        {QStringLiteral("34020000001180000003"), QStringLiteral("=\"a\""), QStringLiteral("\"")}};
    const ExpectedList again = expectedlist::read(expectedlist::toText(devices));
    QVERIFY(again.problems.isEmpty());
    QCOMPARE(again.devices, devices);
}

void tst_ExpectedList::bounds()
{
    QString text;
    for (int i = 1; i <= expectedlist::maxDevices + 5; ++i)
        text += QStringLiteral("3402000000132%1\n").arg(i, 7, 10, QLatin1Char('0'));
    ExpectedList list = expectedlist::read(text);
    QCOMPARE(list.devices.size(), expectedlist::maxDevices);
    QCOMPARE(list.problems, (QList<ListProblem>{{10'001, ListFault::TooMany, {}, 0}}));

    list = expectedlist::read(QStringLiteral("1.2E+19\n").repeated(5000));
    QCOMPARE(list.problems.size(), expectedlist::maxProblems);
    QCOMPARE(list.untold, 4900);

    list = expectedlist::read(QByteArray(expectedlist::maxOctets + 1, '1'));
    QCOMPARE(list.problems, (QList<ListProblem>{{0, ListFault::TooLarge, {}, 0}}));
    list = expectedlist::read(QByteArray(expectedlist::maxOctets, '1'));
    QCOMPARE(list.problems, (QList<ListProblem>{{1, ListFault::LineTooLong, {}, 0}}));
    list = expectedlist::read(one + u',' + QString(4000, u'n'));
    QCOMPARE(list.devices.constFirst().name.size(), expectedlist::maxText + 1); // with the ellipsis
    list = expectedlist::read(QString(3000, u',') + one);
    QCOMPARE(list.problems.size(), 1); // behind more columns than are looked at
}

void tst_ExpectedList::anyOctets()
{
    quint32 seed = 28181;
    const QByteArray alphabet("0123456789.E+,;\t\"'=\r\n |#a\xe5\x8c\x97\xff\x00", 30);
    for (int round = 0; round < 300; ++round) {
        QByteArray octets;
        for (int i = 0; i < 400; ++i) {
            seed = seed * 1664525 + 1013904223;
            octets += alphabet[static_cast<qsizetype>(seed >> 16) % alphabet.size()];
        }
        const ExpectedList list = expectedlist::read(octets);
        const ExpectedList again = expectedlist::read(expectedlist::toText(list.devices));
        QCOMPARE(again.devices, list.devices);
        for (const ListProblem &problem : list.problems)
            QVERIFY(!wording::listProblem(problem).contains(u'\n'));
    }
}

QTEST_GUILESS_MAIN(tst_ExpectedList)
#include "tst_expectedlist.moc"
