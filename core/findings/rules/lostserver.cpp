#include "core/findings/rules/rules.h"

namespace gb::rules {

void lostServer(const ServerContact &contact, const HeartbeatPolicy &policy, Verdicts &out)
{
    if (contact.judge(policy, out.now()) != ServerContact::Judgement::Unnoticed)
        return;
    const auto whole = [](Duration duration) {
        return QString::number(std::chrono::round<std::chrono::seconds>(duration).count());
    };
    out.raise(FindingCode::LostServerUnnoticed,
        {QString::number(contact.unanswered()), whole(out.now() - *contact.heardAt()),
            whole(contact.latest(policy) - *contact.heardAt())},
        {contact.firstUnanswered(), contact.lastUnanswered()});
}

void beatsOn(const RuleInput &in, Verdicts &out)
{
    lostServer(in.contact, in.policy, out);
}

/// D38
void lostServerNoticed(const RuleInput &, Verdicts &out)
{
    out.end(FindingCode::LostServerUnnoticed);
}

} // namespace gb::rules
