#pragma once
#include "core/base/clock.h"
#include "core/message/headers.h"
#include "core/message/replywriter.h"
#include "core/message/siphead.h"
#include "core/net/datagram.h"

/// Messages of a transaction, as a peer at 10.0.0.9 and we at 10.0.0.1 write them.
namespace gb::test {

inline const Endpoint us{QHostAddress(QStringLiteral("10.0.0.1")), 5060},
    peer{QHostAddress(QStringLiteral("10.0.0.9")), 5060};

struct RequestText
{
    QByteArray method = "INVITE";
    QByteArray branch = "z9hG4bKone"; ///< null: the Via has none
    QByteArray sentBy = "10.0.0.9:5060";
    QByteArray uri = "sip:34020000001320000001@10.0.0.1:5060";
    QByteArray fromTag = "f1", toTag, callId = "call-1@10.0.0.9";
    int cseq = 1;
    QByteArray cseqMethod; ///< empty: the method
    QByteArray extra;      ///< whole lines
    QByteArray body;

    QByteArray text() const
    {
        const auto tag = [](const QByteArray &value) { return value.isEmpty() ? QByteArray() : ";tag=" + value; };
        return method + ' ' + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP " + sentBy
            + (branch.isNull() ? QByteArray() : ";branch=" + branch) + "\r\nFrom: <sip:34020000002000000001@3402000000>"
            + tag(fromTag) + "\r\nTo: <sip:34020000001320000001@3402000000>" + tag(toTag) + "\r\nCall-ID: " + callId
            + "\r\nCSeq: " + QByteArray::number(cseq) + ' ' + (cseqMethod.isEmpty() ? method : cseqMethod)
            + "\r\nMax-Forwards: 70\r\n" + extra + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
            + body;
    }
};

/// The answer of whoever got that request.
inline QByteArray responseTo(
    const QByteArray &request, int status, const QByteArray &toTag = "t1", const QByteArray &headers = {})
{
    return writeReply(scanHead(view(request)), us,
        {.status = status, .toTag = status == 100 ? QByteArray() : toTag, .headers = headers});
}

inline Datagram incoming(
    TimePoint at, const QByteArray &octets, TransportKind transport = TransportKind::Udp, const Endpoint &from = peer)
{
    return {.at = at, .from = from, .to = us, .transport = transport, .octets = octets};
}

/// A request's method, a response's status.
inline QByteArray what(const QByteArray &octets)
{
    const SipHead head = scanHead(view(octets));
    return head.kind == SipKind::Response ? QByteArray::number(head.status) : bytes(head.methodText);
}

} // namespace gb::test
