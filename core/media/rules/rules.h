#pragma once
#include "core/media/mediachain.h"

#include <span>

/// Causes as rules: each looks at the report of a play and says what it proves. None keeps anything; time is `now` of
/// the report. A rule is a file; what looks the same on the wire is one rule that names both.
namespace gb::mediarules {

using Findings = std::vector<MediaFinding>;
using Rule = void (*)(const MediaReport &report, Findings &findings);

/// All of them, in the order of the chain.
std::span<const Rule> all();

} // namespace gb::mediarules
