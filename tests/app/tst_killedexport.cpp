#include "tests/support/files.h"
#include "tests/support/longcapture.h"
#include "tests/support/program.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb::test;

/// An export that is killed leaves the file of before, or the whole new one, and the next one clears up. How often:
/// GBSCOPE_KILLS, 10 where it is not set.
class tst_KilledExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void leavesOldOrNew_data();
    void leavesOldOrNew();

private:
    static QStringList arguments(const QByteArray &format, const QString &from, const QString &to)
    {
        if (format == "zip")
            return {QStringLiteral("report"), from, QStringLiteral("-o"), to, QStringLiteral("--force")};
        return {QStringLiteral("export"), from, QStringLiteral("-o"), to, QStringLiteral("--format"),
            QString::fromLatin1(format), QStringLiteral("--force")};
    }
    QStringList files() const
    {
        return QDir(m_folder.filePath(QStringLiteral("to"))).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    /// Octets that are written so far, of the file while it is not whole.
    static qint64 written(const QString &to) { return QFileInfo(to + QStringLiteral(".part")).size(); }

    QTemporaryDir m_folder;
    QString m_source;
};

void tst_KilledExport::initTestCase()
{
    m_source = m_folder.filePath(QStringLiteral("in.pcap"));
    write(m_source, longCapture(1500, 1300));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("to")));
}

void tst_KilledExport::leavesOldOrNew_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("text") << QByteArray("text");
    QTest::newRow("pcapng") << QByteArray("pcapng");
    QTest::newRow("bundle") << QByteArray("zip");
}

void tst_KilledExport::leavesOldOrNew()
{
    QFETCH(const QByteArray, format);
    const QString to = m_folder.filePath(QStringLiteral("to/out.") + QString::fromLatin1(format));
    const QStringList how = arguments(format, m_source, to);
    QCOMPARE(run(QStringLiteral(GBSCOPE_CLI), how).status, 0);
    const qint64 size = QFileInfo(to).size();
    const bool isRepeatable = format != "zip"; // which tells when it was made
    const QByteArray whole = contents(to);
    const int told = qEnvironmentVariableIntValue("GBSCOPE_KILLS"), kills = told > 1 ? told : 10;
    int old = 0, half = 0;
    for (int i = 0; i < kills; ++i) {
        QVERIFY(QFile::remove(to));
        write(to, "before");
        QProcess process;
        process.start(QStringLiteral(GBSCOPE_CLI), how);
        QVERIFY(process.waitForStarted(ServerProcess::patience));
        const qint64 until = size * i / (kills - 1); // from the start to just ahead of its end
        const auto isThere = [&] { return i < kills - 1 ? written(to) >= until : contents(to) != "before"; };
        while (i > 0 && !isThere() && !process.waitForFinished(1)) { }
        process.kill();
        process.waitForFinished(ServerProcess::patience);
        half += files().size() > 1 ? 1 : 0;
        const QByteArray now = contents(to);
        old += now == "before" ? 1 : 0;
        QVERIFY2(now == "before" || (isRepeatable ? now == whole : now.size() > size / 2), now.left(100).constData());
    }
    QVERIFY(old > 0 && old < kills && half > 0); // some were killed while they wrote, the last one behind it
    QCOMPARE(run(QStringLiteral(GBSCOPE_CLI), how).status, 0);
    QCOMPARE(files(), QStringList{QFileInfo(to).fileName()}); // what they left is gone
    QVERIFY(QFile::remove(to));
    qInfo("%d killed: %d left the file of before, %d an unfinished one beside it", kills, old, half);
}

QTEST_GUILESS_MAIN(tst_KilledExport)
#include "tst_killedexport.moc"
