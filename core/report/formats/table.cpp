#include "core/report/formats/table.h"

#include "core/report/csvtext.h"
#include "core/report/told.h"

#include <QJsonArray>

namespace gb::shelf {
namespace {

QString cell(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (!value.isArray())
        return value.toString();
    QStringList all;
    for (const QJsonValue &one : value.toArray())
        all.append(cell(one));
    return all.join(u' ');
}

} // namespace

Table::Table(Form form, QStringList columns, const TakePiece &take)
    : m_form(form)
    , m_columns(std::move(columns))
    , m_take(take)
{
    if (form == Form::Csv)
        m_take({csvStart + csvLine(m_columns), {}});
}

bool Table::add(const QJsonObject &row, const QByteArray &quoted)
{
    ++m_rows;
    if (m_form == Form::JsonLines)
        return m_take({told::line(row) + '\n', quoted});
    QStringList cells;
    for (const QString &column : m_columns)
        cells.append(cell(row.value(column)));
    return m_take({csvLine(cells), quoted});
}

} // namespace gb::shelf
