#include "app/cli/comingdevices.h"

namespace gb::cli {

void ComingDevices::begin(const QStringList &devices)
{
    m_begun = true;
    m_anyone = devices.isEmpty();
    m_waiting = QSet<QString>(devices.begin(), devices.end());
}

QStringList ComingDevices::take(const Batch &batch)
{
    QStringList came;
    if (!m_begun || m_timeIsUp)
        return came;
    for (const DeviceSnapshot &device : batch.devices) {
        const bool wanted = m_anyone ? !m_came.contains(device.id) : m_waiting.contains(device.id);
        if (!wanted)
            continue;
        if (device.expiresAt()) {
            m_refused.remove(device.id);
            m_waiting.remove(device.id);
            m_came.insert(device.id);
            came.append(device.id);
        } else if (device.lastSeen) {
            m_refused.insert(device.id, device);
        }
    }
    return came;
}

void ComingDevices::again(const QString &device)
{
    m_came.remove(device);
    if (!m_anyone)
        m_waiting.insert(device);
}

QStringList ComingDevices::timeIsUp()
{
    if (!m_begun || std::exchange(m_timeIsUp, true))
        return {};
    QStringList late = m_anyone ? m_refused.keys() : m_waiting.values();
    late.sort();
    m_waiting.clear();
    m_came.unite(QSet<QString>(late.begin(), late.end()));
    return late;
}

const DeviceSnapshot *ComingDevices::refused(const QString &device) const
{
    const auto found = m_refused.constFind(device);
    return found == m_refused.cend() ? nullptr : &*found;
}

} // namespace gb::cli
