#include "core/base/octets.h"
#include "core/client/free/elementcheck.h"
#include "core/client/free/freetemplates.h"
#include "core/client/free/manscdptable.h"
#include "core/message/charset.h"
#include "core/report/words/freewording.h"

#include <QFile>
#include <QtTest>

using namespace gb;
using Code = FreeFault::Code;
using Effect = AskCommand::Effect;

/// What a user types becomes a datagram; what is said of it ahead of that.
class tst_FreeText : public QObject
{
    Q_OBJECT
private slots:
    void partsAreMadeAnew_data();
    void partsAreMadeAnew();
    void whatIsOffStaysAsTyped();
    void lineEnds_data();
    void lineEnds();
    void placesAreFilledInOnce();
    void nothingThatIsFilledInBeginsALine();
    void anAnswerKeepsItsParts();
    void withinADialog();
    void chineseKeepsItsCharset_data();
    void chineseKeepsItsCharset();
    void onlyTheMarkOfUtf8Goes();
    void passwordsAreLeftOut();
    void templatesAreGood_data();
    void templatesAreGood();
    void faults_data();
    void faults();
    void elements_data();
    void elements();
    void everyRowOfTheTableIsLookedAt();
    void effects_data();
    void effects();
    void theTableIsTheStandards();
    void anyOctetsAreTaken();
};

static const freetext::Places places{.device = "34020000001320000001",
    .remote = {IpAddress(QHostAddress(QStringLiteral("192.168.1.64"))), 5060},
    .server = "34020000002000000001",
    .domain = "3402000000",
    .local = {IpAddress(QHostAddress(QStringLiteral("192.168.1.15"))), 5060}};
static const freetext::Fresh fresh{.branch = "z9hG4bKnew", .tag = "newtag", .callId = "newcall", .cseq = 77, .sn = 99};

static FreeParts only(std::initializer_list<FreePart> list)
{
    FreeParts parts;
    for (const FreePart one : list)
        parts.set(one, true);
    return parts;
}

static QByteArray text()
{
    return "MESSAGE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bKold;rport, SIP/2.0/UDP "
           "10.0.0.2;branch=z9hG4bKlower\r\nf: \"x;tag=no\" <sip:c@d;tag=alsono>;tag=old\r\nTo: <sip:a@b>\r\n"
           "Call-ID: oldcall\r\nCSeq: 5 MESSAGE\r\nMax-Forwards: 70\r\nContent-Type: Application/MANSCDP+xml\r\n"
           "Content-Length: 3\r\n\r\n<Query><CmdType>Catalog</CmdType><SN>17</SN><DeviceID>a</DeviceID></Query>";
}

void tst_FreeText::partsAreMadeAnew_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    const auto row = [](FreePart part, const QByteArray &was, const QByteArray &is) {
        QTest::newRow(qPrintable(wording::freePart(part))) << static_cast<int>(part) << was << is;
    };
    row(FreePart::Branch, "branch=z9hG4bKold;rport, ", "branch=z9hG4bKnew;rport, ");
    row(FreePart::FromTag, "alsono>;tag=old", "alsono>;tag=newtag");
    row(FreePart::CallId, "Call-ID: oldcall", "Call-ID: newcall");
    row(FreePart::CSeq, "CSeq: 5 MESSAGE", "CSeq: 77 MESSAGE");
    row(FreePart::Sn, "<SN>17</SN>", "<SN>99</SN>");
    row(FreePart::ContentLength, "Content-Length: 3\r\n", "Content-Length: 74\r\n");
}

/// And nothing else.
void tst_FreeText::partsAreMadeAnew()
{
    QFETCH(int, part);
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QVERIFY(text().contains(was));
    QCOMPARE(freetext::make(text(), only({static_cast<FreePart>(part)}), places, fresh), text().replace(was, is));
}

void tst_FreeText::whatIsOffStaysAsTyped()
{
    QCOMPARE(freetext::make(text(), {}, places, fresh), text());
    const QByteArray torn = "MESSAGE  sip:a@b SIP/3.0\r\nVia broken\r\nCSeq: x\r\n"; // no end of the head, either
    QCOMPARE(freetext::make(torn, {}, places, fresh), torn);
    // What is not there is not added, but for what makes a message of it
    QCOMPARE(
        freetext::make("OPTIONS sip:a@b SIP/2.0\nVia: SIP/2.0/UDP x\nFrom: <sip:c@d>", FreeParts::all(), places, fresh),
        QByteArray("OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP x;branch=z9hG4bKnew\r\nFrom: "
                   "<sip:c@d>;tag=newtag\r\nContent-Length: 0\r\n\r\n"));
}

