#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define GB_FEEDFINDER_SSE2
#endif

namespace gb {

/// Finds line feeds one after the other, and notices octets of zero on the way: a search from each line to the next takes twice as long for the short lines of a head.
class FeedFinder
{
public:
    explicit FeedFinder(std::string_view text)
        : m_text(text)
    {
    }

    /// The first one from `from` on, npos where there is none. `from` never falls.
    std::size_t next(std::size_t from)
    {
        while (m_feeds == 0 || lowest() < from) {
            if (m_feeds != 0)
                m_feeds &= m_feeds - 1;
            else if (m_read < m_text.size())
                readBlock();
            else
                return std::string_view::npos;
        }
        return lowest();
    }
    /// Among the octets that were looked at; they may be more than were asked for.
    bool sawZero() const { return m_sawZero; }

private:
    static constexpr std::size_t block = 16;

    std::size_t lowest() const { return m_base + static_cast<std::size_t>(std::countr_zero(m_feeds)); }
    void readBlock()
    {
        m_base = m_read;
        const std::size_t size = m_text.size() - m_base;
        if (size >= block) {
            look(m_text.data() + m_base);
        } else {
            char rest[block];
            std::memset(rest, ' ', block);
            std::memcpy(rest, m_text.data() + m_base, size);
            look(rest);
        }
        m_read += block;
    }
#ifdef GB_FEEDFINDER_SSE2
    void look(const char *octets)
    {
        const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i *>(octets));
        m_feeds = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(all, _mm_set1_epi8('\n'))));
        m_sawZero |= _mm_movemask_epi8(_mm_cmpeq_epi8(all, _mm_setzero_si128())) != 0;
    }
#else
    void look(const char *octets)
    {
        for (std::size_t at = 0; at < block; ++at) {
            m_feeds |= octets[at] == '\n' ? std::uint32_t{1} << at : 0U;
            m_sawZero |= octets[at] == '\0';
        }
    }
#endif

    std::string_view m_text;
    std::size_t m_base = 0, m_read = 0;
    std::uint32_t m_feeds = 0; ///< of the block at m_base, those that were not passed
    bool m_sawZero = false;
};

} // namespace gb
