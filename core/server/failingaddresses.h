#pragma once
#include "core/base/clock.h"
#include "core/base/ipaddress.h"
#include "core/base/rollinghash.h"

#include <QHash>

#include <deque>
#include <string_view>
#include <unordered_map>

namespace gb {

/**
 * Addresses from which authentication keeps failing: somebody guesses IDs or passwords. A wrong digest is a failure,
 * and so is a challenge that nobody answers in time; a registration that works takes its own challenges back, so a
 * thousand devices behind one address that all begin at once are none. Failures are forgotten one every ten seconds.
 * Bounded; over the bound an address that is new is not watched.
 */
class FailingAddresses
{
public:
    static constexpr int most = 20; ///< failures of an address that are borne; with more it is slow
    static constexpr int worst = 3 * most;
    static constexpr std::chrono::seconds patience{10}, forgiveness{10};
    static constexpr std::size_t capacity = 4096;       ///< addresses
    static constexpr std::size_t openCapacity = 10'000; ///< challenges of an address that wait for their answer

    void challenged(std::string_view id, const IpAddress &address, TimePoint now);
    void failed(std::string_view id, const IpAddress &address, TimePoint now);
    void succeeded(std::string_view id, const IpAddress &address);
    bool isSlow(const IpAddress &address, TimePoint now);
    /// A challenge of that ID waits for its answer.
    bool waits(std::string_view id, const IpAddress &address) const;
    qsizetype waiting(const IpAddress &address) const;
    /// As far as they are not forgotten; 0 of one that is not known.
    int failures(const IpAddress &address) const;
    std::size_t size() const { return m_addresses.size(); }

private:
    struct Open
    {
        TimePoint at;
        quint64 id; ///< hash
        quint64 turn;
    };
    struct Address
    {
        std::deque<Open> open;           ///< the oldest first
        QHash<quint64, quint64> waiting; ///< by ID, the turn of its last challenge
        int failures = 0;
        TimePoint forgivenAt{};
    };
    struct Hash
    {
        std::size_t operator()(const IpAddress &address) const { return qHash(address); }
    };
    static quint64 hashOf(std::string_view id) { return KeyHasher().add(id).key().a; }
    Address *at(const IpAddress &address, TimePoint now);
    static void settle(Address &one, TimePoint now);
    static void add(Address &one);
    void sweep(TimePoint now);

    std::unordered_map<IpAddress, Address, Hash> m_addresses;
    TimePoint m_swept{};
    quint64 m_turn = 0;
};

} // namespace gb
