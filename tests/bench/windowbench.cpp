// The window with a large capture: how long frames, filters, sorting and searches take. See README.md.
#include "core/capture/recordreader.h"
#include "core/ladder/statistics.h"
#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "tests/support/devices.h"
#include "tests/support/fixtures.h"
#include "tests/support/traffic.h"
#include "ui/devices/devicepanel.h"
#include "ui/export/exportflow.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/heartbeat/whatif.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/ladder/minimap.h"
#include "ui/list/listpanel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/mainwindow.h"
#include "ui/workspace/statusline.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>

using namespace gb;
using namespace gb::ui;

namespace {

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void tell(const char *what, const char *goal, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    std::printf(
        "%-52s median %8.2f ms  longest %8.2f ms  goal %s\n", what, values[values.size() / 2], values.back(), goal);
}

/// Frames of a ladder at places all over its length.
void ladderFrames(const char *what, LadderView &ladder)
{
    QScrollBar *const bar = ladder.verticalScrollBar();
    std::vector<double> frames;
    for (int i = 0; i <= 100; ++i) {
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * ((i * 37) % 101) / 100)); // jumps
        frames.push_back(milliseconds([&] { ladder.viewport()->repaint(); }));
    }
    tell(what, "16 ms", frames);
}

/// The same at each density, and how long it takes to get from one to the next, with its first frame.
void densities(LadderView &ladder, Minimap &map)
{
    static constexpr const char *names[] = {"ladder as an overview, jumping", "ladder, compact, jumping",
        "ladder, normal, jumping", "ladder, roomy, jumping"};
    std::vector<double> changes, strips;
    for (const Density density : {Density::Overview, Density::Compact, Density::Roomy, Density::Normal}) {
        changes.push_back(milliseconds([&] {
            ladder.setDensity(density, 400);
            ladder.viewport()->repaint();
        }));
        ladderFrames(names[static_cast<int>(density)], ladder);
        strips.push_back(milliseconds([&] { map.repaint(); }));
    }
    tell("another density", "16 ms", changes);
    tell("the strip beside the ladder, painted", "16 ms", strips);
    strips.clear();
    for (int i = 0; i < 20; ++i) { // at each height it is put together again
        strips.push_back(milliseconds([&] { map.resize(map.width(), 400 + 10 * i); }));
    }
    tell("the strip beside the ladder, put together", "16 ms", strips);
}

/// How long the event loop was away, by a timer of 1 ms.
class Gaps : public QObject
{
public:
    Gaps()
    {
        m_since.start();
        startTimer(1, Qt::PreciseTimer);
    }
    double longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_since.start();
    }

private:
    QElapsedTimer m_since;
    double m_longest = 0;
};

/// All of it for the vendor, in the background: once to its end, once cancelled when the file has begun to grow.
void exported(MainWindow &window)
{
    auto *const flow = window.findChild<ExportFlow *>();
    const QTemporaryDir folder;
    const QString whole = folder.filePath(QStringLiteral("whole.pcapng")),
                  cut = folder.filePath(QStringLiteral("cut.pcapng")), part = cut + QStringLiteral(".part");
    ExportOptions options;
    options.profile = Profile::Vendor;
    const auto until = [](const std::function<bool()> &isSo) {
        while (!isSo())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    };
    {
        const Gaps gaps;
        const double time = milliseconds([&] {
            flow->write(whole, options);
            until([&] { return QFile::exists(whole); });
        });
        std::printf("exported, %lld MB, in %.0f ms; longest away from the event loop %.1f ms (goal 50)\n",
            static_cast<long long>(QFileInfo(whole).size() / 1'000'000), time, gaps.longest());
    }
    const Gaps gaps;
    flow->write(cut, options);
    until([&] { return QFileInfo(part).size() > 0; });
    const double time = milliseconds([&] {
        emit window.findChild<StatusLine *>()->cancelRequested();
        until([&] { return !QFile::exists(part); });
    });
    std::printf("cancelled in %.0f ms; %lld files left beside the whole one; longest away %.1f ms (goal 50)\n", time,
        static_cast<long long>(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() - 1), gaps.longest());
}

