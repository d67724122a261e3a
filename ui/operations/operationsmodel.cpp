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
    return row < 0 || row >= size ? nullptr : m_book.find(m_rows[static_cast<std::size_t>(size - 1 - row)]);
}

int OperationsModel::rowOf(quint64 request) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), request);
    return at == m_rows.end() || *at != request ? -1 : static_cast<int>(m_rows.end() - at) - 1;
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

void OperationsModel::refill()
{
    beginResetModel();
    m_rows.clear();
    m_odd = 0;
    for (const auto &[request, one] : m_book.all()) {
        if (!isShown(one))
            continue;
        m_rows.push_back(request);
        m_odd += one.isOdd() ? 1 : 0;
    }
    endResetModel();
}

/// Those that made room in the book.
void OperationsModel::forgetOld()
{
    const quint64 oldest = m_book.all().empty() ? std::numeric_limits<quint64>::max() : m_book.all().begin()->first;
    const auto until = std::lower_bound(m_rows.begin(), m_rows.end(), oldest);
    const auto gone = static_cast<int>(until - m_rows.begin()), size = static_cast<int>(m_rows.size());
    if (gone == 0)
        return;
    beginRemoveRows({}, size - gone, size - 1);
    m_rows.erase(m_rows.begin(), until);
    endRemoveRows();
}

void OperationsModel::add(const QList<quint64> &ascending)
{
    beginInsertRows({}, 0, static_cast<int>(ascending.size()) - 1);
    m_rows.insert(m_rows.end(), ascending.begin(), ascending.end());
    endInsertRows();
}

void OperationsModel::take(const QList<Operation> &changed)
{
    forgetOld();
    QList<quint64> fresh;
    bool again = false;
    for (const Operation &one : changed) {
        const int row = rowOf(one.request);
        const bool shown = m_book.find(one.request) && isShown(one);
        if (row >= 0 && shown)
            emit dataChanged(index(row, 0), index(row, operationColumnCount - 1));
        else if (row >= 0)
            again = true; // it is no more what is shown
        else if (shown && !fresh.contains(one.request))
            fresh.append(one.request);
    }
    std::sort(fresh.begin(), fresh.end());
    if (again || (!fresh.isEmpty() && !m_rows.empty() && fresh.constFirst() < m_rows.back()))
        return refill();
    if (!fresh.isEmpty())
        add(fresh);
    m_odd = std::count_if(m_rows.begin(), m_rows.end(), [this](quint64 request) {
        const Operation *const one = m_book.find(request);
        return one && one->isOdd();
    });
}

void OperationsModel::setDevices(const QStringList &devices)
{
    if (std::exchange(m_devices, devices) != devices)
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
