#pragma once
#include "tests/support/answers.h"
#include "tests/support/habits.h"
#include "tests/support/site.h"

#include <QDateTime>

#include <algorithm>

/// What a device of a fleet writes, by its habit, and what its platform writes to it.
namespace gb::test {

/// The two ends of a fleet's messages, and numbers that are used once.
struct FleetNet
{
    static inline const QByteArray serverId = "34020000002000000001", domain = "3402000000", password = "12345678";
    static constexpr quint16 sipPort = 5060;

    Endpoint server;
    bool tcp = false;
    quint64 branches = 0, calls = 100'000'000;

    QByteArray via(const QByteArray &host)
    {
        return "Via: SIP/2.0/" + QByteArray(tcp ? "TCP " : "UDP ") + host + ";rport;branch=z9hG4bK"
            + QByteArray::number(++branches);
    }
    QByteArray serverHost() const { return server.text().toLatin1(); }
};

struct FleetDevice
{
    const Habit *habit = nullptr;
    QByteArray id;
    Endpoint at;
    int life = 0; ///< how often it started again
    QByteArray callId, tag;
    QByteArray realm, nonce; ///< of the last challenge
    bool qop = false;
    int uses = 0; ///< of that nonce
    int cseq = 0, sn = 0, asked = 0;
    TimePoint firstBeat{};
    qint64 beat = 0; ///< since firstBeat
    QByteArray invite;

    QByteArray address() const { return at.address.toString().toLatin1(); }
    QByteArray contactHost() const { return Endpoint{at.address, FleetNet::sipPort}.text().toLatin1(); }
    /// Behind a number that it makes for a Call-ID.
    QByteArray callSuffix() const { return habit->localCall ? '@' + address() : QByteArray(); }
    QByteArray host(const FleetNet &net, bool own) const
    {
        switch (habit->host) {
        case Habit::Host::Domain: break;
        case Habit::Host::OwnAddress: return own ? contactHost() : net.serverHost();
        case Habit::Host::Cloud: return net.domain + ".spvmn.cn";
        }
        return net.domain;
    }
    QByteArray uri(const FleetNet &net) const { return "sip:" + net.serverId + '@' + host(net, false); }

    struct Request
    {
        QByteArray method, to, callId, tag;
        int cseq = 20;
        QByteArrayList more; ///< lines
        QByteArray body;
    };
    /// The lines in the order of its habit.
    QByteArray text(FleetNet &net, const Request &r) const
    {
        QByteArrayList lines{net.via(contactHost()), "From: <sip:" + id + '@' + host(net, true) + ">;tag=" + r.tag,
            "To: <sip:" + r.to + '@' + host(net, r.to == id) + '>', "Call-ID: " + r.callId,
            "CSeq: " + QByteArray::number(r.cseq) + ' ' + r.method, "Max-Forwards: 70",
            "User-Agent: " + QByteArray(habit->userAgent)};
        lines += r.more;
        lines += "Content-Length:" + QByteArray(habit->lengthBlanks) + QByteArray::number(r.body.size());
        if (habit->alphabetical)
            std::sort(
                lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.toLower() < b.toLower(); });
        return r.method + ' ' + uri(net) + " SIP/2.0\r\n" + lines.join("\r\n") + "\r\n\r\n" + r.body;
    }
    QByteArray registerText(FleetNet &net)
    {
        QByteArrayList more{
            "Contact: <sip:" + id + '@' + contactHost() + '>', "Expires: " + QByteArray::number(habit->expires)};
        if (habit->route)
            more += "Route: <sip:" + id + '@' + net.serverHost() + ";lr>";
        if (habit->version)
            more += "X-GB-Ver: 3.0";
        if (!nonce.isEmpty()) {
            const QByteArray count = QByteArray::number(++uses, 16).rightJustified(8, '0'),
                             part = qop ? ",qop=auth,nc=" + count + ",cnonce=\"0a4f113b\"" : QByteArray();
            more += Site::authorization(id, nonce, net.password, realm, part, uri(net)).trimmed();
        }
        return text(net, {.method = "REGISTER", .to = id, .callId = callId, .tag = tag, .cseq = ++cseq, .more = more});
    }
    void challenged(const QByteArray &answer)
    {
        nonce = Site::nonceOf(answer);
        realm = answer.mid(answer.indexOf("realm=\"") + 7);
        realm.truncate(realm.indexOf('"'));
        qop = answer.contains("qop=");
        uses = 0;
    }

    QByteArray manscdp(const QByteArray &root, const QByteArray &command, int number, const QByteArrayList &inner) const
    {
        const QByteArray end = habit->lineEnd, indent = habit->indent;
        QByteArray out = habit->prolog + end + '<' + root + '>' + end;
        const QByteArrayList all = QByteArrayList{"<CmdType>" + command + "</CmdType>",
                                       "<SN>" + QByteArray::number(number) + "</SN>", "<DeviceID>" + id + "</DeviceID>"}
            + inner;
        for (const QByteArray &line : all)
            out += indent + line + end;
        return out + (command == "Keepalive" ? habit->info : "") + "</" + root + '>' + end;
    }
    /// A channel of its catalog.
    QByteArrayList item(int channel) const
    {
        const QByteArray other = QByteArray(id).replace(10, 3, "131").replace(13, 1, QByteArray::number(channel));
        QByteArrayList lines{"<Item>",
            "<DeviceID>" + (habit->catalog == Habit::Catalog::Itself ? id : other) + "</DeviceID>",
            "<Name>Camera 01</Name>", "<Manufacturer>Manufacturer</Manufacturer>", "<Model>Camera</Model>",
            "<Owner>Owner</Owner>", "<CivilCode>CivilCode</CivilCode>", "<Address>Address</Address>",
            "<Parental>0</Parental>"};
        if (habit->catalog != Habit::Catalog::Recorder)
            lines += "<ParentID>" + (habit->catalog == Habit::Catalog::Hikvision ? FleetNet::serverId : id)
                + "</ParentID>";
        lines += {"<SafetyWay>0</SafetyWay>", "<RegisterWay>1</RegisterWay>", "<Secrecy>0</Secrecy>",
            channel == 1 ? "<Status>OFF</Status>" : "<Status>ON</Status>"};
        if (habit->catalog == Habit::Catalog::Dahua)
            lines += {"<Info>", "<PTZType>3</PTZType>", "<DownloadSpeed>1/2/4/8</DownloadSpeed>", "</Info>"};
        return lines + QByteArrayList{"</Item>"};
    }

    /// A request of the platform to it.
    QByteArray requestTo(FleetNet &net, Request r) const
    {
        const QByteArrayList lines{net.via(net.serverHost()),
            "From: <sip:" + net.serverId + '@' + net.domain + ">;tag=p",
            "To: <sip:" + id + '@' + net.domain + '>' + r.tag, "Call-ID: " + r.callId,
            "CSeq: " + QByteArray::number(r.cseq) + ' ' + r.method, "Max-Forwards: 70"};
        return r.method + " sip:" + id + '@' + at.text().toLatin1() + " SIP/2.0\r\n" + (lines + r.more).join("\r\n")
            + "\r\nContent-Length: " + QByteArray::number(r.body.size()) + "\r\n\r\n" + r.body;
    }
};

} // namespace gb::test
