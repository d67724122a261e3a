#include "ui/devices/devicetablemodel.h"

#include "core/gb28181/deviceid.h"
#include "core/report/wording.h"

#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace gb::ui {
namespace {

using namespace std::chrono_literals;

constexpr int aliasLimit = 60;
constexpr int entering = -2; ///< row of an entry that gets one at the end of apply()

} // namespace

DeviceTableModel::DeviceTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int DeviceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DeviceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : deviceColumnCount;
}

QVariant DeviceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = *m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<DeviceColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return columnText(entry.device, entry.name(), column, m_now);
    case Qt::EditRole: return column == DeviceColumn::Alias ? entry.name() : columnText(entry.device, entry.name(), column, m_now);
    case Qt::ToolTipRole: // what a device calls itself is no markup
        return Qt::convertFromPlainText(columnToolTip(entry.device, entry.name(), column, m_now));
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case IdRole: return entry.device.id;
    case StateRole: return static_cast<int>(entry.device.verdict.state);
    case OwnPolicyRole: return entry.device.ownPolicy;
    default: return {};
    }
}

QVariant DeviceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= deviceColumnCount)
        return {};
    const auto column = static_cast<DeviceColumn>(section);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return columnTitle(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags DeviceTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == static_cast<int>(DeviceColumn::Alias))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool DeviceTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != static_cast<int>(DeviceColumn::Alias))
        return false;
    const QString id = idAt(index.row());
    const QString alias = printable(value.toString().simplified(), aliasLimit);
    if (alias == m_rows[static_cast<std::size_t>(index.row())]->name())
        return true;
    QHash<QString, QString> aliases = m_aliases;
    aliases.insert(id, alias);
    setAliases(aliases);
    emit aliasEdited(id, alias);
    return true;
}

void DeviceTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    resort();
}

void DeviceTableModel::apply(const QList<DeviceSnapshot> &devices, const QStringList &gone, TimePoint now)
{
    const StateCounts before = m_counts;
    const std::size_t rows = m_rows.size();
    const int missing = m_missing;
    m_now = now;
    drop(gone);
    for (const DeviceSnapshot &device : devices)
        takeIn(device);
    announce(std::exchange(m_changed, {}));
    removeEntries(std::exchange(m_leaving, {}));
    appendEntries(std::exchange(m_coming, {}));
    resortIfDue(now);
    if (m_counts != before || m_rows.size() != rows || m_missing != missing)
        emit summaryChanged();
}

void DeviceTableModel::drop(const QStringList &gone)
{
    std::vector<int> rows;
    for (const QString &id : gone) {
        const auto found = m_entries.find(id);
        if (found != m_entries.end() && found->second.row >= 0)
            rows.push_back(found->second.row);
    }
    removeEntries(std::move(rows));
    for (const QString &id : gone) {
        const auto found = m_entries.find(id);
        if (found == m_entries.end())
            continue;
        count(found->second.device, -1);
        m_entries.erase(found);
    }
}

void DeviceTableModel::count(const DeviceSnapshot &device, int by)
{
    m_counts[static_cast<std::size_t>(device.verdict.state)] += by;
    m_missing += device.isMissing() ? by : 0;
}

void DeviceTableModel::takeIn(const DeviceSnapshot &device)
{
    const auto [found, isNew] = m_entries.try_emplace(device.id);
    Entry &entry = found->second;
    if (isNew)
        entry.alias = m_aliases.value(device.id);
    else
        count(entry.device, -1);
    count(device, +1);
    const SortKey before = keyOf(entry);
    entry.device = device;
    const bool isShown = matches(entry);
    if (isShown && entry.row == -1) {
        entry.row = entering;
        m_coming.push_back(&entry);
    } else if (!isShown && entry.row >= 0) {
        m_leaving.push_back(entry.row);
    } else if (entry.row >= 0) {
        m_changed.push_back(entry.row);
        m_outOfOrder = m_outOfOrder || !(keyOf(entry) == before);
    }
}

