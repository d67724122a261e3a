#include "core/base/ipaddress.h"

#include <QNetworkInterface>

#include <algorithm>
#include <charconv>

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

QString IpAddress::toString() const
{
    if (m_family != V4)
        return QHostAddress(*this).toString();
    char text[4 * 4];
    char *end = text;
    for (std::size_t i = 0; i < 4; ++i) {
        end = std::to_chars(end, std::end(text), m_octets[i]).ptr;
        *end++ = '.';
    }
    return QString::fromLatin1(text, end - text - 1);
}

IpAddress IpAddress::fromDotted(std::string_view text)
{
    char octets[4];
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t size = i < 3 ? std::min(text.find('.'), text.size()) : text.size();
        unsigned number = 256;
        if (size == 0 || size > 3 || (size > 1 && text[0] == '0')
            || std::from_chars(text.data(), text.data() + size, number).ptr != text.data() + size || number > 255)
            return {};
        octets[i] = static_cast<char>(number);
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return v4(octets);
}

bool IpAddress::isLoopback() const
{
    static constexpr std::array<quint8, 16> one{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    return m_family == V4 ? m_octets[0] == 127 : m_family == V6 && m_octets == one;
}

} // namespace gb
