#include "tests/support/serverprocess.h"

#include <QtTest>

using namespace gb::test;

/// gbscope-cli analyze over captures with media: what it lists, and what it finds.
class tst_MediaCli : public QObject
{
    Q_OBJECT
private slots:
    void aCallIsListed();
    void lossIsNamedInChinese();
    void aCaptureWithoutMediaHasNone();

private:
    static QJsonObject analyze(const char *file, const QStringList &more = {})
    {
        QProcess process;
        process.start(QStringLiteral(GBSCOPE_CLI),
            QStringList{QStringLiteral("analyze"), QStringLiteral(GBSCOPE_TEST_DATA "/") + QLatin1String(file)} + more);
        process.waitForFinished(ServerProcess::patience);
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }
};

void tst_MediaCli::aCallIsListed()
{
    const QJsonArray all = analyze("media/sipp-play.pcap")[u"media"].toArray();
    QCOMPARE(all.size(), 1);
    const QJsonObject call = all.at(0).toObject();
    QCOMPARE(call[u"device"].toString(), QStringLiteral("34020000001320000001"));
    QCOMPARE(call[u"transport"].toString(), QStringLiteral("UDP"));
    QCOMPARE(call[u"verdict"].toString(), QStringLiteral("warned"));
    QCOMPARE(call[u"broken_link"].toString(), QString());
    QCOMPARE(call[u"links"][u"key-frame"].toString(), QStringLiteral("ok"));
    QCOMPARE(call[u"ssrc_received"].toString(), QStringLiteral("0100000001"));
    QCOMPARE(call[u"numbers"][u"packets"].toInt(), 32);
    // tshark -z rtp,streams
    QCOMPARE(QString::number(call[u"numbers"][u"max_jitter_ms"].toDouble(), 'f', 2), QStringLiteral("62.14"));
    QCOMPARE(call[u"causes"].toArray().size(), 3);
    QCOMPARE(call[u"causes"].toArray().at(2)[u"cause"].toString(), QStringLiteral("map-once"));
}

void tst_MediaCli::lossIsNamedInChinese()
{
    const QJsonObject told = analyze("media/disordered.pcap", {QStringLiteral("--language"), QStringLiteral("zh_CN")});
    const QJsonObject call = told[u"media"].toArray().at(0).toObject();
    QCOMPARE(call[u"broken_link"].toString(), QStringLiteral("sequence"));
    QStringList titles;
    for (const QJsonValue &one : told[u"findings"].toArray()) {
        if (one[u"rule"].toString() == u"G31")
            titles.append(one[u"title"].toString());
    }
    QCOMPARE(titles.size(), 1);
    QVERIFY(titles.constFirst().startsWith(QStringLiteral("\u5a92\u4f53\u5305"))); // media packets
}

void tst_MediaCli::aCaptureWithoutMediaHasNone()
{
    const QJsonObject told = analyze("gb28181-bad/h01-good.pcap");
    QVERIFY(told.contains(u"media"));
    QVERIFY(told[u"media"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(tst_MediaCli)
#include "tst_mediacli.moc"
