#include "core/findings/rules/rules.h"

namespace gb::rules {

IpAddress literal(std::string_view host)
{
    if (const IpAddress plain = IpAddress::fromDotted(host); !plain.isNull())
        return plain; // nearly all are
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    const bool address = !host.empty() && host.size() < 46
        && host.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos
        && host.find_first_of(".:") != std::string_view::npos;
    return address ? IpAddress(QHostAddress(QString::fromLatin1(host.data(), static_cast<qsizetype>(host.size()))))
                   : IpAddress();
}

bool isPrivate(const IpAddress &address)
{
    if (address.isV6()) {
        const auto first = static_cast<quint8>(address.octets()[0]), second = static_cast<quint8>(address.octets()[1]);
        return address.isLoopback() || (first & 0xfe) == 0xfc || (first == 0xfe && (second & 0xc0) == 0x80);
    }
    if (!address.isV4())
        return false;
    const quint32 v4 = address.toV4();
    const auto in = [v4](quint32 net, int bits) { return (v4 ^ net) >> (32 - bits) == 0; };
    return in(0x0a000000, 8) || in(0xac100000, 12) || in(0xc0a80000, 16) || in(0x64400000, 10) || in(0xc6120000, 15)
        || in(0xa9fe0000, 16) || in(0x7f000000, 8);
}

} // namespace gb::rules
