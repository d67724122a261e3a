#include "core/server/noncestore.h"

#include "core/message/digest.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <charconv>

namespace gb {
namespace {

constexpr qsizetype timeDigits = 12, randomDigits = 32, sealDigits = 32;
constexpr qsizetype stampDigits = timeDigits + randomDigits;

QByteArray hex(quint64 number, qsizetype digits)
{
    return QByteArray::number(number, 16).rightJustified(digits, '0', true);
}

quint64 countOf(std::string_view nc)
{
    quint64 count = 0;
    const auto [end, error] = std::from_chars(nc.data(), nc.data() + nc.size(), count, 16);
    return error == std::errc{} && end == nc.data() + nc.size() ? count : 0;
}

} // namespace

NonceStore::NonceStore()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    m_secret = QByteArray(reinterpret_cast<const char *>(words), sizeof words);
}

QByteArray NonceStore::issue(const IpAddress &address, TimePoint now) const
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    quint32 random[4];
    QRandomGenerator::system()->fillRange(random);
    const QByteArray stamp = hex(static_cast<quint64>(millis), timeDigits)
        + QByteArray(reinterpret_cast<const char *>(random), sizeof random).toHex();
    return stamp + seal(stamp, address);
}

QByteArray NonceStore::seal(const QByteArray &stamp, const IpAddress &address) const
{
    // BLAKE2 needs no HMAC around it: what it hashes cannot be extended (RFC 7693).
    return QCryptographicHash::hash(
        QByteArray(m_secret + stamp
            + QByteArrayView(address.octets().data(), static_cast<qsizetype>(address.octets().size()))),
        QCryptographicHash::Blake2b_160)
        .toHex()
        .left(sealDigits);
}

std::optional<TimePoint> NonceStore::issuedAt(std::string_view nonce)
{
    quint64 millis = 0;
    const auto [end, error] = std::from_chars(nonce.data(), nonce.data() + timeDigits, millis, 16);
    if (error != std::errc{} || end != nonce.data() + timeDigits)
        return std::nullopt;
    return TimePoint(std::chrono::milliseconds(millis));
}

NonceStore::Verdict NonceStore::check(
    std::string_view nonce, std::string_view nc, const IpAddress &address, TimePoint now) const
{
    if (nonce.size() != static_cast<std::size_t>(stampDigits + sealDigits))
        return Verdict::Unknown;
    const auto issued = issuedAt(nonce);
    const QByteArray stamp(nonce.data(), stampDigits);
    const QByteArray expected = seal(stamp, address);
    if (!issued
        || !sameDigest(nonce.substr(stampDigits), {expected.constData(), static_cast<std::size_t>(expected.size())}))
        return Verdict::Unknown;
    if (now - *issued >= life || *issued <= m_notBefore)
        return Verdict::Stale;
    const auto used = m_used.constFind(QByteArray::fromRawData(nonce.data(), static_cast<qsizetype>(nonce.size())));
    if (used == m_used.constEnd())
        return Verdict::Fresh;
    return !nc.empty() && *used != 0 && countOf(nc) > *used ? Verdict::Fresh : Verdict::Stale;
}

void NonceStore::use(std::string_view nonce, std::string_view nc, TimePoint now)
{
    while (!m_order.empty() && (now - m_order.front().first >= life || m_order.size() >= capacity)) {
        if (m_order.size() >= capacity) // whoever was issued by then may have been used and be forgotten
            m_notBefore = std::max(m_notBefore,
                issuedAt({m_order.front().second.constData(), static_cast<std::size_t>(m_order.front().second.size())})
                    .value_or(now));
        m_used.remove(m_order.front().second);
        m_order.pop_front();
    }
    const QByteArray key(nonce.data(), static_cast<qsizetype>(nonce.size()));
    if (!m_used.contains(key))
        m_order.emplace_back(now, key);
    m_used.insert(key, nc.empty() ? 0 : countOf(nc));
}

} // namespace gb
