#include "core/capture/importer.h"
#include "core/capture/pcapngwriter.h"
#include "tests/support/nexttrace.h"
#include "tests/support/packets.h"

#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <thread>
#include <unistd.h>
#endif

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

class tst_Importer : public QObject
{
    Q_OBJECT
private slots:
    void segmentsBecomeMessages();
    void aSegmentSentAgainIsTcpsDoing();
    void aMessageSentAgainIsTheDevices();
    void bothEndsOfALine_data();
    void bothEndsOfALine();
    void theSameFileTwice();
    void nothingInCommon();
    void filesWithoutPackets();
    void asManyFilesAsThereMayBe();
    void oneIsBrokenInTheMiddle();
    void whatCannotBeOpenedIsNamed();
    void timeGoesBackInOneFile();
    void viewsHoldWhileOthersAreRead();
    void cardsOfOneFile();
    void tcpSeenTwice();
    void aFifoIsReadOnce();
    void cancelled();

private:
    struct Seen
    {
        QList<Trace> traces; ///< octets of their own
        std::vector<Importer::Source> sources;
        Counters counters;
        QString error;
        PcapReader::Result end = PcapReader::Result::Broken;
    };
    Seen readFiles(const QStringList &files);
    QString file(const QByteArray &octets)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.cap").arg(++m_files));
        return writeFile(path, octets) ? path : QString();
    }
    static QByteArray packet(Duration at, const QByteArray &octets, bool back = false)
    {
        return pcapRecord(at, ip4(17, udp(octets), 0, 0, back));
    }
    static QByteArray okTo(const QByteArray &request)
    {
        return "SIP/2.0 200 OK" + request.mid(request.indexOf("\r\n"));
    }

    void segment(const QByteArray &octets, quint32 sequence, Duration at);
    QList<Trace> read();
    static QByteArray options(int cseq)
    {
        return "OPTIONS sip:s@d SIP/2.0\r\nVia: SIP/2.0/TCP 10.0.0.2:5060;branch=z9hG4bK" + QByteArray::number(cseq)
            + "\r\nFrom: <sip:a@d>;tag=1\r\nTo: <sip:s@d>\r\nCall-ID: c\r\nCSeq: " + QByteArray::number(cseq)
            + " OPTIONS\r\nContent-Length: 0\r\n\r\n";
    }

    QByteArray m_file;
    QTemporaryDir m_folder;
    int m_files = 0;
};

void tst_Importer::segment(const QByteArray &octets, quint32 sequence, Duration at)
{
    if (m_file.isEmpty())
        m_file = PcapngWriter::fileHeader(QStringLiteral("test"), {});
    const TimePoint start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    m_file += PcapngWriter::packet({.at = start + at,
        .from = {QHostAddress(QStringLiteral("10.0.0.2")), 5060},
        .to = {QHostAddress(QStringLiteral("10.0.0.1")), 5060},
        .transport = TransportKind::Tcp,
        .octets = octets,
        .sequence = sequence,
        .acknowledged = 1});
}

QList<Trace> tst_Importer::read()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("tcp.pcapng")));
    if (!file.open(QIODevice::WriteOnly) || file.write(std::exchange(m_file, {})) < 0)
        return {};
    file.close();
    Analysis analysis;
    Importer importer;
    QList<Trace> traces;
    PcapReader::Result result = importer.open(file.fileName()) ? PcapReader::Result::Datagram
                                                               : PcapReader::Result::Broken;
    while (result == PcapReader::Result::Datagram) {
        if (const auto trace = nextTrace(importer, analysis, result))
            traces << *trace;
    }
    return traces;
}

void tst_Importer::segmentsBecomeMessages()
{
    const QByteArray both = options(1) + options(2);
    segment(both.left(100), 1000, 0ms);
    segment(both.mid(100), 1100, 1ms);
    const QList<Trace> traces = read();
    QCOMPARE(traces.size(), 2);
    QCOMPARE(traces.at(0).datagram.octets, options(1));
    QCOMPARE(traces.at(0).datagram.sequence, 1000U);
    QCOMPARE(traces.at(1).datagram.octets, options(2));
    QCOMPARE(traces.at(1).datagram.sequence, 1000U + static_cast<quint32>(options(1).size()));
}