void tst_FreeText::lineEnds_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("LF") << QByteArray("BYE a SIP/2.0\nX: 1\n\nb\nc");
    QTest::newRow("CRLF") << QByteArray("BYE a SIP/2.0\r\nX: 1\r\n\r\nb\r\nc");
    QTest::newRow("CR") << QByteArray("BYE a SIP/2.0\rX: 1\r\rb\rc");
    QTest::newRow("mixed") << QByteArray("BYE a SIP/2.0\r\nX: 1\n\r\nb\rc");
}

void tst_FreeText::lineEnds()
{
    QFETCH(QByteArray, typed);
    QCOMPARE(freetext::make(typed, {}, places, fresh), QByteArray("BYE a SIP/2.0\r\nX: 1\r\n\r\nb\r\nc"));
    QVERIFY(freetext::make(typed, FreeParts::all(), places, fresh).contains("Content-Length: 4\r\n\r\nb"));
}

void tst_FreeText::placesAreFilledInOnce()
{
    freetext::Places odd = places;
    odd.device = "{server}";
    QCOMPARE(
        freetext::make("{device}|{device-address}|{server}|{domain}|{server-address}|{server-host}|{transport}|{no}|{",
            {}, odd, fresh),
        QByteArray(
            "{server}|192.168.1.64:5060|34020000002000000001|3402000000|192.168.1.15:5060|192.168.1.15|UDP|{no}|{"));
    QCOMPARE(freetext::placeNames().size(), 7);
}

void tst_FreeText::nothingThatIsFilledInBeginsALine()
{
    freetext::Places odd = places;
    odd.device = "a\r\nX-Evil: 1";
    QVERIFY(!freetext::make("To: {device}", {}, odd, fresh).contains('\n'));
}

void tst_FreeText::anAnswerKeepsItsParts()
{
    const QByteArray answer = "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP x;branch=z9hG4bKold\r\nFrom: <sip:a@b>;tag=1\r\n"
                              "Call-ID: c\r\nCSeq: 3 MESSAGE\r\nContent-Length: 0\r\n\r\n";
    QCOMPARE(freetext::make(answer, FreeParts::all(), places, fresh), answer);
}

void tst_FreeText::withinADialog()
{
    const auto dialog = [] {
        return Dialog{.callId = "inside",
            .localTag = "ours",
            .remoteTag = "theirs",
            .localUri = "sip:us@here",
            .remoteUri = "sip:them@there",
            .remoteTarget = "sip:target@1.2.3.4",
            .routeSet = {"<sip:proxy;lr>"},
            .localCSeq = 8,
            .inviteCSeq = 3};
    };
    const QByteArray info = "INFO sip:x SIP/2.0\nVia: SIP/2.0/UDP h\nRoute: <sip:typed>\nFrom: <sip:f>\nTo: <sip:t>\n"
                            "Call-ID: c\nCSeq: 1 INFO\n\n";
    Dialog one = dialog();
    QCOMPARE(freetext::make(info, FreeParts::all(), places, fresh, &one),
        QByteArray("INFO sip:target@1.2.3.4 SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKnew\r\nRoute: "
                   "<sip:proxy;lr>\r\nFrom: <sip:us@here>;tag=ours\r\nTo: <sip:them@there>;tag=theirs\r\nCall-ID: "
                   "inside\r\nCSeq: 9 INFO\r\nContent-Length: 0\r\n\r\n"));
    QCOMPARE(one.localCSeq, 9U);
    // Wrong on purpose
    Dialog other = dialog();
    const QByteArray odd = freetext::make(info, only({FreePart::ContentLength}), places, fresh, &other);
    QVERIFY(odd.contains("From: <sip:f>\r\n") && odd.contains("Call-ID: c\r\n") && odd.contains("CSeq: 1 INFO\r\n"));
    // The ACK has the number of its INVITE, RFC 3261 §13.2.2.4
    Dialog third = dialog();
    QVERIFY(freetext::make("ACK sip:x SIP/2.0\nCSeq: 1 ACK\n\n", FreeParts::all(), places, fresh, &third)
                .contains("CSeq: 3 ACK\r\n"));
    QCOMPARE(third.localCSeq, 8U);
}

