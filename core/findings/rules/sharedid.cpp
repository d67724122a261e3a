#include "core/findings/rules/rules.h"

namespace gb::rules {

void sharedId(const RuleInput &in, Verdicts &out)
{
    const auto &[now, other] = in.device.sources;
    if (in.device.hasTwoWays())
        out.withdraw({FindingCode::SharedId, FindingCode::ForeignHeartbeat});
    else if (in.device.hasTwoCounts(2 * in.policy.interval))
        out.raise(FindingCode::SharedId,
            {Endpoint{now.address, in.device.beatPort}.text(), Endpoint{now.address, in.device.other.port}.text(),
                QStringLiteral("ports")},
            {in.device.other.number, in.device.beat});
    else if (in.device.alternates)
        out.raise(
            FindingCode::SharedId, {now.address.toString(), other.address.toString(), {}}, {other.number, now.number});
    else if (now.last - other.last > 4 * in.policy.interval)
        out.end({FindingCode::SharedId, FindingCode::ForeignHeartbeat});
}

} // namespace gb::rules
