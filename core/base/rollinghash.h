#pragma once
#include <QHashFunctions>
#include <QRandomGenerator>

#include <string_view>

namespace gb {

/// 128 bits that stand for a message's identity, seeded anew in each process, so that nobody outside can aim at a collision.
struct Key128
{
    quint64 a = 0, b = 0;
    bool operator==(const Key128 &) const = default;
};

inline size_t qHash(const Key128 &key, size_t seed = 0) noexcept
{
    return static_cast<size_t>(key.a ^ seed);
}

class KeyHasher
{
public:
    KeyHasher()
    {
        static const quint64 seeds[2] = {QRandomGenerator::system()->generate64(), QRandomGenerator::system()->generate64()};
        m_key = {seeds[0], seeds[1]};
    }
    KeyHasher &add(std::string_view text)
    {
        m_key.a = qHashBits(text.data(), text.size(), m_key.a) + 0x9e3779b97f4a7c15ULL * (text.size() + 1); // the length keeps "ab","c" from "a","bc"
        m_key.b = qHashBits(text.data(), text.size(), m_key.b) + 0xc2b2ae3d27d4eb4fULL * (text.size() + 1);
        return *this;
    }
    KeyHasher &add(quint64 number) { return add(std::string_view(reinterpret_cast<const char *>(&number), sizeof number)); }
    Key128 key() const { return m_key; }

private:
    Key128 m_key;
};

} // namespace gb
