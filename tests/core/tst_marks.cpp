#include "core/ladder/flowrows.h"
#include "core/record/markstore.h"
#include "core/record/note.h"
#include "core/session/ledger.h"
#include "core/session/reading.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/growinglog.h"
#include "tests/support/site.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using gb::test::Traffic;
using namespace std::chrono_literals;

/// Marks of the engineer on messages.
class tst_Marks : public QObject
{
    Q_OBJECT
private slots:
    void aMarkBelongsToItsMessage();
    void steps();
    void theFilterKnowsThem();
    void theyAreBounded();
    void aNoteComesBack();
    void theRecordHasThem();
    void besideACapture();
    void aPipeIsNotRead();
    void hostileStores_data();
    void hostileStores();
};

namespace {

struct Record : gb::test::GrowingLog
{
    Record()
    {
        traffic.login(1);
        take();
    }
    Mark markOf(quint64 number, const QString &text = {}, bool on = true)
    {
        return {number, log.entry(log.rowOf(number)).time(), on, text};
    }
};

} // namespace

void tst_Marks::aMarkBelongsToItsMessage()
{
    Record record;
    QSignalSpy changed(&record.log, &MessageLog::marksChanged);
    record.log.takeMarks({record.markOf(2, QStringLiteral("why?"))});
    QCOMPARE(changed.size(), 1);
    QVERIFY(record.log.isMarked(2) && !record.log.isMarked(1));
    QCOMPARE(record.log.markText(2), QStringLiteral("why?"));
    record.log.takeMarks({record.markOf(2, {}, false)});
    QVERIFY(!record.log.isMarked(2));
    Mark other = record.markOf(3);
    other.at += 1s; // of another record, or of one whose messages the disk did not take
    record.log.takeMarks({other, {77, {}, true, {}}});
    QCOMPARE(record.log.marks(), 0);
    QCOMPARE(record.log.strayMarks(), 2U);
    record.log.takeMarks({record.markOf(2)});
    record.log.clear();
    QCOMPARE(record.log.marks(), 0);
}

void tst_Marks::steps()
{
    Record record;
    QCOMPARE(record.log.markedFrom(0, 1), 0U);
    record.log.takeMarks({record.markOf(2), record.markOf(4)});
    QCOMPARE(record.log.markedFrom(0, 1), 2U);
    QCOMPARE(record.log.markedFrom(2, 1), 4U);
    QCOMPARE(record.log.markedFrom(4, 1), 0U);
    QCOMPARE(record.log.markedFrom(4, -1), 2U);
    QCOMPARE(record.log.markedFrom(0, -1), 4U);
    QCOMPARE(record.log.markedFrom(2, -1), 0U);
}

void tst_Marks::theFilterKnowsThem()
{
    Record record;
    FlowRows rows(record.log);
    FlowFilter filter;
    filter.text = QStringLiteral("is:marked");
    rows.setFilter(filter);
    QCOMPARE(rows.matches(), 0);
    record.log.takeMarks({record.markOf(3)});
    QTRY_COMPARE(rows.matches(), 1);
    QCOMPARE(rows.entry(0).number, 3U);
    record.log.takeMarks({record.markOf(3, {}, false)});
    QTRY_COMPARE(rows.matches(), 0);
}

void tst_Marks::theyAreBounded()
{
    gb::test::GrowingLog record;
    for (int i = 0; i < 10'100; ++i)
        record.traffic.beat(1);
    record.take();
    QList<Mark> marks;
    for (qsizetype row = 0; row < record.log.count(); ++row)
        marks.append({record.log.entry(row).number, record.log.entry(row).time(), true, {}});
    record.log.takeMarks(marks);
    QCOMPARE(record.log.marks(), 10'000);
}

void tst_Marks::aNoteComesBack()
{
    const TimePoint at{5s};
    const JournalNote note{
        at, notes::Bookmark{.message = 7, .ago = 1500, .removed = true, .text = QStringLiteral("a\nb=\x1b[31m")}};
    quint64 unknown = 0;
    const QByteArray text = notetext::write(note);
    const auto again = notetext::read({text.constData(), static_cast<std::size_t>(text.size())}, at, unknown);
    QVERIFY(again && unknown == 0);
    const auto *mark = again->as<notes::Bookmark>();
    QVERIFY(mark && mark->message == 7 && mark->ago == 1500 && mark->removed);
    QVERIFY(!mark->text.contains(u'\x1b') && !mark->text.contains(u'\n'));
}

/// What is marked while it is recorded is marked when it is opened again.
void tst_Marks::theRecordHasThem()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("marks.pcapng"));
    gb::test::Site site;
    QList<Mark> live;
    {
        Ledger ledger(
            site.clock, {}, [](quint64, const Datagram &) {}, [](const QString &) {});
        QString error;
        QVERIFY2(ledger.open(path, {}, &error), qPrintable(error));
        Datagram datagram;
        datagram.at = site.clock.now();
        datagram.from = {QHostAddress(QStringLiteral("192.168.1.64")), 5060};
        datagram.to = {QHostAddress(QStringLiteral("192.168.1.15")), 5060};
        datagram.octets = site.registerText({});
        ledger.observe(datagram);
        site.wait(3s);
        ledger.note(notes::Bookmark{.message = 1, .ago = 3'000'000, .text = QStringLiteral("why?")}, site.clock.now());
        live = ledger.analysis().take(site.clock.now()).marks;
        ledger.close();
    }
    QCOMPARE(live.size(), 1);
    Reading reading({});
    QVERIFY(reading.open({path}, [](double) { return true; }));
    while (reading.next()) { }
    reading.finish();
    const Batch batch = reading.analysis().take(reading.last());
    QCOMPARE(batch.marks, live);
    QCOMPARE(batch.messages.constFirst().at, live.constFirst().at);
    QCOMPARE(batch.marks.constFirst().text, QStringLiteral("why?"));
}

