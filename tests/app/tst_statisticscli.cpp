#include "core/ladder/statistics.h"
#include "core/session/logreading.h"
#include "tests/support/capturewriter.h"
#include "tests/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// gbscope-cli analyze --statistics: what the window's statistics count.
class tst_StatisticsCli : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void ofAll();
    void ofAFilter();
    void conditionsFindWhatTheyCount();
    void theSameAsTheWindow();
    void asText();
    void inChinese();
    void whatCannotBeRead();

private:
    Run cli(const QStringList &more = {}) const
    {
        return run(QStringLiteral(GBSCOPE_CLI),
            QStringList{QStringLiteral("analyze"), m_capture, QStringLiteral("--statistics")} + more);
    }
    static QStringList lines(const QJsonValue &counts)
    {
        QStringList out;
        for (const auto &one : counts[u"values"].toArray())
            out.append(one[u"name"].toString() + u' ' + QString::number(one[u"messages"].toInt()));
        return out;
    }

    QTemporaryDir m_folder;
    QString m_capture;
};

static SipText beat(const char *device, const QByteArray &callId)
{
    SipText text = withXml(request("MESSAGE", callId),
        manscdp("<Notify><CmdType>Keepalive</CmdType><SN>7</SN><Status>OK</Status></Notify>"));
    text.device = device;
    text.extra += "User-Agent: Cam\t<b>\r\n";
    return text;
}

/// Three heartbeats of a device, answered after 11, 21 and 31 ms, the second one sent again first; one of another
/// device that is refused after 41 ms.
void tst_StatisticsCli::initTestCase()
{
    Capture capture;
    const auto ask = [&capture](const SipText &text, const char *status, Duration after, bool again) {
        capture.say(text);
        if (again)
            capture.say(text);
        capture.wait(after - (again ? 1ms : 0ms));
        capture.say(answer(text, status), true);
        capture.wait(60s);
    };
    ask(beat("34020000001320000001", "one"), "200 OK", 10ms, false);
    ask(beat("34020000001320000001", "two"), "200 OK", 20ms, true);
    ask(beat("34020000001320000001", "three"), "200 OK", 30ms, false);
    ask(beat("34020000001320000002", "four"), "403 Forbidden", 40ms, false);
    m_capture = m_folder.filePath(QStringLiteral("a.pcap"));
    QFile file(m_capture);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(capture.octets());
}

void tst_StatisticsCli::ofAll()
{
    const Run run = cli();
    QVERIFY2(run.status == 0, run.err.constData());
    const QJsonObject all = run.json();
    QCOMPARE(all[u"messages"], 9);
    QCOMPARE(all[u"of"], 9);
    QVERIFY(all[u"octets"].toInt() > 9 * 200);
    QCOMPARE(lines(all[u"requests"]), QStringList{QStringLiteral("MESSAGE \u00b7 Keepalive 5")});
    QCOMPARE(lines(all[u"statuses"]), (QStringList{QStringLiteral("200 3"), QStringLiteral("403 1")}));
    QCOMPARE(all[u"copies"][u"values"].toArray().size(), 1);
    QCOMPARE(lines(all[u"devices"]),
        (QStringList{QStringLiteral("34020000001320000001 7"), QStringLiteral("34020000001320000002 2")}));
    QCOMPARE(all[u"user_agents"][u"values"].toArray().size(), 1);
    QVERIFY(!lines(all[u"sizes"]).isEmpty());
    const QJsonValue times = all[u"response_times"];
    QCOMPARE(times[u"all"][u"answers"], 4);
    QCOMPARE(times[u"all"][u"p50_s"], 0.021);
    QCOMPARE(times[u"all"][u"max_s"], 0.041);
    const QJsonValue slowest = times[u"devices"].toArray().first();
    QCOMPARE(slowest[u"device"], QStringLiteral("34020000001320000002"));
    QCOMPARE(slowest[u"p95_s"], 0.041);
    QVERIFY(all[u"devices"].isObject()); // nothing else of an analysis
    QVERIFY(!all.contains(u"findings"));
}

