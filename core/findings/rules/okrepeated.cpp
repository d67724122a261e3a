#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D48
void okRepeated(const RuleInput &in, Verdicts &out)
{
    const Dossier::Invite *const invite = in.device.invite(in.trace.answers);
    if (in.trace.repeatOf != 0 && in.trace.head.status / 100 == 2 && in.trace.copy.kind == RepeatKind::Retransmission)
        out.raise(in.trace.head.contact.text.empty() ? FindingCode::CallWithoutContact : FindingCode::OkRepeated,
            {QString::number(in.trace.copy.copy), invite && invite->acked ? QStringLiteral("acked") : QString(), {}},
            {in.trace.repeatOf, in.trace.number});
}

} // namespace gb::rules