void DeviceTableModel::setNow(TimePoint now)
{
    m_now = now;
    announceColumns(DeviceColumn::Reason, DeviceColumn::Reason);
    announceColumns(DeviceColumn::ExpiresIn, DeviceColumn::LastHeartbeat);
}

void DeviceTableModel::resortIfDue(TimePoint now)
{
    const bool justSorted = m_sortedAt && now >= *m_sortedAt && now - *m_sortedAt < 1s;
    if (!m_outOfOrder || justSorted)
        return;
    resort();
    m_sortedAt = now;
}

void DeviceTableModel::setFilter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    refilter();
}

void DeviceTableModel::setStateFilter(std::optional<DeviceState> state)
{
    if (state == m_stateFilter)
        return;
    m_stateFilter = state;
    refilter();
}

void DeviceTableModel::setAliases(const QHash<QString, QString> &aliases)
{
    m_aliases = aliases;
    bool isChanged = false;
    for (auto &[id, entry] : m_entries) {
        QString alias = aliases.value(id);
        if (alias == entry.alias)
            continue;
        entry.alias = std::move(alias);
        isChanged = true;
    }
    if (!isChanged)
        return;
    announceColumns(DeviceColumn::Alias, DeviceColumn::Alias);
    m_outOfOrder = m_outOfOrder || m_sortColumn == static_cast<int>(DeviceColumn::Alias);
    if (!m_words.isEmpty())
        refilter();
}

QModelIndex DeviceTableModel::indexOf(const QString &id, DeviceColumn column) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() || found->second.row < 0 ? QModelIndex() : index(found->second.row, static_cast<int>(column));
}

QString DeviceTableModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)]->device.id : QString();
}

const DeviceSnapshot *DeviceTableModel::device(const QString &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second.device;
}

QSet<QString> DeviceTableModel::ids() const
{
    QSet<QString> ids;
    for (const auto &[id, entry] : m_entries) {
        if (!entry.device.isMissing())
            ids.insert(id);
    }
    return ids;
}

void DeviceTableModel::visit(const std::function<void(const DeviceSnapshot &device, const QString &name)> &look) const
{
    for (const auto &one : m_entries)
        look(one.second.device, one.second.name());
}

void DeviceTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, deviceColumnCount - 1);
    announceColumns(DeviceColumn::State, static_cast<DeviceColumn>(deviceColumnCount - 1));
}

SortKey DeviceTableModel::keyOf(const Entry &entry) const
{
    return sortKey(entry.device, entry.name(), m_sortColumn < 0 ? DeviceColumn::State : static_cast<DeviceColumn>(m_sortColumn));
}