void tst_FreeText::chineseKeepsItsCharset_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("GB2312") << QByteArray("GB2312") << QByteArray("\xc3\xc5");
    QTest::newRow("gb18030") << QByteArray("gb18030") << QByteArray("\xc3\xc5");
    QTest::newRow("UTF-8") << QByteArray("UTF-8") << QByteArray("\xe9\x97\xa8");
}

void tst_FreeText::chineseKeepsItsCharset()
{
    QFETCH(QByteArray, charset);
    QFETCH(QByteArray, name);
    const QByteArray octets = "MESSAGE a SIP/2.0\r\nX: 1\r\n\r\n<?xml version=\"1.0\" encoding=\"" + charset
        + "\"?>\r\n<Notify>" + name + "</Notify>";
    const freetext::Shown shown = freetext::decode(octets);
    QVERIFY(shown.text.contains(u"\u95e8") && !shown.text.contains(u'\r') && !shown.lossy);
    QCOMPARE(freetext::make(freetext::encode(shown.text), {}, places, fresh), octets);
    QVERIFY(freetext::decode(octets + "\xff\xfe").lossy);
}

void tst_FreeText::onlyTheMarkOfUtf8Goes()
{
    QCOMPARE(freetext::withoutUtf8Mark("\xef\xbb\xbf"
                                       "BYE"),
        QByteArray("BYE"));
    QCOMPARE(freetext::withoutUtf8Mark("\xef\xbb\xbf\xef\xbb\xbf"
                                       "BYE"),
        QByteArray("\xef\xbb\xbf"
                   "BYE"));
    for (const char *one : {"", "BYE", "BYE \xef\xbb\xbf", "\xef\xbb",
             "\xff\xfe"
             "B",
             "\xfe\xff"
             "B"})
        QCOMPARE(freetext::withoutUtf8Mark(one), QByteArray(one));
}

void tst_FreeText::passwordsAreLeftOut()
{
    bool left = false;
    const QString secret = QStringLiteral(
        "REGISTER a SIP/2.0\nX: 1\nauthorization : Digest username=\"u\",\n response=\"r\"\n"
        "Proxy-Authorization: Basic eA==\nY: 2\n\nAuthorization: of a body");
    QCOMPARE(freetext::withoutSecrets(secret, &left),
        QStringLiteral("REGISTER a SIP/2.0\nX: 1\nY: 2\n\nAuthorization: of a body"));
    QVERIFY(left);
    QCOMPARE(freetext::withoutSecrets(QStringLiteral("BYE a SIP/2.0\nX: 1\n\nb"), &left),
        QStringLiteral("BYE a SIP/2.0\nX: 1\n\nb"));
    QVERIFY(!left);
}

void tst_FreeText::templatesAreGood_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const FreeTemplate &one : freeTemplates())
        QTest::newRow(one.name) << QByteArray(one.name);
}

/// Our own rules find nothing in them, beside what is said of an answer.
void tst_FreeText::templatesAreGood()
{
    QFETCH(QByteArray, name);
    const QByteArray typed = textOf(*findFreeTemplate(name));
    QList<FreeFault> found = checkFree(typed, FreeParts::all(), false, places);
    found.removeIf([](const FreeFault &one) { return one.code == Code::SentOnce; });
    QVERIFY2(found.isEmpty(), qPrintable(found.isEmpty() ? QString() : wording::freeFault(found.constFirst())));
    const QByteArray made = freetext::make(typed, FreeParts::all(), places, fresh);
    QVERIFY(!made.contains('{') && !made.contains('}'));
    QCOMPARE(scanHead(view(made)).faults, 0U);
}

