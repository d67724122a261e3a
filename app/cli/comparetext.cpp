#include "app/cli/comparetext.h"

#include "core/report/told.h"
#include "core/report/words/comparewording.h"
#include "core/report/words/shownclock.h"

#include <QJsonArray>

namespace gb::cli {
namespace {

const char *changeName(Change change)
{
    switch (change) {
    case Change::Same: break;
    case Change::Whitespace: return "whitespace";
    case Change::Case: return "case";
    case Change::Spelling: return "spelling";
    case Change::Reordered: return "reordered";
    case Change::Changed: return "changed";
    case Change::Added: return "added";
    case Change::Removed: return "removed";
    }
    return "same";
}

QJsonArray rowsArray(const QList<ComparedRow> &rows, bool all);

QJsonObject rowObject(const ComparedRow &row, bool all)
{
    QJsonArray values;
    for (const ComparedCell &cell : row.cells)
        values.append(cell.isThere ? QJsonValue(cell.text) : QJsonValue());
    QJsonObject out{{QStringLiteral("part"), wording::comparedName(row)},
        {QStringLiteral("change"), QLatin1String(changeName(row.change))}, {QStringLiteral("values"), values}};
    if (row.isNoise)
        out.insert(QStringLiteral("differs_in_each_message"), true);
    if (row.items > 0) {
        out.insert(QStringLiteral("items"), row.items);
        out.insert(QStringLiteral("items_that_differ"), row.otherItems);
    }
    if (const QJsonArray inside = rowsArray(row.rows, all); !inside.isEmpty())
        out.insert(QStringLiteral("parts"), inside);
    return out;
}

QJsonArray rowsArray(const QList<ComparedRow> &rows, bool all)
{
    QJsonArray out;
    for (const ComparedRow &row : rows) {
        if (all || row.differs(true))
            out.append(rowObject(row, all));
    }
    return out;
}

bool areEqual(const QList<ComparedMessage> &messages)
{
    return std::all_of(messages.begin(), messages.end(),
        [&](const ComparedMessage &one) { return one.octets == messages.constFirst().octets; });
}

/// A row whose own value tells nothing more than its parts do has no values of its own.
void addLines(QString &out, const QList<ComparedRow> &rows, bool all, int depth)
{
    for (const ComparedRow &row : rows) {
        if (!all && !row.differs(false))
            continue;
        const QString indent(depth * 2, u' '), difference = wording::rowDifference(row, all);
        out += indent + wording::comparedName(row) + (difference.isEmpty() ? QString() : u": " + difference) + u'\n';
        const bool isOpen = row.differs(all) && !row.rows.isEmpty() && row.change < Change::Added;
        for (qsizetype i = 0; !isOpen && i < row.cells.size(); ++i)
            out += indent
                + QStringLiteral("    %1  %2\n")
                      .arg(i + 1)
                      .arg(row.cells.at(i).isThere ? wording::comparedValue(row, i) : QStringLiteral("-"));
        if (isOpen)
            addLines(out, row.rows, all, depth + 1);
    }
}

} // namespace

QJsonObject comparisonObject(const QList<ComparedMessage> &messages, const Comparison &comparison, bool all)
{
    QJsonArray compared;
    for (const ComparedMessage &one : messages)
        compared.append(QJsonObject{{QStringLiteral("message"), static_cast<qint64>(one.number)},
            {QStringLiteral("label"), one.label}, {QStringLiteral("at"), told::isoTime(one.at)},
            {QStringLiteral("from"), one.from}, {QStringLiteral("to"), one.to}, {QStringLiteral("device"), one.device},
            {QStringLiteral("octets"), one.octets.size()}});
    return {{QStringLiteral("messages"), compared}, {QStringLiteral("equal"), areEqual(messages)},
        {QStringLiteral("differences"), comparison.changes},
        {QStringLiteral("differences_of_each_message"), comparison.noise},
        {QStringLiteral("compared_in_full"), !comparison.isCut},
        {QStringLiteral("parts"), rowsArray(comparison.rows, all)}};
}

QByteArray comparisonText(const QList<ComparedMessage> &messages, const Comparison &comparison, bool all)
{
    QString out;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const ComparedMessage &one = messages.at(i);
        out += QStringLiteral("%1  #%2 %3  %4  %5 \u2192 %6  %7\n")
                   .arg(i + 1)
                   .arg(one.number)
                   .arg(one.label, wording::exactClock(one.at), one.from, one.to, one.device);
    }
    out += u'\n' + wording::comparisonSummary(comparison, areEqual(messages)) + QStringLiteral("\n\n");
    addLines(out, comparison.rows, all, 0);
    return out.toUtf8();
}

} // namespace gb::cli
