#pragma once
#include "core/base/prefetch.h"

#include <QtGlobal>

#include <optional>
#include <utility>
#include <vector>

namespace gb {

/// An open hash from keys to places: numbers of whatever is kept elsewhere. Eight octets for each, half of them bits of
/// the key's hash, so that most looks elsewhere are spared.
class PlaceIndex
{
public:
    PlaceIndex()
        : m_slots(128)
    {
    }

    /// The place of which `isIt(place)` says that it has the key.
    template<typename IsIt>
    std::optional<quint32> find(quint64 hash, const IsIt &isIt) const
    {
        const quint32 tag = tagOf(hash);
        for (std::size_t slot = homeOf(tag); m_slots[slot] != 0; slot = next(slot)) {
            if (static_cast<quint32>(m_slots[slot] >> 32) == tag && isIt(static_cast<quint32>(m_slots[slot])))
                return static_cast<quint32>(m_slots[slot]);
        }
        return std::nullopt;
    }
    /// The first place that may be it: nobody has looked.
    std::optional<quint32> likely(quint64 hash) const
    {
        return find(hash, [](quint32) { return true; });
    }
    /// The key is not in it.
    void insert(quint64 hash, quint32 place)
    {
        if (++m_count * 2 > m_slots.size())
            grow();
        put(tagOf(hash), place);
    }
    /// It is in it.
    void remove(quint64 hash, quint32 place)
    {
        std::size_t hole = slotOf(hash, place);
        // Whoever stands behind it and may stand there moves up, so that no search ends early
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t slot = next(hole); m_slots[slot] != 0; slot = next(slot)) {
            const std::size_t home = homeOf(static_cast<quint32>(m_slots[slot] >> 32));
            if (((slot - home) & mask) < ((slot - hole) & mask))
                continue;
            m_slots[hole] = m_slots[slot];
            hole = slot;
        }
        m_slots[hole] = 0;
        --m_count;
    }
    void move(quint64 hash, quint32 place, quint32 to)
    {
        quint64 &slot = m_slots[slotOf(hash, place)];
        slot = (slot & ~quint64{0xffffffff}) | to;
    }
    void prefetch(quint64 hash) const { gb::prefetch(&m_slots[homeOf(tagOf(hash))]); }

private:
    /// Never 0, so that no slot that is taken is.
    static quint32 tagOf(quint64 hash) { return static_cast<quint32>(hash) | 1U; }
    std::size_t homeOf(quint32 tag) const { return (tag >> 1) & (m_slots.size() - 1); }
    std::size_t next(std::size_t slot) const { return (slot + 1) & (m_slots.size() - 1); }
    void put(quint32 tag, quint32 place)
    {
        std::size_t slot = homeOf(tag);
        while (m_slots[slot] != 0)
            slot = next(slot);
        m_slots[slot] = quint64{tag} << 32 | place;
    }
    std::size_t slotOf(quint64 hash, quint32 place) const
    {
        std::size_t slot = homeOf(tagOf(hash));
        while (m_slots[slot] == 0 || static_cast<quint32>(m_slots[slot]) != place)
            slot = next(slot);
        return slot;
    }
    void grow()
    {
        const std::vector<quint64> old = std::exchange(m_slots, std::vector<quint64>(m_slots.size() * 2));
        for (const quint64 slot : old) {
            if (slot != 0)
                put(static_cast<quint32>(slot >> 32), static_cast<quint32>(slot));
        }
    }

    std::vector<quint64> m_slots; ///< tag and place; their number is a power of two
    std::size_t m_count = 0;
};

} // namespace gb
