#pragma once
#include <chrono>

namespace gb {

/**
 * An instant of the record: microseconds since the Unix epoch.
 * A live session takes the wall time once, at its start, and counts on with the monotonic clock, so two instants of one
 * session can be subtracted even though somebody sets the laptop's clock in between. Imported captures carry the times
 * of the file.
 */
using TimePoint = std::chrono::sys_time<std::chrono::microseconds>;
using Duration = std::chrono::microseconds;

constexpr double inSeconds(Duration duration)
{
    return static_cast<double>(duration.count()) / 1e6;
}

/// Where time comes from. Rules never read the system's clock: tests run a day in a millisecond.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Never jumps and never runs backwards; see TimePoint.
    virtual TimePoint now() const = 0;
    /// What the wall clock shows, UTC. Only for the Date header (GB/T 28181-2022 9.10) and file names.
    virtual TimePoint wall() const = 0;
};

class SystemClock final : public Clock
{
public:
    TimePoint now() const override
    {
        return m_wallAtStart + std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - m_steadyAtStart);
    }
    TimePoint wall() const override { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }

private:
    const std::chrono::steady_clock::time_point m_steadyAtStart = std::chrono::steady_clock::now();
    const TimePoint m_wallAtStart = std::chrono::floor<Duration>(std::chrono::system_clock::now());
};

} // namespace gb
