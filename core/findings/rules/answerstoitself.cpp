#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

namespace gb::rules {

/// D45
void answersToItself(const RuleInput &in, Verdicts &out)
{
    const SipHead &head = in.trace.head;
    if (in.trace.body->root == ManscdpRoot::Response && !head.to.uri.user.empty()
        && head.to.uri.user == head.from.uri.user)
        out.raise(FindingCode::AnswersToItself, {printable(head.to.uri.user, 40), {}, {}}, {in.trace.number});
}

} // namespace gb::rules
