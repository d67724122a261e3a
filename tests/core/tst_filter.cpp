#include "core/filter/completion.h"
#include "core/filter/octetcheck.h"
#include "core/filter/parser.h"
#include "core/filter/values.h"
#include "core/message/charset.h"
#include "core/report/words/filterwording.h"

#include <QtTest>

using namespace gb;
using namespace gb::filter;

/// The language of filters: what can be read, what cannot and where, and what of it looks into messages.
class tst_Filter : public QObject
{
    Q_OBJECT
private slots:
    void fieldsStandInTheirOrder();
    void everyFieldHasItsWords();
    void joins_data();
    void joins();
    void whatCannotBeRead_data();
    void whatCannotBeRead();
    void proposalsMendTheText_data();
    void proposalsMendTheText();
    void limitsHold();
    void values_data();
    void values();
    void patterns_data();
    void patterns();
    void quotesComeBack_data();
    void quotesComeBack();
    void octets_data();
    void octets();
    void aRegularExpressionGivesUp();
    void completions_data();
    void completions();
    void unknownStaysUnknown();
};

void tst_Filter::fieldsStandInTheirOrder()
{
    int at = 0;
    for (const FieldInfo &one : fields()) {
        QCOMPARE(static_cast<int>(one.field), at++);
        QCOMPARE(fieldOf(QString::fromLatin1(one.name).toUpper()), &one);
        if (*one.alias != '\0')
            QCOMPARE(fieldOf(QString::fromLatin1(one.alias)), &one);
    }
    QCOMPARE(at, static_cast<int>(Field::Element) + 1);
    QCOMPARE(QByteArray(infoOf(Field::State).words).split(' ').size(), static_cast<int>(State::Marked) + 1);
    for (const NamedFilter &one : namedFilters())
        QVERIFY2(!parse(QLatin1String(one.text)).problem, one.name);
}

void tst_Filter::everyFieldHasItsWords()
{
    for (const FieldInfo &one : fields())
        QVERIFY(!wording::filterField(one.field).isEmpty());
    for (int what = 0; what <= static_cast<int>(Problem::What::NoPattern); ++what)
        QVERIFY(!wording::filterProblem({.what = static_cast<Problem::What>(what)}).isEmpty());
}

void tst_Filter::joins_data()
{
    QTest::addColumn<QString>("text"); // conditions are texts of one letter
    QTest::addColumn<QString>("met");  // by which of the messages with these letters
    QTest::addRow("nothing") << QString() << QStringLiteral(" a b ab c abc");
    QTest::addRow("blanks") << QStringLiteral("  \t ") << QStringLiteral(" a b ab c abc");
    QTest::addRow("one") << QStringLiteral("a") << QStringLiteral("a ab abc");
    QTest::addRow("and") << QStringLiteral("a b") << QStringLiteral("ab abc");
    QTest::addRow("and said") << QStringLiteral("a and b") << QStringLiteral("ab abc");
    QTest::addRow("or") << QStringLiteral("a or c") << QStringLiteral("a ab c abc");
    QTest::addRow("or as a sign") << QStringLiteral("a | c") << QStringLiteral("a ab c abc");
    QTest::addRow("and binds more") << QStringLiteral("c or a b") << QStringLiteral("ab c abc");
    QTest::addRow("group") << QStringLiteral("(c or a) b") << QStringLiteral("ab abc");
    QTest::addRow("not") << QStringLiteral("not a") << QStringLiteral(" b c");
    QTest::addRow("minus") << QStringLiteral("b -a") << QStringLiteral("b");
    QTest::addRow("not of a group") << QStringLiteral("-(a or c)") << QStringLiteral(" b");
    QTest::addRow("not not") << QStringLiteral("not not a") << QStringLiteral("a ab abc");
    QTest::addRow("unlike") << QStringLiteral("text!~a") << QStringLiteral(" b c");
    QTest::addRow("in capitals") << QStringLiteral("A OR C") << QStringLiteral("a ab c abc");
    QTest::addRow("signs of an input method")
        << QString::fromUtf8("\uff08c\u3000or a\uff09 text\uff1a\u201cb\u201d") << QStringLiteral("ab abc");
}

