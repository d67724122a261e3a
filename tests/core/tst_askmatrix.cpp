#include "core/client/bodywriter.h"
#include "tests/support/configsite.h"

#include <QXmlStreamWriter>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

using Script = ConfigSite::Script;
using Needs = AskCommand::Needs;

/// Each command in each edition that has it, against a device that answers as the standard wants, oddly, not at all,
/// and with what is meant to hurt. That a virtual device and foreign peers answer each of them is in tests/app.
class tst_AskMatrix : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void commands_data() { rows(); }
    void commands();
    void hostile_data();
    void hostile();

private:
    static void rows();
    static AskReport asked(ConfigSite &site, const AskCommand &command, Edition edition);
};

static QString sample(const AskParameter &one)
{
    switch (one.kind) {
    case AskParameter::Kind::Integer:
    case AskParameter::Kind::Decimal: return QString::number(static_cast<qint64>(std::max(one.least, 1.0)));
    case AskParameter::Kind::Choice:
    case AskParameter::Kind::Choices: return QString::fromLatin1(one.choices).section(u'|', 0, 0);
    case AskParameter::Kind::Time: return QStringLiteral("2026-03-02T08:00:00");
    case AskParameter::Kind::Rectangle: return QStringLiteral("1,2,3,4");
    case AskParameter::Kind::Spans: return QStringLiteral("08:00:00-09:00:00");
    case AskParameter::Kind::Text:
        return QString(one.most > 0 && one.most < 32 ? static_cast<qsizetype>(one.most) : 32, u'x');
    case AskParameter::Kind::Id: return QStringLiteral("34020000001310000001");
    case AskParameter::Kind::Fixed: break;
    }
    return {};
}

static QString sample(const AnswerElement &one)
{
    switch (one.kind) {
    case AnswerElement::Kind::Integer: return QStringLiteral("1");
    case AnswerElement::Kind::Decimal: return QStringLiteral("1.5");
    case AnswerElement::Kind::Time: return QStringLiteral("2026-03-02T08:00:00");
    case AnswerElement::Kind::Choice: return QString::fromLatin1(one.choices).section(u'|', 0, 0);
    case AnswerElement::Kind::Id: return QStringLiteral("34020000001310000001");
    case AnswerElement::Kind::Text: break;
    }
    return QLatin1StringView(one.path) == QLatin1StringView("Result") ? QStringLiteral("OK") : QStringLiteral("x");
}

/// What the standard has in its Response, by our own table, and no more than is needed.
static QByteArray inside(const AskCommand &command)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    ElementWriter out(xml);
    out.open(QLatin1StringView("r"));
    for (const AnswerElement &one : command.answer) {
        if (one.needed)
            out.leaf(QLatin1StringView(one.path), sample(one));
    }
    if (*command.list != '\0') {
        out.leaf(QLatin1StringView("SumNum"), QStringLiteral("1"));
        out.open(QLatin1StringView(command.list), 1);
        out.open(QLatin1StringView(command.item));
        for (const AnswerElement &one : command.items) {
            if (one.needed || QByteArrayView(one.path) == command.key)
                out.leaf(QLatin1StringView(one.path), sample(one));
        }
        out.close();
        out.close();
    }
    out.close();
    return text.mid(3, text.size() - 7);
}

/// In the words of a device: what it has set is what it is asked for.
static QByteArray rightAnswer(const AskCommand &command, const QByteArray &request, const QByteArray &set)
{
    const bool reads = ConfigSite::bodyOf(request).envelope.cmdType == u"ConfigDownload";
    if (*command.configType != '\0' && reads)
        return "<Result>OK</Result>" + set;
    if (reads)
        return "<Result>OK</Result><BasicParam><Name>x</Name></BasicParam>"; // the first type, see sample()
    return command.root == ManscdpRoot::Control ? QByteArray("<Result>OK</Result>") : inside(command);
}

/// The element of a DeviceConfig behind its DeviceID.
static QByteArray settingOf(const QByteArray &request)
{
    const qsizetype begin = request.indexOf("</DeviceID>") + 11, end = request.indexOf("</Control>");
    return end > begin ? request.mid(begin, end - begin) : QByteArray();
}

void tst_AskMatrix::initTestCase()
{
    QVERIFY(askCommands().size() > 35);
}

void tst_AskMatrix::rows()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("edition");
    for (const AskCommand *one : askCommands()) {
        const bool elsewhere = one->onlyShown || one->needs == Needs::Pictures; // tst_snapshot has the pictures
        for (int edition = static_cast<int>(one->since); !elsewhere && edition <= static_cast<int>(Edition::V2022);
             ++edition)
            QTest::addRow("%s %s", one->name, editionName(static_cast<Edition>(edition)).data())
                << QString::fromLatin1(one->name) << edition;
    }
}

AskReport tst_AskMatrix::asked(ConfigSite &site, const AskCommand &command, Edition edition)
{
    AskQuestion question{.id = 7, .command = QString::fromLatin1(command.name)};
    for (const AskParameter &one : command.parameters) {
        const bool has = one.kind != AskParameter::Kind::Fixed && edition >= one.since && edition <= one.until;
        if (has && one.needed && *one.preset == '\0')
            question.values.insert(QString::fromLatin1(one.name), sample(one));
    }
    AskValues checked = question.values;
    if (checkValues(command, checked, edition)) // one of several has to be there
        question.values.insert(
            QString::fromLatin1(command.parameters.front().name), sample(command.parameters.front()));
    question.edition = edition;
    site.ask(question);
    site.runTo(120s);
    return site.answers.value(0);
}

