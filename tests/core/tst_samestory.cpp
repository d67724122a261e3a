#include "core/capture/filetarget.h"
#include "core/ladder/flowrows.h"
#include "core/session/ledger.h"
#include "core/session/notevalues.h"
#include "core/session/readahead.h"
#include "tests/support/icmp.h"
#include "tests/support/nexttrace.h"
#include "tests/support/site.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

namespace {

const QString ids[] = {QStringLiteral("34020000001320000001"), QStringLiteral("34020000001320000002"),
    QStringLiteral("34020000001320000003"), QStringLiteral("34020000001320000004"),
    QStringLiteral("34020000001320000005"), QStringLiteral("34020000001320000006"),
    QStringLiteral("34020000001320000007"), QStringLiteral("34020000001320000008"),
    QStringLiteral("34020000001320000009")};

QString text(TimePoint at)
{
    return QString::number(at.time_since_epoch().count());
}

QString text(const std::optional<TimePoint> &at)
{
    return at ? text(*at) : QStringLiteral("-");
}

QString text(const Note &note)
{
    return QStringLiteral("%1(%2,%3)").arg(static_cast<int>(note.code)).arg(note.a, note.b);
}

/// All that the program knows of a record, as text.
class Story
{
public:
    void take(Analysis &analysis, TimePoint now)
    {
        const Batch batch = analysis.take(now);
        log.append(batch.messages, batch.awaited);
    }
    QStringList tell(Analysis &analysis, TimePoint now)
    {
        take(analysis, now);
        log.setNow(now, false);
        QStringList out;
        for (const DeviceSnapshot &device : analysis.devices().snapshots())
            tellDevice(out, analysis, device, now);
        for (const Finding &one : analysis.findings().log().all()) {
            QStringList messages;
            for (const quint64 number : one.messages)
                messages << QString::number(number);
            out << QStringLiteral("finding %1 %2 %3 [%4|%5|%6] %7..%8 x%9 over %10 %11 proof %12")
                       .arg(QString::fromLatin1(one.kind().rule))
                       .arg(static_cast<int>(one.code))
                       .arg(one.device, one.a, one.b, one.c, text(one.first), text(one.last))
                       .arg(one.count)
                       .arg(one.over)
                       .arg(text(one.overAt), messages.join(u','));
        }
        const Counters &c = analysis.counters();
        for (const auto &[name, value] : {std::pair{"messages", c.messages}, {"sip", c.sip}, {"nat", c.natKeepalives},
                 {"not sip", c.notSip}, {"malformed", c.malformed}, {"retransmissions", c.retransmissions},
                 {"echoes", c.echoes}, {"tcp repeats", c.tcpRepeats}, {"duplicates", c.duplicates},
                 {"proxy", c.proxyCopies}, {"unanswered requests", c.unansweredRequests},
                 {"unacknowledged", c.unacknowledged}, {"unrecorded", c.unrecorded}, {"unmirrored", c.unmirrored},
                 {"capture dropped", c.captureDropped}, {"not signalling", c.notSignalling}, {"came back", c.reported},
                 {"reports of others", c.reportsOfOthers}, {"unanswered", c.unanswered}})
            out << QStringLiteral("counter %1 %2").arg(QString::fromLatin1(name)).arg(value);
        tellRows(out);
        return out;
    }