void tst_FreeText::faults_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *tag, const QByteArray &was, const QByteArray &is, const char *said) {
        QTest::newRow(tag) << was << is << QString::fromUtf8(said);
    };
    row("nothing", "", "", "");
    row("no Max-Forwards", "Max-Forwards: 70\r\n", "", "Max-Forwards is missing (RFC 3261 8.1.1)");
    row("no Call-ID", "Call-ID: oldcall\r\n", "", "no Call-ID");
    row("branch", "z9hG4bKold", "old",
        "its branch does not begin with z9hG4bK: it is sent once, and no answer is waited for");
    row("To tag", "To: <sip:a@b>", "To: <sip:a@b>;tag=1", "To has a tag: outside of a dialog the usual answer is 481");
    row("XML", "</Query>", "\r\n</Qury>", "line 12: its body is no XML");
    row("no SN", "<SN>17</SN>", "", "it has no SN that is a number");
    row("CmdType", ">Catalog<", ">Katalog<", "GB/T 28181 has no Query with CmdType Katalog that gbscope knows");
    row("element", "</Query>", "<Foo><Bar/></Foo></Query>", "line 11: Foo: no element of Catalog in GB/T 28181");
    row("needed", ">Catalog<", ">ConfigDownload<", "ConfigType is missing: ConfigDownload needs it");
    row("free text of the standard", "</Query>", "<Info><X/></Info></Query>", "");
}

void tst_FreeText::faults()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QFETCH(QString, said);
    FreeParts anew = FreeParts::all();
    anew.set(FreePart::Branch, false);
    QByteArray typed = text();
    if (!was.isEmpty()) {
        QVERIFY(typed.contains(was));
        typed.replace(was, is);
    }
    QStringList words;
    for (const FreeFault &one : checkFree(typed, anew, false, places))
        words.append(wording::freeFault(one));
    QCOMPARE(words.join(u'|'), said);
}

/// Order, how often, and edition: notes, since devices differ. The envelope is written in short.
void tst_FreeText::elements_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("edition"); // that the device announced; -1: none
    QTest::addColumn<QString>("said");
    const auto row = [](const char *tag, const QByteArray &body, int edition, const char *said) {
        QTest::newRow(tag) << body << edition << QString::fromUtf8(said);
    };
    const int v2014 = static_cast<int>(Edition::V2014), v2016 = static_cast<int>(Edition::V2016),
              v2022 = static_cast<int>(Edition::V2022);
    const QByteArray record = "<Query><CmdType>RecordInfo</CmdType><SN>1</SN><DeviceID>a</DeviceID>";
    const QByteArray control = "<Control><CmdType>DeviceControl</CmdType><SN>1</SN><DeviceID>a</DeviceID>";
    const QByteArray config = "<Control><CmdType>DeviceConfig</CmdType><SN>1</SN><DeviceID>a</DeviceID>";
    const QByteArray times = "<StartTime>1</StartTime><EndTime>2</EndTime>";
    row("right", record + times + "<Type>all</Type></Query>", v2016, "");
    row("order", record + "<EndTime>2</EndTime><StartTime>1</StartTime></Query>", -1, "WrongPlace StartTime EndTime");
    row("order within",
        control + "<HomePosition><PresetIndex>1</PresetIndex><Enabled>1</Enabled></HomePosition></Control>", -1,
        "WrongPlace HomePosition/Enabled HomePosition/PresetIndex");
    row("order of the envelope", "<Query><SN>1</SN><CmdType>DeviceInfo</CmdType><DeviceID>a</DeviceID></Query>", -1,
        "WrongPlace CmdType SN");
    row("envelope behind", "<Query><CmdType>RecordInfo</CmdType><SN>1</SN>" + times + "<DeviceID>a</DeviceID></Query>",
        -1, "WrongPlace DeviceID StartTime");
    row("twice", record + times + "<Type>all</Type><Type>time</Type></Query>", -1, "TooOften Type 1");
    row("two SN", "<Query><CmdType>DeviceInfo</CmdType><SN>1</SN><SN>2</SN><DeviceID>a</DeviceID></Query>", -1,
        "TooOften SN 1");
    row("nine lines of text",
        config
            + "<OSDConfig><Length>1</Length><Width>1</Width><TimeX>1</TimeX><TimeY>1</TimeY><TimeEnable>1</TimeEnable>"
              "<TextEnable>1</TextEnable><SumNum>9</SumNum>"
            + QByteArray("<Item><Text>a</Text><X>1</X><Y>1</Y></Item>").repeated(9) + "</OSDConfig></Control>",
        v2022, "TooOften OSDConfig/Item 8");
    row("each of many has what it needs",
        config
            + "<OSDConfig><Length>1</Length><Width>1</Width><TimeX>1</TimeX><TimeY>1</TimeY><TimeEnable>1</TimeEnable>"
              "<TextEnable>1</TextEnable><SumNum>2</SumNum><Item><Text>a</Text><X>1</X><Y>1</Y></Item>"
              "<Item><Text>a</Text><X>1</X></Item><Item><Text>a</Text><X>1</X></Item></OSDConfig></Control>",
        -1, "MissingElement OSDConfig/Item/Y DeviceConfig");
    row("newer than the device", record + times + "<StreamNumber>0</StreamNumber></Query>", v2016,
        "OtherEdition StreamNumber 2022");
    row("as new as the device", record + times + "<StreamNumber>0</StreamNumber></Query>", v2022, "");
    row("of an edition that is not known", record + times + "<StreamNumber>0</StreamNumber></Query>", -1, "");
    row("older than the device", control + "<IFameCmd>Send</IFameCmd></Control>", v2022,
        "OtherEdition IFameCmd 2014-2016");
    row("of the amendment", "<Query><CmdType>PersetQuery</CmdType><SN>1</SN><DeviceID>a</DeviceID></Query>", v2014, "");
    row("command of another edition", "<Query><CmdType>PersetQuery</CmdType><SN>1</SN><DeviceID>a</DeviceID></Query>",
        v2022, "OtherEdition PersetQuery 2014");
    row("of no one edition", control + "<IFameCmd>Send</IFameCmd><IFrameCmd>Send</IFrameCmd></Control>", -1,
        "MixedEditions IFrameCmd IFameCmd");
    row("two orders have no order", control + "<TeleBoot>Boot</TeleBoot><PTZCmd>0</PTZCmd></Control>", -1, "");
    row("what stands anywhere", record + "<Info>x</Info><StartTime>1</StartTime><EndTime>2</EndTime></Query>", -1, "");
    row("regions of interest",
        config
            + "<SVACEncodeConfig><ROIParam><ROIFlag>1</ROIFlag><ROINumber>0</ROINumber></ROIParam></SVACEncodeConfig>"
              "</Control>",
        -1, "");
    row("what a device answers is not ours", "<Response><CmdType>Catalog</CmdType><SN>1</SN><X/></Response>", -1, "");
    row("what we answer",
        "<Response><CmdType>Alarm</CmdType><SN>1</SN><DeviceID>a</DeviceID><Result>OK</Result></Response>", v2022, "");
}