void tst_Filter::joins()
{
    QFETCH(const QString, text);
    QFETCH(const QString, met);
    const Parsed parsed = parse(text);
    QVERIFY(!parsed.problem);
    QStringList those;
    for (const QString &message : {QString(), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("ab"),
             QStringLiteral("c"), QStringLiteral("abc")}) {
        const auto ask = [&](quint16 index) {
            return truth(parsed.expression.conditions().at(index).pattern.matches(message));
        };
        if (parsed.expression.evaluate(ask) == Truth::Yes)
            those << message;
    }
    QCOMPARE(those.join(u' '), met);
}

void tst_Filter::whatCannotBeRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marks"); // under the text
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, const char *marks, const char *says) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(marks) << QString::fromUtf8(says);
    };
    row("devv:3402", "^^^^",
        "There is no field \u201cdevv\u201d. To look for it as a text, put it into quotes. Did you mean dev?");
    row("ok sip:a@b", "   ^^^^^^^",
        "There is no field \u201csip\u201d. To look for it as a text, put it into quotes. Did you mean \"sip:a@b\"?");
    row("status>=4oo", "        ^^^", "\u201cstatus\u201d takes a number.");
    row("status>=4xx", "        ^^^", "\u201cstatus\u201d takes a number.");
    row("cmd:Catalog rt>500", "               ^^^",
        "\u201crt\u201d takes a duration, such as 500ms, 2s, 3min. Did you mean 500ms?");
    row("time>noon", "     ^^^^",
        "\u201ctime\u201d takes a time, such as 10:23, 10:23:15.250, 2026-11-30, 2026-11-30T10:23.");
    row("is:retransmited", "   ^^^^^^^^^^^^", nullptr);
    row("dir:incoming", "    ^^^^^^^^", "\u201cdir\u201d takes one of: in, out.");
    row("dev:", "^^^^", "A value is missing behind \u201cdev:\u201d.");
    row("dev: or b", "^^^^", "A value is missing behind \u201cdev:\u201d.");
    row("dev>3402", "^^^^^^^^", "\u201cdev\u201d cannot be compared like this; : compares it. Did you mean dev:3402?");
    row("is>problem", "^^^^^^^^^^",
        "\u201cis\u201d cannot be compared like this; : compares it. Did you mean is:problem?");
    row("status~40", "^^^^^^^^^",
        "\u201cstatus\u201d cannot be compared like this; : compares it. Did you mean status:40?");
    row("(a or b", "^^^^^^^", "The closing bracket is missing. Did you mean (a or b)?");
    row("a or b)", "      ^", "Nothing is open that this bracket closes.");
    row(")", "^", "Nothing is open that this bracket closes.");
    row("a or", "  ^^", "A condition is missing at \u201cor\u201d.");
    row("or a", "^^", "A condition is missing at \u201cor\u201d.");
    row("a not", "  ^^^", "A condition is missing at \u201cnot\u201d.");
    row("a and", "  ^^^", "A condition is missing at \u201cand\u201d.");
    row("a () b", "  ^", "A condition is missing at \u201c(\u201d.");
    row("\"yard", "^^^^^", "The closing \" is missing. Did you mean \"yard\"?");
    row("re:/yard", "   ^^^^^", "The closing / is missing. Did you mean /yard/?");
    row("re:/a(b/", "      ^", nullptr);
    row("re:/ab/x", "       ^",
        "This is no regular expression: behind the last slash only i may stand. Did you mean i?");
    row("hdr:", "^^^^", "\u201chdr\u201d wants a name behind it, and then its value. Did you mean hdr:User-Agent?");
    row("xml:/Notify/Status=OK", "^^^^^^^^^^^^^^^^^^^^^",
        "\u201cxml\u201d wants a name behind it, and then its value. Did you mean xml:Status=OK?");
    row("hdr:Expires>soon", "            ^^^^", "\u201chdr\u201d takes a number.");
    row("status:\"abc\"", "       ^^^^^", "\u201cstatus\u201d takes a number.");
    row("a hdr:Expires>\"soon\"", "              ^^^^^^", "\u201chdr\u201d takes a number.");
    row("time>\"at noon\"", "     ^^^^^^^^^", nullptr);
    row("a rt>\"500\" b", "     ^^^^^",
        "\u201crt\u201d takes a duration, such as 500ms, 2s, 3min. Did you mean 500ms?");
    row("is:\"problm\"", "   ^^^^^^^^", nullptr);
    row("\u5927\u95e8 devv:1", "     ^^^^", nullptr); // two columns each
}

