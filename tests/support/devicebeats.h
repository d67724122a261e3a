#pragma once
#include "core/session/batch.h"
#include "tests/support/devices.h"

/// Heartbeats of devices as the window hears of them.
namespace gb::test {

inline Event beat(int device, std::chrono::seconds at)
{
    return BeatSeen{
        .device = idOf(device), .at = start + at, .kind = HeartbeatHistory::Kind::Beat, .sn = {}, .gap = {}};
}

/// Device 1 beats each minute; 2 is silent for four minutes from 120 s on; 3 beats twice.
inline QList<Event> threeDevicesBeat()
{
    QList<Event> events;
    for (int i = 0; i <= 10; ++i)
        events << beat(1, i * 60s);
    for (const int at : {0, 60, 120, 360, 420, 480, 540, 600})
        events << beat(2, std::chrono::seconds(at));
    events << beat(3, 500s) << beat(3, 590s);
    return events;
}

} // namespace gb::test
