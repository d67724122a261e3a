#pragma once
#include "core/base/octets.h"
#include "core/message/digest.h"
#include "core/message/headers.h"
#include "core/message/replywriter.h"
#include "core/simulator/simulateddevice.h"

#include "tests/support/manualclock.h"

#include <QtTest>

namespace gb::test {

/// A simulated device and its platform, of which everything is told by hand: what comes is kept, and answered with 200
/// where it is not told otherwise. Time stands still but in wait().
class SimulatedSite : private SimulatedDeviceOwner
{
public:
    static inline const QString deviceId = QStringLiteral("34020000001180000001");
    static inline const QByteArray serverId = "34020000002000000001";
    static inline const Endpoint server{QHostAddress(QStringLiteral("10.0.0.1")), 5060};
    static inline const Endpoint device{QHostAddress(QStringLiteral("10.0.0.9")), 5061};

    explicit SimulatedSite(const DeviceBehaviour &behaviour = {}, const QString &password = QStringLiteral("12345678"))
        : m_device(*this,
            {.id = deviceId,
                .local = device,
                .server = server,
                .serverId = QString::fromLatin1(serverId),
                .domain = QStringLiteral("3402000000"),
                .password = password},
            std::make_shared<const DeviceBehaviour>(behaviour))
    {
    }

    /// What is to be there of a 2022 device.
    static DeviceBehaviour edition2022()
    {
        DeviceBehaviour behaviour;
        behaviour.edition = GbEdition::E2022;
        behaviour.charset = QStringLiteral("GB18030");
        return behaviour;
    }

    void start()
    {
        m_device.start(now());
        settle();
    }
    void stop()
    {
        m_device.stop(now());
        settle();
    }
    /// The last request() once more, octet for octet.
    void repeat() { deliver(m_last); }
    /// Started, and registered.
    SimulatedSite &registered()
    {
        start();
        Q_ASSERT(m_device.isRegistered());
        take();
        return *this;
    }
    TimePoint now() const { return m_clock.now(); }
    /// Time goes on from deadline to deadline.
    void wait(Duration time)
    {
        const TimePoint end = now() + time;
        for (;;) {
            const auto next = m_device.nextDeadline();
            if (!next || *next > end)
                break;
            m_clock.advance(std::max(*next - now(), Duration{0}));
            m_device.advance(now());
            settle();
        }
        m_clock.advance(end - now());
    }

    // What the platform does
    bool answers = true; ///< requests of the device
    int registerStatus = 200;
    int messageStatus = 200;
    bool challenges = true;
    QByteArray date;

    /// A MESSAGE of the platform. Its branch; the same one again is a repeat.
    QByteArray ask(
        const QByteArray &body, const QByteArray &branch = {}, const QByteArray &type = "Application/MANSCDP+xml")
    {
        return request("MESSAGE", body, branch, {}, type);
    }
    QByteArray request(const QByteArray &method, const QByteArray &body, QByteArray branch = {},
        const QByteArray &headers = {}, const QByteArray &type = "Application/MANSCDP+xml",
        const QByteArray &toTag = {}, QByteArray callId = {})
    {
        ++m_requests;
        if (branch.isEmpty())
            branch = "z9hG4bKplatform" + QByteArray::number(m_requests);
        if (callId.isEmpty())
            callId = "platform" + QByteArray::number(m_requests);
        const QByteArray id = deviceId.toLatin1();
        QByteArray text = method + " sip:" + id
            + "@10.0.0.9:5061 SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1:5060;rport;branch=" + branch
            + "\r\nFrom: <sip:" + serverId + "@3402000000>;tag=p1\r\nTo: <sip:" + id + "@3402000000>"
            + (toTag.isEmpty() ? QByteArray() : ";tag=" + toTag) + "\r\nCall-ID: " + callId
            + "\r\nCSeq: " + QByteArray::number(m_requests) + ' ' + method + "\r\nContact: <sip:" + serverId
            + "@10.0.0.1:5060>\r\nMax-Forwards: 70\r\n" + headers;
        if (!body.isEmpty())
            text += "Content-Type: " + type + "\r\n";
        m_last = text + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        deliver(m_last);
        return branch;
    }
    /// Octets to the device, from its server where nobody else is said.
    void deliver(const QByteArray &octets, const Endpoint &from = server)
    {
        const Datagram datagram{.at = now(), .from = from, .to = device, .octets = octets};
        m_device.receive(datagram, scanHead(view(datagram.octets)));
        settle();
    }
    static QByteArray body(const char *root, const QByteArray &cmdType, int sn, const QByteArray &rest = {},
        const QByteArray &id = deviceId.toLatin1())
    {
        return QByteArray("<?xml version=\"1.0\"?>\r\n<") + root + "><CmdType>" + cmdType + "</CmdType><SN>"
            + QByteArray::number(sn) + "</SN><DeviceID>" + id + "</DeviceID>" + rest + "</" + root + ">";
    }

