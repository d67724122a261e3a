#include "tests/support/configsite.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;
using Code = AskOddity::Code;

/// What is said of the IDs in answers, and what is not: GB/T 28181-2022 6.1.1, A.2.1.2, annexes E and J.
class tst_AskIds : public QObject
{
    Q_OBJECT
private slots:
    void catalogs_data();
    void catalogs();
    void otherAnswers_data();
    void otherAnswers();
    void notices_data();
    void notices();
    void partsOfACatalogNameWhatTheyLike();
    void manyAreTold();
    void anEndlessListOfParents();
};

namespace {

/// "0110…: ID Name=value…" as items of a catalogue, one a line.
QByteArray items(const QStringList &lines)
{
    QByteArray text;
    for (const QString &line : lines) {
        text += "<Item><DeviceID>" + line.section(u' ', 0, 0).toUtf8() + "</DeviceID><Name>x</Name>";
        for (const QString &one : line.section(u' ', 1).split(u' ', Qt::SkipEmptyParts)) {
            const QByteArray name = one.section(u'=', 0, 0).toUtf8();
            text += "<" + name + ">" + one.section(u'=', 1).toUtf8() + "</" + name + ">";
        }
        text += "</Item>";
    }
    return text;
}

QByteArray catalog(const QStringList &lines, qsizetype sum = -1)
{
    return "<SumNum>" + QByteArray::number(sum < 0 ? lines.size() : sum) + "</SumNum><DeviceList Num=\""
        + QByteArray::number(lines.size()) + "\">" + items(lines) + "</DeviceList>";
}

QStringList told(const AskReport &report)
{
    QStringList all;
    for (const AskOddity &one : report.oddities)
        all.append(QStringLiteral("%1 %2 %3").arg(static_cast<int>(one.code)).arg(one.a, one.b).trimmed());
    return all;
}

QString said(Code code, const QString &a, const QString &b = {})
{
    return QStringLiteral("%1 %2 %3").arg(static_cast<int>(code)).arg(a, b).trimmed();
}

AskReport answered(const AskQuestion &question, const QByteArray &inside, const QString &version)
{
    ConfigSite site([&inside](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request);
        camera.respond(ConfigSite::response(request, inside));
    });
    site.ask(question, version);
    site.runTo(60s);
    return site.answers.value(0);
}

const QString channel = QStringLiteral("34020000001310000001"), other = QStringLiteral("34020000001310000002"),
              group = QStringLiteral("34020000002150000001"), organisation = QStringLiteral("34020000002160000001"),
              camera = QString::fromLatin1(cameraId);

} // namespace

