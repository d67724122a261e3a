#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D19
void beatsWhileLapsed(const RuleInput &in, Verdicts &out)
{
    const TimePoint at = in.trace.datagram.at;
    const IpAddress &to = in.trace.datagram.to.address;
    if (in.device.isServer(to) && in.device.servers[0] != to)
        return; // of another server than the last one that confirmed: how long it granted is not known
    if (in.device.expires.count() > 0 && in.device.confirmedAt >= in.site.heardSince
        && at > in.device.confirmedAt + in.device.expires)
        out.raise(FindingCode::BeatsWhileLapsed, {QString::number(in.device.expires.count()), {}, {}},
            {in.device.attempts.size() > 0 ? in.device.attempts[0].answer : 0, in.trace.number});
}

} // namespace gb::rules
