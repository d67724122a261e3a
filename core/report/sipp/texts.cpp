#include "core/report/sipp/texts.h"

#include "core/message/headnames.h"

#include <algorithm>

namespace gb::sipp {
namespace {

using headnames::Name;

constexpr qsizetype longestLine = 1'800; ///< sipp keeps 2,048 of a header for its keywords

constexpr char via[] = "Via: SIP/2.0/[transport] [local_ip]:[local_port];rport;branch=[branch]";

struct Header
{
    QByteArray name, value;
};

std::string_view view(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Folded lines are one. What has no colon is left out.
QList<Header> headersOf(const QByteArray &octets)
{
    QList<Header> out;
    qsizetype at = octets.indexOf('\n') + 1;
    while (at > 0 && at < octets.size()) {
        const qsizetype end = octets.indexOf('\n', at);
        const QByteArray line = octets.mid(at, end < 0 ? -1 : end - at);
        at = end + 1;
        const QByteArray text = line.trimmed();
        if (text.isEmpty())
            break;
        if ((line.startsWith(' ') || line.startsWith('\t')) && !out.isEmpty()) {
            out.last().value += ' ' + text;
            continue;
        }
        if (const qsizetype colon = text.indexOf(':'); colon > 0)
            out.append({text.left(colon).trimmed(), text.mid(colon + 1).trimmed()});
    }
    return out;
}

/// Letters that a comment may have.
QByteArray shownName(const QByteArray &name)
{
    QByteArray out;
    for (const char c : name.left(40))
        out += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '.';
    return out;
}

QByteArray withoutTag(const SipAddress &address)
{
    const std::string_view text = address.text;
    if (address.tag.empty())
        return bytes(text);
    const auto at = static_cast<std::size_t>(address.tag.data() - text.data());
    const std::size_t semicolon = text.rfind(';', at);
    if (semicolon == std::string_view::npos)
        return bytes(text);
    return bytes(text.substr(0, semicolon)) + bytes(text.substr(at + address.tag.size()));
}

/// One message on its way into a scenario.
class Writer
{
public:
    Writer(const Message &message, const Dialog &dialog, const Writing &writing)
        : m_message(message)
        , m_head(scanHead(view(message.octets)))
        , m_dialog(dialog)
        , m_writing(writing)
        , m_out(writing.names)
    {
    }

    Text request()
    {
        m_out.put(m_message.methodText).put(" ").put(bytes(m_head.requestUri.text)).put(" SIP/2.0").line();
        m_out.keyword(via).line();
        m_out.put("From: ").put(withoutTag(m_head.from)).keyword(ourTag()).line();
        m_out.put("To: ").put(withoutTag(m_head.to)).keyword(m_message.toTag ? m_dialog.peerTag : QByteArray()).line();
        m_out.put("Call-ID: ").keyword(m_dialog.callId).line();
        m_out.put("CSeq: ").put(QByteArray::number(m_message.cseq)).put(" ").put(m_message.methodText).line();
        others();
        return finish();
    }

    Text response()
    {
        m_out.put("SIP/2.0 ").put(QByteArray::number(m_message.status)).put(" ").put(bytes(m_head.reason)).line();
        for (const char *const last : {"[last_Via:]", "[last_From:]"})
            m_out.keyword(last).line();
        m_out.keyword("[last_To:]");
        if (m_message.status > 100 && m_message.toTag && !m_dialog.asksOurs)
            m_out.keyword(ourTag());
        m_out.line();
        for (const char *const last : {"[last_Call-ID:]", "[last_CSeq:]"})
            m_out.keyword(last).line();
        others();
        return finish();
    }

private:
    QByteArray ourTag() const { return ";tag=[pid]d" + QByteArray::number(m_dialog.number) + "x[call_number]"; }

    void others()
    {
        int vias = 0;
        for (const Header &header : headersOf(m_message.octets)) {
            const Name name = headnames::nameOf(view(header.name));
            const QByteArray lower = header.name.toLower();
            if (name == Name::Via)
                ++vias;
            if (name == Name::Contact)
                contact();
            else if (name == Name::Authorization)
                authorization();
            else if (name == Name::Date)
                date(header.value);
            else if (header.value.size() > longestLine || (name == Name::Via && vias > 1 && m_message.request)
                || lower == "route" || lower == "record-route" || lower == "proxy-authorization")
                without(header.name);
            else if (!isWrittenAlready(name))
                m_out.put(header.name).put(": ").put(header.value).line();
        }
    }
    static bool isWrittenAlready(Name name)
    {
        return name == Name::Via || name == Name::From || name == Name::To || name == Name::CallId || name == Name::CSeq
            || name == Name::ContentLength;
    }
    /// The first one.
    void contact()
    {
        if (std::exchange(m_contact, true))
            return;
        if (!m_message.request && m_message.method == SipMethod::Register) {
            m_out.keyword("[last_Contact:]").line();
        } else if (m_head.contactStar) {
            m_out.put("Contact: *").line();
        } else {
            m_out.put("Contact: <sip:").put(bytes(m_head.contact.uri.user)).keyword("@[local_ip]:[local_port]>");
            if (!m_head.contact.parameters.empty())
                m_out.put(";").put(bytes(m_head.contact.parameters));
            m_out.line();
        }
        if (m_head.contactCount > 1)
            without("Contact");
    }
    void authorization()
    {
        if (m_writing.authorization.isEmpty())
            without("Authorization");
        else
            m_out.keyword(m_writing.authorization).line();
    }
    /// sipp knows the day as RFC 3261 writes it, and not as GB/T 28181 does. A day of the past would set clocks.
    void date(const QByteArray &value)
    {
        if (value.endsWith("GMT"))
            m_out.keyword("Date: [date]").line();
        else
            without("Date");
    }
    void without(const QByteArray &name)
    {
        if (const QByteArray shown = shownName(name); !m_without.contains(shown))
            m_without.append(shown);
    }

    Text finish()
    {
        const QByteArray body = bytes(m_head.body);
        if (body.isEmpty()) {
            m_out.put("Content-Length: 0").line().line();
        } else {
            m_out.keyword("Content-Length: [len]").line().line();
            const qsizetype sn = m_writing.capturedSn ? body.indexOf("<SN>") + 4 : 3, end = body.indexOf("</SN>", sn);
            if (sn > 3 && end > sn)
                m_out.put(body.left(sn)).keyword("[$sn]").put(body.mid(end));
            else
                m_out.put(body);
        }
        return {m_out.text(), m_without};
    }

    const Message &m_message;
    const SipHead m_head;
    const Dialog &m_dialog;
    const Writing &m_writing;
    Cdata m_out;
    QList<QByteArray> m_without;
    bool m_contact = false;
};

} // namespace

Text requestText(const Message &message, const Dialog &dialog, const Writing &writing)
{
    return Writer(message, dialog, writing).request();
}

Text responseText(const Message &message, const Dialog &dialog, const Writing &writing)
{
    return Writer(message, dialog, writing).response();
}

} // namespace gb::sipp
