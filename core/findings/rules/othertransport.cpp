#include "core/findings/rules/rules.h"

namespace gb::rules {

/// D26
void otherTransport(const RuleInput &in, Verdicts &out)
{
    const TransportKind used = in.trace.datagram.transport,
                        other = used == TransportKind::Tcp ? TransportKind::Udp : TransportKind::Tcp;
    if (equalsNoCase(in.trace.head.via.transport, other == TransportKind::Tcp ? "TCP" : "UDP"))
        out.raise(FindingCode::OtherTransport, {transportName(other), transportName(used), {}}, {in.trace.number});
    else
        out.end(FindingCode::OtherTransport);
}

} // namespace gb::rules
