// A batch of questions from the window: the catalog of many simulated devices at once. See README.md.
#include "core/session/livesession.h"
#include "tests/bench/turns.h"
#include "ui/client/askbatchpage.h"
#include "ui/client/askcommands.h"
#include "ui/client/askwindow.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/ladder/flowpanel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace gb;
using namespace gb::ui;

namespace {

double megabytes(const char *name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &row : file.readAll().split('\n')) {
        if (row.startsWith(name))
            return row.simplified().split(' ').value(1).toDouble() * 1024 / 1e6;
    }
    return 0;
}

/// Goes on with events until it holds, or ten minutes are over.
bool until(const std::function<bool()> &holds)
{
    QElapsedTimer since;
    since.start();
    while (!holds() && since.elapsed() < 600'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return holds();
}

qsizetype online(const DeviceTableModel &devices)
{
    qsizetype count = 0;
    for (int row = 0; row < devices.rowCount(); ++row) {
        const DeviceSnapshot *const one = devices.device(devices.idAt(row));
        count += one && one->verdict.state == DeviceState::Online ? 1 : 0;
    }
    return count;
}

} // namespace

int main(int argc, char *argv[])
{
    bench::Timed<QApplication> app(argc, argv);
    if (argc < 3) {
        std::fprintf(stderr, "Usage: askbench GBSCOPE-CLI PORT [DEVICES [CHANNELS]]\n");
        return 2;
    }
    const quint16 port = static_cast<quint16>(QByteArray(argv[2]).toUInt());
    const int count = argc > 3 ? QByteArray(argv[3]).toInt() : 1000;
    const QString channels = QString::fromLocal8Bit(argc > 4 ? argv[4] : "32");
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("settings.ini")));
    Languages languages;
    MainWindow window(settings, languages,
        std::make_unique<LiveSession>(
            settings.heartbeat(), folder.path(), folder.filePath(QStringLiteral("live.pcapng"))));
    window.resize(1366, 768);
    window.show();
    QTimer pulse; // so that until() looks again
    pulse.start(20);
    ServerConfig config;
    config.address = QHostAddress(QHostAddress::LocalHost);
    config.port = port;
    config.password = QStringLiteral("12345678");
    window.listenOnce(config);
    const DeviceTableModel &devices = *window.findChild<DevicePanel *>()->model();
    QProcess simulator;
    simulator.setStandardOutputFile(QProcess::nullDevice());
    simulator.start(QString::fromLocal8Bit(argv[1]),
        {QStringLiteral("simulate"), QStringLiteral("--server"), QStringLiteral("127.0.0.1:%1").arg(port),
            QStringLiteral("--devices"), QString::number(count), QStringLiteral("--password"),
            QStringLiteral("12345678"), QStringLiteral("--channels"), channels});
    if (!until([&] { return online(devices) == count; })) {
        std::printf("only %lld of %d devices registered\n", static_cast<long long>(online(devices)), count);
        return 1;
    }
    app.print("registering");
    QStringList ids;
    for (int row = 0; row < devices.rowCount(); ++row)
        ids.append(devices.idAt(row));
    auto *const ask = window.findChild<AskWindow *>();
    ask->setDevices(ids);
    ask->findChild<AskCommandList *>()->choose(*findAskCommand(u"catalog"));
    ask->resize(1000, 700);
    ask->show();
    until([] { return true; });
    auto *const flow = window.findChild<FlowPanel *>();
    const auto before = flow->rows()->matches();
    const double memory = megabytes("VmRSS:");
    AskBatch &batch = ask->findChild<AskBatchPage *>()->batch();
    app.begin();
    QElapsedTimer took;
    took.start();
    QList<AskWhom> whom;
    for (const QString &id : std::as_const(ids))
        whom.append({id, {}, {}});
    batch.setRate(0);
    batch.start({.command = QStringLiteral("catalog")}, whom, false);
    const bool done = until([&] { return !batch.isRunning(); });
    const double seconds = static_cast<double>(took.elapsed()) / 1000;
    app.print("catalogs");
    qsizetype items = 0;
    for (int row = 0; row < batch.rowCount(); ++row) {
        if (const AskReportPtr report = batch.reportAt(row))
            items += report->items.size();
    }
    until([&] { return flow->rows()->matches() > before; });
    std::printf("%s: %d of %d answered, %d failed, %lld channels in %.1f s; %lld messages; memory %.0f MB before, %.0f "
                "after, %.0f at most\n",
        done ? "done" : "not done", batch.count(AskBatch::Stage::Done), count, batch.count(AskBatch::Stage::Failed),
        static_cast<long long>(items), seconds, static_cast<long long>(flow->rows()->matches() - before), memory,
        megabytes("VmRSS:"), megabytes("VmHWM:"));
    simulator.terminate();
    simulator.waitForFinished();
    return done ? 0 : 1;
}
