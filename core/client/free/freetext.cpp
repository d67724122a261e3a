#include "core/client/free/freetext.h"

#include "core/message/charset.h"
#include "core/message/headers.h"
#include "core/message/siptext.h"

namespace gb::freetext {
namespace {

constexpr QByteArrayView closed = "\r\n\r\n";

struct Name
{
    const char *text;
    QByteArray (*value)(const Places &places);
};

QByteArray addressOf(const Endpoint &endpoint)
{
    return endpoint.text().toLatin1();
}

constexpr Name names[] = {
    {"{device}", [](const Places &p) { return p.device; }},
    {"{device-address}", [](const Places &p) { return addressOf(p.remote); }},
    {"{server}", [](const Places &p) { return p.server; }},
    {"{domain}", [](const Places &p) { return p.domain; }},
    {"{server-address}", [](const Places &p) { return addressOf(p.local); }},
    {"{server-host}", [](const Places &p) { return p.local.address.toString().toLatin1(); }},
    {"{transport}",
        [](const Places &p) { return p.transport == TransportKind::Tcp ? QByteArray("TCP") : QByteArray("UDP"); }},
};

/// In one pass, so that nothing that is filled in is looked at again.
QByteArray filled(QByteArrayView text, const Places &places)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const auto *const name = text[at] != '{'
            ? std::end(names)
            : std::find_if(std::begin(names), std::end(names),
                [&](const Name &one) { return text.sliced(at).startsWith(one.text); });
        if (name == std::end(names)) {
            out.append(text[at++]);
            continue;
        }
        out.append(headerSafe(name->value(places)));
        at += static_cast<qsizetype>(qstrlen(name->text));
    }
    return out;
}

QByteArray withLineEnds(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size() + text.size() / 16);
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '\r' && text[at] != '\n') {
            out.append(text[at]);
            continue;
        }
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
            ++at;
        out.append("\r\n");
    }
    return out;
}

/// The head as its lines, a folded one with what goes on in it, and the body behind.
class Parts
{
public:
    explicit Parts(const QByteArray &octets)
    {
        const qsizetype end = octets.indexOf(closed);
        m_closed = end >= 0;
        const QByteArray head = octets.left(end < 0 ? octets.size() : end);
        body = m_closed ? octets.mid(end + closed.size()) : QByteArray();
        for (qsizetype at = 0; at <= head.size();) {
            qsizetype stop = head.indexOf("\r\n", at);
            stop = stop < 0 ? head.size() : stop;
            const QByteArray line = head.mid(at, stop - at);
            if (lines.size() > 1 && (line.startsWith(' ') || line.startsWith('\t')))
                lines.last() += "\r\n" + line;
            else
                lines.append(line);
            at = stop + 2;
        }
        while (!m_closed && lines.size() > 1 && lines.constLast().isEmpty())
            lines.removeLast(); // of a text that ends in a line end
        m_ended = head.endsWith("\r\n");
    }

    qsizetype find(const char *name, char compact = '\0') const
    {
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            const QByteArray one = lines[i].left(std::max<qsizetype>(colon, 0)).trimmed();
            if (one.compare(name, Qt::CaseInsensitive) == 0
                || (compact != '\0' && one.size() == 1 && siptext::lower(one[0]) == compact))
                return i;
        }
        return -1;
    }
    QByteArray value(qsizetype i) const { return lines[i].mid(lines[i].indexOf(':') + 1).trimmed(); }
    void set(qsizetype i, const QByteArray &value)
    {
        lines[i] = lines[i].left(lines[i].indexOf(':') + 1) + ' ' + value;
    }
    QByteArray octets(bool close) const
    {
        QByteArray out = lines.join("\r\n");
        if (m_closed || close)
            return out + closed + body;
        return m_ended ? out + "\r\n" : out;
    }

    QList<QByteArray> lines;
    QByteArray body;

private:
    bool m_closed = false, m_ended = false;
};

/// `at` is that of a quotation mark: where its string ends. One that is never closed is a letter like others.
qsizetype behindQuoted(const QByteArray &value, qsizetype at)
{
    const qsizetype end = value.indexOf('"', at + 1);
    return (end < 0 ? at : end) + 1;
}