void tst_Filter::whatCannotBeRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, marks);
    QFETCH(const QString, says);
    const Parsed parsed = parse(text);
    QVERIFY(parsed.problem);
    QVERIFY(parsed.expression.isEmpty());
    const QStringList lines = wording::filterProblemLines(text, *parsed.problem).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), text);
    QCOMPARE(lines.at(1), marks);
    if (!says.isEmpty())
        QCOMPARE(lines.at(2), says);
}

void tst_Filter::proposalsMendTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mended");
    const auto row = [](const char *text, const char *mended) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(mended);
    };
    row("comd:Catalog", "cmd:Catalog");
    row("is:retransmited", "is:retransmitted");
    row("is:unansw", "is:unanswered");
    row("rt>500", "rt>500ms");
    row("rt>\"500\"", "rt>500ms");
    row("transport:up", "transport:udp");
    row("(a or b", "(a or b)");
    row("\"yard", "\"yard\"");
    row("re:/yard", "re:/yard/");
    row("http://a", "\"http://a\"");
    row("xml:/Notify/Status", "xml:Status");
    row("dev>3402", "dev:3402");
}

void tst_Filter::proposalsMendTheText()
{
    QFETCH(QString, text);
    QFETCH(const QString, mended);
    const auto problem = parse(text).problem;
    QVERIFY(problem && !problem->proposal.isEmpty());
    text.replace(problem->at, problem->length, problem->proposal);
    QCOMPARE(text, mended);
    QVERIFY(!parse(text).problem);
}

void tst_Filter::limitsHold()
{
    using What = Problem::What;
    const auto wrong = [](const QString &text) { return parse(text).problem.value_or(Problem{}).what; };
    QCOMPARE(wrong(QString(Limits::text + 1, u'a')), What::TooLong);
    QVERIFY(!parse(QString(Limits::value, u'a')).problem);
    QCOMPARE(wrong(QString(Limits::value + 1, u'a')), What::TooLong);
    QCOMPARE(wrong(QStringLiteral("a ").repeated(Limits::conditions + 1)), What::TooMany);
    QVERIFY(!parse(QStringLiteral("a ").repeated(Limits::conditions)).problem);
    QCOMPARE(wrong(QStringLiteral("status:") + QStringLiteral("1,").repeated(Limits::conditions + 1)), What::TooMany);
    QCOMPARE(wrong(QString(Limits::text, u'(')), What::TooDeep);
    QCOMPARE(wrong(QStringLiteral("-").repeated(Limits::text - 1) + u'a'), What::TooDeep);
}

void tst_Filter::values_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("in");
    QTest::addColumn<qint64>("out");
    const auto row = [](const char *text, qint64 in, qint64 out) {
        QTest::newRow(text) << QString::fromLatin1(text) << in << out;
    };
    row("status:401", 401, 402);
    row("status=4xx", 499, 500);
    row("status=4XX", 400, 399);
    row("status>=400", 400, 399);
    row("status > 400", 401, 400);
    row("status <= 299", 299, 300);
    row("status<300", 299, 300);
    row("sn:123456789012", 123456789012, 1);
    row("rt>500ms", 500'001, 500'000);
    row("rt>=2s", 2'000'000, 1'999'999);
    row("rt>1.5s", 1'500'001, 1'500'000);
    row("rt:2s", 2'999'999, 3'000'000);
    row("rt:2.5s", 2'500'000, 2'600'000);
    row("rt<3min", 179'999'999, 180'000'000);
    row("rt<=1h", 3'600'000'000, 3'600'000'001);
    row("time:10:23", 37'380'000'000, 37'440'000'000);
    row("time>10:23", 37'440'000'000, 37'439'999'999);
    row("time<10:23:15.250", 37'395'249'999, 37'395'250'000);
    row("time>=9:05", 32'700'000'000, 32'699'999'999);
    const qint64 day = QDateTime(QDate(2026, 11, 30), QTime(0, 0)).toMSecsSinceEpoch() * 1000;
    row("time:2026-11-30", day + 86'399'999'999, day + 86'400'000'000);
    row("time<2026-11-30", day - 1, day);
    row("time>=2026-11-30T10:23", day + 37'380'000'000, day + 37'379'999'999);
    row("time>=\"2026-11-30 10:23\"", day + 37'380'000'000, day + 37'379'999'999);
    row("hdr:Expires>3600", 3601, 3600);
    row("hdr:Expires>\"3600\"", 3601, 3600);
}

