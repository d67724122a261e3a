#include "core/findings/rules/rules.h"

#include "core/devices/heartbeattruth.h"
#include "core/message/deviceid.h"
#include "core/message/gbtime.h"
#include "core/message/headers.h"

namespace gb::rules {

void clock(const RuleInput &in, std::string_view text, Verdicts &out)
{
    const auto told = parseGbTime(text);
    if (!told)
        return out.raise(FindingCode::OddBody,
            {QString::number(static_cast<int>(ManscdpFault::Time)), printable(text, 40), {}}, {in.trace.number});
    const ClockReading reading{
        .at = in.trace.datagram.at, .skew = told->at - in.trace.datagram.at, .zoneGiven = told->zoneGiven};
    const ClockFault fault = clockFault(reading);
    // The clock of whoever captured may be off itself; the platform's tells
    const Duration skew = reading.skew - in.device.platformSkew.value_or(Duration::zero());
    constexpr std::chrono::seconds near{60};
    if (fault == ClockFault::None
        || (!in.site.live && (std::chrono::abs(reading.skew) <= near || std::chrono::abs(skew) <= near)))
        return out.end({FindingCode::ClockOff, FindingCode::TimeZoneOff});
    const auto sign = [](auto value) -> QString {
        return (value > 0 ? QStringLiteral("+") : QString()) + QString::number(value);
    };
    const bool zone = fault == ClockFault::Zone;
    out.end(zone ? FindingCode::ClockOff : FindingCode::TimeZoneOff);
    if (zone)
        out.raise(FindingCode::TimeZoneOff, {sign(hoursOff(reading)), {}, {}}, {in.trace.number});
    else
        out.raise(FindingCode::ClockOff, {sign(std::chrono::round<std::chrono::seconds>(reading.skew).count()), {}, {}},
            {in.trace.number});
}

/// D37
void deviceClock(const RuleInput &in, Verdicts &out)
{
    if (!in.trace.body->deviceTime.isEmpty() && !in.trace.body->has(ManscdpFault::Time)) // which is told already
        clock(in, view(in.trace.body->deviceTime.toLatin1()), out);
}

} // namespace gb::rules
