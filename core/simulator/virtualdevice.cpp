#include "core/simulator/virtualdevice.h"

#include "core/devices/registrationreason.h"
#include "core/message/digest.h"
#include "core/message/headers.h"
#include "core/message/replywriter.h"

#include <QRandomGenerator>

namespace gb {
namespace {

constexpr int beatsBeforeSilence = 4;

} // namespace

VirtualDevice::VirtualDevice(VirtualDeviceConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_socket(this)
    , m_timer(this)
    , m_branch(QRandomGenerator::global()->generate64())
    , m_interval(m_config.interval)
    , m_count(m_config.timeoutCount)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_socket, &QUdpSocket::readyRead, this, &VirtualDevice::receive);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_registered)
            beat();
        else
            sendRegister({});
    });
}

bool VirtualDevice::start()
{
    if (!m_socket.bind(m_config.address, 0, QAbstractSocket::DontShareAddress))
        return false;
    m_callId = QByteArray::number(QRandomGenerator::global()->bounded(1'000'000'000));
    m_beatCallId = QByteArray::number(QRandomGenerator::global()->bounded(1'000'000'000));
    m_tag = QByteArray::number(QRandomGenerator::global()->bounded(1'000'000'000));
    sendRegister({});
    return true;
}

void VirtualDevice::stop()
{
    m_timer.stop();
    if (!m_registered)
        return;
    m_registered = false;
    m_expires = 0;
    sendRegister({});
}

QByteArray VirtualDevice::head(const QByteArray &method, int cseq, const QByteArray &callId)
{
    const QByteArray id = m_config.id.toLatin1(), server = m_config.serverId.toLatin1(),
                     domain = m_config.domain.toLatin1();
    const QByteArray here = m_socket.localAddress().toString().toLatin1() + ':'
        + QByteArray::number(m_socket.localPort());
    QByteArray out = method + " sip:" + server + '@' + domain + " SIP/2.0\r\n";
    out += "Via: SIP/2.0/UDP " + here + ";rport;branch=z9hG4bK" + QByteArray::number(++m_branch, 36) + "\r\n";
    out += "From: <sip:" + id + '@' + domain + ">;tag=" + m_tag + "\r\n";
    out += "To: <sip:" + (method == "REGISTER" ? id : server) + '@' + domain + ">\r\n";
    out += "Call-ID: " + callId + "\r\nCSeq: " + QByteArray::number(cseq) + ' ' + method + "\r\n";
    if (method == "REGISTER")
        out += "Contact: <sip:" + id + '@' + here + ">\r\n";
    return out + "Max-Forwards: 70\r\nUser-Agent: " + m_config.userAgent.toLatin1() + "\r\n";
}

void VirtualDevice::sendRegister(const QByteArray &authorization)
{
    m_tried = !authorization.isEmpty();
    send(head("REGISTER", ++m_cseq, m_callId) + authorization + "Expires: " + QByteArray::number(m_expires)
        + "\r\nContent-Length: 0\r\n\r\n");
    m_timer.start(2 * m_interval); // where no answer comes it tries again
}

QByteArray VirtualDevice::messageText(const QByteArray &body, const QByteArray &callId, int cseq)
{
    return head("MESSAGE", cseq, callId) + "Content-Type: Application/MANSCDP+xml\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void VirtualDevice::beat()
{
    if (m_unanswered >= m_count && m_config.behaviour != Behaviour::Stubborn) { // GB/T 28181-2022 9.6
        m_unanswered = 0;
        m_registered = false;
        m_callId = QByteArray::number(QRandomGenerator::global()->bounded(1'000'000'000));
        return sendRegister({});
    }
    ++m_unanswered;
    ++m_sn;
    const QByteArray body
        = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>"
        + QByteArray::number(m_sn) + "</SN>\r\n<DeviceID>" + m_config.id.toLatin1()
        + "</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n";
    const QByteArray message = messageText(body, m_beatCallId, 19 + m_sn);
    send(message);
    if (m_config.behaviour == Behaviour::Impatient && m_sn % 3 == 0)
        QTimer::singleShot(500, this, [this, message] { send(message); }); // T1, as if the answer had been lost
    if (m_config.behaviour != Behaviour::GoesSilent || m_sn < beatsBeforeSilence)
        m_timer.start(nextGap());
}

std::chrono::milliseconds VirtualDevice::nextGap() const
{
    return m_config.behaviour == Behaviour::Unsteady && m_sn % 4 == 3 ? m_interval * 3 / 2 : m_interval;
}

void VirtualDevice::send(const QByteArray &message)
{
    m_socket.writeDatagram(message, m_config.server.address, m_config.server.port);
}

void VirtualDevice::receive()
{
    QByteArray buffer(65536, Qt::Uninitialized);
    for (;;) {
        Endpoint from;
        QHostAddress sender;
        const qint64 size = m_socket.readDatagram(buffer.data(), buffer.size(), &sender, &from.port);
        if (size < 0)
            return;
        from.address = sender;
        const SipHead head = scanHead(view(buffer).substr(0, static_cast<std::size_t>(size)));
        if (from == m_config.server && head.kind == SipKind::Response && head.method == SipMethod::Register
            && head.cseq == static_cast<std::uint32_t>(m_cseq))
            answered(head);
        else if (from == m_config.server && head.kind == SipKind::Response && head.method == SipMethod::Message)
            m_unanswered = 0;
        else if (from == m_config.server && head.method == SipMethod::Message && head.answerable())
            asked(head, from);
    }
}

/// A request of the platform: answered, and once with the Response that it is owed.
void VirtualDevice::asked(const SipHead &head, const Endpoint &from)
{
    send(writeReply(head, from, {.status = 200, .toTag = m_tag}));
    const QByteArray branch = bytes(head.via.branch);
    if (std::exchange(m_lastBranch, branch) == branch)
        return;
    const ConfigBody body = readConfigBody(bytes(head.body));
    const Manscdp &envelope = body.envelope;
    const bool set = envelope.cmdType == u"DeviceConfig";
    if (envelope.broken() || !envelope.sn || (!set && envelope.cmdType != u"ConfigDownload"))
        return;
    if (set)
        obey(body.values);
    const QByteArray response = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response>\r\n<CmdType>"
        + envelope.cmdType.toLatin1() + "</CmdType>\r\n<SN>" + QByteArray::number(*envelope.sn) + "</SN>\r\n<DeviceID>"
        + m_config.id.toLatin1() + "</DeviceID>\r\n<Result>OK</Result>\r\n" + (set ? QByteArray() : basicParam())
        + "</Response>\r\n";
    send(messageText(response, QByteArray::number(QRandomGenerator::global()->bounded(1'000'000'000)), 20));
}

/// From the next heartbeat on: the timer that runs is left alone, as in cameras.
void VirtualDevice::obey(const BasicParam &values)
{
    if (m_config.behaviour == Behaviour::Stubborn)
        return;
    if (values.interval)
        m_interval = std::chrono::seconds(*values.interval);
    m_count = values.count.value_or(m_count);
    if (!values.expiration || *values.expiration == m_expires || !m_registered)
        return;
    m_expires = *values.expiration;
    QTimer::singleShot(0, this, [this] { sendRegister({}); }); // behind the Response
}

QByteArray VirtualDevice::basicParam() const
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_interval).count();
    return "<BasicParam>\r\n<Name>" + m_config.id.toLatin1() + "</Name>\r\n<Expiration>" + QByteArray::number(m_expires)
        + "</Expiration>\r\n<HeartBeatInterval>" + QByteArray::number(seconds)
        + "</HeartBeatInterval>\r\n<HeartBeatCount>" + QByteArray::number(m_count)
        + "</HeartBeatCount>\r\n</BasicParam>\r\n";
}

void VirtualDevice::answered(const SipHead &head)
{
    if (head.status == 401 && (!m_tried || isStale(head)))
        return sendRegister(credentials(head));
    if (head.status >= 300) {
        emit refused(head.status);
        m_timer.start(3 * m_interval);
        return;
    }
    if (head.status < 200 || m_expires == 0)
        return;
    m_registered = true;
    emit registered();
    m_timer.start(m_interval / 5); // the first heartbeat follows the registration
}

QByteArray VirtualDevice::credentials(const SipHead &challenge) const
{
    const QByteArray uri = "sip:" + m_config.serverId.toLatin1() + '@' + m_config.domain.toLatin1();
    const QByteArray line = "Digest username=\"" + m_config.id.toLatin1() + "\",realm=\""
        + bytes(challengeParameter(challenge, "realm")) + "\",nonce=\"" + bytes(challengeParameter(challenge, "nonce"))
        + "\",uri=\"" + uri + '"';
    const QByteArray password = m_config.behaviour == Behaviour::WrongPassword ? QByteArrayLiteral("admin12345")
                                                                               : m_config.password.toUtf8();
    return "Authorization: " + line + ",response=\""
        + digestResponse(parseCredentials(view(line)), "REGISTER", view(password), DigestFormula::Rfc2069)
        + "\",algorithm=MD5\r\n";
}

} // namespace gb
