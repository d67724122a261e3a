#include "tests/support/files.h"
#include "tests/support/program.h"
#include "tests/support/zipmembers.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb::test;

/// Pages and bundles as the command line writes them.
class tst_ReportCli : public QObject
{
    Q_OBJECT
private slots:
    void bundleTellsWhatAnalyzeTells_data();
    void bundleTellsWhatAnalyzeTells();
    void endingDecides_data();
    void endingDecides();
    void existingStaysWithoutForce();
    void pseudonymsUnlessToldOtherwise();
    void whatWentWrongIsTold();

private:
    static QString data(const char *name) { return QStringLiteral(GBSCOPE_TEST_DATA "/") + QLatin1String(name); }
    QString target(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    static Run report(const QString &from, const QString &to, const QStringList &more = {})
    {
        return run(
            QStringLiteral(GBSCOPE_CLI), QStringList{QStringLiteral("report"), from, QStringLiteral("-o"), to} + more);
    }
    QByteArray member(const char *zip, const char *name) const
    {
        for (const ZipMember &one : zipMembers(contents(target(zip)))) {
            if (one.name == QByteArrayView(name))
                return one.content;
        }
        return {};
    }
    /// By ID: the page has the worst ahead.
    static QJsonArray sorted(const QJsonValue &array)
    {
        QMap<QString, QJsonValue> all;
        for (const QJsonValue &one : array.toArray())
            all.insert(one[QStringLiteral("id")].toVariant().toString().rightJustified(20, u'0'), one);
        QJsonArray out;
        for (const QJsonValue &one : std::as_const(all))
            out.append(one);
        return out;
    }

    QTemporaryDir m_folder;
};

void tst_ReportCli::bundleTellsWhatAnalyzeTells_data()
{
    QTest::addColumn<QString>("file");
    for (const char *const name : {"11a-auto-unregister.pcap", "02-icmp-register.pcap", "20-unknown.pcap",
             "21b-invite-415.pcap", "11b-refresh-400.pcap", "19b-sumnum.pcap"})
        QTest::newRow(name) << data("field2/") + QLatin1String(name);
}

void tst_ReportCli::bundleTellsWhatAnalyzeTells()
{
    QFETCH(const QString, file);
    const Run wrote = report(
        file, target("told.zip"), {QStringLiteral("--redact"), QStringLiteral("own-site"), QStringLiteral("--force")});
    QVERIFY2(wrote.status == 0 && wrote.err.contains("messages written to"), wrote.err.constData());
    const QJsonObject told = QJsonDocument::fromJson(member("told.zip", "findings.json")).object(),
                      analyzed = run(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), file}).json();
    for (const char *const list : {"devices", "findings"}) {
        const QJsonArray expected = sorted(analyzed.value(QLatin1String(list)));
        QCOMPARE(sorted(told.value(QLatin1String(list))), expected);
        QVERIFY2(!expected.isEmpty(), list);
    }
    const QJsonObject environment = QJsonDocument::fromJson(member("told.zip", "environment.json")).object();
    QCOMPARE(environment.value(QStringLiteral("policy")), analyzed.value(QStringLiteral("policy")));
    QVERIFY(!environment.value(QStringLiteral("gbscope")).toString().isEmpty());
    QCOMPARE(
        environment.value(QStringLiteral("messages")), analyzed[QStringLiteral("messages")][QStringLiteral("total")]);
}

void tst_ReportCli::endingDecides_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("zip") << QStringLiteral("a.zip") << QByteArray("PK\3\4");
    QTest::newRow("ZIP") << QStringLiteral("b.ZIP") << QByteArray("PK\3\4");
    QTest::newRow("html") << QStringLiteral("c.html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("zip.html") << QStringLiteral("d.zip.html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("none") << QStringLiteral("zip") << QByteArray("<!DOCTYPE html>");
}

void tst_ReportCli::endingDecides()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, start);
    const Run wrote = report(data("field2/11a-auto-unregister.pcap"), m_folder.filePath(name));
    QVERIFY2(wrote.status == 0, wrote.err.constData());
    QVERIFY(contents(m_folder.filePath(name)).startsWith(start));
}

void tst_ReportCli::existingStaysWithoutForce()
{
    const QString to = target("kept.zip"), from = data("field2/11a-auto-unregister.pcap");
    write(to, "mine");
    const Run refused = report(from, to);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("--force"), refused.err.constData());
    QCOMPARE(contents(to), QByteArray("mine"));
    QCOMPARE(report(from, to, {QStringLiteral("--force")}).status, 0);
    QCOMPARE(zipMembers(contents(to)).size(), 7);
}

/// A bundle is made to be sent.
void tst_ReportCli::pseudonymsUnlessToldOtherwise()
{
    const QString from = data("field2/11a-auto-unregister.pcap");
    const QByteArray id = run(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), from})
                              .json()[QStringLiteral("devices")][0][QStringLiteral("id")]
                              .toString()
                              .toUtf8();
    QCOMPARE(id.size(), 20);
    const Run wrote = report(from, target("vendor.zip"));
    QVERIFY2(wrote.err.contains("Replaced by pseudonyms"), wrote.err.constData());
    QCOMPARE(report(from, target("own.zip"), {QStringLiteral("--redact"), QStringLiteral("own-site")}).status, 0);
    for (const char *const name : {"report.html", "findings.json", "capture.pcapng", "messages.txt"}) {
        QVERIFY2(!member("vendor.zip", name).contains(id), name);
        QVERIFY2(member("own.zip", name).contains(id), name);
    }
}

void tst_ReportCli::whatWentWrongIsTold()
{
    const Run unread = report(data("field2/README.md"), target("none.zip"));
    QVERIFY(unread.status == 1 && unread.err.contains("README.md"));
    const Run nowhere = report(data("field2/05-sun.snoop"), target("no/such/x.zip"));
    QVERIFY(nowhere.status == 1 && nowhere.err.contains("there is no folder"));
    const Run cut = report(data("field2/09c-cut-file.pcap"), target("cut.zip"));
    QVERIFY2(cut.status == 1 && cut.err.contains("what could be read was written"), cut.err.constData());
    QCOMPARE(zipMembers(contents(target("cut.zip"))).size(), 7);
    QVERIFY(!QFile::exists(target("none.zip")));
}

QTEST_GUILESS_MAIN(tst_ReportCli)
#include "tst_reportcli.moc"