void tst_Marks::besideACapture()
{
    QTemporaryDir folder;
    const QString capture = folder.filePath(QStringLiteral("a.pcap")),
                  other = folder.filePath(QStringLiteral("b.pcap"));
    const auto write = [](const QString &path, const QByteArray &octets) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size());
    };
    const QByteArray octets(600'000, 'x');
    write(capture, octets);
    const QString place = folder.filePath(QStringLiteral("deep/marks"));
    const Mark mark{3, TimePoint(5s), true, QStringLiteral("why?")}, away{4, TimePoint(6s), false, {}};
    QString error;
    {
        MarkStore store(place, {capture});
        QVERIFY(store.read().isEmpty());
        QVERIFY(!QFile::exists(store.path()));
        QVERIFY2(store.keep(mark, &error) && store.keep(away, &error), qPrintable(error));
    }
    QFile file(capture);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == octets); // which is somebody else's
    QVERIFY(QFile::rename(capture, other));
    QCOMPARE(MarkStore(place, {other}).read(), (QList<Mark>{mark, away})); // wherever it lies
    write(capture, octets + 'y');
    QVERIFY(MarkStore(place, {capture}).read().isEmpty()); // another one
    QVERIFY(MarkStore(place, {other, capture}).read().isEmpty());
    QVERIFY(MarkStore(place, {other, capture}).keep(mark, &error));
    QCOMPARE(MarkStore(place, {capture, other}).read(), QList<Mark>{mark}); // however they are named
    write(folder.filePath(QStringLiteral("file")), "x");
    MarkStore nowhere(folder.filePath(QStringLiteral("file/marks")), {other});
    QVERIFY(!nowhere.keep(mark, &error) && !error.isEmpty());
}

/// Its octets come once, and only when somebody writes: whoever asks for them would wait.
void tst_Marks::aPipeIsNotRead()
{
    QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe.pcap"));
    if (!gb::test::makePipe(pipe))
        QSKIP("No named pipes here");
    QVERIFY(MarkStore(folder.path(), {pipe}).read().isEmpty());
}

void tst_Marks::hostileStores_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<int>("marks");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("no JSON") << QByteArray("\xff\xfe{") << 0;
    QTest::newRow("other JSON") << QByteArray("[1,2,{\"marks\":3}]") << 0;
    QTest::newRow("no numbers") << QByteArray("{\"marks\":[1,null,{},{\"message\":-3},{\"message\":1e300}]}") << 0;
    QTest::newRow("controls") << QByteArray(
        "{\"marks\":[{\"message\":1,\"time\":\"x\",\"text\":\"\\u001b[31m\\u202e\"}]}")
                              << 1;
    QByteArray many = "{\"marks\":[{\"message\":1}";
    for (int i = 2; i < 20'000; ++i)
        many += ",{\"message\":" + QByteArray::number(i) + "}";
    QTest::newRow("many") << QByteArray(many + "]}") << 10'000;
    QTest::newRow("large") << QByteArray(9 * 1024 * 1024, ' ') << 0;
}

void tst_Marks::hostileStores()
{
    QFETCH(QByteArray, octets);
    QFETCH(int, marks);
    QTemporaryDir folder;
    MarkStore store(folder.path(), {});
    QFile file(store.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(octets);
    file.close();
    const QList<Mark> read = store.read();
    QCOMPARE(read.size(), marks);
    for (const Mark &one : read)
        QVERIFY(!one.text.contains(u'\x1b') && !one.text.contains(QChar(0x202e)) && one.text.size() <= 300);
}

QTEST_GUILESS_MAIN(tst_Marks)
#include "tst_marks.moc"
