#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define GB_HEADMARKS_SSE2
#endif

namespace gb {

/// Of the octets that part a head into lines, names and values: line feed, comma, quote, and what ASCII has between 9
/// and A (`: ; < = > ? @`).
constexpr bool isMark(char c)
{
    return (c >= ':' && c <= '@') || c == ',' || c == '"' || c == '\n';
}

/// Looks for marks in texts of any origin, octet by octet.
struct PlainMarks
{
    /// The first mark from `from` on, `end` where there is none.
    static const char *next(const char *from, const char *end) { return std::find_if(from, end, isMark); }
};

/**
 * Where the marks of one message stand: found 64 octets at a time and kept as bits. A head is asked about places that
 * are a few octets apart some ninety times, and how its marks lie tells it from heads of another layout.
 */
class HeadMarks
{
public:
    explicit HeadMarks(std::string_view text)
        : m_begin(text.data())
        , m_end(text.data() + text.size())
    {
        const std::size_t kept = std::min(text.size(), limit);
        std::size_t word = 0;
        for (; (word + 1) * width <= kept; ++word)
            look(m_begin + word * width, word);
        char rest[width]; // with a mark behind the last octet, so that each search ends
        std::memset(rest, '\n', width);
        std::memcpy(rest, m_begin + word * width, kept - word * width);
        look(rest, word);
        m_kept = m_begin + kept;
    }

    /// The first mark from `from`, a place in the text, on; `end`, another, where there is none ahead of it.
    const char *next(const char *from, const char *end) const
    {
        const char *mark = first(m_marks, from);
        if (mark == m_kept && m_kept < end) // no farther than is asked for
            mark = PlainMarks::next(std::max(from, mark), end);
        return std::min(mark, end);
    }
    /// The first line feed from `from` on; the end of the text where there is none.
    const char *feed(const char *from) const
    {
        const char *const feed = first(m_feeds, from);
        return feed == m_kept && m_kept != m_end ? std::find(std::max(from, feed), m_end, '\n') : feed;
    }
    /// The place behind the first empty line, where lines end in CR LF; 0 where there is none.
    std::size_t headEnd() const
    {
        const auto kept = static_cast<std::size_t>(m_kept - m_begin);
        std::uint64_t before = 0;
        for (std::size_t word = 0; word * width < kept; ++word) {
            std::uint64_t pairs = m_feeds[word] & (m_feeds[word] << 2 | before >> (width - 2));
            before = m_feeds[word];
            for (; pairs != 0; pairs &= pairs - 1) {
                const std::size_t at = word * width + static_cast<std::size_t>(std::countr_zero(pairs));
                if (at >= 3 && at < kept && std::memcmp(m_begin + at - 3, "\r\n\r\n", 4) == 0)
                    return at + 1;
            }
        }
        return 0;
    }
    /// Of where marks stand ahead of `end`, and of it; not of which they are.
    std::uint64_t hash(std::size_t end) const
    {
        std::uint64_t hash = end;
        const auto mix = [&hash](std::uint64_t word) {
            hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
            hash ^= hash >> 32;
        };
        for (std::size_t word = 0; word < end / width; ++word)
            mix(m_marks[word]);
        mix(m_marks[end / width] & ((std::uint64_t{1} << (end % width)) - 1));
        return hash;
    }
    /// Whether octets of zero may be among the text.
    bool maybeZeros() const { return m_sawZero || m_kept != m_end; }

private:
    static constexpr std::size_t width = 64, limit = 16 * 1024; ///< what lies behind it is searched octet by octet: no
                                                                ///< head is that long

    const char *first(const std::uint64_t *words, const char *from) const
    {
        if (from >= m_kept)
            return m_kept;
        const auto at = static_cast<std::size_t>(from - m_begin);
        const std::uint64_t *word = words + at / width;
        if (const std::uint64_t found = *word >> (at % width))
            return from + std::countr_zero(found);
        while (*++word == 0) { }
        return m_begin + static_cast<std::size_t>(word - words) * width
            + static_cast<std::size_t>(std::countr_zero(*word));
    }
#ifdef GB_HEADMARKS_SSE2
    void look(const char *octets, std::size_t word)
    {
        std::uint64_t marked = 0, fed = 0;
        __m128i zeros = _mm_setzero_si128();
        const auto part = [&](unsigned index) {
            const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i *>(octets) + index),
                          feeds = _mm_cmpeq_epi8(all, _mm_set1_epi8('\n'));
            // Seven neighbours in one comparison: they become the least of the signed numbers
            __m128i marks = _mm_cmplt_epi8(
                _mm_add_epi8(all, _mm_set1_epi8(static_cast<char>(0x80 - ':'))), _mm_set1_epi8(-0x80 + 7));
            marks = _mm_or_si128(
                marks, _mm_or_si128(_mm_cmpeq_epi8(all, _mm_set1_epi8(',')), _mm_cmpeq_epi8(all, _mm_set1_epi8('"'))));
            zeros = _mm_or_si128(zeros, _mm_cmpeq_epi8(all, _mm_setzero_si128()));
            fed |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(feeds))) << (index * 16);
            marked |= static_cast<std::uint64_t>(
                          static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(marks, feeds))))
                << (index * 16);
        };
        part(0), part(1), part(2), part(3);
        m_sawZero |= _mm_movemask_epi8(zeros) != 0;
        m_marks[word] = marked;
        m_feeds[word] = fed;
    }
#else
    void look(const char *octets, std::size_t word)
    {
        std::uint64_t marked = 0, fed = 0;
        for (std::size_t at = 0; at < width; ++at) {
            marked |= std::uint64_t{isMark(octets[at])} << at;
            fed |= std::uint64_t{octets[at] == '\n'} << at;
            m_sawZero |= octets[at] == '\0';
        }
        m_marks[word] = marked;
        m_feeds[word] = fed;
    }
#endif

    const char *m_begin, *m_end, *m_kept;
    bool m_sawZero = false;
    std::uint64_t m_marks[limit / width + 1], m_feeds[limit / width + 1]; // up to that of m_kept
};

} // namespace gb
