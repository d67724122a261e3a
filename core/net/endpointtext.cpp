#include "core/net/endpointtext.h"

#include <algorithm>

namespace gb {

IpAddress readAddress(const QString &text)
{
    QString host = text;
    if (host.size() > 2 && host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host.contains(u':'))
        return IpAddress(QHostAddress(host));
    const QByteArray plain = host.toUtf8();
    return IpAddress::fromDotted({plain.constData(), static_cast<std::size_t>(plain.size())});
}

bool isGroup(const IpAddress &address)
{
    const std::string_view octets = address.octets();
    const unsigned first = octets.empty() ? 0 : static_cast<unsigned char>(octets.front());
    return address.isV4() ? first >> 4 == 14 || address.toV4() == 0xffffffffU : address.isV6() && first == 0xff;
}

std::optional<quint16> readPort(const QString &text, quint16 least)
{
    const bool digits = !text.isEmpty() && text.size() <= 5
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint port = digits ? text.toUInt() : 0;
    return digits && port >= least && port <= 65535 ? std::optional(static_cast<quint16>(port)) : std::nullopt;
}

std::optional<Endpoint> readEndpoint(const QString &text, quint16 leastPort)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return std::nullopt;
    const IpAddress address = readAddress(text.left(colon));
    const auto port = readPort(text.mid(colon + 1), leastPort);
    return address.isNull() || !port ? std::nullopt : std::optional(Endpoint{address, *port});
}

} // namespace gb
