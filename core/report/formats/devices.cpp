#include "core/report/formats/all.h"
#include "core/report/formats/table.h"
#include "core/report/page/quoted.h"
#include "core/report/told.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

template<Table::Form form>
quint64 tell(const page::SiteReport &report, const TakePiece &take)
{
    QStringList columns;
    for (const char *const name : {"id", "state", "reason", "problem", "type", "role", "version", "user_agent", "name",
             "address", "transport", "registrations", "heartbeats", "median_interval_s", "misses"})
        columns.append(QLatin1String(name));
    Table table(form, columns, take);
    for (const page::DeviceReport &one : report.devices) {
        if (!table.add(told::deviceObject(one.device, one.history, report.last), page::quotedOf(one.device)))
            break;
    }
    return table.rows();
}

} // namespace

const Format devicesCsv{"devices-csv", ".csv", QT_TRANSLATE_NOOP("Format", "Devices as CSV"),
    QT_TRANSLATE_NOOP("Format", "CSV"), nullptr, tell<Table::Form::Csv>};
const Format devicesJson{"devices-jsonl", ".jsonl", QT_TRANSLATE_NOOP("Format", "Devices as JSON Lines"),
    QT_TRANSLATE_NOOP("Format", "JSON Lines"), nullptr, tell<Table::Form::JsonLines>};

} // namespace gb::shelf
