#pragma once
#include "core/base/clock.h"

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace gb {

/**
 * Deadlines of what lives in numbered slots, the earliest first. There is no cancelling: who armed a deadline that no longer counts skips it when it comes up, for `generation`
 * tells it from that of a later tenant of the slot. 16 octets an entry; four children a node share a cache line, so that a push or a pop of 100,000 touches nine of them at most.
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
        m_heap.push_back(entry);
        rise(m_heap.size() - 1);
    }
    /// Null where there is none. Holds until the next call.
    const Entry *first() const { return m_heap.empty() ? nullptr : &m_heap.front(); }
    void pop()
    {
        m_heap.front() = m_heap.back();
        m_heap.pop_back();
        if (!m_heap.empty())
            sink(0);
    }
    /// Drops what nobody waits for; linear. Who calls it when most are dead keeps the queue as small as what lives.
    template<typename Dead>
    void prune(Dead dead)
    {
        std::erase_if(m_heap, dead);
        for (std::size_t i = m_heap.size() / arity + 1; i-- > 0;)
            sink(i);
    }
    std::size_t size() const { return m_heap.size(); }
    std::size_t octets() const { return m_heap.capacity() * sizeof(Entry); }

private:
    static constexpr std::size_t arity = 4;

    void rise(std::size_t i)
    {
        const Entry entry = m_heap[i];
        while (i > 0 && entry.at < m_heap[(i - 1) / arity].at) {
            m_heap[i] = m_heap[(i - 1) / arity];
            i = (i - 1) / arity;
        }
        m_heap[i] = entry;
    }
    void sink(std::size_t i)
    {
        if (i >= m_heap.size())
            return;
        const Entry entry = m_heap[i];
        for (;;) {
            const std::size_t from = arity * i + 1;
            if (from >= m_heap.size())
                break;
            const std::size_t to = std::min(from + arity, m_heap.size());
            std::size_t least = from;
            for (std::size_t child = from + 1; child < to; ++child)
                least = m_heap[child].at < m_heap[least].at ? child : least;
            if (m_heap[least].at >= entry.at)
                break;
            m_heap[i] = m_heap[least];
            i = least;
        }
        m_heap[i] = entry;
    }

    std::vector<Entry> m_heap;
};

} // namespace gb
