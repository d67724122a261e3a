#include "core/report/formats/all.h"
#include "core/report/formats/table.h"
#include "core/report/page/svg.h"
#include "core/report/told.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb::shelf {
namespace {

using Kind = HeartbeatHistory::Kind;

struct Row
{
    TimePoint at{};
    QJsonObject object;
};

QJsonObject object(const QString &device, const char *event, TimePoint at)
{
    return {{QStringLiteral("device"), device}, {QStringLiteral("event"), QLatin1String(event)},
        {QStringLiteral("time"), told::isoTime(at)}};
}

/// Heartbeats, and when it was not in service by the policy that judges it, in the order of time.
QList<Row> rowsOf(const page::DeviceReport &report, TimePoint end)
{
    static constexpr const char *kinds[] = {"registered", "heartbeat", "unregistered", "not-heard-from-here"},
                                *reasons[] = {"away-silent", "away-unregistered", "away-lapsed"};
    static_assert(std::size(kinds) == static_cast<std::size_t>(Kind::Unheard) + 1);
    QList<Row> rows;
    std::optional<TimePoint> beat;
    for (const HeartbeatHistory::Entry &entry : report.history.entries()) {
        QJsonObject row = object(report.device.id, kinds[static_cast<std::size_t>(entry.kind())], entry.at());
        if (entry.kind() == Kind::Beat && beat)
            row.insert(QStringLiteral("gap_s"), told::seconds(entry.at() - *beat));
        beat = entry.kind() == Kind::Beat ? std::optional(entry.at()) : std::nullopt;
        rows.append({entry.at(), row});
    }
    for (const AwaySpan &span : report.history.awaySpans(report.device.policy, end)) {
        QJsonObject row = object(report.device.id, reasons[static_cast<std::size_t>(span.why)], span.from);
        if (span.to)
            row.insert(QStringLiteral("until"), told::isoTime(*span.to));
        rows.append({span.from, row});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.at < b.at; });
    if (report.history.forgotten() > 0) {
        QJsonObject row{{QStringLiteral("device"), report.device.id},
            {QStringLiteral("event"), QStringLiteral("older")},
            {QStringLiteral("left_out"), report.history.forgotten()}};
        rows.prepend({{}, row});
    }
    return rows;
}

template<Table::Form form>
quint64 tell(const page::SiteReport &report, const TakePiece &take)
{
    QStringList columns;
    for (const char *const name : {"device", "event", "time", "gap_s", "until", "left_out"})
        columns.append(QLatin1String(name));
    Table table(form, columns, take);
    for (const page::DeviceReport &one : report.devices) {
        for (const Row &row : rowsOf(one, report.last)) {
            if (!table.add(row.object, one.device.id.toUtf8()))
                return table.rows();
        }
    }
    return table.rows();
}

quint64 draw(const page::SiteReport &report, const TakePiece &take)
{
    QByteArray quoted;
    quint64 drawn = 0;
    for (const page::DeviceReport &one : report.devices) {
        quoted += one.device.id.toUtf8() + '\n';
        drawn += one.history.entries().isEmpty() ? 0 : 1;
    }
    take({page::pictureFile(page::heartbeatPictures(report.devices, report.first, report.last)), quoted});
    return drawn;
}

} // namespace

const Format heartbeatsCsv{"heartbeats-csv", ".csv", QT_TRANSLATE_NOOP("Format", "Heartbeats as CSV"),
    QT_TRANSLATE_NOOP("Format", "CSV"), nullptr, tell<Table::Form::Csv>};
const Format heartbeatsJson{"heartbeats-jsonl", ".jsonl", QT_TRANSLATE_NOOP("Format", "Heartbeats as JSON Lines"),
    QT_TRANSLATE_NOOP("Format", "JSON Lines"), nullptr, tell<Table::Form::JsonLines>};
const Format heartbeatsSvg{"heartbeats-svg", ".svg", QT_TRANSLATE_NOOP("Format", "Heartbeats as a picture"),
    QT_TRANSLATE_NOOP("Format", "SVG"), nullptr, draw};

} // namespace gb::shelf
