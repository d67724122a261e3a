#include "core/capture/pcapngwriter.h"
#include "core/record/journal.h"
#include "core/session/analysis.h"
#include "tests/support/nexttrace.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// Notes of the record: what they look like in a file, what other programs and hostile files make of it, and how many
/// of them there may be.
class tst_Journal : public QObject
{
    Q_OBJECT
private slots:
    void everyKindComesBack();
    void textIsSafe();
    void hostileNotes_data();
    void hostileNotes();
    void longLists();
    void manyAreCounted();
    void othersReadTheFile();
    void foreignNotesAreNotFolded();
    void aFloodOfPoliciesEnds();
    void everythingOfOursIsSignalling();

private:
    static inline const TimePoint at{std::chrono::microseconds(1'772'409'600'123'456)};
    static std::optional<JournalNote> again(const notes::What &what, quint64 *unknown = nullptr)
    {
        const QByteArray text = notetext::write({at, what, 3});
        quint64 keys = 0;
        const auto note = notetext::read({text.constData(), static_cast<std::size_t>(text.size())}, at, keys);
        if (unknown)
            *unknown = keys;
        return note;
    }
    static Datagram datagram(const QByteArray &octets)
    {
        return {.at = at,
            .from = {QHostAddress(QStringLiteral("10.0.0.1")), 40000},
            .to = {QHostAddress(QStringLiteral("10.0.0.2")), 15060},
            .octets = octets};
    }
    static QByteArray block(quint32 type, QByteArray body)
    {
        body.append(QByteArray(-body.size() & 3, '\0'));
        const quint32 length = qToLittleEndian(static_cast<quint32>(body.size() + 12));
        const quint32 little = qToLittleEndian(type);
        const QByteArray size(reinterpret_cast<const char *>(&length), 4);
        return QByteArray(reinterpret_cast<const char *>(&little), 4) + size + body + size;
    }
    QString written(const QByteArray &blocks)
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".pcapng"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(PcapngWriter::fileHeader(QStringLiteral("gbscope"), {}) + blocks);
        return path;
    }
    static QByteArray noteBlock(const notes::What &what)
    {
        QByteArray out;
        PcapngWriter::appendNote(out, at, notetext::write({at, what}));
        return out;
    }
    static void readAll(const QString &path, Analysis &analysis, Importer &importer)
    {
        QVERIFY(importer.open(path));
        for (auto result = PcapReader::Result::Datagram; result == PcapReader::Result::Datagram;)
            nextTrace(importer, analysis, result);
        QCOMPARE(importer.errorText(), QString());
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

namespace {

template<std::size_t... I>
QList<notes::What> allKinds(std::index_sequence<I...>)
{
    return {notes::What(std::variant_alternative_t<I, notes::What>())...};
}

} // namespace

void tst_Journal::everyKindComesBack()
{
    QSet<QByteArray> names;
    for (const notes::What &what : allKinds(std::make_index_sequence<std::variant_size_v<notes::What>>())) {
        quint64 unknown = 0;
        const auto note = again(what, &unknown);
        QVERIFY(note);
        QCOMPARE(note->what.index(), what.index());
        QCOMPARE(note->count, 3U);
        QCOMPARE(unknown, 0U);
        names.insert(std::visit([](const auto &kind) { return QByteArray(kind.name); }, what));
    }
    QCOMPARE(static_cast<std::size_t>(names.size()), std::variant_size_v<notes::What>);
    const auto failed = again(notes::ListenFailed{.source = notes::Source::Hep,
        .why = notes::ListenFailed::Why::NotAllowed,
        .where = QStringLiteral("[::1]:80"),
        .owner = QStringLiteral("nginx"),
        .detail = QStringLiteral("Permission denied")});
    const auto *const why = failed->as<notes::ListenFailed>();
    QVERIFY(why->source == notes::Source::Hep && why->why == notes::ListenFailed::Why::NotAllowed);
    QCOMPARE(why->where + why->owner + why->detail, QStringLiteral("[::1]:80nginxPermission denied"));
    const auto own = again(notes::OwnPolicies{{{QStringLiteral("34020000001320000001"), {20s, 2}}}});
    QCOMPARE(own->as<notes::OwnPolicies>()->devices.constFirst().policy.interval, 20s);
    QCOMPARE(own->as<notes::OwnPolicies>()->devices.constFirst().policy.timeoutCount, 2);
    const auto list = again(notes::Expected{{{QStringLiteral("1"), QStringLiteral("a\tb\nc\\"), QStringLiteral("x")}}});
    QCOMPARE(list->as<notes::Expected>()->devices.constFirst().address, QStringLiteral("x"));
    const auto silence = again(notes::SilenceBegan{{QStringLiteral("1"), QStringLiteral("2")}, 90s});
    QCOMPARE(silence->as<notes::SilenceBegan>()->devices.join(u' '), QStringLiteral("1 2"));
    QCOMPARE(silence->as<notes::SilenceBegan>()->atMost, 90s);
}

void tst_Journal::textIsSafe()
{
    const auto note = again(notes::Remark{QStringLiteral("one\ntwo=3\x1b[31m\u202e")});
    const QString text = note->as<notes::Remark>()->text;
    QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x1b)) && !text.contains(QChar(0x202e)));
    QVERIFY(text.contains(u"two=3"));
    const auto big = again(notes::Remark{QString(100'000, u'x')});
    QVERIFY(big->as<notes::Remark>()->text.size() <= notetext::maxText);
}

void tst_Journal::hostileNotes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("is");
    QTest::addColumn<int>("unknown");
    const QByteArray start = "gbscope-note=1\n";
    QTest::newRow("empty") << QByteArray() << false << 0;
    QTest::newRow("no marker") << QByteArray("kind=policy\ninterval=30\n") << false << 0;
    QTest::newRow("marker alone") << start << false << 0;
    QTest::newRow("no kind") << start + "interval=30\n" << false << 0;
    QTest::newRow("unknown kind") << start + "kind=explosion\n" << false << 0;
    QTest::newRow("unknown keys") << start + "kind=policy\ncolour=red\n=\n\n" << true << 3;
    QTest::newRow("out of range") << start + "kind=policy\ninterval=-5\ncount=999999999999999999999\n" << true << 0;
    QTest::newRow("zeros") << start + QByteArray("kind=policy\ninterval=\0\0\0\n", 25) << true << 0;
    QTest::newRow("enumerators") << start + "kind=dropped\nwhat=200\namount=18446744073709551615\n" << true << 0;
    QTest::newRow("too long") << start + "kind=remark\ntext=" + QByteArray(notetext::maxNote, 'x') << false << 0;
}

void tst_Journal::hostileNotes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, is);
    QFETCH(const int, unknown);
    quint64 keys = 0;
    const auto note = notetext::read({text.constData(), static_cast<std::size_t>(text.size())}, at, keys);
    QCOMPARE(note.has_value(), is);
    QCOMPARE(keys, static_cast<quint64>(unknown));
    if (!note)
        return;
    if (const auto *policy = note->as<notes::Policy>()) {
        QVERIFY(policy->interval >= 1s && policy->interval <= 24h);
        QVERIFY(policy->timeoutCount >= 1 && policy->timeoutCount <= 100);
    }
    if (const auto *dropped = note->as<notes::Dropped>()) {
        QVERIFY(dropped->what <= notes::Dropped::What::NotSignalling);
        QVERIFY(dropped->amount <= quint64(1) << 48);
    }
    Analysis analysis;
    analysis.observe(*note);
}

