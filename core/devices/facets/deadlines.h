#pragma once
#include "core/devices/facets/trackeddevice.h"

#include <deque>
#include <functional>
#include <vector>

namespace gb {

/// When a verdict changes by itself: at most one time a device.
class DeviceDeadlines
{
public:
    /// It counts while it is the device's own.
    struct Deadline
    {
        TimePoint at;
        TrackedDevice *device;
        bool operator>(const Deadline &other) const { return at > other.at; }
    };

    /// When its verdict says so, or earlier. `usual`: up to then most deadlines are; what is further away would let
    /// nobody else stand behind it. `devices`: how many there are.
    void schedule(TrackedDevice &device, TimePoint usual, std::size_t devices);
    void disarm(TrackedDevice &device);
    /// Null where there is none.
    const Deadline *first() const;
    /// Takes the first one; null where it counts no more.
    TrackedDevice *take();
    std::size_t count() const { return m_armed; }

private:
    void pop();
    void drop();

    std::deque<Deadline> m_inTurn;  ///< that came in their order, as those of heartbeats by the common policy do
    std::vector<Deadline> m_others; ///< a heap, the earliest first
    std::size_t m_armed = 0;        ///< devices that have one in either
};

} // namespace gb
