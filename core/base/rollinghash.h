#pragma once
#include <QHashFunctions>
#include <QRandomGenerator>

#include <cstring>
#include <string_view>

namespace gb {

/// 128 bits that stand for a message's identity, seeded anew in each process, so that nobody outside can aim at a
/// collision.
struct Key128
{
    quint64 a = 0, b = 0;
    bool operator==(const Key128 &) const = default;
};

inline size_t qHash(const Key128 &key, size_t seed = 0) noexcept
{
    return static_cast<size_t>(key.a ^ seed);
}

inline Key128 hashSeeds()
{
    static const Key128 seeds{QRandomGenerator::system()->generate64(), QRandomGenerator::system()->generate64()};
    return seeds;
}

/// Of one text alone; seeded as Key128 is.
inline quint64 seededHash(std::string_view text)
{
    return qHashBits(text.data(), text.size(), hashSeeds().a);
}

/// Gathers what is added and hashes it in one go: of a dozen short texts the calls cost more than the octets.
class KeyHasher
{
public:
    KeyHasher &add(std::string_view text)
    {
        const std::size_t size = text.size();
        add(&size, sizeof size); // keeps "ab","c" from "a","bc"
        add(text.data(), size);
        return *this;
    }
    KeyHasher &add(quint64 number)
    {
        add(&number, sizeof number);
        return *this;
    }
    Key128 key()
    {
        mix(m_buffer, m_used);
        m_used = 0;
        return m_key;
    }

private:
    static constexpr std::size_t room = 256;

    void add(const void *octets, std::size_t size)
    {
        if (size > room - m_used) {
            key();
            if (size > room)
                return mix(octets, size);
        }
        if (size != 0)
            std::memcpy(m_buffer + m_used, octets, size);
        m_used += size;
    }
    void mix(const void *octets, std::size_t size)
    {
        m_key.a = qHashBits(octets, size, m_key.a) + 0x9e3779b97f4a7c15ULL;
        m_key.b = qHashBits(octets, size, m_key.b) + 0xc2b2ae3d27d4eb4fULL;
    }

    Key128 m_key = hashSeeds();
    std::size_t m_used = 0;
    char m_buffer[room];
};

} // namespace gb
