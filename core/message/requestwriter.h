#pragma once
#include "core/base/endpoint.h"
#include "core/message/siphead.h"

#include <QByteArray>
#include <QList>

namespace gb {

/**
 * A request ahead of its being text. No value can begin a line of its own: CR, LF and NUL become blanks (headerSafe), a
 * header whose name is no token is left out.
 */
struct SipRequest
{
    QByteArray method;
    QByteArray uri;      ///< Request-URI
    QByteArray from, to; ///< whole values, with tag where there is one
    QByteArray callId;
    quint32 cseq = 1; ///< 1 to 2^31 - 1 (RFC 3261 §8.1.1.5)
    Endpoint sentBy;  ///< of the Via: where answers reach us
    TransportKind transport = TransportKind::Udp;
    QByteArray branch; ///< empty: a new one
    QList<QByteArray> routes;
    QByteArray contact; ///< a URI; empty: none
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray contentType; ///< of a body
    QByteArray body;
};

/// RFC 3261 §8.1.1 and §20.1. Content-Length is always there, Max-Forwards is 70, the Via asks for rport (RFC 3581).
QByteArray writeRequest(const SipRequest &request);

/// CANCEL of that INVITE, §9.1: its Request-URI, Call-ID, To, From, CSeq number and Route; the only Via is the INVITE's
/// topmost one. Empty where the octets are no INVITE.
QByteArray writeCancel(const QByteArray &invite);

/// ACK of a 3xx to 6xx, §17.1.1.3: as CANCEL, but To is the response's. For the client transaction; a 2xx has another
/// ACK, see requestWithin() of core/sip/dialogs.h.
QByteArray writeFailureAck(const QByteArray &invite, const SipHead &response);

/// "z9hG4bK" and 128 bits from the system's generator, RFC 3261 §8.1.1.7.
QByteArray newBranch();
/// 64 bits from the system's generator, RFC 3261 §19.3 asks for 32.
QByteArray newTag();
/// 128 bits from the system's generator.
QByteArray newCallId();

} // namespace gb
