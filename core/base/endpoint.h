#pragma once
#include "core/base/ipaddress.h"

#include <QString>

namespace gb {

enum class TransportKind : quint8 { Udp, Tcp };
/// "UDP", "TCP".
inline QString transportName(TransportKind transport)
{
    return transport == TransportKind::Tcp ? QStringLiteral("TCP") : QStringLiteral("UDP");
}

/// One end of a conversation.
struct Endpoint
{
    IpAddress address;
    quint16 port = 0;

    bool operator==(const Endpoint &) const = default;
    QString text() const
    {
        const QString host = address.toString(), number = QString::number(port);
        return address.isV6() ? QString(u'[' + host + u"]:" + number) : QString(host + u':' + number);
    }
};

inline size_t qHash(const Endpoint &endpoint, size_t seed = 0) noexcept
{
    return qHashMulti(seed, endpoint.address, endpoint.port);
}

} // namespace gb