    MessageLog log;

private:
    static void tellDevice(QStringList &out, const Analysis &analysis, const DeviceSnapshot &d, TimePoint now)
    {
        out << QStringLiteral("device %1 state %2 since %3 policy %4x%5 own %6 expected %7 name %8 %9 %10")
                   .arg(d.id)
                   .arg(static_cast<int>(d.verdict.state))
                   .arg(text(d.verdict.since))
                   .arg(d.policy.interval.count())
                   .arg(d.policy.timeoutCount)
                   .arg(d.ownPolicy)
                   .arg(d.expected)
                   .arg(d.name, transportName(d.transport), d.address.text());
        out << QStringLiteral("  registered %1 beat %2 seen %3 gap %4 misses %5 beats %6 registrations %7 agent %8")
                   .arg(text(d.registeredSince), text(d.lastBeat), text(d.lastSeen))
                   .arg(d.lastGap.count())
                   .arg(d.misses)
                   .arg(d.beats)
                   .arg(d.registrations)
                   .arg(d.userAgent);
        out << QStringLiteral("  reason %1 problem %2 at %3 heard %4")
                   .arg(text(d.reason), text(d.problem), text(d.problemAt), text(d.contact.heardAt()));
        const HeartbeatHistory *const history = analysis.devices().history(d.id);
        out << QStringLiteral("  misses %1 of them").arg(history->misses(d.policy, now));
        for (const OfflineSpan &span : history->offlineSpans(d.policy, now))
            out << QStringLiteral("  offline %1 to %2").arg(text(span.from), text(span.to));
        const HeartbeatTruth *const truth = analysis.devices().truth(d.id);
        for (qsizetype i = 0; i < truth->size(); ++i)
            tellBeat(out, *truth, truth->at(i), truth->gapOf(i, d.policy));
        for (const OfflineSpan &span : truth->lostSpans(d.policy, now))
            out << QStringLiteral("  it thinks us lost %1 to %2").arg(text(span.from), text(span.to));
    }
    static void tellBeat(QStringList &out, const HeartbeatTruth &truth, const Beat &beat, const GapVerdict &gap)
    {
        out << QStringLiteral(
            "  heartbeat %1 #%2 sn %3 flags %4 copies %5 status %6 after %7 gap %8 late %9 missed %10 from %11")
                   .arg(text(beat.at))
                   .arg(beat.number)
                   .arg(beat.sn)
                   .arg(beat.flags)
                   .arg(beat.copies)
                   .arg(beat.status)
                   .arg(beat.answeredAfter)
                   .arg(static_cast<int>(gap.reason))
                   .arg(gap.late.count())
                   .arg(gap.missed)
                   .arg(truth.from(beat).text());
    }
    void tellRows(QStringList &out) const
    {
        FlowRows rows(log);
        rows.setFolding(FlowRows::Folding::Off);
        for (qsizetype i = 0; i < rows.count(); ++i) {
            const FlowRow row = rows.row(i);
            QString line = QStringLiteral("row %1 %2").arg(static_cast<int>(row.kind)).arg(row.first);
            if (row.kind == FlowRow::Kind::Message) {
                const LogEntry &entry = rows.entry(row.first);
                line += QStringLiteral(" #%1 %2 %3 %4 %5")
                            .arg(log.at(rows.logRow(row.first)).number)
                            .arg(text(entry.time()), log.label(entry), log.at(rows.logRow(row.first)).from.text())
                            .arg(static_cast<int>(entry.direction()));
            } else if (row.kind == FlowRow::Kind::Missing || row.kind == FlowRow::Kind::Pending) {
                const Awaited &awaited = rows.awaited(row);
                line += QStringLiteral(" awaits %1 %2 behind %3 until %4 of %5")
                            .arg(awaited.number)
                            .arg(static_cast<int>(awaited.what))
                            .arg(awaited.behind)
                            .arg(text(awaited.deadline), awaited.device);
            }
            out << line;
        }
    }
};

/// A live site as the engine makes one, on a clock that the test moves: messages and notes go through the ledger.
class LiveSite
{
public:
    /// `part`: octets of a file of the record; 0: there is one.
    explicit LiveSite(const QString &path, qint64 part = 0)
        : inParts(part > 0)
    {
        QString error;
        ledger.file().divide(
            {part, {}, [path, number = 1]() mutable { return filetarget::numbered(path, ++number); }, [] {}});
        ledger.open(path, QStringLiteral("made by a test"), &error);
    }

