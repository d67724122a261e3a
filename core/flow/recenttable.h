#pragma once
#include "core/base/clock.h"
#include "core/base/rollinghash.h"

#include <vector>

namespace gb {

/**
 * Values by key in the order in which they came, the oldest in front. They stand side by side in a ring, so that forgetting, which is half of what happens to them, walks through
 * memory; the open hash has eight octets for each. Never shrinks.
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
        , m_slots(128)
    {
    }

    std::size_t size() const { return m_next - m_first; }
    bool empty() const { return size() == 0; }
    /// Null where there is none; holds until the next add().
    Value *find(const Key128 &key)
    {
        for (std::size_t slot = homeOf(tagOf(key)); m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
            if (static_cast<quint32>(m_slots[slot] >> 32) == tagOf(key) && at(static_cast<quint32>(m_slots[slot])).key == key)
                return &at(static_cast<quint32>(m_slots[slot])).value;
        }
        return nullptr;
    }
    /// The key is a new one.
    Value &add(const Key128 &key, TimePoint since)
    {
        if (size() == m_ring.size())
            grow();
        place(tagOf(key), m_next);
        Entry &entry = at(m_next++);
        entry = {key, since, {}};
        return entry.value;
    }
    Entry &front() { return at(m_first); }
    void popFront()
    {
        std::size_t hole = slotOfFront();
        ++m_first;
        // Whoever stands behind it and may stand there moves up, so that no search ends early
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t slot = (hole + 1) & mask; m_slots[slot] != 0; slot = (slot + 1) & mask) {
            const std::size_t home = homeOf(static_cast<quint32>(m_slots[slot] >> 32));
            if (((slot - home) & mask) < ((slot - hole) & mask))
                continue;
            m_slots[hole] = m_slots[slot];
            hole = slot;
        }
        m_slots[hole] = 0;
    }
    void moveFrontToBack(TimePoint since)
    {
        const std::size_t slot = slotOfFront();
        m_slots[slot] = (m_slots[slot] & ~quint64{0xffffffff}) | m_next;
        Entry moved = std::move(at(m_first++));
        moved.since = since;
        at(m_next++) = std::move(moved);
    }

private:
    /// Never 0, so that no slot that is taken is.
    static quint32 tagOf(const Key128 &key) { return static_cast<quint32>(key.a) | 1U; }
    std::size_t homeOf(quint32 tag) const { return (tag >> 1) & (m_slots.size() - 1); }
    Entry &at(quint32 place) { return m_ring[place & (m_ring.size() - 1)]; }
    void place(quint32 tag, quint32 place)
    {
        std::size_t slot = homeOf(tag);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = quint64{tag} << 32 | place;
    }
    std::size_t slotOfFront() const
    {
        std::size_t slot = homeOf(tagOf(m_ring[m_first & (m_ring.size() - 1)].key));
        while (m_slots[slot] == 0 || static_cast<quint32>(m_slots[slot]) != m_first)
            slot = (slot + 1) & (m_slots.size() - 1);
        return slot;
    }
    void grow()
    {
        std::vector<Entry> ring(m_ring.size() * 2);
        for (quint32 place = m_first; place != m_next; ++place)
            ring[place & (ring.size() - 1)] = std::move(at(place));
        m_ring.swap(ring);
        const std::vector<quint64> old = std::exchange(m_slots, std::vector<quint64>(m_ring.size() * 2));
        for (const quint64 slot : old) {
            if (slot != 0)
                place(static_cast<quint32>(slot >> 32), static_cast<quint32>(slot));
        }
    }

    std::vector<Entry> m_ring;    ///< by place; its size is a power of two
    std::vector<quint64> m_slots; ///< tag and place; twice as many
    quint32 m_first = 0, m_next = 0; ///< places count on and on
};

} // namespace gb
