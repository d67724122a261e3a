#pragma once
#include "core/devices/heartbeattruth.h"

#include <QString>

/// What the panel says of a device's heartbeats; plain text in the reader's language.
namespace gb::ui {

/// "measured 60.1 s (configured 60 s)"; empty for a median of zero.
QString rhythmText(Duration median, const HeartbeatPolicy &policy);
/// "NAT keeps a port for 95 to 240 s"; empty where nothing is known.
QString natText(const NatEstimate &nat);
/// "clock +0.4 s"; empty where it was never told.
QString clockText(const std::optional<ClockReading> &clock);
/// "it must think us lost: never"
QString deviceViewText(const HeartbeatTruth &truth, const HeartbeatPolicy &policy, TimePoint now);
/// "offline to us: since 10:24:00"
QString ourViewText(const HeartbeatHistory &history, const HeartbeatPolicy &policy, TimePoint now);
/// "flapping: 4 changes in 10 min by new port"; empty where it does not.
QString flappingText(const HeartbeatTruth &truth, const HeartbeatPolicy &policy, TimePoint now);
/// All of them but the rhythm.
QString bothSidesText(
    const HeartbeatTruth &truth, const HeartbeatHistory &history, const HeartbeatPolicy &policy, TimePoint now);

/// "10:23:05", with the day where it is not that of `now`.
QString clockTime(TimePoint at, TimePoint now);
/// "10:23:05 to 10:25:00", "since 10:23:05".
QString spanText(const OfflineSpan &span, TimePoint now);

} // namespace gb::ui
