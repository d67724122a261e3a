#pragma once
#include "core/base/clock.h"
#include "core/base/ipaddress.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <optional>
#include <string_view>

namespace gb {

/**
 * Nonces that need no memory until they are used: time, 128 random bits of the system's generator and a keyed BLAKE2
 * seal over both and the address they were given to (RFC 2617 §3.2.1). A used one is remembered until it is too old:
 * without qop it serves once, with qop its nonce count must rise.
 */
class NonceStore
{
public:
    static constexpr std::chrono::minutes life{5};
    static constexpr std::size_t capacity = 100'000; ///< used nonces remembered; over it the older half of the life is
                                                     ///< cut off

    enum class Verdict { Fresh, Stale, Unknown };

    NonceStore();

    QByteArray issue(const IpAddress &address, TimePoint now) const;
    /// Does not use it up. `nc` is empty where the client uses no qop.
    Verdict check(std::string_view nonce, std::string_view nc, const IpAddress &address, TimePoint now) const;
    /// After the digest was found right.
    void use(std::string_view nonce, std::string_view nc, TimePoint now);
    /// Used ones that are remembered.
    std::size_t size() const { return m_order.size(); }

private:
    QByteArray seal(const QByteArray &stamp, const IpAddress &address) const;
    static std::optional<TimePoint> issuedAt(std::string_view nonce);

    QByteArray m_secret;
    TimePoint m_notBefore{};           ///< nonces of then and before may have served and be forgotten
    QHash<QByteArray, quint64> m_used; ///< nonce to the highest nonce count; 0 without qop
    std::deque<std::pair<TimePoint, QByteArray>> m_order;
};

} // namespace gb
