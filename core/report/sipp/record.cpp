#include "core/report/sipp/record.h"

#include <QSet>

#include <algorithm>

namespace gb::sipp {
namespace {

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Fit to stand in a regular expression and in an attribute.
QByteArray plainWord(const QString &text)
{
    const auto isPlain = [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); };
    return text.size() <= 40 && std::all_of(text.begin(), text.end(), isPlain) ? text.toLatin1() : QByteArray();
}

/// 1: devices send it, -1: platforms do; 0: either.
int roleOf(const Message &message)
{
    if (!message.request)
        return 0;
    switch (message.method) {
    case SipMethod::Register:
    case SipMethod::Notify: return 1;
    case SipMethod::Invite:
    case SipMethod::Subscribe: return -1;
    case SipMethod::Message: break;
    default: return 0;
    }
    switch (message.root) {
    case ManscdpRoot::Notify:
    case ManscdpRoot::Response: return 1;
    case ManscdpRoot::Query:
    case ManscdpRoot::Control: return -1;
    case ManscdpRoot::None: break;
    }
    return 0;
}

} // namespace

void Record::take(const CleanMessage &clean)
{
    if (clean.summary.repeatOf != 0)
        return leave(Left::Repeats);
    const QByteArray &octets = clean.datagram.octets;
    if (m_taken.size() >= capacity || octets.size() > mostOfMessage || m_octets + octets.size() > mostOctets)
        return leave(Left::TooMany);
    const SipHead head = scanHead({octets.constData(), static_cast<std::size_t>(octets.size())});
    if (head.kind != SipKind::Request && head.kind != SipKind::Response)
        return leave(Left::NoSip);
    Message message{.number = clean.summary.number,
        .at = clean.datagram.at,
        .from = clean.datagram.from,
        .to = clean.datagram.to,
        .octets = octets,
        .callId = bytes(head.callId),
        .fromUser = bytes(head.from.uri.user),
        .request = head.kind == SipKind::Request,
        .authorized = !head.authorization.empty(),
        .toTag = !head.to.tag.empty(),
        .method = head.method,
        .methodText = bytes(head.kind == SipKind::Request ? head.methodText : head.cseqMethod),
        .status = head.status,
        .cseq = head.cseq,
        .label = arrowLabel(clean.summary)};
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const bool named = !message.methodText.isEmpty() && message.methodText.size() <= 20
        && std::all_of(message.methodText.begin(), message.methodText.end(), isLetter);
    if (!named || message.callId.isEmpty() || head.fromLine.empty() || head.toLine.empty() || head.cseqLine.empty()
        || (message.request ? head.requestUri.text.empty() : message.status == 0))
        return leave(Left::Unreadable);
    if (message.request && !head.body.empty()) {
        const Manscdp body = parseManscdp(bytes(head.body));
        message.root = body.broken() ? ManscdpRoot::None : body.root;
        message.command = plainWord(body.cmdType);
        message.sn = body.sn.value_or(-1);
    }
    m_octets += octets.size();
    m_tcp |= clean.datagram.transport == TransportKind::Tcp;
    m_taken.append({message, clean.summary.device.toString().toUtf8()});
}

void Record::finish()
{
    keepDevice();
    findSides();
    findPlatform();
}

void Record::keepDevice()
{
    const auto first = [this](bool registers) {
        return std::find_if(m_taken.cbegin(), m_taken.cend(), [registers](const Taken &one) {
            return !one.device.isEmpty() && (!registers || one.message.method == SipMethod::Register);
        });
    };
    auto chosen = first(true);
    if (chosen == m_taken.cend())
        chosen = first(false);
    if (chosen != m_taken.cend())
        m_device = chosen->device;
    for (const Taken &one : std::as_const(m_taken)) {
        if (one.device.isEmpty() || one.device == m_device)
            m_messages.append(one.message);
        else
            leave(Left::OfOthers);
    }
    m_taken.clear();
}

/// By what only one side sends; an end that never did, by the address of one that did.
void Record::findSides()
{
    QHash<QString, int> ends, addresses; ///< over 0: of the device
    const auto said = [this](const Message &message) {
        const int role = roleOf(message);
        return role == 0 && message.request && !m_device.isEmpty() && message.fromUser == m_device ? 1 : role;
    };
    for (const Message &message : std::as_const(m_messages)) {
        const int role = said(message);
        ends[message.from.text()] += role;
        ends[message.to.text()] -= role;
        if (message.from.address != message.to.address) {
            addresses[message.from.address.toString()] += role;
            addresses[message.to.address.toString()] -= role;
        }
    }
    const auto sideOf = [&](const Message &message) {
        if (const int role = said(message); role != 0)
            return role;
        if (const int side = ends.value(message.from.text()) - ends.value(message.to.text()); side != 0)
            return side;
        return addresses.value(message.from.address.toString()) - addresses.value(message.to.address.toString());
    };
    QList<Message> known;
    for (Message &message : m_messages) {
        const int side = sideOf(message);
        message.ofDevice = side > 0;
        if (side == 0)
            leave(Left::WhoseIsUnknown);
        else
            known.append(message);
    }
    m_messages = known;
}

void Record::findPlatform()
{
    for (const Message &message : std::as_const(m_messages)) {
        if (!message.request)
            continue;
        const SipHead head = scanHead({message.octets.constData(), static_cast<std::size_t>(message.octets.size())});
        const QByteArray id = bytes(message.ofDevice ? head.requestUri.user : head.from.uri.user);
        if (!id.isEmpty() && id != m_device) {
            m_platform = id;
            return;
        }
    }
}

} // namespace gb::sipp
