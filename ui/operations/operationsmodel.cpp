#include "ui/operations/operationsmodel.h"

#include "core/report/words/askwording.h"
#include "core/report/words/operationwording.h"
#include "core/report/words/shownclock.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

namespace gb::ui {
namespace {

QChar shapeOf(const Operation &operation)
{
    if (!operation.isOver() || operation.state == Operation::State::Unknown)
        return u'\u25cb';
    return operation.isOdd() ? u'\u2715' : u'\u25cf';
}

QColor colourOf(const Operation &operation)
{
    if (!operation.isOver() || operation.state == Operation::State::Unknown)
        return colours().muted;
    return operation.isOdd() ? colours().failed : colours().online;
}

constexpr auto isOlder = [](const auto &row, quint64 request) { return row.request < request; };

} // namespace

OperationsModel::OperationsModel(const OperationBook &book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
{
    refill();
}

int OperationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OperationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : operationColumnCount;
}

const Operation *OperationsModel::at(int row) const
{
    const auto size = static_cast<int>(m_rows.size());
    return row < 0 || row >= size ? nullptr : m_book.find(m_rows[static_cast<std::size_t>(size - 1 - row)].request);
}

int OperationsModel::rowOf(quint64 request) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), request, isOlder);
    return at == m_rows.end() || at->request != request ? -1 : rowAt(at);
}

QVariant OperationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= operationColumnCount)
        return {};
    const QString texts[] = {tr("Time"), tr("Device"), tr("What"), tr("State"), tr("Result"), tr("Duration")};
    return texts[section];
}

QVariant OperationsModel::data(const QModelIndex &index, int role) const
{
    const Operation *const one = checkIndex(index, CheckIndexOption::IndexIsValid) ? at(index.row()) : nullptr;
    if (!one)
        return {};
    const auto column = static_cast<OperationColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(*one, column);
    case Qt::ToolTipRole:
        return toolTipText(QStringLiteral("#%1 %2\n%3: %4")
                               .arg(QString::number(one->request), one->device, wording::operationName(*one),
                                   wording::operationState(*one)));
    case Qt::ForegroundRole: return column == OperationColumn::State ? QVariant(colourOf(*one)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (column == OperationColumn::Duration ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

QString OperationsModel::text(const Operation &operation, OperationColumn column) const
{
    switch (column) {
    case OperationColumn::Time: return wording::exactClock(operation.at);
    case OperationColumn::Device: return m_aliases.value(operation.device, operation.device);
    case OperationColumn::What:
        return operation.ofDevice ? tr("%1, from the device").arg(wording::operationName(operation))
                                  : wording::operationName(operation);
    case OperationColumn::State:
        return shapeOf(operation) + QStringLiteral(" ") + wording::operationBrief(operation.state);
    case OperationColumn::Result: return wording::operationState(operation);
    case OperationColumn::Duration: break;
    }
    return operation.isOver() ? wording::shortTime(operation.since - operation.at) : QStringLiteral("\u2026");
}

bool OperationsModel::isShown(const Operation &operation) const
{
    return (!m_onlyOdd || operation.isOdd()) && (m_devices.isEmpty() || m_devices.contains(operation.device));
}

OperationsModel::Rows::iterator OperationsModel::place(quint64 request)
{
    return std::lower_bound(m_rows.begin(), m_rows.end(), request, isOlder);
}

void OperationsModel::refill()
{
    beginResetModel();
    m_rows.clear();
    m_odd = 0;
    for (const auto &[request, one] : m_book.all()) {
        if (!isShown(one))
            continue;
        m_rows.push_back({request, one.isOdd()});
        m_odd += one.isOdd() ? 1 : 0;
    }
    endResetModel();
}

/// Those that made room in the book.
void OperationsModel::forgetOld()
{
    const quint64 oldest = m_book.all().empty() ? std::numeric_limits<quint64>::max() : m_book.all().begin()->first;
    const auto until = place(oldest);
    const auto gone = static_cast<int>(until - m_rows.begin()), size = static_cast<int>(m_rows.size());
    if (gone == 0)
        return;
    beginRemoveRows({}, size - gone, size - 1);
    m_odd -= std::count_if(m_rows.begin(), until, [](const Row &row) { return row.odd; });
    m_rows.erase(m_rows.begin(), until);
    endRemoveRows();
}

/// Later than all that are there.
void OperationsModel::append(const std::map<quint64, bool> &fresh)
{
    if (fresh.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
    for (const auto &[request, odd] : fresh) {
        m_rows.push_back({request, odd});
        m_odd += odd ? 1 : 0;
    }
    endInsertRows();
}

void OperationsModel::insert(Row row)
{
    const auto before = place(row.request);
    const int shownAt = rowAt(before) + 1;
    beginInsertRows({}, shownAt, shownAt);
    m_rows.insert(before, row);
    m_odd += row.odd ? 1 : 0;
    endInsertRows();
}

void OperationsModel::remove(Rows::iterator at)
{
    beginRemoveRows({}, rowAt(at), rowAt(at));
    m_odd -= at->odd ? 1 : 0;
    m_rows.erase(at);
    endRemoveRows();
}

void OperationsModel::take(const QList<Operation> &changed)
{
    forgetOld();
    std::map<quint64, bool> fresh;
    int single = 0;
    for (const Operation &one : changed) {
        const Operation *const now = m_book.find(one.request);
        const bool shown = now && isShown(*now);
        const auto at = place(one.request);
        const bool there = at != m_rows.end() && at->request == one.request;
        if (there && shown) {
            m_odd += int(now->isOdd()) - int(std::exchange(at->odd, now->isOdd()));
            emit dataChanged(index(rowAt(at), 0), index(rowAt(at), operationColumnCount - 1));
            continue;
        }
        if (!there && !shown)
            continue;
        if (shown && at == m_rows.end()) {
            fresh.emplace(one.request, now->isOdd());
            continue;
        }
        if (++single > maxSingle)
            return refill();
        there ? remove(at) : insert({one.request, now->isOdd()});
    }
    append(fresh);
}

void OperationsModel::setDevices(const QStringList &devices)
{
    const QSet<QString> wanted(devices.begin(), devices.end());
    if (std::exchange(m_devices, wanted) != wanted)
        refill();
}

void OperationsModel::setOnlyOdd(bool only)
{
    if (std::exchange(m_onlyOdd, only) != only)
        refill();
}

void OperationsModel::setAliases(const QHash<QString, QString> &aliases)
{
    m_aliases = aliases;
    retranslate();
}

void OperationsModel::retranslate()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, operationColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, operationColumnCount - 1);
}

} // namespace gb::ui
