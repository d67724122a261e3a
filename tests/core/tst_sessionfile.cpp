#include "core/capture/filetarget.h"
#include "core/capture/importer.h"
#include "core/capture/pcapngwriter.h"
#include "core/capture/sessionfile.h"
#include "core/capture/wholefile.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"

#include <QDir>
#include <QProcess>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// What is on the disk stays, whatever is in the way; and what the disk does not take is counted, to the message.
class tst_SessionFile : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void nextFreeName();
    void existingFilesStay_data();
    void existingFilesStay();
    void linksAreFollowed();
    void onlyRegularFiles_data();
    void onlyRegularFiles();
    void aLockBelongsToTheFileItself();
    void aLockOfADeadProcessIsTakenOver();
    void nothingIsLeftOfAnEmptyOne();
    void aFullDiskFromTheStart();
    void anotherOneAfterHarm_data();
    void anotherOneAfterHarm();
    void whatWasDeletedStaysSo();
    void aFullDiskLosesNothingThatHasRoomLater();
    void aFullDiskIsCountedToTheEnd();
    void whatHasNoRoomInMemoryIsCounted();
    void placesAreKeptWhereWanted();
    void exportsAppearWhole();
    void exportsAreNotTorn();
    void whatAKilledExportLeftIsRemoved();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    static Datagram message(qsizetype octets)
    {
        return {.at = TimePoint(std::chrono::hours(480'000)),
            .from = {QHostAddress(QHostAddress::LocalHost), 5060},
            .to = {QHostAddress(QHostAddress::LocalHost), 5061},
            .octets = "OPTIONS sip:a@b SIP/2.0\r\nSubject: " + QByteArray(octets, 'x')};
    }
    /// As QLockFile writes it.
    static QByteArray lockOfADeadProcess()
    {
        QProcess dead; // its number is nobody's now
        dead.start(QCoreApplication::applicationFilePath(), {QStringLiteral("-functions")});
        const qint64 process = dead.processId();
        return process > 0 && dead.waitForFinished()
            ? QByteArray::number(process) + "\ngbscope-cli\n" + QSysInfo::machineHostName().toUtf8() + '\n'
                + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n'
            : QByteArray();
    }
    static void flush(SessionFile &file)
    {
        QSemaphore done;
        file.flush([&] { done.release(); });
        QVERIFY(done.tryAcquire(1, 30'000));
    }
    static int messagesIn(const QString &file)
    {
        Importer importer;
        if (!importer.open({file}))
            return -1;
        int count = 0;
        PcapReader::Result read = PcapReader::Result::Datagram;
        while (read == PcapReader::Result::Datagram)
            count += importer.next(read) ? 1 : 0;
        return importer.errorText().isEmpty() ? count : -2;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SessionFile::initTestCase()
{
    surviveFileLimit();
}

void tst_SessionFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_SessionFile::nextFreeName()
{
    using filetarget::numbered;
    QCOMPARE(numbered(QStringLiteral("a/today.pcapng"), 1), QStringLiteral("a/today.pcapng"));
    QCOMPARE(numbered(QStringLiteral("a/today.pcapng"), 2), QStringLiteral("a/today-2.pcapng"));
    QCOMPARE(numbered(QStringLiteral("a.b/today"), 3), QStringLiteral("a.b/today-3"));
    QCOMPARE(numbered(QStringLiteral("a/.today"), 2), QStringLiteral("a/.today-2"));
    QCOMPARE(numbered(QStringLiteral("today.tar.gz"), 2), QStringLiteral("today.tar-2.gz"));
}

void tst_SessionFile::existingFilesStay_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("a record") << PcapngWriter::fileHeader(QStringLiteral("gbscope"), {})
            + PcapngWriter::packet(message(1));
    QTest::newRow("a text") << QByteArray("not to be lost\n");
    QTest::newRow("an empty file") << QByteArray();
}

void tst_SessionFile::existingFilesStay()
{
    QFETCH(const QByteArray, octets);
    write(path("today.pcapng"), octets);
    write(path("today-2.pcapng"), octets);
    QFile::setPermissions(path("today.pcapng"), QFile::ReadOwner | QFile::ReadOther);
    const QFile::Permissions before = QFile::permissions(path("today.pcapng"));
    SessionFile file({}, {});
    QString error;
    QVERIFY2(file.open(path("today.pcapng"), {}, &error), qPrintable(error));
    QCOMPARE(file.path(), filetarget::canonical(path("today-3.pcapng")));
    file.append(message(10));
    file.close();
    QCOMPARE(contents(path("today.pcapng")), octets);
    QCOMPARE(contents(path("today-2.pcapng")), octets);
    QCOMPARE(QFile::permissions(path("today.pcapng")), before);
    QCOMPARE(messagesIn(file.path()), 1);
    QVERIFY(!(QFile::permissions(file.path()) & (QFile::ReadGroup | QFile::ReadOther)));
}

void tst_SessionFile::linksAreFollowed()
{
#ifdef Q_OS_WIN
    QSKIP("symbolic links are Unix's");
#endif
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("real")));
    write(path("real/kept.pcapng"), "kept");
    QVERIFY(QFile::link(path("real/kept.pcapng"), path("link.pcapng")));
    QVERIFY(QFile::link(path("real/new.pcapng"), path("dangling.pcapng")));
    QVERIFY(QFile::link(path("circle-b"), path("circle-a")) && QFile::link(path("circle-a"), path("circle-b")));
    SessionFile first({}, {}), second({}, {}), third({}, {});
    QString error;
    QVERIFY(first.open(path("link.pcapng"), {}, &error));
    QCOMPARE(first.path(), filetarget::canonical(path("real/kept-2.pcapng")));
    QVERIFY(second.open(path("dangling.pcapng"), {}, &error));
    QCOMPARE(second.path(), filetarget::canonical(path("real/new.pcapng")));
    QVERIFY(!third.open(path("circle-a"), {}, &error));
    QVERIFY2(error.contains(u"circle"), qPrintable(error));
    QCOMPARE(contents(path("real/kept.pcapng")), QByteArray("kept"));
}

void tst_SessionFile::onlyRegularFiles_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("says");
    QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("folder");
    QTest::newRow("a pipe") << QStringLiteral("pipe") << QStringLiteral("a pipe");
    QTest::newRow("a link to a pipe") << QStringLiteral("link") << QStringLiteral("a pipe");
    QTest::newRow("a device") << QStringLiteral("/dev/null") << QStringLiteral("a device");
    QTest::newRow("no name") << QString() << QStringLiteral("a name");
    QTest::newRow("no folder") << QStringLiteral("none/today.pcapng") << QStringLiteral("no folder");
    QTest::newRow("a long name") << QString(241, u'x') << QStringLiteral("at most 240 bytes, and this one 241");
}

void tst_SessionFile::onlyRegularFiles()
{
#ifdef Q_OS_WIN
    QSKIP("pipes and devices have names on Unix");
#endif
    QFETCH(const QString, target);
    QFETCH(const QString, says);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QVERIFY(makePipe(path("pipe")) && QFile::link(path("pipe"), path("link")));
    const QString name = target.isEmpty() || target.startsWith(u'/') ? target : m_folder->filePath(target);
    const QFile::Permissions before = QFile::permissions(name);
    const QStringList there = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System);
    QString error;
    SessionFile file({}, {});
    QVERIFY(!file.open(name, {}, &error));
    QVERIFY2(error.contains(says), qPrintable(error));
    for (const bool replace : {false, true}) {
        WholeFile whole;
        QVERIFY(!whole.open(name, replace));
        QVERIFY2(whole.errorText().contains(says), qPrintable(whole.errorText()));
    }
    QCOMPARE(QFile::permissions(name), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System), there); // no lock, no part of a file
}

