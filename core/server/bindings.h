#pragma once
#include "core/net/datagram.h"

#include <QHash>

#include <set>
#include <string_view>

namespace gb {

/// One registration in force, RFC 3261 §10.3.
struct Binding
{
    Endpoint source;
    quint64 callId = 0; ///< hash
    std::uint32_t cseq = 0;
    TimePoint expiresAt{};
    Endpoint local; ///< that its REGISTER came to: our requests come from there, or it ignores them
    TransportKind transport = TransportKind::Udp;
};

/// The registrar's own memory of who may speak: bounded, and without those whose time is over.
class Bindings
{
public:
    static constexpr qsizetype capacity = 10'000;

    /// False where there is no room for one more.
    bool set(std::string_view id, const Binding &binding);
    void remove(std::string_view id);
    void expire(TimePoint now);
    /// Null where it is not registered.
    const Binding *find(std::string_view id) const;
    /// A registration of whatever ID from this endpoint with this Call-ID is in force.
    bool holds(const Endpoint &source, quint64 callId) const;
    qsizetype size() const { return m_byId.size(); }

private:
    static quint64 placeOf(const Endpoint &source, quint64 callId) { return qHashMulti(0, source, callId); }

    QHash<QByteArray, Binding> m_byId;
    QHash<quint64, int> m_places;
    std::set<std::pair<TimePoint, QByteArray>> m_expiry;
};

} // namespace gb