void tst_Filter::values()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, in);
    QFETCH(const qint64, out);
    const Parsed parsed = parse(text);
    QVERIFY(!parsed.problem);
    QCOMPARE(parsed.expression.conditions().size(), 1);
    const Condition &condition = parsed.expression.conditions().constFirst();
    QVERIFY(condition.holds(in));
    QVERIFY(!condition.holds(out));
}

void tst_Filter::patterns_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("meets");
    const auto row = [](const char *condition, const char *value, bool meets) {
        QTest::addRow("%s of %s", condition, value)
            << QString::fromUtf8(condition) << QString::fromUtf8(value) << meets;
    };
    row("dev:3402", "3402", true);
    row("dev:3402", "34020", false);
    row("dev:3402*", "34020000001320000001", true);
    row("dev:*0001", "34020000001320000001", true);
    row("dev:3402*132*1", "34020000001320000001", true);
    row("dev:3402*133*1", "34020000001320000001", false);
    row("dev:340?", "3402", true);
    row("dev:340?", "34021", false);
    row("dev:a*a", "a", false);
    row("dev:*a*b*", "xbxaxb", true);
    row("dev:*", "", true);
    row("dev~132", "34020000001320000001", true);
    row("dev~1?2", "34020000001320000001", true);
    row("dev~2*1", "34020000001320000001", true);
    row("dev~2*1*9", "34020000001320000001", false);
    row("cmd:catalog", "Catalog", true);
    row("callid:\"a*b\"", "a*b", true);
    row("callid:\"a*b\"", "axb", false);
    row("callid:\"a\\\"b\"", "a\"b", true);
    row("\u5927\u95e8", "\u4e00\u53f7\u5927\u95e8", true);
}

void tst_Filter::patterns()
{
    QFETCH(const QString, condition);
    QFETCH(const QString, value);
    QFETCH(const bool, meets);
    const Parsed parsed = parse(condition);
    QVERIFY(!parsed.problem);
    QCOMPARE(parsed.expression.conditions().constFirst().pattern.matches(value), meets);
}

void tst_Filter::quotesComeBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"plain", "two words", "a:b", "10.0.0.1:5060", "not", "OR", "-x", "a\"b", "a\\b", "a*b",
             "(x)", "a|b", "/x/", "\uff1a", "\u201cx\u201d", "a,b", "<sip:a@b>"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_Filter::quotesComeBack()
{
    QFETCH(const QString, text);
    for (const char *field : {"", "dev:", "text:", "callid~"}) {
        const Parsed parsed = parse(QStringLiteral("not ") + QLatin1String(field) + quotedValue(text));
        QVERIFY(!parsed.problem);
        QCOMPARE(parsed.expression.conditions().size(), 1);
        QCOMPARE(parsed.expression.conditions().constFirst().text, text);
        QVERIFY(!parsed.expression.conditions().constFirst().pattern.hasWildcards());
    }
    QCOMPARE(asPart(QStringLiteral("a or b")), QStringLiteral("(a or b)"));
    QCOMPARE(asPart(QStringLiteral("a (b or c)")), QStringLiteral("a (b or c)"));
}

static const QByteArray message
    = "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\n"
      "v: SIP/2.0/UDP 10.0.0.9:5060;rport;branch=z9hG4bK1\r\n"
      "From: <sip:34020000001320000001@3402000000>;tag=1\r\n"
      "To: <sip:34020000002000000001@3402000000>\r\nCall-ID: 1@10.0.0.9\r\n"
      "CSeq: 20 MESSAGE\r\nUser-Agent: IP Camera\r\nExpires: 3600\r\n"
      "Content-Type: Application/MANSCDP+xml\r\n\r\n"
      "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response>\r\n<CmdType>Catalog</CmdType>\r\n"
      "<SN>17</SN>\r\n<Item><Status>ON</Status></Item>\r\n<Item><Status>OFF</Status><Name>";

