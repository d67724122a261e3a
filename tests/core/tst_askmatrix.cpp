#include "core/client/bodywriter.h"
#include "core/client/reply.h"
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
    void hostileNotices_data();
    void hostileNotices();
    void allAtOnce_data();
    void allAtOnce();

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

/// Entities that grow to 10 billion letters, within an envelope that is in order.
static QByteArray bomb(const QByteArray &body)
{
    QByteArray text = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">";
    for (char one = 'b'; one < 'l'; ++one) {
        const QByteArray before = QByteArray("&") + static_cast<char>(one - 1) + QByteArray(";");
        text += QByteArray("<!ENTITY ") + one + QByteArray(" \"") + before.repeated(10) + QByteArray("\">");
    }
    const qsizetype declaration = body.indexOf("?>") + 2, end = body.indexOf("</DeviceID>") + 11;
    return body.left(declaration) + text + "]>" + body.mid(declaration, end - declaration) + "<Result>&k;</Result>"
        + body.mid(end);
}

/// An endless list: so many items a page, all of them different.
static QByteArray pageOf(const AskCommand &command, int page, int items)
{
    QByteArray text = "<SumNum>" + QByteArray::number(2'000'000'000) + "</SumNum><" + command.list + " Num=\""
        + QByteArray::number(items) + "\">";
    for (int i = 0; i < items; ++i) {
        text += QByteArray("<") + command.item + ">";
        for (const AnswerElement &one : command.items) {
            const bool key = QByteArrayView(one.path) == command.key;
            const bool id = one.kind == AnswerElement::Kind::Id;
            const int number = page * items + i;
            if (one.needed || key)
                text += QByteArray("<") + one.path + ">"
                    + (id         ? "34020000001310" + QByteArray::number(number).rightJustified(6, '0')
                            : key ? QByteArray::number(number)
                                  : sample(one).toUtf8())
                    + "</" + one.path + ">";
        }
        text += QByteArray("</") + command.item + ">";
    }
    return text + "</" + command.list + ">";
}

namespace {

using Code = AskOddity::Code;

/// One way to hurt.
struct Attack
{
    const char *name;
    bool (*applies)(const AskCommand &command);
    /// From a body that is in order, and what is in it.
    void (*respond)(ConfigSite &site, const QByteArray &request, const AskCommand &command, const QByteArray &inside);
    AskOutcome outcome;
    Code told;
    const char *a; ///< of what is told; empty: any
    int items;     ///< that are kept; -1: as many as are kept at all
};

bool isList(const AskCommand &command)
{
    return command.needs == Needs::List;
}
bool hasList(const AskCommand &command)
{
    return *command.list != '\0';
}
bool hasResponse(const AskCommand &command)
{
    return command.needs != Needs::Answer && command.needs != Needs::Notices;
}

QByteArray withSum(const QByteArray &inside, const QByteArray &sum)
{
    return QByteArray(inside).replace("<SumNum>1<", QByteArray("<SumNum>" + sum + "<"));
}

constexpr Attack attacks[] = {
    {"300 million", isList,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, withSum(inside, "300000000")));
        },
        AskOutcome::Incomplete, Code::PartsMissing, "300000000", 1},
    {"300 million of what fits in one",
        [](const AskCommand &one) { return hasList(one) && one.needs == Needs::Response; },
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, withSum(inside, "300000000")));
        },
        AskOutcome::Done, Code::PartsMissing, "300000000", 1},
    {"a sum below nothing", isList,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, withSum(inside, "-1")));
        },
        AskOutcome::Done, Code::BadValue, "SumNum", 1},
    {"a sum out of all range", isList,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, withSum(inside, "99999999999999999999")));
        },
        AskOutcome::Done, Code::BadValue, "SumNum", 1},
    {"endless pages", isList,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &command, const QByteArray &) {
            constexpr int each = 2000;
            for (int page = 0; page <= ReplyReader::maxItems / each && site.answers.isEmpty(); ++page)
                site.respond(ConfigSite::response(request, pageOf(command, page, each)));
        },
        AskOutcome::TooLarge, Code::PartsMissing, "2000000000", -1},
    {"endless small pages of the same", isList,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &command, const QByteArray &) {
            for (int page = 0; page < 500; ++page)
                site.respond(ConfigSite::response(request, pageOf(command, 0, 2)));
        },
        AskOutcome::Incomplete, Code::PartsMissing, "2000000000", 1000},
    {"an entity bomb", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(bomb(ConfigSite::response(request, inside)));
        },
        AskOutcome::Unreadable, Code::NoXml, "", 0},
    {"an entity of a file", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, inside + "<Info>&xxe;</Info>"));
        },
        AskOutcome::Unreadable, Code::NoXml, "", 0},
    {"as deep as can be", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            const QByteArray deep = QByteArray("<a>").repeated(8000) + QByteArray("</a>").repeated(8000);
            site.respond(ConfigSite::response(request, inside + deep));
        },
        AskOutcome::Unreadable, Code::NoXml, "", 0},
    {"more than a body may have", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, inside + "<Info>" + QByteArray(300'000, 'x') + "</Info>"));
        },
        AskOutcome::Unreadable, Code::NoXml, "", 0},
    {"a value of 60,000", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, inside + "<Colour>" + QByteArray(60'000, 'x') + "</Colour>"));
        },
        AskOutcome::Done, Code::Unknown, "Colour", 1},
    {"many elements of its own", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            QByteArray many;
            for (int i = 0; i < 1000; ++i)
                many += "<X" + QByteArray::number(i) + ">" + QByteArray(100, 'x') + "</X" + QByteArray::number(i) + ">";
            site.respond(ConfigSite::response(request, inside + many));
        },
        AskOutcome::Done, Code::Unknown, "X0", 1},
    {"another device", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, inside, 0, "34020000001320000099"));
        },
        AskOutcome::Done, Code::OtherDevice, "34020000001320000001", 1},
    {"a device whose name is a page long", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            site.respond(ConfigSite::response(request, inside, 0, QByteArray(50'000, 'x')));
        },
        AskOutcome::Done, Code::OtherDevice, "34020000001320000001", 1},
    {"another SN", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            for (int i = 1; i <= 300; ++i)
                site.respond(ConfigSite::response(request, inside, i * 7));
        },
        AskOutcome::OtherResponse, Code::OtherSn, "", 0},
    {"an SN out of all range", hasResponse,
        [](ConfigSite &site, const QByteArray &request, const AskCommand &, const QByteArray &inside) {
            QByteArray body = ConfigSite::response(request, inside);
            const qsizetype begin = body.indexOf("<SN>") + 4, end = body.indexOf("</SN>");
            site.respond(body.replace(begin, end - begin, "99999999999999999999999999"));
        },
        AskOutcome::OtherResponse, Code::OtherSn, "", 0},
};

