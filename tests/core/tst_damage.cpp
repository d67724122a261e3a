#include "core/capture/importer.h"
#include "core/report/words/findingwords.h"
#include "core/session/analysis.h"
#include "core/session/readahead.h"
#include "tests/support/damage.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// A hole in the record is never a device's fault: captures of healthy sites are damaged in ways that captures are, and
/// nothing likely or certain is said against a device. GBSCOPE_DAMAGE_RUNS=200 tries more of them.
class tst_Damage : public QObject
{
    Q_OBJECT
private slots:
    void aHealthySiteHasNoFinding_data();
    void aHealthySiteHasNoFinding();
    void eachKind_data();
    void eachKind();
    void isNamed_data();
    void isNamed();
    void manyTogether_data();
    void manyTogether();

private:
    static int runs() { return std::clamp(qEnvironmentVariableIntValue("GBSCOPE_DAMAGE_RUNS"), 1, 1000); }
    QList<Finding> findingsOf(const QByteArray &pcap);
    static QByteArray blamed(const QList<Finding> &findings);
    QTemporaryDir m_folder;
    QByteArrayList m_named; ///< what the last capture said of itself: rules, and what its reader counted
};

QList<Finding> tst_Damage::findingsOf(const QByteArray &pcap)
{
    const QString path = m_folder.filePath(QStringLiteral("site.pcap"));
    if (!writeFile(path, pcap))
        qFatal("no place for %s", qPrintable(path));
    Analysis analysis(HeartbeatPolicy{});
    Importer importer;
    if (!importer.open(path))
        return {}; // nothing is left of it
    ReadAhead ahead(importer);
    while (ReadAhead::Chunk *chunk = ahead.next()) {
        for (const ClockJump &jump : chunk->jumps)
            analysis.clockJumped(jump);
        analysis.observe(std::span(chunk->traces.data(), chunk->count), std::span<const PlacedNote>(chunk->notes));
    }
    ahead.finish();
    analysis.advance(importer.last());
    analysis.take(importer.last());
    QFile::remove(path);
    m_named.clear();
    for (const Finding &finding : analysis.findings().log().all()) {
        if (QByteArray(wording::culpritCode(finding)) == "record")
            m_named += finding.kind().rule;
    }
    if (!importer.errorText().isEmpty())
        m_named += "file";
    if (analysis.counters().duplicates > 0)
        m_named += "duplicates";
    if (importer.tcpOctetsLost() > 0)
        m_named += "bytes";
    return analysis.findings().log().all();
}

/// What is said against a device, with more than "possible".
QByteArray tst_Damage::blamed(const QList<Finding> &findings)
{
    QByteArray out;
    for (const Finding &finding : findings) {
        const QByteArray culprit = wording::culpritCode(finding);
        const bool isDevice = culprit == "camera" || culprit == "firmware";
        if (isDevice && finding.likelihood() != Likelihood::Possible && finding.kind().severity != Severity::Info)
            out += QByteArray(finding.kind().rule) + ' ' + wording::finding(finding).title.toUtf8() + " ("
                + finding.device.toUtf8() + ")\n";
    }
    return out.left(2000);
}

void tst_Damage::aHealthySiteHasNoFinding_data()
{
    QTest::addColumn<int>("habit");
    for (int habit = 0; habit < HealthySite::habits; ++habit)
        QTest::addRow("habit %d", habit) << habit;
}

void tst_Damage::aHealthySiteHasNoFinding()
{
    QFETCH(const int, habit);
    QByteArray told;
    for (const Finding &finding : findingsOf(pcapOf(HealthySite(habit).packets())))
        told += QByteArray(finding.kind().rule) + ' ' + wording::finding(finding).title.toUtf8() + '\n';
    QCOMPARE(told, QByteArray());
}

void tst_Damage::eachKind_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 1; kind < Damage::Count; ++kind)
        QTest::newRow(Damage{static_cast<Damage::Kind>(kind)}.text().constData()) << kind;
}

