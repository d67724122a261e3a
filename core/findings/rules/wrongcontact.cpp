#include "core/findings/rules/rules.h"

namespace gb::rules {
namespace {

/// Where nobody can be asked anything: no address of a host, or this host from another one.
bool isNowhere(const IpAddress &address, const IpAddress &from)
{
    if (address.isAny() || (address.isLoopback() && !from.isLoopback()))
        return true;
    return address.isV4() ? address.toV4() >= 0xe0000000 : address.octets().starts_with('\xff');
}

} // namespace

/// G13
void wrongContact(const RuleInput &in, Verdicts &out)
{
    const Datagram &datagram = in.trace.datagram;
    const Endpoint &contact = in.device.contact;
    if (contact.address.isNull())
        return;
    const bool ours = contact == datagram.to && contact != datagram.from;
    if (ours || in.trace.head.contact.uri.port == 0 || isNowhere(contact.address, datagram.from.address))
        out.raise(FindingCode::WrongContact, {contact.text(), {}, {}}, {in.trace.number});
    else
        out.end(FindingCode::WrongContact);
}

} // namespace gb::rules