qsizetype keptText(const AskReport &report)
{
    qsizetype text = 0;
    for (const auto &[path, value] : report.fields)
        text += path.size() + value.size();
    for (const AskOddity &one : report.oddities)
        text += one.a.size() + one.b.size();
    return text;
}

} // namespace

void tst_AskMatrix::hostile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("attack");
    for (const AskCommand *one : askCommands()) {
        const bool elsewhere = one->onlyShown || one->needs == Needs::Pictures;
        for (int i = 0; !elsewhere && i < static_cast<int>(std::size(attacks)); ++i) {
            if (attacks[i].applies(*one))
                QTest::addRow("%s: %s", one->name, attacks[i].name) << QString::fromLatin1(one->name) << i;
        }
    }
}

/// A question of its own for each way to hurt: what becomes of it, what is told, how much is kept. The next question is
/// answered as if nothing had been.
void tst_AskMatrix::hostile()
{
    QFETCH(QString, name);
    QFETCH(int, attack);
    const AskCommand &command = *findAskCommand(name);
    const Attack &one = attacks[attack];
    bool attacked = false;
    QByteArray set;
    ConfigSite site([&](ConfigSite &camera, const QByteArray &request) {
        if (set.isEmpty())
            set = settingOf(request);
        camera.answer(request);
        const QByteArray inside = rightAnswer(command, request, set);
        if (std::exchange(attacked, true))
            camera.respond(ConfigSite::response(request, inside));
        else
            one.respond(camera, request, command, inside);
    });
    const AskReport report = asked(site, command, Edition::V2022);
    QCOMPARE(static_cast<int>(report.outcome), static_cast<int>(one.outcome));
    const auto is = [&](const AskOddity &oddity) {
        return oddity.code == one.told && (*one.a == '\0' || oddity.a == QLatin1StringView(one.a));
    };
    QVERIFY2(std::any_of(report.oddities.begin(), report.oddities.end(), is),
        report.oddities.isEmpty() ? "nothing is told" : qPrintable(report.oddities[0].a));
    QVERIFY(report.oddities.size() <= AskReport::maxOddities);
    QVERIFY(report.responses.size() <= AskReport::maxMessages);
    for (const AskOddity &oddity : report.oddities)
        QVERIFY(oddity.a.size() <= 100 && oddity.b.size() <= 100);
    if (hasList(command))
        QCOMPARE(report.items.size(), one.items < 0 ? ReplyReader::maxItems : qsizetype{one.items});
    QVERIFY(report.fields.size() <= ReplyReader::maxFields);
    QVERIFY2(keptText(report) < 40'000, qPrintable(QString::number(keptText(report))));
    QCOMPARE(site.control.tasks(), std::size_t{0});
    site.answers.clear();
    const AskReport next = asked(site, command, Edition::V2022);
    QCOMPARE(static_cast<int>(next.outcome), static_cast<int>(AskOutcome::Done));
    QVERIFY(next.oddities.isEmpty());
}

void tst_AskMatrix::hostileNotices_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<int>("told");
    QTest::addColumn<QString>("a");
    for (const AskCommand *one : askCommands()) {
        if (one->needs != Needs::Notices)
            continue;
        const auto row = [one](const char *tag, const QByteArray &inside, Code told, const char *a = "") {
            QTest::addRow("%s: %s", one->name, tag)
                << QString::fromLatin1(one->name) << inside << static_cast<int>(told) << QString::fromLatin1(a);
        };
        row("an entity bomb", "bomb", Code::NoXml);
        row("as deep as can be", QByteArray("<a>").repeated(8000) + QByteArray("</a>").repeated(8000), Code::NoXml);
        row("more than a body may have", "<Info>" + QByteArray(300'000, 'x') + "</Info>", Code::NoXml);
        row("a value of 60,000", "<Colour>" + QByteArray(60'000, 'x') + "</Colour>", Code::Unknown, "Colour");
        row("another device", "x", Code::WrongId, "DeviceID");
        if (hasList(*one))
            row("300 million", withSum(inside(*one), "300000000"), Code::PartsMissing, "300000000");
    }
}

/// What comes by NOTIFY: each is told, and the subscription stands.
void tst_AskMatrix::hostileNotices()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, inside);
    QFETCH(int, told);
    QFETCH(QString, a);
    int cseq = 0;
    ConfigSite site([&](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request, 200, "Expires: 600\r\nContact: <sip:c@192.168.1.64>\r\n");
        const SipHead head = scanHead(gb::view(request));
        const QByteArray who = a == u"DeviceID" ? QByteArray(50'000, 'x') : cameraId;
        QByteArray body = ConfigSite::response(request, inside == "bomb" ? QByteArray() : inside, 0, who);
        body.replace("Response>", "Notify>");
        if (inside == "bomb")
            body = bomb(body);
        for (++cseq; cseq <= 100; ++cseq)
            camera.deliver("NOTIFY sip:34020000002000000001@192.168.1.10 SIP/2.0\r\nVia: SIP/2.0/UDP "
                           "192.168.1.64:5060;branch=z9hG4bKn"
                + QByteArray::number(cseq) + "\r\nFrom: <sip:" + cameraId
                + "@192.168.1.64>;tag=c\r\nTo: <sip:34020000002000000001@192.168.1.10>;tag=" + gb::bytes(head.from.tag)
                + "\r\nCall-ID: " + gb::bytes(head.callId) + "\r\nCSeq: " + QByteArray::number(cseq)
                + " NOTIFY\r\nEvent: presence\r\nSubscription-State: active\r\nContent-Type: "
                  "Application/MANSCDP+xml\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    });
    AskQuestion question{.id = 7, .command = name};
    question.edition = Edition::V2022;
    site.ask(question);
    site.runTo(1s);
    QCOMPARE(site.answers.value(0).outcome, AskOutcome::Subscribed);
    QCOMPARE(site.notices.size(), 100);
    for (const AskNotice &one : std::as_const(site.notices)) {
        const auto is = [&](const AskOddity &oddity) {
            return static_cast<int>(oddity.code) == told && (a.isEmpty() || oddity.a == a);
        };
        const QList<AskOddity> &all = one.content.oddities;
        QVERIFY2(std::any_of(all.begin(), all.end(), is), all.isEmpty() ? "nothing is told" : qPrintable(all[0].a));
        QVERIFY2(keptText(one.content) < 2000, qPrintable(QString::number(keptText(one.content))));
        QVERIFY(one.content.items.size() <= 1);
    }
    QCOMPARE(site.control.tasks(), std::size_t{1});
    site.control.stopAsking(7, site.site.clock.now());
    site.runTo(600s);
    QCOMPARE(site.control.tasks(), std::size_t{0});
}

void tst_AskMatrix::allAtOnce_data()
{
    rows();
}

/// One after the other to one question, in each edition, and to orders to which no Response belongs: it ends, and
/// nothing is left behind.
void tst_AskMatrix::allAtOnce()
{
    QFETCH(QString, name);
    QFETCH(int, edition);
    const AskCommand &command = *findAskCommand(name);
    bool attacked = false;
    ConfigSite site([&](ConfigSite &camera, const QByteArray &request) {
        for (int i = 0; !std::exchange(attacked, true) && i < static_cast<int>(std::size(attacks)); ++i) {
            if (qstrcmp(attacks[i].name, "endless pages") != 0 && (!isList(command) || attacks[i].applies(command)))
                attacks[i].respond(camera, request, command, inside(command));
        }
        camera.answer(request, 200, "Expires: -1\r\nExpires: 99999999999999999999\r\nContact: <<<>>>\r\n");
    });
    const AskReport report = asked(site, command, static_cast<Edition>(edition));
    QVERIFY(site.answers.size() >= 1);
    QVERIFY(report.oddities.size() <= AskReport::maxOddities && keptText(report) < 40'000);
    QVERIFY(command.needs != Needs::Answer || report.outcome == AskOutcome::Done);
    if (command.needs == Needs::Notices)
        site.control.stopAsking(7, site.site.clock.now());
    site.runTo(1200s);
    QCOMPARE(site.control.tasks(), std::size_t{0});
}

QTEST_APPLESS_MAIN(tst_AskMatrix)
#include "tst_askmatrix.moc"
