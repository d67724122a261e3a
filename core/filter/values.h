#pragma once
#include <QStringView>

#include <optional>

namespace gb::filter {

/// What stands between a field and its value.
enum class Compare : quint8 { Is, Has, Less, AtMost, More, AtLeast };

/// Both ends included.
struct Range
{
    qint64 low, high;
    bool ofDay = false; ///< of a time: of any day

    bool operator==(const Range &) const = default;
};

/// What each reads is that value with the comparison applied to it; nothing where it is none. `hundreds`: 4xx is a
/// range, too.
std::optional<Range> readNumber(QStringView value, Compare how, bool hundreds);
/// Microseconds. As exact as it is written: 2s is 2 s to 2.999999 s.
std::optional<Range> readDuration(QStringView value, Compare how);
/// Microseconds since the epoch, or since midnight; in the time of this computer.
std::optional<Range> readTime(QStringView value, Compare how);

} // namespace gb::filter