void openedFile(const QString &file, AppSettings &settings, Languages &languages)
{
    auto session = std::make_unique<FileSession>(QStringList{file}, HeartbeatPolicy());
    FileSession *const source = session.get();
    QEventLoop loop;
    source->when<outcome::Loaded>(&loop, [&loop](const outcome::Loaded &) { loop.quit(); });
    MainWindow window(settings, languages, std::move(session));
    window.resize(1366, 768);
    window.show();
    Gaps gaps;
    const double complete = milliseconds([&] { loop.exec(); });
    auto *flow = window.findChild<FlowPanel *>();
    std::printf(
        "%lld messages read in %.0f ms with the window open; longest away from the event loop %.1f ms (goal 33)\n",
        static_cast<long long>(flow->rows()->matches()), complete, gaps.longest());
    densities(*flow->ladder(), *window.findChild<Minimap *>());
    auto *devices = window.findChild<DevicePanel *>();
    std::vector<double> choices;
    for (int row = 0; row < 20; ++row)
        choices.push_back(milliseconds([&] { flow->setDeviceFilter({devices->model()->idAt(row * 7)}); }));
    tell("ladder filtered to a device", "100 ms", choices);
    std::vector<double> texts;
    for (const char *text : {"401", "Keepalive", "00000123", "no such thing"})
        texts.push_back(milliseconds([&] {
            flow->setDeviceFilter({});
            flow->setFilterText(QString::fromLatin1(text));
        }));
    tell("ladder filtered by text", "100 ms for 200,000", texts);
    std::vector<double> searches;
    RecordReader reader(source->textFiles(), source->places());
    for (const char *text : {"no such text", "DeviceID", "3402000000132000012", "\xe5\x89\x8d\xe9\x97\xa8"})
        searches.push_back(milliseconds(
            [&] { reader.search(QString::fromUtf8(text), [](const QList<quint64> &, double) { return true; }); }));
    tell("search in the text of all messages", "2000 ms", searches);
    exported(window);
}

