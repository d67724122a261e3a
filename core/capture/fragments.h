#pragma once
#include "core/base/clock.h"
#include "core/base/ipaddress.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <list>
#include <map>
#include <optional>
#include <string_view>

namespace gb {

/// A piece of an IP packet: RFC 791 §3.2, RFC 8200 §4.5.
struct IpFragment
{
    IpAddress from, to;
    quint32 id = 0;
    int protocol = 0;   ///< of IPv6: what follows in the first piece; of others it says nothing
    int depth = 0;      ///< layers around the packet
    quint32 offset = 0; ///< octets
    bool more = false;  ///< false: the last one
    std::string_view octets;
};

/// Puts the fragments of captured packets together. Pure: time is that of the capture. Memory is bounded; where it is
/// full, the oldest datagram goes first.
class Fragments
{
public:
    static constexpr std::size_t maxPieces = 64;            ///< of a datagram
    static constexpr quint32 maxDatagram = 65535;           ///< octets
    static constexpr qsizetype maxMemory = 4 * 1024 * 1024; ///< octets, each piece counted with `pieceCost` more
    static constexpr qsizetype pieceCost = 256;
    static constexpr std::size_t maxStarts = 16'384; ///< of what is lost, that wait for takeStart()
    static constexpr std::size_t maxLooks = 64;      ///< at those that wait, from the last one on, when one is given up
    static constexpr Duration patience = std::chrono::seconds(30); ///< from the first piece on

    struct Counts
    {
        quint64 whole = 0;       ///< datagrams
        quint64 lost = 0;        ///< fragments that came to nothing
        quint64 overlapping = 0; ///< datagrams refused for pieces that overlap or contradict each other (RFC 5722)
    };

    struct Whole
    {
        QByteArray octets;
        int protocol = 0;
    };
    /// The start of a datagram whose rest did not come.
    struct Start
    {
        IpAddress from, to;
        TimePoint at{}; ///< of its first piece
        int protocol = 0, depth = 0;
        QByteArray octets;
    };

    Fragments() = default;
    Fragments(Fragments &&) = default;
    Fragments &operator=(Fragments &&) = default; // a copy's places would be those of the original

    /// The datagram, where this piece was the last that it needed. Where pieces overlap the datagram is refused, with
    /// what else comes of it; the same piece twice is no overlap.
    std::optional<Whole> add(const IpFragment &fragment, TimePoint at);
    /// No more will come: what waits is lost.
    void finish();
    /// What is lost, and began with its first octets; in the order of time.
    std::optional<Start> takeStart();
    /// The rest of the first datagram between these whose start `wanted` says yes to will not come. False where there
    /// is none.
    template<typename Wanted>
    bool giveUp(const IpAddress &from, const IpAddress &to, Wanted wanted)
    {
        auto one = m_waiting.rbegin();
        for (std::size_t step = 0; one != m_waiting.rend() && step < maxLooks; ++one, ++step) {
            if (one->key.from == from && one->key.to == to && hasStart(*one) && wanted(startOf(*one))) {
                remove(std::prev(one.base()));
                return true;
            }
        }
        return false;
    }
    bool isEmpty() const { return m_waiting.empty(); }
    const Counts &counts() const { return m_counts; }
    /// As maxMemory counts.
    qsizetype memory() const { return m_memory; }

private:
    struct Key
    {
        IpAddress from, to;
        quint32 id;
        int protocol; ///< of IPv4
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, key.from, key.to, key.id, key.protocol);
        }
    };
    struct Waiting
    {
        Key key;
        TimePoint first{};
        std::map<quint32, QByteArray> pieces; ///< by offset
        quint64 count = 0;
        quint32 size = 0;  ///< octets there are
        quint32 total = 0; ///< 0: the last piece has not come
        int protocol = 0, depth = 0;
        bool refused = false;
    };
    using Place = std::list<Waiting>::iterator;

    enum class Fit : quint8 { New, Copy, No };

    Place placeOf(const Key &key, TimePoint at);
    static Fit fit(const Waiting &waiting, const IpFragment &fragment);
    void refuse(Waiting &waiting);
    void remove(Place place);
    void makeRoom(TimePoint at);
    static bool hasStart(const Waiting &waiting)
    {
        return !waiting.refused && !waiting.pieces.empty() && waiting.pieces.begin()->first == 0;
    }
    static Start startOf(const Waiting &waiting);

    std::list<Waiting> m_waiting; ///< in the order of their first pieces
    QHash<Key, Place> m_places;
    std::deque<Start> m_starts; ///< until takeStart()
    qsizetype m_memory = 0;
    Counts m_counts;
};

} // namespace gb
