#include "tests/fuzz/harness.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QtTest>

using namespace gb;

/// Every harness over every file of tests/data and over what it once broke on. A broken claim ends the program; the row
/// that was begun names harness and file.
class tst_FuzzCorpus : public QObject
{
    Q_OBJECT
private slots:
    void claimsHold_data();
    void claimsHold();
    void findingsBelongToAHarness();
};

static QStringList filesIn(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files << it.next();
    files.sort();
    return files;
}

void tst_FuzzCorpus::claimsHold_data()
{
    QTest::addColumn<int>("harness");
    QTest::addColumn<QString>("path");
    const QStringList seeds = filesIn(QStringLiteral(GBSCOPE_TEST_DATA));
    QVERIFY(seeds.size() > 100);
    for (int i = 0; i < static_cast<int>(std::size(fuzz::harnesses)); ++i) {
        const QString name = QString::fromLatin1(fuzz::harnesses[i].name);
        for (const QString &path : seeds + filesIn(QStringLiteral(GBSCOPE_FUZZ_CORPUS "/") + name))
            QTest::newRow(qPrintable(name + u' ' + QFileInfo(path).fileName())) << i << path;
    }
}

void tst_FuzzCorpus::claimsHold()
{
    QFETCH(const int, harness);
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray octets = file.readAll();
    fuzz::harnesses[harness].run(view(octets));
}

void tst_FuzzCorpus::findingsBelongToAHarness()
{
    for (const QString &name : QDir(QStringLiteral(GBSCOPE_FUZZ_CORPUS)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY2(std::any_of(std::begin(fuzz::harnesses), std::end(fuzz::harnesses),
                     [&](const fuzz::Harness &one) { return name == QLatin1String(one.name); }),
            qPrintable(name));
}

QTEST_GUILESS_MAIN(tst_FuzzCorpus)
#include "tst_fuzzcorpus.moc"