void tst_Importer::aSegmentSentAgainIsTcpsDoing()
{
    segment(options(1) + options(2), 1000, 0ms);
    segment(options(1) + options(2), 1000, 300ms);
    segment(options(3), 1000 + static_cast<quint32>(2 * options(1).size()), 400ms);
    const QList<Trace> traces = read();
    QCOMPARE(traces.size(), 5);
    for (int i : {2, 3}) {
        QCOMPARE(traces.at(i).copy.kind, RepeatKind::TcpRepeat);
        QCOMPARE(traces.at(i).repeatOf, static_cast<quint64>(i - 1));
    }
    QCOMPARE(traces.at(4).copy.kind, RepeatKind::None);
}

void tst_Importer::aMessageSentAgainIsTheDevices()
{
    segment(options(1), 1000, 0ms);
    segment(options(1), 1000 + static_cast<quint32>(options(1).size()), 500ms);
    const QList<Trace> traces = read();
    QCOMPARE(traces.size(), 2);
    QCOMPARE(traces.at(1).copy.kind, RepeatKind::Retransmission);
    QVERIFY(traces.at(1).copy.offSchedule);
}

tst_Importer::Seen tst_Importer::readFiles(const QStringList &files)
{
    Seen seen;
    Analysis analysis;
    Importer importer;
    if (!importer.open(files)) {
        seen.error = importer.errorText();
        return seen;
    }
    do {
        const auto trace = nextTrace(importer, analysis, seen.end);
        if (!trace)
            continue;
        seen.traces << *trace;
        seen.traces.last().datagram.octets.detach(); // they are those of a buffer
        QFile text(files.at(trace->datagram.file));  // and of a place in the file
        if (trace->datagram.place >= 0
            && !(text.open(QIODevice::ReadOnly) && text.seek(trace->datagram.place)
                && text.read(trace->datagram.octets.size()) == trace->datagram.octets))
            seen.error = QStringLiteral("not what stands in the file");
    } while (seen.end == PcapReader::Result::Datagram);
    seen.sources = importer.sources();
    seen.counters = analysis.counters();
    seen.error += importer.errorText();
    return seen;
}

void tst_Importer::bothEndsOfALine_data()
{
    QTest::addColumn<Duration>("ahead"); ///< the server's clock
    QTest::addColumn<int>("reference");
    QTest::newRow("3 s ahead") << Duration(3s) << 0;
    QTest::newRow("3 s behind") << Duration(-3s) << 0;
    QTest::newRow("3 s ahead, the server's first") << Duration(3s) << 1;
    QTest::newRow("5 ms behind") << Duration(-5ms) << 0;
}

/// A line of 20 ms; one heartbeat's answer is lost and sent again by timer E. Each message is seen at both ends, first
/// where it was sent.
void tst_Importer::bothEndsOfALine()
{
    QFETCH(const Duration, ahead);
    QFETCH(const int, reference);
    constexpr Duration way = 20ms;
    QByteArray camera = pcapHeader(101), server = pcapHeader(101);
    const auto send = [&](Duration at, const QByteArray &text) {
        camera += packet(at, text);
        server += packet(at + way + ahead, text);
    };
    const auto answer = [&](Duration at, const QByteArray &text) {
        server += packet(at + ahead, text, true);
        camera += packet(at + way, text, true);
    };
    for (int i = 0; i < 10; ++i) {
        const QByteArray text = optionsRequest(i + 1);
        const Duration at = i * 60s + 10s;
        send(at, text);
        if (i == 5)
            send(at + 500ms, text); // nobody answered the first one
        answer(at + (i == 5 ? 500ms : 0ms) + way + 1ms, okTo(text));
    }
    QStringList files{file(camera), file(server)};
    if (reference == 1)
        files.move(1, 0);
    const Seen seen = readFiles(files);
    QCOMPARE(seen.error, QString());
    QCOMPARE(seen.end, PcapReader::Result::End);
    QCOMPARE(seen.traces.size(), 42);
    QVERIFY(seen.sources[1].clockOffset);
    QVERIFY(std::chrono::abs(*seen.sources[1].clockOffset - (reference == 1 ? -ahead : ahead)) < 1ms);
    QCOMPARE(seen.sources[1].pairs, 20U);
    QCOMPARE(seen.sources[0].messages + seen.sources[1].messages, 42U);
    QCOMPARE(seen.counters.duplicates, 21U);
    QCOMPARE(seen.counters.retransmissions, 1U);
    QCOMPARE(seen.counters.echoes, 0U);
    const int atCamera = reference == 1 ? 1 : 0;
    for (qsizetype i = 0; i < seen.traces.size(); ++i) { // each where it was sent, then where it came
        const Trace &one = seen.traces[i];
        const bool first = i % 2 == 0;
        QCOMPARE(one.datagram.file == atCamera, one.isRequest() == first);
        QCOMPARE(one.copy.kind == RepeatKind::Duplicate, !first);
        if (one.copy.kind == RepeatKind::Retransmission)
            QVERIFY(one.copy.timer == SipTimer::E && one.copy.copy == 2 && !one.copy.offSchedule);
        if (!first)
            QCOMPARE(one.datagram.octets, seen.traces[i - 1].datagram.octets);
    }
}

