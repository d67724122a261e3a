// A day of a live session in simulated time: 500 devices on one server, and what the window keeps of them. Prints what
// it takes after 1, 6, 12 and 24 hours; ends with 1 where a bound does not hold.
#include "tests/support/soak.h"
#include "core/ladder/flowrows.h"
#include "core/ladder/messagelog.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/heartbeat/heartbeatstore.h"

#include <QCoreApplication>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace gb;
using namespace gb::test;

namespace {

constexpr double megabyte = 1'000'000;
constexpr double residentAtMost = 500 * megabyte;
constexpr std::size_t entryAtMost = 100; ///< octets a message, in the window's index
constexpr qint64 flatFrom = 2;           ///< hour from which on no table grows

/// Resident octets of this process; 0 where the system has no /proc.
double resident()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().chopped(3).toDouble() * 1024;
    }
    return 0;
}

/// What the main window does with a batch, without its widgets.
class Window
{
public:
    void take(const Batch &batch)
    {
        log.setNow(batch.now, true);
        log.append(batch.messages, batch.awaited);
        heartbeats.forget(batch.gone);
        heartbeats.apply(batch.events);
        devices.apply(batch.devices, batch.gone, batch.now);
        offline += std::count_if(batch.devices.begin(), batch.devices.end(),
            [](const DeviceSnapshot &device) { return device.verdict.state == DeviceState::Offline; });
    }

    MessageLog log;
    FlowRows rows{log};
    ui::HeartbeatStore heartbeats;
    ui::DeviceTableModel devices;
    qint64 offline = 0;
};

bool g_holds = true;

void require(bool holds, const char *what)
{
    if (!holds)
        std::fprintf(stderr, "does not hold: %s\n", what);
    g_holds = g_holds && holds;
}

void row(qint64 hour, const Soak &soak, const Window &window)
{
    const Soak::Sizes sizes = soak.sizes();
    const auto messages = static_cast<double>(window.log.count());
    const double all = resident();
    std::printf("%5lld %9.0f %9.1f %9.1f %9.1f %9.1f %6zu %8zu %6zu %9zu %9zu %8zu %9zu\n",
        static_cast<long long>(hour), messages, all / megabyte, all / messages,
        static_cast<double>(window.log.entryMemory()) / messages, static_cast<double>(window.log.memory()) / messages,
        sizes.transactions, sizes.deadlines, sizes.nonces, sizes.bindings, sizes.remembered, sizes.awaiting,
        sizes.pending);
    std::fflush(stdout);
    require(all <= residentAtMost, "500 MB resident");
    require(sizeof(LogEntry) <= entryAtMost
            && window.log.entryMemory() <= (static_cast<std::size_t>(window.log.count()) + 8192) * entryAtMost,
        "100 octets a message in the index");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int devices = argc > 1 ? std::atoi(argv[1]) : 500;
    Soak soak(devices);
    Window window;
    if (resident() == 0)
        std::printf("this system does not tell resident memory: 0 stands for it\n");
    std::printf("%d devices; resident before: %.1f MB\n%5s %9s %9s %9s %9s %9s %6s %8s %6s %9s %9s %8s %9s\n", devices,
        resident() / megabyte, "hour", "messages", "res. MB", "a message", "entry", "and text", "trans.", "deadline",
        "nonces", "bindings", "seen", "awaiting", "pending");
    Soak::Sizes flat;
    const auto before = std::chrono::steady_clock::now();
    for (qint64 second = 1; second <= 24 * Soak::hour + Soak::minute; ++second) {
        window.take(soak.second());
        if ((second - Soak::minute) % Soak::hour != 0 || second == Soak::minute)
            continue;
        const qint64 hour = second / Soak::hour;
        if (hour == 1 || hour == 6 || hour == 12 || hour == 24)
            row(hour, soak, window);
        if (hour == flatFrom)
            flat = soak.sizes();
        if (hour > flatFrom)
            require(soak.sizes() == flat, "no table grows");
    }
    std::printf("%.1f s of computing; the ladder has %lld rows\n",
        std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count(),
        static_cast<long long>(window.rows.count()));
    require(
        window.offline == 0 && window.devices.deviceCount() == devices, "every device is there, and none was offline");
    require(window.log.forgotten() == 0
            && static_cast<quint64>(window.log.count()) == soak.site.analysis.counters().messages,
        "every message is in the index");
    return g_holds ? EXIT_SUCCESS : EXIT_FAILURE;
}
