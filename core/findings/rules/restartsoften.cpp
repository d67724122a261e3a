#include "core/findings/rules/rules.h"

/// G43: within the time that is allowed for heartbeats nobody calls it offline, and yet it is gone each time.
void gb::rules::restartsOften(const RuleInput &in, Verdicts &out)
{
    constexpr std::size_t often = 3;
    constexpr Duration within = std::chrono::hours(1);
    if (!in.device.isRebooted && !out.isOpen(FindingCode::RestartsOften))
        return;
    const auto &reboots = in.device.reboots;
    if (reboots.size() < often || out.now() - reboots[often - 1] > within)
        return out.end(FindingCode::RestartsOften);
    std::size_t recent = often;
    while (recent < reboots.size() && out.now() - reboots[recent] <= within)
        ++recent;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(reboots[0] - reboots[recent - 1]).count();
    const QString count = QString::number(recent);
    if (in.device.beat == in.trace.number && in.device.isRebooted)
        out.raise(FindingCode::RestartsOften, {count, QString::number(minutes), {}}, {in.trace.number});
}
