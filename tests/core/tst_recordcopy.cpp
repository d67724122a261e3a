#include "core/capture/recordcopy.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// A record saved elsewhere: octet by octet, or not at all.
class tst_RecordCopy : public QObject
{
    Q_OBJECT
private slots:
    void isTheSame_data();
    void isTheSame();
    void cancelLeavesNothing();
    void intoItself();
    void noRoom();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QTemporaryDir m_folder;
};

void tst_RecordCopy::isTheSame_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(1024 * 1024), qsizetype(2'500'001)})
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void tst_RecordCopy::isTheSame()
{
    QFETCH(const qsizetype, size);
    QByteArray octets(size, 'a');
    for (qsizetype i = 0; i < size; i += 997)
        octets[i] = static_cast<char>(i % 251);
    write(path("from"), octets);
    double last = 0;
    const RecordCopy copy = copyRecord(path("from"), path("to"), false, [&](double done) {
        last = done;
        return true;
    });
    QVERIFY2(copy.error.isEmpty(), qPrintable(copy.error));
    QCOMPARE(copy.octets, size);
    QCOMPARE(last, size > 0 ? 1.0 : 0.0);
    QVERIFY(contents(path("to")) == octets);
    QVERIFY(!copyRecord(path("from"), path("to"), false, {}).error.isEmpty()); // it is there
    QVERIFY(copyRecord(path("from"), path("to"), true, {}).error.isEmpty());
    QVERIFY(QFile::remove(path("from")) && QFile::remove(path("to")));
    QCOMPARE(files(), QStringList());
}

void tst_RecordCopy::cancelLeavesNothing()
{
    write(path("from"), QByteArray(3'000'000, 'x'));
    int asked = 0;
    const RecordCopy copy = copyRecord(path("from"), path("to"), false, [&](double) { return ++asked < 2; });
    QVERIFY(copy.cancelled && copy.error.isEmpty());
    QCOMPARE(asked, 2);
    QCOMPARE(files(), QStringList{QStringLiteral("from")});
}

void tst_RecordCopy::intoItself()
{
    const RecordCopy copy = copyRecord(path("from"), path("./from"), true, {});
    QVERIFY(copy.error.contains(QStringLiteral("itself")));
    QCOMPARE(contents(path("from")), QByteArray(3'000'000, 'x'));
    const RecordCopy none = copyRecord(path("none"), path("to"), true, {});
    QVERIFY(!none.error.isEmpty());
    QCOMPARE(none.failed, path("none"));
}

void tst_RecordCopy::noRoom()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    surviveFileLimit();
    write(path("to"), "before");
    for (rlim_t room = 0; room < 3'000'000; room += 250'000) {
        FileLimit limit(room);
        const RecordCopy copy = copyRecord(path("from"), path("to"), true, {});
        limit.lift();
        QVERIFY(!copy.error.isEmpty());
        QCOMPARE(copy.failed, QFileInfo(path("to")).canonicalPath());
        QCOMPARE(contents(path("to")), QByteArray("before"));
        QCOMPARE(files(), (QStringList{QStringLiteral("from"), QStringLiteral("to")}));
    }
}

QTEST_GUILESS_MAIN(tst_RecordCopy)
#include "tst_recordcopy.moc"