void tst_Importer::theSameFileTwice()
{
    QByteArray octets = pcapHeader(101);
    for (int i = 0; i < 10; ++i)
        octets += packet(i * 500ms, optionsRequest(1 + i / 2))
            + packet(i * 500ms + 1ms, okTo(optionsRequest(1 + i / 2)), true);
    const QString path = file(octets);
    const Seen once = readFiles({path}), twice = readFiles({path, path});
    QCOMPARE(once.counters.retransmissions, 5U);
    QCOMPARE(once.counters.echoes, 5U);
    QCOMPARE(twice.traces.size(), 2 * once.traces.size());
    QVERIFY(twice.sources[1].clockOffset == std::optional(Duration(0)));
    QCOMPARE(twice.counters.duplicates, 20U);
    QCOMPARE(twice.counters.retransmissions, once.counters.retransmissions);
    QCOMPARE(twice.counters.echoes, once.counters.echoes);
}

void tst_Importer::nothingInCommon()
{
    QByteArray one = pcapHeader(101), other = pcapHeader(101);
    for (int i = 0; i < 5; ++i) {
        one += packet(i * 2s, optionsRequest(i));
        other += packet(i * 2s + 1s, optionsRequest(100 + i));
    }
    const Seen seen = readFiles({file(one), file(other)});
    QCOMPARE(seen.error, QString());
    QVERIFY(!seen.sources[1].clockOffset);
    QCOMPARE(seen.sources[1].pairs, 0U);
    QCOMPARE(seen.traces.size(), 10);
    for (qsizetype i = 0; i < 10; ++i)
        QCOMPARE(seen.traces[i].datagram.file, i % 2);
}

void tst_Importer::filesWithoutPackets()
{
    const QString nothing = file(pcapHeader(101)), one = file(pcapHeader(101) + packet(1s, optionsRequest(1)));
    for (const QStringList &files :
        {QStringList{nothing, one}, QStringList{one, nothing}, QStringList{nothing, one, nothing}}) {
        const Seen seen = readFiles(files);
        QCOMPARE(seen.error, QString());
        QCOMPARE(seen.end, PcapReader::Result::End);
        QCOMPARE(seen.traces.size(), 1);
    }
    QCOMPARE(readFiles({nothing, nothing}).end, PcapReader::Result::End);
    QVERIFY(readFiles({}).error.contains(QStringLiteral("no file")));
}

void tst_Importer::asManyFilesAsThereMayBe()
{
    QStringList files;
    for (int i = 0; i < Importer::maxFiles; ++i)
        files << file(pcapHeader(101) + packet(1ms * (Importer::maxFiles - i), optionsRequest(1 + i))
            + packet(2s, optionsRequest(1000)));
    const Seen seen = readFiles(files);
    QCOMPARE(seen.error, QString());
    QCOMPARE(seen.traces.size(), 2 * Importer::maxFiles);
    for (int i = 0; i < Importer::maxFiles; ++i)
        QCOMPARE(int(seen.traces[i].datagram.file), Importer::maxFiles - 1 - i);
    QCOMPARE(seen.counters.duplicates, static_cast<quint64>(Importer::maxFiles - 1)); // each file is a source of its
                                                                                      // own
    const Seen more = readFiles(files + QStringList{files.constFirst()});
    QVERIFY2(more.error.contains(QStringLiteral("64")), qPrintable(more.error));
    QVERIFY(more.traces.isEmpty());
}

void tst_Importer::oneIsBrokenInTheMiddle()
{
    QByteArray good = pcapHeader(101), bad = good;
    for (int i = 0; i < 10; ++i)
        good += packet(i * 1s, optionsRequest(i + 1));
    for (int i = 0; i < 3; ++i)
        bad += packet(i * 1s + 100ms, optionsRequest(100 + i));
    const QString broken = file(bad + QByteArray(16, '\xff'));
    const Seen seen = readFiles({broken, file(good)});
    QCOMPARE(seen.end, PcapReader::Result::Broken);
    QVERIFY2(seen.error.startsWith(QFileInfo(broken).fileName() + u": broken at packet 4"), qPrintable(seen.error));
    QCOMPARE(seen.traces.size(), 13);
    QCOMPARE(seen.sources[1].error, QString());
    const QString cut = file(bad.chopped(1));
    const QString both = readFiles({broken, cut}).error;
    QVERIFY2(both.contains(QFileInfo(broken).fileName()) && both.contains(QFileInfo(cut).fileName()), qPrintable(both));
}