void tst_SessionFile::aLockBelongsToTheFileItself()
{
    SessionFile first({}, {}), second({}, {});
    QString error;
    QVERIFY(first.open(path("today.pcapng"), {}, &error));
    QVERIFY(QFile::exists(first.path() + QStringLiteral(".lock")));
    QVERIFY(second.open(path("./today.pcapng"), {}, &error)); // the same file by another name
    QCOMPARE(second.path(), filetarget::canonical(path("today-2.pcapng")));
    WholeFile whole;
    QVERIFY(!whole.open(path("today.pcapng"), true)); // nor does an export replace what is being recorded
    QVERIFY2(whole.errorText().contains(u"another gbscope"), qPrintable(whole.errorText()));
    const QString file = first.path();
    first.close();
    QVERIFY(!QFile::exists(file + QStringLiteral(".lock")));
}

void tst_SessionFile::aLockOfADeadProcessIsTakenOver()
{
    write(path("today.pcapng.lock"), lockOfADeadProcess());
    SessionFile file({}, {});
    QString error;
    QVERIFY(file.open(path("today.pcapng"), {}, &error));
    QCOMPARE(file.path(), filetarget::canonical(path("today.pcapng")));
    file.close();
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("today.pcapng")});
}

void tst_SessionFile::nothingIsLeftOfAnEmptyOne()
{
    for (const bool empty : {true, false}) {
        SessionFile file({}, {});
        QString error;
        QVERIFY(file.open(path("today.pcapng"), {}, &error));
        file.discardEmpty();
        QVERIFY(file.append(JournalNote{message(1).at, notes::RecordBegan{}}));
        if (!empty)
            file.append(message(1));
        file.close();
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), empty ? 0 : 1);
    }
}

