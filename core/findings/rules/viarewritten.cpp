#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

namespace gb::rules {

/// D06
void viaRewritten(const RuleInput &in, Verdicts &out)
{
    const SipHead &head = in.trace.head;
    if (head.via.host == head.contact.uri.host) // as nearly always
        return out.end(FindingCode::ViaRewritten);
    const IpAddress via = literal(head.via.host), &contact = in.device.contact.address;
    if (via.isNull() || via.isAny() || !isPrivate(contact) || via == contact || via == in.trace.datagram.from.address)
        return out.end(FindingCode::ViaRewritten);
    out.raise(FindingCode::ViaRewritten,
        {printable(head.via.host, 80), printable(head.contact.uri.host, 80), in.trace.datagram.from.address.toString()},
        {in.trace.number});
}

} // namespace gb::rules