void tst_AskMatrix::commands()
{
    QFETCH(QString, name);
    QFETCH(int, edition);
    const AskCommand &command = *findAskCommand(name);
    const auto as = static_cast<Edition>(edition);
    const bool subscribes = command.needs == Needs::Notices;
    const QByteArray expires = subscribes ? QByteArray("Expires: 600\r\nContact: <sip:c@192.168.1.64>\r\n")
                                          : QByteArray();
    const auto outcomeOf = [&](const Script &script) {
        ConfigSite site(script);
        return asked(site, command, as);
    };
    QByteArray set;
    const AskReport right = outcomeOf([&](ConfigSite &site, const QByteArray &request) {
        if (set.isEmpty())
            set = settingOf(request);
        site.answer(request, 200, expires);
        if (!subscribes && command.needs != Needs::Answer)
            site.respond(ConfigSite::response(request, rightAnswer(command, request, set)));
    });
    QCOMPARE(right.outcome, subscribes ? AskOutcome::Subscribed : AskOutcome::Done);
    QVERIFY2(right.oddities.isEmpty(), qPrintable(right.oddities.value(0).a));
    QCOMPARE(right.edition, as);

    QCOMPARE(outcomeOf([](ConfigSite &, const QByteArray &) {}).outcome, AskOutcome::NoAnswer);
    QCOMPARE(outcomeOf([](ConfigSite &site, const QByteArray &request) { site.answer(request, 489); }).outcome,
        AskOutcome::Refused);
    if (command.needs == Needs::Answer || subscribes)
        return;
    const AskReport silent = outcomeOf([](ConfigSite &site, const QByteArray &request) { site.answer(request); });
    QCOMPARE(silent.outcome, AskOutcome::NoResponse);
    const AskReport error = outcomeOf([](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(ConfigSite::response(request, "<Result>ERROR</Result>"));
    });
    QCOMPARE(error.outcome, AskOutcome::ErrorResult);
    const AskReport odd = outcomeOf([&](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(ConfigSite::response(request, rightAnswer(command, request, set) + "<Colour>red</Colour>"));
    });
    QCOMPARE(odd.outcome, AskOutcome::Done);
    QVERIFY(!odd.oddities.isEmpty());
    const AskReport other = outcomeOf([&](ConfigSite &site, const QByteArray &request) {
        site.answer(request);
        site.respond(ConfigSite::response(request, rightAnswer(command, request, set), 5000));
    });
    QCOMPARE(other.outcome, AskOutcome::OtherResponse);
}

static QByteArray bomb()
{
    QByteArray text = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">";
    for (char one = 'b'; one < 'l'; ++one) {
        const QByteArray before = QByteArray("&") + static_cast<char>(one - 1) + QByteArray(";");
        text += QByteArray("<!ENTITY ") + one + QByteArray(" \"") + before.repeated(10) + QByteArray("\">");
    }
    return text + "]><Response><CmdType>&k;</CmdType><SN>1</SN></Response>";
}

void tst_AskMatrix::hostile_data()
{
    rows();
}

/// It ends, it is bounded, and nothing is left behind.
void tst_AskMatrix::hostile()
{
    QFETCH(QString, name);
    QFETCH(int, edition);
    const AskCommand &command = *findAskCommand(name);
    const QByteArray deep = QByteArray("<a>").repeated(5000) + QByteArray("</a>").repeated(5000);
    const QByteArray wide = QByteArray("<Item><DeviceID>1</DeviceID></Item>").repeated(1500);
    const QByteArray insides[] = {deep, "<Result>OK</Result>" + deep,
        "<Result>" + QByteArray(50'000, 'x') + "</Result>", "<SumNum>-1</SumNum><Result>\xff\xfe\x81</Result>",
        "<SumNum>9223372036854775807</SumNum>" + wide, "<Result a=\"" + QByteArray(50'000, '"') + "\"/>",
        QByteArray(40'000, '\0'), "<Result>&xxe;</Result>"};
    const auto hurts = [&](ConfigSite &site, const QByteArray &request) {
        site.answer(request, 200, "Expires: -1\r\nExpires: 99999999999999999999\r\nContact: <<<>>>\r\n");
        for (const QByteArray &one : insides)
            site.respond(ConfigSite::response(request, one));
        site.respond(bomb());
        site.respond(QByteArray(60'000, '<'));
        for (int i = 0; i < 300; ++i)
            site.respond(ConfigSite::response(request, "<SumNum>2</SumNum><Result>OK</Result>", i % 3));
    };
    ConfigSite site(hurts);
    const AskReport report = asked(site, command, static_cast<Edition>(edition));
    QVERIFY(site.answers.size() >= 1);
    QVERIFY(report.oddities.size() <= AskReport::maxOddities);
    QVERIFY(report.responses.size() <= AskReport::maxMessages);
    qsizetype text = 0;
    for (const auto &[path, value] : report.fields)
        text += path.size() + value.size();
    for (const QStringList &item : report.items)
        text += item.join(u' ').size();
    QVERIFY2(text < 4'000'000, qPrintable(QString::number(text)));
    for (const AskOddity &one : report.oddities)
        QVERIFY(one.a.size() <= 300 && one.b.size() <= 300);
    if (command.needs == Needs::Notices)
        site.control.stopAsking(7, site.site.clock.now());
    site.runTo(600s);
    QCOMPARE(site.control.tasks(), std::size_t{0});
}

QTEST_APPLESS_MAIN(tst_AskMatrix)
#include "tst_askmatrix.moc"
