#pragma once
#include "core/base/clock.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <vector>

namespace gb {

/**
 * Deadlines of what lives in numbered slots, the earliest first. There is no cancelling: who armed a deadline that no
 * longer counts skips it when it comes up, for `generation` tells it from that of a later tenant of the slot. 16 octets
 * an entry.
 *
 * Timers run for a handful of lengths, and what is armed for one length falls due in the order in which it was armed.
 * So there is a lane for each run of rising deadlines, where an entry is added at the back and taken from the front,
 * whatever the number; a heap has the few that fit nowhere.
 */
class TimerQueue
{
public:
    struct Entry
    {
        TimePoint at{};
        quint32 slot = 0, generation = 0;
    };

    void push(const Entry &entry)
    {
        // Behind the latest one that is not later: lanes of other lengths keep their room
        Lane *best = nullptr;
        for (Lane &lane : m_lanes) {
            const bool fits = lane.empty() || lane.back().at <= entry.at;
            if (fits && (!best || best->empty() || (!lane.empty() && lane.back().at > best->back().at)))
                best = &lane;
        }
        if (best)
            return best->push_back(entry);
        m_heap.push_back(entry);
        std::push_heap(m_heap.begin(), m_heap.end(), later);
    }
    /// Null where there is none. Holds until the next call.
    const Entry *first() const
    {
        const Entry *first = m_heap.empty() ? nullptr : &m_heap.front();
        for (const Lane &lane : m_lanes) {
            if (!lane.empty() && (!first || lane.front().at < first->at))
                first = &lane.front();
        }
        return first;
    }
    /// Takes first() away.
    void pop()
    {
        const Entry *const entry = first();
        for (Lane &lane : m_lanes) {
            if (!lane.empty() && &lane.front() == entry)
                return lane.pop_front();
        }
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        m_heap.pop_back();
    }
    /// Drops what nobody waits for; linear. Who calls it when most are dead keeps the queue as small as what lives.
    template<typename Dead>
    void prune(Dead dead)
    {
        for (Lane &lane : m_lanes)
            std::erase_if(lane, std::ref(dead));
        std::erase_if(m_heap, std::ref(dead));
        std::make_heap(m_heap.begin(), m_heap.end(), later);
    }
    std::size_t size() const
    {
        std::size_t size = m_heap.size();
        for (const Lane &lane : m_lanes)
            size += lane.size();
        return size;
    }
    std::size_t octets() const { return size() * sizeof(Entry); }

private:
    using Lane = std::deque<Entry>;
    static bool later(const Entry &a, const Entry &b) { return a.at > b.at; }

    std::array<Lane, 6> m_lanes; ///< T1, T2, T4, D and 64·T1, and one more for a doubled interval
    std::vector<Entry> m_heap;
};

} // namespace gb
