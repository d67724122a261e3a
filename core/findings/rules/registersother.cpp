#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

namespace gb::rules {

/// G12. Of Contact only what looks like a device ID: load generators have names of their own there.
void registersOther(const RuleInput &in, Verdicts &out)
{
    const SipHead &head = in.trace.head;
    const std::string_view own = head.from.uri.user, to = head.to.uri.user, contact = head.contact.uri.user;
    if (own.empty())
        return;
    if (!to.empty() && to != own)
        out.raise(FindingCode::RegistersOther, {printable(to, 80), QStringLiteral("To"), {}}, {in.trace.number});
    else if (contact != own && faultOf(contact) == IdFault::None)
        out.raise(
            FindingCode::RegistersOther, {printable(contact, 80), QStringLiteral("Contact"), {}}, {in.trace.number});
    else
        out.end(FindingCode::RegistersOther);
}

} // namespace gb::rules
