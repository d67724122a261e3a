#pragma once
#include "core/devices/heartbeattruth.h"
#include "tests/support/site.h"

#include <functional>

/// Heartbeats of one device as HeartbeatTruth sees them.
namespace gb::test {

using namespace std::chrono_literals;

inline const TimePoint start = ManualClock().now();
inline const Endpoint camera = endpoint("192.168.1.64", 5060);

/// The device as the rows of a table want it: beats, each of them answered.
struct Fed
{
    HeartbeatTruth truth;
    TimePoint now = start;
    quint64 number = 0;
    HeartbeatTruth::Arrival next{.sn = 0, .cseq = 20, .callId = 1, .from = camera, .counts = true};

    void beat(Duration after, bool answer = true)
    {
        now += after;
        next.at = now;
        next.number = ++number;
        next.sn = next.sn ? std::optional(*next.sn + 1) : std::nullopt;
        ++next.callId;
        truth.beat(next);
        truth.traffic(now);
        if (answer)
            truth.answered(number, 200, 400us);
    }
    void copy()
    {
        truth.copied(
            number, {.kind = RepeatKind::Retransmission, .timer = SipTimer::E, .copy = 2, .came = 500ms, .due = 500ms});
    }
    GapVerdict last(const HeartbeatPolicy &policy = {}) const { return truth.gapOf(truth.size() - 1, policy); }
};

using Story = std::function<void(Fed &)>;

} // namespace gb::test

Q_DECLARE_METATYPE(gb::test::Story)