void tst_AskIds::catalogs_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QStringList>("oddities");
    const auto row = [](const char *tag, const QStringList &lines, const char *version,
                         const QStringList &oddities = {}) {
        QTest::addRow("%s, %s", tag, version) << lines << QString::fromLatin1(version) << oddities;
    };
    const auto wrong = [](const QString &id) { return said(Code::WrongId, QStringLiteral("DeviceID"), id); };
    for (const char *version : {"", "2.0", "3.0"}) {
        row("channels", {channel, other}, version);
        row("letters", {channel, QStringLiteral("gate-1")}, version, {wrong(QStringLiteral("gate-1"))});
        row("19 digits", {channel.chopped(1)}, version, {wrong(channel.chopped(1))});
        row("21 digits", {channel + u'1'}, version, {wrong(channel + u'1')});
        row("digits of another script", {QStringLiteral("&#1633;").repeated(20)}, version,
            {wrong(QStringLiteral("\u0661").repeated(20))});
        row("markup", {QStringLiteral("&lt;b&gt;")}, version, {wrong(QStringLiteral("<b>"))});
        row("none at all", {QString()}, version, {wrong(QString())});
        row("10 digits", {QStringLiteral("3402000000")}, version, {wrong(QStringLiteral("3402000000"))});
        row("no type", {QStringLiteral("34020000000990000001")}, version,
            {said(Code::WrongIdType, QStringLiteral("34020000000990000001"), QStringLiteral("099"))});
        row("areas",
            {QStringLiteral("34"), QStringLiteral("3402"), QStringLiteral("340200"), QStringLiteral("34020001")},
            version);
        row("three digits", {QStringLiteral("340")}, version, {wrong(QStringLiteral("340"))});
        row("folders",
            {group + QStringLiteral(" ParentID=34020000002000000001 CivilCode=340200"),
                organisation + QStringLiteral(" BusinessGroupID=") + group,
                channel + QStringLiteral(" ParentID=%1/%2 BusinessGroupID=%3").arg(camera, organisation, group)},
            version);
        row("a group that is none", {channel + QStringLiteral(" BusinessGroupID=") + other, other}, version,
            {said(Code::WrongGroup, other, channel)});
        row("a group that is not there", {channel + QStringLiteral(" BusinessGroupID=") + group}, version,
            {said(Code::NoGroup, group, channel)});
        row("a parent that comes later", {channel + QStringLiteral(" ParentID=") + other, other}, version);
        row("a parent that is not there", {channel + QStringLiteral(" ParentID=") + other}, version,
            {said(Code::NoParent, other, channel)});
        row("one of two parents is not there", {channel + QStringLiteral(" ParentID=%1/%2").arg(camera, organisation)},
            version, {said(Code::NoParent, organisation, channel)});
        row("the platform as parent", {channel + QStringLiteral(" ParentID=34020000002000000001")}, version);
        row("a parent that is no ID", {channel + QStringLiteral(" ParentID=Parent")}, version,
            {said(Code::WrongId, QStringLiteral("ParentID"), QStringLiteral("Parent"))});
        row("its own parent", {channel + QStringLiteral(" ParentID=") + channel}, version,
            {said(Code::OwnParent, channel)});
        row("an area below one outside", {QStringLiteral("340200 ParentID=3402")}, version);
        row("the device and its channel",
            {camera + QStringLiteral(" ParentID=34020000002000000001"),
                channel + QStringLiteral(" ParentID=") + camera},
            version);
        row("a channel with the ID of the device", {camera}, version, {said(Code::OwnId, camera)});
        row("the same below a folder", {camera + QStringLiteral(" ParentID=") + organisation, organisation, channel},
            version, {said(Code::OwnId, camera)});
        row("an area of five digits", {channel + QStringLiteral(" CivilCode=34020")}, version,
            {said(Code::WrongCivilCode, QStringLiteral("34020"), channel)});
        row("areas of all lengths",
            {channel + QStringLiteral(" CivilCode=34"), other + QStringLiteral(" CivilCode=34020000")}, version);
        row("a placeholder, in each item",
            {channel + QStringLiteral(" CivilCode=CivilCode"), other + QStringLiteral(" CivilCode=CivilCode")}, version,
            {said(Code::WrongCivilCode, QStringLiteral("CivilCode"), channel)});
    }
    // The editions differ
    const QString ruleB = QStringLiteral("340200000100000102");
    row("rule B of 18 digits", {ruleB}, "");
    row("rule B of 18 digits", {ruleB}, "2.0");
    row("rule B of 18 digits", {ruleB}, "3.0", {wrong(ruleB)});
    const auto type = [](int code) -> QString {
        return QStringLiteral("3402000000") + QString::number(code) + QStringLiteral("0000001");
    };
    const auto noType = [&type](
                            int code) -> QString { return said(Code::WrongIdType, type(code), QString::number(code)); };
    row("119 is free in 2016, reserved in 2022", {type(119)}, "");
    row("119 is free in 2016, reserved in 2022", {type(119)}, "2.0");
    row("119 is free in 2016, reserved in 2022", {type(119)}, "3.0", {noType(119)});
    row("505 is new in 2022", {type(505)}, "");
    row("505 is new in 2022", {type(505)}, "2.0", {noType(505)});
    row("505 is new in 2022", {type(505)}, "3.0");
    row("504 is in neither", {type(504)}, "", {noType(504)});
    row("what is new in 2022 was free before", {type(120), type(143), type(140)}, "2.0");
}

void tst_AskIds::catalogs()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, version);
    QFETCH(QStringList, oddities);
    const AskReport report = answered({.id = 7, .command = QStringLiteral("catalog")}, catalog(lines), version);
    QCOMPARE(report.outcome, AskOutcome::Done); // never an error
    QCOMPARE(told(report), oddities);
}