void tst_Filter::octets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("meets");
    const auto row = [](const char *text, bool meets) { QTest::newRow(text) << QString::fromUtf8(text) << meets; };
    row("camera", true);
    row("\"ip camera\"", true);
    row("\"ip  camera\"", false);
    row("ip*camera", true);
    row("camera*ip", false);
    row("MESSAGE*Catalog", false); // not of one line
    row("\u5927\u95e8", true);
    row("\u5927?\u4e1c", true);
    row("\u5927\u95e8\u897f", false);
    row("re:/cseq:\\s+20/i", true);
    row("re:/cseq:\\s+20/", false);
    row("re:/^<SN>\\d+<\\/SN>/", true);
    row("re:\u5927.", true);
    row("from:3402*132*", true);
    row("from:34020000002000000001", false);
    row("to:34020000002000000001", true);
    row("cseq:20", true);
    row("cseq>20", false);
    row("ua:\"ip camera\"", true);
    row("ua:ip", false);
    row("ua~ip", true);
    row("hdr:user-agent=ip*", true);
    row("hdr:Via~z9hg4bk", true); // by its letter
    row("hdr:Expires", true);
    row("hdr:Expires=3600", true);
    row("hdr:Expires<3600", false);
    row("hdr:Subject", false);
    row("xml:Status=OFF", true); // any of them
    row("xml:Status=UNKNOWN", false);
    row("xml:Stat=OFF", false);
    row("xml:sn>16", true);
    row("xml:SN>17", false);
    row("xml:Name~\u5927\u95e8", true);
    row("xml:Nothing", false);
}

void tst_Filter::octets()
{
    QFETCH(const QString, text);
    QFETCH(const bool, meets);
    const Parsed parsed = parse(text);
    QVERIFY(!parsed.problem);
    QCOMPARE(parsed.expression.octetConditions().size(), 1);
    OctetCheck check(parsed.expression);
    const QByteArray name = QString::fromUtf8("\u4e00\u53f7\u5927\u95e8\u4e1c</Name></Item>\r\n</Response>\r\n")
                                .toUtf8();
    const QByteArray chinese = encodeGb18030(QString::fromUtf8(name));
    for (const QByteArray &end : {name, chinese}) {
        const QByteArray whole = message + end;
        QCOMPARE(
            check.of({whole.constData(), static_cast<std::size_t>(whole.size())}), meets ? quint64{1} : quint64{0});
    }
    QCOMPARE(check.of({}), quint64{0});
}

void tst_Filter::aRegularExpressionGivesUp()
{
    OctetCheck check(parse(QStringLiteral("re:/(a+)+b$/ or re:/^aa/")).expression);
    const QByteArray hard = QByteArray(30'000, 'a') + "!b";
    QCOMPARE(check.of({hard.constData(), static_cast<std::size_t>(hard.size())}), quint64{2});
    QCOMPARE(check.gaveUp(), quint64{1});
}

void tst_Filter::completions_data()
{
    QTest::addColumn<QString>("text"); // ^ stands where the cursor is
    QTest::addColumn<QString>("takes");
    QTest::addColumn<QString>("offers"); // the first ones
    const auto row = [](const char *text, const char *takes, const char *offers) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(takes) << QString::fromLatin1(offers);
    };
    row("^", "", "text: re: dev:");
    row("st^", "st", "status:");
    row("a (-s^t", "st", "src: status: sn:");
    row("is:^", "", "problem malformed");
    row("is:re^", "re", "refused retransmitted repeated");
    row("is:problem,un^", "un", "unanswered");
    row("dev:34^ b", "34", "");
    row("dir!=o^", "o", "out");
    row("hdr:a,b^", "a,b", "");
    row("\"x^", "\"x", "");
}

void tst_Filter::completions()
{
    QFETCH(QString, text);
    QFETCH(const QString, takes);
    QFETCH(const QString, offers);
    const qsizetype cursor = text.indexOf(u'^');
    text.remove(cursor, 1);
    const Completion made = completionAt(text, cursor);
    QCOMPARE(text.mid(made.at, made.length), takes);
    const QStringList expected = offers.split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(made.offers.mid(0, expected.size()), expected);
    if (expected.isEmpty())
        QVERIFY(made.offers.isEmpty());
}

void tst_Filter::unknownStaysUnknown()
{
    const auto told = [](const char *text, std::initializer_list<Truth> each) {
        const Expression expression = parse(QLatin1String(text)).expression;
        return expression.evaluate([&](quint16 index) { return each.begin()[index]; });
    };
    QCOMPARE(told("a b", {Truth::Unknown, Truth::No}), Truth::No);
    QCOMPARE(told("a b", {Truth::Unknown, Truth::Yes}), Truth::Unknown);
    QCOMPARE(told("a or b", {Truth::Unknown, Truth::Yes}), Truth::Yes);
    QCOMPARE(told("not a", {Truth::Unknown}), Truth::Unknown);
}

QTEST_GUILESS_MAIN(tst_Filter)
#include "tst_filter.moc"
