#pragma once
#include "core/session/batch.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace gb::cli {

/// Devices that somebody waits for until they are registered, each once; without a list whoever registers.
class ComingDevices
{
public:
    void begin(const QStringList &devices);
    /// Those that have come.
    QStringList take(const Batch &batch);
    /// Its registration was of an earlier start, and its connection of that as well: it will come again.
    void again(const QString &device);
    /// Nobody is waited for any longer; who did not come, or, without a list, who came and was refused.
    QStringList timeIsUp();

    bool isTimeUp() const { return m_timeIsUp; }
    /// Nobody comes any more.
    bool isOver() const { return m_waiting.isEmpty() && (m_timeIsUp || !m_anyone); }
    bool cameNobody() const { return m_came.isEmpty(); }
    /// Who came, and was refused; null of others.
    const DeviceSnapshot *refused(const QString &device) const;

private:
    QSet<QString> m_waiting, m_came;
    QHash<QString, DeviceSnapshot> m_refused; ///< that came, and are not registered
    bool m_anyone = false, m_begun = false, m_timeIsUp = false;
};

} // namespace gb::cli