void tst_Importer::whatCannotBeOpenedIsNamed()
{
    const QString good = file(pcapHeader(101)), empty = file({});
    QCOMPARE(readFiles({good, m_folder.filePath(QStringLiteral("absent"))}).error,
        QStringLiteral("absent: cannot open the file"));
    QVERIFY(readFiles({good, empty}).error.startsWith(QFileInfo(empty).fileName() + u": not a capture file"));
    QVERIFY(readFiles({good, m_folder.path()}).error.startsWith(QFileInfo(m_folder.path()).fileName() + u": "));
}

/// The order of a file is its own; what is later in another one waits.
void tst_Importer::timeGoesBackInOneFile()
{
    const QByteArray one = pcapHeader(101) + packet(5s, optionsRequest(1)) + packet(1s, optionsRequest(2))
        + packet(6s, optionsRequest(3));
    const QByteArray other = pcapHeader(101) + packet(2s, optionsRequest(4)) + packet(5500ms, optionsRequest(5))
        + packet(0s, optionsRequest(6));
    const Seen seen = readFiles({file(one), file(other)});
    QCOMPARE(seen.error, QString());
    QStringList order;
    for (const Trace &trace : seen.traces)
        order << QString::fromLatin1(trace.datagram.octets.mid(trace.datagram.octets.indexOf("Call-ID: c") + 10, 1));
    QCOMPARE(order.join(u' '), QStringLiteral("4 1 2 5 6 3"));
}

/// More of each file than is read at once; a fragment and a TCP stream between them wait longer than any buffer.
void tst_Importer::viewsHoldWhileOthersAreRead()
{
    const QByteArray long1 = optionsRequest(9001, "UDP", QByteArray(3000, 'f')),
                     stream = optionsRequest(9002, "TCP", QByteArray(3000, 't'));
    const QByteArrayList pieces = fragments4(udp(long1), 1480);
    QByteArray one = pcapHeader(101), other = pcapHeader(1);
    one += pcapRecord(0s, pieces[0]) + pcapRecord(0s, ip4(6, tcp(stream.left(1000), 1001)));
    other += packet(1ms, {}); // no Ethernet, too short for it
    for (int i = 0; i < 1200; ++i) {
        const QByteArray body(1000 + i % 7, static_cast<char>('a' + i % 26));
        one += packet(10ms * i, optionsRequest(1 + i, "UDP", body));
        other += pcapRecord(10ms * i + 3ms, ethernet(0x0800, ip4(17, udp(optionsRequest(1 + i, "UDP", body)))));
    }
    one += pcapRecord(12s, pieces[1]) + pcapRecord(12s, pieces[2])
        + pcapRecord(12s, ip4(6, tcp(stream.mid(1000), 2001)));
    QVERIFY(one.size() > PacketSource::chunk && other.size() > PacketSource::chunk);
    const Seen seen = readFiles({file(one), file(other)});
    QCOMPARE(seen.error, QString());
    QCOMPARE(seen.traces.size(), 2402);
    QCOMPARE(seen.counters.duplicates, 1200U);
    QList<QByteArray> texts;
    for (const Trace &trace : seen.traces)
        texts << trace.datagram.octets;
    QCOMPARE(texts.count(long1), 1);
    QCOMPARE(texts.count(stream), 1);
    for (const Trace &trace : seen.traces)
        QCOMPARE(trace.datagram.place < 0, trace.datagram.octets == long1 || trace.datagram.octets == stream);
}

