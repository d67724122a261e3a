#include "ui/heartbeat/whatif.h"

#include "ui/heartbeat/heartbeatstore.h"

#include <QElapsedTimer>

namespace gb::ui {

WhatIf::WhatIf(const HeartbeatStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void WhatIf::ask(const HeartbeatPolicy &policy, const QString &device, TimePoint now)
{
    m_ids = device.isEmpty() ? m_store->ids() : QStringList{device};
    if (device.isEmpty())
        m_ids.removeIf([this](const QString &id) { return m_store->hasOwnPolicy(id); });
    m_next = 0;
    m_now = now;
    m_result = {};
    m_result.policy = policy;
    m_running = true;
    if (!std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &WhatIf::work, Qt::QueuedConnection);
}

void WhatIf::cancel()
{
    m_running = false;
}

void WhatIf::work()
{
    m_scheduled = false;
    if (!m_running)
        return;
    QElapsedTimer elapsed;
    elapsed.start();
    while (m_next < m_ids.size() && elapsed.elapsed() < portionMilliseconds)
        look(m_ids.at(m_next++));
    if (m_next < m_ids.size()) {
        m_scheduled = true;
        QMetaObject::invokeMethod(this, &WhatIf::work, Qt::QueuedConnection);
        return;
    }
    m_running = false;
    emit answered(m_result);
}

void WhatIf::look(const QString &id)
{
    const HeartbeatHistory &history = m_store->history(id);
    const QList<OfflineSpan> spans = history.offlineSpans(m_result.policy, m_now);
    const qsizetype inForce = history.offlineSpans(m_store->policyOf(id), m_now).size();
    ++m_result.devices;
    m_result.offline += spans.isEmpty() ? 0 : 1;
    m_result.times += spans.size();
    m_result.offlineInForce += inForce > 0 ? 1 : 0;
    m_result.timesInForce += inForce;
    if (spans.isEmpty() || (!m_result.first.isEmpty() && spans.constFirst().from >= m_result.firstSpan.from))
        return;
    m_result.first = id;
    m_result.firstSpan = spans.constFirst();
}

} // namespace gb::ui
