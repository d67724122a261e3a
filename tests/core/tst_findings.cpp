#include "core/report/words/findingwords.h"
#include "tests/support/findingrows.h"

#include <QtTest>

#include <set>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// The field's problems: each rule with a record that makes it speak, one that looks alike and must not, and what ends
/// it.
class tst_Findings : public QObject
{
    Q_OBJECT
private slots:
    void rules_data();
    void rules();
    void everyCodeHasARow();
    void wordsAreWhole_data() { rules_data(); }
    void wordsAreWhole();
    void oncePerDevice();
    void aRefreshIsNoNewStart();
    void aDeviceWithAPolicyOfItsOwn();
    void countsAndProofAreBounded();
    void theLogIsBounded();
    void catalogsAreBounded();
    void whatIsOverMakesRoom();
    void passwordsAreNeverTold();
    void registrationsOfOthers_data();
    void registrationsOfOthers();
    void ourOwnLinkIsNobodysFault();
    void onlyWhatMeansUnknownIsOffline_data();
    void onlyWhatMeansUnknownIsOffline();
    void timeThatWentBackIsNoInterval();

private:
    static std::vector<FindingRow> all()
    {
        std::vector<FindingRow> rows = registrationRows();
        rows.insert(rows.end(), otherRows().begin(), otherRows().end());
        rows.insert(rows.end(), silenceRows().begin(), silenceRows().end());
        rows.insert(rows.end(), evidenceRows().begin(), evidenceRows().end());
        rows.insert(rows.end(), answerRows().begin(), answerRows().end());
        rows.insert(rows.end(), mediaRows().begin(), mediaRows().end());
        return rows;
    }
};

void tst_Findings::rules_data()
{
    QTest::addColumn<int>("place");
    int place = 0;
    for (const FindingRow &row : all()) {
        QTest::addRow("%s.%d", kindOf(row.code).rule, place) << place;
        ++place;
    }
}

void tst_Findings::rules()
{
    QFETCH(const int, place);
    const FindingRow row = all()[static_cast<std::size_t>(place)];
    {
        Script alike;
        row.silent(alike);
        const auto finding = alike.finding(row.code);
        QVERIFY2(!finding, finding ? qPrintable(wording::finding(*finding).title) : "");
    }
    Script script;
    row.fires(script);
    auto finding = script.finding(row.code);
    QVERIFY(finding);
    QVERIFY(!finding->over);
    QVERIFY(finding->count >= 1 && finding->first <= finding->last);
    const bool shown = row.code != FindingCode::ExpectedSilent && row.code != FindingCode::PortTaken
        && row.code != FindingCode::AddressNotHere && row.code != FindingCode::SilentConnection
        && row.code != FindingCode::AddressGuesses && row.code != FindingCode::PlacesSpoofed
        && row.code != FindingCode::SilentClosed && row.code != FindingCode::TooManyDevices
        && row.code != FindingCode::OwnLinkDown && row.code != FindingCode::ClockJumped
        && row.code != FindingCode::TcpRefused && row.code != FindingCode::TcpUnanswered
        && row.code != FindingCode::TimeWentBack && row.code != FindingCode::SenderClock
        && row.code != FindingCode::RegisteredBefore && row.code != FindingCode::BindingsNotKept
        && row.code != FindingCode::ManySilent && row.code != FindingCode::StreamClosed;
    if (shown && row.code != FindingCode::BeatsForOthers) {
        QVERIFY(!finding->messages.isEmpty());
        for (const quint64 number : finding->messages)
            QVERIFY(number >= 1 && number <= script.analysis.counters().messages);
    }
    if (!row.ends)
        return;
    row.ends(script);
    finding = script.finding(row.code);
    QVERIFY(finding && finding->over);
    QVERIFY(finding->overAt >= finding->last);
}

void tst_Findings::everyCodeHasARow()
{
    std::set<FindingCode> seen;
    for (const FindingRow &row : all())
        QVERIFY2(seen.insert(row.code).second, kindOf(row.code).rule);
    for (int code = 0; code < static_cast<int>(FindingCode::Count); ++code)
        QVERIFY2(seen.contains(static_cast<FindingCode>(code)),
            qPrintable(QString::number(code) + u' ' + QLatin1String(kindOf(static_cast<FindingCode>(code)).rule)));
}

