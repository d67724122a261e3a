#include "core/message/digesthints.h"

namespace gb {
namespace {

QByteArray octets(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Each once.
void add(QList<QByteArray> &all, const QByteArray &one)
{
    constexpr qsizetype longest = 255;
    if (one.size() <= longest && !all.contains(one))
        all.append(one);
}

/// A device that kept its factory ID, or only its serial number.
QList<QByteArray> factoryIds(const QByteArray &own)
{
    QList<QByteArray> ids;
    if (own.size() == 20)
        ids.append(own.left(13) + "0000001");
    ids << "34020000001320000001"
        << "34020000001110000001"
        << "34020000001180000001";
    return ids;
}

QList<QByteArray> usersOf(const SipHead &head, const DigestContext &context)
{
    const QByteArray own = octets(head.from.uri.user), host = octets(head.from.uri.host);
    QList<QByteArray> users;
    for (const std::string_view one : {head.from.uri.user, head.to.uri.user, head.contact.uri.user})
        add(users, octets(one));
    for (const QByteArray &one : context.users)
        add(users, one);
    add(users, "admin");
    add(users, octets(head.requestUri.user));
    add(users, own + '@' + host);
    for (const QByteArray &realm : context.realms.mid(0, 2))
        add(users, own + '@' + realm);
    for (const QByteArray &one : factoryIds(own))
        add(users, one);
    add(users, "sip:" + own + '@' + host);
    add(users, '"' + own + '"');
    add(users, {});
    return users;
}

QList<QByteArray> realmsOf(const SipHead &head, const DigestContext &context, const QByteArray &header)
{
    QList<QByteArray> realms;
    for (const QByteArray &one : context.realms)
        add(realms, one);
    for (const SipUri &uri : {head.from.uri, head.to.uri, head.requestUri})
        add(realms, octets(uri.host));
    add(realms, octets(head.from.uri.user).left(10));
    add(realms, octets(head.requestUri.user).left(10));
    add(realms, header.toLower());
    add(realms, header.toUpper());
    add(realms, '"' + header + '"');
    add(realms, "3402000000"); // as most devices have it from the factory
    add(realms, {});
    add(realms, octets(head.requestUri.user));
    add(realms, octets(head.from.uri.user).left(8));
    add(realms, octets(head.contact.uri.host));
    add(realms, context.server.left(context.server.lastIndexOf(':')));
    return realms;
}

QList<QByteArray> urisOf(const SipHead &head, const DigestContext &context, const QByteArray &header)
{
    QList<QByteArray> uris;
    for (const SipUri &uri : {head.requestUri, head.contact.uri, head.to.uri, head.from.uri})
        add(uris, octets(uri.text));
    add(uris, "sip:" + octets(head.requestUri.user) + '@' + context.server);
    add(uris, "sip:" + octets(head.requestUri.host));
    if (header.startsWith("sip:"))
        add(uris, header.mid(4));
    add(uris, "sip:" + context.server);
    return uris;
}

} // namespace

DigestHints digestHints(const SipHead &head, const DigestContext &context)
{
    const DigestCredentials credentials = parseCredentials(head.authorization);
    return {.users = usersOf(head, context),
        .realms = realmsOf(head, context, octets(credentials.realm)),
        .uris = urisOf(head, context, octets(credentials.uri))};
}

} // namespace gb
