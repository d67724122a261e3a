#include "core/devices/facets/pendingrequests.h"

namespace gb {

void PendingRequests::remember(quint64 number, PendingRequest pending)
{
    m_pending.insert(number, std::move(pending));
    m_order.push_back(number);
    while (m_order.size() > capacity) {
        m_pending.remove(m_order.front());
        m_order.pop_front();
    }
}

const PendingRequest *PendingRequests::find(quint64 number) const
{
    const auto pending = number != 0 ? m_pending.constFind(number) : m_pending.constEnd();
    return pending == m_pending.constEnd() ? nullptr : &*pending;
}

void PendingRequests::forget(const TrackedDevice *device)
{
    m_pending.removeIf([device](auto it) { return it.value().device == device; });
}

} // namespace gb