void tst_Findings::wordsAreWhole()
{
    QFETCH(const int, place);
    const FindingRow row = all()[static_cast<std::size_t>(place)];
    Script script;
    row.fires(script);
    const auto finding = script.finding(row.code);
    QVERIFY(finding);
    const wording::FindingText text = wording::finding(*finding);
    for (const QString &one : {text.title, text.cause, text.advice}) {
        QVERIFY(!one.isEmpty());
        static const QRegularExpression odd(QStringLiteral("%\\d|\\(\\s*\\)|  | ,| :|^[: ]"));
        QVERIFY2(!one.contains(odd), qPrintable(one));
    }
    QVERIFY(!wording::culprit(*finding).isEmpty());
    qInfo().noquote() << kindOf(row.code).rule << text.title;
}

/// A thousand devices that do all as they should: nothing is found.
void tst_Findings::oncePerDevice()
{
    Script script;
    for (int i = 0; i < 30; ++i) {
        script.send({.uri = "sip:34020000002000000009@3402000000", .callId = QByteArray::number(i)});
        script.wait(60s);
    }
    script.send({.uri = "sip:34020000002000000009@3402000000", .user = "34020000001320000002", .callId = "other"});
    const QList<Finding> all = script.analysis.findings().log().all();
    QCOMPARE(std::count_if(
                 all.begin(), all.end(), [](const Finding &one) { return one.code == FindingCode::WrongServerId; }),
        2);
    const auto first = script.finding(FindingCode::WrongServerId);
    QCOMPARE(first->count, 30U);
    QCOMPARE(first->last - first->first, Duration(29min));
}

void tst_Findings::aRefreshIsNoNewStart()
{
    Script script;
    script.login();
    script.login({.callId = "restarted"});
    script.beats(4, 90s);
    const quint64 before = script.finding(FindingCode::BeatsSlower)->count;
    script.login({.callId = "restarted", .cseq = 3});
    script.beats(1, 90s);
    QCOMPARE(script.finding(FindingCode::BeatsSlower)->count, before + 1);
}

void tst_Findings::aDeviceWithAPolicyOfItsOwn()
{
    Script script;
    script.analysis.setOverrides({{QString::fromLatin1(Script::id), HeartbeatPolicy{20s, 3}}}, script.clock.now());
    script.login();
    script.beats(4, 20s);
    QVERIFY(!script.finding(FindingCode::BeatsFaster));
    script.beats(4, 60s);
    QCOMPARE(script.finding(FindingCode::BeatsSlower)->b, QStringLiteral("20"));
}

void tst_Findings::countsAndProofAreBounded()
{
    FindingLog log;
    for (quint64 i = 1; i <= 1000; ++i)
        log.raise(FindingCode::BeatRepeated, QStringLiteral("a"), {}, TimePoint(Duration(i)), {i});
    const QList<Finding> told = log.take();
    QCOMPARE(told.size(), 1); // however often it changed
    QCOMPARE(told.constFirst().count, 1000U);
    QCOMPARE(told.constFirst().messages, (QList<quint64>{1, 2, 3, 4, 997, 998, 999, 1000}));
    QVERIFY(log.take().isEmpty());
}

void tst_Findings::theLogIsBounded()
{
    FindingLog log;
    for (std::size_t i = 0; i < FindingLog::capacity + 50; ++i)
        log.raise(FindingCode::IdLength, QString::number(i), {}, {}, {i + 1});
    QCOMPARE(log.all().size(), static_cast<qsizetype>(FindingLog::capacity));
    QCOMPARE(log.unlisted(), 50U);
}

