#include "core/findings/rules/foundkind.h"
#include "core/findings/rules/rules.h"

namespace gb {

const FoundKind foundByeUnknown{.kind = {"G97", Severity::Warning, Likelihood::Likely, "RFC 3261 12.2.2, 15.1.2"},
    .culprit = Culprit::Device,
    .title = QT_TRANSLATE_NOOP("finding", "It does not know the call that it is to end: 481 to BYE"),
    .cause = QT_TRANSLATE_NOOP("finding",
        "The record has the INVITE of this call, which it took with 200, and no end of it; and the BYE has the tags of "
        "that answer. So it ended the call itself without a BYE, or started again meanwhile."),
    .advice = QT_TRANSLATE_NOOP("finding",
        "Look whether its media had stopped before. If they go on, it mixes up its calls: update the firmware."),
    .onAbsence = true};

/// G97. Of a call whose beginning is not in the record nothing is known.
void rules::byeUnknown(const RuleInput &in, Verdicts &out)
{
    const SipHead &head = in.trace.head;
    if (head.status != 481)
        return head.status / 100 == 2 ? out.end(FindingCode::ByeUnknown) : void();
    const quint64 callId = Dossier::hashOf(head.callId), tag = Dossier::hashOf(head.to.tag),
                  callerTag = Dossier::hashOf(head.from.tag);
    for (std::size_t i = 0; in.device.invites && i < in.device.invites->size(); ++i) {
        const Dossier::Invite &one = (*in.device.invites)[i];
        if (one.callId == callId && one.taken && !one.ended && one.tag == tag && one.callerTag == callerTag)
            out.raise(FindingCode::ByeUnknown, {}, {one.number, in.trace.answers, in.trace.number});
    }
}

} // namespace gb
