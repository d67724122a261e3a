#include "core/message/valuename.h"
#include "core/report/words/askwording.h"
#include "core/report/words/clausewording.h"

#include <QtTest>

using namespace gb;
using Kind = ValueName::Kind;

class tst_ValueName : public QObject
{
    Q_OBJECT
private slots:
    void whatStandsUnderThePointer_data();
    void whatStandsUnderThePointer();
    void theSameValueOfAnotherMessage_data();
    void theSameValueOfAnotherMessage();
    void oddLinesDoNoHarm();
    void everyHeaderHasItsClause_data();
    void everyHeaderHasItsClause();
    void namesThatMeanSeveralThings_data();
    void namesThatMeanSeveralThings();
    void parametersHaveTheirOwnMeaning();
};

void tst_ValueName::whatStandsUnderThePointer_data()
{
    QTest::addColumn<QString>("line"); // ^ stands ahead of the character
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *line, LineKind kind, const char *name, const char *value) {
        QTest::newRow(line) << QString::fromUtf8(line) << static_cast<int>(kind) << QString::fromUtf8(name)
                            << QString::fromUtf8(value);
    };
    constexpr auto start = LineKind::Start, head = LineKind::Header, body = LineKind::Body;
    row("REG^ISTER sip:a@b SIP/2.0", start, "REGISTER", "REGISTER");
    row("SIP/2.0 4^01 Unauthorized", start, "401", "401");
    row("Ca^ll-ID: 1@h", head, "Call-ID", "1@h");
    row("Call-ID: 1;^2@h ", head, "Call-ID", "1;2@h");
    row("Via: SIP/2.0/UDP 10.0.0.1:5060;rport;branch=z9^hG4bK1", head, "Via branch", "z9hG4bK1");
    row("Via: SIP/2.0/UDP 10.0^.0.1:5060;branch=z9hG4bK1", head, "Via host", "10.0.0.1:5060");
    row("From: <sip:3402000000132000^0001@3402000000>;tag=5", head, "From user", "34020000001320000001");
    row("From: <sip:34020000001320000001@3402^000000>;tag=5", head, "From host", "3402000000");
    row("f: <sip:a@b>;tag=^5", head, "f tag", "5");
    row("Contact: <sip:10.0.0.1:5^060>", head, "Contact host", "10.0.0.1:5060");
    row("Authorization: Digest username=\"a\", realm=\"34^;02\", nonce=\"n\"", head, "Authorization realm", "34;02");
    row("Authorization: Digest user^name=\"a\", realm=\"3402\"", head, "Authorization",
        "Digest username=\"a\", realm=\"3402\"");
    row("Subject: 34020000001310000001:0^1,3402:0", head, "Subject", "34020000001310000001:01");
    row("  folded li^ne", head, "", "line");
    row("<DeviceID>3402^1</DeviceID>", body, "DeviceID", "34021");
    row("<Dev^iceID>34021</DeviceID>", body, "DeviceID", "34021");
    row("<DeviceID>34021</Devi^ceID>", body, "DeviceID", "34021");
    row("<DeviceList Num=\"1^2\">", body, "DeviceList Num", "12");
    row("<?xml version=\"1.^0\"?>", body, "", "version=\"1.0\"?>");
    row("y=010000^0001", body, "y=", "0100000001");
    row("c=IN IP4 10.0^.0.1", body, "", "10.0.0.1");
    row("^c=IN IP4 10.0.0.1", body, "c=", "IN IP4 10.0.0.1");
    row("^", body, "", "");
}

void tst_ValueName::whatStandsUnderThePointer()
{
    QFETCH(QString, line);
    QFETCH(const int, kind);
    const qsizetype at = line.indexOf(u'^');
    line.remove(at, 1);
    const PlacedValue value = valueAt(line, at, static_cast<LineKind>(kind));
    QTEST(value.name.text(), "name");
    QTEST(value.text, "value");
    QCOMPARE(line.mid(value.from, value.length), value.text);
}

void tst_ValueName::theSameValueOfAnotherMessage_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("value");
    const auto row = [](Kind kind, const char *name, const char *part, const char *value) {
        QTest::addRow("%s %s", name, part)
            << static_cast<int>(kind) << QString::fromUtf8(name) << QString::fromUtf8(part) << QString::fromUtf8(value);
    };
    row(Kind::Header, "From", "tag", "5");
    row(Kind::Header, "from", "user", "3402");
    row(Kind::Header, "Via", "branch", "z1");
    row(Kind::Header, "v", "branch", "z1");
    row(Kind::Header, "CSeq", "", "20 MESSAGE");
    row(Kind::Header, "Expires", "", "-");
    row(Kind::Header, "From", "q", "-");
    row(Kind::Element, "Name", "", "\u6444\u50cf\u673a");
    row(Kind::Element, "DeviceList", "Num", "2");
    row(Kind::Element, "Device", "", "-");
    row(Kind::SdpLine, "y", "", "-");
    row(Kind::StartLine, "MESSAGE", "", "-");
}

