#pragma once
#include "core/base/clock.h"

#include <algorithm>

namespace gb {

/// The timers of RFC 3261 §17 and table 4; L and M are those of RFC 6026. None: not a timer of the standard.
enum class SipTimer : unsigned char { None, A, B, C, D, E, F, G, H, I, J, K, L, M };

/// "A" to "M"; empty for None.
constexpr const char *name(SipTimer timer)
{
    constexpr const char *names[] = {"", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M"};
    return names[static_cast<unsigned char>(timer)];
}

/// What the timers are made of, RFC 3261 §17.1.1.1 and §17.1.2.1. Settable, because devices and their lines are what
/// they are. Each 1 ms to 1 min.
struct SipTimers
{
    Duration t1 = std::chrono::milliseconds(500); ///< round trip estimate
    Duration t2 = std::chrono::seconds(4);        ///< longest interval between two copies, but of an INVITE
    Duration t4 = std::chrono::seconds(5);        ///< the longest that a message stays in the network
    Duration d = std::chrono::seconds(32);        ///< timer D over UDP, at least 32 s (§17.1.1.2)

    constexpr Duration giveUp() const { return 64 * t1; } ///< timers B, F, H, J (over UDP), L and M
    bool operator==(const SipTimers &) const = default;

    /// Interval ahead of the next copy where `previous` was the last one: A doubles for ever (§17.1.1.2), E and G up to
    /// T2 (§17.1.2.2, §17.2.1).
    constexpr Duration next(SipTimer timer, Duration previous) const
    {
        return timer == SipTimer::A ? 2 * previous : std::min(2 * previous, t2);
    }

    /// When copy `number` is due after the first one, which is number 1 and due at 0.
    constexpr Duration due(SipTimer timer, int number) const
    {
        Duration at{0}, interval = t1;
        for (int copy = 1; copy < number && at < giveUp(); ++copy) {
            at += interval;
            interval = next(timer, interval);
        }
        return at;
    }
};

} // namespace gb