/// Reasons that were told, by whoever writes.
struct Told
{
    QStringList take()
    {
        const QMutexLocker guard(&mutex);
        return std::exchange(all, {});
    }
    void operator()(const QString &why)
    {
        const QMutexLocker guard(&mutex);
        all.append(why);
    }
    QMutex mutex;
    QStringList all;
};

void tst_SessionFile::aFullDiskFromTheStart()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    Told told;
    QList<SessionFile::Made> made;
    SessionFile file({}, std::ref(told), [&](const SessionFile::Made &one) { made.append(one); });
    FileLimit limit(10);
    QString error;
    QVERIFY(file.open(path("today.pcapng"), {}, &error));
    QVERIFY(file.append(message(1000)));
    flush(file);
    QVERIFY(file.append(message(1000)));
    flush(file);
    QCOMPARE(file.unrecorded(), quint64(2));
    const QStringList failures = told.take();
    QCOMPARE(failures.size(), 1); // once, and with the system's reason
    QVERIFY2(!failures.constFirst().isEmpty() && !failures.constFirst().contains(u"lock"),
        qPrintable(failures.constFirst()));
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
    QVERIFY(made.isEmpty());
    limit.lift();
    flush(file);
    QCOMPARE(told.take(), QStringList{QString()});
    QCOMPARE(file.unrecorded(), quint64(0));
    QCOMPARE(made.size(), 1);
    QCOMPARE(made.constFirst().path, filetarget::canonical(path("today.pcapng")));
    QCOMPARE(made.constFirst().asked, path("today.pcapng"));
    QVERIFY(!made.constFirst().next);
    file.close();
    QCOMPARE(messagesIn(path("today.pcapng")), 2);
}

void tst_SessionFile::anotherOneAfterHarm_data()
{
    QTest::addColumn<bool>("deleted");
    QTest::newRow("deleted") << true;
    QTest::newRow("cut short") << false;
}

/// Another program removes the file, or empties it, while it is written.
void tst_SessionFile::anotherOneAfterHarm()
{
#ifdef Q_OS_WIN
    QSKIP("the system lets nobody delete it");
#endif
    QFETCH(const bool, deleted);
    Told told;
    QList<SessionFile::Made> made;
    QList<Datagram> read;
    SessionFile file([&](quint64, const Datagram &one) { read.append(one); }, std::ref(told),
        [&](const SessionFile::Made &one) { made.append(one); });
    QString error;
    QVERIFY(file.open(path("today.pcapng"), {}, &error));
    QVERIFY(file.append(message(1000)) && file.append(message(2000)));
    flush(file);
    QVERIFY(deleted ? QFile::remove(path("today.pcapng")) : QFile::resize(path("today.pcapng"), 10));
    QVERIFY(file.append(message(3000)) && file.append(message(4000)));
    flush(file);
    const QStringList said = told.take();
    QCOMPARE(said.size(), 2); // what happened, and that it goes on
    QVERIFY2(said.at(0).contains(deleted ? u"deleted" : u"cut short"), qPrintable(said.at(0)));
    QCOMPARE(said.at(1), QString());
    QCOMPARE(made.size(), 2);
    QVERIFY(!made.at(1).next);
    QCOMPARE(made.at(1).path, filetarget::canonical(path(deleted ? "today.pcapng" : "today-2.pcapng")));
    QCOMPARE(file.path(), made.at(1).path);
    for (const quint64 number : {1, 2, 3, 4})
        file.read(number);
    flush(file);
    QCOMPARE(read.size(), 4);
    QVERIFY(read.at(0).octets.isEmpty() && read.at(1).octets.isEmpty()); // lost, and nobody else's octets
    QCOMPARE(read.at(2).octets, message(3000).octets);
    QCOMPARE(read.at(3).octets, message(4000).octets);
    file.close();
    QCOMPARE(messagesIn(made.at(1).path), 2);
    QVERIFY(!QFile::exists(made.at(1).path + QStringLiteral(".lock")));
}