/// Two network cards that see the same packet, as in one file of dumpcap.
void tst_Importer::cardsOfOneFile()
{
    const auto block = [](quint32 type, const QByteArray &body) -> QByteArray {
        const QByteArray padded = body + QByteArray(-body.size() & 3, '\0'),
                         length = little32(static_cast<quint32>(padded.size() + 12));
        return little32(type) + length + padded + length;
    };
    const auto seenBy = [&](quint32 card, Duration at, const QByteArray &text) -> QByteArray {
        const QByteArray octets = ip4(17, udp(text));
        const auto stamp = static_cast<quint64>(at.count());
        const QByteArray size = little32(static_cast<quint32>(octets.size()));
        return block(6,
            little32(card) + little32(static_cast<quint32>(stamp >> 32)) + little32(static_cast<quint32>(stamp)) + size
                + size + octets);
    };
    const QByteArray card = block(1, little32(101) + little32(0)), text = optionsRequest(1);
    const QByteArray section = block(0x0a0d0d0a, little32(0x1a2b3c4d) + little32(1) + QByteArray(8, '\xff')) + card
        + card;
    const Seen two = readFiles({file(
        section + seenBy(0, 0ms, text) + seenBy(1, 20ms, text) + seenBy(0, 500ms, text) + seenBy(1, 520ms, text))});
    QCOMPARE(two.counters.duplicates, 2U);
    QCOMPARE(two.counters.retransmissions, 1U);
    QVERIFY(two.traces[2].copy.kind == RepeatKind::Retransmission && two.traces[2].copy.timer == SipTimer::E);
    const Seen one = readFiles({file(section + seenBy(0, 0ms, text) + seenBy(0, 20ms, text))});
    QCOMPARE(one.counters.duplicates, 0U);
}

void tst_Importer::tcpSeenTwice()
{
    QByteArray camera = pcapHeader(101), server = camera;
    const QByteArray first = optionsRequest(1, "TCP"), longer = optionsRequest(2, "TCP", QByteArray(2000, 'x')),
                     last = optionsRequest(3, "TCP");
    const auto send = [&](Duration at, const QByteArray &octets, quint32 sequence, int flags = Push | Ack) {
        const QByteArray segment = ip4(6, tcp(octets, sequence, flags));
        camera += pcapRecord(at, segment);
        server += pcapRecord(at + 20ms + 3s, segment);
    };
    quint32 sequence = 1001;
    const auto next = [&](Duration at, const QByteArray &octets, int flags = Push | Ack) {
        send(at, octets, sequence, flags);
        sequence += static_cast<quint32>(octets.size());
    };
    send(0ms, {}, 1000, Syn);
    next(60ms, first);
    next(61ms, longer.left(1200));
    next(62ms, longer.mid(1200));
    next(63ms, last);
    next(64ms, {}, Fin | Ack);
    const Seen seen = readFiles({file(camera), file(server)});
    QCOMPARE(seen.error, QString());
    QCOMPARE(seen.counters.retransmissions, 0U);
    QSet<QByteArray> firsts;
    for (const Trace &trace : seen.traces) {
        if (trace.repeatOf == 0)
            firsts.insert(trace.datagram.octets);
        else
            QCOMPARE(trace.copy.kind, RepeatKind::Duplicate);
    }
    QCOMPARE(firsts, (QSet<QByteArray>{first, longer, last}));
}

/// What can be read but once is not read ahead: `gbscope-cli analyze <(zstdcat a.zst) b.pcap`.
void tst_Importer::aFifoIsReadOnce()
{
#ifdef Q_OS_LINUX
    QByteArray octets = pcapHeader(101);
    for (int i = 0; i < 2000; ++i)
        octets += packet(i * 1s, optionsRequest(i + 1, "UDP", QByteArray(1000, 'x')));
    QVERIFY(octets.size() > 2 * PacketSource::chunk);
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    std::signal(SIGPIPE, SIG_IGN);
    std::thread writer([&octets, end = ends[1]] {
        for (qsizetype at = 0, wrote = 1; at < octets.size() && wrote > 0; at += wrote)
            wrote = write(end, octets.constData() + at, static_cast<std::size_t>(octets.size() - at));
        ::close(end);
    });
    Analysis analysis;
    Importer importer;
    const bool opened = importer.open(
        {QStringLiteral("/dev/fd/%1").arg(ends[0]), file(pcapHeader(101) + packet(2s, optionsRequest(1)))});
    ::close(ends[0]);
    PcapReader::Result result = opened ? PcapReader::Result::Datagram : PcapReader::Result::Broken;
    int messages = 0;
    while (result == PcapReader::Result::Datagram)
        messages += nextTrace(importer, analysis, result) ? 1 : 0;
    writer.join();
    QCOMPARE(importer.errorText(), QString());
    QCOMPARE(messages, 2001);
#endif
}

void tst_Importer::cancelled()
{
    const QString path = file(pcapHeader(101) + packet(1s, optionsRequest(1)));
    Analysis analysis;
    Importer importer;
    QVERIFY(!importer.open({path, path}, [](double) { return false; }));
    QCOMPARE(importer.errorText(), QString());
}

QTEST_GUILESS_MAIN(tst_Importer)
#include "tst_importer.moc"
