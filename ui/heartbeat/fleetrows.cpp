#include "ui/heartbeat/fleetrows.h"

#include <algorithm>

namespace gb::ui {

bool FleetRows::set(QList<FleetDevice> devices, const QStringList &heard)
{
    std::sort(devices.begin(), devices.end(),
        [](const FleetDevice &a, const FleetDevice &b) { return a.rank != b.rank ? a.rank < b.rank : a.id < b.id; });
    if (devices == m_devices)
        return false;
    m_devices = std::move(devices);
    build(heard);
    return true;
}

void FleetRows::add(const QStringList &heard)
{
    if (heard.size() != m_heard)
        build(heard);
}

void FleetRows::build(const QStringList &heard)
{
    m_heard = heard.size();
    m_ids.clear();
    m_rows.clear();
    m_names.clear();
    for (const FleetDevice &device : std::as_const(m_devices)) {
        m_rows.insert(device.id, count());
        m_ids.append(device.id);
        if (!device.name.isEmpty())
            m_names.insert(device.id, device.name);
    }
    for (const QString &id : heard) {
        if (m_rows.contains(id))
            continue;
        m_rows.insert(id, count());
        m_ids.append(id);
    }
}

} // namespace gb::ui
