#include "core/ladder/flowrows.h"
#include "core/ladder/valuecounts.h"
#include "core/report/exporter.h"
#include "core/session/filteredmessages.h"
#include "tests/support/capturewriter.h"
#include "tests/support/traffic.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;
using Scope = FlowFilter::Scope;

/// Which messages of a record meet a filter: of captures, and of the list of a window.
class tst_FilteredMessages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void ofCaptures_data();
    void ofCaptures();
    void anExportHasThemAlone();
    void anExpressionThatIsTooHard();
    void whatComesLaterIsKnown();
    void ofAList_data();
    void ofAList();
    void theTimeOfDayIsLocal();
    void scopesTakeTheirDialogs();
    void aLongListIsFilteredInSlices();
    void moreIsFoundMeanwhile();
    void rowsAreRenewed();
    void whatHidesAMessage();
    void valuesAreCounted();

private:
    QTemporaryDir m_folder;
    QString m_capture;
};

/// #1 a heartbeat of the first device, #2 its 200, #3 a heartbeat whose body is ERROR, #4 its 403 600 ms later, #5 an
/// OPTIONS that is sent again as #6 and never answered.
void tst_FilteredMessages::initTestCase()
{
    Capture capture;
    const auto beat = [](const QByteArray &callId, const QByteArray &status) {
        return withXml(request("MESSAGE", callId),
            manscdp("<Notify><CmdType>Keepalive</CmdType><SN>7</SN><Status>" + status + "</Status></Notify>"));
    };
    capture.say(beat("one", "OK"));
    capture.say(answer(beat("one", "OK"), "200 OK"), true);
    capture.say(beat("two", "ERROR"));
    capture.wait(600ms);
    capture.say(answer(beat("two", "ERROR"), "403 Forbidden"), true);
    const SipText options = request("OPTIONS", "three");
    capture.say(options);
    capture.wait(499ms);
    capture.say(options);
    m_capture = m_folder.filePath(QStringLiteral("a.pcap"));
    QFile file(m_capture);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(capture.octets());
}

void tst_FilteredMessages::ofCaptures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Scope>("scope");
    QTest::addColumn<QString>("numbers");
    const auto row = [](const char *text, const char *numbers, Scope scope = Scope::Message) {
        QTest::addRow("%s %d", text, static_cast<int>(scope))
            << QString::fromLatin1(text) << scope << QString::fromLatin1(numbers);
    };
    row("is:sip", "1 2 3 4 5 6");
    row("not is:sip", "");
    row("cmd:Keepalive kind:request", "1 3");
    row("method:message", "1 2 3 4");
    row("status:403", "4");
    row("status:403", "3 4", Scope::Dialog);
    row("status>=400 or kind:request", "1 3 4 5 6");
    row("xml:Status=ERROR", "3");
    row("xml:Status=ERROR", "3 4", Scope::Dialog);
    row("not xml:Status=ERROR", "1 2 4 5 6");
    row("ERROR", "3");
    row("callid:two", "3 4");
    row("keepalive xml:status", "1 3");
    row("rt>500ms", "3 4"); // the request, too
    row("is:slow", "3 4");
    row("rt<500ms", "1 2");
    row("is:retransmitted", "6");
    row("is:repeated", "6");
    row("retrans:1", "6");
    row("retrans:0", "1 2 3 4 5");
    row("no:2,4", "2 4");
    row("no>=5", "5 6");
    row("sn:7", "1 3");
    row("transport:udp", "1 2 3 4 5 6");
    row("transport:tcp", "");
    row("size>100000", "");
    row("cseq:1 -method:OPTIONS", "1 2 3 4");
    row("re:/^options /i", "5 6");
    row("is:failed", "4");
    row("is:failed,retransmitted", "4 6");
    row("is:problem", "4");
}

void tst_FilteredMessages::ofCaptures()
{
    QFETCH(const QString, text);
    QFETCH(const Scope, scope);
    QFETCH(const QString, numbers);
    const FilteredMessages found = filteredMessages({m_capture}, {text, scope}, {});
    QVERIFY(found.error.isEmpty());
    QCOMPARE(found.of, quint64{6});
    QStringList shown;
    for (quint64 number = 0; number < 20; ++number) {
        if (found.shows(number))
            shown << QString::number(number);
    }
    QCOMPARE(shown.join(u' '), numbers);
    QCOMPARE(found.count, static_cast<quint64>(shown.size()));
}

void tst_FilteredMessages::anExportHasThemAlone()
{
    ExportOptions options;
    options.format = QByteArrayLiteral("text");
    options.wanted = {QStringLiteral("status:403"), Scope::Dialog};
    const QString to = m_folder.filePath(QStringLiteral("out.txt"));
    const ExportResult result = exportCapture({m_capture}, to, options);
    QCOMPARE(result.error, QString());
    QCOMPARE(result.messages, quint64{2});
    QCOMPARE(result.of, quint64{6});
    QFile file(to);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("Call-ID: two") && !written.contains("Call-ID: one"));
    options.wanted.text = QStringLiteral("callid:none");
    options.replace = true;
    QCOMPARE(exportCapture({m_capture}, to, options).messages, quint64{0});
}

