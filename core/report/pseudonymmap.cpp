#include "core/report/pseudonymmap.h"

#include "core/findings/rules/rules.h"
#include "core/report/identityshapes.h"
#include "core/report/saltedstream.h"

#include <QRandomGenerator>

#include <algorithm>

namespace gb {
namespace {

constexpr int attempts = 64;
constexpr quint32 documentation[] = {
    192U << 16 | 0U << 8 | 2U, 198U << 16 | 51U << 8 | 100U, 203U << 16 | 0U << 8 | 113U};
constexpr quint32 benchmark = 198U << 16 | 18U << 8, benchmarkNetworks = 512; ///< 198.18.0.0/15
constexpr quint32 reserved = 240U << 16, reservedNetworks = 15U << 16;        ///< 240.0.0.0 on, up to 254

QByteArray newSalt()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    return {reinterpret_cast<const char *>(words), sizeof words};
}

/// The place of a network of 24 bits in the order in which they are given out; empty behind the last one. What is
/// within a site comes from a range that no one routes (RFC 2544), what is outside from those of documents (RFC 5737):
/// that a device is behind NAT stays to be seen. Where one is used up both go on in what is reserved.
std::optional<quint32> networkAt(quint32 place, bool within)
{
    const quint32 size = within ? benchmarkNetworks : static_cast<quint32>(std::size(documentation));
    if (place < size)
        return within ? benchmark + place : documentation[place];
    place = 2 * (place - size) + (within ? 1 : 0);
    return place < reservedNetworks ? std::optional(reserved + place) : std::nullopt;
}

QByteArray networkOf(const IpAddress &v6)
{
    return QByteArray(v6.octets().data(), 8);
}

template<typename Set, typename Value>
void insert(Set &set, const Value &value)
{
    if (set.size() < PseudonymMap::most)
        set.insert(value);
}

} // namespace

PseudonymMap::PseudonymMap()
    : PseudonymMap(newSalt())
{
}

PseudonymMap::PseudonymMap(const QByteArray &salt)
    : m_salt(salt)
{
}

void PseudonymMap::learnAddress(const IpAddress &address)
{
    if (identity::isNobodys(address))
        return;
    insert(m_addressesSeen, address);
    if (address.isV4())
        insert(m_networksSeen, address.toV4() >> 8);
    else
        insert(m_networks6Seen, networkOf(address));
}

void PseudonymMap::learnId(std::string_view digits)
{
    const QByteArray all(digits.data(), static_cast<qsizetype>(digits.size()));
    if (all.size() > 10)
        insert(m_idsSeen, all);
    const QByteArray domain = all.left(10);
    if (m_domainsSeen.contains(domain))
        return;
    insert(m_domainsSeen, domain);
    for (qsizetype size = 2; size < 8 && m_domainOfRegion.size() < most; ++size) {
        QByteArray &first = m_domainOfRegion[domain.left(size)];
        first = first.isEmpty() ? domain : std::min(first, domain);
    }
    insert(m_firstSeen, all.left(3));
    insert(m_secondSeen, all.mid(3, 5));
}

void PseudonymMap::learnSsrc(std::string_view digits)
{
    insert(m_ssrcsSeen, QByteArray(digits.data(), static_cast<qsizetype>(digits.size())));
}

void PseudonymMap::learnMac(std::string_view text)
{
    insert(m_macsSeen, QByteArray(text.data(), static_cast<qsizetype>(text.size())));
}

quint32 PseudonymMap::network(quint32 original)
{
    if (const auto known = m_networks.constFind(original); known != m_networks.constEnd())
        return *known;
    const bool within = rules::isPrivate(IpAddress(original << 8 | 1));
    std::optional<quint32> made;
    do
        made = networkAt(m_nextNetwork[within ? 1 : 0]++, within);
    while (made && m_networksSeen.contains(*made));
    if (!made) { // all are given out
        SaltedStream stream(m_salt, 'n', QByteArray::number(original));
        return reserved + static_cast<quint32>(stream.below(1 << 16));
    }
    m_networks.insert(original, *made);
    return *made;
}

IpAddress PseudonymMap::v6(const IpAddress &address)
{
    const QByteArray original = networkOf(address);
    auto net = m_networks6.constFind(original);
    if (net == m_networks6.constEnd())
        net = m_networks6.insert(original, static_cast<quint32>(m_networks6.size()));
    char octets[16] = {0x20, 0x01, 0x0d, static_cast<char>(0xb8)};
    for (quint32 number = *net, i = 0;; number += static_cast<quint32>(m_networks6.size()) + 1, ++i) {
        for (int octet = 0; octet < 4; ++octet)
            octets[4 + octet] = static_cast<char>(number >> (24 - 8 * octet));
        if (i == attempts || !m_networks6Seen.contains(QByteArray(octets, 8)))
            break;
    }
    SaltedStream stream(m_salt, '6', QByteArray(address.octets().data(), 16));
    for (int i = 8; i < 16; ++i)
        octets[i] = static_cast<char>(stream.octet());
    return IpAddress::v6(octets);
}

