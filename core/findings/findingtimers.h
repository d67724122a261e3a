#pragma once
#include "core/base/clock.h"

#include <QString>

#include <map>
#include <optional>

namespace gb {

/// What a rule waits for.
enum class Wake : quint8 {
    CatalogAnswer,
    CatalogParts,
    CatalogAsked,
    Flapping,
    Expected,
    PowerReturned,
    LostServer,
    Left,
    Lapsed
};

struct FindingTimer
{
    Wake what;
    QString device;
    quint64 number = 0; ///< message that it is about
};

/// When rules want to look again. Bounded; no clock.
class FindingTimers
{
public:
    static constexpr std::size_t capacity = 50'000; ///< over it nobody is woken

    void arm(TimePoint at, FindingTimer timer);
    /// All of a kind.
    void drop(Wake what);
    std::optional<TimePoint> first() const;
    /// Takes the first one. There is one.
    std::pair<TimePoint, FindingTimer> take();

private:
    std::multimap<TimePoint, FindingTimer> m_timers;
};

} // namespace gb
