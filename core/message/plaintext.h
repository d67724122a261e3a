#pragma once
#include <algorithm>
#include <cstring>
#include <string_view>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define GB_PLAINTEXT_SSE2
#endif

namespace gb {

constexpr bool isPlain(char c)
{
    return (c >= ' ' && c <= '~' && c != '&') || c == '\n' || c == '\r' || c == '\t';
}

/// Nothing but ASCII that can be seen, blanks and line ends, and no ampersand.
inline bool isPlain(std::string_view text)
{
#ifdef GB_PLAINTEXT_SSE2
    constexpr std::size_t block = 16;
    const auto is = [](__m128i all, char c) { return _mm_cmpeq_epi8(all, _mm_set1_epi8(c)); };
    while (text.size() >= block) {
        const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data()));
        const __m128i seen = _mm_andnot_si128(_mm_or_si128(is(all, '&'), is(all, '\x7f')),
            _mm_cmpgt_epi8(all, _mm_set1_epi8(' ' - 1))); // octets over 127 are below zero
        if (_mm_movemask_epi8(
                _mm_or_si128(seen, _mm_or_si128(is(all, '\n'), _mm_or_si128(is(all, '\r'), is(all, '\t')))))
            != 0xffff)
            return false;
        text.remove_prefix(block);
    }
#endif
    return std::all_of(text.begin(), text.end(), [](char c) { return isPlain(c); });
}

} // namespace gb