/// Nothing came since: there is no reason for another file.
void tst_SessionFile::whatWasDeletedStaysSo()
{
#ifdef Q_OS_WIN
    QSKIP("the system lets nobody delete it");
#endif
    Told told;
    SessionFile file({}, std::ref(told));
    QString error;
    QVERIFY(file.open(path("today.pcapng"), {}, &error));
    QVERIFY(file.append(message(1000)));
    flush(file);
    QVERIFY(QFile::remove(path("today.pcapng")));
    QVERIFY(file.append(JournalNote{message(1).at, notes::RecordEnded{}}));
    file.close();
    QCOMPARE(told.take().size(), 1);
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

void tst_SessionFile::aFullDiskLosesNothingThatHasRoomLater()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    Told told;
    SessionFile file({}, std::ref(told));
    QString error;
    QVERIFY(file.open(path("full.pcapng"), {}, &error));
    FileLimit limit(16 * 1024);
    for (int i = 0; i < 5; ++i)
        QVERIFY(file.append(message(1000)));
    flush(file);
    QCOMPARE(file.unrecorded(), quint64(0));
    for (int i = 0; i < 20; ++i) {
        QVERIFY(file.append(message(1000))); // more than has room
        if (i % 5 == 0)
            flush(file);
    }
    flush(file);
    const int written = messagesIn(file.path());
    QVERIFY(written >= 13 && written < 16); // as many whole blocks as have room, and no half one behind them
    QCOMPARE(file.unrecorded(), static_cast<quint64>(25 - written));
    const QStringList failures = told.take();
    QCOMPARE(failures.size(), 1); // once
    QVERIFY(!failures.constFirst().isEmpty() && !failures.constFirst().contains(u"Unknown"));
    limit.lift();
    flush(file);
    QCOMPARE(told.take(), QStringList{QString()}); // there is room again
    QCOMPARE(file.unrecorded(), quint64(0));
    QVERIFY(file.append(message(1000)));
    file.close();
    QCOMPARE(messagesIn(file.path()), 26);
    QCOMPARE(file.places()->count(), quint64(26));
}

void tst_SessionFile::aFullDiskIsCountedToTheEnd()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    Told told;
    SessionFile file({}, std::ref(told));
    QString error;
    QVERIFY(file.open(path("full.pcapng"), {}, &error));
    FileLimit limit(8 * 1024);
    for (int i = 0; i < 100; ++i)
        QVERIFY(file.append(message(500)));
    file.close();
    const int written = messagesIn(file.path());
    QVERIFY(written >= 0 && written < 100);
    QCOMPARE(file.unrecorded(), static_cast<quint64>(100 - written));
    QCOMPARE(told.take().size(), 1);
}

void tst_SessionFile::whatHasNoRoomInMemoryIsCounted()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    Told told;
    SessionFile file({}, std::ref(told));
    QString error;
    QVERIFY(file.open(path("full.pcapng"), {}, &error));
    FileLimit limit(64 * 1024);
    const Datagram big = message(60'000);
    QVERIFY(file.append(big) && file.append(big)); // the second one has no room
    flush(file);
    quint64 sent = 2, refused = 0;
    while (refused < 100) {
        refused += file.append(big) ? 0 : 1;
        QVERIFY(++sent < 5000); // 64 MiB are 1,100 of them
    }
    const quint64 waiting = sent - refused;
    QCOMPARE(file.unrecorded() + static_cast<quint64>(messagesIn(file.path())), sent);
    limit.lift();
    flush(file);
    QCOMPARE(file.unrecorded(), refused);
    QCOMPARE(messagesIn(file.path()), static_cast<int>(waiting));
    QVERIFY(file.append(message(10)));
    file.close();
    // Each has the number that it has in the list, whatever became of it
    QCOMPARE(file.places()->count(), sent + 1);
    QVERIFY(file.places()->at(waiting).offset > 0);
    QCOMPARE(file.places()->at(waiting + 1).offset, qint64(-1));
    QCOMPARE(file.places()->at(sent).offset, qint64(-1));
    QVERIFY(file.places()->at(sent + 1).offset > 0);
}

