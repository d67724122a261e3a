#include "core/report/bundle/bundle.h"
#include "core/report/exporter.h"
#include "core/report/page/report.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/longcapture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// Whatever leaves the program, written where each write in turn finds no room: the file of before stays, and nothing
/// else is left. The bundle has its own: tst_bundle.
class tst_EveryWrite : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void failsInTurn_data();
    void failsInTurn();

private:
    static constexpr rlim_t step = 100'000; ///< octets; less than is written in one piece
    ExportResult write(const QByteArray &format, const QString &to) const
    {
        if (format == "page")
            return writeReport({m_source}, to, {.replace = true});
        if (format.startsWith("media")) // of which the other one has none
            return exportCapture(
                {QStringLiteral(GBSCOPE_TEST_DATA "/media/sipp-play.pcap")}, to, {.format = format, .replace = true});
        ExportOptions options;
        options.format = format;
        options.replace = true;
        options.devices = {QStringLiteral("34020000001320000001")};
        return exportCapture({m_source}, to, options);
    }
    QStringList files() const
    {
        return QDir(m_folder.filePath(QStringLiteral("to"))).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    QTemporaryDir m_folder;
    QString m_source;
};

void tst_EveryWrite::initTestCase()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    surviveFileLimit();
    m_source = m_folder.filePath(QStringLiteral("in.pcap"));
    test::write(m_source, longCapture(350, 1200));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("to")));
}

void tst_EveryWrite::failsInTurn_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const Format &one : formats())
        QTest::newRow(one.id) << QByteArray(one.id);
    QTest::newRow("page") << QByteArray("page");
}

void tst_EveryWrite::failsInTurn()
{
    QFETCH(const QByteArray, format);
    const QString to = m_folder.filePath(QStringLiteral("to/out"));
    const ExportResult whole = write(format, to);
    QVERIFY2(whole.error.isEmpty(), qPrintable(whole.error));
    const qint64 size = QFileInfo(to).size();
    QVERIFY(size > 0 && QFile::remove(to));
    test::write(to, "before");
    qint64 failures = 0;
    for (rlim_t room = 0; room < static_cast<rlim_t>(size); room += step, ++failures) {
        FileLimit limit(room);
        const ExportResult result = write(format, to);
        limit.lift();
        QVERIFY2(!result.error.isEmpty() && !result.error.contains(u"nknown"), qPrintable(result.error));
        QCOMPARE(result.failed, QFileInfo(to).canonicalPath());
        QCOMPARE(contents(to), QByteArray("before"));
        QCOMPARE(files(), QStringList{QStringLiteral("out")});
    }
    QVERIFY(failures > 0);
    QVERIFY(write(format, to).error.isEmpty());
    QCOMPARE(QFileInfo(to).size(), size);
    QCOMPARE(files(), QStringList{QStringLiteral("out")});
    QVERIFY(QFile::remove(to));
}

QTEST_GUILESS_MAIN(tst_EveryWrite)
#include "tst_everywrite.moc"