void tst_Journal::longLists()
{
    notes::Expected list;
    for (int i = 0; i < 12'000; ++i)
        list.devices.append({QStringLiteral("3402000000132%1").arg(i, 7, 10, QLatin1Char('0')), QString(60, u'\u95e8'),
            QStringLiteral("192.168.1.1")});
    const QByteArray text = notetext::write({at, list});
    QVERIFY(text.size() <= notetext::maxNote);
    QVERIFY(text.contains("left-out="));
    Analysis analysis;
    Importer importer;
    readAll(written(noteBlock(list)), analysis, importer);
    QVERIFY(analysis.devices().count() > 8'000); // in pieces of an option each, and whole again
    QVERIFY(analysis.devices().count() <= 10'000);
}

void tst_Journal::manyAreCounted()
{
    Journal journal;
    std::vector<JournalNote> out;
    const TimePoint start = at;
    for (int i = 0; i < 1'000; ++i)
        journal.add(start + i * 1ms, notes::ConnectionSilent{QString::number(i)}, out);
    QCOMPARE(out.size(), static_cast<std::size_t>(Journal::mostASecond));
    QCOMPARE(*journal.nextDeadline(), start + 1s);
    journal.advance(start + 1s, out);
    QCOMPARE(out.size(), static_cast<std::size_t>(Journal::mostASecond) + 1);
    QCOMPARE(out.back().count, 1'000U - Journal::mostASecond);
    QVERIFY(!journal.nextDeadline());
    out.clear();
    quint64 sum = 0;
    for (int i = 0; i < 5'000; ++i)
        journal.add(start + 10s + i * 1ms, notes::Dropped{notes::Dropped::What::Withheld, 2}, out);
    journal.add(start + 15s, notes::Dropped{notes::Dropped::What::Captured, 7}, out); // another matter
    journal.flush(start + 15s, out);
    for (const JournalNote &note : out)
        sum += note.as<notes::Dropped>()->amount;
    QCOMPARE(sum, 10'007U);
    QVERIFY(out.size() <= 8);
    out.clear();
    for (int i = 0; i < 100; ++i)
        journal.add(start + 20s, notes::Policy{std::chrono::seconds(i + 1), 3}, out);
    QCOMPARE(out.size(), 100U); // how the record is judged is never left out
}

/// As many packets as without notes: tshark, capinfos and libpcap (by sngrep) count the messages alone.
void tst_Journal::othersReadTheFile()
{
    if (QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty())
        QSKIP("tshark is not installed");
    QByteArray blocks = noteBlock(notes::RecordBegan{QStringLiteral("gbscope")});
    for (int i = 0; i < 5; ++i) {
        blocks += noteBlock(notes::Policy{60s, 3});
        blocks += PcapngWriter::packet(datagram(
            "OPTIONS sip:a@b SIP/2.0\r\nCSeq: " + QByteArray::number(i) + " OPTIONS\r\nContent-Length: 0\r\n\r\n"));
    }
    blocks += noteBlock(notes::RecordEnded{});
    const QString path = written(blocks);
    QProcess tshark;
    tshark.start(QStringLiteral("tshark"),
        {QStringLiteral("-r"), path, QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-e"),
            QStringLiteral("frame.number"), QStringLiteral("-e"), QStringLiteral("frame.protocols")});
    QVERIFY(tshark.waitForFinished(30'000));
    const QList<QByteArray> lines = tshark.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    for (const QByteArray &line : lines)
        QVERIFY2(line.contains("udp"), line.constData());
    const QByteArray errors = tshark.readAllStandardError();
    QVERIFY2(!errors.contains("damaged") && !errors.contains("corrupt"), errors.constData());
}

void tst_Journal::foreignNotesAreNotFolded()
{
    const QByteArray systemd = block(
        9, "__REALTIME_TIMESTAMP=1\nMESSAGE=gbscope-note=1\ngbscope-note=1\nkind=policy\ninterval=7\n");
    QByteArray comment("\0\0\0\0\0\0\0\0\0\0\0\0\1\0\4\0what\0\0\0\0", 24);
    Analysis analysis;
    Importer importer;
    readAll(written(systemd + block(5, comment) + noteBlock(notes::Policy{20s, 3})
                + block(5, QByteArray(12, '\0') + QByteArray("\1\0\x18\0gbscope-note=1\nkind=new\n\0\0\0\0", 32))),
        analysis, importer);
    QCOMPARE(analysis.devices().policy().interval, 20s);
    QCOMPARE(importer.noteCounts().foreign, 2U);
    QCOMPARE(importer.noteCounts().unread, 1U);
    QCOMPARE(analysis.notes(), 1U);
}

/// Ten thousand devices are judged anew by each of them; a file may have millions.
void tst_Journal::aFloodOfPoliciesEnds()
{
    Analysis analysis;
    notes::Expected list;
    for (int i = 0; i < 10'000; ++i)
        list.devices.append({QStringLiteral("3402000000132%1").arg(i, 7, 10, QLatin1Char('0')), {}, {}});
    analysis.observe(JournalNote{at, list});
    for (int i = 0; i < 1'000; ++i)
        analysis.observe(JournalNote{at, notes::Policy{std::chrono::seconds(1 + i % 100), 3}});
    QVERIFY(analysis.notes() >= 50); // whoever looks for the right one
    QVERIFY(analysis.notesLeft() > 800);
}

/// What was a message live is one in the file, whatever it looks like; of a capture it is none.
void tst_Journal::everythingOfOursIsSignalling()
{
    Datagram out = datagram("GET / HTTP/1.1\r\n\r\n");
    out.direction = Direction::Out;
    const QByteArray packets = PcapngWriter::packet(datagram("noise")) + PcapngWriter::packet(out);
    for (const bool ours : {true, false}) {
        Analysis analysis;
        Importer importer;
        readAll(written((ours ? noteBlock(notes::RecordBegan{}) : QByteArray()) + packets), analysis, importer);
        QCOMPARE(analysis.counters().messages, ours ? 2U : 0U);
        QCOMPARE(importer.skipped(), ours ? 0U : 2U);
        const QList<MessageSummary> messages = analysis.take(at).messages;
        QVERIFY(!ours || messages.constLast().direction == Direction::Out);
    }
}

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_journal.moc"
