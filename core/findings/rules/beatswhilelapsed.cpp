#include "core/findings/rules/rules.h"

#include <algorithm>

namespace gb::rules {

namespace {

/// The server has answered 200 since then, so for it the device may be registered: by a REGISTER that is not in the
/// record. We know what we have.
bool isTaken(const RuleInput &in)
{
    return !in.site.live && in.device.acceptedAt && *in.device.acceptedAt > in.device.confirmedAt + in.device.expires;
}

} // namespace

/// It wanted to refresh, and was not let.
bool isHeldUp(const Verdicts &out)
{
    constexpr FindingCode codes[] = {FindingCode::WrongPassword, FindingCode::PasswordFound,
        FindingCode::NoPasswordFits, FindingCode::WrongUserName, FindingCode::OtherUserInDigest,
        FindingCode::WrongRealm, FindingCode::WrongDigestUri, FindingCode::OtherFormula,
        FindingCode::OtherInputInDigest, FindingCode::PlatformPassword, FindingCode::RegistrationRefused,
        FindingCode::RegisterUnanswered};
    return std::any_of(std::begin(codes), std::end(codes), [&out](FindingCode one) { return out.isOpen(one); });
}

bool mayHaveRefreshed(const Dossier &device)
{
    if (device.attempts.size() == 0 || device.attempts[0].at <= device.confirmedAt)
        return false;
    const Dossier::Attempt &last = device.attempts[0];
    return last.status == 0 ? last.copies == 1 : last.challenged();
}

/// D19
void beatsWhileLapsed(const RuleInput &in, Verdicts &out)
{
    const TimePoint at = in.trace.datagram.at;
    const IpAddress &to = in.trace.datagram.to.address;
    if (in.device.isServer(to) && in.device.servers[0] != to)
        return; // of another server than the last one that confirmed: how long it granted is not known
    const bool ours = in.site.live && !in.site.serverId.isEmpty();
    if (!ours && mayHaveRefreshed(in.device))
        return;
    if (in.device.expires.count() > 0 && !isHeldUp(out) && in.device.confirmedAt >= in.site.heardSince
        && at > in.device.confirmedAt + in.device.expires)
        out.raise(FindingCode::BeatsWhileLapsed,
            {QString::number(in.device.expires.count()),
                isTaken(in)                               ? QStringLiteral("taken")
                    : ours || in.device.refusedInARow > 0 ? QString()
                                                          : QStringLiteral("unseen"),
                {}},
            {in.device.attempts.size() > 0 ? in.device.attempts[0].answer : 0, in.trace.number});
}

/// What its server says to the heartbeat shows whether the registration had ended, or was refreshed unseen.
void lapsedAndTaken(const RuleInput &in, Verdicts &out)
{
    const int status = in.trace.head.status;
    if (in.site.live || status < 200 || !out.isOpen(FindingCode::BeatsWhileLapsed))
        return;
    const bool isUnknown = status == 401 || status == 403 || status == 404 || status == 407 || status == 410;
    out.turn(FindingCode::BeatsWhileLapsed, FindingCode::BeatsWhileLapsed,
        {QString::number(in.device.expires.count()),
            status < 300    ? QStringLiteral("taken")
                : isUnknown ? QString()
                            : QStringLiteral("unseen"),
            {}},
        in.trace.number);
}

} // namespace gb::rules