/// Where the parameters of the first value may begin, and where it ends. In an address they stand behind its URI.
std::pair<qsizetype, qsizetype> firstValue(const QByteArray &value, bool address)
{
    qsizetype from = 0;
    bool inside = false;
    for (qsizetype at = 0; at < value.size();) {
        const char c = value[at];
        if (c == '"') {
            at = behindQuoted(value, at);
            continue;
        }
        if (c == '<' && address && from == 0) {
            inside = true;
        } else if (c == '>' && inside) {
            inside = false;
            from = at;
        } else if (c == ',' && !inside) {
            return {from, at};
        }
        ++at;
    }
    return {from, value.size()};
}

/// The next semicolon that is not quoted; `end` where there is none.
qsizetype nextParameter(const QByteArray &value, qsizetype at, qsizetype end)
{
    while (at < end && value[at] != ';')
        at = value[at] == '"' ? behindQuoted(value, at) : at + 1;
    return std::min(at, end);
}

/// Sets a parameter of the first value; adds it where there is none.
QByteArray withParameter(const QByteArray &value, bool address, QByteArrayView name, const QByteArray &wanted)
{
    const auto [from, end] = firstValue(value, address);
    for (qsizetype at = nextParameter(value, from, end); at < end;) {
        const qsizetype stop = nextParameter(value, at + 1, end);
        const QByteArray one = value.mid(at + 1, stop - at - 1);
        if (one.left(std::max<qsizetype>(one.indexOf('='), 0)).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return value.left(at + 1) + name + '=' + wanted + value.mid(stop);
        at = stop;
    }
    return value.left(end).trimmed() + ';' + name + '=' + wanted + value.mid(end);
}

void setCSeq(Parts &parts, quint32 number)
{
    const qsizetype at = parts.find("CSeq");
    if (at < 0)
        return;
    const QByteArray value = parts.value(at);
    qsizetype digits = 0;
    while (digits < value.size() && value[digits] >= '0' && value[digits] <= '9')
        ++digits;
    const QByteArray rest = value.mid(digits);
    parts.set(at, QByteArray::number(number) + (rest.startsWith(' ') || rest.isEmpty() ? rest : ' ' + rest));
}

void setSn(QByteArray &body, quint32 sn)
{
    const qsizetype from = body.indexOf("<SN>"), end = from < 0 ? -1 : body.indexOf("</SN>", from);
    if (end >= 0)
        body.replace(from + 4, end - from - 4, QByteArray::number(sn));
}

void setValue(Parts &parts, const char *name, char compact, const QByteArray &value)
{
    if (const qsizetype at = parts.find(name, compact); at >= 0)
        parts.set(at, value);
}

void enter(Parts &parts, FreeParts anew, Dialog &dialog)
{
    const QByteArray method = parts.lines[0].left(parts.lines[0].indexOf(' '));
    const SipRequest within = requestWithin(dialog, method, dialog.inviteCSeq);
    parts.lines[0] = method + ' ' + headerSafe(within.uri) + " SIP/2.0";
    if (anew.has(FreePart::FromTag))
        setValue(parts, "From", 'f', headerSafe(within.from));
    setValue(parts, "To", 't', headerSafe(within.to));
    if (anew.has(FreePart::CallId))
        setValue(parts, "Call-ID", 'i', headerSafe(within.callId));
    if (anew.has(FreePart::CSeq))
        setCSeq(parts, within.cseq);
    for (qsizetype at = parts.find("Route"); at >= 0; at = parts.find("Route"))
        parts.lines.removeAt(at);
    qsizetype behind = std::max<qsizetype>(parts.find("Via", 'v'), 0);
    for (const QByteArray &route : within.routes)
        parts.lines.insert(++behind, "Route: " + headerSafe(route));
}

void renew(Parts &parts, FreeParts anew, const Fresh &fresh, Dialog *dialog)
{
    if (const qsizetype via = parts.find("Via", 'v'); via >= 0 && anew.has(FreePart::Branch))
        parts.set(via, withParameter(parts.value(via), false, "branch", fresh.branch));
    if (anew.has(FreePart::Sn))
        setSn(parts.body, fresh.sn);
    if (dialog)
        return enter(parts, anew, *dialog);
    if (const qsizetype from = parts.find("From", 'f'); from >= 0 && anew.has(FreePart::FromTag))
        parts.set(from, withParameter(parts.value(from), true, "tag", fresh.tag));
    if (anew.has(FreePart::CallId))
        setValue(parts, "Call-ID", 'i', fresh.callId);
    if (anew.has(FreePart::CSeq))
        setCSeq(parts, fresh.cseq);
}

qsizetype headEnd(const QString &text)
{
    const qsizetype end = text.indexOf(u"\n\n");
    return end < 0 ? text.size() : end + 2;
}

/// The declared encoding is one of GB 18030 and its parts.
bool saysGb(QStringView body)
{
    const qsizetype end = body.indexOf(u"?>");
    const QString declaration = body.left(std::max<qsizetype>(end, 0)).toString().toLower();
    const qsizetype at = declaration.indexOf(u"encoding");
    return at >= 0 && QStringView(declaration).sliced(at).indexOf(u"gb") >= 0;
}

} // namespace

