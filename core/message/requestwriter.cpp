#include "core/message/requestwriter.h"

#include "core/message/headers.h"
#include "core/message/siptext.h"

#include <QRandomGenerator>

namespace gb {
namespace {

QByteArray random(int words)
{
    quint64 bits[2] = {};
    for (int i = 0; i < words; ++i)
        bits[i] = QRandomGenerator::system()->generate64();
    return QByteArray(reinterpret_cast<const char *>(bits), words * 8).toHex();
}

void line(QByteArray &out, const char *name, const QByteArray &value)
{
    out.append(name).append(": ").append(headerSafe(value)).append("\r\n");
}

bool isTokenText(const QByteArray &text)
{
    return siptext::isToken(view(text));
}

/// CANCEL and the ACK of a failure: requests made of an INVITE for the next hop alone, which has one Via and no body.
QByteArray hopRequest(const QByteArray &invite, const char *method, std::string_view toLine)
{
    const SipHead head = scanHead(view(invite));
    if (head.method != SipMethod::Invite || !head.answerable())
        return {};
    QByteArray out;
    out.reserve(512);
    out.append(method).append(' ').append(headerSafe(bytes(head.requestUri.text))).append(" SIP/2.0\r\n");
    line(out, "Via", bytes(head.via.text));
    for (const QByteArray &route : headerValues(view(invite), "Route"))
        line(out, "Route", route);
    line(out, "Max-Forwards", "70");
    out.append(headerSafe(bytes(head.fromLine))).append("\r\n");
    out.append(headerSafe(bytes(toLine.empty() ? head.toLine : toLine))).append("\r\n");
    out.append(headerSafe(bytes(head.callIdLine))).append("\r\n");
    line(out, "CSeq", QByteArray::number(head.cseq) + ' ' + method);
    out.append("Content-Length: 0\r\n\r\n");
    return out;
}

} // namespace

QByteArray newBranch()
{
    return "z9hG4bK" + random(2);
}

QByteArray newTag()
{
    return random(1);
}

QByteArray newCallId()
{
    return random(2);
}

QByteArray writeRequest(const SipRequest &request)
{
    QByteArray out;
    out.reserve(512 + request.body.size());
    out.append(headerSafe(request.method)).append(' ').append(headerSafe(request.uri)).append(" SIP/2.0\r\n");
    const QByteArray protocol = request.transport == TransportKind::Tcp ? QByteArrayLiteral("SIP/2.0/TCP ")
                                                                        : QByteArrayLiteral("SIP/2.0/UDP ");
    line(out, "Via",
        protocol + request.sentBy.text().toLatin1()
            + ";rport;branch=" + (request.branch.isEmpty() ? newBranch() : request.branch));
    for (const QByteArray &route : request.routes)
        line(out, "Route", route);
    line(out, "Max-Forwards", "70");
    line(out, "From", request.from);
    line(out, "To", request.to);
    line(out, "Call-ID", request.callId);
    line(out, "CSeq", QByteArray::number(request.cseq) + ' ' + request.method);
    if (!request.contact.isEmpty())
        line(out, "Contact", '<' + request.contact + '>');
    for (const auto &[name, value] : request.headers) {
        if (isTokenText(name))
            line(out, name.constData(), value);
    }
    if (!request.body.isEmpty() && !request.contentType.isEmpty())
        line(out, "Content-Type", request.contentType);
    line(out, "Content-Length", QByteArray::number(request.body.size()));
    out.append("\r\n").append(request.body);
    return out;
}

QByteArray writeCancel(const QByteArray &invite)
{
    return hopRequest(invite, "CANCEL", {});
}

QByteArray writeFailureAck(const QByteArray &invite, const SipHead &response)
{
    return hopRequest(invite, "ACK", response.toLine);
}

} // namespace gb
