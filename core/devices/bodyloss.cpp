#include "core/devices/bodyloss.h"

#include "core/message/deviceid.h"

namespace gb {

Note bodyLost(const Trace &trace)
{
    const SipHead &head = trace.head;
    const bool fromDevice = trace.isRequest() && head.method == SipMethod::Message && head.body.empty();
    if (!fromDevice || trace.datagram.unfinished || head.has(HeadFault::ContentLength)
        || head.has(HeadFault::NotClosed))
        return {};
    const quint64 length = head.contentLength.value_or(0);
    if (head.bodyOctets > 0)
        return {NoteCode::BodyLost, QStringLiteral("behind"), QString::number(head.bodyOctets)};
    if (length > 0)
        return {NoteCode::BodyLost, QStringLiteral("length"), QString::number(length)};
    return {NoteCode::BodyLost, head.contentType.empty() ? QStringLiteral("none") : QStringLiteral("type"),
        printable(head.contentType, 60)};
}

} // namespace gb
