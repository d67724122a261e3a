#include "core/message/bodytree.h"

#include "core/message/deviceid.h"
#include "core/message/sdp.h"
#include "core/message/siptext.h"

#include <QXmlStreamReader>

namespace gb {
namespace {

using Kind = StructureNode::Kind;
constexpr qsizetype longest = 1024; ///< characters of a value

bool contains(std::string_view text, std::string_view word)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()))
        .toLower()
        .contains(QByteArray::fromRawData(word.data(), static_cast<qsizetype>(word.size())));
}

QString shown(const QString &text)
{
    return printable(text.simplified(), longest);
}

/// By our own reader: osip2 reads past the end of some and refuses y= and f= (GB/T 28181 annex G).
StructureNode sdpNode(std::string_view body)
{
    StructureNode node{QStringLiteral("SDP"), {}, {}};
    SdpLines lines(body);
    SdpLine line;
    qsizetype medium = -1; // place of the m= line that the next ones belong to
    for (int count = 0; count < SdpLimits::lines && lines.next(line); ++count) {
        const bool typed = line.type != '\0';
        const StructureNode one{QString(QLatin1Char(typed ? line.type : '?')),
            printable(typed ? line.value : line.text, longest), {}, Kind::SdpLine};
        // y= and f= stand last, but speak of the session
        const bool ofAll = line.type == 'm' || line.type == 'y' || line.type == 'f' || medium < 0;
        (ofAll ? node.parts : node.parts[medium].parts).append(one);
        if (line.type == 'm')
            medium = node.parts.size() - 1;
        if (line.type == 's' && node.value.isEmpty())
            node.value = one.value;
    }
    return node;
}

/// Reads elements into nodes; what is over the limits, or is no XML, ends it.
class XmlTree
{
public:
    explicit XmlTree(const QString &text)
        : m_xml(text)
    {
        m_xml.setNamespaceProcessing(false); // a prefix that nobody declared is no fault here
    }

    QList<StructureNode> read()
    {
        QList<StructureNode> nodes;
        while (!m_ended && !m_xml.atEnd()) {
            if (m_xml.readNext() == QXmlStreamReader::StartElement)
                nodes.append(element(1));
            else if (m_xml.tokenType() == QXmlStreamReader::DTD)
                m_ended = true; // entities of its own: nothing that a device needs
        }
        if (m_xml.hasError())
            nodes.append({QStringLiteral("?"),
                QStringLiteral("%1:%2").arg(m_xml.lineNumber()).arg(m_xml.columnNumber()), {}, Kind::Broken});
        else if (m_ended)
            nodes.append({QStringLiteral("\u2026"), {}, {}, Kind::Cut});
        return nodes;
    }

private:
    StructureNode element(int depth)
    {
        StructureNode node{shown(m_xml.qualifiedName().toString()), {}, {}, Kind::Element};
        QString text;
        for (const QXmlStreamAttribute &one : m_xml.attributes()) {
            if (++m_count > BodyLimits::nodes)
                break;
            node.parts.append(
                {shown(one.qualifiedName().toString()), shown(one.value().toString()), {}, Kind::Attribute});
        }
        m_ended = m_ended || ++m_count > BodyLimits::nodes || depth > BodyLimits::depth;
        while (!m_ended && !m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement)
                break;
            if (token == QXmlStreamReader::StartElement)
                node.parts.append(element(depth + 1));
            else if (token == QXmlStreamReader::Characters && text.size() < longest)
                text += m_xml.text();
        }
        node.value = shown(text);
        return node;
    }

    QXmlStreamReader m_xml;
    int m_count = 0;
    bool m_ended = false;
};

