#pragma once
#include <QHostAddress>
#include <QtEndian>

#include <array>
#include <cstring>
#include <string_view>

namespace gb {

/**
 * An IP address as a plain value of 20 octets: a QHostAddress is a block of its own, which is too much a million times.
 * IPv4 is plain, never mapped into IPv6. Converts to and from QHostAddress, in which the system speaks.
 */
class IpAddress
{
public:
    IpAddress() = default;
    /// `v4`: as a number, 0x7f000001 is 127.0.0.1.
    explicit IpAddress(quint32 v4)
        : m_family(V4)
    {
        qToBigEndian(v4, m_octets.data());
    }
    /// `octets` in the network's order: 4 of IPv4, 16 of IPv6.
    static IpAddress v4(const char *octets)
    {
        IpAddress address;
        address.m_family = V4;
        std::memcpy(address.m_octets.data(), octets, 4);
        return address;
    }
    static IpAddress v6(const char *octets)
    {
        IpAddress address;
        address.m_family = V6;
        std::memcpy(address.m_octets.data(), octets, 16);
        return address;
    }
    /// Four numbers of at most three digits, each up to 255 and without zeros ahead, with dots between them; null of
    /// anything else.
    static IpAddress fromDotted(std::string_view text);
    IpAddress(const QHostAddress &address); // NOLINT: the same thing, in the system's words
    operator QHostAddress() const;

    bool isNull() const { return m_family == None; }
    bool isV4() const { return m_family == V4; }
    bool isV6() const { return m_family == V6; }
    /// All addresses of this computer: 0.0.0.0 or ::.
    bool isAny() const { return m_family != None && m_octets == std::array<quint8, 16>{}; }
    bool isLoopback() const;
    quint32 toV4() const { return qFromBigEndian<quint32>(m_octets.data()); }
    /// 4 or 16 octets in the network's order; none of a null address.
    std::string_view octets() const
    {
        return {reinterpret_cast<const char *>(m_octets.data()), m_family == V6 ? 16U : m_family == V4 ? 4U : 0U};
    }
    QString toString() const;

    bool operator==(const IpAddress &) const = default;
    friend bool operator==(const IpAddress &a, const QHostAddress &b) { return a == IpAddress(b); }
    friend size_t qHash(const IpAddress &address, size_t seed = 0) noexcept
    {
        quint64 words[2];
        std::memcpy(words, address.m_octets.data(), sizeof words);
        return qHashMulti(seed, words[0], words[1], quint32{address.m_family});
    }

private:
    enum Family : quint8 { None, V4, V6 };

    std::array<quint8, 16> m_octets{};
    quint32 m_scope : 24 = 0; ///< interface of a link-local address
    quint32 m_family : 8 = None;
};
static_assert(sizeof(IpAddress) == 20);

} // namespace gb
