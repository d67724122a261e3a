#include "core/capture/hep.h"
#include "core/capture/importer.h"
#include "core/session/analysis.h"
#include "tests/support/capturewriter.h"
#include "tests/support/nexttrace.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Times that are not those of the messages: of HEP that is replayed, and of texts without times. Nothing is made of
/// the intervals between them.
class tst_Replay : public QObject
{
    Q_OBJECT
private slots:
    void inACapture_data();
    void inACapture();
    void live_data();
    void live();
    void aTextWithoutTimes();

private:
    static constexpr TimePoint start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};

    /// A device that is well and sends a heartbeat a minute, with the time of its clock in each.
    static std::vector<std::pair<Duration, QByteArray>> healthy()
    {
        std::vector<std::pair<Duration, QByteArray>> out;
        const auto dateOf = [](Duration at) -> QByteArray {
            const auto time = QDateTime::fromMSecsSinceEpoch(
                (start + at + 8h).time_since_epoch() / 1ms, Qt::UTC); // Beijing
            return "Date: " + time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toLatin1() + "\r\n";
        };
        SipText login = request("REGISTER", "reg");
        login.extra = "Contact: <sip:34020000001320000001@10.0.0.2:5060>\r\nExpires: 3600\r\n" + dateOf(0s);
        out.emplace_back(0s, login.text());
        out.emplace_back(
            10ms, answer(login, "200 OK", "Contact: <sip:34020000001320000001@10.0.0.2:5060>;expires=3600\r\n").text());
        for (int beat = 1; beat <= 20; ++beat) {
            SipText keepalive = withXml(request("MESSAGE", "beat" + QByteArray::number(beat), 20),
                manscdp("<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>" + QByteArray::number(beat)
                    + "</SN>\r\n<DeviceID>34020000001320000001</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>"));
            keepalive.extra += dateOf(beat * 60s);
            out.emplace_back(beat * 60s, keepalive.text());
            out.emplace_back(beat * 60s + 10ms, answer(keepalive, "200 OK").text());
        }
        return out;
    }
    static Datagram datagram(const std::pair<Duration, QByteArray> &message)
    {
        const Endpoint device{QHostAddress(QStringLiteral("10.0.0.2")), 5060},
            platform{QHostAddress(QStringLiteral("10.0.0.1")), 5060};
        const bool back = message.second.startsWith("SIP");
        return {.at = start + message.first,
            .from = back ? platform : device,
            .to = back ? device : platform,
            .octets = message.second};
    }
    static QStringList rules(Analysis &analysis)
    {
        QStringList out;
        for (const Finding &finding : analysis.findings().log().all())
            out << QLatin1String(finding.kind().rule);
        return out;
    }
    QStringList analysed(const QString &path)
    {
        Analysis analysis;
        Importer importer;
        if (!importer.open(path))
            return {importer.errorText()};
        PcapReader::Result result = PcapReader::Result::Datagram;
        while (result == PcapReader::Result::Datagram)
            nextTrace(importer, analysis, result);
        analysis.advance(importer.last());
        return rules(analysis);
    }

    QTemporaryDir m_folder;
};

static void paces()
{
    QTest::addColumn<Duration>("age");
    QTest::addColumn<int>("pace"); ///< how many times as fast as it was
    QTest::addColumn<QString>("rules");
    QTest::newRow("as it is sent") << Duration(20ms) << 1 << QString();
    QTest::newRow("an old one, at its own pace") << Duration(24h * 30) << 1 << QStringLiteral("G18");
    QTest::newRow("an old one, as fast as it goes") << Duration(24h * 30) << 60'000 << QStringLiteral("G18");
    QTest::newRow("an old one, ten times as fast") << Duration(24h * 30) << 10 << QStringLiteral("G18");
}

void tst_Replay::inACapture_data()
{
    paces();
}

void tst_Replay::inACapture()
{
    QFETCH(const Duration, age);
    QFETCH(const int, pace);
    QFETCH(const QString, rules);
    QByteArray file = pcapHeader(101);
    for (const auto &message : healthy())
        file += pcapRecord(message.first / pace + age, ip4(17, udp(hep::write(datagram(message), 7), 9060, 9060)));
    const QString path = m_folder.filePath(QStringLiteral("replay.pcap"));
    QVERIFY(writeFile(path, file));
    QCOMPARE(analysed(path).join(u' '), rules);
}

void tst_Replay::live_data()
{
    paces();
}

/// As the engine has it: the merger's news are notes of the record.
void tst_Replay::live()
{
    QFETCH(const Duration, age);
    QFETCH(const int, pace);
    QFETCH(const QString, rules);
    Analysis analysis;
    hep::Merger merger;
    const Endpoint sender{QHostAddress(QStringLiteral("10.0.0.9")), 9060};
    for (const auto &one : healthy()) {
        Datagram message = datagram(one);
        const TimePoint arrived = start + one.first / pace + age;
        if (const auto behind = merger.fit(message, sender, arrived))
            analysis.observe(JournalNote{arrived,
                notes::AddressNotice{notes::AddressNotice::What::ClockBehind, sender.address.toString(),
                    static_cast<quint64>(std::chrono::round<std::chrono::seconds>(*behind).count())}});
        analysis.observe(std::move(message));
    }
    QCOMPARE(tst_Replay::rules(analysis).join(u' '), rules);
}

void tst_Replay::aTextWithoutTimes()
{
    QByteArray text;
    for (const auto &message : healthy())
        text += QByteArray(message.second).replace("\r\n", "\n") + "\n";
    const QString path = m_folder.filePath(QStringLiteral("pasted.txt"));
    QVERIFY(writeFile(path, text));
    QCOMPARE(analysed(path).join(u' '), QStringLiteral("G78"));
}

QTEST_GUILESS_MAIN(tst_Replay)
#include "tst_replay.moc"
