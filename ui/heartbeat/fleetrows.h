#pragma once
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace gb::ui {

/// A device of the fleet strip.
struct FleetDevice
{
    QString id, name;
    int rank = 0; ///< 0 needs a person most
    bool operator==(const FleetDevice &) const = default;
};

/// Which device stands in which row: worst first, then by ID, as in the device table; those that only the heartbeats
/// know come behind.
class FleetRows
{
public:
    /// Whether it is another order, or another name. `heard`: the IDs with heartbeats, sorted.
    bool set(QList<FleetDevice> devices, const QStringList &heard);
    /// The same devices; new ones with heartbeats come behind.
    void add(const QStringList &heard);

    int count() const { return static_cast<int>(m_ids.size()); }
    QString id(int row) const { return m_ids.value(row); }
    /// -1 where it is unknown.
    int row(const QString &id) const { return m_rows.value(id, -1); }
    QString name(const QString &id) const { return m_names.value(id); }

private:
    void build(const QStringList &heard);

    QList<FleetDevice> m_devices; ///< in order
    qsizetype m_heard = 0;        ///< devices with heartbeats, when it was built
    QStringList m_ids;
    QHash<QString, int> m_rows;
    QHash<QString, QString> m_names;
};

} // namespace gb::ui
