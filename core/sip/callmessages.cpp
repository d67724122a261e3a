#include "core/sip/callmessages.h"

#include "core/message/headers.h"
#include "core/message/replywriter.h"
#include "core/sip/useragent.h"

namespace gb {

QByteArray callContact(const QByteArray &user, const Endpoint &local, TransportKind transport)
{
    return "sip:" + user + '@' + local.text().toLatin1()
        + (transport == TransportKind::Tcp ? QByteArrayLiteral(";transport=tcp") : QByteArray());
}

QByteArray inviteOf(const SipCall &call, const Invitation &invitation, const QByteArray &user, const QByteArray &domain)
{
    SipRequest request{.method = "INVITE",
        .uri = invitation.uri,
        .callId = call.callId,
        .sentBy = invitation.local,
        .transport = invitation.transport};
    request.from = "<sip:" + user + '@' + domain + ">;tag=" + call.localTag;
    request.to = '<' + invitation.uri + '>';
    request.contact = callContact(user, invitation.local, invitation.transport);
    request.headers = invitation.headers;
    request.contentType = invitation.contentType;
    request.body = invitation.body;
    return writeRequest(request);
}

QByteArray dialogHeaders(const SipCall &call, const QByteArray &user)
{
    QByteArray headers = "Contact: <" + callContact(user, call.local, call.transport) + ">\r\n";
    for (const QByteArray &route : headerValues(view(call.request), "Record-Route"))
        headers += "Record-Route: " + route + "\r\n";
    return headers;
}

QByteArray successOf(const SipCall &call, const SipHead &request, const Endpoint &source, const QByteArray &user)
{
    Reply reply{.status = 200, .toTag = call.localTag, .headers = callAllow + dialogHeaders(call, user)};
    reply.contentType = headerSafe(call.contentType);
    reply.body = call.body;
    return writeReply(request, source, reply);
}

} // namespace gb
