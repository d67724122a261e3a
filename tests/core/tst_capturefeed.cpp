#include "core/capture/hep.h"
#include "core/session/capturefeed.h"
#include "tests/support/manualclock.h"
#include "tests/support/packets.h"
#include "tests/support/site.h"

#include <QtTest>

#include <condition_variable>
#include <thread>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

static constexpr int raw = 101; ///< link type
static constexpr std::size_t all = 1'000'000;

/// From the packets of a network card to messages, without a network card.
class tst_CaptureFeed : public QObject
{
    Q_OBJECT
private slots:
    void onlySignallingPasses();
    void fragmentsAndSegmentsAsFromAFile();
    void hepIsNotTakenForSip();
    void stampsBecomeTheRecordsTime();
    void theWallClockIsSet();
    void newsAreToldOnce();
    void whatIsTooMuchIsCounted();
    void theEndTakesWhatWaits();
    void reportsAreNotes();
    void fromThreadToThread();

private:
    static QByteArrayList octetsOf(const std::deque<Entry> &entries)
    {
        QByteArrayList out;
        for (const Entry &one : entries)
            out << std::get<Datagram>(one).octets;
        return out;
    }
    static QByteArrayList take(CaptureFeed &feed)
    {
        bool more = false;
        return octetsOf(feed.entries(all, &more));
    }
    void give(CaptureFeed &feed, const QByteArray &packet) { feed.take(raw, m_clock.wall(), view(packet)); }

    ManualClock m_clock;
};

void tst_CaptureFeed::onlySignallingPasses()
{
    CaptureFeed feed(m_clock, [] {});
    const QByteArray media = QByteArray::fromHex("80600001000000000000000a") + QByteArray(160, 'x');
    give(feed, ip4(17, udp(media, 20000, 30000)));
    give(feed, ip4(17, udp(optionsRequest(1), 15060, 25060)));
    give(feed, ip4(17, udp("what follows between the same ends", 15060, 25060)));
    give(feed, ip4(1, "ICMP"));
    give(feed, QByteArray(7, '\x45'));
    give(feed, ip4(17, udp(media, 20000, 30000)));
    QCOMPARE(take(feed), (QByteArrayList{optionsRequest(1), "what follows between the same ends"}));
}

void tst_CaptureFeed::fragmentsAndSegmentsAsFromAFile()
{
    CaptureFeed feed(m_clock, [] {});
    const QByteArray large = optionsRequest(1, "UDP", QByteArray(5000, 'x')), first = optionsRequest(2, "TCP"),
                     second = optionsRequest(3, "TCP");
    QByteArrayList pieces = fragments4(udp(large), 1480);
    std::swap(pieces[0], pieces[2]);
    for (const QByteArray &piece : pieces)
        give(feed, piece);
    give(feed, ip4(6, tcp({}, 1000, Syn)));
    give(feed, ip4(6, tcp(second, static_cast<quint32>(1001 + first.size())))); // ahead of its turn
    give(feed, ip4(6, tcp(first, 1001)));
    QCOMPARE(take(feed), (QByteArrayList{large, first, second}));
}

void tst_CaptureFeed::hepIsNotTakenForSip()
{
    CaptureFeed feed(m_clock, [] {});
    Datagram message;
    message.from = message.to = {QHostAddress(QStringLiteral("10.0.0.1")), 5060};
    message.octets = optionsRequest(1);
    const QByteArray packet = hep::write(message, 1);
    give(feed, ip4(17, udp(packet, 9060, 9060)));
    give(feed, ip4(17, udp(packet, 5060, 5060)));             // on SIP's own port
    give(feed, ip4(17, udp(packet.chopped(50), 5060, 5060))); // captured in part
    QCOMPARE(take(feed), QByteArrayList());
    give(feed, ip4(17, udp("HEP3", 5060, 5060))); // neither that nor SIP: seen as what is not understood
    QCOMPARE(take(feed), QByteArrayList{"HEP3"});
}

void tst_CaptureFeed::stampsBecomeTheRecordsTime()
{
    m_clock.setWallBy(3600s); // set after the session began
    CaptureFeed feed(m_clock, [] {});
    feed.take(raw, m_clock.wall() - 5ms, view(ip4(17, udp(optionsRequest(1)))));
    feed.take(raw, m_clock.wall() + 5ms, view(ip4(17, udp(optionsRequest(2))))); // ahead of us: clocks are read one
                                                                                 // after the other
    bool more = false;
    const std::deque<Entry> messages = feed.entries(all, &more);
    QCOMPARE(messages.size(), 2U);
    QCOMPARE(std::get<Datagram>(messages[0]).at, m_clock.now() - 5ms);
    QCOMPARE(std::get<Datagram>(messages[1]).at, m_clock.now());
    QCOMPARE(std::get<Datagram>(messages[0]).direction, Direction::In);
}

void tst_CaptureFeed::theWallClockIsSet()
{
    CaptureFeed feed(m_clock, [] {});
    give(feed, ip4(17, udp(optionsRequest(1))));
    m_clock.advance(10s);
    m_clock.setWallBy(-86400s);
    give(feed, ip4(17, udp(optionsRequest(2))));
    bool more = false;
    const std::deque<Entry> messages = feed.entries(all, &more);
    QCOMPARE(messages.size(), 2U);
    QCOMPARE(std::get<Datagram>(messages[1]).at - std::get<Datagram>(messages[0]).at, Duration(10s));
}

