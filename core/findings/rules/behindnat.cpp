#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

namespace gb::rules {

/// D23
void behindNat(const RuleInput &in, Verdicts &out)
{
    if (isPrivate(in.device.contact.address) && !isPrivate(in.trace.datagram.from.address))
        out.raise(FindingCode::BehindNat,
            {printable(in.trace.head.contact.uri.host, 80), in.trace.datagram.from.text(),
                QString::number(in.policy.interval.count())},
            {in.trace.number});
    else
        out.end(FindingCode::BehindNat);
}

} // namespace gb::rules