QList<QByteArray> placeNames()
{
    QList<QByteArray> all;
    for (const Name &one : names)
        all.append(one.text);
    return all;
}

QByteArray make(QByteArrayView text, FreeParts anew, const Places &places, const Fresh &fresh, Dialog *dialog)
{
    Parts parts(withLineEnds(filled(text, places)));
    if (!siptext::startsWithSip(view(parts.lines[0])))
        renew(parts, anew, fresh, dialog);
    const bool close = anew.has(FreePart::ContentLength);
    if (close) {
        const QByteArray length = QByteArray::number(parts.body.size());
        if (const qsizetype at = parts.find("Content-Length", 'l'); at >= 0)
            parts.set(at, length);
        else
            parts.lines.append("Content-Length: " + length);
    }
    return parts.octets(close);
}

quint32 cseqOf(QByteArrayView text)
{
    const Parts parts(withLineEnds(text.toByteArray()));
    const qsizetype at = parts.find("CSeq");
    const QByteArray value = at < 0 ? QByteArray() : parts.value(at);
    return value.left(value.indexOf(' ')).toUInt();
}

QByteArray encode(const QString &text)
{
    const qsizetype end = headEnd(text);
    const QString body = text.mid(end);
    return text.left(end).toUtf8() + (saysGb(body) ? encodeGb18030(body) : body.toUtf8());
}

Shown decode(const QByteArray &octets)
{
    qsizetype end = octets.indexOf(closed);
    end = end < 0 ? octets.size() : end + closed.size();
    const auto plain = [](QString text) {
        return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    };
    QString text = plain(decodeBody(octets.left(end)).text) + plain(decodeBody(octets.mid(end)).text);
    text.replace(QChar(0), QChar(QChar::ReplacementCharacter));
    Shown shown{text};
    shown.lossy = withLineEnds(encode(text)) != withLineEnds(octets);
    return shown;
}

QByteArray withoutUtf8Mark(const QByteArray &octets)
{
    return octets.startsWith("\xef\xbb\xbf") ? octets.sliced(3) : octets;
}

QString withoutSecrets(const QString &text, bool *left)
{
    static constexpr QLatin1StringView secret[] = {
        QLatin1StringView("authorization:"), QLatin1StringView("proxy-authorization:")};
    const qsizetype end = headEnd(text);
    QStringList lines = text.left(end).split(u'\n');
    bool leaving = false, any = false;
    for (qsizetype i = 1; i < lines.size();) {
        const QString plain = QString(lines[i]).remove(u' ').remove(u'\t').toLower();
        const bool goesOn = lines[i].startsWith(u' ') || lines[i].startsWith(u'\t');
        leaving = (goesOn && leaving)
            || std::any_of(std::begin(secret), std::end(secret), [&](auto name) { return plain.startsWith(name); });
        any = any || leaving;
        if (leaving)
            lines.removeAt(i);
        else
            ++i;
    }
    if (left)
        *left = any;
    return lines.join(u'\n') + text.mid(end);
}

} // namespace gb::freetext
