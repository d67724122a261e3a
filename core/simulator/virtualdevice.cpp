#include "core/simulator/virtualdevice.h"

#include "core/devices/registrationreason.h"
#include "core/sip/digest.h"

#include <QRandomGenerator>

namespace gb {
namespace {

constexpr int beatsBeforeSilence = 4;

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

QByteArray octets(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

VirtualDevice::VirtualDevice(VirtualDeviceConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_socket(this)
    , m_timer(this)
    , m_branch(QRandomGenerator::global()->generate64())
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
    const QByteArray id = m_config.id.toLatin1(), server = m_config.serverId.toLatin1(), domain = m_config.domain.toLatin1();
    const QByteArray here = m_socket.localAddress().toString().toLatin1() + ':' + QByteArray::number(m_socket.localPort());
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
    send(head("REGISTER", ++m_cseq, m_callId) + authorization + "Expires: " + QByteArray::number(m_expires) + "\r\nContent-Length: 0\r\n\r\n");
    m_timer.start(2 * m_config.interval); // where no answer comes it tries again
}

void VirtualDevice::beat()
{
    ++m_sn;
    const QByteArray body = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>" + QByteArray::number(m_sn) + "</SN>\r\n<DeviceID>"
        + m_config.id.toLatin1() + "</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n";
    const QByteArray message = head("MESSAGE", 19 + m_sn, m_beatCallId) + "Content-Type: Application/MANSCDP+xml\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    send(message);
    if (m_config.behaviour == Behaviour::Impatient && m_sn % 3 == 0)
        QTimer::singleShot(500, this, [this, message] { send(message); }); // T1, as if the answer had been lost
    if (m_config.behaviour != Behaviour::GoesSilent || m_sn < beatsBeforeSilence)
        m_timer.start(nextGap());
}

std::chrono::milliseconds VirtualDevice::nextGap() const
{
    return m_config.behaviour == Behaviour::Unsteady && m_sn % 4 == 3 ? m_config.interval * 3 / 2 : m_config.interval;
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
        if (from == m_config.server && head.kind == SipKind::Response && head.method == SipMethod::Register && head.cseq == static_cast<std::uint32_t>(m_cseq))
            answered(head);
    }
}

void VirtualDevice::answered(const SipHead &head)
{
    if (head.status == 401 && (!m_tried || isStale(head)))
        return sendRegister(credentials(head));
    if (head.status >= 300) {
        emit refused(head.status);
        m_timer.start(3 * m_config.interval);
        return;
    }
    if (head.status < 200 || m_expires == 0)
        return;
    m_registered = true;
    emit registered();
    m_timer.start(m_config.interval / 5); // the first heartbeat follows the registration
}

QByteArray VirtualDevice::credentials(const SipHead &challenge) const
{
    const QByteArray uri = "sip:" + m_config.serverId.toLatin1() + '@' + m_config.domain.toLatin1();
    const QByteArray line = "Digest username=\"" + m_config.id.toLatin1() + "\",realm=\"" + octets(challengeParameter(challenge, "realm")) + "\",nonce=\""
        + octets(challengeParameter(challenge, "nonce")) + "\",uri=\"" + uri + '"';
    const QByteArray password = m_config.behaviour == Behaviour::WrongPassword ? QByteArrayLiteral("admin12345") : m_config.password.toUtf8();
    return "Authorization: " + line + ",response=\"" + digestResponse(parseCredentials(view(line)), "REGISTER", view(password), DigestFormula::Rfc2069) + "\",algorithm=MD5\r\n";
}

} // namespace gb
