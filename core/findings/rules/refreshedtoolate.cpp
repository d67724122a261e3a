#include "core/findings/rules/rules.h"

namespace gb::rules {

bool missesRegister(const Dossier &device)
{
    const auto &all = device.attempts;
    const std::size_t first = all.size() > 1 && all[0].authorized && all[1].challenged() ? 1 : 0;
    return all.size() > first + 1 && all[first].callId == all[first + 1].callId
        && all[first].cseq > all[first + 1].cseq + 1;
}

/// D19
void refreshedTooLate(const RuleInput &in, Verdicts &out)
{
    // Who was refused, or not answered, in time comes again when the time is over: that is what the other finding is of
    const Dossier &device = in.device;
    const bool ours = in.site.live && !in.site.serverId.isEmpty();
    // Its server took heartbeats when the time was over, or CSeq shows REGISTERs that are not here: it had refreshed
    const bool isTaken = device.acceptedAt && *device.acceptedAt > device.confirmedAt + device.expires;
    if (!ours && missesRegister(device))
        out.withdrawOpen(FindingCode::BeatsWhileLapsed);
    if (!ours && (isTaken || missesRegister(device)))
        return;
    if (in.device.late && !isHeldUp(out) && in.device.confirmedAt >= in.site.heardSince)
        out.raise(FindingCode::RefreshedTooLate,
            {QString::number(in.device.expires.count()), QString::number(in.device.late->count()), {}},
            {in.trace.number});
}

} // namespace gb::rules
