#pragma once
#include "core/base/clock.h"
#include "core/client/ask.h"

#include <vector>

namespace gb::ui {

/// Alarms that a subscription brought, by time: a lane for each channel and way in which it was noticed.
struct AlarmLanes
{
    static constexpr qsizetype mostLanes = 24; ///< those over it share the last one

    struct Lane
    {
        QString id;     ///< device or channel; empty with `shared`
        QString method; ///< AlarmMethod as it came
        bool shared = false;
    };
    struct Mark
    {
        TimePoint at{}; ///< AlarmTime: the device's own word
        int item = 0;   ///< row of the report
        int lane = 0;
        int priority = 0; ///< 1 highest to 4 lowest; 0: none that the standard has
    };

    static bool isOf(const AskReport &report);
    /// Of any report; bounded as its items are.
    static AlarmLanes of(const AskReport &report);

    std::vector<Lane> lanes; ///< in the order in which they came, the shared one last
    std::vector<Mark> marks; ///< by time
    int noTime = 0;          ///< rows whose AlarmTime is missing, or no time
};

/// The shortest of the usual steps of an axis that is at least so long.
std::chrono::seconds timeStep(Duration least);

} // namespace gb::ui
