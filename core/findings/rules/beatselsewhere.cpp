#include "core/findings/rules/rules.h"

namespace gb::rules {

/// G41
void beatsElsewhere(const RuleInput &in, Verdicts &out)
{
    constexpr int several = 3;
    const IpAddress &to = in.trace.datagram.to.address;
    if (in.device.servers.size() == 0 || in.device.isServer(to))
        out.end(FindingCode::BeatsElsewhere);
    else if (in.contact.unanswered() >= several)
        out.raise(FindingCode::BeatsElsewhere, {in.device.servers[0].toString(), to.toString(), {}}, {in.trace.number});
}

} // namespace gb::rules
