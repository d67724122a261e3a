#pragma once
#include "core/base/clock.h"

#include <optional>
#include <string_view>

namespace gb {

/// A date and time as a device writes it.
struct GbTime
{
    TimePoint at{}; ///< taken for Beijing time where no zone stands with it
    bool zoneGiven = false;
};

/**
 * Reads a dateTime of GB/T 28181-2022 A.2.1 (`2026-03-02T08:01:10`), with what devices add or leave out: a fraction, a
 * zone, a space for the T, numbers of one digit; or a Date of RFC 3261 §20.17. Empty where it is neither, or no date
 * that exists. At most 40 octets are looked at.
 */
std::optional<GbTime> parseGbTime(std::string_view text);

} // namespace gb