/// Twelve devices tell 19,000 channels each: more than is kept of all. Those that are dropped are not judged, and the
/// next one is.
void tst_Findings::catalogsAreBounded()
{
    Script script;
    const auto idOf = [](int device) -> QByteArray { return "3402000000118" + QByteArray::number(1'000'000 + device); };
    const auto tell = [&](int device, int parts) {
        Script::Request query = script.query(script.manscdp("Query", "Catalog", {}, device));
        query.to = idOf(device);
        script.ask(query);
        script.answer(script.last, "200 OK", {}, true);
        for (int part = 0; part < parts; ++part) {
            QByteArray items;
            for (int i = 0; i < 1000; ++i)
                items += "<Item><DeviceID>" + QByteArray::number(part * 1000 + i) + "</DeviceID></Item>";
            Script::Request response = script.manscdp(
                "Response", "Catalog", "<SumNum>19001</SumNum><DeviceList>" + items + "</DeviceList>", device);
            response.user = idOf(device);
            script.send(response);
        }
    };
    for (int device = 0; device < 12; ++device) {
        script.login({.user = idOf(device), .callId = idOf(device)});
        tell(device, 19);
    }
    script.wait(10s);
    const QList<Finding> all = script.analysis.findings().log().all();
    QCOMPARE(
        std::count_if(all.begin(), all.end(), [](const Finding &one) { return one.code == FindingCode::CatalogShort; }),
        10);    // 10 x 19,000 are below 200,000
    tell(0, 1); // its old one gave its room back
    script.wait(10s);
    QCOMPARE(script.finding(FindingCode::CatalogShort)->count, 2U);
}

void tst_Findings::whatIsOverMakesRoom()
{
    FindingLog log;
    for (std::size_t i = 0; i < FindingLog::capacity; ++i)
        log.raise(FindingCode::IdLength, QString::number(i), {}, {}, {i + 1});
    log.end(FindingCode::IdLength, QStringLiteral("77"), {});
    log.take();
    log.raise(FindingCode::IdLength, QStringLiteral("new"), {}, {}, {1});
    QCOMPARE(log.unlisted(), 0U);
    const QList<Finding> told = log.take();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().device, QStringLiteral("new"));
    QCOMPARE(told.constFirst().id, quint32(FindingLog::capacity + 1));
    log.raise(FindingCode::IdLength, QStringLiteral("77"), {}, {}, {1}); // it is known no more, and there is no room
    QCOMPARE(log.unlisted(), 1U);
}

void tst_Findings::passwordsAreNeverTold()
{
    Script script;
    script.analysis.devices().setKnownPasswords("topsecret1", {"topsecret2"});
    for (const char *password : {"topsecret2", "TOPSECRET2", "other"}) {
        script.send({});
        script.challenge();
        script.send({.cseq = 2, .more = "Expires: 3600\r\n" + Script::credentials(Script::id, "3402000000", password)});
        script.answer(script.last, "403 Forbidden");
        for (const Finding &finding : script.analysis.findings().log().all()) {
            const wording::FindingText text = wording::finding(finding);
            QVERIFY(!QString(text.title + text.cause + text.advice + finding.a + finding.b + finding.c)
                         .contains(QStringLiteral("topsecret"), Qt::CaseInsensitive));
        }
    }
}

void tst_Findings::registrationsOfOthers_data()
{
    QTest::addColumn<QByteArray>("contact");
    QTest::addColumn<int>("code");
    const int wrong = static_cast<int>(FindingCode::WrongContact),
              other = static_cast<int>(FindingCode::RegistersOther);
    const QByteArray id = "sip:" + Script::id + '@';
    QTest::newRow("the server") << id + "192.168.1.15:5060" << wrong;
    QTest::newRow("the server, without the usual port") << id + "192.168.1.15" << wrong;
    QTest::newRow("any address") << id + "0.0.0.0:5060" << wrong;
    QTest::newRow("any address, IPv6") << id + "[::]:5060" << wrong;
    QTest::newRow("loopback from elsewhere") << id + "127.0.0.1:5060" << wrong;
    QTest::newRow("everybody") << id + "255.255.255.255:5060" << wrong;
    QTest::newRow("a group") << id + "239.1.1.1:5060" << wrong;
    QTest::newRow("port 0") << id + "192.168.1.64:0" << wrong;
    QTest::newRow("another device") << QByteArray("sip:34020000001320000002@192.168.1.64:5060") << other;
    QTest::newRow("a name of its own") << QByteArray("sip:sipp@192.168.1.64:5060") << -1;
}

void tst_Findings::registrationsOfOthers()
{
    QFETCH(const QByteArray, contact);
    QFETCH(const int, code);
    Script script;
    script.login({.contact = contact});
    for (const FindingCode one : {FindingCode::WrongContact, FindingCode::RegistersOther})
        QCOMPARE(script.finding(one).has_value(), static_cast<int>(one) == code);
}

