#include "core/base/prefetch.h"
#include "core/devices/devicestore_p.h"

#include <algorithm>
#include <functional>

/// The part of DeviceStore that knows when a verdict changes by itself.
namespace gb {

/// An entry that comes too early stays until it is its turn: the deadline moves away with every heartbeat, and a look at a device too many is cheaper.
void DeviceStore::schedule(Device &device)
{
    const auto next = device.s.verdict.next;
    if (!next || (device.deadline && *device.deadline <= *next))
        return;
    m_armed += device.deadline ? 0 : 1;
    device.deadline = next;
    m_deadlines.push_back({*next, &device}); // one that the device had until now is skipped when it comes up
    std::push_heap(m_deadlines.begin(), m_deadlines.end(), std::greater());
    if (m_deadlines.size() > 2 * m_devices.size() + 64)
        dropDeadlines();
}

void DeviceStore::disarm(Device &device)
{
    m_armed -= device.deadline ? 1 : 0;
    device.deadline.reset();
    dropDeadlines();
}

/// Those that count no more.
void DeviceStore::dropDeadlines()
{
    std::erase_if(m_deadlines, [](const Deadline &one) { return one.device->deadline != one.at; });
    std::make_heap(m_deadlines.begin(), m_deadlines.end(), std::greater());
}

void DeviceStore::advance(TimePoint now)
{
    while (!m_deadlines.empty() && m_deadlines.front().at <= now) {
        const auto [at, device] = m_deadlines.front();
        std::pop_heap(m_deadlines.begin(), m_deadlines.end(), std::greater());
        m_deadlines.pop_back();
        for (std::size_t soon = 0; soon < std::min<std::size_t>(m_deadlines.size(), 3); ++soon) { // whose turn may come next
            prefetch(&m_deadlines[soon].device->deadline, sizeof(device->deadline));
            prefetch(&m_deadlines[soon].device->s.verdict, sizeof(device->s.verdict));
        }
        if (device->deadline != at)
            continue;
        device->deadline.reset();
        --m_armed;
        const auto next = device->s.verdict.next;
        if (next && *next > at)
            schedule(*device);
        else if (next)
            refresh(*device, at);
    }
}

std::optional<TimePoint> DeviceStore::nextDeadline() const
{
    if (m_deadlines.empty())
        return std::nullopt;
    return m_deadlines.front().at;
}

} // namespace gb