IpAddress PseudonymMap::address(const IpAddress &address)
{
    if (identity::isNobodys(address))
        return address;
    if (const auto known = m_addresses.constFind(address); known != m_addresses.constEnd())
        return *known;
    IpAddress made;
    if (address.isV6()) {
        made = v6(address);
    } else {
        const quint32 net = network(address.toV4() >> 8), host = address.toV4() & 0xff;
        for (int attempt = 0; attempt < 8 * attempts; ++attempt) {
            SaltedStream stream(m_salt, '4', QByteArray::number(address.toV4()), attempt);
            const quint32 other = host == 0 || host == 255 ? host : static_cast<quint32>(stream.below(254)) + 1;
            made = IpAddress(net << 8 | other);
            if (!m_addressesMade.contains(made) && !m_addressesSeen.contains(made))
                break;
        }
        for (quint32 other = 1; m_addressesMade.contains(made) && other < 255; ++other)
            made = IpAddress(net << 8 | other);
    }
    if (m_addresses.size() < most) {
        m_addresses.insert(address, made);
        m_addressesMade.insert(made);
    }
    return made;
}

QByteArray PseudonymMap::regionPart(const QByteArray &digits, QHash<QByteArray, QByteArray> &parts,
    QSet<QByteArray> &made, const QSet<QByteArray> &seen)
{
    if (const auto known = parts.constFind(digits); known != parts.constEnd())
        return *known;
    QByteArray out;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        SaltedStream stream(m_salt, 'r', digits, attempt);
        out.clear();
        while (out.size() < digits.size())
            out += stream.digit();
        if (digits.size() == 3)
            out[0] = '9'; // no province begins so, GB/T 2260
        if (out != digits && !made.contains(out) && !seen.contains(out))
            break;
    }
    if (parts.size() < most) {
        parts.insert(digits, out);
        made.insert(out);
    }
    return out;
}

QByteArray PseudonymMap::regionDigits(const QByteArray &digits)
{
    return regionPart(digits.left(3), m_first, m_firstMade, m_firstSeen)
        + regionPart(digits.mid(3, 5), m_second, m_secondMade, m_secondSeen);
}

QByteArray PseudonymMap::id(const QByteArray &digits)
{
    if (const auto known = m_ids.constFind(digits); known != m_ids.constEnd())
        return *known;
    QByteArray made;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        SaltedStream stream(m_salt, 'i', digits, attempt);
        made = regionDigits(digits) + digits.mid(8, 6);
        while (made.size() < digits.size())
            made += stream.digit();
        if (!m_made.contains(made) && !m_idsSeen.contains(made) && !m_domainsSeen.contains(made))
            break;
    }
    if (m_ids.size() < most) {
        m_ids.insert(digits, made);
        m_made.insert(made);
    }
    return made;
}

QByteArray PseudonymMap::region(const QByteArray &digits)
{
    if (digits.size() >= 8)
        return regionDigits(digits) + digits.mid(8);
    const QByteArray key = "civil" + digits;
    if (const auto known = m_ids.constFind(key); known != m_ids.constEnd())
        return *known;
    const QByteArray best = m_domainOfRegion.value(digits);
    const QByteArray made = regionDigits(best.isEmpty() ? digits.leftJustified(8, '0') : best).left(digits.size());
    if (m_ids.size() < most)
        m_ids.insert(key, made);
    return made;
}

QByteArray PseudonymMap::ssrc(const QByteArray &digits)
{
    const QByteArray part = digits.mid(1, 5);
    if (!m_secondSeen.contains(part))
        return digits;
    const QByteArray made = digits.left(1) + regionPart(part, m_second, m_secondMade, m_secondSeen) + digits.mid(6);
    insert(m_made, made);
    return made;
}

QByteArray PseudonymMap::mac(const QByteArray &text)
{
    SaltedStream stream(m_salt, 'm', text.toLower().replace('-', ':'));
    QByteArray made;
    for (int i = 0; i < 6; ++i)
        made += static_cast<char>(i == 0 ? (stream.octet() & 0xfc) | 2 : stream.octet());
    made = made.toHex(text[2]);
    made = text == text.toUpper() ? made.toUpper() : made;
    insert(m_made, made);
    return made;
}

} // namespace gb
