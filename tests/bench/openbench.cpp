// Opens a capture as a window does, without drawing it: the file's thread, the models behind the panes. See README.md.
#include "core/ladder/flowrows.h"
#include "core/ladder/messagelog.h"
#include "core/session/filesession.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/heartbeat/heartbeatstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace gb;
using namespace gb::ui;

namespace {

double resident(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0; // not on this system
    for (QByteArray line = status.readLine(); !line.isEmpty(); line = status.readLine()) {
        if (line.startsWith(field))
            return line.mid(line.indexOf(':') + 1).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

template<typename Work>
double milliseconds(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The models of a window.
struct Panes
{
    MessageLog log;
    FlowRows rows{log};
    HeartbeatStore heartbeats;
    DeviceTableModel devices;
    double longest = 0; ///< ms that a batch kept the window's thread
    quint64 beats = 0;

    void take(const BatchPtr &batch)
    {
        longest = std::max(longest, milliseconds([&] {
            log.setNow(batch->now, false);
            log.append(batch->messages, batch->awaited, batch->parties);
            heartbeats.forget(batch->gone);
            heartbeats.apply(batch->events);
            devices.apply(batch->devices, batch->gone, batch->now);
        }));
    }
};

void use(Panes &panes)
{
    const auto filter = [&](const char *what, const FlowFilter &wanted) {
        const double ms = milliseconds([&] { panes.rows.setFilter(wanted); });
        std::printf("filter %-22s %8.1f ms  %lld messages\n", what, ms, static_cast<long long>(panes.rows.matches()));
    };
    filter("a device", {.devices = {panes.devices.idAt(0)}});
    filter("the text 401", {.text = QStringLiteral("401")});
    filter("the text 0000123", {.text = QStringLiteral("0000123")});
    filter("no repeats", {.hideRepeats = true});
    filter("none", {});
    for (const DeviceColumn column : {DeviceColumn::Id, DeviceColumn::Address, DeviceColumn::State})
        std::printf("sort devices by column %d    %8.1f ms  %d rows\n", static_cast<int>(column),
            milliseconds([&] { panes.devices.sort(static_cast<int>(column), Qt::DescendingOrder); }),
            panes.devices.rowCount());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "Usage: openbench FILE [use]\n");
        return 2;
    }
    Panes panes;
    QElapsedTimer timer;
    double first = 0;
    const double before = resident("VmRSS");
    FileSession session({QString::fromLocal8Bit(argv[1])}, {});
    QObject::connect(&session, &Session::batch, &app, [&](const BatchPtr &batch) {
        panes.take(batch);
        if (first == 0 && panes.log.count() > 0)
            first = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    });
    session.when<outcome::Loaded>(&app, [](const outcome::Loaded &loaded) {
        if (!loaded.error.isEmpty())
            std::fprintf(stderr, "%s\n", qPrintable(loaded.error));
        QCoreApplication::exit(loaded.error.isEmpty() ? 0 : 1);
    });
    timer.start();
    session.send(wish::Load{});
    const int status = QCoreApplication::exec();
    const double complete = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const double messages = static_cast<double>(std::max<qsizetype>(1, panes.log.count()));
    std::printf("messages %.0f devices %d\nfirst messages %.0f ms, complete %.0f ms, longest batch %.1f ms\nresident "
                "%.0f MiB (peak %.0f), %.0f octets a message over %.0f MiB at the start\n",
        messages, panes.devices.deviceCount(), first, complete, panes.longest, resident("VmRSS"), resident("VmHWM"),
        (resident("VmRSS") - before) * 1048576 / messages, before);
    if (argc > 2)
        use(panes);
    return status;
}
