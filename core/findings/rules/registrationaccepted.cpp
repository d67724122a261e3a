#include "core/findings/rules/rules.h"

namespace gb::rules {
namespace {

/// It was sent to another server, and went there.
bool wasRedirected(const Dossier &device)
{
    for (std::size_t i = 1; i < device.attempts.size(); ++i) {
        if (device.attempts[i].status / 100 == 3 && device.attempts[i].to != device.attempts[0].to)
            return true;
    }
    return false;
}

} // namespace

/// A registration that goes 401, 200 is no problem, and the end of those that were.
void registrationAccepted(const RuleInput &in, Verdicts &out)
{
    if (in.trace.head.status >= 300)
        return;
    out.end({FindingCode::RegisterUnanswered, FindingCode::ChallengeNotReceived, FindingCode::ChallengeIgnored,
        FindingCode::ChallengeForm, FindingCode::OverlayPort, FindingCode::WrongPassword, FindingCode::PasswordFound,
        FindingCode::NoPasswordFits, FindingCode::WrongUserName, FindingCode::OtherUserInDigest,
        FindingCode::WrongRealm, FindingCode::WrongDigestUri, FindingCode::NonceReused, FindingCode::OtherFormula,
        FindingCode::UnreadableCredentials, FindingCode::OtherInputInDigest, FindingCode::RegistrationRefused,
        FindingCode::PlatformPassword, FindingCode::BeatsWhileLapsed, FindingCode::BeatRefused,
        FindingCode::BeatFormRefused, FindingCode::BeatTroubleRefused, FindingCode::RefusedAfterAccepted,
        FindingCode::ReportedOffline, FindingCode::PortMoved, FindingCode::TransportMoved});
    if (wasRedirected(in.device))
        out.withdraw({FindingCode::RegistrationRefused});
    if (in.device.attempts[0].expires == 0U)
        out.end({FindingCode::UnregisterUndone, FindingCode::NeverBeaten});
    if (!in.device.late)
        out.end(FindingCode::RefreshedTooLate);
}

void registrationAnswered(const RuleInput &, Verdicts &out)
{
    out.end(FindingCode::RegisterUnanswered);
}

} // namespace gb::rules
