#pragma once
#include "core/devices/heartbeat.h"

#include <QObject>
#include <QStringList>

namespace gb::ui {

class HeartbeatStore;

/// Who would have been offline, and when, had another policy been in force all along.
struct WhatIfResult
{
    HeartbeatPolicy policy;
    int devices = 0;        ///< that were looked at
    int offline = 0;        ///< of them, at some time
    qint64 times = 0;       ///< spans of all of them
    int offlineInForce = 0; ///< the same by the policies that are in force
    qint64 timesInForce = 0;
    QString first; ///< the device that would have been the first one; empty: none
    OfflineSpan firstSpan;
};

/// Works the answer out in portions of a few milliseconds, so that the window goes on; a new question ends the old one.
class WhatIf final : public QObject
{
    Q_OBJECT
public:
    static constexpr int portionMilliseconds = 8;

    /// `store` is not owned.
    explicit WhatIf(const HeartbeatStore *store, QObject *parent = nullptr);

    /// `device`: only this one; empty: all that have no policy of their own.
    void ask(const HeartbeatPolicy &policy, const QString &device, TimePoint now);
    void cancel();
    bool isRunning() const { return m_running; }

signals:
    void answered(const gb::ui::WhatIfResult &result);

private:
    void work();
    void look(const QString &id);

    const HeartbeatStore *m_store;
    QStringList m_ids;
    qsizetype m_next = 0;
    TimePoint m_now{};
    WhatIfResult m_result;
    bool m_running = false;
    bool m_scheduled = false;
};

} // namespace gb::ui
