#include "core/flow/trace.h"

#include "core/flow/commandtext.h"
#include "core/message/deviceid.h"
#include "core/message/sdp.h"

#include <QCryptographicHash>

namespace gb {

QString arrowLabel(const MessageSummary &m)
{
    switch (m.kind) {
    case SipKind::NatKeepalive: return QStringLiteral("CRLF");
    case SipKind::NotSip: return QStringLiteral("?");
    case SipKind::Response: {
        const QString status = m.status == 0 ? QStringLiteral("???") : QString::number(m.status);
        // A REGISTER and its answer stand side by side; any other answer says what it answers.
        return m.method == SipMethod::Register || m.methodText.isEmpty() ? status
                                                                         : status + u" (" + m.methodText + u')';
    }
    case SipKind::Request: break;
    }
    QString label = m.methodText;
    if (m.method == SipMethod::Register && m.authorized)
        label += QStringLiteral(" +auth");
    if (!m.command.isEmpty())
        label += QStringLiteral(" \u00b7 ") + m.command;
    if (m.sn && m.method == SipMethod::Invite)
        label += QStringLiteral(" SSRC %1").arg(*m.sn, 10, 10, QLatin1Char('0'));
    else if (m.sn)
        label += QStringLiteral(" SN ") + QString::number(*m.sn);
    return label;
}

/// The methods that fill a record share their texts: a million summaries hold no million strings.
static QString methodText(SipMethod method, std::string_view text)
{
    static const QString common[] = {QStringLiteral("REGISTER"), QStringLiteral("MESSAGE"), QStringLiteral("INVITE"),
        QStringLiteral("ACK"), QStringLiteral("BYE")};
    const auto index = static_cast<std::size_t>(method) - static_cast<std::size_t>(SipMethod::Register);
    return index < std::size(common) ? common[index] : printable(text, 32);
}

MessageSummary summarise(const Trace &trace)
{
    MessageSummary m;
    summarise(trace, m);
    return m;
}

void summarise(const Trace &trace, MessageSummary &m)
{
    const SipHead &head = trace.head;
    m.number = trace.number;
    m.at = trace.datagram.at;
    m.from = trace.datagram.from;
    m.to = trace.datagram.to;
    m.transport = trace.datagram.transport;
    m.direction = trace.datagram.direction;
    m.kind = head.kind;
    m.method = head.method;
    m.authorized = !head.authorization.empty();
    m.status = static_cast<quint16>(head.status);
    m.faults = head.faults;
    m.octets = static_cast<quint32>(trace.datagram.octets.size());
    m.repeatOf = trace.repeatOf;
    m.copy = trace.copy;
    m.answers = trace.answers;
    m.methodText = methodText(head.method, head.kind == SipKind::Response ? head.cseqMethod : head.methodText);
    if (!trace.body && m.method == SipMethod::Invite && trace.isRequest() && !head.body.empty()) {
        const Sdp sdp = readSdp(head.body);
        m.command = offerText(sdp);
        m.sn = sdp.ssrcNumber;
    } else {
        m.command = commandText(trace);
        if (trace.body)
            m.sn = trace.body->sn;
    }
    m.device = trace.device;
    bool plain = head.callId.size() <= 128;
    for (const char c : head.callId)
        plain &= c > ' ' && c <= '~'; // without a branch for each
    if (plain)
        m.callId = SmallText::fromUtf8(head.callId);
    else
        m.callId = callIdText(head.callId);
}

QString callIdText(std::string_view callId)
{
    constexpr qsizetype most = 128;
    if (static_cast<qsizetype>(callId.size()) <= most)
        return printable(callId, most);
    const QByteArray octets(callId.data(), static_cast<qsizetype>(callId.size()));
    const QByteArray hash = QCryptographicHash::hash(octets, QCryptographicHash::Sha1).left(8).toHex();
    return printable(callId, most - hash.size()) + QString::fromLatin1(hash);
}

QString methodName(std::string_view text)
{
    return printable(text, 32);
}

} // namespace gb
