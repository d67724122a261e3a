#pragma once
#include <cstddef>

namespace gb {

/// Asks for the memory from `place` on ahead of its use, a line of 64 octets at a time: of what stands in no cache the
/// walk to it costs more than the work. Never faults; may do nothing.
inline void prefetch([[maybe_unused]] const void *place, [[maybe_unused]] std::size_t octets = 1)
{
#if defined(__GNUC__) || defined(__clang__)
    constexpr std::size_t line = 64;
    for (std::size_t at = 0; at < octets; at += line)
        __builtin_prefetch(static_cast<const char *>(place) + at, 1);
#endif
}

} // namespace gb
