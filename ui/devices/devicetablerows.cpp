#include "ui/devices/devicetablemodel.h"

#include <algorithm>
#include <utility>

/// The part of DeviceTableModel that keeps its rows filtered and in order.
namespace gb::ui {

SortKey DeviceTableModel::keyOf(const Entry &entry) const
{
    return sortKey(
        entry.device, entry.name(), m_sortColumn < 0 ? DeviceColumn::State : static_cast<DeviceColumn>(m_sortColumn));
}

bool DeviceTableModel::matches(Slot slot) const
{
    if (m_stateFilter && summaryState(m_slots[slot]->device.verdict.state) != summaryState(*m_stateFilter))
        return false;
    return m_filter.isEmpty() || m_filter.matches(slot);
}

/// Whoever types on asks only about what is shown still.
void DeviceTableModel::refilter(bool narrower)
{
    std::vector<int> leaving;
    std::vector<Slot> coming;
    for (int row = 0; row < rowCount(); ++row) {
        if (!matches(m_rows[static_cast<std::size_t>(row)]))
            leaving.push_back(row);
    }
    for (Slot slot = 0; !narrower && slot < m_slots.size(); ++slot) {
        if (m_slots[slot] && m_places[slot] < 0 && matches(slot))
            coming.push_back(slot);
    }
    removeRows(leaving);
    appendRows(std::move(coming), true);
    if (m_outOfOrder)
        resort();
    emit summaryChanged();
}

/// Rows that do not stand together are brought to the end first: two announcements, however many rows go.
void DeviceTableModel::removeRows(const std::vector<int> &rows)
{
    if (rows.empty())
        return;
    std::vector<bool> goes(m_rows.size());
    for (const int row : rows)
        goes[static_cast<std::size_t>(row)] = true;
    const auto count = static_cast<int>(std::count(goes.begin(), goes.end(), true));
    int first = static_cast<int>(std::find(goes.begin(), goes.end(), true) - goes.begin());
    if (std::find(goes.begin() + first, goes.end(), false) - goes.begin() < first + count) {
        std::vector<Slot> order = m_rows;
        std::stable_partition(
            order.begin(), order.end(), [&](Slot slot) { return !goes[static_cast<std::size_t>(m_places[slot])]; });
        reorder(std::move(order));
        first = rowCount() - count;
    }
    beginRemoveRows({}, first, first + count - 1);
    const auto begin = m_rows.begin() + first;
    for (auto slot = begin; slot != begin + count; ++slot)
        m_places[*slot] = -1;
    m_rows.erase(begin, begin + count);
    renumber(first);
    endRemoveRows();
}

/// They stay at the end until the next sorting, so that rows do not move under the pointer with every arrival.
void DeviceTableModel::appendRows(std::vector<Slot> coming, bool sortedNext)
{
    if (coming.empty())
        return;
    const int first = rowCount();
    m_outOfOrder = m_outOfOrder || first > 0;
    if (!sortedNext || first == 0)
        m_order.sort(coming);
    beginInsertRows({}, first, first + static_cast<int>(coming.size()) - 1);
    m_rows.insert(m_rows.end(), coming.begin(), coming.end());
    renumber(first);
    endInsertRows();
}

void DeviceTableModel::resort()
{
    m_outOfOrder = false;
    std::vector<Slot> order = m_rows;
    m_order.sort(order);
    if (order != m_rows)
        reorder(std::move(order));
}

/// Selection, current row and open editors hang on the persistent indexes, which follow their devices.
void DeviceTableModel::reorder(std::vector<Slot> order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<Slot> owners;
    owners.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before)
        owners.push_back(m_rows[static_cast<std::size_t>(index.row())]);
    m_rows = std::move(order);
    renumber(0);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_places[owners[static_cast<std::size_t>(i)]], before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void DeviceTableModel::renumber(int from)
{
    for (std::size_t row = static_cast<std::size_t>(from); row < m_rows.size(); ++row)
        m_places[m_rows[row]] = static_cast<int>(row);
}

void DeviceTableModel::announce(std::vector<int> rows, DeviceColumn first, DeviceColumn last)
{
    std::sort(rows.begin(), rows.end());
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] - rows[end - 1] <= 1)
            ++end;
        emit dataChanged(index(rows[i], static_cast<int>(first)), index(rows[end - 1], static_cast<int>(last)));
        i = end;
    }
}

void DeviceTableModel::announceColumns(DeviceColumn first, DeviceColumn last)
{
    if (!m_rows.empty())
        emit dataChanged(index(0, static_cast<int>(first)), index(rowCount() - 1, static_cast<int>(last)));
}

} // namespace gb::ui