/// "Name: value", a line each, until an empty one; what has no colon stands as it is.
QList<StructureNode> lineNodes(std::string_view text, std::size_t *end = nullptr)
{
    QList<StructureNode> nodes;
    std::size_t at = 0;
    while (at < text.size() && nodes.size() < BodyLimits::nodes) {
        const std::size_t feed = text.find('\n', at);
        const std::string_view line = trimmed(text.substr(at, feed == text.npos ? text.npos : feed - at));
        at = feed == text.npos ? text.size() : feed + 1;
        if (line.empty() && end)
            break;
        if (line.empty())
            continue;
        const std::size_t colon = line.find(':');
        const bool named = colon != line.npos && line.substr(0, colon).find(' ') == line.npos;
        nodes.append(named ? StructureNode{printable(line.substr(0, colon), longest),
                         printable(trimmed(line.substr(colon + 1)), longest), {}}
                           : StructureNode{QString(), printable(line, longest), {}});
    }
    if (end)
        *end = at;
    return nodes;
}

/// Its value in "multipart/mixed;boundary=x", with or without quotes; empty where it has none.
std::string_view boundaryOf(std::string_view contentType)
{
    for (std::size_t at = contentType.find(';'); at != contentType.npos; at = contentType.find(';', at)) {
        std::string_view rest = trimmed(contentType.substr(++at));
        if (!equalsNoCase(rest.substr(0, 9), "boundary="))
            continue;
        rest.remove_prefix(9);
        const bool quoted = !rest.empty() && rest.front() == '"';
        rest.remove_prefix(quoted ? 1 : 0);
        return trimmed(rest.substr(0, rest.find(quoted ? '"' : ';')));
    }
    return {};
}

QList<StructureNode> read(std::string_view type, std::string_view body, std::optional<Charset> charset, bool inPart);

QList<StructureNode> multipartNodes(std::string_view body, std::string_view boundary, std::optional<Charset> charset)
{
    const std::string mark = "--" + std::string(boundary);
    QList<StructureNode> nodes;
    std::size_t at = body.find(mark);
    while (at != body.npos && nodes.size() < BodyLimits::parts) {
        at += mark.size();
        if (body.substr(at, 2) == "--")
            break;
        const std::size_t next = body.find(mark, at);
        std::string_view part = body.substr(at, next == body.npos ? next : next - at);
        part.remove_prefix(std::min(part.size(), part.find('\n') + 1));
        std::size_t head = 0;
        StructureNode node{QStringLiteral("part %1").arg(nodes.size() + 1), {}, lineNodes(part, &head)};
        for (const StructureNode &one : std::as_const(node.parts)) {
            if (one.name.compare(QLatin1String("Content-Type"), Qt::CaseInsensitive) == 0)
                node.value = one.value;
        }
        const QByteArray type = node.value.toLatin1();
        node.parts += read({type.constData(), static_cast<std::size_t>(type.size())}, part.substr(head), charset, true);
        nodes.append(node);
        at = next;
    }
    return nodes;
}

QList<StructureNode> read(std::string_view type, std::string_view body, std::optional<Charset> charset, bool inPart)
{
    const std::string_view name = trimmed(type.substr(0, type.find(';')));
    if (trimmed(body).empty())
        return {};
    if (equalsNoCase(name, "application/sdp"))
        return {sdpNode(body)};
    if (const std::string_view boundary = boundaryOf(type);
        !inPart && contains(name, "multipart/") && !boundary.empty() && boundary.size() <= 256)
        return multipartNodes(body, boundary, charset);
    const QString text = decodeBody(QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())), charset)
                             .text;
    if (contains(name, "xml") || text.trimmed().startsWith(u'<'))
        return {{QStringLiteral("XML"), {}, XmlTree(text).read()}};
    if (contains(name, "rtsp"))
        return {{printable(name), {}, lineNodes(body)}};
    return {{printable(name), printable(text, longest), {}}};
}

} // namespace

QList<StructureNode> bodyOf(std::string_view contentType, std::string_view body, std::optional<Charset> charset)
{
    return read(contentType, body, charset, false);
}

} // namespace gb