    /// All that came since the last take(), in order.
    QList<QByteArray> take() { return std::exchange(m_came, {}); }
    /// Bodies with that root of the requests among those.
    QList<XmlElement> takeBodies(const QByteArray &root = "Response")
    {
        QList<XmlElement> out;
        for (const QByteArray &octets : take()) {
            const SipHead head = scanHead(view(octets));
            if (head.kind != SipKind::Request || head.body.empty())
                continue;
            const auto element = readXml(bytes(head.body));
            if (element && element->name == QString::fromLatin1(root))
                out.append(*element);
        }
        return out;
    }
    /// Response to a request with that body.
    QList<XmlElement> answersTo(const QByteArray &body)
    {
        take();
        ask(body);
        return takeBodies();
    }
    static int statusOf(const QByteArray &octets)
    {
        const SipHead head = scanHead(view(octets));
        return head.kind == SipKind::Response ? head.status : 0;
    }

    PictureLines *pictures = nullptr; ///< sockets of uploads; without any none is uploaded
    MediaLines *lines = nullptr;      ///< sockets of streams; of none an INVITE gets 488
    SimulatedDevice &sim() { return m_device; }
    ManualClock &clock() { return m_clock; }
    QList<DeviceHappening> news;
    int count(DeviceHappening::Kind kind) const
    {
        return static_cast<int>(
            std::count_if(news.begin(), news.end(), [kind](const DeviceHappening &one) { return one.kind == kind; }));
    }

private:
    bool send(const Endpoint &to, TransportKind, const QByteArray &octets) override
    {
        [&] { QCOMPARE(to.address, server.address); }();
        m_came.append(octets);
        m_unanswered.append(octets);
        return true;
    }
    void happened(const DeviceHappening &one) override { news.append(one); }
    MediaLines *mediaLines() override { return lines; }
    PictureLines *pictureLines() override { return pictures; }

    /// Answers what waits, and what comes because of that.
    void settle()
    {
        for (int round = 0; round < 2000 && !m_unanswered.isEmpty(); ++round) {
            const QByteArray octets = m_unanswered.takeFirst();
            const SipHead head = scanHead(view(octets));
            if (head.kind != SipKind::Request || !answers || head.method == SipMethod::Ack)
                continue;
            const bool enrolls = head.method == SipMethod::Register;
            const bool challenge = enrolls && challenges && head.authorization.empty();
            int status = enrolls ? challenge ? 401 : registerStatus : messageStatus;
            if (enrolls && !challenge && challenges && !rightDigest(head))
                status = 403;
            QByteArray headers = challenge
                ? QByteArray("WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"n1\",algorithm=MD5\r\n")
                : QByteArray();
            if (enrolls && !date.isEmpty())
                headers += "Date: " + date + "\r\n";
            const Datagram datagram{.at = now(),
                .from = server,
                .to = device,
                .octets = writeReply(head, device, {.status = status, .toTag = "pt", .headers = headers})};
            m_device.receive(datagram, scanHead(view(datagram.octets)));
        }
        m_unanswered.clear();
    }
    static bool rightDigest(const SipHead &head)
    {
        const DigestCredentials credentials = parseCredentials(head.authorization);
        const QByteArray right = digestResponse(
            credentials, "REGISTER", std::string_view("12345678"), DigestFormula::Rfc2069);
        return sameDigest(credentials.response, view(right));
    }

    ManualClock m_clock;
    SimulatedDevice m_device;
    QList<QByteArray> m_came, m_unanswered;
    QByteArray m_last;
    int m_requests = 0;
};

} // namespace gb::test
