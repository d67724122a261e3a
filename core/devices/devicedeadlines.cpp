#include "core/base/prefetch.h"
#include "core/devices/devicestore_p.h"

#include <algorithm>
#include <functional>

/// The part of DeviceStore that knows when a verdict changes by itself.
namespace gb {

/// An entry that comes too early stays until it is its turn: the deadline moves away with every heartbeat, and a look
/// at a device too many is cheaper.
void DeviceStore::schedule(Device &device)
{
    const auto next = device.s.verdict.next;
    if (!next || (device.deadline && *device.deadline <= *next))
        return;
    m_armed += device.deadline ? 0 : 1;
    device.deadline = next;                             // one that the device had until now is skipped when it comes up
    const bool usual = *next <= lateAt(m_at, m_policy); // what is further away would let nobody else stand behind it
    if (usual && (m_inTurn.empty() || m_inTurn.back().at <= *next)) {
        m_inTurn.push_back({*next, &device});
    } else {
        m_deadlines.push_back({*next, &device});
        std::push_heap(m_deadlines.begin(), m_deadlines.end(), std::greater());
    }
    if (m_inTurn.size() + m_deadlines.size() > 2 * m_devices.size() + 64)
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
    const auto isVoid = [](const Deadline &one) { return one.device->deadline != one.at; };
    std::erase_if(m_inTurn, isVoid);
    std::erase_if(m_deadlines, isVoid);
    std::make_heap(m_deadlines.begin(), m_deadlines.end(), std::greater());
}

const DeviceStore::Deadline *DeviceStore::firstDeadline() const
{
    if (m_inTurn.empty())
        return m_deadlines.empty() ? nullptr : &m_deadlines.front();
    return m_deadlines.empty() || m_inTurn.front().at <= m_deadlines.front().at ? &m_inTurn.front()
                                                                                : &m_deadlines.front();
}

void DeviceStore::popDeadline()
{
    if (m_inTurn.empty() || firstDeadline() != &m_inTurn.front()) {
        std::pop_heap(m_deadlines.begin(), m_deadlines.end(), std::greater());
        m_deadlines.pop_back();
        return;
    }
    m_inTurn.pop_front();
    if (constexpr std::size_t ahead = 4; m_inTurn.size() > ahead) { // whose turn comes soon
        const Device *const device = m_inTurn[ahead].device;
        prefetch(&device->deadline, sizeof device->deadline);
        prefetch(&device->s.verdict, sizeof device->s.verdict);
    }
}

void DeviceStore::noteEnd(TimePoint at)
{
    noteListening(false, at);
    m_isOver = true;
    for (const auto &device : m_devices) {
        if (device->s.reason.code == NoteCode::NotListening)
            refresh(*device, at);
    }
}

void DeviceStore::noteListening(bool on, TimePoint at)
{
    m_isOver = m_isOver && !on;
    if (on != m_deafSince.has_value())
        return;
    if (!on)
        advance(at); // what had passed had passed
    const TimePoint from = on ? *std::exchange(m_deafSince, std::nullopt) : *(m_deafSince = at);
    for (const auto &one : m_devices) {
        Device &device = *one;
        const DeviceState state = device.s.verdict.state;
        if (!device.isRegistered() || (state != DeviceState::Online && state != DeviceState::Late))
            continue;
        if (on && at > from) { // a hole, not a silence
            device.history.add(from, HeartbeatHistory::Kind::Leave, historyRoom());
            device.history.add(at, HeartbeatHistory::Kind::Start, historyRoom());
            device.s.facts.heardSince = at;
        }
        refresh(device, at);
    }
}

void DeviceStore::advance(TimePoint now)
{
    m_at = std::max(m_at, now);
    if (m_deafSince)
        return;
    while (const Deadline *const first = firstDeadline()) {
        const auto [at, device] = *first;
        if (at > now)
            break;
        popDeadline();
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
    const Deadline *const first = m_deafSince ? nullptr : firstDeadline();
    return first ? std::optional(first->at) : std::nullopt;
}

} // namespace gb
