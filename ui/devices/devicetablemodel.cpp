#include "ui/devices/devicetablemodel.h"

#include "core/message/deviceid.h"
#include "core/report/words/wording.h"

#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace gb::ui {
namespace {

using namespace std::chrono_literals;

constexpr int aliasLimit = 60;
constexpr int entering = -2; ///< place of a row that comes at the end of apply()

constexpr auto lastColumn = DeviceColumn::Beats;
/// What a heartbeat changes, and what a second does: first and last one.
constexpr std::pair<DeviceColumn, DeviceColumn> ofABeat[] = {{DeviceColumn::Reason, DeviceColumn::Reason},
    {DeviceColumn::ExpiresIn, DeviceColumn::Misses}, {DeviceColumn::Beats, DeviceColumn::Beats}};

/// Whether all other columns show the same.
bool onlyBeat(const DeviceSnapshot &before, const DeviceSnapshot &after)
{
    return before.verdict.state == after.verdict.state && before.ownPolicy == after.ownPolicy
        && before.name == after.name && before.userAgent == after.userAgent && before.address == after.address
        && before.transport == after.transport && before.registeredSince == after.registeredSince
        && before.problem == after.problem && before.gbVersion == after.gbVersion;
}

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
    const Entry &entry = entryAt(index.row());
    const auto column = static_cast<DeviceColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return columnText(entry.device, entry.name(), column, m_now);
    case Qt::EditRole:
        return column == DeviceColumn::Alias ? entry.name() : columnText(entry.device, entry.name(), column, m_now);
    case Qt::ToolTipRole: // what a device calls itself is no markup
        return Qt::convertFromPlainText(columnToolTip(entry.device, entry.name(), column, m_now));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case IdRole: return entry.device.id;
    case StateRole: return static_cast<int>(entry.device.verdict.state);
    case OwnPolicyRole: return entry.device.ownPolicy;
    case BriefRole: return wording::briefSentence(entry.device, m_now);
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
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != static_cast<int>(DeviceColumn::Alias))
        return false;
    const QString id = idAt(index.row());
    const QString alias = printable(value.toString().simplified(), aliasLimit);
    if (alias == entryAt(index.row()).name())
        return true;
    QHash<QString, QString> aliases = m_aliases;
    aliases.insert(id, alias);
    setAliases(aliases);
    emit aliasEdited(id, alias);
    return true;
}

void DeviceTableModel::sort(int column, Qt::SortOrder order)
{
    m_order.setDescending(order == Qt::DescendingOrder);
    if (std::exchange(m_sortColumn, column) != column) {
        m_order.restart();
        for (const Entry *entry : m_slots) {
            if (entry)
                m_order.set(entry->slot, keyOf(*entry));
        }
    }
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
    announce(std::exchange(m_changed, {}), DeviceColumn::State, lastColumn);
    const std::vector<int> beaten = std::exchange(m_beaten, {});
    for (const auto &[first, last] : ofABeat)
        announce(beaten, first, last);
    removeRows(std::exchange(m_leaving, {}));
    appendRows(std::exchange(m_coming, {}), false);
    resortIfDue(now);
    if (m_counts != before || m_rows.size() != rows || m_missing != missing)
        emit summaryChanged();
}

void DeviceTableModel::drop(const QStringList &gone)
{
    std::vector<int> rows;
    for (const QString &id : gone) {
        const auto found = m_entries.find(id);
        if (found != m_entries.end() && m_places[found->second.slot] >= 0)
            rows.push_back(m_places[found->second.slot]);
    }
    removeRows(rows);
    for (const QString &id : gone) {
        const auto found = m_entries.find(id);
        if (found == m_entries.end())
            continue;
        count(found->second.device, -1);
        const Slot slot = found->second.slot;
        m_filter.clear(slot);
        m_slots[slot] = nullptr;
        m_free.push_back(slot);
        m_entries.erase(found);
    }
}

void DeviceTableModel::giveSlot(Entry &entry)
{
    if (m_free.empty()) {
        entry.slot = static_cast<Slot>(m_slots.size());
        m_slots.push_back(&entry);
        m_places.push_back(-1);
        return;
    }
    entry.slot = m_free.back();
    m_free.pop_back();
    m_slots[entry.slot] = &entry;
    m_places[entry.slot] = -1;
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
    if (isNew) {
        entry.alias = m_aliases.value(device.id);
        giveSlot(entry);
        m_order.setId(entry.slot, sortKey(device, {}, DeviceColumn::Id));
    } else {
        count(entry.device, -1);
    }
    count(device, +1);
    const bool differs = isNew || DeviceFilter::differ(entry.device, device),
               beat = !isNew && onlyBeat(entry.device, device);
    entry.device = device;
    if (differs)
        m_filter.set(entry.slot, entry.device, entry.name());
    const bool moves = m_order.set(entry.slot, keyOf(entry));
    const bool isShown = matches(entry.slot);
    int &row = m_places[entry.slot];
    if (isShown && row == -1) {
        row = entering;
        m_coming.push_back(entry.slot);
    } else if (!isShown && row >= 0) {
        m_leaving.push_back(row);
    } else if (row >= 0) {
        (beat ? m_beaten : m_changed).push_back(row);
        m_outOfOrder = m_outOfOrder || moves;
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
    if (!m_outOfOrder || justSorted || m_held)
        return;
    resort();
    m_sortedAt = now;
}

void DeviceTableModel::setHeld(bool held)
{
    m_held = held;
    resortIfDue(m_now);
}

void DeviceTableModel::setFilter(const QString &text)
{
    const DeviceFilter::Change change = m_filter.setWords(text);
    if (change != DeviceFilter::Change::None)
        refilter(change == DeviceFilter::Change::Narrower);
}

void DeviceTableModel::setStateFilter(std::optional<DeviceState> state)
{
    if (state == m_stateFilter)
        return;
    const bool narrower = !std::exchange(m_stateFilter, state);
    refilter(narrower);
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
        m_filter.set(entry.slot, entry.device, entry.name());
        m_outOfOrder |= m_order.set(entry.slot, keyOf(entry));
        isChanged = true;
    }
    if (!isChanged)
        return;
    announceColumns(DeviceColumn::Alias, DeviceColumn::Alias);
    if (!m_filter.isEmpty())
        refilter(false);
}

QModelIndex DeviceTableModel::indexOf(const QString &id, DeviceColumn column) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() || m_places[found->second.slot] < 0
        ? QModelIndex()
        : index(m_places[found->second.slot], static_cast<int>(column));
}

QString DeviceTableModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? entryAt(row).device.id : QString();
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

QString DeviceTableModel::name(const QString &id) const
{
    const auto at = m_entries.find(id);
    return at == m_entries.end() ? QString() : at->second.name();
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
    m_filter.forgetWording();
    for (const Entry *entry : m_slots) {
        if (entry)
            m_filter.set(entry->slot, entry->device, entry->name());
    }
    if (!m_filter.isEmpty())
        refilter(false);
}

} // namespace gb::ui