void tst_ValueName::theSameValueOfAnotherMessage()
{
    QFETCH(const int, kind);
    QFETCH(const QString, name);
    QFETCH(const QString, part);
    const QByteArray message = "MESSAGE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z1\r\nVia: SIP/2.0/UDP "
                               "g;branch=z2\r\nf: <sip:3402@h>;tag=5\r\nCSeq: 20 MESSAGE\r\n\r\n<?xml version=\"1.0\" "
                               "encoding=\"GB2312\"?><Response><DeviceList Num=\"2\"><Item><Name>\xc9\xe3\xcf\xf1"
                               "\xbb\xfa</Name></Item></DeviceList></Response>";
    QTEST(valueOf(message, {static_cast<Kind>(kind), name, part}).value_or(QStringLiteral("-")), "value");
}

void tst_ValueName::oddLinesDoNoHarm()
{
    const QStringList lines{QString(), QStringLiteral(":"), QStringLiteral("a:"), QStringLiteral("<"),
        QStringLiteral("</>"), QStringLiteral("<a"), QStringLiteral("<a b=\">"), QStringLiteral("x="),
        QStringLiteral("From: \"<sip:"), QStringLiteral("Via: =;=\"=,<>"), QStringLiteral("T: sip:@"),
        QString(100'000, u'<'), QString(16'000, u'"')};
    for (const QString &line : lines) {
        for (const LineKind kind : {LineKind::Start, LineKind::Header, LineKind::Body}) {
            for (qsizetype at = 0; at <= std::min<qsizetype>(line.size() + 1, 20); ++at) {
                const PlacedValue value = valueAt(line, at, kind);
                QCOMPARE(line.mid(value.from, value.length), value.text);
            }
        }
        const QByteArray message = line.toUtf8() + "\r\n\r\n" + line.toUtf8();
        for (const Kind kind : {Kind::Header, Kind::Element, Kind::SdpLine}) {
            valueOf(message, {kind, QStringLiteral("a"), QStringLiteral("b")});
            valueOf(message, {kind, {}, {}});
        }
    }
    const auto shown = valueOf(
        "A\r\nNote: \x1b[1m" + QByteArray(1000, 'x') + "\r\n\r\n", {Kind::Header, QStringLiteral("Note"), {}});
    QVERIFY(shown && shown->size() <= 220 && !shown->contains(QChar(0x1b)));
}

void tst_ValueName::everyHeaderHasItsClause_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("clause");
    const auto row = [](Kind kind, const char *name, const char *part, const char *clause) {
        QTest::addRow("%s %s", name, part) << static_cast<int>(kind) << QString::fromUtf8(name)
                                           << QString::fromUtf8(part) << QString::fromUtf8(clause);
    };
    row(Kind::Header, "VIA", "", "RFC 3261, 20.42");
    row(Kind::Header, "v", "", "RFC 3261, 20.42");
    row(Kind::Header, "Via", "branch", "RFC 3261, 8.1.1.7");
    row(Kind::Header, "X-GB-Ver", "", "GB/T 28181-2022, I");
    row(Kind::Header, "X-Other", "", "");
    row(Kind::Header, "WWW-Authenticate", "Nonce", "RFC 2617, 3.2.1");
    row(Kind::StartLine, "REGISTER", "", "RFC 3261, 10; GB/T 28181-2022, 9.1");
    row(Kind::StartLine, "180", "", "RFC 3261, 21.1.2");
    row(Kind::StartLine, "200", "", "RFC 3261, 21.2.1");
    row(Kind::StartLine, "401", "", "RFC 3261, 21.4.2");
    row(Kind::StartLine, "423", "", "RFC 3261, 21.4.17");
    row(Kind::StartLine, "493", "", "RFC 3261, 21.4.28");
    row(Kind::StartLine, "513", "", "RFC 3261, 21.5.7");
    row(Kind::StartLine, "606", "", "RFC 3261, 21.6.4");
    row(Kind::StartLine, "499", "", "");
    row(Kind::StartLine, "000", "", "");
    row(Kind::Element, "Status", "", "GB/T 28181-2022, A.2.5.2");
    row(Kind::SdpLine, "y", "", "GB/T 28181-2022, G");
    row(Kind::None, "", "", "");
}

void tst_ValueName::everyHeaderHasItsClause()
{
    QFETCH(const int, kind);
    QFETCH(const QString, name);
    QFETCH(const QString, part);
    const ValueName value{static_cast<Kind>(kind), name, part};
    QTEST(wording::clause(value, ManscdpRoot::Notify, QStringLiteral("Keepalive")), "clause");
    const QStringList about = wording::aboutValue(value, ManscdpRoot::Notify, QStringLiteral("Keepalive"));
    QFETCH(const QString, clause);
    QCOMPARE(about.isEmpty(), clause.isEmpty());
    QVERIFY(about.isEmpty() || (about.constFirst() == value.text() && about.constLast() == clause));
}

