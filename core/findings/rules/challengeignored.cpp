#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D04, the half of it that is the camera's: it had the 401, for nothing was repeated, and asks again without
/// credentials.
void challengeIgnored(const RuleInput &in, Verdicts &out)
{
    if (in.device.attempts[0].authorized)
        return out.end({FindingCode::ChallengeIgnored, FindingCode::ChallengeForm, FindingCode::ChallengeNotReceived,
            FindingCode::OverlayPort});
    if (in.device.ignoredChallenges == 0)
        return;
    const Dossier::Attempt &before = in.device.attempts[1];
    out.raise(FindingCode::ChallengeIgnored, {QString::number(in.device.ignoredChallenges), in.device.algorithm, {}},
        {before.number, before.answer, in.trace.number});
    const QString &agent = in.device.userAgent;
    const bool choosy = agent.contains(u"Dahua", Qt::CaseInsensitive) || agent.startsWith(u"DH ")
        || agent.startsWith(u"SIP UAS");
    if (in.device.challengeHasQop || !in.device.challengeHasAlgorithm || choosy)
        out.raise(FindingCode::ChallengeForm,
            {in.device.challengeHasQop                ? QStringLiteral("qop")
                    : in.device.challengeHasAlgorithm ? QString()
                                                      : QStringLiteral("no algorithm"),
                {}, {}},
            {before.answer, in.trace.number});
}

} // namespace gb::rules
