#include "ui/client/alarmlanes.h"

#include "core/message/gbtime.h"

#include <QHash>

#include <algorithm>

namespace gb::ui {

bool AlarmLanes::isOf(const AskReport &report)
{
    return report.command == u"subscribe-alarm";
}

AlarmLanes AlarmLanes::of(const AskReport &report)
{
    AlarmLanes out;
    if (!isOf(report))
        return out;
    const qsizetype time = report.columns.indexOf(u"AlarmTime"), priority = report.columns.indexOf(u"AlarmPriority"),
                    method = report.columns.indexOf(u"AlarmMethod"), id = report.columns.indexOf(u"DeviceID");
    QHash<std::pair<QString, QString>, int> known;
    const auto cell = [](const QStringList &row, qsizetype column) {
        return column < 0 ? QString() : row.value(column).trimmed();
    };
    const auto laneOf = [&](const std::pair<QString, QString> &key) {
        if (const auto at = known.constFind(key); at != known.cend())
            return *at;
        const int last = static_cast<int>(mostLanes) - 1;
        if (out.lanes.size() >= mostLanes) {
            out.lanes.back() = {{}, {}, true};
            return last;
        }
        out.lanes.push_back({key.first, key.second});
        const int lane = static_cast<int>(out.lanes.size()) - 1;
        known.insert(key, lane);
        return lane;
    };
    for (int item = 0; item < report.items.size(); ++item) {
        const QStringList &row = report.items.at(item);
        const auto at = parseGbTime(cell(row, time).left(40).toStdString());
        if (!at) {
            ++out.noTime;
            continue;
        }
        const int value = cell(row, priority).left(4).toInt();
        const int lane = laneOf({cell(row, id), cell(row, method)});
        out.marks.push_back({at->at, item, lane, value >= 1 && value <= 4 ? value : 0});
    }
    std::stable_sort(out.marks.begin(), out.marks.end(), [](const Mark &a, const Mark &b) { return a.at < b.at; });
    return out;
}

std::chrono::seconds timeStep(Duration least)
{
    using namespace std::chrono;
    static constexpr seconds steps[] = {1s, 2s, 5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h,
        6h, 12h, days(1), days(2), days(7), days(30), days(91), days(365)};
    for (const seconds one : steps) {
        if (one >= least)
            return one;
    }
    const auto years = (duration_cast<seconds>(least) / days(365)) + 1;
    return days(365) * years;
}

} // namespace gb::ui