void tst_Damage::eachKind()
{
    QFETCH(const int, kind);
    std::mt19937 random(static_cast<quint32>(kind));
    int tried = 0;
    for (int habit = 0; tried < 6; habit = (habit + 3) % HealthySite::habits) {
        Damage damage;
        do
            damage = damageOf(random);
        while (damage.kind != kind);
        std::vector<SeenPacket> packets = damaged(HealthySite(habit).packets(), damage, random);
        QByteArray pcap = pcapOf(packets, kind == Damage::SnapLength ? damage.amount : 65'535);
        if (kind == Damage::CutFile)
            pcap.truncate(pcap.size() * damage.amount / 100 + 7);
        const QByteArray told = blamed(findingsOf(pcap));
        QVERIFY2(told.isEmpty(),
            QByteArray("habit " + QByteArray::number(habit) + ", " + damage.text() + ":\n" + told).constData());
        ++tried;
    }
}

void tst_Damage::isNamed_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<QByteArray>("name"); ///< a rule, or what the reader counts
    const auto row = [](Damage::Kind kind, int amount, int where, const char *name) {
        const Damage damage{kind, amount, where};
        QTest::newRow(damage.text().constData()) << damage << QByteArray(name);
    };
    row(Damage::Drop, 1, 0, "G79");
    row(Damage::Drop, 50, 0, "G79");
    row(Damage::Hole, 40, 450, "G76");
    row(Damage::Hole, 400, 450, "G76");
    row(Damage::OneDirection, 0, -1, "G79");
    row(Damage::OneDirection, 1, -1, "G79");
    row(Damage::OneDirection, 1, 7, "G79");
    row(Damage::SnapLength, 96, 0, "G77");
    row(Damage::SnapLength, 600, 0, "G77");
    row(Damage::Reorder, 50, 0, "G79");
    row(Damage::Reorder, 2000, 0, "G17");
    row(Damage::Duplicate, 5, 0, "duplicates");
    row(Damage::OffsetClock, -5000, 0, "G79");
    row(Damage::OffsetClock, -20, 0, "G79");
    row(Damage::OffsetClock, 300, 0, "G79");
    row(Damage::ClockStep, -20, 450, "G17");
    row(Damage::ClockStep, 300, 450, "G76");
    row(Damage::CutFile, 50, 0, "file");
}

/// Four habits, or, with more runs, all: UDP, TCP, both, and begun in mid-site.
void tst_Damage::isNamed()
{
    QFETCH(const Damage, damage);
    QFETCH(const QByteArray, name);
    for (int habit = 0; habit < HealthySite::habits; habit = habit == 2 && runs() == 1 ? 7 : habit + 1) {
        if (habit > 7 && runs() == 1)
            break;
        if (damage.kind == Damage::Duplicate && HealthySite::isAllTcp(habit))
            continue; // bytes that came twice are TCP's own affair
        std::mt19937 random(static_cast<quint32>(habit));
        const std::vector<SeenPacket> packets = damaged(HealthySite(habit).packets(), damage, random);
        QByteArray pcap = pcapOf(packets, damage.kind == Damage::SnapLength ? damage.amount : 65'535);
        if (damage.kind == Damage::CutFile)
            pcap.truncate(pcap.size() * damage.amount / 100 + 7);
        findingsOf(pcap);
        QVERIFY2(m_named.contains(name),
            QByteArray("habit " + QByteArray::number(habit) + " has only " + m_named.join(' ')).constData());
    }
}

void tst_Damage::manyTogether_data()
{
    QTest::addColumn<int>("run");
    for (int run = 0; run < runs(); ++run)
        QTest::addRow("run %d", run) << run;
}

/// One to three damages at once, of every habit.
void tst_Damage::manyTogether()
{
    QFETCH(const int, run);
    for (int habit = 0; habit < HealthySite::habits; ++habit) {
        std::mt19937 random(static_cast<quint32>(run * HealthySite::habits + habit));
        std::vector<SeenPacket> packets = HealthySite(habit).packets();
        QByteArray names;
        qsizetype snap = 65'535;
        int cut = 100;
        for (quint32 left = 1 + random() % 3; left > 0; --left) {
            const Damage damage = damageOf(random);
            names += damage.text() + "; ";
            packets = damaged(std::move(packets), damage, random);
            snap = damage.kind == Damage::SnapLength ? damage.amount : snap;
            cut = damage.kind == Damage::CutFile ? damage.amount : cut;
        }
        QByteArray pcap = pcapOf(packets, snap);
        if (cut < 100)
            pcap.truncate(pcap.size() * cut / 100 + 7);
        const QByteArray told = blamed(findingsOf(pcap));
        QVERIFY2(
            told.isEmpty(), QByteArray("habit " + QByteArray::number(habit) + ", " + names + ":\n" + told).constData());
    }
}

QTEST_GUILESS_MAIN(tst_Damage)
#include "tst_damage.moc"
