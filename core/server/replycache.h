#pragma once
#include "core/base/clock.h"
#include "core/base/rollinghash.h"

#include <QByteArray>
#include <QHash>

#include <deque>

namespace gb {

/// The answers of the last 64·T1, so that a retransmission gets the same octets again and is not acted upon (RFC 3261 §17.2.2). Bounded; the oldest go first.
class ReplyCache
{
public:
    static constexpr std::size_t maxEntries = 200'000;
    static constexpr qsizetype maxOctets = 64 * 1024 * 1024;
    static constexpr std::chrono::seconds life{32};

    struct Entry
    {
        QByteArray octets;
        bool limited = false; ///< counts against AnswerLimit each time it is sent
    };

    /// The pointer holds until the next call.
    const Entry *find(const Key128 &key, TimePoint now);
    void insert(const Key128 &key, Entry entry, TimePoint now);

private:
    void trim(TimePoint now);

    QHash<Key128, Entry> m_entries;
    std::deque<std::pair<TimePoint, Key128>> m_order;
    qsizetype m_octets = 0;
};

/// Holds error answers back: at most 20 a second to an address and 200 in all, so that nobody is flooded in somebody else's name.
class AnswerLimit
{
public:
    static constexpr int perAddress = 20, inAll = 200;

    /// `address` is a hash of it.
    bool allow(quint64 address, TimePoint now);

private:
    std::chrono::seconds m_second{};
    int m_all = 0;
    QHash<quint64, int> m_addresses; ///< of this second, so at most inAll
};

} // namespace gb
