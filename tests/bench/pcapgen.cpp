// Writes a capture of a site: registrations with digest, keepalives and, now and then, a call whose INVITE was captured
// several times. Usage: pcapgen FILE MESSAGES DEVICES
#include "core/capture/pcapngwriter.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

using namespace gb;

namespace {

const QByteArray platform = "34020000002000000001", domain = "3402000000";
const Endpoint server{IpAddress(0x0a000001), 5060};

class Site
{
public:
    Site(QFile &file, qint64 messages)
        : m_file(file)
        , m_wanted(messages)
    {
        m_file.write(PcapWriter::fileHeader());
    }

    bool done() const { return m_written >= m_wanted; }

    void login(quint32 device)
    {
        const Exchange plain = request(device, "REGISTER", true);
        send(device, true, plain.request + "Expires: 3600\r\nContent-Length: 0\r\n\r\n");
        send(device, false,
            answer(plain, "401 Unauthorized",
                "WWW-Authenticate: Digest realm=\"3402000000\", nonce=\"6f2b1c0e9d8a7f6e5d4c3b2a19080706\", "
                "algorithm=MD5\r\n"));
        const Exchange credentials = request(device, "REGISTER", true);
        send(device, true,
            credentials.request + "Authorization: Digest username=\"" + id(device)
                + "\", realm=\"3402000000\", nonce=\"6f2b1c0e9d8a7f6e5d4c3b2a19080706\", uri=\"sip:" + platform + '@'
                + domain
                + "\", response=\"0123456789abcdef0123456789abcdef\", algorithm=MD5\r\nExpires: "
                  "3600\r\nContent-Length: 0\r\n\r\n");
        send(device, false, answer(credentials, "200 OK", "Expires: 3600\r\nDate: 2026-01-02T03:04:05.678\r\n"));
    }

    void beat(quint32 device)
    {
        const Exchange exchange = request(device, "MESSAGE", true);
        const QByteArray body = "<?xml version=\"1.0\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>"
            + QByteArray::number(m_sequence) + "</SN>\r\n<DeviceID>" + id(device)
            + "</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n";
        send(device, true,
            exchange.request + "Content-Type: Application/MANSCDP+xml\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        send(device, false, answer(exchange, "200 OK"));
    }

    void call(quint32 device, int copies)
    {
        const QByteArray offer = "v=0\r\no=" + id(device)
            + " 0 0 IN IP4 10.0.0.1\r\ns=Play\r\nc=IN IP4 10.0.0.1\r\nt=0 0\r\nm=video 30000 RTP/AVP "
              "96\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\ny=0100000001\r\n";
        const QByteArray described = "Content-Type: application/sdp\r\nContent-Length: "
            + QByteArray::number(offer.size()) + "\r\n\r\n" + offer;
        const Exchange invite = request(device, "INVITE", false);
        for (int copy = 0; copy < copies; ++copy)
            send(device, false, invite.request + described);
        send(device, true, answer(invite, "100 Trying"));
        send(device, true, reply(invite, "200 OK") + described);
        send(device, false,
            QByteArray(invite.request).replace("INVITE", "ACK").replace("branch=z9hG4bK", "branch=z9hG4bKa")
                + "Content-Length: 0\r\n\r\n");
        const QByteArray bye = QByteArray(invite.request)
                                   .replace("INVITE", "BYE")
                                   .replace("branch=z9hG4bK", "branch=z9hG4bKb")
                                   .replace("CSeq: ", "CSeq: 9");
        send(device, false, bye + "Content-Length: 0\r\n\r\n");
        send(device, true,
            answer({bye,
                       QByteArray(invite.common)
                           .replace("INVITE", "BYE")
                           .replace("branch=z9hG4bK", "branch=z9hG4bKb")
                           .replace("CSeq: ", "CSeq: 9")},
                "200 OK"));
    }

private:
    struct Exchange
    {
        QByteArray request; ///< without its end
        QByteArray common;  ///< lines that its answer repeats
    };

    static QByteArray id(quint32 device) { return "3402000000132" + QByteArray::number(device).rightJustified(7, '0'); }
    static Endpoint camera(quint32 device) { return {IpAddress(0x0a010000 + device), 5060}; }

    Exchange request(quint32 device, const char *method, bool fromDevice)
    {
        const QByteArray n = QByteArray::number(++m_sequence), here = fromDevice ? id(device) : platform,
                         there = fromDevice && qstrcmp(method, "REGISTER") == 0 ? here
            : fromDevice                                                        ? platform
                                                                                : id(device);
        const QByteArray address = (fromDevice ? camera(device) : server).text().toLatin1();
        const QByteArray common = "Via: SIP/2.0/UDP " + address + ";rport;branch=z9hG4bK" + n + "\r\nFrom: <sip:" + here
            + '@' + domain + ">;tag=" + n + "\r\nTo: <sip:" + there + '@' + domain + ">\r\nCall-ID: " + n + '@'
            + address + "\r\nCSeq: " + n.right(5) + ' ' + method + "\r\n";
        return {method + QByteArray(" sip:") + (fromDevice ? platform : id(device)) + '@' + domain + " SIP/2.0\r\n"
                + common + "Contact: <sip:" + here + '@' + address
                + ">\r\nMax-Forwards: 70\r\nUser-Agent: IP Camera\r\n",
            common};
    }
    static QByteArray reply(const Exchange &to, const char *status)
    {
        return "SIP/2.0 " + QByteArray(status) + "\r\n"
            + QByteArray(to.common).replace("\r\nCall-ID", ";tag=as7c0de\r\nCall-ID") + "User-Agent: platform\r\n";
    }
    static QByteArray answer(const Exchange &to, const char *status, const QByteArray &lines = {})
    {
        return reply(to, status) + lines + "Content-Length: 0\r\n\r\n";
    }

    void send(quint32 device, bool fromDevice, const QByteArray &octets)
    {
        m_at += std::chrono::microseconds(2600); // 385 a second: of ten thousand devices each beats once a minute, so
                                                 // that the bench has a site where nothing is wrong
        m_file.write(PcapWriter::packet({.at = m_at,
            .from = fromDevice ? camera(device) : server,
            .to = fromDevice ? server : camera(device),
            .octets = octets}));
        ++m_written;
    }

    QFile &m_file;
    const qint64 m_wanted;
    qint64 m_written = 0;
    quint32 m_sequence = 0;
    TimePoint m_at = TimePoint(std::chrono::seconds(1'767'225'600));
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::fprintf(stderr, "Usage: pcapgen FILE MESSAGES DEVICES\n");
        return 2;
    }
    QFile file(QString::fromLocal8Bit(argv[1]));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    Site site(file, std::atoll(argv[2]));
    const auto devices = static_cast<quint32>(std::max(1, std::atoi(argv[3])));
    std::srand(1);
    for (quint32 turn = 0; !site.done(); ++turn) {
        const quint32 device = turn % devices;
        if (turn / devices % 60 == 0)
            site.login(device);
        site.beat(device);
        if (std::rand() % 25 == 0)
            site.call(device, 1 + std::rand() % 4);
    }
    return file.flush() ? 0 : 1;
}