/// What cannot be decided is left out, and counted.
void tst_FilteredMessages::anExpressionThatIsTooHard()
{
    Capture capture;
    SipText hard = request("MESSAGE", "hard");
    hard.body = QByteArray(30'000, 'a') + "!b";
    capture.say(hard);
    capture.say(request("OPTIONS", "easy"));
    const QString from = m_folder.filePath(QStringLiteral("hard.pcap"));
    QFile file(from);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(capture.octets()) > 0);
    file.close();
    ExportOptions options;
    options.format = QByteArrayLiteral("text");
    options.wanted.text = QStringLiteral("re:/(a+)+b$/");
    const ExportResult result = exportCapture({from}, m_folder.filePath(QStringLiteral("hard.txt")), options);
    QCOMPARE(result.error, QString());
    QCOMPARE(result.of, quint64{2});
    QCOMPARE(result.messages, quint64{0});
    QCOMPARE(result.gaveUp, quint64{1});
}

void tst_FilteredMessages::whatComesLaterIsKnown()
{
    QVERIFY(
        !filteredMessages({m_folder.filePath(QStringLiteral("none.pcap"))}, {QStringLiteral("a")}, {}).error.isEmpty());
    const auto stop = [](double) { return false; };
    QVERIFY(filteredMessages({m_capture}, {QStringLiteral("a")}, {}, stop).cancelled);
}

void tst_FilteredMessages::ofAList_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("shown");
    const auto row = [](const char *text, qsizetype shown) {
        QTest::newRow(text) << QString::fromLatin1(text) << shown;
    };
    // Two devices log in with four messages each, the first one beats three times and is answered
    row("", 14);
    row("dev:34020000001320000001", 10);
    row("dev:*2", 4);
    row("-dev:*2", 10);
    row("addr:192.168.2.2", 4);
    row("addr:192.168.2.2:5060", 4);
    row("addr:192.168.2.*", 14);
    row("src:192.168.1.15", 7);
    row("dst:192.168.1.15", 7);
    row("port:5060", 14);
    row("port:5061", 0);
    row("is:challenge", 2);
    row("is:authorized", 2);
    row("is:heartbeat", 3);
    row("is:problem", 0); // a first challenge is normal
    row("status:2xx", 5);
    row("rt<1ms", 8); // requests and their answers
    row("401 192.168.2.2", 1);
    row("keepalive", 3);
    row("\"SN 9\"", 1);
    row("nothing*like*this", 0);
    row("status:2oo", 14); // cannot be read: filters nothing
}

void tst_FilteredMessages::ofAList()
{
    QFETCH(const QString, text);
    QFETCH(const qsizetype, shown);
    Traffic traffic;
    traffic.login(1);
    traffic.login(2);
    traffic.beats(1, 3);
    MessageLog log;
    FlowRows rows(log);
    rows.setFilter({.text = text});
    log.append(traffic.take());
    QCOMPARE(rows.matches(), shown);
    FlowRows again(log);
    again.setFilter({.text = text});
    QCOMPARE(again.matches(), shown);
}

void tst_FilteredMessages::theTimeOfDayIsLocal()
{
    Traffic traffic;
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(traffic.now.time_since_epoch()).count();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(millis);
    traffic.enroll(1, false);
    traffic.wait(1h);
    traffic.enroll(1, true);
    MessageLog log;
    log.append(traffic.take());
    FlowRows rows(log);
    rows.setFilter({.text = QStringLiteral("time:") + at.toString(QStringLiteral("HH:mm"))});
    QCOMPARE(rows.matches(), 1);
    rows.setFilter({.text = QStringLiteral("time>") + at.toString(QStringLiteral("yyyy-MM-ddTHH:mm"))});
    QCOMPARE(rows.matches(), 1);
    rows.setFilter({.text = QStringLiteral("time>=") + at.toString(QStringLiteral("yyyy-MM-dd"))});
    QCOMPARE(rows.matches(), 2);
}

void tst_FilteredMessages::scopesTakeTheirDialogs()
{
    Traffic traffic;
    traffic.login(1);
    traffic.beats(1, 2);
    traffic.login(2);
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    FlowFilter filter{.text = QStringLiteral("sn:5"), .scope = Scope::Dialog};
    rows.setFilter(filter);
    QCOMPARE(rows.matches(), 2);
    filter.scope = Scope::Device;
    rows.setFilter(filter);
    QCOMPARE(rows.matches(), 8);
    filter.devices = {Traffic::id(2)};
    rows.setFilter(filter);
    QCOMPARE(rows.matches(), 0); // both must be met
}

