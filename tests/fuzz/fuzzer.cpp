#include "tests/fuzz/harness.h"

#include <cstdint>

/// GBSCOPE_HARNESS is the one that this program fuzzes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    gb::fuzz::GBSCOPE_HARNESS({reinterpret_cast<const char *>(data), size});
    return 0;
}