void tst_StatisticsCli::ofAFilter()
{
    const QJsonObject some = cli({QStringLiteral("--filter"), QStringLiteral("dev:34020000001320000001 kind:response")})
                                 .json();
    QCOMPARE(some[u"messages"], 3);
    QCOMPARE(some[u"of"], 9);
    QCOMPARE(some[u"filter"][u"shown"], 3);
    QCOMPARE(some[u"response_times"][u"all"][u"max_s"], 0.031);
    const QJsonObject none = cli({QStringLiteral("--filter"), QStringLiteral("status:500")}).json();
    QCOMPARE(none[u"messages"], 0);
    QVERIFY(none[u"response_times"][u"all"].isNull());
    QVERIFY(!none.contains(u"first"));
    const QJsonObject body = cli({QStringLiteral("--filter"), QStringLiteral("xml:Status=OK")}).json();
    QCOMPARE(body[u"messages"], 5);
    const QJsonObject dialog = cli({QStringLiteral("--filter"), QStringLiteral("status:403"),
                                       QStringLiteral("--filter-scope"), QStringLiteral("dialog")})
                                   .json();
    QCOMPARE(dialog[u"messages"], 2);
}

/// Whoever passes a condition on as a filter sees as many messages.
void tst_StatisticsCli::conditionsFindWhatTheyCount()
{
    const QJsonObject all = cli().json();
    int tried = 0;
    for (const char *const section : {"requests", "statuses", "copies", "sizes", "devices"}) {
        for (const auto &one : all[QLatin1String(section)][u"values"].toArray()) {
            const QString condition = one[u"filter"].toString();
            QVERIFY2(!condition.isEmpty(), section);
            QCOMPARE(cli({QStringLiteral("--filter"), condition}).json()[u"messages"], one[u"messages"]);
            ++tried;
        }
    }
    QVERIFY(tried >= 7);
}

void tst_StatisticsCli::theSameAsTheWindow()
{
    LogReading reading({});
    QVERIFY(reading.read({m_capture}, [](const Trace &) {}));
    FlowRows rows(reading.log());
    const Statistics window = statisticsOf(rows);
    const QJsonObject told = cli().json();
    QCOMPARE(told[u"octets"].toInteger(), static_cast<qint64>(window.octets));
    QCOMPARE(told[u"sizes"][u"values"].toArray().size(), window.sizes.list.size());
    QCOMPARE(told[u"response_times"][u"devices"].toArray().size() + 1, window.times.size());
    QCOMPARE(told[u"response_times"][u"all"][u"p95_s"].toDouble(), inSeconds(window.times.first().p95));
    QCOMPARE(told[u"copies"][u"values"].toArray().first()[u"messages"].toInteger(),
        static_cast<qint64>(window.repeats.list.first().messages));
}

void tst_StatisticsCli::asText()
{
    const Run run = cli({QStringLiteral("--text")});
    QCOMPARE(run.status, 0);
    QVERIFY2(run.out.contains("\nRequests\nMESSAGE \xc2\xb7 Keepalive\t5\t55.6 %\n"), run.out.constData());
    QVERIFY(run.out.contains("All devices\t4\t\t21.0 ms\t41.0 ms\t41.0 ms\n"));
    QVERIFY(run.out.contains("34020000001320000002\t1\t\t41.0 ms\t41.0 ms\t41.0 ms\n"));
    QVERIFY(!run.out.contains("Cam\t<b>")); // a tab of a stranger makes no column
    QVERIFY(cli({QStringLiteral("--text"), QStringLiteral("--filter"), QStringLiteral("status:500")})
                .out.startsWith("0 / 9\n"));
    QCOMPARE(
        gb::test::run(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), m_capture, QStringLiteral("--text")})
            .status,
        2);
}

void tst_StatisticsCli::inChinese()
{
    const QByteArray out = cli({QStringLiteral("--text"), QStringLiteral("--language"), QStringLiteral("zh_CN")}).out;
    QVERIFY2(out.contains("Keepalive\t5") && !out.contains("Statuses"), out.constData());
}

void tst_StatisticsCli::whatCannotBeRead()
{
    const Run none = run(QStringLiteral(GBSCOPE_CLI),
        {QStringLiteral("analyze"), m_folder.filePath(QStringLiteral("none")), QStringLiteral("--statistics")});
    QCOMPARE(none.status, 1);
    QCOMPARE(none.out, QByteArray());
    QFile whole(m_capture);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QString cut = m_folder.filePath(QStringLiteral("cut.pcap"));
    QFile file(cut);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(whole.readAll().chopped(10));
    file.close();
    const Run some = run(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), cut, QStringLiteral("--statistics")});
    QCOMPARE(some.status, 1);
    QCOMPARE(some.json()[u"messages"], 8);
    QVERIFY(some.json().contains(u"error"));
}

QTEST_GUILESS_MAIN(tst_StatisticsCli)
#include "tst_statisticscli.moc"