void tst_SessionFile::placesAreKeptWhereWanted()
{
    SessionFile file({}, {});
    file.keepPlaces(false);
    QString error;
    QVERIFY(file.open(path("today.pcapng"), {}, &error));
    for (int i = 0; i < 100; ++i)
        QVERIFY(file.append(message(10)));
    file.close();
    QCOMPARE(file.places()->count(), quint64(0));
    QCOMPARE(messagesIn(file.path()), 100);
}

void tst_SessionFile::exportsAppearWhole()
{
    const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); };
    {
        WholeFile whole;
        QVERIFY(whole.open(path("out.txt"), false) && whole.write("half"));
        QVERIFY(!QFile::exists(path("out.txt")));
    }
    QVERIFY2(files().isEmpty(), qPrintable(files().join(u' '))); // nobody said that it is whole
    {
        WholeFile whole;
        QVERIFY(whole.open(path("out.txt"), false) && whole.write("one") && whole.commit());
    }
    QCOMPARE(contents(path("out.txt")), QByteArray("one"));
    WholeFile refused, replaced, late;
    QVERIFY(!refused.open(path("out.txt"), false));
    QVERIFY2(refused.errorText().contains(u"exists"), qPrintable(refused.errorText()));
    QVERIFY(replaced.open(path("out.txt"), true) && replaced.write("two"));
    QCOMPARE(contents(path("out.txt")), QByteArray("one"));
    QVERIFY(replaced.commit());
    QCOMPARE(contents(path("out.txt")), QByteArray("two"));
    QVERIFY(late.open(path("late.txt"), false) && late.write("mine"));
    write(path("late.txt"), "another's"); // came while it was written
    QVERIFY(!late.commit());
    QCOMPARE(contents(path("late.txt")), QByteArray("another's"));
}

void tst_SessionFile::exportsAreNotTorn()
{
    if (!canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    write(path("out.txt"), "before");
    {
        FileLimit limit(4096);
        WholeFile whole;
        QVERIFY(whole.open(path("out.txt"), true));
        QVERIFY(!(whole.write(QByteArray(100'000, 'x')) && whole.commit()));
        QVERIFY2(!whole.errorText().isEmpty() && !whole.errorText().contains(u"nknown"), qPrintable(whole.errorText()));
        QCOMPARE(whole.errorPlace(), QFileInfo(filetarget::canonical(path("out.txt"))).path());
    }
    QCOMPARE(contents(path("out.txt")), QByteArray("before"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("out.txt")});
}

/// Whoever was killed cannot clear up, and its leavings must not be taken for another's work.
void tst_SessionFile::whatAKilledExportLeftIsRemoved()
{
    const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); };
    const QString part = path("out.txt.part"), lock = path("out.txt.part.lock");
    write(part, "half of it");
    write(lock, lockOfADeadProcess());
    {
        WholeFile whole;
        QVERIFY2(whole.open(path("out.txt"), false) && whole.write("new"), qPrintable(whole.errorText()));
        QCOMPARE(files(), QStringList({QStringLiteral("out.txt.part"), QStringLiteral("out.txt.part.lock")}));
        WholeFile other; // at the same time: neither takes the other's
        QVERIFY(other.open(path("out.txt"), true) && other.write("other") && other.commit());
        QCOMPARE(contents(path("out.txt")), QByteArray("other"));
        QVERIFY(QFile::remove(path("out.txt")));
        QVERIFY(whole.commit());
    }
    QCOMPARE(contents(path("out.txt")), QByteArray("new"));
    QCOMPARE(files(), QStringList{QStringLiteral("out.txt")});
    write(part, "somebody's own file of that name");
    {
        WholeFile whole;
        QVERIFY(whole.open(path("out.txt"), true) && whole.write("again") && whole.commit());
    }
    QCOMPARE(contents(part), QByteArray("somebody's own file of that name"));
    QCOMPARE(contents(path("out.txt")), QByteArray("again"));
}

QTEST_GUILESS_MAIN(tst_SessionFile)
#include "tst_sessionfile.moc"