void tst_ValueName::namesThatMeanSeveralThings_data()
{
    QTest::addColumn<int>("root");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("meaning");
    const auto row = [](ManscdpRoot root, const char *command, const char *name, const char *meaning) {
        QTest::addRow("%d %s %s", static_cast<int>(root), command, name)
            << static_cast<int>(root) << QString::fromLatin1(command) << QString::fromLatin1(name)
            << QString::fromLatin1(meaning);
    };
    row(ManscdpRoot::Notify, "Catalog", "Event", "what became of it: ON, OFF, ADD, DEL, UPDATE, VLOST, DEFECT");
    row(ManscdpRoot::Notify, "MobilePosition", "Direction", "direction, degrees from north");
    row(ManscdpRoot::Notify, "MobilePosition", "Speed", "speed, km/h");
    row(ManscdpRoot::Response, "CruiseTrackQuery", "Speed", "speed of the movement, 1 to 15");
    row(ManscdpRoot::Response, "SDCardStatus", "Status", "ok, formatting, unformatted, idle, error");
    row(ManscdpRoot::Response, "Catalog", "Status", "ON or OFF");
    row(ManscdpRoot::Response, "DeviceStatus", "Status", "whether it is in order");
    row(ManscdpRoot::Query, "Catalog", "EndTime", "only what was added until then");
    row(ManscdpRoot::Response, "Catalog", "EndTime", "until when the certificate is valid (2016)");
    row(ManscdpRoot::Query, "RecordInfo", "EndTime", "until when");
    row(ManscdpRoot::Query, "Alarm", "AlarmMethod",
        "0 all, 1 phone, 2 device, 3 SMS, 4 GPS, 5 video, 6 fault, 7 other");
    row(ManscdpRoot::Notify, "Alarm", "AlarmMethod", "1 phone, 2 device, 3 SMS, 4 GPS, 5 video, 6 fault, 7 other");
    row(ManscdpRoot::None, "", "Colour", "");
}

void tst_ValueName::namesThatMeanSeveralThings()
{
    QFETCH(int, root);
    QFETCH(QString, command);
    QFETCH(QString, name);
    const ValueName value{Kind::Element, name, {}};
    QTEST(wording::elementIn(value, static_cast<ManscdpRoot>(root), command), "meaning");
    QFETCH(QString, meaning);
    if (!meaning.isEmpty())
        QCOMPARE(wording::aboutValue(value, static_cast<ManscdpRoot>(root), command).value(1), meaning);
}

/// In the form, and in the table of the answer.
void tst_ValueName::parametersHaveTheirOwnMeaning()
{
    const auto meaning = [](const char *name, const char *parameter) {
        const AskCommand *const command = findAskCommand(QString::fromLatin1(name));
        for (const AskParameter &one : command ? command->parameters : std::span<const AskParameter>()) {
            if (qstrcmp(one.name, parameter) == 0)
                return wording::parameter(*command, one);
        }
        return QStringLiteral("none");
    };
    for (const char *name : {"subscribe-catalog", "subscribe-alarm", "subscribe-position", "subscribe-ptz"})
        QCOMPARE(meaning(name, "Event"), QStringLiteral("header Event: what is subscribed to"));
    QCOMPARE(meaning("ptz", "Direction"), QStringLiteral("where the camera turns to; stop ends the movement"));
    QCOMPARE(meaning("catalog", "StartTime"), QStringLiteral("only what was added since then"));
    QCOMPARE(meaning("record", "StartTime"), QStringLiteral("from when"));
    QCOMPARE(meaning("set-video", "Resolution"), QStringLiteral("resolution of the picture, as in the f line of SDP"));
    QCOMPARE(meaning("subscribe-position", "Interval"), QStringLiteral("every so many seconds"));
    QCOMPARE(wording::elementOf(QStringLiteral("CruisePoint/Speed"), QStringLiteral("cruise")),
        QStringLiteral("speed of the movement, 1 to 15"));
    QCOMPARE(wording::elementOf(QStringLiteral("Event"), QStringLiteral("subscribe-catalog")),
        QStringLiteral("what became of it: ON, OFF, ADD, DEL, UPDATE, VLOST, DEFECT"));
    QCOMPARE(wording::elementOf(QStringLiteral("VideoParamOpt/Resolution"), QStringLiteral("config")),
        QStringLiteral("resolutions that it can do"));
    QCOMPARE(wording::elementOf(QStringLiteral("VideoParamAttribute/Item/Resolution"), QStringLiteral("config")),
        QStringLiteral("resolution of the picture, as in the f line of SDP"));
}

QTEST_APPLESS_MAIN(tst_ValueName)
#include "tst_valuename.moc"
