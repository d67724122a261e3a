#pragma once
#include "core/findings/finding.h"

#include <span>

/// Which findings can come of which: one event, one cause.
namespace gb::causes {

struct Link
{
    /// Whose the root is: of the same device; of the site; of a server, which is its first word, and the third one of
    /// the effect.
    enum class Of : quint8 { Device, Site, Server };
    FindingCode effect, root;
    Of of = Of::Device;
};

/// Of an effect the surest root stands first.
extern const std::span<const Link> all;

/// Whether it was so, or had just been so, when the effect was last seen.
bool explains(const Finding &root, const Finding &effect);

} // namespace gb::causes
