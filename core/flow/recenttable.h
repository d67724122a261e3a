#pragma once
#include "core/base/clock.h"
#include "core/base/placeindex.h"
#include "core/base/rollinghash.h"

#include <vector>

namespace gb {

/**
 * Values by key in the order in which they came, the oldest in front. They stand side by side in a ring, so that
 * forgetting, which is half of what happens to them, walks through memory; the open hash has eight octets for each.
 * Never shrinks.
 */
template<typename Value>
class RecentTable
{
public:
    struct Entry
    {
        Key128 key;
        TimePoint since{}; ///< it stands in front of those that came later
        Value value{};
    };

    RecentTable()
        : m_ring(64)
    {
    }

    std::size_t size() const { return m_next - m_first; }
    bool empty() const { return size() == 0; }
    /// Null where there is none; holds until the next add().
    Value *find(const Key128 &key)
    {
        const auto place = m_index.find(key.a, [&](quint32 one) { return at(one).key == key; });
        return place ? &at(*place).value : nullptr;
    }
    /// Some messages ahead of find() or add().
    void prefetch(const Key128 &key) const { m_index.prefetch(key.a); }
    /// The key is a new one.
    Value &add(const Key128 &key, TimePoint since)
    {
        if (size() == m_ring.size())
            grow();
        m_index.insert(key.a, m_next);
        Entry &entry = at(m_next++);
        entry = {key, since, {}};
        return entry.value;
    }
    Entry &front() { return at(m_first); }
    void popFront()
    {
        m_index.prefetch(at(m_first + lookAhead).key.a); // its turn comes soon
        m_index.remove(front().key.a, m_first);
        ++m_first;
    }
    void moveFrontToBack(TimePoint since)
    {
        m_index.move(front().key.a, m_first, m_next);
        Entry moved = std::move(at(m_first++));
        moved.since = since;
        at(m_next++) = std::move(moved);
    }

private:
    static constexpr quint32 lookAhead = 8;

    Entry &at(quint32 place) { return m_ring[place & (m_ring.size() - 1)]; }
    void grow()
    {
        std::vector<Entry> ring(m_ring.size() * 2);
        for (quint32 place = m_first; place != m_next; ++place)
            ring[place & (ring.size() - 1)] = std::move(at(place));
        m_ring.swap(ring);
    }

    std::vector<Entry> m_ring; ///< by place; its size is a power of two
    PlaceIndex m_index;
    quint32 m_first = 0, m_next = 0; ///< places count on and on
};

} // namespace gb
