#include "core/capture/filetarget.h"
#include "core/capture/importer.h"
#include "core/capture/sessionfile.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// A record that goes on from file to file: each can be read alone, no message is lost between two, and what is removed
/// is told.
class tst_RecordParts : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void eachIsWhole();
    void byAge();
    void theOldestGo();
    void placesAreNobodyElses();
    void aDiskThatTakesNoOther();
    void neverTooMany();
    void oneThatIsHarmed();

private:
    struct Record;
    static Datagram message(quint64 number)
    {
        return {.at = TimePoint(std::chrono::hours(480'000) + number * 1min),
            .from = {QHostAddress(QHostAddress::LocalHost), 5060},
            .to = {QHostAddress(QHostAddress::LocalHost), 5061},
            .octets = "OPTIONS sip:a@b SIP/2.0\r\nSubject: " + QByteArray::number(number) + ' ' + QByteArray(900, 'x')};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// What the writer said, and a part for each ten messages.
struct tst_RecordParts::Record
{
    explicit Record(const QString &folder)
        : path(folder + QStringLiteral("/today.pcapng"))
    {
    }

    SessionFile::Parts parts(qint64 octets)
    {
        return {octets, {}, [this] { return filetarget::numbered(path, ++number); },
            [this] {
                if (keep > 0 && made.size() >= keep)
                    QFile::remove(made.at(made.size() - keep).path);
            }};
    }
    bool open()
    {
        QString error;
        return file.open(path, {}, &error);
    }
    void append(quint64 from, quint64 to)
    {
        for (quint64 i = from; i <= to; ++i) {
            QVERIFY(file.append(message(i)));
            flush();
        }
    }
    void flush()
    {
        QSemaphore done;
        file.flush([&] { done.release(); });
        QVERIFY(done.tryAcquire(1, 30'000));
    }
    /// Octets of each message as they are found.
    QList<QByteArray> texts(quint64 from, quint64 to)
    {
        read.clear();
        for (quint64 i = from; i <= to; ++i)
            file.read(i);
        flush();
        return read;
    }

    QString path;
    int number = 1, keep = 0;
    QList<SessionFile::Made> made;
    QList<QByteArray> read;
    QStringList said;
    SessionFile file{[this](quint64, const Datagram &one) { read.append(one.octets); },
        [this](const QString &one) { said.append(one); }, [this](const SessionFile::Made &one) { made.append(one); }};
};

void tst_RecordParts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_RecordParts::eachIsWhole()
{
    Record record(m_folder->path());
    record.file.divide(record.parts(10'000));
    QVERIFY(record.open());
    record.file.preface({notes::RecordBegan{QStringLiteral("gbscope")}, notes::Policy{20s, 5}});
    record.append(1, 60);
    QVERIFY(record.made.size() >= 5);
    QVERIFY(!record.made.constFirst().next && record.made.at(1).next);
    for (quint64 i = 1; i <= 60; ++i)
        QCOMPARE(record.texts(i, i), QList<QByteArray>{message(i).octets});
    record.file.close();
    quint64 ahead = 0;
    for (qsizetype i = 0; i < record.made.size(); ++i) {
        Importer importer;
        QVERIFY(importer.open(record.made.at(i).path));
        QVERIFY(!QFile::exists(record.made.at(i).path + QStringLiteral(".lock")));
        std::vector<JournalNote> notes;
        quint64 messages = 0;
        for (auto result = PcapReader::Result::Datagram; result == PcapReader::Result::Datagram;) {
            const auto datagram = importer.next(result);
            if (auto note = importer.takeNote())
                notes.push_back(*note);
            else if (datagram)
                QCOMPARE(datagram->octets, message(ahead + ++messages).octets);
        }
        QCOMPARE(importer.errorText(), QString());
        QVERIFY(messages > 0);
        if (i > 0) {
            QCOMPARE(notes.size(), 2U);
            const auto *began = notes.at(0).as<notes::RecordBegan>();
            QVERIFY(began && notes.at(1).as<notes::Policy>());
            QCOMPARE(began->after, QFileInfo(record.made.at(i - 1).path).fileName());
            QCOMPARE(began->messages, ahead);
        }
        ahead += messages;
    }
    QCOMPARE(ahead, quint64(60));
}

void tst_RecordParts::byAge()
{
    Record record(m_folder->path());
    SessionFile::Parts parts = record.parts(0);
    parts.age = 10min;
    record.file.divide(parts);
    QVERIFY(record.open());
    record.append(1, 31); // a minute each
    QCOMPARE(record.made.size(), 4);
}

void tst_RecordParts::theOldestGo()
{
    Record record(m_folder->path());
    record.keep = 3;
    record.file.divide(record.parts(10'000));
    QVERIFY(record.open());
    record.append(1, 100);
    QVERIFY(record.made.size() > 8);
    quint64 removed = 0;
    for (const SessionFile::Made &one : std::as_const(record.made)) {
        QVERIFY(one.removed == 0 || one.removed > removed);
        removed = std::max(removed, one.removed);
        QCOMPARE(one.files.count(one.path), 1);
    }
    QVERIFY(removed > 50);
    const QList<QByteArray> texts = record.texts(1, 100);
    for (quint64 i = 1; i <= 100; ++i)
        QCOMPARE(texts.at(static_cast<qsizetype>(i) - 1), i <= removed ? QByteArray() : message(i).octets);
    QStringList there = record.made.constLast().files;
    there.removeAll(QString());
    for (const QString &one : std::as_const(there))
        QVERIFY2(QFile::exists(one), qPrintable(one));
    QCOMPARE(there.size(), record.keep);
}

/// Places of files are used again; what was removed stays so.
void tst_RecordParts::placesAreNobodyElses()
{
    Record record(m_folder->path());
    record.keep = 2;
    record.file.divide(record.parts(1'000));
    QVERIFY(record.open());
    record.append(1, 280);
    QVERIFY(record.made.size() > 260);
    const quint64 removed = record.made.constLast().removed;
    QVERIFY(removed > 270);
    const QList<QByteArray> texts = record.texts(1, 280);
    for (quint64 i = 1; i <= 280; ++i)
        QCOMPARE(texts.at(static_cast<qsizetype>(i) - 1), i <= removed ? QByteArray() : message(i).octets);
}

void tst_RecordParts::aDiskThatTakesNoOther()
{
    Record record(m_folder->path());
    SessionFile::Parts parts = record.parts(10'000);
    parts.next = [] { return QStringLiteral("/nowhere/at/all.pcapng"); };
    record.file.divide(parts);
    QVERIFY(record.open());
    record.append(1, 60);
    QCOMPARE(record.made.size(), 1);
    QCOMPARE(record.said, QStringList());
    for (quint64 i = 1; i <= 60; ++i)
        QCOMPARE(record.texts(i, i), QList<QByteArray>{message(i).octets});
}

void tst_RecordParts::neverTooMany()
{
    Record record(m_folder->path()); // and nothing is removed
    record.file.divide(record.parts(1'000));
    QVERIFY(record.open());
    record.append(1, 220);
    QCOMPARE(record.made.size(), static_cast<qsizetype>(SessionFile::maxParts) + 1);
    const QList<QByteArray> texts = record.texts(1, 220);
    for (quint64 i = 1; i <= 220; ++i)
        QCOMPARE(texts.at(static_cast<qsizetype>(i) - 1), message(i).octets);
}

void tst_RecordParts::oneThatIsHarmed()
{
#ifdef Q_OS_WIN
    QSKIP("the system lets nobody delete it");
#endif
    Record record(m_folder->path());
    record.file.divide(record.parts(10'000));
    QVERIFY(record.open());
    record.append(1, 25);
    const qsizetype before = record.made.size();
    const QString harmed = record.file.path();
    quint64 first = 25; // of those in that file
    while (first > 1 && record.file.places()->at(first - 1).file == record.file.places()->at(25).file)
        --first;
    QVERIFY(first > 1);
    QVERIFY(QFile::remove(harmed));
    record.append(26, 30);
    QCOMPARE(record.made.size(), before + 1);
    QCOMPARE(record.said.size(), 2);
    QVERIFY(!record.made.constLast().next);
    const QList<QByteArray> texts = record.texts(1, 30);
    for (quint64 i = 1; i <= 30; ++i)
        QCOMPARE(texts.at(static_cast<qsizetype>(i) - 1), i >= first && i <= 25 ? QByteArray() : message(i).octets);
}

QTEST_GUILESS_MAIN(tst_RecordParts)
#include "tst_recordparts.moc"
