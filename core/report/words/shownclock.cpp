#include "core/report/words/shownclock.h"

#include <atomic>

namespace gb::wording {
namespace {

// Words of findings are made in other threads, too
std::atomic<bool> inUtc = false, withDate = false;

QString dated(TimePoint at, const QString &format)
{
    return shownTime(at).toString(withDate ? QStringLiteral("yyyy-MM-dd ") + format : format);
}

} // namespace

void setShownClock(const ShownClock &clock)
{
    inUtc = clock.utc;
    withDate = clock.date;
}

ShownClock shownClock()
{
    return {inUtc, withDate};
}

QDateTime shownTime(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count(), inUtc ? Qt::UTC : Qt::LocalTime);
}

QString exactClock(TimePoint at)
{
    return dated(at, QStringLiteral("HH:mm:ss.zzz"));
}

int exactClockWidth()
{
    return withDate ? 23 : 12;
}

QString secondsClock(TimePoint at)
{
    return dated(at, QStringLiteral("HH:mm:ss"));
}

} // namespace gb::wording
