#pragma once
#include "core/base/clock.h"

#include <optional>

namespace gb {

/// A clock was set, or a computer slept. Of a live record the wall clock's, against the record's own, which does not
/// jump; of a capture the time of its packets, which went back.
struct ClockJump
{
    TimePoint at{}; ///< of the record, behind the jump
    Duration by{};  ///< ahead, or below zero: back
    bool operator==(const ClockJump &) const = default;
};

/// Looks whether the wall clock still goes with the record's clock. A clock that is slewed is followed.
class ClockWatch
{
public:
    static constexpr Duration least = std::chrono::seconds(1); ///< below it lies what NTP sets right, and time between
                                                               ///< two looks

    explicit ClockWatch(const Clock &clock)
        : m_clock(clock)
        , m_offset(clock.wall() - clock.now())
    {
    }

    std::optional<ClockJump> look()
    {
        const TimePoint now = m_clock.now();
        const Duration offset = m_clock.wall() - now, by = offset - m_offset;
        m_offset = offset;
        return std::chrono::abs(by) >= least ? std::optional(ClockJump{now, by}) : std::nullopt;
    }

private:
    const Clock &m_clock;
    Duration m_offset;
};

} // namespace gb
