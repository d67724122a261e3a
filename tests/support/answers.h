#pragma once
#include <QByteArray>

namespace gb::test {

/// What answers a request: its Via, From, To with a tag, Call-ID and CSeq, then `more`, whole lines with CRLF.
inline QByteArray answerTo(const QByteArray &request, const QByteArray &status, const QByteArray &more = {},
    const QByteArray &body = {}, const QByteArray &type = "APPLICATION/SDP")
{
    QByteArray out = "SIP/2.0 " + status + "\r\n";
    for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
        const QByteArray head = line.trimmed();
        for (const char *name : {"Via:", "From:", "Call-ID:", "CSeq:"})
            out += head.startsWith(name) ? head + "\r\n" : QByteArray();
        if (head.startsWith("To:"))
            out += head + (head.contains(";tag=") ? "\r\n" : ";tag=t\r\n");
    }
    return out + more + (body.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n")
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace gb::test
