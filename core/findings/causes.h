#pragma once
#include "core/findings/finding.h"

#include <span>

/// Which findings can come of which: one event, one cause.
namespace gb::causes {

struct Link
{
    FindingCode effect, root;
    bool ofSite = false; ///< the root is of the site, with an empty first word
};

/// Of an effect the surest root stands first.
extern const std::span<const Link> all;

/// Whether it was so, or had just been so, when the effect was last seen.
bool explains(const Finding &root, const Finding &effect);

} // namespace gb::causes
