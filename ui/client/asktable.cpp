#include "ui/client/asktable.h"

#include "core/report/csvtext.h"
#include "ui/widgets/plainlabel.h"

#include <QStringMatcher>

#include <algorithm>
#include <numeric>

namespace gb::ui {
namespace {

struct Key
{
    bool number = false;
    double value = 0;
    QString text;
    int source = 0;
};

bool isBefore(const Key &a, const Key &b)
{
    if (a.number != b.number)
        return a.number;
    return a.number ? a.value < b.value : QString::compare(a.text, b.text, Qt::CaseInsensitive) < 0;
}

QString oneLine(QString cell)
{
    return cell.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

int AskTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int AskTable::rowOf(int source) const
{
    return source < 0 || source >= static_cast<int>(m_places.size()) ? -1 : m_places[static_cast<std::size_t>(source)];
}

int AskTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant AskTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int source = sourceOf(index.row());
    switch (role) {
    case Qt::DisplayRole: return cell(source, index.column());
    case Qt::ToolTipRole: return toolTipText(cell(source, index.column()));
    case Qt::ForegroundRole: return colour(source, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

QVariant AskTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns())
        return {};
    switch (role) {
    case Qt::DisplayRole: return header(section);
    case Qt::ToolTipRole: return toolTipText(meaning(section));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

void AskTable::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> sources;
    for (const QModelIndex &one : before)
        sources.append(sourceOf(one.row()));
    arrange();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_places[static_cast<std::size_t>(sources[i])], before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void AskTable::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    beginChange();
    endChange();
}

std::vector<int> AskTable::matching() const
{
    std::vector<int> rows(static_cast<std::size_t>(sourceRows()));
    std::iota(rows.begin(), rows.end(), 0);
    if (m_filter.isEmpty())
        return rows;
    const QStringMatcher wanted(m_filter, Qt::CaseInsensitive);
    std::erase_if(rows, [&](int source) {
        for (int column = 0; column < columns(); ++column) {
            if (wanted.indexIn(cell(source, column)) >= 0)
                return false;
        }
        return true;
    });
    return rows;
}

std::optional<double> AskTable::number(int source, int column) const
{
    bool good = false;
    const double value = isNumber(column) ? cell(source, column).toDouble(&good) : 0;
    return good ? std::optional(value) : std::nullopt;
}

void AskTable::arrange()
{
    m_shown = matching();
    if (m_sortColumn >= 0 && m_sortColumn < columns()) {
        std::vector<Key> keys;
        keys.reserve(m_shown.size());
        for (const int source : m_shown) {
            Key key{.text = cell(source, m_sortColumn), .source = source};
            const std::optional<double> value = number(source, m_sortColumn);
            key.number = value.has_value();
            key.value = value.value_or(0);
            keys.push_back(std::move(key));
        }
        std::stable_sort(keys.begin(), keys.end(), [this](const Key &a, const Key &b) {
            return m_order == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
        });
        std::transform(keys.begin(), keys.end(), m_shown.begin(), [](const Key &key) { return key.source; });
    }
    m_places.assign(static_cast<std::size_t>(sourceRows()), -1);
    for (std::size_t row = 0; row < m_shown.size(); ++row)
        m_places[static_cast<std::size_t>(m_shown[row])] = static_cast<int>(row);
}

void AskTable::endChange()
{
    if (m_sortColumn >= columns())
        m_sortColumn = -1;
    arrange();
    endResetModel();
}

void AskTable::changed(int source)
{
    if (const int row = m_places[static_cast<std::size_t>(source)]; row >= 0)
        emit dataChanged(index(row, 0), index(row, columns() - 1));
}

void AskTable::retranslate()
{
    if (columns() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columns() - 1);
    if (!m_shown.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns() - 1));
}

QString AskTable::text(const QList<int> &rows) const
{
    QStringList lines;
    const auto add = [&](const auto &cellOf) {
        QStringList cells;
        for (int column = 0; column < columns(); ++column)
            cells.append(oneLine(cellOf(column)));
        lines.append(cells.join(u'\t'));
    };
    add([this](int column) { return header(column); });
    for (const int row : rows)
        add([this, row](int column) { return cell(sourceOf(row), column); });
    return lines.join(u'\n') + u'\n';
}

QByteArray AskTable::csv() const
{
    QByteArray written = csvStart;
    const auto add = [&](const auto &cellOf) {
        QStringList cells;
        for (int column = 0; column < columns(); ++column)
            cells.append(cellOf(column));
        written += csvLine(cells);
    };
    add([this](int column) { return header(column); });
    for (int source = 0; source < sourceRows(); ++source)
        add([this, source](int column) { return cell(source, column); });
    return written;
}

} // namespace gb::ui
