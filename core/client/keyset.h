#pragma once
#include "core/base/rollinghash.h"

#include <QStringView>

#include <utility>
#include <vector>

namespace gb {

/// Which texts came, by their seeded hashes: eight octets a text, and nothing to be freed one by one, however many
/// there are. That two texts of a hundred thousand have one hash is one chance in ten thousand million, and nobody can
/// choose them so.
class KeySet
{
public:
    /// False: it is there already.
    bool add(QStringView text)
    {
        if (m_used * 4 >= m_slots.size() * 3)
            grow();
        std::uint64_t &slot = m_slots[place(hashOf(text))];
        if (slot != 0)
            return false;
        slot = hashOf(text);
        ++m_used;
        return true;
    }
    bool contains(QStringView text) const { return m_used > 0 && m_slots[place(hashOf(text))] != 0; }
    qsizetype size() const { return static_cast<qsizetype>(m_used); }

private:
    static std::uint64_t hashOf(QStringView text)
    {
        const auto *const octets = reinterpret_cast<const char *>(text.utf16());
        return seededHash({octets, static_cast<std::size_t>(text.size()) * sizeof(char16_t)}) | 1U; // 0 is nobody's
    }
    /// Where it is, or would be.
    std::size_t place(std::uint64_t hash) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (hash >> 1U) & mask;
        while (m_slots[at] != 0 && m_slots[at] != hash)
            at = (at + 1) & mask;
        return at;
    }
    void grow()
    {
        const std::vector<std::uint64_t> before = std::exchange(m_slots, {});
        m_slots.resize(before.empty() ? 64 : before.size() * 2);
        for (const std::uint64_t hash : before) {
            if (hash != 0)
                m_slots[place(hash)] = hash;
        }
    }

    std::vector<std::uint64_t> m_slots; ///< 2^n, a quarter of them free
    std::size_t m_used = 0;
};

} // namespace gb
