#pragma once
#include "tests/support/site.h"

namespace gb::test {

/// What passes between a device and a platform, written down message by message: the record of somebody's capture, on a
/// clock that the script moves.
class Script
{
public:
    static inline const QByteArray id = "34020000001320000001", serverId = "34020000002000000001";

    /// A request; what is empty is left out or has its usual value.
    struct Request
    {
        QByteArray method = "REGISTER";
        QByteArray uri = "sip:34020000002000000001@3402000000";
        QByteArray user = id; ///< of From
        QByteArray to;        ///< user of To; empty: as From for REGISTER, else the platform
        QByteArray host = "3402000000";
        QByteArray callId = "1@camera";
        int cseq = 1;
        QByteArray via = "UDP 192.168.1.64:5060";
        QByteArray contact = "sip:34020000001320000001@192.168.1.64:5060";
        QByteArray more = "Expires: 3600\r\n"; ///< whole lines
        QByteArray type, body;
        QByteArray branch; ///< empty: a new one
    };

    Script()
        : analysis(HeartbeatPolicy{})
    {
        note(notes::Site{.serverId = QString::fromLatin1(serverId), .domain = QStringLiteral("3402000000")});
    }

    void note(notes::What what) { analysis.observe(JournalNote{clock.now(), std::move(what)}); }
    QByteArray text(Request r)
    {
        if (r.branch.isEmpty())
            r.branch = "z9hG4bK" + QByteArray::number(++branches);
        const QByteArray to = !r.to.isEmpty() ? r.to : r.method == "REGISTER" ? r.user : serverId;
        QByteArray out = r.method + ' ' + r.uri + " SIP/2.0\r\nVia: SIP/2.0/" + r.via + ";rport;branch=" + r.branch
            + "\r\nFrom: <sip:" + r.user + '@' + r.host + ">;tag=a\r\nTo: <sip:" + to + '@' + r.host
            + ">\r\nCall-ID: " + r.callId + "\r\nCSeq: " + QByteArray::number(r.cseq) + ' ' + r.method + "\r\n";
        if (!r.contact.isEmpty())
            out += "Contact: <" + r.contact + ">\r\n";
        out += r.more;
        if (!r.type.isEmpty())
            out += "Content-Type: " + r.type + "\r\n";
        return out + "Content-Length: " + QByteArray::number(r.body.size()) + "\r\n\r\n" + r.body;
    }
    /// From the device to the platform, or the other way.
    quint64 see(const QByteArray &octets, bool fromDevice = true)
    {
        trace = analysis.observe({.at = clock.now(),
            .from = fromDevice ? device : platform,
            .to = fromDevice ? platform : device,
            .transport = transport,
            .octets = octets});
        last = octets;
        return trace.number;
    }
    quint64 send(const Request &request) { return see(text(request)); }
    quint64 ask(const Request &request) { return see(text(request), false); }
    /// The request that was seen last, once more.
    quint64 again() { return see(last); }
    /// Answers a request, from whom it went to.
    quint64 answer(const QByteArray &request, const QByteArray &statusLine, const QByteArray &more = {},
        bool fromDevice = false, const QByteArray &type = {}, const QByteArray &body = {})
    {
        QByteArray out = "SIP/2.0 " + statusLine + "\r\n";
        for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
            const QByteArray head = line.trimmed();
            for (const char *name : {"Via:", "From:", "Call-ID:", "CSeq:"})
                out += head.startsWith(name) ? head + "\r\n" : QByteArray();
            if (head.startsWith("To:"))
                out += head + ";tag=b\r\n";
        }
        out += more + (type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n")
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        return see(out, fromDevice);
    }
    quint64 challenge(const QByteArray &form = "realm=\"3402000000\",algorithm=MD5,nonce=\"n\"")
    {
        return answer(last, "401 Unauthorized", "WWW-Authenticate: Digest " + form + "\r\n");
    }
    static QByteArray credentials(const QByteArray &user = id, const QByteArray &realm = "3402000000",
        const QByteArray &password = "12345678", const QByteArray &uri = "sip:34020000002000000001@3402000000")
    {
        return Site::authorization(user, "n", password, realm, {}, uri);
    }
    /// REGISTER, 401, REGISTER, and what the platform says then.
    void login() { login(Request()); }
    void login(Request r, const QByteArray &end = "200 OK")
    {
        send(r);
        challenge();
        const QByteArray more = r.more;
        r.cseq += 1;
        r.more = more + credentials(r.user);
        send(r);
        answer(last, end, r.contact.isEmpty() ? QByteArray() : "Contact: <" + r.contact + ">\r\n");
    }
    Request beatRequest(
        int sn = 1, const QByteArray &status = "OK", const QByteArray &deviceId = id, const QByteArray &inner = {})
    {
        return {.method = "MESSAGE",
            .callId = "beat" + QByteArray::number(++branches),
            .cseq = 20,
            .more = {},
            .type = "Application/MANSCDP+xml",
            .body = "<?xml version=\"1.0\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>"
                + QByteArray::number(sn) + "</SN>\r\n<DeviceID>" + deviceId + "</DeviceID>\r\n<Status>" + status
                + "</Status>\r\n" + inner + "</Notify>\r\n"};
    }
    void beat(int sn = 1, const QByteArray &end = "200 OK")
    {
        send(beatRequest(sn));
        answer(last, end);
    }
    /// Heartbeats, each so long after the one before.
    void beats(int count, std::chrono::seconds gap = std::chrono::seconds(60))
    {
        for (int i = 0; i < count; ++i) {
            wait(gap);
            beat(i + 1);
        }
    }
    Request manscdp(const QByteArray &root, const QByteArray &command, const QByteArray &inner, int sn = 7)
    {
        return {.method = "MESSAGE",
            .callId = "m" + QByteArray::number(++branches),
            .cseq = 20,
            .more = {},
            .type = "Application/MANSCDP+xml",
            .body = "<?xml version=\"1.0\"?>\r\n<" + root + ">\r\n<CmdType>" + command + "</CmdType>\r\n<SN>"
                + QByteArray::number(sn) + "</SN>\r\n<DeviceID>" + id + "</DeviceID>\r\n" + inner + "</" + root
                + ">\r\n"};
    }
    /// The platform's.
    Request query(Request r)
    {
        r.user = serverId;
        r.to = id;
        r.uri = "sip:34020000001320000001@192.168.1.64:5060";
        r.via = "UDP 192.168.1.15:5060";
        r.contact = {};
        return r;
    }
    Request catalogSubscription()
    {
        Request r = query(manscdp("Query", "Catalog", {}));
        r.method = "SUBSCRIBE";
        r.more = "Event: Catalog;id=7\r\nExpires: 3600\r\n";
        return r;
    }
    void wait(Duration by)
    {
        clock.advance(by);
        analysis.advance(clock.now());
    }
    std::optional<Finding> finding(FindingCode code) const
    {
        for (const Finding &one : analysis.findings().log().all()) {
            if (one.code == code)
                return one;
        }
        return std::nullopt;
    }

    ManualClock clock;
    Analysis analysis;
    Endpoint device = endpoint("192.168.1.64", 5060), platform = endpoint("192.168.1.15", 5060);
    TransportKind transport = TransportKind::Udp;
    Trace trace;
    QByteArray last;
    int branches = 0;
};

} // namespace gb::test
