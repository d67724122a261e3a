#include "core/report/csvtext.h"

namespace gb {
namespace {

bool isFormula(const QString &cell)
{
    if (cell.isEmpty())
        return false;
    const QChar first = cell.front();
    bool number = false;
    cell.toDouble(&number);
    return !number && (QStringLiteral("=+-@").contains(first) || first < u' ');
}

QString csvCell(QString cell)
{
    if (isFormula(cell))
        cell.prepend(u'\'');
    const auto special = [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; };
    if (std::none_of(cell.cbegin(), cell.cend(), special))
        return cell;
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QStringList written;
    written.reserve(cells.size());
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return written.join(u',').toUtf8() + "\r\n";
}

} // namespace gb