void tst_AskIds::otherAnswers_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("inside"); // %1: the ID
    const QString record = QStringLiteral("<Name>x</Name><SumNum>1</SumNum><RecordList Num=\"1\"><Item>"
                                          "<DeviceID>%1</DeviceID></Item></RecordList>");
    QTest::newRow("record") << QStringLiteral("record") << record;
    QTest::newRow("status") << QStringLiteral("status")
                            << QStringLiteral("<Result>OK</Result><Online>ONLINE</Online><Status>OK</Status>"
                                              "<Alarmstatus Num=\"1\"><Item><DeviceID>%1</DeviceID>"
                                              "<DutyStatus>ONDUTY</DutyStatus></Item></Alarmstatus>");
}

void tst_AskIds::otherAnswers()
{
    QFETCH(QString, command);
    QFETCH(QString, inside);
    AskQuestion question{.id = 7, .command = command};
    if (command == u"record")
        question.values = {{QStringLiteral("StartTime"), QStringLiteral("2026-03-02T00:00:00")},
            {QStringLiteral("EndTime"), QStringLiteral("2026-03-02T01:00:00")}};
    const auto toldOf = [&](const QString &id) { return told(answered(question, inside.arg(id).toUtf8(), {})); };
    QCOMPARE(toldOf(channel), QStringList());
    QCOMPARE(toldOf(QStringLiteral("any text")),
        QStringList{said(Code::WrongId, QStringLiteral("DeviceID"), QStringLiteral("any text"))});
    QCOMPARE(toldOf(QStringLiteral("34020000000990000001")),
        QStringList{said(Code::WrongIdType, QStringLiteral("34020000000990000001"), QStringLiteral("099"))});
}

void tst_AskIds::notices_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("inside"); // %1: the ID
    const QString alarm = QStringLiteral("<DeviceID>%1</DeviceID><AlarmPriority>1</AlarmPriority>"
                                         "<AlarmMethod>5</AlarmMethod><AlarmTime>2026-03-02T00:00:00</AlarmTime>");
    QTest::newRow("alarm") << QStringLiteral("subscribe-alarm") << alarm;
    QTest::newRow("position") << QStringLiteral("subscribe-position")
                              << QStringLiteral("<DeviceID>%1</DeviceID><Longitude>1</Longitude>");
    const QString item = QStringLiteral("<DeviceID>34020000001320000001</DeviceID><SumNum>1</SumNum>"
                                        "<DeviceList Num=\"1\"><Item><DeviceID>%1</DeviceID>");
    QTest::newRow("catalog") << QStringLiteral("subscribe-catalog")
                             << item
            + QStringLiteral("<Name>x</Name><ParentID>34020000001310000009</ParentID><Event>ADD</Event></Item>"
                             "</DeviceList>");
}

