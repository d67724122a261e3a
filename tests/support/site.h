#pragma once
#include "core/base/octets.h"
#include "core/message/digest.h"
#include "core/server/sipserver.h"
#include "core/session/analysis.h"
#include "tests/support/manualclock.h"

#include <QRegularExpression>

namespace gb::test {

inline Endpoint endpoint(const char *address, quint16 port)
{
    return {QHostAddress(QString::fromLatin1(address)), port};
}

/// A laptop and its cameras without a network: what a camera sends goes through the record and the registrar as it does
/// in the engine, on a clock that the test moves.
class Site
{
public:
    explicit Site(ServerConfig config = withPassword(QStringLiteral("12345678")), HeartbeatPolicy policy = {})
        : analysis(policy)
        , sip(std::move(config))
    {
    }

    static ServerConfig withPassword(const QString &password)
    {
        ServerConfig config;
        config.password = password;
        return config;
    }

    /// The answers.
    QList<QByteArray> send(const QByteArray &octets, const Endpoint &from)
    {
        lastTrace = analysis.observe(
            {.at = clock.now(), .from = from, .to = server, .transport = transport, .octets = octets});
        return note(sip.receive(lastTrace, clock.wall()));
    }
    QList<QByteArray> send(const QByteArray &octets) { return send(octets, camera); }
    /// Status of the last answer; 0 where there was none.
    int status(const QByteArray &octets, const Endpoint &from) { return statusOf(send(octets, from)); }
    int status(const QByteArray &octets) { return status(octets, camera); }

    static int statusOf(const QList<QByteArray> &answers)
    {
        return answers.isEmpty() ? 0 : answers.constLast().mid(8, 3).toInt();
    }

    /// What the timers send meanwhile.
    QList<QByteArray> wait(Duration by)
    {
        clock.advance(by);
        const QList<QByteArray> sent = note(sip.advance(clock.now()));
        analysis.advance(clock.now());
        return sent;
    }

    DeviceSnapshot device(const QString &id = QStringLiteral("34020000001320000001"))
    {
        for (const DeviceSnapshot &one : analysis.devices().snapshots()) {
            if (one.id == id)
                return one;
        }
        return {};
    }
    DeviceState state(const QString &id = QStringLiteral("34020000001320000001")) { return device(id).verdict.state; }

    struct Register
    {
        QByteArray id = "34020000001320000001";
        QByteArray callId = "1@camera";
        int cseq = 1;
        int expires = 3600;
        QByteArray extra; ///< whole lines with CRLF
        QByteArray host = "3402000000";
    };
    QByteArray registerText(const Register &r)
    {
        return "REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP "
               "192.168.1.64:5060;rport;branch=z9hG4bK"
            + QByteArray::number(++branches) + "\r\nFrom: <sip:" + r.id + "@" + r.host + ">;tag=a\r\nTo: <sip:" + r.id
            + "@" + r.host + ">\r\nCall-ID: " + r.callId + "\r\nCSeq: " + QByteArray::number(r.cseq)
            + " REGISTER\r\nContact: <sip:" + r.id
            + "@192.168.1.64:5060>\r\nMax-Forwards: 70\r\nUser-Agent: IP Camera\r\nExpires: "
            + QByteArray::number(r.expires) + "\r\n" + r.extra + "Content-Length: 0\r\n\r\n";
    }

    static QByteArray nonceOf(const QByteArray &challenge)
    {
        static const QRegularExpression pattern(QStringLiteral("nonce=\"([^\"]+)\""));
        return pattern.match(QString::fromLatin1(challenge)).captured(1).toLatin1();
    }

    /// An Authorization line for a nonce.
    static QByteArray authorization(const QByteArray &user, const QByteArray &nonce, const QByteArray &password,
        const QByteArray &realm = "3402000000", const QByteArray &qopPart = {},
        const QByteArray &uri = "sip:34020000002000000001@3402000000")
    {
        const QByteArray head = "Digest username=\"" + user + "\",realm=\"" + realm + "\",nonce=\"" + nonce
            + "\",uri=\"" + uri + '"' + qopPart;
        const DigestCredentials credentials = parseCredentials(view(head));
        return "Authorization: " + head + ",response=\""
            + digestResponse(credentials, "REGISTER", view(password),
                qopPart.isEmpty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth)
            + "\",algorithm=MD5\r\n";
    }

    /// REGISTER, 401, REGISTER with credentials; the last status.
    int login(
        Register r, const QByteArray &password = "12345678", const Endpoint &from = endpoint("192.168.1.64", 5060))
    {
        const QList<QByteArray> challenge = send(registerText(r), from);
        if (statusOf(challenge) != 401)
            return statusOf(challenge);
        ++r.cseq;
        r.extra += authorization(r.id, nonceOf(challenge.constLast()), password);
        return status(registerText(r), from);
    }
    int login() { return login(Register{}); }

    QByteArray keepalive(const QByteArray &id = "34020000001320000001", int sn = 1,
        const QByteArray &callId = "beat@camera", const QByteArray &state = "OK")
    {
        const QByteArray body
            = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>"
            + QByteArray::number(sn) + "</SN>\r\n<DeviceID>" + id + "</DeviceID>\r\n<Status>" + state
            + "</Status>\r\n</Notify>\r\n";
        return message(id, body, callId);
    }
    QByteArray message(const QByteArray &id, const QByteArray &body, const QByteArray &callId = "beat@camera",
        const QByteArray &type = "Application/MANSCDP+xml")
    {
        return "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP "
               "192.168.1.64:5060;rport;branch=z9hG4bK"
            + QByteArray::number(++branches) + "\r\nFrom: <sip:" + id
            + "@3402000000>;tag=b\r\nTo: <sip:34020000002000000001@3402000000>\r\nCall-ID: " + callId
            + "\r\nCSeq: 20 MESSAGE\r\nContent-Type: " + type
            + "\r\nMax-Forwards: 70\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    ManualClock clock;
    Analysis analysis;
    SipServer sip;
    TransportKind transport = TransportKind::Udp;
    Endpoint camera = endpoint("192.168.1.64", 5060);
    Endpoint server = endpoint("192.168.1.15", 5060);
    Trace lastTrace;
    int branches = 0;

private:
    QList<QByteArray> note(const QList<SipServer::Outgoing> &outgoing)
    {
        QList<QByteArray> octets;
        for (const SipServer::Outgoing &one : outgoing) {
            analysis.observe({.at = clock.now(),
                .from = server,
                .to = one.to,
                .transport = one.transport,
                .direction = Direction::Out,
                .octets = one.octets});
            octets << one.octets;
        }
        return octets;
    }
};

} // namespace gb::test
