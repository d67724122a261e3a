#include "core/message/replywriter.h"

#include "core/message/headers.h"
#include "core/message/siptext.h"

#include <algorithm>

namespace gb {
namespace {

/// What is copied stays on its line: folds are undone, and a bare CR or LF opens no line of its own in our answer.
void append(QByteArray &out, std::string_view text)
{
    const qsizetype from = out.size();
    out.append(text.data(), static_cast<qsizetype>(text.size()));
    if (text.find('\n') != std::string_view::npos || text.find('\r') != std::string_view::npos) // each by memchr;
                                                                                                // find_first_of asks it
                                                                                                // for every octet
        std::replace_if(
            out.begin() + from, out.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
}

void appendLine(QByteArray &out, std::string_view line)
{
    if (line.empty())
        return;
    append(out, line);
    out.append("\r\n");
}

/// Whole lines, but what a value was copied from may hold a bare CR or LF.
void appendHeaders(QByteArray &out, const QByteArray &headers)
{
    qsizetype from = 0;
    for (qsizetype end = headers.indexOf("\r\n"); end >= 0; end = headers.indexOf("\r\n", from)) {
        appendLine(out, view(headers).substr(static_cast<std::size_t>(from), static_cast<std::size_t>(end - from)));
        from = end + 2;
    }
}

void appendTopVia(QByteArray &out, const SipHead &head, const Endpoint &source)
{
    // Only the first value of the line is ours to touch; others may follow behind a comma.
    const std::string_view first = head.viaLines[0];
    const std::size_t comma = first.find(',');
    std::string_view value = head.via.text;
    out.append("Via: ");
    const std::size_t semicolon = value.find(';');
    append(out, trimmed(value.substr(0, semicolon)));
    while (!value.empty()) {
        const std::size_t next = value.find(';');
        if (next == std::string_view::npos)
            break;
        value.remove_prefix(next + 1);
        const std::string_view one = trimmed(value.substr(0, value.find(';')));
        const std::string_view name = trimmed(one.substr(0, one.find('=')));
        if (one.empty() || equalsNoCase(name, "rport") || equalsNoCase(name, "received"))
            continue;
        out.append(';');
        append(out, one);
    }
    const QByteArray address = source.address.toString().toLatin1();
    if (head.via.rport)
        out.append(";rport=" + QByteArray::number(source.port));
    if (head.via.rport
        || head.via.host != std::string_view(address.constData(), static_cast<std::size_t>(address.size())))
        out.append(";received=" + address);
    if (comma != std::string_view::npos && !head.has(HeadFault::Limit)
        && !siptext::hasEmptyValue(first.substr(comma + 1)))
        append(out, first.substr(comma));
    out.append("\r\n");
}

} // namespace

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 100: return QByteArrayLiteral("Trying");
    case 180: return QByteArrayLiteral("Ringing");
    case 200: return QByteArrayLiteral("OK");
    case 400: return QByteArrayLiteral("Bad Request");
    case 401: return QByteArrayLiteral("Unauthorized");
    case 403: return QByteArrayLiteral("Forbidden");
    case 404: return QByteArrayLiteral("Not Found");
    case 405: return QByteArrayLiteral("Method Not Allowed");
    case 408: return QByteArrayLiteral("Request Timeout");
    case 415: return QByteArrayLiteral("Unsupported Media Type");
    case 416: return QByteArrayLiteral("Unsupported URI Scheme");
    case 420: return QByteArrayLiteral("Bad Extension");
    case 480: return QByteArrayLiteral("Temporarily Unavailable");
    case 481: return QByteArrayLiteral("Call/Transaction Does Not Exist");
    case 482: return QByteArrayLiteral("Loop Detected");
    case 486: return QByteArrayLiteral("Busy Here");
    case 487: return QByteArrayLiteral("Request Terminated");
    case 488: return QByteArrayLiteral("Not Acceptable Here");
    case 500: return QByteArrayLiteral("Server Internal Error");
    case 501: return QByteArrayLiteral("Not Implemented");
    case 503: return QByteArrayLiteral("Service Unavailable");
    case 505: return QByteArrayLiteral("Version Not Supported");
    case 603: return QByteArrayLiteral("Decline");
    default: return QByteArrayLiteral("-");
    }
}

QByteArray writeReply(const SipHead &head, const Endpoint &source, const Reply &reply)
{
    QByteArray out;
    out.reserve(768);
    out.append("SIP/2.0 ");
    out.append(QByteArray::number(reply.status));
    out.append(' ');
    out.append(reply.reason.isEmpty() ? reasonPhrase(reply.status) : reply.reason);
    out.append("\r\n");
    appendTopVia(out, head, source);
    if (!head.has(HeadFault::Limit)) { // a refusal of a thousand Vias does not echo them
        for (std::size_t i = 1; i < head.viaLines.size(); ++i)
            appendLine(out, head.viaLines[i]);
    }
    appendLine(out, head.fromLine);
    if (head.to.tag.empty() && !reply.toTag.isEmpty() && !head.toLine.empty()) {
        appendLine(out, head.toLine);
        out.chop(2);
        out.append(";tag=" + reply.toTag + "\r\n");
    } else {
        appendLine(out, head.toLine);
    }
    appendLine(out, head.callIdLine);
    appendLine(out, head.cseqLine);
    appendHeaders(out, reply.headers);
    if (!reply.body.isEmpty() && !reply.contentType.isEmpty())
        out.append("Content-Type: " + reply.contentType + "\r\n");
    out.append("Content-Length: ").append(QByteArray::number(reply.body.size())).append("\r\n\r\n").append(reply.body);
    return out;
}

} // namespace gb
