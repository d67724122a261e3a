// How long one datagram keeps the engine's thread: noted, answered, the answer noted. Every file of the corpora in a
// fresh engine, the median of its rounds; slowest first.
#include "tests/support/corpus.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace gb;
using namespace gb::test;

namespace {

using Micro = std::chrono::duration<double, std::micro>;
constexpr double limit = 5000; ///< µs
constexpr int rounds = 15;

double once(const HostileFile &file)
{
    const bool open = !file.precondition.startsWith(u"P0") && !file.precondition.startsWith(u"P2");
    Site site(Site::withPassword(open ? QString() : QStringLiteral("12345678")));
    if (file.precondition.startsWith(u"P2"))
        site.login();
    QByteArray octets = file.octets();
    if (octets.contains("@NONCE@"))
        octets = filled(octets, Site::nonceOf(site.send(site.registerText({.callId = "first"})).constFirst()));
    const auto start = std::chrono::steady_clock::now();
    site.send(octets);
    return Micro(std::chrono::steady_clock::now() - start).count();
}

double median(const HostileFile &file)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(once(file));
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[rounds / 2];
}

/// Of the head of what a camera sends all day, in ns.
double ordinaryScan()
{
    Site site;
    const QByteArray beat = site.keepalive();
    constexpr int count = 1'000'000;
    std::size_t found = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i)
        found += scanHead(view(beat)).callId.size();
    const double all = Micro(std::chrono::steady_clock::now() - start).count() * 1000;
    return found == 0 ? 0 : all / count;
}

} // namespace

namespace {

/// A refused device is compared with as many known passwords as there may be, and none fits.
double refusal()
{
    QList<QByteArray> known;
    for (int i = 0; i < 63; ++i)
        known.append("Some Pass" + QByteArray::number(i));
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        Site site(Site::withPassword(QStringLiteral("12345678")));
        site.analysis.devices().setKnownPasswords("12345678", known);
        const QByteArray nonce = Site::nonceOf(site.send(site.registerText({.callId = "first"})).constFirst());
        const QByteArray request = site.registerText(
            {.callId = "first", .cseq = 2, .extra = Site::authorization("34020000001320000001", nonce, "another")});
        const auto start = std::chrono::steady_clock::now();
        site.send(request);
        times.push_back(Micro(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main()
{
    std::vector<std::pair<double, QString>> times{{refusal(), QStringLiteral("a refusal, compared with 64 passwords")}};
    for (const HostileFile &file : gb28181Files(QStringLiteral("dat|tmpl|tcp")) + rfc4475Files() + protosFiles())
        times.emplace_back(median(file), file.name);
    std::sort(times.rbegin(), times.rend());
    std::printf("%zu files; slowest, of %.0f us allowed:\n", times.size(), limit);
    for (std::size_t i = 0; i < std::min<std::size_t>(10, times.size()); ++i)
        std::printf("%8.0f us  %s\n", times[i].first, qPrintable(times[i].second));
    std::printf("scan of an ordinary head: %.0f ns\n", ordinaryScan());
    return !times.empty() && times.front().first <= limit ? 0 : 1;
}
