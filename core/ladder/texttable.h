#pragma once
#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace gb {

/**
 * Texts kept once each and named by a number, in blocks of UTF-8: a Call-ID of 40 characters costs about 54 octets, a
 * QString in a QHash about 200. Index 0 is the empty text. Indices hold until clear().
 */
class TextTable
{
public:
    static constexpr std::size_t maxText = 65535;       ///< octets; more are cut
    static constexpr quint32 maxCount = (1U << 26) - 1; ///< texts; of what is over it the number is 0

    TextTable() { clear(); }

    quint32 intern(std::string_view utf8);
    quint32 intern(const QString &text);
    /// Asks for the memory that intern() will look at.
    void prefetch(std::string_view utf8) const;
    /// 0 where it is not here.
    quint32 find(const QString &text) const;
    QString text(quint32 index) const;
    /// Until clear().
    std::string_view view(quint32 index) const;
    quint32 count() const { return static_cast<quint32>(m_starts.size()); }
    /// Octets of all texts.
    std::size_t octets() const { return m_octets; }
    /// What they take, with their index.
    std::size_t memory() const
    {
        return m_blocks.size() * blockSize + (m_starts.capacity() + m_slots.capacity()) * sizeof(quint32);
    }
    void clear();

private:
    static constexpr std::size_t blockSize = 128 * 1024;

    struct Place
    {
        std::size_t slot;
        quint32 tag; ///< bits of the hash, above those of maxCount
    };
    Place placeOf(std::string_view text) const;
    void grow();

    std::vector<std::unique_ptr<char[]>> m_blocks; ///< each text behind its length in two octets; none is in two blocks
    std::size_t m_used = 0;                        ///< of the last block
    std::size_t m_octets = 0;
    std::vector<quint32> m_starts; ///< where each text starts: block · blockSize + octet
    std::vector<quint32> m_slots; ///< open hash of index + 1 and a tag that spares most looks at the texts; the size is
                                  ///< a power of two
};

} // namespace gb
