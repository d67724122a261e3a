#pragma once

namespace gb::page {

/// How the page looks, in light, in the dark and on paper. Text has a contrast of 4.5:1 at least.
extern const char style[];

} // namespace gb::page
