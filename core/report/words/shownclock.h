#pragma once
#include "core/base/clock.h"

#include <QDateTime>

namespace gb::wording {

/// How instants are written for people: everywhere alike. Files keep their own times.
struct ShownClock
{
    bool utc = false;  ///< else the zone of this computer
    bool date = false; ///< also where only a time would stand
    bool operator==(const ShownClock &) const = default;
};

/// From any thread.
void setShownClock(const ShownClock &clock);
ShownClock shownClock();

/// In the zone that is shown.
QDateTime shownTime(TimePoint at);
/// "10:23:03.215", with the date ahead where that is wanted.
QString exactClock(TimePoint at);
/// Digits and signs that exactClock() takes.
int exactClockWidth();
/// "10:23:03", the same.
QString secondsClock(TimePoint at);

} // namespace gb::wording
