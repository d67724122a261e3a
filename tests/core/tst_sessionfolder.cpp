#include "core/capture/sessionfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;

/// What the limits of the records remove, and what they never touch.
class tst_SessionFolder : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void nothingWithoutALimit();
    void theOldOnesGo();
    void theOldestGoUntilTheRestFits();
    void whatIsNotOursStays();

private:
    void make(const QString &name, qint64 octets = 10);
    QStringList left() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    static TimePoint on(int day) { return TimePoint(std::chrono::sys_days{std::chrono::year{2026} / 11 / day}); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SessionFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_SessionFolder::make(const QString &name, qint64 octets)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(octets));
}

void tst_SessionFolder::nothingWithoutALimit()
{
    make(QStringLiteral("20200101-000000.pcapng"));
    QVERIFY(sessionfolder::tidy(m_folder->path(), {}, on(20)).isEmpty());
    QCOMPARE(left().size(), 1);
}

void tst_SessionFolder::theOldOnesGo()
{
    for (const char *name : {"20261101-120000", "20261110-120000", "20261110-120000-2", "20261119-235959"})
        make(QLatin1String(name) + QStringLiteral(".pcapng"));
    const QStringList removed = sessionfolder::tidy(m_folder->path(), {.days = 10}, on(20));
    QCOMPARE(removed, QStringList{m_folder->filePath(QStringLiteral("20261101-120000.pcapng"))});
    QCOMPARE(left().size(), 3);
}

void tst_SessionFolder::theOldestGoUntilTheRestFits()
{
    constexpr qint64 megabyte = 1024 * 1024;
    make(QStringLiteral("20261101-120000.pcapng"), 1);
    make(QStringLiteral("20261102-120000.pcapng"), megabyte);
    make(QStringLiteral("20261103-120000.pcapng"), megabyte);
    sessionfolder::tidy(m_folder->path(), {.megabytes = 2}, on(20));
    QCOMPARE(left(), (QStringList{QStringLiteral("20261102-120000.pcapng"), QStringLiteral("20261103-120000.pcapng")}));
}

void tst_SessionFolder::whatIsNotOursStays()
{
    const QStringList kept{QStringLiteral("20200101-000000-copy.pcapng"), QStringLiteral("20200101-000000.pcap"),
        QStringLiteral("20200102-000000.pcapng"), QStringLiteral("20200102-000000.pcapng.lock"),
        QStringLiteral("20200103-000000.pcapng"), QStringLiteral("20200103-000000.pcapng.unfinished"),
        QStringLiteral("20209999-000000.pcapng"), QStringLiteral("evidence.pcapng")};
    for (const QString &name : kept)
        make(name);
    make(QStringLiteral("20200101-000000.pcapng"));
    const QString link = m_folder->filePath(QStringLiteral("20200104-000000.pcapng"));
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("evidence.pcapng")), link));
    const QStringList removed = sessionfolder::tidy(m_folder->path(), {.days = 1, .megabytes = 1}, on(20));
    QCOMPARE(removed, QStringList{m_folder->filePath(QStringLiteral("20200101-000000.pcapng"))});
    QVERIFY(QFileInfo(link).isSymLink());
    for (const QString &name : kept)
        QVERIFY2(left().contains(name), qPrintable(name));
}

QTEST_GUILESS_MAIN(tst_SessionFolder)
#include "tst_sessionfolder.moc"
