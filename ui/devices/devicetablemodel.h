#pragma once
#include "ui/devices/devicefilter.h"
#include "ui/devices/roworder.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

namespace gb::ui {

/// Devices by state; index with static_cast<std::size_t>(state).
using StateCounts = std::array<int, static_cast<std::size_t>(DeviceState::NotAnswered) + 1>;

/**
 * The devices as rows, from copies of their snapshots. It sorts and filters by itself: a proxy stalls at scale.
 * Rows change their order at most once a second of the time that comes in, except where the user asks for another
 * order.
 */
class DeviceTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Column = DeviceColumn;
    /// QString, DeviceState as int, bool, QString: of the reason, without what has a column of its own
    enum Role { IdRole = Qt::UserRole, StateRole, OwnPolicyRole, BriefRole };

    explicit DeviceTableModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A new alias; control characters do not survive.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    /// Column -1 is the default order: worst first, then by ID.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Takes in changed and new devices and drops those that are `gone`. A device in both lists is new.
    void apply(const QList<DeviceSnapshot> &devices, const QStringList &gone, TimePoint now);
    /// Moves the columns that tell a time relative to now; once a second is enough.
    void setNow(TimePoint now);
    /// Puts the rows in order if they are out of it and were sorted a second ago or longer.
    void resortIfDue(TimePoint now);
    /// While held, rows that are there keep their order, whatever comes.
    void setHeld(bool held);

    /// Words, all of which must occur: see DeviceFilter.
    void setFilter(const QString &text);
    /// Only devices that stand under this state in the summary, see summaryState().
    void setStateFilter(std::optional<DeviceState> state);
    std::optional<DeviceState> stateFilter() const { return m_stateFilter; }

    /// Device ID to the user's name for it, for all devices.
    void setAliases(const QHash<QString, QString> &aliases);

    const StateCounts &counts() const { return m_counts; } ///< of all devices, filtered out or not
    QSet<QString> ids() const;                             ///< of the devices that have come
    int missing() const { return m_missing; }              ///< expected devices that have not come
    int deviceCount() const { return static_cast<int>(m_entries.size()); }
    /// Invalid where the device is unknown or filtered out.
    QModelIndex indexOf(const QString &id, DeviceColumn column = DeviceColumn::State) const;
    QString idAt(int row) const;
    /// Of any device, shown or not; nullptr where it is unknown. Valid until the next apply().
    const DeviceSnapshot *device(const QString &id) const;

    /// What people call it; empty where it has no name, or is unknown.
    QString name(const QString &id) const;

    /// Each device, shown or not, with what people call it; in no order.
    void visit(const std::function<void(const DeviceSnapshot &device, const QString &name)> &look) const;

    /// Call on QEvent::LanguageChange.
    void retranslate();

signals:
    void aliasEdited(const QString &id, const QString &alias);
    /// counts(), deviceCount() or the number of rows is another.
    void summaryChanged();

private:
    struct Entry
    {
        DeviceSnapshot device;
        QString alias;
        Slot slot = 0;

        /// The user's word comes before the list of expected devices.
        const QString &name() const { return alias.isEmpty() ? device.name : alias; }
    };

    const Entry &entryAt(int row) const { return *m_slots[m_rows[static_cast<std::size_t>(row)]]; }
    SortKey keyOf(const Entry &entry) const;
    bool matches(Slot slot) const;
    void count(const DeviceSnapshot &device, int by);
    void giveSlot(Entry &entry);
    void drop(const QStringList &gone);
    void refilter(bool narrower);
    void takeIn(const DeviceSnapshot &device);
    void removeRows(const std::vector<int> &rows);
    void appendRows(std::vector<Slot> coming, bool sortedNext);
    void resort();
    void reorder(std::vector<Slot> order);
    void renumber(int from);
    void announce(std::vector<int> rows, DeviceColumn first, DeviceColumn last);
    void announceColumns(DeviceColumn first, DeviceColumn last);

    std::unordered_map<QString, Entry> m_entries; ///< its nodes stay where they are, so that slots may point to them
    // By slot: small things beside each other, for at two hundred thousand rows the entries are in no cache
    std::vector<Entry *> m_slots; ///< nullptr: free
    std::vector<int> m_places;    ///< row; -1: filtered out
    RowOrder m_order;
    DeviceFilter m_filter;
    std::vector<Slot> m_free;
    std::vector<Slot> m_rows; ///< from top to bottom
    QHash<QString, QString> m_aliases;
    StateCounts m_counts{};
    int m_missing = 0;
    std::optional<DeviceState> m_stateFilter;
    int m_sortColumn = -1;
    bool m_outOfOrder = false, m_held = false;
    TimePoint m_now{};
    std::optional<TimePoint> m_sortedAt;
    // gathered while apply() runs
    std::vector<Slot> m_coming;
    std::vector<int> m_leaving, m_changed, m_beaten;
};

} // namespace gb::ui
