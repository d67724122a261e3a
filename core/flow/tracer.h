#pragma once
#include "core/flow/trace.h"
#include "core/message/headlayouts.h"

namespace gb {

/// Numbers the messages of a record, reads their heads and, where a request carries one, its MANSCDP body.
class Tracer
{
public:
    Trace trace(Datagram datagram);
    /// The same into one that was used before.
    void trace(Datagram datagram, Trace &trace);
    quint64 count() const { return m_count; }

private:
    quint64 m_count = 0;
    HeadLayouts m_layouts;
};

/// The octets of the body as the sender meant it: over UDP, where a device announces `Content-Length: 0` ahead of XML,
/// that XML.
std::string_view payloadOf(const SipHead &head, const Datagram &datagram);

} // namespace gb
