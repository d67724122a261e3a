// What one request costs the transaction layer: the search that finds nothing, the transaction, the stored answer, and
// its end by timer J, while 10 to 100,000 are live. Prints a table. The messages are ready beforehand: neither writing
// nor scanning them is counted.
#include "core/message/headers.h"
#include "core/sip/transactions.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace gb;

namespace {

struct NoUser : TransactionUser
{
    bool send(const Endpoint &, TransportKind, const QByteArray &octets) override
    {
        sent += static_cast<quint64>(octets.size());
        return true;
    }
    void timedOut(TransactionId, SipTimer) override { }
    void transportFailed(TransactionId) override { }
    void terminated(TransactionId) override { ++ended; }
    quint64 sent = 0, ended = 0;
};

constexpr int batch = 512; ///< requests that are written ahead of each measured stretch: they stay in the cache, as one
                           ///< that was just received does
constexpr std::chrono::seconds life{32};

QByteArray request(quint64 number)
{
    return "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP "
           "192.168.1.64:5060;rport;branch=z9hG4bK"
        + QByteArray::number(number, 36)
        + "\r\nFrom: <sip:34020000001320000001@3402000000>;tag=b\r\nTo: "
          "<sip:34020000002000000001@3402000000>\r\nCall-ID: "
        + QByteArray::number(number)
        + "@192.168.1.64\r\nCSeq: 20 MESSAGE\r\nContent-Type: Application/MANSCDP+xml\r\nMax-Forwards: "
          "70\r\nContent-Length: 0\r\n\r\n";
}

/// Resident octets of this process.
double resident()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toDouble() * 4096 : 0;
}

class Run
{
public:
    explicit Run(int live)
        : m_layer(m_user, {}, {.transactions = static_cast<std::size_t>(live) * 2 + 1024, .octets = 1'000'000'000})
        , m_step(std::chrono::duration_cast<Duration>(life) / live)
    {
    }

    /// ns each, of `count` requests with nothing else in the measured time.
    double requests(int count)
    {
        double measured = 0;
        for (int done = 0; done < count; done += batch)
            measured += stretch(std::min(batch, count - done));
        return measured / count;
    }
    std::size_t live() const { return m_layer.size(); }
    std::size_t memory() const { return m_layer.memory(); }
    quint64 ended() const { return m_user.ended; }

private:
    double stretch(int count)
    {
        std::vector<Datagram> datagrams(static_cast<std::size_t>(count));
        std::vector<SipHead> heads;
        heads.reserve(datagrams.size());
        for (Datagram &datagram : datagrams) {
            datagram = {.at = m_now += m_step,
                .from = {QHostAddress(QStringLiteral("192.168.1.64")), 5060},
                .to = {},
                .octets = request(++m_number)};
            heads.push_back(scanHead(view(datagram.octets)));
        }
        const auto before = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < datagrams.size(); ++i) {
            const Transactions::Result result = m_layer.receive(datagrams[i], heads[i]);
            // A block of its own, as a writer makes it
            m_layer.respond(result.id, 200, QByteArray(m_answer.constData(), m_answer.size()), datagrams[i].at);
        }
        return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - before).count();
    }

    NoUser m_user;
    Transactions m_layer;
    const Duration m_step; ///< so that as many come as go
    const QByteArray m_answer = "SIP/2.0 200 OK\r\n" + QByteArray(434, 'x');
    TimePoint m_now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    quint64 m_number = 0;
};

void row(int live)
{
    const double before = resident();
    Run run(live);
    const double fill = run.requests(live);
    const double grown = resident() - before;
    const double memory = static_cast<double>(run.memory()) / static_cast<double>(run.live());
    run.requests(live + 20'000); // all slots were used by others, no table grows any more
    std::vector<double> rounds(200);
    for (double &round : rounds)
        round = run.requests(5'000);
    std::sort(rounds.begin(), rounds.end()); // others may use the machine too: the lower end is what the work costs
    const QByteArray rss = live < 10'000 ? QByteArray("-") : QByteArray::number(grown / live, 'f', 0);
    std::printf("%8d %10zu %10.0f %10.0f %10.0f %12.0f %12s\n", live, run.live(), fill, rounds[100], rounds.front(),
        memory, rss.constData());
    std::fflush(stdout);
}

} // namespace

int main()
{
    std::printf("%8s %10s %10s %10s %10s %12s %12s\n", "wanted", "live", "fill ns", "median ns", "best ns",
        "octets each", "resident");
    for (const int live : {100'000, 10'000, 1'000, 10}) // the largest first: its resident growth is not room that an
                                                        // earlier one left
        row(live);
    return 0;
}
