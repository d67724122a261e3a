#pragma once
#include "core/base/clock.h"

#include <QString>

namespace gb {

/// An engineer's mark on a message, or that there is none any more.
struct Mark
{
    static constexpr qsizetype maxText = 200; ///< characters

    quint64 number = 0; ///< of the message in its record
    TimePoint at{};     ///< of the message: a mark whose message has another time is of none that is here
    bool isSet = true;
    QString text; ///< a note, safe to show; may be empty

    bool operator==(const Mark &) const = default;
};

} // namespace gb