void tst_Findings::onlyWhatMeansUnknownIsOffline_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<bool>("offline");
    QTest::newRow("403") << QByteArray("403 Forbidden") << true;
    QTest::newRow("404") << QByteArray("404 Not Found") << true;
    for (const char *end : {"400 Bad Request", "415 Unsupported Media Type", "420 Bad Extension",
             "500 Server Internal Error", "503 Service Unavailable", "505 Version Not Supported"})
        QTest::newRow(end) << QByteArray(end) << false;
}

/// A heartbeat that is refused for its form says nothing about whether the platform knows the device.
void tst_Findings::onlyWhatMeansUnknownIsOffline()
{
    QFETCH(const QByteArray, end);
    QFETCH(const bool, offline);
    Script script;
    script.login();
    script.beats(2);
    script.wait(60s);
    script.beat(3, end);
    QCOMPARE(script.finding(FindingCode::RefusedAfterAccepted).has_value(), offline);
    QVERIFY(!script.finding(FindingCode::BeatRefused)); // whose advice is to register anew
    QCOMPARE(script.finding(FindingCode::BeatFormRefused).has_value(), !offline && end.startsWith('4'));
    QCOMPARE(script.finding(FindingCode::BeatTroubleRefused).has_value(), !offline && end.startsWith('5'));
}

/// Beats every minute; our cable is out for four minutes, three times: to us it goes on and off.
void tst_Findings::ourOwnLinkIsNobodysFault()
{
    Script script;
    const QString id = QString::fromLatin1(Script::id);
    const auto link = [&](bool up) {
        script.analysis.linkChanged({.up = up,
            .name = QStringLiteral("eth0"),
            .everything = true,
            .since = script.clock.now(),
            .at = script.clock.now()});
    };
    const auto device = [&] { return script.analysis.devices().snapshots().constFirst(); };
    script.login();
    script.beats(3);
    for (int i = 0; i < 3; ++i) {
        link(false);
        script.wait(200s);
        QVERIFY(device().verdict.state == DeviceState::Offline);
        QVERIFY(device().reason.code == NoteCode::OwnLinkDown);
        script.wait(10s);
        link(true);
        script.wait(5s);
        script.beat(10 + 4 * i); // its gap is what our cable was out
        const HeartbeatTruth &truth = *script.analysis.devices().truth(id);
        QVERIFY(truth.gapOf(truth.size() - 1, HeartbeatPolicy()).reason == GapReason::OwnLink);
        script.beats(1);
    }
    const QList<Finding> all = script.analysis.findings().log().all();
    QCOMPARE(all.size(), 1); // and none of a device
    QVERIFY(all.constFirst().code == FindingCode::OwnLinkDown && all.constFirst().over);
    QCOMPARE(all.constFirst().count, 3U);
    // It is silent itself when our link has long been back
    script.wait(100s);
    QVERIFY(device().reason.code == NoteCode::HeartbeatOverdue);
    link(false);
    script.wait(20s);
    link(true);
    script.wait(30s);
    QVERIFY(device().reason.code == NoteCode::OwnLinkDown);
    script.wait(400s);
    QVERIFY(device().verdict.state == DeviceState::Offline);
    QVERIFY(device().reason.code == NoteCode::HeartbeatsStopped);
}

void tst_Findings::timeThatWentBackIsNoInterval()
{
    Script script;
    script.login();
    script.beats(2);
    for (int i = 0; i < 4; ++i) {
        script.clock.advance(-1h);
        script.beat(3);
    }
    QVERIFY(!script.finding(FindingCode::BeatsFaster));
    const HeartbeatTruth &truth = *script.analysis.devices().truth(QString::fromLatin1(Script::id));
    QVERIFY(truth.gapOf(truth.size() - 1, HeartbeatPolicy()).reason == GapReason::ClockJump);
    const auto seen = script.analysis.findings().log().all();
    QVERIFY(std::all_of(seen.begin(), seen.end(), [](const Finding &one) { return one.first <= one.last; }));
}

QTEST_GUILESS_MAIN(tst_Findings)
#include "tst_findings.moc"
