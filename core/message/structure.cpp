#include "core/message/structure.h"

#include "core/message/bodytree.h"
#include "core/message/deviceid.h"
#include "core/message/siphead.h"

#include <osipparser2/osip_message.h>
#include <osipparser2/osip_parser.h>

#include <QHash>

#include <memory>
#include <mutex>

namespace gb {
namespace {

struct Free
{
    void operator()(osip_message_t *message) const { osip_message_free(message); }
};
using Message = std::unique_ptr<osip_message_t, Free>;

QString text(const char *octets)
{
    return octets ? printable(std::string_view(octets), 1024) : QString(); // every pointer of osip2 may be null
}

void add(QList<StructureNode> &nodes, const QString &name, const char *value)
{
    if (value)
        nodes.append({name, text(value), {}});
}

void addParameters(QList<StructureNode> &nodes, const osip_list_t *list)
{
    for (int i = 0; i < osip_list_size(list); ++i) {
        const auto *parameter = static_cast<const osip_generic_param_t *>(osip_list_get(list, i));
        if (parameter && parameter->gname)
            nodes.append({text(parameter->gname), text(parameter->gvalue), {}});
    }
}

StructureNode uriNode(const QString &name, const osip_uri_t *uri)
{
    StructureNode node{name, {}, {}};
    if (!uri)
        return node;
    add(node.parts, QStringLiteral("scheme"), uri->scheme);
    add(node.parts, QStringLiteral("user"), uri->username);
    add(node.parts, QStringLiteral("host"), uri->host);
    add(node.parts, QStringLiteral("port"), uri->port);
    add(node.parts, QStringLiteral("other"), uri->string);
    addParameters(node.parts, &uri->url_params);
    node.value = text(uri->host ? uri->host : uri->string);
    if (uri->username)
        node.value = text(uri->username) + u'@' + node.value;
    return node;
}

StructureNode addressNode(const QString &name, const osip_from_t *address)
{
    StructureNode node{name, {}, {}};
    if (!address)
        return node;
    add(node.parts, QStringLiteral("display name"), address->displayname);
    node.parts.append(uriNode(QStringLiteral("URI"), address->url));
    addParameters(node.parts, &address->gen_params);
    node.value = node.parts.at(address->displayname ? 1 : 0).value;
    return node;
}

StructureNode viaNode(const osip_via_t *via)
{
    StructureNode node{QStringLiteral("Via"), {}, {}};
    if (!via)
        return node;
    add(node.parts, QStringLiteral("transport"), via->protocol);
    add(node.parts, QStringLiteral("sent-by host"), via->host);
    add(node.parts, QStringLiteral("sent-by port"), via->port);
    addParameters(node.parts, &via->via_params);
    node.value = text(via->host);
    return node;
}

StructureNode authorizationNode(const osip_authorization_t *a)
{
    StructureNode node{QStringLiteral("Authorization"), {}, {}};
    if (!a)
        return node;
    const std::pair<const char *, const char *> fields[] = {{"username", a->username}, {"realm", a->realm},
        {"nonce", a->nonce}, {"uri", a->uri}, {"response", a->response}, {"algorithm", a->algorithm},
        {"cnonce", a->cnonce}, {"opaque", a->opaque}, {"qop", a->message_qop}, {"nc", a->nonce_count}};
    for (const auto &[name, value] : fields)
        add(node.parts, QString::fromLatin1(name), value);
    node.value = text(a->auth_type);
    return node;
}

StructureNode challengeNode(const osip_www_authenticate_t *a)
{
    StructureNode node{QStringLiteral("WWW-Authenticate"), {}, {}};
    if (!a)
        return node;
    const std::pair<const char *, const char *> fields[] = {{"realm", a->realm}, {"nonce", a->nonce},
        {"stale", a->stale}, {"algorithm", a->algorithm}, {"opaque", a->opaque}, {"qop", a->qop_options}};
    for (const auto &[name, value] : fields)
        add(node.parts, QString::fromLatin1(name), value);
    node.value = text(a->auth_type);
    return node;
}

void addStartLine(QList<StructureNode> &nodes, const osip_message_t *m)
{
    if (MSG_IS_RESPONSE(m)) {
        nodes.append({QStringLiteral("Status"), QString::number(m->status_code),
            {{QStringLiteral("reason"), text(m->reason_phrase), {}}}});
        return;
    }
    nodes.append({QStringLiteral("Method"), text(m->sip_method), {}});
    nodes.append(uriNode(QStringLiteral("Request-URI"), m->req_uri));
}

void addHeaders(QList<StructureNode> &nodes, osip_message_t *m)
{
    for (int i = 0; i < osip_list_size(&m->vias); ++i)
        nodes.append(viaNode(static_cast<const osip_via_t *>(osip_list_get(&m->vias, i))));
    nodes.append(addressNode(QStringLiteral("From"), m->from));
    nodes.append(addressNode(QStringLiteral("To"), m->to));
    if (m->call_id)
        nodes.append({QStringLiteral("Call-ID"),
            text(m->call_id->number) + (m->call_id->host ? u'@' + text(m->call_id->host) : QString()), {}});
    if (m->cseq)
        nodes.append({QStringLiteral("CSeq"), text(m->cseq->number) + u' ' + text(m->cseq->method), {}});
    for (int i = 0; i < osip_list_size(&m->contacts); ++i)
        nodes.append(addressNode(
            QStringLiteral("Contact"), static_cast<const osip_contact_t *>(osip_list_get(&m->contacts, i))));
    for (int i = 0; i < osip_list_size(&m->authorizations); ++i)
        nodes.append(
            authorizationNode(static_cast<const osip_authorization_t *>(osip_list_get(&m->authorizations, i))));
    for (int i = 0; i < osip_list_size(&m->www_authenticates); ++i)
        nodes.append(
            challengeNode(static_cast<const osip_www_authenticate_t *>(osip_list_get(&m->www_authenticates, i))));
    if (m->content_type)
        nodes.append(
            {QStringLiteral("Content-Type"), text(m->content_type->type) + u'/' + text(m->content_type->subtype), {}});
    for (int i = 0; i < osip_list_size(&m->headers); ++i) {
        const auto *header = static_cast<const osip_header_t *>(osip_list_get(&m->headers, i));
        if (header)
            nodes.append({text(header->hname), text(header->hvalue), {}});
    }
}

/// The names of the headers as the message spells them, each once.
QHash<QString, QString> spellings(const QByteArray &section)
{
    QHash<QString, QString> names;
    for (const QByteArray &line : section.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QString name = colon > 0 ? printable(line.left(colon).trimmed().toStdString()) : QString();
        if (!name.isEmpty() && !names.contains(name.toLower()))
            names.insert(name.toLower(), name);
    }
    return names;
}

/// osip2 writes them in its own way: all small where it does not know them.
void respell(QList<StructureNode> &nodes, const QByteArray &section)
{
    const QHash<QString, QString> names = spellings(section);
    for (StructureNode &node : nodes)
        node.name = names.value(node.name.toLower(), node.name);
}

QByteArray withoutLength(const QByteArray &section)
{
    QByteArray out;
    out.reserve(section.size());
    for (qsizetype at = 0; at < section.size();) {
        const qsizetype feed = section.indexOf('\n', at);
        const qsizetype end = feed < 0 ? section.size() : feed + 1;
        const std::string_view line(section.constData() + at, static_cast<std::size_t>(end - at));
        const std::string_view name = trimmed(line.substr(0, line.find(':')));
        if (!equalsNoCase(name, "content-length") && !equalsNoCase(name, "l"))
            out.append(line.data(), static_cast<qsizetype>(line.size()));
        at = end;
    }
    return out;
}

} // namespace

MessageStructure structureOf(const QByteArray &message, std::optional<Charset> charset)
{
    MessageStructure structure;
    const SipHead head = scanHead({message.constData(), static_cast<std::size_t>(message.size())});
    if (head.kind != SipKind::Request && head.kind != SipKind::Response)
        return structure;
    const QList<StructureNode> body = bodyOf(head.contentType, head.body, charset);
    structure.nodes = body; // also where the head is refused
    if (head.has(HeadFault::Limit))
        return structure; // osip2 takes seconds for some of these
    static std::once_flag once;
    std::call_once(once, [] {
        osip_trace_initialize(TRACE_LEVEL0, nullptr); // else it writes to stdout
        parser_init();
    });
    structure.tried = true;
    osip_message_t *raw = nullptr;
    if (osip_message_init(&raw) != 0)
        return structure;
    const Message parsed(raw);
    // Without the body: its multipart parser has a history. It wants as many octets as announced, so the length is not
    // told either.
    const QByteArray section = withoutLength(message.left(message.size() - static_cast<qsizetype>(head.bodyOctets)));
    if (osip_message_parse(raw, section.constData(), static_cast<std::size_t>(section.size())) != 0)
        return structure;
    structure.parsed = true;
    structure.nodes.clear();
    addStartLine(structure.nodes, raw);
    addHeaders(structure.nodes, raw);
    if (head.contentLength)
        structure.nodes.append({QStringLiteral("Content-Length"), QString::number(*head.contentLength), {}});
    respell(structure.nodes, message.left(message.size() - static_cast<qsizetype>(head.bodyOctets)));
    structure.nodes += body;
    return structure;
}

} // namespace gb