bool DeviceTableModel::matches(const Entry &entry) const
{
    if (m_stateFilter && summaryState(entry.device.verdict.state) != summaryState(*m_stateFilter))
        return false;
    if (m_words.isEmpty())
        return true;
    QStringList texts;
    for (const auto column : {DeviceColumn::Id, DeviceColumn::Alias, DeviceColumn::Address, DeviceColumn::Vendor, DeviceColumn::State, DeviceColumn::Reason})
        texts << columnText(entry.device, entry.name(), column, m_now);
    const QString text = texts.join(u'\n');
    return std::all_of(m_words.cbegin(), m_words.cend(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void DeviceTableModel::refilter()
{
    std::vector<int> leaving;
    std::vector<Entry *> coming;
    for (auto &[id, entry] : m_entries) {
        const bool isShown = matches(entry);
        if (isShown && entry.row < 0)
            coming.push_back(&entry);
        else if (!isShown && entry.row >= 0)
            leaving.push_back(entry.row);
    }
    removeEntries(std::move(leaving));
    appendEntries(std::move(coming));
    resort();
    emit summaryChanged();
}

/// Rows that do not stand together are brought to the end first: two announcements, however many rows go.
void DeviceTableModel::removeEntries(std::vector<int> rows)
{
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const int count = static_cast<int>(rows.size());
    int first = rows.front();
    if (rows.back() - first + 1 != count) {
        std::vector<Entry *> order = m_rows;
        std::stable_partition(order.begin(), order.end(), [&rows](const Entry *entry) { return !std::binary_search(rows.begin(), rows.end(), entry->row); });
        reorder(std::move(order));
        first = rowCount() - count;
    }
    beginRemoveRows({}, first, first + count - 1);
    const auto begin = m_rows.begin() + first;
    for (auto entry = begin; entry != begin + count; ++entry)
        (*entry)->row = -1;
    m_rows.erase(begin, begin + count);
    renumber(first);
    endRemoveRows();
}

/// They stay at the end until the next sorting, so that rows do not move under the pointer with every arrival.
void DeviceTableModel::appendEntries(std::vector<Entry *> entries)
{
    if (entries.empty())
        return;
    sortEntries(entries);
    const int first = rowCount();
    m_outOfOrder = m_outOfOrder || first > 0;
    beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
    m_rows.insert(m_rows.end(), entries.begin(), entries.end());
    renumber(first);
    endInsertRows();
}

void DeviceTableModel::sortEntries(std::vector<Entry *> &entries) const
{
    // What is moved and compared is small, and nothing of the entries is looked at: at two hundred thousand rows they are in no cache
    struct Keyed
    {
        qint64 number, second;
        qint64 id, idRest; ///< settles ties
        quint32 place;
        bool missing;
    };
    std::vector<Keyed> keyed;
    std::vector<QString> texts;
    keyed.reserve(entries.size());
    for (const Entry *entry : entries) {
        SortKey key = keyOf(*entry);
        const SortKey id = sortKey(entry->device, {}, DeviceColumn::Id);
        const auto place = static_cast<quint32>(keyed.size());
        if (!key.text.isEmpty() && texts.empty())
            texts.resize(entries.size());
        if (!texts.empty())
            texts[place] = std::move(key.text);
        keyed.push_back({key.number, key.second, id.number, id.second, place, key.missing});
    }
    const int sign = m_sortOrder == Qt::AscendingOrder ? 1 : -1;
    std::sort(keyed.begin(), keyed.end(), [&](const Keyed &a, const Keyed &b) {
        if (a.missing != b.missing)
            return b.missing;
        if (a.number != b.number)
            return (a.number < b.number) == (sign > 0);
        if (a.second != b.second)
            return (a.second < b.second) == (sign > 0);
        if (const int order = texts.empty() ? 0 : texts[a.place].compare(texts[b.place], Qt::CaseInsensitive); order != 0)
            return order * sign < 0;
        if (a.id != b.id)
            return a.id < b.id;
        return a.idRest != b.idRest ? a.idRest < b.idRest : entries[a.place]->device.id < entries[b.place]->device.id;
    });
    std::vector<Entry *> sorted(entries.size());
    std::transform(keyed.begin(), keyed.end(), sorted.begin(), [&](const Keyed &one) { return entries[one.place]; });
    entries.swap(sorted);
}

void DeviceTableModel::resort()
{
    m_outOfOrder = false;
    std::vector<Entry *> order = m_rows;
    sortEntries(order);
    if (order != m_rows)
        reorder(std::move(order));
}

/// Selection, current row and open editors hang on the persistent indexes, which follow their devices.
void DeviceTableModel::reorder(std::vector<Entry *> order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<const Entry *> owners;
    owners.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before)
        owners.push_back(m_rows[static_cast<std::size_t>(index.row())]);
    m_rows = std::move(order);
    renumber(0);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(owners[static_cast<std::size_t>(i)]->row, before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void DeviceTableModel::renumber(int from)
{
    for (std::size_t row = static_cast<std::size_t>(from); row < m_rows.size(); ++row)
        m_rows[row]->row = static_cast<int>(row);
}

void DeviceTableModel::announce(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] - rows[end - 1] <= 1)
            ++end;
        emit dataChanged(index(rows[i], 0), index(rows[end - 1], deviceColumnCount - 1));
        i = end;
    }
}

void DeviceTableModel::announceColumns(DeviceColumn first, DeviceColumn last)
{
    if (!m_rows.empty())
        emit dataChanged(index(0, static_cast<int>(first)), index(rowCount() - 1, static_cast<int>(last)));
}

} // namespace gb::ui
