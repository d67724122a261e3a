#pragma once

namespace gb::fuzz {

/// Of a packet's octets the first one chooses among these.
inline constexpr int linkTypes[] = {1, 12, 14, 101, 228, 229, 0, 108, 113, 276, 105, 9, 50, 51, 104, 109, 117, 119, 127,
    163, 166, 192, 204, 219, 239, 147};

} // namespace gb::fuzz