/// A parent that is not in a NOTIFY is no oddity: it has only what changed.
void tst_AskIds::notices()
{
    QFETCH(QString, command);
    QFETCH(QString, inside);
    const QByteArray cmdType = findAskCommand(command)->cmdType;
    const auto toldOf = [&](const QString &id) {
        ConfigSite site([&](ConfigSite &camera, const QByteArray &request) {
            camera.answer(request, 200, "Expires: 600\r\nContact: <sip:c@192.168.1.64>\r\n");
            const QByteArray body = "<?xml version=\"1.0\"?>\n<Notify><CmdType>" + cmdType + "</CmdType><SN>4</SN>"
                + inside.arg(id).toUtf8() + "</Notify>";
            const SipHead head = scanHead(gb::view(request));
            camera.deliver("NOTIFY sip:34020000002000000001@192.168.1.10 SIP/2.0\r\nVia: SIP/2.0/UDP "
                           "192.168.1.64:5060;branch=z9hG4bKn1\r\nFrom: <sip:"
                + cameraId + "@192.168.1.64>;tag=c\r\nTo: <sip:34020000002000000001@192.168.1.10>;tag="
                + gb::bytes(head.from.tag) + "\r\nCall-ID: " + gb::bytes(head.callId)
                + "\r\nCSeq: 1 NOTIFY\r\nEvent: presence\r\nSubscription-State: active\r\nContent-Type: "
                  "Application/MANSCDP+xml\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
        site.ask(command);
        site.runTo(1s);
        return site.notices.isEmpty() ? QStringList{QStringLiteral("no notice")} : told(site.notices[0].content);
    };
    QCOMPARE(toldOf(channel), QStringList());
    QCOMPARE(toldOf(QStringLiteral("any text")),
        QStringList{said(Code::WrongId, QStringLiteral("DeviceID"), QStringLiteral("any text"))});
    QCOMPARE(toldOf(QStringLiteral("3402000000")) == QStringList(), command == u"subscribe-alarm"); // an alarm centre
}

/// Where pages are missing, or only a part was asked for, the record does not prove that a parent is not there.
void tst_AskIds::partsOfACatalogNameWhatTheyLike()
{
    const QString child = channel + QStringLiteral(" ParentID=") + other;
    const AskQuestion all{.id = 7, .command = QStringLiteral("catalog")};
    const AskReport cut = answered(all, catalog({child}, 2), {});
    QCOMPARE(cut.outcome, AskOutcome::Incomplete);
    QCOMPARE(told(cut), QStringList{said(Code::PartsMissing, QStringLiteral("2"), QStringLiteral("1"))});
    AskQuestion part = all;
    part.about = organisation;
    const QByteArray inside = catalog({child});
    ConfigSite site([&inside](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request);
        camera.respond(ConfigSite::response(request, inside, 0, organisation.toLatin1()));
    });
    site.ask(part);
    site.runTo(60s);
    QCOMPARE(told(site.answers.value(0)), QStringList());
    AskQuestion recent = all;
    recent.values = {{QStringLiteral("StartTime"), QStringLiteral("2026-03-02T00:00:00")}};
    QCOMPARE(told(answered(recent, catalog({child}), {})), QStringList());
}

/// The first ones by their IDs, the others by their number.
void tst_AskIds::manyAreTold()
{
    QStringList lines;
    for (int i = 0; i < 50; ++i)
        lines << QStringLiteral("bad%1 CivilCode=x%1 ParentID=3402000000131000%1").arg(i + 1000);
    for (int i = 0; i < 20; ++i)
        lines << channel.chopped(2) + QString::number(i + 10) << channel.chopped(2) + QString::number(i + 10);
    const AskReport report = answered({.id = 7, .command = QStringLiteral("catalog")}, catalog(lines, 70), {});
    QCOMPARE(report.outcome, AskOutcome::Done);
    QHash<Code, int> times;
    for (const AskOddity &one : report.oddities)
        ++times[one.code];
    for (const Code code : {Code::WrongId, Code::WrongCivilCode, Code::NoParent})
        QCOMPARE(times.value(code), IdCheck::maxShown);
    QCOMPARE(times.value(Code::Duplicate), ReplyReader::maxDuplicates);
    QVERIFY2(told(report).contains(said(Code::MoreOdd, QString::number(3 * 46 + 12))), qPrintable(told(report).last()));
}

/// What is kept of names is bounded, and so is the time at the end.
void tst_AskIds::anEndlessListOfParents()
{
    ConfigSite site([](ConfigSite &camera, const QByteArray &request) {
        camera.answer(request);
        for (int page = 0; page < 40; ++page) {
            QStringList lines;
            for (int i = 0; i < 500; ++i)
                lines << QStringLiteral("%1 ParentID=%2").arg(channel.chopped(6)).arg(QString(2000, u'/') + u'x')
                        + QStringLiteral("%1").arg(page * 500 + i);
            camera.respond(ConfigSite::response(request, catalog(lines.mid(0, 20), 20000)));
            lines.clear();
            for (int i = 0; i < 500; ++i)
                lines << QStringLiteral("%1%2 ParentID=%3%4")
                             .arg(channel.chopped(6))
                             .arg(100'000 + page * 500 + i)
                             .arg(channel.chopped(6))
                             .arg(500'000 + page * 500 + i);
            camera.respond(ConfigSite::response(request, catalog(lines, 20001)));
        }
    });
    site.ask(QStringLiteral("catalog"));
    site.runTo(60s);
    const AskReport report = site.answers.value(0);
    QVERIFY(report.oddities.size() <= AskReport::maxOddities);
    QVERIFY(std::any_of(report.oddities.begin(), report.oddities.end(),
        [](const AskOddity &one) { return one.code == Code::MoreOdd && one.a.toInt() < 2 * IdCheck::maxNames; }));
}

QTEST_APPLESS_MAIN(tst_AskIds)
#include "tst_askids.moc"