void tst_FreeText::elements()
{
    QFETCH(QByteArray, body);
    QFETCH(int, edition);
    QFETCH(QString, said);
    static const QHash<Code, QString> names{{Code::WrongPlace, QStringLiteral("WrongPlace")},
        {Code::TooOften, QStringLiteral("TooOften")}, {Code::OtherEdition, QStringLiteral("OtherEdition")},
        {Code::MixedEditions, QStringLiteral("MixedEditions")},
        {Code::MissingElement, QStringLiteral("MissingElement")}};
    QStringList words;
    for (const FreeFault &one :
        checkElements(body, edition < 0 ? std::optional<Edition>() : static_cast<Edition>(edition))) {
        words.append(names.value(one.code, QStringLiteral("other")) + u' ' + one.a + u' ' + one.b);
        QVERIFY(wording::freeFault(one).contains(one.a));
        QCOMPARE(wording::isNote(one), one.code != Code::MissingElement);
    }
    QCOMPARE(words.join(u'|'), said);
}

/// Each row twice over: once too often, and in an edition that is too old. Nothing else makes sure that a row counts.
void tst_FreeText::everyRowOfTheTableIsLookedAt()
{
    for (const ManscdpElement &one : manscdpElements()) {
        const QStringList parts = QString::fromLatin1(one.path).split(u'/', Qt::SkipEmptyParts);
        if (parts.isEmpty() || QByteArray(one.root) == "Response")
            continue;
        QString inside;
        for (int i = 0; i <= one.most; ++i)
            inside += QStringLiteral("<%1/>").arg(parts.constLast());
        for (qsizetype i = parts.size() - 2; i >= 0; --i)
            inside = QStringLiteral("<%1>%2</%1>").arg(parts[i], inside);
        if (*one.order != '\0' && QByteArray(one.order) != parts.constFirst().toLatin1())
            inside.prepend(QStringLiteral("<%1/>").arg(QString::fromLatin1(one.order)));
        const QString body = QStringLiteral("<%1><CmdType>%2</CmdType><SN>1</SN><DeviceID>a</DeviceID>%3</%1>")
                                 .arg(QString::fromLatin1(one.root), QString::fromLatin1(one.cmdType), inside);
        const auto has = [&](Code code, std::optional<Edition> edition) {
            const QList<FreeFault> found = checkElements(body.toUtf8(), edition);
            return std::any_of(found.begin(), found.end(), [&](const FreeFault &fault) {
                return fault.code == code && fault.a == QString::fromLatin1(one.path).left(60);
            });
        };
        QVERIFY2(has(Code::TooOften, {}), one.path);
        QCOMPARE(has(Code::OtherEdition, Edition::V2011), one.since > 2011);
        QCOMPARE(has(Code::OtherEdition, Edition::V2022), one.until < 2022);
    }
}

