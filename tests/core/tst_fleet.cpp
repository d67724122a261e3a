#include "core/report/words/findingwords.h"
#include "tests/support/fleet.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;

/// A day of devices that do nothing wrong, each in the manner of its maker: nothing is found. GBSCOPE_FLEET=1000 tries
/// as many of them.
class tst_Fleet : public QObject
{
    Q_OBJECT
private slots:
    void healthyFleet_data();
    void healthyFleet();

private:
    static QByteArray told(const QList<Finding> &findings);
};

/// A line a rule: how often, and the first of them.
QByteArray tst_Fleet::told(const QList<Finding> &findings)
{
    QMap<QByteArray, std::pair<int, QByteArray>> rules;
    for (const Finding &finding : findings) {
        auto &[count, first] = rules[finding.kind().rule];
        if (++count == 1)
            first = wording::finding(finding).title.toUtf8() + " (" + finding.device.toUtf8() + ')';
    }
    QByteArray out;
    for (auto it = rules.cbegin(); it != rules.cend(); ++it)
        out += it.key() + ' ' + QByteArray::number(it->first) + ": " + it->second + '\n';
    return out;
}

void tst_Fleet::healthyFleet_data()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::addColumn<Fleet::Platform>("platform");
    for (const auto &[name, platform] : {std::pair("our server", Fleet::Platform::Ours),
             {"our server, qop", Fleet::Platform::OursQop}, {"captured", Fleet::Platform::Challenge},
             {"captured, a platform that says little", Fleet::Platform::Bare}}) {
        QTest::addRow("%s, UDP", name) << TransportKind::Udp << platform;
        QTest::addRow("%s, TCP", name) << TransportKind::Tcp << platform;
    }
}

void tst_Fleet::healthyFleet()
{
    QFETCH(const TransportKind, transport);
    QFETCH(const Fleet::Platform, platform);
    const int wanted = qEnvironmentVariableIntValue("GBSCOPE_FLEET");
    const int devices = wanted > 0 ? wanted : 20;
    Fleet fleet(devices, transport, platform);
    fleet.run(std::chrono::hours(24));
    const QByteArray said = told(fleet.site.analysis.findings().log().all());
    QVERIFY2(said.isEmpty(), said.constData());
    QCOMPARE(fleet.refused, 0);
    QVERIFY(fleet.heartbeats > qint64{devices} * 1430);
    const auto found = fleet.site.analysis.devices().snapshots();
    QCOMPARE(found.size(), devices);
    for (const DeviceSnapshot &device : found)
        QVERIFY2(device.verdict.state == DeviceState::Online, qPrintable(device.id));
}

QTEST_GUILESS_MAIN(tst_Fleet)
#include "tst_fleet.moc"