void table()
{
    DeviceTableModel model;
    QList<DeviceSnapshot> many;
    for (int i = 0; i < 200'000; ++i) {
        many.append(test::device((i * 7919) % 200'000, i % 5 == 0 ? DeviceState::Offline : DeviceState::Online));
        many.back().beats = (i * 31) % 977;
        many.back().name = QStringLiteral("Camera at the northern gate %1").arg((i * 31) % 100'000);
    }
    std::printf(
        "device table of 200,000 taken in: %.0f ms\n", milliseconds([&] { model.apply(many, {}, test::start); }));
    std::vector<double> sorts, filters;
    for (const DeviceColumn column : {DeviceColumn::Id, DeviceColumn::State, DeviceColumn::Address,
             DeviceColumn::LastHeartbeat, DeviceColumn::Alias})
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
            sorts.push_back(milliseconds([&] { model.sort(static_cast<int>(column), order); }));
    tell("device table of 200,000 sorted", "50 ms", sorts);
    for (const char *text : {"1", "192.168.1.7", "0001234", "", "g", "ga", "gate", "gate 7", "online", ""})
        filters.push_back(milliseconds([&] { model.setFilter(QString::fromLatin1(text)); }));
    tell("device table of 200,000 filtered", "100 ms", filters);
    std::vector<double> batches;
    model.setFilter(QStringLiteral("gate"));
    model.sort(static_cast<int>(DeviceColumn::LastHeartbeat));
    for (int batch = 1; batch <= 50; ++batch) { // two seconds: the rows are put in order twice
        QList<DeviceSnapshot> changed;
        for (int i = 0; i < 400; ++i) {
            changed.append(many.at((batch * 400 + i) * 7 % many.size()));
            changed.back().verdict.state = DeviceState::Late;
            changed.back().lastBeat = test::start + std::chrono::milliseconds(40 * batch);
        }
        batches.push_back(
            milliseconds([&] { model.apply(changed, {}, test::start + std::chrono::milliseconds(40 * batch)); }));
    }
    tell("400 of 200,000 changed, sorted and filtered", "16 ms", batches);
}

/// From the question to the answer, with the window going on meanwhile.
void whatIf(const HeartbeatStore &store)
{
    WhatIf asker(&store);
    QEventLoop loop;
    QObject::connect(&asker, &WhatIf::answered, &loop, [&loop] { loop.quit(); });
    std::vector<double> answers;
    Gaps gaps;
    for (const int interval : {10, 30, 45, 60, 90, 120}) {
        answers.push_back(milliseconds([&] {
            asker.ask({std::chrono::seconds(interval), 1}, {}, test::start + std::chrono::hours(24));
            loop.exec();
        }));
    }
    tell("what-if over a day and 1,000 devices", "200 ms", answers);
    std::printf("longest away from the event loop meanwhile %.1f ms (goal 16)\n", gaps.longest());
}

void day()
{
    HeartbeatStore store;
    QList<Event> events;
    for (int minute = 0; minute < 1440; ++minute) {
        for (int device = 0; device < 1000; ++device)
            events.append(BeatSeen{.device = test::idOf(device),
                .at = test::start + std::chrono::minutes(minute) + std::chrono::milliseconds(device * 59),
                .kind = HeartbeatHistory::Kind::Beat,
                .sn = {},
                .gap = std::chrono::seconds(60)});
    }
    std::printf("a day of 1,000 devices taken in: %.0f ms\n", milliseconds([&] { store.apply(events); }));
    FleetStrip strip(&store);
    strip.resize(1200, 700);
    strip.setSpan(ChartSpan::All);
    strip.setNow(test::start + std::chrono::hours(24));
    strip.show();
    QCoreApplication::processEvents();
    std::vector<double> frames;
    for (int i = 0; i <= 20; ++i) {
        strip.verticalScrollBar()->setValue(strip.verticalScrollBar()->maximum() * i / 20);
        frames.push_back(milliseconds([&] { strip.viewport()->repaint(); }));
    }
    tell("heartbeats of a day and 1,000 devices, painted", "16 ms", frames);
    whatIf(store);
}

void longDialog(const QString &file, AppSettings &settings, Languages &languages)
{
    auto session = std::make_unique<FileSession>(QStringList{file}, HeartbeatPolicy());
    QEventLoop loop;
    session->when<outcome::Loaded>(&loop, [&loop](const outcome::Loaded &) { loop.quit(); });
    MainWindow window(settings, languages, std::move(session));
    window.resize(1366, 768);
    window.show();
    loop.exec();
    ladderFrames("ladder of a dialog of 10,000, jumping", *window.findChild<FlowPanel *>()->ladder());
}

/// A list over messages of so many devices, made as a session makes it.
void list(int devices, int beats)
{
    MessageLog log;
    OperationBook book;
    MessageGroups groups(log, book);
    FlowRows rows(log);
    test::Traffic traffic;
    log.setNow(traffic.now, true);
    double took = 0;
    const auto take = [&] {
        const QList<MessageSummary> messages = traffic.take();
        took += milliseconds([&] { log.append(messages); });
    };
    for (int device = 0; device < devices; ++device) {
        traffic.login(device);
        traffic.beats(device, beats, std::chrono::milliseconds(20));
        if (device % 1000 == 0)
            take();
    }
    take();
    std::printf("%lld messages of %d devices, grouped as they come: %.0f ms in all, %u groups\n",
        static_cast<long long>(log.count()), devices, took, groups.count());
    ListPanel panel(rows, groups);
    panel.resize(1366, 260);
    panel.show();
    ListView &view = *panel.view();
    const auto shown = [&](const std::function<void()> &work) {
        return milliseconds([&] {
            work();
            view.grab();
        });
    };
    static constexpr const char *names[] = {"list: tree of devices opened", "list: flat by operation",
        "list: flat by Call-ID", "list: flat by message, 200,000 rows at most"};
    for (int grouping = 0; grouping < 4; ++grouping) {
        std::vector<double> opened, sorts;
        for (int i = 0; i < 5; ++i)
            opened.push_back(shown([&] { panel.setGrouping(static_cast<Grouping>(grouping)); }));
        tell(names[grouping], "50 ms", opened);
        for (int column = 0; column < listColumnCount; ++column)
            sorts.push_back(shown([&] { view.sortByColumn(column, Qt::DescendingOrder); }));
        tell("  sorted by each column", "50 ms", sorts);
        view.sortByColumn(static_cast<int>(ListColumn::Time), Qt::AscendingOrder);
    }
    panel.setGrouping(Grouping::Device);
    tell("list: a device opened", "16 ms", {shown([&] { view.expand(panel.model()->index(7, 0)); })});
    std::vector<double> batches, found;
    for (int batch = 0; batch < 20; ++batch) {
        traffic.beats(batch, 200, std::chrono::milliseconds(1));
        log.append(traffic.take());
        batches.push_back(shown([&] { view.follow(); }));
    }
    tell("list: 400 messages more", "16 ms", batches);
    for (int i = 1; i <= 20; ++i)
        found.push_back(shown([&] { panel.choose(static_cast<quint64>(i * 4999)); }));
    tell("list: the place of a message opened", "16 ms", found);
    tell("statistics", "100 ms", {milliseconds([&] { statisticsOf(rows); })});
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "Usage: windowbench FILE, or windowbench list\n");
        return 2;
    }
    if (QByteArrayView(argv[1]) == "list") {
        list(10'000, 13);
        return 0;
    }
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("settings.ini")));
    Languages languages;
    openedFile(QString::fromLocal8Bit(argv[1]), settings, languages);
    const QString dialog = folder.filePath(QStringLiteral("dialog.pcap"));
    QFile file(dialog);
    if (!file.open(QIODevice::WriteOnly) || file.write(test::fixtures::longDialog().octets) < 0)
        return 1;
    file.close();
    longDialog(dialog, settings, languages);
    table();
    day();
    return 0;
}
