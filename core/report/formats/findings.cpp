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
    for (const char *const name : {"id", "because_of", "rule", "device", "severity", "title", "cause", "likelihood",
             "culprit", "culprit_code", "advice", "clause", "messages", "count", "first", "last", "over"})
        columns.append(QLatin1String(name));
    Table table(form, columns, take);
    for (const Finding *const one : page::findingsOf(report)) {
        if (!table.add(told::findingObject(*one), page::quotedOf(*one)))
            break;
    }
    return table.rows();
}

} // namespace

const Format findingsCsv{"findings-csv", ".csv", QT_TRANSLATE_NOOP("Format", "Findings as CSV"),
    QT_TRANSLATE_NOOP("Format", "CSV"), nullptr, tell<Table::Form::Csv>};
const Format findingsJson{"findings-jsonl", ".jsonl", QT_TRANSLATE_NOOP("Format", "Findings as JSON Lines"),
    QT_TRANSLATE_NOOP("Format", "JSON Lines"), nullptr, tell<Table::Form::JsonLines>};

} // namespace gb::shelf
