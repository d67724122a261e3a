#pragma once
#include "core/base/endpoint.h"
#include "core/message/siphead.h"

#include <QByteArray>

namespace gb {

/// What a reply adds to the lines that it copies from its request.
struct Reply
{
    int status = 200;
    QByteArray reason;      ///< empty: that of RFC 3261 §21
    QByteArray toTag;       ///< added where the request's To has none
    QByteArray headers;     ///< whole lines with CRLF
    QByteArray contentType; ///< of a body
    QByteArray body;
};

/**
 * A reply as text, RFC 3261 §8.2.6: Via, From, To, Call-ID and CSeq are the request's own lines; the topmost Via is
 * given `received` and `rport` of the datagram's source (RFC 3581), whatever the request wrote there. Without headers
 * and a body of its own never longer than the request plus 512 octets. `head` must be answerable().
 */
QByteArray writeReply(const SipHead &head, const Endpoint &source, const Reply &reply);

QByteArray reasonPhrase(int status);

} // namespace gb
