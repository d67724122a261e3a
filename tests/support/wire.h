#pragma once
#include "core/session/analysis.h"
#include "tests/support/manualclock.h"

namespace gb::test {

/// A capture that is made by hand: messages between a camera and a server at the times that a test wants, noted as they
/// come.
class Wire
{
public:
    ManualClock clock;
    Analysis analysis;
    TransportKind transport = TransportKind::Udp;
    Endpoint camera{QHostAddress(QStringLiteral("192.168.1.64")), 5060};
    Endpoint server{QHostAddress(QStringLiteral("192.168.1.15")), 5060};
    QByteArray via = "Via: SIP/2.0/UDP 192.168.1.64:5060;branch=z9hG4bK1\r\n"; ///< whole lines
    QByteArray callId = "1@camera";
    QByteArray cseq = "1";
    quint32 sequence = 0; ///< of TCP
    quint8 source = 0;    ///< that sees it
    Trace last;

    Wire() { analysis.keepSummaries(true); }

    const Trace &note(const QByteArray &octets, bool fromCamera)
    {
        Datagram datagram{.at = clock.now(),
            .from = fromCamera ? camera : server,
            .to = fromCamera ? server : camera,
            .transport = transport,
            .octets = octets};
        datagram.sequence = sequence;
        datagram.source = source;
        last = analysis.observe(std::move(datagram));
        return last;
    }
    /// Seconds from now.
    Wire &after(double seconds)
    {
        clock.advance(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds)));
        return *this;
    }
    const Trace &request(const QByteArray &method, const QByteArray &body = {})
    {
        return note(method + " sip:34020000002000000001@3402000000 SIP/2.0\r\n" + head(method, {})
                + (body.isEmpty() ? "" : "Content-Type: Application/MANSCDP+xml\r\n") + length(body),
            true);
    }
    const Trace &response(int status, const QByteArray &method, const QByteArray &tag = "s")
    {
        return note("SIP/2.0 " + QByteArray::number(status) + " X\r\n"
                + head(method, status == 100 ? QByteArray() : ";tag=" + tag) + length({}),
            false);
    }
    const Trace &keepalive(int sn = 1)
    {
        return request("MESSAGE",
            "<?xml version=\"1.0\"?>\n<Notify><CmdType>Keepalive</CmdType><SN>" + QByteArray::number(sn)
                + "</SN><DeviceID>34020000001320000001</DeviceID><Status>OK</Status></Notify>\n");
    }
    /// A registration without a password.
    void enroll()
    {
        request("REGISTER");
        response(200, "REGISTER");
        next();
    }
    /// Begins another transaction.
    Wire &next()
    {
        ++m_branch;
        via = "Via: SIP/2.0/UDP 192.168.1.64:5060;branch=z9hG4bK" + QByteArray::number(m_branch) + "\r\n";
        callId = QByteArray::number(m_branch) + "@camera";
        return *this;
    }
    QList<Awaited> awaited()
    {
        analysis.advance(clock.now());
        return analysis.take(clock.now()).awaited;
    }

private:
    QByteArray head(const QByteArray &method, const QByteArray &toTag) const
    {
        return via + "From: <sip:34020000001320000001@3402000000>;tag=c\r\nTo: <sip:34020000002000000001@3402000000>"
            + toTag + "\r\nCall-ID: " + callId + "\r\nCSeq: " + cseq + ' ' + method + "\r\nMax-Forwards: 70\r\n";
    }
    static QByteArray length(const QByteArray &body)
    {
        return "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    int m_branch = 1;
};

} // namespace gb::test
