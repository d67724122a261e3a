#include "core/findings/rules/foundkind.h"
#include "core/findings/rules/rules.h"

namespace gb {

const FoundKind foundReconnectsOften{
    .kind = {"G45", Severity::Warning, Likelihood::Possible, "GB/T 28181-2022 9.1, 9.6"},
    .culprit = Culprit::Network,
    .title = QT_TRANSLATE_NOOP("finding", "It connected and registered from the start %1 times in %2 min"),
    .cause = QT_TRANSLATE_NOOP("finding",
        "Each time the TCP connection is another one, its REGISTER has a Call-ID of its own, and heartbeats are late. "
        "Nothing in the record asked for that. It restarts, or something on the way ends its connections."),
    .advice = QT_TRANSLATE_NOOP("finding",
        "Look at how long the device has been running: in its web page, or by DeviceStatus. If it restarts, look at "
        "its "
        "power supply. If not, look for a firewall or NAT that ends idle connections, and set a shorter heartbeat "
        "interval."),
    .ofSilence = true,
    .onAbsence = true,
    .ofTime = true};

/// G45: what G43 is of over UDP.
void rules::reconnectsOften(const RuleInput &in, Verdicts &out)
{
    constexpr std::size_t often = 3;
    constexpr Duration within = std::chrono::hours(1);
    const auto &all = in.device.reconnects;
    if (out.isOpen(FindingCode::ServerBreaksOff))
        return; // which is why
    if (!in.device.isReconnected && !out.isOpen(FindingCode::ReconnectsOften))
        return;
    if (all.size() < often || out.now() - all[often - 1].at > within)
        return out.end(FindingCode::ReconnectsOften);
    std::size_t recent = often;
    while (recent < all.size() && out.now() - all[recent].at <= within)
        ++recent;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(all[0].at - all[recent - 1].at).count();
    if (in.device.isReconnected)
        out.raise(FindingCode::ReconnectsOften, {QString::number(recent), QString::number(minutes), {}},
            {in.device.attempts.size() > 0 ? in.device.attempts[0].number : 0, in.trace.number});
}

} // namespace gb
