#pragma once
#include "core/net/datagram.h"

#include <QHash>

#include <map>
#include <set>
#include <string_view>

namespace gb {

/// One registration in force, RFC 3261 §10.3.
struct Binding
{
    Endpoint source;
    quint64 callId = 0; ///< hash
    std::uint32_t cseq = 0;
    TimePoint at{}; ///< when it was registered, or refreshed
    TimePoint expiresAt{};
    Endpoint local; ///< that its REGISTER came to: our requests come from there, or it ignores them
    TransportKind transport = TransportKind::Udp;
    bool authenticated = false; ///< a password showed who it is
    bool proven = false;        ///< it spoke again from where it registered: more than one datagram of anybody's
    quint64 turn = 0;           ///< set by Bindings
};

/**
 * The registrar's own memory of who may speak: bounded, and without those whose time is over. Where places run short,
 * one that nothing authenticated makes room: at first of an address that has more than its share and never spoke
 * again, then the oldest that never spoke again, then of an address with more than its share. Who has authenticated
 * never does.
 */
class Bindings
{
public:
    static constexpr qsizetype capacity = 10'000;
    static constexpr qsizetype share = 8; ///< of an address, where places run short and nothing was authenticated

    enum class Room : quint8 {
        Free,
        None, ///< nobody may be sent away for this one: it is not taken
        Made, ///< of one that is gone; see Outcome::from
    };
    struct Outcome
    {
        Room room = Room::Free;
        IpAddress from;     ///< the address with more than its share that had to give; null: one of many addresses
        qsizetype held = 0; ///< by it, or by all that nothing authenticated
    };

    explicit Bindings(qsizetype most = capacity)
        : m_most(most)
    {
    }

    Outcome set(std::string_view id, Binding binding);
    void remove(std::string_view id);
    void expire(TimePoint now);
    /// It spoke again from where it registered.
    void prove(std::string_view id);
    /// Null where it is not registered.
    const Binding *find(std::string_view id) const;
    /// A registration of whatever ID from this endpoint with this Call-ID is in force.
    bool holds(const Endpoint &source, quint64 callId) const;
    /// A registration of whatever ID from this endpoint is in force.
    bool holds(const Endpoint &source) const { return m_sources.contains(source); }
    qsizetype size() const { return m_byId.size(); }
    const QHash<QByteArray, Binding> &all() const { return m_byId; }
    /// Grows with each that is set or removed.
    quint64 changes() const { return m_changes; }

private:
    /// IDs in the order of their turns.
    using Queue = std::map<quint64, QByteArray>;
    /// What nothing authenticated of one address.
    struct Holder
    {
        IpAddress address;
        Queue unproven, proven;
        qsizetype size() const { return static_cast<qsizetype>(unproven.size() + proven.size()); }
    };
    /// By how many they hold, and the address' octets.
    using Ranking = std::set<std::pair<qsizetype, QByteArray>>;

    static quint64 placeOf(const Endpoint &source, quint64 callId) { return qHashMulti(0, source, callId); }
    static QByteArray keyOf(const IpAddress &address);
    void changeHolder(const QByteArray &id, const Binding &binding, bool enters);
    bool makeRoom(const IpAddress &newcomer, Outcome &outcome);

    const qsizetype m_most;
    quint64 m_turn = 0, m_changes = 0;
    QHash<QByteArray, Binding> m_byId;
    QHash<quint64, int> m_places;
    QHash<Endpoint, int> m_sources;
    std::set<std::pair<TimePoint, QByteArray>> m_expiry;
    std::map<QByteArray, Holder> m_holders;
    Queue m_unproven; ///< of all holders
    Ranking m_byUnproven, m_byAll;
};

} // namespace gb