void tst_CaptureFeed::newsAreToldOnce()
{
    int told = 0;
    CaptureFeed feed(m_clock, [&] { ++told; });
    for (int i = 1; i <= 3; ++i)
        give(feed, ip4(17, udp(optionsRequest(i))));
    QCOMPARE(told, 1);
    bool more = false;
    QCOMPARE(feed.entries(2, &more).size(), 2U);
    QVERIFY(more);
    give(feed, ip4(17, udp(optionsRequest(4))));
    QCOMPARE(told, 1); // whoever was told of more comes again
    QCOMPARE(feed.entries(2, &more).size(), 2U);
    QVERIFY(!more);
    give(feed, ip4(17, udp(optionsRequest(5))));
    QCOMPARE(told, 2);
}

void tst_CaptureFeed::whatIsTooMuchIsCounted()
{
    CaptureFeed feed(m_clock, [] {});
    const QByteArray packet = ip4(17, udp(optionsRequest(1, "UDP", QByteArray(60'000, 'x'))));
    const auto fits = static_cast<quint64>(CaptureFeed::maxQueued / (packet.size() - 28 + CaptureFeed::messageCost));
    for (quint64 i = 0; i < fits + 7; ++i)
        give(feed, packet);
    feed.addDropped(3);
    QCOMPARE(feed.takeDropped(), 10U);
    QCOMPARE(feed.takeDropped(), 0U);
    QCOMPARE(static_cast<quint64>(take(feed).size()), fits);
    give(feed, packet); // there is room again
    QCOMPARE(take(feed).size(), 1);
    QCOMPARE(feed.takeDropped(), 0U);
}

void tst_CaptureFeed::theEndTakesWhatWaits()
{
    CaptureFeed feed(m_clock, [] {});
    const QByteArray first = optionsRequest(1, "TCP"), second = optionsRequest(2, "TCP");
    give(feed, ip4(6, tcp({}, 1000, Syn)));
    give(feed, ip4(6, tcp(first, 1001)));
    give(feed, ip4(6, tcp(second, static_cast<quint32>(1101 + first.size())))); // behind a gap
    QCOMPARE(take(feed), QByteArrayList{first});
    feed.finish();
    QCOMPARE(take(feed), QByteArrayList{second});
}

/// Of what came back by ICMP signalling alone, in its order among the messages and with the record's time.
void tst_CaptureFeed::reportsAreNotes()
{
    m_clock.setWallBy(3600s);
    CaptureFeed feed(m_clock, [] {});
    const auto report = [](const QByteArray &quoted) {
        return ip4(1, QByteArray::fromHex("0303000000000000") + quoted, 0, 0, true);
    };
    const QByteArray sent = ip4(17, udp(optionsRequest(7)));
    give(feed, report(ip4(17, udp(QByteArray::fromHex("80600001000000000000000a"), 20000, 30000)))); // media
    give(feed, sent);
    give(feed, report(sent));
    give(feed, ip4(1, QByteArray::fromHex("0800000000000000"))); // a ping
    give(feed, ip4(17, udp(optionsRequest(8))));
    bool more = false;
    const std::deque<Entry> entries = feed.entries(all, &more);
    QCOMPARE(entries.size(), 3U);
    const auto *const note = std::get_if<JournalNote>(&entries[1]);
    QVERIFY(note);
    QCOMPARE(note->at, m_clock.now());
    const auto *const icmp = std::get_if<notes::Icmp>(&note->what);
    QVERIFY(icmp);
    QCOMPARE(icmp->reporter, QStringLiteral("10.0.0.1"));
    QCOMPARE(icmp->from, QStringLiteral("10.0.0.2:5060"));
    QCOMPARE(icmp->to, QStringLiteral("10.0.0.1:5060"));
    QCOMPARE(icmp->octets, static_cast<quint64>(optionsRequest(7).size()));
    QCOMPARE(icmp->lines.size(), 5); // the start line, Via, From, Call-ID, CSeq: no more
    QVERIFY(icmp->lines.contains(QStringLiteral("Call-ID: c7")));
}

void tst_CaptureFeed::fromThreadToThread()
{
    constexpr qsizetype count = 20'000;
    std::mutex mutex;
    std::condition_variable wake;
    bool told = false;
    const SystemClock clock;
    CaptureFeed feed(clock, [&] {
        const std::scoped_lock lock(mutex);
        told = true;
        wake.notify_one();
    });
    std::thread packets([&] {
        for (int i = 1; i <= count; ++i)
            feed.take(raw, clock.wall(), view(ip4(17, udp(optionsRequest(i)))));
    });
    QByteArrayList seen;
    quint64 dropped = 0;
    while (seen.size() + static_cast<qsizetype>(dropped) < count) {
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [&] { return std::exchange(told, false); });
        }
        for (bool more = true; more;)
            seen += octetsOf(feed.entries(100, &more));
        dropped += feed.takeDropped();
    }
    packets.join();
    QVERIFY(dropped < count / 2);
    QCOMPARE(seen.first(), optionsRequest(1));
    QCOMPARE(QSet<QByteArray>(seen.begin(), seen.end()).size(), seen.size());
}

QTEST_GUILESS_MAIN(tst_CaptureFeed)
#include "tst_capturefeed.moc"