void tst_FilteredMessages::aLongListIsFilteredInSlices()
{
    Traffic traffic;
    for (int round = 0; round < 3500; ++round)
        traffic.beats(round % 2 + 1, 3);
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    QVERIFY(log.count() > FlowRows::atOnce);
    const qsizetype all = rows.matches();
    rows.setFilter({.text = QStringLiteral("dev:*2")});
    QVERIFY(rows.isFiltering());
    QCOMPARE(rows.matches(), all); // until then as before
    traffic.beats(2, 1);           // comes meanwhile
    log.append(traffic.take());
    QTRY_VERIFY(!rows.isFiltering());
    QCOMPARE(rows.matches(), all / 2 + 2);
    rows.setFilter({.text = QStringLiteral("dev:*1")});
    rows.setFilter({.text = QStringLiteral("dev:none")}); // the last one counts
    QTRY_VERIFY(!rows.isFiltering());
    QCOMPARE(rows.matches(), 0);
}

void tst_FilteredMessages::moreIsFoundMeanwhile()
{
    Traffic traffic;
    traffic.beats(1, 10);
    MessageLog log;
    log.append(traffic.take());
    FlowRows rows(log);
    FlowFilter filter{.text = QStringLiteral("xml:Status=ERROR or status:200")};
    rows.setFilter(filter);
    QCOMPARE(rows.matches(), 10); // of the others nothing is known
    filter.found = {{QStringLiteral("xml:status :ERROR"), {1, 3}, 4}};
    rows.setFilter(filter);
    QCOMPARE(rows.matches(), 12);
    filter.text = QStringLiteral("not xml:Status=ERROR -status:200");
    rows.setFilter(filter);
    QCOMPARE(rows.matches(), 0); // 5 and later may have it
    filter.found[0].upTo = 20;
    rows.setFilter(filter);
    QCOMPARE(rows.matches(), 8);
}

/// An answer that comes later changes what is shown of its request.
void tst_FilteredMessages::rowsAreRenewed()
{
    Traffic traffic;
    traffic.enroll(1, false);
    traffic.wait(600ms);
    traffic.answer(1, 401);
    const QList<MessageSummary> messages = traffic.take();
    MessageLog log;
    FlowRows rows(log);
    rows.setFilter({.text = QStringLiteral("rt>500ms")});
    log.append(messages.mid(0, 1));
    QCOMPARE(rows.matches(), 0);
    log.append(messages.mid(1));
    QCOMPARE(rows.matches(), 1); // so far
    rows.renew();
    QCOMPARE(rows.matches(), 2);
}

void tst_FilteredMessages::whatHidesAMessage()
{
    using Hidden = FlowMatcher::Hidden;
    Traffic traffic;
    traffic.login(1);
    MessageLog log;
    log.append(traffic.take());
    const auto hides = [&log](const FlowFilter &filter) { return FlowMatcher(log, filter).hides(log.entry(0)); };
    QVERIFY(hides({}) == Hidden::No);
    QVERIFY(hides({.devices = {Traffic::id(2)}}) == Hidden::ByDevices);
    QVERIFY(hides({.callIds = {QStringLiteral("none")}}) == Hidden::ByDialogs);
    QVERIFY(hides({.only = FlowFilter::Only::Malformed}) == Hidden::ByKind);
    QVERIFY(hides({.text = QStringLiteral("status:200")}) == Hidden::ByText);
    QVERIFY(hides({.text = QStringLiteral("status:200"), .scope = Scope::Dialog}) == Hidden::No);
    QVERIFY(hides({.text = QStringLiteral("ua:a")}) == Hidden::Unread);
}

void tst_FilteredMessages::valuesAreCounted()
{
    Traffic traffic;
    traffic.login(1);
    traffic.login(2);
    traffic.beats(1, 3);
    MessageLog log;
    log.append(traffic.take());
    using filter::Field;
    QCOMPARE(commonValues(log, Field::Device, {}, 5), (QList<ValueCount>{{Traffic::id(1), 10}, {Traffic::id(2), 4}}));
    QCOMPARE(commonValues(log, Field::Device, {}, 1).size(), 1);
    QCOMPARE(commonValues(log, Field::Device, QStringLiteral("0002"), 5), (QList<ValueCount>{{Traffic::id(2), 4}}));
    QCOMPARE(commonValues(log, Field::Status, {}, 5),
        (QList<ValueCount>{{QStringLiteral("200"), 5}, {QStringLiteral("401"), 2}}));
    QCOMPARE(commonValues(log, Field::Command, QStringLiteral("KEEP"), 5).value(0).value, QStringLiteral("Keepalive"));
    QCOMPARE(commonValues(log, Field::Address, {}, 5).value(0), (ValueCount{QStringLiteral("192.168.1.15"), 14}));
    QVERIFY(commonValues(log, Field::Text, {}, 5).isEmpty());
}

QTEST_GUILESS_MAIN(tst_FilteredMessages)
#include "tst_filteredmessages.moc"
