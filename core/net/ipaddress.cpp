#include "core/net/ipaddress.h"

#include <QNetworkInterface>

namespace gb {

IpAddress::IpAddress(const QHostAddress &address)
{
    if (address.isNull())
        return;
    bool convertible = false;
    const quint32 number = address.toIPv4Address(&convertible); // of a mapped one, too; of :: it says 0.0.0.0
    if (address.protocol() == QAbstractSocket::IPv4Protocol || (convertible && number != 0)) {
        *this = IpAddress(number);
        return;
    }
    const Q_IPV6ADDR raw = address.toIPv6Address();
    *this = v6(reinterpret_cast<const char *>(raw.c));
    if (const QString scope = address.scopeId(); !scope.isEmpty()) {
        bool isNumber = false;
        const uint index = scope.toUInt(&isNumber);
        m_scope = (isNumber ? index : static_cast<uint>(QNetworkInterface::interfaceIndexFromName(scope))) & 0xffffffU;
    }
}

IpAddress::operator QHostAddress() const
{
    switch (m_family) {
    case V4: return QHostAddress(toV4());
    case V6: {
        QHostAddress address(m_octets.data());
        if (m_scope != 0)
            address.setScopeId(QString::number(quint32{m_scope}));
        return address;
    }
    default: return {};
    }
}

bool IpAddress::isLoopback() const
{
    static constexpr std::array<quint8, 16> one{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    return m_family == V4 ? m_octets[0] == 127 : m_family == V6 && m_octets == one;
}

} // namespace gb
