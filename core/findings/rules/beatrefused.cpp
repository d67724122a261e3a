#include "core/findings/rules/rules.h"

namespace gb::rules {
namespace {

/// The answers by which platforms say that they do not know the device. Others speak of the message: of its encoding
/// (415), its form (400), or of the platform's own trouble (5xx).
bool meansUnknown(int status)
{
    return status == 401 || status == 403 || status == 404 || status == 407 || status == 410;
}

/// Of what the record shows of its registration, where it is that of somebody else's server: "held" as far as it goes,
/// "unseen" where nothing is in it.
QString registrationOf(const RuleInput &in, const Verdicts &out)
{
    const Dossier &device = in.device;
    if ((in.site.live && !in.site.serverId.isEmpty()) || !meansUnknown(in.trace.head.status)
        || out.isOpen(FindingCode::RequestIgnored)) // which is why
        return {};
    if (device.confirmedAt == TimePoint())
        return device.acceptedAt ? QStringLiteral("held") : QStringLiteral("unseen");
    const bool isHeld = device.expires.count() > 0 && in.trace.datagram.at < device.confirmedAt + device.expires;
    return isHeld ? QStringLiteral("held") : QString();
}

} // namespace

/// D33, D34
void beatRefused(const RuleInput &in, Verdicts &out)
{
    const int status = in.trace.head.status;
    if (status < 200)
        return;
    if (status < 300)
        return out.end({FindingCode::BeatRefused, FindingCode::BeatFormRefused, FindingCode::BeatTroubleRefused,
            FindingCode::RefusedAfterAccepted, FindingCode::BeatUnanswered, FindingCode::BeatsElsewhere});
    if (status == 401 && (in.device.refusedInARow < 2 || in.device.beatAuthorized))
        return; // a challenge, which may be met
    const TimePoint at = in.trace.datagram.at;
    const bool soon = in.device.acceptedAt && at - *in.device.acceptedAt < in.policy.interval * 3 / 2
        && in.device.acceptedAt > in.device.confirmedAt;
    const FindingCode code = meansUnknown(status) ? FindingCode::BeatRefused
        : status >= 500                           ? FindingCode::BeatTroubleRefused
                                                  : FindingCode::BeatFormRefused;
    if (soon && meansUnknown(status) && !out.isOpen(FindingCode::RequestIgnored)) // which is reason enough
        out.raise(FindingCode::RefusedAfterAccepted,
            {QString::number(status), secondsText(at - *in.device.acceptedAt),
                in.trace.datagram.from.address.toString()},
            {in.trace.answers, in.trace.number});
    else
        out.raise(code, {QString::number(status), {}, registrationOf(in, out)}, {in.trace.answers, in.trace.number});
}

} // namespace gb::rules
