#pragma once
#include "core/base/clock.h"
#include "core/base/endpoint.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace gb {

/**
 * Which TCP connections have to go. One that has not sent its first whole message is silent: it has 30 s, and of more
 * than a share of one address the oldest go as soon as they had time to begin. One that spoke stays; where places run
 * short it is only behind the silent ones in the row, until a device registered on it. Pure: no sockets, no clock.
 */
class ConnectionGate
{
public:
    static constexpr std::size_t share = 8;                       ///< silent ones of an address
    static constexpr std::chrono::seconds patience{30}, grace{5}; ///< to begin; over a bad line a first segment comes
                                                                  ///< after 1 s or 3 s

    void opened(const Endpoint &peer, TimePoint now);
    /// Its first whole message came.
    void spoke(const Endpoint &peer);
    /// A device registered on it.
    void registered(const Endpoint &peer) { closed(peer); }
    void closed(const Endpoint &peer);

    /// Silent ones whose time is over, or that are over the share of their address; the oldest first.
    std::vector<Endpoint> overdue(TimePoint now) const;
    /// When overdue() may tell of another one; empty where nobody is silent.
    std::optional<TimePoint> nextDeadline(TimePoint now) const;
    /// Who makes room for one more: the oldest silent one of the address that has most over its share, else the oldest
    /// silent one, else the same of those that spoke and are no device. Empty: all are devices.
    std::optional<Endpoint> firstToGo() const;
    std::size_t silent() const { return m_silent.size(); }

private:
    struct Hash
    {
        std::size_t operator()(const IpAddress &address) const { return qHash(address); }
        std::size_t operator()(const Endpoint &endpoint) const { return qHash(endpoint); }
    };
    struct Waiting
    {
        TimePoint since;
        Endpoint peer;
    };
    using Queue = std::map<quint64, Waiting>; ///< by turn
    /// Connections of one kind.
    struct Kind
    {
        Queue all;
        std::unordered_map<IpAddress, Queue, Hash> byAddress;

        std::size_t size() const { return all.size(); }
        void add(quint64 turn, const Waiting &one);
        void remove(quint64 turn, const IpAddress &address);
        std::optional<Endpoint> firstToGo() const;
    };
    struct Place
    {
        quint64 turn = 0;
        bool silent = true;
    };

    Kind m_silent, m_strangers;
    std::unordered_map<Endpoint, Place, Hash> m_places;
    quint64 m_turn = 0;
};

} // namespace gb