void tst_FreeText::effects_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("effect");
    const auto row = [](const char *body, Effect effect) {
        QTest::newRow(body) << QByteArray(body) << static_cast<int>(effect);
    };
    row("<Query><CmdType>Catalog</CmdType></Query>", Effect::Reads);
    row("<Control><RecordCmd>Record</RecordCmd></Control>", Effect::Sets);
    row("<Control><PTZCmd>A50F0100000000B5</PTZCmd></Control>", Effect::Moves);
    row("<Control><teleboot>Boot</teleboot>", Effect::Restarts); // to a lenient device the same
    row("<Control><DeviceUpgrade>", Effect::Restarts);
    row("<Control><FormatSDCard>1</FormatSDCard></Control>", Effect::Erases);
}

void tst_FreeText::effects()
{
    QFETCH(QByteArray, body);
    QFETCH(int, effect);
    for (const char *end : {"\n\n", "\r\n\r\n"})
        QCOMPARE(static_cast<int>(effectOf(QByteArray(QByteArray("MESSAGE a SIP/2.0") + end + body))), effect);
}

/// The rows of tests/data/manscdp/requests.csv, which were made from the standard.
void tst_FreeText::theTableIsTheStandards()
{
    QFile file(QStringLiteral(GBSCOPE_TEST_DATA "/manscdp/requests.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList wanted, has;
    for (const QString &row : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList c = row.split(u';');
        wanted.append(QStringList{
            c[0], c[1], c[2], c[3], QString::number(c[4].toInt()), QString::number(c[5].toInt()), c[7], c[8]}
                          .join(u';'));
    }
    for (const ManscdpElement &one : manscdpElements())
        has.append(QStringLiteral("%1;%2;%3;%4;%5;%6;%7;%8")
                       .arg(QString::fromLatin1(one.root), QString::fromLatin1(one.cmdType),
                           QString::fromLatin1(one.order), QString::fromLatin1(one.path))
                       .arg(one.least)
                       .arg(one.most)
                       .arg(one.since)
                       .arg(one.until));
    QCOMPARE(has, wanted);
}

/// Whatever is typed or read from a file: no crash, bounded, and the limits are told.
void tst_FreeText::anyOctetsAreTaken()
{
    const QByteArray odd[] = {"\n", "\n\n", ":", "\r", "{", QByteArray(1, '\0'), "Via:\nFrom:\nCSeq:\nCall-ID:\n\n",
        "A\n B\n\n", QByteArray(4000, ';') + "\nVia: " + QByteArray(20000, ';') + "\n\n", "SIP/2.0", "\xff\xfe\n\xff",
        "X y SIP/2.0\nVia: \"\nFrom: <\nCSeq: 99999999999999999999\n\n<SN>"};
    for (const QByteArray &one : odd) {
        Dialog dialog{.callId = "c"};
        freetext::make(one, FreeParts::all(), places, fresh);
        freetext::make(one, FreeParts::all(), places, fresh, &dialog);
        freetext::make(freetext::encode(freetext::decode(one).text), {}, places, fresh);
        QVERIFY(checkFree(one, FreeParts::all(), false).size() <= 12);
        effectOf(one);
        freetext::cseqOf(one);
    }
    QCOMPARE(checkFree(" \n", FreeParts::all(), false).constFirst().code, Code::Empty);
    const auto tooLong = checkFree(QByteArray(FreeQuestion::maxOctets + 1, 'x'), FreeParts::all(), false);
    QCOMPARE(tooLong.size(), 1);
    QCOMPARE(tooLong.constFirst().code, Code::TooLong);
    QVERIFY(wording::forbidsSending(tooLong.constFirst()));
}

QTEST_GUILESS_MAIN(tst_FreeText)
#include "tst_freetext.moc"
