#include "core/devices/facets/deadlines.h"

#include "core/base/prefetch.h"

#include <algorithm>

namespace gb {

/// An entry that comes too early stays until it is its turn: the deadline moves away with every heartbeat, and a look
/// at a device too many is cheaper.
void DeviceDeadlines::schedule(TrackedDevice &device, TimePoint usual, std::size_t devices)
{
    const auto next = device.s.verdict.next;
    if (!next || (device.deadline && *device.deadline <= *next))
        return;
    m_armed += device.deadline ? 0 : 1;
    device.deadline = next; // one that the device had until now is skipped when it comes up
    if (*next <= usual && (m_inTurn.empty() || m_inTurn.back().at <= *next)) {
        m_inTurn.push_back({*next, &device});
    } else {
        m_others.push_back({*next, &device});
        std::push_heap(m_others.begin(), m_others.end(), std::greater());
    }
    if (m_inTurn.size() + m_others.size() > 2 * devices + 64)
        drop();
}

void DeviceDeadlines::disarm(TrackedDevice &device)
{
    m_armed -= device.deadline ? 1 : 0;
    device.deadline.reset();
    drop();
}

/// Those that count no more.
void DeviceDeadlines::drop()
{
    const auto isVoid = [](const Deadline &one) { return one.device->deadline != one.at; };
    std::erase_if(m_inTurn, isVoid);
    std::erase_if(m_others, isVoid);
    std::make_heap(m_others.begin(), m_others.end(), std::greater());
}

const DeviceDeadlines::Deadline *DeviceDeadlines::first() const
{
    if (m_inTurn.empty())
        return m_others.empty() ? nullptr : &m_others.front();
    return m_others.empty() || m_inTurn.front().at <= m_others.front().at ? &m_inTurn.front() : &m_others.front();
}

void DeviceDeadlines::pop()
{
    if (m_inTurn.empty() || first() != &m_inTurn.front()) {
        std::pop_heap(m_others.begin(), m_others.end(), std::greater());
        m_others.pop_back();
        return;
    }
    m_inTurn.pop_front();
    if (constexpr std::size_t ahead = 4; m_inTurn.size() > ahead) { // whose turn comes soon
        const TrackedDevice *const device = m_inTurn[ahead].device;
        prefetch(&device->deadline, sizeof device->deadline);
        prefetch(&device->s.verdict, sizeof device->s.verdict);
    }
}

TrackedDevice *DeviceDeadlines::take()
{
    const auto [at, device] = *first();
    pop();
    if (device->deadline != at)
        return nullptr;
    device->deadline.reset();
    --m_armed;
    return device;
}

} // namespace gb