    void listen(bool works)
    {
        if (!works) {
            ledger.note(notes::ListenFailed{.why = notes::ListenFailed::Why::PortTaken,
                .where = QStringLiteral("0.0.0.0:5060"),
                .owner = QStringLiteral("kamailio")});
            return;
        }
        if (sip)
            ledger.note(notes::ListenEnded{notes::Source::Sip, QStringLiteral("0.0.0.0:5060")});
        ledger.note(notes::Listening{notes::Source::Sip, QStringLiteral("0.0.0.0:5060")});
        ledger.note(
            notes::Site{.serverId = QStringLiteral("34020000002000000001"), .domain = QStringLiteral("3402000000")});
        sip = std::make_unique<SipServer>(Site::withPassword(QStringLiteral("12345678")));
    }
    Endpoint end(int device) const
    {
        return endpoint(QByteArray("192.168.1.6" + QByteArray::number(device)).constData(), 5060);
    }
    QByteArray id(int device) const { return ids[device].toLatin1(); }

    QList<QByteArray> send(const QByteArray &octets, int device, TransportKind transport = TransportKind::Udp)
    {
        Datagram datagram{
            .at = clock.now(), .from = end(device), .to = server, .transport = transport, .octets = octets};
        datagram.sequence = transport == TransportKind::Tcp ? std::exchange(in, in + quint32(octets.size())) : 0;
        const Trace trace = ledger.observe(datagram);
        return sip ? note(sip->receive(trace, clock.wall())) : QList<QByteArray>();
    }
    void wait(std::chrono::seconds by)
    {
        for (auto passed = 0s; passed < by; passed += 1s) {
            clock.advance(1s);
            if (sip)
                note(sip->advance(clock.now()));
            ledger.advance();
            story.take(ledger.analysis(), clock.now());
        }
        QSemaphore done;
        if (inParts) // a part ends where the writer looks
            ledger.file().flush([&] { done.release(); });
        QVERIFY(!inParts || done.tryAcquire(1, 30'000));
    }
    QByteArray last(const QList<QByteArray> &answers) const
    {
        return answers.isEmpty() ? QByteArray() : answers.constLast();
    }
    void login(int device, const QByteArray &password = "12345678", int expires = 3600,
        TransportKind transport = TransportKind::Udp)
    {
        Site::Register r{.id = id(device), .callId = "r" + QByteArray::number(++calls), .expires = expires};
        const QByteArray challenge = last(send(make.registerText(r), device, transport));
        clock.advance(20ms);
        ++r.cseq;
        r.extra += Site::authorization(r.id, Site::nonceOf(challenge), password);
        send(make.registerText(r), device, transport);
        clock.advance(20ms);
    }
    QByteArray beatOf(int device) { return make.keepalive(id(device), ++sn, "b" + QByteArray::number(++calls)); }
    void beat(int device, TransportKind transport = TransportKind::Udp)
    {
        send(beatOf(device), device, transport);
        clock.advance(10ms);
    }
    /// With timer E, as far as it goes within so many copies.
    void repeat(const QByteArray &octets, int device, int copies)
    {
        std::chrono::milliseconds gap = 500ms;
        send(octets, device);
        for (int i = 0; i < copies; ++i) {
            clock.advance(gap);
            ledger.advance();
            send(octets, device);
            gap = std::min<std::chrono::milliseconds>(2 * gap, 4s);
        }
    }

    const bool inParts;
    QStringList files; ///< of the record
    ManualClock clock;
    Ledger ledger{clock, {}, [](quint64, const Datagram &) {}, [](const QString &) {},
        [this](const SessionFile::Made &made) { files.append(made.path); }};
    std::unique_ptr<SipServer> sip;
    Story story;
    Site make; ///< of texts
    Endpoint server = endpoint("192.168.1.15", 5060);

private:
    QList<QByteArray> note(const QList<SipServer::Outgoing> &outgoing)
    {
        QList<QByteArray> octets;
        for (const SipServer::Outgoing &one : outgoing) {
            Datagram sent{.at = clock.now(),
                .from = server,
                .to = one.to,
                .transport = one.transport,
                .direction = Direction::Out,
                .octets = one.octets};
            sent.sequence = one.transport == TransportKind::Tcp ? std::exchange(out, out + quint32(one.octets.size()))
                                                                : 0;
            ledger.observe(sent);
            octets << one.octets;
        }
        return octets;
    }

    quint32 in = 1, out = 1;
    int calls = 0, sn = 0;
};

} // namespace

/// A session that was recorded tells the same story when its file is opened again: devices, findings, counters, rows of
/// the ladder and heartbeats.
class tst_SameStory : public QObject
{
    Q_OBJECT
private slots:
    void everything();
    void withoutItsNotes();
    void inParts();
    void withoutAPart();
    void unfinished();
    void ofItsOwnPolicy();

private:
    static void live(LiveSite &site);
    static void registrations(LiveSite &site);
    static void oddities(LiveSite &site);
    static void silenceTest(LiveSite &site);
    static void restart(LiveSite &site);
    static QStringList reopened(const QStringList &files, TimePoint *last = nullptr, bool notes = true);
    static void compare(const QStringList &live, const QStringList &file);
};

void tst_SameStory::registrations(LiveSite &site)
{
    site.ledger.note(notes::PasswordsKnown{3});
    notes::Media media{.device = QStringLiteral("34020000001320000001"),
        .from = QStringLiteral("10.0.0.2:15060"),
        .to = QStringLiteral("10.0.0.1:30000"),
        .verdict = QStringLiteral("broken"),
        .causes = {QStringLiteral("map-crc|2|1|3||00000001|00 01"), QStringLiteral("no-key-frame|3|1|9||11.0|250")}};
    media.packets = 900;
    site.ledger.note(media);
    site.ledger.analysis().devices().setKnownPasswords("12345678", {"alpha", "bravo"});
    site.ledger.note(notevalues::noteOf(QList<ExpectedDevice>{{ids[0], QStringLiteral("gate"), QStringLiteral("a\tb")},
        {ids[8], QStringLiteral("大门"), QStringLiteral("192.168.1.99")}}));
    site.listen(false);
    site.wait(3s);
    site.listen(true);
    site.login(0);
    site.login(1, "bravo");    // one of the list
    site.login(2, "nobody's"); // none of it
    site.login(3);             // and never beats
    site.login(4, "12345678", 3600, TransportKind::Tcp);
    site.login(5);
    site.login(6, "12345678", 60); // lapses
    site.beat(7);                  // never registered
    for (int i = 0; i < 4; ++i) {
        site.wait(60s);
        site.beat(0);
        site.beat(4, TransportKind::Tcp);
        site.beat(5);
    }
    site.send(site.make.registerText({.id = site.id(5), .callId = "bye", .expires = 0}), 5);
}

void tst_SameStory::oddities(LiveSite &site)
{
    Datagram stray{.at = site.clock.now(),
        .from = endpoint("10.0.0.1", 40000),
        .to = endpoint("192.168.1.15", 15060),
        .octets = "GET / HTTP/1.1\r\n\r\n"};
    site.ledger.observe(stray);
    stray.octets = "\r\n\r\n";
    site.ledger.observe(stray);
    stray.octets = QByteArray();
    site.ledger.observe(stray);
    site.ledger.observe(
        {.at = site.clock.now(), .from = site.end(1), .to = site.server, .octets = "REGISTER sip:x SIP/2.0\r\n"});
    for (int i = 0; i < 50; ++i)
        site.ledger.note(notes::ConnectionSilent{QStringLiteral("10.0.0.9")});
    for (int i = 0; i < 1000; ++i)
        site.ledger.dropped(notes::Dropped::What::Withheld, 3);
    site.ledger.dropped(notes::Dropped::What::Captured, 17);
    site.ledger.dropped(notes::Dropped::What::NotSignalling, 2);
    site.wait(2s);
    // What the network sends back: a heartbeat, a query, and what nobody here sent
    const QByteArray refused = site.beatOf(0);
    site.ledger.observe({.at = site.clock.now(), .from = site.end(0), .to = site.server, .octets = refused});
    const auto comesBack = [&site](const QByteArray &octets, const Endpoint &from, const Endpoint &to, int code) {
        site.ledger.note(icmpAbout(octets, from, to, {.code = code, .reporter = "192.168.1.1"}));
    };
    comesBack(refused, site.end(0), site.server, 3);
    comesBack(site.beatOf(0), site.end(0), site.server, 3);
    // What the platform asks, and nobody answers
    Datagram query{.at = site.clock.now(),
        .from = site.server,
        .to = site.end(0),
        .direction = Direction::Out,
        .octets = site.make.message("34020000002000000001",
            "<?xml version=\"1.0\"?>\r\n<Query>\r\n<CmdType>Catalog</CmdType>\r\n<SN>17</SN>\r\n<DeviceID>" + site.id(0)
                + "</DeviceID>\r\n</Query>\r\n",
            "query")};
    query.octets.replace("To: <sip:34020000002000000001@", QByteArray("To: <sip:" + site.id(0) + "@"));
    site.ledger.observe(query);
    comesBack(query.octets, site.server, site.end(0), 13);
    site.wait(40s);
    site.ledger.note(notevalues::noteOf(HeartbeatPolicy{30s, 3}));
    site.ledger.note(notevalues::noteOf(HeartbeatOverrides{{ids[4], {90s, 2}}}));
    site.wait(20s);
    site.beat(0);
    site.beat(4, TransportKind::Tcp);
}

void tst_SameStory::silenceTest(LiveSite &site)
{
    const Silence silence{.devices = {}, .since = site.clock.now(), .until = site.clock.now() + 10min};
    site.sip->setSilence(silence);
    site.ledger.note(notevalues::noteOf(silence));
    for (int i = 0; i < 6; ++i) {
        site.wait(30s);
        site.repeat(site.beatOf(0), 0, 6);
    }
    site.repeat(site.make.registerText({.id = site.id(4), .callId = "lost"}), 4, 10);
    site.wait(60s);
    site.sip->setSilence({});
    site.ledger.note(notes::SilenceEnded{});
}

void tst_SameStory::restart(LiveSite &site)
{
    site.wait(5s);
    site.listen(true);
    site.login(0);
    site.beat(0);
    site.wait(10s);
    site.ledger.note(notes::PasswordsKnown{1}); // and who was refused is compared anew
    site.ledger.analysis().devices().setKnownPasswords("12345678", {"nobody's"});
    while (site.ledger.compareRefused(1)) { }
    site.wait(10s);
    site.beat(0);
    site.wait(120s);
    site.send(site.beatOf(3), 3);
    site.wait(7s);
}

void tst_SameStory::live(LiveSite &site)
{
    registrations(site);
    oddities(site);
    silenceTest(site);
    restart(site);
}

QStringList tst_SameStory::reopened(const QStringList &files, TimePoint *last, bool notes)
{
    Analysis analysis(HeartbeatPolicy{77s, 5}); // whoever opens it has a policy of his own
    Story story;
    Importer importer;
    if (!importer.open(files))
        return {importer.errorText()};
    ReadAhead ahead(importer);
    while (ReadAhead::Chunk *chunk = ahead.next()) {
        analysis.observe(std::span(chunk->traces.data(), chunk->count),
            notes ? std::span<const PlacedNote>(chunk->notes) : std::span<const PlacedNote>());
        story.take(analysis, chunk->last);
    }
    ahead.finish();
    analysis.advance(importer.last());
    if (last)
        *last = importer.last();
    return story.tell(analysis, importer.last());
}

void tst_SameStory::compare(const QStringList &live, const QStringList &file)
{
    for (qsizetype i = 0; i < std::max(live.size(), file.size()); ++i)
        QCOMPARE(file.value(i), live.value(i));
}

void tst_SameStory::everything()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.pcapng"));
    LiveSite site(path);
    live(site);
    site.ledger.close();
    const QStringList told = site.story.tell(site.ledger.analysis(), site.clock.now());
    const QString all = told.join(u'\n');
    for (const char *rule : {"D01 ", "D02 ", "D08 ", "D26 ", "D28 ", "D30 ", "G80 ", "G82 "}) // it is a story worth the
                                                                                              // while
        QVERIFY2(all.contains(QLatin1String("finding ") + QLatin1String(rule)),
            qPrintable(QString(QLatin1String(rule) + all)));
    QVERIFY(all.contains(u"counter unanswered 3000"));
    QVERIFY(all.contains(u"counter came back 2") && all.contains(u"counter reports of others 1"));
    QVERIFY(all.contains(u"awaits"));
    TimePoint last;
    const QStringList file = reopened({path}, &last);
    QCOMPARE(last, site.clock.now());
    compare(told, file);
}

/// A record that goes on from file to file tells the same when all of them are opened.
void tst_SameStory::inParts()
{
    QTemporaryDir folder;
    LiveSite site(folder.filePath(QStringLiteral("session.pcapng")), 4'000);
    live(site);
    site.ledger.close();
    QVERIFY2(site.files.size() > 5, qPrintable(site.files.join(u'\n')));
    compare(site.story.tell(site.ledger.analysis(), site.clock.now()), reopened(site.files));
}

/// What follows a part that is missing begins as a record does: nobody is blamed for what is not there.
void tst_SameStory::withoutAPart()
{
    QTemporaryDir folder;
    LiveSite site(folder.filePath(QStringLiteral("session.pcapng")), 4'000);
    site.listen(true);
    site.login(0);
    for (int i = 0; i < 50; ++i) {
        site.wait(60s);
        site.beat(0);
    }
    site.ledger.close();
    QVERIFY(site.files.size() > 4);
    QStringList files = site.files;
    for (const qsizetype missing : {0, 2}) {
        files = site.files;
        files.removeAt(missing);
        const QStringList told = reopened(files);
        for (const QString &line : told)
            QVERIFY2(!line.startsWith(u"finding ") && !line.contains(u"  offline "), qPrintable(told.join(u'\n')));
    }
}

/// As it was before there were notes: what a server brought about that was silent on purpose is called its fault.
void tst_SameStory::withoutItsNotes()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.pcapng"));
    LiveSite site(path);
    live(site);
    site.ledger.close();
    const QStringList told = site.story.tell(site.ledger.analysis(), site.clock.now());
    const QString without = reopened({path}, nullptr, false).join(u'\n'), with = told.join(u'\n');
    for (const char *rule : {"D01 ", "D02 "})
        QVERIFY2(!without.contains(QLatin1String("finding ") + QLatin1String(rule)), rule);
    for (const char *rule : {"D03 ", "D32 "}) {
        QVERIFY2(without.contains(QLatin1String("finding ") + QLatin1String(rule)), rule);
        QVERIFY2(!with.contains(QLatin1String("finding ") + QLatin1String(rule)), rule);
    }
    QVERIFY(without.contains(u"policy 77x5") && !with.contains(u"policy 77x5"));
    QVERIFY(without.contains(u"counter unanswered 0"));
}

/// A kill leaves a file without an end: up to its last entry the story is the same.
void tst_SameStory::unfinished()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.pcapng"));
    LiveSite site(path);
    registrations(site);
    site.beat(0);
    const TimePoint last = site.clock.now() - 10ms;
    site.ledger.analysis().advance(last);
    const QStringList told = site.story.tell(site.ledger.analysis(), last);
    site.ledger.file().close(); // behind its back
    compare(told, reopened({path}));
}

/// Who asks for the story by a policy of his own has it.
void tst_SameStory::ofItsOwnPolicy()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.pcapng"));
    {
        LiveSite site(path);
        registrations(site);
    }
    Analysis analysis(HeartbeatPolicy{77s, 5});
    analysis.keepPolicy(true);
    Importer importer;
    QVERIFY(importer.open(path));
    for (auto result = PcapReader::Result::Datagram; result == PcapReader::Result::Datagram;)
        nextTrace(importer, analysis, result);
    QCOMPARE(analysis.devices().snapshots().constFirst().policy, (HeartbeatPolicy{77s, 5}));
}

QTEST_GUILESS_MAIN(tst_SameStory)
#include "tst_samestory.moc"
